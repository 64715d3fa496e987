"""Where reported speech ends: at the next speaker, at the next clause, at its quotation marks."""

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.extract.prose.matching import Prose
from generator.extract.speech.speech import (
    QUOTE,
)
from generator.model.mention import Attribution
from generator.model.span import Span
from generator.model.vocabulary import Form

_SHORT = 30
"""A rest of a sentence that is quoted along with a cue that has no content of its own (``disputed that``)."""


def quoted_ranges(text: str, *, opened: bool = False) -> tuple[tuple[int, int], ...]:
    """Ranges between direct quotation marks; an open quotation runs to the end.

    ``opened`` tells that the text begins inside a quotation of the sentence before.
    """
    marks = [-1] * opened + [match.start() for match in re.finditer(QUOTE, text)]
    pairs = list(zip(marks[::2], marks[1::2], strict=False))
    return tuple(pairs + ([(marks[-1], len(text))] if len(marks) % 2 else []))


_CLAUSE = re.compile(r",? (?:but|while|whereas|although|though|; |and) \Z|; \Z")


def bounded(
    prose: Prose, attribution: Attribution, others: Sequence[Attribution], quoted: Sequence[tuple[int, int]]
) -> Attribution:
    """The same with its contents cut where the next speaker begins, and with its form."""
    contents = []
    for content in attribution.contents:
        start, end = content.start, content.end
        for other in others:
            if other is attribution or other.source is None:
                continue
            edge = min(other.source.span.start, other.cue.start)
            if (
                start < edge < end
                and attribution.cue.start < edge
                and other.source.span != (attribution.source.span if attribution.source else None)
            ):
                end = min(end, edge - len(_lead(prose, edge)))
            if other.cue.end <= attribution.cue.start and start < other.cue.end:
                start = max(start, _clause_start(prose, other, attribution))
        if end > start:
            contents.append(Span(start, end))
    contents = (
        contents
        or list(attribution.contents[:1])
        or [prose.span(start, min(end + 1, len(prose.text))) for start, end in quoted[:1]]
    )
    first = min(
        [
            attribution.cue.start,
            *(c.start for c in contents),
            *([attribution.source.span.start] if attribution.source and attribution.source.span.start > 0 else []),
        ]
    )
    tail = [
        piece.end for piece in (attribution.via, attribution.day.span if attribution.day else None) if piece is not None
    ]
    rest = prose.start + len(prose.text)
    if not contents and rest - attribution.cue.end < _SHORT:
        tail.append(rest)
    last = max(
        [
            attribution.cue.end,
            *(c.end for c in contents),
            *tail,
            attribution.span.end if attribution.rule not in ("source-first", "inserted") else 0,
        ]
    )
    inside = [any(s <= c.start - prose.start + 1 and c.end - prose.start <= e + 2 for s, e in quoted) for c in contents]
    partly = any(s < c.end - prose.start and c.start - prose.start < e for c in contents for s, e in quoted)
    whole = Span(min(first, last), last)
    form = Form.DIRECT if contents and all(inside) else Form.MIXED if partly else Form.INDIRECT
    found = tuple(contents)
    if found == attribution.contents and whole == attribution.span and form is attribution.form:
        return attribution
    return replace(attribution, contents=found, span=whole, form=form)


def _lead(prose: Prose, edge: int) -> str:
    """The comma and conjunction in front of the next speaker."""
    found = _CLAUSE.search(prose.text[: edge - prose.start])
    return found[0] if found else ""


def _clause_start(prose: Prose, other: Attribution, attribution: Attribution) -> int:
    """Where the later speech's content can begin at the earliest: behind the earlier one's clause."""
    between = prose.text[other.cue.end - prose.start : attribution.cue.start - prose.start]
    joint = max(between.rfind(", but "), between.rfind(", while "), between.rfind("; "), between.rfind(", and "))
    return other.cue.end + joint + 2 if joint >= 0 else other.span.start
