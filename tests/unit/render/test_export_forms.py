"""The machine forms held against the rules of their formats, written down here as far as the site uses them.

Atom: RFC 4287. RSS: the RSS 2.0 specification. JSON Feed: version 1.1. Tables: RFC 4180. Points: RFC 7946.
"""

import dataclasses
import json
import re
from datetime import datetime
from email.utils import parsedate_to_datetime
from xml.etree import ElementTree

import jsonschema
import pytest

from generator.model.incident import Title
from generator.model.vocabulary import Origin
from generator.render.catalogue import open_catalogue
from generator.render.exports.feeds import find_feeds, render_feeds
from generator.render.exports.geo import places_geojson
from generator.render.exports.tables import CLAIMS, INCIDENTS, claims_csv, incidents_csv

ADDRESS = "https://briefing.example/desk"
ATOM = "{http://www.w3.org/2005/Atom}"
HOSTILE = ']]> <script>&amp; "x", \n=1 \u202b نوشکی 😀'
TEXT = {"type": "string", "minLength": 1}
LINK = {"type": "string", "pattern": "^https?://"}
MOMENT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$"}
JSON_FEED = {
    "type": "object",
    "required": ["version", "title", "items"],
    "additionalProperties": False,
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": TEXT,
        "home_page_url": LINK,
        "feed_url": LINK,
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id", "content_text"],
                "additionalProperties": False,
                "properties": {
                    "id": TEXT,
                    "url": LINK,
                    "title": TEXT,
                    "content_text": TEXT,
                    "date_published": MOMENT,
                    "date_modified": MOMENT,
                    "tags": {"type": "array", "items": TEXT, "minItems": 1, "uniqueItems": True},
                },
            },
        },
    },
}


@pytest.fixture(params=["Attack in Noshki: 145 killed", HOSTILE], ids=["plain", "hostile"])
def site(request, seed_site, seed_incident):
    history = ({"on": "2026-02-03", "by": "briefing"}, {"on": "2026-02-05", "by": "editor", "field": "title"})
    second = dataclasses.replace(seed_incident, id="second-00000000", title=Title(request.param, Origin.DOCUMENT))
    records = (seed_incident, second)
    return dataclasses.replace(
        seed_site, address=ADDRESS, incidents=records, history={each.id: history for each in records}
    )


@pytest.fixture
def feeds(site):
    """Every feed of the site by path."""
    catalogue = open_catalogue(site)
    return {page.path: page.text for feed in find_feeds(catalogue) for page in render_feeds(feed, site)}


def test_there_is_a_feed_in_three_forms_for_the_site_each_place_and_each_party_with_a_page(feeds, site):
    registers = open_catalogue(site).registers
    lists = 1 + len(registers.place_files) + sum(each.has_page for each in registers.actor_files)
    assert lists > 5
    assert len(feeds) == 3 * lists


def one(parent, name):
    (found,) = parent.findall(name)
    return found


def test_every_atom_feed_keeps_the_rules_of_rfc_4287(feeds):
    for text in (held for path, held in feeds.items() if path.endswith("atom.xml")):
        root = ElementTree.fromstring(text)
        assert root.tag == f"{ATOM}feed"
        assert one(root, f"{ATOM}author").findtext(f"{ATOM}name")
        relations = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
        assert relations["self"] == one(root, f"{ATOM}id").text
        entries = root.findall(f"{ATOM}entry")
        assert entries
        for part in (root, *entries):
            assert one(part, f"{ATOM}title").text
            assert one(part, f"{ATOM}id").text.startswith(ADDRESS)
            assert datetime.fromisoformat(one(part, f"{ATOM}updated").text).tzinfo
        assert len({one(entry, f"{ATOM}id").text for entry in entries}) == len(entries)
        for entry in entries:
            assert one(entry, f"{ATOM}published").text <= one(entry, f"{ATOM}updated").text
            assert one(entry, f"{ATOM}summary").text
            assert all(category.get("term") for category in entry.findall(f"{ATOM}category"))


def test_every_rss_feed_keeps_the_rules_of_rss_2(feeds):
    for text in (held for path, held in feeds.items() if path.endswith("feed.xml")):
        root = ElementTree.fromstring(text)
        assert (root.tag, root.get("version")) == ("rss", "2.0")
        channel = one(root, "channel")
        for name in ("title", "link", "description"):
            assert one(channel, name).text
        items = channel.findall("item")
        assert items
        for item in items:
            assert item.findtext("title") or item.findtext("description")
            assert one(item, "guid").text == one(item, "link").text
            assert parsedate_to_datetime(one(item, "pubDate").text).tzinfo
            assert all(category.text for category in item.findall("category"))
        assert len({one(item, "guid").text for item in items}) == len(items)


def test_every_json_feed_keeps_the_schema_of_version_1_1(feeds):
    for text in (held for path, held in feeds.items() if path.endswith("feed.json")):
        data = json.loads(text)
        jsonschema.validate(data, JSON_FEED)
        assert len({item["id"] for item in data["items"]}) == len(data["items"])


def fields_of(text):
    """Rows of a table, read by the grammar of RFC 4180 alone."""
    field = r'(?:"(?:[^"]|"")*"|[^",\r\n]*)'
    record = rf"{field}(?:,{field})*\r\n"
    assert re.fullmatch(f"(?:{record})+", text)
    rows = []
    for line in re.findall(record, text):
        cells = re.findall(rf"({field})(?:,|\r\n)", line)
        rows.append([cell[1:-1].replace('""', '"') if cell.startswith('"') else cell for cell in cells])
    return rows


@pytest.mark.parametrize(
    ("table", "head"), [(incidents_csv, INCIDENTS), (claims_csv, CLAIMS)], ids=["incidents", "claims"]
)
def test_every_table_keeps_the_grammar_of_rfc_4180_with_as_many_cells_in_each_row(site, table, head):
    rows = fields_of(table(site))
    assert tuple(rows[0]) == head
    assert {len(row) for row in rows} == {len(head)}
    titles = {row[1] for row in rows[1:]} if table is incidents_csv else set()
    assert titles <= {incident.title.text for incident in site.incidents}


def test_points_keep_the_rules_of_rfc_7946(site):
    known = tuple(
        dataclasses.replace(place, lat=30.2, lon=-167.25, gazetteer="geonames:1") if place.id == "quetta" else place
        for place in site.incidents[0].places
    )
    records = tuple(dataclasses.replace(each, places=known) for each in site.incidents)
    data = json.loads(places_geojson(dataclasses.replace(site, incidents=records)))
    assert data["type"] == "FeatureCollection"
    assert set(data) == {"type", "features"}
    (feature,) = data["features"]
    assert set(feature) == {"type", "id", "geometry", "properties"}
    assert isinstance(feature["id"], str | int)
    assert feature["geometry"] == {"type": "Point", "coordinates": [-167.25, 30.2]}
    longitude, latitude = feature["geometry"]["coordinates"]
    assert -180 <= longitude <= 180
    assert -90 <= latitude <= 90
    assert {each["title"] for each in feature["properties"]["incidents"]} == {each.title.text for each in records}
