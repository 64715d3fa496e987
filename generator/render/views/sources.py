"""A document's page: its story word for word, with every quoted span marked and a way back to each claim."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from generator.model.claim import Claim
from generator.model.document import Document
from generator.model.incident import RelatedHeadline, SourceDocument
from generator.model.span import Span
from generator.model.values import value
from generator.render.addresses import span_anchor
from generator.render.catalogue import Catalogue, Dossier, incident_links, open_dossier
from generator.render.encoding import is_web_address
from generator.render.phrase import Phrase, phrase, plain, quoted
from generator.render.views.gists import claim_brief
from generator.render.views.headlines import RelatedView, related_views
from generator.render.views.story import Passage, paragraphs_of, passages_of
from generator.render.words import absent_words, counted, date_words, kind_words

_FEW = 8
"""Claims that a reader finds by scrolling."""


@value
class Backlink:
    """The way from a quote to a claim.

    Attributes:
        label: what the claim does.
        words: link to the quoted words on this page.
        claim: what it comes to, linked to the incident's page.
        speaker: who says it.
        id: the claim's id.
    """

    label: str
    words: str
    claim: Phrase
    speaker: Phrase
    id: str


@value
class Paragraph:
    """A paragraph of the story, its line break included.

    Attributes:
        passages: its text in order.
        claims: the claims whose quotes begin in it.
    """

    passages: tuple[Passage, ...]
    claims: tuple[Backlink, ...]


@value
class LostQuote:
    """A quote of a document whose text is not at hand.

    Attributes:
        anchor: id of the quote, or None where an earlier one has it.
        text: the quote.
        claim: the claim that rests on it.
    """

    anchor: str | None
    text: str
    claim: Backlink


@value
class SourceView:
    """A document's page.

    Attributes:
        name: headline where the document carries one, else the file's name.
        facts: label and words of what is known about the document.
        lacks: what it does not carry; may be empty.
        incidents: titles of the incidents that draw on it, as links.
        paragraphs: its story; empty where the text is not at hand.
        index: its claims in the order of their words, where it has so many that a reader needs a list.
        lost: its quotes where the text is not at hand.
        related: the headlines printed with it.
    """

    name: str
    facts: tuple[tuple[str, Phrase], ...]
    lacks: Phrase
    incidents: tuple[Phrase, ...]
    paragraphs: tuple[Paragraph, ...]
    index: tuple[Backlink, ...]
    lost: tuple[LostQuote, ...]
    related: tuple[RelatedView, ...]


@value
class _Use:
    """Words of a document that a claim rests on.

    Attributes:
        span: where they stand.
        words: what they are, by the record.
        dossier: the claim's incident.
        claim: the claim.
        is_quote: whether they are its quote; else they support it.
    """

    span: Span
    words: str
    dossier: Dossier
    claim: Claim
    is_quote: bool

    @property
    def order(self) -> tuple[Span, str]:
        """Sort key: place, then incident; claims keep the order of their record."""
        return self.span, self.dossier.incident.id


def _uses(dossier: Dossier, document: str) -> Iterable[_Use]:
    """Everything that an incident's claims take from one of its documents."""
    for claim in dossier.incident.claims:
        cited = [(claim.at, claim.quote, True)]
        if claim.scope:
            cited.append((claim.scope.at, claim.scope.text, False))
        if claim.supersedes:
            cited.append((claim.supersedes.at, claim.supersedes.basis, False))
        if claim.said.at:
            cited.append((claim.said.at, "", False))
        for at, words, is_quote in cited:
            if at.document == document:
                yield _Use(at.span, words, dossier, claim, is_quote)


def _backlink(use: _Use) -> Backlink:
    words = plain(claim_brief(use.claim, use.dossier))
    return Backlink(
        label=kind_words(use.claim.kind),
        words=f"#{span_anchor(use.span)}",
        claim=phrase(quoted(words, href=use.dossier.claim_href(use.claim.id))),
        speaker=use.dossier.actor(use.claim.said.by),
        id=use.claim.id,
    )


