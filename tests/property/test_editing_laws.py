"""The law of `briefing set`: what is set and then set back leaves the file byte for byte as it was."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from generator.errors import InvalidRecord
from generator.model.incident import Incident
from generator.store.edits import value_of
from generator.store.paths import NoSuchPath
from generator.store.proposals import set_value
from generator.store.record import parse_record, record_of
from generator.store.wire import as_data

UNIT = Path(__file__).parents[1] / "unit"
RECORDS = [
    UNIT / "store/balochistan-attacks.yml",
    *sorted((UNIT / "check/records").glob("*.yml")),
]
KEYED = ("documents", "actors", "places", "claims")


def paths_below(prefix: str, value: object) -> Iterator[tuple[str, object]]:
    """Each value with its path, down to words and numbers; lists are values."""
    yield prefix, value
    if isinstance(value, dict):
        for key, each in value.items():
            yield from paths_below(f"{prefix}.{key}", each)


def paths_of(incident: Incident) -> list[tuple[str, object]]:
    """Path and value of all that can be set, fields that are left out among it."""
    record = as_data(incident)
    found = [
        pair for key in ("title", "types", "summary", "dates", "note") for pair in paths_below(key, record.get(key))
    ]
    for name in KEYED:
        for entry in record.get(name, ()):  # type: ignore[attr-defined]
            place = f"{name}.{entry['id']}"
            found += [
                pair for key, each in entry.items() if key != "id" for pair in paths_below(f"{place}.{key}", each)
            ]
            found += [(f"{place}.{key}", None) for key in ("role", "note", "via") if key not in entry]
    return [(path, value) for path, value in found if not path.endswith((".review", ".seal"))]


def written(value: object) -> str:
    """A value as an editor could write it on the command line."""
    bare = isinstance(value, str) and value[:1] not in ("[", "{") and value_of(value) == value
    return str(value) if bare else json.dumps(value, ensure_ascii=False)


INCIDENTS = {path.stem: parse_record(path.read_text("utf-8"), path.name).incident for path in RECORDS}
PLACES = [(name, path, value) for name, incident in INCIDENTS.items() for path, value in paths_of(incident)]
WORDS = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=12),
    st.sampled_from(
        ["no", "12:30", "0145", "null", "~", "a: b", "a #b", "- a", "'", '"', "{", "[a", "2026-01-31", "*x", "&x"]
    ),
)
VALUES = st.one_of(
    WORDS,
    st.none(),
    st.booleans(),
    st.integers(-3, 10**13),
    st.dates().map(str),
    st.sampled_from(["at-least", "bombing", "injured", "civilians", "official", "city", "direct", "d1:0-5"]),
    st.lists(WORDS, max_size=3),
)


# Most values do not fit most places, and are refused: that is no fault of the generator.
@settings(max_examples=600, suppress_health_check=[HealthCheck.filter_too_much])
@given(place=st.sampled_from(PLACES), value=VALUES)
def test_what_is_set_and_set_back_leaves_the_record_as_it_was(place: tuple[str, str, object], value: object) -> None:
    name, path, before = place
    incident = INCIDENTS[name]
    try:
        changed = set_value(incident, path, value_of(written(value)))
    except (InvalidRecord, NoSuchPath):
        assume(False)
    again = set_value(changed, path, value_of(written(value)))
    assert record_of(again) == record_of(changed)
    assert parse_record(record_of(changed), "changed").incident == changed
    back = set_value(changed, path, value_of(written(before)))
    assert record_of(back) == record_of(incident)


@pytest.mark.parametrize("name", INCIDENTS)
def test_each_value_set_as_it_stands_changes_nothing(name: str) -> None:
    incident = INCIDENTS[name]
    for path, value in paths_of(incident):
        try:
            same = set_value(incident, path, value_of(written(value)))
        except NoSuchPath:
            continue
        assert record_of(same) == record_of(incident), path
