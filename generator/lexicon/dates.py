"""Rules that read days."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.lexicon.rules import Rule, read_rule
from generator.lexicon.scene import read_scene
from generator.lexicon.sources import read_knowledge
from generator.model.values import value

_YEARS = range(1900, 2100)


@value
class DateLexicon:
    """Everything that ``dates.yml`` knows.

    Attributes:
        rules: in order of precedence.
        months: first three letters, lower case -> number of the month.
        worded: rules that run where the sentence holds one of their words, in order of precedence.
        words: every such word.
        by_word: each such word -> numbers of the rules that need it.
        figured: rules that read days in figures alone.
        weights: what speaks for a day being that of the incident, and how much.
    """

    rules: tuple[Rule, ...]
    months: Mapping[str, int]
    worded: tuple[Rule, ...]
    words: frozenset[str]
    by_word: Mapping[str, tuple[int, ...]]
    figured: tuple[Rule, ...]
    weights: Mapping[str, float]


def read_dates() -> DateLexicon:
    """Compile ``dates.yml``, with the weights of ``scene.yml``.

    Raises:
        InvalidLexicon: a file is broken.
    """
    data = read_knowledge("dates.yml")
    gates: dict[str, Sequence[str]] = {**data["gates"], "years": [str(year) for year in _YEARS]}
    rules = tuple(_gated(read_rule(entry, data["classes"], file="dates.yml"), gates) for entry in data["rules"])
    worded = tuple(rule for rule in rules if rule.needs)
    all_words = frozenset[str]().union(*(rule.needs for rule in worded))
    return DateLexicon(
        rules=rules,
        months=data["months"],
        worded=worded,
        words=all_words,
        by_word={
            word: tuple(number for number, rule in enumerate(worded) if word in rule.needs)
            for word in sorted(all_words)
        },
        figured=tuple(rule for rule in rules if not rule.needs),
        weights=read_scene().days,
    )


def _gated(rule: Rule, gates: Mapping[str, Sequence[str]]) -> Rule:
    """The rule with the words themselves in place of the classes of words that it needs."""
    return replace(rule, needs=frozenset(_words(rule.needs, gates)))


def _words(needs: frozenset[str], gates: Mapping[str, Sequence[str]]) -> Iterator[str]:
    for word in needs:
        yield from gates[word.strip("{}")] if word.startswith("{") else (word,)
