"""Text from anywhere as a piece of a page on a forge: never markup, mention, link, picture, or formula.

Every sign that Markdown or HTML could take for its own becomes a numeric reference. A forge looks through the finished
page once more, for names to call, issues, commits and addresses; a word joiner, which nobody sees, breaks those.
"""

import re

_JOINER = "\u2060"
_JOINED = "\u200c\u200d"
"""Signs between letters that Persian and Indic names need, though they print nothing."""

_CALLS = re.compile(
    r"(?<=[@#])"  # names, teams and issues
    r"|(?<=:)(?=//)|(?<=\bwww)(?=\.)|(?<=\bgh)(?=-[0-9])"  # addresses, issues written out
    r"|(?<=:)(?=[\w+-]+:)",  # little pictures
    re.IGNORECASE | re.ASCII,
)
_COMMIT = re.compile(r"\b[0-9a-f]{7,}\b", re.IGNORECASE | re.ASCII)
_COMMIT_PIECE = re.compile("[0-9a-f]{1,6}", re.IGNORECASE)
"""Fewer digits than seven are never taken for a commit."""

_SIGN = re.compile(r"[^a-zA-Z0-9\s,.:;'()/?%-]", re.ASCII)
"""Signs that are written as references; the others mean nothing within a line."""


def readable(text: str) -> str:
    """The text in one line; signs that print nothing or steer the text around them are shown as �."""
    line = " ".join(text.split())
    if line.isprintable():
        return line
    return "".join(sign if sign.isprintable() or sign in _JOINED else "�" for sign in line)


def as_data(text: str) -> str:
    """The text as it may stand between the tags of an HTML block, or in a heading."""
    edges = (" " if text[:1].isspace() else "", " " if text.strip() and text[-1:].isspace() else "")
    quiet = _CALLS.sub(_JOINER, _COMMIT.sub(_apart, readable(text)))
    # A sum of money is no formula: the sign stands in an element of its own.
    return edges[0] + _encoded(quiet).replace("&#36;", "<bdi>&#36;</bdi>") + edges[1]


def as_name(text: str) -> str:
    """A name to copy, as code, in which a forge looks for nothing and nothing is put in."""
    return f"<code>{_encoded(readable(text))}</code>"


def _apart(commit: re.Match[str]) -> str:
    return _JOINER.join(_COMMIT_PIECE.findall(commit[0]))


def _encoded(text: str) -> str:
    return _SIGN.sub(_reference, text)


def _reference(found: re.Match[str]) -> str:
    return f"&#{ord(found[0])};" if found[0].isascii() else found[0]
