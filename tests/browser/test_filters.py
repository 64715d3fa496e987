"""The list of incidents, narrowed by a reader: with links alone, and with the script in the browser."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from generator.pipeline.build import Run, build_site
from generator.pipeline.stages import Stages, Unwatched
from generator.settings import EPOCH

pytestmark = [pytest.mark.browser, pytest.mark.build]

STORIES = Path(__file__).parents[1] / "evaluation/threads"
TOLD = ("132-*", "161-*", "162-*", "181-*", "191-*", "201-*", "241-*", "261-*", "281-*", "291-*")
NO_SHIFT = 0.02
"""Layout shift that nobody sees; 0.1 counts as good."""

SHIFT = """
() => new Promise(done => {
  let sum = 0
  new PerformanceObserver(list => { for (const each of list.getEntries()) sum += each.value })
    .observe({ type: "layout-shift", buffered: true })
  setTimeout(() => done(sum), 400)
})
"""


@pytest.fixture(scope="session")
def html(copy_workspace):
    """The site of ten stories besides the seed's."""
    workspace = copy_workspace("narrowed")
    for pattern in TOLD:
        (story,) = STORIES.glob(pattern)
        shutil.copy(story, workspace.seeds)
    return build_site(workspace, Run(date(2026, 6, 1), EPOCH), Stages(Unwatched())).published.html


@pytest.fixture(params=["disk", "http"])
def root(request, html, serve):
    """The address of the site's root."""
    return serve(html) if request.param == "http" else f"{html.as_uri()}/"


@pytest.fixture
def listed(reader, root):
    """A reader at the list of incidents."""
    reader.open(f"{root}incidents/index.html")
    return reader


def rows(tab):
    """Headlines of the rows that can be seen."""
    return tab.locator(".b-index > li:visible .b-headline").all_inner_texts()


def choose(tab, label, start):
    """Choose the first value of a field that begins with these words; returns how many incidents it promises."""
    field = tab.get_by_label(label, exact=True)
    name = next(name for name in field.locator("option").all_inner_texts() if name.startswith(start))
    field.select_option(label=name)
    return int(name.rpartition("(")[2].rstrip(")"))


def test_a_kind_leaves_as_many_rows_as_it_promises_and_says_so(listed):
    tab = listed.tab
    total = len(rows(tab))
    count = choose(tab, "Kind", "Armed attack")
    assert 0 < count < total
    assert len(rows(tab)) == count
    tab.get_by_role("status").filter(has_text=f"{count} of {total} incidents shown").wait_for()


def test_two_choices_narrow_further_and_show_all_undoes_both(listed):
    tab = listed.tab
    everything = rows(tab)
    choose(tab, "Kind", "Transport accident")
    choose(tab, "Country", "Mexico")
    assert rows(tab)
    assert all("Mexico" in text for text in tab.locator(".b-index > li:visible").all_inner_texts())
    tab.get_by_role("button", name="Show all").click()
    assert rows(tab) == everything
    assert "#" not in tab.url


def test_words_are_found_in_a_row_without_regard_to_case_or_accents(listed):
    tab = listed.tab
    tab.get_by_label("Words in the row").fill("HÀITI")
    assert rows(tab)
    assert all("Haiti" in text for text in tab.locator(".b-index > li:visible").all_inner_texts())


def test_the_address_of_a_narrowed_list_shows_the_same_rows_to_another_reader(listed, make_reader):
    tab = listed.tab
    choose(tab, "Standing", "Unreviewed")
    choose(tab, "Kind", "Natural disaster")
    tab.get_by_label("Words in the row").fill("quake")
    other = make_reader()
    other.open(tab.url)
    assert rows(other.tab) == rows(tab) != []
    assert other.tab.get_by_label("Kind", exact=True).input_value() == "natural-disaster"
    other.assert_quiet()


def test_an_address_with_choices_that_do_not_exist_shows_everything(listed, root):
    everything = rows(listed.tab)
    listed.open(f"{root}incidents/index.html#kind=none&nothing=else")
    assert rows(listed.tab) == everything


def test_an_anchor_of_a_month_still_leads_to_the_month(listed, root):
    anchor = listed.tab.locator(".b-group h2").last.get_attribute("id")
    listed.open(f"{root}incidents/index.html#{anchor}")
    assert listed.tab.locator(f"#{anchor}").is_visible()


def test_what_is_left_out_says_so_when_no_row_fits(listed):
    tab = listed.tab
    tab.get_by_label("Words in the row").fill("there is no such incident")
    assert rows(tab) == []
    tab.get_by_role("status").filter(has_text="None of").wait_for()


def test_the_list_is_narrowed_with_the_keyboard_alone(listed):
    tab = listed.tab
    tab.get_by_label("Kind", exact=True).focus()
    tab.keyboard.press("ArrowDown")
    narrowed = rows(tab)
    assert len(narrowed) < tab.locator(".b-index > li").count()
    for _ in range(6):
        tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.textContent") == "Show all"
    tab.keyboard.press("Enter")
    assert len(rows(tab)) == tab.locator(".b-index > li").count()


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_list_does_not_move_when_the_choices_come(make_reader, html, serve, width):
    one = make_reader(viewport={"width": width, "height": 800})
    one.open(f"{serve(html)}incidents/index.html")
    assert one.tab.evaluate(SHIFT) < NO_SHIFT


def test_without_scripts_the_same_choices_are_links_to_pages(make_reader, html):
    plain = make_reader(java_script_enabled=False)
    plain.open(html / "incidents/index.html")
    for label in ("Kind", "Country", "Actor", "Standing", "Month"):
        facet = plain.tab.locator("details.b-facet").filter(has=plain.tab.locator("summary", has_text=label))
        facet.locator("summary").click()
        link = facet.locator("a[data-value]").first
        name = link.inner_text()
        link.click()
        assert name in plain.tab.locator("article").inner_text()
        plain.tab.go_back()
    plain.assert_quiet()
