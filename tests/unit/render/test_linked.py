"""An incident as linked data: only words of schema.org, in their places, and nothing that its record does not say."""

import dataclasses
import json
import re

import pytest

from generator.model.incident import Status
from generator.model.partialdate import PartialDate
from generator.render.exports.linked import linked_data

ADDRESS = "https://briefing.example/desk"
TEXT, DAY, LINK = "text", "day", "address"
PLACE_TYPES = {"Place", "Country", "AdministrativeArea", "State", "City"}
PARTY_TYPES = {"Person", "Organization", "GovernmentOrganization", "Corporation", "NewsMediaOrganization"}
PLACE = {"name": TEXT, "containedInPlace": PLACE_TYPES, "address": {"PostalAddress"}, "geo": {"GeoCoordinates"}}
PARTY = {"name": TEXT}
SHAPES = {
    "Article": {
        "url": LINK,
        "headline": TEXT,
        "description": TEXT,
        "articleSection": TEXT,
        "inLanguage": TEXT,
        "dateModified": DAY,
        "publisher": {"Organization"},
        "mainEntity": {"Event"},
        "isBasedOn": {"NewsArticle"},
    },
    "Event": {"name": TEXT, "startDate": DAY, "endDate": DAY, "location": PLACE_TYPES, "subjectOf": {"Article"}},
    "NewsArticle": {
        "headline": TEXT,
        "datePublished": DAY,
        "publisher": {"Organization"},
        "url": LINK,
        "inLanguage": TEXT,
    },
    "Claim": {"text": TEXT, "author": PARTY_TYPES, "appearance": {"NewsArticle"}},
    "PostalAddress": {"addressCountry": TEXT},
    "GeoCoordinates": {"latitude": float, "longitude": float},
    "Person": {"name": TEXT, "jobTitle": TEXT},
    **dict.fromkeys(PLACE_TYPES, PLACE),
    **dict.fromkeys(PARTY_TYPES - {"Person"}, PARTY),
}
"""Type -> property -> what its value may be: text, a day, an address, a number, or a thing of these types."""


def graph_of(site, **changes):
    (incident,) = site.incidents
    data = json.loads(linked_data(dataclasses.replace(incident, **changes), site))
    assert set(data) == {"@context", "@graph"}
    assert data["@context"] == "https://schema.org"
    return data["@graph"]


def of_type(graph, name):
    return [node for node in graph if node["@type"] == name]


def assert_shape(node, names):
    """A thing has a known type and known properties; a bare ``@id`` leads to a thing of the graph."""
    if set(node) == {"@id"}:
        assert names[node["@id"]]
        return names[node["@id"]]
    shape = SHAPES[node["@type"]]
    assert set(node) - {"@id", "@type"} <= set(shape), node["@type"]
    for key, expected in shape.items():
        for held in [node[key]] if not isinstance(node.get(key, []), list) else node.get(key, []):
            if isinstance(expected, set):
                assert assert_shape(held, names) in expected
            elif expected is float:
                assert isinstance(held, int | float)
            else:
                assert isinstance(held, str)
                assert held.strip()
                assert expected is not DAY or re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", held)
                assert expected is not LINK or held.startswith(("https://", "http://"))
    return node["@type"]


@pytest.fixture
def site(seed_site):
    return dataclasses.replace(seed_site, address=ADDRESS)


@pytest.fixture
def dated(site):
    """The site with everything known that the seed's record lacks."""
    (incident,) = site.incidents
    document = dataclasses.replace(
        incident.documents[0],
        title="A headline",
        published=PartialDate(2026, 2, 1),
        publisher="A desk",
        url="https://example.org/story",
        language="en",
    )
    dates = dataclasses.replace(incident.dates, start=PartialDate(2026, 1, 30), end=PartialDate(2026, 2))
    places = tuple(
        dataclasses.replace(place, lat=30.2, lon=67.0, gazetteer="geonames:1") if place.id == "quetta" else place
        for place in incident.places
    )
    record = dataclasses.replace(incident, documents=(document,), dates=dates, places=places)
    history = ({"on": "2026-02-03", "by": "briefing"}, {"on": "2026-02-05", "by": "editor", "field": "title"})
    return dataclasses.replace(site, incidents=(record,), history={record.id: history})


@pytest.mark.parametrize("name", ["site", "dated"])
def test_every_thing_has_properties_of_its_type_alone_and_every_reference_leads_to_one(name, request):
    graph = graph_of(request.getfixturevalue(name))
    names = {node["@id"]: node["@type"] for node in graph}
    assert len(names) == len(graph)
    for node in graph:
        assert_shape(node, names)


def test_without_a_day_in_the_record_there_is_none_in_the_data(site):
    assert not re.search(r"\d{4}-\d\d|date", linked_data(site.incidents[0], site), re.IGNORECASE)


def test_days_are_those_that_the_record_states_and_the_day_it_was_added_is_no_publication(dated):
    graph = graph_of(dated)
    (article,), (event,), (document,) = (of_type(graph, name) for name in ("Article", "Event", "NewsArticle"))
    assert (event["startDate"], event["endDate"]) == ("2026-01-30", "2026-02")
    assert document["datePublished"] == "2026-02-01"
    assert article["dateModified"] == "2026-02-05"
    assert "2026-02-03" not in json.dumps(graph)


def test_a_claim_has_the_words_of_its_quote_and_its_speaker_and_is_rated_by_nobody(site):
    (incident,) = site.incidents
    claims = of_type(graph_of(site), "Claim")
    assert [claim["text"] for claim in claims] == [claim.quote for claim in incident.claims]
    assert claims[1]["author"] == {
        "@type": "Person",
        "name": "Sarfaraz Bugti",
        "jobTitle": "chief minister of Balochistan",
    }
    assert "author" not in next(claim for claim in claims if claim["@id"].endswith("#claim-districts-hit"))
    assert not re.search("review|rating", linked_data(incident, site), re.IGNORECASE)


def test_only_a_place_of_a_gazetteer_has_a_point(dated):
    (event,) = of_type(graph_of(dated), "Event")
    points = {place["name"]: place["geo"]["latitude"] for place in event["location"] if "geo" in place}
    assert points == {"Quetta": 30.2}


def test_without_an_address_things_are_named_from_the_page(seed_site, seed_incident):
    graph = graph_of(seed_site)
    assert {node["@id"].partition("#")[0] for node in graph} == {f"{seed_incident.id}.html"}
    assert not any("url" in node for node in graph)


@pytest.mark.parametrize(
    "payload", ["</script><script>alert(1)</script>", "<!--<script>", "]]> &lt; ' \u2028 نوشکی 😀"]
)
def test_no_word_of_a_record_is_markup_to_any_parser(site, payload):
    (incident,) = site.incidents
    title = dataclasses.replace(incident.title, text=payload)
    text = linked_data(dataclasses.replace(incident, title=title), site)
    assert text.isascii()
    assert not re.search(r"[<>&'\n]", text)
    assert of_type(json.loads(text)["@graph"], "Event")[0]["name"] == payload


def test_a_record_that_no_longer_stands_is_not_handed_to_search_engines(site, pages_of, seed_incident):
    from generator.render.exports.dress import dress_pages

    withdrawn = dataclasses.replace(seed_incident, status=Status(withdrawn="wrong"))
    for record, told in ((seed_incident, True), (withdrawn, False)):
        those = dataclasses.replace(site, incidents=(record,))
        page = {page.path: page for page in dress_pages(pages_of(those).values(), those)}
        assert ("\nlinked: " in page[f"incidents/{record.id}.md"].text) is told
