"""A reader with a real browser, who notes every request and every complaint of the browser."""

import shutil
import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.pipeline.build import Run, build_site
from generator.pipeline.joining import merge_incidents
from generator.pipeline.paper import write_paper
from generator.pipeline.reviewing import accept_claims, withdraw_record
from generator.pipeline.stages import Stages, Unwatched
from generator.publish.bundle import FOLDER, PAGES
from generator.publish.serve import Preview
from generator.publish.site import Published
from generator.publish.startpage import START
from generator.settings import EPOCH, Workspace
from generator.store.repository import read_records

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator
    from playwright.sync_api import Page as Tab

STORIES = Path(__file__).with_name("stories")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
"""The last one blocks the network: no name but this machine's own address is found."""


@dataclass
class Reader:
    """A browser tab and what happened in it.

    Attributes:
        tab: the tab.
        requests: every address that the tab asked for.
        complaints: console errors, uncaught errors and failed requests.
        alerts: texts of the alerts that scripts opened.
    """

    tab: "Tab"
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    alerts: list[str] = field(default_factory=list)

    def open(self, address: str | Path) -> None:
        """Go to a page, from disk or by http, and wait until it has settled."""
        where = address.resolve().as_uri() if isinstance(address, Path) else address
        self.tab.goto(where, wait_until="load")

    def search(self, words: str) -> "Locator":
        """Ask the search box for these words; returns the result rows, once there are any."""
        box = self.tab.locator("input[data-md-component=search-query]")
        rows = self.tab.locator(".md-search-result__item")
        if not box.is_visible():
            self.tab.locator("header label[for=__search]").first.click()
        if rows.count():
            box.fill("")
            box.press("End")
            rows.first.wait_for(state="detached")
        box.fill(words)
        box.press("End")  # the search listens to keys; one key for all words, so that no part of them is asked for
        rows.first.wait_for(timeout=15_000)
        return rows

    def note_failure(self, address: str, reason: str | None) -> None:
        """A request came to nothing, other than by the reader's leaving the page."""
        if reason != "net::ERR_ABORTED":
            self.complaints.append(f"failed: {address}: {reason}")

    @property
    def strays(self) -> list[str]:
        """Requests that left this disk and this machine."""
        return [address for address in self.requests if not address.startswith(("file:", "http://127.0.0.1:", "data:"))]

    def assert_quiet(self) -> None:
        """Nothing left the machine, nothing failed, no script ran that opens an alert."""
        assert self.strays == []
        assert self.complaints == []
        assert self.alerts == []


@pytest.fixture(scope="session")
def chromium() -> "Iterator[Browser]":
    """The installed browser."""
    playwright = pytest.importorskip("playwright.sync_api", reason="the Python package playwright is not installed")
    program = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if program is None:
        pytest.skip(f"no browser is installed: none of {', '.join(BROWSERS)} is on the path")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture
def make_reader(chromium: "Browser") -> Iterator[Callable[..., Reader]]:
    """Makes readers; keyword options are those of a browser context (`color_scheme`, `viewport`)."""
    with ExitStack() as stack:

        def make(**options: object) -> Reader:
            context = chromium.new_context(**options)
            stack.callback(context.close)
            reader = Reader(context.new_page())
            tab = reader.tab
            tab.on("request", lambda request: reader.requests.append(request.url))
            tab.on("requestfailed", lambda request: reader.note_failure(request.url, request.failure))
            tab.on("pageerror", lambda error: reader.complaints.append(f"uncaught: {error}"))
            tab.on("console", lambda said: reader.complaints.append(said.text) if said.type == "error" else None)
            tab.on("dialog", lambda dialog: (reader.alerts.append(dialog.message), dialog.dismiss()))
            return reader

        yield make


@pytest.fixture
def reader(make_reader: Callable[..., Reader]) -> Iterator[Reader]:
    """One reader; the test fails if anything left the machine, failed, or opened an alert."""
    one = make_reader()
    yield one
    one.assert_quiet()


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """Serves a folder on this machine; returns its address."""
    with ExitStack() as stack:
        running: dict[Path, Preview] = {}

        def start(folder: Path) -> str:
            if folder not in running:
                running[folder] = stack.enter_context(Preview(folder, (), lambda: None, print, port=0))
            return running[folder].address

        yield start


def record_from(workspace: Workspace, file: str) -> str:
    """Id of the record that begins with a document."""
    records, _ = read_records(workspace)
    return next(each.incident.id for each in records if each.incident.documents[0].file == file)


@pytest.fixture(scope="session")
def newsroom(copy_workspace: Callable[..., Workspace]) -> Published:
    """A site with every type of page: incidents of one and of several documents, reviewed, withdrawn and merged ones.

    Not to be changed.
    """
    workspace = copy_workspace("newsroom")
    shutil.copytree(STORIES, workspace.seeds, dirs_exist_ok=True)
    day = date(2026, 6, 1)
    run = Run(day, EPOCH, "https://example.org/report?labels=error")
    settings = workspace.site / "mkdocs.yml"
    settings.write_text(settings.read_text("utf-8") + "\nsite_url: https://example.org/\n", "utf-8")
    build_site(workspace, run, Stages(Unwatched()))
    accept_claims(workspace, record_from(workspace, "herat-1.md"), (), by="mk", on=day)
    withdraw_record(workspace, record_from(workspace, "ferry.md"), reason="It was told twice", by="mk", on=day)
    merge_incidents(workspace, "balochistan", record_from(workspace, "quake.md"), on=day)
    return build_site(workspace, run, Stages(Unwatched())).published


@pytest.fixture(scope="session")
def newsroom_pages(newsroom: Published) -> dict[str, str]:
    """A page of each type: of every folder its list and its largest other page, and records in every state."""
    html = newsroom.html
    pages: dict[str, str] = {}
    for folder in (html, *sorted(path for path in html.rglob("*") if path.is_dir())):
        found = sorted(folder.glob("*.html"), key=lambda path: (-path.stat().st_size, path.name))
        kept = found if folder == html else [path for path in found if path.name == "index.html"] + found[:1]
        pages |= {name: name for name in (path.relative_to(html).as_posix() for path in kept)}
    workspace = Workspace(html.parents[1])
    for name, file in (
        ("incident", "herat-1.md"),
        ("withdrawn incident", "ferry.md"),
        ("merged incident", "quake.md"),
    ):
        pages[name] = f"incidents/{record_from(workspace, file)}.html"
    (source,) = html.glob("sources/haifa-*.html")
    return pages | {"source from right to left": source.relative_to(html).as_posix()}


@pytest.fixture(scope="session")
def page_types(newsroom_pages: dict[str, str]) -> tuple[str, ...]:
    """The paths of those pages, each once."""
    return tuple(dict.fromkeys(newsroom_pages.values()))


@pytest.fixture(scope="session")
def standalone(newsroom: Published, unpack: Callable[..., Path]) -> dict[str, Path]:
    """The pages that need nothing beside themselves: the start page of the bundle, and an incident for paper."""
    workspace = Workspace(newsroom.html.parents[1])
    (paper,) = write_paper(workspace, record_from(workspace, "herat-1.md"))
    return {"start page": unpack(newsroom.bundle, "off dir #1 ü 100%").parent / START, "paper": paper}


@pytest.fixture(scope="session")
def unpack(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Unpacks an offline bundle into a folder of the given name; returns the folder of its site."""

    def to(bundle: Path, name: str = "unpacked") -> Path:
        folder = tmp_path_factory.mktemp("disk") / name
        with zipfile.ZipFile(bundle) as packed:
            packed.extractall(folder)
        return folder / FOLDER / PAGES

    return to
