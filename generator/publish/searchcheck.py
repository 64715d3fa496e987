"""The search indexes of a built site: what they show is no markup, and what they lead to is there."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from generator.publish.markup import Fault, Markup
from generator.publish.stage import SEARCH_INDEX

PIECES = "assets/search/"
"""Folder of the index in pieces; each piece is a script that hands over data and does nothing else."""

_PIECE = re.compile(r'briefingSearch\((?P<part>"[^"\\]*"),(?P<held>[^<\u2028\u2029]*)\)\n')
_INDEX_TAG = re.compile(r"</?(?:p|code|pre|li|ol|ul|sub|sup)>")


def find_index_faults(html: Path, pages: Mapping[str, Markup]) -> Iterator[tuple[str, Fault]]:
    """File and fault of whatever an index shows as markup, runs, or leads to in vain.

    Args:
        html: folder of the site.
        pages: what was read from each page, by its path.
    """
    index = html / SEARCH_INDEX
    if index.is_file():
        for fault in _theme_faults(json.loads(index.read_bytes())["docs"], pages):
            yield SEARCH_INDEX, fault
    for piece in sorted((html / PIECES).glob("*.js")):
        for fault in _piece_faults(piece.read_bytes().decode("utf-8"), pages):
            yield f"{PIECES}{piece.name}", fault


def _theme_faults(entries: list[Mapping[str, Any]], pages: Mapping[str, Markup]) -> Iterator[Fault]:
    """Faults of the theme's own index, whose search box shows titles and texts as HTML."""
    for entry in entries:
        location = str(entry["location"])
        yield from _way_faults(*location.partition("#")[::2], pages)
        for key, text in _shown(entry):
            if "<" in _INDEX_TAG.sub("", text):
                yield Fault("search-index", f"markup in the {key} of {location!r}", 1)


def _shown(entry: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield "title", str(entry["title"])
    yield "text", str(entry["text"])
    for tag in entry.get("tags", ()):
        yield "tag", str(tag)


def _piece_faults(text: str, pages: Mapping[str, Markup]) -> Iterator[Fault]:
    """Faults of a piece: it is one call with data, and its cards lead to pages and to places on them."""
    found = _PIECE.fullmatch(text)
    try:
        part, held = (json.loads(found["part"]), json.loads(found["held"])) if found else ("", None)
    except ValueError:
        part, held = "", None
    if held is None:
        yield Fault("search-index", f"no data: {text[:60]!r}", 1)
    elif part.startswith("cards/"):
        for page, _, _, places in held.values():
            yield from _way_faults(page, "", pages)
            for anchor, _, _ in places:
                yield from _way_faults(page, anchor, pages)


def _way_faults(page: str, anchor: str, pages: Mapping[str, Markup]) -> Iterator[Fault]:
    if page not in pages or (anchor and unquote(anchor) not in pages[page].anchors):
        yield Fault("search-index", f"location {'#'.join(filter(None, (page, anchor)))!r}", 1)
