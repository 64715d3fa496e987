"""The closed schema of claims: which fields a claim and its ``what`` have, in canonical order."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal, NotRequired

from pydantic import AfterValidator, Field
from typing_extensions import TypedDict

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
from generator.store.fields import (
    Cited,
    Count,
    Day,
    Grade,
    Ids,
    Line,
    Lines,
    Prose,
    Seal,
    Slug,
    Slugs,
    about,
    closed,
    fault,
    one_of,
)

OUTCOMES = tuple(outcome.value for outcome in Outcome)
"""Fields of a toll that hold its figure; each toll has exactly one."""

SaidField = Literal["by", "day", "when", "via", "cue", "form"]


@closed
class EventEntry(TypedDict):
    """Who did what to whom, with what."""

    type: Annotated[EventType, one_of("What happened, by the codebook.")]
    stage: NotRequired[Annotated[Stage, one_of("How far it came; left out where it was carried out.")]]
    perpetrators: NotRequired[Annotated[Slugs, about("Ids of the actors who did it.")]]
    targets: NotRequired[Annotated[Lines, about("Buildings, vehicles or forces aimed at, as the text says.")]]
    victims: NotRequired[Annotated[Slugs, about("Ids of the actors who were harmed.")]]
    weapons: NotRequired[Annotated[Lines, about("Weapons, as the text says.")]]


class _Figure(TypedDict):
    upper: NotRequired[Annotated[Count, about("Highest number of a range.")]]
    bound: NotRequired[Annotated[Bound, one_of("How the figure limits the true number; left out where it is exact.")]]
    vague: NotRequired[Annotated[Line, about("The word that stands in place of a figure, such as dozens.")]]


_Persons = Annotated[Count | None, about("Number of persons; null only together with `vague`.")]


class _Outcomes(TypedDict, total=False):
    killed: _Persons
    injured: _Persons
    casualties: _Persons
    missing: _Persons
    detained: _Persons
    abducted: _Persons
    displaced: _Persons
    evacuated: _Persons
    hospitalised: _Persons
    rescued: _Persons
    freed: _Persons
    surrendered: _Persons
    infected: _Persons
    affected: _Persons


@closed
class TollEntry(_Outcomes, _Figure):
    """A figure of persons: one outcome with its number, and whom it counts."""

    who: NotRequired[Annotated[Line, about("Whom the figure counts, as the text says.")]]
    category: NotRequired[Annotated[Category, one_of("Whom the figure counts, by the codebook.")]]
    by: NotRequired[Annotated[Line, about("Who did it, as the text says.")]]


class _Lost(TypedDict):
    of: Annotated[Line, about("The things, as the text says.")]
    count: NotRequired[Annotated[Count | None, about("Number of things; left out only together with `vague`.")]]


@closed
class DamageEntry(_Lost, _Figure):
    """A count of things lost."""


@closed
class PartyEntry(TypedDict):
    """Whom a claim is about, and the name given to the deed."""

    who: NotRequired[Annotated[Ids, about("Id of the actor, or a list of ids.")]]
    operation: NotRequired[Annotated[Line, about("Name given to the deed.")]]
    gloss: NotRequired[Annotated[Line, about("What that name means, as the text says.")]]
    of: NotRequired[Annotated[Charge, one_of("What they are accused of; left out where it is the deed itself.")]]


@closed
class WhereaboutsEntry(TypedDict):
    """The places that the text lists."""

    places: Annotated[Slugs, about("Ids of the places.")]
    complete: NotRequired[Annotated[bool, about("Whether the text gives them as the whole list.")]]


@closed
class ScopeEntry(TypedDict):
    """What a figure covers."""

    text: Annotated[Prose, about("The text's words.")]
    at: Annotated[Cited, about("Where they stand.")]


@closed
class WhenEntry(TypedDict):
    """A time in the text's words, and as far as it is known as dates."""

    text: Annotated[Prose, about("The text's words.")]
    start: NotRequired[Annotated[Day | None, about("First day, as far as it is known.")]]
    end: NotRequired[Annotated[Day | None, about("Last day, as far as it is known.")]]


@closed
class SaidEntry(TypedDict):
    """Who says it, when and how."""

    by: Annotated[Slug, about("Id of the actor who says it, or `document` for the document's own voice.")]
    day: NotRequired[Annotated[Line | None, about("Day of speaking as the text names it; null where it does not.")]]
    when: NotRequired[Annotated[Day, about("That day as a date, where it could be resolved.")]]
    via: NotRequired[Annotated[Line, about("The occasion, as the text says.")]]
    cue: NotRequired[Annotated[Line, about("The word that reports the speech.")]]
    form: NotRequired[Annotated[Form, one_of("How the speech is reported.")]]
    inferred: NotRequired[Annotated[list[SaidField], about("Fields here that do not stand beside the quote itself.")]]
    ambiguous: NotRequired[Annotated[list[SaidField], about("Fields here that can be read in two ways.")]]
    at: NotRequired[Annotated[Cited, about("Where source and cue stand, where that is outside the quote.")]]


