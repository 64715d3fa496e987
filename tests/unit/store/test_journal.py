import errno
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from generator.errors import BriefingError
from generator.store import disk, journal
from generator.store.journal import JOURNAL, LOCK, STAGING, Write, commit, held, recover, unfinished

PATHS = tuple(
    path for name in "ab" for path in (f"incidents/{name}.yml", f"generated/{name}.yml", f"history/{name}.jsonl")
)


COMING_AND_GOING = ("generated/odd.yml", "history/even.jsonl")


def writes(old: int | None, new: int) -> list[Write]:
    before = {} if old is None else state(old)
    paths = (path for path in (*PATHS, *COMING_AND_GOING) if path in before or path in state(new))
    return [Write(path, state(new).get(path), before.get(path)) for path in paths]


def state(generation: int) -> dict[str, bytes]:
    """The files of a generation; of two files only one is there, in turn."""
    return {path: f"{path} {generation}\n".encode() * 50 for path in (*PATHS, COMING_AND_GOING[(generation + 1) % 2])}


def tree(content: Path) -> dict[str, bytes]:
    files = [path for path in content.rglob("*") if path.is_file() and path.name != LOCK]
    return {path.relative_to(content).as_posix(): path.read_bytes() for path in files}


@pytest.fixture
def content() -> Iterator[Path]:
    """A folder of records, in memory where there is such a disk: these tests wait for no real one."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None) as place:
        folder = Path(place) / "content"
        folder.mkdir()
        commit(folder, writes(None, 1))
        yield folder


CALLS = ("open", "read", "write", "fsync", "close", "fstat", "lstat", "listdir", "replace", "unlink", "mkdir", "rmdir")
"""What the store asks of the operating system."""


class FaultyDisk:
    """The operating system, but the call of a given number goes wrong, and from another on the run is over.

    Attributes:
        made: the names of the calls that were made, in order.
    """

    def __init__(
        self, number: int, fault: Callable[[], BaseException], *, stays: bool = False, killed_at: int | None = None
    ) -> None:
        self.made: list[str] = []
        self._number = number
        self._fault = fault
        self._stays = stays
        self._killed_at = killed_at

    def __getattr__(self, name: str) -> Any:
        call = getattr(os, name)
        if name not in CALLS:
            return call

        def counted(*args: Any, **options: Any) -> Any:
            self.made.append(name)
            number = len(self.made)
            if name == "close":  # a file is closed even where the system says that it could not be
                call(*args, **options)
            if number == self._number or (self._stays and number > self._number and name not in ("close", "fstat")):
                if name == "write" and not self._stays:
                    call(args[0], args[1][: len(args[1]) // 2])
                raise self._fault()
            if self._killed_at is not None and number >= self._killed_at:
                raise KeyboardInterrupt
            return None if name == "close" else call(*args, **options)

        return counted


def refusing(number: int) -> Callable[[], OSError]:
    return lambda: OSError(number, os.strerror(number))


def interrupted() -> KeyboardInterrupt:
    return KeyboardInterrupt()


FAULTS = {
    **{
        f"{errno.errorcode[number]} once": (refusing(number), False)
        for number in (errno.ENOSPC, errno.EIO, errno.EROFS)
    },
    **{f"{errno.errorcode[number]} from then on": (refusing(number), True) for number in (errno.ENOSPC, errno.EIO)},
    "EROFS from then on": (refusing(errno.EROFS), True),
    "EDQUOT once": (refusing(errno.EDQUOT), False),
    "EMFILE once": (refusing(errno.EMFILE), False),
    "Ctrl-C": (interrupted, False),
}


def calls_of_a_commit(content: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    counter = FaultyDisk(-1, interrupted)
    with monkeypatch.context() as patch:
        patch.setattr(disk, "os", counter)
        commit(content, writes(1, 2))
    commit(content, writes(2, 1))
    assert set(counter.made) == {*CALLS}
    return len(counter.made)


def check_repaired(content: Path, number: int) -> str:
    """The next run finds one generation, leaves nothing behind, and can change the files again."""
    with held(content):
        found = tree(content)
        assert found in (state(1), state(2)), f"half-written at call {number}"
        assert not (content / STAGING).exists()
        if found == state(1):
            return "old"
        commit(content, writes(2, 1))
    assert tree(content) == state(1)
    return "new"


@pytest.mark.parametrize(("fault", "stays"), FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_at_any_call_leaves_the_old_files_or_the_new(
    content: Path, monkeypatch: pytest.MonkeyPatch, fault: Callable[[], BaseException], stays: bool
) -> None:
    outcomes = set()
    for number in range(1, calls_of_a_commit(content, monkeypatch) + 1):
        with monkeypatch.context() as patch:
            faulty = FaultyDisk(number, fault, stays=stays)
            patch.setattr(disk, "os", faulty)
            with pytest.raises((BriefingError, KeyboardInterrupt)) as caught:
                commit(content, writes(1, 2))
        assert str(caught.value).isprintable()
        if not stays and faulty.made[number - 1] != "replace":
            assert tree(content) in (state(1), state(2)), f"half-written at call {number}, before the next run"
        outcomes.add(check_repaired(content, number))
    assert outcomes == {"old", "new"}


@pytest.mark.parametrize("later", [1, 2, 3, 4, 7])
def test_a_kill_while_a_fault_is_tidied_up_leaves_the_old_files_or_the_new(
    content: Path, monkeypatch: pytest.MonkeyPatch, later: int
) -> None:
    for number in range(1, calls_of_a_commit(content, monkeypatch) + 1):
        with monkeypatch.context() as patch:
            patch.setattr(disk, "os", FaultyDisk(number, refusing(errno.EIO), killed_at=number + later))
            with pytest.raises((BriefingError, KeyboardInterrupt)):
                commit(content, writes(1, 2))
        check_repaired(content, number)


@pytest.mark.parametrize(
    "fault", [refusing(errno.ENOSPC), refusing(errno.EIO), interrupted], ids=["ENOSPC", "EIO", "^C"]
)
def test_a_fault_at_any_call_of_a_recovery_is_mended_by_the_next(
    content: Path, monkeypatch: pytest.MonkeyPatch, fault: Callable[[], BaseException]
) -> None:
    number, more = 0, True
    while more:
        number += 1
        staged(content, monkeypatch)
        faulty = FaultyDisk(number, fault)
        with monkeypatch.context() as patch, suppress(BriefingError, KeyboardInterrupt):
            patch.setattr(disk, "os", faulty)
            with held(content):
                pass
        more = number <= len(faulty.made)
        assert check_repaired(content, number) == "new"
    assert number > len(PATHS) * 3


@pytest.mark.parametrize("most", [1, 7, 4096])
def test_a_disk_that_takes_a_few_bytes_at_a_time_still_gets_them_all(
    content: Path, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    class SlowDisk:
        def __getattr__(self, name: str) -> Any:
            return getattr(os, name)

        def write(self, file: int, data: memoryview) -> int:
            return os.write(file, data[:most])

        def read(self, file: int, size: int) -> bytes:
            return os.read(file, min(size, most))

    monkeypatch.setattr(disk, "os", SlowDisk())
    commit(content, writes(1, 2))
    assert tree(content) == state(2)


def test_a_disk_that_takes_no_more_bytes_is_full(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class FullDisk:
        def __getattr__(self, name: str) -> Any:
            return getattr(os, name)

        def write(self, file: int, data: memoryview) -> int:
            return 0

    with monkeypatch.context() as patch:
        patch.setattr(disk, "os", FullDisk())
        with pytest.raises(BriefingError, match="No space left"):
            commit(content, writes(1, 2))
    assert check_repaired(content, 0) == "old"


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


@pytest.mark.parametrize(
    "path",
    [
        *("../outside", "/etc/passwd", "incidents/../../x.yml", ".lock", "", "incidents/.hidden.yml"),
        *("incidents/a\\b.yml", "incidents/a\nb.yml", "incidents/a.txt", "generated/A.yml", "incidents/more/a.yml"),
    ],
)
def test_only_record_files_can_be_written(content: Path, path: str) -> None:
    for write in (Write(path, b"x", None), Write(path, None, b"x")):
        with pytest.raises(BriefingError, match="expected the name of a record file"):
            commit(content, [write])
    assert tree(content) == state(1)


@pytest.mark.parametrize("name", ["A.yml", "Quetta, Sunday.yml", "quétta.YAML", "\udce4.yml"])
def test_a_record_file_may_be_called_what_people_like(content: Path, name: str) -> None:
    commit(content, [Write(f"incidents/{name}", b"x", None)])
    assert tree(content) == state(1) | {f"incidents/{name}": b"x"}


def test_a_file_that_goes_but_was_changed_meanwhile_stays(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    staged(content, monkeypatch)
    (content / COMING_AND_GOING[0]).write_text("a person was here")
    recover(content)
    assert tree(content) == state(2) | {COMING_AND_GOING[0]: b"a person was here"}


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
    (folder / JOURNAL).write_text(f"{body}\n{journal._digest_of(body.encode())}\n")
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


@pytest.mark.parametrize("kind", ["link to a file", "link to nowhere", "folder"])
def test_what_stands_in_place_of_the_lock_is_refused_and_left_alone(content: Path, kind: str) -> None:
    precious = content.parent / "precious"
    (content / LOCK).unlink(missing_ok=True)
    if kind == "folder":
        (content / LOCK).mkdir()
    else:
        (content / LOCK).symlink_to(precious)
        if kind == "link to a file":
            precious.write_text("x")
    with (
        pytest.raises(BriefingError, match=r"expected that it can be locked, found .* \(.lock\)"),
        held(content, timeout=1),
    ):
        pass
    assert precious.exists() == (kind == "link to a file")
    assert not precious.exists() or precious.read_text() == "x"


def test_a_folder_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(BriefingError, match="No such file"), held(tmp_path / "missing"):
        pass
