"""The records of a workspace: read from ``content/``, and brought up to date with what the documents say."""

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.errors import InvalidRecord
from generator.model.finding import Finding, Severity
from generator.model.incident import Incident, Record
from generator.settings import Workspace
from generator.store.desk import Stored
from generator.store.files import MAX_HISTORY, SUFFIX, bytes_in, bytes_or_fault, last_words, record_files
from generator.store.history import Change, read_changes
from generator.store.holders import grouped, index_records
from generator.store.journal import LOCK_SECONDS, STAGING, Write, commit, held, unfinished
from generator.store.jsonschema import schema_text
from generator.store.lastword import check_digest
from generator.store.reconcile import Contents, plan
from generator.store.record import finding_of, parse_or_faults, parse_record
from generator.store.recordtext import check_text, read_text

_ID = re.compile("[a-z0-9][a-z0-9-]{0,99}")
_SCHEMA = "incident.schema.json"


@dataclass(frozen=True, slots=True)
class Reconciled:
    """What a run did to the records.

    Attributes:
        changed: files that changed, relative to the workspace, in the order written.
        findings: what a person should know.
    """

    changed: tuple[str, ...]
    findings: tuple[Finding, ...]


def read_record(path: Path, *, name: str | None = None) -> Record:
    """The record of one file.

    Args:
        path: a record file.
        name: how messages call it; the path where nothing else is said.

    Raises:
        InvalidRecord: it is missing, no regular file, or no record.
    """
    file = name or path.as_posix()
    return parse_record(read_text(bytes_in(path, file), file), file)


def read_records(workspace: Workspace) -> tuple[tuple[Record, ...], tuple[Finding, ...]]:
    """All records that people edit, sorted by file name, and what is wrong with those that cannot be used.

    A broken file keeps none of the others from being read.
    """
    records: list[Record] = []
    findings: list[Finding] = []
    if unfinished(workspace.content):
        hint = "run `briefing build`, which settles it"
        found = "a change that was interrupted"
        name = f"content/{STAGING}"
        findings.append(Finding(name, "unfinished-write", "no staged files", found, hint, severity=Severity.WARNING))
    try:
        paths = record_files(workspace)
    except InvalidRecord as fault:
        return (), (*findings, finding_of(fault))
    for path in paths:
        file = workspace.name(path)
        try:
            result = parse_or_faults(read_text(bytes_in(path, file), file), file)
        except InvalidRecord as fault:
            result = (fault,)
        if not isinstance(result, Record):
            findings += map(finding_of, result)
        elif path.name != result.incident.id + SUFFIX:
            findings.append(_misnamed(result))
        else:
            records.append(result)
    return tuple(records), tuple(findings)


def read_history(workspace: Workspace, name: str) -> tuple[tuple[Change, ...], tuple[Finding, ...]]:
    """The changes of one record, oldest first; none where it has no history.

    Args:
        workspace: where it lies.
        name: id of the record.
    """
    path = workspace.history / f"{name}.jsonl"
    file = workspace.name(path)
    if not os.path.lexists(path):
        return (), ()
    try:
        return read_changes(bytes_in(path, file, MAX_HISTORY).decode("utf-8", "replace"), file)
    except InvalidRecord as fault:
        return (), (finding_of(fault),)


def read_contents(
    workspace: Workspace, extracted: Iterable[Incident], records: Iterable[Record] | None = None
) -> Contents:
    """What ``content/`` holds of the records that some incidents belong to.

    Args:
        workspace: where the records lie.
        extracted: freshly extracted incidents.
        records: all records of the workspace, where they have been read already.
    """
    known = {each.incident.id: each for each in (read_records(workspace)[0] if records is None else records)}
    files: dict[str, str] = {}
    paths = record_files(workspace)
    for path in paths:
        if path.stem not in known or path.suffix != SUFFIX:
            renamed = _parsed(path, workspace.name(path))
            if renamed is not None and renamed.incident.id not in known and _ID.fullmatch(path.stem):
                known[renamed.incident.id] = renamed
                files[renamed.incident.id] = path.name
    standing = {*known, *(path.stem for path in paths if path.name not in files.values())}
    index = index_records((each.incident for each in known.values()), last_words(workspace) - standing)
    index = replace(index, ids=frozenset(standing))
    stored: dict[str, Stored] = {}
    for name, _ in grouped(extracted, index):
        if _ID.fullmatch(name):
            aliases = known[name].incident.aliases if name in known else ()
            stored[name] = _stored(workspace, name, files.get(name), aliases)
    return Contents(stored, index)


