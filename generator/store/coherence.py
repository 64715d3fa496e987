"""Claims that cannot stand side by side: circles, figures related to what is no figure, parts above their whole."""

from collections.abc import Iterator, Mapping

from generator.store.references import is_figure
from generator.store.units import Item

_ANSWERS = ("denial", "confirmation")
_OPEN_BELOW = ("at-most", "less-than", "about", "vague")
_CLOSED_ABOVE = (None, "at-most", "less-than")
_NOT_COUNTS = ("upper", "bound", "vague", "who", "category", "by", "of")


def find_clashes(claims: Mapping[str, Item]) -> frozenset[str]:
    """Ids of the claims that contradict each other in how they are related.

    Args:
        claims: by id.
    """
    clashing: set[str] = set()
    for relation in ("supersedes", "part_of", "responds_to"):
        steps = {name: _target(claim, relation) for name, claim in claims.items()}
        clashing.update(_in_circles(steps))
        for name, other in steps.items():
            if other in claims and not _fits(relation, claims[name], claims[other]):
                clashing |= {name, other}
    return frozenset(clashing)


def in_circles(steps: Mapping[str, str | None]) -> frozenset[str]:
    """Ids from which the steps lead back to themselves."""
    return frozenset(_in_circles(steps))


def _target(claim: Item, relation: str) -> str:
    value = claim.get(relation)
    return str(value["claim"] if isinstance(value, dict) else value or "")


def _in_circles(steps: Mapping[str, str | None]) -> Iterator[str]:
    for name in steps:
        seen: set[str] = set()
        here = steps[name]
        while here is not None and here in steps and here not in seen and here != name:
            seen.add(here)
            here = steps[here]
        if here == name:
            yield name


def _fits(relation: str, claim: Item, other: Item) -> bool:
    if relation == "responds_to":
        return claim["kind"] in _ANSWERS
    what, whole = claim.get("what", {}), other.get("what", {})
    if not (is_figure(what) and is_figure(whole) and ("of" in what) == ("of" in whole)):
        return False
    if relation == "supersedes" or "of" in what:
        return True
    least = None if what.get("bound") in _OPEN_BELOW else _count(what)
    closed = whole.get("bound") in _CLOSED_ABOVE
    most = whole.get("upper") if whole.get("bound") == "range" else _count(whole) if closed else None
    return least is None or most is None or least <= most


def _count(what: Item) -> int | None:
    return next((value for key, value in what.items() if key not in _NOT_COUNTS), None)
