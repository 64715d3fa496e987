"""English for the closed word lists and for plain values: numbers, figures, days.

Event types and outcomes read as in newsroom style; bounds follow the record (a figure limits the true count).
"""

from collections.abc import Sequence

from generator.model.partialdate import WEEKDAYS, PartialDate
from generator.model.vocabulary import (
    BOUND_WORDS,
    ActorType,
    Bound,
    Category,
    ClaimKind,
    EventType,
    Outcome,
    PlaceLevel,
    Relation,
    Stage,
)
from generator.render.phrase import Phrase, listing, phrase, quoted

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

_OUTCOMES = {
    Outcome.CASUALTIES: "killed or injured",
    Outcome.HOSPITALISED: "taken to hospital",
}

_CATEGORIES = {
    Category.SECURITY_FORCES: "members of security forces",
    Category.CREW: "crew members",
    Category.UNSPECIFIED: "people",
}

_KINDS = {
    ClaimKind.TOLL: "Figure",
    ClaimKind.RESPONSIBILITY: "Claim of responsibility",
    ClaimKind.NO_CLAIM: "No claim of responsibility",
    ClaimKind.LOCATION: "Where",
}

_ACTORS = {ActorType.STATE_FORCE: "state force", ActorType.ARMED_GROUP: "armed group"}

_STAGES = {
    Stage.ATTEMPTED: "attempted",
    Stage.FOILED: "foiled",
    Stage.THREATENED: "threatened",
}

_RELATIONS = {
    Relation.UNRESOLVED: "not yet matched to an incident",
    Relation.SAME_EVENT: "about this incident",
    Relation.BACKGROUND: "background to this incident",
    Relation.OTHER_EVENT: "about another event",
}

_ABSENT = {
    "title": "headline",
    "byline": "byline",
    "published": "publication date",
    "publisher": "publisher",
    "dateline": "dateline",
    "url": "web address",
}

_COUNTLESS = ("dozens", "scores", "hundreds", "thousands", "millions", "tens")


def event_words(kind: EventType) -> str:
    """``Armed attack``."""
    return kind.value.replace("-", " ").capitalize()


def outcome_words(outcome: Outcome) -> str:
    """``killed``, ``taken to hospital``: fits behind a number of persons."""
    return _OUTCOMES.get(outcome, outcome.value)


def category_words(category: Category) -> str:
    """``civilians``: whom a toll counts, in the codebook's words."""
    return _CATEGORIES.get(category, category.value.replace("-", " "))


def kind_words(kind: ClaimKind) -> str:
    """``Accusation``: what a claim does, as a label."""
    return _KINDS.get(kind, kind.value.capitalize())


def actor_words(kind: ActorType) -> str:
    """``armed group``."""
    return _ACTORS.get(kind, kind.value)


def level_words(level: PlaceLevel) -> str:
    """``district``."""
    return level.value


def stage_words(stage: Stage | None) -> str:
    """``attempted``; empty for an accomplished event."""
    return _STAGES[stage] if stage else ""


def relation_words(relation: Relation) -> str:
    """How a related headline stands to the incident."""
    return _RELATIONS[relation]


def absent_words(fields: Sequence[str]) -> Phrase:
    """``no headline, no byline and no web address``: what a document lacks."""
    return listing(f"no {_ABSENT.get(field, field)}" for field in fields)


def number_words(count: int) -> str:
    """Digits with a comma at each thousand."""
    return f"{count:,}"


def counted(count: int, singular: str, plural: str = "") -> str:
    """``1 claim``, ``2 claims``."""
    return f"{number_words(count)} {singular if count == 1 else plural or singular + 's'}"


def figure_words(count: int | None, upper: int | None, bound: Bound | None, vague: str | None) -> Phrase:
    """``145``, ``at least 12``, ``10 to 20``, ``dozens``: a figure and how it limits the true count."""
    if count is None:
        return phrase(quoted(vague)) if vague else phrase("an unstated number")
    if upper is not None:
        return phrase(f"{number_words(count)} to {number_words(upper)}")
    if bound is Bound.VAGUE and vague:
        return phrase(quoted(vague), f" (about {number_words(count)})")
    return phrase(BOUND_WORDS.get(bound, "") if bound else "", number_words(count))


def takes_of(vague: str | None) -> bool:
    """Whether a word that stands for a figure is followed by "of" (``dozens of civilians``)."""
    words = (vague or "").lower().split()
    return bool(words) and words[-1] in _COUNTLESS


def coordinate_words(lat: float, lon: float) -> str:
    """``30.18° N, 66.99° E (from a gazetteer)``."""
    north, east = ("N" if lat >= 0 else "S"), ("E" if lon >= 0 else "W")
    return f"{abs(lat):.2f}° {north}, {abs(lon):.2f}° {east} (from a gazetteer)"


def date_words(day: PartialDate) -> str:
    """``Saturday, 31 January 2026``, ``January 2026``, ``2026``."""
    if not day.month:
        return str(day.year)
    month = f"{MONTHS[day.month - 1]} {day.year}"
    return f"{day.weekday}, {day.day} {month}" if day.day else month


def short_date_words(day: PartialDate) -> str:
    """``31 Jan``, ``Jan 2026``, ``2026``: a day where the year stands elsewhere."""
    if not day.month:
        return str(day.year)
    month = MONTHS[day.month - 1][:3]
    return f"{day.day} {month}" if day.day else f"{month} {day.year}"


def is_weekday(text: str) -> bool:
    """Whether the words are the name of a day of the week and nothing else."""
    return text.strip().capitalize() in WEEKDAYS


def shortened(text: str, limit: int) -> str:
    """The text, cut behind a word so that it has at most ``limit`` code points, with an ellipsis where it was cut."""
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    cut = head.rfind(" ")
    return (head[:cut] if cut > limit // 2 else head).rstrip(" ,;:") + "…"
