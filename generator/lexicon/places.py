"""Names of countries and their parts, and the words that place names keep company with."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any, NamedTuple

from generator.lexicon.gazetteer import Gazetteer
from generator.lexicon.scene import SceneWeights, read_scene
from generator.lexicon.sources import read_knowledge, words
from generator.model.vocabulary import PlaceLevel

_APOSTROPHES = str.maketrans({"-": " ", "/": " ", "'": None, "’": None, "‘": None, "ʼ": None, "ʻ": None, ".": None})
_LETTERS = str.maketrans(
    {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ə": "a"}
    | {"ŋ": "ng", "–": " ", "—": " "}
)
"""Letters that have no accent to lose, and what plain English writes for them."""


_REMEMBERED = 65_536
"""So many different names and words are remembered."""


@lru_cache(maxsize=_REMEMBERED)
def fold_name(name: str) -> str:
    """A name without case, accents, apostrophes, full stops and hyphens, for comparison only."""
    if not name.isascii():
        name = "".join(sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign))
        name = name.lower().translate(_LETTERS)
    return " ".join(name.lower().translate(_APOSTROPHES).split())


class Before(StrEnum):
    """What a phrase before a place says of it; the values are the headings of ``places.yml``."""

    LOCATIVE = "locatives"
    FIRM = "firm"
    REFERENCE = "references"
    ELSEWHERE = "elsewhere"


class KnownPlace(NamedTuple):
    """One meaning of a name.

    Attributes:
        name: the usual English name.
        level: how large.
        country: ISO 3166-1 alpha-2.
        kind: ``name``, ``demonym``, ``capital`` or ``region``.
        ambiguous: whether the name also means something else and needs another sign.
    """

    name: str
    level: PlaceLevel
    country: str
    kind: str
    ambiguous: bool = False


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
        known: folded name -> its meanings.
        longest: first folded word of a name -> most words that such a name has.
    """

    def __init__(
        self,
        data: Mapping[str, Any],
        gazetteer: Gazetteer,
        known: Mapping[str, Sequence[KnownPlace]],
        longest: Mapping[str, int],
    ) -> None:
        super().__init__()
        self._vetoes, self._openers = frozenset(words(data, "vetoes")), frozenset(words(data, "openers"))
        self._directions = frozenset(words(data, "directions"))
        self._streets = frozenset(words(data, "streets"))
        self._institutions = self._streets.union(words(data, "institutions"))
        self._words, self._gazetteer = frozenset(words(data, "words")), gazetteer
        self._known, self._longest = known, longest

    def __missing__(self, word: str) -> WordFacts:
        """Find out about a word that was not met before."""
        lower, key = word.lower(), fold_name(word)
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


@dataclass(frozen=True, slots=True)
class PlaceLexicon:
    """Everything that ``countries.yml`` and ``places.yml`` know.

    Attributes:
        known: folded name -> its meanings.
        longest: first folded word of a name -> most words that such a name has.
        country_names: alpha-2 -> English name.
        abbreviations: folded short form (``calif``) -> the part of a country that it stands for behind a town.
        states: code of a state of the United States -> its folded name.
        wide: folded names of what is larger than a country, or no more.
        demonyms: first words of demonyms, in lower case and folded.
        levels: noun, lower case, that may stand before ``of`` or behind a name -> level.
        nouns: the same with the nouns of sites (``mosque``) that only stand behind a name.
        naming: those of them that the name follows with ``of`` (``town of N``).
        plurals: plural noun -> level.
        befores: phrase of lower-case words -> what it tells of the place behind it.
        lasts: last word of each such phrase.
        leading: words that may stand right before a place where something is put.
        directions: words like ``northern``.
        particles: small words inside of names.
        openers: words that open a sentence with a capital and begin no name.
        vetoes: capitalised words that are no place.
        doubtful: folded names that are persons, bodies or words more often than places.
        institutions: nouns that make a name an institution, streets among them.
        streets: nouns of streets, with which a name is a site.
        followers: words that tell a place where they stand right behind a name; the comma and ``'s`` among them.
        words: words of lower case that are also towns.
        telling: words that make a line a sentence, and no heading.
        facts: what each capitalised word tells.
        gazetteer: towns of the world.
        scene: what speaks for a place being the scene of an incident.
    """

    known: Mapping[str, tuple[KnownPlace, ...]]
    longest: Mapping[str, int]
    country_names: Mapping[str, str]
    abbreviations: Mapping[str, KnownPlace]
    states: Mapping[str, str]
    wide: frozenset[str]
    demonyms: frozenset[str]
    levels: Mapping[str, PlaceLevel]
    nouns: Mapping[str, PlaceLevel]
    naming: frozenset[str]
    plurals: Mapping[str, PlaceLevel]
    befores: Mapping[str, Before]
    lasts: frozenset[str]
    leading: frozenset[str]
    directions: frozenset[str]
    particles: frozenset[str]
    openers: frozenset[str]
    vetoes: frozenset[str]
    doubtful: frozenset[str]
    institutions: frozenset[str]
    streets: frozenset[str]
    followers: frozenset[str]
    words: frozenset[str]
    telling: frozenset[str]
    facts: FactsOfWords
    gazetteer: Gazetteer
    scene: SceneWeights


