"""Every example of ``claims.yml``."""

import pytest

from generator.lexicon.lexicon import load_lexicon

RULES = load_lexicon().claims.rules
MATCHES = [pytest.param(rule, each.text, id=f"{rule.name}: {each.text}") for rule in RULES for each in rule.matches]
REJECTS = [pytest.param(rule, each.text, id=f"{rule.name}: {each.text}") for rule in RULES for each in rule.rejects]


@pytest.mark.parametrize(("rule", "text"), MATCHES)
def test_a_claim_of_the_rules_kind_is_found(rule, text, reading):
    assert rule.label in [claim.kind for claim in reading(text).claims]


@pytest.mark.parametrize(("rule", "text"), REJECTS)
def test_a_sentence_without_such_a_claim_is_left_alone(rule, text, reading):
    assert rule.label not in [claim.kind for claim in reading(text).claims]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_has_an_example(rule):
    assert rule.matches
