"""Chains of claims and places: a reply answers something, a figure replaces a figure, and nothing runs in a circle."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from generator.check.circles import find_circles
from generator.check.finding import Spot
from generator.model.claim import Claim, Damage, Toll
from generator.model.finding import Finding
from generator.model.incident import Path, Record
from generator.model.vocabulary import ClaimKind

_ANSWERS = frozenset((ClaimKind.DENIAL, ClaimKind.CONFIRMATION))
_UNANSWERABLE = frozenset((ClaimKind.NO_CLAIM, ClaimKind.RESPONSE, ClaimKind.CONDEMNATION))

_SUPERSEDES: Path = ("supersedes", "claim")
_PART_OF: Path = ("part_of",)
_RESPONDS_TO: Path = ("responds_to",)

_STEPS: Mapping[Path, Callable[[Claim], str | None]] = {
    _SUPERSEDES: lambda claim: claim.supersedes.claim if claim.supersedes else None,
    _PART_OF: lambda claim: claim.part_of,
    _RESPONDS_TO: lambda claim: claim.responds_to,
}


def check_chains(record: Record) -> tuple[Finding, ...]:
    """Replies that answer nothing (``odd-reply``), ``unlike-figures``, and ``circular-reference``."""
    return (*_replies(record), *_figures(record), *_circles(record))


def _replies(record: Record) -> Iterator[Finding]:
    claims = {claim.id: claim for claim in record.incident.claims}
    for number, claim in enumerate(record.incident.claims):
        spot = Spot(record, ("claims", number))
        answered = claims.get(claim.responds_to or "")
        if claim.responds_to is not None and claim.kind not in _ANSWERS:
            hint = "only these answer a claim: mend the kind, or take responds_to out"
            yield spot.at("kind").error("odd-reply", expected="denial or confirmation", found=claim.kind, hint=hint)
        elif answered is not None and answered.kind in _UNANSWERABLE:
            yield spot.at(*_RESPONDS_TO).warning(
                "odd-reply", expected="a claim that can be denied or confirmed", found=f"{answered.kind} {answered.id}"
            )


def _figures(record: Record) -> Iterator[Finding]:
    claims = {claim.id: claim for claim in record.incident.claims}
    for number, claim in enumerate(record.incident.claims):
        for path in (_SUPERSEDES, _PART_OF):
            other = claims.get(_STEPS[path](claim) or "")
            if other is not None and not _are_alike(claim, other):
                yield Spot(record, ("claims", number, *path)).error(
                    "unlike-figures",
                    expected="two tolls, or two counts of damage",
                    found=f"{claim.kind} {claim.id} and {other.kind} {other.id}",
                )


def _are_alike(one: Claim, other: Claim) -> bool:
    return any(isinstance(one.what, kind) and isinstance(other.what, kind) for kind in (Toll, Damage))


def _circles(record: Record) -> Iterator[Finding]:
    incident = record.incident
    for path, target in _STEPS.items():
        yield from _found_circles(record, "claims", path, [(claim.id, target(claim)) for claim in incident.claims])
    yield from _found_circles(record, "places", ("in",), [(place.id, place.within) for place in incident.places])


def _found_circles(record: Record, name: str, path: Path, steps: Sequence[tuple[str, str | None]]) -> Iterator[Finding]:
    """Circles among the entries of the list ``name``, each with the id it leads to."""
    numbers = {one: number for number, (one, _) in enumerate(steps)}
    for circle in find_circles(dict(steps)):
        yield Spot(record, (name, numbers[circle[0]], *path)).error(
            "circular-reference",
            expected="a chain that ends",
            found=" → ".join((*circle, circle[0])),
            hint="take one step out",
        )
