"""What each value of a record rests on: the rule that read it and the lexicon file that knows the words."""

from collections.abc import Iterator, Sequence

from generator.assemble.coreference import Cast
from generator.assemble.days import resolve_day
from generator.assemble.deeds import Told
from generator.assemble.names import slug_of
from generator.assemble.statements import Drafted
from generator.lexicon.lexicon import Lexicon
from generator.model.claim import Event, Toll
from generator.model.incident import Actor, Dates, Place
from generator.model.mention import ActorMention, DayMention, PlaceMention, TollMention
from generator.model.reading import SentenceReading
from generator.model.values import value
from generator.model.vocabulary import Category, ClaimKind, EventType

_CLAIMS, _CUES, _TOLLS, _PERSONS = "claims.yml", "cues.yml", "tolls.yml", "persons.yml"
_WEIGHTS = "toll_weights.yml"
_ACTORS, _DATES, _ROLES, _EVENTS = "actors.yml", "dates.yml", "roles.yml", "events.yml"

_PLACE_FILES = {
    "known": "countries.yml",
    "town": "gazetteer.tsv",
    "uncased": "gazetteer.tsv",
    "item-heading": "apart.yml",
    "nation": "countries.yml",
    "distance": "gazetteer.tsv",
    "reference": "gazetteer.tsv",
}
"""Rules of places that other files than ``places.yml`` feed."""
_PART = "included"
"""The rule that reads parts of a toll by the words of ``tolls.yml`` between them."""
_PLAIN_NAMES = frozenset(
    ("name", "name-description", "pronoun", "possessor", "uncased-name", "quoted", "carried-quote")
)
"""Rules of actors that read the shape of the words and no list."""
_ROLE_RULES = frozenset(("victims", "band"))
"""Rules of actors that read the parties of a deed."""


@value
class Reason:
    """Why a value stands in a record.

    Attributes:
        path: the value's place in its claim (``what.killed``, ``said.by``), or in the record (``places.kresk``).
        rule: name of the rule or entry that read it.
        lexicon: file of the lexicon that the rule or entry stands in; empty for one of the grammar that the program is.
    """

    path: str
    rule: str
    lexicon: str = ""

    def __str__(self) -> str:
        return f"{self.path}: {self.rule}" + (f" ({self.lexicon})" if self.lexicon else "")


def claim_reasons(draft: Drafted, deeds: Sequence[Told], lexicon: Lexicon) -> tuple[Reason, ...]:
    """What the values of one claim rest on, in the order of its fields; ``deeds`` are those of the main event."""
    return tuple(dict.fromkeys(_claim_reasons(draft, deeds, lexicon)))


def _claim_reasons(draft: Drafted, deeds: Sequence[Told], lexicon: Lexicon) -> Iterator[Reason]:
    mention, claim = draft.mention, draft.claim
    if isinstance(claim.what, Event):
        yield _event_reason(draft)
        yield from _role_reasons(claim.what, draft, deeds)
    elif mention.toll is None and claim.kind is not ClaimKind.STATEMENT:
        yield _kind_reason(draft, lexicon)
    if mention.toll is not None and isinstance(claim.what, Toll):
        yield _toll_reason(mention.toll, lexicon)
        if claim.what.category is not Category.UNSPECIFIED and claim.what.who is not None:
            yield Reason("what.category", claim.what.who.split(" of ")[0].split()[-1].lower(), _PERSONS)
    for party in mention.party if not isinstance(claim.what, Event) else ():
        yield _actor_reason("what.who", party)
    if mention.day is not None and claim.when is not None:
        yield Reason("when", mention.day.rule, _DATES)
    yield from _speech_reasons(draft)


def _toll_reason(toll: TollMention, lexicon: Lexicon) -> Reason:
    """The frame that read a figure, or what spoke for it where none did, the heaviest evidence first."""
    path = f"what.{toll.outcome}"
    if toll.weighed:
        told = ", ".join(f"{name} {weight:+.1f}" for name, weight in toll.weighed)
        return Reason(path, f"{toll.rule}: {told}", _WEIGHTS)
    return Reason(path, toll.rule, _TOLLS if _is_in_tolls(toll.rule, lexicon) else "")


def _is_in_tolls(rule: str, lexicon: Lexicon) -> bool:
    """Whether ``tolls.yml`` holds a toll's rule."""
    tolls = lexicon.tolls
    return rule in (_PART, tolls.noun_rule.name, tolls.cumulative.name) or any(
        frame.rule.name == rule for frame in tolls.frames
    )


