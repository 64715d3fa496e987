"""The day of the main event among all days that a story names: evidence, weighed as for places."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.assemble.scenery import tells_deed
from generator.model.mention import Attribution, DayMention
from generator.model.partialdate import PartialDate
from generator.model.reading import SentenceReading
from generator.model.span import Span

_NEAR = 60
"""Code points between a day and an event word of its clause."""
_BESIDE = 25
"""Code points between a day and the reporting word behind it that it dates."""
_BEHIND_CUE = 6
"""Code points between a reporting word and the day behind it that dates it."""
_WEIGHTY = 2
_FAR = 10**6
_TELLING = frozenset(
    f"{kind}-{depth}" for kind in ("deed", "beside", "told") for depth in ("lede", "opening", "early", "later")
)
"""Evidence that a day dates more than a speech or an earlier time."""
_OPENING = 3
_OFTEN = 3
_EARLY = 6
_WEEK, _MONTH = 7, 31


@dataclass(frozen=True, slots=True)
class DaySighting:
    """A mention of a day with the calendar days that it means.

    Attributes:
        mention: the words.
        reading: their sentence.
        start: first day.
        end: last day.
    """

    mention: DayMention
    reading: SentenceReading
    start: PartialDate
    end: PartialDate


def find_event_day(
    sightings: Sequence[DaySighting], anchor: PartialDate | None, weights: Mapping[str, float]
) -> DaySighting | None:
    """The sighting of the day for which most speaks, or None where nothing speaks for any."""
    best: tuple[float, DaySighting] | None = None
    for number, group in enumerate(group_days(sightings, anchor).values()):
        evidence = day_evidence(group, number, anchor)
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


def day_evidence(group: Sequence[DaySighting], number: int, anchor: PartialDate | None) -> frozenset[str]:
    """What speaks for or against a day, from all mentions of it; ``number`` is its place among the story's days."""
    kinds = {
        f"mentions-{min(len(group), _OFTEN)}",
        f"order-{min(number, _OFTEN)}",
        f"distance-{_distance(group[0].start, anchor)}",
    }
    for sighting in group:
        mention, reading = sighting.mention, sighting.reading
        if mention.past or reading.past:
            kinds.add("past")
            continue
        cue = min((_gap(each.cue, mention.span) for each in reading.attributions), default=_FAR)
        deed = min((_gap(each.span, mention.span) for each in reading.events if each.weight >= _WEIGHTY), default=_FAR)
        depth = _depth(reading.index)
        if any(_dates_speech(mention, each) for each in reading.attributions):
            kinds.add("spoken")
        elif deed <= _NEAR and deed < cue:
            kinds.add(f"deed-{depth}")
        elif tells_deed(reading):
            kinds.add(f"beside-{depth}")
        else:
            kinds.add(f"told-{depth}")
    return frozenset(kinds)


def _dates_speech(day: DayMention, speech: Attribution) -> bool:
    """Whether a day is that of speaking: right behind the cue, or before it with no speaker between.

    Before its speaker (``... on Thursday, the mayor said``) a day belongs to what is said.
    """
    source = speech.source.span if speech.source is not None else None
    if source is not None and day.span.end <= source.start <= speech.cue.start:
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
