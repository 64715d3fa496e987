"""When two wordings of a name or a quote count as the same."""

import re
import string
from collections.abc import Sequence

from generator.model.gold import Alternatives

_BLANK = str.maketrans(dict.fromkeys("-/", " ") | dict.fromkeys(set(string.punctuation + "’‘“”") - set("-/"), ""))
_ARTICLES = re.compile(r"\b(?:a|an|the)\b")
_EMPTY = frozenset(("of", "in", "and", "for", "to", "s"))
_SHORT = 2
_OVERLAP = 0.5
_LOOSE = 0.4
_LONG_QUOTE = 20


def plain(text: str) -> str:
    """Lower case without punctuation and articles, hyphens as blanks."""
    return " ".join(_ARTICLES.sub(" ", text.lower().translate(_BLANK)).split())


def tokens(text: str) -> frozenset[str]:
    """The words of a name that tell it from others."""
    return frozenset(plain(text).split()) - _EMPTY


def is_same_name(gold: Alternatives, names: Sequence[str]) -> bool:
    """Whether a name equals, or holds as whole words, one of the accepted forms, or the other way round."""
    return any(
        one == other or _holds(one, other) or _holds(other, one)
        for one in map(plain, gold)
        for other in map(plain, names)
        if one and other
    )


def _holds(part: str, whole: str) -> bool:
    return len(part) > _SHORT and f" {part} " in f" {whole} "


def overlap(one: str, other: str) -> float:
    """Share of the words of both that stand in both (intersection over union)."""
    first, second = set(plain(one).split()), set(plain(other).split())
    return len(first & second) / max(1, len(first | second))


def is_same_clause(gold: str, quote: str) -> bool:
    """Whether two quotes of a claim are about the same words."""
    one, other = plain(gold), plain(quote)
    return one in other or other in one or overlap(gold, quote) >= _LOOSE


def is_same_speech(gold: str, quote: str) -> bool:
    """Whether two quotes of a statement are about the same words."""
    one, other = plain(gold), plain(quote)
    return overlap(gold, quote) >= _OVERLAP or one in other or (len(other) > _LONG_QUOTE and other in one)
