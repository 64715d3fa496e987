"""One document on its way to a record: laid out, read sentence by sentence, assembled."""

from dataclasses import dataclass

from generator.assemble.incident import Assembly, assemble_incident
from generator.extract.claims import read_dateline, read_story
from generator.lexicon.lexicon import Lexicon
from generator.model.document import Document, Layout
from generator.segment.layout import lay_out


@dataclass(frozen=True, slots=True)
class Extraction:
    """A document and what was found in it.

    Attributes:
        document: the document.
        layout: its parts.
        assembly: the record, with the rule behind each claim.
    """

    document: Document
    layout: Layout
    assembly: Assembly


def extract_document(document: Document, lexicon: Lexicon) -> Extraction:
    """Everything that one document says."""
    layout = lay_out(document)
    readings = read_story(document, layout, lexicon)
    dateline = read_dateline(document, layout, lexicon)
    return Extraction(document, layout, assemble_incident(document, layout, readings, dateline, lexicon))
