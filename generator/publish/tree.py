"""The pages folder of the site engine: generated pages come and go, what people wrote stays."""

import json
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from generator.errors import BuildFailed
from generator.model.page import Page
from generator.model.values import value
from generator.publish.atomic import replace_file

BY_HAND = ("about", "assets")
"""Folders of the pages folder that belong to people."""

GENERATED_BY_HAND = ("about/codebook.md",)
"""Pages in those folders that the build writes all the same."""

GENERATED_FOLDERS = ("assets/search/",)
"""Folders below those that the build fills."""

MANIFEST = ".generated.json"
"""Names of all generated pages, so that a file from elsewhere is never taken for one and removed."""

_PATH = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*(/[A-Za-z0-9_][A-Za-z0-9_.-]*)*")


@value
class TreeChanges:
    """What happened to the generated pages.

    Attributes:
        written: pages that are new or have other bytes.
        removed: pages that no longer exist.
        unchanged: pages that were left alone.
    """

    written: int
    removed: int
    unchanged: int


def write_tree(docs: Path, pages: tuple[Page, ...]) -> TreeChanges:
    """Make the generated pages below ``docs`` exactly ``pages``.

    Everything is checked before anything is written. Each file is replaced in one step, and the manifest names a
    page before it exists, so a run that is killed anywhere is mended by the next one.

    Raises:
        BuildFailed: a page path that escapes or clashes, a symbolic link below ``docs``, or a file of unknown origin.
    """
    check_paths(pages)
    present = set(_files(docs))
    known = _read_manifest(docs)
    wanted = {page.path for page in pages}
    _refuse_strays(docs, present - known - wanted)
    _write_manifest(docs, known & present | wanted)
    stale = sorted(known & present - wanted)
    for path in stale:
        (docs / path).unlink()
        _drop_empty_folders(docs, path)
    written = sum(replace_file(docs / page.path, page.text.encode("utf-8")) for page in pages)
    _write_manifest(docs, wanted)
    return TreeChanges(written=written, removed=len(stale), unchanged=len(pages) - written)


def check_paths(pages: Iterable[Page]) -> None:
    """Refuse pages that would land outside the pages folder, on each other, or on what people wrote.

    Raises:
        BuildFailed: names the first such page and what is wrong with it.
    """
    taken: dict[str, str] = {}
    folders: dict[str, str] = {}
    for page in pages:
        path = page.path
        if not _PATH.fullmatch(path) or any(part.endswith(".") for part in path.split("/")):
            raise BuildFailed(
                f"{path[:80]!r}: expected a page path of letters, digits, '-', '_', '.' and '/' below the pages "
                "folder, found one that is not; rename the page"
            )
        if path.split("/")[0].casefold() in BY_HAND and not _is_generated(path):
            raise BuildFailed(f"{path}: expected a generated page outside {' and '.join(BY_HAND)}, found one inside")
        seat = _seat(path)
        other = taken.get(seat) or folders.get(seat) or next((taken[up] for up in _above(seat) if up in taken), None)
        if other:
            raise BuildFailed(f"{path}: expected a name of its own, found that it clashes with {other}; rename one")
        taken[seat] = path
        folders.update((up, path) for up in _above(seat))


def _is_generated(path: str) -> bool:
    """Whether the build may write this file in a folder that belongs to people."""
    return path in GENERATED_BY_HAND or path.startswith(GENERATED_FOLDERS)


def _seat(path: str) -> str:
    """Where a page lands in the built site, as a file system that ignores case sees it."""
    seat = path.casefold()
    if seat.endswith(".md"):
        seat = seat.removesuffix(".md") + ".html"
        if seat.split("/")[-1] == "readme.html":
            seat = seat.removesuffix("readme.html") + "index.html"
    return seat


def _above(path: str) -> Iterator[str]:
    return (str(folder) for folder in PurePosixPath(path).parents if str(folder) != ".")


def _files(docs: Path) -> Iterator[str]:
    """Relative paths of all files below ``docs`` that the engine would see, people's folders left out."""
    if docs.is_symlink():
        raise BuildFailed(f"{docs.name}: expected a folder, found a symbolic link; make it a folder")
    for folder, folders, files in os.walk(docs):
        for name in (*folders, *files):
            path = Path(folder, name)
            if path.is_symlink():
                raise BuildFailed(
                    f"{docs.name}/{path.relative_to(docs).as_posix()}: expected no symbolic link below the pages "
                    "folder, since the engine publishes what it points to, found one; put the file itself there"
                )
        for name in files:
            path = Path(folder, name)
            place = path.relative_to(docs).as_posix()
            if name.startswith("."):
                if name.endswith(".part"):
                    path.unlink()
            elif place.split("/")[0] not in BY_HAND or _is_generated(place):
                yield place


def _read_manifest(docs: Path) -> set[str]:
    try:
        names = json.loads((docs / MANIFEST).read_bytes())
    except (FileNotFoundError, ValueError):
        return set(GENERATED_BY_HAND)
    sound = isinstance(names, list) and all(isinstance(name, str) for name in names)
    return {*GENERATED_BY_HAND, *(names if sound else ())}


def _write_manifest(docs: Path, names: set[str]) -> None:
    replace_file(docs / MANIFEST, json.dumps(sorted(names), indent=0).encode("ascii"))


def _refuse_strays(docs: Path, strays: set[str]) -> None:
    if strays:
        raise BuildFailed(
            f"{docs.name}/{min(strays)}: expected only pages that a build wrote, found a file of unknown origin; "
            f"move it to {docs.name}/about/ or delete it"
        )


def _drop_empty_folders(docs: Path, path: str) -> None:
    for folder in (docs / path).parents:
        if folder == docs or any(folder.iterdir()):
            return
        folder.rmdir()
