"""The review sheet of real repositories, and `briefing check` as a step of a forge."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="not installed: git")

HERE = Path(__file__).parents[1]
NAME = "balochistan-attacks-b1512c5f"
RECORD = f"content/incidents/{NAME}.yml"
WIRE = "forces killed 145 militants over"
PERSON = {f"GIT_{role}_{part}": "ada@example.org" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")}


def git(root, *arguments):
    settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    done = subprocess.run(
        ["git", *arguments], cwd=root, env=os.environ | settings | PERSON, capture_output=True, check=True, text=True
    )
    return done.stdout.strip()


def commit(root, message="x"):
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", message)
    return git(root, "rev-parse", "HEAD")


def make_workspace(root):
    for folder in ("seeds", "content/incidents", "site"):
        (root / folder).mkdir(parents=True)
    (root / "site/.gitkeep").touch()
    shutil.copy(HERE.parent / "seeds/000_a32e27e422697ddd.txt", root / "seeds")
    shutil.copy(HERE / "unit/check/records" / f"{NAME}.yml", root / RECORD)


@pytest.fixture
def repository(tmp_path):
    """A repository with one record, committed once."""
    root = tmp_path / "desk"
    make_workspace(root)
    git(root, "init", "--quiet", "--initial-branch", "main")
    commit(root)
    return root


def edit(root, *pairs):
    path = root / RECORD
    text = path.read_text("utf-8")
    for old, new in zip(pairs[::2], pairs[1::2], strict=True):
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, "utf-8")


def raise_toll(root):
    edit(root, "{killed: 145,", "{killed: 152,", WIRE, WIRE.replace("145", "152"))


def test_the_working_tree_is_compared_with_a_commit(repository, briefing):
    raise_toll(repository)
    done = briefing("diff", "HEAD", "--format", "markdown", cwd=repository)
    assert (done.code, done.err) == (0, "")
    assert "<del>145</del> → <b>152</b> militants killed · Sarfaraz Bugti" in done.out
    assert "forces killed <mark><b>152</b></mark> militants" in done.out


def test_two_commits_are_compared_whatever_lies_there(repository, briefing):
    first = git(repository, "rev-parse", "HEAD")
    raise_toll(repository)
    second = commit(repository)
    edit(repository, "{killed: 152,", "{killed: 999,")
    done = briefing("diff", first, second, cwd=repository)
    assert (done.code, done.err) == (0, "")
    assert f"{first[:10]} → {second[:10]}: 1 record changed; 1 changed claim" in done.lines[0]
    assert "~145~ → 152 militants killed" in done.out
    assert "999" not in done.out


def test_nothing_changed_is_said_and_is_no_fault(repository, briefing):
    done = briefing("diff", "HEAD", "--format", "markdown", cwd=repository)
    assert done.code == 0
    assert "no record differs." in done.out


def test_files_that_are_not_in_any_commit_count(repository, briefing):
    (repository / RECORD).unlink()
    text = (HERE / "unit/check/records/pemba-ferry-ff343f88.yml").read_text("utf-8")
    (repository / "content/incidents/pemba-ferry-ff343f88.yml").write_text(text, "utf-8")
    done = briefing("diff", "main", cwd=repository)
    assert "(record removed)" in done.out
    assert "(new record)" in done.out


def test_a_workspace_below_the_top_of_its_repository_is_found(tmp_path, briefing):
    make_workspace(tmp_path / "newsroom/désk")
    git(tmp_path, "init", "--quiet")
    commit(tmp_path)
    root = tmp_path / "newsroom/désk"
    raise_toll(root)
    done = briefing("diff", "HEAD", "--workspace", root, cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert "~145~ → 152" in done.out
    assert "1 record changed" in done.lines[0]


def test_a_shallow_clone_gives_what_it_has_and_says_what_it_lacks(repository, tmp_path, briefing):
    first = git(repository, "rev-parse", "HEAD")
    raise_toll(repository)
    commit(repository)
    edit(repository, "{killed: 17,", "{killed: 18,")
    commit(repository)
    git(tmp_path, "clone", "--quiet", "--depth", "2", repository.as_uri(), "shallow")
    done = briefing("diff", "HEAD~1", "HEAD", cwd=tmp_path / "shallow")
    assert (done.code, done.err) == (0, "")
    assert "~17~ → 18 law enforcement personnel killed" in done.out
    done = briefing("diff", first, cwd=tmp_path / "shallow")
    assert (done.code, done.out) == (1, "")
    assert done.err.count("\n") == 1
    assert "this clone is shallow: fetch more of it" in done.err


@pytest.mark.parametrize(
    "name", ["nowhere", "0" * 40, "HEAD:content", "main..HEAD", "", "a\nb", "HEAD^{tree}"], ids=repr
)
def test_what_is_no_commit_is_told_in_one_line(name, repository, briefing):
    done = briefing("diff", name, cwd=repository)
    assert (done.code, done.out, done.err.count("\n")) == (1, "", 1)
    assert "expected a commit" in done.err


def test_a_commit_that_looks_like_an_option_reaches_no_command(repository, tmp_path, briefing):
    done = briefing("diff", "--", f"--output={tmp_path / 'planted'}", cwd=repository)
    assert (done.code, done.err.count("\n")) == (1, 1)
    assert "found '--output=" in done.err
    assert not (tmp_path / "planted").exists()


def test_a_folder_that_is_no_repository_is_told_in_one_line(tmp_path, briefing):
    make_workspace(tmp_path / "desk")
    done = briefing("diff", "HEAD", cwd=tmp_path / "desk", GIT_CEILING_DIRECTORIES=str(tmp_path))
    assert (done.code, done.out, done.err.count("\n")) == (1, "", 1)
    assert "expected a folder in a git repository" in done.err


def test_a_machine_without_git_is_told_in_one_line(repository, tmp_path, briefing):
    done = briefing("diff", "HEAD", cwd=repository, PATH=str(tmp_path))
    assert (done.code, done.out) == (1, "")
    assert done.err == "error: git: expected the program, found none; install it, or see that PATH names it\n"


def test_variables_of_a_hook_lead_to_no_other_repository(repository, tmp_path, briefing):
    raise_toll(repository)
    elsewhere = {"GIT_DIR": str(tmp_path / "none"), "GIT_WORK_TREE": "/", "GIT_INDEX_FILE": "none"}
    done = briefing("diff", "HEAD", cwd=repository, **elsewhere)
    assert (done.code, done.err) == (0, "")
    assert "~145~ → 152" in done.out


@pytest.mark.parametrize(
    ("broken", "words"), [("schema: [\n", "expected YAML"), ("<<<<<<< ours\n", "expected a merged")]
)
def test_a_record_that_is_none_any_more_is_told_with_its_place(broken, words, repository, briefing):
    (repository / RECORD).write_text(broken, "utf-8")
    done = briefing("diff", "HEAD", "--format", "markdown", cwd=repository)
    assert done.code == 0
    assert f"Cannot be read:</b> <code>{RECORD}:" in done.out
    assert words in done.out
    assert "removed" not in done.out


def test_a_link_in_place_of_a_record_is_not_followed(repository, tmp_path, briefing):
    path = repository / RECORD
    (tmp_path / "secret").write_text(path.read_text("utf-8").replace("145", "152"), "utf-8")
    path.unlink()
    path.symlink_to(tmp_path / "secret")
    done = briefing("diff", "HEAD", cwd=repository)
    assert "152" not in done.out
    assert "expected a regular file" in done.out
    commit(repository)
    assert "152" not in briefing("diff", "HEAD~1", "HEAD", cwd=repository).out


def test_the_whole_sheet_goes_to_a_file_and_the_printed_one_keeps_its_size(repository, tmp_path, briefing):
    text = (repository / RECORD).read_text("utf-8")
    for number in range(40):
        name = f"attacks-{number:02d}-b1512c5f"
        (repository / f"content/incidents/{name}.yml").write_text(text.replace(f"id: {NAME}", f"id: {name}"), "utf-8")
    whole = tmp_path / "whole.md"
    done = briefing("diff", "HEAD", "--format", "markdown", "--full", whole, cwd=repository)
    assert (done.code, done.err) == (0, "")
    assert len(done.out) <= 65_000 < len(whole.read_text("utf-8"))
    assert "the whole is in whole.md" in done.out
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", done.out + whole.read_text("utf-8"))


def test_reading_changes_nothing_in_the_repository(repository, briefing, tree):
    raise_toll(repository)
    before = tree(repository)
    briefing("diff", "HEAD", cwd=repository)
    assert tree(repository) == before


def test_a_check_on_a_forge_annotates_lines_and_keeps_the_full_list(repository, tmp_path, briefing):
    edit(repository, "{killed: 17,", "{killed: 71,")
    summary = tmp_path / "summary.md"
    summary.write_text("said before\n", "utf-8")
    forge = {"GITHUB_STEP_SUMMARY": str(summary), "GITHUB_WORKSPACE": str(tmp_path)}
    done = briefing("check", "--format", "github", cwd=repository, **forge)
    assert done.code == 1
    line = next(n for n, text in enumerate((repository / RECORD).read_text("utf-8").splitlines(), 1) if "71," in text)
    assert any(
        each.startswith(f"::error file=desk/{RECORD},line={line},col=")
        and ",title=count-not-in-quote::expected a figure" in each
        for each in done.lines
    )
    assert done.lines[-1].endswith(" error") or "errors" in done.lines[-1]
    page = summary.read_text("utf-8")
    assert page.startswith("said before\n")
    assert f"<code>{RECORD}:{line}:" in page


def test_a_summary_that_cannot_be_written_hides_no_finding(repository, tmp_path, briefing):
    edit(repository, "{killed: 17,", "{killed: 71,")
    done = briefing("check", "--format", "github", cwd=repository, GITHUB_STEP_SUMMARY=str(tmp_path))
    assert done.code == 1
    assert any(each.startswith("::error ") for each in done.lines)
    assert done.err.count("\n") == 1


def test_a_check_needs_no_history_and_writes_sarif(repository, briefing):
    shutil.rmtree(repository / ".git")
    edit(repository, "{killed: 17,", "{killed: 71,")
    done = briefing("check", "--format", "sarif", cwd=repository)
    assert done.code == 1
    (run,) = json.loads(done.out)["runs"]
    assert "count-not-in-quote" in [each["ruleId"] for each in run["results"]]
    assert briefing("check", "--format", "text", cwd=repository).code == 1


def test_the_sentence_stands_there_whole_as_each_version_of_the_documents_has_it(repository, briefing):
    (repository / RECORD).unlink()
    commit(repository, "Without the record")
    shown = {}
    for base, head in (("HEAD~1", "HEAD"), ("HEAD", "HEAD~1")):
        done = briefing("diff", base, head, cwd=repository)
        (shown[base],) = {
            line.strip() for line in done.lines if "145" in line and "“" in line and "over 40 hours" in line
        }
    assert "›" in shown["HEAD"]
    assert "‹Pakistan's security forces killed [145] militants over 40 hours›" in shown["HEAD"]
    assert shown["HEAD~1"] == shown["HEAD"].replace("[145]", "~145~")
    text = (repository / "seeds/000_a32e27e422697ddd.txt").read_text("utf-8")
    sentence = shown["HEAD"].translate({ord(sign): None for sign in "“”‹›[]"})
    assert " ".join(sentence.split()) in " ".join(text.split())


def test_a_document_that_is_gone_or_another_one_leaves_the_quote_alone(repository, briefing):
    raise_toll(repository)
    (repository / "seeds/000_a32e27e422697ddd.txt").unlink()
    done = briefing("diff", "HEAD", cwd=repository)
    assert "now: “Pakistan's security forces killed [152] militants over 40 hours”" in done.out
    assert "was: “" in done.out
    assert "‹Pakistan's security forces killed ~145~ militants over 40 hours›" in done.out
