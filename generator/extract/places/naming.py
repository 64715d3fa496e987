"""Names that may be places, and places as they were read: what the readers of this room pass to each other."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from generator.extract.prose.matching import Prose, Word
from generator.extract.prose.surroundings import Standing, read_apposition, read_level
from generator.lexicon.countries import KnownPlace
from generator.lexicon.gazetteer import Town
from generator.lexicon.places import PlaceLexicon, fold_name
from generator.model.mention import PlaceMention
from generator.model.span import Span
from generator.model.vocabulary import PlaceLevel

_STANDS_OUT = 20
"""Times as many inhabitants as the next town of the name that make the larger one meant."""
_BEHIND = 60
ARTICLED = re.compile(r"(?<!\w)[a-z]{1,3}[-'][A-Z]")
"""A name with its article in small letters."""


class Name(NamedTuple):
    """A name that may be a place.

    Attributes:
        prose: its sentence.
        words: the words of the sentence.
        first: index of its first word.
        end: index of the first word behind it.
        standing: what stands before it.
        text: as written.
        key: folded.
    """

    prose: Prose
    words: tuple[Word, ...]
    first: int
    end: int
    standing: Standing
    text: str
    key: str

    @property
    def titled(self) -> bool:
        """Whether ``the`` or a word that puts something there stands before it."""
        return self.standing.locative or (self.first > 0 and self.words[self.first - 1].lower == "the")

    @property
    def span(self) -> Span:
        """Where it stands in the document."""
        start = self.words[self.first].start
        return self.prose.span(start, start + len(self.text))


class NamedPlace(NamedTuple):
    """A place as it was read.

    Attributes:
        mention: the place.
        end: index of the first word behind it and its noun.
        standing: what stands before it; names that are joined to it stand like it.
    """

    mention: PlaceMention
    end: int
    standing: Standing


def name_of(prose: Prose, first: int, end: int, standing: Standing) -> Name:
    """The name that the words from one index to before another make."""
    words = prose.words
    text = prose.text[words[first].start : words[end - 1].end].rstrip("'")
    return Name(prose, words, first, end, standing, text, fold_name(text))


def place_of(name: Name, mention: PlaceMention, further: int) -> NamedPlace:
    """The place that a name and so many words behind it tell."""
    return NamedPlace(mention, name.end + further, name.standing._replace(locative=mention.locative))


def site_of(
    name: Name, further: int, rule: str, level: PlaceLevel = PlaceLevel.SITE, *, put: bool = True
) -> NamedPlace:
    """A site goes by its name with its noun (``Kolvari airport``); ``put`` tells whether something is put there."""
    words = name.words
    start, end = words[name.first].start, words[name.end + further - 1].end
    text = name.prose.text[start:end]
    locative = put and not name.standing.elsewhere
    mention = PlaceMention(name.prose.span(start, end), text, fold_name(text), level, None, None, locative, rule)
    return place_of(name, mention, further)


def is_name_like(word: Word) -> bool:
    """Whether a word is written like part of a name: with a capital, or with one behind its article (``al-Mina``)."""
    return word.capital or (("-" in word.text or "'" in word.text) and ARTICLED.match(word.text) is not None)


def is_part(words: Sequence[Word], end: int) -> bool:
    """Whether the word behind a name stands close to it, with nothing but a blank between."""
    return end < len(words) and words[end].start == words[end - 1].end + 1


def level_behind(words: Sequence[Word], end: int, places: PlaceLexicon) -> tuple[PlaceLevel, int] | None:
    """The level noun right behind a name (``N district``), and how many words it has."""
    return read_level(words, end, places) if end < len(words) and words[end].lower in places.followers else None


def is_office(name: Name, further: int, places: PlaceLexicon) -> bool:
    """Whether a name and its noun only tell which body is meant (``N region police``)."""
    at = name.end + further
    return at < len(name.words) and name.words[at].text.capitalize() in places.institutions and is_part(name.words, at)


def only_country(towns: Sequence[Town]) -> str | None:
    """The country of a name's towns, where there is one or where one town is far larger than the others."""
    if not towns:
        return None
    first = towns[0]
    others = [town.thousands for town in towns if town.country != first.country]
    return first.country if not others or first.thousands >= _STANDS_OUT * max(1, *others) else None


def told_by(name: Name, meanings: Sequence[KnownPlace], places: PlaceLexicon) -> KnownPlace | None:
    """The meaning whose country is named right behind (``Punjab, India``)."""
    end = name.words[name.end - 1].end
    behind = name.prose.text[end : end + _BEHIND]
    for place in meanings:
        country = places.country_names[place.country]
        if behind.startswith((f", {country}", f" in {country}")):
            return place
    return None


def short_state(name: Name, places: PlaceLexicon) -> KnownPlace | None:
    """The part of a country whose short form stands right behind a town (``N, Calif.``)."""
    words, end = name.words, name.end
    if end + 1 >= len(words) or words[end].text != "," or not words[end + 1].capital:
        return None
    return places.abbreviations.get(fold_name(words[end + 1].text))


def shared_level(words: Sequence[Word], end: int, places: PlaceLexicon) -> PlaceLevel | None:
    """What the plural noun behind the last name of a list says of each (``N, N and N districts``)."""
    if end >= len(words) or words[end].lower not in ("and", ",", "or"):
        return None
    for at in range(end + 1, min(end + _LONGEST_LIST, len(words))):
        word = words[at]
        if not (is_name_like(word) or word.lower in ("and", ",", "or")):
            return places.plurals.get(word.lower) if is_name_like(words[at - 1]) else None
    return None


def apposed_level(words: Sequence[Word], end: int, places: PlaceLexicon) -> PlaceLevel | None:
    """The level noun of ``N, a trading town``, or of ``N, Peru's second city``."""
    if end + 3 >= len(words) or words[end].text != ",":
        return None
    if not words[end + 1].capital:
        return read_apposition(words, end, places)
    owner = next((at for at in range(end + 2, min(end + _LONGEST_OWNER, len(words))) if words[at].text == "'s"), None)
    if owner is None:
        return None
    for word in words[owner + 1 : owner + 1 + _APPOSITION]:
        if not word.wordlike or word.capital:
            return None
        level = places.levels.get(word.lower)
        if level is not None:
            return level
    return None


_LONGEST_OWNER = 5
"""Words from the comma to the ``'s`` of the place that holds what stands before the comma."""
_APPOSITION = 4
_LONGEST_LIST = 14
"""Most words of a list of names."""
