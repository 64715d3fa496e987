"""Every example of ``tolls.yml``."""

import pytest

from generator.extract.figures.figures import find_figures
from generator.extract.figures.tolls import find_tolls, toll_text
from generator.lexicon.lexicon import load_lexicon

RULES = [
    *(frame.rule for frame in load_lexicon().tolls.frames),
    load_lexicon().tolls.noun_rule,
    load_lexicon().tolls.cumulative,
]
MATCHES = [pytest.param(each, id=f"{rule.name}: {each.text[:60]}") for rule in RULES for each in rule.matches]
REJECTS = [pytest.param(each, id=f"{rule.name}: {each.text[:60]}") for rule in RULES for each in rule.rejects]


@pytest.fixture
def tolls(lexicon, prose):
    def find(text):
        sentence = prose(text)
        return [toll_text(toll) for toll in find_tolls(sentence, find_figures(sentence, lexicon), lexicon)]

    return find


@pytest.mark.parametrize("example", MATCHES)
def test_a_toll_is_read_as_its_rule_says(example, tolls):
    assert tolls(example.text) == example.gives.split("; ")


@pytest.mark.parametrize("example", REJECTS)
def test_a_sentence_without_a_toll_is_left_alone(example, tolls):
    assert tolls(example.text) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_has_an_example(rule):
    assert rule.matches
