"""Pages across incidents: a place, a party, a kind of event."""

import dataclasses

import pytest

from generator.model.incident import Actor, Dates, Place, Title
from generator.model.partialdate import PartialDate
from generator.model.span import Citation
from generator.model.vocabulary import ActorType, Origin, PlaceLevel
from generator.render.addresses import actor_path, place_path
from generator.render.registers import is_named, open_registers
from generator.render.site import Site

AT = Citation.parse("d1:0-5")


def titled(incident, identifier, title, **fields):
    return dataclasses.replace(incident, id=identifier, title=Title(title, Origin.EDITOR), **fields)


def dated(day):
    return Dates(start=PartialDate.parse(day))


@pytest.fixture
def two(seed_incident):
    """The seed's record and a later one at a place that it spells otherwise."""
    places = (
        Place("balochistan", "BALOCHISTAN", PlaceLevel.PROVINCE, AT, country="PK"),
        Place(
            "noshki",
            "Noshki",
            PlaceLevel.CITY,
            AT,
            within="balochistan",
            country="PK",
            lat=29.55,
            lon=66.02,
            gazetteer="g1",
        ),
    )
    other = titled(
        seed_incident,
        "other-00000000",
        "Other",
        places=places,
        claims=(),
        summary=(),
        related=(),
        dates=dated("2026-02-03"),
    )
    third = titled(
        other,
        "third-00000000",
        "Third",
        places=(Place("nushki", "Nushki", PlaceLevel.DISTRICT, AT, country="PK", gazetteer="g1"),),
        dates=dated("2026-03-01"),
    )
    return seed_incident, other, third


def test_a_place_of_two_incidents_has_one_page_with_both(two, pages_of, reading):
    page = reading(pages_of(Site(two, countries={"PK": "Pakistan"}))[place_path("Balochistan", "PK")])
    assert page.all(".b-headline") == ["Other", "Coordinated attacks across Balochistan: competing accounts"]
    assert page.all("h3") == ["Tuesday, 3 February 2026", "No date in the source"]
    assert "2 incidents, from 1 document" in page.text


def test_spellings_that_share_a_gazetteer_entry_are_one_place_within_what_contains_it(two, pages_of, reading):
    pages = pages_of(Site(two, countries={"PK": "Pakistan"}))
    page = reading(pages[place_path("Noshki", "PK")])
    assert page.all(".b-headline") == ["Third", "Other"]
    facts = " ".join(page.text.split()).partition("added up. ")[2]
    assert facts.startswith(
        "Also spelled Nushki In Balochistan, Pakistan Coordinates 29.55° N, 66.02° E (from a gazetteer)"
    )
    outer = reading(pages[place_path("Balochistan", "PK")])
    assert "Noshki city or district, in 2 incidents" in outer.all("li")


def test_the_list_of_places_goes_by_country_and_containment(two, pages_of, reading):
    page = reading(pages_of(Site(two, countries={"PK": "Pakistan"}))["places/index.md"])
    assert "Pakistan" in page.all("h2")
    assert sum(text.startswith("Quetta") for text in page.all("li")) == 1


def test_places_of_one_name_in_two_countries_are_two_pages(seed_incident, pages_of, reading):
    place = dataclasses.replace(seed_incident.places[0], country="IR")
    other = titled(seed_incident, "other-00000000", "Other", places=(place,), claims=(), summary=())
    pages = pages_of(Site((seed_incident, other), countries={"PK": "Pakistan"}))
    assert reading(pages[place_path("Balochistan", "IR")]).all(".b-headline") == ["Other"]
    assert reading(pages[place_path("Balochistan", "PK")]).all(".b-headline") != ["Other"]


