"""Patterns with choices and optional parts, and the texts that they stand for."""

import pytest

from generator.errors import InvalidLexicon
from generator.lexicon.choices import is_parted, openings, variants, words_in, words_of

PATTERNS = [
    "ferry sank",
    "(?:ferry|river boat) (?:was |were )?(?:sunk|capsized)",
    "air ?raids?",
    "(?:the )?dam burst",
    "land(?:slide|slip)s?",
    "flood(?:ed a|ing)",
    "(?:mud(?:slide|flow)|lava) buried",
    "no-fly zone",
]


def test_a_pattern_stands_for_every_choice_with_every_other() -> None:
    assert variants("(?:a|b) x?c") == ["a xc", "a c", "b xc", "b c"]
    assert variants("(?:mud(?:slide|flow)|lava) fell") == ["mudslide fell", "lava fell", "mudflow fell", "lava fell"]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_pattern_cut_by_its_first_words_stands_for_the_same(pattern: str) -> None:
    whole = {words_in(text) for text in variants(pattern)}
    cut = {words_in(text) for word, rest in openings(pattern) for text in variants(rest) if words_in(text)[0] == word}
    assert cut == whole


@pytest.mark.parametrize("pattern", PATTERNS)
def test_its_words_are_those_of_all_that_it_stands_for(pattern: str) -> None:
    assert words_of(pattern) == {word for text in variants(pattern) for word in words_in(text)}


@pytest.mark.parametrize("pattern", PATTERNS)
def test_what_is_parted_is_never_one_word(pattern: str) -> None:
    assert not (is_parted(pattern) and any(len(words_in(text)) == 1 for text in variants(pattern)))


def test_a_plain_pair_of_words_is_parted_and_a_joined_one_is_not() -> None:
    assert is_parted("ferry (?:sank|capsized)")
    assert not is_parted("air ?raid")


def test_a_pattern_without_words_is_refused() -> None:
    with pytest.raises(InvalidLexicon, match="expected words, found '--'"):
        list(openings("--"))
