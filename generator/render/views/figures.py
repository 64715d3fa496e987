"""The figures that matter most, for large type and for lists."""

from generator.model.values import value
from generator.model.vocabulary import Outcome
from generator.render.catalogue import Dossier
from generator.render.phrase import Phrase, phrase, quoted
from generator.render.views.claims import counted_outcome, toll_words
from generator.render.views.ledger import Counted, Ledger, open_ledger
from generator.render.words import figure_words


@value
class KeyFigure:
    """A current figure in large type.

    Attributes:
        figure: the figure with its bound.
        href: link to the sentence it stands in, or None.
        words: what it counts.
        speaker: who says it.
        day: when; may be empty.
        differs: whether another speaker gives another figure.
    """

    figure: Phrase
    href: str | None
    words: Phrase
    speaker: Phrase
    day: Phrase
    differs: bool


def _ranked(ledger: Ledger) -> list[Counted]:
    """Current figures by outcome and then in the record's order; parts of a larger figure come last."""
    order = list(Outcome)
    return sorted(ledger.current, key=lambda pair: (pair[0].part_of is not None, order.index(pair[1].outcome)))


def key_figures(dossier: Dossier, *, limit: int) -> tuple[KeyFigure, ...]:
    """The current figures that matter most."""
    ledger = open_ledger(dossier)
    return tuple(
        KeyFigure(
            figure=figure_words(toll.count, toll.upper, toll.bound, toll.vague),
            href=dossier.source_href(claim.at),
            words=counted_outcome(toll),
            speaker=dossier.actor(claim.said.by),
            day=phrase(quoted(claim.said.day)) if claim.said.day else (),
            differs=claim.id in ledger.differing,
        )
        for claim, toll in _ranked(ledger)[:limit]
    )


def toll_line(dossier: Dossier) -> Phrase:
    """The first key figure with its speaker, for lists; empty where there is no figure."""
    ranked = _ranked(open_ledger(dossier))
    if not ranked:
        return ()
    claim, toll = ranked[0]
    return phrase(toll_words(toll), ", according to ", dossier.actor(claim.said.by))
