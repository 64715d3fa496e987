"""How a document is laid out: story, related headlines, paragraphs, sentences, and what stands around them."""

from generator.lexicon.abbreviations import load_abbreviations
from generator.model.document import Dateline, Document, Layout
from generator.model.span import Span
from generator.segment.datelines import find_dateline
from generator.segment.headlines import find_headlines
from generator.segment.lines import Line, find_lines
from generator.segment.masthead import is_byline, is_credit, is_notice, is_title, title_offset
from generator.segment.paragraphs import find_paragraphs
from generator.segment.sentences import find_sentences

_NOTES = 3
"""A dateline opens one of so many first paragraphs."""


def lay_out(document: Document) -> Layout:
    """The layout of a document.

    Title, byline, dateline and the credits below a story are in no paragraph; headlines inside a story are inside
    its span but in no paragraph either.
    """
    folded = document.folded
    lines = find_lines(folded, document.body)
    title, byline, above = _masthead(folded, lines, document.metadata.title)
    below = len(lines)
    while below > above + 1 and is_credit(lines[below - 1].of(folded)):
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
        byline=byline,
        title=title,
    )


def _masthead(folded: str, lines: tuple[Line, ...], stated: str | None) -> tuple[Span | None, Span | None, int]:
    """Title, byline and the number of the story's first line."""
    title = byline = None
    above = 0
    if len(lines) > 1 and find_dateline(folded, lines[0].start) is None:
        words = lines[0].of(folded)
        if is_title(words, below=lines[1], stated=stated):
            title = Span(lines[0].start + title_offset(words), lines[0].end)
            above = 1
    while above + 1 < len(lines) and (is_byline(words := lines[above].of(folded)) or is_notice(words)):
        byline = byline or (lines[above].span if is_byline(words) else None)
        above += 1
    return title, byline, above


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
