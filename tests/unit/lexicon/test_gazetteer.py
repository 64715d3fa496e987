"""The index of towns: found by folded name, the largest first, with a point only where the name is one town's."""

import pytest

from generator.errors import InvalidLexicon
from generator.lexicon.build_gazetteer import derive_gazetteer
from generator.lexicon.gazetteer import Gazetteer, Town
from generator.lexicon.places import fold_name


def town(name, country, population, *, lat=1.0, number=1, state="00", others=()):
    """A town as the source lists it."""
    return {
        "name": name,
        "countrycode": country,
        "admin1code": state,
        "population": population,
        "latitude": lat,
        "longitude": 2.0,
        "geonameid": number,
        "alternatenames": list(others),
    }


@pytest.mark.parametrize(
    ("written", "country"),
    [
        pytest.param("Quetta", "PK", id="plain"),
        pytest.param("Łódź", "PL", id="letter-without-an-accent"),
        pytest.param("Khan Yunis", "PS", id="macrons-in-the-source"),
        pytest.param("Kiev", "UA", id="other-spelling"),
        pytest.param("Sana'a", "YE", id="apostrophe"),
    ],
)
def test_a_town_is_found_as_the_news_spells_it(written, country):
    assert Gazetteer().find(fold_name(written))[0].country == country


def test_an_unknown_name_is_no_town():
    assert Gazetteer().find("kolvari") == ()


def test_towns_of_one_name_come_the_largest_first():
    sizes = [each.thousands for each in Gazetteer().find("victoria")]
    assert len(sizes) > 2
    assert sizes == sorted(sizes, reverse=True)


def test_a_line_that_is_none_of_the_index_is_refused():
    with pytest.raises(InvalidLexicon, match=r"gazetteer\.tsv: expected 6 columns"):
        Gazetteer(["kolvari\tXX\t1.00"]).find("kolvari")


def test_a_town_alone_of_its_name_gets_a_point_and_one_of_several_none():
    alone, twin = town("Kolvari", "AA", 9000), town("Dahr", "AA", 9000, number=2)
    small = [alone, twin, town("Dahr", "AA", 8000, lat=7.0, number=3)]
    lines = list(derive_gazetteer(small, [alone, twin]))
    assert lines == ["dahr\tAA\t\t\t9\t", "kolvari\tAA\t1.00\t2.00\t9\t1"]


def test_a_far_larger_town_is_the_one_that_is_meant():
    large, small = town("Dahr", "AA", 900_000), town("Dahr", "AA", 9000, lat=7.0, number=2)
    assert Gazetteer(list(derive_gazetteer([large, small], [large, small]))).find("dahr") == (
        Town("AA", None, 900, 1.0, 2.0, "1"),
    )


def test_other_spellings_of_a_large_town_lead_to_it():
    large = town("Kolvari", "AA", 900_000, others=["Colvari", "Bwxyz", "kolwari", "Колвари"])
    assert [line.split("\t")[0] for line in derive_gazetteer([large], [large])] == ["colvari", "kolvari"]


def test_a_word_opens_the_name_of_a_town_or_none():
    index = Gazetteer(["dahr tal\tAA\t1.00\t2.00\t9\t1", "dahra\tBB\t1.00\t2.00\t40\t2"])
    assert [index.opens(word) for word in ("dahr", "dahra", "dah", "tal", "zz")] == [True, True, False, False, False]
    assert [index.largest(word) for word in ("dahr", "dahra", "dah")] == [9, 40, 0]
