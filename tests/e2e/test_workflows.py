"""A new workspace's workflows: their shell steps, run on a real repository; the forge's own tool only takes notes."""

import html
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

_TOOLS = [tool for tool in ("bash", "git", "iconv", "jq", "unzip") if shutil.which(tool) is None]
pytestmark = pytest.mark.skipif(bool(_TOOLS), reason=f"not installed: {', '.join(_TOOLS)}")

CHECKOUT = Path(__file__).parents[2]
RUN_DAY = "1780272000"
MARK = "<!-- briefing-review-sheet -->"

FORGE = '''\
"""Takes notes of how it is called, and answers from a list of (words, file)."""
import json, os, sys
folder = os.environ["FORGE"]
call = {"args": sys.argv[1:]}
if "--input" in sys.argv:
    call["input"] = json.load(open(sys.argv[sys.argv.index("--input") + 1], encoding="utf-8"))
with open(folder + "/calls.jsonl", "a", encoding="utf-8") as notes:
    notes.write(json.dumps(call) + "\\n")
said = " ".join(sys.argv[1:])
for words, file in json.load(open(folder + "/answers.json", encoding="utf-8")):
    if words in said:
        sys.stdout.buffer.write(open(file, "rb").read())
        break
'''


WORKFLOWS = {
    path.stem: yaml.safe_load(path.read_text("utf-8"))
    for path in sorted((CHECKOUT / "generator/scaffold/dot-github/workflows").glob("*.yml"))
}


def git(root, *arguments, stdin=None):
    """Run git with an identity and nothing of this machine's settings; returns what it prints."""
    settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    people = {f"GIT_{role}_{part}": value for role in ("AUTHOR", "COMMITTER") for part, value in PERSON.items()}
    done = subprocess.run(
        ["git", *arguments],
        cwd=root,
        env=os.environ | settings | people,
        input=stdin,
        capture_output=True,
        check=True,
        text=True,
    )
    return done.stdout.strip()


PERSON = {"NAME": "Ada Editor", "EMAIL": "ada@example.org"}


@dataclass(frozen=True)
class Outcome:
    """How a step ended."""

    code: int
    out: str
    outputs: dict[str, str]

    @property
    def told(self):
        """The annotations."""
        return [line for line in self.out.splitlines() if line.startswith("::")]


class Job:
    """Runs steps of a job by name, as a runner does: one shell each, outputs by file, no expression left open."""

    def __init__(self, root, name, at, **context):
        job = next(iter(WORKFLOWS[name]["jobs"].values()))
        self.steps, self.shared = job["steps"], job.get("env", {})
        self.root, self.at, self.context = root, at, context
        (at / "temp").mkdir(parents=True)
        (at / "bin").mkdir()
        self._write("briefing", f'#!/bin/sh\nexec "{sys.executable}" -m generator "$@"\n')
        self._write("forge.py", FORGE)
        self._write("gh", f'#!/bin/sh\nexec "{sys.executable}" "$(dirname "$0")/forge.py" "$@"\n')
        self.answer()

    def _write(self, name, text):
        (self.at / "bin" / name).write_text(text, "utf-8")
        (self.at / "bin" / name).chmod(0o755)

    def answer(self, *answers):
        """What the forge says to calls that hold certain words; nothing to any other."""
        rows = []
        for number, (words, answer) in enumerate(answers):
            path = self.at / f"answer-{number}"
            path.write_bytes(answer if isinstance(answer, bytes) else json.dumps(answer).encode())
            rows.append((words, str(path)))
        (self.at / "answers.json").write_text(json.dumps(rows), "utf-8")

    @property
    def calls(self):
        """How the forge was called."""
        notes = self.at / "calls.jsonl"
        return [json.loads(line) for line in notes.read_text("utf-8").splitlines()] if notes.exists() else []

    def run(self, name):
        """Run the step's shell lines."""
        (step,) = (step for step in self.steps if step["name"] == name)
        wanted = {key: self._filled(value) for key, value in {**self.shared, **step.get("env", {})}.items()}
        script, output = self.at / "step.sh", self.at / "output"
        script.write_text(step["run"], "utf-8")
        output.write_text("", "utf-8")
        clean = {key: value for key, value in os.environ.items() if not key.startswith(("GITHUB_", "RUNNER_", "GIT_"))}
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", script],
            cwd=self.root,
            env=clean
            | {
                "FORGE": str(self.at),
                "GIT_CONFIG_GLOBAL": os.devnull,
                "GIT_CONFIG_NOSYSTEM": "1",
                "GITHUB_OUTPUT": str(output),
                "GITHUB_REPOSITORY": "newsroom/site",
                "GITHUB_RUN_ID": "41",
                "GITHUB_STEP_SUMMARY": str(self.at / "summary.md"),
                "PATH": f"{self.at / 'bin'}:{os.environ['PATH']}",
                "RUNNER_TEMP": str(self.at / "temp"),
                "SOURCE_DATE_EPOCH": RUN_DAY,
            }
            | wanted,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
            timeout=120,
        )
        outputs = dict(line.split("=", 1) for line in output.read_text("utf-8").splitlines())
        if "id" in step:
            self.context |= {f"steps.{step['id']}.outputs.{key}": value for key, value in outputs.items()}
        return Outcome(done.returncode, done.stdout.decode("utf-8", "replace"), outputs)

    def _filled(self, value):
        known = {
            "github.token": "none",
            "github.server_url": "https://forge.example",
            "github.repository": "newsroom/site",
        }
        empty = re.compile(r"steps\.\w+\.outputs\.\w+")

        def fill(found):
            name = found[1].strip()
            if name in self.context or name in known:
                return str(self.context.get(name, known.get(name)))
            assert empty.fullmatch(name), f"no value for {name}"
            return ""

        return re.sub(r"\$\{\{(.*?)\}\}", fill, value)


