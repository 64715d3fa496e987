from collections.abc import Callable, Mapping

import pytest

from generator.check.report import check_workspace
from generator.check.schema import check_schema
from generator.errors import InvalidRecord
from generator.model.finding import Finding
from generator.store.record import parse_record

Found = Callable[..., list[str]]
Check = Callable[..., tuple[Finding, ...]]


def test_findings_come_by_file_line_and_column(check: Check) -> None:
    findings = check(
        "attacks",
        "responds_to: accusation-india-military",
        "responds_to: accusation",
        "differ on militants killed",
        "differ on 237 militants killed",
        "{by: military, day: Saturday}",
        "{by: minister, day: Saturday}",
    )
    assert [finding.code for finding in findings] == ["number-without-claim", "unknown-actor", "dangling-reference"]
    assert [finding.order for finding in findings] == sorted(finding.order for finding in findings)


def test_a_file_that_is_no_record_is_told_with_the_loaders_own_words() -> None:
    error = InvalidRecord(
        "content/incidents/x.yml",
        expected="each key once",
        found="id again",
        hint="keep one",
        code="duplicate-key",
        at=(4, 1),
    )
    (finding,) = check_schema([error])
    assert str(finding) == str(error).replace(": duplicate-key", ": error: duplicate-key")


def test_a_link_to_a_file_that_is_no_record_is_not_told_too(texts: Mapping[str, str]) -> None:
    file = "content/incidents/balochistan-attacks-b1512c5f.yml"
    linked = texts[file].replace("d1:2408-2458, link: null", "d1:2408-2458, link: rafah-opening-12345678")
    records = [parse_record(linked, file)]
    broken = InvalidRecord("content/incidents/rafah-opening-12345678.yml", expected="YAML", found="a fault")
    codes = [finding.code for finding in check_workspace(records, {}, schema_errors=[broken])]
    assert codes == ["source-missing", "half-link", "schema"]
    assert "dangling-link" in [finding.code for finding in check_workspace(records, {})]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("kind: event", "kind: event\n  ①kind: event", id="duplicate key"),
        pytest.param("kind: event", "kind: event ①# note", id="comment"),
        pytest.param("kind: event", "colour: ①red\n  kind: event", id="unknown field"),
        pytest.param("what: {who: india}", "what: ①&x {who: india}", id="anchor"),
    ],
)
def test_a_fault_of_the_file_stands_beside_the_findings_of_the_others(old: str, new: str, found: Found) -> None:
    (line,) = found("attacks", old, new)
    assert line.startswith("① error ")


def test_a_record_that_was_merged_into_another_is_not_held_to_its_documents(texts: Mapping[str, str]) -> None:
    files = list(texts)
    merged = texts[files[0]].replace("\ntypes: ", "\nstatus: {merged_into: pemba-ferry-ff343f88}\ntypes: ", 1)
    records = [parse_record(merged, files[0]), parse_record(texts[files[1]], files[1])]
    findings = check_workspace(records, {})
    assert {finding.file for finding in findings} == {files[1]}
    assert "source-missing" in [finding.code for finding in check_workspace(records[1:], {})]
