"""A story cut into paragraphs and runs, so that marked spans that overlap or nest print each sign once."""

import itertools
import re
from collections.abc import Sequence

from generator.model.span import Span
from generator.model.values import value
from generator.render.addresses import span_anchor

_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_BLANK_LINE = re.compile(r"(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)\s*")


@value
class Run:
    """A run of the story without a boundary in it.

    Attributes:
        text: as written.
        anchor: id of the quoted span that starts here, or None.
        strength: ``quote``, ``support`` (words that a figure's scope, speaker or replacement rests on), or empty.
    """

    text: str
    anchor: str | None
    strength: str


def paragraphs_of(text: str, story: Span) -> tuple[Span, ...]:
    """Paragraphs of a story, separators included, so that they cover it without a gap.

    A blank line separates paragraphs; where the story has none, every line is a paragraph.
    """
    body = story.of(text)
    separator = _BLANK_LINE if _BLANK_LINE.search(body) else _LINE_BREAK
    ends = [story.start + found.end() for found in separator.finditer(body)]
    starts = [story.start, *ends]
    return tuple(Span(start, end) for start, end in zip(starts, [*ends, story.end], strict=True) if start < end)


def runs_of(text: str, within: Span, quotes: Sequence[Span], support: Sequence[Span]) -> tuple[Run, ...]:
    """The text of ``within``, cut at every boundary of a marked span."""
    quotes = [span for span in quotes if span.overlaps(within)]
    support = [span for span in support if span.overlaps(within)]
    marked = [*quotes, *support]
    cuts = {within.start, within.end}
    cuts.update(cut for span in marked for cut in (span.start, span.end) if within.start < cut < within.end)
    starts = {span.start for span in marked}
    ordered = sorted(cuts)
    runs = []
    for start, end in itertools.pairwise(ordered):
        piece = Span(start, end)
        strength = "support" if any(span.covers(piece) for span in support) else ""
        strength = "quote" if any(span.covers(piece) for span in quotes) else strength
        runs.append(Run(piece.of(text), span_anchor(piece) if start in starts else None, strength))
    return tuple(runs)
