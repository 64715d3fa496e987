"""Pictures of pages, as the services that show them read them."""

import struct
from io import BytesIO

import pytest

from generator.model.page import Card
from generator.model.values import replace
from generator.publish.pictures import SIZE, can_draw, draw_picture, draw_pictures

pytestmark = pytest.mark.skipif(not can_draw(), reason="the drawing library, an extra, is not installed")

CARD = Card("pictures/a.png", "Armed attack", "Attacks in Noshki: 145 killed, minister says", "Pakistan")
LIGHTEST, HEAVIEST = 1_000, 60_000
"""Bytes: an empty sheet has fewer, and services fetch no more than some hundred thousand."""


def ink(data):
    """How many pixels are not paper."""
    from PIL import Image

    return sum(count for count, colour in Image.open(BytesIO(data)).getcolors() if colour != 0)


def test_a_picture_is_a_png_of_the_size_that_services_ask_for():
    data = draw_picture(CARD)
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", data[16:24]) == SIZE == (1200, 630)
    assert LIGHTEST < len(data) < HEAVIEST


def test_the_same_words_give_the_same_bytes_and_others_give_others():
    assert draw_picture(CARD) == draw_picture(replace(CARD, path="pictures/b.png"))
    for field in ("kicker", "title", "detail"):
        assert draw_picture(replace(CARD, **{field: "Other words"})) != draw_picture(CARD)


def test_words_that_the_font_cannot_spell_are_left_out_and_not_spelt_otherwise():
    bare = draw_picture(replace(CARD, title=""))
    for title in ("نوشکی", "Łódź fire", "a\u200bb", "\ufffd"):
        assert draw_picture(replace(CARD, title=title)) == bare


def test_a_long_title_stays_on_the_sheet():
    longest = replace(CARD, title="killed " * 200)
    assert ink(draw_picture(longest)) > ink(draw_picture(CARD))
    data = draw_picture(replace(CARD, title="w" * 500))
    assert struct.unpack(">II", data[16:24]) == SIZE


def test_a_picture_is_drawn_once_and_one_that_nobody_asks_for_is_forgotten(tmp_path):
    html, kept = tmp_path / "html", tmp_path / "kept"
    other = replace(CARD, path="pictures/b.png", title="Other words")
    assert draw_pictures([CARD, other], html, kept) == 2
    assert sorted(path.name for path in (html / "pictures").iterdir()) == ["a.png", "b.png"]
    assert draw_pictures([CARD], tmp_path / "next", kept) == 0
    assert (tmp_path / "next/pictures/a.png").read_bytes() == (html / "pictures/a.png").read_bytes()
    assert len(list(kept.iterdir())) == 1
