"""Denials find the claim that they answer."""

import re
from collections.abc import Sequence

from generator.assemble.coreference import Cast
from generator.assemble.statements import Drafted
from generator.model.claim import Claim, Party
from generator.model.values import replace
from generator.model.vocabulary import DOCUMENT_VOICE, ClaimKind

_POINTS = re.compile(
    r"\b(?:the|that|this|those|these) "
    r"(?:charge|allegation|accusation|claim|assertion|suggestion|imputation|insinuation|version)s?\b|\bdenied it\b"
)
"""Words of a denial that point back to the accusation just reported."""
_REACH = 3
"""Sentences that such words reach back."""
_ANSWERABLE = (ClaimKind.ACCUSATION, ClaimKind.RESPONSIBILITY)


def answer_claims(cast: Cast, drafted: Sequence[Drafted]) -> list[Drafted]:
    """The claims with ``responds_to`` where a denial answers one earlier accusation and can mean no other."""
    answered: list[Drafted] = []
    for number, draft in enumerate(drafted):
        target = None
        if _may_answer(draft):
            target = _target(cast, draft, [*drafted[:number], *(late for late in drafted[number:] if late.earlier)])
        answered.append(replace(draft, claim=replace(draft.claim, responds_to=target)) if target is not None else draft)
    return answered


def _may_answer(draft: Drafted) -> bool:
    return draft.claim.kind is ClaimKind.DENIAL and draft.mention.answers


def _target(cast: Cast, draft: Drafted, drafted: Sequence[Drafted]) -> str | None:
    """The last accusation of the speaker or of the speaker's side; else the only one that somebody else made."""
    speaker = draft.claim.said.by
    accusations = [
        claim
        for claim in (other.claim for other in drafted)
        if claim.kind in _ANSWERABLE and claim.said.by not in (speaker, DOCUMENT_VOICE)
    ]
    own = [
        claim
        for claim in accusations
        if claim.kind is ClaimKind.ACCUSATION and _side(cast, speaker) & _accused(cast, claim)
    ]
    if own:
        return own[-1].id
    if _POINTS.search(draft.claim.quote):
        near = [
            other.claim
            for other in drafted
            if other.claim in accusations and 0 <= draft.sentence - other.sentence <= _REACH
        ]
        if near:
            return near[-1].id
    blamed = [claim for claim in accusations if claim.kind is ClaimKind.ACCUSATION]
    return blamed[0].id if len(blamed) == 1 and not _accused(cast, blamed[0]) else None


def _accused(cast: Cast, claim: Claim) -> set[str]:
    return set().union(*(_side(cast, who) for who in claim.what.who)) if isinstance(claim.what, Party) else set()


def _side(cast: Cast, actor: str) -> set[str]:
    """The actor's id and, for a government, its officials and forces, the country."""
    if actor not in cast.ids:
        return {actor}
    mention = cast.entities[cast.ids.index(actor)].mention
    return {actor, f"country:{mention.country}"} if mention.country is not None else {actor}
