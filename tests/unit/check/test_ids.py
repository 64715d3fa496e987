from collections.abc import Mapping
from dataclasses import replace

import pytest

from generator.check.ids import check_ids, check_unique_ids, file_id
from generator.model.incident import Record
from generator.store.record import parse_record

ATTACKS = "content/incidents/balochistan-attacks-b1512c5f.yml"
FERRY = "content/incidents/pemba-ferry-ff343f88.yml"
Texts = Mapping[str, str]


def _told(records: list[Record]) -> list[tuple[str, str, int | None, int | None]]:
    return [(one.file, one.code, one.line, one.column) for one in check_unique_ids(records)]


def _with_aliases(text: str, *aliases: str) -> str:
    first, rest = text.split("\ntitle:", 1)
    return f"{first}\naliases: [{', '.join(aliases)}]\ntitle:{rest}"


def test_two_files_with_one_id_are_told_at_the_second(texts: Texts) -> None:
    records = [parse_record(texts[ATTACKS], "content/incidents/z.yml"), parse_record(texts[ATTACKS], ATTACKS)]
    assert _told(records) == [("content/incidents/z.yml", "duplicate-id", 3, 5)]


def test_an_alias_that_is_another_records_id_is_told_at_the_alias(texts: Texts) -> None:
    attacks = parse_record(_with_aliases(texts[ATTACKS], "raids-b1512c5f", "pemba-ferry-ff343f88"), ATTACKS)
    assert _told([attacks, parse_record(texts[FERRY], FERRY)]) == [(ATTACKS, "duplicate-id", 4, 27)]


def test_two_records_with_one_alias_are_told_at_the_second(texts: Texts) -> None:
    records = [parse_record(_with_aliases(texts[file], "fire-ff343f88"), file) for file in (FERRY, ATTACKS)]
    assert _told(records) == [(FERRY, "duplicate-id", 4, 11)]


@pytest.mark.parametrize("name", ["documents", "actors", "places", "claims"])
def test_an_id_given_twice_within_a_machine_made_record_is_told(name: str, texts: Texts) -> None:
    clean = parse_record(texts[ATTACKS], ATTACKS)
    entries = getattr(clean.incident, name)
    record = Record(replace(clean.incident, **{name: (*entries, entries[0])}), ATTACKS)
    assert [one.code for one in check_ids(record)] == ["duplicate-id"]


def test_a_files_id_is_its_name_without_folder_and_ending() -> None:
    assert file_id("content/incidents/pemba-ferry-ff343f88.yml") == "pemba-ferry-ff343f88"
