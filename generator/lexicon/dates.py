"""Rules that read days."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.lexicon.rules import Rule, read_rule
from generator.lexicon.sources import read_knowledge


@dataclass(frozen=True, slots=True)
class DateLexicon:
    """Everything that ``dates.yml`` knows.

    Attributes:
        rules: in order of precedence.
        months: first three letters, lower case -> number of the month.
        anchor: finds any sign of a day, as a prefilter.
    """

    rules: tuple[Rule, ...]
    months: Mapping[str, int]
    anchor: re.Pattern[str]


def read_dates() -> DateLexicon:
    """Compile ``dates.yml``.

    Raises:
        InvalidLexicon: the file is broken.
    """
    data = read_knowledge("dates.yml")
    rules = tuple(read_rule(entry, data["classes"], file="dates.yml") for entry in data["rules"])
    anchor = re.compile(
        r"day\b|DAY\b|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|[12][0-9]{3}"
        r"|\bago\b|after|year|month|decade|earlier|[Ll]ast |night|tod|yest|[Tt]his |week|eve of|before|recent"
        r"|previous|past"
    )
    return DateLexicon(rules, data["months"], anchor)
