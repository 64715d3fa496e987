"""Whether two stories give their event one day, or days that cannot be one event's."""

import datetime

from generator.link.calendar import Named
from generator.link.signatures import Signature
from generator.model.vocabulary import EventType, Outcome

LONG = 75
"""Days between two publications from which they are told long apart."""

MONTH = 10
"""Days between two publications from which they are told some weeks apart."""

_BESIDE = {
    "night": ("night", "evening"),
    "morning": ("morning",),
    "afternoon": ("afternoon",),
    "evening": ("evening", "night"),
}
"""Parts of the day that desks tell one event by."""

Values = dict[str, float]
Days = frozenset[datetime.date]


def compare_days(one: Signature, other: Signature) -> tuple[Values, list[str]]:
    """Evidence of days; an outbreak has none, since each of its stories tells of another."""
    if EventType.EPIDEMIC in one.kinds & other.kinds:
        return {}, []
    values: Values = {}
    reasons: list[str] = []
    mine, yours = event_days(one), event_days(other)
    if mine and yours:
        values, reasons = _known(one, other, mine, yours)
    else:
        values = _unknown(one, other)
    if one.hours and other.hours and not any(hour in other.hours for own in one.hours for hour in _BESIDE[own]):
        values["other time of day"] = 1.0
    for before, after in ((one, other), (other, one)):
        days = harm_days(after)
        sure = after.newer or after.day in days
        if before.issued and sure and days and min(days) > before.issued + datetime.timedelta(1):
            values["told before it"] = 1.0
    if one.issued and other.issued and gap(one.issued, other.issued) > LONG:
        values["told long apart"] = 1.0
    return values, reasons


def _known(one: Signature, other: Signature, mine: Days, yours: Days) -> tuple[Values, list[str]]:
    """Both tell the day of their event; stories of one aftermath tell now its own day, now that of what it follows."""
    values: Values = {}
    if one.genre is not None and one.genre == other.genre:
        return ({"event same day": 1.0}, [str(min(mine & yours))]) if mine & yours else ({}, [])
    harm = [harm_days(each) for each in (one, other)]
    if all(harm) and not harm[0] & harm[1]:
        least = min(gap(ours, theirs) for ours in harm[0] for theirs in harm[1])
        values["other day of harm" if least > 1 else "next day of harm"] = 1.0
    shared = sorted(mine & yours)
    if shared:
        return values | {"event same day": 1.0}, [str(shared[0])]
    if mine & _named_days(other) or yours & _named_days(one):
        later, earlier = (other, one) if mine & _named_days(other) else (one, other)
        values["later event has its own dead"] = float(_has_own_dead(later, earlier))
    else:
        least = min(gap(ours, theirs) for ours in mine for theirs in yours)
        values["event long apart"] = float(least > LONG)
    return values, []


def _unknown(one: Signature, other: Signature) -> Values:
    """One of the two does not tell the day of its event."""
    values: Values = {}
    seven = [_weekdays_of(each.head.harm) for each in (one, other)]
    if all(seven):
        values["same weekday of harm" if seven[0] & seven[1] else "other weekday of harm"] = 1.0
    elif not (one.issued and other.issued):
        named = [_weekdays_of((*each.head.days, *each.body.days)) for each in (one, other)]
        values["other weekday"] = float(all(named) and not named[0] & named[1])
    dates = [{each.month for zone in (side.head, side.body, side.past) for each in zone.days} for side in (one, other)]
    values["shared date"] = float(bool(dates[0] & dates[1] - {None}))
    if one.issued and other.issued:
        values["told a month apart"] = float(MONTH < gap(one.issued, other.issued) <= LONG)
    return values


def harm_days(signature: Signature) -> Days:
    """Days on which the opening says that somebody or something came to harm."""
    return frozenset(each.day for each in signature.head.harm if each.day)


def event_days(signature: Signature) -> Days:
    """Days that the opening gives the event; else that of the record, where nobody speaks on it."""
    found = {each.day for each in signature.head.days if each.day and not each.spoken}
    spoken = {each.day for zone in (signature.head, signature.body) for each in zone.days if each.spoken}
    if not found and signature.day and signature.day not in spoken:
        found = {signature.day}
    return frozenset(found)


def _has_own_dead(later: Signature, earlier: Signature) -> bool:
    """Whether the later story's opening counts dead that the earlier one does not."""
    dead = later.tolls.get(Outcome.KILLED, frozenset()) & later.head.figures
    known = earlier.tolls.get(Outcome.KILLED, frozenset())
    return bool(dead) and not dead & known and bool(known & (later.past.figures | later.body.figures) - dead)


def _named_days(signature: Signature) -> Days:
    zones = (signature.head, signature.body, signature.past)
    return frozenset(each.day for zone in zones for each in zone.days if each.day)


def _weekdays_of(days: tuple[Named, ...]) -> frozenset[int]:
    return frozenset(each.weekday for each in days if each.weekday is not None)


def gap(ours: datetime.date, theirs: datetime.date) -> int:
    """Days between two days."""
    return abs((ours - theirs).days)
