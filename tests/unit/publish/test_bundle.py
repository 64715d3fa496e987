import hashlib
import os
import re
import subprocess
import time
import zipfile

import pytest

from generator.errors import BuildFailed
from generator.publish.bundle import FOLDER, PAGES, for_a_disk, write_bundle
from generator.settings import EPOCH

ADDRESS = '<link rel="canonical" href="https://example.org/">'


@pytest.fixture
def html(tmp_path):
    files = {
        "index.html": f"<head>\n    {ADDRESS}\n<title>Desk &amp; Co</title></head>home",
        "404.html": "not found",
        "sitemap.xml": "<urlset/>",
        "feed.xml": "<rss/>",
        "pictures/a.png": "",
        "actors/feed.json": "{}",
        "assets/a.js": "var a",
        "incidents/a.html": "a",
        "incidents/index.html": "all",
    }
    for name, text in files.items():
        (tmp_path / "html" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "html" / name).write_text(text)
    return tmp_path / "html"


@pytest.fixture
def unpacked(html, tmp_path):
    write_bundle(html, tmp_path / "b.zip", epoch=EPOCH)
    with zipfile.ZipFile(tmp_path / "b.zip") as packed:
        packed.extractall(tmp_path)
    return tmp_path / FOLDER


def test_the_first_things_a_reader_sees_are_what_to_open_and_the_folder_of_the_site(unpacked):
    assert sorted(path.name for path in unpacked.iterdir()) == ["README.txt", "SHA256SUMS", "START-HERE.html", PAGES]
    assert "Open START-HERE.html in a browser" in (unpacked / "README.txt").read_text()


def test_the_start_page_names_the_site_and_leads_only_to_pages_that_are_there(unpacked):
    page = (unpacked / "START-HERE.html").read_text("utf-8")
    assert "<h1>Desk &amp; Co, offline</h1>" in page
    links = re.findall(r'href="([^"]+)"', page)
    assert links == [f"{PAGES}/index.html", f"{PAGES}/index.html", f"{PAGES}/incidents/index.html"]
    assert all((unpacked / link).is_file() for link in links)
    assert "Feeds" in page


def test_the_bundle_holds_the_site_and_nothing_for_servers(html, tmp_path):
    write_bundle(html, tmp_path / "b.zip", epoch=EPOCH)
    with zipfile.ZipFile(tmp_path / "b.zip") as packed:
        names = packed.namelist()
        assert packed.testzip() is None
        assert b"https://example.org" not in packed.read(f"{FOLDER}/{PAGES}/index.html")
    pages = ("assets/a.js", "incidents/a.html", "incidents/index.html", "index.html")
    assert names == [
        f"{FOLDER}/{name}"
        for name in ("README.txt", "START-HERE.html", *(f"{PAGES}/{page}" for page in pages), "SHA256SUMS")
    ]


@pytest.mark.parametrize(
    ("page", "left"),
    [
        (f"<head>\n    {ADDRESS}\n</head>x", "<head>\n</head>x"),
        ('<head><meta property="og:url" content="https://example.org/"></head>x', "<head></head>x"),
        ('<head><link rel="alternate feed" type="application/rss+xml" href="feed.xml"></head>x', "<head></head>x"),
        ('<head><meta name="twitter:card" content="summary"></head>x', "<head></head>x"),
        ('<head>\n<script type="application/ld+json">{"url":\n"x"}</script>\n<title></head>', "<head>\n<title></head>"),
        ('<head></head><p>&#60;link rel="canonical"</p>', '<head></head><p>&#60;link rel="canonical"</p>'),
        (
            '<head></head><p class="b-feeds">Follow: <a href="feed.xml">RSS</a></p>',
            '<head></head><p class="b-feeds">Feeds are part of the form on the web.</p>',
        ),
    ],
    ids=["address", "preview", "feed", "card", "data for search engines", "text", "links to feeds"],
)
def test_a_page_for_a_disk_says_what_it_leaves_out_and_names_no_address_of_its_own(page, left):
    assert for_a_disk(page) == left


def test_the_sums_are_those_of_the_unpacked_files(unpacked):
    lines = (unpacked / "SHA256SUMS").read_text().splitlines()
    assert len(lines) == 6
    for line in lines:
        digest, name = line.split("  ")
        assert hashlib.sha256((unpacked / name).read_bytes()).hexdigest() == digest


def test_a_file_name_that_the_list_of_sums_cannot_carry_stops_the_packing(html, tmp_path):
    (html / "assets/two\nlines.js").write_text("")
    with pytest.raises(BuildFailed, match=r"'site/assets/two\\nlines.js': .*rename the file"):
        write_bundle(html, tmp_path / "b.zip", epoch=EPOCH)
    assert not (tmp_path / "b.zip").exists()


def test_times_and_modes_are_fixed_whatever_the_files_have(html, tmp_path, monkeypatch):
    write_bundle(html, tmp_path / "one.zip", epoch=EPOCH)
    for path in html.rglob("*.html"):
        path.chmod(0o600)
        os.utime(path, (1, 1))
    monkeypatch.setenv("TZ", "Asia/Kathmandu")
    time.tzset()
    old = os.umask(0o077)
    try:
        write_bundle(html, tmp_path / "two.zip", epoch=EPOCH)
    finally:
        os.umask(old)
        monkeypatch.undo()
        time.tzset()
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "two.zip") as packed:
        assert {(entry.date_time, entry.external_attr >> 16, entry.create_system) for entry in packed.infolist()} == {
            ((2026, 1, 1, 0, 0, 0), 0o100644, 3)
        }


def test_an_epoch_before_the_first_day_of_archives_is_that_day(html, tmp_path):
    write_bundle(html, tmp_path / "b.zip", epoch=0)
    with zipfile.ZipFile(tmp_path / "b.zip") as packed:
        assert packed.infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)


def test_unchanged_bytes_are_not_written_again(html, tmp_path):
    assert write_bundle(html, tmp_path / "x/b.zip", epoch=EPOCH)
    before = (tmp_path / "x/b.zip").stat()
    assert not write_bundle(html, tmp_path / "x/b.zip", epoch=EPOCH)
    after = (tmp_path / "x/b.zip").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    (html / "index.html").write_text("new")
    assert write_bundle(html, tmp_path / "x/b.zip", epoch=EPOCH)
    assert [path.name for path in (tmp_path / "x").iterdir()] == ["b.zip"]


def test_an_interrupted_packing_leaves_the_old_bundle(html, tmp_path, monkeypatch):
    write_bundle(html, tmp_path / "x/b.zip", epoch=EPOCH)
    before = (tmp_path / "x/b.zip").read_bytes()
    (html / "index.html").write_text("new")

    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(zipfile.ZipFile, "writestr", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_bundle(html, tmp_path / "x/b.zip", epoch=EPOCH)
    assert (tmp_path / "x/b.zip").read_bytes() == before
    assert [path.name for path in (tmp_path / "x").iterdir()] == ["b.zip"]


def test_the_readme_tells_how_to_check_the_sums(unpacked):
    command = (unpacked / "README.txt").read_text().splitlines()[-1].split()
    done = subprocess.run(command, cwd=unpacked, capture_output=True, check=False)
    assert done.returncode == 0