@pytest.fixture(scope="module")
def desk(briefing, tmp_path_factory):
    """A new workspace, built and committed; not to be changed."""
    root = tmp_path_factory.mktemp("desk") / "desk"
    assert briefing("init", "desk", cwd=root.parent).code == 0
    assert briefing("build", cwd=root).code == 0
    git(root, "init", "--quiet", "--initial-branch", "main")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "Workspace")
    return root


@pytest.fixture
def repository(desk, tmp_path):
    """A repository of its own with one commit of the new workspace."""
    git(tmp_path, "clone", "--quiet", str(desk), "repository")
    return tmp_path / "repository"


def record_of(root):
    """The record of the example document."""
    records = sorted(path for path in (root / "content/incidents").glob("*.yml") if path.is_file())
    (path,) = (path for path in records if "file: example.md" in path.read_text("utf-8"))
    return path.relative_to(root).as_posix()


def edit_record(root):
    path = root / record_of(root)
    text = path.read_text("utf-8")
    assert text.count("{injured: 23") == 1
    path.write_text(text.replace("{injured: 23", "{injured: 24"), "utf-8")


def propose(root, change):
    """Make a change on a branch of a fork, and check out what merging it would give, as the forge does."""
    git(root, "switch", "--quiet", "--create", "theirs")
    change(root)
    git(root, "commit", "--quiet", "--all", "--allow-empty", "--message", "Proposal")
    git(root, "switch", "--quiet", "main")
    (root / "seeds/later.txt").write_text("Four people were hurt, the mayor said on Monday.\n", "utf-8")
    git(root, "add", "seeds")
    git(root, "commit", "--quiet", "--message", "Meanwhile on main")
    git(root, "merge", "--quiet", "--no-ff", "--no-edit", "theirs")
    merged = git(root, "rev-parse", "HEAD")
    git(root, "checkout", "--quiet", "--detach")
    git(root, "branch", "--quiet", "--force", "main", "HEAD^1")
    return merged


def check_job(root, tmp_path, *, fork=True):
    owner = "outsider/site" if fork else "newsroom/site"
    return Job(root, "check", tmp_path / "job", **{"github.event.pull_request.head.repo.full_name": owner})


def add(root, name, text="x\n"):
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    git(root, "--literal-pathspecs", "add", "--force", "--", name)


def link(root, name, target):
    path = root / name
    path.unlink(missing_ok=True)
    path.symlink_to(target)
    git(root, "add", "--force", "--", name)


def entry(root, mode, name):
    """An entry of the index that this file system need not hold."""
    sha = git(root, "rev-parse", "HEAD") if mode == "160000" else git(root, "hash-object", "-w", "--stdin", stdin="x\n")
    git(root, "update-index", "--add", "--cacheinfo", f"{mode},{sha},{name}")


