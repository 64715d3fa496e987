"""Datelines: where, when and by which agency a story was filed, before its first word."""

import re

from generator.model.document import Dateline
from generator.model.span import Span

_MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_WEEKDAYS = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_DAY = (
    rf"(?i:(?:{_MONTHS})\.? [0-9]{{1,2}}(?:st|nd|rd|th)?(?:,? (?:[0-9]{{4}}|[0-9]{{2}}\b))?"
    rf"|[0-9]{{1,2}}(?:st|nd|rd|th)? (?:{_MONTHS})\.?(?:,? (?:[0-9]{{4}}|[0-9]{{2}}\b))?"
    rf"|{_WEEKDAYS})"
)
_CAPITALS = r"[^\W\d_a-z](?:[^\W\d_a-z]|['-](?=[^\W\d_a-z])|\.)*+"
_NAME = r"[^\W\d_a-z][\w'.-]*"
_AGENCY = r"[A-Z][\w.&'/ ,-]{1,60}"
_DASH = r" ?-{1,3} ?"

_DATELINE = re.compile(
    rf"(?P<place>(?:(?P<loud>{_CAPITALS}(?:[ /]{_CAPITALS}){{0,4}})|{_NAME}(?: {_NAME}){{0,3}})"
    rf"(?: ?\({_NAME}(?: {_NAME}){{0,3}}\)(?=,)|, (?!(?i:{_MONTHS}|{_WEEKDAYS}|no date)\b){_NAME}(?: {_NAME}){{0,3}})?)"
    rf"(?:(?:, | |,)(?:(?P<day>{_DAY})|(?i:no date)))?"
    rf"(?:,? ?\((?P<agency>{_AGENCY})\)|, (?P<named>{_NAME}(?: {_NAME}){{0,2}}))?"
    rf"(?:(?P<dash>{_DASH})|(?P<colon>: +))"
    r"(?P<desk>(?:\[[A-Z][A-Z ,]{2,40}\] *)*)"
)
_LABEL = re.compile(
    r"(?:URGENT|BULLETIN|FLASH|ALERT|BREAKING|ADVISORY|UPDATE(?: [0-9])?|(?:[0-9](?:ST|ND|RD|TH) )?LEAD):?"
    r"[ \n]{1,2}(?=[A-Z])"
)
"""How urgent a story is, or which version of it: agencies put it before the dateline."""
_REACH = 200
"""A dateline ends within so many code points."""

_NO_PLACE = frozenset(
    (
        "ALERT",
        "ALSO",
        "ANALYSIS",
        "BREAKING",
        "BRIEF",
        "BY",
        "CORRECTION",
        "DEAD",
        "EDITOR'S",
        "EXCLUSIVE",
        "EXPLAINER",
        "FACTBOX",
        "FLASH",
        "INJURED",
        "KILLED",
        "LIVE",
        "MISSING",
        "MORE",
        "NEWS",
        "NOTE",
        "OPINION",
        "PHOTOS",
        "READ",
        "RELATED",
        "SEE",
        "SOURCE",
        "SUMMARY",
        "TEXT",
        "THE",
        "TIMELINE",
        "TOP",
        "UPDATE",
        "UPDATED",
        "URGENT",
        "VIDEO",
        "WARNING",
        "WATCH",
        "WOUNDED",
    )
)
"""Words in capitals that stand before a dash or colon and are no place."""


def find_dateline(folded: str, start: int) -> Dateline | None:
    """The dateline that begins at ``start``, or None.

    A place in capitals needs only the dash (or a colon) behind it; a place written like other names needs a day or
    an agency as well, and so does every place in a text that is all capitals.

    Args:
        folded: the document's folded text.
        start: code point where the story's first paragraph begins.
    """
    label = _LABEL.match(folded, start)
    start = label.end() if label is not None else start
    if not folded[start : start + 1].isupper():
        return None
    found = _DATELINE.match(folded, start, start + _REACH)
    if found is None or found["place"].split(" ")[0].strip(".,") in _NO_PLACE:
        return None
    agency = "agency" if found["agency"] else "named"
    if not (found["day"] or found["agency"] or found["desk"]) and not _stands_alone(folded, found):
        return None
    return Dateline(
        span=Span(start, found.end()).trimmed(folded),
        place=Span(*found.span("place")),
        day=Span(*found.span("day")) if found["day"] else None,
        agency=Span(*found.span(agency)) if found[agency] else None,
    )


def _stands_alone(folded: str, found: re.Match[str]) -> bool:
    """Whether the place is in capitals, parted from the text by more than a hyphen, and the text is not in capitals."""
    loud = found["loud"]
    if found["dash"] == "-":
        return False
    behind = folded[found.end() : found.end() + _REACH]
    return bool(loud and len(loud) > 1 and found["named"] is None and behind.strip() and not behind.isupper())
