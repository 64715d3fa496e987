import pytest

from generator.store.scalars import resolve, shown, written, written_number


@pytest.mark.parametrize(
    ("plain", "value"),
    [
        ("null", None),
        ("", None),
        ("true", True),
        ("false", False),
        ("0", 0),
        ("145", 145),
        ("-3", -3),
        ("30.25", 30.25),
        ("-0.5", -0.5),
    ],
)
def test_a_plain_word_that_all_readers_take_alike_is_a_value(plain: str, value: object) -> None:
    assert resolve(plain) == value
    assert type(resolve(plain)) is type(value)


@pytest.mark.parametrize(
    "plain",
    [
        *(
            "NO",
            "no",
            "on",
            "Off",
            "y",
            "True",
            "NULL",
            "~",
            "12:30",
            "12:30:45",
            "0145",
            "01234",
            "0777",
            "0o17",
            "0x10",
        ),
        *("1e3", "1_000", "+1", "-0", ".5", "1.", ".inf", ".nan", "2026-01-31", "2026-01-31 10:00:00", "=", "9" * 19),
        *("12345678901234567.8", "0.12345678901234567891", "1" * 400 + ".0", f"0.{'0' * 340}1", f"1.{'0' * 5_000}1"),
    ],
)
def test_a_plain_word_that_readers_take_differently_keeps_its_text(plain: str) -> None:
    assert resolve(plain) == plain


@pytest.mark.parametrize(
    "text",
    [
        *("Balochistan", "17 law enforcement personnel", "d1:612-661", "000_a32e27e422697ddd.txt", "b1512c5f", "a#b"),
        *("Pakistan's military", "AT&T", "https://example.org/a?b=c#d", "Ακρόπολη", "“We reject it”", "بلوچستان"),
    ],
)
def test_ordinary_text_stands_plain(text: str) -> None:
    assert written(text, flow=False) == text


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            " a",
            "a ",
            "a: b",
            "a:",
            "a #b",
            "#a",
            "- a",
            "-",
            "?",
            "*a",
            "&a",
            "!a",
            "@a",
            "`a",
            "%a",
            "|",
            ">",
            "'a'",
        ),
        *('"', "145", "0-2406", "2026-01-31", "12:30", "1e3", "0x1F", "no", "Yes", "ON", "null", "~", "a\nb", "a\tb"),
        *("a\u2028b", "a\u00a0b", "a\u202eb", "a\u200bb", "\ufeffa", "\u0085", "1234e5678", "<<", "=", ".inf", "---"),
    ],
)
def test_text_that_a_reader_could_take_for_something_else_is_quoted(text: str) -> None:
    for flow in (False, True):
        assert written(text, flow=flow).startswith('"')


@pytest.mark.parametrize("text", ["Gaza, officials say", "a [b]", "a {b}", "who?"])
def test_marks_of_flow_style_are_quoted_within_brackets_only(text: str) -> None:
    assert written(text, flow=False) == text
    assert written(text, flow=True) == f'"{text}"'


def test_a_hyphen_before_a_bracket_or_a_comma_is_quoted() -> None:
    assert written("a -", flow=False) == "a -"
    assert written("a -", flow=True) == '"a -"'
    assert written("a - b-", flow=True) == "a - b-"


@pytest.mark.parametrize("plain", ["30.25000000000000000000", "100000000000000000000000.00", "-0.00000000000000000001"])
def test_a_long_decimal_that_says_no_more_than_its_number_is_one(plain: str) -> None:
    assert resolve(plain) == float(plain)


def test_signs_that_a_reviewer_cannot_see_are_escaped() -> None:
    assert written("a\u202eb\u2028c\x07\U000e0041", flow=False) == '"a\\u202eb\\u2028c\\u0007\\U000e0041"'


def test_letters_of_other_scripts_stay_readable_in_quotes() -> None:
    assert written("Ακρόπολη: 5", flow=False) == '"Ακρόπολη: 5"'


@pytest.mark.parametrize(("number", "text"), [(1e22, "1" + "0" * 22 + ".0"), (1e-7, "0.0000001"), (30.0, "30.0")])
def test_a_number_is_written_without_an_exponent(number: float, text: str) -> None:
    assert written_number(number) == text


@pytest.mark.parametrize("number", [float("nan"), float("inf"), 10**18])
def test_a_number_that_readers_would_not_keep_is_refused(number: float) -> None:
    with pytest.raises(ValueError, match="cannot hold the number"):
        written_number(number)


def test_a_value_in_a_message_is_one_short_line_without_unseen_signs() -> None:
    phrase = shown("evil\u202e\x1b[31m\n" * 1000)
    assert phrase.isprintable()
    assert len(phrase) < 250