def commit_index(root):
    git(root, "commit", "--quiet", "--message", "Proposal by hand")
    git(root, "reset", "--quiet", "--hard")


HOSTILE = {
    "a link for a record": lambda root: link(root, record_of(root), "/etc/passwd"),
    "a new link": lambda root: link(root, "content/incidents/new.yml", "../../requirements.txt"),
    "a link for a folder": lambda root: link(root, "content/more", "../site"),
    "a submodule": lambda root: (entry(root, "160000", "content/incidents/sub.yml"), commit_index(root)),
    "a program": lambda root: (entry(root, "100755", "content/incidents/run.yml"), commit_index(root)),
    "a workflow": lambda root: add(root, ".github/workflows/more.yml"),
    "a changed workflow": lambda root: add(root, ".github/workflows/check.yml"),
    "settings": lambda root: add(root, "site/mkdocs.yml", "hooks: [site/hooks.py]\n"),
    "a hook": lambda root: add(root, "site/hooks.py"),
    "a template": lambda root: add(root, "templates/home.md.jinja"),
    "headers": lambda root: add(root, "site/_headers"),
    "redirects": lambda root: add(root, "site/docs/assets/_redirects"),
    "a domain": lambda root: add(root, "site/docs/assets/CNAME"),
    "requirements": lambda root: add(root, "requirements.txt", "other-program\n"),
    "attributes": lambda root: add(root, "content/.gitattributes", "* filter=x\n"),
    "modules": lambda root: add(root, ".gitmodules"),
    "a document": lambda root: add(root, "seeds/new.txt"),
    "a fetch": lambda root: add(root, "fetch"),
    "a history": lambda root: add(root, "content/history/new.jsonl"),
    "a codebook": lambda root: add(root, "content/codebook.md"),
    "another ending": lambda root: add(root, "content/incidents/new.yaml"),
    "a hidden file": lambda root: add(root, "content/incidents/.new.yml"),
    "a hidden folder": lambda root: add(root, "content/.x/new.yml"),
    "a folder in capitals": lambda root: add(root, "Content/incidents/new.yml"),
    "a new line in the name": lambda root: add(root, "content/incidents/a\n::warning::b.yml"),
    "signs of git": lambda root: add(root, "content/incidents/:(top)x.yml"),
    "a letter that looks alike": lambda root: add(root, "content/incidents/\u0430.yml"),
    "a record taken away": lambda root: git(root, "rm", "--quiet", record_of(root)),
    "a record moved away": lambda root: git(root, "mv", record_of(root), "seeds/moved.yml"),
}


OF_THE_RECORD = [HOSTILE[name] for name in ("a link for a record", "a record taken away", "a record moved away")]


@pytest.mark.parametrize("change", HOSTILE.values(), ids=HOSTILE.keys())
def test_from_a_fork_nothing_but_plain_records_counts(change, repository, tmp_path):
    counted = [] if change in OF_THE_RECORD else [record_of(repository)]

    def with_an_edit(root):
        change(root)
        if counted:
            edit_record(root)

    merged = propose(repository, with_an_edit)
    changed = git(repository, "diff", "--name-only", "--no-renames", f"{merged}^1", merged).splitlines()
    step = check_job(repository, tmp_path).run("Count only records from a fork")
    assert step.code == 1
    assert step.told
    assert all(line.startswith("::error::From a fork only new and changed plain files") for line in step.told)
    # What is left is the state of main, with the proposed record where there is one.
    assert git(repository, "rev-parse", "HEAD") == git(repository, "rev-parse", "main")
    assert git(repository, "status", "--porcelain").splitlines() == [f"M  {name}" for name in counted]
    assert len(changed) == len(step.told) + len(counted)


def test_a_record_that_a_fork_edits_or_adds_counts(repository, tmp_path):
    def change(root):
        edit_record(root)
        add(root, "content/incidents/new-one.yml", "schema: incident/1\n")

    propose(repository, change)
    step = check_job(repository, tmp_path).run("Count only records from a fork")
    assert (step.code, step.told) == (0, [])
    assert step.outputs["base"] == git(repository, "rev-parse", "main")
    edited = record_of(repository)
    left = git(repository, "status", "--porcelain").splitlines()
    assert sorted(left) == ["A  content/incidents/new-one.yml", f"M  {edited}"]
    assert "{injured: 24" in (repository / edited).read_text("utf-8")


