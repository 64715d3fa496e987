"""Several files of ``content/`` change, come or go as one: all of them, or none, whatever happens on the way.

New bytes are written beside the old ones and made durable; then a journal, sealed with a checksum, names what is to
replace what. From that moment on the change is made: a run that finds the journal carries it out before anything
else. A run that finds no whole journal drops what lies there, and the old files stand untouched.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from generator.errors import BriefingError, WorkspaceBusy
from generator.model.values import value
from generator.store.disk import (
    check_folder,
    create,
    exists,
    make_folder,
    move,
    one_disk,
    read_bytes,
    remove,
    remove_folder,
    sync_folder,
    told,
)

LOCK = ".lock"
"""File below ``content/`` that one run holds while it writes."""

STAGING = ".staging"
"""Folder below ``content/`` for bytes on their way; hidden, so that one line keeps it out of version control."""

JOURNAL = "journal"
LOCK_SECONDS = 2.0

_PATH = re.compile(
    r"incident\.schema\.json|generated/[a-z0-9][a-z0-9-]*\.yml|history/[a-z0-9][a-z0-9-]*\.jsonl"
    r"|incidents/[^./\\\x00-\x1f\x7f][^/\\\x00-\x1f\x7f]*\.(?i:ya?ml)"  # people may call a record what they like
)
_TEMP = re.compile("[0-9]{1,9}")


@value
class Write:
    """New bytes for one file, or its end.

    Attributes:
        path: below ``content/``, with forward slashes.
        new: what it is to hold; None removes it.
        old: what it held when that was decided; None where there was no file.
    """

    path: str
    new: bytes | None
    old: bytes | None


@value
class _Entry:
    """A line of the journal: a staged file, its target, and the digests of the target after and before.

    Where the target is to go there is no staged file, and no digest after.
    """

    temp: str
    path: str
    new: str | None
    old: str | None


@contextmanager
def held(content: Path, *, timeout: float = LOCK_SECONDS) -> Iterator[None]:
    """Hold ``content/`` for writing; what an earlier run left unfinished is settled first.

    Args:
        content: the folder of records.
        timeout: seconds to wait for another run.

    Raises:
        WorkspaceBusy: another run holds it.
        BriefingError: the folder cannot be written.
    """
    with told(content, "be locked"):
        check_folder(content)
        lock = FileLock(content / LOCK, timeout=timeout)
        try:
            lock.acquire()
        except Timeout:
            raise WorkspaceBusy(
                f"{content.name}/{LOCK}: expected no other run in this workspace, found one; wait until it has ended"
            ) from None
    try:
        with told(content, "be recovered"):
            recover(content)
        yield
    finally:
        lock.release()


def commit(content: Path, writes: Iterable[Write]) -> tuple[str, ...]:
    """Make all changes durable, or none. To be called while `held`.

    Args:
        content: the folder of records.
        writes: at most one for each file.

    Returns:
        The files that changed, in the order given; a file whose bytes stay the same is not touched.

    Raises:
        BriefingError: a file is no longer what it was, or the disk refused.
    """
    pending = [write for write in writes if write.new != write.old]
    if not pending:
        return ()
    with told(content, "be written"):
        try:
            entries = _stage(content, pending)
        except BaseException:
            with suppress(OSError, BriefingError):
                _clear(content)
            raise
        try:
            _carry_out(content, entries)
        except BaseException:
            with suppress(OSError):
                _carry_out(content, entries)
            raise
    return tuple(write.path for write in pending)


def recover(content: Path) -> None:
    """Settle what an interrupted run left: a change with a whole journal is carried out, any other is dropped.

    Raises:
        BriefingError: the journal is not one that this program writes.
        OSError: the disk refused.
    """
    staging = content / STAGING
    if not exists(staging):
        return
    check_folder(staging)
    entries = _read_journal(staging)
    if entries is None:
        _clear(content)
    else:
        _carry_out(content, entries)


def unfinished(content: Path) -> bool:
    """Whether an interrupted run left a change that the next writing run will settle."""
    return exists(content / STAGING / JOURNAL)


def _stage(content: Path, writes: list[Write]) -> list[_Entry]:
    for write in writes:
        if _PATH.fullmatch(write.path) is None:
            raise BriefingError(f"{content.name}: expected the name of a record file, found {write.path!r}")
    staging = content / STAGING
    for folder in sorted({(content / write.path).parent for write in writes} | {staging}):
        make_folder(folder)
        if not one_disk(folder, content):
            raise BriefingError(f"{folder.name}: expected a folder on the same disk as {content.name}/, found another")
    sync_folder(content)
    entries = []
    for number, write in enumerate(writes):
        if read_bytes(content / write.path) != write.old:
            raise BriefingError(
                f"{content.name}/{write.path}: expected the file as it was read, found it changed meanwhile; run again"
            )
        if write.new is not None:
            create(staging / str(number), write.new)
        entries.append(_Entry(str(number), write.path, _digest(write.new), _digest(write.old)))
    sync_folder(staging)
    body = json.dumps([[entry.temp, entry.path, entry.new, entry.old] for entry in entries])
    create(staging / JOURNAL, f"{body}\n{_digest_of(body.encode())}\n".encode())
    sync_folder(staging)
    return entries


def _read_journal(staging: Path) -> list[_Entry] | None:
    """The entries of a whole journal; None where there is none, or a torn one."""
    raw = read_bytes(staging / JOURNAL)
    body, _, seal = (raw or b"").partition(b"\n")
    if not body or seal != f"{_digest_of(body)}\n".encode():
        return None
    try:
        entries = [_Entry(*each) for each in json.loads(body)]
        ours = all(_PATH.fullmatch(entry.path) and _TEMP.fullmatch(entry.temp) for entry in entries)
    except (TypeError, ValueError):
        ours = False
    if not ours:
        raise BriefingError(
            f"{STAGING}/{JOURNAL}: expected a journal of this program, found another; remove {STAGING}/"
        )
    return entries


def _carry_out(content: Path, entries: list[_Entry]) -> None:
    """Replace each file and drop the journal; harmless to repeat at any point.

    A file that a person changed since the journal was written keeps that change.
    """
    staging = content / STAGING
    for entry in entries:
        temp, target = staging / entry.temp, content / entry.path
        if entry.new is None:
            if _digest(read_bytes(target)) == entry.old:
                remove(target)
        elif exists(temp) and _digest(read_bytes(target)) in (entry.old, entry.new):
            move(temp, target)
    for folder in sorted({(content / entry.path).parent for entry in entries}):
        sync_folder(folder)
    _clear(content)


def _clear(content: Path) -> None:
    """Drop the journal first, so that it never names staged files that are gone; then the rest."""
    staging = content / STAGING
    if not exists(staging):
        return
    check_folder(staging)
    remove(staging / JOURNAL)
    sync_folder(staging)
    remove_folder(staging)


def _digest(data: bytes | None) -> str | None:
    """The digest of a file; None of none."""
    return None if data is None else _digest_of(data)


def _digest_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
