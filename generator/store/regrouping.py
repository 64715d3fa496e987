"""Records that no person touched, grouped anew by the machine: closed, opened again, or brought to a smaller word.

Whatever a person edited, reviewed, merged or withdrew stays as it is; that is for an editor to decide.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field, replace
from datetime import date

from generator.errors import InvalidRecord
from generator.model.incident import Incident, Record, Status
from generator.model.values import value
from generator.settings import Workspace
from generator.store.desk import history_writes, record_writes, unwritable, with_comments
from generator.store.edits import Opened, open_record
from generator.store.following import followed, is_untouched
from generator.store.history import ADDED, EDITOR, Change, find_changes
from generator.store.journal import Write
from generator.store.repository import Reconciled, apply, read_history

States = tuple[Incident, Incident | None]
"""A record from now on, and the machine's last word from now on; None where that is lost."""


@value
class Regrouping:
    """What becomes of records that no person touched.

    Attributes:
        closed: id of a record whose stories another record tells now -> id of that one, where it leads.
        retold: id of a record that lost stories, or is opened again -> the machine's one word on it; of one that is
            closed, the word that it leads to.
    """

    closed: Mapping[str, str] = field(default_factory=dict)
    retold: Mapping[str, Incident] = field(default_factory=dict)


def find_touched(workspace: Workspace, records: Iterable[Record]) -> Callable[[str], bool]:
    """Whether a person had a hand in a record, by its id; the machine's last word is read when asked.

    Args:
        workspace: where they lie.
        records: all that can be read.
    """
    known = {each.incident.id: each for each in records}
    targets: dict[str, list[str]] = {}
    for name, each in known.items():
        if each.incident.status is not None and each.incident.status.merged_into is not None:
            targets.setdefault(each.incident.status.merged_into, []).append(name)
    found: dict[str, bool] = {}

    def is_touched(name: str) -> bool:
        if name not in known:
            return True
        if name not in found:
            found[name] = True  # a circle of merges is a person's work
            edited = not _is_as_left(workspace, known[name], tuple(known.values()))
            found[name] = edited or any(is_touched(each) for each in targets.get(name, ()))
        return found[name]

    return is_touched


def find_parted(workspace: Workspace) -> Callable[[str, str], bool]:
    """Whether an editor split one of two records off the other, by their ids; histories are read when asked.

    Args:
        workspace: where they lie.
    """

    def is_parted(one: str, other: str) -> bool:
        lines = ((change, origin) for name, origin in ((one, other), (other, one)) for change in past(name))
        return any(change.field == ADDED and change.by == EDITOR and change.old == origin for change, origin in lines)

    def past(name: str) -> tuple[Change, ...]:
        return read_history(workspace, name)[0]

    return is_parted


def _is_as_left(workspace: Workspace, record: Record, records: tuple[Record, ...]) -> bool:
    """Whether a record says what the machine said last, and its history tells of no person.

    Once a person's word and the machine's are the same, as after a record was opened again, the history alone tells.
    """
    try:
        opened = open_record(workspace, record, records, on="")
    except InvalidRecord:
        return False
    edited = any(change.by == EDITOR for change in opened.past)
    return not edited and opened.base is not None and is_untouched(record.incident, opened.base)


def regroup(workspace: Workspace, records: Iterable[Record], regrouping: Regrouping, *, on: date) -> Reconciled:
    """Write what becomes of records that no person touched; the workspace is held by the caller.

    Raises:
        BriefingError: the disk refused; then all files are as they were, or as they should be.
    """
    known = {each.incident.id: each for each in records}
    writes: list[Write] = []
    findings = []
    for name in sorted({*regrouping.closed, *regrouping.retold} & known.keys()):
        opened = open_record(workspace, known[name], tuple(known.values()), on=on.isoformat())
        target = regrouping.closed.get(name)
        try:
            word = regrouping.retold.get(name)
            states = (followed(opened.record.incident, word),) * 2 if word else (opened.record.incident, opened.base)
            writes += _writes(opened, _closed(states, target) if target else states)
        except (InvalidRecord, ValueError) as fault:
            findings.append(unwritable(opened.desk, fault))
    return Reconciled(apply(workspace, writes) if writes else (), tuple(findings))


def _closed(states: States, target: str) -> States:
    record, base = states
    status = Status(merged_into=target)
    return replace(record, status=status), base and replace(base, status=status)


def _writes(opened: Opened, after: States) -> Iterable[Write]:
    before = opened.record.incident
    text = with_comments(opened.record.text, after[0])
    yield from record_writes(opened.desk, after, text, opened.last)
    yield from history_writes(opened.desk, find_changes(before, after[0], on=opened.desk.on))
