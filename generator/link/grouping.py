"""Groups of stories and how well they agree; which groups become one, the best first."""

from collections.abc import Collection, Iterable, Mapping

from generator.link.candidates import Pair, pair_of
from generator.link.rarity import Commonness
from generator.link.sameness import Evidence, compare, score
from generator.link.signatures import Signature

CLEAR = 1.0
"""By so much the best group of a story that stands alone must agree more than the next one."""

LOUDEST = 4.0
"""No pair of stories speaks louder than this in the agreement of two groups."""

APART = -100.0
"""Agreement of what must not become one."""


def weigh(one: Signature, other: Signature, common: Commonness, weights: Mapping[str, float]) -> tuple[Evidence, float]:
    """What speaks for two stories being one incident, and how loud it speaks, `LOUDEST` at most."""
    evidence = compare(one, other, common)
    if evidence.barred or (one.document and one.document == other.document):
        return evidence, APART
    return evidence, max(-LOUDEST, min(LOUDEST, score(evidence, weights)))


class Meetings:
    """The evidence and score of every two stories that were compared."""

    def __init__(self, known: Mapping[str, Signature], common: Commonness, weights: Mapping[str, float]) -> None:
        self.evidence: dict[Pair, Evidence] = {}
        self.scores: dict[Pair, float] = {}
        self._known, self._common, self._weights = known, common, weights

    def score(self, one: str, other: str) -> float:
        """How much speaks for two stories being one incident, none of it louder than `LOUDEST`."""
        pair = pair_of(one, other)
        found = self.scores.get(pair)
        if found is None:
            self.evidence[pair], found = weigh(self._known[pair[0]], self._known[pair[1]], self._common, self._weights)
            self.scores[pair] = found
        return found


class Clusters:
    """Groups of stories, and the sum of the scores between every two of them that share something rare."""

    def __init__(
        self, pairs: Iterable[Pair], meetings: Meetings, records: Mapping[str, str], ids: Iterable[str]
    ) -> None:
        self.members: dict[str, tuple[str, ...]] = {name: (name,) for name in ids}
        self._meetings = meetings
        self._home = {name: name for name in self.members}
        self._without: frozenset[str] = frozenset()
        self._links: dict[str, dict[str, float]] = {name: {} for name in self.members}
        for one, other in pairs:
            self._links[one][other] = self._links[other][one] = meetings.score(one, other)
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
        ours, theirs = self._links[first], self._links.pop(second)
        beside = (ours.keys() | theirs.keys()) - {first, second}
        ours.pop(second, None)
        for neighbour in beside:
            self._links[neighbour].pop(second, None)
            value = ours[neighbour] if neighbour in ours else self._between(first, neighbour)
            value += theirs[neighbour] if neighbour in theirs else self._between(second, neighbour)
            ours[neighbour] = self._links[neighbour][first] = value
        self.members[first] = tuple(sorted((*self.members[first], *self.members.pop(second))))
        self._home |= dict.fromkeys(self.members[first], first)

    def _between(self, one: str, other: str) -> float:
        """Sum of the scores between the stories of two groups."""
        return sum(self._meetings.score(ours, theirs) for ours in self.members[one] for theirs in self.members[other])

    def agreement(self, one: str, other: str) -> float:
        """Mean score between the stories of two groups."""
        value = self._links[one].get(other, APART)
        records = [self._records.get(each) for each in (one, other)]
        if value < APART / 2 or (None not in records and records[0] != records[1]):
            return APART
        return value / (len(self.members[one]) * len(self.members[other]))

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
                near = self.near(name, APART / 2, without)[:2]
                values = [self.agreement(name, other) for other in near] + [APART]
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
            value, one = max(((pick[0], name) for name, pick in best.items()), default=(APART, ""))
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
        return max(((self.agreement(name, other), other) for other in others), default=(APART, ""))
