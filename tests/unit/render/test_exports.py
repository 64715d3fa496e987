"""The machine forms, read back by the programs that readers use."""

import csv
import dataclasses
import io
import json

import feedparser
import pytest

from generator.model.incident import Status, Title
from generator.model.vocabulary import Origin
from generator.render.catalogue import open_catalogue
from generator.render.exports.citation import citation_bibtex, citation_text
from generator.render.exports.feeds import Feed, render_feeds
from generator.render.exports.files import render_exports
from generator.render.exports.geo import places_geojson
from generator.render.exports.llms import render_llms
from generator.render.exports.tables import claims_csv, incidents_csv

ADDRESS = "https://briefing.example/desk"
HISTORY = ({"on": "2026-02-03", "by": "briefing"}, {"on": "2026-02-05", "by": "editor", "field": "title"})
HOSTILE = '=HYPERLINK("x") ]]> <script>&amp; [a](javascript:b) \\{}%$#_ \u202e نوشکی'


@pytest.fixture
def site(seed_site, seed_incident):
    return dataclasses.replace(seed_site, address=ADDRESS, history={seed_incident.id: HISTORY})


def titled(site, title):
    (incident,) = site.incidents
    return dataclasses.replace(site, incidents=(dataclasses.replace(incident, title=Title(title, Origin.DOCUMENT)),))


def table(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_every_claim_is_a_row_whose_quote_stands_at_its_place_in_the_document(site, seed_incident, seed_document):
    rows = table(claims_csv(site))
    assert [row["id"] for row in rows] == [claim.id for claim in seed_incident.claims]
    for row in rows:
        quote = row["quote"].removeprefix("'") if row["quote"].startswith("'=") else row["quote"]
        assert seed_document.text[int(row["from"]) : int(row["to"])] == quote
    counted = {row["id"]: row for row in rows if row["kind"] == "toll"}
    assert {row["count"] for row in counted.values()} >= {"17", "31", "145", "92"}
    assert all(row["review"] == "unreviewed" for row in rows)


def test_a_table_has_a_row_for_each_record_and_none_for_one_that_was_merged(site, seed_incident):
    merged = dataclasses.replace(seed_incident, id="gone-00000000", status=Status(merged_into=seed_incident.id))
    rows = table(incidents_csv(dataclasses.replace(site, incidents=(seed_incident, merged))))
    assert [(row["id"], row["status"], row["added"]) for row in rows] == [(seed_incident.id, "current", "2026-02-03")]
    assert rows[0]["countries"] == "PK"


def test_no_cell_is_run_as_a_formula_by_a_spreadsheet(site):
    (row,) = table(incidents_csv(titled(site, HOSTILE)))
    assert row["title"] == "'" + HOSTILE


@pytest.mark.parametrize("title", ["Attack in Noshki: 145 killed", HOSTILE], ids=["plain", "hostile"])
@pytest.mark.parametrize("name", ["feed.xml", "atom.xml"])
def test_a_feed_is_well_formed_and_gives_title_summary_address_and_days(site, seed_incident, name, title):
    whole = titled(site, title)
    feed = {page.path: page.text for page in render_feeds(Feed("Desk", "index.md", "", whole.incidents), whole)}[name]
    read = feedparser.parse(feed.encode("utf-8"), sanitize_html=False)
    assert (read.bozo, len(read.entries)) == (False, 1)
    (entry,) = read.entries
    assert entry.title == title
    assert entry.link == f"{ADDRESS}/incidents/{seed_incident.id}.html"
    assert entry.summary == " ".join(sentence.text for sentence in seed_incident.summary)
    assert entry.published_parsed[:3] == (2026, 2, 3)
    assert read.feed.title == "Desk"


def test_the_json_feed_says_when_a_record_was_changed(site):
    feed = {page.path: page.text for page in render_feeds(Feed("Desk", "index.md", "", site.incidents), site)}
    (item,) = json.loads(feed["feed.json"])["items"]
    assert (item["date_published"][:10], item["date_modified"][:10]) == ("2026-02-03", "2026-02-05")


def test_a_withdrawn_record_leaves_the_feed_and_one_without_history_is_not_dated(site, seed_incident):
    feed = Feed("Desk", "index.md", "", (dataclasses.replace(seed_incident, status=Status(withdrawn="wrong")),))
    for each in (
        render_feeds(feed, site),
        render_feeds(Feed("Desk", "index.md", "", site.incidents), dataclasses.replace(site, history={})),
    ):
        assert json.loads(next(page.text for page in each if page.path == "feed.json"))["items"] == []


def test_without_an_address_there_are_no_feeds_and_the_index_is_relative(site, seed_incident):
    nowhere = dataclasses.replace(site, address=None)
    pages = {page.path: page.text for page in render_exports(nowhere)}
    assert not {"feed.xml", "atom.xml", "feed.json"} & pages.keys()
    assert f"(incidents/{seed_incident.id}.html)" in pages["llms.txt"]


def test_the_map_has_points_of_the_gazetteer_alone_longitude_first(site, seed_incident):
    known = {each.gazetteer: each for each in seed_incident.places if each.gazetteer}
    features = json.loads(places_geojson(site))["features"]
    assert {each["id"] for each in features} == {name for name, place in known.items() if place.lat is not None}
    for each in features:
        place = known[each["id"]]
        assert each["geometry"] == {"type": "Point", "coordinates": [place.lon, place.lat]}
        assert each["properties"]["incidents"][0]["id"] == seed_incident.id


def test_the_index_for_language_models_keeps_a_title_from_becoming_a_link(site):
    text = render_llms(open_catalogue(titled(site, HOSTILE))).text
    assert r"\[a\]\(javascript:b\)" in text
    assert r"\<script\>" in text


def test_a_citation_names_record_version_and_address_and_no_day_of_the_event(site, seed_incident):
    assert citation_text(seed_incident, site) == (
        f"{seed_incident.title.text}. Briefing, incident {seed_incident.id}, version of 2026-02-05. "
        f"{ADDRESS}/incidents/{seed_incident.id}.html"
    )


def test_a_bibtex_entry_keeps_signs_that_tex_would_take(site):
    (incident,) = titled(site, "100% of A & B {x}_y").incidents
    assert r"title = {{100\% of A \& B \{x\}\_y}}" in citation_bibtex(incident, site)
