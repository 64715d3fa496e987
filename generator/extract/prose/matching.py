"""Sentences as finders see them: words with offsets, and sketches in which found mentions are one sign each.

A sketch turns ``The military had said 92 militants were killed on Saturday`` into ``The military had said # were
killed on @``: patterns written over sketches stay short, because everything found before is one sign in them. This is
the cascade of finite-state readers: each stage reads what the stage below has named.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from itertools import chain
from typing import NamedTuple, TypeVar

from generator.extract.prose.runs import Piece, Run, Token, cut_runs
from generator.lexicon.places import fold_name
from generator.model.span import Span

FIGURE = "\ue000"
"""The sign of a figure, or of several joined by commas and ``and``. Folded text holds no private-use signs."""

_SIGNS = 3
"""Commas and possessives that a long name may hold."""
_ARTICLE = re.compile(r"(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ne|[Tt]wo|[Ss]ome|[Ss]everal|THE) ")

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


@dataclass(frozen=True)
class Prose:
    """A sentence made ready for the finders; not slotted, so that its words are made when the first finder asks.

    Attributes:
        text: its folded text.
        start: offset of the sentence in the document, code points.
        index: its number in the story, 0-based.
        paragraph: number of its paragraph.
        vocabulary: its words in lower case, for prefilters.
        runs: what stands between its blanks.
    """

    text: str
    start: int
    index: int
    paragraph: int
    vocabulary: frozenset[str]
    runs: Sequence[Run]

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Its words in order."""
        fields: list[Piece] = []
        at = 0
        for size, _, pieces, _ in self.runs:
            for text, start, end, lower, capital, wordlike in pieces:
                fields.append((text, at + start, at + end, lower, capital, wordlike))
            at += size + 1
        return tuple(map(_word, fields))

    def tokens(self) -> list[Token]:
        """Its words as the lexicon of events cuts them."""
        tokens: list[Token] = []
        at = 0
        for size, _, _, cut in self.runs:
            for word, start, end in cut:
                tokens.append((word, at + start, at + end))
            at += size + 1
        return tokens

    def span(self, start: int, end: int) -> Span:
        """Offsets in the sentence as a span of the document."""
        return Span(self.start + start, self.start + end)


def read_prose(text: str, *, start: int = 0, index: int = 0, paragraph: int = 0) -> Prose:
    """Cut a folded sentence into words."""
    runs = cut_runs(text)
    vocabulary = frozenset(chain.from_iterable([run[1] for run in runs]))
    return Prose(text, start, index, paragraph, vocabulary, runs)


def without_article(text: str) -> str:
    """A phrase without the article, possessive or small number that opens it."""
    opening = _ARTICLE.match(text)
    return text[opening.end() :] if opening is not None else text


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


@dataclass(frozen=True, slots=True)
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
