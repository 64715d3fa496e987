"""What a source states about itself: five fields, each one clean line or absent."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import TypeVar
from urllib.parse import urlsplit

from generator.model.document import Metadata
from generator.model.finding import Finding, Severity
from generator.model.partialdate import PartialDate
from generator.model.values import value

FIELDS = ("title", "published", "publisher", "url", "language")
"""The fields that a source may state, in the order of `Metadata`."""

ALSO = {
    "title": ("headline", "head"),
    "published": (
        *("date", "published_at", "publication_date", "date_published", "datePublished", "publish_date", "pubDate"),
        *("pubdate", "issued", "posted", "filed", "created", "updated", "last_updated", "modified", "dateModified"),
    ),
    "publisher": ("source", "publication", "outlet", "agency", "paper", "newspaper", "site", "station", "site_name"),
    "url": ("link", "permalink", "canonical"),
    "language": ("lang",),
}
"""Other names that newsrooms give the fields, in order of preference; a field's own name comes before them."""
KNOWN = frozenset((*FIELDS, *(name for names in ALSO.values() for name in names)))

_MAX_SIGNS = {"title": 500, "published": 40, "publisher": 200, "url": 2000, "language": 35}
_DAY = re.compile(r"(?P<day>[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?)(?:(?<=-[0-9]{2}-[0-9]{2})[Tt ][0-9:.,Zz+ -]+)?")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>[a-z]{3})[a-z]{0,6}\.?"
_YEAR = r"(?P<year>[0-9]{4})"
_WORDED = re.compile(
    rf"(?:[a-z]{{3,9}},? )?(?:(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)? {_MONTH},? {_YEAR}"
    rf"|(?P<month2>[a-z]{{3}})[a-z]{{0,6}}\.? (?P<day2>[0-9]{{1,2}})(?:st|nd|rd|th)?,? (?P<year2>[0-9]{{4}}))"
    r"(?:(?:,| at| -|T)? ?[0-9]{1,2}[:.h][0-9]{2}.{0,20})?",
    re.IGNORECASE,
)
"""A day in words, with an hour behind it perhaps (``11 November 2026 17:31``, ``Nov. 11, 2026``)."""
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_INVISIBLE = ("Cc", "Cs", "Co", "Cn")
_DIRECTION = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@value
class Stated:
    """A field as the source states it.

    Attributes:
        value: its text.
        line: 1-based line of the source, or None.
    """

    value: str
    line: int | None = None


Value = TypeVar("Value")


class _Unusable(ValueError):
    """Why a value is left out: expected, found."""

    def __init__(self, expected: str, found: str) -> None:
        super().__init__(expected, found)
        self.expected = expected
        self.found = found


def read_metadata(stated: Mapping[str, Stated], file: str) -> tuple[Metadata, tuple[Finding, ...]]:
    """The usable fields, and a finding for each one that had to be left out.

    Args:
        stated: fields by name; names outside `FIELDS` are the caller's to report.
        file: how findings call the source.
    """
    findings: list[Finding] = []
    kept: dict[str, str] = {}
    published: PartialDate | None = None
    for name, field in _present(stated):
        try:
            value = _one_line(name, field.value)
            if name == "published":
                published = _published(value)
            elif value:
                kept[name] = _CHECKS[name](value) if name in _CHECKS else value
        except _Unusable as fault:
            findings.append(
                Finding(
                    file,
                    f"unusable-{name}",
                    expected=fault.expected,
                    found=fault.found,
                    hint=f"correct it or leave {name} out; the document is read without it",
                    line=field.line,
                    severity=Severity.WARNING,
                )
            )
    return Metadata(published=published, **kept), tuple(findings)


def by_own_names(stated: Mapping[str, Value]) -> dict[str, Value]:
    """The fields under their own names, where a source calls them otherwise."""
    own = {name: stated[name] for name in FIELDS if name in stated}
    for name, others in ALSO.items():
        other = next((each for each in others if each in stated), None)
        if name not in own and other is not None:
            own[name] = stated[other]
    return own


def _present(stated: Mapping[str, Stated]) -> Iterator[tuple[str, Stated]]:
    return ((name, stated[name]) for name in FIELDS if name in stated)


def _one_line(name: str, value: str) -> str:
    """The value on one line, with runs of white space as one space."""
    line = " ".join(value.split())
    if len(line) > _MAX_SIGNS[name]:
        raise _Unusable(f"at most {_MAX_SIGNS[name]} characters in {name}", f"{len(line)}")
    for sign in line:
        if sign in _DIRECTION or (sign > "\x7e" and unicodedata.category(sign) in _INVISIBLE) or sign < " ":
            raise _Unusable(f"visible characters in {name}", f"U+{ord(sign):04X}")
    return line


def _published(value: str) -> PartialDate | None:
    """The calendar day as written; a time of day and its zone are read over."""
    if not value:
        return None
    found = _DAY.fullmatch(value)
    try:
        if found is not None:
            return PartialDate.parse(found["day"])
        worded = _WORDED.fullmatch(value)
        if worded is not None:
            year, month, day = (worded[name] or worded[f"{name}2"] for name in ("year", "month", "day"))
            return PartialDate(int(year), _MONTHS.index(month.lower()) + 1, int(day))
    except ValueError:
        pass
    raise _Unusable("a day such as 2026-01-31 in published", repr(value))


def _url(value: str) -> str:
    """An address that a browser may open, without a name and password in it."""
    expected = "an http or https address without user name in url"
    try:
        parts = urlsplit(value)
        safe = (
            parts.scheme in ("http", "https") and parts.hostname and parts.username is None and parts.password is None
        )
        parts.port  # noqa: B018 - a port out of range shows itself only when it is asked for
    except ValueError:
        safe = False
    if not safe or re.search(r'[\s\\<>"]', value):
        raise _Unusable(expected, repr(value[:60]))
    return value


def _language(value: str) -> str:
    if _LANGUAGE.fullmatch(value) is None:
        raise _Unusable("a language tag such as en or en-GB in language", repr(value))
    return value


_CHECKS = {"url": _url, "language": _language}
