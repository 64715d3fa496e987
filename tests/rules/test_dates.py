"""Every example of ``dates.yml``."""

import pytest

from generator.extract.places.dates import find_days
from generator.lexicon.lexicon import load_lexicon

RULES = load_lexicon().dates.rules
MATCHES = [pytest.param(rule, each, id=f"{rule.name}: {each.text}") for rule in RULES for each in rule.matches]
REJECTS = [pytest.param(rule, each, id=f"{rule.name}: {each.text}") for rule in RULES for each in rule.rejects]


def written(day):
    """A day as the examples write it: an ISO date, month and day, or the words."""
    if day.start is not None:
        return str(day.start)
    return "{:02}-{:02}".format(*day.month_day) if day.month_day else day.text


@pytest.mark.parametrize(("rule", "example"), MATCHES)
def test_a_day_is_read_as_its_rule_says(rule, example, lexicon, prose):
    days = find_days(prose(example.text), lexicon)
    assert [(day.rule, written(day)) for day in days] == [(rule.name, example.gives)]


@pytest.mark.parametrize(("rule", "example"), REJECTS)
def test_words_that_are_no_day_are_left_alone(rule, example, lexicon, prose):
    assert [day.text for day in find_days(prose(example.text), lexicon) if day.rule == rule.name] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_has_an_example(rule):
    assert rule.matches
