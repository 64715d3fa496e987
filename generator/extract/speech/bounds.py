"""Where reported speech ends: at the next speaker, at the next clause, at its quotation marks."""

import re
from collections.abc import Sequence

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


_MODAL = re.compile(r"\b(?:would|will|could|can|should|must|may|might|to|not) \Z")
_NEXT_VERB = re.compile(r",? (?:(?:and|but|then|also|later|further|had|has|have) )*\Z")
"""In front of a further reporting word of the same speaker."""
_CLAUSE = re.compile(r",? (?:but|while|whereas|although|though|; |and) \Z|[;,] \Z")


def bounded(
    prose: Prose, attribution: Attribution, others: Sequence[Attribution], quoted: Sequence[tuple[int, int]]
) -> Attribution:
    """The same with its contents cut where the next speaker begins, and with its form."""
    contents = attribution.contents
    if len(others) > 1:
        contents = tuple(
            [
                kept
                for content in contents
                if (kept := _cut(prose, content, attribution, others)) is not None and len(kept) > 0
            ]
        )
    if not contents:
        contents = attribution.contents[:1] or tuple(
            [prose.span(start, min(end + 1, len(prose.text))) for start, end in quoted[:1]]
        )
    whole = _whole(prose, attribution, contents, again=len(others) > 1 and _speaks_again(attribution, others))
    form = _form(prose, contents, quoted) if quoted else Form.INDIRECT
    if contents == attribution.contents and whole == attribution.span and form is attribution.form:
        return attribution
    return Attribution(
        attribution.source,
        attribution.cue,
        attribution.verb,
        contents,
        whole,
        attribution.kind,
        attribution.day,
        attribution.via,
        form,
        attribution.addressed,
        attribution.earlier,
        attribution.rule,
    )


def _cut(prose: Prose, content: Span, attribution: Attribution, others: Sequence[Attribution]) -> Span | None:
    """A content up to the next speaker or the speaker's next verb, behind an earlier speech; None if it is empty."""
    start, end = content.start, content.end
    source = attribution.source
    for other in others:
        if other is attribution or other.source is None:
            continue
        shared = source is not None and other.source.span == source.span
        finite = not other.verb.split()[0].endswith("ing")
        if shared and finite and start <= other.cue.start < end and attribution.cue < other.cue:
            end = min(end, _next_verb(prose, other.cue.start, end))
        edge = min(other.source.span.start, other.cue.start)
        if start == edge and attribution.cue < other.cue and other.cue.start < end and not shared:
            return None
        if start < edge < end and attribution.cue.start < edge and not shared:
            end = min(end, edge - len(_lead(prose, edge)))
        if other.cue.end <= attribution.cue.start and start < other.cue.end:
            start = max(start, _clause_start(prose, other, attribution))
    return Span(start, end) if end > start else None


def _next_verb(prose: Prose, cue: int, end: int) -> int:
    """Where a speech ends in front of the same speaker's next cue (``said X and denied Y``); ``end`` behind a modal."""
    before = prose.text[max(0, cue - prose.start - _NEAR) : cue - prose.start]
    if _MODAL.search(before) is not None:
        return end
    lead = _NEXT_VERB.search(before)
    return cue - len(lead[0]) if lead is not None else end


_NEAR = 40
"""Code points in front of a cue that hold its conjunction and auxiliaries."""


def _speaks_again(attribution: Attribution, others: Sequence[Attribution]) -> bool:
    """Whether the source stands in front of an earlier cue of its own already."""
    source = attribution.source
    return source is not None and any(
        other.source is not None
        and other.source.span == source.span
        and source.span.end <= other.cue.start < attribution.cue.start
        for other in others
    )


def _whole(prose: Prose, attribution: Attribution, contents: Sequence[Span], *, again: bool) -> Span:
    """Source, cue, contents, day and occasion together."""
    cue, source = attribution.cue, attribution.source
    first, last = cue.start, cue.end
    for content in contents:
        first, last = min(first, content.start), max(last, content.end)
    if source is not None and not again and source.span.start >= prose.start:
        first = min(first, source.span.start)
    if attribution.via is not None:
        last = max(last, attribution.via.end)
    if attribution.day is not None:
        last = max(last, attribution.day.span.end)
    rest = prose.start + len(prose.text)
    if not contents and rest - cue.end < _SHORT:
        last = max(last, rest)
    if attribution.rule not in _SPANNING:
        last = max(last, attribution.span.end)
    return Span(first, last)


_SPANNING = frozenset(("source-first", "content-first", "inserted"))
"""Rules whose speech ends with its contents."""


def _form(prose: Prose, contents: Sequence[Span], quoted: Sequence[tuple[int, int]]) -> Form:
    """Direct where all that is said stands between quotation marks, mixed where some of it does."""
    placed = [(content.start - prose.start, content.end - prose.start) for content in contents]
    if placed and all(any(s <= start + 1 and end <= e + 2 for s, e in quoted) for start, end in placed):
        return Form.DIRECT
    partly = any(s < end and start < e for start, end in placed for s, e in quoted)
    return Form.MIXED if partly else Form.INDIRECT


def _lead(prose: Prose, edge: int) -> str:
    """The comma and conjunction in front of the next speaker."""
    found = _CLAUSE.search(prose.text[: edge - prose.start])
    return found[0] if found else ""


def _clause_start(prose: Prose, other: Attribution, attribution: Attribution) -> int:
    """Where the later speech's content can begin at the earliest: behind the earlier one's clause."""
    between = prose.text[other.cue.end - prose.start : attribution.cue.start - prose.start]
    joint = max(between.rfind(", but "), between.rfind(", while "), between.rfind("; "), between.rfind(", and "))
    return other.cue.end + joint + 2 if joint >= 0 else other.span.start
