"""The day of the main event among all days that a story names: evidence, weighed as for places."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from generator.assemble.daymanners import WEIGHTY, DaySighting, read_manner
from generator.assemble.scenery import tells_deed
from generator.model.document import Document
from generator.model.mention import Attribution, DayMention
from generator.model.partialdate import PartialDate
from generator.model.span import Span

_NEAR = 60
"""Code points between a day and an event word of its clause."""
_BESIDE = 25
"""Code points between a day and the reporting word behind it that it dates."""
_BEHIND_CUE = 6
"""Code points between a reporting word and the day behind it that dates it."""
_FAR = 10**6
_TELLING = frozenset(
    (
        "counted",
        *(f"{kind}-{depth}" for kind in ("deed", "beside", "told") for depth in ("lede", "opening", "early", "later")),
    )
)
"""Evidence that a day dates more than a speech or an earlier time."""
_OPENING = 3
_OFTEN = 3
_EARLY = 6
_WEEK, _MONTH = 7, 31


def find_event_day(
    sightings: Sequence[DaySighting], anchor: PartialDate | None, weights: Mapping[str, float], document: Document
) -> DaySighting | None:
    """The sighting of the day for which most speaks, or None where nothing speaks for any."""
    best: tuple[float, DaySighting] | None = None
    for number, group in enumerate(group_days(sightings, anchor).values()):
        evidence = day_evidence(group, number, anchor, document)
        weight = weigh_day(evidence, weights)
        if _TELLING.isdisjoint(evidence):
            continue
        if weight > weights.get("threshold", 0.0) and (best is None or weight > best[0]):
            best = weight, group[0]
    return best[1] if best is not None else None


def group_days(
    sightings: Sequence[DaySighting], anchor: PartialDate | None
) -> Mapping[PartialDate, Sequence[DaySighting]]:
    """The mentions of each day that the story can have seen, in order of first mention."""
    groups: defaultdict[PartialDate, list[DaySighting]] = defaultdict(list)
    for sighting in sightings:
        if not _is_ahead(sighting.start, anchor):
            groups[sighting.start].append(sighting)
    return groups


def day_evidence(
    group: Sequence[DaySighting], number: int, anchor: PartialDate | None, document: Document
) -> frozenset[str]:
    """What speaks for or against a day, from all mentions of it; ``number`` is its place among the story's days."""
    kinds = {
        f"mentions-{min(len(group), _OFTEN)}",
        f"order-{min(number, _OFTEN)}",
        f"distance-{_distance(group[0].start, anchor)}",
    }
    for sighting in group:
        kinds |= _kinds_of(sighting, document)
    return frozenset(kinds)


def _kinds_of(sighting: DaySighting, document: Document) -> set[str]:
    """What one mention of a day is evidence of."""
    mention, reading = sighting.mention, sighting.reading
    if mention.past or reading.past or _OTHER.search(document.folded, reading.span.start, mention.span.start):
        return {"past"}
    if any(_dates_speech(mention, each, document.folded) for each in reading.attributions):
        return {"spoken"}
    manner = read_manner(sighting, document)
    if manner & _ASTRAY:
        return manner & _ASTRAY
    cue = min(
        (_gap(each.cue, mention.span) for each in reading.attributions if not _is_said(mention, each)), default=_FAR
    )
    deed = min((_gap(each.span, mention.span) for each in reading.events if each.weight >= WEIGHTY), default=_FAR)
    near = deed <= _NEAR or _in_clause(sighting, document)
    kind = "deed" if near and deed < cue else "beside" if tells_deed(reading) else "told"
    timed = {f"timed-{kind}"} if "timed" in manner else set()
    return {f"{kind}-{_depth(reading.index)}"} | timed | manner - {"timed"}


def _is_said(day: DayMention, speech: Attribution) -> bool:
    """Whether a day stands before the speaker and belongs to what is said (``... on Thursday, the mayor said``)."""
    source = speech.source.span if speech.source is not None else None
    return source is not None and day.span.end < source.start <= speech.cue.start


def _in_clause(sighting: DaySighting, document: Document) -> bool:
    """Whether a word for the deed stands in the day's own clause, however long that is."""
    day, folded = sighting.mention.span, document.folded
    return any(
        _CLAUSE_END.search(folded, min(each.span.end, day.end), max(each.span.start, day.start)) is None
        for each in sighting.reading.events
        if each.weight >= WEIGHTY
    )


_CLAUSE_END = re.compile(r"[,;:()\"]|\b(?:who|which|where|when|while|but|after|before|said|told)\b")


_OTHER = re.compile(
    r"\b[Tt]he (?:previous|last|earlier) (?:one|such|attack|incident|blast|bombing|shooting|accident|crash|fire)"
    r"|\b[Aa]n? (?:similar|earlier|previous) (?:\w+ )?(?:attack|incident|blast|bombing|shooting|accident|crash|fire)"
)
_ASTRAY = frozenset(("bound", "counted", "ahead"))
"""Manners of speaking of a day that is none of the event."""
_ACCORDING = "according-to"
"""The rule of speech that a phrase reports: a day before ``according to`` is that of what is said."""


_HOURS = 28
"""Code points before a day among which its hours may stand."""
_SMALL_HOURS = re.compile(r"\b(?:early|small|wee) hours of\b")
_PERFECT = re.compile(r" (?:has|have|had)\b")


def _dates_speech(day: DayMention, speech: Attribution, folded: str) -> bool:
    """Whether a day is that of speaking: right behind the cue, or before it with no speaker between.

    Before its speaker (``... on Thursday, the mayor said``) a day belongs to what is said, and before ``has`` or
    ``have`` to what stands before it (``those hurt on Thursday have said``).
    """
    if speech.rule == _ACCORDING and day.span.end <= speech.cue.start:
        return False
    source = speech.source.span if speech.source is not None else None
    if source is not None and day.span.end <= source.start <= speech.cue.start:
        return False
    if speech.cue.end > day.span.end and _PERFECT.match(folded, day.span.end):
        return False
    if folded.startswith("'s", day.span.end) or _SMALL_HOURS.search(
        folded, max(0, day.span.start - _HOURS), day.span.end
    ):
        return False
    if speech.day is not None and speech.day.span == day.span:
        return True
    if speech.cue.end <= day.span.start:
        return day.span.start - speech.cue.end <= _BEHIND_CUE
    return 0 <= speech.cue.start - day.span.end <= _BESIDE


def _depth(index: int) -> str:
    return "lede" if index == 0 else "opening" if index < _OPENING else "early" if index < _EARLY else "later"


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _is_ahead(day: PartialDate, anchor: PartialDate | None) -> bool:
    """Whether a day lies behind the story's own: nothing has happened on it yet."""
    exact, own = day.exact, anchor.exact if anchor is not None else None
    return exact is not None and own is not None and exact > own


def _distance(day: PartialDate, anchor: PartialDate | None) -> str:
    """How far before the story's own day a day lies."""
    exact, own = day.exact, anchor.exact if anchor is not None else None
    if exact is None:
        return "vague"
    if own is None:
        return "unknown"
    back = (own - exact).days
    if back < 2:
        return str(back)
    return "week" if back <= _WEEK else "month" if back <= _MONTH else "long"


def weigh_day(evidence: Iterable[str], weights: Mapping[str, float]) -> float:
    """How much speaks for a day."""
    return weights.get("bias", 0.0) + sum(weights.get(kind, 0.0) for kind in sorted(evidence))
