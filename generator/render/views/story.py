"""A story cut into paragraphs and marked passages.

A quote inside another one is a mark inside its mark, so that a link to a quote lights up the whole of it. Quotes that
cross are cut where the first one ends. Either way each sign is printed once.
"""

import heapq
import re
from collections.abc import Iterable

from generator.model.span import Span
from generator.model.values import value
from generator.render.addresses import span_anchor

_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_BLANK_LINE = re.compile(r"(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)\s*")
_DEEPEST = 5
"""Marks inside one another; what lies deeper has its anchor there and no mark of its own."""


@value
class Passage:
    """Plain text, or a mark around passages.

    Attributes:
        text: as written; of a mark without anything marked inside it too, and empty where passages lie inside.
        strength: ``quote``, ``support`` (words that a figure's scope, speaker or replacement rests on), or empty.
        anchor: id of the marked span that starts here, or None.
        inside: what the mark holds, in order, where something in it is marked too.
    """

    text: str
    strength: str = ""
    anchor: str | None = None
    inside: tuple["Passage", ...] = ()


def paragraphs_of(text: str, story: Span) -> tuple[Span, ...]:
    """Paragraphs of a story, separators included, so that they cover it without a gap.

    A blank line separates paragraphs; where the story has none, every line is a paragraph.
    """
    body = story.of(text)
    separator = _BLANK_LINE if _BLANK_LINE.search(body) else _LINE_BREAK
    ends = [story.start + found.end() for found in separator.finditer(body)]
    starts = [story.start, *ends]
    return tuple(Span(start, end) for start, end in zip(starts, [*ends, story.end], strict=True) if start < end)


_Part = tuple[int, int, int, str, str]
"""A marked span, or what is left of it behind a crossing: start, end with its sign turned, 1 where it has no anchor,
strength, anchor. Parts sort by start, the longest first, so that what holds another comes before it."""


def passages_of(text: str, within: Span, quotes: Iterable[Span], support: Iterable[Span]) -> tuple[Passage, ...]:
    """The text of ``within`` with its marked spans; those that lie elsewhere are left out."""
    marked = [(span, "quote") for span in quotes] + [(span, "support") for span in support]
    anchors: set[str] = set()
    waiting: list[_Part] = []
    for span, strength in sorted(marked, key=lambda pair: (pair[0].start, -pair[0].end)):
        if not span.overlaps(within):
            continue
        anchor = span_anchor(span) if span.start >= within.start else ""
        anchor = "" if anchor in anchors else anchor
        anchors.add(anchor)
        start, end = max(span.start, within.start), min(span.end, within.end)
        heapq.heappush(waiting, (start, -end, int(not anchor), strength, anchor))
    return _fill(text, within, waiting, depth=0)


def _fill(text: str, within: Span, waiting: list[_Part], *, depth: int) -> tuple[Passage, ...]:
    """The passages of ``within``; takes from ``waiting`` what begins there, and puts back what reaches further."""
    passages: list[Passage] = []
    place = within.start
    while waiting and waiting[0][0] < within.end:
        start, turned, _, strength, anchor = heapq.heappop(waiting)
        end = min(-turned, within.end)
        if end < -turned:
            heapq.heappush(waiting, (end, turned, 1, strength, ""))
        if place < start:
            passages.append(Passage(text[place:start]))
        place = start
        if depth < _DEEPEST:
            passages.append(_mark(text, Span(start, end), (strength, anchor), waiting, depth))
            place = end
        elif anchor:
            passages.append(Passage("", strength, anchor))
    if place < within.end:
        passages.append(Passage(text[place : within.end]))
    return tuple(passages)


def _mark(text: str, span: Span, kind: tuple[str, str], waiting: list[_Part], depth: int) -> Passage:
    """The mark over ``span``, of a strength and with an anchor, with what is marked inside it."""
    strength, anchor = kind
    inside = _fill(text, span, waiting, depth=depth + 1)
    if any(passage.strength for passage in inside):
        return Passage("", strength, anchor or None, inside)
    return Passage(span.of(text), strength, anchor or None)
