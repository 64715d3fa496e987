import pytest

from generator.model.finding import Finding, Severity
from generator.publish.stamp import Stamp, digest_inputs, digest_outputs, read_stamp, write_stamp


@pytest.fixture
def site(tmp_path):
    for name in ("docs/index.md", "docs/assets/a.css", "overrides/main.html", "mkdocs.yml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    return tmp_path


@pytest.mark.parametrize("name", ["docs/index.md", "docs/assets/a.css", "overrides/main.html", "mkdocs.yml"])
def test_a_change_of_anything_that_goes_in_changes_the_digest(site, name):
    before = digest_inputs(site, epoch=0)
    (site / name).write_text("y")
    assert digest_inputs(site, epoch=0) != before


def test_a_new_a_renamed_and_a_missing_file_change_the_digest(site):
    seen = {digest_inputs(site, epoch=0)}
    (site / "docs/a.md").write_text("x")
    seen.add(digest_inputs(site, epoch=0))
    (site / "docs/a.md").rename(site / "docs/b.md")
    seen.add(digest_inputs(site, epoch=0))
    (site / "docs/index.md").unlink()
    seen.add(digest_inputs(site, epoch=0))
    assert len(seen) == 4


def test_the_build_time_and_the_engines_versions_go_in(site, monkeypatch):
    before = digest_inputs(site, epoch=0)
    assert digest_inputs(site, epoch=1) != before
    monkeypatch.setattr("generator.publish.stamp.version", lambda package: "0")
    assert digest_inputs(site, epoch=0) != before


def test_neither_the_folders_name_nor_what_a_build_leaves_goes_in(site):
    before = digest_inputs(site, epoch=0)
    (site / "html").mkdir()
    (site / "html/index.html").write_text("x")
    (site / "docs/.generated.json").write_text("[]")
    assert digest_inputs(site, epoch=0) == before
    moved = site.rename(site.with_name("elsewhere ü"))
    assert digest_inputs(moved, epoch=0) == before


def test_a_missing_output_is_seen(site):
    before = digest_outputs((site / "docs", site / "mkdocs.yml"))
    (site / "mkdocs.yml").unlink()
    assert digest_outputs((site / "docs", site / "mkdocs.yml")) != before


def test_a_stamp_is_read_as_it_was_written(tmp_path):
    stamp = Stamp("a", "b", (Finding("f", "orphan", "a link", "ü", line=3, severity=Severity.NOTE),))
    write_stamp(tmp_path / "stamp.json", stamp)
    assert read_stamp(tmp_path / "stamp.json") == stamp


@pytest.mark.parametrize("text", [None, "", "{", "[]", '{"inputs": "a"}', '{"inputs": "a", "outputs": "b"}'])
def test_a_missing_or_damaged_stamp_is_none(tmp_path, text):
    if text is not None:
        (tmp_path / "stamp.json").write_text(text)
    assert read_stamp(tmp_path / "stamp.json") is None
