"""One record's place in ``content/``: what lies there, what is to be written there, and what is to be said of it."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import takewhile

from generator.errors import InvalidRecord
from generator.model.finding import Finding, Severity
from generator.model.incident import Incident
from generator.model.values import value
from generator.store.emitter import HEADER
from generator.store.history import Change, history_text, read_changes
from generator.store.journal import Write
from generator.store.lastword import LastWord, last_word_of
from generator.store.record import finding_of, parse_record, record_of
from generator.store.recordtext import read_text
from generator.store.scalars import shown
from generator.store.wire import as_data


@value
class Stored:
    """What ``content/`` holds under one id: bytes, None where there is no file, or why it cannot be read.

    Attributes:
        ours: the record that people edit.
        base: the machine's last word.
        history: one line per change.
        file: name of the record's file, where that is not its id.
        former: the earlier id under which the base lies, where the record was given another.
        earlier: what lies under earlier ids beside the record: path below ``content/`` and bytes; it moves to the
            record's own id with the next change.
    """

    ours: bytes | InvalidRecord | None = None
    base: bytes | InvalidRecord | None = None
    history: bytes | InvalidRecord | None = None
    file: str | None = None
    former: str | None = None
    earlier: tuple[tuple[str, bytes], ...] = ()


@value
class Desk:
    """One record's place.

    Attributes:
        id: of the record.
        stored: what lies under it.
        on: day of the run, ISO 8601.
    """

    id: str
    stored: Stored
    on: str

    def file(self, folder: str = "incidents") -> str:
        """Name of one of the record's files, relative to the workspace."""
        name = self.stored.file if folder == "incidents" and self.stored.file else f"{self.id}.yml"
        if folder == "generated" and self.stored.former:
            name = f"{self.stored.former}.yml"
        return f"content/{folder}/{name}"

    @property
    def past(self) -> bytes:
        """The record's history, lines that stand under earlier ids first; the last of each ends with its line."""
        parts = [data for path, data in self.stored.earlier if path.startswith("history/")]
        parts.append(bytes_of(self.stored.history) or b"")
        return b"".join(part + b"\n" if part and not part.endswith(b"\n") else part for part in parts)

    def changes(self) -> tuple[Change, ...]:
        """What the history tells, oldest first."""
        return read_changes(self.past.decode("utf-8", "replace"), self.file("history"))[0]

    def note(self, code: str, expected: str, found: str, hint: str = "") -> Finding:
        """Something about the record that needs no decision."""
        return Finding(self.file(), code, expected, found, hint, severity=Severity.NOTE)

    def warning(self, code: str, expected: str, found: str, hint: str = "") -> Finding:
        """Something about the record that a person should look at."""
        return replace(self.note(code, expected, found, hint), severity=Severity.WARNING)


def record_writes(
    desk: Desk, states: tuple[Incident, Incident | None], text: str, last: LastWord | None
) -> list[Write]:
    """The record and its base as writes, provided that both can be read back; what stays the same is left out.

    Args:
        desk: the record's place.
        states: record and base from now on.
        text: the record's file from now on.
        last: the base as it was.

    Raises:
        InvalidRecord: they cannot.
        ValueError: they hold what no file can.
    """
    stored = desk.stored
    record, base = states
    writes = []
    ours = read_text(stored.ours, desk.file()) if isinstance(stored.ours, bytes) else None
    if text != ours:
        _check(text, record, desk.file())
        name = desk.file().removeprefix("content/")
        writes.append(Write(name, text.encode(), bytes_of(stored.ours)))
    if base is not None:
        word = last_word_of(base)
        if last is None or word != last.text or stored.former:
            _check(word, base, desk.file("generated"))
            old = None if stored.former else bytes_of(stored.base)
            writes.append(Write(f"generated/{desk.id}.yml", word.encode(), old))
        writes += (Write(path, None, data) for path, data in stored.earlier if path.startswith("generated/"))
    return writes


def with_comments(text: str, incident: Incident) -> str:
    """The record in canonical form below the comments that stand above it now."""
    above = takewhile(lambda line: line.startswith("#"), text.split("\n"))
    return "".join(f"{line}\n" for line in above) + record_of(incident).removeprefix(HEADER)


def _check(text: str, incident: Incident, file: str) -> None:
    """Make sure that a text reads back as the record it was made from.

    Raises:
        InvalidRecord: it does not, with the line that cannot be read.
    """
    try:
        same = as_data(parse_record(text, file).incident) == as_data(incident)
    except InvalidRecord as fault:
        line = f" in the line {shown(text.split(chr(10))[fault.line - 1].strip())}" if fault.line else ""
        raise InvalidRecord(file, expected=fault.expected, found=fault.found + line) from None
    if not same:
        raise InvalidRecord(file, expected="a record that reads back as it was made", found="another")


def history_writes(desk: Desk, changes: Iterable[Change]) -> list[Write]:
    """The record's history with more lines; nothing where there are none, and none stand under an earlier id."""
    lines = history_text(tuple(changes))
    gone = [Write(path, None, data) for path, data in desk.stored.earlier if path.startswith("history/")]
    if not lines and not gone:
        return []
    return [Write(f"history/{desk.id}.jsonl", desk.past + lines.encode(), bytes_of(desk.stored.history)), *gone]


def unwritable(desk: Desk, fault: Exception) -> Finding:
    """That nothing was written, because it could not have been read back."""
    hint = "nothing was written; the program should not have made it"
    if not isinstance(fault, InvalidRecord):
        return Finding(desk.file(), "unwritable-record", "values that a file can hold", str(fault), hint)
    return Finding(desk.file(), "unwritable-record", fault.expected, fault.found, hint)


def unreadable(desk: Desk, fault: InvalidRecord) -> Finding:
    """That a file of the record cannot be read; a broken record is kept."""
    if fault.file == desk.file():
        where = f", at line {fault.line}" if fault.line else ""
        hint = f"mend it{where}: {fault.expected} expected, {fault.found} found"
        return replace(
            desk.warning("broken-record-kept", "a readable record", "a broken one, which is kept", hint),
            line=fault.line,
            column=fault.column,
        )
    return finding_of(fault)


def bytes_of(part: bytes | InvalidRecord | None) -> bytes | None:
    """The bytes of a stored file; None where there is none to read."""
    return part if isinstance(part, bytes) else None
