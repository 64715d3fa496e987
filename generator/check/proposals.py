"""Proposals: each waits for an editor."""

from generator.check.finding import Spot, quoted
from generator.model.finding import Finding
from generator.model.incident import Proposal, Record


def check_proposals(record: Record) -> tuple[Finding, ...]:
    """Machine changes that nobody has decided on (``open-proposal``)."""
    return tuple(
        Spot(record, ("proposals", number)).warning(
            "open-proposal",
            expected=f"a decision on {proposal.at}",
            found=_found(proposal),
            hint="run `briefing settle`; or delete the entry to keep the record as it is",
        )
        for number, proposal in enumerate(record.incident.proposals)
    )


def _found(proposal: Proposal) -> str:
    if proposal.theirs is None:
        said = "that the machine does not read it any more"
    elif proposal.ours is None:
        said = "something that the machine reads and the record has not"
    else:
        said = "another reading of the machine"
    return f"{said} ({quoted(proposal.why)})" if proposal.why else said
