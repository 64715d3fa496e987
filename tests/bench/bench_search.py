"""What a search costs its reader: ``python tests/bench/bench_search.py SITE [INCIDENTS ...]``.

SITE is the ``html`` folder of a built site; its index is replaced, in a copy, by one of so many invented incidents:
once as the theme's own search reads it, once in pieces. Printed for each: size of the index, seconds from the first
key to the first result, bytes loaded and heap of the browser, from a disk and over http. Asserts nothing.
"""

import json
import random
import shutil
import sys
import tempfile
import time
from pathlib import Path

from corpus import HEADS, TAILS, tell_story
from playwright.sync_api import Browser, sync_playwright

from generator.index.shards import build_index
from generator.model.hit import Hit
from generator.model.page import Page
from generator.publish.search import add_search, write_index
from generator.publish.serve import Preview

QUERIES = ("killed 45", "barado", "governor said")
HEAD = '---\ntitle: "{}"\ndescription: ""\n---\n\n'


def incident_page(number: int) -> Page:
    """An incident as the search knows it: its title, and a claim for each sentence."""
    chance = random.Random(number)
    first, *others = [line for line in tell_story(number).splitlines() if line]
    name = f"{chance.choice(HEADS)}{chance.choice(TAILS)}{chance.choice(TAILS)}"
    title = f"{name}: {first.partition(' - ')[2][:60]}"
    claims = (Hit(f"claim-{at}", f"Figure: {name}", text) for at, text in enumerate((first, *others, *others)))
    path = f"incidents/{name.lower()}-{number:08x}.md"
    return Page(path, HEAD.format(title), hits=(Hit("", title, first[:220], name), *claims))


def measure(browser: Browser, address: str, query: str) -> str:
    """One reader who opens the home page and asks."""
    context = browser.new_context()
    tab = context.new_page()
    sizes: list[int] = []
    tab.on("response", lambda answer: sizes.append(len(answer.body()) if "search" in answer.url else 0))
    tab.goto(address)
    tab.wait_for_timeout(1500)
    before = sum(sizes)
    tab.keyboard.press("/")
    begun = time.perf_counter()
    tab.locator("input[data-md-component=search-query]").fill(query)
    tab.keyboard.press("End")
    tab.locator(".md-search-result__item").first.wait_for(timeout=120_000)
    took = time.perf_counter() - begun
    tab.wait_for_timeout(500)
    heap = tab.evaluate("performance.memory.usedJSHeapSize")
    context.close()
    loaded = f"{before / 1e3:,.0f} kB before, {(sum(sizes) - before) / 1e3:,.0f} kB after the first key"
    return f"{took:6.2f} s, {loaded}, heap {heap / 1e6:.0f} MB"


def lay_out(site: Path, pages: list[Page], *, pieces: bool) -> int:
    """Give a site the index of these pages; returns its size in bytes."""
    files = build_index(pages) if pieces else ()
    for file in files:
        path = site / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.text, "utf-8")
    write_index(site, (*pages, *files))
    if pieces:
        add_search(site)
        return sum(len(file.text.encode()) for file in files)
    return len(json.dumps(json.loads((site / "search/search_index.json").read_bytes()), ensure_ascii=False).encode())


def main(built: Path, counts: list[int]) -> None:
    """Print the table."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as driver, tempfile.TemporaryDirectory() as folder:
        browser = driver.chromium.launch(executable_path=program, args=["--no-sandbox", "--enable-precise-memory-info"])
        for count in counts:
            pages = [incident_page(number) for number in range(count)]
            for pieces in (False, True):
                site = Path(folder) / f"{count}-{pieces}"
                shutil.copytree(built, site)
                size = lay_out(site, pages, pieces=pieces)
                print(f"{count:,} incidents, {'in pieces' if pieces else 'in one'}: {size / 1e6:.1f} MB", flush=True)
                with Preview(site, (), lambda: None, lambda line: None, port=0) as server:
                    for query in QUERIES:
                        print(f"  http {query:16}", measure(browser, server.address, query), flush=True)
                        print(f"  file {query:16}", measure(browser, (site / "index.html").as_uri(), query), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), [int(each) for each in sys.argv[2:]] or [1000, 10_000])
