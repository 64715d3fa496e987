"""What speaks for and against two documents telling of one incident, and how much."""

import datetime
import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.link.signatures import Signature
from generator.model.vocabulary import EventType, Outcome

FEW = 8
"""A name or word in this many stories or fewer is as telling as can be."""

MANY = 1000
"""A workspace is treated as one of so many stories at least, lest five stories of one event make its names common."""

_NEAR, _WEEK, _MONTH = 3, 10, 45
"""Days apart, up to which two stories are told as near to each other, of one week, of one month."""

_TWICE = 2.0
_REPRINT = 3
_AFTERMATH = frozenset((EventType.JUSTICE, EventType.POLITICS, EventType.DIPLOMACY, EventType.ECONOMY))


@dataclass(frozen=True, slots=True)
class Commonness:
    """In how many signatures of a workspace each name and word stands.

    Attributes:
        total: signatures.
        counts: key of a name or stem -> how many hold it.
    """

    total: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)

    def rarity(self, word: str) -> float:
        """From 0 for what stands in all of them to 1 for what stands in a few."""
        count = self.counts.get(word, 0)
        if count <= FEW:
            return 1.0
        return max(0.0, 1 - math.log(count / FEW) / math.log(max(self.total, MANY) / FEW))


def count_common(signatures: Iterable[Signature]) -> Commonness:
    """How common the names and words of signatures are among them."""
    counts: Counter[str] = Counter()
    total = 0
    for each in signatures:
        total += 1
        counts.update({key for zone in (each.head, each.body, each.past) for key in (*zone.names, *zone.words)})
    return Commonness(total, counts)


@dataclass(frozen=True, slots=True)
class Evidence:
    """How two signatures agree and differ.

    Attributes:
        values: kind of evidence -> how much of it there is; the weights are the lexicon's.
        reasons: what they share, in words for readers, the strongest first.
        barred: what rules out that they are one incident, in words for readers.
    """

    values: Mapping[str, float]
    reasons: tuple[str, ...] = ()
    barred: str | None = None


def compare(one: Signature, other: Signature, common: Commonness) -> Evidence:
    """What speaks for and against two signatures being one incident; the order of the two does not matter."""
    if (one.document, one.id) > (other.document, other.id):
        one, other = other, one
    values: dict[str, float] = {}
    reasons: list[str] = []
    for found, said in (
        _names(one, other, common),
        _days(one, other),
        _words(one, other, common),
        _tolls(one, other),
        _kinds(one, other),
        _again(one, other),
    ):
        values |= found
        reasons += said
    known = {name: value for name, value in values.items() if value}
    return Evidence(known, tuple(dict.fromkeys(reasons)), _barred(one, other, values))


def score(evidence: Evidence, weights: Mapping[str, float]) -> float:
    """The weighed evidence: above zero the two are rather one incident than two."""
    known = weights.get("always", 0.0)
    return known + sum(weights.get(name, 0.0) * value for name, value in evidence.values.items())


def _weight(keys: Iterable[str], common: Commonness) -> float:
    return sum(common.rarity(key) ** 2 for key in keys)


def _now(signature: Signature) -> dict[str, str]:
    return {**signature.body.names, **signature.head.names}


def _names(one: Signature, other: Signature, common: Commonness) -> tuple[dict[str, float], list[str]]:
    """Names that both openings hold say most; names of one's opening that the other tells as past speak against."""
    ours, theirs = one.head.names, other.head.names
    both = ours.keys() & theirs.keys()
    cross = ((ours.keys() & other.body.names.keys()) | (theirs.keys() & one.body.names.keys())) - both
    deep = (one.body.names.keys() & other.body.names.keys()) - both - cross
    told = [
        (ours.keys() & other.past.names.keys()) - _now(other).keys(),
        (theirs.keys() & one.past.names.keys()) - _now(one).keys(),
    ]
    covered = [
        _weight(ours.keys() & _now(other).keys(), common) / max(1.0, _weight(ours, common)),
        _weight(theirs.keys() & _now(one).keys(), common) / max(1.0, _weight(theirs, common)),
    ]
    values = {
        "names in both openings": math.log1p(_weight(both, common)),
        "names of one opening": math.log1p(_weight(cross, common)),
        "names further down": math.log1p(_weight(deep, common)),
        "names told as past": math.log1p(sum(_weight(keys, common) for keys in told)),
        "opening covered": min(covered),
        "opening covered by one": max(covered),
        "other names": math.log1p(
            min(
                _weight(ours.keys() - _now(other).keys(), common),
                _weight(theirs.keys() - _now(one).keys(), common),
            )
        ),
        "no name in common": float(not both and not cross and not deep),
    }
    values["openings of other names"] = float(values["opening covered by one"] < 0.35 and values["other names"] > 1.3)
    sites = [one.head.sites - _now(other).keys(), other.head.sites - _now(one).keys()]
    if all(sites):
        values["other sites" if one.head.sites & other.head.sites else "all sites other"] = 1.0
    countries = [zone.head.countries or zone.body.countries for zone in (one, other)]
    if all(countries):
        values["country" if countries[0] & countries[1] else "other country"] = 1.0
    rows = sorted(both | cross | deep, key=lambda key: (-common.rarity(key), key not in both, key))
    shown = {**_now(one), **_now(other)}
    return values, [shown[key] for key in rows if common.rarity(key) > 0.5][:5]


