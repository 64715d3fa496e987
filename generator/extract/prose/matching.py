"""Sentences as finders see them: words with offsets, and sketches in which found mentions are one sign each.

A sketch turns ``The military had said 92 militants were killed on Saturday`` into ``The military had said # were
killed on @``: patterns written over sketches stay short, because everything found before is one sign in them. This is
the cascade of finite-state readers: each stage reads what the stage below has named.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import lru_cache, partial
from itertools import accumulate, chain
from typing import NamedTuple, TypeVar

from generator.extract.prose.runs import Run, cut_runs
from generator.lexicon.places import fold_name
from generator.model.span import Span
from generator.model.values import value

FIGURE = "\ue000"
"""The sign of a figure, or of several joined by commas and ``and``. Folded text holds no private-use signs."""

_SIGNS = 3
"""Commas and possessives that a long name may hold."""
_SMALL = ("the", "a", "an", "its", "his", "her", "their", "one", "two", "some", "several")
_OPENING = frozenset((*_SMALL, *(word.capitalize() for word in _SMALL), "THE"))
"""Articles, possessives and small numbers, as they are written in front of a noun."""

_CLOSING = frozenset((".", ",", ";", ":", "!", "?", '"', "-"))
"""Signs that never end a name."""

ABBREVIATED = re.compile(
    r"(?:Lt|Gen|Col|Maj|Capt|Cpt|Sgt|Cpl|Brig|Adm|Cmdr|Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|Rev|Hon|Prof|Insp|Supt|Det)\Z"
)
"""Titles whose full stop belongs to them."""

_REMEMBERED = 32_768
"""So many different words are remembered, each with the first word of its folded form."""
_Meaning = TypeVar("_Meaning")


class Word(NamedTuple):
    """A word or a sign of punctuation; offsets in code points of its sentence.

    Attributes:
        text: as written.
        start: offset of its first sign.
        end: offset behind its last sign.
        lower: in lower case.
        capital: whether it begins like a name.
        wordlike: whether it is a word at all.
    """

    text: str
    start: int
    end: int
    lower: str
    capital: bool
    wordlike: bool


_word = partial(tuple.__new__, Word)
"""A `Word` of a tuple of its fields; naming them takes twice as long, and a story has hundreds of words."""


@value
class Prose:
    """A sentence made ready for the finders.

    Attributes:
        text: its folded text.
        start: offset of the sentence in the document, code points.
        index: its number in the story, 0-based.
        paragraph: number of its paragraph.
        words: its words in order.
        lows: the same words in lower case.
        vocabulary: the same words in lower case as a set, for prefilters.
        runs: what stands between its blanks.
    """

    text: str
    start: int
    index: int
    paragraph: int
    words: tuple[Word, ...]
    lows: tuple[str, ...]
    vocabulary: frozenset[str]
    runs: Sequence[Run]

    def anchors(self, words: Set[str]) -> Sequence[int]:
        """Indexes of those of its words that are among some, in order: where a finder begins to read."""
        found = self.vocabulary & words
        if not found:
            return ()
        lows = self.lows
        numbers = []
        for word in found:
            number = lows.index(word)
            numbers.append(number)
            for _ in range(lows.count(word) - 1):
                number = lows.index(word, number + 1)
                numbers.append(number)
        numbers.sort()
        return numbers

    def told(self) -> tuple[str, ...]:
        """Its words as the lexicon of events cuts them, in lower case."""
        return tuple(chain.from_iterable([run[4] for run in self.runs]))

    def told_from(self) -> list[int]:
        """Where the same words start."""
        starts = accumulate([run[0] for run in self.runs], initial=0)
        return [at + first for at, run in zip(starts, self.runs, strict=False) for first in run[3]]

    def is_litany(self) -> bool:
        """Whether it says a few words over and over, which no sentence of a story does."""
        return len(self.words) > _LONG and len(self.vocabulary) * _OVER_AND_OVER < len(self.words)

    def span(self, start: int, end: int) -> Span:
        """Offsets in the sentence as a span of the document."""
        return Span(self.start + start, self.start + end)


_LONG = 120
"""Words that few sentences have; where shorter ones repeat themselves it costs little to read them."""
_OVER_AND_OVER = 10
"""So often, on average, a litany says each of its words; the longest sentences of news say theirs twice or thrice."""


def read_prose(text: str, *, start: int = 0, index: int = 0, paragraph: int = 0) -> Prose:
    """Cut a folded sentence into words."""
    runs = cut_runs(text)
    words = []
    at = 0
    for step, _, pieces, _, _ in runs:
        for written, first, last, lower, capital, wordlike in pieces:
            words.append(_word((written, at + first, at + last, lower, capital, wordlike)))
        at += step
    lows = tuple(chain.from_iterable([run[1] for run in runs]))
    return Prose(text, start, index, paragraph, tuple(words), lows, frozenset(lows), runs)


def without_article(text: str) -> str:
    """A phrase without the article, possessive or small number that opens it."""
    opening, blank, rest = text.partition(" ")
    return rest if blank and opening in _OPENING else text


def _longest_name(words: Sequence[Word], at: int, longest: Mapping[str, int]) -> int:
    """Most words that a known name which begins at a word may have; 0 where none begins there.

    ``longest`` is by first word, lower case; commas and the ``'s`` of ``People's Republic`` are words of their own.
    """
    word = words[at]
    if not word.capital:
        return 0
    first = opening_word(word.text)
    most = longest.get(first, 0)
    if at + 1 < len(words) and words[at + 1].text == "'s":
        most = max(most, longest.get(first + "s", 0))
    return min(most + _SIGNS, len(words) - at) if most else 0


@lru_cache(_REMEMBERED)
def opening_word(word: str) -> str:
    """The first word of a folded word (``al`` of ``Al-Azhar``), by which indexes of names are ordered."""
    return fold_name(word).split(" ")[0]


def find_known(
    prose: Prose, words: Sequence[Word], known: Mapping[str, _Meaning], longest: Mapping[str, int]
) -> Iterator[tuple[int, int, _Meaning]]:
    """First and last index (inclusive) of each known name among the words, and what it means; the longest first.

    Args:
        prose: the sentence.
        words: its words, or some that follow one another.
        known: folded name -> meaning.
        longest: first folded word of a name -> most words that such a name has.
    """
    done = 0
    for at, word in enumerate(words):
        if at < done or not word.capital:
            continue
        for last in range(at + _longest_name(words, at, longest) - 1, at - 1, -1):
            if words[last].text in _CLOSING:
                continue
            meaning = known.get(fold_name(prose.text[word.start : words[last].end]))
            if meaning is not None:
                yield at, last, meaning
                done = last + 1
                break


@value
class Sketch:
    """A sentence with some of its parts replaced by one sign each.

    Attributes:
        text: the sketch.
        marks: offset of each sign in the sketch -> the number of the part it stands for.
    """

    text: str
    marks: Mapping[int, int]
    _cuts: tuple[int, ...]
    _shifts: tuple[int, ...]

    def original(self, offset: int) -> int:
        """The offset in the sentence that ``offset`` of the sketch stands for."""
        return offset + self._shifts[bisect_right(self._cuts, offset) - 1]

    def inside(self, start: int, end: int) -> tuple[int, ...]:
        """Numbers of the parts whose signs lie in a range of the sketch."""
        return tuple(number for offset, number in self.marks.items() if start <= offset < end)


def sketch(text: str, parts: Iterable[tuple[int, int, str]]) -> Sketch:
    """Replace each ``(start, end, sign)`` of ``text``; parts are in order and do not overlap."""
    pieces: list[str] = []
    marks: dict[int, int] = {}
    cuts, shifts = [0], [0]
    at = length = 0
    for number, (start, end, sign) in enumerate(parts):
        pieces += (text[at:start], sign)
        length += start - at
        marks[length] = number
        length += 1
        cuts.append(length)
        shifts.append(end - length)
        at = end
    pieces.append(text[at:])
    return Sketch("".join(pieces), marks, tuple(cuts), tuple(shifts))