def test_a_branch_of_the_newsroom_counts_whole(repository, tmp_path):
    merged = propose(repository, lambda root: add(root, "templates/home.md.jinja"))
    step = check_job(repository, tmp_path, fork=False).run("Count only records from a fork")
    assert (step.code, step.told) == (0, [])
    assert step.outputs["base"] == git(repository, "rev-parse", "main")
    assert git(repository, "rev-parse", "HEAD") == merged
    assert (repository / "templates/home.md.jinja").exists()


@pytest.mark.build
def test_the_preview_shows_what_a_fork_proposes_even_with_a_fault_in_it(repository, tmp_path):
    propose(repository, edit_record)
    job = check_job(repository, tmp_path)
    assert job.run("Count only records from a fork").code == 0
    stem = Path(record_of(repository)).stem
    step = job.run("Build the preview")
    assert step.code == 1
    assert f"{record_of(repository)}:" in step.out
    with zipfile.ZipFile(repository / "site/bundle/briefing-offline.zip") as bundle:
        (page,) = (bundle.read(name).decode() for name in bundle.namelist() if name.endswith(f"{stem}.html"))
    assert re.search(r">24<", page)
    assert "https://forge.example/newsroom/site/issues/new?template=error.yml&title=" in html.unescape(page)


def needs(briefing, command, words):
    """Skip where a command is not there yet."""
    if words not in briefing(*command, cwd=CHECKOUT).out:
        pytest.skip(f"briefing {' '.join(command)} does not name {words} yet")


def test_faults_of_a_proposal_are_told_at_their_lines(briefing, repository, tmp_path):
    needs(briefing, ["check", "--help"], "github")
    propose(repository, edit_record)
    job = check_job(repository, tmp_path)
    job.run("Count only records from a fork")
    step = job.run("Look for faults")
    assert step.code == 1
    assert any(re.match(r"::(error|warning) .*file=content/incidents/", line) for line in step.told)


def test_the_review_sheet_shows_the_old_and_the_new_figure(briefing, repository, tmp_path):
    needs(briefing, ["--help"], "  diff ")
    propose(repository, edit_record)
    job = check_job(repository, tmp_path)
    job.run("Count only records from a fork")
    assert job.run("Write the review sheet").code == 0
    sheet = (tmp_path / "job/temp/sheet.md").read_text("utf-8")
    assert "23" in sheet
    assert "24" in sheet
    assert (tmp_path / "job/summary.md").read_text("utf-8") == sheet


def test_a_sheet_that_is_too_long_for_a_comment_is_kept_whole_beside_it(briefing, repository, tmp_path):
    def add_many(root):
        text = (root / record_of(root)).read_text("utf-8")
        name = Path(record_of(root)).stem
        for number in range(60):
            add(root, f"content/incidents/copy-{number}-{name}.yml", text.replace(name, f"copy-{number}-{name}"))

    propose(repository, add_many)
    job = check_job(repository, tmp_path)
    assert job.run("Count only records from a fork").code == 0
    assert job.run("Write the review sheet").code == 0
    for name, workflow in WORKFLOWS.items():
        for steps in (each["steps"] for each in workflow["jobs"].values()):
            kept = [step for step in steps if step["name"] == "Keep the whole review sheet"]
            assert len(kept) == (name in ("check", "ingest"))
            assert all(step["with"]["path"] == "${{ runner.temp }}/whole-review-sheet.md" for step in kept)
    sheet, whole = ((tmp_path / "job/temp" / name).read_text("utf-8") for name in ("sheet.md", "whole-review-sheet.md"))
    assert len(sheet) <= 65_000 < len(whole)
    assert "the whole is in whole-review-sheet.md" in sheet
    assert all(f"copy-{number}-" in whole for number in range(60))


HEAD = "a" * 40


@pytest.fixture
def comment(desk, tmp_path):
    """The job that posts the sheet."""
    run = {
        "github.event.workflow_run.head_branch": "theirs & more",
        "github.event.workflow_run.head_repository.owner.login": "outsider",
        "github.event.workflow_run.head_sha": HEAD,
        "github.event.workflow_run.id": 99,
    }
    return Job(desk, "comment", tmp_path / "job", **run)


