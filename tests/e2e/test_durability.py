"""The records and the site after a kill, on a full disk, and under many writers: a whole generation, old or new.

A build takes a workspace from one generation to the next: documents were added since the last one. ``BRIEFING_KILLS``
sets how many kills the slow tests try.
"""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from generator.publish.stage import recover
from generator.store.journal import STAGING, held

KILLS = int(os.environ.get("BRIEFING_KILLS", "200"))
ADDED = ("car-bombing", "wildfire", "earthquake")
GOLDEN = Path(__file__).parents[1] / "golden"
RUN_DAY = {"SOURCE_DATE_EPOCH": "1780272000"}

KILLED_AT = """
import os, signal, sys
from generator.store import disk
class Disk:
    left = int(sys.argv.pop(1))
    def __getattr__(self, name):
        call = getattr(os, name)
        if name not in ("open", "write", "fsync", "replace", "unlink", "mkdir", "rmdir"):
            return call
        def counted(*args, **options):
            Disk.left -= 1
            if Disk.left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return call(*args, **options)
        return counted
disk.os = Disk()
from generator.cli import main
main()
"""
"""A build that kills itself just before a call of a given number that can change the disk."""


def tree(folder: Path) -> dict[str, bytes]:
    """Names and bytes of all files below a folder, but for locks."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != ".lock")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@dataclass
class Trial:
    """A workspace whose records and site stand at one generation and whose documents ask for the next.

    Attributes:
        root: folder for everything.
        begin: the workspace that each trial begins with.
        old: its files, by part.
        new: what they are to become.
        seconds: how long a build takes.
    """

    root: Path
    begin: Path
    old: dict[str, dict[str, bytes]] = field(default_factory=dict)
    new: dict[str, dict[str, bytes]] = field(default_factory=dict)
    seconds: float = 0.0
    outcomes: Counter[str] = field(default_factory=Counter)

    def prepare(self) -> "Trial":
        """Build both generations once."""
        assert self.build(self.begin).returncode == 0
        self.old = self.parts(self.begin)
        for name in ADDED:
            shutil.copy(GOLDEN / name / "document.txt", self.begin / "seeds" / f"{name}.txt")
        finished = self.copy("finished")
        began = time.monotonic()
        assert self.build(finished).returncode == 0
        self.seconds = time.monotonic() - began
        self.new = self.parts(finished)
        assert self.old["content"] != self.new["content"]
        return self

    def parts(self, workspace: Path) -> dict[str, dict[str, bytes]]:
        return {part: tree(workspace / part) for part in ("content", "site/html", "site/bundle", "site/docs")}

    def copy(self, name: str) -> Path:
        return Path(shutil.copytree(self.begin, self.root / name, ignore=shutil.ignore_patterns(".lock")))

    def build(self, workspace: Path, *, killed_at: int | None = None) -> "subprocess.CompletedProcess[str]":
        command = ["-m", "generator"] if killed_at is None else ["-c", KILLED_AT, str(killed_at)]
        return subprocess.run(
            [sys.executable, *command, "build"],
            cwd=workspace,
            env=os.environ | RUN_DAY,
            capture_output=True,
            text=True,
            check=False,
            timeout=240,
        )

    def start(self, workspace: Path) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [sys.executable, "-m", "generator", "build"],
            cwd=workspace,
            env=os.environ | RUN_DAY,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )

    def check_whole(self, workspace: Path) -> str:
        """No file is torn; and what the next run does first makes one generation of them."""
        for path, data in tree(workspace / "content").items():
            if not path.startswith(STAGING):
                sound = (self.old["content"].get(path), self.new["content"].get(path))
                assert data in sound, f"{path} is neither old nor new"
        with held(workspace / "content"):
            content = tree(workspace / "content")
        assert content in (self.old["content"], self.new["content"]), "records of two generations"
        assert not (workspace / "content" / STAGING).exists()
        recover(workspace / "site/html", workspace / "site/.stage/old")
        for part in ("site/html", "site/bundle"):
            found = {path: data for path, data in tree(workspace / part).items() if not path.endswith(".part")}
            assert found in (self.old[part], self.new[part]), f"{part} of two generations"
        return "new" if content == self.new["content"] else "old"

    def check_repaired(self, workspace: Path) -> None:
        """The next build makes everything new and leaves nothing behind."""
        done = self.build(workspace)
        assert done.returncode == 0, done.stderr
        assert self.parts(workspace) == self.new
        hidden = {path.name for part in ("content", "site") for path in (workspace / part).rglob(".*")}
        assert hidden <= {".lock", ".generated.json", ".stage"}
        assert not (workspace / "site/.stage/old").exists()

    def kill_at_random(self, number: int, *, repair: bool) -> None:
        """Kill a build at a moment drawn by a number: anywhere, or near where the records are written."""
        chance = random.Random(number)
        workspace = self.copy(f"kill-{number}")
        with self.start(workspace) as process:
            assert process.stderr is not None
            if number % 2:
                time.sleep(chance.uniform(0, self.seconds))
            else:
                while (line := process.stderr.readline().strip()) not in ("records", ""):
                    pass
                assert line == "records"
                time.sleep(chance.uniform(0, 0.1 * self.seconds))
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
        self.finish(workspace, repair=repair)

    def kill_at_call(self, number: int, *, repair: bool) -> bool:
        """Kill a build at a call that changes the records; whether it made so many."""
        workspace = self.copy(f"call-{number}")
        killed = self.build(workspace, killed_at=number).returncode == -signal.SIGKILL
        self.finish(workspace, repair=repair)
        return killed

    def finish(self, workspace: Path, *, repair: bool) -> None:
        self.outcomes[self.check_whole(workspace)] += 1
        if repair:
            self.check_repaired(workspace)
        shutil.rmtree(workspace)


@pytest.fixture(scope="module")
def trial(copy_workspace, tmp_path_factory):
    return Trial(tmp_path_factory.mktemp("trial"), copy_workspace("durable").root).prepare()


@pytest.mark.build
def test_a_build_that_is_killed_leaves_one_generation_and_the_next_repairs_it(trial):
    for number in range(3):
        trial.kill_at_random(number, repair=number == 2)


@pytest.mark.build
def test_a_build_that_is_killed_between_two_calls_leaves_one_generation(trial):
    for number in (20, 75):
        trial.kill_at_call(number, repair=False)


@pytest.mark.slow
@pytest.mark.build
@pytest.mark.timeout(60 * KILLS)
def test_hundreds_of_kills_at_random_moments_leave_one_generation_each(trial):
    trial.outcomes.clear()
    for number in range(1_000, 1_000 + KILLS):
        trial.kill_at_random(number, repair=number % 4 == 0)
    print(f"{KILLS} kills: {dict(trial.outcomes)}")
    assert trial.outcomes["old"] > KILLS // 20
    assert trial.outcomes["new"] > KILLS // 20


@pytest.mark.slow
@pytest.mark.build
@pytest.mark.timeout(3_600)
def test_a_kill_before_any_call_that_changes_the_records_leaves_one_generation(trial):
    trial.outcomes.clear()
    number = 1
    while trial.kill_at_call(number, repair=number % 10 == 0):
        number += 1
    print(f"{number - 1} calls: {dict(trial.outcomes)}")
    assert number > 60
    assert set(trial.outcomes) == {"old", "new"}


@pytest.mark.build
def test_eight_builds_at_once_make_one_generation(trial):
    """One builds; the others wait a moment and then say in one line that they cannot."""
    workspace = trial.copy("eight")
    running = [trial.start(workspace) for _ in range(8)]
    ended = [(process, *process.communicate(timeout=240)) for process in running]
    codes = [process.returncode for process, _, _ in ended]
    assert 0 in codes
    assert set(codes) <= {0, 1}
    for process, _, err in ended:
        if process.returncode:
            assert "expected no other run in this workspace" in err.splitlines()[-1]
            assert "Traceback" not in err
    assert trial.parts(workspace) == trial.new
    assert not (workspace / "content" / STAGING).exists()


WRITER = """
import sys
from pathlib import Path
from generator.store.journal import Write, commit, held
content = Path(sys.argv[1])
paths = [f"incidents/{name}.yml" for name in "abc"]
for _ in range(int(sys.argv[2])):
    with held(content, timeout=120):
        old = {path: (content / path).read_bytes() if (content / path).exists() else None for path in paths}
        assert len(set(old.values())) == 1, "files of two generations"
        commit(content, [Write(path, b"%d" % (int(was or 0) + 1), was) for path, was in old.items()])
