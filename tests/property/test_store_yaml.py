"""The laws of the record file: what is written reads back, the same everywhere, and nothing else is let in."""

import unicodedata
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import yaml
import yaml12
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from generator.errors import InvalidRecord
from generator.model.signs import UNSTORABLE
from generator.store.emitter import HEADER, emit
from generator.store.yamlfile import load, read_text

unhurried = settings(deadline=None)

EXAMPLE = Path(__file__).parents[1] / "unit" / "store" / "balochistan-attacks.yml"

HOSTILE = [
    *("", " ", "no", "NO", "on", "y", "True", "null", "~", "12:30", "12:30:45", "0145", "0x1F", "0o17", "1e3", "1_000"),
    *(
        "2026-01-31",
        "2026-01-31 10:00:00Z",
        ".5",
        "-",
        "- a",
        "? a",
        ": a",
        "a: b",
        "a:",
        "a #b",
        "#",
        "&a",
        "*a",
        "!a",
    ),
    *(
        "<<",
        "=",
        "|",
        ">",
        "%YAML 1.1",
        "@a",
        "`a",
        "{",
        "}",
        "[",
        "]",
        ",",
        "a,b",
        "{{ 7*7 }}",
        '"',
        "'",
        "\\",
        "a\\nb",
    ),
    *(
        "---",
        "...",
        "--- a",
        "\n",
        "a\n",
        "\na",
        "a\n\n b",
        "\t",
        "\r",
        "\r\n",
        "\x00",
        "\x07",
        "\x7f",
        "\x85",
        "\u2028",
    ),
    *(
        "\ufeff",
        "\u200b",
        "\u202e",
        "\u00a0",
        "\ufffe",
        "\U0001fffe",
        "😀",
        "é",
        "e\u0301",
        "بلوچ",
        "a:?b",
        "a:[b",
        "a:{b",
    ),
    *("0", "-0", "1.", "+1", "-1", "0.10", "1234e5678", "9" * 19, "1,2", "http://a.b/?c=d#e"),
]

hostile = st.integers(0, len(HOSTILE) - 1).map(HOSTILE.__getitem__)
texts = st.one_of(
    hostile,
    st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    st.text(st.sampled_from("ab01 :#-,?[]{}\"'\\\n.+_eE~&*!|>%@`\t"), max_size=10),
)
scalars = st.one_of(
    texts,
    st.none(),
    st.booleans(),
    st.integers(-(10**18) + 1, 10**18 - 1),
    st.floats(allow_nan=False, allow_infinity=False),
)


def folded(key: str) -> str:
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", key).casefold())


@st.composite
def mappings(draw: st.DrawFn, values: st.SearchStrategy[Any], smallest: int = 0) -> dict[str, Any]:
    pairs = draw(st.lists(st.tuples(st.one_of(st.sampled_from(["claims", "actors", "id"]), texts), values), max_size=4))
    found: dict[str, tuple[str, Any]] = {}
    for key, value in [*pairs, *[("only", 1)] * smallest]:
        found.setdefault(folded(key), (key, value))
    return dict(found.values())


values = st.recursive(scalars, lambda inner: st.lists(inner, max_size=3) | mappings(inner), max_leaves=8)
records = mappings(values, 1)


def same(one: object, other: object) -> bool:
    """Equal, with the same types all the way down."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return one == other


@unhurried
@given(records)
@example({"claims": [{"a": "x"}, {}], "actors": [{}], "note": [[], {}]})
def test_what_is_written_reads_back(data: dict[str, Any]) -> None:
    text = emit(data)
    assert same(load(text, "f")[0], data)


@unhurried
@given(records)
def test_writing_what_was_read_changes_nothing(data: dict[str, Any]) -> None:
    text = emit(data)
    assert emit(load(text, "f")[0]) == text


READERS: dict[str, Callable[[str], Any]] = {
    name: partial(yaml.load, Loader=getattr(yaml, name))
    for name in ("SafeLoader", "CSafeLoader")
    if hasattr(yaml, name)
} | {"a reader of YAML 1.2": yaml12.parse_yaml}


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS.keys())
@unhurried
@given(data=records)
def test_another_reader_of_yaml_reads_the_same(reader: Callable[[str], Any], data: dict[str, Any]) -> None:
    assert same(reader(emit(data)), data)


@unhurried
@given(records, st.data())
def test_a_comment_below_the_header_is_found_where_it_stands(values_: dict[str, Any], draw: st.DataObject) -> None:
    lines = emit(values_).split("\n")
    number = draw.draw(st.integers(2, len(lines)), label="line")
    if draw.draw(st.booleans(), label="on a line of its own"):
        lines.insert(number - 1, "  # why")
        assume(number > 2)
    else:
        lines[number - 1] += " # why"
        assume(number < len(lines))
    with pytest.raises(InvalidRecord) as caught:
        load("\n".join(lines), "f")
    error = caught.value
    assert (error.code, error.line, error.column) == ("comment", number, lines[number - 1].rindex("# why") + 1)


@unhurried
@given(records, st.sampled_from([" &a", " *a", " !!str", " !a"]), st.data())
def test_what_is_not_plain_yaml_is_refused(data: dict[str, Any], mark: str, draw: st.DataObject) -> None:
    rows = [f"{key}: {value}" for key, value in (("a", 1), ("b", "x"))]
    number = draw.draw(st.integers(0, len(rows)))
    rows.insert(number, f"c:{mark} 5")
    with pytest.raises(InvalidRecord) as caught:
        load(HEADER + "\n".join(rows) + "\n" + emit(data), "f")
    assert caught.value.line == number + 2


def refusal(raw: bytes) -> InvalidRecord | None:
    try:
        load(read_text(raw, "f"), "f")
    except InvalidRecord as error:
        return error
    return None


@unhurried
@given(st.text(st.sampled_from("ab1: -?,[]{}#&*!|>'\"%@`\n\\x~<é\t\x85"), max_size=60))
def test_any_text_is_read_or_refused_on_one_line(text: str) -> None:
    error = refusal(text.encode())
    assert error is None or str(error).isprintable()


@unhurried
@given(st.binary(max_size=40))
def test_any_bytes_are_read_or_refused_on_one_line(raw: bytes) -> None:
    error = refusal(raw)
    assert error is None or str(error).isprintable()


@unhurried
@given(st.data())
def test_the_example_with_any_change_is_read_or_refused_on_one_line(draw: st.DataObject) -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    start = draw.draw(st.integers(0, len(text)), label="from")
    end = draw.draw(st.integers(start, min(len(text), start + 20)), label="to")
    changed = text[:start] + draw.draw(texts, label="new") + text[end:]
    error = refusal(changed.encode())
    assert error is None or str(error).isprintable()
    if error is None:
        decoded = read_text(changed.encode(), "f")
        data, positions = load(decoded, "f")
        lines = decoded.split("\n")
        assert all(0 < place.column <= len(lines[place.line - 1]) + 1 for place in positions.values())
        assert load(emit(data), "f")[0] == data


@unhurried
@given(texts)
def test_a_position_is_where_the_value_begins(text: str) -> None:
    assume(not UNSTORABLE.search(text))
    written = emit({"note": text, "id": "x"})
    _, positions = load(written, "f")
    lines = written.split("\n")
    assert lines[positions["id",].line - 1][positions["id",].column - 1 :] == "x"
