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


@pytest.mark.parametrize("word", [word for word in KNOWLEDGE["institutions"] if word not in KNOWLEDGE["venues"]])
def test_an_institution_is_no_place(word, lexicon, prose):
    found = find_places(prose(f"He had been seen in Zamboreh {word} before."), lexicon)
    assert [place.name for place in found] == []


@pytest.mark.parametrize("word", KNOWLEDGE["venues"])
def test_a_house_is_a_site_once_something_is_put_around_it(word, lexicon, prose):
    (found,) = find_places(prose(f"A bomb went off outside the Zamboreh {word} on Monday."), lexicon)
    assert (found.name, found.level, found.locative) == (f"Zamboreh {word}", "site", True)


@pytest.mark.parametrize("word", KNOWLEDGE["venues"])
def test_a_house_that_acts_is_a_body_and_no_place(word, lexicon, prose):
    found = find_places(prose(f"The Zamboreh {word} thanked the police."), lexicon)
    assert [place.name for place in found if place.rule == "venue"] == []


@pytest.mark.parametrize("noun", KNOWLEDGE["care"])
def test_nothing_is_put_into_the_house_to_which_the_hurt_are_brought(noun, lexicon, prose):
    found = find_places(prose(f"Nine people were in the Zamboreh {noun} on Monday."), lexicon)
    assert [place.name for place in found if place.locative and place.level == "site"] == []


@pytest.mark.parametrize(("noun", "level"), KNOWLEDGE["leaders"].items())
def test_a_noun_that_opens_a_name_is_part_of_it(noun, level, lexicon, prose):
    (found,) = find_places(prose(f"A boat capsized near {noun} Zamboreh on Monday."), lexicon)
    assert (found.name, found.level) == (f"{noun} Zamboreh", level)


@pytest.mark.parametrize("name", KNOWLEDGE["nowhere"])
def test_what_is_only_written_like_a_place_is_none(name, lexicon, prose):
    found = find_places(prose(f"Two people died in {name} of it."), lexicon)
    assert [place.name for place in found] == []


@pytest.mark.parametrize("phrase", KNOWLEDGE["elsewhere"])
def test_a_place_behind_words_that_lead_away_is_no_scene(phrase, lexicon, prose):
    found = find_places(prose(f"Nine people {phrase} Hamburg wept."), lexicon)
    assert [place.name for place in found if place.locative] == []
