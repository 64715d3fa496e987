"""What finders find in a sentence: mentions, each with its span and the rule that found it.

Spans here count code points of the document, 0-based and half-open, unless said otherwise.
"""

from generator.model.partialdate import PartialDate
from generator.model.span import Span
from generator.model.values import value
from generator.model.vocabulary import (
    ActorType,
    Bound,
    Category,
    ClaimKind,
    EventType,
    Form,
    Outcome,
    PlaceLevel,
    Stage,
)


@value
class Numeral:
    """A number with its bound.

    Attributes:
        span: from the bound to the end of the number.
        count: the number, or None where only a vague word stands.
        upper: highest value of a range.
        bound: how it limits the true count; None is exact.
        vague: the vague word (``dozens``).
    """

    span: Span
    count: int | None
    upper: int | None = None
    bound: Bound | None = None
    vague: str | None = None


@value
class Figure:
    """A counted noun phrase: ``17 law enforcement personnel``.

    Attributes:
        span: from the bound to the head noun.
        numeral: the number.
        who: the counted persons or things in the text's words; None for a bare number.
        category: whom it counts.
        person: True for persons, False for things, None where the noun does not tell.
        outcome: what the noun itself says happened (``deaths``, ``bodies``), or None.
        partial: whether it counts some of an earlier figure (``11 of them``).
        article: whether it is an article (``a soldier``) instead of a number.
    """

    span: Span
    numeral: Numeral
    who: str | None = None
    category: Category = Category.UNSPECIFIED
    person: bool | None = None
    outcome: Outcome | None = None
    partial: bool = False
    article: bool = False


@value
class TollMention:
    """A figure joined with what happened to the counted persons.

    Attributes:
        figure: the figure.
        outcome: what happened.
        span: figure and the words that tell the outcome.
        rule: name of the rule.
        by: who did it, in the text's words.
        partial_of: number of the toll in the same sentence that this one is a part of.
        former: whether the same sentence calls the figure an earlier one (``rose from 41``).
        basis: span of the words that say so.
        weighed: name -> weight of the evidence it rests on, the heaviest first, where no rule tells it.
    """

    figure: Figure
    outcome: Outcome
    span: Span
    rule: str
    by: str | None = None
    partial_of: int | None = None
    former: bool = False
    basis: Span | None = None
    weighed: tuple[tuple[str, float], ...] = ()


@value
class ActorMention:
    """A noun phrase that names a party.

    Attributes:
        span: the whole phrase, role and apposition included.
        name: the name proper, or the descriptive phrase where no name stands.
        head: the word that tells what kind of party it is, lower case (``minister``, ``military``), or empty.
        type: what kind of party.
        role: office or description in the text's words.
        named: whether ``name`` is a proper name.
        pronoun: the pronoun, where that is all there is.
        known: id of the lexicon's actor.
        acronyms: other short names that the lexicon knows.
        country: ISO 3166-1 alpha-2 of the country it belongs to, where the words tell.
        rule: name of the rule.
    """

    span: Span
    name: str
    type: ActorType
    head: str = ""
    role: str | None = None
    named: bool = False
    pronoun: str | None = None
    known: str | None = None
    acronyms: tuple[str, ...] = ()
    country: str | None = None
    rule: str = ""


@value
class DayMention:
    """A weekday or another phrase for a time.

    Attributes:
        span: the phrase with its preposition (``late on Friday``).
        text: the phrase that is kept (``Friday``).
        weekday: the English weekday, where it is one.
        start: first day, where the text itself gives the date.
        end: last day, where the text itself gives the date.
        month_day: month and day of a date that lacks its year.
        past: whether it places the event before the story's own time (``in 2019``, ``last month``).
        rule: name of the rule.
    """

    span: Span
    text: str
    weekday: str | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None
    month_day: tuple[int, int] | None = None
    past: bool = False
    rule: str = ""


@value
class PlaceMention:
    """A named place.

    Attributes:
        span: the name.
        name: as written.
        key: folded name, or the country's code.
        level: how large, where the words tell.
        within: folded name of the containing place, where the words tell.
        country: ISO 3166-1 alpha-2, where known.
        locative: whether the words put something there (``in``, ``near``).
        rule: name of the rule.
    """

    span: Span
    name: str
    key: str
    level: PlaceLevel | None = None
    within: str | None = None
    country: str | None = None
    locative: bool = False
    rule: str = ""


@value
class Attribution:
    """Reported speech (PARC: source, cue, content).

    Attributes:
        source: who speaks; None where only the quotation marks show that somebody does.
        cue: span of the reporting word.
        verb: the reporting word, lower case.
        contents: spans of what is said, in order.
        span: source, cue and contents together.
        kind: what the reporting word does beyond saying (a denial, a warning), or statement.
        day: the day of speaking.
        via: span of the occasion.
        form: direct, indirect or mixed.
        addressed: whether a person is named as the hearer (``told N. N.``).
        earlier: whether the cue is in the pluperfect (``had said``).
        rule: name of the rule.
    """

    source: ActorMention | None
    cue: Span
    verb: str
    contents: tuple[Span, ...]
    span: Span
    kind: ClaimKind
    day: DayMention | None = None
    via: Span | None = None
    form: Form = Form.INDIRECT
    addressed: bool = False
    earlier: bool = False
    rule: str = ""


@value
class EventMention:
    """A word that tells what happened.

    Attributes:
        span: the word.
        type: the event type.
        weight: how strongly it tells the type, 1 to 5.
        stage: how far it came, where the words tell.
        rule: name of the rule.
        definite: whether it points to an event that was told before (``the attacks``).
    """

    span: Span
    type: EventType
    weight: int
    stage: Stage | None = None
    rule: str = ""
    definite: bool = False


UNCASED_NAME = "uncased-name"
"""Rule of names that only text without case can hide: words in lower case that nobody knows."""


@value
class DeedMention:
    """A word that tells a deed, with who did it, to whom, and with what (the roles of an event frame).

    Attributes:
        span: the word or phrase that tells the deed (``opened fire``, ``kidnapping``).
        type: the event type that it tells by itself.
        rule: the entry of the lexicon.
        stage: how far it came, where the words tell.
        perpetrators: who did it.
        victims: whom it befell: persons, by name or description.
        targets: spans of buildings, vehicles, facilities and forces aimed at.
        weapons: spans of what it was done with.
        past: whether it lies before the story's own time.
    """

    span: Span
    type: EventType
    rule: str
    stage: Stage | None = None
    perpetrators: tuple[ActorMention, ...] = ()
    victims: tuple[ActorMention, ...] = ()
    targets: tuple[Span, ...] = ()
    weapons: tuple[Span, ...] = ()
    past: bool = False
