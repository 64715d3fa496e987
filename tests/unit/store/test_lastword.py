import pytest

from generator.errors import InvalidRecord
from generator.model.incident import Incident
from generator.store.lastword import check_digest, last_word_of, read_last_word
from generator.store.record import record_of

FILE = "content/generated/x.yml"


def test_a_generated_file_reads_back(example: Incident) -> None:
    text = last_word_of(example)
    assert read_last_word(text.encode(), FILE).incident == example
    assert [line[0] for line in text.split("\n")[:3]] == ["#", "#", "s"]
    assert read_last_word(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode(), FILE).text == text


def test_a_file_of_an_earlier_version_is_taken_at_its_word(example: Incident) -> None:
    assert read_last_word(record_of(example).encode(), FILE).incident == example


@pytest.mark.parametrize(("old", "new"), [("killed: 145", "killed: 146"), ("\nschema", "\n\nschema")])
def test_any_change_below_the_digest_is_noticed(example: Incident, old: str, new: str) -> None:
    text = last_word_of(example).replace(old, new, 1)
    last = read_last_word(text.encode(), FILE)
    assert last.incident is None
    assert last.fault is not None


def test_the_finding_stands_at_the_digest(example: Incident) -> None:
    with pytest.raises(InvalidRecord) as caught:
        check_digest(last_word_of(example) + "note: x\n", FILE)
    assert (caught.value.code, caught.value.line) == ("edited-generated", 2)
    line = last_word_of(example).split("\n")[1]
    assert caught.value.column is not None
    assert len(line[caught.value.column - 1 :]) == 64


@pytest.mark.parametrize("raw", [b"", b"\xff", b"schema: [", b"<<<<<<< HEAD\n"], ids=["empty", "bytes", "yaml", "torn"])
def test_a_file_that_cannot_be_read_is_lost_with_its_reason(raw: bytes) -> None:
    last = read_last_word(raw, FILE)
    assert last.incident is None
    assert last.fault is not None
    assert last.fault.file == FILE
