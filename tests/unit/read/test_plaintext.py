"""Bytes become a document or are refused."""

import codecs
import hashlib

import pytest

from generator.errors import UnreadableDocument
from generator.model.span import Span
from generator.read.plaintext import read_document
from generator.settings import MAX_DOCUMENT_BYTES


def test_utf8_text_is_kept_as_it_is_with_the_digest_of_its_bytes() -> None:
    data = "Two died in Łódź.\r\nOne\u00a0lived.\r\n".encode()

    document = read_document(data, "a/b.txt").document

    assert document.text == data.decode()
    assert document.folded == "Two died in Łódź.\r\nOne lived.\r\n"
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert (document.file, document.encoding, document.body) == ("a/b.txt", "utf-8", Span(0, len(document.text)))


def test_a_byte_order_mark_is_left_out_of_the_text_but_not_of_the_digest() -> None:
    data = codecs.BOM_UTF8 + b"Two died."

    document = read_document(data, "x.txt").document

    assert document.text == "Two died."
    assert document.sha256 == hashlib.sha256(data).hexdigest()


def test_windows_text_is_read_and_the_fallback_recorded() -> None:
    document = read_document(b"\x93It is over,\x94 said Mu\xf1oz.", "x.txt").document

    assert document.text == "“It is over,” said Muñoz."
    assert document.encoding == "cp1252"


@pytest.mark.parametrize(
    ("data", "found"),
    [
        pytest.param(b"", "an empty file", id="empty"),
        pytest.param(b" \r\n\t\n", "an empty file", id="blank"),
        pytest.param("\u200b\ufeff\u00a0".encode(), "an empty file", id="nothing visible"),
        pytest.param(b"---\ntitle: A\n---\n \n", "front matter alone", id="front matter alone"),
        pytest.param(b"PK\x03\x04\x00\x00", "a binary file", id="NUL"),
        pytest.param(b"\x01\x02\x03 text \x04\x05", "a binary file", id="controls"),
        pytest.param("war".encode("utf-16"), "UTF-16", id="UTF-16"),
        pytest.param(codecs.BOM_UTF16_BE + "war".encode("utf-16-be"), "UTF-16", id="UTF-16 big-endian"),
        pytest.param("war".encode("utf-32"), "UTF-32", id="UTF-32"),
        pytest.param(codecs.BOM_UTF32_BE + "war".encode("utf-32-be"), "UTF-32", id="UTF-32 big-endian"),
        pytest.param(b"x" * (MAX_DOCUMENT_BYTES + 1), "5,000,001", id="over-large"),
    ],
)
def test_what_is_no_document_is_refused_in_one_line_that_says_what_to_do(data: bytes, found: str) -> None:
    with pytest.raises(UnreadableDocument) as refused:
        read_document(data, "seed.txt")

    message = str(refused.value)
    assert message.startswith("seed.txt: error: unreadable-document: expected ")
    assert f"found {found}; " in message
    assert "\n" not in message


def test_the_largest_document_is_read() -> None:
    assert len(read_document(b"x" * MAX_DOCUMENT_BYTES, "x.txt").document.text) == MAX_DOCUMENT_BYTES


def test_bytes_of_neither_encoding_are_refused_at_their_line() -> None:
    with pytest.raises(UnreadableDocument, match=r"^x\.txt:2: .*byte 0x81"):
        read_document(b"one\ntwo \x81\n", "x.txt")


def test_utf8_with_one_broken_byte_is_refused_rather_than_read_as_gibberish() -> None:
    data = "Żółć, “cytat” i ź\n".encode() + b"a\xe9b"

    with pytest.raises(UnreadableDocument, match=r"^x\.txt:2: .*0xE9"):
        read_document(data, "x.txt")


def test_a_few_controls_do_not_make_a_long_text_binary() -> None:
    assert read_document(b"\x0c" + b"Two died in the raid. " * 20 + b"\x1a", "x.txt").document.encoding == "utf-8"
