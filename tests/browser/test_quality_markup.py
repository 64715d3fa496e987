"""The built site as a whole: valid HTML, and no link that leads nowhere, hosted and on a disk."""

import json
import shutil
import subprocess
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

pytestmark = pytest.mark.build

PROGRAM = Path(__file__).with_name("node_modules") / ".bin/html-validate"
OF_THE_THEME = {
    ("valid-autocomplete", 'autocomplete attribute cannot be used on <input type="checkbox">'),
    ("attribute-allowed-values", 'Attribute "tabindex" has invalid value ""'),
}
"""Two things that the theme writes on every page, and that no browser or reader minds."""

LOADING = {("script", "src"), ("img", "src"), ("link", "href"), ("source", "src"), ("use", "href"), ("image", "href")}


class Page(HTMLParser):
    """Ids of a page, and every address in it."""

    def __init__(self, text):
        super().__init__()
        self.ids = []
        self.addresses = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        for name, value in attrs:
            if name == "id":
                self.ids.append(value)
            elif (tag, name) in LOADING | {("a", "href")}:
                self.addresses.append((value or "", (tag, name) in LOADING))


@pytest.fixture(scope="module", params=["hosted", "disk"])
def form(request, newsroom, unpack):
    folder = newsroom.html if request.param == "hosted" else unpack(newsroom.bundle, "off dir #1 ü 100%")
    return folder.resolve()


@pytest.fixture(scope="module")
def pages(form):
    return {path: Page(path.read_text("utf-8")) for path in sorted(form.rglob("*.html")) if path.name != "404.html"}


def validate(report, *files):
    if not PROGRAM.is_file() or shutil.which("node") is None:
        pytest.skip("html-validate is not installed: run npm ci in tests/browser")
    settings = PROGRAM.parents[2] / "htmlvalidate.json"
    done = subprocess.run(
        [PROGRAM, "--config", settings, "--formatter", f"json={report}", *files],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr
    return [
        (fault["ruleId"], fault["message"], f"{Path(file['filePath']).name}:{fault['line']}", fault["selector"])
        for file in json.loads(report.read_text("utf-8"))
        for fault in file["messages"]
    ]


def test_every_page_is_valid_html_but_for_two_things_of_the_theme(newsroom, tmp_path):
    faults = validate(tmp_path / "faults.json", newsroom.html / "**/*.html")
    assert [fault for fault in faults if fault[:2] not in OF_THE_THEME] == []


def test_the_pages_that_stand_alone_are_valid_html(standalone, tmp_path):
    assert validate(tmp_path / "faults.json", *standalone.values()) == []


def test_no_link_or_anchor_leads_nowhere(form, pages):
    dead = []
    for path, page in pages.items():
        for address, _ in page.addresses:
            parts = urlsplit(urljoin(path.as_uri(), address))
            if parts.scheme != "file":
                continue
            target, anchor = Path(unquote(parts.path)), unquote(parts.fragment)
            there = target.is_file() and target.is_relative_to(form)
            ids = pages[target].ids if target in pages else ()
            if not there or (anchor and anchor not in ids):
                dead.append((path.relative_to(form).as_posix(), address))
    assert dead == []
    assert sum(len(page.addresses) for page in pages.values()) > 1000


def test_no_id_comes_twice_on_a_page(form, pages):
    doubled = {
        path.relative_to(form).as_posix(): [name for name, times in Counter(page.ids).items() if times > 1]
        for path, page in pages.items()
    }
    assert {path: names for path, names in doubled.items() if names} == {}


def test_nothing_that_a_page_loads_lies_elsewhere(form, pages):
    loaded = [address for page in pages.values() for address, loads in page.addresses if loads]
    assert loaded
    web = [address for address in loaded if urlsplit(address).scheme or address.startswith("//")]
    assert {address for address in web if not address.startswith("https://example.org/")} == set()
