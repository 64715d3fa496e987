"""What a record says of the document that it draws on."""

from generator.model.document import Document, Layout
from generator.model.incident import SourceDocument
from generator.model.signs import UNSTORABLE
from generator.model.vocabulary import ABSENT_FIELDS


def stated_title(document: Document, layout: Layout) -> str | None:
    """The headline that the document carries, on one line and without signs that nobody could store."""
    title = document.metadata.title or (layout.title.of(document.text) if layout.title else None)
    plain = " ".join(UNSTORABLE.sub(" ", title).split()) if title else ""
    return plain or None


def source_of(document: Document, layout: Layout) -> SourceDocument:
    """The document as the first source of a record."""
    meta = document.metadata
    title = stated_title(document, layout)
    held = {
        "title": title,
        "byline": layout.byline,
        "published": meta.published,
        "publisher": meta.publisher,
        "dateline": layout.dateline,
        "url": meta.url,
    }
    return SourceDocument(
        id="d1",
        file=document.file,
        sha256=document.sha256,
        chars=len(document.text),
        story=layout.story,
        related=layout.related,
        title=title,
        published=meta.published,
        publisher=meta.publisher,
        url=meta.url,
        language=meta.language,
        encoding=document.encoding if document.encoding != "utf-8" else None,
        absent=tuple(name for name in ABSENT_FIELDS if held[name] is None),
    )
