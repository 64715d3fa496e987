"""One document's readings become incident records: one, or more where the story tells further incidents."""

from collections.abc import Collection, Sequence

from generator.assemble.anchor import find_anchor
from generator.assemble.charges import with_charges, with_sides
from generator.assemble.coreference import Cast
from generator.assemble.days import incident_dates
from generator.assemble.deeds import Told, main_deeds
from generator.assemble.division import Manuscript, divide, heading_of, headline_of
from generator.assemble.identity import name_claims
from generator.assemble.masthead import source_of
from generator.assemble.names import as_written, slug_of
from generator.assemble.parts import STORY, Part, cast_of, renumbered
from generator.assemble.places import find_scene
from generator.assemble.prose import Story, compose_summary, compose_title, place_for_title
from generator.assemble.reasons import Reason, cast_reasons, claim_reasons, record_reasons
from generator.assemble.replies import answer_claims
from generator.assemble.statements import Drafted, draft_claims
from generator.assemble.tellings import Telling, with_events
from generator.assemble.tolls import relate_tolls
from generator.assemble.types import Verdict, event_noun, judge
from generator.assemble.voices import hear
from generator.lexicon.lexicon import Lexicon
from generator.model.claim import Claim, Event, Party
from generator.model.document import Document
from generator.model.incident import Actor, Incident, RelatedHeadline, Title
from generator.model.reading import DatelineReading
from generator.model.signs import is_storable
from generator.model.span import Citation, Span
from generator.model.values import replace, value
from generator.model.vocabulary import DOCUMENT_VOICE, ActorType, ClaimKind, EventType, Origin, Outcome

_OUTCOMES = {EventType.ABDUCTION: Outcome.ABDUCTED}
_BETWEEN_SIDES = frozenset((EventType.SECURITY_OPERATION, EventType.ARMED_CLASH))
"""Types of events of which forces are a side."""
_SLUG = 48


@value
class Evidence:
    """Which rule found a claim, for `explain`.

    Attributes:
        claim: id of the claim.
        rule: name of the rule.
        sentence: number of the sentence.
        reasons: what its values rest on, in the order of its fields.
    """

    claim: str
    rule: str
    sentence: int
    reasons: tuple[Reason, ...] = ()


@value
class Assembly:
    """What became of a document, or of a part of it.

    Attributes:
        incident: the record.
        relevant: whether the sentences tell of an incident.
        evidence: one for each claim, in the record's order.
        unquotable: passages that hold signs which no record may hold; their claims are left out.
        passed: the first sentences of items of a list that tell no incident, told of the main record.
        verdict: what type and relevance were weighed by, for `explain`.
        apart: what sets the incident apart from the story's own: an entry of `apart.yml`, or empty.
        reasons: what type, places, days and actors of the record rest on.
    """

    incident: Incident
    relevant: bool
    evidence: tuple[Evidence, ...]
    unquotable: tuple[Span, ...] = ()
    passed: tuple[Span, ...] = ()
    verdict: Verdict | None = None
    apart: str = ""
    reasons: tuple[Reason, ...] = ()


def assemble_incidents(manuscript: Manuscript, lexicon: Lexicon) -> tuple[Assembly, ...]:
    """The incident records of one document, the main one first; nothing in them stands without a span of the text.

    A further incident is one that states itself apart and is an incident by itself; related headlines belong to the
    main one, and no claim to two.
    """
    made: list[Assembly] = []
    division = divide(manuscript, lexicon)
    for part in division.parts:
        assembly = _assemble(manuscript, part, lexicon, further=bool(made))
        taken = {each.incident.id for each in made}
        passed = () if made else division.passed
        made.append(replace(assembly, incident=_with_free_id(assembly.incident, taken), passed=passed))
    return tuple(made)


def _with_free_id(incident: Incident, taken: Collection[str]) -> Incident:
    """The incident under an id that no other one of the document has: ``PLACE-TYPE-2-HASH``."""
    words, _, digest = incident.id.rpartition("-")
    name, count = incident.id, 1
    while name in taken:
        count += 1
        name = f"{words}-{count}-{digest}"
    return incident if name == incident.id else replace(incident, id=name)


