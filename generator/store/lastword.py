"""The machine's last word on a record: a generated file, which nobody edits by hand.

Its second line holds a digest of all that follows. A file that was changed by hand, or torn by a merge of versions,
does not fit its digest, and is no base to tell a person's values from the machine's by.
"""

import hashlib
import re

from generator.errors import InvalidRecord
from generator.model.incident import Incident
from generator.model.values import value
from generator.store.emitter import HEADER
from generator.store.record import parse_record, record_of
from generator.store.recordtext import read_text

_SEAL = re.compile(r"# made by briefing, not to be edited; sha256 of the lines below: (?P<digest>[0-9a-f]{64})\n")


@value
class LastWord:
    """A generated file as read.

    Attributes:
        incident: what the machine said; None where that is lost.
        text: the file, decoded; empty where it cannot be.
        fault: why it is lost.
    """

    incident: Incident | None
    text: str = ""
    fault: InvalidRecord | None = None


def last_word_of(incident: Incident) -> str:
    """The text of a generated file."""
    body = record_of(incident).removeprefix(HEADER)
    return f"{HEADER}# made by briefing, not to be edited; sha256 of the lines below: {_digest(body)}\n{body}"


def read_last_word(raw: bytes, file: str) -> LastWord:
    """What a generated file says; one of an earlier version, which has no digest, is taken at its word."""
    text = ""
    try:
        text = read_text(raw, file)
        check_digest(text, file)
        return LastWord(parse_record(text, file).incident, text)
    except InvalidRecord as fault:
        return LastWord(None, text, fault)


def check_digest(text: str, file: str) -> None:
    """Refuse a generated file that is not as the program wrote it.

    Raises:
        InvalidRecord: its digest is that of another text.
    """
    found = _SEAL.search(text)
    if found is None or _digest(text[found.end() :]) == found["digest"]:
        return
    raise InvalidRecord(
        file,
        at=(2, found.start("digest") - found.start() + 1),
        code="edited-generated",
        expected="a file as the program wrote it",
        found="one that was changed since",
        hint="edit the record under content/incidents/ instead; put this file back from version control",
    )


def _digest(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()
