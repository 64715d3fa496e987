"""Shell stamping: the site engine builds a small site, and every other page is set from what it made of a sample.

The small site holds the pages of the navigation, those that people wrote, those that need Markdown, one sample of each
kind of generated page, and a few real pages of each kind. A real page must come out of its mould exactly as the engine
made it; so a theme that shows something new on pages stops the build, and is never passed over in silence.
"""

import posixpath
import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from generator.errors import BuildFailed
from generator.model.page import Page
from generator.model.values import value
from generator.publish.mkdocs import CONFIGURATION
from generator.publish.mould import MARK, Kind, Mould, cut_mould, kind_of, write_sample
from generator.publish.sheet import Sheet, read_sheet
from generator.publish.tree import BY_HAND

_LEAST = 4
"""Pages of a kind from which on a mould pays."""

_LISTS = ("index.md", "README.md")
_NAMED = re.compile(r"[A-Za-z0-9_./-]+\.[a-z]+\b")
_OURS = ("html", "bundle", ".stage")


@value
class Shell:
    """A small site, ready for the engine, and what is to be set from it.

    Attributes:
        site: its folder, with the engine's settings.
        kinds: the pages of each kind, by path.
        samples: the sample of each kind.
        tags: all tags of those pages.
    """

    site: Path
    kinds: Mapping[Kind, tuple[Sheet, ...]]
    samples: Mapping[Kind, Page]
    tags: tuple[str, ...]


def prepare_shell(site: Path, pages: Sequence[Page], aside: Path) -> Shell | None:
    """Lay out the small site of these pages.

    Args:
        site: folder of the engine's settings, with what people wrote.
        pages: all generated pages.
        aside: folder that is emptied and takes the small site.

    Returns:
        The small site, or None where no kind has pages enough: then the engine may as well build all of them.
    """
    kinds = _kinds(pages, _named(site))
    if not kinds:
        return None
    tags = tuple(sorted({tag for those in kinds.values() for sheet in those for tag in sheet.front.tags}))
    samples = {kind: write_sample(kind, number, tags) for number, kind in enumerate(kinds)}
    witnesses = {sheet.path for those in kinds.values() for sheet in _witnesses(those)}
    stamped = {sheet.path for those in kinds.values() for sheet in those} - witnesses
    built = [page for page in pages if page.path not in stamped]
    shutil.rmtree(aside, ignore_errors=True)
    small = aside / site.name  # of the same name, so that messages call its files as those of the real one
    generated = {page.path.split("/")[0] for page in pages} - set(BY_HAND)
    shutil.copytree(site, small, ignore=lambda folder, _: _left_out(Path(folder), site, generated))
    for page in (*built, *samples.values()):
        path = small / "docs" / page.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(page.text.encode("utf-8"))
    return Shell(small, kinds, samples, tags)


def stamp_pages(shell: Shell, html: Path) -> None:
    """Set all other pages into the small site that the engine built.

    Raises:
        BuildFailed: the engine made of a page something that its mould does not have, or names pages in other pages.
    """
    moulds = {kind: _mould(shell, kind, html) for kind in shell.kinds}
    _refuse_traces(html)
    for kind, sheets in shell.kinds.items():
        for sheet in sheets:
            _set(sheet, moulds[kind].fill(sheet), html)


def _kinds(pages: Sequence[Page], named: frozenset[str]) -> dict[Kind, tuple[Sheet, ...]]:
    kinds: dict[Kind, list[Sheet]] = {}
    for page in sorted(pages, key=lambda each: each.path):
        folder, name = posixpath.split(page.path)
        sheet = None if not folder or name in _LISTS or page.path in named else read_sheet(page)
        if sheet:
            kinds.setdefault(kind_of(sheet), []).append(sheet)
    return {kind: tuple(sheets) for kind, sheets in kinds.items() if len(sheets) >= _LEAST}


def _named(site: Path) -> frozenset[str]:
    """Generated files that the engine's settings or people's own pages name: the engine has to meet them."""
    docs = site / "docs"
    written = (path for folder in BY_HAND for path in (docs / folder).rglob("*.md"))
    texts = [("", site / CONFIGURATION), *((path.parent.relative_to(docs).as_posix(), path) for path in written)]
    return frozenset(
        posixpath.normpath(posixpath.join(folder, name))
        for folder, path in texts
        if path.is_file()
        for name in _NAMED.findall(path.read_bytes().decode("utf-8", "replace"))
    )


def _left_out(folder: Path, site: Path, generated: set[str]) -> set[str]:
    """What of a folder of the site does not go into the small one."""
    if folder == site:
        return set(_OURS)
    return generated if folder == site / "docs" else set()


def _witnesses(sheets: Sequence[Sheet]) -> Iterator[Sheet]:
    """Real pages by which a mould is tried: the first one, and the ones with most tags, headings and words."""
    yield sheets[0]
    yield max(sheets, key=lambda sheet: len(sheet.front.tags))
    yield max(sheets, key=lambda sheet: (len(sheet.headings), len(sheet.body)))


def _mould(shell: Shell, kind: Kind, html: Path) -> Mould:
    page = shell.samples[kind]
    sheet = read_sheet(page)
    assert sheet is not None
    path = html / page.built
    mould = cut_mould(path.read_bytes().decode("utf-8"), sheet, shell.tags)
    path.unlink()
    return mould


def _refuse_traces(html: Path) -> None:
    """A page of the engine's that tells of the samples would tell of all other pages too.

    Raises:
        BuildFailed: there is one.
    """
    for path in sorted(html.rglob("*.html")):
        if MARK in path.read_bytes().decode("utf-8"):
            raise BuildFailed(
                f"site/{CONFIGURATION}: expected settings that keep generated pages out of the navigation and of all "
                f"other pages, found them on {path.relative_to(html).as_posix()}; name the sections under nav, or "
                "build with --engine mkdocs"
            )


def _set(sheet: Sheet, text: str, html: Path) -> None:
    """Write a page, or compare it with the engine's own where that is at hand.

    Raises:
        BuildFailed: they differ.
    """
    path = html / (sheet.path.removesuffix(".md") + ".html")
    data = text.encode("utf-8")
    if not path.exists():
        path.write_bytes(data)
    elif (made := path.read_bytes()) != data:
        at = next((at for at, (one, other) in enumerate(zip(made, data, strict=False)) if one != other), len(data))
        found = " ".join(made[max(0, at - 40) : at + 40].decode("utf-8", "replace").split())
        raise BuildFailed(
            f"site/docs/{sheet.path}: expected a page that differs from others of its kind in title, description, "
            f"tags, headings and body alone, found that the site engine makes it differ at {found!r}; build with "
            "--engine mkdocs"
        )