def test_a_party_shows_other_names_its_standing_and_what_it_says_in_each_incident(seed_incident, pages_of, reading):
    actors = tuple(
        dataclasses.replace(actor, aka=("BLA",)) if actor.id == "bla" else actor for actor in seed_incident.actors
    )
    under_short_name = dataclasses.replace(next(actor for actor in actors if actor.id == "bla"), name="BLA", aka=())
    first = dataclasses.replace(seed_incident, actors=actors)
    other = titled(seed_incident, "other-00000000", "Other", actors=(under_short_name,), claims=(), summary=())
    pages = pages_of(Site((first, other)))
    page = reading(pages[actor_path("Baloch Liberation Army", "armed-group")])
    assert page.all("h1") == ["Baloch Liberation Army"]
    assert "Also named BLA" in " ".join(page.text.split())
    assert sorted(page.all(".b-headline")) == ["Coordinated attacks across Balochistan: competing accounts", "Other"]
    assert "Standing claims responsibility" in page.all(".b-standing")
    assert "Claim of responsibility: claims responsibility for operation Herof (“black storm”)" in page.text
    assert "../incidents/balochistan-attacks-b1512c5f.html#claim-bla-responsibility" in page.hrefs
    roll = reading(pages["actors/index.md"]).all("li")
    assert "Baloch Liberation Army also BLA, banned separatist group, in 2 incidents" in roll


@pytest.mark.parametrize(
    ("name", "kind", "named"),
    [
        ("Baloch Liberation Army", ActorType.ARMED_GROUP, True),
        ("101st Infantry Brigade", ActorType.STATE_FORCE, True),
        ("police", ActorType.STATE_FORCE, False),
        ("26-year-old man", ActorType.PERSON, False),
        ("Bugti", ActorType.PERSON, False),
        ("Sarfaraz Bugti", ActorType.OFFICIAL, True),
        ("Residents", ActorType.CROWD, False),
        ("جيش الحق", ActorType.ARMED_GROUP, True),
    ],
    ids=str,
)
def test_only_a_party_with_a_name_of_its_own_is_the_same_in_two_incidents(name, kind, named):
    assert is_named(Actor("x", name, kind, AT)) is named


def test_an_official_of_one_incident_leads_to_it_and_gets_a_page_with_the_second(seed_incident, pages_of, reading):
    path = actor_path("Sarfaraz Bugti", "official")
    alone = pages_of(Site((seed_incident,)))
    assert path not in alone
    assert "../incidents/balochistan-attacks-b1512c5f.html" in reading(alone["actors/index.md"]).hrefs
    other = titled(seed_incident, "other-00000000", "Other", claims=(), summary=())
    assert path in pages_of(Site((seed_incident, other)))


def test_the_registers_do_not_depend_on_the_order_of_the_records(two):
    assert open_registers(two) == open_registers(tuple(reversed(two)))


def test_places_that_contain_each_other_are_shown_all_the_same(seed_incident, pages_of, reading):
    places = (
        Place("a", "Aland", PlaceLevel.REGION, AT, within="b", country="PK"),
        Place("b", "Beland", PlaceLevel.REGION, AT, within="a", country="PK"),
    )
    record = dataclasses.replace(seed_incident, places=places, claims=(), summary=())
    pages = pages_of(Site((record,)))
    assert {place_path("Aland", "PK"), place_path("Beland", "PK")} <= set(pages)
    assert sum(text.startswith("Aland") for text in reading(pages["places/index.md"]).all("li")) == 1


def test_a_kind_of_event_has_a_page_with_its_incidents(seed_incident, pages_of, reading):
    pages = pages_of(Site((seed_incident,)))
    assert reading(pages["kinds/armed-attack.md"]).all("h1") == ["Armed attack"]
    assert reading(pages["kinds/security-operation.md"]).all(".b-headline") == [seed_incident.title.text]


def test_of_many_publishers_the_first_are_named_and_the_others_counted(seed_incident, pages_of, reading):
    (document,) = seed_incident.documents
    names = ("Wire", "Post", "Herald", "Echo", "Globe", "Mirror", "Times", "Star")
    carried = tuple(
        dataclasses.replace(document, id=f"d{number}", publisher=name, sha256=f"{number:064x}")
        for number, name in enumerate(names, start=1)
    )
    record = dataclasses.replace(seed_incident, documents=carried)
    page = reading(pages_of(Site((record,)))["kinds/armed-attack.md"])
    basis = "1 incident, from 8 documents of Echo, Globe, Herald, Mirror, Post and 3 others."
    assert page.all(".b-caution")[0].startswith(basis)
