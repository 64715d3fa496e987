"""Number words, bounds and the company that figures keep."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.lexicon.rules import alternation
from generator.lexicon.sources import read_knowledge, words
from generator.model.vocabulary import Bound


@dataclass(frozen=True, slots=True)
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
        pattern: finds every candidate, with the groups ``bound``, ``low``, ``high`` and ``after``.
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
    pattern: re.Pattern[str]


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
        measures=frozenset(words(data, "measures")),
        long_measures=tuple(word for word in words(data, "measures") if " " in word),
        pattern=_candidates(data, before, after),
    )


def _candidates(
    data: Mapping[str, Mapping[str, int]], before: Mapping[str, Bound], after: Mapping[str, Bound]
) -> re.Pattern[str]:
    unit, ten, scale = (alternation(data[key]) for key in ("units", "tens", "scales"))
    small = rf"(?:{ten}(?:[- ]{unit})?|{unit})"
    spelled = rf"{small}(?: {scale}(?: and {small})?)*"
    digits = rf"[0-9]{{1,3}}(?:,[0-9]{{3}})+(?![0-9])|[0-9]{{1,9}}(?:\.[0-9]{{1,3}})?(?: {scale}(?![a-z]))?"
    phrase = alternation([*data["exact"], *data["vague"]])
    zero = alternation(data["zero"])
    number = rf"(?:{phrase}|{zero}|{spelled}|{digits})"
    return re.compile(
        rf"(?<![\w.,:$€£¥/-])(?:(?P<bound>{alternation(before)}|between) )?(?:a (?:further|total of) |another |the )?"
        rf"(?P<low>{number})(?![\w:/])(?:(?:-| to | and | or )(?P<high>{digits}|{spelled})(?![\w:/]))?"
        rf"(?: (?P<after>{alternation(after)}))?",
        re.IGNORECASE,
    )
