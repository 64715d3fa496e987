"""Runs of signs between blanks, cut into words: each once, for news says the same words over and over."""

import re
from itertools import pairwise
from typing import NamedTuple

from generator.lexicon.events import event_tokens

_WORD = re.compile(
    r"(?:[A-Z]\.){2,}|'s\b|[^\W_]+(?:(?:'(?!s\b)|[.&-])[^\W_]+)*(?:(?<=[sS])'(?= \w))?|[^\w\s]",
)
_MOST = 32_768
"""So many different runs are remembered."""
_LONGEST = 40
"""Longer runs are not worth remembering."""

Piece = tuple[str, int, int, str, bool, bool]
"""A word: as written, where it starts and ends in its run, in lower case, whether it begins like a name, whether it is
a word at all."""


class Run(NamedTuple):
    """What stands between two blanks.

    Attributes:
        step: code points, the blank behind it included.
        lowers: its words in lower case.
        pieces: its words with everything about them.
        told_from: where those words of it start that the lexicon of events cuts: with apostrophes and stops inside.
        told: the same words in lower case.
    """

    step: int
    lowers: tuple[str, ...]
    pieces: tuple[Piece, ...]
    told_from: tuple[int, ...]
    told: tuple[str, ...]


class _Cut(dict[str, Run]):
    """Runs that were cut before; when there are too many all are forgotten."""

    def __missing__(self, run: str) -> Run:
        cut = _cut(run)
        if len(run) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[run] = cut
        return cut


_recall = _Cut().__getitem__


def cut_runs(text: str) -> list[Run]:
    """The runs between the blanks of a text, in order.

    One thing a run cannot tell by itself: an apostrophe behind its last ``s`` belongs to the word where another word
    follows (``the militants' camp``).
    """
    written = text.split(" ")
    runs = list(map(_recall, written))
    if "s' " in text or "S' " in text:
        for number, (run, following) in enumerate(pairwise(written)):
            if run.endswith(("s'", "S'")) and (following[:1].isalnum() or following.startswith("_")):
                runs[number] = _cut(run, f"{run} x")
    return runs


def _cut(run: str, context: str = "") -> Run:
    """The words of a run; ``context`` is the run with what follows, where that matters."""
    found = [match for match in _WORD.finditer(context or run) if match.end() <= len(run)]
    pieces = tuple(
        (match[0], match.start(), match.end(), match[0].lower(), match[0][0].isupper(), match[0][0].isalnum())
        for match in found
    )
    lowers = tuple([piece[3] for piece in pieces])
    told = tuple(event_tokens(run.lower()))
    return Run(
        len(run) + 1, lowers, pieces, tuple([match.start() for match in told]), tuple([match[0] for match in told])
    )
