import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.errors import BriefingError
from generator.store import disk, journal
from generator.store.journal import JOURNAL, LOCK, STAGING, Write, commit, held, recover, unfinished

PATHS = tuple(
    path for name in "ab" for path in (f"incidents/{name}.yml", f"generated/{name}.yml", f"history/{name}.jsonl")
)


def writes(old: int | None, new: int) -> list[Write]:
    return [Write(path, state(new)[path], None if old is None else state(old)[path]) for path in PATHS]


def state(generation: int) -> dict[str, bytes]:
    return {path: f"{path} {generation}\n".encode() * 50 for path in PATHS}


def tree(content: Path) -> dict[str, bytes]:
    files = [path for path in content.rglob("*") if path.is_file() and path.name != LOCK]
    return {path.relative_to(content).as_posix(): path.read_bytes() for path in files}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    folder.mkdir()
    commit(folder, writes(None, 1))
    return folder


class FaultyDisk:
    """The operating system, but the call of a given number goes wrong, and from another on the run is over.

    Attributes:
        calls: how many calls that can change the disk were made.
    """

    def __init__(
        self, number: int, fault: Callable[[], BaseException], *, stays: bool = False, killed_at: int | None = None
    ) -> None:
        self.calls = 0
        self._number = number
        self._fault = fault
        self._stays = stays
        self._killed_at = killed_at

    def __getattr__(self, name: str) -> Any:
        call = getattr(os, name)
        if name not in ("open", "write", "fsync", "replace", "unlink", "mkdir", "rmdir"):
            return call

        def counted(*args: Any, **options: Any) -> Any:
            self.calls += 1
            if self.calls == self._number or (self._stays and self.calls > self._number):
                raise self._fault()
            if self._killed_at is not None and self.calls >= self._killed_at:
                raise KeyboardInterrupt
            return call(*args, **options)

        return counted


def full() -> OSError:
    return OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def broken() -> OSError:
    return OSError(errno.EIO, os.strerror(errno.EIO))


def frozen() -> OSError:
    return OSError(errno.EROFS, os.strerror(errno.EROFS))


def interrupted() -> KeyboardInterrupt:
    return KeyboardInterrupt()


