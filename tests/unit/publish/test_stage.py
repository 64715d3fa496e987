import json
from pathlib import Path

import pytest

from generator.publish.stage import recover, swap_in, tidy


def folder(path: Path, content: str) -> Path:
    path.mkdir(parents=True)
    (path / "index.html").write_text(content)
    return path


def test_the_staged_folder_takes_the_place_of_the_live_one(tmp_path):
    staged, live, aside = folder(tmp_path / "s", "new"), folder(tmp_path / "l", "old"), tmp_path / "a"
    swap_in(staged, live, aside)
    assert (live / "index.html").read_text() == "new"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["l"]


def test_the_first_site_needs_no_old_one(tmp_path):
    swap_in(folder(tmp_path / "s", "new"), tmp_path / "l", tmp_path / "a")
    assert (tmp_path / "l/index.html").read_text() == "new"


def test_an_interruption_between_the_renames_puts_the_old_site_back(tmp_path, monkeypatch):
    staged, live, aside = folder(tmp_path / "s", "new"), folder(tmp_path / "l", "old"), tmp_path / "a"
    real = Path.rename

    def rename(self, target):
        if self == staged:
            raise KeyboardInterrupt
        return real(self, target)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(KeyboardInterrupt):
        swap_in(staged, live, aside)
    assert (live / "index.html").read_text() == "old"


def test_a_swap_that_was_killed_half_way_is_undone_by_the_next_run(tmp_path):
    live, aside = tmp_path / "l", folder(tmp_path / "a", "old")
    assert recover(live, aside)
    assert (live / "index.html").read_text() == "old"
    assert not recover(live, aside)


def test_a_leftover_beside_a_live_site_is_not_put_back(tmp_path):
    live, aside = folder(tmp_path / "l", "new"), folder(tmp_path / "a", "old")
    assert not recover(live, aside)
    assert (live / "index.html").read_text() == "new"


@pytest.mark.parametrize(("lang", "kept"), [(["en"], False), (["en", "de"], True)])
def test_what_no_page_loads_is_dropped(tmp_path, lang, kept):
    for name in ("sitemap.xml", "sitemap.xml.gz", "a.js", "a.js.map", "assets/javascripts/lunr/lunr.de.js"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "search").mkdir()
    (tmp_path / "search/search_index.json").write_text(json.dumps({"config": {"lang": lang}, "docs": []}))
    tidy(tmp_path)
    names = {path.name for path in tmp_path.rglob("*") if path.is_file()}
    assert names == {"a.js", "search_index.json"} | ({"lunr.de.js"} if kept else set())
