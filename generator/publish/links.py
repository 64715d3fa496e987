"""Where the addresses in pages lead, as a browser would resolve them."""

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from generator.model.values import value
from generator.publish.markup import Fault, Markup, Reference, line_of
from generator.publish.policy import CLEAN_PAGE

_FOLLOWED = {"http", "https", "mailto"}
_IGNORED = re.compile(r"[\t\n\r]|^[\x00-\x20]+|[\x00-\x20]+$")


@value
class Links:
    """What following every address of a site has shown.

    Attributes:
        reached: pages that another page leads to.
        faults: file and fault of each address that leads nowhere or elsewhere.
    """

    reached: frozenset[str]
    faults: tuple[tuple[str, Fault], ...]


@value
class _Way:
    """What an address comes to, seen from a folder: a file of the site and an anchor in it, or what is wrong."""

    file: str = ""
    anchor: str = ""
    code: str = ""


def follow_links(html: Path, pages: Mapping[str, Markup], files: frozenset[str]) -> Links:
    """Follow every address of every page.

    Args:
        html: folder of the site.
        pages: what was read from each page, by its path.
        files: all files of the site.
    """
    reached = set()
    faults = []
    for file, markup in pages.items():
        for reference, offset in markup.references.items():
            way = _resolve(file, reference)
            code = way.code or _lack(way, reference, pages, files)
            if code:
                line = line_of((html / file).read_bytes().decode("utf-8"), offset)
                faults.append((file, Fault(code, repr(reference.address[:100]), line)))
            elif way.file != file:
                reached.add(way.file)
    return Links(frozenset(reached), tuple(faults))


def _lack(way: _Way, reference: Reference, pages: Mapping[str, Markup], files: frozenset[str]) -> str:
    """The code of what is missing at the end of a way, or nothing."""
    if not way.file:
        return ""
    if way.file not in files:
        return "missing-asset" if reference.loads else "broken-link"
    missing = way.anchor and way.file in pages and way.anchor not in pages[way.file].anchors
    return "broken-anchor" if missing else ""


def _resolve(file: str, reference: Reference) -> _Way:
    address = _IGNORED.sub("", reference.address).replace("\\", "/")  # what a browser does before it reads one
    if file == CLEAN_PAGE and address.startswith("/") and not address.startswith("//"):
        return _Way()  # shown at any depth, so the engine gives it addresses from the server's root
    if not address:
        return _Way(code="missing-asset" if reference.loads else "broken-link")
    way = _way(dirname(file), address, loads=reference.loads)
    return way if way.file or way.code or not address.startswith(("#", "?")) else _Way(file, way.anchor)


@lru_cache(maxsize=20_000)
def _way(folder: str, address: str, *, loads: bool) -> _Way:
    """Where an address leads from a folder; without a file where it leads out of the site, or stays on the page."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return _Way(code="scheme")
    if parts.scheme or parts.netloc:
        followed = parts.scheme in _FOLLOWED and not loads
        return _Way(code="" if followed else "external" if loads else "scheme")
    file = normpath(join(folder, unquote(parts.path))) if parts.path else ""
    return _Way(file, unquote(parts.fragment))
