"""Claims: what somebody says happened, with the words, the speaker and the day."""

from generator.model.partialdate import PartialDate
from generator.model.span import Citation
from generator.model.values import value
from generator.model.vocabulary import (
    Bound,
    Category,
    Charge,
    ClaimKind,
    EventType,
    Form,
    Outcome,
    ReviewState,
    Stage,
)


@value
class Said:
    """Attribution of a claim (PARC: source, cue; the content is the claim's quote).

    Attributes:
        by: actor id of the source, or ``document`` for the document's own voice.
        day: the day of speaking as the text names it (``Sunday``), or None.
        when: that day where it could be resolved.
        via: the occasion in the text's words (``press conference in Quetta``).
        cue: the word that reports (``said``).
        form: how the speech is reported; None reads as indirect.
        inferred: names of fields here that are not literally beside the quote (``by``, ``day``).
        ambiguous: names of fields that have two readings and are left empty.
        at: where source and cue stand, if not within the quote.
    """

    by: str
    day: str | None = None
    when: PartialDate | None = None
    via: str | None = None
    cue: str | None = None
    form: Form | None = None
    inferred: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    at: Citation | None = None


@value
class Event:
    """What an event claim states: who did what to whom, with what.

    Attributes:
        type: event type of the codebook.
        stage: how far it came; None is accomplished.
        perpetrators: actor ids.
        targets: buildings, vehicles, forces aimed at, in the text's words.
        victims: actor ids of persons harmed.
        weapons: in the text's words.
    """

    type: EventType
    stage: Stage | None = None
    perpetrators: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    victims: tuple[str, ...] = ()
    weapons: tuple[str, ...] = ()


@value
class Toll:
    """A figure of persons (UCDP: low, best, high follow from count, bound and upper).

    Attributes:
        outcome: what happened to them.
        count: persons; None only with ``vague``.
        upper: highest count of a range, persons.
        bound: how the figure limits the true count; None is exact.
        vague: the word that stands for a figure (``dozens``).
        who: the counted persons in the text's words.
        category: the counted persons by the codebook.
        by: who did it, in the text's words.
    """

    outcome: Outcome
    count: int | None
    upper: int | None = None
    bound: Bound | None = None
    vague: str | None = None
    who: str | None = None
    category: Category = Category.UNSPECIFIED
    by: str | None = None


@value
class Party:
    """Whom a claim is about: of responsibility, accusation, denial, condemnation, warning, demand.

    Attributes:
        who: actor ids.
        operation: name given to the deed (``Herof``).
        gloss: what the name means, in the text's words.
        of: what an accusation puts to them besides the deed itself: a fault or something else; None is the deed.
    """

    who: tuple[str, ...] = ()
    operation: str | None = None
    gloss: str | None = None
    of: Charge | None = None


@value
class Whereabouts:
    """Places that a location claim lists.

    Attributes:
        places: place ids.
        complete: whether the text gives them as the whole list; None where it does not say.
    """

    places: tuple[str, ...]
    complete: bool | None = None


@value
class Damage:
    """A count of things lost.

    Attributes:
        of: the things in the text's words (``houses``).
        count: things; None only with ``vague``.
        upper: highest count of a range.
        bound: how the figure limits the true count; None is exact.
        vague: the word that stands for a figure.
    """

    of: str
    count: int | None = None
    upper: int | None = None
    bound: Bound | None = None
    vague: str | None = None


What = Event | Toll | Party | Whereabouts | Damage


@value
class Scope:
    """What a figure covers, in the text's words."""

    text: str
    at: Citation


@value
class When:
    """When the claimed thing happened.

    Attributes:
        text: the text's words.
        start: first day, as far as it could be resolved.
        end: last day, as far as it could be resolved.
    """

    text: str
    start: PartialDate | None = None
    end: PartialDate | None = None


@value
class Supersession:
    """That a figure replaces an earlier one, because the text says so.

    Attributes:
        claim: id of the earlier claim.
        basis: the words that say so.
        at: where they stand.
    """

    claim: str
    basis: str
    at: Citation


@value
class Review:
    """An editor's word on a claim.

    Attributes:
        state: accepted or disputed.
        by: who said so.
        seal: first 8 hex of sha256 over the claim without ``review`` and ``at``.
    """

    state: ReviewState
    by: str
    seal: str | None = None


@value
class Claim:
    """One sourced claim of a record; the contract explains every field.

    Attributes:
        id: kind, subject and speaker; never a value or a date.
        kind: what the claim does.
        what: the claimed values; its class follows from ``kind``, None where the quote says it all.
        scope: what a figure covers.
        when: when the claimed thing happened.
        where: place ids.
        said: who says it.
        quote: exact slice of the document at ``at``.
        at: where the quote stands.
        supersedes: the earlier figure that this one replaces by the text's own word.
        part_of: id of the larger figure that this one is a part of.
        responds_to: id of the claim that a denial or confirmation answers.
        review: an editor's word.
        grade: Admiralty grade, by editors only.
        note: free text.
    """

    id: str
    kind: ClaimKind
    said: Said
    quote: str
    at: Citation
    what: What | None = None
    scope: Scope | None = None
    when: When | None = None
    where: tuple[str, ...] = ()
    supersedes: Supersession | None = None
    part_of: str | None = None
    responds_to: str | None = None
    review: Review | None = None
    grade: str | None = None
    note: str | None = None
