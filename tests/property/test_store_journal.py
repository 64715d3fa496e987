"""The law of the journal: after a kill or a power cut, all files are old or all are new, and every sync is needed."""

import errno
import os
import random
import re
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from generator.errors import BriefingError
from generator.store import disk, journal
from generator.store.journal import LOCK, STAGING, Write, commit, held, recover

PATHS = ("incidents/a.yml", "generated/a.yml", "history/a.jsonl", "incidents/b.yml")
COMING_AND_GOING = ("generated/odd.yml", "history/even.jsonl")
MEMORY = Path("/dev/shm")


@pytest.fixture
def memory() -> Iterator[Path]:
    """A folder in memory where there is such a disk: what is synced here is synced for the model's sake only."""
    with tempfile.TemporaryDirectory(dir=MEMORY if os.access(MEMORY, os.W_OK) else None) as folder:
        yield Path(folder)


def state(generation: int) -> dict[str, bytes]:
    """The files of a generation; of two files only one is there, in turn."""
    return {path: f"{generation}\n".encode() * 200 for path in (*PATHS, COMING_AND_GOING[(generation + 1) % 2])}


def change(old: int | None, new: int) -> list[Write]:
    before = {} if old is None else state(old)
    paths = (path for path in (*PATHS, *COMING_AND_GOING) if path in before or path in state(new))
    return [Write(path, state(new).get(path), before.get(path)) for path in paths]


def tree(content: Path) -> dict[str, bytes]:
    files = [path for path in content.rglob("*") if path.is_file() and path.name != LOCK]
    return {path.relative_to(content).as_posix(): path.read_bytes() for path in files}


CHILD = f"""
import sys
from pathlib import Path
from generator.store.journal import Write, commit, held
content, generation = Path(sys.argv[1]), int(sys.argv[2])
paths = {PATHS!r}
turns = {COMING_AND_GOING!r}
text = lambda number: f"{{number}}\\n".encode() * 200
print("ready", flush=True)
while True:
    with held(content):
        writes = [Write(path, text(generation + 1), text(generation)) for path in paths]
        writes.append(Write(turns[(generation + 1) % 2], None, text(generation)))
        writes.append(Write(turns[generation % 2], text(generation + 1), None))
        commit(content, writes)
    generation += 1
    print(generation, flush=True)
"""


def test_a_run_that_is_killed_leaves_one_generation(memory: Path) -> None:
    """Each run is let make a change or two, so that the kill falls into one on any machine."""
    chance = random.Random(7)
    commit(memory, change(None, 1))
    generation = 1
    for _ in range(15):
        child = subprocess.Popen([sys.executable, "-c", CHILD, str(memory), str(generation)], stdout=subprocess.PIPE)
        with child:
            assert child.stdout is not None
            for _ in range(chance.randint(2, 4)):
                assert child.stdout.readline()
            time.sleep(chance.uniform(0, 0.003))
            child.kill()
        with held(memory):
            files = tree(memory)
        assert set(PATHS) <= set(files)
        generations = {int(data.split(b"\n")[0]) for data in files.values()}
        assert len(generations) == 1, "files of two generations"
        assert max(generations) > generation
        generation = max(generations)
        assert files == state(generation)


