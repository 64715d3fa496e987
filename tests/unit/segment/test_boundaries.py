"""Every rule for sentence boundaries decides its own examples, and cuts them as it says."""

from collections.abc import Callable

import pytest

from generator.lexicon.abbreviations import load_abbreviations
from generator.segment import sentences as cutting
from generator.segment.boundaries import RULES, Rule, deciding_rule
from generator.segment.stops import Stop

EXAMPLES = [pytest.param(rule, example, id=f"{rule.name}: {example}") for rule in RULES for example in rule.examples]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_an_example_is_cut_where_it_is_marked(rule: Rule, example: str, sentences: Callable[[str], list[str]]) -> None:
    assert sentences(example.replace("| ", "")) == [part.strip() for part in example.split("|")]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_decides_a_stop_of_its_first_example(
    rule: Rule, sentences: Callable[[str], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    deciding: list[str | None] = []

    def ask(stop: Stop, lexicon: object) -> bool:
        decided = deciding_rule(stop, load_abbreviations())
        deciding.append(decided.name if decided else None)
        return decided is None or decided.ends

    monkeypatch.setattr(cutting, "ends_here", ask)
    sentences(rule.examples[0].replace("| ", ""))

    assert rule.name in deciding


def test_rules_have_names_of_their_own_and_a_reason() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(rule.why.endswith(".") and rule.examples for rule in RULES)
