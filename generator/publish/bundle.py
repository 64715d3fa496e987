"""The offline form: the built site in one archive that opens from a disk, the same bytes wherever it is packed."""

import hashlib
import re
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

from generator.publish.atomic import adopt, part_of
from generator.publish.policy import CLEAN_PAGE
from generator.publish.stage import CANONICAL, SITEMAP

FOLDER = "briefing-offline"
"""The one folder that the archive unpacks to."""

SUMS = "SHA256SUMS"
README = "README.txt"

_SERVER_ONLY = {CLEAN_PAGE, SITEMAP, "llms.txt"}
_FEED_LINKS = re.compile(r'<p class="b-feeds">.*?</p>', re.DOTALL)
_NO_FEEDS = '<p class="b-feeds">Feeds are part of the form on the web.</p>'
_FEEDS = ("feed.xml", "atom.xml", "feed.json")
"""Files that name addresses of the web, wherever they lie; a disk has no use for them."""
_FIRST_ZIP_DAY = 315_532_800  # 1980-01-01: an archive cannot name an earlier time
_REGULAR_FILE = 0o100644 << 16
_UNIX = 3
_TEXT = f"""Briefing, offline

Open index.html in a browser. Nothing is loaded from the network; the search works too.

To see that no file was changed, run in this folder:

    sha256sum --check {SUMS}
"""


def write_bundle(html: Path, archive: Path, *, epoch: int) -> bool:
    """Pack a built site for readers without a server.

    Args:
        html: folder of the site.
        archive: the ZIP file, replaced in one step and only if its bytes change.
        epoch: time of every member, seconds since 1970.

    Returns:
        Whether the archive changed.
    """
    archive.parent.mkdir(parents=True, exist_ok=True)
    part = part_of(archive)
    try:
        with zipfile.ZipFile(part, "w") as packed:
            for name, data in _members(html):
                packed.writestr(_entry(name, epoch), data, compresslevel=9)
        return adopt(part, archive)
    finally:
        part.unlink(missing_ok=True)


def _members(html: Path) -> Iterator[tuple[str, bytes]]:
    sums = []
    files = (path for path in html.rglob("*") if path.is_file() and path.name not in _FEEDS)
    names = {path.relative_to(html).as_posix() for path in files} - _SERVER_ONLY
    for name in sorted(names | {README}):
        data = _TEXT.encode("utf-8") if name == README else (html / name).read_bytes()
        if name.endswith(".html"):
            page = CANONICAL.sub("", data.decode("utf-8"), count=1)
            data = _FEED_LINKS.sub(_NO_FEEDS, page).encode("utf-8")
        sums.append(f"{hashlib.sha256(data).hexdigest()}  {name}\n")
        yield name, data
    yield SUMS, "".join(sums).encode("utf-8")


def _entry(name: str, epoch: int) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(f"{FOLDER}/{name}", time.gmtime(max(epoch, _FIRST_ZIP_DAY))[:6])
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = _UNIX
    entry.external_attr = _REGULAR_FILE
    return entry
