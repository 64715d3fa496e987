"""The day of the main event among all days that a story names: evidence, weighed as for places."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.assemble.scenery import tells_deed
from generator.model.document import Document
from generator.model.mention import Attribution, DayMention
from generator.model.partialdate import PartialDate
from generator.model.reading import SentenceReading
from generator.model.span import Span
from generator.model.values import value

_NEAR = 60
"""Code points between a day and an event word of its clause."""
_BESIDE = 25
"""Code points between a day and the reporting word behind it that it dates."""
_BEHIND_CUE = 6
"""Code points between a reporting word and the day behind it that dates it."""
_WEIGHTY = 2
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


@value
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
    if any(_dates_speech(mention, each) for each in reading.attributions):
        return {"spoken"}
    manner = _manner(sighting, document)
    if manner & _ASTRAY:
        return manner & _ASTRAY
    cue = min((_gap(each.cue, mention.span) for each in reading.attributions), default=_FAR)
    deed = min((_gap(each.span, mention.span) for each in reading.events if each.weight >= _WEIGHTY), default=_FAR)
    kind = "deed" if deed <= _NEAR and deed < cue else "beside" if tells_deed(reading) else "told"
    timed = {f"timed-{kind}"} if "timed" in manner else set()
    return {f"{kind}-{_depth(reading.index)}"} | timed | manner - {"timed"}


def _manner(sighting: DaySighting, document: Document) -> set[str]:
    """How a sentence speaks of its day: with a time of the day, as the end of a time, as one to come, of a count."""
    span, reading = sighting.mention.span, sighting.reading
    words = span.of(document.folded)
    start, end = reading.span.start, reading.span.end
    before = document.folded[max(start, span.start - _ASIDE) : span.start]
    behind = document.folded[span.end : min(end, span.end + _ASIDE)]
    kinds = set()
    if _BOUND.search(f"{before}{words}"):
        kinds.add("bound")
    if any(claim.rule in _COUNTS for claim in reading.claims):
        kinds.add("counted")
    if _AHEAD.search(document.folded, max(start, span.start - _CLAUSE), span.start):
        kinds.add("ahead")
    if _TIMED.search(f"{before} {words} {behind}"):
        kinds.add("timed")
    if any(event.weight >= _WEIGHTY and event.span.start - start <= _OPENED for event in reading.events):
        kinds.add("subject")
    if _HAD.search(document.folded, start, span.start):
        kinds.add("had")
    if _ACTED.match(behind):
        kinds.add("acted")
    if _follows_deed(sighting):
        kinds.add("follows-deed")
    return kinds


def _follows_deed(sighting: DaySighting) -> bool:
    """Whether a day stands right behind a word for the deed (``killed on Monday``)."""
    start, reading = sighting.mention.span.start, sighting.reading
    ends = [event.span.end for event in reading.events if event.weight >= _WEIGHTY]
    ends += [claim.toll.span.end for claim in reading.claims if claim.toll is not None]
    return any(0 <= start - end <= 1 for end in ends)


_ASIDE, _CLAUSE, _OPENED = 28, 60, 40
"""Code points beside a day, of its clause, and from the beginning of a sentence, in which a sign is looked for."""
_TIMED = re.compile(
    r"\b(?:[0-2]?[0-9][:.][0-5][0-9]|[0-9]{1,2} ?[ap]\.?m\b|[0-2][0-9][0-5][0-9] ?(?:hrs|hours|h\b)|dawn|dusk|noon"
    r"|midday|midnight|morning|afternoon|evening|night|early|late|wee hours|small hours|daybreak)"
)
_BOUND = re.compile(
    r"\b(?:[Bb]y|[Ss]ince|[Uu]ntil|[Tt]ill|[Aa]s of|[Aa]s at|[Uu]p to|[Ss]tarting)\b(?: [^ ,;]+){0,3} ?[^ ,;]*\Z"
)
_AHEAD = re.compile(r"\b(?:will|would|expected|due|scheduled|planned|plans|set to|to be held)\b[^,;]*\Z")
_OTHER = re.compile(
    r"\b[Tt]he (?:previous|last|earlier) (?:one|such|attack|incident|blast|bombing|shooting|accident|crash|fire)"
    r"|\b[Aa]n? (?:similar|earlier|previous) (?:\w+ )?(?:attack|incident|blast|bombing|shooting|accident|crash|fire)"
)
_HAD = re.compile(r"\b(?:had|'d) (?!been killed|been hurt|died)")
_ACTED = re.compile(r" (?!(?:after|when|as|in|at|near)\b)[a-z]+(?:ed|aid|old)\b")
_COUNTS = frozenset(("toll-moves", "toll-is"))
"""Rules of tolls that tell how a count stands, whatever day the deaths were on."""
_ASTRAY = frozenset(("bound", "counted", "ahead"))
"""Manners of speaking of a day that is none of the event."""


_ACCORDING = "according-to"
"""The rule of speech that a phrase reports: a day before ``according to`` is that of what is said."""


def _dates_speech(day: DayMention, speech: Attribution) -> bool:
    """Whether a day is that of speaking: right behind the cue, or before it with no speaker between.

    Before its speaker (``... on Thursday, the mayor said``) a day belongs to what is said.
    """
    if speech.rule == _ACCORDING and day.span.end <= speech.cue.start:
        return False
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