def _words(one: Signature, other: Signature, common: Commonness) -> tuple[dict[str, float], list[str]]:
    ours, theirs = one.head.words, other.head.words
    both = ours.keys() & theirs.keys()
    whole = [{**each.head.words, **each.body.words} for each in (one, other)]
    shared = (whole[0].keys() & whole[1].keys()) - both
    title = (one.title & other.title) - one.head.countries
    least = max(1.0, min(_weight(side, common) for side in whole))
    values = {
        "words in both openings": math.log1p(_weight(both, common)),
        "words": math.log1p(_weight(shared, common)),
        "words in part": _weight(shared | both, common) / least,
        "title": math.log1p(_weight(title, common)),
    }
    rows = sorted(both, key=lambda key: (-common.rarity(key), key))
    return values, [ours[key] for key in rows if common.rarity(key) > 0.7][:3]


def _days(one: Signature, other: Signature) -> tuple[dict[str, float], list[str]]:
    """Whether both give the event one day, one tells the other's day as past, or the days have nothing in common."""
    values: dict[str, float] = {}
    reasons: list[str] = []
    mine, yours = (event_days(each) for each in (one, other))
    if EventType.EPIDEMIC in one.kinds & other.kinds:
        return values, reasons
    if one.hours and other.hours and not one.hours & other.hours:
        values["other time of day"] = 1.0
    harm = [_harm_days(each) for each in (one, other)]
    if all(harm) and not harm[0] & harm[1]:
        gap = min(_gap(ours, theirs) for ours in harm[0] for theirs in harm[1])
        values["other day of harm" if gap > 1 else "next day of harm"] = 1.0
    seven = [_harm_weekdays(each) for each in (one, other)]
    if not all(harm) and all(seven):
        values["same weekday of harm" if seven[0] & seven[1] else "other weekday of harm"] = 1.0
    if mine and yours:
        shared = sorted(mine & yours)
        gap = min(_gap(ours, theirs) for ours in mine for theirs in yours)
        if shared:
            values["event same day"] = 1.0
            reasons.append(str(shared[0]))
        elif mine & _named_days(other) or yours & _named_days(one):
            later, earlier = (other, one) if mine & _named_days(other) else (one, other)
            values["event told later"] = 1.0
            values["later event has its own dead"] = float(_has_own_dead(later, earlier))
        else:
            values[f"event {_distance(gap)}"] = 1.0
    else:
        values["event day unknown"] = 1.0
        named = [_weekdays(each) for each in (one, other)]
        if not (one.issued and other.issued) and all(named) and not all(seven):
            values["same weekday" if named[0] & named[1] else "other weekday"] = 1.0
        months = [
            {each.month for zone in (side.head, side.body, side.past) for each in zone.days} for side in (one, other)
        ]
        values["shared date"] = float(bool(months[0] & months[1] - {None}))
        if one.issued and other.issued:
            values[f"told {_distance(_gap(one.issued, other.issued))}"] = 1.0
    if one.issued and other.issued and _gap(one.issued, other.issued) > _MONTH:
        values["told long apart"] = 1.0
    return values, reasons


def _harm_days(signature: Signature) -> frozenset[datetime.date]:
    return frozenset(each.day for each in signature.head.harm if each.day)


