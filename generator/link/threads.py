"""Which stories tell of one incident: pairs that may, weighed; groups of those that do; doubts for an editor."""

import datetime
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.link.sameness import Commonness, Evidence, compare, count_common, score
from generator.link.signatures import Signature

WINDOW_DAYS = 400
"""Dated stories further apart are not even compared; an anniversary still meets its event."""

MOST_BESIDE = 60
"""Stories that one name or word offers to each of its stories, so that the cost stays linear in their number."""

RARE_ENOUGH = 0.35
"""A word or name less rare than this brings no two stories together."""

REPRINT = 2
"""Sentences word for word that make two stories one before any weighing."""

LATE = 1.0
"""So much less need a story that stands alone agree with a group, where no other group comes near."""

CLEAR = 1.0
"""By so much the best group of a story that stands alone must agree more than the next one."""

LENIENT = 0.5
"""So much less need a story about two events agree with each of them than stories about one."""

ENOUGH = 0.9
"""Shared rare names and words, each by its rarity, from which two stories are compared."""

STRANGERS = -3.0
"""Score of two stories of which no name or rare word brought them together."""

_CLAMP = 7.0
"""No pair of stories speaks louder than this in the agreement of two groups."""

_APART = -100.0
_FAR_PAST = datetime.date.min

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class ThreadWeights:
    """How much each kind of evidence counts.

    Attributes:
        weights: evidence -> weight, with the constant under ``always``.
        same: score from which two stories are one incident.
        unsure: score from which an editor is asked.
    """

    weights: Mapping[str, float]
    same: float
    unsure: float


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two groups that may be one incident; an editor decides.

    Attributes:
        ids: a story of each, sorted.
        reasons: what they share.
    """

    ids: Pair
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Threads:
    """The incidents that a set of stories tells.

    Attributes:
        groups: ids of the stories of each incident, every story in one group; groups and ids sorted.
        reasons: two stories of one group, sorted -> what brought them together.
        doubts: pairs that stay apart.
        beside: story about two events or more -> the groups that it tells of besides its own, the nearest first.
    """

    groups: tuple[tuple[str, ...], ...]
    reasons: Mapping[Pair, tuple[str, ...]]
    doubts: tuple[Doubt, ...]
    beside: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)


def find_threads(
    signatures: Iterable[Signature],
    weights: ThreadWeights,
    *,
    held: Mapping[str, str] | None = None,
) -> Threads:
    """Group stories by incident; the order given does not matter.

    The two groups whose stories agree most on average become one, until none agree well enough: a story that lies
    between two incidents does not make them one.

    Args:
        signatures: one for each story.
        weights: of the evidence.
        held: story -> id of the record that holds it already. What stands in one record stays together, what stands
            in two stays apart, and neither is compared again: only what is new finds its place.
    """
    records = {} if held is None else held
    known = {each.id: each for each in sorted(signatures, key=lambda each: each.id)}
    common = count_common(known.values())
    pairs = find_candidates(tuple(known.values()), common, known.keys() - records.keys() if records else None)
    evidence = {pair: compare(known[pair[0]], known[pair[1]], common) for pair in pairs}
    scores = {
        pair: _APART if each.barred else max(-_CLAMP, min(_CLAMP, score(each, weights.weights)))
        for pair, each in evidence.items()
    }
    for one, other in pairs:
        if known[one].document and known[one].document == known[other].document:
            scores[one, other] = _APART
    clusters = _Clusters(known, scores, records)
    for pair in pairs:
        if evidence[pair].values.get("sentences", 0.0) >= REPRINT and clusters.agreement_of(pair) > _APART:
            clusters.unite(*pair)
    roundups = {
        name for name, each in known.items() if each.roundup and clusters.members[clusters.home(name)] == (name,)
    }
    clusters.gather(weights.same, without=roundups)
    clusters.gather_lone(weights.same - LATE, without=roundups)
    told = {name: clusters.near(name, weights.same - LENIENT, roundups) for name in sorted(roundups)}
    for name, homes in told.items():
        if homes:
            clusters.unite(name, homes[0])
    clusters.gather(weights.same)
    beside = {name: tuple(clusters.members[clusters.home(each)] for each in homes[1:]) for name, homes in told.items()}
    return _found(clusters, evidence, scores, weights, {name: groups for name, groups in beside.items() if groups})


class _Clusters:
    """Groups of stories, and the sum of the scores between every two of them that met."""

    def __init__(self, ids: Iterable[str], scores: Mapping[Pair, float], records: Mapping[str, str]) -> None:
        self.members: dict[str, tuple[str, ...]] = {name: (name,) for name in ids}
        self._home = {name: name for name in self.members}
        self._without: frozenset[str] = frozenset()
        self._links: dict[str, dict[str, tuple[float, int]]] = {name: {} for name in self.members}
        for (one, other), value in scores.items():
            if one in self._links and other in self._links:
                self._links[one][other] = self._links[other][one] = (value, 1)
        self._records: dict[str, str] = {}
        first: dict[str, str] = {}
        for name in self._links.keys() & records.keys():
            self._records[name] = records[name]
        for name in sorted(self._records):
            self.unite(first.setdefault(records[name], name), name)

    def home(self, name: str) -> str:
        """The first story of the group that a story is in."""
        return self._home[name]

    def unite(self, one: str, other: str) -> None:
        """Make one group of those of two stories."""
        first, second = sorted((self._home[one], self._home[other]))
        if first == second:
            return
        if second in self._records:
            self._records[first] = self._records[second]
        theirs = self._links.pop(second)
        for neighbour, (value, count) in theirs.items():
            del self._links[neighbour][second]
            if neighbour != first:
                before, number = self._links[first].get(neighbour, (0.0, 0))
                merged = (before + value, number + count)
                self._links[first][neighbour] = self._links[neighbour][first] = merged
        self.members[first] = tuple(sorted((*self.members[first], *self.members.pop(second))))
        self._home |= dict.fromkeys(self.members[first], first)

    def agreement(self, one: str, other: str) -> float:
        """Mean score between the stories of two groups; strangers count as `STRANGERS`."""
        value, count = self._links[one][other]
        records = [self._records.get(each) for each in (one, other)]
        if value < _APART / 2 or (None not in records and records[0] != records[1]):
            return _APART
        total = len(self.members[one]) * len(self.members[other])
        return (value + STRANGERS * (total - count)) / total

    def near(self, name: str, least: float, without: Collection[str]) -> tuple[str, ...]:
        """The homes of the groups that agree with a story, best first."""
        found = sorted((-self.agreement(name, other), other) for other in self._links[name] if other not in without)
        return tuple(other for value, other in found if -value >= least)

    def agreement_of(self, pair: Pair) -> float:
        """Mean score between the groups of two stories."""
        one, other = map(self.home, pair)
        return 0.0 if one == other else self.agreement(one, other)

    def gather_lone(self, least: float, without: Collection[str]) -> None:
        """Unite stories that stand alone with the one group that they agree with, the clearest first."""
        while True:
            found = []
            for name, members in self.members.items():
                if len(members) > 1 or name in without:
                    continue
                near = self.near(name, _APART / 2, without)[:2]
                values = [self.agreement(name, other) for other in near] + [_APART]
                if near and values[0] >= least and values[0] - values[1] >= CLEAR and len(self.members[near[0]]) > 1:
                    found.append((values[0], name, near[0]))
            if not found:
                return
            _, name, other = max(found)
            self.unite(name, other)

    def gather(self, least: float, without: Collection[str] = ()) -> None:
        """Unite the groups that agree most, one pair at a time, down to a score; some stories are left alone."""
        self._without = frozenset(without)
        best = {name: self._best(name) for name in self.members if name not in self._without}
        while True:
            value, one = max(((pick[0], name) for name, pick in best.items()), default=(_APART, ""))
            if value < least or not one:
                return
            other = best[one][1]
            first, second = sorted((one, other))
            beside = {*self._links[first], *self._links[second]} - {first, second} - self._without
            self.unite(first, second)
            del best[second]
            for name in (first, *sorted(beside)):
                best[name] = self._best(name)

    def _best(self, name: str) -> tuple[float, str]:
        others = (other for other in self._links[name] if other not in self._without)
        return max(((self.agreement(name, other), other) for other in others), default=(_APART, ""))


def _found(
    clusters: _Clusters,
    evidence: Mapping[Pair, Evidence],
    scores: Mapping[Pair, float],
    weights: ThreadWeights,
    beside: Mapping[str, tuple[tuple[str, ...], ...]],
) -> Threads:
    """The groups, what brought their stories together, and the best pair of every two groups that may be one."""
    reasons: dict[Pair, tuple[str, ...]] = {}
    open_pairs: dict[Pair, tuple[float, Pair]] = {}
    for pair in sorted(evidence):
        first, second = sorted(map(clusters.home, pair))
        if first == second:
            reasons[pair] = evidence[pair].reasons
        elif scores[pair] >= weights.same:
            best = open_pairs.get((first, second))
            if best is None or scores[pair] > best[0]:
                open_pairs[first, second] = (scores[pair], pair)
    doubts = tuple(
        Doubt(pair, evidence[pair].reasons) for _, pair in sorted(open_pairs.values(), key=lambda row: row[1])
    )
    return Threads(tuple(sorted(clusters.members.values())), reasons, doubts, beside)


def find_candidates(
    signatures: Sequence[Signature], common: Commonness, fresh: Collection[str] | None = None
) -> tuple[Pair, ...]:
    """Sorted pairs of stories that share rare names or words within `WINDOW_DAYS`.

    Args:
        signatures: one for each story.
        common: how common names and words are.
        fresh: stories of which each pair holds one at least; all where None.
    """
    holders: dict[str, list[tuple[datetime.date, str]]] = defaultdict(list)
    for each in signatures:
        day = each.issued or each.day or _FAR_PAST
        for key in _keys(each, common):
            holders[key].append((day, each.id))
    shared: dict[Pair, float] = defaultdict(float)
    for key, rows in holders.items():
        if len(rows) > 1:
            rarity = common.rarity(key)
            for pair in _meetings(sorted(rows)):
                shared[pair] += rarity
    found = (pair for pair, weight in shared.items() if weight >= ENOUGH)
    return tuple(sorted(pair for pair in found if fresh is None or pair[0] in fresh or pair[1] in fresh))


def _keys(signature: Signature, common: Commonness) -> Iterator[str]:
    """Rare names of the whole story, and rare words of its opening."""
    for key in {*signature.head.names, *signature.body.names, *signature.head.words}:
        if common.rarity(key) >= RARE_ENOUGH:
            yield key


def _meetings(rows: Sequence[tuple[datetime.date, str]]) -> Iterator[Pair]:
    """Pairs of dated stories within the window; undated ones meet all, the first of them."""
    undated = bisect_right(rows, (_FAR_PAST, "\uffff"))
    for number, (day, name) in enumerate(rows):
        last = bisect_left(rows, (day + datetime.timedelta(WINDOW_DAYS + 1), "")) if number >= undated else len(rows)
        for _, other in rows[number + 1 : min(last, number + 1 + MOST_BESIDE)]:
            yield (min(name, other), max(name, other))
