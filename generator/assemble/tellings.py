"""The claims that state the event itself: the claimer's own account or the first telling, then what others add."""

from collections.abc import Sequence

from generator.assemble.charges import is_voice
from generator.assemble.deedclaims import draft_events, read_event
from generator.assemble.deeds import Told
from generator.assemble.names import slug_of
from generator.assemble.statements import Drafted
from generator.assemble.voices import Voices
from generator.lexicon.events import EventLexicon
from generator.model.claim import Claim, Event, Party, Said
from generator.model.reading import ClaimMention, SentenceReading
from generator.model.span import Citation, Span
from generator.model.values import replace, value
from generator.model.vocabulary import DOCUMENT_VOICE, ClaimKind, EventType

_LEDE = 4
"""Sentences in which the first telling is looked for."""


@value
class Telling:
    """What event claims are drafted from.

    Attributes:
        kind: type of the main event.
        voices: who speaks.
        readings: the sentences.
        deeds: those that tell the main event.
    """

    kind: EventType
    voices: Voices
    readings: Sequence[SentenceReading]
    deeds: Sequence[Told]


def with_events(drafted: Sequence[Drafted], telling: Telling, events: EventLexicon) -> list[Drafted]:
    """The claims with those that state the event: the claimer's own account or the first telling, then what adds."""
    if telling.kind not in events.incidents:
        return list(drafted)
    claimed = next((draft for draft in drafted if _is_claimed(draft)), None)
    first = _claimed_event(claimed, telling) if claimed is not None else _told_event(telling)
    held = first.claim.what if first is not None else None
    further = draft_events(telling.kind, telling.deeds, telling.voices, held if isinstance(held, Event) else None)
    made = [*([first] if first is not None else []), *further]
    return sorted([*drafted, *made], key=lambda draft: (draft.sentence, draft.claim.kind is not ClaimKind.EVENT))


def _is_claimed(draft: Drafted) -> bool:
    """Whether somebody claims the deed of the story."""
    what = draft.claim.what
    return draft.claim.kind is ClaimKind.RESPONSIBILITY and not (isinstance(what, Party) and what.of is not None)


def _claimed_event(draft: Drafted, telling: Telling) -> Drafted:
    """The deed as its claimer tells it: the whole sentence, since targets stand behind the claim itself."""
    document, kind = telling.voices.document, telling.kind
    claimed = draft.claim.what.who if isinstance(draft.claim.what, Party) else ()
    who = tuple(each for each in claimed if not is_voice(each, telling.voices.cast))
    what = Event(kind, perpetrators=who, targets=draft.mention.targets)
    quote = Span(draft.claim.at.span.start, telling.readings[draft.sentence].span.end).trimmed(document.text)
    claim = replace(
        draft.claim, kind=ClaimKind.EVENT, what=what, quote=quote.of(document.text), at=Citation("d1", quote)
    )
    return replace(draft, claim=claim, subject=slug_of(kind.value))


def _told_event(telling: Telling) -> Drafted | None:
    """The first telling of the event near the beginning, with the roles that its sentence gives."""
    document, kind = telling.voices.document, telling.kind
    for reading in telling.readings[:_LEDE]:
        word = next((event for event in reading.events if event.type is kind), None)
        if word is None or reading.past:
            continue
        told = next((each for each in telling.deeds if each.reading.index == reading.index), Told(reading, ()))
        what = read_event(kind, told, telling.voices.cast, document)
        what = replace(what, stage=what.stage or (word.stage if word.weight > 1 else None))
        quote = reading.span.trimmed(document.text)
        claim = Claim(
            "", ClaimKind.EVENT, Said(DOCUMENT_VOICE), quote.of(document.text), Citation("d1", quote), what=what
        )
        return Drafted(
            claim, ClaimMention(ClaimKind.EVENT, quote, None, word.rule, type=kind), reading.index, slug_of(kind.value)
        )
    return None