@closed
class SupersedesEntry(TypedDict):
    """The earlier figure that this one replaces, because the text says so."""

    claim: Annotated[Slug, about("Id of the earlier claim.")]
    basis: Annotated[Prose, about("The words that say so.")]
    at: Annotated[Cited, about("Where they stand.")]


@closed
class ReviewEntry(TypedDict):
    """An editor's word on the claim."""

    state: Annotated[ReviewState, one_of("What the editor says of it.")]
    by: Annotated[Line, about("Who says so.")]
    seal: NotRequired[Annotated[Seal, about("First 8 hexadecimal digits of the sha256 of the claim as reviewed.")]]


@closed
class ClaimEntry(TypedDict):
    """One thing that somebody says happened, with the words and their place."""

    id: Annotated[Slug, about("Kind, subject and speaker; never a value or a date.")]
    kind: Annotated[ClaimKind, one_of("What the claim does.")]
    what: NotRequired[
        Annotated[dict[str, Any], Field(min_length=1), about("The claimed values; its fields depend on `kind`.")]
    ]
    scope: NotRequired[Annotated[ScopeEntry, about("What the figure covers.")]]
    when: NotRequired[Annotated[WhenEntry, about("When the claimed thing happened.")]]
    where: NotRequired[Annotated[Slugs, about("Ids of the places where it happened.")]]
    said: Annotated[SaidEntry, about("Who says it.")]
    quote: Annotated[Prose, about("The document's own words, exactly as they stand at `at`.")]
    at: Annotated[Cited, about("Where the quote stands: document, first and last code point.")]
    supersedes: NotRequired[Annotated[SupersedesEntry, about("The earlier figure that this one replaces.")]]
    part_of: NotRequired[Annotated[Slug, about("Id of the claim whose figure contains this one.")]]
    responds_to: NotRequired[Annotated[Slug, about("Id of the claim that this one denies or confirms.")]]
    review: NotRequired[Annotated[ReviewEntry, about("An editor's word; left out while nobody has looked.")]]
    grade: NotRequired[Annotated[Grade, about("Admiralty grade, given by editors only.")]]
    note: NotRequired[Annotated[Prose, about("Anything worth saying about the claim.")]]


def _check_figure(figure: Mapping[str, Any], field: str) -> None:
    count, upper = figure.get(field), figure.get("upper")
    if count is None and "vague" not in figure:
        raise fault("a number, or null with the word that stands for it in `vague`", field=field)
    ranged = figure.get("bound") is Bound.RANGE
    if upper is None:
        if ranged:
            raise fault("`upper` beside the bound range", field="bound", hint="give the highest number in `upper`")
        return
    if not ranged:
        raise fault("`upper` only with `bound: range`", field="upper", hint="add `bound: range` or remove `upper`")
    if count is None or upper < count:
        raise fault("an upper number that is not below the lower one", field="upper")


def _checked_toll(toll: TollEntry) -> TollEntry:
    outcomes = [name for name in OUTCOMES if name in toll]
    if len(outcomes) != 1:
        raise fault("exactly one outcome such as `killed: 145`", field=outcomes[1] if outcomes else "")
    _check_figure(toll, outcomes[0])
    return toll


def _checked_damage(damage: DamageEntry) -> DamageEntry:
    _check_figure(damage, "count")
    return damage


Toll = Annotated[TollEntry, AfterValidator(_checked_toll)]
Damage = Annotated[DamageEntry, AfterValidator(_checked_damage)]

_PARTY_KINDS = (
    ClaimKind.RESPONSIBILITY,
    ClaimKind.ACCUSATION,
    ClaimKind.DENIAL,
    ClaimKind.CONDEMNATION,
    ClaimKind.WARNING,
    ClaimKind.DEMAND,
)

SHAPES: Mapping[ClaimKind, tuple[str, ...]] = {
    ClaimKind.EVENT: ("event",),
    ClaimKind.TOLL: ("toll",),
    ClaimKind.LOCATION: ("whereabouts",),
    ClaimKind.DAMAGE: ("damage",),
    ClaimKind.BACKGROUND: ("event", "toll", "damage"),
} | dict.fromkeys(_PARTY_KINDS, ("party",))
"""What the ``what`` of each kind of claim can be; the other kinds have none, because the quote says it all."""


def shape_of(kind: ClaimKind, what: Mapping[str, object]) -> str | None:
    """Which shape a claim's ``what`` is to have, told by the kind and, for background, by its fields."""
    shapes = SHAPES.get(kind, ())
    if len(shapes) < 2:
        return shapes[0] if shapes else None
    if "of" in what:
        return "damage"
    return "toll" if any(name in what for name in OUTCOMES) else "event"
