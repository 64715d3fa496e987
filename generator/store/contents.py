"""What ``content/`` holds of the records that some incidents belong to: who holds what, and the bytes of each."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from generator.model.incident import Incident, Record
from generator.settings import Workspace
from generator.store.desk import Stored
from generator.store.files import SUFFIX, bytes_or_fault, last_words, record_files
from generator.store.holders import grouped, index_records
from generator.store.lastword import read_last_word
from generator.store.reconcile import Contents

_ID = re.compile("[a-z0-9][a-z0-9-]{0,99}")


def read_contents(workspace: Workspace, extracted: Iterable[Incident], records: Iterable[Record]) -> Contents:
    """What ``content/`` holds of the records that some incidents belong to.

    A record that a person deleted, or that cannot be read just now, is known by the machine's last word on it: its
    documents make no second one.

    Args:
        workspace: where the records lie.
        extracted: freshly extracted incidents.
        records: all that can be read.
    """
    known = {each.incident.id: each for each in records}
    standing = _standing(workspace, known)
    living = [each.incident for each in known.values()]
    words = last_words(workspace)
    gone = read_absent(workspace, known.values())
    index = replace(index_records((*living, *gone), words - standing), ids=frozenset(standing))
    names = [name for name, _ in grouped(extracted, index) if _ID.fullmatch(name)]
    return Contents({name: _stored(workspace, name, known.get(name), standing) for name in names}, index)


def read_absent(workspace: Workspace, records: Iterable[Record]) -> tuple[Incident, ...]:
    """The machine's last words on records that a person deleted, or that cannot be read just now.

    Args:
        workspace: where they lie.
        records: all that can be read.
    """
    living = {each.incident.id: each.incident for each in records}
    words = last_words(workspace)
    former = {alias for each in living.values() for alias in each.aliases}
    # Who gave a record another id and kept no trace of the former one has not deleted it.
    kept = (each for each in living.values() if words.isdisjoint((each.id, *each.aliases)))
    moved = {name for each in kept for name in _digests(each)}
    said = (_last_word(workspace, name) for name in sorted(words - living.keys() - former))
    return tuple(each for each in said if each is not None and moved.isdisjoint(_digests(each)))


def read_stored(workspace: Workspace, record: Record, records: Iterable[Record]) -> Stored:
    """What lies under the id of a record.

    Args:
        workspace: where it lies.
        record: the record.
        records: all that can be read.
    """
    known = {each.incident.id: each for each in records}
    return _stored(workspace, record.incident.id, record, _standing(workspace, known))


def is_named_by_id(record: Record) -> bool:
    """Whether the file of a record is called as the program would call it."""
    return _file_name(record) == record.incident.id + SUFFIX


def _file_name(record: Record) -> str:
    return record.file.rpartition("/")[2]


def _standing(workspace: Workspace, known: Mapping[str, Record]) -> set[str]:
    """The ids of all records, of those too whose files cannot be read."""
    files = {_file_name(each) for each in known.values()}
    return {*known, *(path.stem for path in record_files(workspace) if path.name not in files)}


def _digests(incident: Incident) -> Iterator[str]:
    return (source.sha256 for source in incident.documents)


def _last_word(workspace: Workspace, name: str) -> Incident | None:
    path = workspace.generated / (name + SUFFIX)
    raw = _bytes(path)
    incident = read_last_word(raw, workspace.name(path)).incident if raw is not None else None
    return incident if incident is not None and incident.id == name else None


def _stored(workspace: Workspace, name: str, record: Record | None, standing: set[str]) -> Stored:
    """What lies under an id, and what still lies under earlier ones that no other record has now."""
    file = _file_name(record) if record and not is_named_by_id(record) else None
    aliases = record.incident.aliases if record else ()
    earlier = [each for each in aliases if each not in standing and _ID.fullmatch(each)]
    bases = [(each, workspace.generated / (each + SUFFIX)) for each in (name, *earlier)]
    former = next((each for each, path in bases if os.path.lexists(path)), name)
    ours = workspace.incidents / (file or name + SUFFIX)
    parts = [ours, workspace.generated / (former + SUFFIX), workspace.history / f"{name}.jsonl"]
    found = [bytes_or_fault(path, workspace.name(path)) if os.path.lexists(path) else None for path in parts]
    moved = former if former != name else None
    places = [place for each in earlier for place in (f"generated/{each}{SUFFIX}", f"history/{each}.jsonl")]
    lying = ((place, _bytes(workspace.content / place)) for place in places)
    left = tuple((place, data) for place, data in lying if data is not None)
    return Stored(found[0], found[1], found[2], file=file, former=moved, earlier=left)


def _bytes(path: Path) -> bytes | None:
    """The bytes of a file that may not be there; what is no plain file is left alone."""
    found = bytes_or_fault(path, path.name) if os.path.lexists(path) else None
    return found if isinstance(found, bytes) else None
