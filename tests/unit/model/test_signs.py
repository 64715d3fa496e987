import sys

import pytest

from generator.model.signs import UNSTORABLE, is_storable


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The mayor said: “Nobody was hurt.”",
        "one line\nand the next",
        "a\tb\r\n",
        "Đà Nẵng – 東京",
        "soft\u00adhyphen",
    ],
    ids=repr,
)
def test_what_can_be_printed_or_laid_out_is_storable(text: str) -> None:
    assert is_storable(text)


@pytest.mark.parametrize(
    "sign", ["\x00", "\x1b", "\x7f", "\x85", "\u202e", "\u2066", "\ud800", "\ufdd0", "\U0010ffff"], ids=repr
)
def test_a_sign_that_no_record_may_hold_makes_a_text_unstorable(sign: str) -> None:
    assert not is_storable(f"killed {sign} two")
    assert not is_storable(f"killed\n{sign}two")


def test_the_quick_look_agrees_with_the_list_of_signs_on_every_sign_there_is() -> None:
    wrong = [code for code in range(sys.maxunicode + 1) if is_storable(chr(code)) is bool(UNSTORABLE.match(chr(code)))]
    assert wrong == []
