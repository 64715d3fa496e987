"""Ways to narrow the list of incidents, as links that need no script."""

import dataclasses
import posixpath

import pytest

from generator.model.claim import Review
from generator.model.incident import Dates, Place, Status, Title
from generator.model.partialdate import PartialDate
from generator.model.span import Citation
from generator.model.vocabulary import EventType, Origin, PlaceLevel, ReviewState
from generator.render.site import Site

COUNTRIES = {"PK": "Pakistan", "IR": "Iran"}


def titled(incident, name, **fields):
    return dataclasses.replace(incident, id=f"{name}-00000000", title=Title(name, Origin.EDITOR), **fields)


@pytest.fixture
def site(seed_incident):
    accepted = tuple(
        dataclasses.replace(claim, review=Review(ReviewState.ACCEPTED, "mk")) for claim in seed_incident.claims
    )
    tehran = Place("tehran", "Tehran", PlaceLevel.CITY, Citation.parse("d1:0-6"), country="IR")
    return Site(
        (
            titled(seed_incident, "raid"),
            titled(seed_incident, "seen", claims=accepted, dates=Dates(start=PartialDate.parse("2025-03-09"))),
            titled(seed_incident, "partly", claims=(accepted[0], *seed_incident.claims[1:])),
            titled(seed_incident, "flood", types=(EventType.SEVERE_WEATHER,), places=(tehran,), actors=()),
            titled(seed_incident, "gone", status=Status(withdrawn="An exercise.")),
            titled(seed_incident, "twin", status=Status(merged_into="raid-00000000")),
        ),
        countries=COUNTRIES,
    )


@pytest.fixture
def pages(site, pages_of):
    return pages_of(site)


def options_of(page):
    """Value and words of each choice of the incidents page, in order."""
    values = [values["data-value"] for _, values in page.elements if "data-value" in values]
    shown = [text for text in page.all("li") if not text.startswith("All ")]
    return dict(zip(values, shown, strict=False))


def test_each_facet_lists_its_values_with_the_number_of_incidents(pages, reading):
    page = reading(pages["incidents/index.md"])
    assert page.all("summary") == ["Kind", "Country", "Actor", "Standing", "Month"]
    options = options_of(page)
    assert options["armed-attack"] == "Armed attack 4"
    assert options["severe-weather"] == "Severe weather 1"
    assert (options["ir"], options["pk"]) == ("Iran 1", "Pakistan 4")


@pytest.mark.parametrize(
    ("path", "titles"),
    [
        ("standings/unreviewed", ["flood", "raid"]),
        ("standings/reviewed", ["seen"]),
        ("standings/partly-reviewed", ["partly"]),
        ("standings/withdrawn", ["gone"]),
        ("days/2025-03", ["seen"]),
        ("days/undated", ["flood", "gone", "partly", "raid"]),
        ("kinds/severe-weather", ["flood"]),
    ],
)
def test_each_value_has_a_page_with_its_incidents(pages, reading, path, titles):
    assert reading(pages[f"{path}.md"]).all(".b-headline") == titles


@pytest.mark.parametrize("path", ["index.md", "incidents/index.md"])
def test_each_value_leads_to_a_page(pages, reading, path):
    page = reading(pages[path])
    for _, values in page.elements:
        if "data-value" in values:
            way, _, anchor = values["href"].partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), way))
            there = reading(pages[target.removesuffix(".html") + ".md"])
            assert not anchor or anchor in there.ids


def test_a_row_carries_the_values_that_the_choices_name(pages, reading):
    page = reading(pages["incidents/index.md"])
    named = {values["data-value"] for _, values in page.elements if "data-value" in values}
    rows = [values for tag, values in page.elements if tag == "li" and "data-kind" in values]
    assert len(rows) == 5
    for name in ("data-kind", "data-place", "data-standing", "data-day"):
        assert {value for row in rows for value in row[name].split()} <= named
    flood = next(row for row in rows if row["data-kind"] == "severe-weather")
    assert (flood["data-place"], flood["data-standing"], flood["data-day"]) == ("ir", "unreviewed", "undated")


def test_a_country_that_no_record_names_leads_to_its_part_of_the_places(pages, reading):
    page = reading(pages["incidents/index.md"])
    href = next(values["href"] for _, values in page.elements if values.get("data-value") == "ir")
    assert href == "../places/index.html#country-ir"
    assert "country-ir" in reading(pages["places/index.md"]).ids
