"""Freshly extracted incidents meet the records that people edit."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path

from generator.link.headlines import link_headlines
from generator.model.incident import Incident, Record, RelatedHeadline
from generator.pipeline.doubts import People
from generator.pipeline.headlines import HeadlineReader, without_shadows
from generator.pipeline.regrouping import Standing, place_words
from generator.pipeline.seeds import Harvest
from generator.pipeline.threads import Threader
from generator.settings import Workspace
from generator.store.contents import read_absent, read_contents
from generator.store.journal import Write
from generator.store.jsonschema import schema_text
from generator.store.reconcile import Plan, plan
from generator.store.regrouping import find_parted, find_touched, regroup
from generator.store.repository import Reconciled, apply, read_records

_SCHEMA = "incident.schema.json"


def bring_up_to_date(
    workspace: Workspace, harvest: Harvest, headlines: HeadlineReader, *, on: date, threader: Threader | None = None
) -> Reconciled:
    """Join what the documents tell, group the records anew that no person touched, and write what is news.

    Args:
        workspace: where the records lie; held by the caller.
        harvest: what the documents gave.
        headlines: reads what headlines name.
        on: day of the run, for the history.
        threader: one that knows the stories of an earlier run.

    Raises:
        BriefingError: the disk refused; then all files are as they were, or as they should be.
    """
    records = read_records(workspace)[0]
    stored = tuple(record.incident for record in records)
    is_touched = find_touched(workspace, records)
    known = (*stored, *read_absent(workspace, records))
    threader = threader or Threader(headlines.threads)
    threaded = threader.thread(harvest.incidents, harvest.stories, known, People(is_touched, find_parted(workspace)))
    standing = Standing(stored, is_touched, lambda file: not os.path.lexists(workspace.seeds / file))
    placed = place_words(threaded, standing)
    regrouped = regroup(workspace, records, placed.regrouping, on=on)
    update = update_records(workspace, placed.incidents, headlines, on=on)
    changed = tuple(dict.fromkeys((*regrouped.changed, *update.changed)))
    return Reconciled(changed, (*threaded.findings, *regrouped.findings, *update.findings))


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
    known = {record.incident.id: record.incident for record in stored} | dict(step.records)
    standing = {each.id: each for each in without_shadows(known.values())}
    first = {each.id: each for each in reversed(extracted) if step.holders.get(each.id) in standing}
    listed: dict[str, list[RelatedHeadline]] = {}
    for each in first.values():
        name = step.holders[each.id]
        listed.setdefault(name, []).extend(_as_carried(each, standing[name]))
    world = {name: replace(each, related=tuple(listed.get(name, each.related))) for name, each in standing.items()}
    links = _links(world, headlines)
    found = {name: iter(links[name].related) for name in listed}
    own = {name: tuple(islice(found[step.holders[name]], len(each.related))) for name, each in first.items()}
    return tuple(_with_links(each, own[each.id]) if first.get(each.id) is each else each for each in extracted)


def _as_carried(incident: Incident, record: Incident) -> tuple[RelatedHeadline, ...]:
    """The headlines of an extracted incident in the documents of its record, whatever their numbers are there."""
    known = {each.sha256: each.id for each in record.documents}
    names = {each.id: known.get(each.sha256, each.id) for each in incident.documents}
    return tuple(
        replace(each, at=replace(each.at, document=names.get(each.at.document, each.at.document)))
        for each in incident.related
    )


def _with_links(incident: Incident, linked: Sequence[RelatedHeadline]) -> Incident:
    """The extracted incident with the links that were found for its headlines, in its own documents."""
    related = (replace(each, at=own.at) for each, own in zip(linked, incident.related, strict=True))
    return replace(incident, related=tuple(related))


def _links(incidents: Mapping[str, Incident], headlines: HeadlineReader) -> dict[str, Incident]:
    whole = tuple(incidents[name] for name in sorted(incidents))
    linked = link_headlines(whole, headlines.read(whole), headlines.threads, headlines.stories)
    return {incident.id: incident for incident in linked}


def _schema(content: Path) -> tuple[Write, ...]:
    """The schema that editors' programs check records with, as a write."""
    path = content / _SCHEMA
    return (Write(_SCHEMA, schema_text().encode(), path.read_bytes() if path.is_file() else None),)
