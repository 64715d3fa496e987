"""Workspaces and their folders."""

from pathlib import Path

import pytest

from generator.errors import WorkspaceMissing
from generator.settings import Workspace, builtin_templates, open_workspace


@pytest.fixture
def root(tmp_path):
    for name in ("seeds/2026", "content/incidents", "site/docs"):
        (tmp_path / name).mkdir(parents=True)
    return tmp_path


@pytest.mark.parametrize("below", [".", "seeds", "seeds/2026", "site/docs"])
def test_a_workspace_is_found_from_any_folder_in_it(root, below):
    assert open_workspace(root / below) == Workspace(root)


def test_the_nearest_workspace_counts(root):
    inner = root / "site" / "inner"
    (inner / "seeds").mkdir(parents=True)
    (inner / "content").mkdir()
    assert open_workspace(inner / "content").root == inner


def test_a_relative_path_is_made_absolute(root, monkeypatch):
    monkeypatch.chdir(root / "seeds")
    assert open_workspace(Path("2026")).root == root


@pytest.mark.parametrize("lacking", ["seeds", "content"])
def test_a_folder_without_seeds_or_content_is_no_workspace(tmp_path, lacking):
    (tmp_path / {"seeds": "content", "content": "seeds"}[lacking]).mkdir()
    with pytest.raises(WorkspaceMissing, match="expected a folder with seeds/ and content/"):
        open_workspace(tmp_path)


def test_files_of_the_workspace_go_by_their_relative_name(root):
    workspace = Workspace(root)
    assert workspace.name(workspace.incidents / "a.yml") == "content/incidents/a.yml"
    assert workspace.name(workspace.generated) == "content/generated"
    assert workspace.name(workspace.history) == "content/history"
    assert workspace.name(workspace.templates) == "templates"
    assert workspace.name(Path("/elsewhere/a.txt")) == "/elsewhere/a.txt"


def test_the_program_comes_with_templates():
    assert (builtin_templates() / "incident.md.jinja").is_file()
