"""The list of a site's pages for search engines, by the sitemaps protocol."""

import re
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter
from pathlib import Path

from generator.publish.stage import CANONICAL, SITEMAP

MOST = 50_000
"""Addresses that the protocol lets one file hold; a larger site has an index of such files."""

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_FOLDER = re.compile(r"[^/]*\Z")


def write_sitemap(html: Path, changed: Mapping[str, str]) -> int:
    """List the addresses of all pages, if the site has an address.

    Args:
        html: folder of the built site.
        changed: ISO day of the last change by path of the built page; a page without one is listed without a day.

    Returns:
        Number of addresses; where there are none, no file is written.
    """
    rows = sorted(_rows(html, changed), key=itemgetter(0))
    if len(rows) <= MOST:
        if rows:
            _write(html / SITEMAP, "urlset", "url", rows)
        return len(rows)
    home = _FOLDER.sub("", min((address for address, _ in rows), key=len))
    parts = [rows[start : start + MOST] for start in range(0, len(rows), MOST)]
    names = [SITEMAP.replace(".", f"-{number}.") for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        _write(html / name, "urlset", "url", part)
    _write(html / SITEMAP, "sitemapindex", "sitemap", [(home + name, None) for name in names])
    return len(rows)


def _rows(html: Path, changed: Mapping[str, str]) -> Iterator[tuple[str, str | None]]:
    """Address, as the page's own head spells it, and day of each page."""
    for page in html.rglob("*.html"):
        found = CANONICAL.search(page.read_bytes().decode("utf-8").partition("</head>")[0])
        if found:
            yield found["address"], changed.get(page.relative_to(html).as_posix())


def _write(file: Path, root: str, each: str, rows: Sequence[tuple[str, str | None]]) -> None:
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<{root} xmlns="{_NAMESPACE}">']
    for address, day in rows:
        last = f"<lastmod>{day}</lastmod>" if day else ""
        lines.append(f"  <{each}><loc>{address}</loc>{last}</{each}>")
    file.write_bytes("\n".join((*lines, f"</{root}>", "")).encode())
