"""The style sheet: nothing remote, and text that can be read in both schemes."""

import re
from pathlib import Path

import pytest

CSS = (Path(__file__).parents[3] / "site/docs/assets/stylesheets/briefing.css").read_text(encoding="utf-8")
READABLE = 4.5


def colours(scheme):
    """The scheme's own colours by name, the light ones where it sets none."""
    light = dict(re.findall(r"--b-([a-z-]+): (#[0-9a-f]{6});", CSS.split("}")[0]))
    if scheme == "light":
        return {**light, "page": "#ffffff"}
    block = CSS.split('[data-md-color-scheme="slate"][data-md-color-primary] {')[1].split("}")[0]
    page = re.search(r"--md-default-bg-color: (#[0-9a-f]{6});", block).group(1)
    return {**light, **dict(re.findall(r"--b-([a-z-]+): (#[0-9a-f]{6});", block)), "page": page}


def luminance(colour):
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def test_the_style_sheet_loads_nothing():
    assert not re.search(r"url\(|@import|https?:|//[a-z]", CSS)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("ground", ["page", "tint", "mark", "warn-tint"])
@pytest.mark.parametrize("text", ["ink", "soft", "link", "warn"])
def test_every_text_colour_can_be_read_on_every_ground(scheme, ground, text):
    named = colours(scheme)
    assert contrast(named[text], named[ground]) >= READABLE


def test_every_class_of_the_style_sheet_stands_in_a_template_or_is_a_state_of_a_record():
    templates = "".join(
        path.read_text(encoding="utf-8") for path in (Path(__file__).parents[3] / "templates").iterdir()
    )
    states = {"b-state-current", "b-state-withdrawn", "b-state-merged", "b-quote", "b-support"}
    used = set(re.findall(r"\bb-[a-z-]+[a-z]", templates)) | states
    assert set(re.findall(r"\.(b-[a-z-]+)", CSS)) <= used
