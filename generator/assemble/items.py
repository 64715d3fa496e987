"""Lists of incidents: police logs, bulletins and round-ups whose items open with a head that has event and place."""

import re
from collections.abc import Sequence
from itertools import groupby

from generator.assemble.parts import ITEM, Part
from generator.assemble.scenery import tells_deed
from generator.lexicon.lexicon import Lexicon
from generator.lexicon.places import fold_name
from generator.model.document import Document
from generator.model.mention import PlaceMention
from generator.model.reading import SentenceReading
from generator.model.span import Span
from generator.model.values import replace, value

_LONGEST = 160
"""Code points of a paragraph in which its head stands."""
_FEWEST = 2
"""Heads with a place that make a list."""
_MOST = 60
"""A list with more items is of another kind."""
_CUT = 3
"""Sentences into which a head with its abbreviations may have been cut."""
_WORD = re.compile(r"[a-z-]+")


@value
class _Head:
    """The head of an item.

    Attributes:
        index: number of the first sentence of its paragraph.
        what: the words that tell what happened, in lower case; may be none.
        where: the place, if it names one.
        rule: the form of the head.
    """

    index: int
    what: str
    where: Span | None
    rule: str


def split_items(readings: Sequence[SentenceReading], document: Document, lexicon: Lexicon) -> tuple[Part, ...]:
    """The items of a list of incidents, what stands above it being part of the first; empty where there is none.

    At least two heads of one form name an event and a place; all paragraphs with a head of that form open items.
    """
    if document.folded.isupper():
        return ()
    heads = _heads(readings, document, lexicon)
    form = _form(heads, lexicon)
    first = next((head.index for head in heads if head.rule == form and _is_placed(head, lexicon)), None)
    opening = [head for head in heads if head.rule == form and first is not None and head.index >= first]
    if not opening or len(opening) > _MOST:
        return ()
    ends = [*(head.index for head in opening[1:]), len(readings)]
    starts = [0, *ends[:-1]]
    return tuple(
        Part(
            (*readings[start : head.index], *_located(readings[head.index : end], head, document)),
            ITEM,
            head.what if _tells_event(head, lexicon) else "",
        )
        for head, start, end in zip(opening, starts, ends, strict=True)
    )


def _heads(readings: Sequence[SentenceReading], document: Document, lexicon: Lexicon) -> list[_Head]:
    """The heads that paragraphs open with, in order."""
    found: list[_Head] = []
    for _, paragraph in groupby(readings, key=lambda reading: reading.paragraph):
        first, *rest = paragraph
        end = min((rest or [first])[-1].span.end, first.span.start + _LONGEST)
        head = _head(first, end, document, lexicon)
        if head is not None:
            found.append(head)
    return found


def _head(reading: SentenceReading, end: int, document: Document, lexicon: Lexicon) -> _Head | None:
    """The head of the paragraph that a sentence opens, as the first form that fits reads it."""
    start = reading.span.start
    text = document.folded[start:end].split("\n", 1)[0].rstrip()
    for rule in lexicon.apart.heads:
        told = rule.pattern.match(text)
        if told is not None:
            what, where = (told["what"] or "").lower(), None
            if told["where"] and lexicon.apart.headings.isdisjoint(_WORD.findall(told["where"].lower())):
                where = Span(start + told.start("where"), start + told.end("where"))
            elif told["where"]:
                what = text[: told.end()].lower()
            return _Head(reading.index, what, where, rule.name)
    return None


def _form(heads: Sequence[_Head], lexicon: Lexicon) -> str | None:
    """The first form in which enough heads name an event and a place."""
    placed = [head.rule for head in heads if _is_placed(head, lexicon)]
    return next((rule for rule in placed if placed.count(rule) >= _FEWEST), None)


def _is_placed(head: _Head, lexicon: Lexicon) -> bool:
    return head.where is not None and _tells_event(head, lexicon)


def _tells_event(head: _Head, lexicon: Lexicon) -> bool:
    return not lexicon.apart.headings.isdisjoint(_WORD.findall(head.what))


def _located(item: Sequence[SentenceReading], head: _Head, document: Document) -> tuple[SentenceReading, ...]:
    """An item with the place of its head, which holds for the head and for the first deed below it."""
    if head.where is None:
        return tuple(item)
    span, first = head.where, item[0]
    own = next((place for each in item[:_CUT] for place in each.places if place.span.overlaps(span)), None)
    words = span.of(document.folded).split(",", 1)[0]
    named = Span(span.start, span.start + len(words))
    name = words.title() if words.isupper() else words
    place = own or PlaceMention(named, name, fold_name(name), locative=True, rule="item-heading")
    telling = next((each.index for each in item if each.span.start >= span.end and tells_deed(each)), first.index)
    return tuple(
        replace(each, places=(place, *each.places))
        if place not in each.places and each.index in (first.index, telling)
        else each
        for each in item
    )
