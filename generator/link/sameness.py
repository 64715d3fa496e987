"""What speaks for and against two documents telling of one incident, and how much."""

import math
from collections.abc import Mapping

from generator.link.rarity import Commonness
from generator.link.signatures import Signature
from generator.link.timing import compare_days
from generator.model.values import value
from generator.model.vocabulary import Outcome

_TWICE = 2.0
_REPRINT = 3
_SEPARATE = frozenset(("trial", "memorial", "inquiry"))
"""Aftermaths that are told as incidents of their own."""


CONFLICTS = frozenset(
    (
        *("other sites", "all sites other", "sites beside", "other day of harm", "next day of harm"),
        "other weekday",
        *("other weekday of harm", "later event has its own dead", "other time of day", "told before it"),
        *("other dead", "newer", "both newer"),
    )
)
"""What cannot speak against a story about two events telling of one of them."""


_SAID = {
    "other country": "another country",
    "other sites": "other places",
    "all sites other": "other places",
    "sites beside": "other places beside the one that both name",
    "event long apart": "days months apart",
    "later event has its own dead": "dead of its own",
    "other dead": "another number of dead",
    "other time of day": "another time of day",
    "other day of harm": "another day",
    "next day of harm": "another day",
    "other weekday of harm": "another weekday",
    "other weekday": "another weekday",
    "told before it": "a story that appeared before what the other tells",
    "told a month apart": "stories that appeared weeks apart",
    "told long apart": "stories that appeared months apart",
    "other aftermath": "a trial, an inquiry or a memorial in one alone",
    "other sequel": "what came of it in one alone",
    "newer": "a second event of the sort in one alone",
}
"""Evidence against one incident -> what it is, in words for readers."""


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


def objections(evidence: Evidence, weights: Mapping[str, float]) -> tuple[str, ...]:
    """What speaks against two stories being one incident, in words for readers, the strongest first."""
    if evidence.barred:
        return (evidence.barred,)
    found = (
        (weights.get(name, 0.0) * each, said) for name, each in evidence.values.items() if (said := _SAID.get(name))
    )
    return tuple(dict.fromkeys(said for heard, said in sorted(found) if heard < 0))


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
            common.weight(side.head.names.keys() & against.now.keys()) / max(1.0, side.named)
            for side, against in ((one, other), (other, one))
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
    heads = [each.head.countries or each.body.countries or each.lands for each in (one, other)]
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
    least = max(1.0, min(one.worded, other.worded))
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
