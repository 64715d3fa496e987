"""The sentences that quotes stand in, from the documents as a version of the workspace has them."""

from collections.abc import Iterable, Mapping

from generator.errors import BriefingError
from generator.model.claim import Claim
from generator.model.document import Document
from generator.model.incident import Incident
from generator.model.span import Span
from generator.read.plaintext import read_document
from generator.review.edition import Surroundings
from generator.segment.layout import lay_out

Texts = Mapping[str, bytes]
"""Name of a document below ``seeds/`` -> its bytes."""


def find_surroundings(incident: Incident, texts: Texts) -> Mapping[str, Surroundings]:
    """What stands around the quote of each claim within its sentences, by claim id.

    A claim whose document is missing, is another one by now, or does not hold the quote at its place, is left out.

    Args:
        incident: the record.
        texts: documents of that version.
    """
    documents = dict(_documents(incident, texts))
    sentences = {name: [each.span for each in lay_out(document).sentences] for name, document in documents.items()}
    found = {}
    for claim in incident.claims:
        document = documents.get(claim.at.document)
        if document is not None and claim.at.span.of(document.text) == claim.quote:
            found[claim.id] = _around(claim, document.text, sentences[claim.at.document])
    return found


def _documents(incident: Incident, texts: Texts) -> Iterable[tuple[str, Document]]:
    cited = {claim.at.document for claim in incident.claims}
    for source in incident.documents:
        data = texts.get(source.file)
        if data is None or source.id not in cited:
            continue
        try:
            document = read_document(data, source.file).document
        except BriefingError:
            continue
        if document.sha256 == source.sha256:
            yield source.id, document


def _around(claim: Claim, text: str, sentences: Iterable[Span]) -> Surroundings:
    quote = claim.at.span
    touched = [span for span in sentences if span.overlaps(quote)]
    start = min((span.start for span in touched), default=quote.start)
    end = max((span.end for span in touched), default=quote.end)
    return Surroundings(text[min(start, quote.start) : quote.start], text[quote.end : max(end, quote.end)])
