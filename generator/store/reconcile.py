"""What a run may write: the machine's news, but never over a person's work.

Three states of a record meet: what people edit (ours), the machine's last word (base) and its new word (theirs).
Until they can be merged field by field, a record that a person changed is kept as it is, base included, and what the
machine would have said is reported.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.errors import InvalidRecord
from generator.model.finding import Finding, Severity
from generator.model.incident import Incident, Record
from generator.store.history import Change, addition, find_changes, history_text
from generator.store.journal import Write
from generator.store.record import finding_of, parse_record, record_of
from generator.store.scalars import shown
from generator.store.wire import as_data
from generator.store.yamlfile import read_text

_NAMED = 5  # differences that a finding names


@dataclass(frozen=True, slots=True)
class Stored:
    """What ``content/`` holds under one id: bytes, None where there is no file, or why it cannot be read.

    Attributes:
        ours: the record that people edit.
        base: the machine's last word.
        history: one line per change.
    """

    ours: bytes | InvalidRecord | None = None
    base: bytes | InvalidRecord | None = None
    history: bytes | InvalidRecord | None = None


@dataclass(frozen=True, slots=True)
class Contents:
    """What ``content/`` holds.

    Attributes:
        records: by id.
        aliases: earlier ids, and the ids of the records that keep them.
    """

    records: Mapping[str, Stored] = field(default_factory=dict)
    aliases: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be written, and what a person should know."""

    writes: tuple[Write, ...] = ()
    findings: tuple[Finding, ...] = ()


def plan(extracted: Iterable[Incident], contents: Contents, *, on: date) -> Plan:
    """Decide for each freshly extracted incident what becomes of its record.

    Args:
        extracted: the machine's new word; of several with one id the first counts.
        contents: what is stored under their ids.
        on: day of the run, for the history.
    """
    writes: list[Write] = []
    findings: list[Finding] = []
    seen: set[str] = set()
    for incident in extracted:
        if incident.id in seen:
            findings.append(_note(incident.id, "record-repeated", "one record for each id", "another with the same id"))
            continue
        seen.add(incident.id)
        step = _settle(incident, contents, on.isoformat())
        writes += step.writes
        findings += step.findings
    return Plan(tuple(writes), tuple(findings))


@dataclass(frozen=True, slots=True)
class _News:
    """The machine's new word on a record, as noun and as text, beside what is stored."""

    incident: Incident
    text: str
    stored: Stored
    on: str

    @property
    def id(self) -> str:
        return self.incident.id


def _settle(incident: Incident, contents: Contents, on: str) -> Plan:
    stored = contents.records.get(incident.id, Stored())
    try:
        news = _News(incident, record_of(incident), stored, on)
    except ValueError as error:
        return Plan(findings=(_unwritable(incident.id, "values that a file can hold", str(error)),))
    for part in (stored.ours, stored.base, stored.history):
        if isinstance(part, InvalidRecord):
            return Plan(findings=(_unreadable(incident.id, part),))
    ours, base = _bytes(stored.ours), _bytes(stored.base)
    if ours is None:
        return _settle_without_ours(news, contents)
    if base is None:
        hint = "put the record back under content/generated/, or delete both for a fresh one"
        return Plan(
            findings=(_warning(incident.id, "base-missing", "the machine's last word beside it", "none", hint),)
        )
    try:
        return _meet(news, _text(incident.id, ours), _text(incident.id, base, "generated"))
    except InvalidRecord as fault:
        return Plan(findings=(_unreadable(incident.id, fault),))


def _meet(news: _News, ours: str, base: str) -> Plan:
    """Ours and base are there: theirs replaces both, unless a person changed ours."""
    if base == news.text:
        return Plan()
    left = parse_record(base, _file(news.id, "generated"))
    edited = _edited(parse_record(ours, _file(news.id)), left)
    changes = find_changes(left.incident, news.incident, on=news.on)
    if not edited:
        return _write(news, changes)
    return Plan() if left.incident == news.incident else Plan(findings=(_kept(news.id, changes),))


def _settle_without_ours(news: _News, contents: Contents) -> Plan:
    base = _bytes(news.stored.base)
    if news.id in contents.aliases:
        if base == news.text.encode():
            return Plan()
        holder = contents.aliases[news.id]
        return Plan(findings=(_note(holder, "alias-kept", "no news", f"news for its earlier id {news.id}"),))
    if base is not None:
        hint = f"delete {_file(news.id, 'generated')} too to have it made again"
        return Plan(findings=(_note(news.id, "deleted-record-kept-out", "the record", "it deleted", hint),))
    return _write(news, (addition(news.incident, on=news.on),))


def _write(news: _News, changes: tuple[Change, ...]) -> Plan:
    """Write the machine's word, provided that it can be read back."""
    try:
        same = as_data(parse_record(news.text, _file(news.id)).incident) == as_data(news.incident)
    except InvalidRecord as fault:
        line = f" in the line {shown(news.text.split(chr(10))[fault.line - 1].strip())}" if fault.line else ""
        return Plan(findings=(_unwritable(news.id, fault.expected, fault.found + line),))
    if not same:
        return Plan(findings=(_unwritable(news.id, "a record that reads back as it was made", "another"),))
    new, stored = news.text.encode(), news.stored
    writes = [
        Write(f"incidents/{news.id}.yml", new, _bytes(stored.ours)),
        Write(f"generated/{news.id}.yml", new, _bytes(stored.base)),
    ]
    if changes:
        past = _bytes(stored.history)
        kept = past + b"\n" if past and not past.endswith(b"\n") else past or b""
        writes.append(Write(f"history/{news.id}.jsonl", kept + history_text(changes).encode(), past))
    return Plan(tuple(writes))


def _unwritable(name: str, expected: str, found: str) -> Finding:
    hint = "nothing was written; the program should not have made it"
    return Finding(_file(name), "unwritable-record", expected, found, hint)


def _edited(ours: Record, base: Record) -> bool:
    """Whether a person changed what the record says; a comment above it counts, its layout does not."""
    if ours.text == base.text:
        return False
    return ours.incident != base.incident or _comments(ours.text) != _comments(base.text)


def _comments(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.startswith("#")]


def _kept(name: str, changes: tuple[Change, ...]) -> Finding:
    places = list(dict.fromkeys(change.claim or change.field for change in changes)) or ["the places of its quotes"]
    more = f" and {len(places) - _NAMED} more" if len(places) > _NAMED else ""
    found = f"an edited record, and news of the machine in {', '.join(places[:_NAMED])}{more}"
    return _warning(name, "edited-record-kept", "a record as the machine left it", found, "apply what is right by hand")


def _unreadable(name: str, fault: InvalidRecord) -> Finding:
    if fault.file == _file(name):
        found = "a broken one, which is kept"
        return _warning(name, "broken-record-kept", "a readable record", found, f"mend it: {fault.expected} expected")
    return finding_of(fault)


def _bytes(part: bytes | InvalidRecord | None) -> bytes | None:
    return part if isinstance(part, bytes) else None


def _text(name: str, raw: bytes, folder: str = "incidents") -> str:
    return read_text(raw, _file(name, folder))


def _file(name: str, folder: str = "incidents") -> str:
    return f"content/{folder}/{name}.yml"


def _warning(name: str, code: str, expected: str, found: str, hint: str = "") -> Finding:
    return Finding(_file(name), code, expected, found, hint, severity=Severity.WARNING)


def _note(name: str, code: str, expected: str, found: str, hint: str = "") -> Finding:
    return Finding(_file(name), code, expected, found, hint, severity=Severity.NOTE)
