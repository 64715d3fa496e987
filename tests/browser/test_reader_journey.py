"""A reader's way through the site of the real seed document, offline from a disk and online from a server."""

import re
from datetime import date

import pytest

from generator.pipeline.build import Run, build_site
from generator.pipeline.stages import Stages, Unwatched
from generator.settings import EPOCH

pytestmark = [pytest.mark.browser, pytest.mark.build]

INCIDENT = re.compile(r"Balochistan attacks?")
SENTENCE = "Pakistan's security forces killed 145 militants over 40 hours"
HEADLINE = "Israeli strikes kill 26 in Gaza, health officials say"


@pytest.fixture(scope="session")
def published(copy_workspace):
    return build_site(copy_workspace("journey"), Run(date(2026, 6, 1), EPOCH), Stages(Unwatched())).published


@pytest.fixture(scope="session")
def offline(published, unpack):
    return unpack(published.bundle, "off dir #1 ü 100%").as_uri() + "/"


@pytest.fixture(params=["disk", "http"])
def root(request, published, serve, offline):
    """The address of the site's root: the bundle from a disk, the hosted form from a server."""
    return offline if request.param == "disk" else serve(published.html)


@pytest.fixture
def at_incident(reader, root):
    """A reader who has gone from the home page to the incident."""
    reader.open(f"{root}index.html")
    reader.tab.locator("article").get_by_role("link", name=INCIDENT).first.click()
    reader.tab.wait_for_url("**/incidents/*b1512c5f.html")
    return reader


def test_a_figure_leads_to_the_highlighted_sentence_that_it_comes_from(at_incident):
    tab = at_incident.tab
    tab.locator("article").get_by_role("link", name="145", exact=True).first.click()
    tab.wait_for_url("**/sources/*.html#s-0-170")
    marked = tab.locator("#s-0-170")
    assert marked.evaluate("element => element.tagName") == "MARK"
    assert marked.inner_text().startswith(SENTENCE)
    box, window = marked.bounding_box(), tab.viewport_size
    assert box["y"] >= 0
    assert box["y"] + 20 < window["height"]
    plain = tab.locator("p", has=marked).first.evaluate("element => getComputedStyle(element).backgroundColor")
    assert marked.evaluate("element => getComputedStyle(element).backgroundColor") != plain


@pytest.mark.parametrize("figure", ["92", "17", "31"])
def test_every_other_figure_leads_to_a_sentence_that_holds_it(at_incident, figure):
    tab = at_incident.tab
    tab.locator("article table a[href*='sources/']", has_text=re.compile(f"^{figure}$")).click()
    tab.wait_for_url("**/sources/*.html#s-*")
    anchor = tab.url.partition("#")[2]
    assert figure in tab.locator(f"#{anchor}").inner_text()


def test_the_superseded_figure_is_struck_and_the_newest_is_not(at_incident):
    struck = at_incident.tab.locator("s").all_inner_texts()
    assert "92" in struck
    assert "145" not in struck


def test_the_search_finds_the_operations_name_and_leads_to_the_incident(reader, root):
    reader.open(f"{root}index.html")
    found = reader.search("Herof").filter(has_text=INCIDENT)
    found.locator("a").first.click()
    reader.tab.wait_for_url("**/incidents/*b1512c5f.html*")
    assert "Herof" in reader.tab.locator("article").inner_text()


def test_a_related_headline_leads_to_its_entry_and_the_entry_back(at_incident):
    tab = at_incident.tab
    came_from = tab.url
    tab.locator("article").get_by_role("link", name=HEADLINE).click()
    tab.wait_for_url("**/headlines.html#h-*")
    entry = tab.locator(f"#{tab.url.partition('#')[2]}")
    assert HEADLINE in entry.inner_text()
    assert "Reopening of Gaza's Rafah crossing expected Monday" in entry.inner_text()
    entry.get_by_role("link", name=INCIDENT).click()
    tab.wait_for_url("**/incidents/*b1512c5f.html")
    assert tab.url == came_from


def test_the_three_headlines_about_the_united_states_find_each_other(reader, root):
    reader.open(f"{root}headlines.html")
    entries = reader.tab.locator("article").locator("li[id^=h-]").filter(has_text="shares United States")
    texts = entries.all_inner_texts()
    assert len(texts) == 3
    for words in ("Winter storm death toll", "US government starts", "Thousands demonstrate"):
        assert all(words in text for text in texts)


def test_every_page_that_is_linked_from_home_is_there(reader, root):
    waiting, seen = [f"{root}index.html"], set()
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        reader.open(address)
        assert reader.tab.locator("h1").count() == 1, address
        links = reader.tab.locator("article a[href]").evaluate_all(
            "all => all.map(one => (one.href.baseVal ?? one.href).split('#')[0])"
        )
        waiting += [link for link in links if link.startswith(root) and link.endswith(".html")]
    assert len(seen) >= 8
