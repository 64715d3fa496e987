from collections.abc import Callable

import pytest

from generator.check.links import check_links
from generator.model.finding import Finding
from generator.model.incident import Dates, Incident, Record, Status, Title
from generator.model.vocabulary import EventType, Origin

Found = Callable[..., list[str]]
Check = Callable[..., tuple[Finding, ...]]

RAFAH = "at: d1:2408-2458, link: null, relation: unresolved"


def _linked(link: str, relation: str) -> tuple[str, str]:
    return RAFAH, f"at: d1:2408-2458, link: {link}, relation: {relation}"


@pytest.mark.parametrize(
    ("link", "relation", "expected"),
    [
        pytest.param("①rafah-opening-12345678", "other-event", ["① error dangling-link"], id="no such record"),
        pytest.param("①balochistan-attacks-b1512c5f", "same-event", ["① error dangling-link"], id="the record itself"),
        pytest.param("pemba-ferry-ff343f88", "①unresolved", ["① warning half-link"], id="no relation"),
        pytest.param("pemba-ferry-ff343f88", "other-event", [], id="another record"),
        pytest.param("null", "background", [], id="no link wanted"),
    ],
)
def test_a_link_leads_to_another_record(link: str, relation: str, expected: list[str], found: Found) -> None:
    assert found("attacks", *_linked(link, relation)) == expected


def _record(name: str, *, aliases: tuple[str, ...] = (), merged_into: str | None = None) -> Record:
    status = Status(merged_into=merged_into) if merged_into else None
    incident = Incident(
        name, Title(name, Origin.EDITOR), (EventType.OTHER,), Dates(), (), aliases=aliases, status=status
    )
    return Record(incident, f"content/incidents/{name}.yml")


def test_a_former_id_is_a_target_too() -> None:
    assert check_links([_record("a", merged_into="b-old"), _record("b", aliases=("b-old",))]) == ()


def test_a_merge_into_nothing_is_told(found: Found) -> None:
    faults = ("types: [fire", "status: {merged_into: ①no-such-record-00000000}\ntypes: [fire")
    assert [line for line in found("ferry", *faults) if "not-canonical" not in line] == ["① error dangling-merge"]


def test_merges_in_a_circle_are_told_once() -> None:
    records = [_record("b", merged_into="a-old"), _record("a", aliases=("a-old",), merged_into="b")]
    (finding,) = check_links(records)
    assert (finding.file, finding.code) == ("content/incidents/a.yml", "circular-reference")
    assert finding.found == "a → b → a"


def test_what_leads_to_a_record_that_could_not_be_read_is_not_told(check: Check) -> None:
    broken = check("ferry", "schema: incident/1", "schema: incident/1\nschema: incident/1")
    assert [finding.file for finding in broken] == ["content/incidents/pemba-ferry-ff343f88.yml"]
    assert check_links([_record("a", merged_into="b")], unread=frozenset(("b",))) == ()
