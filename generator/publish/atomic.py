"""Files that are seen old or new, never torn."""

import filecmp
import os
from pathlib import Path


def replace_file(path: Path, data: bytes) -> bool:
    """Give a file these bytes in one step; a file that already holds them is not touched.

    Returns:
        Whether the file changed.
    """
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    part = part_of(path)
    try:
        with part.open("xb") as out:
            out.write(data)
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return True


def adopt(part: Path, path: Path) -> bool:
    """Put a finished side file in the place of ``path``, unless both hold the same bytes.

    Returns:
        Whether ``path`` changed.
    """
    if path.is_file() and filecmp.cmp(part, path, shallow=False):
        part.unlink()
        return False
    with part.open("rb+") as written:
        os.fsync(written.fileno())
    part.replace(path)
    return True


def part_of(path: Path) -> Path:
    """The side file in which the next bytes of ``path`` are prepared; one left by a killed run is removed."""
    part = path.with_name(f".{path.name}.part")
    part.unlink(missing_ok=True)
    return part
