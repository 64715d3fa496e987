"""Drift: a record file is written as the program itself would write it."""

from collections.abc import Iterator, Mapping, Sequence

from generator.check.finding import quoted
from generator.model.finding import Finding
from generator.model.incident import Record


def check_drift(records: Sequence[Record], canonical: Mapping[str, str]) -> tuple[Finding, ...]:
    """Files that are not in canonical form (``not-canonical``), at the first sign that differs.

    Args:
        records: the records with the text of their files.
        canonical: file -> what the emitter writes for its record; a file that is missing is not compared.
    """
    return tuple(finding for record in records for finding in _differing(record, canonical.get(record.file)))


def _differing(record: Record, canonical: str | None) -> Iterator[Finding]:
    if canonical is None or canonical == record.text:
        return
    given, wanted = record.text.split("\n"), canonical.split("\n")
    line = next(
        (number for number, pair in enumerate(zip(given, wanted, strict=False)) if pair[0] != pair[1]),
        min(len(given), len(wanted)),
    )
    here, there = (lines[line] if line < len(lines) else None for lines in (given, wanted))
    pairs = zip(here or "", there or "", strict=False)
    column = next(
        (number for number, pair in enumerate(pairs) if pair[0] != pair[1]), min(len(here or ""), len(there or ""))
    )
    yield Finding(
        file=record.file,
        code="not-canonical",
        expected=_shown(there, column),
        found=_shown(here, column),
        hint="write it as expected here: records have one form, so that reviews show changes alone",
        line=line + 1,
        column=column + 1,
    )


def _shown(line: str | None, column: int) -> str:
    """What stands at ``column`` of a line of the file."""
    if line is None:
        return "the end of the file"
    rest = line[column:]
    return quoted(rest) if rest.strip() else ("spaces" if rest else "the end of the line")
