"""Provenance: every value stands in its document where the record says."""

from collections.abc import Iterator, Mapping
from functools import cache

from generator.check.finding import Spot, quoted
from generator.check.sources import cited_documents
from generator.lexicon.countries import read_countries
from generator.model.claim import Claim
from generator.model.document import Document
from generator.model.finding import Finding
from generator.model.incident import Incident, Path, Record
from generator.model.span import Citation, Span
from generator.model.values import value
from generator.model.vocabulary import PlaceLevel

_STRAIGHT = str.maketrans("‘’“”", "''\"\"")


@value
class _Passage:
    """A citation of the record.

    Attributes:
        at: the citation.
        path: way to the citation.
        text: the exact slice that the record gives for it, or None where it gives none.
        text_path: way to that text.
        names: words of which one stands in the slice, or holds it; empty where any slice will do.
    """

    at: Citation
    path: Path
    text: str | None = None
    text_path: Path = ()
    names: tuple[str, ...] = ()


def check_provenance(record: Record, documents: Mapping[str, Document]) -> tuple[Finding, ...]:
    """Citations that lead nowhere, quotes that stand elsewhere, names that are not where they are said to be.

    Args:
        record: the record.
        documents: name below ``seeds/`` -> decoded document; one that is missing is passed over here.
    """
    cited = cited_documents(record.incident, documents)
    known = {source.id for source in record.incident.documents}
    findings: list[Finding] = []
    for passage in _passages(record):
        spot = Spot(record, passage.path)
        document = cited.get(passage.at.document)
        if passage.at.document not in known:
            expected = "a document of this record: " + (", ".join(sorted(known)) or "it has none")
            findings.append(spot.error("unknown-document", expected=expected, found=str(passage.at)))
        elif document is not None:
            findings.extend(_standing(passage, record, document))
    findings.extend(_misplaced(record))
    return tuple(findings)


def _passages(record: Record) -> Iterator[_Passage]:
    incident = record.incident
    for number, actor in enumerate(incident.actors):
        names = (actor.name, *actor.aka)
        yield _Passage(actor.at, ("actors", number, "at"), text_path=("actors", number, "name"), names=names)
    for number, place in enumerate(incident.places):
        names = (place.name, *(_peoples().get(place.country or "", ()) if place.level is PlaceLevel.COUNTRY else ()))
        yield _Passage(place.at, ("places", number, "at"), text_path=("places", number, "name"), names=names)
    for number, claim in enumerate(incident.claims):
        yield from _passages_of_claim(claim, ("claims", number))
    for number, headline in enumerate(incident.related):
        path = ("related", number)
        yield _Passage(headline.at, (*path, "at"), text=headline.text, text_path=(*path, "text"))


@cache
def _peoples() -> Mapping[str, tuple[str, ...]]:
    """Country -> words for its people: a story that tells of Danish soldiers names Denmark by them."""
    found: dict[str, list[str]] = {}
    for name, meanings in read_countries().known.items():
        for meaning in meanings:
            if meaning.kind == "demonym":
                found.setdefault(meaning.country, []).append(name)
    return {country: tuple(names) for country, names in found.items()}


def _passages_of_claim(claim: Claim, path: Path) -> Iterator[_Passage]:
    yield _Passage(claim.at, (*path, "at"), text=claim.quote, text_path=(*path, "quote"))
    if claim.scope is not None:
        scope = (*path, "scope")
        yield _Passage(claim.scope.at, (*scope, "at"), text=claim.scope.text, text_path=(*scope, "text"))
    if claim.said.at is not None:
        yield _Passage(claim.said.at, (*path, "said", "at"))
    if claim.supersedes is not None:
        basis = (*path, "supersedes")
        earlier = claim.supersedes
        yield _Passage(earlier.at, (*basis, "at"), text=earlier.basis, text_path=(*basis, "basis"))


def _standing(passage: _Passage, record: Record, document: Document) -> Iterator[Finding]:
    """What is wrong with a passage of a document that is there."""
    if passage.at.span.end > len(document.text):
        expected = f"a range of {document.file}, which has {len(document.text)} characters"
        yield Spot(record, passage.path).error("outside-document", expected=expected, found=str(passage.at))
        return
    piece = passage.at.span.of(document.text)
    if passage.text is not None and piece != passage.text:
        yield _moved(passage, record, document)
    if passage.names and not _named(passage, document):
        expected = f"one of the names in {quoted(piece)} at {passage.at}"
        hint = "spell the name as the document does, or cite where it stands"
        yield Spot(record, passage.text_path).warning(
            "name-not-there", expected=expected, found=quoted(passage.names[0]), hint=hint
        )


def _moved(passage: _Passage, record: Record, document: Document) -> Finding:
    """A quote that is not the slice at its citation: at the citation if it stands once elsewhere, else at the quote."""
    text = passage.text or ""
    slice_there = quoted(passage.at.span.of(document.text))
    elsewhere = _only_place(text, document.text)
    if elsewhere is not None:
        where = Citation(passage.at.document, Span(elsewhere, elsewhere + len(text)))
        expected = f"{quoted(text)} at {passage.at}"
        hint = f"the quote stands at {where}: write that"
        return Spot(record, passage.path).error("quote-moved", expected=expected, found=slice_there, hint=hint)
    hint = "copy the words from the document, sign by sign"
    alike = _only_place(text, document.folded)
    if alike is not None:
        hint = (
            f"the document has it at {alike}-{alike + len(text)} with other quotation marks, dashes or spaces: copy it"
        )
    expected = f"the words at {passage.at}, {slice_there}"
    return Spot(record, passage.text_path).error("quote-moved", expected=expected, found=quoted(text), hint=hint)


def _only_place(text: str, within: str) -> int | None:
    first = within.find(text) if text else -1
    return None if first < 0 or within.find(text, first + 1) >= 0 else first


def _named(passage: _Passage, document: Document) -> bool:
    span = passage.at.span
    pieces = {_plain(piece) for piece in (span.of(document.text), span.of(document.folded))}
    names = {_plain(name) for name in passage.names}
    return any(name in piece or piece in name for name in names for piece in pieces if piece)


def _plain(text: str) -> str:
    """The text with case, spaces and curly quotation marks folded."""
    return " ".join(text.split()).casefold().translate(_STRAIGHT)


def _misplaced(record: Record) -> Iterator[Finding]:
    """Claims drawn from the headlines of other stories, and headlines from outside their block."""
    incident = record.incident
    for number, claim in enumerate(incident.claims):
        block = _related_block(incident, claim.at)
        if block is not None and block.overlaps(claim.at.span):
            expected = f"a quote from the story, not from its related headlines at {block}"
            yield Spot(record, ("claims", number, "at")).error("outside-story", expected=expected, found=str(claim.at))
    for number, headline in enumerate(incident.related):
        block = _related_block(incident, headline.at)
        if block is not None and not block.covers(headline.at.span):
            expected = f"a headline within the document's related headlines, {block}"
            yield Spot(record, ("related", number, "at")).error(
                "outside-story", expected=expected, found=str(headline.at)
            )


def _related_block(incident: Incident, at: Citation) -> Span | None:
    """The related headlines of the document that ``at`` stands in; None where there are none or it stands in none."""
    source = next((source for source in incident.documents if source.id == at.document), None)
    return source.related if source is not None and at.span.end <= source.chars else None
