"""Places that go by a number, a code or a short form, and waters."""

import pytest

from generator.extract.places.peoples import find_demonyms
from generator.extract.places.places import find_places


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("A minibus overturned on the N1 near Kolvari.", ["N1", "Kolvari"], id="road-code"),
        pytest.param("A pile-up on Interstate 40 killed five.", ["Interstate 40"], id="numbered-road"),
        pytest.param("Two sailors died in the Black Sea on Monday.", ["Black Sea"], id="sea"),
        pytest.param("Pirates boarded a ship in the Indian Ocean.", ["Indian Ocean"], id="sea-called-after-a-people"),
        pytest.param("A ship was struck in the Gulf of Aden.", ["Gulf of Aden"], id="water-with-of"),
        pytest.param("Fire broke out in Kolvari, in Region Ten.", ["Kolvari", "Region Ten"], id="region"),
        pytest.param("Four people were killed in Tulsa, Okla., on Friday.", ["Tulsa", "Okla."], id="short-state"),
        pytest.param("A school burned in the South-West region.", ["South-West"], id="direction-as-a-name"),
        pytest.param("Two people died inside The Heron, a tavern.", ["Heron"], id="apposed-site"),
    ],
)
def test_a_place_with_a_number_a_code_or_a_short_form_is_found(prose, lexicon, text, names):
    assert [place.name for place in find_places(prose(text), lexicon) if place.locative] == names


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("M23 rebels withdrew.", id="group"),
        pytest.param("He signed the A4 sheet.", id="paper"),
        pytest.param("Gunmen killed Luz Orsha, a councillor of the town, at home.", id="councillor-of-the-town"),
        pytest.param("J. Orsha, 44, of the 900 block of Kolvari Road, was held.", id="home"),
        pytest.param("The launch left the island town of Kolvari at noon.", id="departure"),
    ],
)
def test_what_only_looks_like_one_puts_nothing_anywhere(prose, lexicon, text):
    assert [place.name for place in find_places(prose(text), lexicon) if place.locative] == []


def test_a_body_of_a_country_tells_it_as_its_people_do(prose, lexicon):
    told = find_demonyms(prose("The Guyana Police Service is investigating an escape."), lexicon)
    assert [country for _, country in told] == ["GY"]
