"""Which headlines stand side by side because they name the same place or actor."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

MAX_NEIGHBOURS = 20
"""Neighbours that a headline gets at most, those that share most, and the rarest, first."""

NEARBY = 40
"""Headlines that one place or actor offers to each of its headlines, so that the cost stays linear in their number."""


def find_neighbours(named: Sequence[Mapping[str, str]]) -> tuple[tuple[tuple[int, tuple[str, ...]], ...], ...]:
    """For each headline the others that share a key, best first: (0-based number of the other, shared names).

    Where more than `NEARBY` headlines share a key, each meets only those next to it in the order given, so that two
    headlines always meet mutually; which of them are listed then depends on what else they share.

    Args:
        named: of each headline, key -> name to show of the places and actors that it mentions.
    """
    holders: dict[str, list[int]] = defaultdict(list)
    ranks: list[list[tuple[str, int]]] = []
    for number, names in enumerate(named):
        ranks.append([(key, len(holders[key])) for key in names])
        for key in names:
            holders[key].append(number)
    return tuple(_beside(number, ranks[number], holders, named) for number in range(len(named)))


def _beside(
    number: int,
    ranks: Sequence[tuple[str, int]],
    holders: Mapping[str, Sequence[int]],
    named: Sequence[Mapping[str, str]],
) -> tuple[tuple[int, tuple[str, ...]], ...]:
    own = named[number]
    others = {other for key, rank in ranks for other in _nearby(holders[key], rank)} - {number}
    shared = {other: [key for key in own if key in named[other]] for other in others}
    weight = {other: sum(1 / len(holders[key]) for key in keys) for other, keys in shared.items()}
    best = sorted(others, key=lambda other: (-len(shared[other]), -weight[other], other))[:MAX_NEIGHBOURS]
    return tuple((other, tuple(own[key] for key in shared[other])) for other in best)


def _nearby(holders: Sequence[int], rank: int) -> Iterator[int]:
    """Those of ``holders`` within half of `NEARBY` places of the one at ``rank``, the row closed to a ring."""
    if len(holders) <= NEARBY:
        return iter(holders)
    return (holders[(rank + step) % len(holders)] for step in range(-NEARBY // 2, NEARBY // 2 + 1))
