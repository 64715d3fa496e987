"""Names of countries and their parts, and the words that place names keep company with."""

import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from typing import Any

from generator.lexicon.countries import KnownPlace, read_countries
from generator.lexicon.gazetteer import Gazetteer
from generator.lexicon.placewords import FactsOfWords
from generator.lexicon.scene import SceneWeights, read_scene
from generator.lexicon.sources import read_knowledge, words
from generator.model.values import value
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


@value
class PlaceLexicon:
    """Everything that ``countries.json`` and ``places.yml`` know.

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
        venues: nouns of houses where people meet, with which a name is a site once something is put into it.
        homes: words behind the word for a people that put something into its country.
        care: nouns of houses to which the hurt are brought.
        leaders: noun that opens the name of a water, mountain or fort -> level.
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
    venues: frozenset[str]
    homes: frozenset[str]
    care: frozenset[str]
    leaders: Mapping[str, PlaceLevel]
    followers: frozenset[str]
    words: frozenset[str]
    telling: frozenset[str]
    facts: FactsOfWords
    gazetteer: Gazetteer
    scene: SceneWeights


def read_places() -> PlaceLexicon:
    """Load ``countries.json`` and compile ``places.yml``.

    Raises:
        InvalidLexicon: a file is broken.
    """
    countries, data = read_countries(), read_knowledge("places.yml")
    nouns = {noun: PlaceLevel(row["level"]) for row in data["levels"] for noun in row["nouns"]}
    naming, befores = frozenset(words(data, "naming")), _befores(data)
    lasts = frozenset(phrase.rpartition(" ")[2] for phrase in befores)
    gazetteer = Gazetteer()
    return PlaceLexicon(
        known=countries.known,
        longest=countries.longest,
        country_names=countries.names,
        abbreviations=countries.abbreviations,
        states={code: fold_name(name) for code, name in data["states"].items()},
        wide=countries.wide.union(map(fold_name, words(data, "nowhere"))),
        demonyms=countries.demonyms,
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
        venues=frozenset(words(data, "venues")),
        homes=frozenset(words(data, "homes")),
        care=frozenset(words(data, "care")),
        leaders={noun: PlaceLevel(level) for noun, level in data["leaders"].items()},
        followers=frozenset((",", "'s", *(noun.split(" ")[0] for noun in (*nouns, *data["plurals"])))),
        words=frozenset(words(data, "words")),
        telling=frozenset(words(data, "telling")),
        facts=FactsOfWords(data, gazetteer, countries, fold_name),
        gazetteer=gazetteer,
        scene=read_scene(),
    )


def _befores(data: Mapping[str, Any]) -> dict[str, Before]:
    """The phrases before places; one that stands under two headings is what the later says."""
    return {phrase: kind for kind in Before for phrase in words(data, kind.value)}
