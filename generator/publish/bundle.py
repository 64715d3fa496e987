"""The offline form: the built site in one archive that opens from a disk, the same bytes wherever it is packed."""

import hashlib
import re
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

from generator.publish.atomic import adopt, part_of
from generator.publish.policy import CLEAN_PAGE
from generator.publish.stage import SITEMAP
from generator.publish.startpage import README, START, site_name, write_readme, write_start_page
from generator.publish.sums import SUMS, write_sums

FOLDER = "briefing-offline"
"""The one folder that the archive unpacks to; at its top lie the start page and what tells about the bundle."""

PAGES = "site"
"""Folder of the site itself, below that one: among a hundred files nobody finds the one to open."""

_SERVER_ONLY = {CLEAN_PAGE, SITEMAP, "llms.txt"}
_FEEDS = ("feed.xml", "atom.xml", "feed.json")
"""Files that name addresses of the web, wherever they lie; a disk has no use for them."""

_PREVIEWS = "pictures/"
"""Folder of the pictures that other services put beside a link to a page; no page shows one."""

_FEED_LINKS = re.compile(r'<p class="b-feeds">.*?</p>', re.DOTALL)
_NO_FEEDS = '<p class="b-feeds">Feeds are part of the form on the web.</p>'
_FOR_THE_WEB = re.compile(
    r'[ \t]*<(?:link rel="(?:canonical|alternate)|meta (?:property="og:|name="twitter:))[^>]*>\n?'
    r'|[ \t]*<script type="application/ld\+json">.*?</script>\n?',
    re.DOTALL,
)
"""Lines of a head that name the page's address on the web, its feeds, or what previews and search engines read."""

_FIRST_ZIP_DAY = 315_532_800  # 1980-01-01: an archive cannot name an earlier time
_REGULAR_FILE = 0o100644 << 16
_UNIX = 3


def write_bundle(html: Path, archive: Path, *, epoch: int) -> bool:
    """Pack a built site for readers without a server.

    Args:
        html: folder of the site.
        archive: the ZIP file, replaced in one step and only if its bytes change.
        epoch: time of every member, seconds since 1970.

    Returns:
        Whether the archive changed.

    Raises:
        BuildFailed: a file name that the list of checksums cannot carry.
    """
    archive.parent.mkdir(parents=True, exist_ok=True)
    part = part_of(archive)
    try:
        with zipfile.ZipFile(part, "w") as packed:
            for name, data in _with_sums(_members(html)):
                packed.writestr(_entry(name, epoch), data, compresslevel=9)
        return adopt(part, archive)
    finally:
        part.unlink(missing_ok=True)


def for_a_disk(page: str) -> str:
    """A page of the site without what only the web has a use for."""
    head, end, body = page.partition("</head>")
    return _FOR_THE_WEB.sub("", head) + end + _FEED_LINKS.sub(_NO_FEEDS, body)


def _members(html: Path) -> Iterator[tuple[str, bytes]]:
    """Every file of the bundle but the list of checksums: what tells about it, then the site by name."""
    files = (path.relative_to(html).as_posix() for path in html.rglob("*") if path.is_file())
    names = frozenset(filter(_has_a_use, files))
    name = site_name((html / "index.html").read_bytes().decode("utf-8"))
    yield README, write_readme(name).encode("utf-8")
    yield START, write_start_page(name, PAGES, names).encode("utf-8")
    for each in sorted(names):
        yield f"{PAGES}/{each}", _site_file(html / each)


def _has_a_use(name: str) -> bool:
    """Whether a file of the site is of use without a server."""
    last = name.rpartition("/")[2]
    return last not in _FEEDS and name not in _SERVER_ONLY and not name.startswith(_PREVIEWS)


def _with_sums(members: Iterator[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    sums = []
    for name, data in members:
        sums.append((name, hashlib.sha256(data).hexdigest()))
        yield name, data
    yield SUMS, write_sums(sums)


def _site_file(path: Path) -> bytes:
    data = path.read_bytes()
    return for_a_disk(data.decode("utf-8")).encode("utf-8") if path.suffix == ".html" else data


def _entry(name: str, epoch: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(f"{FOLDER}/{name}", time.gmtime(max(epoch, _FIRST_ZIP_DAY))[:6])
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = _UNIX
    entry.external_attr = _REGULAR_FILE
    return entry
