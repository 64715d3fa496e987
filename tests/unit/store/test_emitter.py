import pytest

from generator.store.emitter import HEADER, emit
from generator.store.yamlfile import load


def test_the_filled_example_is_canonical(example_text: str) -> None:
    data, _ = load(example_text, "example.yml")
    assert emit(data) == example_text


def test_each_part_has_its_layout() -> None:
    data = {
        "id": "x",
        "title": {"text": "Blast: five dead", "origin": "editor"},
        "types": ["fire"],
        "summary": [{"text": "Five died.", "claims": ["a", "b"]}],
        "actors": [{"id": "a", "at": "d1:0-5"}, {"id": "b", "at": "d1:6-9"}],
        "claims": [{"id": "a", "what": {"killed": 5}, "quote": "Five died, they said."}],
        "related": [],
        "note": "first\nsecond",
    }
    assert emit(data) == HEADER + (
        "id: x\n"
        'title: {text: "Blast: five dead", origin: editor}\n'
        "types: [fire]\n"
        "summary:\n"
        "- text: Five died.\n"
        "  claims: [a, b]\n"
        "actors:\n"
        "- {id: a, at: d1:0-5}\n"
        "- {id: b, at: d1:6-9}\n"
        "claims:\n"
        "- id: a\n"
        "  what: {killed: 5}\n"
        "  quote: Five died, they said.\n"
        "related: []\n"
        'note: "first\\nsecond"\n'
    )


def test_a_long_quote_is_never_folded() -> None:
    quote = "word " * 5000 + "end"
    text = emit({"claims": [{"quote": quote}]})
    assert max(map(len, text.split("\n"))) > len(quote)
    assert load(text, "f")[0] == {"claims": [{"quote": quote}]}


@pytest.mark.parametrize("value", [float("nan"), 10**18, {1, 2}, b"x"], ids=["nan", "huge", "set", "bytes"])
def test_a_value_that_a_file_cannot_hold_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match="cannot hold"):
        emit({"id": "x", "note": value})
