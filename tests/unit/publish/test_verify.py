import hashlib
import os
import stat
import tracemalloc
import zipfile

import pytest

from generator.errors import BriefingError
from generator.model.finding import Severity
from generator.publish.bundle import FOLDER, write_bundle
from generator.publish.verify import verify_bundle
from generator.settings import EPOCH

PAGE = "site/incidents/a.html"


@pytest.fixture
def archive(tmp_path):
    for name, text in {"index.html": "home", "incidents/a.html": "145 killed", "assets/ü 100%.css": "a{}"}.items():
        (tmp_path / "html" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "html" / name).write_text(text)
    write_bundle(tmp_path / "html", tmp_path / "b.zip", epoch=EPOCH)
    return tmp_path / "b.zip"


@pytest.fixture
def folder(archive, tmp_path):
    place = tmp_path / "off dir #1 ü 100%"
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(place)
    return place / FOLDER


def repack(archive, changes=None, extra=()):
    """The archive with other bytes for some members (None leaves one out) and further entries."""
    changes = changes or {}
    with zipfile.ZipFile(archive) as packed:
        members = [(entry, packed.read(entry)) for entry in packed.infolist()]
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for entry, data in members:
            written = changes.get(entry.filename.removeprefix(f"{FOLDER}/"), data)
            if written is not None:
                packed.writestr(entry, written)
        for entry, data in extra:
            packed.writestr(entry, data)


def troubles(bundle):
    return [(finding.file, finding.code) for finding in verify_bundle(bundle).findings]


@pytest.mark.parametrize("form", ["archive", "folder", "folder above"])
def test_a_bundle_as_it_was_packed_has_no_findings(archive, folder, form):
    bundle = {"archive": archive, "folder": folder, "folder above": folder.parent}[form]
    verified = verify_bundle(bundle)
    assert (verified.files, verified.findings) == (5, ())


def test_a_changed_a_missing_and_an_added_file_are_told_one_line_each(folder):
    (folder / PAGE).write_text("154 killed")
    (folder / "site/index.html").unlink()
    (folder / "site/new.html").write_text("")
    assert troubles(folder) == [(PAGE, "changed"), ("site/index.html", "missing"), ("site/new.html", "extra")]
    assert all("\n" not in str(finding) for finding in verify_bundle(folder).findings)


def test_the_same_faults_are_found_in_an_archive(archive):
    repack(archive, {PAGE: b"154 killed", "site/index.html": None}, [(f"{FOLDER}/site/new.html", b"")])
    assert troubles(archive) == [(PAGE, "changed"), ("site/index.html", "missing"), ("site/new.html", "extra")]


def test_a_flipped_bit_of_an_archive_is_told(archive):
    data = bytearray(archive.read_bytes())
    with zipfile.ZipFile(archive) as packed:
        entry = packed.getinfo(f"{FOLDER}/{PAGE}")
    data[entry.header_offset + 30 + len(entry.filename) + 2] ^= 1
    archive.write_bytes(data)
    assert [file for file, _ in troubles(archive)] == [PAGE]


@pytest.mark.parametrize("name", [".DS_Store", "Thumbs.db", "site/._index.html"])
def test_what_a_file_manager_leaves_behind_is_noted_and_does_no_harm(folder, name):
    (folder / name).write_bytes(b"\0")
    (finding,) = verify_bundle(folder).findings
    assert (finding.file, finding.severity) == (name, Severity.NOTE)


def test_a_link_in_a_folder_is_told_and_not_followed(folder, tmp_path):
    (tmp_path / "outside.html").write_text("145 killed")
    (folder / PAGE).unlink()
    (folder / PAGE).symlink_to(tmp_path / "outside.html")
    (folder / "site/assets/more").symlink_to(tmp_path)
    assert troubles(folder) == [
        ("site/assets/more", "extra"),
        ("site/assets/more", "not-a-file"),
        (PAGE, "not-a-file"),
    ]


def test_a_pipe_in_a_folder_is_told_and_not_waited_for(folder):
    (folder / PAGE).unlink()
    os.mkfifo(folder / PAGE)
    assert troubles(folder) == [(PAGE, "not-a-file")]


def test_a_link_in_an_archive_is_told(archive):
    entry = zipfile.ZipInfo(f"{FOLDER}/{PAGE}")
    entry.create_system, entry.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    repack(archive, {PAGE: None}, [(entry, b"/etc/passwd")])
    assert troubles(archive) == [(PAGE, "not-a-file")]


