"""The files of a built site that are no pages: data that programs read, style sheets, pictures, scripts."""

import json
import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from xml.etree import ElementTree

from generator.publish.markup import Fault, line_of

SEARCH = "search/"

_SCRIPTED = ("assets/", SEARCH)
"""Folders that scripts come from: the engine's and people's, and the search's own."""

_JSON = {".json", ".geojson", ".jsonld", ".webmanifest"}
_ADDRESSED = re.compile(r"(?:sitemap[0-9-]*|feed|atom)\.xml|feed\.json|llms\.txt")
"""Files that list pages by their full addresses."""

_UNGUARDED = {".htm", ".mht", ".mhtml", ".shtml", ".xht", ".xhtml", ".xsl", ".xslt"}
"""Kinds that a browser shows as a page, but that no policy is written into."""

_STYLED = re.compile(r"""@import|url\(\s*+["']?+(?!data:|\#|(?!//)[\w./-]+["')?\#])[^)]*""", re.IGNORECASE)
"""What makes a style sheet load anything but data of its own and files of the site."""

_ACTIVE = re.compile(r"<script|<foreignobject|<(?:animate|set)\b|\son[a-z]+\s*=|javascript:", re.IGNORECASE)


def read_faults(name: str, data: bytes, *, address: str, files: frozenset[str]) -> Iterator[Fault]:
    """What is wrong with a file; pages and the search index are looked at elsewhere.

    Args:
        name: of the file below the site's folder.
        data: its bytes.
        address: of the site on the web with a slash at its end, or empty where it has none.
        files: all files of the site.
    """
    kind = PurePosixPath(name).suffix.lower()
    if kind in _UNGUARDED:
        yield Fault("unguarded", f"a {kind} file", 1)
    elif kind == ".js" and not name.startswith(_SCRIPTED):
        yield Fault("script-file", "one elsewhere", 1)
    elif kind in _JSON or kind in (".xml", ".css", ".svg"):
        try:
            yield from _text_faults(kind, data.decode("utf-8"))
        except UnicodeDecodeError as error:
            yield Fault("data-file", f"a byte that is no UTF-8 at {error.start}", 1)
    if address and _ADDRESSED.fullmatch(PurePosixPath(name).name):
        yield from _address_faults(data.decode("utf-8", "replace"), address, files)


def _text_faults(kind: str, text: str) -> Iterator[Fault]:
    if kind in _JSON:
        try:
            json.loads(text, parse_constant=_refuse_constant)
        except ValueError as error:
            yield Fault("data-file", f"no JSON: {error}", getattr(error, "lineno", 1))
    elif kind == ".xml":
        yield from _xml_faults(text)
    else:
        wrong = _STYLED if kind == ".css" else _ACTIVE
        for found in wrong.finditer(text):
            code = "external" if kind == ".css" else "element"
            yield Fault(code, repr(found[0][:60]), line_of(text, found.start()))


def _refuse_constant(name: str) -> float:
    raise ValueError(f"{name} is no number of JSON")


def _xml_faults(text: str) -> Iterator[Fault]:
    """Faults of a feed or a sitemap: a declaration of a type could name other files, and none of ours has one."""
    if "<!" in text:
        yield Fault("data-file", "a declaration or a comment", line_of(text, text.index("<!")))
        return
    try:
        ElementTree.fromstring(text)  # noqa: S314 - without declarations there are no entities to expand
    except ElementTree.ParseError as error:
        yield Fault("data-file", f"no XML: {error.msg}", error.position[0])


def _address_faults(text: str, address: str, files: frozenset[str]) -> Iterator[Fault]:
    """Addresses of this site that lead to no file of it."""
    for found in re.finditer(re.escape(address) + r"(?P<path>[A-Za-z0-9_./-]*)", text):
        if found["path"] and found["path"] not in files:
            yield Fault("broken-link", repr(found[0][:100]), line_of(text, found.start()))
