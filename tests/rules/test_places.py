"""Words of ``places.yml`` that tell how large an unknown place is, and words that veto one."""

import pytest

from generator.extract.places.places import find_places
from generator.lexicon.sources import read_knowledge

KNOWLEDGE = read_knowledge("places.yml")
NOUNS = [pytest.param(noun, row["level"], id=noun) for row in KNOWLEDGE["levels"] for noun in row["nouns"]]


@pytest.mark.parametrize(("noun", "level"), NOUNS)
def test_a_noun_tells_how_large_an_unknown_place_is(noun, level, lexicon, prose):
    phrase = f"{noun} of Zamboreh" if noun in KNOWLEDGE["naming"] else f"Zamboreh {noun}"
    text = f"Three soldiers were killed in the {phrase} on Monday."
    name = f"Zamboreh {noun}" if level == "site" and noun not in KNOWLEDGE["naming"] else "Zamboreh"
    assert [(place.name, place.level) for place in find_places(prose(text), lexicon)] == [(name, level)]


@pytest.mark.parametrize(("noun", "level"), KNOWLEDGE["plurals"].items())
def test_a_plural_tells_how_large_each_listed_place_is(noun, level, lexicon, prose):
    text = f"Fighting broke out across several {noun}, including Zamboreh, Quillard and Ostenwick."
    found = [(place.name, place.level) for place in find_places(prose(text), lexicon)]
    assert found == [("Zamboreh", level), ("Quillard", level), ("Ostenwick", level)]


@pytest.mark.parametrize("word", KNOWLEDGE["vetoes"])
def test_a_vetoed_word_is_no_place(word, lexicon, prose):
    assert word not in [place.name for place in find_places(prose(f"Nothing was known in {word} of it."), lexicon)]


@pytest.mark.parametrize("word", KNOWLEDGE["institutions"])
def test_an_institution_is_no_place(word, lexicon, prose):
    found = find_places(prose(f"He had been seen in Zamboreh {word} before."), lexicon)
    assert [place.name for place in found] == []
