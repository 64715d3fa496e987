"""Files below a folder: every one becomes a document or a finding, none is dropped in silence."""

import os
import stat
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from generator.errors import UnreadableDocument
from generator.model.document import Document
from generator.model.finding import Finding, Severity
from generator.read.plaintext import check_size, read_document
from generator.read.reading import Reading, finding_of, refusal
from generator.settings import MAX_DOCUMENT_BYTES

SUFFIXES = (".txt", ".md")
"""File name endings that are read, in any case."""

_OPENING = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""No link is followed and a pipe does not make the reader wait."""

_MAX_DEPTH = 20


def read_folder(folder: Path) -> tuple[tuple[Document, ...], tuple[Finding, ...]]:
    """All documents below a folder, sorted by name, and why the other files are none.

    Hidden files and folders are passed over. A document's file name is relative to the folder; findings put the
    folder's own name in front.

    Args:
        folder: usually a workspace's ``seeds/``.
    """
    documents: list[Document] = []
    findings: list[Finding] = []
    for name, fault in sorted(_names(folder), key=lambda found: found[0]):
        called = f"{folder.name}/{name}" if name else folder.name
        if fault is not None:
            findings.append(replace(fault, file=called))
            continue
        try:
            reading = read_file(folder / name, name)
        except UnreadableDocument as error:
            findings.append(replace(finding_of(error), file=called))
        else:
            documents.append(reading.document)
            findings.extend(replace(finding, file=called) for finding in reading.findings)
    return tuple(documents), tuple(findings)


def read_file(path: Path, name: str) -> Reading:
    """One file as a document.

    Args:
        path: where it lies.
        name: what the document is called.

    Raises:
        UnreadableDocument: not a regular file, not to be opened, or its bytes are no document.
    """
    try:
        handle = os.open(path, _OPENING)
    except OSError as error:
        raise _unopened(name, error) from error
    with os.fdopen(handle, "rb") as stream:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise _irregular(name, "a folder, pipe or device")
        check_size(status.st_size, name)
        try:
            data = stream.read(MAX_DOCUMENT_BYTES + 1)
        except OSError as error:
            raise _unopened(name, error) from error
    return read_document(data, name)


def _irregular(name: str, found: str) -> UnreadableDocument:
    return refusal(name, expected="a regular file", found=found, hint="put the file itself there or remove it")


def _unopened(name: str, error: OSError) -> UnreadableDocument:
    found = (error.strerror or "an error of the system").lower()
    return refusal(name, expected="a file that can be opened", found=found, hint="check the file and its permissions")


def _names(folder: Path, prefix: str = "", depth: int = 0) -> Iterator[tuple[str, Finding | None]]:
    """Names below the folder with forward slashes; with a finding where the entry is no document."""
    try:
        with os.scandir(folder) as entries:
            listed = list(entries)
    except OSError as error:
        yield prefix.rstrip("/"), finding_of(_unopened(prefix, error))
        return
    for entry in listed:
        if entry.name.startswith("."):
            continue
        name = prefix + entry.name
        fault = _entry_fault(entry)
        if fault is None and entry.is_dir(follow_symlinks=False):
            if depth < _MAX_DEPTH:
                yield from _names(folder / entry.name, f"{name}/", depth + 1)
            else:
                yield name, finding_of(_irregular(name, f"a folder more than {_MAX_DEPTH} levels down"))
        else:
            yield (name if fault is None else _printable(name)), fault


def _entry_fault(entry: os.DirEntry[str]) -> Finding | None:
    """Why the entry is not to be opened, or None."""
    if not entry.name.isprintable():
        error = refusal("", expected="a file name of visible characters", found="others", hint="rename the file")
        return finding_of(error)
    if entry.is_symlink():
        return finding_of(_irregular("", "a symbolic link"))
    if entry.is_dir(follow_symlinks=False) or entry.name.lower().endswith(SUFFIXES):
        return None
    expected = f"a file that ends with {' or '.join(SUFFIXES)}"
    found = repr(os.path.splitext(entry.name)[1] or entry.name)
    return Finding("", "unknown-format", expected, found, "it is passed over", severity=Severity.NOTE)


def _printable(name: str) -> str:
    """The name for a message: signs that cannot be shown are written as escapes."""
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in name)
