"""One record that tells of two incidents: an editor has some of its documents make another, and no build joins them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from generator.errors import UnreadableDocument
from generator.model.incident import Incident, Record, Status
from generator.model.values import value
from generator.pipeline.editing import Edited, EditRefused, find_record
from generator.read.files import read_file
from generator.settings import Workspace
from generator.store.desk import Desk, Stored, history_writes, record_writes
from generator.store.edits import Opened, checked, edit_writes, open_record
from generator.store.history import ADDED, EDITOR, Change
from generator.store.journal import Write, held
from generator.store.record import record_of
from generator.store.references import Names, renamed
from generator.store.repository import apply, read_records
from generator.store.schema import read_incident
from generator.store.splitting import part_of, stories_of
from generator.store.wire import as_data

_DIGEST = 8


@value
class _Halves:
    """A record and its base, parted; a base that is lost stays lost."""

    rest: tuple[Incident, Incident | None]
    part: tuple[Incident, Incident | None]


def split_incident(workspace: Workspace, name: str, documents: Sequence[str], *, on: date) -> Edited:
    """Have some documents of a record make a record of their own; the next build adds what the program finds in them.

    What an editor reviewed or wrote goes along with the document that it rests on. A record that was merged for one of
    these documents is opened again.

    Args:
        workspace: where they lie.
        name: the record, as an editor names it.
        documents: ids of the documents, such as ``d2``; all issues of their stories go along.
        on: day of the run.

    Raises:
        EditRefused: no such record or document, nothing would stay, or the record is closed or has open proposals.
        BriefingError: a part would break the schema, or could not be written.
    """
    with held(workspace.content):
        records, faults = read_records(workspace)
        opened = open_record(workspace, find_record(records, faults, name), records, on=on.isoformat())
        ours = opened.record.incident
        leaving = _leaving(ours, documents)
        halves = _halves(opened, leaving, _texts(workspace, ours))
        shas = [each.sha256 for each in ours.documents if each.id in leaving]
        closed = [
            open_record(workspace, each, records, on=on.isoformat())
            for each in records
            if _is_closed_into(each.incident, ours.id, shas)
        ]
        part = _named(halves.part, closed[0].desk.id if closed else _fresh_id(ours, shas[0], records))
        rest, base = halves.rest
        desk, last = (closed[0].desk, closed[0].last) if closed else (Desk(part[0].id, Stored(), on.isoformat()), None)
        line = Change(desk.on, EDITOR, part[0].documents[0].id, None, ADDED, ours.id, part[0].id)
        writes: list[Write] = [
            *edit_writes(opened, checked(rest, opened.record.file), base=base),
            *record_writes(desk, part, record_of(part[0]), last),
            *history_writes(desk, [line]),
        ]
        for each in closed[1:]:
            writes += edit_writes(each, replace(each.record.incident, status=Status(merged_into=part[0].id)))
        changed = apply(workspace, writes)
    files = ", ".join(each.file for each in part[0].documents)
    return Edited(ours.id, changed, (f"{part[0].id}: {files}, split off {ours.id}; they stay two incidents",))


def _leaving(ours: Incident, documents: Sequence[str]) -> frozenset[str]:
    """The documents that go.

    Raises:
        EditRefused: they cannot.
    """
    known = [each.id for each in ours.documents]
    if ours.status is not None:
        raise EditRefused(f"{ours.id}: expected a current record, found one that is merged or withdrawn")
    if ours.proposals:
        hint = f"run `briefing settle {ours.id}` first"
        raise EditRefused(f"{ours.id}: expected no open proposal, found {len(ours.proposals)}; {hint}")
    missing = [each for each in documents if each not in known]
    if missing:
        raise EditRefused(f"{ours.id}: expected documents of the record ({', '.join(known)}), found {missing[0]}")
    leaving = stories_of(ours, documents)
    if len(leaving) == len(known):
        raise EditRefused(f"{ours.id}: expected a document to stay, found all of them named")
    founder = next((each for each in ours.documents if _is_named_after(ours, each.sha256)), None)
    if founder is not None and founder.id in leaving:
        hint = "split off the others instead"
        raise EditRefused(f"{ours.id}: expected other documents than {founder.id}, after which it is named; {hint}")
    return leaving


def _texts(workspace: Workspace, ours: Incident) -> Mapping[str, str]:
    """The texts of a record's documents that are there as they were."""
    found = {}
    for each in ours.documents:
        try:
            document = read_file(workspace.seeds / each.file, each.file).document
        except UnreadableDocument:
            continue
        if document.sha256 == each.sha256:
            found[each.id] = document.text
    return found


def _halves(opened: Opened, leaving: frozenset[str], texts: Mapping[str, str]) -> _Halves:
    ours, base = opened.record.incident, opened.base
    staying = frozenset(each.id for each in ours.documents) - leaving
    known = {each.id for each in base.documents} if base else set()
    return _Halves(
        *(
            (
                part_of(ours, documents, texts),
                part_of(base, documents, texts) if base and not known.isdisjoint(documents) else None,
            )
            for documents in (staying, leaving)
        )
    )


def _named(part: tuple[Incident, Incident | None], name: str) -> tuple[Incident, Incident | None]:
    """The part under its own id, its documents counted from one, without what was said of the whole record."""
    ours, base = part
    names: Names = {"documents": {each.id: f"d{number}" for number, each in enumerate(ours.documents, start=1)}}

    def moved(incident: Incident) -> Incident:
        data = renamed(as_data(replace(incident, aliases=(), note=None)), names)
        return read_incident({**data, "id": name}, {}, f"content/incidents/{name}.yml")

    return moved(ours), base and moved(base)


def _fresh_id(ours: Incident, sha: str, records: Sequence[Record]) -> str:
    """An id of the same words for a record of another document."""
    taken = {name for each in records for name in (each.incident.id, *each.incident.aliases)}
    words = ours.id.rpartition("-")[0] or ours.id
    free = f"{words}-{sha[:_DIGEST]}"
    while free in taken:
        free += "-2"
    return free


def _is_closed_into(incident: Incident, name: str, shas: Sequence[str]) -> bool:
    """Whether a record was merged into another and is named after one of some documents."""
    led = incident.status is not None and incident.status.merged_into == name
    return led and any(_is_named_after(incident, sha) for sha in shas)


def _is_named_after(incident: Incident, sha: str) -> bool:
    """Whether an id of a record, one of today or an earlier one, was made for a document."""
    return any(sha.startswith(name.rpartition("-")[2]) for name in (incident.id, *incident.aliases))
