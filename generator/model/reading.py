"""What was found in a sentence, all together: claims with who makes them, and what stands around them."""

from generator.model.mention import (
    ActorMention,
    Attribution,
    DayMention,
    DeedMention,
    EventMention,
    Figure,
    PlaceMention,
    TollMention,
)
from generator.model.span import Span
from generator.model.values import value
from generator.model.vocabulary import ClaimKind, EventType, Stage


@value
class ClaimMention:
    """A claim as one sentence makes it; actors are mentions still, not yet the record's actors.

    Attributes:
        kind: what it does.
        quote: span of the words.
        attribution: who says it; None for the document's own voice.
        rule: name of the rule.
        toll: the toll, for tolls.
        damage: the figure of things lost, for damage.
        party: whom the claim is about.
        claimer: who claims responsibility, where the words name them outside of an attribution.
        operation: name given to the deed.
        gloss: what that name means.
        targets: what was aimed at, in the text's words.
        weapons: in the text's words.
        type: the event type, for events.
        stage: how far the event came.
        places: the places listed, for locations.
        complete: whether they are said to be all.
        answers: whether it denies something said before.
        day: when the claimed thing happened.
    """

    kind: ClaimKind
    quote: Span
    attribution: Attribution | None
    rule: str
    toll: TollMention | None = None
    damage: Figure | None = None
    party: tuple[ActorMention, ...] = ()
    claimer: ActorMention | None = None
    operation: str | None = None
    gloss: str | None = None
    targets: tuple[str, ...] = ()
    weapons: tuple[str, ...] = ()
    type: EventType | None = None
    stage: Stage | None = None
    places: tuple[PlaceMention, ...] = ()
    complete: bool | None = None
    answers: bool = False
    day: DayMention | None = None


@value
class DatelineReading:
    """What stands in a dateline.

    Attributes:
        days: the day of filing.
        places: where the story was filed.
        headline: places of the document's own headline; one with an empty span stands in metadata alone.
        titled: days of the headline, and times of several days that the document says it covers.
    """

    days: tuple[DayMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    headline: tuple[PlaceMention, ...] = ()
    titled: tuple[DayMention, ...] = ()


@value
class SentenceReading:
    """Everything that was found in one sentence.

    Attributes:
        span: the sentence.
        index: its number in the story, 0-based.
        paragraph: number of its paragraph.
        claims: in order of their words.
        attributions: in order of their cues.
        days: in order.
        places: in order.
        events: in order.
        deeds: who did what to whom with what, in order.
        nations: countries that its demonyms tell, alpha-2, in order.
        past: whether it tells of a time before the story's own.
        former: span of the words that call the sentence's own figures earlier ones, or None.
        latest: span of the words that call the figure spoken of the newest, or None.
        scope: span of the words that say what the figure spoken of covers, or None.
        present: who opens the sentence and says nothing in it: persons with their office, whom a pronoun may mean.
        hints: its words that go with news of a type, in lower case.
    """

    span: Span
    index: int
    paragraph: int
    claims: tuple[ClaimMention, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    days: tuple[DayMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    events: tuple[EventMention, ...] = ()
    deeds: tuple[DeedMention, ...] = ()
    nations: tuple[str, ...] = ()
    past: bool = False
    former: Span | None = None
    latest: Span | None = None
    scope: Span | None = None
    present: tuple[ActorMention, ...] = ()
    hints: frozenset[str] = frozenset()
