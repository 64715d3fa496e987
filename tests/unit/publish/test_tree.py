import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import BuildFailed
from generator.model.page import Page
from generator.publish.tree import MANIFEST, TreeChanges, write_tree

HOME = Page("index.md", "home\n")
INCIDENT = Page("incidents/a.md", "a\n")


def files_below(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != MANIFEST
    }


@pytest.fixture
def docs(tmp_path):
    (tmp_path / "docs/about").mkdir(parents=True)
    (tmp_path / "docs/assets").mkdir()
    (tmp_path / "docs/about/index.md").write_text("by hand\n")
    (tmp_path / "docs/assets/x.css").write_text("css\n")
    return tmp_path / "docs"


BY_HAND = {"about/index.md": "by hand\n", "assets/x.css": "css\n"}


def test_pages_are_written_beside_what_people_wrote(docs):
    assert write_tree(docs, (HOME, INCIDENT)) == TreeChanges(written=2, removed=0, unchanged=0)
    assert files_below(docs) == BY_HAND | {"index.md": "home\n", "incidents/a.md": "a\n"}


def test_a_second_write_touches_no_file(docs):
    write_tree(docs, (HOME, INCIDENT))
    before = {path: (os.stat(path).st_mtime_ns, os.stat(path).st_ino) for path in docs.rglob("*")}
    assert write_tree(docs, (HOME, INCIDENT)) == TreeChanges(written=0, removed=0, unchanged=2)
    assert {path: (os.stat(path).st_mtime_ns, os.stat(path).st_ino) for path in docs.rglob("*")} == before


def test_only_the_changed_page_is_written(docs):
    write_tree(docs, (HOME, INCIDENT))
    changed = Page(INCIDENT.path, "b\n")
    assert write_tree(docs, (HOME, changed)) == TreeChanges(written=1, removed=0, unchanged=1)
    assert (docs / changed.path).read_text() == "b\n"


def test_a_page_that_is_gone_is_removed_with_its_empty_folder(docs):
    write_tree(docs, (HOME, INCIDENT, Page("places/x/y.md", "y\n")))
    assert write_tree(docs, (HOME,)) == TreeChanges(written=0, removed=2, unchanged=1)
    assert files_below(docs) == BY_HAND | {"index.md": "home\n"}
    assert sorted(path.name for path in docs.iterdir() if path.is_dir()) == ["about", "assets"]


def test_the_codebook_is_the_one_generated_page_among_those_by_hand(docs):
    write_tree(docs, (Page("about/codebook.md", "fields\n"),))
    assert files_below(docs) == BY_HAND | {"about/codebook.md": "fields\n"}
    write_tree(docs, (HOME,))
    assert files_below(docs) == BY_HAND | {"index.md": "home\n"}


@pytest.mark.parametrize(
    "path",
    [
        *("../x.md", "a/../../x.md", "/x.md", "a//b.md", "./x.md", ".x.md", "a/.b.md", "", "x y.md", "a\\b.md", "x."),
        *("a./b", "é.md", "a\n.md", "c:x.md", "assets/x.md", "about/index.md", "About/x.md", "ASSETS/x.js"),
    ],
)
def test_a_page_path_outside_the_generated_folders_is_refused(docs, path):
    with pytest.raises(BuildFailed) as refused:
        write_tree(docs, (HOME, Page(path, "x")))
    assert "\n" not in str(refused.value)
    assert files_below(docs) == BY_HAND


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("incidents/A.md", "incidents/a.md"),
        ("Incidents/b.md", "incidents/B.md"),
        ("a.md", "a.md"),
        ("a.md", "a.html"),
        ("x/index.md", "x/README.md"),
        ("x", "x/a.md"),
        ("x/a.md", "X"),
    ],
    ids=lambda path: path,
)
def test_pages_that_would_lie_on_each_other_are_refused(docs, one, other):
    with pytest.raises(BuildFailed, match="clashes"):
        write_tree(docs, (Page(one, "1"), Page(other, "2")))
    assert files_below(docs) == BY_HAND


def test_the_search_index_comes_and_goes_among_the_assets(docs):
    index = Page("assets/search/index.js", "briefingSearch()\n")
    assert write_tree(docs, (HOME, index)).written == 2
    assert files_below(docs) == BY_HAND | {"index.md": "home\n", "assets/search/index.js": "briefingSearch()\n"}
    assert write_tree(docs, (HOME,)).removed == 1
    assert files_below(docs) == BY_HAND | {"index.md": "home\n"}


