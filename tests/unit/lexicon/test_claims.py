"""Which rules for claims a sentence's words let through."""

import pytest

from generator.lexicon.claims import needed_rules
from generator.lexicon.lexicon import load_lexicon

CLAIMS = load_lexicon().claims


def names(text: str, *, said: bool = True, quoted: bool = True) -> list[str]:
    vocabulary = frozenset(text.split())
    return [rule.name for rule in needed_rules(CLAIMS, vocabulary, said=said, quoted=quoted)]


def test_words_that_no_rule_needs_let_none_through() -> None:
    assert names("the bakery sells bread") == []


def test_a_rule_that_asks_for_a_second_word_waits_for_it() -> None:
    assert "should" not in names("it should rain")
    assert "should" in names("residents should leave")


def test_a_rule_that_asks_for_a_third_word_waits_for_it() -> None:
    assert "ultimatum" not in names("hours to leave")
    assert "ultimatum" in names("gave hours to leave")


def test_where_nobody_speaks_no_rule_looks_into_speech() -> None:
    assert "tells-to" in names("stay away")
    assert "tells-to" not in names("stay away", said=False)
    assert "tells-to" not in names("stay away", quoted=False)


def test_a_sentence_of_we_is_speech_for_the_rules_that_say_so() -> None:
    assert "demands-content" in names("we demand an inquiry", said=False)
    assert "demands-content" not in names("they demand an inquiry", said=False)


def test_the_rules_keep_their_order() -> None:
    order = [rule.name for rule in CLAIMS.rules]
    found = names("no group said it had claimed responsibility for the attack")
    assert found == sorted(found, key=order.index)


@pytest.mark.parametrize("rule", CLAIMS.rules, ids=lambda rule: rule.name)
def test_every_rule_is_let_through_by_the_words_of_its_own_gate(rule) -> None:
    words = {next(iter(sorted(group))) for group in (rule.needs, rule.also, rule.besides) if group}
    assert rule in needed_rules(CLAIMS, words | {"we"})
