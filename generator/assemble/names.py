"""Slugs and folded names."""

import re
import unicodedata

_WORDS = re.compile(r"[a-z0-9]+")
_LONGEST = 40


def fold(name: str) -> str:
    """A name without case, accents, articles and punctuation, for comparison only."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign)).lower()
    plain = re.sub(r"['’]", "", plain)
    return " ".join(re.sub(r"[^\w]+", " ", plain).split()).removeprefix("the ")


def slug_of(text: str, *, words: int = 5) -> str:
    """A slug of ASCII letters and digits; ``x`` where the text has none."""
    found = _WORDS.findall(fold(text))[:words]
    slug = "-".join(found)[:_LONGEST].strip("-")
    return slug or "x"
