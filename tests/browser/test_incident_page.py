"""An incident's page in a real browser: one screen tells it, every claim can be linked to, every quote lights up."""

import re

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.build]

ANSWERS = ("What", "Where", "When", "Who says so")


@pytest.fixture(scope="session")
def incident(newsroom, newsroom_pages):
    """The page of an incident that three documents tell."""
    return newsroom.html / newsroom_pages["incident"]


@pytest.mark.parametrize(("width", "height"), [(1280, 900), (390, 844)], ids=["two monitors", "a phone in a car"])
def test_one_screen_tells_what_where_when_how_many_and_who_says_so(make_reader, incident, width, height):
    reader = make_reader(viewport={"width": width, "height": height})
    reader.open(incident)
    answers = [reader.tab.locator(".b-key dt", has_text=re.compile(f"^{answer}$")) for answer in ANSWERS]
    for one in (*answers, reader.tab.locator(".b-key .b-number").first, reader.tab.locator("h1")):
        box = one.bounding_box()
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= height


def test_a_claims_link_is_shown_where_it_is_pointed_at_or_reached_by_key(reader, incident):
    reader.open(incident)
    claim = reader.tab.locator(".b-claim").first
    link = claim.locator(".b-permalink").first
    opacity = "element => getComputedStyle(element).opacity"
    reader.tab.mouse.move(0, 0)
    assert link.evaluate(opacity) == "0"
    claim.locator(".b-quote").first.hover()
    assert link.evaluate(opacity) == "1"
    reader.tab.mouse.move(0, 0)
    link.focus()
    assert link.evaluate(opacity) == "1"
    reader.tab.keyboard.press("Enter")
    assert reader.tab.url.endswith(f"#{claim.get_attribute('id')}")
    assert claim.evaluate("element => element.matches(':target')")


def test_where_nothing_can_be_pointed_at_every_link_to_a_claim_is_shown(make_reader, incident):
    reader = make_reader(has_touch=True, is_mobile=True, viewport={"width": 390, "height": 844})
    reader.open(incident)
    shown = reader.tab.locator(".b-permalink").evaluate_all("all => all.map(one => getComputedStyle(one).opacity)")
    assert set(shown) == {"1"}


def test_every_claim_leads_to_exactly_its_words_and_back(reader, incident):
    reader.open(incident)
    quotes = reader.tab.locator(".b-claim").evaluate_all(
        """all => all.map(one => [one.id, one.querySelector("blockquote").textContent.trim(),
                                  one.querySelector(".b-tools a").href])"""
    )
    assert quotes
    for claim, quote, source in quotes:
        reader.open(source)
        lit = reader.tab.locator("mark:target")
        assert " ".join(lit.text_content().split()) == " ".join(quote.split())
        assert reader.tab.locator(f".b-margin a[href$='#{claim}']").count() >= 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_chart_is_drawn_in_the_colour_of_the_text_and_has_its_figures_in_a_table(make_reader, incident, scheme):
    reader = make_reader(color_scheme=scheme)
    reader.open(incident)
    figure = reader.tab.locator(".b-chart-figure").first
    ink = figure.evaluate("element => getComputedStyle(element).color")
    mark = figure.locator(".b-chart-mark").first
    assert mark.evaluate("element => getComputedStyle(element).stroke") == ink
    assert ink != reader.tab.locator("body").evaluate("element => getComputedStyle(element).backgroundColor")
    figure.locator("summary").click()
    cells = figure.locator("td").all_inner_texts()
    drawn = set(figure.locator(".b-chart-figure-words").all_text_contents())
    assert drawn
    assert drawn <= {cell.replace("at least", "≥") for cell in cells}
    assert reader.complaints == []


def test_a_change_of_the_record_can_be_read_with_what_stood_there_before(reader, incident):
    reader.open(incident)
    changes = reader.tab.locator(".b-edits > li")
    assert changes.count() > 0
    assert "accepted by mk" in " ".join(changes.all_inner_texts())


def test_a_report_opens_with_the_record_the_claim_and_its_words(reader, incident):
    reader.open(incident)
    claim = reader.tab.locator(".b-claim").first
    href = claim.get_by_role("link", name=re.compile("Report an error")).get_attribute("href")
    assert href.startswith("https://example.org/report?labels=error&")
    assert claim.get_attribute("id").removeprefix("claim-") in href
