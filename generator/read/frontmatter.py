"""Front matter: a YAML mapping of text between two lines of three dashes, above the story."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.model.document import Metadata
from generator.model.finding import Finding, Severity
from generator.model.span import Span
from generator.model.values import value
from generator.read.metadata import FIELDS, KNOWN, Stated, by_own_names, read_metadata

if TYPE_CHECKING:
    import yaml

_MAX_SIGNS = 16_000
"""A block that is not closed within so many code points is no front matter."""

_OPENING = re.compile(r"---[ \t]*\r?\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_FIELD_LINE = re.compile(r"^[A-Za-z_\"'][\w \"'-]{0,40}:", re.MULTILINE)
_QUOTED = re.compile(r':\s*"(?:[^"\\]|\\.)*"', re.DOTALL)
_ESCAPE = re.compile(
    r"\\u(d[89ab][\da-f]{2})\\u(d[c-f][\da-f]{2})|(\\ud[89a-f][\da-f]{2})|\\.", re.ASCII | re.DOTALL | re.IGNORECASE
)
"""An escape of YAML: the two halves of a surrogate pair, a half alone, or another one."""

_NOTHING = frozenset(("", "~", "null", "Null", "NULL"))
_LEAVE_OUT = "the document is read without it"


@value
class FrontMatter:
    """What stands above the story.

    Attributes:
        metadata: the usable fields.
        body: span of the text behind the block; the whole text where there is none.
        findings: what could not be used; the block is kept out of the story all the same.
    """

    metadata: Metadata
    body: Span
    findings: tuple[Finding, ...] = ()


class _Broken(ValueError):
    """YAML that is no mapping of plain text: 1-based line of the source, expected, found."""

    def __init__(self, line: int, expected: str, found: str) -> None:
        super().__init__(line, expected, found)
        self.line = line
        self.expected = expected
        self.found = found


def read_front_matter(text: str, file: str) -> FrontMatter:
    """Tell front matter from the story.

    A block counts as front matter if the text begins with it, it is closed, and at least one of its lines names a
    field or it is empty: a story between two ruled lines stays a story.

    Args:
        text: the decoded text.
        file: how findings call the document.
    """
    whole = FrontMatter(Metadata(), Span(0, len(text)))
    if not text.startswith("---"):
        return whole
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end(), _MAX_SIGNS) if opening else None
    if opening is None or closing is None:
        return _unclosed(whole, file) if opening and _FIELD_LINE.match(text, opening.end()) else whole
    block = text[opening.end() : closing.start()]
    if block.strip() and _FIELD_LINE.search(block) is None:
        return whole
    body = Span(closing.end(), len(text))
    try:
        stated, findings = _read_fields(block, file)
    except _Broken as fault:
        return FrontMatter(Metadata(), body, (_finding(file, fault),))
    metadata, unusable = read_metadata(stated, file)
    return FrontMatter(metadata, body, (*findings, *unusable))


def _unclosed(whole: FrontMatter, file: str) -> FrontMatter:
    finding = Finding(
        file,
        "broken-front-matter",
        expected="a line --- behind the front matter",
        found="none",
        hint="close the block; until then it is read as part of the story",
        line=1,
        severity=Severity.WARNING,
    )
    return FrontMatter(whole.metadata, whole.body, (finding,))


def _finding(file: str, fault: _Broken) -> Finding:
    return Finding(
        file,
        "broken-front-matter",
        expected=fault.expected,
        found=fault.found,
        hint="correct the block; the document is read without its fields",
        line=fault.line,
        severity=Severity.WARNING,
    )


def _read_fields(block: str, file: str) -> tuple[dict[str, Stated], tuple[Finding, ...]]:
    """The known fields of the block, and findings for the others."""
    stated: dict[str, Stated] = {}
    findings: list[Finding] = []
    for name, field in _pairs(block):
        if name not in KNOWN:
            note = Severity.NOTE
            expected = f"one of {', '.join(FIELDS)}"
            findings.append(
                Finding(file, "unknown-field", expected, repr(name[:40]), _LEAVE_OUT, line=field.line, severity=note)
            )
        elif name in stated:
            raise _Broken(field.line or 1, f"the field {name} once", "a second one")
        elif field.value not in _NOTHING:
            stated[name] = field
    return by_own_names(stated), tuple(findings)


def _pairs(block: str) -> Iterator[tuple[str, Stated]]:
    """Keys and values of the mapping; the YAML parser's events are read directly, so nothing is ever resolved."""
    import yaml  # noqa: PLC0415 - few documents have front matter

    name: str | None = None
    inside = False
    try:
        for event in yaml.parse(_with_whole_signs(block), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            line = event.start_mark.line + 2 if event.start_mark else 1
            if isinstance(event, yaml.MappingStartEvent) and not inside and not event.anchor and not event.tag:
                inside = True
            elif isinstance(event, yaml.ScalarEvent) and inside and not event.anchor and not event.tag:
                if name is None:
                    name = event.value
                else:
                    yield name, Stated(event.value, line)
                    name = None
            elif isinstance(event, yaml.NodeEvent):
                raise _Broken(line, "a mapping of plain text, without anchors, tags or lists", _described(event))
    except (yaml.YAMLError, ValueError) as error:
        if isinstance(error, _Broken):
            raise
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "characters that YAML forbids"
        raise _Broken(mark.line + 2 if mark else 1, "YAML", problem) from error


def _with_whole_signs(block: str) -> str:
    """The block with each surrogate pair in double quotes, which JSON writes and YAML refuses, as YAML's one escape."""
    pieces: list[str] = []
    place = 0
    for quoted in _QUOTED.finditer(block):
        for found in _ESCAPE.finditer(block, *quoted.span()):
            high, low, half = found.groups()
            if half is not None:
                line = block.count("\n", 0, found.start()) + 2
                raise _Broken(line, "both halves of a surrogate pair, or the sign itself", f"{half} alone")
            if high is not None:
                sign = 0x10000 + (int(high, 16) - 0xD800) * 0x400 + int(low, 16) - 0xDC00
                pieces += (block[place : found.start()], f"\\U{sign:08x}")
                place = found.end()
    return "".join((*pieces, block[place:]))


def _described(event: "yaml.NodeEvent") -> str:
    import yaml  # noqa: PLC0415 - see above

    if isinstance(event, yaml.AliasEvent):
        return f"the alias *{event.anchor}"
    if event.anchor:
        return f"the anchor &{event.anchor}"
    if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag:
        return f"the tag {event.tag}"
    return "text without a key" if isinstance(event, yaml.ScalarEvent) else "a value inside a value"
