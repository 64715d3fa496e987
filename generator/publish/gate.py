"""The gate: nothing leaves that points nowhere, loads from elsewhere, or runs what the engine did not write."""

import json
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any
from urllib.parse import unquote, urlsplit

from generator.model.finding import Finding, Severity
from generator.publish.markup import Fault, Markup, Reference, read_markup
from generator.publish.policy import CLEAN_PAGE, write_policy
from generator.publish.stage import SEARCH_INDEX

HOME = "index.html"

_EXPECTED = {
    "attribute": "no attribute that loads, sends or styles",
    "broken-anchor": "an id of the target page",
    "broken-link": "a page of the site",
    "duplicate-id": "every id once in a page",
    "element": "no element that loads, sends or restyles the page",
    "event-handler": "no inline event handler",
    "external": "only files of the site",
    "hidden-script": "no script tag but those that a browser runs",
    "inline-script": "only the inline scripts of the site engine",
    "missing-asset": "a file of the site",
    "policy": "the site's content security policy before the first thing that loads",
    "scheme": "a link within the site, or with http, https or mailto",
    "search-index": "escaped text that leads to a page",
    "symlink": "plain files only",
}
_FOLLOWED = {"http", "https", "mailto"}
_IGNORED = re.compile(r"[\t\n\r]|^[\x00-\x20]+|[\x00-\x20]+$")
_INDEX_TAG = re.compile(r"</?(?:p|code|pre|li|ol|ul|sub|sup)>")


def check_site(html: Path, *, scripts: tuple[str, ...], name: str) -> tuple[Finding, ...]:
    """Look at every file of a built site.

    Args:
        html: folder of the site.
        scripts: hashes of the inline scripts that pages may hold, as the policy lists them.
        name: how messages call the folder.

    Returns:
        Findings in file order. An error must keep the site from leaving; a note names a page that nothing links to.
    """
    files, faults = _list_files(html)
    pages: dict[str, Markup] = {}
    for file in sorted(file for file in files if file.endswith(".html")):
        pages[file] = read_markup((html / file).read_bytes().decode("utf-8"), scripts=frozenset(scripts))
        faults += [(file, fault) for fault in pages[file].faults]
        if pages[file].policy != write_policy(scripts):
            faults.append((file, Fault("policy", "another or none", 1)))
    reached = {HOME, CLEAN_PAGE}
    for file, markup in pages.items():
        for reference in markup.references:
            target, code = _resolve(file, reference, files, pages)
            if code:
                faults.append((file, Fault(code, repr(reference.address[:100]), reference.line)))
            elif target != file:
                reached.add(target)
    faults += [(SEARCH_INDEX, fault) for fault in _check_index(html / SEARCH_INDEX, pages)]
    findings = [_finding(f"{name}/{file}", fault) for file, fault in faults]
    findings += [_orphan(f"{name}/{file}") for file in pages if file not in reached]
    return tuple(sorted(findings, key=lambda finding: finding.order))


def _list_files(html: Path) -> tuple[frozenset[str], list[tuple[str, Fault]]]:
    files = []
    faults = []
    for folder, folders, names in os.walk(html):
        for name in (*folders, *names):
            path = Path(folder, name)
            if path.is_symlink():
                faults.append((path.relative_to(html).as_posix(), Fault("symlink", "a symbolic link", 1)))
        files += [Path(folder, name).relative_to(html).as_posix() for name in names]
    return frozenset(files), faults


def _resolve(file: str, reference: Reference, files: frozenset[str], pages: Mapping[str, Markup]) -> tuple[str, str]:
    """Where an address leads: the file of the site, or nothing; and the code of what is wrong with it, or nothing."""
    address = _IGNORED.sub("", reference.address).replace("\\", "/")  # what a browser does before it reads one
    try:
        parts = urlsplit(address)
    except ValueError:
        return "", "scheme"
    if parts.scheme or parts.netloc:
        followed = parts.scheme in _FOLLOWED and not reference.loads
        return "", "" if followed else "external" if reference.loads else "scheme"
    if file == CLEAN_PAGE and address.startswith("/"):
        return "", ""  # shown at any depth, so the engine gives it addresses from the server's root
    target = normpath(join(dirname(file), unquote(parts.path))) if parts.path else file
    if target not in files or not address:
        return "", "missing-asset" if reference.loads else "broken-link"
    anchor = unquote(parts.fragment)
    found = not anchor or target not in pages or anchor in pages[target].anchors
    return target, "" if found else "broken-anchor"


def _check_index(index: Path, pages: Mapping[str, Markup]) -> Iterator[Fault]:
    """Faults of the search index: the search box shows titles and texts as HTML."""
    if not index.is_file():
        return
    for entry in json.loads(index.read_bytes())["docs"]:
        location = str(entry["location"])
        page, _, anchor = location.partition("#")
        if page not in pages or (anchor and unquote(anchor) not in pages[page].anchors):
            yield Fault("search-index", f"location {location!r}", 1)
        for key, text in _shown(entry):
            if "<" in _INDEX_TAG.sub("", text):
                yield Fault("search-index", f"markup in the {key} of {location!r}", 1)


def _shown(entry: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield "title", str(entry["title"])
    yield "text", str(entry["text"])
    for tag in entry.get("tags", ()):
        yield "tag", str(tag)


def _finding(file: str, fault: Fault) -> Finding:
    return Finding(file=file, code=fault.code, expected=_EXPECTED[fault.code], found=fault.found, line=fault.line)


def _orphan(file: str) -> Finding:
    return Finding(
        file=file,
        code="orphan",
        expected="a link from another page",
        found="none",
        hint="readers reach it only by its address",
        severity=Severity.NOTE,
    )
