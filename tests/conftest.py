"""Fixtures that more than one folder of tests needs: workspaces, and sites built from pages."""

import html
import importlib.util
import json
import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from generator.model.page import Page
from generator.publish.site import Published, publish_site
from generator.settings import EPOCH, Workspace

# An example may take as long as a busy machine needs; what hangs is stopped by the time limit of its test.
settings.register_profile("steady", deadline=None)
settings.load_profile("steady")

# A shell that runs the tests in the background ignores Ctrl-C for them, and what they start would inherit that.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

CHECKOUT = Path(__file__).parent.parent

ABOUT = """---
title: How this site is made
---

# How this site is made

What stands on a page is in the [codebook](codebook.md), and more is told [to editors](editors.md).
"""

EDITORS = """---
title: For editors
---

# For editors

See [how this site is made](index.md).
"""


def as_text(value: str) -> str:
    """A value as it may stand in an HTML block: every ASCII sign as a number, so that no parser sees markup."""
    return "".join(sign if sign.isalnum() or sign == " " or not sign.isascii() else f"&#{ord(sign)};" for sign in value)


def written_page(path: str, title: str, body: str, *, tags: tuple[str, ...] = (), description: str = "") -> Page:
    """A page as the render room writes it: escaped front matter, then one HTML block."""
    front = {"title": html.escape(title), "description": html.escape(description or title)}
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items()]
    lines += ["tags:", *(f"- {tag}" for tag in tags)] if tags else []
    block = f'<div class="page">\n<h1>{as_text(title)}</h1>\n{body}\n</div>'
    return Page(path, "---\n" + "\n".join(lines) + f"\n---\n\n{block}\n")


@pytest.fixture(scope="session")
def navigation_pages() -> tuple[Page, ...]:
    """The pages that the navigation of every site names, each leading on to the next."""
    names = {
        "incidents/index": ("Incidents", "headlines"),
        "headlines": ("Headlines", "places/index"),
        "places/index": ("Places", "actors/index"),
        "actors/index": ("Actors", "about/codebook"),
        "about/codebook": ("Codebook", "incidents/index"),
    }
    home = written_page("index.md", "Latest briefings", '<p>See <a href="incidents/index.html">all</a>.</p>')
    ways = {path: "../" * path.count("/") for path in names}
    return (
        home,
        *(
            written_page(f"{path}.md", title, f'<p>Next: <a href="{ways[path]}{after}.html">{title}</a>.</p>')
            for path, (title, after) in names.items()
        ),
    )


@pytest.fixture(scope="session")
def make_workspace(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Workspace]:
    """Makes a workspace with this checkout's site settings, overrides and assets, and no pages."""

    def make(name: str = "workspace") -> Workspace:
        root = tmp_path_factory.mktemp("at") / name
        for folder in ("seeds", "content", "site/docs/about", "site/docs/assets/stylesheets"):
            (root / folder).mkdir(parents=True)
        for part in ("mkdocs.yml", "overrides", "docs/assets"):
            source = CHECKOUT / "site" / part
            if source.is_dir():
                shutil.copytree(source, root / "site" / part, dirs_exist_ok=True)
            else:
                shutil.copy(source, root / "site" / part)
        (root / "site/docs/assets/stylesheets/briefing.css").touch()
        (root / "site/docs/about/index.md").write_text(ABOUT, "utf-8")
        (root / "site/docs/about/editors.md").write_text(EDITORS, "utf-8")
        return Workspace(root)

    return make


@pytest.fixture(scope="session")
def built_site(make_workspace: Callable[..., Workspace]) -> Callable[..., Published]:
    """Builds a site from pages, once for each name within a session."""
    built: dict[str, Published] = {}

    def build(pages: tuple[Page, ...], name: str) -> Published:
        if name not in built:
            built[name] = publish_site(make_workspace(name), pages, epoch=EPOCH, report=lambda line: None)
        return built[name]

    return build


@pytest.fixture(scope="session")
def write_corpus() -> Callable[[Path, int], None]:
    """Writes so many invented stories into a folder, as the benchmarks do."""
    spec = importlib.util.spec_from_file_location("corpus", CHECKOUT / "tests/bench/corpus.py")
    assert spec
    assert spec.loader
    corpus = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(corpus)
    return corpus.write_corpus


@pytest.fixture(scope="session")
def write_page() -> Callable[..., Page]:
    """Writes a page as the render room does."""
    return written_page


@pytest.fixture(scope="session")
def as_data() -> Callable[[str], str]:
    """Encodes a value for an HTML block as the render room does."""
    return as_text


@pytest.fixture(scope="session")
def copy_workspace(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Workspace]:
    """Copies the part of this checkout that people write: documents, codebook, site sources, templates; no records."""

    def copy(name: str = "workspace") -> Workspace:
        root = tmp_path_factory.mktemp("copy") / name
        shutil.copytree(CHECKOUT / "seeds", root / "seeds")
        shutil.copytree(CHECKOUT / "templates", root / "templates")
        for place in ("content/codebook.md", "site/mkdocs.yml"):
            (root / place).parent.mkdir(parents=True)
            shutil.copy(CHECKOUT / place, root / place)
        shutil.copytree(CHECKOUT / "site/overrides", root / "site/overrides")
        for folder in ("about", "assets"):
            generated = shutil.ignore_patterns("codebook.md")
            shutil.copytree(CHECKOUT / "site/docs" / folder, root / "site/docs" / folder, ignore=generated)
        return Workspace(root)

    return copy
