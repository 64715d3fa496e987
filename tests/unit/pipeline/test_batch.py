"""The batch form, line by line."""

import io
import json

import pytest

from generator.pipeline import batch, seeds
from generator.pipeline.batch import extract_lines, read_lines

TEXT = "A car bomb killed 12 people in Kabul on Monday, police said."


@pytest.fixture
def answer(lexicon):
    def to(*lines):
        stream = io.BytesIO(b"".join(line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines))
        return [json.loads(each.text) for each in extract_lines(read_lines(stream), lexicon, source="in")]

    return to


def test_a_document_gives_its_record_as_the_contract_says(answer):
    (found,) = answer({"id": "a1", "text": TEXT, "published": "2026-03-04"})
    assert list(found) == ["id", "relevant", "incidents", "findings"]
    assert (found["id"], found["relevant"], found["findings"]) == ("a1", True, [])
    (incident,) = found["incidents"]
    assert incident["schema"] == "incident/1"
    assert incident["documents"][0]["file"] == "a1"
    tolls = [claim["what"] for claim in incident["claims"] if claim["kind"] == "toll"]
    assert [toll["killed"] for toll in tolls] == [12]


def test_a_document_with_two_incidents_gives_two_records(answer):
    further = "In a separate incident, gunmen shot dead two teachers in Herat."
    (found,) = answer({"id": "a1", "text": f"{TEXT}\n\n{further}"})
    first, second = found["incidents"]
    assert found["relevant"] is True
    assert first["id"] != second["id"]
    assert first["documents"] == second["documents"]
    assert [claim["what"]["killed"] for claim in second["claims"] if claim["kind"] == "toll"] == [2]


def test_a_document_without_an_incident_keeps_its_record_and_says_so(answer):
    (found,) = answer({"id": "a", "text": "Rovers won the league final 2-1, the coach said."})
    assert found["relevant"] is False
    assert found["incidents"][0]["types"]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        (b"\n", None),
        (b"[]\n", None),
        (b'{"id": "x", "text": \n', None),
        (b'{"id": "x"}\n', "x"),
        (b'{"id": 7, "text": ""}\n', "7"),
        (b'{"id": ["x"], "text": "Two died."}\n', None),
        (b"\xff\n", None),
        (b"[" * 100_000 + b"\n", None),
        (b'{"id": "x", "text": "\\ud800"}\n', "x"),
    ],
    ids=["blank", "list", "cut off", "no text", "empty text", "odd id", "not UTF-8", "nested", "surrogate"],
)
def test_a_line_without_a_document_is_an_error_in_its_place(line, name, answer):
    first, second = answer(line, {"id": "next", "text": TEXT})
    assert list(first) == ["id", "error"]
    assert first["id"] == name
    assert first["error"].startswith("in:1: ")
    assert second["id"] == "next"


def test_every_line_has_one_answer_and_the_last_needs_no_line_end(answer):
    rows = [json.dumps({"id": str(number), "text": TEXT}).encode() for number in range(5)]
    assert [found["id"] for found in answer(b"\n".join(rows))] == list("01234")
    assert answer() == []


def test_an_answer_is_one_ascii_line(lexicon):
    text = "Police in Kabul said a\u2028car bomb killed 12 people near the “Café”, שלום.".encode()
    stream = io.BytesIO(b'{"id": "\xc3\xbc", "text": "' + text + b'"}\n')
    (answer,) = extract_lines(read_lines(stream), lexicon, source="in")
    assert answer.text.isascii()
    assert len(answer.text.splitlines()) == 1
    assert json.loads(answer.text)["id"] == "ü"


def test_an_over_long_line_is_cut_off_and_the_next_one_is_whole(lexicon, monkeypatch):
    monkeypatch.setattr(batch, "MAX_LINE_BYTES", 100)
    line = json.dumps({"id": "b", "text": TEXT}).encode()
    stream = io.BytesIO(b"x" * 350 + b"\n" + line + b"\n" + b"y" * 101)
    found = list(read_lines(stream))
    assert [each.size for each in found] == [351, len(line) + 1, 101]
    assert len(found[0].data) == 101
    answers = [json.loads(each.text) for each in extract_lines(found, lexicon, source="in")]
    assert [answer["id"] for answer in answers] == [None, "b", None]
    assert answers[0]["error"] == "in:1: expected a line of at most 100 bytes, found 351"


def test_a_document_on_which_the_program_fails_is_an_error_in_its_place(answer, monkeypatch):
    def fail(document, lexicon):
        raise RuntimeError("no way")

    monkeypatch.setattr(seeds, "extract_document", fail)
    (found,) = answer({"id": "a", "text": TEXT})
    assert found["id"] == "a"
    assert "RuntimeError: no way" in found["error"]
    assert "report it" in found["error"]


def test_findings_of_a_line_stand_in_its_answer(answer):
    (found,) = answer({"id": "a", "text": TEXT, "url": "javascript:alert(1)"})
    (finding,) = found["findings"]
    assert (finding["code"], finding["severity"]) == ("unusable-url", "warning")
    assert "url" not in found["incidents"][0]["documents"][0]
