"""Two clean records with their documents, and a way to plant a fault in one of them."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.check.report import check_workspace
from generator.errors import InvalidRecord
from generator.model.document import Document
from generator.model.finding import Finding
from generator.model.incident import Record
from generator.read.plaintext import read_document
from generator.store.record import parse_record, record_of

HERE = Path(__file__).parent
SEEDS = (HERE.parents[2] / "seeds" / "000_a32e27e422697ddd.txt", HERE / "seeds" / "ferry-fire.txt")
RECORDS = {
    "attacks": HERE / "records" / "balochistan-attacks-b1512c5f.yml",
    "ferry": HERE / "records" / "pemba-ferry-ff343f88.yml",
}

MARKS = "①②③④"

Texts = Mapping[str, str]
Check = Callable[..., tuple[Finding, ...]]


@pytest.fixture(scope="session")
def documents() -> Mapping[str, Document]:
    """The two source documents by name."""
    return {path.name: read_document(path.read_bytes(), path.name).document for path in SEEDS}


@pytest.fixture(scope="session")
def texts() -> Texts:
    """The files of the two clean records."""
    return {f"content/incidents/{path.name}": path.read_text("utf-8") for path in RECORDS.values()}


def _planted(text: str, faults: tuple[str, ...]) -> tuple[str, dict[tuple[int | None, int | None], str]]:
    """The text with its faults, and where in it each mark stood: line and column -> mark."""
    for old, new in zip(faults[::2], faults[1::2], strict=True):
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
        text = text.replace(old, new)
    marks: dict[tuple[int | None, int | None], str] = {}
    for mark in MARKS:
        if mark in text:
            before = text[: text.index(mark)]
            marks[before.count("\n") + 1, len(before) - before.rfind("\n")] = mark
            text = text.replace(mark, "")
    return text, marks


def _read(texts: Texts) -> tuple[list[Record], list[InvalidRecord]]:
    records, errors = [], []
    for file, text in texts.items():
        try:
            records.append(parse_record(text, file))
        except InvalidRecord as error:
            errors.append(error)
    return records, errors


@pytest.fixture
def check(texts: Texts, documents: Mapping[str, Document]) -> Check:
    """Check the clean workspace after replacing, in one of its records, each first text by the second."""

    def run(
        record: str = "attacks", *faults: str, documents: Mapping[str, Document] = documents
    ) -> tuple[Finding, ...]:
        file = f"content/incidents/{RECORDS[record].name}"
        records, errors = _read({**texts, file: _planted(texts[file], faults)[0]})
        canonical = {one.file: record_of(one.incident) for one in records}
        return check_workspace(records, documents, canonical=canonical, schema_errors=errors)

    return run


@pytest.fixture
def found(check: Check, texts: Texts) -> Callable[..., list[str]]:
    """The same, each finding as ``mark severity code``.

    The mark is one of ①②③④ that stands in the replacing texts (and is taken out before the check) where the finding
    is expected; a finding anywhere else shows its line and column instead.
    """

    def run(record: str = "attacks", *faults: str, **more: object) -> list[str]:
        marks = _planted(texts[f"content/incidents/{RECORDS[record].name}"], faults)[1]
        findings = check(record, *faults, **more)
        places = [marks.get((one.line, one.column), f"{one.line}:{one.column}") for one in findings]
        return [f"{place} {one.severity} {one.code}" for place, one in zip(places, findings, strict=True)]

    return run
