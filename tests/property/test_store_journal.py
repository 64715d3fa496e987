"""The law of the journal: after a kill or a power cut, all files are old or all are new."""

import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from generator.store import disk, journal
from generator.store.journal import LOCK, Write, commit, held, recover

PATHS = ("incidents/a.yml", "generated/a.yml", "history/a.jsonl", "incidents/b.yml")


def state(generation: int) -> dict[str, bytes]:
    return {path: f"{generation}\n".encode() * 200 for path in PATHS}


def change(old: int | None, new: int) -> list[Write]:
    return [Write(path, state(new)[path], None if old is None else state(old)[path]) for path in PATHS]


def tree(content: Path) -> dict[str, bytes]:
    files = [path for path in content.rglob("*") if path.is_file() and path.name != LOCK]
    return {path.relative_to(content).as_posix(): path.read_bytes() for path in files}


CHILD = f"""
import sys
from pathlib import Path
from generator.store.journal import Write, commit, held
content, generation = Path(sys.argv[1]), int(sys.argv[2])
paths = {PATHS!r}
text = lambda number: f"{{number}}\\n".encode() * 200
print("ready", flush=True)
while True:
    with held(content):
        commit(content, [Write(path, text(generation + 1), text(generation)) for path in paths])
    generation += 1
"""


def test_a_run_that_is_killed_leaves_one_generation(tmp_path: Path) -> None:
    chance = random.Random(7)
    commit(tmp_path, change(None, 1))
    seen = {1}
    for _ in range(40):
        generation = max(seen)
        child = subprocess.Popen([sys.executable, "-c", CHILD, str(tmp_path), str(generation)], stdout=subprocess.PIPE)
        with child:
            assert child.stdout is not None
            assert child.stdout.readline() == b"ready\n"
            time.sleep(chance.uniform(0, 0.02))
            child.kill()
        with held(tmp_path):
            files = tree(tmp_path)
        assert set(files) == set(PATHS)
        generations = {int(data.split(b"\n")[0]) for data in files.values()}
        assert len(generations) == 1, "files of two generations"
        assert files == state(generations.pop())
        seen.add(int(files[PATHS[0]].split(b"\n")[0]))
    assert len(seen) > 5, "no child ever got far enough"


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
        data = {node: chance.choice((self.kept_data[node], self.data[node])) for node in self.data}

        def walk(node: int, path: str) -> Iterator[tuple[str, bytes | None]]:
            for name, child in names[node].items():
                yield f"{path}{name}", data.get(child)
                if child in names:
                    yield from walk(child, f"{path}{name}/")

        return dict(walk(0, ""))


def apply(names: dict[int, dict[str, int]], edits: list[tuple[int, str, int | None]]) -> None:
    for folder, name, node in edits:
        if node is None:
            names[folder].pop(name, None)
        else:
            names[folder][name] = node


class WatchedDisk:
    """The operating system, with a platter that follows what it does.

    Args:
        root: the watched folder.
        platter: what follows.
        lost: number of the sync that the disk pretends to have done, or 0.
    """

    def __init__(self, root: Path, platter: Platter, *, lost: int = 0) -> None:
        self.chances: list[dict[str, bytes | None]] = []
        self.syncs = 0
        self._root = root
        self._platter = platter
        self._lost = lost
        self._chance = random.Random(11)
        self._open: dict[int, str] = {}

    def __getattr__(self, name: str) -> Any:
        return getattr(os, name)

    def _inside(self, path: Any) -> str:
        return Path(path).relative_to(self._root).as_posix()

    def _cut_power(self) -> None:
        self.chances += [self._platter.survivors(self._chance) for _ in range(12)]

    def open(self, path: Any, flags: int, mode: int = 0o777) -> int:
        file = os.open(path, flags, mode)
        self._open[file] = self._inside(path)
        if flags & os.O_CREAT:
            self._platter.put(self._inside(path))
            self._cut_power()
        return file

    def write(self, file: int, data: Any) -> int:
        size = os.write(file, data)
        self._platter.data[self._platter.find(self._open[file])] += bytes(data[:size])
        self._cut_power()
        return size

    def fsync(self, file: int) -> None:
        self.syncs += 1
        os.fsync(file)
        if self.syncs != self._lost:
            self._platter.sync(self._open[file])
        self._cut_power()

    def replace(self, old: Any, new: Any) -> None:
        os.replace(old, new)
        self._platter.move(self._inside(old), self._inside(new))
        self._cut_power()

    def mkdir(self, path: Any) -> None:
        os.mkdir(path)
        self._platter.put(self._inside(path), folder=True)
        self._cut_power()

    def unlink(self, path: Any) -> None:
        os.unlink(path)
        self._platter.drop(self._inside(path))
        self._cut_power()

    def rmdir(self, path: Any) -> None:
        os.rmdir(path)
        self._platter.drop(self._inside(path))
        self._cut_power()


def power_cuts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, lost: int) -> tuple[WatchedDisk, Iterator[bool]]:
    """A commit over a watched disk, and for each way in which a power cut could end it whether the law held."""
    content = tmp_path / f"content-{lost}"
    content.mkdir()
    platter = Platter()
    watched = WatchedDisk(content, platter, lost=0)
    with monkeypatch.context() as patch:
        patch.setattr(disk, "os", watched)
        patch.setattr(journal, "os", watched)
        commit(content, change(None, 1))
        watched.chances, watched.syncs, watched._lost = [], 0, lost
        commit(content, change(1, 2))

    def outcomes() -> Iterator[bool]:
        for number, chance in enumerate(watched.chances):
            left = tmp_path / f"left-{lost}-{number}"
            left.mkdir()
            for path, data in chance.items():
                if data is None:
                    (left / path).mkdir()
                else:
                    (left / path).write_bytes(data)
            recover(left)
            yield tree(left) in (state(1), state(2))

    return watched, outcomes()


def test_a_power_cut_at_any_call_leaves_one_generation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _, outcomes = power_cuts(tmp_path, monkeypatch, lost=0)
    results = list(outcomes)
    assert len(results) > 200
    assert all(results)


def test_every_sync_is_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With any one sync left out, some power cut leaves two generations; only the last one merely tidies up."""
    watched, _ = power_cuts(tmp_path, monkeypatch, lost=0)
    for lost in range(1, watched.syncs):
        _, outcomes = power_cuts(tmp_path, monkeypatch, lost=lost)
        assert not all(outcomes), f"sync {lost} of {watched.syncs} makes no difference"
