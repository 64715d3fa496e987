"""Event claims: each sentence that adds to who did what to whom in the main event."""

from collections.abc import Iterator, Sequence

from generator.assemble.coreference import Cast
from generator.assemble.deeds import Told
from generator.assemble.names import slug_of
from generator.assemble.statements import Drafted
from generator.assemble.voices import Voices, said_by
from generator.model.claim import Claim, Event, Said
from generator.model.document import Document
from generator.model.mention import ActorMention, Attribution, DeedMention
from generator.model.reading import ClaimMention, SentenceReading
from generator.model.signs import UNSTORABLE
from generator.model.span import Citation, Span
from generator.model.vocabulary import VIOLENT, ActorType, ClaimKind, EventType

_VOUCHED = frozenset((ClaimKind.STATEMENT, ClaimKind.CONFIRMATION, ClaimKind.ACCUSATION, ClaimKind.CONDEMNATION))
"""Kinds of speech whose deeds the speaker tells as done."""
_MOST = 12
"""Event claims of one record."""


def draft_events(kind: EventType, told: Sequence[Told], voices: Voices, held: Event | None) -> Iterator[Drafted]:
    """One event claim for each sentence that adds a doer, victim, target or weapon to those that ``held`` has."""
    seen = set(_values(held)) if held is not None else set()
    made = 0
    for whole in told:
        speech, each = _vouched(whole)
        event = read_event(kind, each, voices.cast, voices.document)
        seen |= _told_otherwise(each, speech, voices.cast)
        new = set(_values(event)) - seen
        said = said_by(voices, each.reading, speech, None)
        if not new or said is None or made == _MOST:
            continue
        made += 1
        seen |= new
        yield draft_event(event, each, said, voices.document)


def _told_otherwise(told: Told, speech: Attribution | None, cast: Cast) -> set[tuple[str, str]]:
    """Values that other claims of the sentence tell: crowds of victims that a toll counts, doers that are accused."""
    index, claims = told.reading.index, told.reading.claims
    counted = [claim.toll.figure.span for claim in claims if claim.toll is not None]
    crowds = [
        victim
        for deed in told.deeds
        for victim in deed.victims
        if victim.type is ActorType.CROWD and any(span.overlaps(victim.span) for span in counted)
    ]
    accused = [
        actor
        for claim in claims
        if claim.kind is ClaimKind.ACCUSATION and speech is not None and claim.attribution is not None
        if claim.attribution.cue == speech.cue
        for deed in told.deeds
        for actor in deed.perpetrators
    ]
    return {("victims", name) for name in _ids(crowds, index, cast)} | {
        ("perpetrators", name) for name in _ids(accused, index, cast)
    }


def _vouched(told: Told) -> tuple[Attribution | None, Told]:
    """The deeds of a sentence that somebody tells as done, and who: None for the document's own voice.

    What is denied, demanded or warned of is no deed; of several voices the first counts.
    """
    voices = [(deed, _speech(told.reading, deed)) for deed in told.deeds]
    sure = [(deed, speech) for deed, speech in voices if speech is None or speech.kind in _VOUCHED]
    first = sure[0][1] if sure else None
    return first, Told(told.reading, tuple(deed for deed, speech in sure if speech is first))


def _speech(reading: SentenceReading, deed: DeedMention) -> Attribution | None:
    """The speech that tells a deed; None for the document's own voice."""
    return next(
        (
            attribution
            for attribution in reading.attributions
            if attribution.source is not None and any(content.covers(deed.span) for content in attribution.contents)
        ),
        None,
    )


def draft_event(event: Event, told: Told, said: Said, document: Document) -> Drafted:
    """The claim that a sentence makes of the event."""
    quote = told.reading.span.trimmed(document.text)
    claim = Claim("", ClaimKind.EVENT, said, quote.of(document.text), Citation("d1", quote), what=event)
    deed = told.deeds[0]
    subject = f"{slug_of(event.type.value)}-{slug_of(deed.rule)}"
    return Drafted(
        claim, ClaimMention(ClaimKind.EVENT, quote, None, deed.rule, type=event.type), told.reading.index, subject
    )


def read_event(kind: EventType, told: Told, cast: Cast, document: Document) -> Event:
    """All roles that the deeds of one sentence give; deeds of forces alone are an operation, not the attack."""
    index, deeds = told.reading.index, told.deeds
    answer = kind in VIOLENT and all(deed.type is EventType.SECURITY_OPERATION for deed in deeds)
    return Event(
        EventType.SECURITY_OPERATION if answer else kind,
        stage=next((deed.stage for deed in deeds if deed.stage is not None), None),
        perpetrators=_ids([actor for deed in deeds for actor in deed.perpetrators], index, cast),
        targets=_words([span for deed in deeds for span in deed.targets], document),
        victims=_ids([actor for deed in deeds for actor in deed.victims], index, cast),
        weapons=_words([span for deed in deeds for span in deed.weapons], document),
    )


def _ids(mentions: Sequence[ActorMention], sentence: int, cast: Cast) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found for each in mentions if (found := cast.id_of(sentence, each)) is not None))


def _words(spans: Sequence[Span], document: Document) -> tuple[str, ...]:
    texts = (" ".join(span.of(document.text).split()) for span in spans)
    return tuple(dict.fromkeys(text for text in texts if not UNSTORABLE.search(text)))


def _values(event: Event) -> Iterator[tuple[str, str]]:
    for role in ("perpetrators", "targets", "victims", "weapons"):
        for value in getattr(event, role):
            yield role, value.lower()
