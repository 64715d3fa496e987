"""Source documents: each is there, and is the very file that the record was made from."""

from collections.abc import Iterator, Mapping

from generator.check.finding import Spot, quoted
from generator.model.document import Document
from generator.model.finding import Finding
from generator.model.incident import Incident, Record, SourceDocument

UTF_8 = "utf-8"


def cited_documents(incident: Incident, documents: Mapping[str, Document]) -> Mapping[str, Document]:
    """The documents that are there, by their id inside the record (``d1``)."""
    there = [(source, documents[source.file]) for source in incident.documents if source.file in documents]
    return {source.id: document for source, document in there if not _is_replaced(source, document, incident)}


def check_sources(record: Record, documents: Mapping[str, Document]) -> tuple[Finding, ...]:
    """Documents that are missing (``source-missing``) or not as the record says (``source-changed``).

    Args:
        record: the record.
        documents: name below ``seeds/`` -> decoded document.
    """
    findings: list[Finding] = []
    for number, source in enumerate(record.incident.documents):
        spot = Spot(record, ("documents", number))
        document = documents.get(source.file)
        if document is None:
            hint = "put the document back, or name the file that holds it"
            findings.append(
                spot.at("file").error(
                    "source-missing", expected="a document in seeds/", found=quoted(source.file), hint=hint
                )
            )
        elif document.sha256 != source.sha256:
            if _is_replaced(source, document, record.incident):
                continue
            hint = "documents do not change: add the new text under a new name and keep the old one"
            found = f"a file with {document.sha256[:12]}…"
            expected = f"sha256 {source.sha256[:12]}…"
            findings.append(spot.at("sha256").error("source-changed", expected=expected, found=found, hint=hint))
        else:
            findings.extend(_layout(spot, source, document))
    return tuple(findings)


def _is_replaced(source: SourceDocument, document: Document, incident: Incident) -> bool:
    """Whether the file now holds a later version that the record knows of, and no claim rests on the earlier one."""
    cited = {claim.at.document for claim in incident.claims}
    known = {later.sha256 for later in incident.documents if later.replaces is not None}
    return document.sha256 in known and document.sha256 != source.sha256 and source.id not in cited


def _layout(spot: Spot, source: SourceDocument, document: Document) -> Iterator[Finding]:
    """What the record says of an unchanged file and the file does not bear out."""
    if source.chars != len(document.text):
        yield spot.at("chars").error("source-changed", expected=str(len(document.text)), found=str(source.chars))
    encoding = source.encoding or UTF_8
    if encoding != document.encoding:
        yield spot.at("encoding").error("source-changed", expected=document.encoding, found=encoding)
    for name, span in (("story", source.story), ("related", source.related)):
        if span is not None and not document.body.covers(span):
            expected = f"a range within the text, {document.body}"
            yield spot.at(name).error("source-changed", expected=expected, found=str(span))
    related = source.related
    if (
        related is not None
        and related.overlaps(source.story)
        and not (source.story.covers(related) or related.covers(source.story))
    ):
        expected = f"headlines outside the story, or the one within the other, {source.story}"
        yield spot.at("related").error("source-changed", expected=expected, found=str(related))
    if source.title is not None and not _holds(document, source.title):
        hint = "copy the headline as the document has it, or leave it out"
        yield spot.at("title").warning(
            "name-not-there", expected="a headline of the document", found=quoted(source.title), hint=hint
        )


def _holds(document: Document, title: str) -> bool:
    stated = document.metadata.title or ""
    wanted = " ".join(title.split())
    return wanted == " ".join(stated.split()) or wanted in " ".join(document.text.split())