@pytest.mark.parametrize(
    ("pulls", "number"),
    [
        ([{"number": 7, "head": {"sha": HEAD}}], "7"),
        ([{"number": 7, "head": {"sha": "b" * 40}}, {"number": 8, "head": {"sha": HEAD}}], "8"),
        ([{"number": 7, "head": {"sha": "b" * 40}}], None),
        ([], None),
    ],
    ids=["the only one", "the one at that commit", "moved on", "closed"],
)
def test_the_comment_goes_to_the_pull_request_that_stands_at_the_checked_commit(pulls, number, comment):
    comment.answer(("/pulls", pulls))
    step = comment.run("Find the pull request")
    assert step.code == 0
    assert step.outputs.get("number") == number
    (call,) = comment.calls
    assert call["args"][:4] == ["api", "--method", "GET", "repos/newsroom/site/pulls"]
    assert "head=outsider:theirs & more" in call["args"]


def archive(tmp_path, *members):
    path = tmp_path / "sheet.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in members:
            packed.writestr(name, data)
    return path.read_bytes()


def hand_over(job, data, *, size=None, **fields):
    listed = {"id": 5, "name": "review-sheet", "expired": False, "size_in_bytes": size or len(data), **fields}
    job.answer(("/artifacts/5/zip", data), ("/runs/99/artifacts", {"artifacts": [listed]}))
    job.context["steps.pull.outputs.number"] = "7"


@pytest.mark.parametrize("text", ["## Review\n\n145 -> 152\n", "a" + "é" * 64999], ids=["short", "as long as may be"])
def test_a_sheet_of_the_right_shape_is_taken(text, comment, tmp_path):
    hand_over(comment, archive(tmp_path, ("sheet.md", text)))
    step = comment.run("Read the sheet")
    assert (step.code, step.outputs) == (0, {"found": "true"})
    assert comment.run("Disarm the sheet").code == 0
    assert json.loads((tmp_path / "job/temp/comment.json").read_text("utf-8")) == {"body": f"{MARK}\n{text}"}


@pytest.mark.parametrize(
    "members",
    [
        [("sheet.md", "x" * 65001)],
        [("sheet.md", b"\0" * 400_000_000)],
        [("sheet.md", "")],
        [("sheet.md", b"\xff\xfe")],
        [("sheet.md", "a\x1b[2Jb")],
        [("sheet.md", "x"), ("number", "1")],
        [("../sheet.md", "x")],
        [("other.md", "x")],
        [],
    ],
    ids=[
        "too long",
        "a bomb",
        "empty",
        "other bytes",
        "a control sign",
        "two files",
        "a way out",
        "another name",
        "no file",
    ],
)
def test_a_sheet_of_another_shape_is_not_posted(members, comment, tmp_path):
    hand_over(comment, archive(tmp_path, *members))
    step = comment.run("Read the sheet")
    assert step.code == 1
    assert step.outputs == {}
    assert step.told[0].startswith("::error::Review sheet: expected ")
    assert {path.name for path in tmp_path.rglob("*.md")} <= {"sheet.md"}


def test_a_sheet_that_is_large_is_not_even_fetched(comment, tmp_path):
    hand_over(comment, archive(tmp_path, ("sheet.md", "x")), size=1_000_001)
    step = comment.run("Read the sheet")
    assert step.code == 1
    assert step.told == ["::error::Review sheet: expected at most 1,000,000 bytes, found 1000001"]
    assert not [call for call in comment.calls if "zip" in call["args"][1]]


@pytest.mark.parametrize("fields", [{"expired": True}, {"name": "preview"}], ids=["expired", "another artifact"])
def test_without_a_sheet_nothing_is_posted_and_nothing_fails(fields, comment, tmp_path):
    hand_over(comment, archive(tmp_path, ("sheet.md", "x")), **fields)
    step = comment.run("Read the sheet")
    assert (step.code, step.outputs) == (0, {})