"""


def test_eight_writers_at_once_lose_no_change(tmp_path):
    running = [subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path), "10"]) for _ in range(8)]
    assert [process.wait(timeout=240) for process in running] == [0] * 8
    assert {path: int(data) for path, data in tree(tmp_path).items()} == {f"incidents/{x}.yml": 80 for x in "abc"}


SMALL_DISK = """
import json, os, subprocess, sys
from pathlib import Path
from generator.errors import BriefingError
from generator.store.journal import Write, commit, held, STAGING

content = Path(sys.argv[1])
mount = ["mount", "-t", "tmpfs", "-o", "size=256k", "small", str(content)]
done = subprocess.run(mount, capture_output=True, text=True)
if done.returncode:
    sys.exit(f"no mount: {done.stderr.strip()}")
paths = [f"incidents/{name}.yml" for name in "abcd"]
state = lambda number: {path: f"{path} {number}".encode() * 500 for path in paths}
tree = lambda: {f"incidents/{path.name}": path.read_bytes() for path in (content / "incidents").iterdir()}
change = lambda old, new: [Write(path, state(new)[path], old and state(old)[path]) for path in paths]
outcomes = {"full": 0, "done": 0}
commit(content, change(None, 1))
for free in range(0, 100, 4):
    with (content / "ballast").open("wb", buffering=0) as ballast:
        try:
            while ballast.write(bytes(1024)) == 1024:
                pass
        except OSError:
            pass
        ballast.truncate(max(0, ballast.tell() - 1024 * free))
    try:
        with held(content):
            commit(content, change(1, 2))
        outcomes["done"] += 1
    except BriefingError as error:
        assert "No space left on device" in str(error) and str(error).isprintable(), error
        outcomes["full"] += 1
    assert tree() in (state(1), state(2)), free
    with held(content):
        assert tree() in (state(1), state(2)), free
        assert not (content / STAGING).exists()
        os.unlink(content / "ballast")
        commit(content, change(1 if tree() == state(1) else 2, 3))
        commit(content, change(3, 1))
