"""Files below a folder."""

import os
import tracemalloc
from pathlib import Path

import pytest

from generator.errors import UnreadableDocument
from generator.model.finding import Severity
from generator.read.files import read_file, read_folder


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    return folder


def put(folder: Path, name: str, data: bytes = b"Two died.") -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def test_documents_come_sorted_by_name_from_all_levels(seeds: Path) -> None:
    for name in ("b.txt", "a/z.MD", "a.md", "c/d/e.txt"):
        put(seeds, name)

    documents, findings = read_folder(seeds)

    assert [document.file for document in documents] == ["a.md", "a/z.MD", "b.txt", "c/d/e.txt"]
    assert findings == ()


def test_hidden_files_and_folders_are_passed_over(seeds: Path) -> None:
    for name in (".gitkeep", ".cache/a.txt", "a.txt"):
        put(seeds, name)

    documents, findings = read_folder(seeds)

    assert [document.file for document in documents] == ["a.txt"]
    assert findings == ()


def test_a_bad_file_is_a_finding_and_the_rest_goes_on(seeds: Path) -> None:
    put(seeds, "a.txt", b"")
    put(seeds, "b.txt", b"\x00")
    put(seeds, "c.txt")

    documents, findings = read_folder(seeds)

    assert [document.file for document in documents] == ["c.txt"]
    assert [(finding.file, finding.code) for finding in findings] == [
        ("seeds/a.txt", "unreadable-document"),
        ("seeds/b.txt", "unreadable-document"),
    ]


def test_other_formats_are_noted_not_dropped_in_silence(seeds: Path) -> None:
    put(seeds, "report.pdf")
    put(seeds, "README")

    documents, findings = read_folder(seeds)

    assert documents == ()
    assert [(finding.file, finding.code, finding.severity) for finding in findings] == [
        ("seeds/README", "unknown-format", Severity.NOTE),
        ("seeds/report.pdf", "unknown-format", Severity.NOTE),
    ]


def test_findings_of_front_matter_name_the_file_below_the_workspace(seeds: Path) -> None:
    put(seeds, "a.txt", b"---\nmood: grim\n---\nTwo died.")

    documents, findings = read_folder(seeds)

    assert len(documents) == 1
    assert [(finding.file, finding.line) for finding in findings] == [("seeds/a.txt", 2)]


def test_links_are_refused_even_when_they_lead_to_a_document(seeds: Path, tmp_path: Path) -> None:
    put(tmp_path, "elsewhere/secret.txt")
    (seeds / "a.txt").symlink_to(tmp_path / "elsewhere/secret.txt")
    (seeds / "folder").symlink_to(tmp_path / "elsewhere")

    documents, findings = read_folder(seeds)

    assert documents == ()
    assert [(finding.file, finding.found) for finding in findings] == [
        ("seeds/a.txt", "a symbolic link"),
        ("seeds/folder", "a symbolic link"),
    ]


def test_a_link_that_appears_after_listing_is_not_followed(tmp_path: Path) -> None:
    put(tmp_path, "secret.txt")
    (tmp_path / "a.txt").symlink_to(tmp_path / "secret.txt")

    with pytest.raises(UnreadableDocument, match=r"^a\.txt: error: unreadable-document: "):
        read_file(tmp_path / "a.txt", "a.txt")


def test_a_pipe_is_refused_without_waiting_for_a_writer(seeds: Path) -> None:
    os.mkfifo(seeds / "pipe.txt")

    documents, findings = read_folder(seeds)

    assert documents == ()
    assert [finding.found for finding in findings] == ["a folder, pipe or device"]


def test_a_file_that_may_not_be_opened_is_a_finding(seeds: Path) -> None:
    put(seeds, "a.txt")
    (seeds / "a.txt").chmod(0)
    if os.access(seeds / "a.txt", os.R_OK):
        pytest.skip("this user may read every file")

    _, findings = read_folder(seeds)

    assert [finding.found for finding in findings] == ["permission denied"]


def test_a_missing_folder_is_a_finding(tmp_path: Path) -> None:
    documents, findings = read_folder(tmp_path / "seeds")

    assert documents == ()
    assert [(finding.file, finding.found) for finding in findings] == [("seeds", "no such file or directory")]


def test_a_line_of_100_megabytes_is_refused_without_being_read(seeds: Path) -> None:
    with (seeds / "huge.txt").open("wb") as stream:
        stream.truncate(100_000_000)
    tracemalloc.start()

    _, findings = read_folder(seeds)

    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 1_000_000
    assert [(finding.expected, finding.found) for finding in findings] == [("at most 5,000,000 bytes", "100,000,000")]


@pytest.mark.skipif(os.name != "posix", reason="file names of any bytes")
@pytest.mark.parametrize(("name", "shown"), [(b"a\nb.txt", r"a\nb.txt"), (b"\xff.txt", r"\udcff.txt")])
def test_a_file_name_that_cannot_be_shown_is_refused_in_one_clean_line(seeds: Path, name: bytes, shown: str) -> None:
    Path(os.fsdecode(os.fsencode(seeds) + b"/" + name)).write_bytes(b"Two died.")

    documents, findings = read_folder(seeds)

    assert documents == ()
    (finding,) = findings
    assert finding.file == f"seeds/{shown}"
    assert "\n" not in str(finding)
    str(finding).encode()


def test_the_seed_is_read(request: pytest.FixtureRequest) -> None:
    documents, findings = read_folder(request.config.rootpath / "seeds")

    assert findings == ()
    assert [document.file for document in documents] == ["000_a32e27e422697ddd.txt"]
    assert len(documents[0].text) == 2702
