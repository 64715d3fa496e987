"""Paths to the values of a record, as proposals and editing commands name them.

``title``, ``summary``, ``types``, ``status``, ``note``, ``dates.start``; ``claims.ID``, ``actors.ID``, ``places.ID``,
``documents.d1`` and ``related.d1:2408-2450`` for an entry; behind that a unit (``claims.ID.said``,
``places.ID.coordinates``) or the fields within it (``claims.ID.what.killed``, ``title.text``).
"""

from collections.abc import Mapping, Sequence
from typing import Any

from generator.model.vocabulary import Outcome
from generator.store.units import DATES, SCALARS, UNITS, Item, Unit

_RECORD = ("title", "summary", "dates", *SCALARS)


class NoSuchPath(LookupError):
    """A path that leads to no value of any record, or to an entry that this one has not."""


def entry_of(path: str) -> tuple[str, str, tuple[str, ...]] | None:
    """List, key and further steps of a path that leads into an entry of a list; None for the record's own values."""
    name, _, rest = path.partition(".")
    if name not in UNITS:
        return None
    key, *steps = rest.split(".")
    return name, key, tuple(steps)


def value_at(record: Item, path: str) -> Any:
    """The value at a path; of an entry's path the whole entry; None where the field is left out.

    Raises:
        NoSuchPath: no value of a record, or an entry that it has not.
    """
    found = entry_of(path)
    if found is None:
        return _inside(record, _steps(path), path)
    entry = _entry(record, found[0], found[1], path)
    unit = _unit(found[0], found[2])
    return unit.of(entry) if unit else _inside(entry, found[2], path)


def with_value(record: Item, path: str, value: Any) -> Item:
    """The record with another value at a path; None leaves the field or the entry out.

    An entry that the record has not is added at the end of its list.

    Raises:
        NoSuchPath: no value of a record.
    """
    found = entry_of(path)
    if found is None:
        changed: Item = _put(record, _steps(path), value, path)
        return changed
    name, key, steps = found
    entries = list(record.get(name, ()))
    at = next((number for number, each in enumerate(entries) if _key(name, each) == key), None)
    if not steps:
        kept = [each for number, each in enumerate(entries) if number != at or value is not None]
        if value is not None and at is None:
            kept.append(value)
        elif value is not None and at is not None:
            kept[at] = value
        return _filled({**record, name: kept})
    if at is None:
        raise NoSuchPath(path)
    unit = _unit(name, steps)
    whole = unit is not None and (unit.is_bare or value is None or isinstance(value, Mapping))
    entries[at] = unit.put(entries[at], value) if unit and whole else _put(entries[at], steps, value, path)
    return {**record, name: entries}


def current(record: Item, proposal: Item) -> Any:
    """What a record holds of a proposal's matter, in the shape in which the proposal gives it.

    A proposal about an entry as a whole has null on one of its sides; any other gives the unit of that path.
    """
    found = entry_of(proposal["at"])
    if found is None or found[2]:
        return value_at(record, proposal["at"])
    entry = next((each for each in record.get(found[0], ()) if _key(found[0], each) == found[1]), None)
    if entry is None or None in (proposal["ours"], proposal["theirs"]):
        return entry
    return _own_unit(found[0], proposal["at"]).of(entry)


def with_theirs(record: Item, proposal: Item) -> Item:
    """The record with the machine's value of a proposal in place of its own.

    Raises:
        NoSuchPath: the record has no such entry any more.
    """
    found = entry_of(proposal["at"])
    if found is None or found[2] or None in (proposal["ours"], proposal["theirs"]):
        return with_value(record, proposal["at"], proposal["theirs"])
    entry = _entry(record, found[0], found[1], proposal["at"])
    return with_value(record, proposal["at"], _own_unit(found[0], proposal["at"]).put(entry, proposal["theirs"]))


def _own_unit(name: str, path: str) -> Unit:
    unit = next((each for each in UNITS[name] if not each.name), None)
    if unit is None:
        raise NoSuchPath(path)
    return unit


def _unit(name: str, steps: Sequence[str]) -> Unit | None:
    return next((each for each in UNITS[name] if each.name and (each.name,) == tuple(steps)), None)


def _key(name: str, entry: Item) -> str:
    return str(entry["at"] if name == "related" else entry["id"])


def _entry(record: Item, name: str, key: str, path: str) -> Item:
    for each in record.get(name, ()):
        if _key(name, each) == key:
            return dict(each)
    raise NoSuchPath(path)


def _steps(path: str) -> tuple[str, ...]:
    first, *rest = path.split(".")
    if first not in _RECORD or (first == "dates" and rest[:1] and rest[0] not in DATES):
        raise NoSuchPath(path)
    return (first, *rest)


def _inside(value: Any, steps: Sequence[str], path: str) -> Any:
    for step in steps:
        if value is None:
            return None
        if not isinstance(value, Mapping):
            raise NoSuchPath(path)
        value = value.get(step)
    return value


def _put(value: Any, steps: Sequence[str], new: Any, path: str) -> Any:
    if not steps:
        return new
    if value is not None and not isinstance(value, Mapping):
        raise NoSuchPath(path)
    return _filled({**(value or {}), steps[0]: _put((value or {}).get(steps[0]), steps[1:], new, path)})


def _filled(entry: Item) -> Item:
    """The entry without fields that were emptied; a null that says something stays."""
    return {key: each for key, each in entry.items() if each not in ([], {}) and (each is not None or key in _NULLS)}


_NULLS = ("anchor", "day", "link", "count", *(outcome.value for outcome in Outcome))
