"""Files and folders of ``content/``: real ones only, read whole, written durably.

All that a change of records asks of the operating system is asked here, one call for each word of the trade, so that
tests can let any single call go wrong.
"""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
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
            taken = os.write(file, rest)
            if not taken:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
            rest = rest[taken:]
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


def exists(path: Path) -> bool:
    """Whether anything has that name, a link that leads nowhere included."""
    return os.path.lexists(path)


def make_folder(folder: Path) -> None:
    """Make a folder where there is none; its name is not yet durable.

    Raises:
        BriefingError: a link or a file has its name.
        OSError: the disk refused.
    """
    with suppress(FileExistsError):
        os.mkdir(folder)
    check_folder(folder)


def one_disk(one: Path, other: Path) -> bool:
    """Whether two folders lie on the same disk, so that files move between them in one step.

    Raises:
        OSError: one of them is not there.
    """
    return os.lstat(one).st_dev == os.lstat(other).st_dev


def move(old: Path, new: Path) -> None:
    """Put a file in the place of another in one step; the step is not yet durable.

    Raises:
        OSError: the disk refused.
    """
    os.replace(old, new)


def remove(path: Path) -> None:
    """Remove a file that may be gone already; that is not yet durable.

    Raises:
        OSError: the disk refused.
    """
    with suppress(FileNotFoundError):
        os.unlink(path)


def remove_folder(folder: Path) -> None:
    """Remove a folder of files with what is in it; that is not yet durable.

    Raises:
        OSError: the disk refused.
    """
    for name in os.listdir(folder):
        os.unlink(folder / name)
    os.rmdir(folder)


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
