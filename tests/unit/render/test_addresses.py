"""Links between pages, as a browser on a disk or a server follows them."""

import posixpath

import pytest

from generator.render.addresses import actor_path, folded, link_to, place_path, slug


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
    assert actor_path("Pakistan’s  MILITARY", "x") == actor_path("Pakistan's military", "x")
    assert actor_path("Pakistan's military", "x") != actor_path("Pakistan's military", "y")


@pytest.mark.parametrize(
    ("name", "begin"), [("Quetta", "places/quetta-"), ("שלום", "places/"), ("../x", "places/x-")], ids=str
)
def test_the_page_of_a_place_has_a_plain_name_whatever_the_place_is_called(name, begin):
    path = place_path(name, "PK")
    assert path.startswith(begin)
    assert slug(path.removeprefix("places/").removesuffix(".md")) == path.removeprefix("places/").removesuffix(".md")
