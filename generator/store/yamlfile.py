"""The strict loader of record files: the part of YAML that a reviewer can take at its word.

What another reader of YAML could take differently, or what a re-written file would lose, is refused where it stands:
duplicate keys, anchors, aliases, tags, several documents, and comments below the header.
"""

import re
import unicodedata
from collections.abc import Callable
from typing import Any, NoReturn

import yaml

from generator.errors import InvalidRecord
from generator.model.incident import Path, Position
from generator.store.emitter import emit
from generator.store.recordtext import MAX_BYTES, check_text, place_in, read_text
from generator.store.scalars import SURROGATE, resolve, shown

__all__ = ["MAX_BYTES", "emit", "load", "read_text"]

MAX_DEPTH = 12
"""Deepest nesting of lists and mappings."""

MAX_NODES = 16_000
"""Most keys, values and ends of lists and mappings; a record that people review has about a thousand."""

_LONGEST_PROBLEM = 100  # signs of the parser's own words, which can repeat the file's
_ENGINE: type = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_Event = Any  # both engines give the same events, with marks that always stand; the type stubs know neither
_HEADER = re.compile(r"(?: *+(?:#[^\n]*+)?\n)*+(?:#[^\n]*+\Z)?")
_BLOCK_SCALAR_HEAD = re.compile(r"[|>][^\n#]*#")


def load(text: str, file: str) -> tuple[dict[str, object], dict[Path, Position]]:
    """Read a record file into plain data, and where each value of it begins.

    Args:
        text: the file, decoded.
        file: its name, for messages.

    Returns:
        The top mapping; and for the path of each key's value and list item its 1-based line and column.

    Raises:
        InvalidRecord: the text is no YAML, or uses more of YAML than a record may.
    """
    check_text(text, file)
    reader = _Reader(text, file)
    try:
        data = reader.document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = (mark.line + 1, mark.column + 1) if mark else reader.reached
        raise _fault(file, at, error.problem or error.context or "unknown") from None
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        raise _fault(file, reader.reached, str(error)) from None
    return data, reader.positions


