"""Phrases: our words and the source's words side by side, kept apart until they are printed.

A name or a quote may run from right to left and may hold any sign, so a page isolates it (``<bdi>``); our own
words need no isolation. A phrase remembers which is which, and which piece is a link.
"""

from collections.abc import Iterable

from generator.model.values import value


@value
class Piece:
    """A run of words.

    Attributes:
        text: plain text, not escaped.
        foreign: whether it comes from a document or record and is not ours.
        href: where it leads, relative to the page that prints it, or None.
    """

    text: str
    foreign: bool = False
    href: str | None = None

    @property
    def external(self) -> bool:
        """Whether it leads out of this site."""
        return self.href is not None and "://" in self.href


Phrase = tuple[Piece, ...]


def quoted(text: str, *, href: str | None = None) -> Piece:
    """Words of a document or record."""
    return Piece(text, foreign=True, href=href)


def link(text: str, href: str | None) -> Piece:
    """Our own words as a link."""
    return Piece(text, href=href)


def phrase(*parts: str | Piece | Phrase) -> Phrase:
    """One phrase from our words (str), single pieces and other phrases, in order; nothing is put between them."""
    pieces: list[Piece] = []
    for part in parts:
        if isinstance(part, str):
            pieces.append(Piece(part))
        elif isinstance(part, Piece):
            pieces.append(part)
        else:
            pieces.extend(part)
    return tuple(piece for piece in pieces if piece.text)


def listing(items: Iterable[str | Piece | Phrase], *, last: str = " and ") -> Phrase:
    """Items as an English list: ``A``, ``A and B``, ``A, B and C``."""
    entries = [phrase(item) for item in items]
    if not entries:
        return ()
    listed = entries[0]
    for number, entry in enumerate(entries[1:], start=2):
        listed = phrase(listed, last if number == len(entries) else ", ", entry)
    return listed


def joined(items: Iterable[str | Piece | Phrase], between: str) -> Phrase:
    """Items with the same words of ours between each two."""
    listed: Phrase = ()
    for item in items:
        listed = phrase(listed, between if listed else "", item)
    return listed


def plain(words: Phrase) -> str:
    """The phrase as one string, for titles and descriptions."""
    return "".join(piece.text for piece in words)


def capital(words: Phrase) -> Phrase:
    """The phrase with its first letter raised, where that letter is ours."""
    if not words or words[0].foreign:
        return words
    first = words[0]
    return (Piece(first.text[:1].upper() + first.text[1:], foreign=False, href=first.href), *words[1:])
