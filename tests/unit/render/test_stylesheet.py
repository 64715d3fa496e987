"""The style sheets: nothing remote, text that can be read in every scheme, and no rule for what is not there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / "site/docs/assets/stylesheets"
SHEETS = {path.name: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.css"))}
TOKENS = SHEETS["briefing.css"]
COLOUR = re.compile(r"--b-([a-z-]+): (#[0-9a-f]{6});")
READABLE = 4.5
MORE = 7.0
"""The contrast that a reader gets who asks for more of it (WCAG 2, level AAA)."""


def colours(scheme):
    """The colours of a scheme by name; the dark one and those of more contrast replace some of the light ones."""
    blocks = [dict(COLOUR.findall(block)) for block in TOKENS.split("}") if "--b-paper:" in block]
    light, dark, more_light, more_dark = blocks
    return {
        "light": light,
        "dark": light | dark,
        "light, more contrast": light | more_light,
        "dark, more contrast": light | dark | more_light | more_dark,
    }[scheme]


def luminance(colour):
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", SHEETS)
def test_a_style_sheet_loads_nothing(name):
    assert not re.search(r"url\(|@import|https?:|//[a-z]", SHEETS[name])


def test_every_style_sheet_is_named_in_the_settings():
    settings = (ROOT / "site/mkdocs.yml").read_text(encoding="utf-8")
    assert set(re.findall(r"assets/stylesheets/([a-z]+\.css)", settings)) == set(SHEETS)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "card", "tint", "mark", "warn-tint"])
@pytest.mark.parametrize("text", ["ink", "soft", "link", "warn", "good"])
def test_every_text_colour_can_be_read_on_every_ground(scheme, ground, text):
    named = colours(scheme)
    assert contrast(named[text], named[ground]) >= READABLE


@pytest.mark.parametrize("scheme", ["light, more contrast", "dark, more contrast"])
@pytest.mark.parametrize("text", ["ink", "soft", "link", "warn", "good"])
def test_who_asks_for_more_contrast_gets_it(scheme, text):
    named = colours(scheme)
    for ground in ("paper", "card", "tint"):
        assert contrast(named[text], named[ground]) >= MORE


@pytest.mark.parametrize("name", SHEETS)
def test_every_class_of_a_style_sheet_stands_in_a_page(name):
    sources = [*(ROOT / "templates").iterdir(), *(ROOT / "site/overrides").iterdir()]
    sources += (ROOT / "site/docs/assets/javascripts").iterdir()
    written = "".join(path.read_text(encoding="utf-8") for path in sources)
    used = set(re.findall(r"\bb-[a-z-]+[a-z]", written)) | {"b-quote", "b-support"}
    stems = tuple(set(re.findall(r"\b(b-[a-z]+-)\{\{", written)))
    named = set(re.findall(r"\.(b-[a-z-]+)", SHEETS[name]))
    assert {each for each in named if not each.startswith(stems)} <= used


def test_every_class_of_a_template_is_one_that_a_style_sheet_a_script_or_a_test_looks_for():
    tests = [*Path(__file__).parent.glob("*.py"), *(ROOT / "tests/browser").glob("*.py")]
    scripts = (ROOT / "site/docs/assets/javascripts").iterdir()
    others = "".join(path.read_text(encoding="utf-8") for path in (*tests, *scripts) if path != Path(__file__))
    looked_for = set(re.findall(r"\bb-[a-z-]+[a-z]", "".join(SHEETS.values()) + others))
    pages = [path for path in (ROOT / "templates").iterdir() if path.suffix == ".jinja" and "print" not in path.name]
    written = "".join(path.read_text(encoding="utf-8") for path in (*pages, *(ROOT / "site/overrides").iterdir()))
    given = {
        name for names in re.findall(r'class="([^"]*)"', written) for name in re.findall(r"\bb-[a-z-]+\b(?!-)", names)
    }
    assert {name for name in given if not name.endswith("-")} <= looked_for
