"""Every example of ``apart.yml``."""

import pytest

from generator.lexicon.apart import strength_of
from generator.lexicon.lexicon import load_lexicon
from generator.read.normalise import fold

APART = load_lexicon().apart
MATCHES = [
    pytest.param(rule, each.text, id=f"{rule.name}: {each.text[:60]}") for rule in APART.rules for each in rule.matches
]
HEADS = [
    pytest.param(rule, each.text, id=f"{rule.name}: {each.text[:60]}") for rule in APART.heads for each in rule.matches
]
NO_HEADS = [
    pytest.param(rule, each.text, id=f"{rule.name}: {each.text[:60]}") for rule in APART.heads for each in rule.rejects
]
REJECTS = [
    pytest.param(rule, each.text, id=f"{rule.name}: {each.text[:60]}") for rule in APART.rules for each in rule.rejects
]


def fits(rule, text):
    return rule.pattern.match(fold(text).lower()) is not None


@pytest.mark.parametrize(("rule", "text"), MATCHES)
def test_words_that_set_an_incident_apart_are_known_by_their_rule(rule, text):
    assert fits(rule, text)
    assert not rule.needs.isdisjoint(fold(text).lower().replace(",", " ").split()), "the rule would never run"


@pytest.mark.parametrize(("rule", "text"), REJECTS)
def test_words_that_only_look_like_them_are_left_alone(rule, text):
    assert not fits(rule, text)


@pytest.mark.parametrize("rule", APART.rules, ids=lambda rule: rule.name)
def test_every_rule_has_examples_of_both_kinds_and_a_strength(rule):
    assert rule.matches
    assert rule.rejects
    assert strength_of(rule)


@pytest.mark.parametrize(
    ("text", "joint"),
    [
        ("Two suicide bombings killed 30 people in Kresk and Orvane.", True),
        ("A series of explosions shook three ports.", True),
        ("Rebels launched coordinated assaults on police posts.", True),
        ("A car bomb killed two guards in Kresk.", False),
        ("Gunmen shot dead three farmers near Orvane.", False),
    ],
)
def test_an_opening_tells_whether_the_story_is_about_several_deeds(text, joint):
    assert (APART.jointly.search(text.lower()) is not None) is joint


@pytest.mark.parametrize(("rule", "text"), HEADS)
def test_the_head_of_an_item_is_known_by_its_form(rule, text):
    assert rule.pattern.match(fold(text)) is not None


@pytest.mark.parametrize(("rule", "text"), NO_HEADS)
def test_what_only_looks_like_a_head_is_left_alone(rule, text):
    assert rule.pattern.match(fold(text)) is None


@pytest.mark.parametrize("rule", APART.heads, ids=lambda rule: rule.name)
def test_every_form_of_heads_has_examples_of_both_kinds(rule):
    assert rule.matches
    assert rule.rejects
