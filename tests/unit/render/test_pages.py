"""Which pages there are, that they hang together, and that the seed's say nothing its document does not say."""

import dataclasses
import posixpath
import re

import pytest
import yaml

from generator.model.claim import Said, Toll
from generator.model.incident import Dates, Place, Status, Title
from generator.model.partialdate import PartialDate
from generator.model.span import Citation
from generator.model.vocabulary import Origin, Outcome, PlaceLevel
from generator.render.pages import render_pages
from generator.render.site import Site
from generator.render.words import MONTHS

INCIDENT = "balochistan-attacks-b1512c5f"


def head_of(page):
    return yaml.safe_load(page.text.split("---\n")[1])


def broken_links(pages, reading):
    """Links that lead to no page or no anchor, as (page, href)."""
    read = {path.removesuffix(".md") + ".html": reading(page) for path, page in pages.items()}
    read["about/index.html"] = None
    broken = []
    for path, page in read.items():
        for href in page.hrefs if page else ():
            target, _, anchor = href.partition("#")
            place = posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path
            if place not in read or (anchor and anchor not in read[place].ids):
                broken.append((path, href))
    return broken


def test_the_seed_gives_these_pages(seed_pages):
    files = ("actors/", "days/", "kinds/", "places/", "standings/")
    assert sorted(path for path in seed_pages if not path.startswith(files) or path.endswith("/index.md")) == [
        "about/codebook.md",
        "actors/index.md",
        "headlines.md",
        "incidents/balochistan-attacks-b1512c5f.md",
        "incidents/index.md",
        "index.md",
        "places/index.md",
        "sources/000-a32e27e422697ddd-b1512c5f.md",
    ]


def test_every_link_of_the_seeds_pages_leads_to_a_page_and_an_anchor_on_it(seed_pages, reading):
    assert broken_links(seed_pages, reading) == []


def test_no_page_uses_an_id_twice(seed_pages, reading):
    for path, page in seed_pages.items():
        ids = reading(page).ids
        assert len(ids) == len(set(ids)), path


def test_the_same_site_gives_the_same_bytes_in_any_order(seed_site, seed_incident, environment):
    other = dataclasses.replace(seed_incident, id="other-00000000")
    sites = [
        dataclasses.replace(seed_site, incidents=order) for order in ((seed_incident, other), (other, seed_incident))
    ]
    assert render_pages(sites[0], environment) == render_pages(sites[1], environment)


def test_the_seeds_pages_name_no_calendar_date_and_no_sum(seed_pages, reading):
    dated = re.compile(rf"\b(?:19|20)\d\d\b|\b(?:{'|'.join(MONTHS)})\b|\b\d\d?[./-]\d\d?[./-]\d\d")
    for path, page in seed_pages.items():
        text = reading(page).text
        assert not dated.search(text), path
        assert not re.search(r"\b(?:193|237)\b", text), path
        assert not dated.search(page.text.split("---\n")[1]), path


def test_titles_descriptions_and_tags_stand_in_the_front_matter(seed_pages):
    head = head_of(seed_pages[f"incidents/{INCIDENT}.md"])
    assert head["title"] == "Coordinated attacks across Balochistan: competing accounts"
    assert head["description"].startswith("Balochistan&#x27;s chief minister said security forces killed 145")
    assert head["tags"] == ["armed-attack", "security-operation"]
    assert "search" not in head


def test_lists_and_sources_stay_out_of_the_search_and_incidents_places_and_actors_stay_in(seed_pages):
    excluded = {path for path, page in seed_pages.items() if head_of(page).get("search") == {"exclude": True}}
    assert {path for path in set(seed_pages) - excluded if not path.startswith(("places/", "actors/"))} == {
        f"incidents/{INCIDENT}.md",
        "about/codebook.md",
    }
    assert {"places/index.md", "actors/index.md"} <= excluded