def read_places() -> PlaceLexicon:
    """Compile ``countries.yml`` and ``places.yml``.

    Raises:
        InvalidLexicon: a file is broken.
    """
    countries, data = read_knowledge("countries.yml"), read_knowledge("places.yml")
    known: dict[str, list[KnownPlace]] = {}
    for country in countries["countries"]:
        for name, place in _meanings(country):
            known.setdefault(fold_name(name), []).append(place)
    nouns = {noun: PlaceLevel(row["level"]) for row in data["levels"] for noun in row["nouns"]}
    naming, befores = frozenset(words(data, "naming")), _befores(data)
    lasts = frozenset(phrase.rpartition(" ")[2] for phrase in befores)
    gazetteer = Gazetteer()
    longest: dict[str, int] = {}
    for key in known:
        first, length = key.split(" ", 1)[0].rstrip(","), key.count(" ") + 1
        longest[first] = max(longest.get(first, 0), length)
    return PlaceLexicon(
        known={key: tuple(dict.fromkeys(places)) for key, places in known.items()},
        longest=longest,
        country_names={row["code"]: row["name"] for row in countries["countries"]},
        abbreviations=dict(_abbreviations(countries["countries"])),
        states={code: fold_name(name) for code, name in data["states"].items()},
        wide=frozenset(_wide_names(countries)),
        demonyms=frozenset(
            first
            for country in countries["countries"]
            for name in country.get("demonyms", ())
            for first in (name.split(" ")[0].lower(), fold_name(name).split(" ")[0])
        ),
        levels={noun: level for noun, level in nouns.items() if noun in naming or level is not PlaceLevel.SITE},
        nouns=nouns,
        naming=naming,
        plurals={noun: PlaceLevel(level) for noun, level in data["plurals"].items()},
        befores=befores,
        lasts=lasts,
        leading=frozenset((*lasts, *words(data, "directions"), "the", "of", "named", "called")),
        directions=frozenset(words(data, "directions")),
        particles=frozenset(words(data, "particles")),
        openers=frozenset(words(data, "openers")),
        vetoes=frozenset(words(data, "vetoes")),
        doubtful=frozenset(fold_name(name) for name in words(data, "doubtful")),
        institutions=frozenset((*words(data, "institutions"), *words(data, "streets"))),
        streets=frozenset(words(data, "streets")),
        followers=frozenset((",", "'s", *(noun.split(" ")[0] for noun in (*nouns, *data["plurals"])))),
        words=frozenset(words(data, "words")),
        telling=frozenset(words(data, "telling")),
        facts=FactsOfWords(data, gazetteer, known, longest),
        gazetteer=gazetteer,
        scene=read_scene(),
    )


def _befores(data: Mapping[str, Any]) -> dict[str, Before]:
    """The phrases before places; one that stands under two headings is what the later says."""
    return {phrase: kind for kind in Before for phrase in words(data, kind.value)}


def _abbreviations(countries: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, KnownPlace]]:
    for country in countries:
        for region in country.get("regions", ()):
            if isinstance(region, dict):
                for short in region.get("abbreviations", ()):
                    level = PlaceLevel(region.get("level") or country.get("level") or "region")
                    yield fold_name(short), KnownPlace(region["name"], level, country["code"], "region")


def _wide_names(countries: Mapping[str, Any]) -> Iterator[str]:
    for row in (*countries["areas"], *countries["former"]):
        for name in (row["name"], *row.get("aliases", ()), *row.get("demonyms", ())):
            yield fold_name(name)


def _meanings(country: Mapping[str, Any]) -> Iterator[tuple[str, KnownPlace]]:
    """All names of a country and its parts with what they mean."""
    code, doubtful = country["code"], frozenset(country.get("ambiguous", ()))
    for name in (country["name"], *country.get("aliases", ())):
        yield name, KnownPlace(country["name"], PlaceLevel.COUNTRY, code, "name", name in doubtful)
    for name in country.get("demonyms", ()):
        yield name, KnownPlace(country["name"], PlaceLevel.COUNTRY, code, "demonym", name in doubtful)
    for name in (*([country["capital"]] if "capital" in country else ()), *country.get("capitals", ())):
        yield name, KnownPlace(name, PlaceLevel.CITY, code, "capital", name in doubtful)
    for region in country.get("regions", ()):
        row = {"name": region} if isinstance(region, str) else region
        level = PlaceLevel(row.get("level") or country.get("level") or "region")
        for name in (row["name"], *row.get("aliases", ())):
            yield name, KnownPlace(row["name"], level, code, "region", bool(row.get("ambiguous")))
