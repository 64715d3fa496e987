"""Strands of the toll: the figures of one outcome and the same persons, and how far apart they are.

A strand has a lowest, a highest and a latest figure, each as somebody gave it. None of them is computed from others,
and none is called the true one.
"""

from collections.abc import Sequence

from generator.model.claim import Claim, Toll
from generator.model.partialdate import PartialDate
from generator.model.values import value
from generator.model.vocabulary import Category, Outcome
from generator.render.catalogue import Dossier
from generator.render.views.ledger import Counted, Ledger, is_subset, persons_key

_Key = tuple[Outcome, tuple[Category, str], tuple[str, ...]]


@value
class Strand:
    """Figures of the same persons.

    Attributes:
        outcome: what happened to them.
        counted: every figure, in the order given.
        standing: those that nothing replaces and that are no part of another one.
    """

    outcome: Outcome
    counted: tuple[Counted, ...]
    standing: tuple[Counted, ...]


@value
class Spread:
    """How far apart the figures of a strand are.

    Attributes:
        lowest: the first of those with the smallest count.
        highest: the first of those with the largest count.
        latest: those of the last known day, each figure once; empty where no day is known.
        day: that day.
    """

    lowest: Counted
    highest: Counted
    latest: tuple[Counted, ...]
    day: PartialDate | None


def strands_of(counted: Sequence[Counted], ledger: Ledger, dossier: Dossier) -> tuple[Strand, ...]:
    """The figures by outcome, persons and place, in the order of each strand's first figure."""
    gathered: dict[_Key, list[Counted]] = {}
    for claim, toll in counted:
        key = (toll.outcome, persons_key(toll), tuple(sorted(claim.where)))
        gathered.setdefault(key, []).append((claim, toll))
    return tuple(
        Strand(
            outcome,
            tuple(pairs),
            tuple(pair for pair in pairs if pair[0].id not in ledger.replaced and not is_subset(*pair, dossier)),
        )
        for (outcome, _, _), pairs in gathered.items()
    )


def told_on(claim: Claim, dossier: Dossier) -> PartialDate | None:
    """The day on which a figure was given: that of the speech where it is known, else that of the document."""
    document = dossier.documents.get(claim.at.document)
    return claim.said.when or (document.published if document else None)


def figure_key(toll: Toll) -> tuple[object, ...]:
    """What two figures have in common that say the same number in the same way."""
    return toll.count, toll.upper, toll.bound, toll.vague if toll.count is None else None


def spread_of(strand: Strand, dossier: Dossier) -> Spread | None:
    """How far apart the standing figures are; None where fewer than two differ."""
    numbers = [(claim, toll) for claim, toll in strand.standing if toll.count is not None]
    if len({figure_key(toll) for _, toll in numbers}) < 2:
        return None
    latest, day = _latest(strand.standing, dossier)
    return Spread(
        lowest=min(numbers, key=lambda pair: pair[1].count or 0),
        highest=max(numbers, key=lambda pair: pair[1].upper or pair[1].count or 0),
        latest=latest,
        day=day,
    )


def _latest(counted: Sequence[Counted], dossier: Dossier) -> tuple[tuple[Counted, ...], PartialDate | None]:
    """The figures of the last known day; a document that prints another one again makes no figure newer."""
    again = {each.document for each in dossier.catalogue.site.reprints.get(dossier.incident.id, ())}
    told = [
        (day, claim, toll)
        for claim, toll in counted
        if claim.at.document not in again and (day := told_on(claim, dossier)) is not None
    ]
    if not told:
        return (), None
    last = max(day for day, _, _ in told)
    figures: dict[tuple[object, ...], Counted] = {}
    for day, claim, toll in told:
        if day == last:
            figures.setdefault(figure_key(toll), (claim, toll))
    return tuple(figures.values()), last
