"""Maps: no point but the gazetteer's, everything inside the drawing, and nothing that loads."""

import dataclasses
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.incident import Place
from generator.model.span import Citation
from generator.model.vocabulary import PlaceLevel
from generator.render.maps.atlas import draw_land, read_outlines
from generator.render.maps.frame import HEIGHT, WIDTH, clip, frame_around
from generator.render.site import Site

AT = Citation.parse("d1:0-5")
WORLD = st.tuples(st.floats(-180, 180), st.floats(-85, 85))


def place(name, lat=None, lon=None, gazetteer=None):
    return Place(name.lower(), name, PlaceLevel.CITY, AT, country="PK", lat=lat, lon=lon, gazetteer=gazetteer)


@pytest.fixture
def page_with(seed_incident, pages_of):
    def build(*places):
        record = dataclasses.replace(seed_incident, places=places, claims=(), summary=())
        return pages_of(Site((record,)))[f"incidents/{record.id}.md"].text

    return build


def test_only_places_with_a_gazetteer_entry_and_coordinates_are_points(page_with):
    text = page_with(
        place("Quetta", 30.18, 67.0, "geonames:1"),
        place("Noshki"),
        place("Elsewhere", 30.5, 66.5),
        place("Mach", None, None, "g"),
    )
    assert text.count("<circle") == 1
    assert "3 named places have no entry there" in text


def test_without_such_a_place_there_is_no_map(page_with):
    assert "<svg" not in page_with(place("Noshki"))


def test_a_point_leads_to_its_place_and_is_named(page_with):
    text = page_with(place("Quetta", 30.18, 67.0, "geonames:1"))
    found = re.search(
        r'<a href="([^"]+)"><circle [^>]*><title>Quetta&#44; city</title></circle><text[^>]*>Quetta<', text
    )
    assert found is not None
    assert "places&#47;quetta" in found[1]


def test_names_that_would_hide_each_other_are_not_all_written(page_with):
    near = [place(f"Townsville {number}", 30.18 + number / 500, 67.0, f"g{number}") for number in range(9)]
    text = page_with(*near)
    assert text.count("<circle") == 9
    assert 1 <= text.count("<text") < 9


def test_the_drawing_holds_numbers_alone_and_loads_nothing(page_with):
    text = page_with(place('"><script>x</script>', 30.18, 67.0, "geonames:1"))
    drawing = text[text.index("<svg") : text.rindex("</svg>")]
    assert "<script" not in drawing
    assert "://" not in drawing
    assert all(re.fullmatch(r"[MlLzZ0-9 &#;-]+", path) for path in re.findall(r' d="([^"]*)"', drawing))


@given(st.lists(WORLD, min_size=1, max_size=6), st.sampled_from([1.0, 4.0, 20.0]))
def test_every_point_lies_in_its_window(points, least):
    frame = frame_around(points, least=least)
    for point in points:
        x, y = frame.place(point)
        assert -1 <= y <= HEIGHT + 1
        assert -1 <= x <= WIDTH + 1


@given(st.lists(st.tuples(st.floats(-2000, 2000), st.floats(-2000, 2000)), min_size=3, max_size=12))
def test_what_is_left_of_a_ring_lies_in_the_drawing_or_just_outside(ring):
    for x, y in clip(ring):
        assert -5 <= x <= WIDTH + 5
        assert -5 <= y <= HEIGHT + 5


@pytest.mark.parametrize(
    ("lon", "lat"),
    [(67.0, 30.2), (179.5, -16.8), (-179.5, 66.0), (0.0, 51.5), (-70.0, -54.0), (15.0, 78.2)],
    ids=["Quetta", "Fiji", "Chukotka", "Greenwich", "Tierra del Fuego", "Svalbard"],
)
def test_there_is_land_around_a_town_wherever_it_lies(lon, lat):
    assert draw_land(frame_around([(lon, lat)], least=4.0))


def test_the_outlines_span_the_world():
    outlines = read_outlines()
    assert min(each.west for each in outlines) < -179
    assert max(each.east for each in outlines) > 179
    assert max(each.north for each in outlines) > 83
