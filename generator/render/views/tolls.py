"""The toll table: every figure of persons with its speaker; what is superseded is struck, what differs is named.

Figures of the same persons stand together. Where they differ, a line above them gives the lowest, the latest and the
highest, so that a reader can take the range along with the names behind it.
"""

from collections.abc import Iterable, Iterator

from generator.model.claim import Claim, Toll
from generator.model.values import value
from generator.model.vocabulary import Outcome
from generator.render.addresses import claim_anchor
from generator.render.catalogue import Dossier
from generator.render.phrase import Phrase, link, listing, phrase, plain, quoted
from generator.render.views.backing import backing_remarks
from generator.render.views.claims import caveats_of, day_words, speaker_words, standing_of
from generator.render.views.gists import counted_persons
from generator.render.views.ledger import Counted, Ledger, open_ledger
from generator.render.views.reports import report_href
from generator.render.views.strands import Strand, figure_key, spread_of, strands_of
from generator.render.words import category_words, date_words, figure_words, kind_words, outcome_words

_MOST_OTHERS = 6
"""Differing figures that a row names; all stand in the table, and a row that named hundreds would bury its own."""


@value
class TollRow:
    """One figure.

    Attributes:
        anchor: id of the row.
        permalink: link to the row.
        id: the claim's id.
        figure: the figure with its bound, without a link.
        href: link to the sentence it stands in, or None.
        who: the counted persons, and by whose hand where the text says so.
        speaker: who says it, with role.
        day: when it was said; never empty.
        quote: the document's words.
        superseded: whether the text replaces it by a later figure.
        remarks: superseded, differing, inferred, scope: all in words.
        standing: whether an editor looked at it, and what became of it since; never empty.
        report: address of a form that names the claim, or None.
    """

    anchor: str
    permalink: str
    id: str
    figure: Phrase
    href: str | None
    who: Phrase
    speaker: Phrase
    day: Phrase
    quote: str
    superseded: bool
    remarks: tuple[Phrase, ...]
    standing: Phrase
    report: str | None


@value
class TollStrand:
    """Figures of the same persons.

    Attributes:
        persons: whom they count.
        range: the lowest, the latest and the highest figure with those who give them; empty where none differ.
        differing: whether speakers differ over a figure.
        rows: the figures; a superseded one stands below the one that replaces it.
    """

    persons: Phrase
    range: tuple[tuple[str, Phrase], ...]
    differing: bool
    rows: tuple[TollRow, ...]


@value
class TollGroup:
    """Figures of one outcome.

    Attributes:
        label: the outcome, in words.
        strands: its figures by the persons they count.
        differing: whether speakers differ over a figure.
    """

    label: str
    strands: tuple[TollStrand, ...]
    differing: bool

    @property
    def rows(self) -> tuple[TollRow, ...]:
        """All figures, strand by strand."""
        return tuple(row for strand in self.strands for row in strand.rows)


def _named_figure(claim: Claim, dossier: Dossier) -> Phrase:
    """``145 (Sarfaraz Bugti)``, the figure as a link to its row."""
    words = plain(_figure(claim.what)) if isinstance(claim.what, Toll) else claim.id
    return phrase(quoted(words, href=dossier.claim_href(claim.id)), " (", dossier.actor(claim.said.by), ")")


def _figure(toll: Toll) -> Phrase:
    return figure_words(toll.count, toll.upper, toll.bound, toll.vague)


def _others(claims: Iterable[Claim], dossier: Dossier) -> Phrase:
    """Figures that differ from one, each once with the first who gives it; of many the first ones, the rest counted."""
    first: dict[object, Claim] = {}
    for claim in claims:
        first.setdefault(figure_key(claim.what) if isinstance(claim.what, Toll) else claim.id, claim)
    rest = len(first) - _MOST_OTHERS
    named = [_named_figure(claim, dossier) for claim in list(first.values())[: _MOST_OTHERS if rest > 1 else None]]
    return listing([*named, f"{rest:,} other figures"] if rest > 1 else named)


