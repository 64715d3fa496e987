"""Lines of a document's body: what every later cut starts from."""

import re
from typing import NamedTuple

from generator.model.span import Span

_LINE = re.compile(r"[^ \r\n][^\r\n]*")
"""From the first visible sign of a line; folded text knows no white space but blank, CR and LF."""


class Line(NamedTuple):
    """A line that holds something.

    Attributes:
        start: code point of its first visible sign.
        end: code point behind its last visible sign.
        apart: whether blank lines, or nothing at all, stand above it.
        indented: whether blanks stand before its first sign.
    """

    start: int
    end: int
    apart: bool
    indented: bool

    @property
    def span(self) -> Span:
        """Code points of the document."""
        return Span(self.start, self.end)

    def of(self, text: str) -> str:
        """The line's words."""
        return text[self.start : self.end]


def find_lines(folded: str, body: Span) -> tuple[Line, ...]:
    """The lines of the body that are not blank, in order."""
    lines: list[Line] = []
    previous = body.start
    for found in _LINE.finditer(folded, body.start, body.end):
        start = found.start()
        apart = not lines or are_apart(folded, previous, start)
        indented = folded[start - 1 : start] == " "
        previous = start + len(found[0].rstrip(" "))
        lines.append(Line(start, previous, apart, indented))
    return tuple(lines)


def are_apart(folded: str, end: int, start: int) -> bool:
    """Whether at least one line lies between the end of a line and the start of a later one."""
    return (folded.count("\n", end, start) or folded.count("\r", end, start)) > 1
