"""Short forms and the words that open sentences: what tells a full stop from the end of a sentence."""

from functools import cache
from typing import Any

from generator.errors import InvalidLexicon
from generator.lexicon.sources import parse_knowledge, read_knowledge
from generator.model.values import value

_FILE = "abbreviations.yml"
_GROUPS = ("leading", "counting", "clock", "either", "region")
_AS_WRITTEN = "region"
"""The group whose words mean something else in capitals."""


@value
class Abbreviations:
    """Words by what their full stop, or the capital behind it, means; short forms without their last stop.

    Attributes:
        leading: always lean on the next word (``Gen``).
        counting: lean on a number (``No``, ``Jan``).
        clock: hours of the clock (``a.m``).
        either: may end a sentence (``Inc``, ``Calif``).
        exclaiming: names that end with an exclamation mark, without it.
        starters: words that open sentences rather than go on with a name.
        loud_starters: the few of them that do so in a text all in capitals.
        all: every short form of the groups.
    """

    leading: frozenset[str]
    counting: frozenset[str]
    clock: frozenset[str]
    either: frozenset[str]
    exclaiming: frozenset[str]
    starters: frozenset[str]
    loud_starters: frozenset[str]
    all: frozenset[str]


@cache
def load_abbreviations() -> Abbreviations:
    """The short forms that come with the program.

    Raises:
        InvalidLexicon: the file is not of its shape.
    """
    return _compile(read_knowledge(_FILE))


def compile_abbreviations(text: str) -> Abbreviations:
    """The short forms that a YAML text lists.

    Raises:
        InvalidLexicon: a group or list is missing, unknown, or holds something else than words.
    """
    return _compile(parse_knowledge(text, _FILE))


def _compile(data: Any) -> Abbreviations:
    try:
        groups = {group["name"]: _words(group["words"]) for group in data["groups"]}
        exclaiming, starters, loud = (_words(data[name]) for name in ("exclaiming", "starters", "loud_starters"))
    except (KeyError, TypeError, AttributeError) as error:
        found = " ".join(str(error).split())
        raise InvalidLexicon(f"{_FILE}: expected groups and lists of words, found {found}; correct the file") from error
    if tuple(groups) != _GROUPS:
        found = ", ".join(groups)
        raise InvalidLexicon(f"{_FILE}: expected the groups {', '.join(_GROUPS)}, found {found}; correct the file")
    for name in _GROUPS:
        if name != _AS_WRITTEN:
            groups[name] |= {word.upper() for word in groups[name] if len(word) > 1}
    return Abbreviations(
        leading=groups["leading"],
        counting=groups["counting"],
        clock=groups["clock"],
        either=groups["either"] | groups["region"],
        exclaiming=exclaiming | {word.upper() for word in exclaiming},
        starters=starters,
        loud_starters=loud,
        all=frozenset().union(*groups.values()),
    )


def _words(listed: Any) -> frozenset[str]:
    if not isinstance(listed, list) or not all(isinstance(word, str) for word in listed):
        raise TypeError(f"{str(listed)[:60]!r}")
    return frozenset(listed)
