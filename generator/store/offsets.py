"""Offsets that moved with the text: a document that is decoded otherwise moves every passage by the same length."""

import re
from collections.abc import Mapping
from typing import Any

from generator.store.likeness import exact_claim
from generator.store.units import Item

_PLACE = re.compile(r"(?P<head>(?:related\.)?)(?P<document>d[1-9][0-9]*):(?P<start>[0-9]+)-(?P<end>[0-9]+)")


def find_shifts(base: Item, theirs: Item) -> Mapping[str, int]:
    """For each document whose passages all moved alike since the machine's last word: by how many code points."""
    before = {each["id"]: each for each in base.get("claims", ())}
    steps: dict[str, set[int]] = {}
    for each in theirs.get("claims", ()):
        earlier = before.get(each["id"])
        if earlier is None or exact_claim(earlier) != exact_claim(each):
            continue
        old, new = (_PLACE.fullmatch(side["at"]) for side in (earlier, each))
        if old and new and old["document"] == new["document"]:
            steps.setdefault(old["document"], set()).add(int(new["start"]) - int(old["start"]))
    return {name: next(iter(found)) for name, found in steps.items() if len(found) == 1 and found != {0}}


def shifted(value: Any, shifts: Mapping[str, int]) -> Any:
    """A part of a record with the places of its passages moved; one that would lead nowhere stays."""
    if not shifts:
        return value
    if isinstance(value, list):
        return [shifted(each, shifts) for each in value]
    if not isinstance(value, dict):
        return value
    return {key: _moved(each, shifts) if key == "at" else shifted(each, shifts) for key, each in value.items()}


def _moved(at: str, shifts: Mapping[str, int]) -> str:
    found = _PLACE.fullmatch(at)
    step = shifts.get(found["document"], 0) if found else 0
    if found is None or not step or int(found["start"]) + step < 0:
        return at
    return f"{found['head']}{found['document']}:{int(found['start']) + step}-{int(found['end']) + step}"
