"""Folding for matching."""

import pytest

from generator.read.normalise import fold


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        pytest.param("“No,” he said: ‘never’.", "\"No,\" he said: 'never'.", id="curly quotes"),
        pytest.param("«oui»", '"oui"', id="guillemets"),
        pytest.param("2019–2020 — a year ‑ or two − less", "2019-2020 - a year - or two - less", id="dashes"),
        pytest.param("40\u00a0km\u2009north\u3000of", "40 km north of", id="odd spaces"),
        pytest.param("a\tb\x07c", "a b c", id="tab and bell"),
        pytest.param("a\u2028b\x0cc\x85d", "a\nb\nc\nd", id="odd line ends"),
        pytest.param("zero\u200bwidth\ufeff, \u202eturned\u202c", "zero width ,  turned ", id="signs that nobody sees"),
        pytest.param("icon \ue001 here \U000f1234", "icon   here  ", id="private use"),
        pytest.param("１４５ and ٤٥ and Ｘ", "145 and 45 and X", id="digits of other scripts"),
        pytest.param("Nuñez, Łódź, 北京, é", "Nuñez, Łódź, 北京, é", id="letters stay"),
        pytest.param("one\r\ntwo\r", "one\r\ntwo\r", id="line ends stay"),
    ],
)
def test_a_sign_becomes_its_plain_form_in_place(text: str, plain: str) -> None:
    assert fold(text) == plain


def test_a_text_with_more_odd_signs_than_usual_is_folded_just_the_same() -> None:
    odd = [chr(code) for code in range(0xE000, 0xE100)]

    assert fold("x".join(odd)) == "x".join(" " * len(odd))
