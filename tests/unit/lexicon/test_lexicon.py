"""Word lists that are drawn together from several of the lexicon's, so that one look-up tells what seven did."""

import pytest

from generator.lexicon.lexicon import load_lexicon


@pytest.mark.parametrize("word", ["the", "police", "governor", "driver", "soldiers", "killed", "explosion", "friday"])
def test_words_of_the_lists_stand_in_no_personal_name(word: str) -> None:
    assert word in load_lexicon().nameless


@pytest.mark.parametrize("word", ["okafor", "maria", "kamarpur"])
def test_names_may_stand_in_names(word: str) -> None:
    assert word not in load_lexicon().nameless


def test_text_without_case_has_the_words_of_the_lists_as_common_ones() -> None:
    lexicon = load_lexicon()
    assert lexicon.plain >= lexicon.grammar.function_words | lexicon.cues.verbs.keys() | lexicon.persons.plural.keys()
    assert "okafor" not in lexicon.plain


def test_every_noun_for_a_party_is_met_by_its_last_word() -> None:
    lexicon = load_lexicon()
    assert [noun for noun in lexicon.actors.heads if noun.split(" ")[-1] not in lexicon.head_tails] == []
