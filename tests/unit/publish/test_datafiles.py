"""Files of a site that are no pages."""

import pytest

from generator.publish.datafiles import read_faults

ADDRESS = "https://example.org/desk/"
FILES = frozenset(("incidents/a.html", "feed.xml"))


def codes(name, text):
    data = text if isinstance(text, bytes) else text.encode()
    return [fault.code for fault in read_faults(name, data, address=ADDRESS, files=FILES)]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("data/places.geojson", '{"type": "FeatureCollection", "features": []}'),
        ("incidents/a.json", '{"quote": "<script>"}'),
        ("feed.xml", f'<?xml version="1.0"?>\n<rss><link>{ADDRESS}incidents/a.html</link></rss>'),
        ("feed.xml", f"<rss><link>{ADDRESS}</link></rss>"),
        ("sitemap.xml", "<urlset><loc>https://elsewhere.example/x.html</loc></urlset>"),
        ("assets/x.js", "anything()"),
        ("search/a.js", "anything()"),
        ("assets/x.css", "p{background:url(x.png)}q{background:url( 'data:image/svg+xml;x' )}@media print{a{b:c}}"),
        ("assets/x.css", '@font-face{src:url("../fonts/a-b.woff2?v=1")}svg{fill:url(#a)}'),
        ("assets/x.svg", '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>'),
        ("data/claims.csv", "<script>,=1"),
    ],
)
def test_sound_files_pass(name, text):
    assert codes(name, text) == []


@pytest.mark.parametrize(
    ("code", "name", "text"),
    [
        ("data-file", "incidents/a.json", "{"),
        ("data-file", "incidents/a.json", '{"lat": NaN}'),
        ("data-file", "incidents/a.json", b'"\xff"'),
        ("data-file", "feed.xml", "<rss><title>a & b</title></rss>"),
        ("data-file", "feed.xml", '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss>&x;</rss>'),
        ("broken-link", "feed.xml", f"<rss><link>{ADDRESS}incidents/b.html</link></rss>"),
        ("broken-link", "places/x/feed.json", f'{{"url": "{ADDRESS}incidents/b.html"}}'),
        ("broken-link", "sitemap-2.xml", f"<urlset><loc>{ADDRESS}incidents/b.html</loc></urlset>"),
        ("broken-link", "llms.txt", f"[x]({ADDRESS}incidents/b.html)"),
        ("script-file", "data/x.js", "anything()"),
        ("unguarded", "about/x.xhtml", "<html xmlns='http://www.w3.org/1999/xhtml'/>"),
        ("unguarded", "about/x.HTM", "<script>alert(1)</script>"),
        ("external", "assets/x.css", "@import 'x.css';"),
        ("external", "assets/x.css", "p{background:url(//example.org/x.png)}"),
        ("external", "assets/x.css", 'p{background:URL( "https://example.org/x.png")}'),
        ("external", "assets/x.css", r"p{background:url(\68ttps://example.org/x.png)}"),
        ("element", "assets/x.svg", "<svg><script>alert(1)</script></svg>"),
        ("element", "assets/x.svg", "<svg onload='alert(1)'/>"),
        ("element", "assets/x.svg", "<svg><a href='javascript:alert(1)'/></svg>"),
    ],
)
def test_a_file_that_runs_loads_or_leads_astray_is_found(code, name, text):
    assert codes(name, text) == [code]


def test_a_fault_stands_at_its_line():
    (fault,) = read_faults("feed.xml", b"<rss>\n<a>\n</rss>", address="", files=FILES)
    assert fault.line == 3
