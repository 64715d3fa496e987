"""Words that set a further incident apart from the one that a story is about."""

import re
from enum import IntEnum

from generator.lexicon.rules import Rule, expand, read_rule
from generator.lexicon.sources import read_knowledge, words
from generator.model.values import value
from generator.model.vocabulary import EventType

_FILE = "apart.yml"


class Strength(IntEnum):
    """How plainly words say that another incident follows."""

    BESIDE = 1
    SEPARATE = 2
    UNRELATED = 3


@value
class ApartLexicon:
    """Everything that ``apart.yml`` knows.

    Attributes:
        rules: in order; the first that fits counts.
        triggers: words of which a sentence needs one for any rule to fit.
        jointly: matches an opening that tells of several deeds at once.
        pointing: matches a definite noun that points to the story's event.
        spreading: types whose events are the same in many places.
        headings: words by which the head of an item tells what happened, lower case.
        heads: the forms of heads, over the opening of a paragraph; groups ``what`` and ``where``.
    """

    rules: tuple[Rule, ...]
    triggers: frozenset[str]
    jointly: re.Pattern[str]
    pointing: re.Pattern[str]
    spreading: frozenset[EventType]
    headings: frozenset[str]
    heads: tuple[Rule, ...]


def strength_of(rule: Rule) -> Strength:
    """How plainly a rule's words set an incident apart."""
    return Strength[str((rule.options or {})["strength"]).upper()]


def read_apart() -> ApartLexicon:
    """Compile ``apart.yml``.

    Raises:
        InvalidLexicon: the file is broken.
    """
    data = read_knowledge(_FILE)
    rules = tuple(read_rule(row, data["classes"], file=_FILE) for row in data["rules"])
    return ApartLexicon(
        rules=rules,
        triggers=frozenset().union(*(rule.needs for rule in rules)),
        jointly=re.compile(expand(data["jointly"], data["classes"], where=f"lexicon/{_FILE}: jointly")),
        pointing=re.compile(data["pointing"]),
        spreading=frozenset(EventType(name) for name in data["spreading"]),
        headings=frozenset(words(data, "headings")),
        heads=tuple(read_rule(row, data["head_classes"], file=_FILE) for row in data["heads"]),
    )
