"""Three hundred documents and records full of what engines and browsers obey: every word is shown, none is obeyed.

Each string of ``hostile.txt`` comes in three ways: around a story (headline, outlet, file name), inside a story (place,
speech, related headlines), and through a record that somebody edited by hand (every field that takes words). A reader
opens every page, moves over everything on it, presses everything that is no link, and searches.
"""

import json
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from filelock import FileLock

from generator.lexicon.lexicon import load_lexicon
from generator.model.vocabulary import Origin
from generator.pipeline.build import Run, build_site
from generator.pipeline.extraction import extract_document
from generator.pipeline.stages import Stages, Unwatched
from generator.read.files import read_file
from generator.render.addresses import html_path, source_path
from generator.settings import EPOCH, Workspace
from generator.store.record import record_of

pytestmark = [pytest.mark.browser, pytest.mark.build, pytest.mark.timeout(900)]

STRINGS = [line for line in Path(__file__).with_name("hostile.txt").read_text("utf-8").splitlines() if line[:2] != "##"]
HEADLINES = [text for text in STRINGS if "leak.example" not in text]
"""A line with an address is taken for a link of the desk, and for no related headline."""

TOWNS = ("Kabul", "Quetta", "Mosul", "Bamako", "Mogadishu", "Aleppo", "Lagos", "Dhaka", "Manila", "Bogota", "Nairobi")
FIRST = date(2001, 3, 4)
APART = timedelta(31)
LONGEST_NAME = 80
SEARCHED = slice(None, None, 7)
SOURCES = 3
"""Of so many documents one page is opened; the gate has looked for every quote on each of them."""

TOUCH = """
() => {
  addEventListener("click", event => event.target.closest("a, label[for]") && event.preventDefault(), true)
  for (const each of document.querySelectorAll("article *")) {
    for (const name of ["pointerenter", "mouseover", "mousemove", "mousedown"])
      each.dispatchEvent(new MouseEvent(name, { bubbles: true, cancelable: true }))
    each.focus?.()
    each.click?.()
  }
  const article = document.querySelector("article")
  const foreign = "script, iframe, object, embed, base, img, video, audio, style, math, marquee, [onclick], [onerror]"
  return { title: document.title, words: article.textContent, foreign: article.querySelectorAll(foreign).length }
}
"""
"""Moves over, focuses and presses everything in the article but links; returns what the page shows."""


@dataclass(frozen=True)
class Visit:
    """A page of the site with what has to be read on it.

    Attributes:
        path: of the page.
        title: of the window, without the site's name, or None.
        words: each of them stands in the article.
    """

    path: str
    title: str | None
    words: tuple[str, ...]


def town(number):
    return TOWNS[number % len(TOWNS)]


def day(number):
    return (FIRST + number * APART).isoformat()


def document(front, story):
    lines = [f"{name}: {json.dumps(held, ensure_ascii=False)}" for name, held in front.items()]
    return "---\n" + "\n".join(lines) + f"\n---\n{story}"


def around(number, text):
    """A plain story with a hostile headline, outlet and file name."""
    front = {"title": f"Bombing {text} in {town(number)}", "publisher": f"Desk {text}", "published": day(number)}
    story = (
        f"A car bomb killed {number + 12} people at needle{number} market in {town(number)} on Monday, police said.\n"
    )
    return document(front, story)


def inside(number, text):
    """A story whose place, speech and related headlines are hostile."""
    story = (
        f"A ferry sank off {town(number)} on Tuesday and {number + 40} passengers drowned near needle{number} "
        f"{text} harbour, police said.\n\n"
        f'"{text}," Mayor Karim Dost of {text} said. He blamed {text}.\n\n'
        f"Related:\n- Officials react to {text} after blast in Nepal\n"
    )
    return document({"published": day(number)}, story)


def edited(path, text):
    """The record of a plain document with the text in every field that takes words."""
    made = extract_document(read_file(path, path.name).document, load_lexicon()).assembly.incident
    return replace(
        made,
        id=f"hand-written-{path.stem}",
        title=replace(made.title, text=f"By hand: {text}", origin=Origin.EDITOR),
        summary=tuple(replace(each, text=f"Summary {text}") for each in made.summary),
        actors=tuple(
            replace(each, name=f"Actor {text}", role=f"role {text}", aka=(f"aka {text}",)) for each in made.actors
        ),
        places=tuple(replace(each, name=f"Place {text}", lat=None, lon=None, gazetteer=None) for each in made.places),
        claims=tuple(replace(each, note=f"Claim note {text}") for each in made.claims),
        note=f"Note {text}",
    )


def file_name(number, text):
    """The text as far as it may name a file."""
    name = "".join(sign for sign in text.translate({ord("/"): "|", ord("\\"): "|"}) if sign.isprintable())
    return f"{number} {name}"[:LONGEST_NAME].strip() + ".txt"


def names_of(number):
    """File name of the document of a string by the way in which the string comes."""
    return {
        "around": file_name(number, STRINGS[number]),
        "inside": f"inside{number}.txt",
        "edited": f"edited{number}.txt",
    }