print(json.dumps(outcomes))
"""


def small_disk(command: list[str]) -> "subprocess.CompletedProcess[str]":
    """Runs a command in a mount namespace of its own, where it may mount what nobody else sees."""
    unshare = shutil.which("unshare")
    if unshare is None:
        pytest.skip("this system has no unshare to mount a small disk with")
    alone = [unshare, "--mount"] if os.geteuid() == 0 else [unshare, "--user", "--map-root-user", "--mount"]
    done = subprocess.run(
        [*alone, *command], capture_output=True, text=True, check=False, timeout=240, env=os.environ | RUN_DAY
    )
    if "no mount:" in done.stderr or "unshare failed" in done.stderr:
        pytest.skip(f"this system lets nobody mount a small disk: {done.stderr.strip().splitlines()[-1]}")
    return done


def test_a_small_disk_that_fills_up_keeps_one_generation(tmp_path):
    done = small_disk([sys.executable, "-c", SMALL_DISK, str(tmp_path)])
    assert done.returncode == 0, done.stderr
    outcomes = json.loads(done.stdout)
    assert outcomes["full"] > 3
    assert outcomes["done"] > 3


FULL_BUILD = """
set -u
keep=$(mktemp -d); cp -a content/. "$keep"
mount -t tmpfs -o size=512k small content || { echo "no mount: refused" >&2; exit 99; }
cp -a "$keep"/. content; rm -rf "$keep"
head -c 1000000 /dev/zero >content/ballast 2>/dev/null
"$0" -m generator build >/dev/null 2>build.err; echo $? >build.code
rm content/ballast
mkdir after; cp -a content/. after
"$0" -m generator build >/dev/null 2>&1; echo $? >repair.code
mkdir repaired; cp -a content/. repaired
"""


@pytest.mark.build
def test_a_build_on_a_full_disk_says_so_in_one_line_and_the_next_goes_on(trial):
    workspace = trial.copy("full")
    before = tree(workspace / "content")
    small_disk(["sh", "-c", f"cd {workspace} && {FULL_BUILD}", sys.executable])
    assert (workspace / "build.code").read_text() == "1\n"
    told = (workspace / "build.err").read_text().splitlines()
    assert "No space left on device" in told[-1]
    assert not any("Traceback" in line for line in told)
    assert tree(workspace / "after") == before
    assert (workspace / "repair.code").read_text() == "0\n"
    assert tree(workspace / "repaired") == trial.new["content"]
