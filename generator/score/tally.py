"""Counts behind precision, recall and F1."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

Wanted = TypeVar("Wanted")
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Miss:
    """A difference between a reading and a record.

    Attributes:
        document: name of the document.
        field: of the reading.
        spurious: True where the record has a value that the reading lacks, False for the reverse.
        value: the value in words.
    """

    document: str
    field: str
    spurious: bool
    value: str


@dataclass(slots=True)
class Tally:
    """Counts of one field over documents; grows as documents are added.

    Attributes:
        right: gold values that were found.
        found: values found.
        wanted: gold values.
        misses: every difference.
    """

    right: int = 0
    found: int = 0
    wanted: int = 0
    misses: list[Miss] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Percent of found values that are right; 0 where nothing was found."""
        return 100 * self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Percent of gold values that were found; 0 where there are none."""
        return 100 * self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both, percent."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def match_values(
    wanted: Sequence[Wanted],
    found: Sequence[Found],
    is_same: Callable[[Wanted, Found], bool],
    *,
    repeats: bool = False,
) -> tuple[tuple[tuple[Wanted, Found], ...], tuple[Wanted, ...], tuple[Found, ...]]:
    """Pair each gold value with the first free one that says the same.

    Args:
        wanted: of the reading.
        found: of the records.
        is_same: whether a pair says the same.
        repeats: whether saying a gold value twice is no fault.

    Returns:
        The pairs, the gold values without partner, and the found values without partner.
    """
    free = list(range(len(found)))
    pairs, missed = [], []
    for value in wanted:
        partner = next((number for number in free if is_same(value, found[number])), None)
        if partner is None:
            missed.append(value)
        else:
            free.remove(partner)
            pairs.append((value, found[partner]))
    spurious = [found[number] for number in free]
    if repeats:
        spurious = [other for other in spurious if not any(is_same(value, other) for value in wanted)]
    return tuple(pairs), tuple(missed), tuple(spurious)
