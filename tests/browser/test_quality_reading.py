"""Every type of page as it is read: on a narrow screen, enlarged, without scripts, on paper, over a slow line."""

import gzip
import io
import re

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.build]

FIRST_VIEW = 100_000
"""Most bytes of a first view of an incident over the line, packed; fonts and the search with its index stand apart."""

WINDOWS = (
    ("320 px", 320, ""),
    ("390 px, as on a phone", 390, ""),
    ("640 px, as a window of 1280 px at 200 %", 640, ""),
    ("text twice as large", 1280, "250%"),
)
"""Name, width in CSS pixels, size of the text where it is not the page's own, which is 125 %."""

OVERFLOWING = """() => {
  document.getAnimations().forEach(each => each.effect.getComputedTiming().endTime < Infinity && each.finish())
  const wide = document.scrollingElement.clientWidth
  if (document.scrollingElement.scrollWidth <= wide) return []
  const clips = at => getComputedStyle(at).overflowX !== "visible"
  const scrolls = at => at && at !== document.body && (clips(at) || scrolls(at.parentElement))
  const right = at => Math.round(at.getBoundingClientRect().right)
  return [...document.querySelectorAll("body *")]
    .filter(at => right(at) > wide && !scrolls(at.parentElement))
    .map(at => `${at.tagName.toLowerCase()}.${at.className} ${right(at)}`).slice(0, 5)
}"""
SHIFTS = """() => new Promise(tell => {
  const shifts = []
  new PerformanceObserver(list => shifts.push(...list.getEntries())).observe({ type: "layout-shift", buffered: true })
  requestAnimationFrame(() => setTimeout(() => tell(shifts.map(shift => ({
    value: shift.value, moved: shift.sources.map(source => source.node?.className || source.node?.nodeName)
  }))), 150))
})"""


@pytest.fixture(scope="module")
def home(newsroom, serve):
    return serve(newsroom.html)


def squeezed(text):
    """The text without white space: a PDF keeps no spaces at the ends of its lines."""
    return "".join(text.split())


def test_no_page_is_wider_than_its_window_narrow_enlarged_or_with_large_text(make_reader, home, page_types, standalone):
    reader = make_reader()
    found = {}
    for page in (*(home + each for each in page_types), *standalone.values()):
        reader.open(page)
        reader.tab.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
        for name, width, text in WINDOWS:
            reader.tab.set_viewport_size({"width": width, "height": 700})
            reader.tab.evaluate("size => { document.documentElement.style.fontSize = size }", text)
            if wide := reader.tab.evaluate(OVERFLOWING):
                found[f"{page} at {name}"] = wide
    assert found == {}


@pytest.mark.parametrize("width", [390, 1280])
def test_without_scripts_a_page_tells_everything_and_leads_on(make_reader, home, newsroom_pages, width):
    reader = make_reader(java_script_enabled=False, viewport={"width": width, "height": 900})
    tab = reader.tab
    reader.open(f"{home}index.html")
    tab.locator("article a", has_text="Herat").first.click()
    assert tab.locator("h1").first.is_visible()
    assert "16" in tab.locator("article table").first.inner_text()
    quote = tab.get_by_text("put the toll at 15 dead and 31 wounded").first
    hidden = tab.locator("article details:not([open])", has=quote)
    if hidden.count():
        hidden.first.locator("summary").first.click()
    assert tab.get_by_text("put the toll at 15 dead and 31 wounded").locator("visible=true").count() > 0
    tab.locator("article a[href*='sources/']").locator("visible=true").first.click()
    tab.wait_for_url("**/sources/*")
    assert tab.locator("article mark").first.is_visible()
    for page in newsroom_pages.values():
        reader.open(home + page)
        assert tab.locator("h1").first.is_visible(), page


def test_paper_holds_every_quote_of_an_incident_and_no_navigation(make_reader, home, newsroom_pages):
    reading = pytest.importorskip("pypdf", reason="the Python package pypdf is not installed")
    reader = make_reader()
    reader.open(home + newsroom_pages["incident"])
    printed = reading.PdfReader(io.BytesIO(reader.tab.pdf(format="A4")))
    text = squeezed("".join(page.extract_text() for page in printed.pages))
    quotes = set(reader.tab.locator("article blockquote").all_text_contents())
    assert len(quotes) > 5
    assert {quote for quote in quotes if squeezed(quote) not in text} == set()
    assert "Skip" not in text


def test_a_first_view_of_the_heaviest_incident_takes_little_over_the_line(make_reader, home, newsroom):
    heaviest = max(newsroom.html.glob("incidents/*.html"), key=lambda path: len(gzip.compress(path.read_bytes(), 6)))
    page = f"incidents/{heaviest.name}"
    reader = make_reader()
    answers = []
    reader.tab.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - a builtin method is no handler
    reader.open(home + page)
    reader.tab.wait_for_load_state("networkidle")
    sizes = {
        answer.url.removeprefix(home): len(gzip.compress(answer.body(), 6))
        for answer in answers
        if "/search" not in answer.url and not answer.url.endswith((".woff2", ".woff"))
    }
    assert page in sizes
    assert sum(sizes.values()) < FIRST_VIEW, sizes


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_while_a_page_loads(make_reader, home, page_types, width):
    reader = make_reader(viewport={"width": width, "height": 900})
    found = {}
    for page in page_types:
        reader.open(home + page)
        if shifts := reader.tab.evaluate(SHIFTS):
            found[page] = shifts
    assert found == {}


def test_the_start_page_leads_to_the_site_and_on_a_disk_nothing_is_asked_for_elsewhere(reader, standalone):
    reader.open(standalone["start page"])
    tab = reader.tab
    tab.get_by_role("link", name="Open the briefings").click()
    tab.wait_for_url(re.compile(r"/site/index\.html$"))
    assert tab.locator("article a", has_text="Herat").count() > 0


def test_words_from_right_to_left_are_shown_in_their_order(reader, home, newsroom_pages):
    reader.open(home + newsroom_pages["source from right to left"])
    words = reader.tab.locator("article .b-text", has_text="לא נחזור").first
    order = words.evaluate("""at => {
      const range = document.createRange(), walker = document.createTreeWalker(at, NodeFilter.SHOW_TEXT)
      const left = word => {
        for (walker.currentNode = at; walker.nextNode();) {
          const start = walker.currentNode.data.indexOf(word)
          if (start < 0) continue
          range.setStart(walker.currentNode, start)
          range.setEnd(walker.currentNode, start + word.length)
          return range.getBoundingClientRect().left
        }
      }
      return ["לא", "נחזור", "לעבודה"].map(left)
    }""")
    assert order == sorted(order, reverse=True)
