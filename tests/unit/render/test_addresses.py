"""Links between pages, as a browser on a disk or a server follows them."""

import posixpath

import pytest

from generator.render.addresses import folded, link_to, name_anchor, slug


@pytest.mark.parametrize(
    ("seen_from", "target", "href"),
    [
        ("index.md", "headlines.md", "headlines.html"),
        ("index.md", "incidents/a.md", "incidents/a.html"),
        ("incidents/a.md", "incidents/b.md", "b.html"),
        ("incidents/a.md", "sources/x.md", "../sources/x.html"),
        ("incidents/a.md", "headlines.md", "../headlines.html"),
        ("incidents/a.md", "index.md", "../index.html"),
        ("incidents/a.md", "incidents/a.md", "a.html"),
    ],
)
def test_a_link_leads_from_one_page_to_another(seen_from, target, href):
    assert link_to(target, seen_from=seen_from) == href
    there = posixpath.normpath(posixpath.join(posixpath.dirname(seen_from), href))
    assert there == target.removesuffix(".md") + ".html"


def test_a_link_within_a_page_is_its_anchor_alone():
    assert link_to("incidents/a.md", "claim-x", seen_from="incidents/a.md") == "#claim-x"


def test_an_anchor_that_holds_signs_is_written_so_that_a_browser_finds_it():
    assert link_to("a.md", "claim-x y#z", seen_from="b.md") == "a.html#claim-x%20y%23z"


def test_names_that_differ_in_case_quotes_or_spaces_are_one():
    assert folded("Pakistan’s  MILITARY") == folded("Pakistan's military")
    assert name_anchor("a", "Pakistan’s  MILITARY", "x") == name_anchor("a", "Pakistan's military", "x")
    assert name_anchor("a", "Pakistan's military", "x") != name_anchor("a", "Pakistan's military", "y")


@pytest.mark.parametrize(("name", "begin"), [("Quetta", "p-quetta-"), ("שלום", "p-"), ("__search", "p-search-")])
def test_an_anchor_is_prefixed_and_plain_whatever_the_name(name, begin):
    anchor = name_anchor("p", name, "")
    assert anchor.startswith(begin)
    assert slug(anchor) == anchor
