"""How a document is laid out: story, related headlines, paragraphs, sentences, and what stands around them."""

from typing import NamedTuple

from generator.lexicon.abbreviations import load_abbreviations
from generator.model.document import Dateline, Document, Layout
from generator.model.span import Span
from generator.segment.datelines import find_dateline
from generator.segment.headlines import find_headlines
from generator.segment.lines import Line, find_lines
from generator.segment.masthead import (
    is_byline,
    is_credit,
    is_desk,
    is_item_head,
    is_notice,
    is_stamp,
    is_title,
    tells_news,
    title_offset,
)
from generator.segment.paragraphs import find_paragraphs
from generator.segment.sentences import find_sentences

_NOTES = 3
"""A dateline opens one of so many first paragraphs."""


class _Masthead(NamedTuple):
    """What stands above a story.

    Attributes:
        title: the document's own headline.
        byline: the line that names the writer.
        stamp: the line that says when it was issued.
        above: number of lines.
    """

    title: Span | None
    byline: Span | None
    stamp: Span | None
    above: int


def lay_out(document: Document) -> Layout:
    """The layout of a document.

    Title, byline, dateline and the credits below a story are in no paragraph; headlines inside a story are inside
    its span but in no paragraph either.
    """
    folded = document.folded
    lines = find_lines(folded, document.body)
    head = _masthead(folded, lines, document.metadata.title)
    above = head.above
    below = len(lines)
    while below > above + 1 and _is_signature(folded, lines, below - 1):
        below -= 1
    related = find_headlines(folded, lines[above:below])
    story = [line for number, line in enumerate(lines[above:below]) if number not in related.taken]
    while len(story) > 1 and is_credit(story[-1].of(folded)):
        story.pop()
    paragraphs = find_paragraphs(folded, story)
    whole = Span(paragraphs[0].start, paragraphs[-1].end) if paragraphs else Span(document.body.end, document.body.end)
    dateline, paragraphs = _dateline(folded, paragraphs)
    return Layout(
        story=whole,
        related=related.block,
        headlines=related.headlines,
        sentences=find_sentences(folded, paragraphs, load_abbreviations()),
        paragraphs=paragraphs,
        dateline=dateline,
        byline=head.byline,
        title=head.title,
        stamp=head.stamp,
    )


def _masthead(folded: str, lines: tuple[Line, ...], stated: str | None) -> _Masthead:
    """What stands above the story; a line that fits none of its parts is the story's first."""
    title = byline = stamp = None
    above = 0
    while above + 1 < len(lines) and find_dateline(folded, lines[above].start) is None:
        line, below = lines[above], lines[above + 1]
        words = line.of(folded)
        if is_item_head(words) and any(is_item_head(each.of(folded)) for each in lines[above + 1 :]):
            break
        if is_byline(words):
            byline = byline or line.span
        elif is_stamp(words) or is_notice(words):
            stamp = stamp or (line.span if is_stamp(words) else None)
        elif title is None and _is_title(words, below, folded, stated) and (above == 0 or tells_news(words)):
            title = Span(line.start + title_offset(words), line.end)
        elif not is_desk(words) or not (_is_head(below.of(folded)) or (above and below.apart)):
            break
        above += 1
    return _Masthead(title, byline, stamp, above)


def _is_title(words: str, below: Line, folded: str, stated: str | None) -> bool:
    """Whether a line is the document's headline; one right above a byline or an issue line needs no blank line."""
    next_words = below.of(folded)
    if is_byline(next_words) or is_stamp(next_words) or is_notice(next_words):
        below = below._replace(apart=True)
    return is_title(words, below=below, stated=stated)


def _is_signature(folded: str, lines: tuple[Line, ...], number: int) -> bool:
    """Whether a last line is a credit, and no item of the list above it (``- Live``)."""
    words = lines[number].of(folded)
    listed = words.startswith("- ") and lines[number - 1].of(folded).startswith("- ")
    return is_credit(words) and not listed


def _is_head(words: str) -> bool:
    """Whether a line belongs above a story whatever stands around it."""
    return is_byline(words) or is_stamp(words) or is_notice(words) or is_desk(words)


def _dateline(folded: str, paragraphs: tuple[Span, ...]) -> tuple[Dateline | None, tuple[Span, ...]]:
    """The dateline, and the paragraphs without it; one on a line of its own leaves no empty paragraph.

    It opens the first paragraph that is not an editor's note in brackets (``(Corrects paragraph 2)``).
    """
    for number, paragraph in enumerate(paragraphs[:_NOTES]):
        dateline = find_dateline(folded, paragraph.start)
        if dateline is not None:
            behind = Span(dateline.span.end, max(dateline.span.end, paragraph.end)).trimmed(folded)
            rest = (behind,) if len(behind) else ()
            return dateline, (*paragraphs[:number], *rest, *paragraphs[number + 1 :])
        if not (folded.startswith("(", paragraph.start) and folded.endswith(")", paragraph.start, paragraph.end)):
            break
    return None, paragraphs