def test_a_sheet_calls_nobody_loads_nothing_and_holds_no_element_of_its_own(comment, tmp_path):
    text = (
        "Hello @newsroom/editors, ![x](https://track.example/x.png) <img src=https://track.example/y.png> "
        "<script>alert(1)</script> <a href=x>y</a> <!-- hidden --> <mark>152</mark> <details open><summary>s</summary>"
        "</details>\n"
    )
    (tmp_path / "job/temp/sheet.md").write_text(text, "utf-8")
    assert comment.run("Disarm the sheet").code == 0
    body = json.loads((tmp_path / "job/temp/comment.json").read_text("utf-8"))["body"]
    assert not re.search(r"@\w|!\[", body)
    assert set(re.findall(r"<([^\s>]+)", body)) == {
        "!--",
        "mark",
        "/mark",
        "details",
        "summary",
        "/summary",
        "/details",
    }
    assert body.count("<!--") == 1
    assert "<mark>152</mark>" in body


BOT = {"login": "github-actions[bot]"}


@pytest.mark.parametrize("name", ["comment", "ingest"])
@pytest.mark.parametrize(
    ("pages", "call"),
    [
        ([[]], ["POST", "repos/newsroom/site/issues/7/comments"]),
        ([[{"id": 1, "user": {"login": "outsider"}, "body": MARK}]], ["POST", "repos/newsroom/site/issues/7/comments"]),
        ([[{"id": 1, "user": BOT, "body": f"x {MARK}"}]], ["POST", "repos/newsroom/site/issues/7/comments"]),
        (
            [[{"id": 1, "user": BOT, "body": "other"}], [{"id": 2, "user": BOT, "body": f"{MARK}\nold"}]],
            ["PATCH", "repos/newsroom/site/issues/comments/2"],
        ),
    ],
    ids=["no comment yet", "somebody else's", "another of ours", "ours, on the second page"],
)
def test_there_is_one_comment_which_later_checks_bring_up_to_date(name, pages, call, desk, tmp_path):
    job = Job(desk, name, tmp_path / "job", **OF_INGEST)
    job.context["steps.pull.outputs.number"] = job.context["steps.proposed.outputs.number"] = "7"
    job.answer(("--paginate", "".join(json.dumps(page) for page in pages).encode()))
    (tmp_path / "job/temp/sheet.md").write_text("new", "utf-8")
    assert job.run("Disarm the sheet").code == 0
    assert job.run("Post the comment").code == 0
    last = job.calls[-1]
    assert [last["args"][3], last["args"][4]] == call
    assert last["input"] == {"body": f"{MARK}\nnew"}


OF_INGEST = {"github.event.repository.default_branch || 'main'": "main"}


@pytest.fixture
def origin(desk, tmp_path):
    """The repository on the forge."""
    git(tmp_path, "clone", "--quiet", "--bare", str(desk), "origin.git")
    return tmp_path / "origin.git"


def start_ingest(origin, at, pulls=()):
    """A runner that has checked out main."""
    at.mkdir()
    git(at, "clone", "--quiet", str(origin), "checkout")
    job = Job(at / "checkout", "ingest", at / "job", **OF_INGEST)
    job.answer(("pr list", list(pulls)), ("pr create", b"https://forge.example/newsroom/site/pull/7\n"))
    return job


def ingest(job, until="Push and propose"):
    """Run the job's own steps in their order, as far as they need no command that is not written yet."""
    names = ("Find the open pull request", "Take up its branch, or begin one", "Fetch documents", "Build the records")
    step = None
    for name in (*names, "Commit", "Push and propose"):
        if name == "Push and propose" and not job.context.get("steps.commit.outputs.branch"):
            return step
        step = job.run(name)
        if step.code or name == until:
            return step
    return step


STORY = "A car bomb killed 12 people in Kelmar on Monday, police said."
FETCH = "#!/bin/sh\nprintf '%s\\n' '{story}' >seeds/{name}.txt\n"


def add_fetch(origin, tmp_path, name):
    at = tmp_path / f"work-{name}"
    git(tmp_path, "clone", "--quiet", str(origin), at.name)
    (at / "fetch").write_text(FETCH.format(name=name, story=STORY), "utf-8")
    (at / "fetch").chmod(0o755)
    git(at, "add", "fetch")
    git(at, "commit", "--quiet", "--message", f"Fetch {name}")
    git(at, "push", "--quiet", "origin", "HEAD:main")
    return at


OPEN = {"number": 7, "headRefName": "ingest-41", "isCrossRepository": False}