@dataclass
class Platter:
    """What a disk may hold when the power fails: what was synced, and of the rest anything or nothing.

    A folder's names become durable when the folder is synced, a file's bytes when the file is. A rename is one step,
    as it is on every journalling file system; steps that were not synced may survive in any selection.
    """

    names: dict[int, dict[str, int]] = field(default_factory=lambda: {0: {}})
    kept_names: dict[int, dict[str, int]] = field(default_factory=lambda: {0: {}})
    data: dict[int, bytes] = field(default_factory=dict)
    kept_data: dict[int, bytes] = field(default_factory=dict)
    steps: list[list[tuple[int, str, int | None]]] = field(default_factory=list)

    def find(self, path: str) -> int:
        node = 0
        for part in Path(path).parts:
            node = self.names[node][part]
        return node

    def put(self, path: str, *, folder: bool = False) -> None:
        node = max([*self.names, *self.data]) + 1
        (self.names if folder else self.data)[node] = {} if folder else b""  # type: ignore[assignment]
        (self.kept_names if folder else self.kept_data)[node] = {} if folder else b""  # type: ignore[assignment]
        self.step([(self.find(str(Path(path).parent)), Path(path).name, node)])

    def step(self, edits: list[tuple[int, str, int | None]]) -> None:
        apply(self.names, edits)
        self.steps.append(edits)

    def move(self, old: str, new: str) -> None:
        parents = [(self.find(str(Path(path).parent)), Path(path).name) for path in (old, new)]
        self.step([(*parents[0], None), (*parents[1], self.find(old))])

    def drop(self, path: str) -> None:
        self.step([(self.find(str(Path(path).parent)), Path(path).name, None)])

    def sync(self, path: str) -> None:
        node = self.find(path)
        if node in self.data:
            self.kept_data[node] = self.data[node]
            return
        forced = [step for step in self.steps if any(folder == node for folder, _, _ in step)]
        for step in forced:
            apply(self.kept_names, step)
        self.steps = [step for step in self.steps if step not in forced]

    def survivors(self, chance: random.Random) -> dict[str, bytes | None]:
        """Paths and bytes (None for folders) that a power cut could leave."""
        names = {node: dict(entries) for node, entries in self.kept_names.items()}
        share = chance.choice((0.0, 0.5, 1.0))
        for step in self.steps:
            if chance.random() < share:
                apply(names, step)
        data = {node: self._survivor(node, chance) for node in self.data}

        def walk(node: int, path: str) -> Iterator[tuple[str, bytes | None]]:
            for name, child in names[node].items():
                yield f"{path}{name}", data.get(child)
                if child in names:
                    yield from walk(child, f"{path}{name}/")

        return dict(walk(0, ""))

    def _survivor(self, node: int, chance: random.Random) -> bytes:
        """What was synced of a file; or all that was written, or its first part."""
        kept, written = self.kept_data[node], self.data[node]
        return kept if kept == written else chance.choice((kept, written, written[: len(written) // 2]))


def apply(names: dict[int, dict[str, int]], edits: list[tuple[int, str, int | None]]) -> None:
    for folder, name, node in edits:
        if node is None:
            names[folder].pop(name, None)
        else:
            names[folder][name] = node


Site = str
"""A line of the journal that asks for a sync."""


def asking() -> Site:
    """The line of the journal that led to where we are."""
    frames = [frame for frame in traceback.extract_stack() if Path(frame.filename) == Path(journal.__file__)]
    return f"{frames[-1].name}, line {frames[-1].lineno}"


class WatchedDisk:
    """The operating system, with a platter that follows what it does.

    Args:
        root: the watched folder.
        fails: number of the sync that the disk refuses, or 0.
        lost: the syncs that the disk only pretends to do, by number or by place.
    """

    def __init__(self, root: Path, *, fails: int = 0, lost: frozenset[int | Site] = frozenset()) -> None:
        self.platter = Platter()
        self.chances: dict[tuple[tuple[str, bytes | None], ...], tuple[dict[str, bytes], ...]] = {}
        self.allowed: tuple[dict[str, bytes], ...] = ()
        self.sites: list[Site] = []
        self.lost = lost
        self._root = root
        self._fails = fails
        self._chance = random.Random(11)
        self._open: dict[int, str] = {}
        for path in sorted(root.rglob("*")):
            self.platter.put(self._inside(path), folder=path.is_dir())
            if path.is_file():
                self.platter.data[self.platter.find(self._inside(path))] = path.read_bytes()
        for folder in (root, *(path for path in root.rglob("*") if path.name != LOCK)):
            self.platter.sync(self._inside(folder))

    def __getattr__(self, name: str) -> Any:
        return getattr(os, name)

    def _inside(self, path: Any) -> str:
        return Path(path).relative_to(self._root).as_posix()

    def cut_power(self) -> None:
        """Note what a power cut now could leave, and the states that the next run may make of it."""
        for _ in range(24):
            left = tuple(sorted(self.platter.survivors(self._chance).items()))
            self.chances[left] = tuple(each for each in self.chances.get(left, self.allowed) if each in self.allowed)

    def open(self, path: Any, flags: int, mode: int = 0o777) -> int:
        file = os.open(path, flags, mode)
        self._open[file] = self._inside(path)
        if flags & os.O_CREAT:
            self.platter.put(self._inside(path))
            self.cut_power()
        return file

    def write(self, file: int, data: Any) -> int:
        size = os.write(file, data)
        self.platter.data[self.platter.find(self._open[file])] += bytes(data[:size])
        self.cut_power()
        return size

    def fsync(self, file: int) -> None:
        self.sites.append(asking())
        if len(self.sites) == self._fails:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        if not self.lost & {len(self.sites), self.sites[-1]}:
            self.platter.sync(self._open[file])
        self.cut_power()

    def replace(self, old: Any, new: Any) -> None:
        os.replace(old, new)
        self.platter.move(self._inside(old), self._inside(new))
        self.cut_power()

    def mkdir(self, path: Any) -> None:
        os.mkdir(path)
        self.platter.put(self._inside(path), folder=True)
        self.cut_power()

    def unlink(self, path: Any) -> None:
        os.unlink(path)
        self.platter.drop(self._inside(path))
        self.cut_power()

    def rmdir(self, path: Any) -> None:
        os.rmdir(path)
        self.platter.drop(self._inside(path))
        self.cut_power()


Scenario = Callable[[Path, Callable[..., WatchedDisk]], WatchedDisk]


def first_change(content: Path, watch: Callable[..., WatchedDisk]) -> WatchedDisk:
    """A commit into an empty folder."""
    watched = watch(content)
    return committed(content, watched, None, 1)


def next_change(content: Path, watch: Callable[..., WatchedDisk]) -> WatchedDisk:
    """A commit over an earlier one."""
    commit(content, change(None, 1))
    return committed(content, watch(content), 1, 2)


def two_changes(content: Path, watch: Callable[..., WatchedDisk]) -> WatchedDisk:
    """A commit right after another."""
    commit(content, change(None, 1))
    watched = watch(content)
    committed(content, watched, 1, 2)
    return committed(content, watched, 2, 3)


def committed(content: Path, watched: WatchedDisk, old: int | None, new: int) -> WatchedDisk:
    """While it commits, either state will do; when it has ended, only the new one."""
    watched.allowed = (state(old) if old else {}, state(new))
    commit(content, change(old, new))
    watched.allowed = (state(new),)
    watched.cut_power()
    return watched


def refused_change(content: Path, watch: Callable[..., WatchedDisk], number: int) -> WatchedDisk:
    """A commit that a faulty disk refuses, and which tidies up."""
    commit(content, change(None, 1))
    watched = watch(content, fails=number)
    watched.allowed = (state(1), state(2))
    with suppress(BriefingError):
        commit(content, change(1, 2))
    watched.cut_power()
    return watched


def recovery(content: Path, watch: Callable[..., WatchedDisk], calls: int = 0) -> WatchedDisk:
    """What the run after an interrupted commit does first; the power fails once more."""

    class Stop(BaseException):
        pass

    class StoppingDisk:
        replaced = 0

        def __getattr__(self, name: str) -> Any:
            return getattr(os, name)

        def replace(self, old: Any, new: Any) -> None:
            if self.replaced >= calls:
                raise Stop
            self.replaced += 1
            os.replace(old, new)

    commit(content, change(None, 1))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(disk, "os", StoppingDisk())
        with suppress(Stop):
            commit(content, change(1, 2))
    assert (content / STAGING).exists()
    watched = watch(content)
    watched.allowed = (state(2),)
    recover(content)
    watched.cut_power()
    return watched


def dropping(content: Path, watch: Callable[..., WatchedDisk]) -> WatchedDisk:
    """What the run does that finds staged files without a journal."""
    commit(content, change(None, 1))
    (content / STAGING).mkdir()
    for number, write in enumerate(change(1, 2)):
        if write.new is not None:
            (content / STAGING / str(number)).write_bytes(write.new)
    watched = watch(content)
    watched.allowed = (state(1),)
    recover(content)
    watched.cut_power()
    return watched


SCENARIOS: dict[str, Scenario] = {
    "first change": first_change,
    "next change": next_change,
    "two changes": two_changes,
    "recovery": recovery,
    "recovery of the rest": partial(recovery, calls=2),
    "dropping": dropping,
    **{f"change refused at sync {number}": partial(refused_change, number=number) for number in range(1, 14)},
}


def faults(memory: Path, scenario: Scenario, lost: frozenset[int | Site] = frozenset()) -> Iterator[str]:
    """The power cuts of a scenario after which the next run does not make a whole, allowed state of the files."""
    with tempfile.TemporaryDirectory(dir=memory) as folder, pytest.MonkeyPatch.context() as patch:

        def watch(content: Path, *, fails: int = 0) -> WatchedDisk:
            watched = WatchedDisk(content, fails=fails, lost=lost)
            patch.setattr(disk, "os", watched)
            return watched

        watched = scenario(Path(folder), watch)
    assert watched.chances
    for left, allowed in watched.chances.items():
        with tempfile.TemporaryDirectory(dir=memory) as folder:
            content = Path(folder)
            for path, data in left:
                if data is None:
                    (content / path).mkdir()
                else:
                    (content / path).write_bytes(data)
            try:
                recover(content)
            except (BriefingError, OSError) as error:
                yield str(error)
                continue
            if tree(content) not in allowed or (content / STAGING).exists():
                yield "files of two generations, of an undone one, or left behind"


def sites_of(memory: Path, scenario: Scenario) -> list[Site]:
    """The syncs of a scenario, in order."""
    with tempfile.TemporaryDirectory(dir=memory) as folder, pytest.MonkeyPatch.context() as patch:

        def watch(content: Path, *, fails: int = 0) -> WatchedDisk:
            watched = WatchedDisk(content, fails=fails)
            patch.setattr(disk, "os", watched)
            return watched

        return scenario(Path(folder), watch).sites


@pytest.mark.parametrize("scenario", SCENARIOS.values(), ids=SCENARIOS.keys())
def test_a_power_cut_at_any_call_leaves_one_generation(memory: Path, scenario: Scenario) -> None:
    assert list(faults(memory, scenario)) == []


def test_every_sync_of_a_change_is_needed(memory: Path) -> None:
    """Each is taken away alone; the last merely tidies up after a change, and has its use where one was refused."""
    sites = sites_of(memory, next_change)
    assert len(sites) == len(state(2)) + 8
    for number, site in enumerate(sites[:-1], start=1):
        assert any(faults(memory, next_change, frozenset({number}))), f"sync {number}, {site}, makes no difference"


def test_every_line_that_asks_for_a_sync_is_needed(memory: Path) -> None:
    sites = {site for scenario in SCENARIOS.values() for site in sites_of(memory, scenario)}
    source = Path(journal.__file__).read_text("utf-8").splitlines()
    asked = {number for number, line in enumerate(source, start=1) if re.search(r"^ +(?:sync_folder|create)\(", line)}
    assert {int(site.rpartition(" ")[2]) for site in sites} == asked, "a sync that no scenario reaches"
    for site in sites:
        found = (fault for scenario in SCENARIOS.values() for fault in faults(memory, scenario, frozenset({site})))
        assert any(found), f"the sync of {site} makes no difference"
