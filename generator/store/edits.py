"""An editor's change of a record: what is written for it, and the lines that its history gets.

A change made by command leaves the same files as one made by hand and noted by the next run, so that this run finds
nothing left to note.
"""

from collections.abc import Sequence

from generator.errors import InvalidRecord
from generator.model.incident import Incident, Record
from generator.model.values import value
from generator.settings import Workspace
from generator.store.contents import read_stored
from generator.store.desk import Desk, bytes_of, history_writes, record_writes, with_comments
from generator.store.history import EDITOR, Change, find_changes
from generator.store.journal import Write
from generator.store.lastword import LastWord, read_last_word
from generator.store.references import references, without_absent
from generator.store.scalars import resolve
from generator.store.schema import read_incident
from generator.store.trail import find_edits
from generator.store.units import Item
from generator.store.wire import as_data
from generator.store.yamlfile import load

_REFERRED = ("documents", "actors", "places", "claims")


@value
class Opened:
    """A record on an editor's desk.

    Attributes:
        desk: its place in ``content/``.
        record: as people have it.
        last: the machine's last word; None where there is no file of it.
        past: its history, oldest first.
    """

    desk: Desk
    record: Record
    last: LastWord | None
    past: tuple[Change, ...]

    @property
    def base(self) -> Incident | None:
        """What the machine said last; None where that is lost."""
        return self.last.incident if self.last else None


def open_record(workspace: Workspace, record: Record, records: Sequence[Record], *, on: str) -> Opened:
    """Lay a record on the desk, with its base and its history.

    Args:
        workspace: where it lies; held by the caller.
        record: the record.
        records: all that can be read.
        on: day of the run, ISO 8601.

    Raises:
        InvalidRecord: base or history cannot be read from the disk.
    """
    name = record.incident.id
    stored = read_stored(workspace, record, records)
    desk = Desk(name, stored, on)
    for part in (stored.ours, stored.base, stored.history):
        if isinstance(part, InvalidRecord):
            raise part
    base = bytes_of(stored.base)
    last = read_last_word(base, desk.file("generated")) if base is not None else None
    return Opened(desk, record, last, desk.changes())


def edit_writes(opened: Opened, after: Incident, *, base: Incident | None = None) -> tuple[Write, ...]:
    """The files that an editor's change makes: the record, its history, and the base where that follows.

    Args:
        opened: the record before.
        after: the record from now on.
        base: the machine's last word from now on, where it changes with the record.

    Raises:
        InvalidRecord: the record could not be read back.
    """
    before = opened.record.incident
    if after == before:
        return ()
    text = with_comments(opened.record.text, after)
    follows = base or (opened.base if opened.desk.stored.former else None)
    writes = record_writes(opened.desk, (after, follows), text, opened.last)
    return (*writes, *history_writes(opened.desk, _lines(opened, after, base)))


def without_claim(incident: Incident, name: str) -> Incident:
    """The record without a claim: relations to it go, and so do sentences that cite it and proposals about it."""
    record: Item = as_data(incident)
    record["claims"] = [each for each in _unrelated(record, name) if each["id"] != name]
    record["summary"] = [each for each in record.get("summary", ()) if name not in each["claims"]]
    path = f"claims.{name}"
    record["proposals"] = [each for each in record.get("proposals", ()) if not f"{each['at']}.".startswith(f"{path}.")]
    filled = {key: value for key, value in record.items() if value != []}
    return read_incident(filled, {}, f"content/incidents/{incident.id}.yml")


def without_relations(incident: Incident, name: str) -> Incident:
    """The record with a claim that no other names: so does the machine's last word stand when a record has it not."""
    record: Item = as_data(incident)
    if "claims" not in record:
        return incident
    return read_incident({**record, "claims": _unrelated(record, name)}, {}, f"content/generated/{incident.id}.yml")


def _unrelated(record: Item, name: str) -> list[Item]:
    present = {key: {each["id"] for each in record.get(key, ())} for key in _REFERRED}
    present["claims"] = present["claims"] - {name}
    return [without_absent(each, present) if _names(each, name) else each for each in record["claims"]]


def _names(claim: Item, name: str) -> bool:
    return ("claims", name) in references(claim)


def dangling(incident: Incident) -> frozenset[tuple[str, str]]:
    """What names an entry that the record has not, and the entry."""
    record: Item = as_data(incident)
    present = {(key, each["id"]) for key in _REFERRED for each in record.get(key, ())}
    named = [(f"claims.{each['id']}", one) for each in record.get("claims", ()) for one in references(each)]
    named += [("summary", ("claims", one)) for each in record.get("summary", ()) for one in each["claims"]]
    named += [(f"places.{each['id']}", ("places", each["in"])) for each in record.get("places", ()) if "in" in each]
    return frozenset((holder, ".".join(one)) for holder, one in named if one not in present)


def value_of(text: str) -> object:
    """The value that an editor wrote on the command line.

    What begins with a bracket, or stands in double quotes as a whole, is YAML in flow style; all else is one plain
    scalar to its end, so that a headline with a colon or with somebody's words at its beginning needs no more quotes.

    Raises:
        InvalidRecord: brackets that do not close.
    """
    written = text.strip()
    if written[:1] not in ("[", "{", '"'):
        return resolve(written)
    try:
        return load(f"value: {written}\n", "VALUE")[0]["value"]
    except InvalidRecord as fault:
        if written.startswith('"'):
            return written
        raise InvalidRecord("VALUE", expected="a value such as 152, null or [a, b]", found=fault.found) from None


def checked(incident: Incident, file: str) -> Incident:
    """The record, provided that it keeps to the schema.

    Raises:
        InvalidRecord: it does not.
    """
    return read_incident(as_data(incident), {}, file)


def _lines(opened: Opened, after: Incident, base: Incident | None) -> tuple[Change, ...]:
    """What a person changed since the last run.

    With a new base, each step is told, and then what that base has and the record has not.
    """
    on, before = opened.desk.on, opened.record.incident
    if opened.base is None:
        return find_changes(before, after, on=on, by=EDITOR)
    if base is None:
        return find_edits(after, opened.base, opened.past, on=on)
    earlier = find_edits(before, opened.base, opened.past, on=on)
    lines = (*earlier, *find_changes(before, after, on=on, by=EDITOR))
    return (*lines, *find_edits(after, base, (*opened.past, *lines), on=on))
