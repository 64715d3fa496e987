"""Pairs of stories that may tell of one incident: those that share rare names or words within a window of days."""

import datetime
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from generator.link.sameness import Commonness
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
