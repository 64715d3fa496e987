"""Which incidents have a picture, and what stands on it."""

import dataclasses

import pytest

from generator.model.incident import Status
from generator.render.catalogue import open_catalogue
from generator.render.exports import cards
from generator.render.exports.cards import find_cards
from generator.render.exports.dress import dress_pages


@pytest.fixture
def site(seed_site):
    return dataclasses.replace(seed_site, address="https://briefing.example/desk", draws=True)


def test_a_picture_shows_kind_title_place_and_site(site, seed_incident):
    card = find_cards(open_catalogue(site))[seed_incident.id]
    assert card.path == f"pictures/{seed_incident.id}.png"
    assert card.kicker == "Armed attack · Security operation"
    assert card.title == seed_incident.title.text
    assert "Balochistan" in card.detail
    assert card.detail.endswith("Briefing")


@pytest.mark.parametrize("missing", [{"address": None}, {"draws": False}], ids=["no address", "no library"])
def test_without_an_address_or_a_library_there_are_no_pictures(site, missing):
    assert find_cards(open_catalogue(dataclasses.replace(site, **missing))) == {}


def test_only_the_newest_have_one_and_none_that_was_withdrawn(site, seed_incident, monkeypatch):
    monkeypatch.setattr(cards, "NEWEST", 2)
    records = tuple(dataclasses.replace(seed_incident, id=f"i{number}-00000000") for number in range(4))
    gone = dataclasses.replace(seed_incident, id="i9-00000000", status=Status(withdrawn="wrong"))
    days = {record.id: ({"on": f"2026-02-0{number + 1}"},) for number, record in enumerate((*records, gone))}
    whole = dataclasses.replace(site, incidents=(*records, gone), history=days)
    assert set(find_cards(open_catalogue(whole))) == {"i3-00000000", "i2-00000000"}


def test_a_page_names_its_picture_its_feed_and_its_last_day(site, seed_incident, pages_of):
    history = ({"on": "2026-02-03T08:00:00Z"}, {"on": "2026-02-05", "field": "title"})
    for lines, day in ((history, "2026-02-05"), (history[:1], "2026-02-03"), ((), None)):
        whole = dataclasses.replace(site, history={seed_incident.id: lines})
        pages = {page.path: page for page in dress_pages(pages_of(whole).values(), whole)}
        page = pages[f"incidents/{seed_incident.id}.md"]
        assert page.changed == day
    assert f'\npicture: "pictures/{seed_incident.id}.png"' in page.text.split("\n---\n")[0]
    assert page.card.title == seed_incident.title.text
    assert '\nfeed: "feed.xml"\n---\n' in pages["index.md"].text
    place = next(page for path, page in pages.items() if path.startswith("places/balochistan"))
    assert f'\nfeed: "{place.path.removeprefix("places/").removesuffix(".md")}/feed.xml"\n---\n' in place.text


def test_a_page_has_to_show_title_summary_quotes_and_headlines(site, seed_incident, pages_of):
    pages = {page.path: page for page in dress_pages(pages_of(site).values(), site)}
    words = pages[f"incidents/{seed_incident.id}.md"].words
    assert {seed_incident.title.text, *(claim.quote for claim in seed_incident.claims)} <= words
    assert {each.text for each in (*seed_incident.summary, *seed_incident.related)} <= words
    source = next(page for path, page in pages.items() if path.startswith("sources/"))
    assert source.words == {claim.quote for claim in seed_incident.claims}