@pytest.mark.parametrize(
    "name", ["../up.html", f"{FOLDER}/../../up.html", "/etc/up.html", "C:/up.html", f"{FOLDER}/a\\..\\up.html"]
)
def test_a_name_that_leads_out_of_the_folder_is_told_and_nothing_is_written(archive, tmp_path, name):
    repack(archive, extra=[(name, b"x")])
    before = sorted(tmp_path.rglob("*"))
    assert [code for _, code in troubles(archive)] == ["extra", "not-a-file"]
    assert sorted(tmp_path.rglob("*")) == before


def test_a_list_that_names_a_file_outside_reads_nothing_there(folder, tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("s")
    digest = hashlib.sha256(b"s").hexdigest()
    with (folder / "SHA256SUMS").open("a") as sums:
        sums.write(f"{digest}  ../../secret\n")
    assert troubles(folder) == [("../../secret", "missing")]


def test_an_archive_that_unpacks_to_far_more_than_a_bundle_is_refused_before_it_is_read(archive):
    repack(archive, extra=[(f"{FOLDER}/site/zeros", bytes(1 << 27))])
    tracemalloc.start()
    with pytest.raises(BriefingError, match=r"unpacks to 134,2.*; do not unpack it") as refused:
        verify_bundle(archive)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "\n" not in str(refused.value)
    assert peak < 1 << 24


def test_an_archive_that_lies_about_a_size_is_read_no_further_than_it_says(archive):
    repack(archive, {PAGE: bytes(1 << 25)})
    data = archive.read_bytes()
    true_size = (1 << 25).to_bytes(4, "little")
    assert data.count(true_size) == 2
    archive.write_bytes(data.replace(true_size, (10).to_bytes(4, "little")))
    tracemalloc.start()
    assert [file for file, _ in troubles(archive)] == [PAGE]
    assert tracemalloc.get_traced_memory()[1] < 1 << 24
    tracemalloc.stop()


def test_two_files_of_one_name_are_told(archive):
    with pytest.warns(UserWarning, match="Duplicate name"):
        repack(archive, extra=[(f"{FOLDER}/{PAGE}", b"154 killed")])
    assert (PAGE, "duplicate") in troubles(archive)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA], ids=["bzip2", "lzma"])
def test_a_file_packed_in_another_way_than_bundles_are_is_not_unpacked(archive, method):
    entry = zipfile.ZipInfo(f"{FOLDER}/{PAGE}")
    entry.compress_type = method
    repack(archive, {PAGE: None}, [(entry, b"145 killed")])
    assert troubles(archive) == [(PAGE, "not-a-file")]


@pytest.mark.parametrize(
    ("line", "found"),
    [("no digest", "'no digest'"), ("0" * 64 + "  site/index.html", "'000"), ("0" * 64 + "  a\\b", "'000")],
    ids=["no digest", "second sum for a file", "backslash"],
)
def test_a_broken_line_of_the_list_is_told_with_its_number(folder, line, found):
    with (folder / "SHA256SUMS").open("a") as sums:
        sums.write(line + "\n")
    (finding,) = verify_bundle(folder).findings
    assert (finding.file, finding.line, finding.code) == ("SHA256SUMS", 6, "sums")
    assert finding.found.startswith(found)


@pytest.mark.parametrize("form", ["archive", "folder"])
def test_a_bundle_without_its_list_says_so(archive, folder, form):
    if form == "archive":
        repack(archive, {"SHA256SUMS": None})
    else:
        (folder / "SHA256SUMS").unlink()
    assert troubles(archive if form == "archive" else folder) == [("SHA256SUMS", "sums")]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"hello" * 100], ids=["empty", "cut off", "text"])
def test_what_is_no_archive_is_refused_in_one_line(tmp_path, data):
    (tmp_path / "b.zip").write_bytes(data)
    with pytest.raises(BriefingError, match=r"b\.zip: expected a ZIP archive or a folder, found: .*; get it anew"):
        verify_bundle(tmp_path / "b.zip")


def test_what_is_not_there_is_refused_in_one_line(tmp_path):
    with pytest.raises(BriefingError, match="expected a bundle as an archive or a folder, found neither"):
        verify_bundle(tmp_path / "none.zip")
