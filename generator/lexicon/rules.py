"""Rules: named patterns whose examples travel with them.

A pattern is a regular expression over folded sentence text in which ``{name}`` stands for a class of words and
a private-use sign stands for a mention found before (see `generator.extract.prose.matching`).
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.errors import InvalidLexicon
from generator.model.values import value

_MACRO = re.compile(r"\{([a-z][a-z_-]*)\}")


@value
class Example:
    """A sentence that a rule must read or leave alone.

    Attributes:
        text: the sentence.
        gives: what is to come out, in the short form of the rule's file; empty for a rejected example.
    """

    text: str
    gives: str = ""


@dataclass(frozen=True)
class Rule:
    """One entry of the lexicon; not slotted, so that its pattern is compiled when the first sentence asks for it.

    Attributes:
        name: unique within its file; `briefing explain` prints it.
        source: the pattern as text, with its word classes filled in.
        needs: folded lower-case words of which the sentence must hold one for the rule to run; empty means always.
        label: the value that the rule assigns (an outcome, a claim kind, an event type), or empty.
        options: further settings of the entry.
        matches: sentences that the rule must read.
        rejects: sentences that the rule must leave alone.
    """

    name: str
    source: str
    needs: frozenset[str] = frozenset()
    label: str = ""
    options: Mapping[str, Any] | None = None
    matches: tuple[Example, ...] = ()
    rejects: tuple[Example, ...] = ()

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, over folded text.

        Raises:
            InvalidLexicon: it is no regular expression.
        """
        try:
            return re.compile(self.source)
        except re.error as error:
            raise InvalidLexicon(f"lexicon: {self.name}: expected a regular expression, found {error!r}") from error


class LatePattern:
    """A regular expression that is compiled when it is first asked: a start reads many that no sentence needs."""

    __slots__ = ("_asked", "flags", "source")

    def __init__(self, source: str, flags: int = 0) -> None:
        self.source, self.flags = source, flags
        self._asked: re.Pattern[str] | None = None

    @property
    def pattern(self) -> re.Pattern[str]:
        """The compiled expression.

        Raises:
            InvalidLexicon: it is no regular expression.
        """
        if self._asked is None:
            try:
                self._asked = re.compile(self.source, self.flags)
            except re.error as error:
                raise InvalidLexicon(f"lexicon: expected a regular expression, found {error!r}") from error
        return self._asked

    def search(self, text: str) -> re.Match[str] | None:
        """The first match in a text."""
        return self.pattern.search(text)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The match that begins at an offset of a text."""
        return self.pattern.match(text, start)


def alternation(phrases: Iterable[str]) -> str:
    """A group that matches any of the phrases, the longest first."""
    return "(?:" + "|".join(sorted(map(re.escape, set(phrases)), key=lambda p: (-len(p), p))) + ")"


def expand(pattern: str, classes: Mapping[str, str], *, where: str) -> str:
    """The pattern with each ``{name}`` replaced by its class.

    Raises:
        InvalidLexicon: a class that is not known.
    """

    def put(found: re.Match[str]) -> str:
        if found[1] not in classes:
            raise InvalidLexicon(f"{where}: expected a known word class, found {{{found[1]}}}")
        return classes[found[1]]

    for _ in range(4):
        pattern, count = _MACRO.subn(put, pattern)
        if not count:
            return pattern
    raise InvalidLexicon(f"{where}: word classes refer to each other more than four deep")


def read_rule(entry: Mapping[str, Any], classes: Mapping[str, str], *, file: str) -> Rule:
    """Read one entry.

    Raises:
        InvalidLexicon: the entry has no name or pattern.
    """
    where = f"lexicon/{file}: {entry.get('name', 'entry without a name')}"
    try:
        return Rule(
            name=entry["name"],
            source=expand(entry["pattern"], classes, where=where),
            needs=frozenset(entry.get("needs", ())),
            label=entry.get("label", ""),
            options={k: v for k, v in entry.items() if k not in _FIXED},
            matches=tuple(_example(item) for item in entry.get("matches", ())),
            rejects=tuple(_example(item) for item in entry.get("rejects", ())),
        )
    except (KeyError, TypeError) as error:
        raise InvalidLexicon(f"{where}: expected a name and a pattern, found {error!r}") from error


_FIXED = frozenset(("name", "pattern", "needs", "label", "matches", "rejects"))


def _example(item: str | Mapping[str, str]) -> Example:
    return Example(item) if isinstance(item, str) else Example(item["text"], item.get("gives", ""))
