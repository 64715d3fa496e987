"""Every type of page as a screen reader, a keyboard and a person with low vision meet it."""

from itertools import pairwise
from pathlib import Path

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.build]

PROGRAM = Path(__file__).with_name("node_modules") / "axe-core/axe.min.js"
SCHEMES = {"light": "default", "dark": "slate"}
RUN = """async () => {
  const found = await axe.run(document, { resultTypes: ["violations"] })
  return found.violations.map(each => `${each.id}: ${each.nodes.map(node => node.target.join(" ")).join(" | ")}`)
}"""
FOCUS = """() => {
  const at = document.activeElement
  if (!at || at === document.body) return null
  const box = at.getBoundingClientRect(), style = getComputedStyle(at)
  const label = at.getAttribute("aria-label") || at.textContent.trim() || at.title || at.placeholder || ""
  return {
    tag: at.tagName.toLowerCase(), kind: at.getAttribute("type"), label: label.replace(/\\s+/g, " ").slice(0, 60),
    top: box.top + scrollY, left: box.left, inside: !!at.closest("article"), width: box.width, height: box.height,
    ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1 || style.boxShadow !== "none",
  }
}"""


@pytest.fixture(scope="session")
def axe():
    if not PROGRAM.is_file():
        pytest.skip("axe-core is not installed: run npm ci in tests/browser")
    return PROGRAM.read_text("utf-8")


@pytest.fixture(scope="module")
def home(newsroom, serve):
    return serve(newsroom.html)


def violations(tab, axe):
    """What axe-core finds on the page with everything unfolded that a reader can unfold."""
    tab.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
    tab.evaluate(axe)
    return tab.evaluate(RUN)


def stops(tab, limit=400):
    """Where the focus goes from the top of the page, key by key, until it comes round."""
    found = []
    for _ in range(limit):
        tab.keyboard.press("Tab")
        at = tab.evaluate(FOCUS)
        if at is None:
            break
        found.append(at)
    return found


def goes_back(stop, after):
    """Whether the focus jumps up on the page, other than to the top of a column beside."""
    return after["top"] < stop["top"] - 40 and after["left"] <= stop["left"] + 40


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_type_of_page_has_a_fault_that_axe_finds(make_reader, home, page_types, axe, scheme):
    reader = make_reader(color_scheme=scheme)
    found = {}
    for page in page_types:
        reader.open(home + page)
        assert reader.tab.locator("body").get_attribute("data-md-color-scheme") == SCHEMES[scheme]
        if faults := violations(reader.tab, axe):
            found[page] = faults
    assert found == {}


def test_a_phone_shows_no_fault_that_axe_finds(make_reader, home, page_types, axe):
    reader = make_reader(viewport={"width": 390, "height": 844})
    found = {}
    for page in page_types:
        reader.open(home + page)
        if faults := violations(reader.tab, axe):
            found[page] = faults
    assert found == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_open_search_with_results_has_no_fault_that_axe_finds(make_reader, home, axe, scheme):
    reader = make_reader(color_scheme=scheme)
    reader.open(f"{home}index.html")
    reader.search("herat")
    assert violations(reader.tab, axe) == []


@pytest.mark.parametrize("form", ["start page", "paper"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_that_stand_alone_have_no_fault_that_axe_finds(make_reader, standalone, axe, form, scheme):
    reader = make_reader(color_scheme=scheme)
    reader.open(standalone[form])
    assert violations(reader.tab, axe) == []


def test_the_first_key_leads_past_the_navigation_into_the_page(reader, home, newsroom_pages):
    reader.open(home + newsroom_pages["incident"])
    reader.tab.keyboard.press("Tab")
    first = reader.tab.evaluate(FOCUS)
    assert first["label"].startswith("Skip to ")
    assert min(first["width"], first["height"]) > 10
    reader.tab.keyboard.press("Enter")
    reader.tab.keyboard.press("Tab")
    assert reader.tab.evaluate(FOCUS)["inside"]


def test_every_stop_of_the_keyboard_has_a_name_and_a_ring_and_those_of_the_story_come_in_its_order(
    reader, home, newsroom_pages
):
    reader.open(home + newsroom_pages["incident"])
    found = stops(reader.tab)
    assert [stop for stop in found if not stop["label"]] == []
    assert [stop for stop in found if not stop["ring"]] == []
    story = [stop for stop in found if stop["inside"]]
    assert len(story) > 10
    jumps = [(one, other) for one, other in pairwise(story) if goes_back(one, other)]
    assert jumps == []


def test_what_unfolds_is_unfolded_with_the_keyboard(reader, home, newsroom_pages):
    reader.open(home + newsroom_pages["incident"])
    summary = reader.tab.locator("article details > summary").first
    summary.focus()
    inner = reader.tab.locator("article details").first.locator(":scope > :not(summary)").first
    assert not inner.is_visible()
    reader.tab.keyboard.press("Enter")
    assert inner.is_visible()
    reader.tab.keyboard.press("Space")
    assert not inner.is_visible()


def test_the_search_is_reached_and_left_with_the_keyboard(reader, home, newsroom_pages):
    reader.open(home + newsroom_pages["incident"])
    reader.tab.keyboard.press("/")
    box = reader.tab.locator("input[data-md-component=search-query]")
    assert box.evaluate("element => element === document.activeElement")
    reader.tab.keyboard.type("ferry")
    result = reader.tab.locator(".md-search-result__item a").first
    result.wait_for(timeout=10_000)
    reader.tab.keyboard.press("Escape")
    assert not result.is_visible()
