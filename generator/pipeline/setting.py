"""An editor's values in place of others: set by hand, or decided between the record's and the machine's."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from generator.errors import InvalidRecord
from generator.model.incident import Incident, Proposal
from generator.model.vocabulary import Origin
from generator.pipeline.editing import Draft, Edited, EditRefused, edit_record, find_record, nearest
from generator.settings import Workspace
from generator.store.edits import Opened, dangling, value_of
from generator.store.paths import NoSuchPath, entry_of
from generator.store.proposals import apply_proposal, dismiss_proposal, set_value
from generator.store.repository import read_records
from generator.store.scalars import shown
from generator.store.seals import is_sealed, sealed
from generator.store.units import Item
from generator.store.wire import as_data

_EXAMPLES = "a path such as title.text, dates.start or claims.ID.what.killed"

Decision = tuple[Proposal, bool]
"""A proposal, and whether the machine's value is taken."""


def set_field(workspace: Workspace, name: str, path: str, value: str, *, by: str | None, on: date) -> Edited:
    """Put another value at a path.

    Args:
        workspace: where the record lies.
        name: the record, as an editor names it.
        path: of the value.
        value: as written on the command line; ``null`` leaves the field out.
        by: the editor, who renews the seal of a claim that was accepted.
        on: day of the run.

    Raises:
        EditRefused: no such record or path, or a path that another command is for.
        BriefingError: the schema does not allow the value, or it could not be written.
    """

    def changed(opened: Opened) -> Draft:
        before = opened.record.incident
        new = value_of(value)
        _check_path(before, path, new)
        after = _set(before, path, new)
        _check_links(before, after, path)
        if path in ("title.text", "title") and after.title.text != before.title.text:
            after = replace(after, title=replace(after.title, origin=_origin(opened, after, path)))
        after, told = _resealed(before, after, by)
        return Draft(after, told)

    return edit_record(workspace, name, changed, on=on)


def open_proposals(workspace: Workspace, name: str) -> tuple[str, tuple[tuple[Proposal, Item], ...]]:
    """Id of a record, and its proposals, each with its fields as the file has them.

    Raises:
        EditRefused: no such record.
    """
    records, faults = read_records(workspace)
    incident = find_record(records, faults, name).incident
    record: Item = as_data(incident)
    return incident.id, tuple(zip(incident.proposals, record.get("proposals", ()), strict=True))


def settle_proposals(
    workspace: Workspace, name: str, decisions: Sequence[Decision], *, by: str | None, on: date
) -> Edited:
    """Decide on proposals.

    Args:
        workspace: where the record lies.
        name: the record, as an editor names it.
        decisions: those that are decided; the others stay open.
        by: the editor, who accepts the value that is taken over.
        on: day of the run.

    Raises:
        EditRefused: no such record, or a proposal that it has not, or no more.
        BriefingError: the record could not be written.
    """

    def settled(opened: Opened) -> Draft:
        incident = opened.record.incident
        told: list[str] = []
        for proposal, take in decisions:
            if proposal not in incident.proposals:
                raise EditRefused(f"{incident.id}: {proposal.at}: expected an open proposal, found another or none")
            held = {each.id for each in incident.claims if each.review is not None}
            incident = _taken(incident, proposal, by) if take else dismiss_proposal(incident, proposal.at)
            told.append(f"{proposal.at}: {'theirs taken' if take else 'ours kept'}")
            lost = sorted(each.id for each in incident.claims if each.id in held and each.review is None)
            told += [f"{each}: no longer accepted; accept it anew, or give --by" for each in lost]
        if any(take and proposal.at.startswith("claims.") for proposal, take in decisions):
            told.append("title and summary follow with the next `briefing build`, unless an editor wrote them")
        return Draft(incident, tuple(told))

    return edit_record(workspace, name, settled, on=on)


def _taken(incident: Incident, proposal: Proposal, by: str | None) -> Incident:
    try:
        return apply_proposal(incident, proposal, by=by)
    except NoSuchPath:
        hint = "it can only be settled as ours"
        raise EditRefused(f"{incident.id}: {proposal.at}: expected the entry it is about, found none; {hint}") from None
    except InvalidRecord as fault:
        raise _at_path(fault, incident, proposal.at) from None


def _check_path(incident: Incident, path: str, new: object) -> None:
    """Refuse what leads nowhere, and what another command is for.

    Raises:
        EditRefused: with the nearest paths.
    """
    entry = entry_of(path)
    if entry is None:
        return
    name, key, steps = entry
    record: Item = as_data(incident)
    field = "at" if name == "related" else "id"
    known = [str(each[field]) for each in record.get(name, ())]
    added = not steps and isinstance(new, dict) and new.get(field) == key
    if key not in known and not added:
        near = nearest(key, known)
        raise EditRefused(f"{incident.id}: {path}: expected an entry of {name}, found {shown(key)}; {near}")
    instead = {
        ("claims", ()): "briefing reject" if new is None else None,
        ("claims", ("review",)): "briefing accept",
    }.get((name, steps[:1]))
    if instead:
        raise EditRefused(f"{incident.id}: {path}: expected another path, found one for `{instead}`; use that")
    if steps[:1] == ("id",) or (not steps and isinstance(new, dict) and new.get(field) != key):
        raise EditRefused(f"{incident.id}: {path}: expected the id to stay, found another; ids are never changed")


def _check_links(before: Incident, after: Incident, path: str) -> None:
    """Refuse a change that leaves an id without its entry.

    Raises:
        EditRefused: with what names it.
    """
    loose = sorted(dangling(after) - dangling(before))
    if loose:
        holder, name = loose[0]
        hint = "change what names it first" if len(loose) == 1 else f"and {len(loose) - 1} more like it"
        raise EditRefused(f"{after.id}: {path}: expected every id to stand, found {holder} naming {name}; {hint}")


def _set(incident: Incident, path: str, new: object) -> Incident:
    try:
        return set_value(incident, path, new)
    except NoSuchPath:
        raise EditRefused(f"{incident.id}: {path}: expected {_EXAMPLES}, found no such value") from None
    except InvalidRecord as fault:
        raise _at_path(fault, incident, path) from None


def _at_path(fault: InvalidRecord, incident: Incident, path: str) -> InvalidRecord:
    file = f"{incident.id}: {path}"
    return InvalidRecord(file, expected=fault.expected, found=fault.found, hint=fault.hint, code=fault.code)


def _origin(opened: Opened, after: Incident, path: str) -> Origin:
    """An editor's, unless the machine's own title is put back."""
    base = opened.base
    if base is not None and base.title.text == after.title.text:
        return base.title.origin
    return Origin.EDITOR if path == "title.text" else after.title.origin


def _resealed(before: Incident, after: Incident, by: str | None) -> tuple[Incident, tuple[str, ...]]:
    """The record with the seals of changed claims renewed where an editor answers for it, and what became of them."""
    earlier = {each.id: each for each in before.claims}
    claims = list(after.claims)
    told: list[str] = []
    for place, each in enumerate(after.claims):
        old = earlier.get(each.id)
        if old is None or old.review is None or each.review is None or not is_sealed(old) or is_sealed(each):
            continue
        if by is None:
            told.append(f"{each.id}: changed since {old.review.by} accepted it; accept it anew, or give --by")
        else:
            claims[place] = sealed(each, state=each.review.state, by=by)
            told.append(f"{each.id}: sealed anew by {by}")
    return replace(after, claims=tuple(claims)), tuple(told)
