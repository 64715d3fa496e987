"""A freshly built site on its way to its place: what nobody needs is dropped, and old and new change seats."""

import json
import re
import shutil
from pathlib import Path

CANONICAL = re.compile(r'[ \t]*<link rel="canonical" href="(?P<address>[^"]*)">\n?')
"""The line of a page's head that names its address; it stands there only if the settings name the site's."""

SITEMAP = "sitemap.xml"
SEARCH_INDEX = "search/search_index.json"


def tidy(html: Path) -> None:
    """Drop what the engine writes and no page of ours loads.

    These are source maps, word rules for search languages that the index does not use, and the engine's sitemap,
    whose bytes depend on the day and the machine.
    """
    for name in (SITEMAP, f"{SITEMAP}.gz"):
        (html / name).unlink(missing_ok=True)
    for path in sorted(html.rglob("*.map")):
        path.unlink()
    index = html / SEARCH_INDEX
    if index.is_file() and json.loads(index.read_bytes())["config"]["lang"] == ["en"]:
        shutil.rmtree(html / "assets/javascripts/lunr", ignore_errors=True)


def swap_in(staged: Path, live: Path, aside: Path) -> None:
    """Put a staged folder in the place of the live one; an interruption leaves the old one or the new one there.

    A kill exactly between the two renames leaves the old folder aside, where `recover` finds it.
    """
    shutil.rmtree(aside, ignore_errors=True)
    try:
        if live.exists():
            live.rename(aside)
        staged.rename(live)
    except BaseException:
        recover(live, aside)
        raise
    shutil.rmtree(aside, ignore_errors=True)


def recover(live: Path, aside: Path) -> bool:
    """Put the old folder back where a swap was cut off half-way.

    Returns:
        Whether there was anything to put back.
    """
    if live.exists() or not aside.exists():
        return False
    aside.rename(live)
    return True
