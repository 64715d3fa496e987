"""Local preview: the built site on this machine alone, built anew when something it is made of changes."""

import os
import threading
from collections.abc import Callable, Iterable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Self

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from generator.errors import BriefingError

HOST = "127.0.0.1"
"""The preview is for the person at this machine; it listens nowhere else."""

_State = tuple[tuple[str, int, int], ...]

_CHANGES = {"created", "deleted", "modified", "moved"}
_SCRATCH = ("~", ".swp", ".tmp", ".part", ".lock")


class Preview:
    """A running preview; a context manager that serves between enter and exit.

    Args:
        folder: the built site.
        watched: folders whose changes call for a rebuild.
        rebuild: builds the site; what it raises is printed as one line, and the last good site stays up.
        report: takes lines for the user.
        port: 0 takes any free one.
        quiet: seconds without a further change before a rebuild begins, so that a burst of saves is one rebuild.
    """

    def __init__(
        self,
        folder: Path,
        watched: Iterable[Path],
        rebuild: Callable[[], object],
        report: Callable[[str], None],
        *,
        port: int = 8000,
        quiet: float = 0.3,
    ) -> None:
        self._watched = tuple(path for path in watched if path.is_dir())
        self._rebuild = rebuild
        self._report = report
        self._quiet = quiet
        self._seen: _State = ()
        self._changed = threading.Event()
        self._stopping = threading.Event()
        try:
            self._server = ThreadingHTTPServer((HOST, port), partial(_Files, directory=str(folder)))
        except OSError as error:
            raise BriefingError(
                f"{HOST}:{port}: expected a free port for the preview, found: {error.strerror}; choose another port"
            ) from error
        self._observer = Observer()
        self._threads = (
            threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True),
            threading.Thread(target=self._rebuild_on_change, daemon=True),
        )

    @property
    def address(self) -> str:
        """Where a browser finds the preview."""
        return f"http://{HOST}:{self._server.server_port}/"

    def __enter__(self) -> Self:
        for folder in self._watched:
            self._observer.schedule(_Bell(self._changed), str(folder), recursive=True)
        self._seen = _state(self._watched)
        self._observer.start()
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stopping.set()
        self._changed.set()
        self._observer.stop()
        self._server.shutdown()
        self._server.server_close()
        for thread in (self._observer, *self._threads):
            thread.join()

    def wait(self) -> None:
        """Serve until Ctrl-C raises KeyboardInterrupt here."""
        while not self._stopping.wait(1):
            pass

    def _rebuild_on_change(self) -> None:
        while True:
            self._changed.wait()
            while not self._stopping.is_set() and self._changed.is_set():
                self._changed.clear()
                self._changed.wait(self._quiet)
            if self._stopping.is_set():
                return
            now = _state(self._watched)
            if now != self._seen:  # what the rebuild itself writes is seen once, and then changes nothing
                self._seen = now
                self._rebuild_once()

    def _rebuild_once(self) -> None:
        try:
            self._rebuild()
        except BriefingError as error:
            self._report(f"{error}")
        except Exception as error:
            self._report(f"the rebuild stopped: {type(error).__name__}: {' '.join(str(error).split())}")


def serve_site(
    folder: Path,
    watched: Iterable[Path],
    rebuild: Callable[[], object],
    report: Callable[[str], None],
    *,
    port: int = 8000,
) -> None:
    """Serve a built site until Ctrl-C and build it anew when something in ``watched`` changes.

    Raises:
        BriefingError: the port is taken.
    """
    try:
        with Preview(folder, watched, rebuild, report, port=port) as preview:
            report(f"preview at {preview.address} (Ctrl-C stops it)")
            preview.wait()
    except KeyboardInterrupt:
        report("preview stopped")


class _Files(SimpleHTTPRequestHandler):
    """The site's files, never cached by the browser, and no line per request."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        """Say nothing."""


class _Bell(FileSystemEventHandler):
    def __init__(self, changed: threading.Event) -> None:
        self._changed = changed

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in _CHANGES:
            self._changed.set()


def _state(folders: tuple[Path, ...]) -> _State:
    """Name, size and time of each file that a person may have written."""
    state = []
    for top in folders:
        for folder, below, names in os.walk(top):
            below[:] = sorted(name for name in below if not name.startswith("."))
            for name in sorted(names):
                if name.startswith(".") or name.endswith(_SCRATCH):
                    continue
                path = os.path.join(folder, name)
                try:
                    facts = os.stat(path)
                except FileNotFoundError:
                    continue
                state.append((path, facts.st_size, facts.st_mtime_ns))
    return tuple(state)
