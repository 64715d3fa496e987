"""Proposals: what the machine reads otherwise than a person, kept until somebody settles it."""

from collections.abc import Sequence

from generator.model.incident import Incident, Proposal
from generator.store.paths import NoSuchPath, current, entry_of, value_at, with_theirs, with_value
from generator.store.references import headline_key, roots_of, without_absent
from generator.store.schema import read_incident
from generator.store.seals import is_held, resealed
from generator.store.standing import REMOVED_BY_MACHINE
from generator.store.units import Item, same
from generator.store.wire import as_data


def kept_proposals(earlier: Sequence[Item], fresh: Sequence[Item], merged: Item, base: Item) -> list[Item]:
    """The proposals that a merged record carries, in stable order.

    Args:
        earlier: what the record carried before.
        fresh: what this merge has to ask; it replaces what an earlier one asked about the same value.
        merged: the record after.
        base: the machine's last word from now on.
    """
    asked = {each["at"]: each for each in fresh}
    kept: list[Item] = []
    for each in earlier:
        newer = asked.pop(each["at"], None)
        if newer is None:
            kept += _still_open(each, merged, base)
        else:
            unchanged = same(newer["theirs"], each["theirs"]) and same(newer["ours"], each["ours"])
            why = {"why": each["why"]} if unchanged and "why" in each else {}
            kept.append({**newer, **why})
    return [*kept, *asked.values()]


def _still_open(asked: Item, merged: Item, base: Item) -> list[Item]:
    """An earlier proposal with its values as they are now; nothing where it is settled."""
    try:
        now, new = current(merged, asked), _last_word(base, asked)
    except NoSuchPath:
        return [asked] if entry_of(asked["at"]) is None else _orphan(asked, merged)
    entry = entry_of(asked["at"])
    if same(now, new) or (entry and not entry[2] and _is_settled(asked, now, new)):
        return []
    return [{**asked, "ours": now, "theirs": new if same(new, asked["theirs"]) else asked["theirs"]}]


def _is_settled(asked: Item, now: object, new: object) -> bool:
    """Whether an entry was added or deleted meanwhile, or is read again."""
    if asked["ours"] is None:
        return now is not None or new is None
    return now is None or (asked["theirs"] is None and new is not None)


def _orphan(asked: Item, merged: Item) -> list[Item]:
    """A proposal about an entry that the machine has no more: open as long as the record has the entry."""
    try:
        value_at(merged, asked["at"])
    except NoSuchPath:
        return []
    return [asked]


def _last_word(base: Item, asked: Item) -> object:
    """What the machine said last of a proposal's matter; None of an entry that the base keeps though it was dropped."""
    entry = entry_of(asked["at"])
    value = current(base, asked)
    if entry is None or entry[2] or value is None or None not in (asked["ours"], asked["theirs"]):
        return value
    key = headline_key(value, roots_of(base)) if entry[0] == "related" else entry[1]
    gone = {(each["list"], each["id"]) for each in base.get("rejected", ())}
    return None if (entry[0], key) in gone else value


def apply_proposal(incident: Incident, proposal: Proposal, *, by: str | None = None) -> Incident:
    """The record with the machine's value, and without the proposal.

    A claim that was under review is sealed anew where an editor is named, and counts as unreviewed where none is. An
    entry that the machine dropped leaves a tombstone.

    Args:
        incident: the record.
        proposal: one of its proposals.
        by: the editor who takes the value over.

    Raises:
        NoSuchPath: the record has no such entry any more.
        InvalidRecord: the record would break the schema.
    """
    record = as_data(dismiss_proposal(incident, proposal.at))
    asked = next(each for each in as_data(incident)["proposals"] if each["at"] == proposal.at)  # type: ignore[attr-defined]
    entry = entry_of(proposal.at)
    if entry and not entry[2] and proposal.theirs is None:
        return _read(_without_entry(record, entry[0], entry[1], by))
    claim = f"{entry[0]}.{entry[1]}" if entry and entry[0] == "claims" else None
    held = claim is not None and asked["ours"] is not None and is_held(value_at(record, claim))
    record = with_theirs(record, asked)
    if claim is not None and held:
        record = with_value(record, claim, resealed(value_at(record, claim), by=by))
    return _read(record)


def dismiss_proposal(incident: Incident, at: str) -> Incident:
    """The record without the proposals about a path: its own value stays, and the machine does not ask again."""
    record: Item = as_data(incident)
    left = [each for each in record.pop("proposals", ()) if each["at"] != at]
    return _read({**record, "proposals": left} if left else record)


def set_value(incident: Incident, path: str, value: object) -> Incident:
    """The record with another value at a path; None leaves the field or the entry out.

    Raises:
        NoSuchPath: no value of this record.
        InvalidRecord: the record would break the schema.
    """
    return _read(with_value(as_data(incident), path, value))


def _without_entry(record: Item, name: str, key: str, by: str | None) -> Item:
    entry = current(record, {"at": f"{name}.{key}", "ours": None, "theirs": None})
    record = with_value(record, f"{name}.{key}", None)
    mark = headline_key(entry, roots_of(record)) if name == "related" and entry else key
    tombstone = {"id": mark, "list": name, "why": REMOVED_BY_MACHINE} | ({"by": by} if by else {})
    record = {**record, "rejected": [*record.get("rejected", ()), tombstone]}
    present = {
        each: {one["id"] for one in record.get(each, ())} for each in ("documents", "actors", "places", "claims")
    }
    if "claims" in record:
        record["claims"] = [without_absent(each, present) for each in record["claims"]]
    if "summary" in record and name == "claims":
        record["summary"] = [each for each in record["summary"] if key not in each["claims"]]
    return record


def _read(record: Item) -> Incident:
    return read_incident(record, {}, "record")
