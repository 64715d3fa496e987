"""The search of a site with many incidents, in a real browser: from a server and from a disk."""

from datetime import date

import pytest

from generator.pipeline.build import Run, build_site
from generator.pipeline.stages import Stages, Unwatched
from generator.settings import EPOCH

pytestmark = [pytest.mark.browser, pytest.mark.build]

STORY = """QUETTA, Pakistan, March 3, 2026 - Gunmen killed 145 people at a market in Zhobari on Tuesday, police said.
Governor Naveed Askarzai told reporters that the dead included <b>six</b> children & a nurse.
"We buried our neighbours before dawn," said Rubina Çelik, a shopkeeper in Zhobari.
The Red Holondo Front claimed responsibility for the attack in a statement.
"""


@pytest.fixture(scope="session")
def site(copy_workspace, write_corpus):
    workspace = copy_workspace("searched")
    write_corpus(workspace.seeds, 30)
    (workspace.seeds / "zhobari.txt").write_text(STORY, "utf-8")
    return build_site(workspace, Run(date(2026, 6, 1), EPOCH, pieces_from=1), Stages(Unwatched())).published


@pytest.fixture(params=["disk", "http"])
def root(request, site, serve, unpack):
    """The address of the site's root: the bundle in a folder with a hard name, or the site from a server."""
    if request.param == "http":
        return serve(site.html)
    return unpack(site.bundle, "off dir #1 ü 100%").as_uri() + "/"


def loaded(reader):
    return [address for address in reader.requests if "/assets/search/" in address]


def test_nothing_of_the_index_is_loaded_before_the_first_key(reader, root):
    reader.open(f"{root}index.html")
    reader.tab.keyboard.press("/")
    reader.tab.wait_for_timeout(300)
    assert loaded(reader) == []
    reader.search("zhobari")
    assert 3 <= len(loaded(reader)) <= 8


@pytest.mark.parametrize(
    "words",
    ["Zhobari", "askarzai", "145", "zhob", "neighbours before dawn zhobari", "celik", "Red Holondo"],
    ids=["place", "person", "figure", "beginning of a word", "words of a quote", "a name without its accent", "group"],
)
def test_search_finds_what_an_incident_tells_and_leads_there(reader, root, words):
    reader.open(f"{root}about/index.html")
    rows = reader.search(words)
    link = rows.locator("a[href*='incidents/']").first
    link.click()
    reader.tab.wait_for_url("**/incidents/*.html*")
    assert "Zhobari" in reader.tab.locator("article h1").first.inner_text()


def test_a_result_names_the_claim_and_its_link_leads_to_it(reader, root):
    reader.open(f"{root}index.html")
    claim = reader.search("145 zhobari").locator("a[href*='#claim-']").first
    assert "police" in claim.inner_text().casefold()
    assert "145" in claim.locator("mark").all_inner_texts()
    claim.click()
    reader.tab.wait_for_url("**#claim-*")
    anchor = reader.tab.url.partition("#")[2]
    assert "145" in reader.tab.locator(f"[id='{anchor}']").inner_text()


def test_words_of_a_source_that_look_like_markup_are_shown_as_text(reader, root):
    reader.open(f"{root}index.html")
    rows = reader.search("children nurse zhobari")
    assert "<b>six</b> children & a nurse" in " ".join(rows.first.inner_text().split())
    assert rows.locator("b, script, img").count() == 0


def test_a_query_that_no_page_has_says_so(reader, root):
    reader.open(f"{root}index.html")
    reader.search("zhobari")
    box = reader.tab.locator("input[data-md-component=search-query]")
    box.fill("zhobari qqqqq")
    reader.tab.get_by_text("No page has all of these words").wait_for()
    assert reader.tab.locator(".b-found .md-search-result__item").count() == 0


def test_the_keyboard_alone_finds_and_opens_a_result(reader, root):
    reader.open(f"{root}index.html")
    reader.tab.keyboard.press("/")
    reader.tab.keyboard.type("zhobari")
    reader.tab.locator(".b-found .md-search-result__item").first.wait_for()
    focused = "document.activeElement.getAttribute('href') || document.activeElement.name"
    reader.tab.keyboard.press("ArrowDown")
    first = reader.tab.evaluate(focused)
    reader.tab.keyboard.press("ArrowDown")
    assert reader.tab.evaluate(focused) != first
    reader.tab.keyboard.press("ArrowUp")
    reader.tab.keyboard.press("ArrowUp")
    assert reader.tab.evaluate(focused) == "query"
    reader.tab.keyboard.press("Enter")
    reader.tab.wait_for_url(lambda address: first in address)


def test_without_javascript_the_lists_lead_to_every_incident(make_reader, site, root):
    reader = make_reader(java_script_enabled=False)
    reader.open(f"{root}index.html")
    reader.tab.locator("a[href='incidents/index.html']").last.click()
    reader.tab.wait_for_url("**/incidents/index.html")
    listed = reader.tab.locator("article a").evaluate_all("all => all.map(a => a.href)")
    wanted = {path.name for path in (site.html / "incidents").glob("*.html")} - {"index.html"}
    assert wanted <= {address.rpartition("/")[2] for address in listed}
    assert loaded(reader) == []
