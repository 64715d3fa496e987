"""All checks of a workspace, as one sorted list of findings."""

from collections.abc import Mapping, Sequence

from generator.check.belligerents import check_belligerents
from generator.check.chains import check_chains
from generator.check.counts import check_counts
from generator.check.dates import check_dates
from generator.check.drift import check_drift
from generator.check.ids import check_ids, check_unique_ids, file_id
from generator.check.links import check_links
from generator.check.people import check_people
from generator.check.proposals import check_proposals
from generator.check.prose import check_prose
from generator.check.provenance import check_provenance
from generator.check.references import check_references
from generator.check.schema import check_schema
from generator.check.seals import check_seals
from generator.check.sources import check_sources
from generator.check.tombstones import check_tombstones
from generator.errors import InvalidRecord
from generator.model.document import Document
from generator.model.finding import Finding
from generator.model.incident import Record

_NO_TEXTS: Mapping[str, str] = {}
_NO_SEALS: Mapping[str, Mapping[str, str]] = {}


def check_workspace(
    records: Sequence[Record],
    documents: Mapping[str, Document],
    *,
    canonical: Mapping[str, str] = _NO_TEXTS,
    seals: Mapping[str, Mapping[str, str]] = _NO_SEALS,
    schema_errors: Sequence[InvalidRecord] = (),
) -> tuple[Finding, ...]:
    """Everything that `briefing check` reports of a workspace, by file, line and column.

    Args:
        records: the records of ``content/incidents/`` that could be read, with their texts and positions.
        documents: name below ``seeds/`` -> decoded document, of all that could be read.
        canonical: record file -> its record as the emitter writes it.
        seals: record file -> claim id -> the seal that the claim would have as it stands.
        schema_errors: what the loader said of the other record files.
    """
    unread = frozenset(file_id(error.file) for error in schema_errors)
    findings = [
        *check_schema(schema_errors),
        *check_drift(records, canonical),
        *check_unique_ids(records),
        *check_links(records, unread=unread),
        *(finding for record in records for finding in check_record(record, documents)),
        *(finding for record in records for finding in check_seals(record, seals.get(record.file, _NO_TEXTS))),
    ]
    return tuple(sorted(findings, key=lambda finding: finding.order))


def check_record(record: Record, documents: Mapping[str, Document]) -> tuple[Finding, ...]:
    """What can be said of one record without the others, by line and column.

    A record that was merged into another only leads there: what it says is looked at where it stands now.
    """
    if record.incident.status is not None and record.incident.status.merged_into is not None:
        return check_ids(record)
    findings = (
        *check_ids(record),
        *check_sources(record, documents),
        *check_provenance(record, documents),
        *check_references(record),
        *check_chains(record),
        *check_counts(record),
        *check_belligerents(record),
        *check_prose(record),
        *check_dates(record, documents),
        *check_people(record),
        *check_tombstones(record),
        *check_proposals(record),
    )
    return tuple(sorted(findings, key=lambda finding: finding.order))
