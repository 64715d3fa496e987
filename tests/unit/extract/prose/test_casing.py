"""Sentences of wires that are all in capitals get their case back."""

import pytest

from generator.extract.prose.casing import restore_case
from generator.lexicon.lexicon import Lexicon


@pytest.mark.parametrize(
    ("text", "restored"),
    [
        pytest.param("TWO BOATS SANK OFF KENYA ON FRIDAY.", "Two boats sank off Kenya on Friday.", id="place-and-day"),
        pytest.param("FLOODS HIT SRI LANKA IN APRIL.", "Floods hit Sri Lanka in April.", id="two-words"),
        pytest.param("A FIRE IN THE TOWN OF QUEBRADILLO.", "A fire in the town of Quebradillo.", id="unknown-town"),
        pytest.param("PRESIDENT XUL MBEKI OPENED IT.", "President Xul Mbeki opened it.", id="behind-an-office"),
        pytest.param("A U.N. POST ON ROUTE 12B BURNED", "A U.N. post on route 12B burned", id="digits-and-initials"),
    ],
)
def test_known_names_get_their_capitals_back(lexicon: Lexicon, text: str, restored: str) -> None:
    assert restore_case(text, lexicon) == restored


@pytest.mark.parametrize(
    "text", ["Two boats sank off KENYA.", "KENYA WINS", "", "12, 13 - 14."], ids=["mixed", "short", "empty", "no-word"]
)
def test_other_text_stays_as_it_is(lexicon: Lexicon, text: str) -> None:
    assert restore_case(text, lexicon) == text


def test_every_word_stays_at_its_place(lexicon: Lexicon) -> None:
    text = 'STRASSE, SAO-PAULO (BRAZIL) -- 14 DE MAYO: "NO MORE" ...'
    assert [sign.casefold() for sign in restore_case(text, lexicon)] == [sign.casefold() for sign in text]


@pytest.mark.parametrize(
    ("text", "restored"),
    [
        pytest.param("GUNMEN ATTACKED A CONVOY NEAR QUETTA.", "Gunmen attacked a convoy near Quetta.", id="near"),
        pytest.param("SHELLS FELL IN ZAMBOREH DISTRICT.", "Shells fell in Zamboreh district.", id="unknown-district"),
        pytest.param("HE DIED IN THE WAKE OF THE BLAST.", "He died in the wake of the blast.", id="word-and-town"),
        pytest.param("FATAL ACCIDENT, ZAMBOREH.", "Fatal accident, Zamboreh.", id="heading"),
    ],
)
def test_a_place_behind_a_word_for_places_gets_its_capital_back(lexicon: Lexicon, text: str, restored: str) -> None:
    assert restore_case(text, lexicon) == restored
