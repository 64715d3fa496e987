import os
import signal
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.request

import pytest

from generator.errors import BriefingError, BuildFailed
from generator.publish.serve import HOST, Preview

WAIT = 10


class Builds:
    """A rebuild that counts itself, and may fail."""

    def __init__(self):
        self.done = threading.Semaphore(0)
        self.count = 0
        self.error = None
        self.writes = None

    def __call__(self):
        self.count += 1
        if self.writes:
            passing = self.writes.with_name("passing")
            passing.touch()
            passing.unlink()
            if not self.writes.exists():
                self.writes.write_text("by the build")
        try:
            if self.error:
                raise self.error
        finally:
            self.done.release()


@pytest.fixture
def folders(tmp_path):
    for name in ("html", "seeds", "content"):
        (tmp_path / name).mkdir()
    (tmp_path / "html/index.html").write_text("hello")
    return tmp_path


@pytest.fixture
def builds():
    return Builds()


@pytest.fixture
def said():
    return []


@pytest.fixture
def preview(folders, builds, said):
    watched = (folders / "seeds", folders / "content", folders / "missing")
    with Preview(folders / "html", watched, builds, said.append, port=0, quiet=0.1) as running:
        yield running


def fetch(address: str) -> tuple[str, str]:
    with urllib.request.urlopen(address, timeout=WAIT) as answer:
        return answer.read().decode(), answer.headers["Cache-Control"]


def test_the_site_is_served_to_this_machine_and_never_cached(preview):
    assert preview.address.startswith("http://127.0.0.1:")
    assert fetch(f"{preview.address}index.html") == ("hello", "no-store")


def test_a_missing_page_is_not_found(preview):
    with pytest.raises(urllib.error.HTTPError) as error:
        fetch(f"{preview.address}none.html")
    assert error.value.code == 404
    error.value.close()


def test_a_burst_of_changes_is_one_rebuild(preview, folders, builds):
    for number in range(5):
        (folders / f"seeds/{number}.txt").write_text("story")
    assert builds.done.acquire(timeout=WAIT)
    assert not builds.done.acquire(timeout=0.6)
    assert builds.count == 1


def test_a_change_that_leaves_every_file_as_it_was_and_scratch_files_call_for_nothing(preview, folders, builds):
    (folders / "seeds/.hidden.swp").write_text("x")
    (folders / "seeds/story.txt~").write_text("x")
    (folders / "seeds/passing.txt").write_text("x")
    (folders / "seeds/passing.txt").unlink()
    assert not builds.done.acquire(timeout=0.8)


def test_what_the_rebuild_itself_writes_does_not_make_it_run_for_ever(preview, folders, builds):
    builds.writes = folders / "content/record.yml"
    (folders / "seeds/a.txt").write_text("story")
    assert builds.done.acquire(timeout=WAIT)
    while builds.count < 5 and builds.done.acquire(timeout=0.8):
        pass
    assert builds.count <= 2


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (BuildFailed("site/docs/a.md: expected a link, found none"), "site/docs/a.md: expected a link, found none"),
        (RuntimeError("two\nlines"), "the rebuild stopped: RuntimeError: two lines"),
    ],
    ids=["expected", "unexpected"],
)
def test_a_rebuild_that_fails_is_one_line_and_serving_goes_on(preview, folders, builds, said, error, line):
    builds.error = error
    (folders / "seeds/a.txt").write_text("story")
    assert builds.done.acquire(timeout=WAIT)
    builds.error = None
    (folders / "seeds/b.txt").write_text("story")
    assert builds.done.acquire(timeout=WAIT)
    assert said == [line]
    assert fetch(f"{preview.address}index.html")[0] == "hello"


def test_a_taken_port_is_one_line_that_says_what_to_do(folders):
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(BriefingError, match=f"{HOST}:{port}: expected a free port .*; choose another port"):
            Preview(folders / "html", (), lambda: None, print, port=port)


def test_leaving_stops_every_thread_and_frees_the_port(folders, builds, said):
    before = threading.active_count()
    with Preview(folders / "html", (folders / "seeds",), builds, said.append, port=0) as running:
        address = running.address
    assert threading.active_count() == before
    with pytest.raises(urllib.error.URLError):
        urllib.request.urlopen(address, timeout=WAIT)


def test_ctrl_c_stops_the_preview_without_a_traceback(folders):
    program = (
        "import sys; from pathlib import Path; from generator.publish.serve import serve_site\n"
        "serve_site(Path(sys.argv[1]), (), lambda: None, lambda line: print(line, flush=True), port=0)"
    )
    command = [sys.executable, "-c", program, str(folders / "html")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        assert running.stdout.readline().startswith("preview at http://127.0.0.1:")
        os.kill(running.pid, signal.SIGINT)
        out, err = running.communicate(timeout=WAIT)
    assert (running.returncode, out, err) == (0, "preview stopped\n", "")
