"""Patterns of words with choices ``(?:a|b)`` and optional parts ``x?``, and the texts that they stand for."""

import re
from collections.abc import Iterator

from generator.errors import InvalidLexicon

TOKEN = re.compile(r"[^\W_]+(?:['.-][^\W_]+)*")
"""A word of an entry, hyphens, apostrophes and stops inside it included."""

_CHOICE = re.compile(r"\((?:\?:)?([^()]*)\)(\?)?|(\w| |-)\?")
_OUTSIDE = r"(?![?])(?![^()]*\))"
"""What stands before it is not optional, and in no choice."""
_BLANK = re.compile(f" {_OUTSIDE}")
_PARTED = re.compile(rf"\w[)]? {_OUTSIDE}(?:\w(?![?])|\((?:[?]:)?[^()|]+(?:\|[^()|]+)*\)(?![?]))")


def words_in(text: str) -> tuple[str, ...]:
    """The words of a text."""
    return tuple(text.split() if text.replace(" ", "").isalpha() else TOKEN.findall(text))


def variants(pattern: str) -> list[str]:
    """All texts that a pattern stands for, in the order of its choices."""
    found = _CHOICE.search(pattern) if "(" in pattern or "?" in pattern else None
    if found is None:
        return [pattern]
    options = _options(found)
    before, behind = pattern[: found.start()], pattern[found.end() :]
    if "(" in before:  # a choice inside another
        return [text for option in options for text in variants(before + option + behind)]
    rests = variants(behind)
    return [f"{before}{text}{rest}" for option in options for text in variants(option) for rest in rests]


def openings(pattern: str) -> Iterator[tuple[str, str]]:
    """The first words of what a pattern stands for, each with the pattern that is left when it is chosen.

    Raises:
        InvalidLexicon: the pattern stands for something without words.
    """
    found = _CHOICE.search(pattern)
    before = pattern if found is None else pattern[: found.start()]
    first, blank, _ = before.partition(" ")
    words = words_in(first if blank else before) if found is None or (blank and "(" not in before) else ()
    if words:
        yield words[0], pattern
    elif found is None:
        raise InvalidLexicon(f"lexicon/events.yml: expected words, found {pattern!r}")
    else:
        for option in _options(found):
            yield from openings((before + option + pattern[found.end() :]).lstrip())


def words_of(pattern: str) -> set[str]:
    """The words of all that a pattern stands for, without putting its choices together."""
    return {word for part in _BLANK.split(pattern) for text in variants(part) for word in words_in(text)}


def is_parted(pattern: str) -> bool:
    """Whether all that a pattern stands for has two words at least, as far as a glance can tell."""
    return _PARTED.search(pattern) is not None


def _options(choice: re.Match[str]) -> list[str]:
    """What may stand in the place of a choice or an optional part."""
    if choice[1] is None:
        return [choice[3], ""]
    return choice[1].split("|") + ([""] if choice[2] else [])
