"""The records of a workspace: read from ``content/``, and brought up to date with what the documents say."""

import os
from collections.abc import Collection, Iterable
from datetime import date
from functools import partial
from pathlib import Path

from generator.errors import InvalidRecord
from generator.model.finding import Finding, Severity
from generator.model.incident import Incident, Record
from generator.model.values import value
from generator.settings import Workspace
from generator.store.contents import is_named_by_id, read_contents
from generator.store.files import MAX_HISTORY, SUFFIX, bytes_in, last_words, record_files
from generator.store.history import Change, read_changes
from generator.store.journal import LOCK_SECONDS, STAGING, Write, commit, held, unfinished
from generator.store.jsonschema import schema_text
from generator.store.lastword import check_digest
from generator.store.reconcile import plan
from generator.store.record import finding_of, parse_or_faults, parse_record
from generator.store.recordtext import check_text, read_text

_SCHEMA = "incident.schema.json"


@value
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
    """All records that people edit, sorted by file name, and what is to be said of files that were found.

    A broken file keeps none of the others from being read. A record in a file that is not called by its id counts,
    unless another file has that id too.
    """
    parsed: list[Record] = []
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
        if isinstance(result, Record):
            parsed.append(result)
        else:
            findings += map(finding_of, result)
    records, others = _one_for_each_id(parsed, workspace)
    return records, (*findings, *others)


def _one_for_each_id(found: Iterable[Record], workspace: Workspace) -> tuple[tuple[Record, ...], list[Finding]]:
    """The records that count, and what is to be said of those whose files are not called by their ids.

    People may rename a file, and its record stays where readers find it. Of several files with one id, that of the
    right name counts, else the first.
    """
    records = tuple(found)
    misnamed = [record for record in records if not is_named_by_id(record)]
    if not misnamed:
        return records, []
    kept: dict[str, Record] = {}
    for record in sorted(records, key=lambda each: (not is_named_by_id(each), each.file)):
        kept.setdefault(record.incident.id, record)
    words = last_words(workspace)
    findings = [_misnamed(record, kept[record.incident.id], words) for record in misnamed]
    return tuple(record for record in records if kept[record.incident.id] is record), findings


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
        step = plan(incidents, read_contents(workspace, incidents, read_records(workspace)[0]), on=on)
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


def _misnamed(record: Record, counted: Record, words: Collection[str]) -> Finding:
    """What is to be said of a file that is not called by its record's id.

    Args:
        record: the record.
        counted: the record of that id that counts.
        words: ids that the machine has a last word on.
    """
    name, incident = record.file.rpartition("/")[2], record.incident
    stem = name.removesuffix(SUFFIX)
    position = record.position(("id",))
    say = partial(
        Finding, record.file, line=position.line if position else None, column=position.column if position else None
    )
    if counted is not record:
        expected, hint = "one file for each id", "that one counts; delete this one, or give it an id of its own"
        return say("record-twice", expected, f"{incident.id} in {counted.file} too", hint)
    if stem in words and incident.id not in words and stem not in incident.aliases:
        return say("id-changed", stem, incident.id, "put the id back, or keep the former one under `aliases:`")
    hint = "the record counts as it is; its page and its history go by the id"
    return say("file-name", f"the file name {incident.id}{SUFFIX}", name, hint, severity=Severity.NOTE)
