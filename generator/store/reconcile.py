"""What a run may write: the machine's news, merged into what people have, and never over a person's work.

Three states of a record meet: what people edit (ours), the machine's last word (base) and its new word (theirs).
"""

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from datetime import date

from generator.errors import InvalidRecord
from generator.model.finding import Finding, Severity
from generator.model.incident import Incident, Record
from generator.model.values import value
from generator.store.desk import (
    Desk,
    Stored,
    bytes_of,
    history_writes,
    record_writes,
    unreadable,
    unwritable,
    with_comments,
)
from generator.store.following import followed, is_told_whole, is_untouched
from generator.store.history import EDITOR, addition, find_changes
from generator.store.holders import Index, grouped, is_older
from generator.store.joining import told_together
from generator.store.journal import Write
from generator.store.lastword import LastWord, last_word_of, read_last_word
from generator.store.merge import Note, merge_records
from generator.store.record import finding_of, parse_record, record_of
from generator.store.recordtext import read_text
from generator.store.trail import find_edits


@value
class Contents:
    """What ``content/`` holds.

    Attributes:
        records: by id.
        index: all records by what an incident is known by.
    """

    records: Mapping[str, Stored] = field(default_factory=dict)
    index: Index = field(default_factory=Index)


@value
class Plan:
    """What is to be written, and what a person should know.

    Attributes:
        writes: in order.
        findings: what a person should know.
        records: the records that the run met, as they will stand, by id.
        holders: id of an extracted incident -> id of the record that it belongs to.
    """

    writes: tuple[Write, ...] = ()
    findings: tuple[Finding, ...] = ()
    records: Mapping[str, Incident] = field(default_factory=dict)
    holders: Mapping[str, str] = field(default_factory=dict)


def plan(extracted: Iterable[Incident], contents: Contents, *, on: date) -> Plan:
    """Decide for each freshly extracted incident what becomes of its record.

    Args:
        extracted: the machine's new word; of several with one id the first counts.
        contents: what is stored under the ids of their records.
        on: day of the run, for the history.
    """
    first: dict[str, Incident] = {}
    findings: list[Finding] = []
    for incident in extracted:
        if incident.id in first:
            findings.append(_note(incident.id, "record-repeated", "one record for each id", "another with the same id"))
        first.setdefault(incident.id, incident)
    writes: list[Write] = []
    records: dict[str, Incident] = {}
    holders: dict[str, str] = {}
    for name, news in grouped(first.values(), contents.index):
        step = _settle(Desk(name, contents.records.get(name, Stored()), on.isoformat()), news)
        writes += step.writes
        findings += step.findings
        records |= step.records
        holders |= {each.id: name for each in news}
    return Plan(tuple(writes), tuple(findings), records, holders)


@value
class _State:
    """A record between the words of several documents."""

    ours: Incident
    base: Incident | None
    notes: tuple[Note, ...] = ()


def _settle(desk: Desk, news: tuple[Incident, ...]) -> Plan:
    stored = desk.stored
    for part in (stored.ours, stored.base, stored.history):
        if isinstance(part, InvalidRecord):
            return Plan(findings=(unreadable(desk, part),))
    ours, base = bytes_of(stored.ours), bytes_of(stored.base)
    try:
        if ours is None:
            if base is not None:
                hint = f"delete {desk.file('generated')} too to have it made again"
                return Plan(findings=(desk.note("deleted-record-kept-out", "the record", "it deleted", hint),))
            return _added(desk, news)
        record = parse_record(read_text(ours, desk.file()), desk.file())
        if record.incident.id != desk.id:
            raise _other_record(desk, record)
    except InvalidRecord as fault:
        return Plan(findings=(unreadable(desk, fault),))
    try:
        news = told_together(news, desk.id)
    except InvalidRecord as fault:
        return Plan(findings=(unwritable(desk, fault),), records={desk.id: record.incident})
    if _is_quiet(desk, news, record.text):
        return Plan(records={desk.id: record.incident})
    return _meet(desk, record, read_last_word(base, desk.file("generated")) if base is not None else None, news)


