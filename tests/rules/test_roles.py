"""Every example of ``roles.yml``."""

import pytest

from generator.extract.deeds.roles import find_deeds
from generator.lexicon.lexicon import load_lexicon

ROLES = load_lexicon().roles


@pytest.mark.parametrize("example", [pytest.param(each, id=each.text) for each in ROLES.examples])
def test_the_roles_of_a_deed_are_read(example, lexicon, prose):
    sentence = prose(example.text)
    deeds = find_deeds(sentence, lexicon)
    doers = dict.fromkeys(actor.name for deed in deeds for actor in deed.perpetrators)
    victims = [victim.name for deed in deeds for victim in deed.victims]
    targets = [span.of(sentence.text) for deed in deeds for span in deed.targets]
    weapons = [span.of(sentence.text) for deed in deeds for span in deed.weapons]
    sides = [", ".join(doers), ", ".join(dict.fromkeys((*victims, *targets))), ", ".join(weapons)]
    found = f"{sides[0]} > {sides[1]} | {sides[2]}".strip(" |") if any(sides) else ""
    assert found == example.gives


def test_a_sentence_of_the_document_is_only_read_where_a_word_may_tell_a_deed(lexicon, prose):
    assert find_deeds(prose("The library opens at nine, and the mayor will speak."), lexicon) == ()