def _assemble(manuscript: Manuscript, part: Part, lexicon: Lexicon, *, further: bool) -> Assembly:
    """The record of one part; a further one has no related headlines."""
    document, readings = manuscript.document, renumbered(part)
    verdict = judge(readings, lexicon, title=heading_of(manuscript, part))
    kind = verdict.types[0]
    operation = not _BETWEEN_SIDES.isdisjoint(verdict.types)
    deeds = main_deeds(kind, readings, document, operation=operation)
    cast = cast_of(part, readings, deeds, manuscript.readings)
    anchor, basis = find_anchor(document, manuscript.dateline.days, manuscript.readings)
    voices = hear(document, cast, readings, anchor)
    dateline = DatelineReading() if further else manuscript.dateline
    scene = find_scene(document, readings, dateline.places, headline=dateline.headline)
    told = [draft for draft in draft_claims(voices, readings, scene) if _belongs(draft, verdict.types)]
    told = with_sides(told, cast)
    told = with_events(told, Telling(kind, voices, readings, deeds), lexicon.events)
    drafted = [draft for draft in told if is_storable(draft.claim.quote)]
    drafted = with_charges(name_claims(drafted), kind, lexicon)
    drafted = relate_tolls(voices, readings, answer_claims(cast, drafted))
    claims = tuple(draft.claim for draft in drafted)
    headlines = () if further else manuscript.layout.headlines
    incident = _written(
        manuscript,
        part,
        Incident(
            id="",
            title=Title("", Origin.GENERATED),
            types=verdict.types,
            dates=incident_dates(readings, anchor, basis, document, headline=dateline.titled),
            documents=(source_of(document, manuscript.layout),),
            actors=_actors(document, cast, claims),
            places=scene.places,
            claims=claims,
            related=_related(document, headlines),
        ),
        event_noun(kind, readings, document, lexicon.events),
    )
    quoted = (*(draft.claim.at.span for draft in told), *headlines)
    return Assembly(
        incident,
        relevant=verdict.relevant or part.rule != STORY,
        evidence=tuple(_evidence(part, draft, deeds, lexicon) for draft in drafted),
        unquotable=tuple(span for span in quoted if not is_storable(span.of(document.text))),
        verdict=verdict,
        apart=part.rule if further else "",
        reasons=(
            *record_reasons(readings, kind, incident.places, incident.dates),
            *cast_reasons(incident.actors, cast),
        ),
    )


def _evidence(part: Part, draft: Drafted, deeds: Sequence[Told], lexicon: Lexicon) -> Evidence:
    number = part.readings[draft.sentence].index
    return Evidence(draft.claim.id, draft.mention.rule, number, claim_reasons(draft, deeds, lexicon))


def _related(document: Document, headlines: Sequence[Span]) -> tuple[RelatedHeadline, ...]:
    texts = ((span.of(document.text), span) for span in headlines)
    return tuple(RelatedHeadline(text, Citation("d1", span)) for text, span in texts if is_storable(text))


def _written(manuscript: Manuscript, part: Part, incident: Incident, noun: str) -> Incident:
    """The incident with what is composed from its claims: id, title and summary."""
    story = Story(
        noun,
        incident.claims,
        {actor.id: actor for actor in incident.actors},
        place_for_title(incident.places),
        _OUTCOMES.get(incident.types[0]),
    )
    return replace(
        incident,
        id=_record_id(manuscript.document, story),
        title=_title(manuscript, part, story),
        summary=compose_summary(story),
    )


def _belongs(draft: Drafted, types: Sequence[EventType]) -> bool:
    """Cases of illness count only in an epidemic."""
    toll = draft.mention.toll
    return toll is None or toll.rule != "noun" or toll.outcome != "infected" or EventType.EPIDEMIC in types


def _title(manuscript: Manuscript, part: Part, story: Story) -> Title:
    """The headline of the document, else a composed one."""
    stated = headline_of(manuscript, part)
    return Title(stated, Origin.DOCUMENT) if stated else Title(compose_title(story), Origin.GENERATED)


def _record_id(document: Document, story: Story) -> str:
    place = slug_of(story.place.name) if story.place is not None else ""
    words = "-".join(part for part in (place, slug_of(story.noun)) if part)[:_SLUG].strip("-")
    return f"{words}-{document.sha256[:8]}"


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
