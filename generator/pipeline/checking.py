"""What stands in a workspace, read and checked."""

from collections.abc import Sequence

from generator.check.report import check_workspace
from generator.errors import InvalidRecord
from generator.model.document import Document
from generator.model.finding import Finding
from generator.model.incident import Record
from generator.model.values import value
from generator.read.files import read_folder
from generator.settings import Workspace
from generator.store.record import record_of
from generator.store.repository import check_last_words, read_history, read_records
from generator.store.seals import seals_of


@value
class Checked:
    """The records of a workspace and what is to be said about them.

    Attributes:
        records: those that could be read.
        findings: about records and their histories, by file, line and column.
    """

    records: tuple[Record, ...]
    findings: tuple[Finding, ...]


def check_seeds_and_records(workspace: Workspace) -> tuple[Finding, ...]:
    """Everything that `briefing check` reports, by file, line and column."""
    documents, findings = read_folder(workspace.seeds)
    checked = check_records(workspace, documents)
    return sort_findings((*findings, *checked.findings))


def check_records(workspace: Workspace, documents: Sequence[Document]) -> Checked:
    """The records as they stand now, checked against the documents.

    Args:
        workspace: where they lie.
        documents: all that could be read.
    """
    records, faults = read_records(workspace)
    counted = {record.file for record in records}
    unread = [fault for fault in faults if _is_about_record(fault, workspace) and fault.file not in counted]
    findings = check_workspace(
        records,
        {document.file: document for document in documents},
        canonical={record.file: record_of(record.incident) for record in records},
        seals={record.file: seals_of(record.incident) for record in records if _is_reviewed(record)},
        schema_errors=list(map(_as_error, unread)),
    )
    others = (fault for fault in faults if fault not in unread)
    histories = (finding for record in records for finding in read_history(workspace, record.incident.id)[1])
    return Checked(records, sort_findings((*findings, *others, *histories, *check_last_words(workspace))))


def sort_findings(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """By file, line and column, each once."""
    return tuple(sorted(dict.fromkeys(findings), key=lambda finding: finding.order))


def _is_reviewed(record: Record) -> bool:
    return any(claim.review is not None for claim in record.incident.claims)


def _is_about_record(fault: Finding, workspace: Workspace) -> bool:
    return fault.file.startswith(f"{workspace.name(workspace.incidents)}/")


def _as_error(fault: Finding) -> InvalidRecord:
    """A fault as the check room takes it: what leads to a record that cannot be read is no dangling link."""
    at = (fault.line, fault.column or 1) if fault.line else None
    return InvalidRecord(
        fault.file, expected=fault.expected, found=fault.found, hint=fault.hint, code=fault.code, at=at
    )
