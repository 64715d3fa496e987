"""Files and folders of ``content/``: real ones only, read whole, written durably."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.errors import BriefingError


def read_bytes(path: Path) -> bytes | None:
    """The bytes of a regular file, or None where there is none.

    Raises:
        OSError: it cannot be read, or is a link, a folder or a pipe.
    """
    try:
        file = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except FileNotFoundError:
        return None
    try:
        if not stat.S_ISREG(os.fstat(file).st_mode):
            raise OSError(errno.EINVAL, "not a regular file", str(path))
        pieces = []
        while piece := os.read(file, 1 << 20):
            pieces.append(piece)
        return b"".join(pieces)
    finally:
        os.close(file)


def create(path: Path, data: bytes) -> None:
    """Write a new file and make its bytes durable.

    Raises:
        OSError: the file exists, or the disk refused.
    """
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o666)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(file, rest) :]
        os.fsync(file)
    finally:
        os.close(file)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable.

    Raises:
        OSError: the disk refused.
    """
    file = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        os.fsync(file)
    except OSError as error:
        if error.errno != errno.EINVAL:  # some network disks cannot do this for folders
            raise
    finally:
        os.close(file)


def check_folder(folder: Path) -> None:
    """Refuse a link in place of a folder: it would lead writes elsewhere.

    Raises:
        BriefingError: it is a link or a file.
        OSError: there is none.
    """
    if not stat.S_ISDIR(os.lstat(folder).st_mode):
        raise BriefingError(f"{folder.name}: expected a folder, found a link or a file; replace it by a folder")


@contextmanager
def told(content: Path, what: str) -> Iterator[None]:
    """Turn a refusal of the disk into one line for the user.

    Args:
        content: the folder it is about.
        what: what should have happened to it (``be written``).
    """
    try:
        yield
    except OSError as error:
        name = Path(error.filename).name if isinstance(error.filename, str) else content.name
        raise BriefingError(
            f"{content.name}: expected that it can {what}, found {error.strerror or 'a fault'} ({name}); "
            "no file is half-written, run again when that is mended"
        ) from error