class _Reader:
    """Walks the parser's events once; every value is built here, so that nothing is resolved behind our back."""

    def __init__(self, text: str, file: str) -> None:
        self.positions: dict[Path, Position] = {}
        self._last: _Event = None
        self._text = text
        self._file = file
        self._parse: Callable[[], _Event] = _ENGINE(text).get_event
        self._nodes = 0
        header = _HEADER.match(text)
        self._read_to = header.end() if header else 0
        self._comments = text.find("#", self._read_to) >= 0
        self._escapes = "\\" in text

    @property
    def reached(self) -> tuple[int, int]:
        """Where the last thing that could be read begins."""
        return _start(self._last) if self._last else (1, 1)

    def document(self) -> dict[str, object]:
        """The top mapping of the only document."""
        self._next()
        start = self._next()
        if isinstance(start, yaml.StreamEndEvent):
            self._refuse(start, "not-a-mapping", "the fields of a record", "an empty file")
        if getattr(start, "explicit", False):
            self._refuse(start, "documents", "one document", "a document marker", "remove the line")
        top = self._next()
        if not isinstance(top, yaml.MappingStartEvent):
            self._refuse(top, "not-a-mapping", "fields such as `id: ...`", "no mapping")
        self._check_properties(top)
        self.positions[()] = Position(*_start(top))
        data = self._mapping(())
        end = self._next()
        if getattr(end, "explicit", False) or not isinstance(self._next(), yaml.StreamEndEvent):
            self._refuse(end, "documents", "one document", "a document marker", "remove the line")
        self._find_comment(len(self._text))
        return data

    def _next(self) -> _Event:
        """The next event of the parser; a file of more than a person could review ends here."""
        self._last = event = self._parse()
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self._refuse(event, "too-large", f"at most {MAX_NODES:,} keys and values", "more", "split the record")
        return event

    def _value(self, event: _Event, path: Path) -> object:
        mark = event.start_mark
        self.positions[path] = Position(mark.line + 1, mark.column + 1)
        if isinstance(event, yaml.ScalarEvent):
            text = self._scalar(event)
            return resolve(text) if event.implicit[0] else text
        if isinstance(event, yaml.AliasEvent):
            self._refuse(event, "alias", "a value", f"the alias {shown(f'*{event.anchor}')}", "write the value out")
        self._check_properties(event)
        if len(path) >= MAX_DEPTH:
            self._refuse(event, "too-deep", f"at most {MAX_DEPTH} levels", "one more")
        return self._mapping(path) if isinstance(event, yaml.MappingStartEvent) else self._sequence(path)

    def _sequence(self, path: Path) -> list[object]:
        items: list[object] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            items.append(self._value(event, (*path, len(items))))
        return items

    def _mapping(self, path: Path) -> dict[str, object]:
        items: dict[str, object] = {}
        seen: set[str] = set()
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._key(event)
            folded = _folded(key)
            if folded in seen:
                self._refuse(event, "duplicate-key", "each key once", f"{shown(key)} again", "keep one of the two")
            seen.add(folded)
            items[key] = self._value(self._next(), (*path, key))
        return items

    def _key(self, event: _Event) -> str:
        if isinstance(event, yaml.AliasEvent):
            self._refuse(event, "alias", "a key", f"the alias {shown(f'*{event.anchor}')}", "write the key out")
        if not isinstance(event, yaml.ScalarEvent):
            self._refuse(event, "key-not-text", "a key of one word", "a list or mapping")
        text = self._scalar(event)
        plain = event.implicit[0]
        if plain and text == "<<":
            self._refuse(event, "merge-key", "a key", "the merge key <<", "write the fields out")
        if plain and not isinstance(resolve(text), str):
            self._refuse(event, "key-not-text", "a key of one word", shown(resolve(text)), "put it in double quotes")
        return text

    def _scalar(self, event: _Event) -> str:
        if event.anchor is not None or event.tag is not None:
            self._check_properties(event)
        if self._comments:
            start, end = event.start_mark.index, event.end_mark.index
            self._find_comment(start)
            self._read_to = max(self._read_to, end)
            head = _BLOCK_SCALAR_HEAD.match(self._text, start, end) if event.style in ("|", ">") else None
            if head:
                self._refuse_comment(head.end() - 1)
        text: str = event.value
        if self._escapes and SURROGATE.search(text):
            self._refuse(event, "control-character", "text", "half of a surrogate pair", "write the sign itself")
        return text

    def _find_comment(self, end: int) -> None:
        """No ``#`` may stand between two scalars: nothing else of the allowed YAML holds one."""
        found = self._text.find("#", self._read_to, end) if self._comments else -1
        if found >= 0:
            self._refuse_comment(found)

    def _refuse_comment(self, index: int) -> NoReturn:
        raise InvalidRecord(
            self._file,
            at=place_in(self._text, index),
            code="comment",
            expected="no comment below the first lines",
            found=shown(self._text[index:].partition("\n")[0]),
            hint="use a `note:` field; comments are lost when the file is written again",
        )

    def _check_properties(self, event: _Event) -> None:
        if event.anchor is not None:
            self._refuse(event, "anchor", "a value", f"the anchor {shown(f'&{event.anchor}')}", "remove it")
        if event.tag is not None:
            self._refuse(event, "tag", "a value", f"the tag {shown(event.tag)}", "remove it")

    def _refuse(self, event: _Event, code: str, expected: str, found: str, hint: str = "") -> NoReturn:
        raise InvalidRecord(self._file, at=_start(event), code=code, expected=expected, found=found, hint=hint)


def _start(event: _Event) -> tuple[int, int]:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _folded(key: str) -> str:
    """The same for all keys that a reader, a file system or a search could take for one another."""
    if key.isascii():
        return key.lower()
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", key).casefold())


def _fault(file: str, at: tuple[int, int], problem: str) -> InvalidRecord:
    return InvalidRecord(
        file,
        at=at,
        code="yaml",
        expected="YAML",
        found=f"a fault ({' '.join(problem[:_LONGEST_PROBLEM].split())})",
        hint="check quotes, brackets and indents around this place",
    )
