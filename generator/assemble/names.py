"""Slugs and folded names."""

import re
import unicodedata
from functools import lru_cache

from generator.model.document import Document
from generator.model.signs import UNSTORABLE
from generator.model.span import Span

_APART = re.compile(r"[^\w]+")
_WORDS = re.compile(r"[a-z0-9]+")
_LONGEST = 40


@lru_cache(maxsize=4096)
def fold(name: str) -> str:
    """A name without case, accents, articles and punctuation, for comparison only."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign)).lower()
    plain = plain.replace("'", "").replace("’", "")
    return " ".join(_APART.sub(" ", plain).split()).removeprefix("the ")


def slug_of(text: str, *, words: int = 5) -> str:
    """A slug of ASCII letters and digits; ``x`` where the text has none."""
    found = _WORDS.findall(fold(text))[:words]
    slug = "-".join(found)[:_LONGEST].strip("-")
    return slug or "x"


def as_written(document: Document, words: str, near: Span) -> str:
    """Words that were found in the folded text, as the document itself spells them.

    Folding keeps every offset, so that the same range of the text holds the curly quotes and dashes that were folded
    away; words put together from several places come back as they are.
    """
    at = document.folded.find(words, near.start, near.end)
    written = document.text[at : at + len(words)] if at >= 0 else words
    return words if UNSTORABLE.search(written) else " ".join(written.split())


_COMMON = frozenset(
    word
    for line in (
        "the a an and or but of in on at by for from to with that this these those it its he his",
        "she her they their we our i is are was were be been has have had will would could should",
        "may might not no there here as if when who which what all any some more most only also",
        "than then said say so into over under about after before during up out down off very just",
        "one two three four five six seven eight nine ten dozen hundred thousand million monday",
        "tuesday wednesday thursday friday saturday sunday people we're don't",
    )
    for word in line.split()
)
"""Words too common to tell one statement from another."""


def telling_words(text: str) -> str:
    """A slug of the first two words of a text that are neither common nor figures."""
    telling: list[str] = []
    for found in _LONG_WORDS.finditer(text):
        if found[0].lower() not in _COMMON:
            telling.append(found[0])
            if len(telling) == _TELLING:
                break
    return slug_of(" ".join(telling) or "words", words=3)


_LONG_WORDS = re.compile(r"[A-Za-z][A-Za-z'-]{3,}")
_TELLING = 2
"""Words that tell one statement from another in an id."""
