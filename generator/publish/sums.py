"""The list of checksums inside a bundle, in the form that ``sha256sum --check`` reads."""

import re
from collections.abc import Iterable

from generator.errors import BuildFailed
from generator.model.finding import Finding

SUMS = "SHA256SUMS"
"""Name of the list; it names every file of the bundle but itself."""

_LINE = re.compile(r"(?P<digest>[0-9a-f]{64}) [ *](?P<name>[^\x00-\x1f\\]+)")
_SHOWN = 60


def write_sums(sums: Iterable[tuple[str, str]]) -> bytes:
    """The list of these names and digests, a line each, in their order.

    Raises:
        BuildFailed: a file name holds a sign that a line cannot carry.
    """
    lines = []
    for name, digest in sums:
        line = f"{digest}  {name}"
        if not _LINE.fullmatch(line):
            raise BuildFailed(f"{name!r}: expected a file name without control signs and backslashes; rename the file")
        lines.append(f"{line}\n")
    return "".join(lines).encode("utf-8")


def read_sums(data: bytes) -> tuple[dict[str, str], tuple[Finding, ...]]:
    """The digest of each name, and what is wrong with lines that give none."""
    sums: dict[str, str] = {}
    faults = []
    for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), start=1):
        found = _LINE.fullmatch(line)
        if found is None:
            faults.append(_fault(number, "64 digits of a SHA-256 sum, two spaces and a file name", line))
        elif sums.setdefault(found["name"], found["digest"]) != found["digest"]:
            faults.append(_fault(number, "one sum for each file", line))
    return sums, tuple(faults)


def _fault(number: int, expected: str, line: str) -> Finding:
    return Finding(SUMS, "sums", expected, repr(line[:_SHOWN]), "get the bundle anew", line=number)
