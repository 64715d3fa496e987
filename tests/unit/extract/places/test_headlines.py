"""Places of a document's own headline."""

import pytest

from generator.extract.places.headlines import find_headline_places
from generator.read.batch import read_line
from generator.read.plaintext import read_document
from generator.segment.layout import lay_out


def places_of(document, lexicon):
    return find_headline_places(document, lay_out(document), lexicon)


def test_a_headline_of_the_front_matter_is_cited_there(lexicon):
    text = '---\ntitle: "Bus overturns near Quito, nine dead"\n---\nNine people died on Monday.\n'
    document = read_document(text.encode(), "a.txt").document
    (place,) = places_of(document, lexicon)
    assert (place.name, place.country, place.span.of(document.text)) == ("Quito", "EC", "Quito")


def test_a_headline_that_only_metadata_hold_cannot_be_cited(lexicon):
    line = b'{"id": "a", "title": "Bus overturns near Quito, nine dead", "text": "Nine people died on Monday."}'
    (place,) = places_of(read_line(line, 1).document, lexicon)
    assert (place.country, len(place.span)) == ("EC", 0)


def test_a_people_in_a_headline_tells_its_country(lexicon):
    line = b'{"id": "a", "title": "Peruvian police shoot three men dead", "text": "Three men died on Monday."}'
    (place,) = places_of(read_line(line, 1).document, lexicon)
    assert (place.name, place.level, place.rule) == ("Peru", "country", "nation")


@pytest.mark.parametrize("title", ["", "BUS OVERTURNS NEAR QUITO", "Bus Overturns Near Quito Kills Nine"])
def test_a_headline_whose_capitals_tell_no_names_is_left_alone(title, lexicon):
    line = f'{{"id": "a", "title": "{title}", "text": "Nine people died on Monday."}}'.encode()
    assert places_of(read_line(line, 1).document, lexicon) == ()
