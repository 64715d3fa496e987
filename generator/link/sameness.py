"""What speaks for and against two documents telling of one incident, and how much."""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import field

from generator.link.signatures import Signature
from generator.link.timing import compare_days
from generator.model.values import value
from generator.model.vocabulary import Outcome

FEW = 8
"""A name or word in this many stories or fewer is as telling as can be."""

MANY = 1000
"""A workspace is treated as one of so many stories at least, lest five stories of one event make its names common."""

_TWICE = 2.0
_REPRINT = 3
_SEPARATE = frozenset(("trial", "memorial", "inquiry"))
"""Aftermaths that are told as incidents of their own."""


@value
class Commonness:
    """In how many signatures of a workspace each name and word stands.

    Attributes:
        total: signatures.
        counts: key of a name or stem -> how many hold it.
    """

    total: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)
    grades: Mapping[str, float] = field(default_factory=dict)
    _squares: dict[str, float] = field(default_factory=dict, init=False, repr=False, compare=False)

    def weight(self, keys: Collection[str]) -> float:
        """The squared rarities of some names and words together, the same in whatever order they come."""
        known = self._squares
        for key in keys:
            if key not in known:
                known[key] = self.rarity(key) ** 2
        return math.fsum(map(known.__getitem__, keys))

    def rarity(self, word: str) -> float:
        """From 0 for what stands in all of them to 1 for what stands in a few."""
        count = self.counts.get(word, 0)
        grade = self.grades.get(word, 1.0)
        if count <= FEW:
            return grade
        return grade * max(0.0, 1 - math.log(count / FEW) / math.log(max(self.total, MANY) / FEW))


def count_common(signatures: Iterable[Signature]) -> Commonness:
    """How common the names and words of signatures are among them."""
    counts: Counter[str] = Counter()
    total = 0
    grades: dict[str, float] = {}
    for each in signatures:
        total += 1
        zones = (each.head, each.body, each.past)
        counts.update({key for zone in zones for key in (*zone.names, *zone.words)})
        for zone in zones:
            grades |= zone.grades
    return Commonness(total, counts, grades)


CONFLICTS = frozenset(
    (
        *("other sites", "all sites other", "sites beside", "other day of harm", "other weekday"),
        *("other weekday of harm", "later event has its own dead", "other time of day", "told before it"),
        *("other dead", "newer", "both newer"),
    )
)
"""What cannot speak against a story about two events telling of one of them."""


@value
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
        _places(one, other),
        compare_days(one, other),
        _words(one, other, common),
        _tolls(one, other),
        _kinds(one, other),
        _again(one, other),
    ):
        values |= found
        reasons += said
    if one.roundup or other.roundup:
        values = {name: value for name, value in values.items() if name not in CONFLICTS}
    known = {name: value for name, value in values.items() if value}
    return Evidence(known, tuple(dict.fromkeys(reasons)), _barred(one, other, values))


def score(evidence: Evidence, weights: Mapping[str, float]) -> float:
    """The weighed evidence: above zero the two are rather one incident than two."""
    known = weights.get("always", 0.0)
    return known + sum(weights.get(name, 0.0) * value for name, value in evidence.values.items())


def _names(one: Signature, other: Signature, common: Commonness) -> tuple[dict[str, float], list[str]]:
    """Names that both openings hold say most."""
    ours, theirs = one.head.names, other.head.names
    both = ours.keys() & theirs.keys()
    cross = ((ours.keys() & other.body.names.keys()) | (theirs.keys() & one.body.names.keys())) - both
    deep = (one.body.names.keys() & other.body.names.keys()) - both - cross
    values = {
        "names in both openings": math.log1p(common.weight(both)),
        "names of one opening": math.log1p(common.weight(cross)),
        "names further down": math.log1p(common.weight(deep)),
        "opening covered": min(
            common.weight(side.keys() & against.now.keys()) / max(1.0, common.weight(side))
            for side, against in ((ours, other), (theirs, one))
        ),
    }
    rows = sorted(both | cross | deep, key=lambda key: (-common.rarity(key), key not in both, key))
    shown = {**one.now, **other.now}
    return values, [shown[key] for key in rows if common.rarity(key) > 0.5][:5]


def _places(one: Signature, other: Signature) -> tuple[dict[str, float], list[str]]:
    """Sites and countries that only one of the two names speak against one incident."""
    values: dict[str, float] = {}
    sites = [one.head.sites - other.now.keys(), other.head.sites - one.now.keys()]
    if all(sites):
        fine = (one.head.sites & other.now.keys()) or (other.head.sites & one.now.keys())
        same = one.head.sites & other.head.sites
        values["sites beside" if same else "other sites" if fine else "all sites other"] = 1.0
    heads = [each.head.countries or each.body.countries for each in (one, other)]
    everywhere = [each.head.countries | each.body.countries | each.lands for each in (one, other)]
    values["other country"] = float(
        all(heads) and not heads[0] & everywhere[1] and not heads[1] & everywhere[0] and not one.lands & other.lands
    )
    return values, []


def _words(one: Signature, other: Signature, common: Commonness) -> tuple[dict[str, float], list[str]]:
    ours, theirs = one.head.words, other.head.words
    both = ours.keys() & theirs.keys()
    whole = [{**each.head.words, **each.body.words} for each in (one, other)]
    shared = (whole[0].keys() & whole[1].keys()) - both
    title = (one.title & other.title) - one.head.countries
    least = max(1.0, min(common.weight(side) for side in whole))
    values = {
        "words in both openings": math.log1p(common.weight(both)),
        "words": math.log1p(common.weight(shared)),
        "words in part": common.weight(shared | both) / least,
        "title": math.log1p(common.weight(title)),
    }
    rows = sorted(both, key=lambda key: (-common.rarity(key), key))
    return values, [ours[key] for key in rows if common.rarity(key) > 0.7][:3]


def _kinds(one: Signature, other: Signature) -> tuple[dict[str, float], list[str]]:
    """An aftermath told as an incident of its own, and a second event of one sort, speak against."""
    genres = {one.genre, other.genre}
    values = {
        "same aftermath": float(one.genre is not None and one.genre == other.genre),
        "other aftermath": float(one.genre != other.genre and bool(genres & _SEPARATE)),
        "other sequel": float(one.genre != other.genre and not genres & _SEPARATE),
        "newer": float(one.newer != other.newer),
        "both newer": float(one.newer and other.newer),
    }
    return values, [str(kind) for kind in sorted(one.kinds & other.kinds)]


def _tolls(one: Signature, other: Signature) -> tuple[dict[str, float], list[str]]:
    """Equal figures speak for one incident, dead by more than twice as many against."""
    head = (one.head.figures & other.head.figures) - {1, 2}
    cross = ((one.head.figures & other.body.figures) | (other.head.figures & one.body.figures)) - head - {1, 2, 3}
    values = {"figures": math.log1p(len(head)), "figures further down": math.log1p(len(cross))}
    ours, theirs = (side.tolls.get(Outcome.KILLED, frozenset()) for side in (one, other))
    if ours and theirs:
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
    if one.genre != other.genre and one.genre is not None and other.genre is not None:
        return f"one tells of a {one.genre}, the other of a {other.genre}"
    return None