def test_an_earlier_id_leads_to_the_present_page(seed_site, seed_incident, pages_of, reading):
    renamed = dataclasses.replace(seed_incident, aliases=("quetta-attacks-b1512c5f",))
    pages = pages_of(dataclasses.replace(seed_site, incidents=(renamed,)))
    moved = reading(pages["incidents/quetta-attacks-b1512c5f.md"])
    assert moved.hrefs == [f"{INCIDENT}.html"]
    assert broken_links(pages, reading) == []


def test_a_merged_incident_leads_to_the_other_and_leaves_the_lists(seed_site, seed_incident, pages_of, reading):
    merged = dataclasses.replace(seed_incident, id="twin-00000000", status=Status(merged_into=INCIDENT))
    pages = pages_of(dataclasses.replace(seed_site, incidents=(seed_incident, merged)))
    page = reading(pages["incidents/twin-00000000.md"])
    assert page.all(".b-state") == [
        "Merged This incident is now part of Coordinated attacks across Balochistan: competing accounts."
    ]
    assert f"{INCIDENT}.html" in page.hrefs
    for path in ("index.md", "incidents/index.md"):
        assert not any("twin" in href for href in reading(pages[path]).hrefs), path


def test_the_map_of_a_merged_incident_shows_a_place_that_no_other_record_names(seed_incident, pages_of, reading):
    town = dataclasses.replace(TOWN, within=None, lat=30.1, lon=67.0, gazetteer="ne:1")
    merged = without_where(
        seed_incident, id="twin-00000000", status=Status(merged_into=INCIDENT), places=(town,), summary=()
    )

    pages = pages_of(Site((seed_incident, merged)))

    assert "Orsha" in reading(pages["incidents/twin-00000000.md"]).all(".b-map")[0]
    assert broken_links(pages, reading) == []


def test_a_withdrawn_incident_stays_in_the_list_with_its_notice_and_leaves_the_home_page(
    seed_site, seed_incident, pages_of, reading
):
    withdrawn = dataclasses.replace(seed_incident, status=Status(withdrawn="An exercise, not an attack.", by="mk"))
    pages = pages_of(dataclasses.replace(seed_site, incidents=(withdrawn,)))
    notice = "This record was withdrawn by mk. Reason: An exercise, not an attack."
    assert reading(pages[f"incidents/{INCIDENT}.md"]).all(".b-state") == [f"Withdrawn {notice}"]
    listed = reading(pages["incidents/index.md"])
    assert listed.all(".b-standing-withdrawn") == ["Withdrawn"]
    assert listed.all(".b-told-there") == [notice]
    assert listed.all(".b-toll") == [""]
    assert reading(pages["index.md"]).all(".b-card") == []


def test_a_link_to_a_merged_incident_of_a_headline_is_no_dead_end(seed_site, seed_incident, pages_of, reading):
    headline = dataclasses.replace(seed_incident.related[0], link="gone-00000000")
    lost = dataclasses.replace(seed_incident, related=(headline,))
    pages = pages_of(dataclasses.replace(seed_site, incidents=(lost,)))
    assert broken_links(pages, reading) == []


def test_an_empty_site_has_its_lists_and_says_that_nothing_is_there(pages_of, reading):
    pages = pages_of(Site(()))
    assert sorted(pages) == ["actors/index.md", "headlines.md", "incidents/index.md", "index.md", "places/index.md"]
    assert all(reading(page).of(".b-caution") for page in pages.values())


def test_two_files_of_the_same_bytes_and_slug_have_a_page_each(seed_incident, pages_of, reading):
    first = seed_incident.documents[0]
    twin = dataclasses.replace(
        seed_incident,
        id="twin-00000000",
        documents=(dataclasses.replace(first, file="000-a32e27e422697ddd.txt"),),
    )
    pages = pages_of(Site((seed_incident, twin)))
    assert sorted(path for path in pages if path.startswith("sources/")) == [
        "sources/000-a32e27e422697ddd-b1512c5f-2.md",
        "sources/000-a32e27e422697ddd-b1512c5f.md",
    ]
    assert not [link for link in broken_links(pages, reading) if "headlines" not in link[1]]


