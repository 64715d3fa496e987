"""Freshly extracted incidents meet the records that people edit."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path

from generator.link.headlines import link_headlines
from generator.model.incident import Incident, Record, RelatedHeadline
from generator.pipeline.headlines import HeadlineReader
from generator.settings import Workspace
from generator.store.contents import read_contents
from generator.store.journal import Write
from generator.store.jsonschema import schema_text
from generator.store.reconcile import Plan, plan
from generator.store.repository import Reconciled, apply, read_records

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
    stored = read_records(workspace)[0]
    contents = read_contents(workspace, extracted, stored)
    linked = _linked(extracted, stored, plan(extracted, contents, on=on), headlines)
    step = plan(linked, contents, on=on)
    return Reconciled(apply(workspace, (*step.writes, *_schema(workspace.content))), step.findings)


def _linked(
    extracted: Sequence[Incident], stored: Sequence[Record], step: Plan, headlines: HeadlineReader
) -> tuple[Incident, ...]:
    """The extracted incidents with their headlines linked to what will stand in the workspace.

    Links are found among the records as people have them, edits and all; but which headlines there are, and that they
    are still open, is the machine's own word, so that the same documents give the same links in every run.
    """
    standing = {record.incident.id: record.incident for record in stored} | dict(step.records)
    first = {each.id: each for each in reversed(extracted) if step.holders.get(each.id) in standing}
    listed: dict[str, list[RelatedHeadline]] = {}
    for each in first.values():
        listed.setdefault(step.holders[each.id], []).extend(each.related)
    world = {name: replace(each, related=tuple(listed.get(name, each.related))) for name, each in standing.items()}
    links = _links(world, headlines)
    found = {name: iter(links[name].related) for name in listed}
    own = {name: tuple(islice(found[step.holders[name]], len(each.related))) for name, each in first.items()}
    return tuple(replace(each, related=own[each.id]) if first.get(each.id) is each else each for each in extracted)


def _links(incidents: Mapping[str, Incident], headlines: HeadlineReader) -> dict[str, Incident]:
    whole = tuple(incidents[name] for name in sorted(incidents))
    return {incident.id: incident for incident in link_headlines(whole, headlines.read(whole), headlines.threads)}


def _schema(content: Path) -> tuple[Write, ...]:
    """The schema that editors' programs check records with, as a write."""
    path = content / _SCHEMA
    return (Write(_SCHEMA, schema_text().encode(), path.read_bytes() if path.is_file() else None),)
