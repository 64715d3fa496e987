"""One document on its way to a record: laid out, read sentence by sentence, assembled."""

from generator.assemble.division import Manuscript
from generator.assemble.incident import Assembly, assemble_incidents
from generator.extract.stories import read_dateline, read_story
from generator.lexicon.lexicon import Lexicon
from generator.model.document import Document, Layout
from generator.model.finding import Finding, Severity
from generator.model.span import Span
from generator.model.story import Story
from generator.model.values import value
from generator.segment.layout import lay_out


@value
class Extraction:
    """A document and what was found in it.

    Attributes:
        document: the document.
        layout: its parts.
        assemblies: its records, with the rule behind each claim; the main one first.
    """

    document: Document
    layout: Layout
    assemblies: tuple[Assembly, ...]

    @property
    def assembly(self) -> Assembly:
        """The record of the story's own incident."""
        return self.assemblies[0]


def extract_document(document: Document, lexicon: Lexicon) -> Extraction:
    """Everything that one document says."""
    layout = lay_out(document)
    readings = read_story(document, layout, lexicon)
    dateline = read_dateline(document, layout, lexicon)
    assemblies = assemble_incidents(Manuscript(document, layout, readings, dateline), lexicon)
    return Extraction(document, layout, assemblies)


def story_of(extraction: Extraction) -> Story:
    """The words of a document as threads are found by them."""
    document, layout = extraction.document, extraction.layout
    about = document.metadata
    title = about.title or (layout.title.of(document.text) if layout.title else None)
    return Story(
        tuple(sentence.span.of(document.text) for sentence in layout.sentences),
        title=title,
        filed=layout.dateline.place.of(document.text) if layout.dateline else None,
        published=about.published.exact if about.published else None,
        publisher=about.publisher,
        url=about.url,
    )


def omissions(extraction: Extraction, name: str) -> tuple[Finding, ...]:
    """What of a document is in no record: passages that cannot be quoted, items of a list that tell no incident."""
    unquotable = tuple(span for assembly in extraction.assemblies for span in assembly.unquotable)
    passed = extraction.assembly.passed
    findings = []
    if unquotable:
        findings.append(
            Finding(
                name,
                "unquotable-words",
                expected="words without control signs and direction overrides",
                found=f"{_counted(unquotable, 'passage')} with such signs, left out of the record",
                hint="remove the signs from the document, or add the claims by hand",
                line=_line_of(unquotable[0], extraction.document),
                severity=Severity.WARNING,
            )
        )
    if passed:
        findings.append(
            Finding(
                name,
                "item-without-incident",
                expected="items that tell of an incident",
                found=f"{_counted(passed, 'item')} of this list that tell of none",
                hint="they get no record",
                line=_line_of(passed[0], extraction.document),
                severity=Severity.NOTE,
            )
        )
    return tuple(findings)


def _counted(spans: tuple[Span, ...], noun: str) -> str:
    return f"{len(spans)} {noun}{'s' if len(spans) > 1 else ''}"


def _line_of(span: Span, document: Document) -> int:
    return document.text.count("\n", 0, span.start) + 1
