"""The index of the theme's own search: what the engine wrote of people's pages, and our entries for generated ones.

The engine would make an entry of every heading of every page. Ours lead to incidents, and on them to claims.
"""

import html
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.model.page import Page
from generator.publish.sheet import Front, read_front
from generator.publish.stage import SEARCH_INDEX

SHARDS = "assets/search/index.js"
"""The file that a site has whose index lies in pieces; then the theme's own holds people's pages alone."""

_SCRIPT = "search/search_index.js"
_BUNDLE = re.compile(r'<script src="(?P<base>[^"]*)assets/javascripts/bundle\.[^"]*"></script>')
_TITLE = re.compile(r"<h1\b.*?</h1>", re.DOTALL)
_MARKUP = re.compile(r"<[^>]*>|^## ", re.MULTILINE)

Entry = dict[str, object]


def add_search(site: Path) -> None:
    """Put the script of the search in pieces on every page of a built site that has the theme's own."""
    for path in sorted(site.rglob("*.html")):
        text = path.read_bytes().decode("utf-8")
        added = _BUNDLE.sub(r'\g<0>\n      <script src="\g<base>assets/javascripts/search.js"></script>', text, count=1)
        if added != text:
            path.write_bytes(added.encode("utf-8"))


def write_index(site: Path, pages: Sequence[Page]) -> None:
    """Write the index of a built site, as JSON and as the script that a page on a disk loads.

    Args:
        site: folder of the built site.
        pages: all generated pages; they are listed unless the site has an index in pieces.
    """
    index = site / SEARCH_INDEX
    if not index.is_file():
        return
    whole = json.loads(index.read_bytes())
    made = {page.built for page in pages}
    by_hand = {path.relative_to(site).as_posix() for path in site.rglob("*.html")} - made
    entries = [entry for entry in whole["docs"] if entry["location"].partition("#")[0] in by_hand]
    if SHARDS not in made:
        entries += (entry for page in sorted(pages, key=lambda page: page.path) for entry in _entries(page))
    text = json.dumps(whole | {"docs": entries}, ensure_ascii=False, separators=(",", ":"))
    index.write_bytes(text.encode("utf-8"))
    if (site / _SCRIPT).is_file():
        (site / _SCRIPT).write_bytes(f"var __index = {text}".encode())


def _entries(page: Page) -> Iterator[Entry]:
    front = read_front(page)
    if front is None or not front.is_searchable:
        return
    if not page.hits:
        yield _entry(page.built, front.texts.get("title", ""), _shown(front.body), front)
        return
    yield _entry(page.built, front.texts["title"], _written(page.hits[0].text), front)
    for hit in page.hits[1:]:
        yield {"location": f"{page.built}#{hit.anchor}", "title": _written(hit.title), "text": _written(hit.text)}


def _entry(location: str, title: str, text: str, front: Front) -> Entry:
    tags: Entry = {"tags": list(front.tags)} if front.tags else {}
    return {"location": location, "title": title, "text": text} | tags


def _written(text: str) -> str:
    """Plain text as the search box shows it, which reads entries as HTML."""
    return html.escape(text, quote=False)


def _shown(body: str) -> str:
    """The text that a reader sees in a page's body, without its title."""
    return _written(" ".join(html.unescape(_MARKUP.sub(" ", _TITLE.sub("", body))).split()))
