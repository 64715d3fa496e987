"""The batch form on the command line: a stream in, a stream out, whole lines only."""

import gzip
import os
import signal
import stat
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path
from types import FrameType, TracebackType
from typing import IO, BinaryIO, Self, cast

import click

from generator.cli.printing import counted
from generator.errors import BriefingError
from generator.lexicon.lexicon import load_lexicon
from generator.pipeline.batch import extract_lines, read_lines
from generator.pipeline.stages import Stages, Unwatched, Watcher

STDIN = "-"
_GZIP = b"\x1f\x8b"


def run_batch(source: str, choose_watcher: Callable[[], Watcher]) -> int:
    """Answer every line of a file or of stdin, plain or gzip, on stdout; the count goes to the error stream.

    Returns:
        1 if a line held no document, else 0.

    Raises:
        BriefingError: a gzip stream that is damaged or cut off.
        OSError: the file cannot be opened or read.
    """
    name = "stdin" if source == STDIN else source
    done = failed = 0
    stages = Stages(Unwatched() if sys.stdout.isatty() else choose_watcher())
    with _opened(source) as raw, WholeLines(sys.stdout.buffer) as out:
        size, reached = _size(raw), 0
        with stages.stage("extract", size) as watcher:
            for answer in extract_lines(read_lines(_unpacked(raw, name)), load_lexicon(), source=name):
                out.write(answer.text)
                done, failed = done + 1, failed + answer.failed
                if size is not None:
                    watcher.advance(raw.tell() - reached)
                    reached = raw.tell()
    click.echo(f"{counted(done, 'document')}, {failed} failed", err=True)
    return int(failed > 0)


class WholeLines:
    """Writes lines such that a Ctrl-C never cuts one off: while a line is on its way the stop waits, once.

    Args:
        stream: takes the bytes.
    """

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._writing = False
        self._stopped = False

    def __enter__(self) -> Self:
        self._before = signal.signal(signal.SIGINT, self._stop)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        signal.signal(signal.SIGINT, self._before)

    def write(self, line: str) -> None:
        """Write a line and hand it on at once.

        Raises:
            KeyboardInterrupt: a Ctrl-C came meanwhile; the line is whole.
        """
        self._writing = True
        self._stream.write(f"{line}\n".encode())
        self._stream.flush()
        self._writing = False
        if self._stopped:
            raise KeyboardInterrupt

    def _stop(self, number: int, frame: FrameType | None) -> None:
        if not self._writing or self._stopped:
            raise KeyboardInterrupt
        self._stopped = True


@contextmanager
def _opened(source: str) -> Iterator[BufferedReader]:
    if source == STDIN:
        yield cast("BufferedReader", sys.stdin.buffer)
    else:
        with Path(source).open("rb") as stream:
            yield stream


def _size(raw: BufferedReader) -> int | None:
    """Bytes of a regular file; None of anything that ends when it ends."""
    status = os.fstat(raw.fileno())
    return status.st_size if stat.S_ISREG(status.st_mode) else None


def _unpacked(raw: BufferedReader, name: str) -> BinaryIO:
    return cast("BinaryIO", _Unzipped(raw, name)) if raw.peek(2).startswith(_GZIP) else cast("BinaryIO", raw)


class _Unzipped:
    """The lines of a gzip stream; damage is told in one line."""

    def __init__(self, raw: BufferedReader, name: str) -> None:
        self._stream = BufferedReader(gzip.GzipFile(fileobj=raw))
        self._name = name

    def readline(self, limit: int) -> bytes:
        try:
            return self._stream.readline(limit)
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise BriefingError(f"{self._name}: expected a whole gzip file, found: {error}") from error
