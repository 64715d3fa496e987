"""The record as the last run left it, told by its base and its history: what differs from that, a person changed."""

from collections.abc import Sequence
from typing import Any

from generator.model.incident import Incident
from generator.store.history import ADDED, EDITOR, WHOLE_ENTRIES, Change, by_name, changes_between
from generator.store.paths import NoSuchPath, with_theirs
from generator.store.references import roots_of
from generator.store.units import UNITS, Item
from generator.store.wire import as_data

_WHOLE_CLAIM = "claim"


def find_edits(ours: Incident, base: Incident, past: Sequence[Change], *, on: str) -> tuple[Change, ...]:
    """What people changed since the last run, each change once.

    Args:
        ours: the record as it is.
        base: the machine's last word.
        past: the history so far, oldest first.
        on: day of the run.
    """
    return changes_between(as_left(base, past), as_data(ours), on=on, by=EDITOR)


def as_left(base: Incident, past: Sequence[Change]) -> Item:
    """The record as the last run left it, as plain data in no order; places of passages may be old ones.

    What no line of the history tells of is as the machine said it. A proposal tells what the record kept.
    """
    record: Item = {key: value for key, value in as_data(base).items() if key != "rejected"}
    for change in past:
        if change.field == ADDED:
            continue
        name, _, rest = change.field.partition(".")
        if change.claim is not None:
            record = _with_claim(record, change)
        elif name in WHOLE_ENTRIES and rest:
            record = _with_entry(record, name, rest, change.new)
        elif name in UNITS and rest:
            record = _with_item(record, name, rest, change.new)
        else:
            record = _put(record, change.field.split("."), change.new)
    return record


def _with_claim(record: Item, change: Change) -> Item:
    if change.field == _WHOLE_CLAIM:
        return _replaced(record, "claims", str(change.claim), change.new)
    return _changed(record, "claims", str(change.claim), change.field.split("."), change.new)


def _with_item(record: Item, name: str, rest: str, new: Any) -> Item:
    key, _, field = rest.partition(".")
    return _changed(record, name, key, field.split("."), new) if field else _replaced(record, name, key, new)


def _with_entry(record: Item, name: str, key: str, new: Any) -> Item:
    """The record with a headline, tombstone or proposal; the last one also says what the record kept."""
    entries = by_name(name, record.get(name, []), roots_of(record))
    entries.pop(key, None)
    if new is not None:
        entries[key] = new
    record = {**record, name: list(entries.values())}
    if name != "proposals" or new is None:
        return record
    try:
        return with_theirs(record, {"at": new["at"], "ours": new["theirs"], "theirs": new["ours"]})
    except NoSuchPath:
        return record


def _replaced(record: Item, name: str, key: str, new: Any) -> Item:
    """The record with an entry anew, or without it."""
    entries = {each["id"]: each for each in record.get(name, ())}
    entries.pop(key, None)
    if new is not None:
        entries[key] = new
    return {**record, name: list(entries.values())}


def _changed(record: Item, name: str, key: str, steps: Sequence[str], new: Any) -> Item:
    entries = [_put(each, steps, new) if each["id"] == key else each for each in record.get(name, ())]
    return {**record, name: entries}


def _put(value: Any, steps: Sequence[str], new: Any) -> Any:
    """A value with another one at a way into it; what leads nowhere is left alone."""
    if not steps:
        return new
    if value is not None and not isinstance(value, dict):
        return value
    inner = _put((value or {}).get(steps[0]), steps[1:], new)
    rest = {key: each for key, each in (value or {}).items() if key != steps[0]}
    return rest if inner is None else {**rest, steps[0]: inner}
