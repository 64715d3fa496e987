"""Sentences as finders see them: words with offsets, and sketches in which found mentions are one sign each.

A sketch turns ``The military had said 92 militants were killed on Saturday`` into ``The military had said # were
killed on @``: patterns written over sketches stay short, because everything found before is one sign in them. This is
the cascade of finite-state readers: each stage reads what the stage below has named.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.lexicon.places import fold_name
from generator.model.span import Span

FIGURE = "\ue000"
"""The sign of a figure, or of several joined by commas and ``and``. Folded text holds no private-use signs."""

_SIGNS = 3
"""Commas and possessives that a long name may hold."""
_WORD = re.compile(
    r"(?:[A-Z]\.){2,}|'s\b|[^\W_]+(?:(?:'(?!s\b)|[.&-])[^\W_]+)*(?:(?<=[sS])'(?= \w))?|[^\w\s]",
)

CLOSING = frozenset((".", ",", ";", ":", "!", "?", '"', "-"))
"""Signs that never end a name."""

ABBREVIATED = re.compile(
    r"(?:Lt|Gen|Col|Maj|Capt|Cpt|Sgt|Cpl|Brig|Adm|Cmdr|Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|Rev|Hon|Prof|Insp|Supt|Det)\Z"
)
"""Titles whose full stop belongs to them."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a sign of punctuation; offsets in code points of its sentence."""

    text: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether it begins like a name."""
        return self.text[0].isupper()

    @property
    def wordlike(self) -> bool:
        """Whether it is a word at all."""
        return self.text[0].isalnum()


@dataclass(frozen=True, slots=True)
class Prose:
    """A sentence made ready for the finders.

    Attributes:
        text: its folded text.
        start: offset of the sentence in the document, code points.
        index: its number in the story, 0-based.
        paragraph: number of its paragraph.
        words: its words in order.
        vocabulary: its words in lower case, for prefilters.
    """

    text: str
    start: int
    index: int
    paragraph: int
    words: tuple[Word, ...]
    vocabulary: frozenset[str]

    def span(self, start: int, end: int) -> Span:
        """Offsets in the sentence as a span of the document."""
        return Span(self.start + start, self.start + end)


def read_prose(text: str, *, start: int = 0, index: int = 0, paragraph: int = 0) -> Prose:
    """Cut a folded sentence into words."""
    words = tuple(Word(found[0], found.start(), found.end()) for found in _WORD.finditer(text))
    return Prose(text, start, index, paragraph, words, frozenset(word.text.lower() for word in words))


def without_article(text: str) -> str:
    """A phrase without the article, possessive or small number that opens it."""
    return re.sub(r"^(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ne|[Tt]wo|[Ss]ome|[Ss]everal|THE) ", "", text)


def longest_name(words: Sequence[Word], at: int, longest: Mapping[str, int]) -> int:
    """Most words that a known name which begins at a word may have; 0 where none begins there.

    ``longest`` is by first word, lower case; commas and the ``'s`` of ``People's Republic`` are words of their own.
    """
    word = words[at]
    if not word.capital:
        return 0
    first = fold_name(word.text).split(" ")[0]
    possessed = at + 1 < len(words) and words[at + 1].text == "'s"
    most = max(longest.get(first, 0), longest.get(first + "s", 0) if possessed else 0)
    return min(most + _SIGNS, len(words) - at) if most else 0


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
