"""Every example of ``events.yml``."""

import pytest

from generator.extract.deeds.events import find_events
from generator.lexicon.lexicon import load_lexicon
from generator.model.vocabulary import EventType

KINDS = load_lexicon().events.kinds
MATCHES = [pytest.param(kind, each.text, id=f"{kind}: {each.text}") for kind in KINDS for each in KINDS[kind].matches]
REJECTS = [pytest.param(kind, each.text, id=f"{kind}: {each.text}") for kind in KINDS for each in KINDS[kind].rejects]
DECISIVE = 3


@pytest.mark.parametrize(("kind", "text"), MATCHES)
def test_a_sentence_tells_its_type(kind, text, lexicon, prose):
    assert kind in {event.type for event in find_events(prose(text), lexicon)}


@pytest.mark.parametrize(("kind", "text"), REJECTS)
def test_a_sentence_of_another_type_is_left_alone(kind, text, lexicon, prose):
    assert kind not in {event.type for event in find_events(prose(text), lexicon)}


@pytest.mark.parametrize("kind", list(EventType))
def test_every_type_of_the_codebook_has_a_name_a_decisive_word_and_an_example(kind, lexicon):
    assert KINDS[kind].title
    assert KINDS[kind].titles
    assert KINDS[kind].matches
    weights = {phrase.weight for found in lexicon.events.phrases.values() for phrase in found if phrase.type is kind}
    assert DECISIVE in weights
