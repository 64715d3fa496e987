"""What happened and what was said, day by day: by date where one is known, else by the day's name in the text.

A weekday without a date keeps the record's order; nothing is counted forward or back from it.
"""

import re

from generator.model.claim import Claim
from generator.model.partialdate import PartialDate
from generator.model.values import value
from generator.model.vocabulary import ClaimKind
from generator.render.addresses import folded
from generator.render.catalogue import Dossier
from generator.render.phrase import Phrase, capital, phrase, quoted
from generator.render.views.gists import claim_brief
from generator.render.words import date_words, is_weekday


@value
class TimelineEntry:
    """One thing on a day.

    Attributes:
        verb: how it belongs to the day: said, happened, covered, or not clear.
        speaker: who says it.
        brief: what it comes to.
        href: link to the claim on this page.
        claim: its id, which tells the link from others for readers who hear the page.
    """

    verb: str
    speaker: Phrase
    brief: Phrase
    href: str
    claim: str


@value
class TimelineDay:
    """A day.

    Attributes:
        label: its date, or its name in the text.
        entries: in the record's order.
    """

    label: Phrase
    entries: tuple[TimelineEntry, ...]


def _entry(verb: str, claim: Claim, dossier: Dossier) -> TimelineEntry:
    speaker = capital(dossier.actor(claim.said.by))
    return TimelineEntry(verb, speaker, claim_brief(claim, dossier), dossier.claim_href(claim.id), claim.id)


def _names(text: str | None, day: str) -> bool:
    """Whether the text holds the day's name as whole words."""
    return bool(text) and re.search(rf"\b{re.escape(folded(day))}\b", folded(text or "")) is not None


def _verb_on_named_day(claim: Claim, day: str) -> str | None:
    """How a claim belongs to a day that is known by name only; None where it does not."""
    said = claim.said
    if said.when is None and said.day and folded(said.day) == folded(day):
        return "Said"
    if claim.when is not None:
        return "Happened" if claim.when.start is None and _names(claim.when.text, day) else None
    if "day" in said.ambiguous and _names(claim.quote, day):
        return "Said or happened"
    if claim.scope is not None and _names(claim.scope.text, day):
        return "Covered by a figure"
    return None


def _current(dossier: Dossier) -> list[Claim]:
    """Claims about the incident itself, not about what came before it."""
    return [claim for claim in dossier.incident.claims if claim.kind is not ClaimKind.BACKGROUND]


def timeline_note(dossier: Dossier) -> str:
    """That no date is known and how the days are ordered then; empty where there is a date."""
    dates = dossier.incident.dates
    if dates.start is not None or _dated(dossier):
        return ""
    names = "weekdays" if dates.days and all(map(is_weekday, dates.days)) else "days"
    return f"The source names {names} only and carries no date: the order of the days is that of the record."


def _dated(dossier: Dossier) -> dict[PartialDate, list[TimelineEntry]]:
    days: dict[PartialDate, list[TimelineEntry]] = {}
    for claim in _current(dossier):
        if claim.when is not None and claim.when.start is not None:
            days.setdefault(claim.when.start, []).append(_entry("Happened", claim, dossier))
        if claim.said.when is not None:
            days.setdefault(claim.said.when, []).append(_entry("Said", claim, dossier))
    return days


def timeline_days(dossier: Dossier) -> tuple[TimelineDay, ...]:
    """Dated days in order, then days known by name only, in the record's order."""
    dated = _dated(dossier)
    days = [TimelineDay(phrase(date_words(day)), tuple(dated[day])) for day in sorted(dated)]
    names = list(dossier.incident.dates.days)
    names.extend(claim.said.day for claim in dossier.incident.claims if claim.said.day and not claim.said.when)
    shown: set[str] = set()
    for name in names:
        if folded(name) in shown:
            continue
        shown.add(folded(name))
        verbs = ((_verb_on_named_day(claim, name), claim) for claim in _current(dossier))
        entries = tuple(_entry(verb, claim, dossier) for verb, claim in verbs if verb)
        if entries:
            days.append(TimelineDay(phrase(quoted(name)), entries))
    return tuple(days)
