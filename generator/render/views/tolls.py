"""The toll table: every figure of persons with its speaker; what is superseded is struck, what differs is named."""

from collections.abc import Iterator

from generator.model.claim import Claim, Toll
from generator.model.values import value
from generator.model.vocabulary import Outcome
from generator.render.addresses import claim_anchor
from generator.render.catalogue import Dossier
from generator.render.phrase import Phrase, link, listing, phrase, plain, quoted
from generator.render.views.backing import backing_remarks
from generator.render.views.claims import (
    caveats_of,
    counted_persons,
    day_words,
    speaker_words,
    verdict_of,
)
from generator.render.views.ledger import Counted, Ledger, open_ledger
from generator.render.views.reports import report_href
from generator.render.words import figure_words, kind_words, outcome_words


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
        verdict: an editor's word on it; may be empty.
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
    verdict: Phrase
    report: str | None


@value
class TollGroup:
    """Figures of one outcome.

    Attributes:
        label: the outcome, in words.
        rows: its figures; a superseded one stands below the one that replaces it.
        differing: whether speakers differ over a figure.
    """

    label: str
    rows: tuple[TollRow, ...]
    differing: bool


def _named_figure(claim: Claim, dossier: Dossier) -> Phrase:
    """``145, Sarfaraz Bugti``, as a link to its row."""
    toll = claim.what
    figure = figure_words(toll.count, toll.upper, toll.bound, toll.vague) if isinstance(toll, Toll) else ()
    words = plain(figure) or claim.id
    return phrase(quoted(words, href=dossier.claim_href(claim.id)), " (", dossier.actor(claim.said.by), ")")


def _remarks(claim: Claim, ledger: Ledger, dossier: Dossier) -> Iterator[Phrase]:
    later = ledger.replaced.get(claim.id)
    if later is not None and later.supersedes is not None:
        basis = quoted(later.supersedes.basis, href=dossier.source_href(later.supersedes.at))
        yield phrase("Superseded by ", _named_figure(later, dossier), ": the text says “", basis, "”.")
    if claim.supersedes is not None and claim.supersedes.claim in dossier.claims:
        yield phrase("Replaces ", _named_figure(dossier.claims[claim.supersedes.claim], dossier), ".")
    others = ledger.differing.get(claim.id, ())
    if others:
        yield phrase("Accounts differ: ", listing(_named_figure(other, dossier) for other in others), ".")
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
        figure=figure_words(toll.count, toll.upper, toll.bound, toll.vague),
        href=dossier.source_href(claim.at),
        who=phrase(counted_persons(toll), by),
        speaker=speaker_words(claim, dossier),
        day=day_words(claim) or phrase(unstated),
        quote=claim.quote,
        superseded=claim.id in ledger.replaced,
        remarks=tuple(_remarks(claim, ledger, dossier)),
        verdict=verdict_of(claim),
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


def toll_groups(dossier: Dossier) -> tuple[TollGroup, ...]:
    """The toll table, by outcome in the codebook's order."""
    ledger = open_ledger(dossier)
    groups = []
    for outcome in Outcome:
        counted = _ordered(outcome, ledger)
        if counted:
            rows = tuple(_row(claim, toll, ledger, dossier) for claim, toll in counted)
            differing = any(claim.id in ledger.differing for claim, _ in counted)
            groups.append(TollGroup(outcome_words(outcome).capitalize(), rows, differing))
    return tuple(groups)