def check_last_words(workspace: Workspace) -> tuple[Finding, ...]:
    """Generated files that are not as the program wrote them (``edited-generated``) or cannot be read."""
    findings = []
    for name in sorted(last_words(workspace)):
        path = workspace.generated / (name + SUFFIX)
        file = workspace.name(path)
        try:
            text = read_text(bytes_in(path, file), file)
            check_text(text, file)
            check_digest(text, file)
        except InvalidRecord as fault:
            findings.append(finding_of(fault))
    return tuple(findings)


def reconcile(
    workspace: Workspace, extracted: Iterable[Incident], *, on: date, timeout: float = LOCK_SECONDS
) -> Reconciled:
    """Bring the records up to date with what the documents say; what a person edited is kept.

    Args:
        workspace: where the records lie.
        extracted: every incident that the documents give now.
        on: day of the run, for the history.
        timeout: seconds to wait for another run.

    Raises:
        WorkspaceBusy: another run holds the workspace.
        BriefingError: the disk refused; then all files are as they were, or as they should be.
    """
    incidents = tuple(extracted)
    with held(workspace.content, timeout=timeout):
        step = plan(incidents, read_contents(workspace, incidents), on=on)
        return Reconciled(apply(workspace, step.writes), step.findings)


def apply(workspace: Workspace, writes: Iterable[Write]) -> tuple[str, ...]:
    """Carry out planned writes, all or none, while the workspace is held; the names of the files that changed.

    Raises:
        BriefingError: a file is no longer what it was, or the disk refused.
    """
    return tuple(f"{workspace.content.name}/{path}" for path in commit(workspace.content, writes))


def write_schema(workspace: Workspace, *, timeout: float = LOCK_SECONDS) -> tuple[str, ...]:
    """Bring ``content/incident.schema.json`` up to date; the name of the file if it changed.

    Raises:
        WorkspaceBusy: another run holds the workspace.
        BriefingError: the disk refused.
    """
    with held(workspace.content, timeout=timeout):
        path = workspace.content / _SCHEMA
        old = bytes_in(path, workspace.name(path)) if os.path.lexists(path) else None
        return apply(workspace, [Write(_SCHEMA, schema_text().encode(), old)])


def _stored(workspace: Workspace, name: str, file: str | None, aliases: Iterable[str]) -> Stored:
    """What lies under an id; base and history may still lie under an earlier one."""
    ours = workspace.incidents / (file or name + SUFFIX)
    bases = [(each, workspace.generated / (each + SUFFIX)) for each in (name, *aliases)]
    former = next((each for each, path in bases if os.path.lexists(path)), name)
    parts = [ours, workspace.generated / (former + SUFFIX), workspace.history / f"{former}.jsonl"]
    found = [bytes_or_fault(path, workspace.name(path)) if os.path.lexists(path) else None for path in parts]
    return Stored(found[0], found[1], found[2], file=file, former=former if former != name else None)


def _parsed(path: Path, file: str) -> Record | None:
    try:
        return parse_record(read_text(bytes_in(path, file), file), file)
    except InvalidRecord:
        return None


def _misnamed(record: Record) -> Finding:
    position = record.position(("id",))
    return Finding(
        record.file,
        "file-name",
        f"the file name {record.incident.id}{SUFFIX}",
        record.file.rpartition("/")[2],
        "rename the file; the id stays",
        line=position.line if position else None,
        column=position.column if position else None,
    )
