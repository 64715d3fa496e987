"""Every example of ``chains.yml``."""

import re

import pytest

from generator.lexicon.chains import read_chains

CHAINS = read_chains()
MATCHES = [(rule, each.text) for rule in CHAINS.rules for each in rule.matches]
REJECTS = [(rule, each.text) for rule in CHAINS.rules for each in rule.rejects]


@pytest.mark.parametrize(("rule", "text"), MATCHES, ids=lambda each: str(getattr(each, "name", each))[:60])
def test_words_that_tell_an_answer_are_known_by_their_rule(rule, text):
    assert rule.pattern.search(text.lower())
    assert not rule.needs.isdisjoint(re.findall(r"\w+", text.lower())), "the rule would never run"


@pytest.mark.parametrize(("rule", "text"), REJECTS, ids=lambda each: str(getattr(each, "name", each))[:60])
def test_words_that_only_look_like_it_are_left_alone(rule, text):
    assert not rule.pattern.search(text.lower())
