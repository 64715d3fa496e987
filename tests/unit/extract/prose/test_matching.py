"""Sentences cut into words, known names among them, and sketches."""

from collections.abc import Callable

import pytest

from generator.extract.prose.matching import Prose, find_known, read_prose, sketch, without_article

Cut = Callable[[str], Prose]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Rain fell, then snow.", ["Rain", "fell", ",", "then", "snow", "."], id="punctuation"),
        pytest.param("Peru's north-east coast", ["Peru", "'s", "north-east", "coast"], id="possessive-and-hyphen"),
        pytest.param("the rebels' old camp", ["the", "rebels'", "old", "camp"], id="plural-possessive"),
        pytest.param("the 'old rebels' .", ["the", "'", "old", "rebels", "'", "."], id="closing-quote"),
        pytest.param("O'Hara of AT&T", ["O'Hara", "of", "AT&T"], id="signs-inside-a-word"),
        pytest.param("the U.S. envoy", ["the", "U.S.", "envoy"], id="initials"),
        pytest.param("two  blanks", ["two", "blanks"], id="two-blanks"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_a_sentence_is_cut_into_words_and_signs(prose: Cut, text: str, words: list[str]) -> None:
    assert [word.text for word in prose(text).words] == words


def test_each_word_says_where_it_stands_and_what_it_looks_like(prose: Cut) -> None:
    sentence = prose("On Friday, Kofi's boat sank.")
    assert [sentence.text[word.start : word.end] for word in sentence.words] == [word.text for word in sentence.words]
    assert [word.lower for word in sentence.words if word.capital] == ["on", "friday", "kofi"]
    assert [word.text for word in sentence.words if not word.wordlike] == [",", "'s", "."]


def test_the_same_run_is_cut_alike_wherever_it_stands(prose: Cut) -> None:
    first, again = prose("drivers' union"), prose("by the drivers'")
    assert [word.text for word in first.words] == ["drivers'", "union"]
    assert [word.text for word in again.words] == ["by", "the", "drivers", "'"]


def test_the_vocabulary_is_every_word_in_lower_case(prose: Cut) -> None:
    assert prose("Rain, RAIN and Snow").vocabulary == {"rain", ",", "and", "snow"}


def test_the_words_in_lower_case_stand_beside_the_words(prose: Cut) -> None:
    sentence = prose("The RIVER's mouth, Ur.")
    assert sentence.lows == ("the", "river", "'s", "mouth", ",", "ur", ".")
    assert sentence.lows == tuple(word.lower for word in sentence.words)


@pytest.mark.parametrize(
    ("words", "places"),
    [
        pytest.param({"rain", "snow", "hail"}, [0, 2, 4], id="each-in-order-whatever-its-case"),
        pytest.param({"hail"}, [], id="none"),
        pytest.param(set(), [], id="no-words-asked-for"),
    ],
)
def test_anchors_are_the_places_of_some_words(prose: Cut, words: set[str], places: list[int]) -> None:
    assert list(prose("Rain, snow and RAIN").anchors(words)) == places


def test_a_very_long_run_is_cut_like_any_other(prose: Cut) -> None:
    assert [word.text for word in prose("a," * 500).words] == ["a", ","] * 500


KNOWN = {"red river": "river", "red": "colour", "peoples bank of ur": "bank", "ur": "town"}
LONGEST = {"red": 2, "peoples": 4, "ur": 1}


def names(text: str) -> list[tuple[str, str]]:
    prose = read_prose(text)
    return [
        (text[prose.words[first].start : prose.words[last].end], meaning)
        for first, last, meaning in find_known(prose, prose.words, KNOWN, LONGEST)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("The Red River rose.", [("Red River", "river")], id="the-longest"),
        pytest.param("Red flags flew in Ur.", [("Red", "colour"), ("Ur", "town")], id="in-order"),
        pytest.param("The People's Bank of Ur shut.", [("People's Bank of Ur", "bank")], id="none-inside-another"),
        pytest.param("The red river rose.", [], id="names-begin-with-a-capital"),
        pytest.param("A call from Ur.", [("Ur", "town")], id="a-full-stop-is-no-part"),
    ],
)
def test_known_names_are_found_the_longest_first(text: str, found: list[tuple[str, str]]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("phrase", "bare"), [("The army", "army"), ("one of them", "of them"), ("thearmy", "thearmy"), ("army", "army")]
)
def test_a_phrase_loses_the_article_that_opens_it(phrase: str, bare: str) -> None:
    assert without_article(phrase) == bare


def test_an_offset_in_a_sketch_leads_back_to_the_sentence() -> None:
    text = "some 20 men and 3 boys fled"
    drawn = sketch(text, [(5, 11, "#"), (16, 22, "#")])
    assert drawn.text == "some # and # fled"
    assert text[drawn.original(drawn.text.index("fled")) :] == "fled"
    assert drawn.inside(6, len(drawn.text)) == (1,)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("12 killed " * 100, True, id="two-words-over-and-over"),
        pytest.param("12 killed " * 10, False, id="short"),
        pytest.param(" ".join(f"{number} were hurt," for number in range(100)), False, id="other-figures-each-time"),
    ],
)
def test_a_few_words_over_and_over_are_a_litany(prose: Cut, text: str, said: bool) -> None:
    assert prose(text).is_litany() is said