def _is_quiet(desk: Desk, news: tuple[Incident, ...], text: str) -> bool:
    """Whether neither the machine nor a person changed anything, told without a merge: most records of most runs."""
    base = desk.stored.base
    if len(news) > 1 or not isinstance(base, bytes) or desk.stored.earlier or f'"{EDITOR}"'.encode() in desk.past:
        return False
    theirs = replace(news[0], id=desk.id)
    try:
        return text == record_of(theirs) and base == last_word_of(theirs).encode()
    except ValueError:
        return False


def _added(desk: Desk, news: tuple[Incident, ...]) -> Plan:
    """A record that is new: its first document makes it, later ones of the same story are merged in."""
    first = replace(news[0], id=desk.id)
    try:
        state = _merged(desk, _State(first, first), news[1:])[0]
        writes = record_writes(desk, (state.ours, state.base), record_of(state.ours), None)
    except (InvalidRecord, ValueError) as fault:
        return Plan(findings=(unwritable(desk, fault),))
    lines = (addition(first, on=desk.on), *find_changes(first, state.ours, on=desk.on))
    return Plan((*writes, *history_writes(desk, lines)), (), {desk.id: state.ours})


def _meet(desk: Desk, record: Record, last: LastWord | None, news: tuple[Incident, ...]) -> Plan:
    """The record is there: news are merged into it, and what people changed is noted in its history."""
    ours, base = record.incident, last.incident if last else None
    findings = [] if base else [_lost(desk, last)]
    edits = find_edits(ours, base, desk.changes(), on=desk.on) if base else ()
    try:
        state, more = _merged(desk, _State(ours, base), news)
        text = record.text if state.ours == ours else with_comments(record.text, state.ours)
        if ours.status is not None:
            more, state, text = _closed(desk, state, base), _State(ours, base), record.text
        writes = record_writes(desk, (state.ours, state.base), text, last)
    except (InvalidRecord, ValueError) as fault:
        return Plan(findings=(*findings, unwritable(desk, fault)), records={desk.id: ours})
    findings += more
    findings += [desk.note(note.code, f"{note.at} as it was", note.found) for note in state.notes]
    lines = (*edits, *find_changes(ours, state.ours, on=desk.on))
    return Plan((*writes, *history_writes(desk, lines)), tuple(findings), {desk.id: state.ours})


def _merged(desk: Desk, state: _State, news: tuple[Incident, ...]) -> tuple[_State, list[Finding]]:
    """The record after the words of its documents, each merged in turn."""
    findings: list[Finding] = []
    for theirs in news:
        if is_older(theirs, state.ours):
            found = f"{theirs.documents[0].file}, which appeared before what the record draws on"
            findings.append(desk.note("older-document", "a newer version of the story", found))
            continue
        merged = merge_records(state.ours, state.base, theirs)
        after = _State(merged.incident, merged.base, (*state.notes, *merged.notes))
        state = _followed(state, after, theirs)
    return state, findings


def _followed(before: _State, after: _State, theirs: Incident) -> _State:
    """The record after a merge; where nobody worked on it and the machine's word draws on all of it, that word."""
    ours, base = before.ours, before.base
    if base is None or not is_told_whole(ours, theirs) or not is_untouched(ours, base):
        return after
    word = followed(ours, theirs)
    return after if is_untouched(after.ours, word) else _State(word, word, after.notes)


def _closed(desk: Desk, state: _State, base: Incident | None) -> list[Finding]:
    """A withdrawn or merged record takes no news; a base that stays behind lets it catch up if it is opened again."""
    if state.base == base:
        return []
    return [desk.note("closed-record-kept", "no news", "news for a record that is withdrawn or merged into another")]


def _lost(desk: Desk, last: LastWord | None) -> Finding:
    if last is None or last.fault is None:
        hint = "decide on the proposals: without it, nobody can tell whose the differences are"
        return desk.warning("base-missing", "the machine's last word beside the record", "none", hint)
    return replace(finding_of(last.fault), severity=Severity.WARNING)


def _other_record(desk: Desk, record: Record) -> InvalidRecord:
    hint = f"rename the file to {record.incident.id}.yml"
    return InvalidRecord(desk.file(), expected=f"the record {desk.id}", found=record.incident.id, hint=hint)


def _note(name: str, code: str, expected: str, found: str) -> Finding:
    return Finding(f"content/incidents/{name}.yml", code, expected, found, severity=Severity.NOTE)
