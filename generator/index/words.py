"""Text as the search compares it; the search script in the reader's browser folds what is typed in the same way."""

import re
import unicodedata

_GROUPED = re.compile(r"(?<=\d)[,.](?=\d{3}(?!\d))")
_WORD = re.compile(r"[^\W_]+")
_LONGEST = 24


def folded(text: str) -> str:
    """The text without accents, in small letters, with 1,000 and 1.000 as 1000."""
    letters = unicodedata.normalize("NFKD", text)
    plain = "".join(sign for sign in letters if not unicodedata.category(sign).startswith("M"))
    return _GROUPED.sub("", plain.lower())


def words_of(text: str) -> tuple[str, ...]:
    """The words and numbers of a text, as the index holds them; a letter alone is none."""
    words = (word[:_LONGEST] for word in _WORD.findall(folded(text)))
    return tuple(word for word in words if len(word) > 1 or word.isdigit())
