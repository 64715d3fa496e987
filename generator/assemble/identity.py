"""Ids of claims: kind, subject and speaker; never a value or a date."""

from collections.abc import Sequence

from generator.assemble.statements import Drafted
from generator.model.claim import Claim, Party, Toll
from generator.model.vocabulary import ClaimKind

_VERBS = {
    ClaimKind.RESPONSIBILITY: "responsibility",
    ClaimKind.ACCUSATION: "blames",
    ClaimKind.DENIAL: "denies",
    ClaimKind.CONDEMNATION: "condemns",
    ClaimKind.CONFIRMATION: "confirms",
    ClaimKind.WARNING: "warns",
    ClaimKind.DEMAND: "demands",
    ClaimKind.STATEMENT: "says",
}


def name_claims(drafted: Sequence[Drafted]) -> list[Drafted]:
    """The drafted claims with unique ids, in the same order."""
    taken: set[str] = set()
    counts: dict[str, int] = {}
    named = []
    for draft in drafted:
        base = slug = _base(draft)
        while slug in taken:
            counts[base] = counts.get(base, 1) + 1
            slug = f"{base}-{counts[base]}"
        taken.add(slug)
        named.append(Drafted(_with_id(draft.claim, slug), draft.mention, draft.sentence, draft.subject, draft.earlier))
    return named


def _with_id(claim: Claim, slug: str) -> Claim:
    """The claim under another id; written out, for `dataclasses.replace` takes several times as long."""
    return Claim(
        slug,
        claim.kind,
        claim.said,
        claim.quote,
        claim.at,
        claim.what,
        claim.scope,
        claim.when,
        claim.where,
        claim.supersedes,
        claim.part_of,
        claim.responds_to,
        claim.review,
        claim.grade,
        claim.note,
    )


def _base(draft: Drafted) -> str:
    claim, speaker = draft.claim, draft.claim.said.by
    kind = claim.kind
    if kind is ClaimKind.TOLL and isinstance(claim.what, Toll):
        return f"{claim.what.outcome}-{draft.subject}-{speaker}"
    if kind is ClaimKind.DAMAGE:
        return f"damage-{draft.subject}-{speaker}"
    if kind in _VERBS:
        object_ = (
            claim.what.who[0]
            if isinstance(claim.what, Party) and claim.what.who and kind is not ClaimKind.RESPONSIBILITY
            else draft.subject
        )
        return "-".join(part for part in (speaker, _VERBS[kind], object_) if part)
    return "-".join(part for part in (str(kind), draft.subject, "" if speaker == "document" else speaker) if part)
