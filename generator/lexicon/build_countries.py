"""Compiles ``countries.yml`` into ``countries.json``, which loads in a tenth of the time; run by hand after an edit.

python -m generator.lexicon.build_countries > generator/lexicon/countries.json
"""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.lexicon.countries import Countries, KnownPlace
from generator.lexicon.gazetteer import Gazetteer
from generator.lexicon.places import fold_name
from generator.lexicon.sources import read_knowledge
from generator.model.vocabulary import PlaceLevel


def compile_countries(data: Mapping[str, Any]) -> Countries:
    """The names that the data of ``countries.yml`` list; a far larger namesake makes a capital ambiguous."""
    gazetteer = Gazetteer()
    known: dict[str, list[KnownPlace]] = {}
    for country in data["countries"]:
        for name, place in _meanings(country, gazetteer):
            known.setdefault(fold_name(name), []).append(place)
    longest: dict[str, int] = {}
    for key in known:
        first, length = key.split(" ", 1)[0].rstrip(","), key.count(" ") + 1
        longest[first] = max(longest.get(first, 0), length)
    people = [name for country in data["countries"] for name in country.get("demonyms", ())]
    people += [name for _, region in _regions(data["countries"]) for name in region.get("demonyms", ())]
    return Countries(
        known={key: tuple(dict.fromkeys(places)) for key, places in known.items()},
        longest=longest,
        names={row["code"]: row["name"] for row in data["countries"]},
        abbreviations=dict(_abbreviations(data["countries"])),
        wide=frozenset(_wide_names(data)),
        demonyms=frozenset(
            first for name in people for first in (name.split(" ")[0].lower(), fold_name(name).split(" ")[0])
        ),
    )


def render_countries(countries: Countries) -> str:
    """The compiled file: one line for each name, so that an edit shows as the lines that it changed."""
    tables = {
        "known": {key: [_row(place) for place in places] for key, places in countries.known.items()},
        "longest": countries.longest,
        "names": countries.names,
        "abbreviations": {key: _row(place) for key, place in countries.abbreviations.items()},
    }
    lists = {"wide": countries.wide, "demonyms": countries.demonyms}
    parts = [f'"{name}": {{\n{_lines(table)}\n}}' for name, table in tables.items()]
    parts += [f'"{name}": {json.dumps(sorted(words), ensure_ascii=False)}' for name, words in lists.items()]
    return "{" + ",\n".join(parts) + "}\n"


def _lines(table: Mapping[str, Any]) -> str:
    return ",\n".join(
        f"{json.dumps(key, ensure_ascii=False)}:{json.dumps(table[key], ensure_ascii=False, separators=(',', ':'))}"
        for key in sorted(table)
    )


def _row(place: KnownPlace) -> list[Any]:
    return [place.name, place.level.value, place.country, place.kind, int(place.ambiguous)]


def _regions(countries: Iterable[Mapping[str, Any]]) -> Iterator[tuple[Mapping[str, Any], Mapping[str, Any]]]:
    """Every part of a country that is more than a bare name, with its country."""
    for country in countries:
        for region in country.get("regions", ()):
            if isinstance(region, dict):
                yield country, region


def _abbreviations(countries: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, KnownPlace]]:
    for country, region in _regions(countries):
        level = PlaceLevel(region.get("level") or country.get("level") or "region")
        for short in region.get("abbreviations", ()):
            yield fold_name(short), KnownPlace(region["name"], level, country["code"], "region")


def _wide_names(data: Mapping[str, Any]) -> Iterator[str]:
    for row in (*data["areas"], *data["former"]):
        for name in (row["name"], *row.get("aliases", ()), *row.get("demonyms", ())):
            yield fold_name(name)


def _meanings(country: Mapping[str, Any], gazetteer: Gazetteer) -> Iterator[tuple[str, KnownPlace]]:
    """All names of a country and its parts with what they mean."""
    code, doubtful = country["code"], frozenset(country.get("ambiguous", ()))
    for name in (country["name"], *country.get("aliases", ())):
        yield name, KnownPlace(country["name"], PlaceLevel.COUNTRY, code, "name", name in doubtful)
    for name in country.get("demonyms", ()):
        yield name, KnownPlace(country["name"], PlaceLevel.COUNTRY, code, "demonym", name in doubtful)
    for name in (*([country["capital"]] if "capital" in country else ()), *country.get("capitals", ())):
        ambiguous = name in doubtful or _is_outgrown(name, code, gazetteer)
        yield name, KnownPlace(name, PlaceLevel.CITY, code, "capital", ambiguous)
    for region in country.get("regions", ()):
        row = {"name": region} if isinstance(region, str) else region
        level = PlaceLevel(row.get("level") or country.get("level") or "region")
        for name in (row["name"], *row.get("aliases", ())):
            yield name, KnownPlace(row["name"], level, code, "region", bool(row.get("ambiguous")))
        for name in row.get("demonyms", ()):
            yield name, KnownPlace(country["name"], PlaceLevel.COUNTRY, code, "demonym")


def _is_outgrown(name: str, country: str, gazetteer: Gazetteer) -> bool:
    """Whether a town of another country that is called like a capital is far larger (Plymouth in Montserrat)."""
    towns = gazetteer.find(fold_name(name))
    own = max((town.thousands for town in towns if town.country == country), default=0)
    others = max((town.thousands for town in towns if town.country != country), default=0)
    return others >= (_FAR_LARGER * own if own else _LARGE) and own <= _SMALL


_SMALL, _LARGE = 50, 100
"""Thousands of inhabitants of a small capital, and of a town that is better known than one without a number."""
_FAR_LARGER = 3
"""Times as many inhabitants that make a namesake better known than a small capital."""


def main() -> None:
    """Write the compiled file to standard output."""
    sys.stdout.write(render_countries(compile_countries(read_knowledge("countries.yml"))))


if __name__ == "__main__":
    main()
