"""Names of countries and their parts, and the words that place names keep company with."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from generator.lexicon.rules import alternation
from generator.lexicon.sources import read_knowledge, words
from generator.model.vocabulary import PlaceLevel

_APOSTROPHES = str.maketrans({"-": " ", "/": " ", "'": None, "’": None, "‘": None, "ʼ": None, ".": None})


@lru_cache(maxsize=65536)
def fold_name(name: str) -> str:
    """A name without case, accents, apostrophes, full stops and hyphens, for comparison only."""
    if not name.isascii():
        name = "".join(sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign))
    return " ".join(name.lower().translate(_APOSTROPHES).split())


@dataclass(frozen=True, slots=True)
class KnownPlace:
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


@dataclass(frozen=True, slots=True)
class PlaceLexicon:
    """Everything that ``countries.yml`` and ``places.yml`` know.

    Attributes:
        known: folded name -> its meanings.
        longest: first folded word of a name -> most words that such a name has.
        country_names: alpha-2 -> English name.
        levels: noun, lower case -> level.
        plurals: plural noun -> level.
        level_pattern: matches a level noun.
        locative: matches, at the end of the text before a name, what puts something there.
        bordering: matches, at the end of the text before a name, what makes it a neighbour.
        directions: words like ``northern``.
        vetoes: capitalised words that are no place.
        institutions: nouns that make a name an institution.
    """

    known: Mapping[str, tuple[KnownPlace, ...]]
    longest: Mapping[str, int]
    country_names: Mapping[str, str]
    levels: Mapping[str, PlaceLevel]
    plurals: Mapping[str, PlaceLevel]
    level_pattern: str
    locative: re.Pattern[str]
    bordering: re.Pattern[str]
    directions: frozenset[str]
    vetoes: frozenset[str]
    institutions: frozenset[str]


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
    longest: dict[str, int] = {}
    for key in known:
        first, length = key.split(" ", 1)[0].rstrip(","), key.count(" ") + 1
        longest[first] = max(longest.get(first, 0), length)
    levels = {noun: PlaceLevel(row["level"]) for row in data["levels"] for noun in row["nouns"]}
    directions = alternation(data["directions"])
    return PlaceLexicon(
        known={key: tuple(dict.fromkeys(places)) for key, places in known.items()},
        longest=longest,
        country_names={row["code"]: row["name"] for row in countries["countries"]},
        levels=levels,
        plurals={noun: PlaceLevel(level) for noun, level in data["plurals"].items()},
        level_pattern=alternation(levels),
        locative=re.compile(
            rf"(?:^|[^\w])(?:{alternation(data['locatives'])}(?: the)?(?: {directions}(?: and {directions})?)?"
            rf"|(?:[Tt]he )?{directions}|{directions.title()}) \Z"
        ),
        bordering=re.compile(rf"(?:{alternation(data['bordering'])})(?: [A-Z]\w+,?(?: and)?){{0,3}} \Z"),
        directions=frozenset(data["directions"]),
        vetoes=frozenset(words(data, "vetoes")),
        institutions=frozenset(words(data, "institutions")),
    )


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
