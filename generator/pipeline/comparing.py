"""Two versions of a workspace's records, read and compared."""

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass

from generator.errors import InvalidRecord
from generator.model.finding import Finding
from generator.model.incident import Record
from generator.pipeline.versions import Repository, find_commit, find_repository, list_files, read_blobs
from generator.review.comparison import Comparison, Edition, compare
from generator.review.counts import count_fields
from generator.settings import Workspace
from generator.store.files import SUFFIX, bytes_in, record_files
from generator.store.record import finding_of, parse_or_faults
from generator.store.recordtext import read_text
from generator.store.seals import seals_of

WORKING_TREE = "working tree"
"""What the files are called as they lie there."""

_SHORT = 10
_SHA256_DIGITS = 64


@dataclass(frozen=True, slots=True)
class _Version:
    """The record files of one version: name -> id of the content, name -> bytes where they are at hand."""

    name: str
    ids: Mapping[str, str]
    contents: Mapping[str, bytes]
    unread: tuple[Finding, ...] = ()


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
    return _Version(known, {each: ident for each, ident in files.items() if _is_record(each)}, {})


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
    editions, findings = [], []
    for name, ident in sorted(wanted.items()):
        file = f"{workspace.name(workspace.incidents)}/{name}"
        try:
            data = version.contents[name] if name in version.contents else blobs[ident]
            result = parse_or_faults(read_text(data, file), file)
        except InvalidRecord as fault:
            result = (fault,)
        if isinstance(result, Record):
            editions.append(Edition(result, seals_of(result.incident)))
        else:
            findings += [finding_of(fault) for fault in result]
    return editions, findings


def _earlier(finding: Finding, version: _Version) -> Finding:
    """A fault of a file in the version before, which is nobody's to mend any more."""
    return Finding(
        finding.file, finding.code, finding.expected, finding.found, f"so it stood in {version.name}",
        line=finding.line, column=finding.column,
    )  # fmt: skip
