"""Number words, and the phrases that bound a figure."""

import pytest

from generator.extract.figures.numerals import find_numerals
from generator.lexicon.sources import read_knowledge

KNOWLEDGE = read_knowledge("numerals.yml")
NUMBERS = {**KNOWLEDGE["units"], **KNOWLEDGE["tens"], **KNOWLEDGE["exact"]}
BOUNDS = [(phrase, row["bound"]) for row in KNOWLEDGE["bounds"] for phrase in row["before"]]
TAILS = [(phrase, row["bound"]) for row in KNOWLEDGE["bounds"] for phrase in row.get("after", ())]


@pytest.fixture
def numeral(lexicon, prose):
    def find(text):
        (found,) = find_numerals(prose(text), lexicon.numerals)
        return found

    return find


@pytest.mark.parametrize(("words", "count"), NUMBERS.items())
def test_a_number_word_has_its_value(words, count, numeral):
    assert (numeral(f"They buried {words} people.").count, numeral(f"They buried {words} people.").bound) == (
        count,
        None,
    )


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("twenty-one", 21),
        ("one hundred and five", 105),
        ("three thousand", 3000),
        ("2,400", 2400),
        ("1.5 million", 1_500_000),
    ],
)
def test_a_number_of_several_words_has_its_value(words, count, numeral):
    assert numeral(f"They buried {words} people.").count == count


@pytest.mark.parametrize("word", KNOWLEDGE["vague"])
def test_a_vague_word_is_kept_and_gives_no_count(word, numeral):
    found = numeral(f"They buried {word} people.")
    assert (found.count, found.vague) == (None, word)


@pytest.mark.parametrize("word", KNOWLEDGE["zero"])
def test_a_word_for_none_is_zero(word, numeral):
    assert numeral(f"{word.capitalize()} people died." if word == "no" else f"It hurt {word}.").count == 0


@pytest.mark.parametrize(("phrase", "bound"), BOUNDS, ids=[phrase for phrase, _ in BOUNDS])
def test_a_phrase_in_front_bounds_a_figure(phrase, bound, numeral):
    found = numeral(f"They buried {phrase} 40 people.")
    assert (found.count, found.bound) == (40, bound)


@pytest.mark.parametrize(("phrase", "bound"), TAILS, ids=[phrase for phrase, _ in TAILS])
def test_a_phrase_behind_bounds_a_figure(phrase, bound, numeral):
    found = numeral(f"They buried 40 {phrase} people.")
    assert (found.count, found.bound) == (40, bound)


@pytest.mark.parametrize("label", KNOWLEDGE["labels"])
def test_a_number_that_is_a_label_counts_nothing(label, lexicon, prose):
    assert find_numerals(prose(f"It stood near {label} 40 there."), lexicon.numerals) == ()


@pytest.mark.parametrize("measure", KNOWLEDGE["measures"])
def test_a_number_that_is_a_measure_counts_nothing(measure, lexicon, prose):
    assert find_numerals(prose(f"It took 40 {measure} there."), lexicon.numerals) == ()
