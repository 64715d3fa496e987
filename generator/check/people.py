"""People: what an editor took away says why."""

from generator.check.finding import Spot
from generator.model.finding import Finding
from generator.model.incident import Record


def check_people(record: Record) -> tuple[Finding, ...]:
    """Deletions without a reason (``reason-missing``); a withdrawal without one is no valid record."""
    return tuple(
        Spot(record, ("rejected", number)).warning(
            "reason-missing",
            expected=f"why {tombstone.id} was deleted",
            found="no reason",
            hint="add why: to the entry",
        )
        for number, tombstone in enumerate(record.incident.rejected)
        if not (tombstone.why or "").strip()
    )
