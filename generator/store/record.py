"""A record and its text."""

from functools import lru_cache

from generator.errors import InvalidRecord
from generator.model.finding import Finding
from generator.model.incident import Incident, Record
from generator.store.emitter import emit
from generator.store.wire import as_data

_AT_HAND = 4096
"""Records kept as they were read: a run reads each several times, before and after it writes."""


def record_of(incident: Incident) -> str:
    """The canonical text of a record."""
    return emit(as_data(incident))


def parse_record(text: str, file: str) -> Record:
    """The record that a text holds.

    Args:
        text: a record file, decoded.
        file: its name, for messages.

    Raises:
        InvalidRecord: the first fault of the text.
    """
    result = parse_or_faults(text, file)
    if isinstance(result, Record):
        return result
    raise result[0]


@lru_cache(maxsize=_AT_HAND)
def parse_or_faults(text: str, file: str) -> Record | tuple[InvalidRecord, ...]:
    """The record that a text holds, or every fault of it, in the order of the file."""
    from generator.store.schema import examine  # noqa: PLC0415 - the schema takes long to load, and writing needs none
    from generator.store.yamlfile import load  # noqa: PLC0415

    try:
        data, positions = load(text, file)
    except InvalidRecord as fault:
        return (fault,)
    result = examine(data, positions, file)
    return Record(result, file, text, positions) if isinstance(result, Incident) else result


def finding_of(fault: InvalidRecord) -> Finding:
    """A fault of a record file as a finding."""
    return Finding(
        file=fault.file,
        code=fault.code,
        expected=fault.expected,
        found=fault.found,
        hint=fault.hint,
        line=fault.line,
        column=fault.column,
    )
