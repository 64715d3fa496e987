"""Paragraphs: lines that belong together, whether a paragraph is one long line or hard-wrapped."""

from collections.abc import Sequence
from itertools import pairwise

from generator.model.span import Span
from generator.segment.endings import ends_sentence
from generator.segment.lines import Line, are_apart

_NARROWEST_WRAP, _WIDEST_WRAP = 45, 100
"""The longest line of a hard-wrapped text has between so many code points."""

_SHORT = 0.7
"""A line shorter than this share of the widest line ends its paragraph."""


def find_paragraphs(folded: str, lines: Sequence[Line]) -> tuple[Span, ...]:
    """The paragraphs that the story's lines make up, in order.

    A blank line always ends a paragraph. Without one, a line end does too, unless the text is hard-wrapped, or the
    line breaks off within a sentence and the next goes on with a small letter.

    Args:
        folded: the document's folded text.
        lines: the lines of the story; lines that were taken out between two of them part them like a blank line.
    """
    width = _wrap_width(folded, lines)
    paragraphs: list[Span] = []
    for number, line in enumerate(lines):
        if number and _goes_on(folded, lines[number - 1], line, width):
            paragraphs[-1] = Span(paragraphs[-1].start, line.end)
        else:
            paragraphs.append(line.span)
    return tuple(paragraphs)


def _wrap_width(folded: str, lines: Sequence[Line]) -> int:
    """Length of the longest line of a hard-wrapped text; 0 where lines are whole paragraphs."""
    inner = [upper for upper, lower in pairwise(lines) if not lower.apart]
    widest = max((line.end - line.start for line in lines), default=0)
    if not _NARROWEST_WRAP <= widest <= _WIDEST_WRAP or not inner:
        return 0
    broken = sum(_is_full(line, widest) and not ends_sentence(line.of(folded)) for line in inner)
    return widest if broken * 2 >= len(inner) else 0


def _is_full(line: Line, width: int) -> bool:
    """Whether a line of wrapped text ends because the next word did not fit."""
    return line.end - line.start >= width * _SHORT


def _goes_on(folded: str, upper: Line, lower: Line, width: int) -> bool:
    """Whether the lower line continues the upper line's paragraph."""
    if lower.apart or are_apart(folded, upper.end, lower.start):
        return False
    words = upper.of(folded)
    if ends_sentence(words):
        return width > 0 and not lower.indented and _is_full(upper, width)
    if width:
        return _is_full(upper, width) and not (lower.indented and not upper.indented)
    return folded[lower.start].islower() and not words.endswith(":")