@pytest.mark.parametrize("place", ["assets/search.js", "assets/x/index.js"])
def test_a_generated_file_elsewhere_among_the_assets_is_refused(docs, place):
    with pytest.raises(BuildFailed, match="outside about and assets"):
        write_tree(docs, (Page(place, ""),))


@pytest.mark.parametrize("place", ["incidents/secret.md", "assets/secret.css", "about/more"])
def test_a_symbolic_link_below_the_pages_folder_is_refused(docs, tmp_path, place):
    (tmp_path / "secret").write_text("secret")
    (docs / place).parent.mkdir(exist_ok=True)
    (docs / place).symlink_to(tmp_path / "secret")
    with pytest.raises(BuildFailed, match=f"docs/{place}: expected no symbolic link"):
        write_tree(docs, (HOME,))
    assert not (docs / "index.md").exists()


def test_the_pages_folder_itself_may_not_be_a_symbolic_link(docs, tmp_path):
    (tmp_path / "other").symlink_to(docs)
    with pytest.raises(BuildFailed, match="symbolic link"):
        write_tree(tmp_path / "other", (HOME,))


def test_a_file_of_unknown_origin_stops_the_build_and_is_kept(docs):
    write_tree(docs, (HOME,))
    (docs / "incidents").mkdir()
    (docs / "incidents/mine.md").write_text("a day's work\n")
    with pytest.raises(BuildFailed, match=r"docs/incidents/mine\.md: .*unknown origin; move it"):
        write_tree(docs, (HOME, INCIDENT))
    assert (docs / "incidents/mine.md").read_text() == "a day's work\n"
    assert not (docs / INCIDENT.path).exists()


@pytest.mark.parametrize("text", ["", "{", "7", "[7]", '["../../outside.md"]'])
def test_a_damaged_manifest_neither_stops_the_build_nor_removes_what_it_should_not(docs, text):
    write_tree(docs, (HOME,))
    outside = docs.parent / "outside.md"
    outside.write_text("stays")
    (docs / MANIFEST).write_text(text)
    assert write_tree(docs, (HOME,)) == TreeChanges(written=0, removed=0, unchanged=1)
    assert outside.read_text() == "stays"


def test_a_side_file_of_a_killed_run_is_cleared(docs):
    (docs / ".index.md.part").write_text("half")
    write_tree(docs, (HOME,))
    assert not (docs / ".index.md.part").exists()


def test_an_interruption_anywhere_leaves_each_page_old_or_new_and_is_mended(docs, monkeypatch):
    old = tuple(Page(f"incidents/{name}.md", f"old {name}\n") for name in "abcd")
    new = tuple(Page(f"incidents/{name}.md", f"new {name}\n") for name in "bcde")
    real = Path.replace
    for limit in range(6):
        write_tree(docs, old)
        calls = iter(range(100))

        def replace(self, target, calls=calls, limit=limit):
            if next(calls) == limit:
                raise KeyboardInterrupt
            return real(self, target)

        with monkeypatch.context() as patch:
            patch.setattr(Path, "replace", replace)
            with pytest.raises(KeyboardInterrupt):
                write_tree(docs, new)
        seen = files_below(docs).items() - BY_HAND.items()
        assert seen <= {(page.path, page.text) for page in old + new}
        write_tree(docs, new)
        assert files_below(docs) == BY_HAND | {page.path: page.text for page in new}


NAMES = st.from_regex(r"[a-c]{1,2}(/[a-c]{1,2}){0,2}\.(md|xml)", fullmatch=True)


@given(st.lists(st.dictionaries(NAMES, st.text(max_size=5), max_size=4), min_size=1, max_size=4))
def test_after_any_history_the_generated_pages_are_exactly_those_asked_for(tmp_path_factory, history):
    docs = tmp_path_factory.mktemp("docs")
    for wanted in history:
        changes = write_tree(docs, tuple(Page(path, text) for path, text in wanted.items()))
        assert changes.written + changes.unchanged == len(wanted)
        found = {
            path.relative_to(docs).as_posix(): path.read_bytes().decode("utf-8")
            for path in docs.rglob("*")
            if path.is_file() and path.name != MANIFEST
        }
        assert found == wanted
