import pytest

from generator.errors import InvalidRecord
from generator.model.incident import Position
from generator.store.recordtext import MAX_BYTES, check_text, place_in, read_text
from generator.store.yamlfile import load


def refusal(text: str) -> InvalidRecord:
    with pytest.raises(InvalidRecord) as caught:
        check_text(text, "f")
    return caught.value


def test_a_byte_order_mark_and_windows_line_ends_are_tolerated() -> None:
    text = read_text(b"\xef\xbb\xbf# top\r\na: 1\r\nb: [2]\r\n", "f")
    data, positions = load(text, "f")
    assert data == {"a": 1, "b": [2]}
    assert positions["b", 0] == Position(3, 5)


def test_bytes_that_are_no_utf8_are_refused_at_their_place() -> None:
    with pytest.raises(InvalidRecord) as caught:
        read_text("a: é\nb: ü".encode() + b"\xff", "f")
    assert (caught.value.code, caught.value.line, caught.value.column) == ("not-utf8", 2, 5)


def test_an_over_large_file_is_refused_where_the_rest_begins() -> None:
    with pytest.raises(InvalidRecord, match="too-large") as caught:
        read_text(b"a\n" * MAX_BYTES, "f")
    assert (caught.value.line, caught.value.column) == (MAX_BYTES // 2 + 1, 1)
    assert refusal("a" * (MAX_BYTES + 1)).code == "too-large"


def test_the_largest_file_is_taken() -> None:
    check_text(read_text(b"a" * MAX_BYTES, "f"), "f")


@pytest.mark.parametrize("text", ["é\u00a0\u200d\u00ad😀\n", "", "\n\n", "plain\n", "\ue000"])
def test_letters_of_every_script_and_what_joins_them_are_taken(text: str) -> None:
    check_text(text, "f")


@pytest.mark.parametrize("mark", ["<<<<<<<", "|||||||", "=======", ">>>>>>>"])
@pytest.mark.parametrize("before", ["", "a: 1\n"], ids=["first line", "later"])
def test_each_mark_of_a_conflict_is_refused_at_its_line(mark: str, before: str) -> None:
    error = refusal(f"{before}{mark} x\nb: 2\n")
    assert (error.code, error.line, error.column) == ("conflict", before.count("\n") + 1, 1)


def test_a_place_counts_code_points_from_one() -> None:
    assert place_in("é😀\nab", 1) == (1, 2)
    assert place_in("é😀\nab", 4) == (2, 2)
