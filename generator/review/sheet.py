"""The review sheet as nouns: what a reviewer of a pull request reads, before it is written in any form."""

from enum import Enum, auto

from generator.model.finding import Finding
from generator.model.values import value
from generator.review.comparison import FieldCount


class Tone(Enum):
    """How a piece of text is set."""

    PLAIN = auto()
    STRONG = auto()
    MARKED = auto()
    STRUCK = auto()
    NAME = auto()


@value
class Piece:
    """A piece of text; the text may come from anywhere."""

    text: str
    tone: Tone = Tone.PLAIN


Line = tuple[Piece, ...]


@value
class Item:
    """One thing to judge.

    Attributes:
        head: what it is.
        quotes: the words it rests on, each with a label.
        details: further lines.
    """

    head: Line
    quotes: tuple[Line, ...] = ()
    details: tuple[Line, ...] = ()


@value
class Section:
    """Things of one sort: changed claims, new claims, proposals."""

    name: str
    items: tuple[Item, ...]


@value
class Chapter:
    """What differs in one record."""

    title: str
    file: str
    lead: str
    sections: tuple[Section, ...]


@value
class Sheet:
    """A review sheet.

    Attributes:
        base: what the version before is called.
        head: what the version after is called.
        chapters: one for each record that differs.
        unread: files that are no records, and why.
        counts: gains and losses by field.
    """

    base: str
    head: str
    chapters: tuple[Chapter, ...]
    unread: tuple[Finding, ...]
    counts: tuple[FieldCount, ...]
