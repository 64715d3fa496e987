"""The part of a word that its forms share."""

from functools import lru_cache

_REMEMBERED = 65_536
"""So many different words are remembered."""

_LETTERS = 4
"""Shortest stem that a verb's ending leaves."""


@lru_cache(maxsize=_REMEMBERED)
def stem_of(word: str) -> str:
    """A word in lower case, without a plural's and then a verb's ending."""
    if word.endswith("ies") and len(word) > _LETTERS + 1:
        word = word[:-3] + "y"
    elif word.endswith("s") and not word.endswith("ss") and len(word) > _LETTERS:
        word = word[:-1]
    for ending in ("ing", "ed", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= _LETTERS:
            return word[: -len(ending)]
    return word
