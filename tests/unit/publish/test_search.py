"""The theme's own index, with our entries in it; and the sheet of a page that they are read from."""

import json

import pytest

from generator.model.hit import Hit
from generator.model.page import Page
from generator.publish.search import SHARDS, add_search, write_index
from generator.publish.sheet import read_front, read_sheet

HEAD = '---\ntitle: "A &amp; B"\ndescription: "d"\ntags:\n- riot\n- fire\nhide:\n- tags\n---\n\n'
BODY = '<div>\n<h1>A</h1>\n<p id="x">1 &#60; 2</p>\n</div>\n\n## Key facts\n\n<ul>\n\n<li>one<br>two</li>\n</ul>\n'


@pytest.fixture
def site(tmp_path):
    docs = [
        {"location": "about/index.html", "title": "About", "text": "<p>by hand</p>"},
        {"location": "incidents/a.html#old", "title": "of the engine", "text": ""},
    ]
    for name in ("about/index.html", "incidents/a.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text('<script src="../assets/javascripts/bundle.a1.min.js"></script>')
    (tmp_path / "search").mkdir()
    (tmp_path / "search/search_index.json").write_text(json.dumps({"config": {"lang": ["en"]}, "docs": docs}))
    (tmp_path / "search/search_index.js").write_text("var __index = {}")
    return tmp_path


def entries(site):
    index = (site / "search/search_index.json").read_text("utf-8")
    assert (site / "search/search_index.js").read_text("utf-8") == f"var __index = {index}"
    return json.loads(index)["docs"]


def test_a_page_without_hits_is_searched_by_its_text(site):
    write_index(site, [Page("incidents/a.md", HEAD + BODY)])
    assert entries(site)[1:] == [
        {
            "location": "incidents/a.html",
            "title": "A &amp; B",
            "text": "1 &lt; 2 Key facts one two",
            "tags": ["fire", "riot"],
        }
    ]


def test_a_hit_leads_to_its_place_on_the_page_and_its_words_are_escaped(site):
    hits = (Hit("", "A & B", "sum <b>"), Hit("claim-x", "Figure: R&D", "<i>one</i>"))
    write_index(site, [Page("incidents/a.md", HEAD + BODY, hits=hits)])
    _, whole, claim = entries(site)
    assert (whole["location"], whole["text"]) == ("incidents/a.html", "sum &lt;b&gt;")
    assert claim == {
        "location": "incidents/a.html#claim-x",
        "title": "Figure: R&amp;D",
        "text": "&lt;i&gt;one&lt;/i&gt;",
    }


def test_a_page_that_is_not_to_be_searched_has_no_entry(site):
    write_index(site, [Page("incidents/a.md", HEAD.replace("hide:", "search:\n  exclude: true\nhide:") + BODY)])
    assert [entry["location"] for entry in entries(site)] == ["about/index.html"]


def test_with_an_index_in_pieces_the_themes_own_holds_what_people_wrote(site):
    write_index(site, [Page("incidents/a.md", HEAD + BODY), Page(SHARDS, "")])
    assert [entry["location"] for entry in entries(site)] == ["about/index.html"]
    add_search(site)
    page = (site / "about/index.html").read_text("utf-8")
    assert page.endswith('</script>\n      <script src="../assets/javascripts/search.js"></script>')


def test_a_sheet_is_what_markdown_makes_of_the_page():
    sheet = read_sheet(Page("incidents/a.md", HEAD + BODY))
    assert sheet.front.texts == {"title": "A &amp; B", "description": "d"}
    assert sheet.front.tags == ("fire", "riot")
    assert sheet.headings == (("key-facts", "Key facts"),)
    assert sheet.body == BODY.strip().replace("## Key facts\n\n", '<h2 id="key-facts">Key facts</h2>\n')


@pytest.mark.parametrize(
    "body",
    [
        "*word*\n",
        "<p>one</p> tail\n",
        "words <p>one</p>\n",
        "<p>one</p>\n\n\n\n<p>two</p>\n",
        "<bdi>inline</bdi>\n",
        "<div><p>open</div>\n\n",
        "<div>\n<!-- note -->\n</div>\n",
        "<div>\n<script>1</script>\n</div>\n",
        "<p>one</p>\n\n# Title\n\n<p>two</p>\n",
        "## Same\n\n<p>1</p>\n\n## Same\n\n<p>2</p>\n",
        "## With *stars*\n\n<p>1</p>\n",
    ],
    ids=lambda body: body[:18].strip(),
)
def test_a_page_that_markdown_would_change_is_no_sheet(body):
    assert read_sheet(Page("incidents/a.md", HEAD + body)) is None


@pytest.mark.parametrize("text", ["no fence", "---\ntitle: x", HEAD], ids=["none", "open", "no page"])
def test_what_has_no_front_matter_has_no_front(text):
    assert read_front(Page("a.txt" if text == HEAD else "a.md", text)) is None
