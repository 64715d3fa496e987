"""A news document as received, and how it is laid out."""

from generator.model.partialdate import PartialDate
from generator.model.span import Span
from generator.model.values import value


@value
class Metadata:
    """What stands about a document outside its story; a field is None where the source does not say it."""

    title: str | None = None
    published: PartialDate | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None


@value
class Document:
    """A decoded document.

    Attributes:
        file: name below ``seeds/`` with forward slashes, or the id of a batch line.
        text: the decoded text with nothing changed; every offset counts its code points from 0.
        folded: as long as ``text``, with curly quotes, dashes and odd spaces folded one to one, for matching only.
        sha256: hex digest of the bytes as received.
        body: span of ``text`` behind the front matter.
        metadata: what front matter or the batch line states.
        encoding: ``utf-8``, or ``cp1252`` where that fallback was needed.
    """

    file: str
    text: str
    folded: str
    sha256: str
    body: Span
    metadata: Metadata = Metadata()
    encoding: str = "utf-8"


@value
class Sentence:
    """A sentence of the story.

    Attributes:
        span: code points of the document.
        paragraph: 0-based number of its paragraph within the story.
    """

    span: Span
    paragraph: int


@value
class Dateline:
    """``NAIROBI, March 4 (Agency) -``: where and when a story was filed, and by whom.

    Attributes:
        span: the whole dateline with its closing dash.
        place: span of the place.
        day: span of the date, where there is one.
        agency: span of the agency, where there is one.
    """

    span: Span
    place: Span
    day: Span | None = None
    agency: Span | None = None


@value
class Layout:
    """How a document is laid out; all spans in code points of its text.

    Attributes:
        story: from the first to the last sign of the story.
        related: the block of related headlines with its heading, or None.
        headlines: each related headline, in document order.
        sentences: of the story, in order; none crosses a paragraph.
        paragraphs: of the story, in order.
        dateline: of the first paragraph, or None.
        byline: a line naming the writer above the story, or None.
        title: the document's own headline above the story, or None.
        stamp: a line above the story that says when it was issued, or None.
    """

    story: Span
    related: Span | None
    headlines: tuple[Span, ...]
    sentences: tuple[Sentence, ...]
    paragraphs: tuple[Span, ...]
    dateline: Dateline | None = None
    byline: Span | None = None
    title: Span | None = None
    stamp: Span | None = None
