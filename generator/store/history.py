"""What changed in a record, one line for each change, in the order in which it came to be known."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from typing import Any

from generator.model.finding import Finding
from generator.model.incident import Incident
from generator.model.values import value
from generator.store.references import headline_key, roots_of
from generator.store.scalars import shown
from generator.store.units import plain
from generator.store.wire import Data, as_data

MACHINE = "briefing"
"""Who changed a record, where the program did."""

ADDED = "added"
"""The field of the line that says when an incident came in."""

EDITOR = "editor"
"""Who changed a record, where a person did between two runs."""

_KEYED_LISTS = ("documents", "actors", "places")
WHOLE_ENTRIES: Mapping[str, Callable[[Data, Mapping[str, str]], str]] = {
    "related": headline_key,
    "rejected": lambda entry, _: f"{entry['list']}.{entry['id']}",
    "proposals": lambda entry, _: str(entry["at"]),
}
"""Lists whose entries are told as wholes, and what each entry is told apart by."""

_FIELDS = ("on", "by", "document", "claim", "field", "old", "new")


@value
class Change:
    """One line of a record's history.

    Attributes:
        on: day of the run, ISO 8601; never the day of an event.
        by: ``briefing``, or an editor.
        document: id of the document that brought it, where that is known.
        claim: id of the claim, or None for other parts of the record.
        field: path of the value (``what.killed``), ``claim`` for a claim as a whole, ``added`` for the record.
        old: value before, as the record writes it; None where there was none.
        new: value after; None where it is gone.
    """

    on: str
    by: str
    document: str | None
    claim: str | None
    field: str
    old: Any
    new: Any


def addition(incident: Incident, *, on: str) -> Change:
    """That an incident came in."""
    document = next((each.id for each in incident.documents), None)
    return Change(on, MACHINE, document, None, ADDED, None, incident.id)


def find_changes(old: Incident, new: Incident, *, on: str, by: str = MACHINE) -> tuple[Change, ...]:
    """The differences between two states of a record; where a quote stands (``at``) is derived and not compared."""
    return changes_between(as_data(old), as_data(new), on=on, by=by)


def changes_between(before: Data, after: Data, *, on: str, by: str) -> tuple[Change, ...]:
    """The differences between two states of a record as plain data."""
    return tuple(Change(on, by, *each) for each in _differences(before, after))


def history_text(changes: tuple[Change, ...]) -> str:
    """Changes as lines of a history file."""
    return "".join(f"{_line(asdict(change))}\n" for change in changes)


def read_changes(text: str, file: str) -> tuple[tuple[Change, ...], tuple[Finding, ...]]:
    """The changes of a history file; a line that is none is a finding, and the rest goes on."""
    changes, findings = [], []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line:
            continue
        change = _change(line)
        if change is None:
            hint = "restore the line; a history is only ever added to"
            findings.append(
                Finding(file, "history-line", "a JSON object of a change", shown(line), hint, line=number, column=1)
            )
        else:
            changes.append(change)
    return tuple(changes), tuple(findings)


def _change(line: str) -> Change | None:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(fields, dict) or sorted(fields) != sorted(_FIELDS):
        return None
    required = all(isinstance(fields[name], str) for name in ("on", "by", "field"))
    optional = all(fields[name] is None or isinstance(fields[name], str) for name in ("document", "claim"))
    return Change(**fields) if required and optional else None


def _line(fields: Mapping[str, object]) -> str:
    text = json.dumps(fields, ensure_ascii=False)
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


_Difference = tuple[str | None, str | None, str, object, object]


def _differences(before: Data, after: Data) -> Iterator[_Difference]:
    roots = roots_of(before, after)
    for key in _keys(before, after):
        old, new = before.get(key), after.get(key)
        if key == "claims":
            yield from _claims(_by_id(old), _by_id(new))
        elif key in _KEYED_LISTS:
            yield from _items(key, _by_id(old), _by_id(new))
        elif key in WHOLE_ENTRIES:
            yield from _entries(key, by_name(key, old, roots), by_name(key, new, roots))
        else:
            for field, was, now in _fields(key, old, new):
                yield None, None, field, was, now


def _entries(key: str, before: dict[str, Data], after: dict[str, Data]) -> Iterator[_Difference]:
    """The differences of a list whose entries are told as wholes; where they stand is not compared."""
    for name in _keys(before, after):
        was, now = before.get(name), after.get(name)
        if plain(was) != plain(now):
            yield None, None, f"{key}.{name}", was, now


def by_name(key: str, entries: object, roots: Mapping[str, str]) -> dict[str, Data]:
    """The headlines, tombstones or proposals of a record by what tells them apart.

    Args:
        key: name of the list.
        entries: the list, or None.
        roots: each document that re-issues others, and the first of them.
    """
    name_of = WHOLE_ENTRIES[key]
    return {name_of(entry, roots): entry for entry in entries} if isinstance(entries, list) else {}


def _claims(before: dict[str, Data], after: dict[str, Data]) -> Iterator[_Difference]:
    for name in _keys(before, after):
        old, new = before.get(name), after.get(name)
        document = str((new or old or {})["at"]).partition(":")[0]
        if old is None or new is None:
            yield document, name, "claim", old, new
            continue
        for key in _keys(old, new):
            for field, was, now in _fields(key, old.get(key), new.get(key)):
                yield document, name, field, was, now


def _items(kind: str, before: dict[str, Data], after: dict[str, Data]) -> Iterator[_Difference]:
    for name in _keys(before, after):
        old, new = before.get(name), after.get(name)
        document = name if kind == "documents" else None
        if old is None or new is None:
            yield document, None, f"{kind}.{name}", old, new
            continue
        for key in _keys(old, new):
            for field, was, now in _fields(key, old.get(key), new.get(key)):
                yield document, None, f"{kind}.{name}.{field}", was, now


def _fields(name: str, old: object, new: object) -> Iterator[tuple[str, object, object]]:
    """The differences of a value, a mapping's one level down."""
    if old == new or name == "at":
        return
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        for key in _keys(old, new):
            if key != "at" and old.get(key) != new.get(key):
                yield f"{name}.{key}", old.get(key), new.get(key)
    else:
        yield name, old, new


def _by_id(items: object) -> dict[str, Data]:
    return {item["id"]: item for item in items} if isinstance(items, list) else {}


def _keys(before: Mapping[str, object], after: Mapping[str, object]) -> list[str]:
    """The keys of both, in the order of the newer one, then those that are gone."""
    return list(dict.fromkeys([*after, *before]))