def calls_of_a_commit(content: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    counter = FaultyDisk(-1, broken)
    with monkeypatch.context() as patch:
        patch.setattr(disk, "os", counter)
        patch.setattr(journal, "os", counter)
        commit(content, writes(1, 2))
    commit(content, writes(2, 1))
    return counter.calls


@pytest.mark.parametrize(
    ("fault", "stays"),
    [(full, False), (full, True), (broken, False), (broken, True), (frozen, True), (interrupted, False)],
    ids=["disk full once", "disk full", "fault once", "fault", "read-only", "Ctrl-C"],
)
def test_a_fault_at_any_call_leaves_the_old_files_or_the_new(
    content: Path, monkeypatch: pytest.MonkeyPatch, fault: Callable[[], BaseException], stays: bool
) -> None:
    outcomes = set()
    for number in range(1, calls_of_a_commit(content, monkeypatch) + 1):
        with monkeypatch.context() as patch:
            faulty = FaultyDisk(number, fault, stays=stays)
            patch.setattr(disk, "os", faulty)
            patch.setattr(journal, "os", faulty)
            with pytest.raises((BriefingError, KeyboardInterrupt)) as caught:
                commit(content, writes(1, 2))
        assert "\n" not in str(caught.value)
        if not stays:
            assert tree(content) in (state(1), state(2)), f"half-written at call {number}, before the next run"
        recover(content)
        assert tree(content) in (state(1), state(2)), f"half-written at call {number}"
        assert not (content / STAGING).exists()
        if tree(content) == state(2):
            outcomes.add("new")
            commit(content, writes(2, 1))
        else:
            outcomes.add("old")
    assert outcomes == {"old", "new"}


@pytest.mark.parametrize("later", [1, 2, 3, 4])
def test_a_kill_while_a_fault_is_tidied_up_leaves_the_old_files_or_the_new(
    content: Path, monkeypatch: pytest.MonkeyPatch, later: int
) -> None:
    for number in range(1, calls_of_a_commit(content, monkeypatch) + 1):
        with monkeypatch.context() as patch:
            faulty = FaultyDisk(number, broken, killed_at=number + later)
            patch.setattr(disk, "os", faulty)
            patch.setattr(journal, "os", faulty)
            with pytest.raises((BriefingError, KeyboardInterrupt)):
                commit(content, writes(1, 2))
        recover(content)
        assert tree(content) in (state(1), state(2)), f"half-written at call {number}"
        if tree(content) == state(2):
            commit(content, writes(2, 1))


def test_a_disk_that_takes_a_few_bytes_at_a_time_still_gets_them_all(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class SlowDisk:
        def __getattr__(self, name: str) -> Any:
            return getattr(os, name)

        def write(self, file: int, data: memoryview) -> int:
            return os.write(file, data[:7])

    monkeypatch.setattr(disk, "os", SlowDisk())
    commit(content, writes(1, 2))
    assert tree(content) == state(2)


def test_bytes_that_stay_the_same_are_not_written_again(content: Path) -> None:
    target = content / PATHS[0]
    before = target.stat()
    unchanged = Write(PATHS[0], state(1)[PATHS[0]], state(1)[PATHS[0]])
    assert commit(content, [unchanged, writes(1, 2)[1]]) == (PATHS[1],)
    assert target.stat().st_ino == before.st_ino
    assert commit(content, [unchanged]) == ()


def test_a_file_that_changed_meanwhile_stops_the_whole_change(content: Path) -> None:
    (content / PATHS[3]).write_text("a person was here")
    before = tree(content)
    with pytest.raises(BriefingError, match=rf"{PATHS[3]}: .* run again"):
        commit(content, writes(1, 2))
    assert tree(content) == before


@pytest.mark.parametrize("path", ["../outside", "/etc/passwd", "incidents/../../x.yml", ".lock", "incidents/A.yml", ""])
def test_only_record_files_can_be_written(content: Path, path: str) -> None:
    with pytest.raises(BriefingError, match="expected the name of a record file"):
        commit(content, [Write(path, b"x", None)])
    assert tree(content) == state(1)


def staged(content: Path, patch: pytest.MonkeyPatch) -> None:
    """Interrupt a commit right after its journal is durable."""

    class Stop(BaseException):
        pass

    def stop(*_: object) -> None:
        raise Stop

    with patch.context() as inner:
        inner.setattr(journal, "_carry_out", stop)
        with pytest.raises(Stop):
            commit(content, writes(1, 2))
    assert unfinished(content)


def test_the_next_run_carries_out_what_the_journal_names(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    staged(content, monkeypatch)
    with held(content):
        pass
    assert tree(content) == state(2)
    assert not unfinished(content)


def test_a_torn_journal_is_dropped(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    staged(content, monkeypatch)
    path = content / STAGING / JOURNAL
    path.write_bytes(path.read_bytes()[:-10])
    recover(content)
    assert tree(content) == state(1)


def test_an_edit_made_after_the_interruption_is_kept(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    staged(content, monkeypatch)
    (content / PATHS[0]).write_text("a person was here")
    recover(content)
    assert tree(content) == state(2) | {PATHS[0]: b"a person was here"}


@pytest.mark.parametrize(
    "body",
    [
        '[["0", "../outside", "x", null]]',
        '[["../../secret", "incidents/a.yml", "x", null]]',
        "[[1, 2, 3, 4]]",
        "{}x",
        "[1]",
    ],
    ids=["target outside", "source outside", "numbers", "no JSON", "no entry"],
)
def test_a_journal_that_this_program_did_not_write_is_refused(content: Path, body: str) -> None:
    folder = content / STAGING
    folder.mkdir()
    (folder / "0").write_text("hostile")
    (folder / JOURNAL).write_text(f"{body}\n{journal._digest(body.encode())}\n")
    with pytest.raises(BriefingError, match="expected a journal of this program"), held(content):
        pass
    assert not (content.parent / "outside").exists()


def test_a_link_in_place_of_the_staging_folder_is_refused(content: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "precious").write_text("x")
    (content / STAGING).symlink_to(outside)
    with pytest.raises(BriefingError, match="expected a folder"), held(content):
        pass
    with pytest.raises(BriefingError, match="expected a folder"):
        commit(content, writes(1, 2))
    assert [path.name for path in outside.iterdir()] == ["precious"]


def test_a_folder_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(BriefingError, match="No such file"), held(tmp_path / "missing"):
        pass
