"""Forms of regular verbs."""

import pytest

from generator.lexicon.inflection import inflect


@pytest.mark.parametrize(
    ("lemma", "third", "past", "ing"),
    [
        pytest.param("warn", "warns", "warned", "warning", id="plain"),
        pytest.param("urge", "urges", "urged", "urging", id="mute-e"),
        pytest.param("deny", "denies", "denied", "denying", id="consonant-and-y"),
        pytest.param("relay", "relays", "relayed", "relaying", id="vowel-and-y"),
        pytest.param("stress", "stresses", "stressed", "stressing", id="hissing"),
        pytest.param("admit", "admits", "admitted", "admitting", id="doubled"),
        pytest.param("agree", "agrees", "agreed", "agreeing", id="double-e"),
        pytest.param("brush aside", "brushes aside", "brushed aside", "brushing aside", id="phrase"),
    ],
)
def test_a_regular_verb_has_four_forms(lemma: str, third: str, past: str, ing: str) -> None:
    forms = inflect(lemma, {"admit"})
    assert (forms.base, forms.third, forms.past, forms.ing) == (lemma, third, past, ing)
