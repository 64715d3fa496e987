"""Seals: what an editor said of a claim is about the claim as it stands."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.check.finding import Spot, quoted
from generator.model.finding import Finding, Severity
from generator.model.incident import Record
from generator.model.vocabulary import ReviewState


def check_seals(record: Record, seals: Mapping[str, str]) -> tuple[Finding, ...]:
    """Claims changed since they were reviewed (``broken-seal``), unsealed reviews, disputed claims.

    Args:
        record: the record.
        seals: the seal that each claim would have as it stands, by claim id; a claim that is missing is passed over.
    """
    return tuple(_of_record(record, seals))


def _of_record(record: Record, seals: Mapping[str, str]) -> Iterator[Finding]:
    for number, claim in enumerate(record.incident.claims):
        review, now = claim.review, seals.get(claim.id)
        if review is None or now is None:
            continue
        spot = Spot(record, ("claims", number, "review"))
        if review.seal is None:
            yield spot.warning(
                "seal-missing",
                expected=f"the seal {now} beside {review.state}",
                found="none",
                hint=f"run `briefing accept` for {claim.id}, which seals what was read",
            )
        elif review.seal != now:
            yield spot.at("seal").warning(
                "broken-seal",
                expected=f"the claim as {quoted(review.by)} {review.state} it",
                found="one that was changed since",
                hint=f"look at {claim.id} again, then run `briefing accept`, or take the review out",
            )
        elif review.state is ReviewState.DISPUTED:
            found = f"{claim.id}, which {quoted(review.by)} disputes"
            told = spot.error("disputed-claim", expected="a claim that nobody disputes", found=found)
            yield replace(told, severity=Severity.NOTE)
