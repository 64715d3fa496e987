"""The records of a workspace: read from ``content/``, and brought up to date with what the documents say."""

import os
import re
import stat
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.errors import InvalidRecord
from generator.model.finding import Finding, Severity
from generator.model.incident import Incident, Record
from generator.settings import Workspace
from generator.store.disk import read_bytes
from generator.store.history import Change, read_changes
from generator.store.journal import LOCK_SECONDS, STAGING, Write, commit, held, unfinished
from generator.store.jsonschema import schema_text
from generator.store.reconcile import Contents, Stored, plan
from generator.store.record import finding_of, parse_or_faults, parse_record
from generator.store.yamlfile import MAX_BYTES, read_text

_SUFFIX = ".yml"
_ID = re.compile("[a-z0-9][a-z0-9-]{0,99}")
_MAX_HISTORY = 20_000_000
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
    return parse_record(read_text(_bytes_of(path, file), file), file)


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
        paths = _record_files(workspace)
    except InvalidRecord as fault:
        return (), (*findings, finding_of(fault))
    for path in paths:
        file = workspace.name(path)
        try:
            result = parse_or_faults(read_text(_bytes_of(path, file), file), file)
        except InvalidRecord as fault:
            result = (fault,)
        if not isinstance(result, Record):
            findings += map(finding_of, result)
        elif path.name != result.incident.id + _SUFFIX:
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
        return read_changes(_bytes_of(path, file, _MAX_HISTORY).decode("utf-8", "replace"), file)
    except InvalidRecord as fault:
        return (), (finding_of(fault),)


def read_contents(workspace: Workspace, names: Collection[str]) -> Contents:
    """What ``content/`` holds under some ids, and the earlier ids that all its records keep."""
    aliases: dict[str, str] = {}
    records = {name: _stored(workspace, name) for name in names if _ID.fullmatch(name)}
    for path in _record_files(workspace):
        stored = records.get(path.stem)
        raw = stored.ours if stored else _bytes_or_fault(path, workspace.name(path))
        if isinstance(raw, bytes) and b"\naliases:" in raw:
            record = _parsed(raw, workspace.name(path))
            aliases |= dict.fromkeys(record.incident.aliases, record.incident.id) if record else {}
    return Contents(records, aliases)


def reconcile(
    workspace: Workspace, extracted: Iterable[Incident], *, on: date, timeout: float = LOCK_SECONDS
) -> Reconciled:
    """Bring the records up to date with what the documents say; a record that a person edited is kept.

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
        step = plan(incidents, read_contents(workspace, [each.id for each in incidents]), on=on)
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
        old = _bytes_of(path, workspace.name(path)) if os.path.lexists(path) else None
        return apply(workspace, [Write(_SCHEMA, schema_text().encode(), old)])


def _record_files(workspace: Workspace) -> list[Path]:
    """What stands for a record, sorted by name; hidden files of editors do not."""
    folder = workspace.incidents
    name = workspace.name(folder)
    if not os.path.lexists(folder):
        return []
    if folder.is_symlink() or not folder.is_dir():
        hint = "put a real folder in its place"
        raise InvalidRecord(name, code="not-a-folder", expected="a folder", found="a link or a file", hint=hint)
    try:
        files = os.listdir(folder)
    except OSError as error:
        raise _unreadable(name, error) from error
    return [folder / each for each in sorted(files) if each.lower().endswith((_SUFFIX, ".yaml")) and each[0] != "."]


def _stored(workspace: Workspace, name: str) -> Stored:
    history = workspace.history / f"{name}.jsonl"
    parts = [workspace.incidents / (name + _SUFFIX), workspace.generated / (name + _SUFFIX), history]
    found = [_bytes_or_fault(path, workspace.name(path)) if os.path.lexists(path) else None for path in parts]
    return Stored(*found)


def _bytes_or_fault(path: Path, file: str) -> bytes | InvalidRecord:
    try:
        return _bytes_of(path, file, _MAX_HISTORY)
    except InvalidRecord as fault:
        return fault


def _bytes_of(path: Path, file: str, limit: int = MAX_BYTES) -> bytes:
    try:
        found = os.lstat(path)
        if not stat.S_ISREG(found.st_mode):
            what = "a link" if stat.S_ISLNK(found.st_mode) else "something else"
            hint = "put the file itself in its place"
            raise InvalidRecord(file, code="not-a-file", expected="a regular file", found=what, hint=hint)
        if found.st_size > limit:
            expected, size = f"at most {limit:,} bytes", f"{found.st_size:,}"
            raise InvalidRecord(file, code="too-large", expected=expected, found=size, hint="split the record")
        raw = read_bytes(path)
    except OSError as error:
        raise _unreadable(file, error) from error
    return raw or b""


def _unreadable(file: str, error: OSError) -> InvalidRecord:
    found, hint = error.strerror or "a fault", "check who may read it"
    return InvalidRecord(file, code="unreadable", expected="something to read", found=found, hint=hint)


def _parsed(raw: bytes, file: str) -> Record | None:
    try:
        return parse_record(read_text(raw, file), file)
    except InvalidRecord:
        return None


def _misnamed(record: Record) -> Finding:
    position = record.position(("id",))
    return Finding(
        record.file,
        "file-name",
        f"the file name {record.incident.id}{_SUFFIX}",
        record.file.rpartition("/")[2],
        "rename the file; the id stays",
        line=position.line if position else None,
        column=position.column if position else None,
    )