def _paragraphs(document: Document, story: Span, uses: Sequence[_Use]) -> tuple[Paragraph, ...]:
    """The story's paragraphs; uses come by where they start, so each paragraph takes the next of them."""
    waiting = sorted(uses, key=lambda use: use.span.start)
    paragraphs: list[Paragraph] = []
    reaching: list[_Use] = []
    taken = 0
    for span in paragraphs_of(document.text, story):
        beginning = bisect_left(waiting, span.end, key=lambda use: use.span.start)
        here = waiting[taken:beginning]
        taken = beginning
        reaching = [use for use in (*reaching, *here) if use.span.end > span.start]
        quotes = sorted({use.span for use in reaching if use.is_quote})
        support = sorted({use.span for use in reaching if not use.is_quote})
        claims = tuple(_backlink(use) for use in here if use.is_quote and use.span.start >= span.start)
        paragraphs.append(Paragraph(passages_of(document.text, span, quotes, support), claims))
    return tuple(paragraphs)


def _lost_quotes(uses: Sequence[_Use]) -> tuple[LostQuote, ...]:
    lost, taken = [], set()
    for use in uses:
        if use.words:
            anchor = span_anchor(use.span)
            lost.append(LostQuote(None if anchor in taken else anchor, use.words, _backlink(use)))
            taken.add(anchor)
    return tuple(lost)


def source_facts(document: SourceDocument) -> tuple[tuple[str, Phrase], ...]:
    """What is known about a document, label by label."""
    facts: list[tuple[str, Phrase]] = [("File", phrase(quoted(document.file)))]
    if document.publisher:
        facts.append(("Publisher", phrase(quoted(document.publisher))))
    if document.published:
        facts.append(("Published", phrase(date_words(document.published))))
    if document.url:
        href = document.url if is_web_address(document.url) else None
        facts.append(("Web address", phrase(quoted(document.url, href=href))))
    if document.language:
        facts.append(("Language", phrase(quoted(document.language))))
    encoding = " (not UTF-8; read as Windows-1252)" if document.encoding else ""
    facts.append(("Length", phrase(counted(document.chars, "character"), encoding)))
    facts.append(("Fingerprint", phrase("SHA-256 ", quoted(document.sha256))))
    return tuple(facts)


def source_lacks(document: SourceDocument) -> Phrase:
    """``It carries no headline, no byline and no publication date.``; empty where nothing is missing."""
    return phrase("It carries ", absent_words(document.absent), ".") if document.absent else ()


def source_name(document: SourceDocument) -> str:
    """How pages call a document: its headline where it carries one, else its file name."""
    return document.title or document.file


def source_view(catalogue: Catalogue, key: tuple[str, str]) -> SourceView:
    """The page of the document with this file name and sha256."""
    page = catalogue.sources[key]
    cited = [
        (open_dossier(catalogue, incident, page), document)
        for incident in catalogue.records
        for document in incident.documents
        if (document.file, document.sha256) == key
    ]
    uses = sorted(
        (use for dossier, document in cited for use in _uses(dossier, document.id)), key=lambda use: use.order
    )
    first, text = cited[0][1], catalogue.site.documents.get(key)
    paragraphs = _paragraphs(text, first.story, uses) if text else ()
    listed = tuple(claim for paragraph in paragraphs for claim in paragraph.claims)
    return SourceView(
        name=source_name(first),
        facts=source_facts(first),
        lacks=source_lacks(first),
        incidents=incident_links((dossier for dossier, _ in cited), page),
        paragraphs=paragraphs,
        index=listed if len(listed) > _FEW else (),
        lost=() if text else _lost_quotes(uses),
        related=_related(cited),
    )


def _related(cited: Sequence[tuple[Dossier, SourceDocument]]) -> tuple[RelatedView, ...]:
    """Headlines printed with the document, each once, in document order."""
    found: dict[Span, tuple[Dossier, RelatedHeadline]] = {}
    for dossier, document in cited:
        for headline in dossier.incident.related:
            if headline.at.document == document.id:
                found.setdefault(headline.at.span, (dossier, headline))
    return tuple(view for span in sorted(found) for view in related_views(found[span][0], [found[span][1]]))
