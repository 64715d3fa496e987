"""The program as users run it: a process of its own, in a workspace of its own."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import pytest

from generator.settings import Workspace

PATIENCE = 120
"""Seconds after which a process that was started is ended."""

RUN_DAY = "1780272000"
"""SOURCE_DATE_EPOCH of the runs: 1 June 2026, 00:00 UTC, a day that no document names."""


@dataclass(frozen=True, slots=True)
class Finished:
    """A run that has ended."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """What stands on the output stream."""
        return self.out.splitlines()


def environment(**variables: str) -> dict[str, str]:
    """This machine's environment with the day of the run fixed."""
    return os.environ | {"SOURCE_DATE_EPOCH": RUN_DAY} | variables


def run(*arguments: str | Path, cwd: Path, stdin: bytes | None = None, **variables: str) -> Finished:
    """Run ``briefing`` to its end."""
    done = subprocess.run(
        [sys.executable, "-m", "generator", *map(str, arguments)],
        cwd=cwd,
        env=environment(**variables),
        input=stdin,
        stdin=subprocess.DEVNULL if stdin is None else None,
        capture_output=True,
        check=False,
        timeout=120,
    )
    return Finished(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture(scope="session")
def briefing() -> Callable[..., Finished]:
    """Runs ``briefing`` with these arguments in a folder."""
    return run


@pytest.fixture(scope="session")
def start_briefing() -> Callable[..., "subprocess.Popen[str]"]:
    """Starts ``briefing`` as the leader of a group of its own, as a terminal does."""

    def start(
        *arguments: str | Path, cwd: Path, stdout: "IO[bytes] | int" = subprocess.PIPE
    ) -> "subprocess.Popen[str]":
        process = subprocess.Popen(
            [sys.executable, "-m", "generator", *map(str, arguments)],
            cwd=cwd,
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=stdout,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        # A process that does not end fails its test instead of holding up all others.
        watchdog = threading.Timer(PATIENCE, process.kill)
        watchdog.daemon = True
        watchdog.start()
        return process

    return start


@pytest.fixture
def workspace(copy_workspace: Callable[..., Workspace]) -> Workspace:
    """A fresh copy of the checkout's workspace, without records."""
    return copy_workspace()


@pytest.fixture(scope="session")
def built(copy_workspace: Callable[..., Workspace]) -> tuple[Workspace, Finished]:
    """A workspace that was built once, and what the build said; not to be changed."""
    workspace = copy_workspace("built")
    return workspace, run("build", cwd=workspace.root)


@pytest.fixture(scope="session")
def tree() -> Callable[[Path], dict[str, bytes]]:
    """Names and bytes of all files below a folder, but for locks."""

    def read(folder: Path) -> dict[str, bytes]:
        files = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != ".lock")
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}

    return read
