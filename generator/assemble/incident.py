"""One document's readings become one incident record."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.assemble.coreference import Cast, resolve_cast
from generator.assemble.days import find_anchor, incident_dates
from generator.assemble.identity import name_claims
from generator.assemble.names import as_written, slug_of
from generator.assemble.places import find_scene
from generator.assemble.prose import Story, compose_summary, compose_title, place_for_title
from generator.assemble.replies import answer_claims
from generator.assemble.statements import Drafted, draft_claims
from generator.assemble.tolls import relate_tolls
from generator.assemble.types import event_noun, find_types, is_relevant
from generator.assemble.voices import hear
from generator.lexicon.lexicon import Lexicon
from generator.model.claim import Claim, Event, Party, Said
from generator.model.document import Document, Layout
from generator.model.incident import Actor, Incident, RelatedHeadline, SourceDocument, Title
from generator.model.reading import ClaimMention, DatelineReading, SentenceReading
from generator.model.signs import UNSTORABLE
from generator.model.span import Citation, Span
from generator.model.vocabulary import ABSENT_FIELDS, DOCUMENT_VOICE, ActorType, ClaimKind, EventType, Origin, Outcome

_OUTCOMES = {EventType.ABDUCTION: Outcome.ABDUCTED}
_SLUG = 48
_EVENT_LEDE = 4


@dataclass(frozen=True, slots=True)
class Evidence:
    """Which rule found a claim, for `explain`.

    Attributes:
        claim: id of the claim.
        rule: name of the rule.
        sentence: number of the sentence.
    """

    claim: str
    rule: str
    sentence: int


@dataclass(frozen=True, slots=True)
class Assembly:
    """What became of a document.

    Attributes:
        incident: the record.
        relevant: whether the document tells of an incident.
        evidence: one for each claim, in the record's order.
        unquotable: passages that hold signs which no record may hold; their claims are left out.
    """

    incident: Incident
    relevant: bool
    evidence: tuple[Evidence, ...]
    unquotable: tuple[Span, ...] = ()


def assemble_incident(
    document: Document, layout: Layout, readings: Sequence[SentenceReading], dateline: DatelineReading, lexicon: Lexicon
) -> Assembly:
    """The incident record of one document; nothing in it stands without a span of the text."""
    cast = resolve_cast(readings)
    anchor, basis = find_anchor(document, dateline.days)
    types = find_types(readings, lexicon.events)
    scene = find_scene(document, readings, dateline.places)
    voices = hear(document, cast, readings, anchor)
    told = [draft for draft in draft_claims(voices, readings, scene) if _belongs(draft, types)]
    told = _with_event(told, types, readings, document, lexicon)
    drafted = [draft for draft in told if not UNSTORABLE.search(draft.claim.quote)]
    unquotable = tuple(draft.claim.at.span for draft in told if UNSTORABLE.search(draft.claim.quote))
    headlines = [span for span in layout.headlines if not UNSTORABLE.search(span.of(document.text))]
    unquotable += tuple(span for span in layout.headlines if UNSTORABLE.search(span.of(document.text)))
    drafted = relate_tolls(voices, readings, answer_claims(cast, name_claims(drafted)))
    claims = tuple(draft.claim for draft in drafted)
    actors = _actors(document, cast, claims)
    story = Story(
        event_noun(types[0], readings, document, lexicon.events),
        claims,
        {actor.id: actor for actor in actors},
        place_for_title(scene.places),
        _OUTCOMES.get(types[0]),
    )
    title = _title(document, layout, story)
    incident = Incident(
        id=_record_id(document, story),
        title=title,
        types=types,
        dates=incident_dates(readings, anchor, basis, document),
        documents=(_source(document, layout),),
        summary=compose_summary(story),
        actors=actors,
        places=scene.places,
        claims=claims,
        related=tuple(RelatedHeadline(span.of(document.text), Citation("d1", span)) for span in headlines),
    )
    evidence = tuple(Evidence(draft.claim.id, draft.mention.rule, draft.sentence) for draft in drafted)
    return Assembly(incident, is_relevant(types, readings, lexicon.events), evidence, unquotable)


def _belongs(draft: Drafted, types: Sequence[EventType]) -> bool:
    """Cases of illness count only in an epidemic."""
    toll = draft.mention.toll
    return toll is None or toll.rule != "noun" or toll.outcome != "infected" or EventType.EPIDEMIC in types


def _with_event(
    drafted: list[Drafted],
    types: Sequence[EventType],
    readings: Sequence[SentenceReading],
    document: Document,
    lexicon: Lexicon,
) -> list[Drafted]:
    """The claims with one that states the event: the claimer's own account, else the document's first telling."""
    if types[0] not in lexicon.events.incidents:
        return drafted
    claimed = next((draft for draft in drafted if draft.claim.kind is ClaimKind.RESPONSIBILITY), None)
    if claimed is not None:
        event: Drafted | None = _claimed_event(claimed, types[0], readings[claimed.sentence], document)
    else:
        event = _told_event(types[0], readings, document, lexicon)
    if event is None:
        return drafted
    at = next((n for n, draft in enumerate(drafted) if draft.sentence >= event.sentence), len(drafted))
    return [*drafted[:at], event, *drafted[at:]]


def _claimed_event(draft: Drafted, kind: EventType, reading: SentenceReading, document: Document) -> Drafted:
    """The deed as its claimer tells it: the whole sentence, since targets stand behind the claim itself."""
    who = draft.claim.what.who if isinstance(draft.claim.what, Party) else ()
    what = Event(kind, perpetrators=who, targets=draft.mention.targets)
    quote = Span(draft.claim.at.span.start, reading.span.end).trimmed(document.text)
    claim = replace(
        draft.claim, kind=ClaimKind.EVENT, what=what, quote=quote.of(document.text), at=Citation("d1", quote)
    )
    return replace(draft, claim=claim, subject=slug_of(kind.value))


def _told_event(
    kind: EventType, readings: Sequence[SentenceReading], document: Document, lexicon: Lexicon
) -> Drafted | None:
    for reading in readings[:_EVENT_LEDE]:
        told = next((event for event in reading.events if event.type is kind), None)
        if told is None or reading.past:
            continue
        quote = reading.span.trimmed(document.text)
        text = reading.span.of(document.folded)
        targets = tuple(
            dict.fromkeys(
                match["target"].removeprefix("a ").removeprefix("an ").removeprefix("the ")
                for match in lexicon.claims.targets.finditer(text)
            )
        )
        weapons = tuple(dict.fromkeys(match[0] for match in lexicon.events.weapons.finditer(text)))
        what = Event(kind, stage=told.stage if told.weight > 1 else None, targets=targets, weapons=weapons)
        claim = Claim(
            "", ClaimKind.EVENT, Said(DOCUMENT_VOICE), quote.of(document.text), Citation("d1", quote), what=what
        )
        return Drafted(
            claim, ClaimMention(ClaimKind.EVENT, quote, None, told.rule, type=kind), reading.index, slug_of(kind.value)
        )
    return None


def _title(document: Document, layout: Layout, story: Story) -> Title:
    stated = _stated_title(document, layout)
    return Title(stated, Origin.DOCUMENT) if stated else Title(compose_title(story), Origin.GENERATED)


def _stated_title(document: Document, layout: Layout) -> str | None:
    """The headline that the document carries, on one line and without signs that nobody could store."""
    title = document.metadata.title or (layout.title.of(document.text) if layout.title else None)
    plain = " ".join(UNSTORABLE.sub(" ", title).split()) if title else ""
    return plain or None


def _record_id(document: Document, story: Story) -> str:
    place = slug_of(story.place.name) if story.place is not None else ""
    words = "-".join(part for part in (place, slug_of(story.noun)) if part)[:_SLUG].strip("-")
    return f"{words}-{document.sha256[:8]}"


def _source(document: Document, layout: Layout) -> SourceDocument:
    meta = document.metadata
    title = _stated_title(document, layout)
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


def _actors(document: Document, cast: Cast, claims: Sequence[Claim]) -> tuple[Actor, ...]:
    """The actors that claims name, in order of their first claim."""
    used = dict.fromkeys(actor_id for claim in claims for actor_id in _named(claim) if actor_id != DOCUMENT_VOICE)
    claimers = {claim.said.by for claim in claims if claim.kind is ClaimKind.RESPONSIBILITY}
    actors = []
    for actor_id in used:
        entity = cast.entities[cast.ids.index(actor_id)]
        mention = entity.mention
        kind = (
            ActorType.ARMED_GROUP if mention.type is ActorType.ORGANISATION and actor_id in claimers else mention.type
        )
        near = mention.span
        name = as_written(document, mention.name, near)
        role = as_written(document, mention.role, near) if mention.role else None
        actors.append(Actor(actor_id, name, kind, Citation("d1", near), role=role, aka=_aka(entity.aka, mention.name)))
    return tuple(actors)


def _aka(names: Sequence[str], name: str) -> tuple[str, ...]:
    """Other names worth keeping: not the mere last word of the full one."""
    return tuple(other for other in names if other not in name.split() and other not in name)


def _named(claim: Claim) -> tuple[str, ...]:
    what = claim.what
    if isinstance(what, Event):
        return (claim.said.by, *what.perpetrators, *what.victims)
    return (claim.said.by, *(what.who if isinstance(what, Party) else ()))
