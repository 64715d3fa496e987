"""The gate: nothing leaves that points nowhere, loads from elsewhere, or runs what the engine did not write.

What records hold must have come through too: each of their values is looked for on its page, sign by sign.
"""

import os
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from generator.model.finding import Finding, Severity
from generator.model.values import replace
from generator.publish.datafiles import SEARCH, read_faults
from generator.publish.links import follow_links
from generator.publish.markup import Fault, Markup, plain_text, read_markup
from generator.publish.policy import CLEAN_PAGE, write_policy
from generator.publish.searchcheck import find_index_faults
from generator.publish.stage import CANONICAL

HOME = "index.html"

Words = Mapping[str, Collection[str]]
"""Path of a built page -> what it has to show."""

_EXPECTED = {
    "attribute": "only attributes that show, name or lead",
    "broken-anchor": "an id of the target page",
    "broken-link": "a page of the site",
    "data-file": "data that every program reads alike",
    "data-script": "JSON without '<' in a script that holds data",
    "duplicate-id": "every id once in a page",
    "element": "only elements that show, group, name or ask",
    "event-handler": "no inline event handler",
    "external": "only files of the site",
    "inline-script": "only the inline scripts of the site engine",
    "malformed": "plain tags, and each other '<' as an entity",
    "missing-asset": "a file of the site",
    "policy": "the site's content security policy before the first thing that loads",
    "scheme": "a link within the site, or with http, https or mailto",
    "script-file": f"scripts in assets/ and {SEARCH} alone",
    "search-index": "text alone, which leads to a page",
    "symlink": "plain files only",
    "unguarded": "pages that end in .html, since those get the site's policy",
    "words": "every value of the record word for word",
}


def check_site(html: Path, *, scripts: tuple[str, ...], name: str, words: Words | None = None) -> tuple[Finding, ...]:
    """Look at every file of a built site.

    Args:
        html: folder of the site.
        scripts: hashes of the inline scripts that pages may hold, as the policy lists them.
        name: how messages call the folder.
        words: values of the records; a page that should show some and is missing is found too.

    Returns:
        Findings in file order. An error must keep the site from leaving; a note names a page that nothing links to.
    """
    words = words or {}
    files, faults = _list_files(html)
    pages = {}
    for file in sorted(file for file in files if file.endswith(".html")):
        markup = read_markup((html / file).read_bytes().decode("utf-8"), scripts=frozenset(scripts))
        faults += [(file, fault) for fault in _page_faults(markup, write_policy(scripts), words.get(file, ()))]
        pages[file] = replace(markup, words="", faults=())  # a site has more words than memory
    faults += [(file, Fault("words", "no such page", 1)) for file in words if file not in pages]
    address = _address(html)
    for file in sorted(files - pages.keys()):
        found = read_faults(file, (html / file).read_bytes(), address=address, files=files)
        faults += [(file, fault) for fault in found]
    links = follow_links(html, pages, files)
    faults += links.faults
    faults += find_index_faults(html, pages)
    findings = [_finding(f"{name}/{file}", fault) for file, fault in faults]
    findings += [_orphan(f"{name}/{file}") for file in pages.keys() - links.reached - {HOME, CLEAN_PAGE}]
    return tuple(sorted(findings, key=lambda finding: finding.order))


def _list_files(html: Path) -> tuple[frozenset[str], list[tuple[str, Fault]]]:
    files = []
    faults = []
    for folder, folders, names in os.walk(html):
        for each in (*folders, *names):
            path = Path(folder, each)
            if path.is_symlink():
                faults.append((path.relative_to(html).as_posix(), Fault("symlink", "a symbolic link", 1)))
            elif each in names:
                files.append(path.relative_to(html).as_posix())
    return frozenset(files), faults


def _page_faults(markup: Markup, policy: str, words: Collection[str]) -> Iterator[Fault]:
    yield from markup.faults
    if markup.policy != policy:
        yield Fault("policy", "another or none", 1)
    if words:
        shown = plain_text(markup.words)
        for each in words:
            if each not in shown:
                yield Fault("words", f"nowhere {each[:60]!r}", 1)


def _address(html: Path) -> str:
    """Where the site lies on the web, as its home page has it, with a slash at its end; empty where it says nothing."""
    home = html / HOME
    found = CANONICAL.search(home.read_bytes().decode("utf-8")) if home.is_file() else None
    return found["address"].removesuffix(HOME) if found else ""


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
