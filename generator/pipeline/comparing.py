"""Two versions of a workspace's records, read and compared."""

import hashlib
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.errors import InvalidRecord
from generator.model.finding import Finding
from generator.model.incident import Record
from generator.model.values import value
from generator.pipeline.contexts import find_surroundings
from generator.pipeline.versions import NoSuchVersion, Repository, find_commit, find_repository, list_files, read_blobs
from generator.review.comparison import Comparison, compare
from generator.review.counts import count_fields
from generator.review.edition import Edition
from generator.settings import MAX_DOCUMENT_BYTES, Workspace
from generator.store.files import SUFFIX, bytes_in, record_files
from generator.store.record import finding_of, parse_or_faults
from generator.store.recordtext import read_text
from generator.store.seals import seals_of

WORKING_TREE = "working tree"
"""What the files are called as they lie there."""

_SHORT = 10
_SHA256_DIGITS = 64


@value
class _Version:
    """The record files of one version: name -> id of the content, name -> bytes where they are at hand.

    The commit is None for the files as they lie there.
    """

    name: str
    ids: Mapping[str, str]
    contents: Mapping[str, bytes]
    unread: tuple[Finding, ...] = ()
    commit: str | None = None


def compare_versions(workspace: Workspace, base: str, head: str | None) -> Comparison:
    """What differs between two versions of the records; files that are the same in both are not looked into.

    Args:
        workspace: where they lie.
        base: a commit.
        head: another one, or None for the files as they lie there.

    Raises:
        NoSuchVersion: the folder is in no repository, or a commit is not there.
    """
    repository = find_repository(workspace.root)
    before = _committed(workspace, repository, base)
    after = _lying(workspace, before) if head is None else _committed(workspace, repository, head)
    differing = {name for name in {*before.ids, *after.ids} if before.ids.get(name) != after.ids.get(name)}
    old, lost = _editions(workspace, repository, before, differing)
    new, unread = _editions(workspace, repository, after, differing)
    # A record that cannot be read any more is told as such, and not as one that is gone.
    broken = {finding.file for finding in unread}
    changes = compare([each for each in old if each.record.file not in broken], new)
    told = (*(_earlier(finding, before) for finding in lost), *after.unread, *unread)
    return Comparison(before.name, after.name, changes, told, count_fields(changes))


def _committed(workspace: Workspace, repository: Repository, name: str) -> _Version:
    commit = find_commit(repository, name)
    files = list_files(repository, commit, workspace.name(workspace.incidents))
    known = commit[:_SHORT] if commit.startswith(name) else f"{name} ({commit[:_SHORT]})"
    return _Version(known, {each: ident for each, ident in files.items() if _is_record(each)}, {}, commit=commit)


def _is_record(name: str) -> bool:
    return name.lower().endswith((SUFFIX, ".yaml")) and not name.startswith(".") and "/" not in name


def _lying(workspace: Workspace, before: _Version) -> _Version:
    """The files as they lie there, each with the id that git would give its content."""
    digits = max((len(ident) for ident in before.ids.values()), default=0)
    contents, unread = {}, []
    for path in record_files(workspace):
        try:
            contents[path.name] = bytes_in(path, workspace.name(path))
        except InvalidRecord as fault:
            unread.append(finding_of(fault))
    ids = {name: _content_id(data, digits) for name, data in contents.items()}
    ids |= {os.path.basename(finding.file): "" for finding in unread}
    return _Version(WORKING_TREE, ids, contents, tuple(unread))


def _content_id(data: bytes, digits: int) -> str:
    """The id that git gives a file's content; which digest that is shows in the length of the ids it prints."""
    digest = hashlib.sha256 if digits == _SHA256_DIGITS else hashlib.sha1
    return digest(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


def _editions(
    workspace: Workspace, repository: Repository, version: _Version, names: set[str]
) -> tuple[list[Edition], list[Finding]]:
    """The records of some files, and the faults of those that are none."""
    wanted = {name: ident for name, ident in version.ids.items() if name in names and ident}
    blobs = read_blobs(repository, [ident for name, ident in wanted.items() if name not in version.contents])
    records, findings = [], []
    for name, ident in sorted(wanted.items()):
        file = f"{workspace.name(workspace.incidents)}/{name}"
        try:
            data = version.contents[name] if name in version.contents else blobs[ident]
            result = parse_or_faults(read_text(data, file), file)
        except InvalidRecord as fault:
            result = (fault,)
        if isinstance(result, Record):
            records.append(result)
        else:
            findings += [finding_of(fault) for fault in result]
    texts = _documents(workspace, repository, version, records)
    return [_edition(each, texts) for each in records], findings


def _edition(record: Record, texts: Mapping[str, bytes]) -> Edition:
    return Edition(record, seals_of(record.incident), find_surroundings(record.incident, texts))


def _documents(
    workspace: Workspace, repository: Repository, version: _Version, records: Iterable[Record]
) -> Mapping[str, bytes]:
    """The documents that some records draw on, as that version has them; those that it lacks are left out."""
    files = {source.file for record in records for source in record.incident.documents}
    if version.commit is None:
        lying = ((file, workspace.seeds / file) for file in sorted(files))
        return {file: data for file, path in lying if (data := _document(path, file)) is not None}
    ids: dict[str, str] = {}
    for folder in sorted({file.rpartition("/")[0] for file in files}):
        place = "/".join(part for part in (workspace.name(workspace.seeds), folder) if part)
        listed = list_files(repository, version.commit, place)
        ids |= {f"{folder}/{name}".removeprefix("/"): ident for name, ident in listed.items()}
    try:
        blobs = read_blobs(repository, [ids[file] for file in sorted(files) if file in ids])
    except NoSuchVersion:
        return {}  # a clone without old files still gives a sheet
    return {file: blobs[ids[file]] for file in sorted(files) if file in ids}


def _document(path: Path, file: str) -> bytes | None:
    try:
        return bytes_in(path, file, MAX_DOCUMENT_BYTES)
    except InvalidRecord:
        return None


def _earlier(finding: Finding, version: _Version) -> Finding:
    """A fault of a file in the version before, which is nobody's to mend any more."""
    return Finding(
        finding.file, finding.code, finding.expected, finding.found, f"so it stood in {version.name}",
        line=finding.line, column=finding.column,
    )  # fmt: skip
