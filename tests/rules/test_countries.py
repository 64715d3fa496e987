"""Countries and their parts: each plain name is read as what the list says."""

import pytest

from generator.extract.places.peoples import find_demonyms
from generator.extract.places.places import find_places
from generator.lexicon.build_countries import compile_countries, render_countries
from generator.lexicon.places import fold_name
from generator.lexicon.sources import read_knowledge, read_text
from generator.model.vocabulary import PlaceLevel

COUNTRIES = read_knowledge("countries.yml")["countries"]
BY_NAME = pytest.mark.parametrize("country", COUNTRIES, ids=lambda country: f"{country['code']} {country['name']}")


def plain(country, *keys):
    """The names under these keys that mean nothing else."""
    names = [country[key] for key in keys if isinstance(country.get(key), str)]
    names += [name for key in keys if isinstance(country.get(key), list) for name in country[key]]
    return [name for name in names if name not in country.get("ambiguous", ())]


@BY_NAME
def test_a_countrys_names_are_read_as_the_country(country, lexicon, prose):
    missed = []
    for name in plain(country, "name", "aliases"):
        shared = len({meaning.country for meaning in lexicon.places.known[fold_name(name)]}) > 1
        if shared and name != country["name"]:
            continue
        found = find_places(prose(f"Three soldiers were killed in {name} on Monday."), lexicon)
        if [(place.country, place.level) for place in found] != [(country["code"], PlaceLevel.COUNTRY)]:
            missed.append((name, [(place.name, place.country, str(place.level)) for place in found]))
    assert missed == []


@BY_NAME
def test_a_countrys_people_are_read_as_its_demonyms(country, lexicon, prose):
    missed = []
    for name in plain(country, "demonyms"):
        sentence = prose(f"The {name} were seen there.")
        codes = {meaning.country for meaning in lexicon.places.known[fold_name(name)] if meaning.kind == "demonym"}
        found = find_demonyms(sentence, lexicon)
        if len(codes) == 1 and [(span.of(sentence.text), code) for span, code in found] != [(name, country["code"])]:
            missed.append((name, found))
    assert missed == []


@BY_NAME
def test_the_plain_names_of_a_countrys_parts_are_read_as_places_of_it(country, lexicon, prose):
    missed = []
    for region in country.get("regions", ()):
        row = {"name": region} if isinstance(region, str) else region
        name = row["name"]
        meanings = lexicon.places.known[fold_name(name)]
        if row.get("ambiguous") or len({meaning.country for meaning in meanings}) > 1:
            continue
        found = [
            (place.name, place.country)
            for place in find_places(prose(f"Three soldiers were killed in {name} on Monday."), lexicon)
        ]
        if found != [(name, country["code"])]:
            missed.append((name, found))
    assert missed == []


def test_the_compiled_file_is_that_of_the_list():
    assert render_countries(compile_countries(read_knowledge("countries.yml"))) == read_text("countries.json")


@pytest.mark.parametrize(("name", "ambiguous"), [("Plymouth", True), ("Quito", False)])
def test_a_capital_with_a_far_larger_namesake_needs_another_sign(name, ambiguous, lexicon):
    (capital,) = (place for place in lexicon.places.known[fold_name(name)] if place.kind == "capital")
    assert capital.ambiguous is ambiguous


def test_the_people_of_a_countrys_part_tell_the_country(lexicon, prose):
    assert [code for _, code in find_demonyms(prose("A Scottish officer and a Texan died."), lexicon)] == ["GB", "US"]
