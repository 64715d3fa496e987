"""Who said what: claims with their answers, blame first, the document's own words last."""

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


def _thread(claim: str, answers: Forest, dossier: Dossier) -> ClaimView:
    replies = tuple(_thread(answer, answers, dossier) for answer in answers.below[claim])
    return claim_view(dossier.claims[claim], dossier, replies=replies)


def _group(claim: Claim) -> int:
    if claim.kind in _BLAME and claim.said.by != DOCUMENT_VOICE:
        return 0
    if claim.kind in _ON_THE_GROUND or claim.said.by == DOCUMENT_VOICE:
        return 2
    return 1


def thread_groups(dossier: Dossier) -> tuple[ThreadGroup, ...]:
    """Every claim but the figures, each once: as a thread or as a reply in one."""
    labels = ("Responsibility and blame", "Statements", "On the ground and in the document's own words")
    threads: dict[int, list[ClaimView]] = {number: [] for number in range(len(labels))}
    answers = _answers(dossier)
    for root in answers.roots:
        threads[_group(dossier.claims[root])].append(_thread(root, answers, dossier))
    order = list(_BLAME)
    groups = []
    for number, label in enumerate(labels):
        views = threads[number]
        if number == 0:
            views = sorted(views, key=lambda view: order.index(dossier.claims[view.id].kind))
        if views:
            groups.append(ThreadGroup(label, tuple(views)))
    return tuple(groups)
