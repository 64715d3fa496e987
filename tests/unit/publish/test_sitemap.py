"""The sitemap, read by the rules of the protocol."""

import re
from xml.etree import ElementTree

import pytest

from generator.publish import sitemap
from generator.publish.sitemap import write_sitemap

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
DAY = re.compile(r"\d{4}-\d\d-\d\d")
LONGEST_ADDRESS = 2048


@pytest.fixture
def html(tmp_path):
    """A built site of three pages and the error page, which has no address."""
    for name in ("b", "incidents/a", "index"):
        page = tmp_path / f"{name}.html"
        page.parent.mkdir(exist_ok=True)
        address = f"https://example.org/desk/{name}.html?x&amp;y"
        page.write_text(f'<head>\n    <link rel="canonical" href="{address}">\n</head>')
    (tmp_path / "404.html").write_text('<head></head><link rel="canonical" href="https://example.org/none">')
    return tmp_path


def read(file, root, each):
    """Address and day of each row of a file that keeps the protocol's rules."""
    top = ElementTree.fromstring(file.read_bytes())
    assert top.tag == NAMESPACE + root
    assert not top.attrib
    rows = []
    for row in top:
        assert row.tag == NAMESPACE + each
        names = [field.tag.removeprefix(NAMESPACE) for field in row]
        assert names in (["loc"], ["loc", "lastmod"])
        address, day = row[0].text, row[1].text if len(row) > 1 else None
        assert address.startswith("https://example.org/desk/")
        assert len(address) < LONGEST_ADDRESS
        assert day is None or DAY.fullmatch(day)
        rows.append((address.removeprefix("https://example.org/desk/"), day))
    assert rows == sorted(set(rows))
    return rows


def test_every_page_with_an_address_is_listed_and_a_day_stands_only_where_it_is_known(html):
    assert write_sitemap(html, {"incidents/a.html": "2026-02-05", "elsewhere.html": "2026-01-01"}) == 3
    assert read(html / "sitemap.xml", "urlset", "url") == [
        ("b.html?x&y", None),
        ("incidents/a.html?x&y", "2026-02-05"),
        ("index.html?x&y", None),
    ]


def test_a_site_without_an_address_gets_no_sitemap(tmp_path):
    (tmp_path / "index.html").write_text("<head></head>")
    assert write_sitemap(tmp_path, {"index.html": "2026-02-05"}) == 0
    assert not (tmp_path / "sitemap.xml").exists()


def test_a_site_of_more_pages_than_a_file_may_list_gets_an_index_of_files(html, monkeypatch):
    monkeypatch.setattr(sitemap, "MOST", 2)
    assert write_sitemap(html, {}) == 3
    assert read(html / "sitemap.xml", "sitemapindex", "sitemap") == [("sitemap-1.xml", None), ("sitemap-2.xml", None)]
    parts = [read(html / f"sitemap-{number}.xml", "urlset", "url") for number in (1, 2)]
    assert [len(part) for part in parts] == [2, 1]
