"""The door of record files: bytes become text, and text that no parser of YAML should meet is refused.

What is refused here could be taken differently by another reader, or be shown to a reviewer as something else than it
is: other encodings, controls, line ends that only one version of YAML knows, signs that turn the direction of text.
"""

import re

from generator.errors import InvalidRecord
from generator.store.scalars import RAW_REFUSED

MAX_BYTES = 1_000_000
"""Largest record file, in bytes."""

_CONFLICT_MARKS = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")


def read_text(raw: bytes, file: str) -> str:
    r"""Decode a record file: strict UTF-8; a byte order mark is dropped, ``\r\n`` becomes ``\n``.

    Raises:
        InvalidRecord: over-large, or not UTF-8.
    """
    if len(raw) > MAX_BYTES:
        raise _too_large(raw[:MAX_BYTES].decode("utf-8", "replace"), len(raw), file)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8").removeprefix("\ufeff")
        raise InvalidRecord(
            file,
            at=place_in(before, len(before)),
            code="not-utf8",
            expected="UTF-8",
            found=f"the byte 0x{raw[error.start]:02x}",
            hint="save the file as UTF-8",
        ) from None
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


def check_text(text: str, file: str) -> None:
    """Refuse text that is too long, holds signs a record may not hold, or was left in the middle of a merge.

    Raises:
        InvalidRecord: names the first such sign or line.
    """
    if len(text) > MAX_BYTES:
        raise _too_large(text[:MAX_BYTES], len(text), file)
    # Text that can be printed holds no such sign, and that is known in a tenth of the time.
    refused = None if text.replace("\n", "").isprintable() else RAW_REFUSED.search(text)
    if refused is not None:
        raise _refused_sign(text, refused, file)
    marks = [index for index in map(text.find, _CONFLICT_MARKS) if index == 0]
    marks += [index + 1 for index in (text.find(f"\n{mark}") for mark in _CONFLICT_MARKS) if index >= 0]
    if marks:
        raise InvalidRecord(
            file,
            at=place_in(text, min(marks)),
            code="conflict",
            expected="a merged file",
            found="the mark of an unsettled merge conflict",
            hint="keep one of the two sides, then remove the marks",
        )


def place_in(text: str, index: int) -> tuple[int, int]:
    """Line and column, both 1-based and in code points, of an index of a text."""
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


def _too_large(kept: str, size: int, file: str) -> InvalidRecord:
    return InvalidRecord(
        file,
        at=place_in(kept, len(kept)),
        code="too-large",
        expected=f"at most {MAX_BYTES:,} bytes",
        found=f"{size:,}",
        hint="a record is read by people; split it",
    )


def _refused_sign(text: str, found: re.Match[str], file: str) -> InvalidRecord:
    tab = found[0] == "\t"
    return InvalidRecord(
        file,
        at=place_in(text, found.start()),
        code="tab" if tab else "control-character",
        expected="spaces" if tab else "letters, signs and line ends",
        found="a tab" if tab else f"the sign U+{ord(found[0]):04X}",
        hint="indent with spaces; within quotes write \\t" if tab else "remove it, or write it as an escape in quotes",
    )
