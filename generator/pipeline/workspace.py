"""A new workspace: everything that a newsroom needs to begin, written at once or not at all."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import generator
from generator.errors import BriefingError

SHARED = (
    "content/codebook.md",
    "site/docs/about/editors.md",
    "site/docs/about/index.md",
    "site/docs/assets",
    "site/mkdocs.yml",
    "site/overrides",
)
"""What a new workspace has in common with the program's own one: part of the scaffold in a wheel, beside the package in
a checkout."""

_PACKAGE = Path(generator.__file__).parent
_SCAFFOLD = _PACKAGE / "scaffold"
_HIDDEN = "dot-"
"""Stands for the dot of hidden files, which would act on the program's own repository if they had one in it."""


def create_workspace(folder: Path) -> tuple[str, ...]:
    """Write a new workspace.

    It is made beside its place and moved there when it is whole, so that a run that fails leaves nothing.

    Args:
        folder: does not exist, or is empty; the folder above it exists.

    Returns:
        The files, relative to the folder, sorted.

    Raises:
        BriefingError: the folder holds something, or cannot be replaced.
        OSError: the disk refused.
    """
    target = folder.resolve()
    _check_target(target, folder)
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        part.mkdir()
        for name, data in _files():
            path = part / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        names = tuple(sorted(path.relative_to(part).as_posix() for path in part.rglob("*") if path.is_file()))
        if target.exists():
            target.rmdir()  # some systems do not let a folder take the place of another
        part.rename(target)
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return names


def _check_target(target: Path, folder: Path) -> None:
    if target.exists() and not target.is_dir():
        raise BriefingError(f"{folder}: expected a new or an empty folder, found a file; name another")
    if target.is_dir() and any(target.iterdir()):
        raise BriefingError(f"{folder}: expected a new or an empty folder, found one that is not empty; name another")
    if not target.parent.is_dir():
        raise BriefingError(f"{folder}: expected a place in a folder that exists, found none; create {target.parent}")
    here = Path.cwd().resolve()
    if target in (here, *here.parents):
        raise BriefingError(
            f"{folder}: expected another folder than the one you are in, which would be replaced under your feet; "
            "go one up and name it from there"
        )


def _files() -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each file of a workspace."""
    for path in _plain(_SCAFFOLD):
        yield "/".join(map(_unhidden, path.relative_to(_SCAFFOLD).parts)), path.read_bytes()
    for name in SHARED:
        if not (_SCAFFOLD / name).exists():
            for path in _plain(_PACKAGE.parent / name):
                yield path.relative_to(_PACKAGE.parent).as_posix(), path.read_bytes()
    yield "requirements.txt", f"briefing-site=={generator.__version__}\n".encode()


def _unhidden(part: str) -> str:
    return f".{part.removeprefix(_HIDDEN)}" if part.startswith(_HIDDEN) else part


def _plain(place: Path) -> tuple[Path, ...]:
    return (place,) if place.is_file() else tuple(path for path in sorted(place.rglob("*")) if path.is_file())
