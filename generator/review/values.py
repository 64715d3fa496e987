"""A claim's values as short words, field by field, for comparison and for showing."""

from collections.abc import Iterator, Mapping

from generator.model.claim import Claim, Damage, Event, Party, Toll, Whereabouts
from generator.model.incident import Incident, Json
from generator.model.vocabulary import BOUND_WORDS, DOCUMENT_VOICE, Bound, Category

Values = Mapping[str, str]
"""Field -> what it says, in words; a field that says nothing is not in it."""


def figure_words(figure: Toll | Damage) -> str:
    """``at least 12``, ``12 to 15``, ``dozens``; without what is counted."""
    if figure.count is None:
        return figure.vague or "an unknown number"
    if figure.bound is Bound.RANGE and figure.upper is not None:
        return f"{figure.count:,} to {figure.upper:,}"
    return BOUND_WORDS.get(figure.bound, "") + f"{figure.count:,}" if figure.bound else f"{figure.count:,}"


def matter_words(claim: Claim) -> str:
    """What the claim is about, without its figure: ``militants killed``, ``houses``, ``denial``."""
    match claim.what:
        case Toll(outcome=outcome, who=who, category=category):
            persons = who or ("people" if category is Category.UNSPECIFIED else category.value.replace("-", " "))
            return f"{persons} {outcome.value}"
        case Damage(of=things):
            return things
        case Event(type=kind):
            return kind.value.replace("-", " ")
        case _:
            return claim.kind.value.replace("-", " ")


def speaker_words(claim: Claim, incident: Incident) -> str:
    """The speaker's name with role, or that the document speaks itself."""
    if claim.said.by == DOCUMENT_VOICE:
        return "the document itself"
    actor = next((actor for actor in incident.actors if actor.id == claim.said.by), None)
    if actor is None:
        return claim.said.by
    return f"{actor.name}, {actor.role}" if actor.role else actor.name


def day_words(claim: Claim) -> str:
    """The day of speaking as the text names it, with its date where that is known."""
    said = claim.said
    unclear = "day unclear" if "day" in said.ambiguous else ""
    return " ".join(part for part in (said.day, f"({said.when})" if said.when else None) if part) or unclear


def claim_values(claim: Claim, incident: Incident) -> Values:
    """Everything that a claim states, by field; places in documents are derived and left out."""
    said = claim.said
    pairs = [
        ("kind", claim.kind.value),
        *_what_values(claim),
        ("scope", claim.scope.text if claim.scope else None),
        ("when", _when_words(claim)),
        ("where", ", ".join(claim.where)),
        ("speaker", speaker_words(claim, incident)),
        ("day of speaking", day_words(claim)),
        ("occasion", said.via),
        ("cue", said.cue),
        ("form of speech", said.form),
        ("inferred", ", ".join(said.inferred)),
        ("replaces", f"{claim.supersedes.claim} (“{claim.supersedes.basis}”)" if claim.supersedes else None),
        ("part of", claim.part_of),
        ("answers", claim.responds_to),
        ("grade", claim.grade),
        ("note", claim.note),
        ("quote", claim.quote),
    ]
    return {field: str(value) for field, value in pairs if value}


def _when_words(claim: Claim) -> str | None:
    when = claim.when
    if when is None:
        return None
    days = " to ".join(dict.fromkeys(str(day) for day in (when.start, when.end) if day is not None))
    return f"{when.text} ({days})" if days else when.text


def _what_values(claim: Claim) -> Iterator[tuple[str, str | None]]:
    match claim.what:
        case Toll() as toll:
            yield "figure", figure_words(toll)
            yield "outcome", toll.outcome.value
            yield "counted", toll.who
            yield "category", toll.category.value
            yield "by whose hand", toll.by
        case Damage() as damage:
            yield "figure", figure_words(damage)
            yield "counted", damage.of
        case Event() as event:
            yield "event type", event.type.value
            yield "stage", event.stage
            yield "perpetrators", ", ".join(event.perpetrators)
            yield "targets", ", ".join(event.targets)
            yield "victims", ", ".join(event.victims)
            yield "weapons", ", ".join(event.weapons)
        case Party() as party:
            yield "against or about", ", ".join(party.who)
            yield "operation", party.operation
            yield "meaning", party.gloss
        case Whereabouts() as spots:
            yield "places", ", ".join(spots.places)
            yield "whole list", None if spots.complete is None else ("yes" if spots.complete else "no")


def record_values(incident: Incident) -> Values:
    """What a record says beside its claims, by field."""
    status, dates = incident.status, incident.dates
    pairs = [
        ("title", incident.title.text),
        ("types", ", ".join(incident.types)),
        ("withdrawn", status.withdrawn if status else None),
        ("merged into", status.merged_into if status else None),
        ("publication day", dates.anchor),
        ("basis of the dates", dates.basis),
        ("first day", dates.start),
        ("last day", dates.end),
        ("days as written", ", ".join(dates.days)),
        ("summary", " ".join(sentence.text for sentence in incident.summary)),
        ("note", incident.note),
    ]
    return {field: str(value) for field, value in pairs if value}


def json_words(value: Json) -> str:
    """A value of a proposal in one line: ``killed: 152, who: militants``; ``nothing`` for none."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {json_words(each)}" for key, each in value.items()) or "nothing"
    if isinstance(value, tuple | list):
        return "; ".join(json_words(each) for each in value) or "nothing"
    return str(value)