def _harm_weekdays(signature: Signature) -> frozenset[int]:
    return frozenset(each.weekday for each in signature.head.harm if each.weekday is not None)


def _has_own_dead(later: Signature, earlier: Signature) -> bool:
    """Whether the later story's opening counts dead that the earlier one does not."""
    dead = later.tolls.get(Outcome.KILLED, frozenset()) & later.head.figures
    known = earlier.tolls.get(Outcome.KILLED, frozenset())
    return bool(dead) and not dead & known and bool(known & (later.past.figures | later.body.figures) - dead)


def event_days(signature: Signature) -> frozenset[datetime.date]:
    """Days that the opening gives the event; else that of the record, where nobody speaks on it."""
    found = {each.day for each in signature.head.days if each.day and not each.spoken}
    spoken = {each.day for zone in (signature.head, signature.body) for each in zone.days if each.spoken}
    if not found and signature.day and signature.day not in spoken:
        found = {signature.day}
    return frozenset(found)


def _named_days(signature: Signature) -> frozenset[datetime.date]:
    zones = (signature.head, signature.body, signature.past)
    return frozenset(each.day for zone in zones for each in zone.days if each.day)


def _weekdays(signature: Signature) -> frozenset[int]:
    zones = (signature.head, signature.body)
    return frozenset(each.weekday for zone in zones for each in zone.days if each.weekday is not None)


def _gap(ours: datetime.date, theirs: datetime.date) -> int:
    return abs((ours - theirs).days)


def _distance(apart: int) -> str:
    if apart <= 1:
        return ("same day", "next day")[apart]
    for limit, name in ((_NEAR, "days apart"), (_WEEK, "a week apart"), (_MONTH, "a month apart")):
        if apart <= limit:
            return name
    return "long apart"


def _kinds(one: Signature, other: Signature) -> tuple[dict[str, float], list[str]]:
    values = {
        "same aftermath": float(one.genre is not None and one.genre == other.genre),
        "other aftermath": float(one.genre != other.genre),
        "newer": float(one.newer != other.newer),
    }
    reasons: list[str] = []
    if one.kinds and other.kinds:
        shared = one.kinds & other.kinds
        values["kind" if shared else "other kind"] = 1.0
        reasons = [str(kind) for kind in sorted(shared)]
    return values, reasons


def _tolls(one: Signature, other: Signature) -> tuple[dict[str, float], list[str]]:
    """Equal figures speak for one incident; dead of one opening whom the other tells as past speak against."""
    head = (one.head.figures & other.head.figures) - {1, 2}
    cross = ((one.head.figures & other.body.figures) | (other.head.figures & one.body.figures)) - head - {1, 2, 3}
    ours, theirs = (side.tolls.get(Outcome.KILLED, frozenset()) for side in (one, other))
    past = (ours & (other.past.figures - other.head.figures)) | (theirs & (one.past.figures - one.head.figures))
    values = {
        "figures": math.log1p(len(head)),
        "figures further down": math.log1p(len(cross)),
        "figures told as past": float(bool(past)),
    }
    if ours and theirs:
        values["dead"] = float(bool(ours & theirs))
        far = max(ours | theirs) / min(max(ours), max(theirs))
        values["other dead"] = float(not ours & theirs and far > _TWICE)
    return values, [f"{count} dead" for count in sorted(ours & theirs)]


def _again(one: Signature, other: Signature) -> tuple[dict[str, float], list[str]]:
    """Sentences that both have, and a version that says it replaces one."""
    again = len(one.sentences & other.sentences)
    values = {
        "sentences": min(float(_REPRINT), float(again)),
        "replaces": float((one.mends or other.mends) and again > 0),
    }
    said = ["a sentence word for word"] if again == 1 else [f"{again} sentences word for word"]
    return values, said if again else []


def _barred(one: Signature, other: Signature, values: Mapping[str, float]) -> str | None:
    """What no likeness can outweigh."""
    if values["sentences"] >= _REPRINT:
        return None
    for before, after in ((one, other), (other, one)):
        days = _harm_days(after)
        if before.issued and days and min(days) > before.issued + datetime.timedelta(1):
            return f"told on {before.issued}, before {min(days)}"
    if one.genre != other.genre and one.genre is not None and other.genre is not None:
        return f"one tells of a {one.genre}, the other of a {other.genre}"
    return None
