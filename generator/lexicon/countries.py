"""Countries and their parts by folded name: ``countries.json``, compiled from ``countries.yml`` to load fast."""

import json
from collections.abc import Mapping
from functools import partial
from typing import Any, NamedTuple

from generator.errors import InvalidLexicon
from generator.lexicon.sources import read_text
from generator.model.vocabulary import PlaceLevel

FILE = "countries.json"


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


class Countries(NamedTuple):
    """Everything that ``countries.yml`` knows.

    Attributes:
        known: folded name -> its meanings.
        longest: first folded word of a name -> most words that such a name has.
        names: alpha-2 -> English name.
        abbreviations: folded short form (``calif``) -> the part of a country that it stands for behind a town.
        wide: folded names of what is larger than a country, or no more.
        demonyms: first words of demonyms, in lower case and folded.
    """

    known: Mapping[str, tuple[KnownPlace, ...]]
    longest: Mapping[str, int]
    names: Mapping[str, str]
    abbreviations: Mapping[str, KnownPlace]
    wide: frozenset[str]
    demonyms: frozenset[str]


def read_countries() -> Countries:
    """Load the compiled file.

    Raises:
        InvalidLexicon: it is missing or broken.
    """
    try:
        data = json.loads(read_text(FILE))
        return Countries(
            known={key: tuple([_meaning(row) for row in rows]) for key, rows in data["known"].items()},
            longest=data["longest"],
            names=data["names"],
            abbreviations={key: _meaning(row) for key, row in data["abbreviations"].items()},
            wide=frozenset(data["wide"]),
            demonyms=frozenset(data["demonyms"]),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        found = " ".join(str(error).split())
        raise InvalidLexicon(
            f"lexicon/{FILE}: expected the countries of countries.yml, found {found}; compile it anew"
        ) from error


_LEVELS = {level.value: level for level in PlaceLevel}


_known_place = partial(tuple.__new__, KnownPlace)
"""A `KnownPlace` of a tuple of its fields, in half the time: there are thousands of names."""


def _meaning(row: list[Any]) -> KnownPlace:
    name, level, country, kind, ambiguous = row
    return _known_place((name, _LEVELS[level], country, kind, ambiguous == 1))
