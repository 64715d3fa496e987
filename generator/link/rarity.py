"""How telling names and words are: the fewer stories hold one, the more it says that two share it."""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from generator.link.signatures import Signature

FEW = 8
"""A name or word in about this many stories or fewer is as telling as can be."""

STEPS = 7
"""So many doublings of that, and it tells nothing. Between two doublings nothing changes, so that one story more makes
a few words less telling and not all of them."""


class Commonness:
    """In how many stories each name and word stands, and how telling that makes it.

    Args:
        counts: key of a name or stem -> how many hold it.
    """

    def __init__(self, counts: Mapping[str, int] | None = None) -> None:
        self._counts = Counter(counts or {})
        self._grades: dict[str, Counter[float]] = {}
        self._known: dict[str, float] = {}

    def take(self, signature: Signature, stories: int = 1) -> None:
        """Count a story, or with -1 one that is gone."""
        for key in keys_of(signature):
            self._counts[key] += stories
            self._known.pop(key, None)
        for zone in (signature.head, signature.body, signature.past):
            for key, grade in zone.grades.items():
                self._grades.setdefault(key, Counter())[grade] += stories

    def rarity(self, key: str) -> float:
        """From 0 for what stands in a thousand stories to 1 for what stands in a few.

        Of a name that desks spell in several ways the spelling that is least telling in any story counts.
        """
        found = self._known.get(key)
        if found is None:
            count = self._counts[key]
            step = round(math.log2(count / FEW)) if count > FEW else 0
            grades = (grade for grade, held in self._grades.get(key, {}).items() if held)
            found = self._known[key] = min(grades, default=1.0) * max(0.0, 1 - step / STEPS)
        return found

    def weight(self, keys: Collection[str]) -> float:
        """The squared rarities of some names and words together, the same in whatever order they come."""
        return math.fsum([self.rarity(key) ** 2 for key in keys])


def count_common(signatures: Iterable[Signature]) -> Commonness:
    """How common the names and words of some stories are among them."""
    common = Commonness()
    for each in signatures:
        common.take(each)
    return common


def keys_of(signature: Signature) -> frozenset[str]:
    """All names and words of a story."""
    zones = (signature.head, signature.body, signature.past)
    return frozenset(key for zone in zones for key in (*zone.names, *zone.words))
