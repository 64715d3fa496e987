"""A bundle as it was received, packed or unpacked: which files it holds, and what each one's checksum is.

Nothing is unpacked, no link is followed, nothing outside is opened, and no file is held in memory as a whole: what is
looked at may come from anyone.
"""

import hashlib
import os
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO, Protocol, Self

from generator.errors import BriefingError
from generator.model.values import value
from generator.publish.sums import SUMS

_CHUNK = 1 << 20
_LONGEST_LIST = 1 << 28
"""Bytes of a list of checksums: of some two million files."""

_FULLEST = 200
"""How many times its own size an archive may unpack to; pages come to ten."""

_ROOM = 1 << 26
"""Bytes that any archive may unpack to, however small it is."""

_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The two ways of packing that need no more memory than they say."""

_ENCRYPTED = 0x1

_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, struct.error, NotImplementedError)
"""What reading an archive raises where its bytes are not those of one."""

_UNSAFE = re.compile(r"[\x00-\x1f\x7f\\:]|^/|(?:^|/)\.{0,2}(?:/|$)")
"""Signs that some system takes for a way out of the folder, and steps that are one."""


@value
class Entry:
    """A file of a bundle.

    Attributes:
        name: relative to the folder of the list of checksums, with forward slashes.
        trouble: why it is not to be opened; empty where it may be.
    """

    name: str
    trouble: str = ""


class Parcel(Protocol):
    """A bundle that can be looked at."""

    def entries(self) -> tuple[Entry, ...]:
        """Everything in it, in any order; a name may come twice."""

    def digest(self, name: str) -> str:
        """SHA-256 of a file's bytes, in hex.

        Raises:
            OSError: it cannot be read, or its packed form is damaged.
        """

    def sums(self) -> bytes:
        """The list of checksums.

        Raises:
            OSError: it cannot be read, or is longer than any such list.
        """


class FolderParcel:
    """An unpacked bundle.

    Args:
        folder: where the list of checksums lies.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def entries(self) -> tuple[Entry, ...]:
        """Every file below the folder; links and devices are named and not followed."""
        return tuple(self._walk())

    def _walk(self) -> Iterator[Entry]:
        for folder, folders, names in os.walk(self._folder):
            for name in (*folders, *names):
                path = Path(folder, name)
                kind = path.lstat().st_mode
                if not stat.S_ISDIR(kind):
                    yield Entry(path.relative_to(self._folder).as_posix(), _kind_trouble(kind))

    def digest(self, name: str) -> str:
        """SHA-256 of a file."""
        with (self._folder / name).open("rb") as source:
            return _digest(source)

    def sums(self) -> bytes:
        """The list of checksums."""
        with (self._folder / SUMS).open("rb") as source:
            return _whole(source)


class ArchiveParcel:
    """A bundle as a ZIP archive; a context manager.

    Args:
        path: the archive.

    Raises:
        BriefingError: it is no ZIP archive, or would unpack to far more than pages do.
    """

    def __init__(self, path: Path) -> None:
        try:
            self._archive = zipfile.ZipFile(path)
        except _DAMAGE as error:
            raise BriefingError(f"{path}: expected a ZIP archive or a folder, found: {error}; get it anew") from error
        listed = [each for each in self._archive.infolist() if not each.is_dir()]
        self._refuse_bomb(path, listed)
        tops = sorted((_top(each) for each in listed if _is_list(each)), key=lambda top: (top.count("/"), top))
        self._top = tops[0] if tops else ""
        self._members = {_name(each).removeprefix(self._top): each for each in listed}
        self._listed = listed

    def _refuse_bomb(self, path: Path, listed: list[zipfile.ZipInfo]) -> None:
        size, unpacked = path.stat().st_size, sum(each.file_size for each in listed)
        if unpacked > max(_ROOM, size * _FULLEST):
            self._archive.close()
            raise BriefingError(
                f"{path}: expected an archive that unpacks to at most {_FULLEST} times its size, found one of {size:,} "
                f"bytes that unpacks to {unpacked:,}; do not unpack it"
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._archive.close()

    def entries(self) -> tuple[Entry, ...]:
        """Every file that the archive lists; folders of their own count for nothing."""
        return tuple(Entry(_name(each).removeprefix(self._top), _packed_trouble(each)) for each in self._listed)

    def digest(self, name: str) -> str:
        """SHA-256 of a file as it would be unpacked."""
        with _damage_told(), self._archive.open(self._members[name]) as source:
            return _digest(source)

    def sums(self) -> bytes:
        """The list of checksums."""
        if SUMS not in self._members:
            raise FileNotFoundError(f"no file {SUMS}")
        with _damage_told(), self._archive.open(self._members[SUMS]) as source:
            return _whole(source)


@contextmanager
def _damage_told() -> Iterator[None]:
    """Turn what a damaged archive raises into the fault of reading that it is."""
    try:
        yield
    except _DAMAGE as error:
        raise OSError(f"damaged: {error}") from error


def open_folder(folder: Path) -> FolderParcel:
    """The bundle in a folder, or in the one folder below it that an archive unpacks to."""
    if (folder / SUMS).is_file():
        return FolderParcel(folder)
    inside = sorted(each.parent for each in folder.glob(f"*/{SUMS}"))
    return FolderParcel(inside[0] if len(inside) == 1 else folder)


def _name(entry: zipfile.ZipInfo) -> str:
    """The name as the archive has it, before it is cut at a NUL or given other slashes."""
    return entry.orig_filename


def _is_list(entry: zipfile.ZipInfo) -> bool:
    return PurePosixPath(_name(entry)).name == SUMS and not _packed_trouble(entry)


def _top(entry: zipfile.ZipInfo) -> str:
    return _name(entry).removesuffix(SUMS)


def _kind_trouble(mode: int) -> str:
    if stat.S_ISLNK(mode):
        return "a symbolic link"
    return "" if stat.S_ISREG(mode) else "a device, pipe or socket"


def _packed_trouble(entry: zipfile.ZipInfo) -> str:
    if _UNSAFE.search(_name(entry)):
        return "a name that leads out of the folder"
    if entry.flag_bits & _ENCRYPTED or entry.compress_type not in _METHODS:
        return "a file packed in a way that bundles are not"
    mode = entry.external_attr >> 16
    return _kind_trouble(mode) if stat.S_IFMT(mode) else ""


def _digest(source: IO[bytes]) -> str:
    digest = hashlib.sha256()
    while chunk := source.read(_CHUNK):
        digest.update(chunk)
    return digest.hexdigest()


def _whole(source: IO[bytes]) -> bytes:
    data = source.read(_LONGEST_LIST + 1)
    if len(data) > _LONGEST_LIST:
        raise OSError(f"expected at most {_LONGEST_LIST:,} bytes")
    return data
