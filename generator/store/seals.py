"""Seals: a claim as an editor reviewed it, as a short digest that a later change breaks."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace

from generator.model.claim import Claim, Review
from generator.model.incident import Incident
from generator.model.vocabulary import ReviewState
from generator.store.units import Item, plain
from generator.store.wireclaim import claim_data

_DIGITS = 8


def seal_of(claim: Claim) -> str:
    """First 8 hex digits of the sha256 over the claim's canonical JSON.

    The review itself and the places of its passages are left out: an offset that moves with the text breaks no seal.
    """
    return _digest(claim_data(claim))


def seals_of(incident: Incident) -> Mapping[str, str]:
    """The seal that each claim of a record would have now, by claim id."""
    return {claim.id: seal_of(claim) for claim in incident.claims}


def is_sealed(claim: Claim) -> bool:
    """Whether the claim carries a seal and still is what was sealed."""
    return claim.review is not None and claim.review.seal == seal_of(claim)


def is_broken(claim: Claim) -> bool:
    """Whether the claim was changed since it was sealed."""
    return claim.review is not None and claim.review.seal not in (None, seal_of(claim))


def is_held(claim: Item) -> bool:
    """Whether an editor's review holds a claim, given as plain data, against the machine.

    Accepted and disputed claims are held alike, since both words are about the value that stood there; a review
    without a seal holds, one with a broken seal does not.
    """
    review = claim.get("review")
    return review is not None and review.get("seal") in (None, _digest(claim))


def _digest(claim: Mapping[str, object]) -> str:
    content = {key: plain(value) for key, value in claim.items() if key not in ("review", "at")}
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def resealed(claim: Item, *, by: str | None) -> Item:
    """A reviewed claim, given as plain data, after a change that an editor made: sealed anew, or without a review."""
    bare = {key: value for key, value in claim.items() if key != "review"}
    return {**bare, "review": {"state": "accepted", "by": by, "seal": _digest(bare)}} if by else bare


def sealed(claim: Claim, *, state: ReviewState, by: str) -> Claim:
    """The claim with an editor's word on it, sealed as it is now."""
    return replace(claim, review=Review(state, by, seal_of(claim)))
