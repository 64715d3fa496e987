"""Freshly extracted incidents meet the records that people edit."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from generator.link.headlines import link_headlines
from generator.model.incident import Incident
from generator.pipeline.headlines import HeadlineReader
from generator.settings import Workspace
from generator.store.journal import Write
from generator.store.jsonschema import schema_text
from generator.store.reconcile import Contents, plan
from generator.store.repository import Reconciled, apply, read_contents, read_records

_SCHEMA = "incident.schema.json"


def update_records(
    workspace: Workspace, extracted: Sequence[Incident], headlines: HeadlineReader, *, on: date
) -> Reconciled:
    """Link the headlines of extracted incidents, and write what is news; the workspace is held by the caller.

    Args:
        workspace: where the records lie.
        extracted: every incident that the documents give now.
        headlines: reads what headlines name.
        on: day of the run, for the history.

    Raises:
        BriefingError: the disk refused; then all files are as they were, or as they should be.
    """
    contents = read_contents(workspace, [incident.id for incident in extracted])
    stored = {record.incident.id: record.incident for record in read_records(workspace)[0]}
    linked = _linked(extracted, stored, contents, headlines, on=on)
    step = plan(linked, contents, on=on)
    return Reconciled(apply(workspace, (*step.writes, *_schema(workspace.content))), step.findings)


def _linked(
    extracted: Sequence[Incident],
    stored: Mapping[str, Incident],
    contents: Contents,
    headlines: HeadlineReader,
    *,
    on: date,
) -> tuple[Incident, ...]:
    """The extracted incidents with their headlines linked to what will stand in the workspace.

    Where a person's record stays, headlines lead to that one and not to the machine's idea of it. Which records stay
    is what a plan over the unlinked incidents tells.
    """
    written = {write.path for write in plan(extracted, contents, on=on).writes}
    first = {each.id: each for each in reversed(extracted)}
    news = {name: each for name, each in first.items() if f"incidents/{name}.yml" in written}
    standing = {**stored, **news}
    edited = {name: each for name, each in first.items() if standing.get(name, each) != each}
    links = _links(standing, headlines)
    if edited:  # a machine's word that stays unwritten is linked too, or it would always differ from its last one
        own = _links({**standing, **edited}, headlines)
        links |= {name: own[name] for name in edited}
    return tuple(links.get(each.id, each) if each is first[each.id] else each for each in extracted)


def _links(incidents: Mapping[str, Incident], headlines: HeadlineReader) -> dict[str, Incident]:
    whole = tuple(incidents[name] for name in sorted(incidents))
    return {incident.id: incident for incident in link_headlines(whole, headlines.read(whole))}


def _schema(content: Path) -> tuple[Write, ...]:
    """The schema that editors' programs check records with, as a write."""
    path = content / _SCHEMA
    return (Write(_SCHEMA, schema_text().encode(), path.read_bytes() if path.is_file() else None),)
