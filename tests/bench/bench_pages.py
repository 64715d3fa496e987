"""What a page costs a reader: ``python tests/bench/bench_pages.py [SITE_HTML] [--slow]``.

Opens one page of each type of a built site (``site/html`` where nothing else is said) in the Chromium on the path,
from a server on this machine and from the disk, each in a fresh profile, and prints as Lighthouse does: first and
largest contentful paint, the time that long tasks held up the page beyond 50 ms each, layout shift, requests, and bytes
as they are and packed with gzip. ``--slow`` measures as on a middling phone: 390 px, 1.6 Mbit/s, 150 ms a round trip, a
processor four times slower; from a server only, since a disk has no line.
"""

import gzip
import shutil
import statistics
import sys
from pathlib import Path

from playwright.sync_api import Browser, Response, sync_playwright

from generator.publish.serve import Preview

ROUNDS = 3
PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
WATCH = """
window.seen = { lcp: 0, cls: 0, held: 0 }
const watch = (type, each) =>
  new PerformanceObserver(list => list.getEntries().forEach(each)).observe({ type, buffered: true })
watch("largest-contentful-paint", entry => { seen.lcp = entry.startTime })
watch("layout-shift", entry => { seen.cls += entry.value })
watch("longtask", entry => { seen.held += Math.max(0, entry.duration - 50) })
"""
FIGURES = """() => ({ ...seen, fcp: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0 })"""
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 94_000}
HEADER = f"{'page':<42} {'FCP':>6} {'LCP':>6} {'held':>6} {'CLS':>6} {'requests':>8} {'bytes':>9} {'gzip':>8}"


def types_of_page(html: Path) -> list[str]:
    """The home page and the largest page of each folder."""
    folders = [html, *sorted(path for path in html.rglob("*") if path.is_dir())]
    pages = (max(at.glob("*.html"), key=lambda path: path.stat().st_size, default=None) for at in folders)
    return list(dict.fromkeys(["index.html", *(page.relative_to(html).as_posix() for page in pages if page)]))


def visit(browser: Browser, address: str, *, slow: bool) -> dict[str, float]:
    """The figures of one visit with an empty cache."""
    context = browser.new_context(viewport={"width": 390 if slow else 1280, "height": 844})
    tab = context.new_page()
    tab.add_init_script(WATCH)
    if slow:
        session = context.new_cdp_session(tab)
        session.send("Network.emulateNetworkConditions", SLOW)
        session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    answers: list[Response] = []
    tab.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - a builtin method is no handler
    tab.goto(address, wait_until="load")
    tab.wait_for_timeout(1500 if slow else 500)
    figures: dict[str, float] = tab.evaluate(FIGURES)
    bodies = [answer.body() for answer in answers if answer.ok]
    context.close()
    packed = sum(len(gzip.compress(body, 6)) for body in bodies)
    return figures | {"requests": len(bodies), "bytes": sum(map(len, bodies)), "gzip": packed}


def print_table(browser: Browser, root: str, pages: list[str], *, slow: bool) -> None:
    """A line a page: the median of some visits."""
    print(HEADER)
    for page in pages:
        visits = [visit(browser, root + page, slow=slow) for _ in range(ROUNDS)]
        seen = {name: statistics.median(each[name] for each in visits) for name in visits[0]}
        print(
            f"{page[-42:]:<42} {seen['fcp']:>6.0f} {seen['lcp']:>6.0f} {seen['held']:>6.0f} {seen['cls']:>6.3f} "
            f"{seen['requests']:>8.0f} {seen['bytes']:>9,.0f} {seen['gzip']:>8,.0f}"
        )


def main(arguments: list[str]) -> int:
    slow = "--slow" in arguments
    places = [each for each in arguments if each != "--slow"]
    html = Path(places[0] if places else "site/html").resolve()
    program = next((found for name in PROGRAMS if (found := shutil.which(name))), None)
    if program is None or not (html / "index.html").is_file():
        print(f"expected a Chromium on the path and a built site at {html}", file=sys.stderr)
        return 1
    pages = types_of_page(html)
    with sync_playwright() as driver, Preview(html, (), lambda: None, print, port=0) as preview:
        browser = driver.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        print(f"From a server{', as on a middling phone' if slow else ''}; milliseconds, medians of {ROUNDS} visits")
        print_table(browser, preview.address, pages, slow=slow)
        if not slow:
            print("\nFrom the disk")
            print_table(browser, f"{html.as_uri()}/", pages, slow=False)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
