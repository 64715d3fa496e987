"""Where the story puts it, the main place first; where somebody spoke is another matter."""

from collections.abc import Callable

import pytest

from generator.model.incident import Incident, Place

Read = Callable[..., Incident]


def named(made: Incident) -> list[str]:
    return [place.name for place in made.places]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("A blast in Kolvari killed nine people.", ["Kolvari"], id="in-the-lede"),
        pytest.param(
            "The mayor said at a press conference in Lagos that nine died in Kolvari today.",
            ["Kolvari"],
            id="where-it-was-said",
        ),
        pytest.param("A blast in Kolvari, near the border with Mali, killed nine people.", ["Kolvari"], id="neighbour"),
        pytest.param(
            "A blast in Kolvari killed nine. In 2019 a blast in Dahr killed two people.",
            ["Kolvari"],
            id="earlier-event",
        ),
        pytest.param("A blast killed nine Indian soldiers.", ["India"], id="demonym-alone-tells-the-country"),
        pytest.param(
            "LAGOS, March 4, 2026 (TARA) - A blast killed nine people.", ["Lagos"], id="dateline-as-a-last-resort"
        ),
        pytest.param(
            "LAGOS, March 4, 2026 (TARA) - A blast in Kolvari killed nine.", ["Kolvari"], id="dateline-is-no-scene"
        ),
    ],
)
def test_the_scene_is_where_the_story_puts_it(incident: Read, text: str, names: list[str]) -> None:
    assert named(incident(text)) == names


def test_the_place_of_the_lede_comes_first(incident: Read) -> None:
    made = incident("A blast in Kolvari killed nine. Looters burned shops in Dahr at noon. A bomb hurt two in Norvale.")
    assert named(made) == ["Kolvari", "Dahr", "Norvale"]


def test_a_place_stands_where_its_name_stands(incident: Read) -> None:
    text = "A blast in the town of Kolvari killed nine people."
    assert [place.at.span.of(text) for place in incident(text).places] == ["Kolvari"]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        pytest.param("A blast in Kolvari killed nine Kenyan soldiers.", "KE", id="demonym"),
        pytest.param("A blast in Kolvari, in northern Kenya, killed nine soldiers.", "KE", id="country-behind"),
        pytest.param("A blast in Kolvari killed nine Kenyan and Indian soldiers.", None, id="two-nations"),
        pytest.param("A blast in Kolvari killed nine soldiers.", None, id="nothing-tells"),
    ],
)
def test_a_place_without_a_gazetteer_entry_gets_its_country_from_the_words_or_none(
    incident: Read, text: str, country: str | None
) -> None:
    (place,) = (place for place in incident(text).places if place.name == "Kolvari")
    assert place.country == country


def test_no_place_has_coordinates_without_a_gazetteer(incident: Read) -> None:
    made = incident("A blast in Kolvari, in northern Kenya, killed nine soldiers.")
    assert {(place.lat, place.lon, place.gazetteer) for place in made.places} == {(None, None, None)}


def test_listed_districts_lie_in_the_province_that_the_story_names(incident: Read) -> None:
    made = incident(
        "Attacks across Dahr province killed nine people. "
        "Gunmen struck several districts, including Kolvari, Orsha and Norvale at dawn."
    )
    within: dict[str, Place] = {place.name: place for place in made.places}
    assert [within[name].within for name in ("Kolvari", "Orsha", "Norvale")] == ["dahr"] * 3


def test_the_same_name_twice_is_one_place(incident: Read) -> None:
    assert named(incident("A blast in Kolvari killed nine. Shops shut in Kolvari at noon.")) == ["Kolvari"]


def test_a_fuller_mention_gives_the_level(incident: Read) -> None:
    made = incident("A blast in Kolvari killed nine. Shops in Kolvari district stayed shut.")
    assert [place.level for place in made.places] == ["district"]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param(
            "A bomb in Kolvari district killed nine people.", "Kolvari bombing: nine people killed", id="place"
        ),
        pytest.param("A bomb killed nine people.", "Bombing: nine people killed", id="no-place"),
    ],
)
def test_the_title_names_the_place_only_where_there_is_one(incident: Read, text: str, title: str) -> None:
    assert incident(text).title.text == title


@pytest.mark.parametrize(
    ("text", "point"),
    [
        pytest.param(
            "A blast in the town of Soyapango in El Salvador killed nine people.",
            (13.71, -89.14, "geonames:3583096"),
            id="the-only-one-of-its-country",
        ),
        pytest.param(
            "A blast in Springfield, Illinois, killed nine people.",
            (39.8, -89.64, "geonames:4250542"),
            id="in-its-state",
        ),
        pytest.param("A blast in Springfield killed nine Americans.", (None, None, None), id="one-of-many"),
        pytest.param("A blast in Kolvari killed nine people.", (None, None, None), id="not-in-the-gazetteer"),
    ],
)
def test_a_town_gets_its_point_only_where_no_other_can_be_meant(
    incident: Read, text: str, point: tuple[float | None, float | None, str | None]
) -> None:
    place = incident(text).places[0]
    assert (place.lat, place.lon, place.gazetteer) == point


@pytest.mark.parametrize(
    ("text", "country"),
    [
        pytest.param("Egyptian police said a blast in Rafah killed nine Egyptian soldiers.", "EG", id="egypt"),
        pytest.param("A blast in Rafah killed nine Palestinians, medics in Gaza said.", "PS", id="gaza"),
    ],
)
def test_a_name_of_two_countries_lies_in_the_one_that_the_story_is_about(
    incident: Read, text: str, country: str
) -> None:
    (rafah,) = (place for place in incident(text).places if place.name == "Rafah")
    assert rafah.country == country


def test_a_region_named_with_the_scene_holds_it(incident: Read) -> None:
    made = incident("A bomb in the town of Kolvari in Dahr province killed nine people.")
    within = {place.name: place.within for place in made.places}
    assert within["Kolvari"] == "dahr"
