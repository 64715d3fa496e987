"""The form on the web: a site that knows its address tells search engines and other services about its pages."""

import json
import re
import zipfile
from html import unescape
from html.parser import HTMLParser
from xml.etree import ElementTree

import feedparser
import pytest

pytestmark = pytest.mark.build

ADDRESS = "https://briefing.example/desk"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


class Head(HTMLParser):
    """What stands in a page's head: properties by name, links by relation, linked data."""

    def __init__(self, text):
        super().__init__()
        self.properties = {}
        self.links = {}
        self.data = None
        self.inside = False
        self.feed(text.partition("</head>")[0])

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self.inside = tag == "script" and values.get("type") == "application/ld+json"
        if tag == "meta" and "property" in values:
            self.properties[values["property"]] = values["content"]
        if tag == "link":
            self.links[values["rel"]] = values["href"]

    def handle_data(self, data):
        if self.inside:
            self.data = json.loads(data)
            self.inside = False


@pytest.fixture(scope="module")
def hosted(copy_workspace, briefing):
    """The seed's site, built with an address."""
    workspace = copy_workspace("hosted")
    settings = workspace.site / "mkdocs.yml"
    settings.write_text(f"site_url: {ADDRESS}/\n{settings.read_text('utf-8')}", "utf-8")
    done = briefing("build", cwd=workspace.root)
    assert done.code == 0, done.err
    return workspace


@pytest.fixture(scope="module")
def html(hosted):
    return hosted.site / "html"


@pytest.fixture(scope="module")
def record(html):
    (path,) = (html / "incidents").glob("*.json")
    return json.loads(path.read_bytes())


def head_of(html, path):
    return Head((html / path).read_text("utf-8"))


def test_the_page_of_an_incident_says_what_a_shared_link_shows(html, record):
    path = f"incidents/{record['id']}.html"
    head = head_of(html, path)
    assert head.links["canonical"] == head.properties["og:url"] == f"{ADDRESS}/{path}"
    assert head.properties["og:title"] == record["title"]["text"]
    assert head.properties["og:type"] == "article"
    assert head.properties["og:description"].startswith(record["summary"][0]["text"][:100])
    picture = head.properties.get("og:image")
    assert picture is None or (html / picture.removeprefix(f"{ADDRESS}/")).is_file()


def test_linked_data_stands_in_the_head_and_names_the_page_and_its_claims(html, record):
    path = f"incidents/{record['id']}.html"
    graph = head_of(html, path).data["@graph"]
    assert graph[0]["url"] == f"{ADDRESS}/{path}"
    anchors = set(re.findall(r'id="(claim-[^"]+)"', unescape((html / path).read_text("utf-8"))))
    claims = [node for node in graph if node["@type"] == "Claim"]
    assert {node["text"] for node in claims} == {claim["quote"] for claim in record["claims"]}
    assert {node["@id"].partition("#")[2] for node in claims} <= anchors


def test_the_home_page_and_the_pages_of_places_lead_to_their_feeds(html, record):
    for path in ("index.html", *(page.relative_to(html).as_posix() for page in (html / "places").glob("*-*.html"))):
        link = head_of(html, path).links["alternate feed"]
        feed = html / path.rpartition("/")[0] / link
        read = feedparser.parse(feed.read_bytes())
        assert not read.bozo
        assert [entry.link for entry in read.entries] == [f"{ADDRESS}/incidents/{record['id']}.html"]


def test_the_sitemap_lists_every_page_once_and_dates_the_incident_alone(html, record):
    rows = {
        row.find(f"{SITEMAP}loc").text.removeprefix(f"{ADDRESS}/"): row.findtext(f"{SITEMAP}lastmod")
        for row in ElementTree.fromstring((html / "sitemap.xml").read_bytes())
    }
    pages = {page.relative_to(html).as_posix() for page in html.rglob("*.html")} - {"404.html"}
    assert set(rows) == pages
    assert {path: day for path, day in rows.items() if day} == {f"incidents/{record['id']}.html": "2026-06-01"}


def test_the_bundle_names_no_address_of_the_web_in_a_head(hosted):
    (bundle,) = (hosted.site / "bundle").glob("*.zip")
    with zipfile.ZipFile(bundle) as packed:
        pages = [name for name in packed.namelist() if name.endswith(".html")]
        for name in pages:
            head = Head(packed.read(name).decode())
            assert not head.properties.keys() & {"og:url", "og:image"}, name
            assert not {"canonical", "alternate feed"} & head.links.keys(), name
    assert len(pages) > 10
