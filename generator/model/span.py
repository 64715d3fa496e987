"""Where something stands in a document."""

import re
from typing import Self

from generator.model.values import value

_CITATION = re.compile(r"(?P<document>d[1-9][0-9]{0,5}):(?P<start>0|[1-9][0-9]{0,8})-(?P<end>[1-9][0-9]{0,8})")


@value
class Span:
    """A half-open range of Unicode code points of a decoded document, 0-based.

    Attributes:
        start: offset of the first code point.
        end: offset behind the last code point; never before ``start``.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"no span: {self.start}-{self.end}")

    def __lt__(self, other: "Span") -> bool:
        return (self.start, self.end) < (other.start, other.end)

    def __len__(self) -> int:
        return self.end - self.start

    def __str__(self) -> str:
        return f"{self.start}-{self.end}"

    def of(self, text: str) -> str:
        """The slice of ``text`` that the span names."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def shifted(self, offset: int) -> "Span":
        """The same range seen from a text that begins ``offset`` code points earlier."""
        return Span(self.start + offset, self.end + offset)

    def joined(self, other: "Span") -> "Span":
        """The smallest span that covers both."""
        return Span(min(self.start, other.start), max(self.end, other.end))

    def trimmed(self, text: str) -> "Span":
        """The span without white space at either end of its slice of ``text``."""
        piece = self.of(text)
        stripped = piece.strip()
        if not stripped:
            return Span(self.start, self.start)
        start = self.start + piece.index(stripped[0])
        return Span(start, start + len(stripped))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``698-757``.

        Raises:
            ValueError: the text is no half-open range.
        """
        start, dash, end = text.partition("-")
        if not (dash and start.isdecimal() and end.isdecimal() and start.isascii() and end.isascii()):
            raise ValueError(f"expected a range such as 698-757, found {text[:40]!r}")
        return cls(int(start), int(end))


@value
class Citation:
    """A span of one of a record's documents, written ``d1:698-757``.

    Attributes:
        document: id of the document inside the record (``d1``, ``d2``, ...).
        span: code points of that document's decoded text, front matter included.
    """

    document: str
    span: Span

    def __str__(self) -> str:
        return f"{self.document}:{self.span}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``d1:698-757``.

        Raises:
            ValueError: the text names no document and non-empty range.
        """
        found = _CITATION.fullmatch(text)
        if found is None or int(found["start"]) >= int(found["end"]):
            raise ValueError(f"expected a place such as d1:698-757, found {text[:40]!r}")
        return cls(found["document"], Span(int(found["start"]), int(found["end"])))
