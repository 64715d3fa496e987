"""Which stories tell of one incident: what is known of them is kept, so that what is new meets only its like.

Stories fall into sets that have nothing to do with each other: no two groups of different sets agree so well that they
would be joined, or that one would stand in the way of the other's joining. What comes or goes changes its own set, and
those in which a word became more or less telling; all others stay as they were grouped.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping

from generator.link.candidates import Pair, Rows, find_candidates, pair_of
from generator.link.gathering import LATE, REPRINT, Threads, ThreadWeights, gather_stories
from generator.link.grouping import CLEAR, weigh
from generator.link.rarity import Commonness, count_common, keys_of
from generator.link.sameness import objections
from generator.link.signatures import Signature


def find_threads(
    signatures: Iterable[Signature], weights: ThreadWeights, *, held: Mapping[str, str] | None = None
) -> Threads:
    """Group stories by incident; the order given does not matter.

    Args:
        signatures: one for each story.
        weights: of the evidence.
        held: story -> id of the record that holds it already. What stands in one record stays together, what stands
            in two stays apart, and neither is compared again: only what is new finds its place.
    """
    known = {each.id: each for each in signatures}
    if held:
        common = count_common(known.values())
        pairs = find_candidates(known, common)
        fresh = [pair for pair in pairs if not held.keys() >= set(pair)]
        return gather_stories(known, fresh, common, weights, held)
    index = StoryIndex(weights)
    index.update(known)
    return index.threads()


class StoryIndex:
    """The stories of a workspace and the incidents that they tell.

    Args:
        weights: of the evidence.
    """

    def __init__(self, weights: ThreadWeights) -> None:
        self._weights = weights
        self._least = weights.same - LATE - CLEAR
        self._known: dict[str, Signature] = {}
        self._common = Commonness()
        self._rows = Rows(self._common)
        self._met: dict[str, dict[str, bool]] = {}
        self._sets: dict[str, str] = {}
        self._members: dict[str, tuple[str, ...]] = {}
        self._found: dict[str, Threads] = {}

    def update(self, stories: Mapping[str, Signature]) -> None:
        """Make them the stories of the workspace: what is new comes, what is missing goes, what changed does both."""
        come = [name for name, each in stories.items() if not _is_same(self._known.get(name), each)]
        gone = [*(self._known.keys() & come), *(name for name in self._known if name not in stories)]
        moved = self._count([self._known[name] for name in gone], [stories[name] for name in come])
        touched: set[str] = set()
        doubtful: set[Pair] = set()
        for name in gone:
            touched.update(self._members[self._sets[name]])
            doubtful.update(self._rows.straddling(name))
            self._forget(name)
        is_first = not self._known
        for name in come:
            self._known[name], self._met[name] = stories[name], {}
            self._rows.put(stories[name])
            if not is_first:
                doubtful.update(self._rows.straddling(name))
        for name in come:
            doubtful.update(pair_of(name, other) for other in self._rows.near(name))
        again = set() if is_first else self._told_otherwise(moved, touched)
        for key in moved if not is_first else ():
            doubtful.update(self._rows.pairs_by(key))
        touched.update(self._meet(doubtful, again), come)
        self._regroup(touched & self._known.keys())

    def threads(self) -> Threads:
        """The incidents that the stories tell."""
        parts = [self._found[name] for name in sorted(self._found)]
        alone = ((name,) for name in self._members if name not in self._found)
        return Threads(
            tuple(sorted((*alone, *(group for part in parts for group in part.groups)))),
            {pair: reasons for part in parts for pair, reasons in part.reasons.items()},
            tuple(sorted((doubt for part in parts for doubt in part.doubts), key=lambda doubt: doubt.ids)),
            {name: groups for part in parts for name, groups in part.beside.items()},
        )

    def objections(self, one: str, other: str) -> tuple[str, ...]:
        """What speaks against two stories telling of one incident, in words for readers, the strongest first."""
        evidence, _ = weigh(self._known[one], self._known[other], self._common, self._weights.weights)
        return objections(evidence, self._weights.weights)

    def _count(self, gone: Collection[Signature], come: Collection[Signature]) -> frozenset[str]:
        """Count stories out and in; the words that are more or less telling from now on."""
        keys = {key for each in (*gone, *come) for key in keys_of(each)}
        before = {key: self._common.rarity(key) for key in keys}
        for each in gone:
            self._common.take(each, -1)
        for each in come:
            self._common.take(each)
        return frozenset(key for key, rarity in before.items() if self._common.rarity(key) != rarity)

    def _forget(self, name: str) -> None:
        self._rows.take(name)
        del self._known[name]
        for other in self._met.pop(name):
            del self._met[other][name]
        home = self._sets.pop(name)
        left = tuple(each for each in self._members.pop(home) if each != name)
        self._found.pop(home, None)
        if left:
            self._members[left[0]] = left
            self._sets |= dict.fromkeys(left, left[0])

    def _told_otherwise(self, moved: frozenset[str], touched: set[str]) -> set[Pair]:
        """Pairs that share a word which is more or less telling now; stories of sets with two such are touched."""
        if not moved:
            return set()
        holding = {name: held for name, each in self._known.items() if (held := _held(each, moved))}
        first: dict[tuple[str, str], str] = {}
        for name, held in holding.items():
            home = self._sets.get(name, name)
            for key in held:
                if first.setdefault((home, key), name) != name:
                    touched.add(name)
        return {
            pair_of(name, other)
            for name, held in holding.items()
            for other in self._met[name]
            if name < other and not held.isdisjoint(holding.get(other, ()))
        }

    def _meet(self, doubtful: Collection[Pair], again: Collection[Pair]) -> Iterator[str]:
        """Compare pairs anew; the stories of those that it makes a difference to."""
        for one, other in {*doubtful, *again}:
            before = self._met.get(one, {}).get(other)
            if not self._rows.is_near((one, other)):
                if before is not None:
                    del self._met[one][other], self._met[other][one]
                    yield from (one, other)
                continue
            if before is not None and (one, other) not in again:
                continue
            close = self._is_close(one, other)
            self._met[one][other] = self._met[other][one] = close
            if close or before or self._sets.get(one, one) == self._sets.get(other, other):
                yield from (one, other)

    def _is_close(self, one: str, other: str) -> bool:
        """Whether two stories agree so well that they belong to one set."""
        evidence, score = weigh(self._known[one], self._known[other], self._common, self._weights.weights)
        return score >= self._least or evidence.values.get("sentences", 0.0) >= REPRINT

    def _regroup(self, touched: Collection[str]) -> None:
        """Part the sets of some stories anew, and group those of each."""
        left = {each for name in touched for each in self._members.get(self._sets.get(name, ""), (name,))}
        for name in left & self._sets.keys():
            home = self._sets.pop(name)
            self._members.pop(home, None)
            self._found.pop(home, None)
        while left:
            members = self._set_of(min(left))
            left -= members
            ordered = tuple(sorted(members))
            self._members[ordered[0]] = ordered
            self._sets |= dict.fromkeys(ordered, ordered[0])
            if len(ordered) > 1:
                known = {name: self._known[name] for name in ordered}
                pairs = {pair_of(name, other) for name in ordered for other in self._met[name] if other in members}
                self._found[ordered[0]] = gather_stories(known, pairs, self._common, self._weights)

    def _set_of(self, name: str) -> set[str]:
        found, open_ends = {name}, [name]
        while open_ends:
            fresh = {other for other, close in self._met[open_ends.pop()].items() if close} - found
            found |= fresh
            open_ends += fresh
        return found


def _is_same(one: Signature | None, other: Signature) -> bool:
    """Whether two signatures say the same; that one is itself is known without a look."""
    return one is other or one == other


def _held(signature: Signature, keys: frozenset[str]) -> set[str]:
    """Those of some words that a story holds."""
    zones = (signature.head, signature.body, signature.past)
    return {key for key in keys if any(key in zone.names or key in zone.words for zone in zones)}