def _event_reason(draft: Drafted) -> Reason:
    """A word of ``events.yml``, a deed of ``roles.yml``, or the claim by which somebody says that it was theirs."""
    mention = draft.mention
    if mention.kind is not ClaimKind.EVENT:
        return Reason("what.type", mention.rule, _CLAIMS)
    told = mention.type is not None and draft.subject == slug_of(mention.type.value)
    return Reason("what.type", mention.rule, _EVENTS if told else _ROLES)


def _role_reasons(event: Event, draft: Drafted, deeds: Sequence[Told]) -> Iterator[Reason]:
    for deed in (deed for told in deeds if told.reading.index == draft.sentence for deed in told.deeds):
        if event.perpetrators:
            yield from (_actor_reason("what.perpetrators", actor) for actor in deed.perpetrators)
        if event.victims:
            yield from (_actor_reason("what.victims", actor) for actor in deed.victims)
        for role, spans in (("targets", deed.targets), ("weapons", deed.weapons)):
            if spans and getattr(event, role):
                yield Reason(f"what.{role}", deed.rule, _ROLES)


def _kind_reason(draft: Drafted, lexicon: Lexicon) -> Reason:
    """What makes a claim one of its kind: an act of ``claims.yml``, or the reporting word."""
    mention = draft.mention
    if mention.rule in lexicon.claims.names:
        return Reason("kind", mention.rule, _CLAIMS)
    if mention.attribution is not None and mention.rule == mention.attribution.rule:
        return Reason("kind", mention.attribution.verb, _CUES)
    return Reason("kind", mention.rule, _TOLLS if draft.claim.kind is ClaimKind.DAMAGE else "")


def _speech_reasons(draft: Drafted) -> Iterator[Reason]:
    """Who speaks, by which cue, on which day."""
    mention = draft.mention
    if mention.claimer is not None:
        yield _actor_reason("said.by", mention.claimer)
        return
    speech = mention.attribution
    if speech is None:
        if draft.claim.said.cue is not None:
            yield Reason("said.by", "carried-quote")
        return
    if speech.source is not None:
        yield _actor_reason("said.by", speech.source)
    yield Reason("said.cue", speech.verb, _CUES)
    yield Reason("said", speech.rule)
    if speech.day is not None:
        yield Reason("said.day", speech.day.rule, _DATES)


def _actor_reason(path: str, actor: ActorMention) -> Reason:
    """The entry of a known actor, else the rule that read the phrase."""
    if actor.known is not None:
        return Reason(path, actor.known, _ACTORS)
    of_deed = actor.rule.startswith("doer-") or actor.rule in _ROLE_RULES
    lexicon = "" if actor.rule in _PLAIN_NAMES else _ROLES if of_deed else _ACTORS
    return Reason(path, actor.rule or "name", lexicon)


def record_reasons(
    readings: Sequence[SentenceReading], kind: EventType, places: Sequence[Place], dates: Dates
) -> Iterator[Reason]:
    """What the type, the places and the days of a record rest on."""
    words = dict.fromkeys(event.rule for reading in readings for event in reading.events if event.type is kind)
    yield from (Reason(f"types.{kind}", rule, _EVENTS) for rule in words)
    seen: dict[object, PlaceMention] = {place.span: place for reading in readings for place in reading.places}
    for place in places:
        mention = seen.get(place.at.span)
        rule = mention.rule if mention is not None else "dateline"
        yield Reason(f"places.{place.id}", rule, _PLACE_FILES.get(rule, "places.yml" if mention is not None else ""))
    yield from _day_reasons([day for reading in readings for day in reading.days if not day.past], dates)


def _day_reasons(days: Sequence[DayMention], dates: Dates) -> Iterator[Reason]:
    told = next((day for day in days if dates.start and resolve_day(day, dates.anchor) == dates.start), None)
    if told is not None:
        yield Reason("dates.start", told.rule, _DATES)
    for text in dates.days:
        rule = next((day.rule for day in days if day.text == text), "")
        yield Reason(f"dates.days {text}", rule, _DATES)


def cast_reasons(actors: Sequence[Actor], cast: Cast) -> Iterator[Reason]:
    """What the actors of a record rest on."""
    for actor in actors:
        yield _actor_reason(f"actors.{actor.id}", cast.entities[cast.ids.index(actor.id)].mention)
