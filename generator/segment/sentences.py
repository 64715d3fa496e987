"""Sentences: paragraphs cut at the stops that end one."""

import re
from collections.abc import Iterator, Sequence

from generator.lexicon.abbreviations import Abbreviations
from generator.model.document import Sentence
from generator.model.span import Span
from generator.segment.boundaries import ends_here
from generator.segment.stops import WORD_OPENERS, Stop

LONGEST_MASK = 1_000
"""A quotation or bracket that is not closed within so many code points, or within its paragraph, is not one."""

_MASKED = re.compile(
    rf'"(?<!\w")(?=[^ ])[^"]{{1,{LONGEST_MASK}}}+(?<=[^ ])"(?!\w)'
    rf"|'(?<![^ (\[\"-]')(?=[A-Z0-9])[^']{{1,{LONGEST_MASK}}}+(?:'(?=\w)[^']{{1,{LONGEST_MASK}}}+){{0,20}}'(?!\w)"
    rf"|\([^()]{{1,{LONGEST_MASK}}}+\)"
    rf"|\[[^\[\]]{{1,{LONGEST_MASK}}}+\]"
)
"""Direct quotes and brackets: a stop inside one ends no sentence of the story."""

_STOP = re.compile(
    r"(?P<mark>[.!?…](?<![.!?…]{2})[.!?…]*+)(?P<closers>(?:[\"')\]]|\[[0-9]{1,3}\])*+)"
    r"(?:(?P<gap> ++)(?P<openers>[\"'(\[*¿¡-][\"'(\[*¿¡ -]*+)?"
    r"|(?<=[^\W\d_A-Z][^\W\d_A-Z][.!?])(?=[A-Z][a-z]))"
    r"(?=(?P<follower>[^ ]*+))"
)
"""A run of marks is met at its first sign only: tried from each of its signs, a long one would take forever."""


def find_sentences(folded: str, paragraphs: Sequence[Span], lexicon: Abbreviations) -> tuple[Sentence, ...]:
    """The sentences of the paragraphs, in order; each sign that is not blank stands in exactly one.

    Args:
        folded: the document's folded text.
        paragraphs: trimmed spans in order.
        lexicon: short forms whose full stop ends no sentence.
    """
    return tuple(
        Sentence(Span(start, end), number)
        for number, paragraph in enumerate(paragraphs)
        for start, end in _cut(folded, paragraph, lexicon)
    )


def _cut(folded: str, paragraph: Span, lexicon: Abbreviations) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence of one paragraph."""
    words = folded[paragraph.start : paragraph.end].replace("\n", " ").replace("\r", " ")
    masks = _masks(words)
    covered = next(masks, None)
    capitals = words.isupper()
    opening = 0
    for found in _STOP.finditer(words):
        end = found.end("closers")
        while covered is not None and covered[1] < end:
            covered = next(masks, None)
        if covered is not None and covered[0] < found.start() and end < covered[1]:
            continue
        if ends_here(_stop(words, opening, found, capitals), lexicon):
            yield paragraph.start + opening, paragraph.start + end
            opening = found.end("gap") if found["gap"] else end
    yield paragraph.start + opening, paragraph.end


def _masks(words: str) -> Iterator[tuple[int, int]]:
    """Start and end of the quotations and brackets, in order."""
    if '"' in words or "(" in words or "[" in words or "'" in words:
        return (found.span() for found in _MASKED.finditer(words))
    return iter(())


def _stop(words: str, opening: int, found: "re.Match[str]", capitals: bool) -> Stop:
    """The stop with the words around it."""
    at = found.start()
    mark, closers, openers, follower = found.group("mark", "closers", "openers", "follower")
    bare = words[max(words.rfind(" ", opening, at) + 1, opening) : at].lstrip(WORD_OPENERS)
    return Stop(bare, mark, closers, openers or "", follower, words, opening, at, found.end(), capitals)
