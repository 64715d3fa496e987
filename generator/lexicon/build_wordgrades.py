"""Derives ``wordgrades.txt`` from a list of how often English words are used; run by hand when it has a new edition.

Source: the file ``small_en.msgpack.gz`` of the package wordfreq 3 (https://github.com/rspeer/wordfreq), licence
CC BY-SA 4.0. It holds the words of English down to one in a million. Of each word with those of its stem only a grade
is kept: how telling it is that two stories share it, in tenths.

    python -m generator.lexicon.build_wordgrades small_en.msgpack.gz > generator/lexicon/wordgrades.txt
"""

import gzip
import math
import sys
import textwrap
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from generator.lexicon.stems import stem_of

_HEADER = """\
# How telling English words are, in tenths; others are as telling as can be. Derived from the word list of wordfreq
# (https://github.com/rspeer/wordfreq), licence CC BY-SA 4.0, by generator/lexicon/build_wordgrades.py.
"""
_STORY = 150
"""Words of a story."""
_RARE = 0.008
"""Part of all stories that hold a word, from which on it is as telling as can be."""
_TENTHS = 10
_BELS = 100
"""The source counts hundredths of a factor of ten."""


def read_words(data: bytes) -> Iterator[tuple[str, float]]:
    """Words of the source, and how often one in so many words is this one.

    The source is a list in the MessagePack format: a header, and then the words that are 10 ** (-n / 100) of all words,
    for each n from 0.

    Raises:
        ValueError: it is something else.
    """
    found, end = _value(data, 0)
    if end != len(data) or not isinstance(found, list):
        raise ValueError("expected one list in the MessagePack format")
    for hundredths, words in enumerate(found[1:]):
        for word in words:
            yield word, 10 ** (-hundredths / _BELS)


def _value(data: bytes, at: int) -> tuple[object, int]:
    """The value that begins at a byte, and where the next one begins."""
    sign = data[at]
    if sign < 0x80:
        return sign, at + 1
    if sign < 0x90:
        return _values(data, at + 1, 2 * (sign & 0x0F))
    if sign < 0xA0:
        return _values(data, at + 1, sign & 0x0F)
    if sign < 0xC0:
        return _text(data, at + 1, sign & 0x1F)
    if sign in _TEXTS:
        width = _TEXTS[sign]
        return _text(data, at + 1 + width, int.from_bytes(data[at + 1 : at + 1 + width], "big"))
    if sign in _LISTS:
        width = _LISTS[sign]
        return _values(data, at + 1 + width, int.from_bytes(data[at + 1 : at + 1 + width], "big"))
    raise ValueError(f"byte {at}: expected a number, text, list or map, found the sign {sign:#x}")


_TEXTS = {0xD9: 1, 0xDA: 2, 0xDB: 4}
_LISTS = {0xDC: 2, 0xDD: 4}


def _text(data: bytes, at: int, size: int) -> tuple[str, int]:
    return data[at : at + size].decode(), at + size


def _values(data: bytes, at: int, count: int) -> tuple[list[object], int]:
    values = []
    for _ in range(count):
        found, at = _value(data, at)
        values.append(found)
    return values, at


def grade(frequency: float) -> int:
    """How telling a word is, in tenths: 0 for one that every story holds."""
    stories = 1 - math.exp(-_STORY * frequency)
    share = math.log(stories / _RARE) / math.log(1 / _RARE)
    return round(_TENTHS * min(1.0, max(0.0, 1 - share)))


def main(path: str) -> None:
    """Write the file."""
    stems: dict[str, float] = defaultdict(float)
    for word, frequency in read_words(gzip.decompress(Path(path).read_bytes())):
        if word.isalpha():
            stems[stem_of(word)] += frequency
    rows: dict[int, list[str]] = defaultdict(list)
    for stem, frequency in sorted(stems.items()):
        rows[grade(frequency)].append(stem)
    sys.stdout.write(_HEADER)
    for tenths in range(_TENTHS):
        for line in textwrap.wrap(" ".join(rows[tenths]), 120 - len("0: ")):
            sys.stdout.write(f"{tenths}: {line}\n")


if __name__ == "__main__":
    main(sys.argv[1])
