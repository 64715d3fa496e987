"""What the site engine makes of one kind of page, cut open where pages of that kind differ.

The engine builds a sample of each kind in which everything that differs from page to page is a mark. Its HTML, cut at
the marks, is the mould; a page is set by putting its own values between the pieces. `cut_mould` declares
every place where a page may differ; whatever else the engine made of a mark is an error.
"""

import posixpath
import re
from collections.abc import Callable, Sequence
from functools import partial

from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup, escape

from generator.errors import BuildFailed
from generator.model.page import Page
from generator.model.values import value
from generator.publish.sheet import NO_TAGS, NO_TEXT, Sheet

MARK = "zq7x"
"""Begins every mark, in small letters; it stands in no other page of a sample build."""


def _as_text(text: str) -> str:
    return Markup(text).striptags()  # noqa: S704 - what it gives is not marked as safe


WRITINGS: tuple[Callable[[str], str], ...] = (
    lambda text: text,
    lambda text: str(escape(_as_text(text))),
    lambda text: str(escape(text)),
    lambda text: str(htmlsafe_json_dumps(text))[1:-1],
    lambda text: str(htmlsafe_json_dumps(_as_text(text)))[1:-1],
    _as_text,
)
"""The ways in which templates print a text of the front matter: as it stands there (escaped once), taken back to text
and escaped anew, escaped twice, the first two as a JSON string, and as bare text. The mark of a text has a sign that
each of them writes in its own way."""

Kind = tuple[str, str, bool, bool, bool]
"""Folder, shape of the front matter, whether there are tags, headings, and a title in the body."""

Writer = Callable[[Sheet], str]
"""What a page puts into one of its slots."""

_TITLE = "<h1"
_RUN = (f"{MARK}a", f"{MARK}b", f"{MARK}c")
"""Headings of a sample: enough to see what stands between the items of a list."""

_GAP = "(?P<gap>.{1,400}?)"


@value
class Mould:
    """The HTML of a kind of page.

    Attributes:
        pieces: HTML that every page of the kind shares, and the writers of what differs, in page order.
    """

    pieces: tuple[str | Writer, ...]

    def fill(self, sheet: Sheet) -> str:
        """The HTML of a page of this kind, as the engine makes it."""
        return "".join(piece if isinstance(piece, str) else piece(sheet) for piece in self.pieces)


def kind_of(sheet: Sheet) -> Kind:
    """What pages must have in common to be made from one mould."""
    folder = posixpath.dirname(sheet.path)
    return (folder, sheet.front.shape, bool(sheet.front.tags), bool(sheet.headings), _TITLE in sheet.body)


def write_sample(kind: Kind, number: int, tags: Sequence[str]) -> Page:
    """A page of this kind with a mark for everything that differs.

    Args:
        kind: what kind.
        number: tells it from the samples of other kinds.
        tags: all tags that pages carry, in the engine's order.
    """
    folder, shape, _, headed, titled = kind
    front = re.sub(rf"^(.*): {NO_TEXT}$", rf'\1: "{MARK}\1&#x27;s"', shape, flags=re.MULTILINE)
    front = front.replace(NO_TAGS, "\n".join(("tags:", *(f"- {tag}" for tag in tags[: len(_RUN)]))))
    body = f"<div>\n{f'<h1>{MARK}</h1>' if titled else MARK}\n</div>\n"
    if headed:
        body += "".join(f"\n## {each}\n\n<p>{MARK}</p>\n" for each in _RUN)
    return Page(f"{folder}/{MARK}-{number}-page.md", f"---\n{front}---\n\n{body}")


def cut_mould(html: str, sample: Sheet, tags: Sequence[str]) -> Mould:
    """The mould of a kind, from the HTML that the engine made of its sample.

    Args:
        html: that page.
        sample: what it was made from.
        tags: as the sample was written with.

    Raises:
        BuildFailed: the engine made something of a mark that no slot is declared for.
    """
    cut = _Cut(html)
    cut.at(sample.body, lambda sheet: sheet.body)
    if sample.headings:
        links = re.search(rf"{_RUN[0]}(?P<gap>[^\0]{{1,400}}?){_RUN[0]}", cut.html)
        inner = links["gap"] if links else ""
        cut.along(
            [f"{mark}{inner}{mark}" for mark in _RUN],
            lambda sheet: [f"{anchor}{inner}{words}" for anchor, words in sheet.headings],
        )
        cut.at(_RUN[0], lambda sheet: sheet.headings[0][0])
    if sample.front.tags and len(tags) > 1:
        cut.along(tags[: len(_RUN)], lambda sheet: sheet.front.tags)
    for key, text in sample.front.texts.items():
        for writing in WRITINGS:
            cut.at(writing(text), partial(_written, key=key, writing=writing))
    cut.at(sample.stem, lambda sheet: sheet.stem)
    return Mould(cut.pieces(sample.path))


def _written(sheet: Sheet, *, key: str, writing: Callable[[str], str]) -> str:
    return writing(sheet.front.texts[key])


class _Cut:
    """HTML with its slots, each the number of its writer between two signs that no page can hold."""

    def __init__(self, html: str) -> None:
        self.html = html
        self.writers: list[Writer] = []

    def slot(self, writer: Writer) -> str:
        """What stands in the HTML for this writer."""
        self.writers.append(writer)
        return f"\0{len(self.writers) - 1}\0"

    def at(self, text: str, writer: Writer) -> None:
        """A slot wherever the text stands."""
        if text in self.html:
            self.html = self.html.replace(text, self.slot(writer))

    def along(self, marks: Sequence[str], items: Callable[[Sheet], Sequence[str]]) -> None:
        """A slot wherever the marks stand in a row with the same HTML between them, for a row of any length."""
        first, second, *others = map(re.escape, marks)
        row = f"{first}{_GAP}{second}" + "".join(f"(?P=gap){each}" for each in others)

        def filled(found: re.Match[str]) -> str:
            gap = found["gap"]
            return self.slot(lambda sheet: gap.join(items(sheet)))

        self.html = re.sub(row, filled, self.html, flags=re.DOTALL)

    def pieces(self, path: str) -> tuple[str | Writer, ...]:
        """The HTML between the slots, and the slots.

        Raises:
            BuildFailed: a mark is left.
        """
        left = self.html.casefold().find(MARK)
        if left >= 0:
            around = " ".join(self.html[max(0, left - 60) : left + 60].split())
            raise BuildFailed(
                f"site/docs/{posixpath.dirname(path)}: expected a theme that prints a page's title, description, tags, "
                f"headings and body as they are, found that it makes something else of them, {around!r}; build with "
                "--engine mkdocs, or restore the theme's templates"
            )
        parts = self.html.split("\0")
        return tuple(part if number % 2 == 0 else self.writers[int(part)] for number, part in enumerate(parts))
