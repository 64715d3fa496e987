"""Findings for GitHub: annotations beside the lines they are about, and the full list as the step's summary."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.cli.printing import count_line, counted, visible
from generator.model.finding import Finding, Severity
from generator.review.markup import as_data, as_name

MOST = 10
"""Annotations of one severity that GitHub takes from one step; it drops the others without a word."""

SUMMARY_BYTES = 1_000_000
"""Longest summary of a step; GitHub refuses one of more than 1 MiB as a whole."""

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_ESCAPED = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_ESCAPED_PROPERTY = _ESCAPED | {":": "%3A", ",": "%2C"}


def annotation_lines(findings: Sequence[Finding], *, prefix: str = "") -> Iterator[str]:
    """Workflow commands, as many as GitHub shows; the last line counts what was found.

    Where there are more, the tenth notice says how many.

    Args:
        findings: sorted.
        prefix: way from the top of the repository to the workspace, ending in ``/``.
    """
    kept = _kept(findings)
    for finding in kept:
        yield _command(replace(finding, file=prefix + finding.file))
    rest = len(findings) - len(kept)
    if rest:
        words = f"{counted(rest, 'more finding')} not shown here; the summary of this step lists all {len(findings):,}"
        yield f"::notice title={_property('briefing check')}::{_data(words)}"
    yield count_line(findings)


def _kept(findings: Sequence[Finding]) -> list[Finding]:
    """The first findings of each severity; if any is left over, one notice fewer, to make room for saying so."""
    by_severity = {severity: [each for each in findings if each.severity is severity] for severity in Severity}
    if any(len(each) > MOST for each in by_severity.values()):
        by_severity[Severity.NOTE] = by_severity[Severity.NOTE][: MOST - 1]
    return [finding for each in by_severity.values() for finding in each[:MOST]]


def _command(finding: Finding) -> str:
    stands = [("file", finding.file), ("line", finding.line), ("col", finding.column), ("title", finding.code)]
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in stands if value is not None)
    return f"::{_COMMANDS[finding.severity]} {properties}::{_data(_words(finding))}"


def _words(finding: Finding) -> str:
    hint = f"; {finding.hint}" if finding.hint else ""
    return f"expected {finding.expected}, found {finding.found}{hint}"


def _property(text: str) -> str:
    return "".join(_ESCAPED_PROPERTY.get(sign, sign) for sign in visible(text))


def _data(text: str) -> str:
    return "".join(_ESCAPED.get(sign, sign) for sign in visible(text))


def step_summary(findings: Sequence[Finding], *, room: int = SUMMARY_BYTES) -> str:
    """All findings as Markdown, the errors first.

    Args:
        findings: sorted.
        room: most bytes; what does not fit is counted.
    """
    title = f"### briefing check\n\n<p>{as_data(count_line(findings))}</p>\n\n"
    if not findings:
        return title if len(title) <= room else ""
    names = "".join(f"<th>{name}</th>" for name in ("where", "code", "expected", "found", "what to do"))
    head = f"<table>\n<thead><tr>{names}</tr></thead>\n"
    rows = [_row(each) for severity in Severity for each in findings if each.severity is severity]
    taken = list(_fitting(rows, room - len((title + head).encode()) - 200))
    rest = len(rows) - len(taken)
    left = as_data(f"… and {counted(rest, 'more finding')}")
    more = f"\n<p><b>{left}</b></p>\n" if rest else ""
    whole = f"{title}{head}<tbody>\n{''.join(taken)}</tbody>\n</table>\n{more}\n"
    return whole if len(whole.encode()) <= room else ""


def _fitting(rows: Iterable[str], room: int) -> Iterator[str]:
    for row in rows:
        room -= len(row.encode())
        if room < 0:
            return
        yield row


def _row(finding: Finding) -> str:
    place = ":".join(str(part) for part in (finding.file, finding.line, finding.column) if part is not None)
    cells = (as_name(place), as_name(f"{finding.severity}: {finding.code}"))
    words = (as_data(text) for text in (finding.expected, finding.found, finding.hint))
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in (*cells, *words)) + "</tr>\n"
