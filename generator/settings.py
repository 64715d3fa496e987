"""Where things lie, and what a user may set."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from generator.errors import WorkspaceMissing

MAX_DOCUMENT_BYTES = 5_000_000
"""Largest document that is read, in bytes."""

EPOCH = 1_767_225_600
"""Fixed build time, seconds since 1970 (2026-01-01T00:00:00Z), where SOURCE_DATE_EPOCH is not set.

It goes into archive members and the like, and is never shown as the day of anything.
"""


SEARCH_PIECES_FROM = 100
"""Number of incidents from which on the search index lies in pieces that a query loads one by one.

Measured in a browser (``tests/bench/bench_search.py``): with 300 incidents the theme's own search takes three times as
long from a disk, with 1,000 fourteen times, and every page view over http loads its whole index.
"""


class Engine(StrEnum):
    """How pages become HTML; the bytes are the same."""

    STAMPED = "stamped"
    """The site engine builds a small site, and the other pages are set from it."""

    MKDOCS = "mkdocs"
    """The site engine builds every page."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder with ``seeds/``, ``content/`` and ``site/``.

    Attributes:
        root: absolute path of the folder.
    """

    root: Path

    @property
    def seeds(self) -> Path:
        """Documents as received."""
        return self.root / "seeds"

    @property
    def content(self) -> Path:
        """Records."""
        return self.root / "content"

    @property
    def incidents(self) -> Path:
        """What people edit."""
        return self.content / "incidents"

    @property
    def generated(self) -> Path:
        """The machine's last word."""
        return self.content / "generated"

    @property
    def history(self) -> Path:
        """One line per change."""
        return self.content / "history"

    @property
    def templates(self) -> Path:
        """The workspace's own templates, which win over the built-in ones."""
        return self.root / "templates"

    @property
    def site(self) -> Path:
        """The MkDocs project."""
        return self.root / "site"

    def name(self, path: Path) -> str:
        """How messages call a file: relative to the workspace, with forward slashes."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else path.as_posix()


def open_workspace(folder: Path) -> Workspace:
    """The workspace at ``folder`` or the nearest one above it.

    Raises:
        WorkspaceMissing: neither the folder nor one above it holds ``seeds/`` and ``content/``.
    """
    start = folder.resolve()
    for root in (start, *start.parents):
        if (root / "seeds").is_dir() and (root / "content").is_dir():
            return Workspace(root)
    raise WorkspaceMissing(f"{folder}: expected a folder with seeds/ and content/, found neither here nor above")


def builtin_templates() -> Path:
    """Folder of the templates that come with the program: beside the package in a checkout, inside it in a wheel."""
    package = Path(__file__).parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"
