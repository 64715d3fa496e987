"""How long the gate takes for a page, by size: ``python tests/bench/bench_gate.py [SITE/HTML]``.

Without a folder, pages are put together from invented claims. Prints the milliseconds of the processor for each page,
the tags known already as they are from the second page of a site on; the aim is less than 5 for any page.
"""

import sys
import time
from pathlib import Path

from generator.publish.markup import plain_text, read_markup
from generator.publish.policy import CLEAN_PAGE, learn_scripts
from generator.render.encoding import data

QUOTE = "“The toll has risen to 145,” the minister's office said on Sunday; 1,200 homes & two bridges were lost."
ROUNDS = 20
SIZES = (10, 50, 200, 1000)
SLOWEST = 5


def invented(claims: int) -> str:
    """A page of so many claims."""
    rows = "".join(
        f'<li class="b-claim" id="claim-{number}"><p class="b-said"><a href="#claim-{number}">{number}</a></p>'
        f'<blockquote class="b-quote"><p><bdi>{data(QUOTE)}</bdi></p></blockquote></li>\n'
        for number in range(claims)
    )
    return f"<!doctype html>\n<html><head><title>t</title></head><body><ol>{rows}</ol></body></html>"


def milliseconds(text: str, scripts: frozenset[str]) -> float:
    """Of reading a page and looking for a value in its words."""
    read_markup(text, scripts=scripts)
    begun = time.process_time()
    for _ in range(ROUNDS):
        found = QUOTE in plain_text(read_markup(text, scripts=scripts).words)
        assert found in (True, False)
    return (time.process_time() - begun) / ROUNDS * 1000


def main(html: Path | None) -> None:
    """Print a row for each page."""
    if html is None:
        pages = {f"{size} claims": invented(size) for size in SIZES}
        scripts = frozenset[str]()
    else:
        pages = {path.relative_to(html).as_posix(): path.read_text("utf-8") for path in sorted(html.rglob("*.html"))}
        scripts = frozenset(learn_scripts(pages[CLEAN_PAGE], depth=2))
    costs = sorted(((milliseconds(text, scripts), len(text), name) for name, text in pages.items()), reverse=True)
    print(f"{len(costs)} pages, {sum(cost[0] for cost in costs) / len(costs):.2f} ms each")
    for cost, size, name in costs[:SLOWEST]:
        print(f"{cost:8.2f} ms {size:10,d} bytes  {name}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
