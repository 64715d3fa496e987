"""The batch form: one JSON object a line, one document each."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from generator.model.document import Document
from generator.model.span import Span
from generator.read.metadata import KNOWN, Stated, by_own_names, read_metadata
from generator.read.normalise import fold
from generator.read.plaintext import check_size
from generator.read.reading import Reading, refusal

_SHAPE = 'a JSON object with "id" and "text"'
_MAX_ID = 200


def read_line(line: str | bytes, number: int, *, source: str = "input") -> Reading:
    """The document of one batch line; its file name is the line's id, its digest that of the text in UTF-8.

    Keys other than id, text and the metadata fields belong to the sender and are passed over.

    Args:
        line: the line, with or without its line end.
        number: 1-based number of the line.
        source: how messages call the batch.

    Raises:
        UnreadableDocument: not such an object, or its text is empty or over-large.
    """
    name = f"{source}:{number}"
    fields = _fields(line, name)
    identifier, text = fields.get("id"), fields.get("text")
    if isinstance(identifier, int) and not isinstance(identifier, bool):
        identifier = str(identifier)
    if not isinstance(identifier, str) or not identifier.isprintable() or not 0 < len(identifier) <= _MAX_ID:
        hint = f"give each line an id of 1 to {_MAX_ID} visible characters"
        raise refusal(name, expected=_SHAPE, found="no usable id", hint=hint)
    if not isinstance(text, str) or not (folded := fold(text)).strip():
        raise refusal(name, expected=_SHAPE, found="no text", hint="give each line the text of its document")
    try:
        data = text.encode()
    except UnicodeEncodeError as error:
        found = f"half a surrogate pair at character {error.start}"
        raise refusal(name, expected="text of Unicode characters", found=found, hint="escape the text anew") from error
    check_size(len(data), name)
    metadata, findings = read_metadata(_stated(fields), identifier)
    digest = hashlib.sha256(data).hexdigest()
    return Reading(Document(identifier, text, folded, digest, Span(0, len(text)), metadata), findings)


def _fields(line: str | bytes, name: str) -> Mapping[str, Any]:
    """The line's JSON object."""
    try:
        fields = json.loads(line)
    except json.JSONDecodeError as error:
        found = f"{error.msg.lower()} at character {error.pos + 1}"
        raise refusal(name, expected=_SHAPE, found=found, hint="correct the line") from error
    except (UnicodeDecodeError, RecursionError, ValueError) as error:
        found = "bytes that are no UTF-8" if isinstance(error, UnicodeDecodeError) else "values nested too deeply"
        raise refusal(name, expected=_SHAPE, found=found, hint="correct the line") from error
    if not isinstance(fields, dict):
        raise refusal(name, expected=_SHAPE, found=f"a {type(fields).__name__}", hint="correct the line")
    return fields


def _stated(fields: Mapping[str, Any]) -> dict[str, Stated]:
    """The metadata that the line gives; null is absent, other values count as their text."""
    given = {name: value for name, value in fields.items() if name in KNOWN and value is not None}
    return {
        field: Stated(value if isinstance(value, str) else json.dumps(value))
        for field, value in by_own_names(given).items()
    }
