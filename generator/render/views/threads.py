"""Who said what: claims with their answers, blame first, the document's own words last.

A speaker's words that several claims quote are printed once, with all that they come to.
"""

from collections.abc import Iterable

from generator.model.claim import Claim
from generator.model.values import value
from generator.model.vocabulary import DOCUMENT_VOICE, ClaimKind
from generator.render.catalogue import Dossier
from generator.render.forest import Forest, grow_forest
from generator.render.views.claims import ClaimView, claim_view

_BLAME = (
    ClaimKind.RESPONSIBILITY,
    ClaimKind.NO_CLAIM,
    ClaimKind.ACCUSATION,
    ClaimKind.DENIAL,
    ClaimKind.EVENT,
)
_LABELS = ("Responsibility and blame", "Statements", "On the ground and in the document's own words")
_ON_THE_GROUND = (ClaimKind.LOCATION, ClaimKind.RESPONSE, ClaimKind.DAMAGE, ClaimKind.BACKGROUND)


@value
class ThreadGroup:
    """Claims of one sort.

    Attributes:
        label: its heading.
        threads: each claim with its replies.
    """

    label: str
    threads: tuple[ClaimView, ...]


def _answers(dossier: Dossier) -> Forest:
    """Every claim but the figures, below the claim that it answers; a denial of a figure begins a thread."""
    listed = {claim.id: claim.responds_to for claim in dossier.incident.claims if claim.kind is not ClaimKind.TOLL}
    return grow_forest(listed)


def _merged(roots: Iterable[str], answers: Forest, dossier: Dossier) -> dict[str, list[str]]:
    """The claims that begin a thread, each with those of its speaker that quote the same words or the first of them.

    A claim with answers keeps a place of its own.
    """
    hosts: dict[tuple[str, str, int], Claim] = {}
    merged: dict[str, list[str]] = {}
    for root in sorted(roots, key=lambda each: _rank(dossier.claims[each])):
        claim = dossier.claims[root]
        host = hosts.setdefault((claim.said.by, claim.at.document, claim.at.span.start), claim)
        if host is claim or answers.below[root] or not host.at.span.covers(claim.at.span):
            merged[root] = []
        else:
            merged[host.id].append(root)
    return merged


def _thread(claim: str, more: Iterable[str], answers: Forest, dossier: Dossier) -> ClaimView:
    return claim_view(
        dossier.claims[claim],
        dossier,
        replies=tuple(_thread(answer, (), answers, dossier) for answer in answers.below[claim]),
        more=tuple(claim_view(dossier.claims[each], dossier) for each in more),
    )


def _rank(claim: Claim) -> tuple[int, int]:
    """Place of a claim among those that begin a thread: its group, and in the first one what it does."""
    group = _group(claim)
    return group, _BLAME.index(claim.kind) if group == 0 else 0


def _group(claim: Claim) -> int:
    if claim.kind in _BLAME and claim.said.by != DOCUMENT_VOICE:
        return 0
    if claim.kind in _ON_THE_GROUND or claim.said.by == DOCUMENT_VOICE:
        return 2
    return 1


def thread_groups(dossier: Dossier) -> tuple[ThreadGroup, ...]:
    """Every claim but the figures, each once: as a thread, as a reply in one, or with the same words of its speaker."""
    answers = _answers(dossier)
    threads: list[list[ClaimView]] = [[] for _ in _LABELS]
    for root, more in _merged(answers.roots, answers, dossier).items():
        threads[_group(dossier.claims[root])].append(_thread(root, more, answers, dossier))
    return tuple(ThreadGroup(label, tuple(views)) for label, views in zip(_LABELS, threads, strict=True) if views)