@pytest.mark.parametrize("name", ["con.txt", "../../etc/passwd", "שלום.txt", "a/b/index.md", "."])
def test_a_source_page_has_a_plain_name_whatever_the_file_is_called(seed_incident, pages_of, name):
    renamed = dataclasses.replace(
        seed_incident, documents=(dataclasses.replace(seed_incident.documents[0], file=name),)
    )
    path = next(path for path in pages_of(Site((renamed,))) if path.startswith("sources/"))
    assert re.fullmatch(r"sources/(?:[a-z0-9]+-)*b1512c5f\.md", path)


def with_many_figures(incident, number):
    """Each figure another one, from the incident's speakers in turn, on days of one year."""
    toll = next(claim for claim in incident.claims if isinstance(claim.what, Toll))
    claims = tuple(
        dataclasses.replace(
            toll,
            id=f"killed-{each}",
            said=Said(incident.actors[each % len(incident.actors)].id, when=PartialDate(2026, 1 + each % 12, 1)),
            what=Toll(Outcome.KILLED, each, upper=each + 1 if each % 5 == 0 else None),
            scope=None,
            supersedes=None,
        )
        for each in range(number)
    )
    return dataclasses.replace(incident, claims=claims, summary=())


def without_where(incident, **fields):
    claims = tuple(dataclasses.replace(each, where=()) for each in incident.claims)
    return dataclasses.replace(incident, claims=claims, **fields)


BEGINNING = Citation.parse("d1:0-6")
VALLEY = Place("valley", "Sorn valley", PlaceLevel.REGION, BEGINNING)
TOWN = Place("town", "Orsha", PlaceLevel.CITY, BEGINNING, within="valley", country="IR")
BARE = {"claims": (), "summary": (), "places": (), "actors": (), "related": (), "dates": Dates()}
ODD = {
    "no places": lambda seed: without_where(seed, places=()),
    "no dates": lambda seed: dataclasses.replace(seed, dates=Dates()),
    "a year alone": lambda seed: dataclasses.replace(seed, dates=Dates(start=PartialDate(2026))),
    "no claims": lambda seed: dataclasses.replace(seed, claims=(), summary=()),
    "nothing but a title": lambda seed: dataclasses.replace(seed, **BARE),
    "withdrawn": lambda seed: dataclasses.replace(seed, status=Status(withdrawn="An exercise.")),
    "many figures": lambda seed: with_many_figures(seed, 60),
    "a title in Arabic": lambda seed: dataclasses.replace(seed, title=Title("مقتل سبعة في هجوم", Origin.EDITOR)),
    "a very long title": lambda seed: dataclasses.replace(seed, title=Title("Attack " * 300, Origin.EDITOR)),
    "a place of no country around one of a country": lambda seed: without_where(seed, places=(VALLEY, TOWN)),
}


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_the_pages_of_an_odd_record_have_no_dead_link_and_no_id_twice(odd, seed_incident, pages_of, reading):
    record = dataclasses.replace(odd(seed_incident), id="odd-00000000")
    pages = pages_of(Site((record, seed_incident), countries={"PK": "Pakistan", "IR": "Iran"}))

    assert broken_links(pages, reading) == []
    for path, page in pages.items():
        ids = reading(page).ids
        assert len(ids) == len(set(ids)), path


def test_a_page_grows_no_faster_than_its_figures(seed_incident, pages_of):
    sizes = [
        len(pages_of(Site((with_many_figures(seed_incident, number),)))[f"incidents/{INCIDENT}.md"].text)
        for number in (0, 100, 200)
    ]

    assert sizes[2] - sizes[1] < 1.5 * (sizes[1] - sizes[0])
