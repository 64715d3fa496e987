"""What reading a source gives."""

from generator.errors import UnreadableDocument
from generator.model.document import Document
from generator.model.finding import Finding
from generator.model.values import value

CODE = "unreadable-document"
"""Code of every finding that says why a source did not become a document."""


@value
class Reading:
    """A document that was read, and what a person should know about it.

    Attributes:
        document: the document.
        findings: in reading order; metadata that could not be used is absent from the document.
    """

    document: Document
    findings: tuple[Finding, ...] = ()


def refusal(file: str, *, expected: str, found: str, hint: str, line: int | None = None) -> UnreadableDocument:
    """The error that says why a source is refused; `finding_of` gives the same as a value."""
    return UnreadableDocument(Finding(file, CODE, expected=expected, found=found, hint=hint, line=line))


def finding_of(error: UnreadableDocument) -> Finding:
    """The finding that a refusal of this room carries."""
    finding = error.args[0]
    if not isinstance(finding, Finding):
        raise TypeError("a refusal of this room carries a finding")
    return finding
