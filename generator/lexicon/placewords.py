"""What a capitalised word tells of a name that it opens or closes."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from generator.lexicon.countries import Countries
from generator.lexicon.gazetteer import Gazetteer
from generator.lexicon.sources import words

_REMEMBERED = 65_536
"""So many different words are remembered."""


class WordFacts(NamedTuple):
    """What a capitalised word tells of a name that it opens or closes.

    Attributes:
        bars: whether no name begins with it (a veto, a direction, a demonym).
        people: whether it is a demonym and nothing else.
        opens: whether it opens sentences with a capital and begins no name there.
        vetoed: whether it is cut off from the end of a name.
        institution: whether it makes a name an institution.
        street: whether it makes a name a street.
        longest: most words of a known name that begins with it.
        town: whether, in small letters, it may open the name of a town.
        thousands: inhabitants in thousands of the largest town whose name it opens.
    """

    bars: bool
    people: bool
    opens: bool
    vetoed: bool
    institution: bool
    street: bool
    longest: int
    town: bool
    thousands: int


class FactsOfWords(dict[str, WordFacts]):
    """Facts about words, each found out once; when there are too many all are forgotten.

    Args:
        data: ``places.yml``.
        gazetteer: towns.
        countries: known names.
        fold: makes a folded name of a word.
    """

    def __init__(
        self,
        data: Mapping[str, Any],
        gazetteer: Gazetteer,
        countries: Countries,
        fold: Callable[[str], str],
    ) -> None:
        super().__init__()
        self._vetoes, self._openers = frozenset(words(data, "vetoes")), frozenset(words(data, "openers"))
        self._directions = frozenset(words(data, "directions"))
        self._streets = frozenset(words(data, "streets"))
        self._institutions = self._streets.union(words(data, "institutions"))
        self._words, self._gazetteer = frozenset(words(data, "words")), gazetteer
        self._known, self._longest = countries.known, countries.longest
        self._fold = fold

    def __missing__(self, word: str) -> WordFacts:
        """Find out about a word that was not met before."""
        lower, key = word.lower(), self._fold(word)
        opening, meanings = key.split(" ")[0], self._known.get(key, ())
        people = bool(meanings) and all(place.kind == "demonym" for place in meanings)
        facts = WordFacts(
            bars=word in self._vetoes or lower in self._directions or people,
            people=people,
            opens=lower in self._openers,
            vetoed=word in self._vetoes and word not in self._institutions,
            institution=word in self._institutions,
            street=word in self._streets,
            longest=self._longest.get(opening, 0),
            town=word.islower() and word not in self._words and self._gazetteer.opens(opening),
            thousands=0 if word.islower() else self._gazetteer.largest(opening),
        )
        if len(self) >= _REMEMBERED:
            self.clear()
        self[word] = facts
        return facts
