"""What the gate's strict reader lets pass is no more than that to a real browser, however tags and quotes are mixed."""

import random

import pytest

from generator.publish.allowed import ELEMENTS, is_allowed
from generator.publish.markup import read_markup

pytestmark = pytest.mark.browser

PIECES = (
    *("<", ">", '"', "'", "/", "=", "&", "--", "!", " ", "\n", "x", "&lt;", "&#60;", "&quot;", "`"),
    *(
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<div class='a'>",
        '<p title="',
        "<p title='",
        "<p title=",
        "<br/>",
        "<p/x>",
        "</p x>",
    ),
    *("<!--", "-->", "--!>", "<!-->", "<!--->", "<!doctype html>", "<![CDATA[", "]]>", "<?x", "?>", "<!x>"),
    *("<title>", "</title>", "<textarea>", "</textarea>", "<noscript>", "</noscript>", "<pre>", "<button>", "<select>"),
    *("<script>", "</script>", '<script type="application/json">', "<style>", "</style>", "<template>", "<xmp>"),
    *("<svg>", "</svg>", "<desc>", "<math>", "<mtext>", "<table>", "<tr>", "<td>", "</table>", "<a href='x'>", "</a>"),
    *("<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "<b onclick='alert(1)'>", "<iframe srcdoc=x>"),
)
SOUPS = 6000
LONGEST = 7
LEAST = 300
"""Soups that have to pass the gate, or the test would say nothing."""

LIST = """
soups => soups.map(soup => {
  const found = []
  for (const each of new DOMParser().parseFromString(soup, "text/html").querySelectorAll("*"))
    found.push([each.localName, ...each.getAttributeNames()])
  return found
})
"""


def test_a_browser_finds_nothing_in_an_accepted_page_that_is_not_allowed(reader):
    chance = random.Random(7)
    soups = ["".join(chance.choices(PIECES, k=chance.randint(1, LONGEST))) for _ in range(SOUPS)]
    accepted = sorted({soup for soup in soups if not read_markup(soup, scripts=frozenset()).faults})
    assert len(accepted) > LEAST
    for soup, elements in zip(accepted, reader.tab.evaluate(LIST, accepted), strict=True):
        for name, *attributes in elements:
            assert name.lower() in ELEMENTS, soup
            assert name != "script" or "type" in attributes, soup
            assert [each for each in attributes if not is_allowed(name.lower(), each.lower())] == [], soup
