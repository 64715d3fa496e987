"""The figures that matter most, for large type and for lists."""

from collections.abc import Sequence

from generator.model.claim import Claim
from generator.model.partialdate import PartialDate
from generator.model.values import value
from generator.model.vocabulary import Category, Outcome
from generator.render.catalogue import Dossier
from generator.render.phrase import Phrase, listing, phrase, plain, quoted
from generator.render.views.gists import counted_outcome, toll_words
from generator.render.views.ledger import Counted, Ledger, open_ledger, persons_key
from generator.render.views.strands import told_on
from generator.render.words import counted, figure_words, short_date_words

_SPEAKERS = 2
"""Speakers of one figure that are named; the others are counted."""

_UNKNOWN = PartialDate(1)
"""Stands for a day that is not known, before all others."""


@value
class KeyFigure:
    """A current figure in large type.

    Attributes:
        figure: the figure with its bound.
        href: link to the sentence it stands in, or None.
        words: what it counts.
        whole: figure and what it counts as one phrase, for a running line.
        speaker: who says it.
        day: when; may be empty.
        differs: whether another speaker gives another figure.
    """

    figure: Phrase
    href: str | None
    words: Phrase
    whole: Phrase
    speaker: Phrase
    day: Phrase
    differs: bool


def _ranked(ledger: Ledger, dossier: Dossier) -> list[Counted]:
    """Current figures by outcome: of people in general before those of some of them, then the newest first.

    Parts of a larger figure come last. Figures of one day, or of no known day, keep the record's order.
    """
    order = list(Outcome)
    newest = sorted(ledger.current, key=lambda pair: told_on(pair[0], dossier) or _UNKNOWN, reverse=True)
    return sorted(
        newest,
        key=lambda pair: (
            pair[0].part_of is not None,
            order.index(pair[1].outcome),
            persons_key(pair[1]) != (Category.UNSPECIFIED, ""),
        ),
    )


def _alike(ranked: Sequence[Counted]) -> list[list[Counted]]:
    """Figures that read the same, together: one figure that several give is one figure."""
    gathered: dict[tuple[Outcome, str], list[Counted]] = {}
    for claim, toll in ranked:
        gathered.setdefault((toll.outcome, plain(toll_words(toll))), []).append((claim, toll))
    return list(gathered.values())


def _speakers(alike: Sequence[Counted], dossier: Dossier) -> Phrase:
    names = {claim.said.by: dossier.actor(claim.said.by) for claim, _ in alike}
    first, rest = list(names.values())[:_SPEAKERS], len(names) - _SPEAKERS
    return listing([*first, *([counted(rest, "other")] if rest > 0 else [])])


def _day(claim: Claim, dossier: Dossier, *, differs: bool) -> Phrase:
    """The day as the text names it; of a figure that others differ from, the day on which it was given."""
    if claim.said.day:
        return phrase(quoted(claim.said.day))
    day = told_on(claim, dossier) if differs else None
    return phrase(short_date_words(day)) if day else ()


def key_figures(dossier: Dossier, *, limit: int) -> tuple[KeyFigure, ...]:
    """The current figures that matter most."""
    ledger = open_ledger(dossier)
    figures = []
    for alike in _alike(_ranked(ledger, dossier))[:limit]:
        claim, toll = alike[0]
        differs = any(each.id in ledger.differing for each, _ in alike)
        figures.append(
            KeyFigure(
                figure=figure_words(toll.count, toll.upper, toll.bound, toll.vague),
                href=dossier.source_href(claim.at),
                words=counted_outcome(toll),
                whole=toll_words(toll),
                speaker=_speakers(alike, dossier),
                day=_day(claim, dossier, differs=differs),
                differs=differs,
            )
        )
    return tuple(figures)
