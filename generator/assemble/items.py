"""Lists of incidents: police logs and bulletins whose items carry a heading with an event and a place."""

import re
from collections.abc import Sequence

from generator.assemble.scenery import tells_deed
from generator.lexicon.lexicon import Lexicon
from generator.lexicon.places import fold_name
from generator.model.document import Document
from generator.model.mention import PlaceMention
from generator.model.reading import SentenceReading
from generator.model.span import Span
from generator.model.values import replace

_HEADING = re.compile(r"(?:(?P<number>\d{1,2})[.)] ?)?(?P<what>[^,:\n]{3,60}?)(?:, (?P<where>[^,\n]{3,40}?))?\.?")
_LONGEST = 100
_FEWEST = 2
"""Headings with a place that make a list."""
_MOST = 60
"""A list with more items is of another kind."""


def split_items(
    readings: Sequence[SentenceReading], document: Document, lexicon: Lexicon
) -> tuple[tuple[SentenceReading, ...], ...]:
    """The items of a list of incidents, what stands above it being part of the first; empty where there is none.

    A heading is a line in capitals of its own, or opens a numbered paragraph; at least two name an event and, behind
    a comma, a place.
    """
    if document.folded.isupper():
        return ()
    headed = [
        (reading.index, found) for reading in readings if (found := _heading(reading, readings, document)) is not None
    ]
    placed = [index for index, found in headed if found["where"] and _tells_event(found["what"], lexicon)]
    if len(placed) < _FEWEST:
        return ()
    first = placed[0]
    starts = [index for index, _ in headed if index >= first]
    if len(starts) > _MOST:
        return ()
    ends = [*starts[1:], len(readings)]
    found_at = dict(headed)
    items = [_located(readings[start:end], found_at[start]) for start, end in zip(starts, ends, strict=True)]
    return ((*readings[:first], *items[0]), *items[1:])


def _heading(reading: SentenceReading, readings: Sequence[SentenceReading], document: Document) -> re.Match[str] | None:
    """The sentence as the heading of an item."""
    text = reading.span.of(document.folded)
    if len(text) > _LONGEST or not text.isupper():
        return None
    opens = not reading.index or readings[reading.index - 1].paragraph != reading.paragraph
    alone = reading.index + 1 == len(readings) or readings[reading.index + 1].paragraph != reading.paragraph
    found = _HEADING.fullmatch(text)
    return found if found is not None and opens and (alone or found["number"]) else None


def _tells_event(words: str, lexicon: Lexicon) -> bool:
    """Whether one of the words of a heading tells what happened."""
    return any(word in lexicon.apart.headings for word in re.findall(r"[a-z-]+", words.lower()))


def _located(item: Sequence[SentenceReading], found: re.Match[str]) -> tuple[SentenceReading, ...]:
    """An item with the place of its heading, which holds for the heading and for the first deed below it."""
    if not found["where"]:
        return tuple(item)
    heading = item[0]
    start = heading.span.start + found.start("where")
    span = Span(start, start + len(found["where"]))
    own = next((place for place in heading.places if place.span.overlaps(span)), None)
    name = found["where"].title()
    place = own or PlaceMention(span, name, fold_name(name), locative=True, rule="item-heading")
    telling = next((each.index for each in item[1:] if tells_deed(each)), None)
    return tuple(
        replace(each, places=(place, *each.places))
        if each.index == telling or (each is heading and own is None)
        else each
        for each in item
    )
