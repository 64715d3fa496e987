"""Batch lines."""

import hashlib
import json

import pytest

from generator.errors import UnreadableDocument
from generator.model.document import Metadata
from generator.model.partialdate import PartialDate
from generator.read.batch import read_line
from generator.settings import MAX_DOCUMENT_BYTES


def test_a_line_becomes_a_document_with_the_digest_of_its_text() -> None:
    fields = {
        "id": "n-1",
        "text": "Two died in Łódź.",
        "title": "Two die",
        "published": "2024-11-13T10:00:00+01:00",
        "url": "https://news.example/1",
        "publisher": None,
        "extra": [1],
    }

    reading = read_line(json.dumps(fields), 1)

    document = reading.document
    assert (document.file, document.text, document.body.of(document.text)) == ("n-1", fields["text"], fields["text"])
    assert document.sha256 == hashlib.sha256("Two died in Łódź.".encode()).hexdigest()
    assert document.metadata == Metadata("Two die", PartialDate(2024, 11, 13), url="https://news.example/1")
    assert reading.findings == ()


def test_bytes_with_their_line_end_and_a_number_as_id_are_read() -> None:
    assert read_line(b'{"id": 7, "text": "Two died."}\r\n', 1).document.file == "7"


def test_three_dashes_in_batch_text_are_text() -> None:
    text = "---\ntitle: A\n---\nTwo died."

    assert read_line(json.dumps({"id": "a", "text": text}), 1).document.body.of(text) == text


def test_unusable_metadata_is_absent_and_reported_under_the_id() -> None:
    reading = read_line('{"id": "a", "text": "Two died.", "url": "ftp://x", "published": 20240101}', 3)

    assert reading.document.metadata == Metadata()
    assert [(finding.file, finding.code) for finding in reading.findings] == [
        ("a", "unusable-published"),
        ("a", "unusable-url"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("", id="empty"),
        pytest.param("{", id="cut off"),
        pytest.param("[1]", id="list"),
        pytest.param('"text"', id="string"),
        pytest.param('{"text": "Two died."}', id="no id"),
        pytest.param('{"id": "", "text": "Two died."}', id="empty id"),
        pytest.param('{"id": "a\\nb", "text": "Two died."}', id="id of two lines"),
        pytest.param('{"id": true, "text": "Two died."}', id="id true"),
        pytest.param('{"id": "a"}', id="no text"),
        pytest.param('{"id": "a", "text": 5}', id="text a number"),
        pytest.param('{"id": "a", "text": " \\n\\u200b"}', id="blank text"),
        pytest.param('{"id": "a", "text": "x \\ud800 y"}', id="half a surrogate pair"),
        pytest.param(b'{"id": "a", "text": "\xff"}', id="no UTF-8"),
        pytest.param('{"id": "a", "text": ' + "[" * 100_000, id="nested"),
        pytest.param('{"id": ' + "9" * 5_000 + ', "text": "x"}', id="endless number"),
        pytest.param(json.dumps({"id": "a", "text": "x" * (MAX_DOCUMENT_BYTES + 1)}), id="over-large"),
    ],
)
def test_an_unusable_line_is_refused_with_its_number_in_one_line(line: str | bytes) -> None:
    with pytest.raises(UnreadableDocument) as refused:
        read_line(line, 12, source="in.jsonl")

    message = str(refused.value)
    assert message.startswith("in.jsonl:12: error: unreadable-document: expected ")
    assert "\n" not in message
