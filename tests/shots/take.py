"""Pictures of every type of page, to be looked at before a change of the design goes out.

A workspace with the invented stories of ``tests/evaluation/threads`` is built on one day; on the next an editor
accepts, corrects and withdraws, so that every standing and a change stand on some page. The pictures of each page are
light, dark, on a phone, printed, with more contrast and in a reader's own colours.

``python tests/shots/take.py`` writes to ``tests/shots/pictures``; ``--readme`` writes the two of the README as well.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from generator.publish.serve import Preview

ROOT = Path(__file__).parents[2]
STORIES = ROOT / "tests/evaluation/threads"
PICTURES = Path(__file__).with_name("pictures")
README = ROOT / ".github/images"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")
FIRST_DAY, SECOND_DAY = "1782864000", "1782950400"
"""1 and 2 July 2026, in seconds since 1970."""

TALLEST = 4000
DESK, PHONE, SHEET = {"width": 1280, "height": 900}, {"width": 390, "height": 844}, {"width": 794, "height": 1123}
MODES: dict[str, dict[str, object]] = {
    "light": {"viewport": DESK},
    "dark": {"viewport": DESK, "color_scheme": "dark"},
    "phone": {"viewport": PHONE},
    "phone-dark": {"viewport": PHONE, "color_scheme": "dark"},
    "contrast": {"viewport": DESK, "contrast": "more"},
    "own-colours": {"viewport": DESK, "forced_colors": "active"},
    "print": {"viewport": SHEET},
}
FIXED = {
    "home": "index.html",
    "incidents": "incidents/index.html",
    "narrowed": "incidents/index.html#kind=air-strike",
    "headlines": "headlines.html",
    "places": "places/index.html",
    "actors": "actors/index.html",
    "standing": "standings/withdrawn.html",
    "about": "about/index.html",
    "editors": "about/editors.html",
    "codebook": "about/codebook.html",
    "no-such-page": "404.html",
}
FOUND = ("incidents", "sources", "places", "actors", "kinds", "days")
"""Folders of which the longest page is taken, since it has the most parts."""


def main() -> None:
    """Build, edit, build again, and take the pictures."""
    program = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if program is None:
        sys.exit(f"expected one of {', '.join(BROWSERS)} on the path, found none")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        html, withdrawn = varied_site(Path(folder) / "varied")
        empty = empty_site(Path(folder) / "empty")
        browser = driver.chromium.launch(executable_path=program, args=list(ARGUMENTS))
        shutil.rmtree(PICTURES, ignore_errors=True)
        pages = FIXED | {"withdrawn": f"incidents/{withdrawn}.html"} | {name: longest(html, name) for name in FOUND}
        take(browser, html, pages | {"incidents": FIXED["incidents"], "incident": longest(html, "incidents")})
        take(browser, empty, {"empty-home": "index.html", "empty-incidents": "incidents/index.html"})
        if "--readme" in sys.argv[1:]:
            (seed,) = (html / "incidents").glob("*-b1512c5f.html")
            take_readme(browser, html, {"home": "index.html", "incident": f"incidents/{seed.name}"})


def varied_site(root: Path) -> tuple[Path, str]:
    """A site with records of every standing; returns its folder and the id of a withdrawn record."""
    briefing(root.parent, FIRST_DAY, "init", root.name)
    for story in (*sorted(STORIES.glob("*.txt")), *sorted((ROOT / "seeds").glob("*.txt"))):
        shutil.copy(story, root / "seeds")
    briefing(root, FIRST_DAY, "build")
    records = sorted((root / "content/incidents").glob("*.yml"), key=lambda path: (-path.stat().st_size, path.name))
    first, second, third, fourth = (path.stem for path in records[:4])
    by = ("--by", "A. Editor")
    briefing(root, SECOND_DAY, "accept", first, *by)
    briefing(root, SECOND_DAY, "accept", second, first_claim(root, second), *by)
    briefing(root, SECOND_DAY, "set", third, "title.text", "A title that an editor wrote", *by)
    briefing(root, SECOND_DAY, "withdraw", fourth, "--reason", "An exercise, not an event.", *by)
    briefing(root, SECOND_DAY, "build")
    return root / "site/html", fourth


def empty_site(root: Path) -> Path:
    """The site of a workspace without a document."""
    briefing(root.parent, FIRST_DAY, "init", root.name)
    (root / "seeds/example.md").unlink()
    briefing(root, FIRST_DAY, "build")
    return root / "site/html"


def briefing(at: Path, day: str, *arguments: str) -> None:
    """Run a command on a day; findings are no failure, a crash or wrong usage is."""
    command = [sys.executable, "-m", "generator", *arguments]
    environment = os.environ | {"SOURCE_DATE_EPOCH": day, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=at, env=environment, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1) or done.stderr.startswith("error:"):
        sys.exit(f"briefing {' '.join(arguments)}: {done.stderr}")


def first_claim(root: Path, record: str) -> str:
    """Id of the first claim of a record."""
    lines = (root / f"content/incidents/{record}.yml").read_text("utf-8").partition("\nclaims:")[2].splitlines()
    return next(line.partition("id:")[2].strip() for line in lines if "id:" in line)


def longest(html: Path, folder: str) -> str:
    """The page of a folder that has most to show; lists of all are left out."""
    pages = (page for page in (html / folder).glob("*.html") if page.name != "index.html")
    return f"{folder}/{max(pages, key=lambda page: (page.stat().st_size, page.name)).name}"


def take(browser: Browser, html: Path, pages: dict[str, str]) -> None:
    """Take each page in each mode, as far down as a picture goes."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    for mode, tab in tabs(browser):
        with Preview(html, (), lambda: None, print, port=0) as preview:
            for name, path in pages.items():
                tab.goto(f"{preview.address}{path}", wait_until="load")
                width, height = tab.evaluate("[innerWidth, document.documentElement.scrollHeight]")
                clip = {"x": 0, "y": 0, "width": width, "height": min(height, TALLEST)}
                tab.screenshot(path=PICTURES / f"{name}-{mode}.png", full_page=True, clip=clip)


def tabs(browser: Browser) -> Iterator[tuple[str, Page]]:
    """A tab in each mode."""
    for mode, options in MODES.items():
        context = browser.new_context(**options)
        tab = context.new_page()
        if mode == "print":
            tab.emulate_media(media="print")
        yield mode, tab
        context.close()


def take_readme(browser: Browser, html: Path, pages: dict[str, str]) -> None:
    """The first screen of two pages."""
    context = browser.new_context(viewport={"width": 1160, "height": 800})
    with Preview(html, (), lambda: None, print, port=0) as preview:
        for name, path in pages.items():
            tab = context.new_page()
            tab.goto(f"{preview.address}{path}", wait_until="load")
            tab.screenshot(path=README / f"{name}.png")
    context.close()


if __name__ == "__main__":
    main()