def test_without_a_fetch_of_its_own_a_workspace_proposes_nothing(origin, tmp_path):
    job = start_ingest(origin, tmp_path / "runner")
    step = ingest(job)
    assert step.code == 0
    assert step.told == ["::notice::Nothing is new"]
    assert [call["args"][:2] for call in job.calls] == [["pr", "list"]]
    assert git(origin, "branch", "--list") == "* main"


@pytest.mark.build
def test_new_documents_arrive_in_a_pull_request_and_never_over_a_persons_commit(origin, tmp_path):
    person = add_fetch(origin, tmp_path, "first")
    main = git(origin, "rev-parse", "main")
    job = start_ingest(origin, tmp_path / "one")
    step = ingest(job)
    assert (step.code, step.outputs) == (0, {"number": "7"})
    assert job.calls[-1]["args"][:6] == ["pr", "create", "--base", "main", "--head", "ingest-41"]
    assert git(origin, "rev-parse", "main") == main
    first = git(origin, "rev-parse", "ingest-41")
    changed = git(origin, "diff", "--name-only", "main", "ingest-41").splitlines()
    assert "seeds/first.txt" in changed
    assert len([name for name in changed if name.startswith("content/incidents/")]) == 1
    assert all(name.startswith(("seeds/", "content/")) for name in changed)

    # A person corrects the example's record on that branch, and main moves on.
    git(person, "fetch", "--quiet")
    git(person, "switch", "--quiet", "ingest-41")
    edit_record(person)
    git(person, "commit", "--quiet", "--all", "--message", "Correction")
    git(person, "push", "--quiet")
    corrected = git(person, "rev-parse", "HEAD")
    add_fetch(origin, tmp_path, "second")

    again = start_ingest(origin, tmp_path / "two", [OPEN, {**OPEN, "number": 8, "isCrossRepository": True}])
    assert ingest(again).outputs == {"number": "7"}
    assert not [call for call in again.calls if call["args"][:2] == ["pr", "create"]]
    second = git(origin, "rev-parse", "ingest-41")
    for kept in (first, corrected, "main"):
        git(origin, "merge-base", "--is-ancestor", kept, second)
    assert "{injured: 24" in git(origin, "show", f"ingest-41:{record_of(person)}")
    assert git(origin, "show", "ingest-41:seeds/second.txt")

    # A run to which nothing is new leaves the branch alone.
    third = start_ingest(origin, tmp_path / "three", [OPEN])
    assert ingest(third).told == ["::notice::Nothing is new"]
    assert git(origin, "rev-parse", "ingest-41") == second


@pytest.mark.parametrize(
    ("break_it", "code"),
    [
        (lambda root: add(root, "seeds/broken.txt", "\x00\x01\x02"), 0),
        (lambda root: add(root, "templates/home.md.jinja", "{{ nothing"), 1),
    ],
    ids=["a document that cannot be read", "a template that is broken"],
)
def test_findings_are_proposed_and_a_build_that_breaks_is_not(break_it, code, repository, tmp_path):
    break_it(repository)
    job = Job(repository, "ingest", tmp_path / "job", **OF_INGEST)
    assert job.run("Build the records").code == code


def begin_branch(origin, tmp_path, change):
    """An open pull request of an earlier run, with a change on its branch."""
    at = tmp_path / "earlier"
    git(tmp_path, "clone", "--quiet", str(origin), at.name)
    git(at, "switch", "--quiet", "--create", "ingest-41")
    change(at)
    git(at, "commit", "--quiet", "--message", "On the branch")
    git(at, "push", "--quiet", "origin", "ingest-41")
    return at


def test_a_person_who_pushes_while_a_run_is_at_work_keeps_their_commit(origin, tmp_path):
    person = begin_branch(origin, tmp_path, lambda root: add(root, "seeds/new.txt", f"{STORY}\n"))
    job = start_ingest(origin, tmp_path / "runner", [OPEN])
    assert ingest(job, until="Commit").outputs == {"branch": "ingest-41"}
    add(person, "content/note.yml", "x\n")
    git(person, "commit", "--quiet", "--message", "Meanwhile")
    git(person, "push", "--quiet", "origin", "ingest-41")
    step = job.run("Push and propose")
    assert step.code == 1
    assert step.told[0].startswith("::error::ingest-41: expected to add commits to it, found that somebody was faster")
    assert git(origin, "rev-parse", "ingest-41") == git(person, "rev-parse", "HEAD")


