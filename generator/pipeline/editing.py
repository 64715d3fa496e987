"""An editor's change of one record: the record is found, changed, checked and written, while the workspace is held."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from difflib import get_close_matches

from generator.errors import BriefingError
from generator.model.claim import Claim
from generator.model.finding import Finding
from generator.model.incident import Incident, Record
from generator.model.values import value
from generator.settings import Workspace
from generator.store.edits import Opened, checked, edit_writes, open_record
from generator.store.journal import held
from generator.store.repository import apply, read_records
from generator.store.scalars import shown

_NAMED = 3  # ids in a message


class EditRefused(BriefingError):
    """A change that cannot be made: it names what is not there, or something else rests on what it would take away."""


@value
class Draft:
    """A record as a change would leave it.

    Attributes:
        incident: the record from now on.
        told: what the editor should know, a line each.
        base: the machine's last word from now on, where it changes with the record.
    """

    incident: Incident
    told: tuple[str, ...] = ()
    base: Incident | None = None


@value
class Edited:
    """What a change did.

    Attributes:
        id: of the record.
        changed: files that changed, relative to the workspace.
        told: what the editor should know, a line each.
    """

    id: str
    changed: tuple[str, ...]
    told: tuple[str, ...] = ()


def edit_record(workspace: Workspace, name: str, change: Callable[[Opened], Draft], *, on: date) -> Edited:
    """Change one record; all its files are written, or none.

    Args:
        workspace: where the records lie.
        name: id of the record, an earlier id of it, or the beginning of an id that no other has.
        change: the record before to the record after.
        on: day of the run, for the history.

    Raises:
        EditRefused: there is no such record, or the change cannot be made.
        BriefingError: another run holds the workspace, the record would break the schema, or the disk refused.
    """
    with held(workspace.content):
        records, faults = read_records(workspace)
        record = find_record(records, faults, name)
        opened = open_record(workspace, record, records, on=on.isoformat())
        draft = change(opened)
        after = checked(draft.incident, record.file)
        changed = apply(workspace, edit_writes(opened, after, base=draft.base))
    return Edited(record.incident.id, changed, draft.told)


def find_record(records: Sequence[Record], faults: Iterable[Finding], name: str) -> Record:
    """The record that an editor names.

    Args:
        records: all that can be read.
        faults: what is wrong with the others.
        name: an id, an earlier id, or the beginning of an id that no other has.

    Raises:
        EditRefused: no record, or several.
    """
    broken = next((each for each in faults if each.file.endswith(f"/{name}.yml")), None)
    if broken is not None:
        raise EditRefused(str(broken))
    exact = [each for each in records if each.incident.id == name]
    former = [each for each in records if name in each.incident.aliases]
    found = exact or former or [each for each in records if name and each.incident.id.startswith(name)]
    if len(found) == 1:
        return found[0]
    ids = sorted(each.incident.id for each in found)
    if ids:
        raise EditRefused(f"{shown(name)}: expected one record, found {len(ids)}: {_some(ids)}; give more of the id")
    near = nearest(name, [each.incident.id for each in records])
    raise EditRefused(f"{shown(name)}: expected the id of a record, found none of that name; {near}")


def find_claim(incident: Incident, name: str) -> Claim:
    """The claim that an editor names.

    Raises:
        EditRefused: the record has none of that id.
    """
    for each in incident.claims:
        if each.id == name:
            return each
    near = nearest(name, [each.id for each in incident.claims])
    raise EditRefused(f"{incident.id}: expected the id of a claim, found {shown(name)}; {near}")


def nearest(name: str, ids: Iterable[str]) -> str:
    """Which ids look most like one that is not there, as the end of a message."""
    known = sorted(ids)
    near = get_close_matches(name, known, _NAMED, 0.3) or known[:_NAMED]
    return f"the nearest: {', '.join(near)}" if near else "there are none yet"


def _some(ids: Sequence[str]) -> str:
    more = [] if len(ids) <= _NAMED else ["..."]
    return ", ".join([*ids[:_NAMED], *more])
