"""Pictures that other services show beside a link to a page, drawn from words with the drawing library's own font.

Nothing is fetched, and the same words give the same bytes with the same version of the library. That font knows the
letters of English alone: words with any other sign are left out, not spelt with other letters.
"""

import hashlib
import io
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from generator.model.page import Card
from generator.publish.atomic import replace_file

SIZE = (1200, 630)
"""Pixels, as services ask for: they cut other shapes."""

_DRAWING = 1
"""Number of the way in which pictures are drawn; a new one draws all anew."""

_PAPER, _INK, _SOFT, _ACCENT = 0, 1, 2, 3
_COLOURS = (251, 250, 247, 24, 28, 36, 92, 98, 110, 176, 58, 32)
_MARGIN = 80
_KICKER = (34, 1)
_TITLE = (68, 5)
_DETAIL = (36, 2)
"""Height of the letters in pixels, and most lines."""

_SPACING = 1.25


def can_draw() -> bool:
    """Whether the drawing library is installed; it is an extra of the program."""
    return find_spec("PIL") is not None


def draw_pictures(cards: Iterable[Card], html: Path, kept: Path) -> int:
    """Put the picture of every card into a built site.

    Args:
        cards: what to draw.
        html: folder of the site.
        kept: folder of pictures drawn before; those that no card asks for any more are removed from it.

    Returns:
        How many had to be drawn.
    """
    drawn = 0
    wanted = set()
    for card in cards:
        picture = kept / f"{_digest(card)}.png"
        wanted.add(picture.name)
        if not picture.is_file():
            replace_file(picture, draw_picture(card))
            drawn += 1
        replace_file(html / card.path, picture.read_bytes())
    for stale in sorted(kept.glob("*.png")):
        if stale.name not in wanted:
            stale.unlink()
    return drawn


def draw_picture(card: Card) -> bytes:
    """A card as a PNG file."""
    image, drawing = _open_sheet()
    left, right = _MARGIN, SIZE[0] - _MARGIN
    drawing.rectangle((0, 0, 24, SIZE[1]), fill=_ACCENT)
    top = float(_MARGIN)
    for text, (height, most), colour in (
        (card.kicker, _KICKER, _ACCENT),
        (card.title, _TITLE, _INK),
        (card.detail, _DETAIL, _SOFT),
    ):
        for line in _lines(text, _font(height), most, right - left):
            drawing.text((left, top), line, font=_font(height), fill=colour)
            top += height * _SPACING
        top += _MARGIN / 4
    written = io.BytesIO()
    image.save(written, "PNG", optimize=True)
    return written.getvalue()


def _open_sheet() -> tuple[Any, Any]:
    image = import_module("PIL.Image").new("P", SIZE, _PAPER)
    image.putpalette(_COLOURS)
    drawing = import_module("PIL.ImageDraw").Draw(image)
    return image, drawing


@cache
def _font(height: int) -> Any:
    return import_module("PIL.ImageFont").load_default(height)


@cache
def _is_known(sign: str) -> bool:
    """Whether the font has the sign: what it lacks all looks the same."""
    font = _font(_DETAIL[0])
    return sign == " " or bytes(font.getmask(sign)) != bytes(font.getmask("\uffff"))


def _lines(text: str, font: Any, most: int, width: int) -> Sequence[str]:
    """The text as lines that fit, cut behind a word; none where it has a sign that the font lacks."""
    if not all(map(_is_known, text)):
        return ()
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) > most:
        lines = [*lines[: most - 1], f"{lines[most - 1]}..."]
    return lines


def _digest(card: Card) -> str:
    version = import_module("PIL").__version__
    parts = (str(_DRAWING), version, card.kicker, card.title, card.detail)
    return hashlib.sha256("\n".join(parts).encode("utf-8", "replace")).hexdigest()
