"""Pairs of stories that may tell of one incident: those that share rare names or words within a window of days."""

import datetime
import math
from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterator, Mapping

from generator.link.rarity import Commonness
from generator.link.signatures import Signature

WINDOW_DAYS = 400
"""Dated stories further apart are not even compared; an anniversary still meets its event."""

MOST_BESIDE = 60
"""Stories that one name or word offers to each of its stories, so that the cost stays linear in their number."""

RARE_ENOUGH = 0.35
"""A word or name less rare than this brings no two stories together."""

ENOUGH = 0.5
"""Shared rare names and words, each by its rarity, from which two stories are compared."""

_FAR_PAST = datetime.date.min

Pair = tuple[str, str]
Entry = tuple[datetime.date, str]
"""A story in a row: its day, the first of all days where it has none, and its id."""


def pair_of(one: str, other: str) -> Pair:
    """Two stories, sorted."""
    return (one, other) if one < other else (other, one)


class Rows:
    """For each name and word its stories by day; those that stand near each other in rows may tell of one incident.

    Args:
        common: how common names and words are; what it says is asked each time.
    """

    def __init__(self, common: Commonness) -> None:
        self._common = common
        self._rows: dict[str, list[Entry]] = defaultdict(list)
        self._entries: dict[str, Entry] = {}
        self._keys: dict[str, frozenset[str]] = {}

    def put(self, signature: Signature) -> None:
        """Add a story."""
        name = signature.id
        entry = self._entries[name] = (signature.issued or signature.day or _FAR_PAST, name)
        self._keys[name] = frozenset((*signature.head.names, *signature.body.names, *signature.head.words))
        for key in self._keys[name]:
            insort(self._rows[key], entry)

    def take(self, name: str) -> None:
        """Remove a story."""
        entry = self._entries.pop(name)
        for key in self._keys.pop(name):
            row = self._rows[key]
            del row[bisect_left(row, entry)]
            if not row:
                del self._rows[key]

    def straddling(self, name: str) -> Iterator[Pair]:
        """Pairs of stories that were near each other if it were not for one between them."""
        entry, span = self._entries[name], MOST_BESIDE + 1
        for key in self._keys[name]:
            row = self._rows[key]
            if len(row) > span and self._common.rarity(key) >= RARE_ENOUGH:
                place = bisect_left(row, entry)
                for start in range(max(0, place - MOST_BESIDE), min(place, len(row) - span)):
                    yield pair_of(row[start][1], row[start + span][1])

    def near(self, name: str) -> Iterator[str]:
        """The stories that share enough with one."""
        shared: dict[str, list[float]] = defaultdict(list)
        entry = self._entries[name]
        for key in self._keys[name]:
            row, rarity = self._rows[key], self._common.rarity(key)
            if len(row) > 1 and rarity >= RARE_ENOUGH:
                place = bisect_left(row, entry)
                for other in row[max(0, place - MOST_BESIDE) : place + MOST_BESIDE + 1]:
                    if _is_within(entry, other):
                        shared[other[1]].append(rarity)
        shared.pop(name, None)
        return (other for other, rarities in shared.items() if math.fsum(rarities) >= ENOUGH)

    def pairs_by(self, key: str) -> Iterator[Pair]:
        """Pairs of stories that stand near each other in one row."""
        row = self._rows.get(key, [])
        for place, entry in enumerate(row):
            for other in row[place + 1 : place + MOST_BESIDE + 1]:
                if _is_within(entry, other):
                    yield pair_of(entry[1], other[1])

    def is_near(self, pair: Pair) -> bool:
        """Whether two stories share enough."""
        if not all(name in self._entries for name in pair):
            return False
        one, other = (self._entries[name] for name in pair)
        if not _is_within(one, other):
            return False
        rarities = []
        for key in self._keys[pair[0]] & self._keys[pair[1]]:
            row, rarity = self._rows[key], self._common.rarity(key)
            if rarity >= RARE_ENOUGH and abs(bisect_left(row, one) - bisect_left(row, other)) <= MOST_BESIDE:
                rarities.append(rarity)
        return math.fsum(rarities) >= ENOUGH


def find_candidates(signatures: Mapping[str, Signature], common: Commonness) -> tuple[Pair, ...]:
    """Sorted pairs of stories that share rare names or words within `WINDOW_DAYS`."""
    rows = Rows(common)
    for each in signatures.values():
        rows.put(each)
    return tuple(sorted({pair_of(name, other) for name in signatures for other in rows.near(name)}))


def _is_within(one: Entry, other: Entry) -> bool:
    """Whether two stories lie within the window; an undated one meets all."""
    if _FAR_PAST in (one[0], other[0]):
        return True
    return abs((one[0] - other[0]).days) <= WINDOW_DAYS