def _remarks(claim: Claim, ledger: Ledger, dossier: Dossier) -> Iterator[Phrase]:
    later = ledger.replaced.get(claim.id)
    if later is not None and later.supersedes is not None:
        basis = quoted(later.supersedes.basis, href=dossier.source_href(later.supersedes.at))
        yield phrase("Superseded by ", _named_figure(later, dossier), ": the text says “", basis, "”.")
    if claim.supersedes is not None and claim.supersedes.claim in dossier.claims:
        yield phrase("Replaces ", _named_figure(dossier.claims[claim.supersedes.claim], dossier), ".")
    others = ledger.differing.get(claim.id, ())
    if others:
        yield phrase("Accounts differ: ", _others(others, dossier), ".")
    larger = dossier.claims.get(claim.part_of or "")
    if larger is not None:
        yield phrase("Part of ", _named_figure(larger, dossier), ".")
    for answer in ledger.answers.get(claim.id, ()):
        kind = link(kind_words(answer.kind), dossier.claim_href(answer.id))
        yield phrase(kind, " by ", dossier.actor(answer.said.by), ".")
    yield from backing_remarks(claim, dossier)
    yield from caveats_of(claim, dossier)


def _row(claim: Claim, toll: Toll, ledger: Ledger, dossier: Dossier) -> TollRow:
    by = phrase(", by ", quoted(toll.by)) if toll.by else ()
    unstated = "not clear" if "day" in claim.said.ambiguous else "not stated"
    return TollRow(
        anchor=claim_anchor(claim.id),
        permalink=dossier.claim_href(claim.id),
        id=claim.id,
        figure=_figure(toll),
        href=dossier.source_href(claim.at),
        who=phrase(counted_persons(toll), by),
        speaker=speaker_words(claim, dossier),
        day=day_words(claim) or phrase(unstated),
        quote=claim.quote,
        superseded=claim.id in ledger.replaced,
        remarks=tuple(_remarks(claim, ledger, dossier)),
        standing=standing_of(claim, dossier),
        report=report_href(dossier, claim),
    )


def _ordered(outcome: Outcome, ledger: Ledger) -> list[Counted]:
    """Figures of an outcome in the record's order, each followed by the one it replaces."""
    counted = {claim.id: (claim, toll) for claim, toll in ledger.counted if toll.outcome is outcome}
    ordered: dict[str, Counted] = {}
    current = [identifier for identifier in counted if identifier not in ledger.replaced]
    for identifier in (*current, *counted):
        following: str | None = identifier
        while following in counted and following not in ordered:
            claim, _ = ordered[following] = counted[following]
            following = claim.supersedes.claim if claim.supersedes else None
    return list(ordered.values())


def _range(strand: Strand, dossier: Dossier) -> tuple[tuple[str, Phrase], ...]:
    """``Lowest 4 (Ihor Mazur)``, ``Latest 8 (…), Friday, 12 September 2025``, ``Highest 8 (…)``."""
    spread = spread_of(strand, dossier)
    if spread is None:
        return ()
    latest = phrase("not known, since no day is stated")
    if spread.day is not None:
        named = listing(_named_figure(claim, dossier) for claim, _ in spread.latest)
        latest = phrase(named, f", {date_words(spread.day)}")
    return (
        ("Lowest", _named_figure(spread.lowest[0], dossier)),
        ("Latest", latest),
        ("Highest", _named_figure(spread.highest[0], dossier)),
    )


def _persons(strand: Strand) -> Phrase:
    """Whom a strand counts: the words of its figures where these agree, else those of their category."""
    told = dict.fromkeys(counted_persons(toll) for _, toll in strand.counted)
    return next(iter(told)) if len(told) == 1 else phrase(category_words(strand.counted[0][1].category))


def _strand(strand: Strand, ledger: Ledger, dossier: Dossier) -> TollStrand:
    return TollStrand(
        persons=_persons(strand),
        range=_range(strand, dossier),
        differing=any(claim.id in ledger.differing for claim, _ in strand.counted),
        rows=tuple(_row(claim, toll, ledger, dossier) for claim, toll in strand.counted),
    )


def toll_groups(dossier: Dossier) -> tuple[TollGroup, ...]:
    """The toll table, by outcome in the codebook's order and then by the persons counted."""
    ledger = open_ledger(dossier)
    groups = []
    for outcome in Outcome:
        strands = tuple(
            _strand(strand, ledger, dossier) for strand in strands_of(_ordered(outcome, ledger), ledger, dossier)
        )
        if strands:
            differing = any(strand.differing for strand in strands)
            groups.append(TollGroup(outcome_words(outcome).capitalize(), strands, differing))
    return tuple(groups)
