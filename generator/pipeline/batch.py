"""The batch form: one JSON object in, one JSON object out, line by line, in constant memory."""

import json
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from generator.errors import UnreadableDocument
from generator.lexicon.lexicon import Lexicon
from generator.model.finding import Finding
from generator.model.values import value
from generator.pipeline.extraction import Extraction, omissions
from generator.pipeline.seeds import try_extract
from generator.read.batch import read_line
from generator.settings import MAX_DOCUMENT_BYTES
from generator.store.wire import as_data

MAX_LINE_BYTES = 6 * MAX_DOCUMENT_BYTES + 100_000
"""Longest line that is read: a document of the largest size with every sign escaped, and its metadata."""


@value
class Answer:
    """What became of one line.

    Attributes:
        text: a JSON object on one line, ASCII, without its line end.
        size: bytes of the line that came in.
        failed: whether there is an error in place of a result.
    """

    text: str
    size: int
    failed: bool


@value
class BatchLine:
    """A line as received.

    Attributes:
        data: its bytes, cut off behind `MAX_LINE_BYTES`.
        size: how many there were.
    """

    data: bytes
    size: int


def read_lines(stream: BinaryIO) -> Iterator[BatchLine]:
    """The lines of a stream; of an over-long one only the beginning is kept."""
    while data := stream.readline(MAX_LINE_BYTES + 1):
        size = len(data)
        piece = data
        while len(piece) > MAX_LINE_BYTES and not piece.endswith(b"\n"):
            piece = stream.readline(MAX_LINE_BYTES + 1)
            size += len(piece)
        yield BatchLine(data, size)


def extract_lines(lines: Iterable[BatchLine], lexicon: Lexicon, *, source: str) -> Iterator[Answer]:
    """One answer for each line, in order; a document that cannot be read gets an error, and the run goes on.

    Args:
        lines: of the batch.
        lexicon: what the finders know.
        source: how errors call the batch.
    """
    for number, line in enumerate(lines, start=1):
        try:
            fields = _fields(line, number, source, lexicon)
        except UnreadableDocument as error:
            fields = {"id": _find_id(line), "error": str(error)}
        yield Answer(json.dumps(fields), line.size, "error" in fields)


def answer_fields(extraction: Extraction, findings: Iterable[Finding]) -> dict[str, object]:
    """What the batch form says of one document."""
    return {
        "id": extraction.document.file,
        "relevant": extraction.assembly.relevant,
        "incidents": [as_data(assembly.incident) for assembly in extraction.assemblies],
        "findings": [_finding_fields(finding) for finding in findings],
    }


def _fields(line: BatchLine, number: int, source: str, lexicon: Lexicon) -> dict[str, object]:
    """The answer to one line.

    Raises:
        UnreadableDocument: the line holds no document.
    """
    if line.size > MAX_LINE_BYTES:
        raise UnreadableDocument(
            f"{source}:{number}: expected a line of at most {MAX_LINE_BYTES:,} bytes, found {line.size:,}"
        )
    reading = read_line(line.data, number, source=source)
    result = try_extract(reading.document, lexicon, name=f"{source}:{number}")
    if isinstance(result, Finding):
        return {"id": reading.document.file, "error": str(result)}
    return answer_fields(result, (*reading.findings, *omissions(result, result.document.file)))


def _find_id(line: BatchLine) -> str | None:
    """The id of a line that holds no document, where it can be told."""
    try:
        fields = json.loads(line.data) if line.size <= MAX_LINE_BYTES else None
    except (ValueError, RecursionError):
        return None
    name = fields.get("id") if isinstance(fields, dict) else None
    return str(name) if isinstance(name, str | int) else None


def _finding_fields(finding: Finding) -> dict[str, object]:
    fields = {
        "code": finding.code,
        "severity": finding.severity.value,
        "expected": finding.expected,
        "found": finding.found,
        "hint": finding.hint or None,
        "line": finding.line,
    }
    return {name: value for name, value in fields.items() if value is not None}
