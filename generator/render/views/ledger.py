"""An incident's figures of persons weighed against each other: which are superseded, which differ, which are answered.

Nothing is added up. A figure is superseded only where the text says so; two that differ, of the same outcome and
category, by different speakers and neither part of the other, stand side by side as differing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.model.claim import Claim, Toll
from generator.model.values import value
from generator.model.vocabulary import Category, ClaimKind, Outcome
from generator.render.addresses import folded
from generator.render.catalogue import Dossier

_ANYBODY = ("", "people", "persons", "person")

Counted = tuple[Claim, Toll]
"""A claim of a figure, and the figure."""


@value
class Ledger:
    """The figures of one incident.

    Attributes:
        counted: every figure, in the record's order.
        replaced: the claim that replaces each superseded one, by the id of the latter.
        differing: the claims that give another figure for the same persons, by claim id; only where there is one.
        answers: the claims that answer a claim, by its id.
    """

    counted: tuple[Counted, ...]
    replaced: Mapping[str, Claim]
    differing: Mapping[str, tuple[Claim, ...]]
    answers: Mapping[str, tuple[Claim, ...]]

    @property
    def current(self) -> tuple[Counted, ...]:
        """The figures that no other one replaces."""
        return tuple(pair for pair in self.counted if pair[0].id not in self.replaced)


def open_ledger(dossier: Dossier) -> Ledger:
    """Weigh an incident's figures."""
    claims = dossier.incident.claims
    answers: dict[str, tuple[Claim, ...]] = {}
    for claim in claims:
        if claim.responds_to:
            answers[claim.responds_to] = (*answers.get(claim.responds_to, ()), claim)
    ledger = Ledger(
        counted=tuple(
            (claim, claim.what) for claim in claims if claim.kind is ClaimKind.TOLL and isinstance(claim.what, Toll)
        ),
        replaced={claim.supersedes.claim: claim for claim in reversed(claims) if claim.supersedes},
        differing={},
        answers=answers,
    )
    whole = [pair for pair in ledger.current if not is_subset(*pair, dossier)]
    return replace(ledger, differing=_differing(whole))


def is_subset(claim: Claim, toll: Toll, dossier: Dossier) -> bool:
    """Whether a figure is a part of another one of the same category, so that it counts fewer persons by intent."""
    larger = dossier.claims.get(claim.part_of or "")
    return larger is not None and isinstance(larger.what, Toll) and larger.what.category is toll.category


def _differing(counted: Sequence[Counted]) -> dict[str, tuple[Claim, ...]]:
    """What differs from each figure; a word such as "dozens" may mean any number and differs from none."""
    alike: dict[tuple[Outcome, tuple[Category, str]], list[Counted]] = {}
    for pair in counted:
        if pair[1].count is not None:
            alike.setdefault((pair[1].outcome, persons_key(pair[1])), []).append(pair)
    others = (
        (one[0].id, tuple(other[0] for other in those if _differ(one, other)))
        for those in alike.values()
        for one in those
    )
    return {identifier: claims for identifier, claims in others if claims}


def _differ(one: Counted, other: Counted) -> bool:
    """Whether two speakers give different figures for the same kind of persons, neither being part of the other."""
    (claim, toll), (claim_too, toll_too) = one, other
    return (
        claim.said.by != claim_too.said.by
        and (toll.count, toll.upper) != (toll_too.count, toll_too.upper)
        and claim.part_of != claim_too.id
        and claim_too.part_of != claim.id
        and not (claim.where and claim_too.where and set(claim.where) != set(claim_too.where))
    )


def persons_key(toll: Toll) -> tuple[Category, str]:
    """What two figures of the same persons have in common: the category; where it says nothing, the text's word."""
    word = folded(toll.who or "") if toll.category is Category.UNSPECIFIED else ""
    return toll.category, "" if word in _ANYBODY else word
