"""The files of ``content/``: which there are, and their bytes; only regular files of bearable size are read."""

import os
import stat
from pathlib import Path

from generator.errors import InvalidRecord
from generator.settings import Workspace
from generator.store.disk import read_bytes
from generator.store.recordtext import MAX_BYTES, place_in

SUFFIX = ".yml"
MAX_HISTORY = 20_000_000
"""Largest history, in bytes."""


def record_files(workspace: Workspace) -> list[Path]:
    """What stands for a record, sorted by name; hidden files of editors do not.

    Raises:
        InvalidRecord: the folder is none, or cannot be read.
    """
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
    return [folder / each for each in sorted(files) if each.lower().endswith((SUFFIX, ".yaml")) and each[0] != "."]


def last_words(workspace: Workspace) -> set[str]:
    """Ids of the records that the machine has a last word on.

    Raises:
        InvalidRecord: the folder cannot be read.
    """
    try:
        names = os.listdir(workspace.generated) if workspace.generated.is_dir() else []
    except OSError as error:
        raise _unreadable(workspace.name(workspace.generated), error) from error
    return {name.removesuffix(SUFFIX) for name in names if name.endswith(SUFFIX) and name[0] != "."}


def bytes_or_fault(path: Path, file: str) -> bytes | InvalidRecord:
    """The bytes of a file, or why they cannot be read."""
    try:
        return bytes_in(path, file, MAX_HISTORY)
    except InvalidRecord as fault:
        return fault


def bytes_in(path: Path, file: str, limit: int = MAX_BYTES) -> bytes:
    """The bytes of a file.

    Args:
        path: the file.
        file: its name, for messages.
        limit: most bytes.

    Raises:
        InvalidRecord: it is missing, no regular file, or too large.
    """
    try:
        found = os.lstat(path)
        if not stat.S_ISREG(found.st_mode):
            what = "a link" if stat.S_ISLNK(found.st_mode) else "something else"
            hint = "put the file itself in its place"
            raise InvalidRecord(file, code="not-a-file", expected="a regular file", found=what, hint=hint)
        if found.st_size > limit:
            raise _too_large(path, file, found.st_size, limit)
        raw = read_bytes(path)
    except OSError as error:
        raise _unreadable(file, error) from error
    return raw or b""


def _too_large(path: Path, file: str, size: int, limit: int) -> InvalidRecord:
    """A file of too many bytes, at the place where it should have ended."""
    with path.open("rb") as start:
        kept = start.read(limit).decode("utf-8", "replace")
    expected, found, hint = f"at most {limit:,} bytes", f"{size:,}", "split the record"
    at = place_in(kept, len(kept))
    return InvalidRecord(file, at=at, code="too-large", expected=expected, found=found, hint=hint)


def _unreadable(file: str, error: OSError) -> InvalidRecord:
    found, hint = error.strerror or "a fault", "check who may read it"
    return InvalidRecord(file, code="unreadable", expected="something to read", found=found, hint=hint)