def fill(workspace):
    """Write three hundred documents, and a record by hand for every third of them."""
    workspace.incidents.mkdir()
    for number, text in enumerate(STRINGS):
        names = names_of(number)
        (workspace.seeds / names["around"]).write_text(around(3 * number, text), "utf-8")
        (workspace.seeds / names["inside"]).write_text(inside(3 * number + 1, text), "utf-8")
        plain = workspace.seeds / names["edited"]
        plain.write_text(inside(3 * number + 2, "Depot"), "utf-8")
        record = edited(plain, text)
        (workspace.incidents / f"{record.id}.yml").write_text(record_of(record), "utf-8")


@pytest.fixture(scope="session")
def built(copy_workspace, tmp_path_factory, worker_id):
    """The built workspace; of several test processes one builds it for all."""
    base = tmp_path_factory.getbasetemp()
    marker = (base if worker_id == "master" else base.parent) / "hostile-workspace"
    with FileLock(f"{marker}.lock"):
        if not marker.exists():
            workspace = copy_workspace("hostile")
            fill(workspace)
            build_site(workspace, Run(date(2026, 6, 1), EPOCH), Stages(Unwatched()))
            marker.write_text(str(workspace.root), "utf-8")
    return Workspace(Path(marker.read_text("utf-8")))


@pytest.fixture(scope="session")
def visits(built):
    """Every page that has to show a hostile string, by the way in which that came."""
    kept = [json.loads(path.read_bytes()) for path in sorted((built.site / "html/incidents").glob("*.json"))]
    records = {each["file"]: (record["id"], each["sha256"]) for record in kept for each in record["documents"]}
    found = {way: [] for way in VISITS}
    for number, text in enumerate(STRINGS):
        for way, name in names_of(number).items():
            incident, digest = records[name]
            pages = {"incident": f"incidents/{incident}.html", "source": html_path(source_path(name, digest))}
            found[way] += VISITS[way](number, text, pages)
    return found


def visits_around(number, text, pages):
    title = f"Bombing {text} in {town(3 * number)}"
    story = f"A car bomb killed {3 * number + 12} people at needle{3 * number} market"
    yield Visit(pages["incident"], f"{title} - Briefing", (title, f"Desk {text}", story))


def visits_inside(number, text, pages):
    headline = (f"Officials react to {text} after blast in Nepal",) if text in HEADLINES else ()
    yield Visit(pages["incident"], None, headline)
    if number % SOURCES == 0:
        speech = f'"{text}," Mayor Karim Dost of {text} said. He blamed {text}.'
        yield Visit(pages["source"], None, (f"{text} harbour", speech))


def visits_edited(number, text, pages):
    fields = (f"Summary {text}", f"Actor {text}", f"role {text}", f"Place {text}", f"Note {text}")
    yield Visit(pages["incident"], f"By hand: {text} - Briefing", fields)


VISITS = {"around": visits_around, "inside": visits_inside, "edited": visits_edited}


@pytest.fixture(scope="session")
def offline(built, unpack):
    (bundle,) = (built.site / "bundle").glob("*.zip")
    return unpack(bundle, "hostile").as_uri() + "/"


@pytest.fixture
def roots(built, serve, offline):
    """Where the site can be had: from disk and by http."""
    return {"disk": offline, "http": serve(built.site / "html")}


@pytest.mark.parametrize(("way", "door"), [("around", "http"), ("inside", "disk"), ("edited", "http")])
def test_every_page_shows_its_strings_verbatim_and_runs_none_of_them(reader, roots, visits, way, door):
    wrong = []
    for visit in visits[way]:
        reader.open(roots[door] + visit.path)
        shown = reader.tab.evaluate(TOUCH)
        wrong += [(visit.path, words) for words in visit.words if words not in shown["words"]]
        wrong += [(visit.path, shown["title"])] if visit.title not in (None, shown["title"]) else []
        wrong += [(visit.path, "foreign elements")] if shown["foreign"] else []
    assert wrong == []


@pytest.mark.parametrize(
    ("place", "door", "shape", "strings"),
    [
        ("headlines", "http", "Officials react to {} after blast in Nepal", HEADLINES),
        ("places/index", "disk", "Place {}", STRINGS),
        ("actors/index", "http", "Actor {}", STRINGS),
    ],
    ids=["headlines", "places", "actors"],
)
def test_every_list_shows_all_strings_verbatim(reader, roots, place, door, shape, strings):
    reader.open(f"{roots[door]}{place}.html")
    words = reader.tab.evaluate(TOUCH)["words"]
    assert [text for text in strings if shape.format(text) not in words] == []


@pytest.mark.parametrize("door", ["disk", "http"])
def test_the_search_shows_strings_verbatim(reader, roots, door):
    reader.open(f"{roots[door]}index.html")
    for number, text in list(enumerate(STRINGS))[SEARCHED]:
        result = reader.search(f"needle{3 * number}").first
        assert f"Bombing {text} in {town(3 * number)}" in result.text_content()
        assert result.locator("script, img, iframe, a[href^='javascript:' i]").count() == 0
