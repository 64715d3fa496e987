"""How lines end: with a sentence's full stop or open."""

import re

_CLOSING = " \"')]}"
_REMARK = re.compile(r" ?\[[^\[\]]{1,40}\]$")
"""A word of the wire desk behind the last sentence (``[END RECORDING]``)."""

_INITIALS = re.compile(r"(?<=[.!?\"')]) (?:-{1,3} ?)?(?:[A-Z]{2,5}[ /]){0,5}[A-Z]{2,5}$")
"""Who wrote and edited it, behind the last sentence (``in the district. BSW COR SKM``)."""

_STOPS = (".", "!", "?", "…")
_DOTTED_NAME = re.compile(r"(?:^|[ (\"'])(?:(?:[A-Za-z]\.){2,}|Inc\.|Ltd\.|Corp\.|Co\.|Jr\.|Sr\.)$")

_CAPITALS = tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_TAIL = 24
_REMARK_SIGNS = 42
"""So many signs at the end of a line are looked at."""


def _tail(line: str) -> str:
    """The last signs of the line without quotes, brackets and remarks behind its stop."""
    if line.endswith("]"):
        line = _REMARK.sub("", line[-_TAIL - _REMARK_SIGNS :])
    if line.endswith(_CAPITALS):
        line = _INITIALS.sub("", line[-_TAIL - _REMARK_SIGNS :])
    return line[-_TAIL:].rstrip(_CLOSING)


def ends_sentence(line: str) -> bool:
    """Whether the line ends with a full stop, question or exclamation mark, closing quotes and brackets aside."""
    return _tail(line).endswith(_STOPS)


def ends_like_story(line: str) -> bool:
    """Whether the line ends with a stop that no headline has: one that is not part of a short form (``U.S.``)."""
    tail = _tail(line)
    return tail.endswith(_STOPS) and _DOTTED_NAME.search(tail) is None


def asks_or_exclaims(line: str) -> bool:
    """Whether the line ends with a question or exclamation mark, which some headlines have."""
    return _tail(line).endswith(("!", "?"))
