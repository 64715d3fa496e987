"""Two records of one incident: the second goes into the first, and leads to it from then on."""

from dataclasses import replace
from datetime import date

from generator.model.incident import Incident, Status
from generator.pipeline.editing import Edited, EditRefused, find_record
from generator.settings import Workspace
from generator.store.edits import Opened, checked, edit_writes, open_record
from generator.store.joining import joined, new_names
from generator.store.journal import held
from generator.store.repository import apply, read_records


def merge_incidents(workspace: Workspace, first: str, second: str, *, on: date) -> Edited:
    """Add all that one record holds to another; it stays, with a status that leads there.

    Args:
        workspace: where they lie.
        first: the record that stays, as an editor names it.
        second: the record that goes into it.
        on: day of the run.

    Raises:
        EditRefused: no such record, or one that is closed or has open proposals.
        BriefingError: together they would break the schema, or they could not be written.
    """
    with held(workspace.content):
        records, faults = read_records(workspace)
        found = [find_record(records, faults, name) for name in (first, second)]
        opened, other = (open_record(workspace, each, records, on=on.isoformat()) for each in found)
        ours, theirs = opened.record.incident, other.record.incident
        if theirs.status is not None and theirs.status.merged_into == ours.id:
            return Edited(ours.id, (), (f"{theirs.id}: merged already",))
        _check(ours, theirs)
        after, base = _joined(opened, other)
        closed = checked(replace(theirs, status=Status(merged_into=ours.id)), other.record.file)
        writes = (*edit_writes(opened, checked(after, opened.record.file), base=base), *edit_writes(other, closed))
        changed = apply(workspace, writes)
    added = len(after.claims) - len(ours.claims)
    told = f"{theirs.id}: merged into {ours.id}; {added} of its {len(theirs.claims)} claims were not there yet"
    return Edited(ours.id, changed, (told,))


def _joined(opened: Opened, other: Opened) -> tuple[Incident, Incident | None]:
    """The record and its base; a base that is lost on either side stays as it is."""
    ours, theirs = opened.record.incident, other.record.incident
    if opened.base is None or other.base is None:
        return joined(ours, theirs, new_names([ours], [theirs])), None
    names = new_names([ours, opened.base], [theirs, other.base])
    return joined(ours, theirs, names), joined(opened.base, other.base, names)


def _check(ours: Incident, theirs: Incident) -> None:
    if ours.id == theirs.id:
        raise EditRefused(f"{ours.id}: expected two records, found the same one twice")
    for each in (ours, theirs):
        if each.status is not None:
            what = f"merged into {each.status.merged_into}" if each.status.merged_into else "withdrawn"
            raise EditRefused(f"{each.id}: expected a current record, found one that is {what}")
    if theirs.proposals:
        hint = f"run `briefing settle {theirs.id}` first"
        raise EditRefused(f"{theirs.id}: expected no open proposal, found {len(theirs.proposals)}; {hint}")
