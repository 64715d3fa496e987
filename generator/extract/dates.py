"""Days as a sentence names them; which calendar day is meant is decided later, from the story's own day."""

import re

from generator.extract.matching import Prose
from generator.lexicon.dates import DateLexicon
from generator.lexicon.lexicon import Lexicon
from generator.lexicon.rules import Rule
from generator.model.mention import DayMention
from generator.model.partialdate import PartialDate

_CENTURY = 1900
_LEAP_YEAR = 2000


def find_days(prose: Prose, lexicon: Lexicon) -> tuple[DayMention, ...]:
    """All days and times of a sentence in order; a longer reading wins over one inside it."""
    if not lexicon.dates.anchor.search(prose.text):
        return ()
    found: list[DayMention] = []
    for rule in lexicon.dates.rules:
        for match in rule.pattern.finditer(prose.text):
            mention = _mention(prose, rule, match, lexicon.dates)
            if mention is not None and not any(mention.span.overlaps(other.span) for other in found):
                found.append(mention)
    return tuple(sorted(found, key=lambda mention: mention.span))


def _mention(prose: Prose, rule: Rule, match: re.Match[str], dates: DateLexicon) -> DayMention | None:
    groups = match.groupdict()
    weekday = groups.get("weekday")
    shift = f"{groups['shift']} " if groups.get("shift") else ""
    date = month_day = None
    try:
        if groups.get("month") or groups.get("m") or groups.get("year"):
            date, month_day = _date(groups, dates)
    except ValueError:
        return None
    return DayMention(
        span=prose.span(match.start(), match.end()),
        text=weekday.capitalize() if weekday and not shift else shift + match["day"],
        weekday=weekday.capitalize() if weekday else None,
        start=date,
        end=date,
        month_day=month_day,
        past=bool((rule.options or {}).get("past")),
        rule=rule.name,
    )


def _date(groups: dict[str, str | None], dates: DateLexicon) -> tuple[PartialDate | None, tuple[int, int] | None]:
    """The date that the groups of a rule name, or its month and day where the year is not said.

    Raises:
        ValueError: there is no such day.
    """
    name = groups.get("month")
    month = dates.months[name[:3].lower()] if name else int(groups.get("m") or 0)
    day = int(groups.get("dom") or 0)
    written = groups.get("year")
    if written is None:
        PartialDate(_LEAP_YEAR, month, day)
        return None, (month, day)
    year = int(written.lstrip("'"))
    return PartialDate(year + (_CENTURY if year < 100 else 0), month, day), None
