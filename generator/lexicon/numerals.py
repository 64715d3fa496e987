"""Number words, bounds and the company that figures keep."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from generator.lexicon.rules import alternation
from generator.lexicon.sources import read_knowledge, words
from generator.model.values import value
from generator.model.vocabulary import Bound

_BETWEEN = ("a further", "a total of", "another", "the", "all")
"""What may stand between a bound and its number."""


@value
class NumeralLexicon:
    """How English writes figures.

    Attributes:
        values: number words and their values.
        exact: phrases with one value (``a dozen``).
        vague: words that stand for a figure (``dozens``).
        zero: words for none.
        before: phrase in front of a figure -> bound.
        after: phrase behind a figure -> bound.
        labels: words that make the following number a label.
        measures: words that make the number in front a measure.
        long_measures: those of several words.
        number: matches a number where it begins, with the groups ``low``, ``high`` and ``after``.
        digits: matches one where it begins with a digit, with the same groups.
        bounds: last word of what bounds a number, lower case -> such phrases, the longest first.
        articles: the same for what may stand between a bound and its number.
        ordinals: words by which one more person is told.
        openers: first word of a number, lower case -> what may follow it, where it is a common word, or None.
    """

    values: Mapping[str, int]
    scales: Mapping[str, int]
    exact: Mapping[str, int]
    vague: frozenset[str]
    zero: frozenset[str]
    before: Mapping[str, Bound]
    after: Mapping[str, Bound]
    labels: frozenset[str]
    measures: frozenset[str]
    long_measures: tuple[str, ...]
    number: re.Pattern[str]
    digits: re.Pattern[str]
    bounds: Mapping[str, tuple[str, ...]]
    articles: Mapping[str, tuple[str, ...]]
    openers: Mapping[str, frozenset[str] | None]
    ordinals: frozenset[str]


def read_numerals() -> NumeralLexicon:
    """Compile ``numerals.yml``.

    Raises:
        InvalidLexicon: the file is broken.
    """
    data = read_knowledge("numerals.yml")
    values = {**data["units"], **data["tens"]}
    before = {phrase: Bound(row["bound"]) for row in data["bounds"] for phrase in row["before"]}
    after = {phrase: Bound(row["bound"]) for row in data["bounds"] for phrase in row.get("after", ())}
    return NumeralLexicon(
        values=values,
        scales=data["scales"],
        exact=data["exact"],
        vague=frozenset(words(data, "vague")),
        zero=frozenset(words(data, "zero")),
        before=before,
        after=after,
        labels=frozenset(words(data, "labels")),
        measures=frozenset((*words(data, "measures"), "year-old", "year-olds")),
        long_measures=tuple(word for word in words(data, "measures") if " " in word),
        number=_number(data, after, digits=False),
        digits=_number(data, after, digits=True),
        bounds=_by_last_word((*before, "between")),
        articles=_by_last_word(_BETWEEN),
        openers=_openers(data, values),
        ordinals=frozenset(words(data, "ordinals")),
    )


def _openers(data: Mapping[str, Any], values: Mapping[str, int]) -> dict[str, frozenset[str] | None]:
    """Words that open a number; ``a`` and ``no`` open one in front of certain words only."""
    phrases = [*data["exact"], *words(data, "vague"), *words(data, "zero")]
    openers: dict[str, frozenset[str] | None] = {}
    for phrase in phrases:
        first, _, rest = phrase.partition(" ")
        if rest:
            openers[first] = (openers.get(first) or frozenset()) | {rest.split(" ")[0]}
    single = {phrase for phrase in phrases if " " not in phrase}
    return {**openers, **dict.fromkeys((*values, *single))}


def _by_last_word(phrases: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
        last = phrase.rpartition(" ")[2]
        found[last] = (*found.get(last, ()), phrase)
    return found


def _number(data: Mapping[str, Any], after: Mapping[str, Bound], *, digits: bool) -> re.Pattern[str]:
    unit, ten, scale = (alternation(data[key]) for key in ("units", "tens", "scales"))
    small = rf"(?:{ten}(?:[- ]{unit})?|{unit})"
    spelled = rf"{small}(?: {scale}(?: and {small})?)*"
    figures = rf"[0-9]{{1,3}}(?:,[0-9]{{3}})+(?![0-9])|[0-9]{{1,9}}(?:\.[0-9]{{1,3}})?(?: {scale}(?![a-z]))?"
    number = rf"(?:{alternation([*data['exact'], *data['vague']])}|{alternation(data['zero'])}|{spelled})"
    again = rf"(?!another (?:[0-9]|{unit}\b|{ten}|{alternation(data['vague'])}|{alternation(after)}))"
    return re.compile(
        rf"{'' if digits else again}(?P<low>{figures if digits else number})(?![\w:/])"
        rf"(?:(?:-| to | and | or )(?P<high>{figures}|{spelled})(?![\w:/]))?"
        rf"(?: (?P<after>{alternation(after)})(?!\w)|(?P<plus>\+)(?=[ ,.]|$))?",
        re.IGNORECASE,
    )