def test_a_branch_that_main_contradicts_is_left_to_a_person(origin, tmp_path):
    person = begin_branch(origin, tmp_path, lambda root: add(root, "content/codebook.md", "ours\n"))
    git(person, "switch", "--quiet", "main")
    add(person, "content/codebook.md", "theirs\n")
    git(person, "commit", "--quiet", "--message", "On main")
    git(person, "push", "--quiet", "origin", "main")
    before = git(origin, "rev-parse", "ingest-41")
    step = ingest(start_ingest(origin, tmp_path / "runner", [OPEN]))
    assert step.code == 1
    assert step.told[-1].startswith("::error::ingest-41: expected that main merges into it")
    assert git(origin, "rev-parse", "ingest-41") == before


@pytest.mark.parametrize(
    "pulls",
    [
        [{**OPEN, "headRefName": "ingest-41; touch x"}],
        [{**OPEN, "isCrossRepository": True}],
        [{**OPEN, "headRefName": "main"}],
    ],
    ids=["a name with signs", "a fork's", "another branch"],
)
def test_only_a_branch_of_its_own_is_taken_up(pulls, origin, tmp_path):
    job = start_ingest(origin, tmp_path / "runner", pulls)
    assert job.run("Find the open pull request").outputs == {}
    assert job.run("Take up its branch, or begin one").code == 0
    assert git(job.root, "branch", "--show-current") == "ingest-41"
    assert not (job.root / "x").exists()


@pytest.mark.build
def test_the_site_that_is_published_is_built_with_its_form_for_errors(repository, tmp_path):
    job = Job(repository, "publish", tmp_path / "job")
    assert job.run("Build the site").code == 0
    (step,) = (step for step in job.steps if step["name"] == "Hand the site on")
    page = repository / step["with"]["path"] / "incidents" / f"{Path(record_of(repository)).stem}.html"
    assert "https://forge.example/newsroom/site/issues/new?template=error.yml&" in html.unescape(
        page.read_text("utf-8")
    )


ALL = [
    *sorted((CHECKOUT / "generator/scaffold/dot-github/workflows").glob("*.yml")),
    *sorted((CHECKOUT / ".github/workflows").glob("*.yml")),
]


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.stem)
def test_a_workflow_has_no_right_but_those_it_names_and_runs_no_text_from_outside(path):
    workflow = yaml.safe_load(path.read_text("utf-8"))
    assert workflow["permissions"] == {}
    assert "pull_request_target" not in workflow[True]
    for job in workflow["jobs"].values():
        assert job["permissions"]
        assert job["timeout-minutes"] <= 60
        for step in job["steps"]:
            assert "${{" not in step.get("run", "")
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] is False
    for line in path.read_text("utf-8").splitlines():
        if "uses:" in line:
            assert re.fullmatch(r" +uses: actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)


def test_a_check_of_a_fork_has_no_secret_and_writes_nothing():
    check, comment = WORKFLOWS["check"], WORKFLOWS["comment"]
    assert list(check[True]) == ["pull_request"]
    assert [job["permissions"] for job in check["jobs"].values()] == [{"contents": "read"}]
    assert "secrets" not in json.dumps(check)
    assert "token" not in json.dumps(check)
    assert comment[True]["workflow_run"]["workflows"] == [check["name"]]
    (job,) = comment["jobs"].values()
    assert job["permissions"] == {"actions": "read", "pull-requests": "write"}
    assert [step for step in job["steps"] if "uses" in step] == []


def test_no_step_pushes_by_force():
    for name, workflow in WORKFLOWS.items():
        for job in workflow["jobs"].values():
            for step in job["steps"]:
                for line in step.get("run", "").splitlines():
                    if "push" in line:
                        assert not re.search(r"--force|--mirror|--delete| -f\b|\+HEAD|\+refs", line), name


ZIZMOR = shutil.which("zizmor", path=os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"])))


@pytest.mark.skipif(ZIZMOR is None, reason="not installed: zizmor")
def test_zizmor_finds_nothing(desk):
    done = subprocess.run(
        [ZIZMOR, "--offline", "--persona", "pedantic", "--no-progress", "--quiet", desk, CHECKOUT / ".github"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
