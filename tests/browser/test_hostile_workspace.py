"""Documents and records full of what engines and browsers obey: the site shows them verbatim and runs nothing."""

import json
from dataclasses import replace
from datetime import date

import pytest

from generator.lexicon.lexicon import load_lexicon
from generator.model.vocabulary import Origin
from generator.pipeline.build import Run, build_site
from generator.pipeline.extraction import extract_document
from generator.pipeline.stages import Stages, Unwatched
from generator.read.files import read_file
from generator.settings import EPOCH
from generator.store.record import record_of

pytestmark = [pytest.mark.browser, pytest.mark.build]

HOSTILE = [
    "</title><script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "{{ 7*7 }}",
    '--8<-- "mkdocs.yml"',
    r"2nd {++x++} \(y\)",
    "שמעון בן־ארי",
]
TOWNS = ["Kabul", "Quetta", "Mosul", "Bamako", "Mogadishu", "Aleppo"]
NUMBERED = [pytest.param(number, id=text) for number, text in enumerate(HOSTILE)]


def title_of(number):
    return f"Bombing near {HOSTILE[number]} in {TOWNS[number]}"


def sentence_of(number):
    scene = f"at the needle{number} market near {HOSTILE[number]}"
    return f"Police said a car bomb {scene} killed {number + 12} people in {TOWNS[number]} on Monday"


def document_of(number):
    title, day, story = (
        title_of(number),
        f"2026-0{number + 2}-04",
        f"{sentence_of(number)}.\n\nThe mayor said it was a dark day.\n",
    )
    return written(number, f"story{number}", title, day, story)


def other_document_of(number):
    """A document about another event, for a record by hand."""
    title = f"Ferry sinks off Depot {number}"
    story = (
        f"Fishermen said {number + 40} passengers drowned when a ferry sank off Depot {number} in Manila on Tuesday.\n"
    )
    return written(number, f"kept{number}", title, f"2026-0{number + 4}-13", story)


def written(number, name, title, day, story):
    head = {
        "title": title,
        "publisher": f"Desk {HOSTILE[number]}",
        "url": f"https://example.org/{name}",
        "published": day,
    }
    lines = [f"{name}: {json.dumps(value)}" for name, value in head.items()]
    related = f"\nRelated:\n- Officials react to {HOSTILE[number]} after blast in Nepal\n"
    return "---\n" + "\n".join(lines) + f"\n---\n{story}{related}"


def hand_written(document, number):
    """The document's record as an editor might have left it, with the text in every field that takes words."""
    text = HOSTILE[number]
    made = extract_document(document, load_lexicon()).assembly.incident
    return replace(
        made,
        id=f"hand-written-{number}",
        title=replace(made.title, text=f"By hand: {text}", origin=Origin.EDITOR),
        summary=tuple(replace(each, text=f"Summary {text}") for each in made.summary),
        actors=tuple(
            replace(each, name=f"Actor {text}", role=f"role {text}", aka=(f"aka {text}",)) for each in made.actors
        ),
        places=tuple(replace(each, name=f"Place {text}", lat=None, lon=None, gazetteer=None) for each in made.places),
        claims=tuple(replace(each, note=f"Claim note {text}") for each in made.claims),
        note=f"Note {text}",
    )


@pytest.fixture(scope="session")
def built(copy_workspace):
    workspace = copy_workspace("hostile")
    workspace.incidents.mkdir()
    for number in range(len(HOSTILE)):
        (workspace.seeds / f"hostile{number}.txt").write_text(document_of(number), "utf-8")
        path = workspace.seeds / f"kept{number}.txt"
        path.write_text(other_document_of(number), "utf-8")
        record = hand_written(read_file(path, path.name).document, number)
        (workspace.incidents / f"{record.id}.yml").write_text(record_of(record), "utf-8")
    return workspace, build_site(workspace, Run(date(2026, 6, 1), EPOCH), Stages(Unwatched()))


@pytest.fixture(scope="session")
def offline(built, unpack):
    return unpack(built[1].published.bundle, "hostile").as_uri() + "/"


@pytest.fixture(params=["disk", "http"])
def root(request, built, serve, offline):
    return offline if request.param == "disk" else serve(built[1].published.html)


@pytest.fixture
def page_of(built):
    """Where the page of a document's incident lies."""
    workspace, _ = built
    pages = {}
    for path in workspace.incidents.iterdir():
        for number in range(len(HOSTILE)):
            if f"file: hostile{number}.txt" in path.read_text("utf-8") and not path.name.startswith("hand"):
                pages[number] = f"incidents/{path.stem}.html"
    return pages


def assert_inert(reader):
    """Nothing of a document became markup, and nothing of it was evaluated."""
    article = reader.tab.locator("article")
    assert article.locator("script, ins, a[href^='javascript:' i]").count() == 0
    assert "site_name" not in article.inner_text()
    assert "near 49 " not in article.inner_text()


@pytest.mark.parametrize("number", NUMBERED)
def test_title_quote_and_headline_of_a_hostile_document_read_verbatim_on_its_page(reader, root, page_of, number):
    reader.open(root + page_of[number])
    tab = reader.tab
    assert tab.title() == f"{title_of(number)} - Briefing"
    assert tab.locator("h1").inner_text() == title_of(number)
    assert tab.locator("[data-md-component=header-topic]").last.text_content().strip() == title_of(number)
    words = tab.locator("article").text_content()
    assert sentence_of(number) in words
    assert f"Officials react to {HOSTILE[number]} after blast in Nepal" in words
    assert f"Desk {HOSTILE[number]}" in words
    assert_inert(reader)


@pytest.mark.parametrize("number", NUMBERED)
def test_a_hostile_document_reads_verbatim_on_its_own_page(reader, root, page_of, number):
    reader.open(root + page_of[number])
    reader.tab.locator("article").get_by_role("link", name=str(number + 12), exact=True).first.click()
    reader.tab.wait_for_url("**/sources/hostile*")
    assert sentence_of(number) in reader.tab.locator("article").text_content()
    assert_inert(reader)


@pytest.mark.parametrize("number", NUMBERED)
def test_names_roles_and_notes_of_a_record_by_hand_read_verbatim(reader, root, number):
    reader.open(f"{root}incidents/hand-written-{number}.html")
    text = HOSTILE[number]
    assert reader.tab.title() == f"By hand: {text} - Briefing"
    words = reader.tab.locator("article").text_content()
    for value in (f"Summary {text}", f"Actor {text}", f"role {text}", f"Place {text}", f"Note {text}"):
        assert value in words
    assert_inert(reader)


@pytest.mark.parametrize("number", NUMBERED)
def test_the_search_shows_a_hostile_title_verbatim_with_tags_of_the_codebook(reader, root, number):
    reader.open(f"{root}index.html")
    result = reader.search(f"needle{number}").filter(has_text=title_of(number)).first
    assert title_of(number) in result.locator("h1").first.text_content()
    assert "bombing" in result.locator(".md-tag").all_text_contents()
    assert result.locator("script, img, a[href^='javascript:' i]").count() == 0


@pytest.mark.parametrize("place", ["incidents/index", "headlines", "places/index", "actors/index"])
def test_every_list_shows_all_hostile_values_verbatim(reader, root, place):
    reader.open(f"{root}{place}.html")
    words = reader.tab.locator("article").text_content()
    shown = {
        "incidents/index": "By hand: {}",
        "headlines": "Officials react to {} after blast in Nepal",
        "places/index": "Place {}",
        "actors/index": "Actor {}",
    }
    for text in HOSTILE:
        assert shown[place].format(text) in words
    assert_inert(reader)
