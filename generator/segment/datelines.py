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
_TOWN = rf"{_NAME}(?: {_NAME}){{0,3}}"
_AGENCY = r"[A-Z][\w.&'/ ,-]{1,60}"
_SLASHED = r"[A-Z][\w.& -]{1,40}"
_DASH = r" ?-{1,3} ?"
_OPENING = "[^\\W_a-z]|[\"'] ?[^\\W_a-z]"

_DATELINE = re.compile(
    rf"(?P<place>(?:(?P<loud>{_CAPITALS}(?:[ /]{_CAPITALS}){{0,4}})|{_TOWN}(?: ?/ ?{_TOWN})?)"
    rf"(?: ?\({_NAME}(?: {_NAME}){{0,3}}\)(?=,)|, (?!(?i:{_MONTHS}|{_WEEKDAYS}|no date)\b){_NAME}(?: {_NAME}){{0,3}})?)"
    rf"(?:(?:, | |,)(?:(?P<day>{_DAY})|(?i:no date)))?"
    rf"(?:,? ?\((?P<agency>{_AGENCY})\)|,? ?/(?P<slashed>{_SLASHED})/|, (?P<named>{_NAME}(?: {_NAME}){{0,2}}))?"
    rf"(?:(?P<dash>{_DASH})|(?P<colon>: +)|(?P<stop>\.(?: ?/(?P<behind>{_SLASHED})/\.?)? ?-{{0,2}} (?={_OPENING}))"
    rf"|(?P<open> (?={_OPENING}))|(?P<alone> *(?=\n)))"
    r"(?P<desk>(?:\[[A-Z][A-Z ,]{2,40}\] *)*)"
)
_LABEL = re.compile(
    r"(?:URGENT|BULLETIN|FLASH|ALERT|BREAKING|ADVISORY|UPDATE(?: [0-9])?|(?:[0-9](?:ST|ND|RD|TH) )?LEAD):?"
    r"[ \n]{1,2}(?=[A-Z])"
)
"""How urgent a story is, or which version of it: agencies put it before the dateline."""
_REACH = 200
"""A dateline ends within so many code points."""

_NO_PLACE_WORDS = (
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
"""Words in capitals that stand before a dash or colon and are no place."""
_NO_PLACE = re.compile(rf"(?:{'|'.join(_NO_PLACE_WORDS)})(?![\w'-])|(?i:{_MONTHS}|{_WEEKDAYS})\b")
_AGENCIES = ("agency", "slashed", "behind", "named")


def find_dateline(folded: str, start: int) -> Dateline | None:
    """The dateline that begins at ``start``, or None.

    A place in capitals needs only the dash (or a colon) behind it; a place written like other names needs a day or
    an agency as well, and so does every place in a text that is all capitals. A full stop in place of the dash asks for
    a day, nothing in its place for a day and an agency, and a line of its own for a day or for a
    place in capitals with its country.

    Args:
        folded: the document's folded text.
        start: code point where the story's first paragraph begins.
    """
    label = _LABEL.match(folded, start)
    start = label.end() if label is not None else start
    if not folded[start : start + 1].isupper():
        return None
    found = _DATELINE.match(folded, start, start + _REACH)
    if found is None or _NO_PLACE.match(found["place"]) is not None or not _is_whole(folded, found):
        return None
    agency = next((name for name in _AGENCIES if found[name]), None)
    return Dateline(
        span=Span(start, found.end()).trimmed(folded),
        place=Span(*found.span("place")),
        day=Span(*found.span("day")) if found["day"] else None,
        agency=Span(*found.span(agency)) if agency else None,
    )


def _is_whole(folded: str, found: re.Match[str]) -> bool:
    """Whether there is as much of a dateline as its closing sign asks for."""
    if found["stop"] is not None:
        return bool(found["day"])
    if found["open"] is not None:
        return bool(found["day"] and (found["agency"] or found["slashed"]))
    if found["alone"] is not None:
        country = found["place"].partition(", ")[2]
        return bool(found["day"] or (found["loud"] and country and not country.isupper() and not found["named"]))
    sure = found["day"] or found["agency"] or found["slashed"] or found["desk"]
    return bool(sure) or _stands_alone(folded, found)


def _stands_alone(folded: str, found: re.Match[str]) -> bool:
    """Whether the place is in capitals, parted from the text by more than a hyphen, and the text is not in capitals."""
    loud = found["loud"]
    if found["dash"] == "-":
        return False
    behind = folded[found.end() : found.end() + _REACH].lstrip()
    written = behind and not behind.isupper() and not behind.partition("\n")[0].isupper()
    return bool(loud and len(loud) > 1 and found["named"] is None and written)
