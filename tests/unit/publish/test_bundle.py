import hashlib
import os
import subprocess
import time
import zipfile

import pytest

from generator.publish.bundle import FOLDER, write_bundle
from generator.settings import EPOCH


@pytest.fixture
def html(tmp_path):
    files = {
        "index.html": '<head>\n    <link rel="canonical" href="https://example.org/">\n</head>home',
        "404.html": "not found",
        "sitemap.xml": "<urlset/>",
        "assets/a.js": "var a",
        "incidents/a.html": "a",
    }
    for name, text in files.items():
        (tmp_path / "html" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "html" / name).write_text(text)
    return tmp_path / "html"


def test_the_bundle_opens_with_index_html_and_holds_nothing_for_servers(html, tmp_path):
    write_bundle(html, tmp_path / "b.zip", epoch=EPOCH)
    with zipfile.ZipFile(tmp_path / "b.zip") as packed:
        names = packed.namelist()
        assert packed.testzip() is None
        home = packed.read(f"{FOLDER}/index.html").decode()
    assert names == [
        f"{FOLDER}/{name}" for name in ("README.txt", "assets/a.js", "incidents/a.html", "index.html", "SHA256SUMS")
    ]
    assert home == "<head>\n</head>home"


def test_the_sums_are_those_of_the_unpacked_files(html, tmp_path):
    write_bundle(html, tmp_path / "b.zip", epoch=EPOCH)
    with zipfile.ZipFile(tmp_path / "b.zip") as packed:
        packed.extractall(tmp_path)
    lines = (tmp_path / FOLDER / "SHA256SUMS").read_text().splitlines()
    assert len(lines) == 4
    for line in lines:
        digest, name = line.split("  ")
        assert hashlib.sha256((tmp_path / FOLDER / name).read_bytes()).hexdigest() == digest


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


def test_the_readme_tells_how_to_check_the_sums(html, tmp_path):
    write_bundle(html, tmp_path / "b.zip", epoch=EPOCH)
    with zipfile.ZipFile(tmp_path / "b.zip") as packed:
        packed.extractall(tmp_path)
    command = (tmp_path / FOLDER / "README.txt").read_text().splitlines()[-1].split()
    done = subprocess.run(command, cwd=tmp_path / FOLDER, capture_output=True, check=False)
    assert done.returncode == 0
