"""Towns of the world by name: the index ``gazetteer.tsv``, derived from GeoNames (CC BY 4.0)."""

import pkgutil
from collections.abc import Sequence
from functools import cache, lru_cache

from generator.errors import InvalidLexicon
from generator.model.values import value

_FILE = "gazetteer.tsv"
_COLUMNS = 6
_THOUSANDS = 4


@value
class Town:
    """One meaning of a name.

    Attributes:
        country: ISO 3166-1 alpha-2.
        state: code of the state, for towns of the United States.
        thousands: inhabitants in thousands.
        lat: degrees north, WGS 84; None where the country has several such towns and none stands out.
        lon: degrees east, WGS 84, or None.
        geonames: its id in GeoNames, or None.
    """

    country: str
    state: str | None
    thousands: int
    lat: float | None = None
    lon: float | None = None
    geonames: str | None = None


class Gazetteer:
    """The index: sorted lines that are read when the first name is asked for, and searched by halves as they lie.

    Args:
        lines: sorted lines of an index; None for the one that comes with the program.
    """

    __slots__ = ("_given",)

    def __init__(self, lines: Sequence[str] | None = None) -> None:
        self._given = None if lines is None else "\n".join(lines).encode()

    def find(self, key: str) -> tuple[Town, ...]:
        """Every town that a folded name may mean, the largest first; none where the index has no such name."""
        return _find(key) if self._given is None else _look_up(key, self._given)

    def opens(self, word: str) -> bool:
        """Whether the name of any town begins with a folded word."""
        return _opens(word) if self._given is None else _is_opening(word, self._given)

    def largest(self, word: str) -> int:
        """Thousands of inhabitants of the largest town whose name begins with a folded word; 0 where none does."""
        return _largest(word, _read_index() if self._given is None else self._given)


def _largest(word: str, index: bytes) -> int:
    most = 0
    for opening in (f"{word}\t".encode(), f"{word} ".encode()):
        at = _line_of(opening, index)
        while index.startswith(opening, at):
            end = index.find(b"\n", at)
            most = max(most, int(index[at : end if end >= 0 else None].split(b"\t")[_THOUSANDS]))
            if end < 0:
                break
            at = end + 1
    return most


@lru_cache(maxsize=65536)
def _opens(word: str) -> bool:
    return _is_opening(word, _read_index())


def _is_opening(word: str, index: bytes) -> bool:
    openings = (f"{word}\t".encode(), f"{word} ".encode())
    return any(index.startswith(opening, _line_of(opening, index)) for opening in openings)


@lru_cache(maxsize=65536)
def _find(key: str) -> tuple[Town, ...]:
    return _look_up(key, _read_index())


def _look_up(key: str, index: bytes) -> tuple[Town, ...]:
    opening = f"{key}\t".encode()
    at = _line_of(opening, index)
    found = []
    while index.startswith(opening, at):
        end = index.find(b"\n", at)
        found.append(_read_town(index[at : end if end >= 0 else None].decode()))
        if end < 0:
            break
        at = end + 1
    return tuple(sorted(found, key=lambda town: (-town.thousands, town.country, town.state or "")))


def _line_of(opening: bytes, index: bytes) -> int:
    """Offset of the first line that does not come before one with such an opening; UTF-8 sorts as its signs do."""
    low, high = 0, len(index)
    while low < high:
        start = index.rfind(b"\n", low, (low + high) // 2) + 1 or low
        if index[start : start + len(opening)] < opening:
            end = index.find(b"\n", start)
            low = end + 1 if end >= 0 else len(index)
        else:
            high = start
    return low


def _read_town(line: str) -> Town:
    """The town of one line.

    Raises:
        InvalidLexicon: the line has not the columns of the index.
    """
    fields = line.split("\t")
    try:
        _, place, lat, lon, thousands, number = fields
        country, _, state = place.partition("-")
        if not number:
            return Town(country, state or None, int(thousands))
        return Town(country, state or None, int(thousands), float(lat), float(lon), number)
    except ValueError as error:
        raise InvalidLexicon(f"lexicon/{_FILE}: expected {_COLUMNS} columns, found {line[:60]!r}") from error


@cache
def _read_index() -> bytes:
    """The index that comes with the program.

    Raises:
        InvalidLexicon: the index is missing.
    """
    try:
        return pkgutil.get_data("generator.lexicon", _FILE) or b""
    except OSError as error:
        raise InvalidLexicon(f"lexicon/{_FILE}: expected the index of towns, found {error}") from error
