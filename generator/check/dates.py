"""Dates: in order, on the weekday that the text names, and never from nowhere."""

from collections.abc import Iterator, Mapping

from generator.check.days import is_written, named_weekdays
from generator.check.finding import Spot, quoted
from generator.check.sources import cited_documents
from generator.model.document import Document
from generator.model.finding import Finding
from generator.model.incident import Path, Record
from generator.model.partialdate import PartialDate
from generator.model.values import value

EDITOR = "editor"
"""A basis that names the editor needs no place in a document."""


@value
class _Period:
    """A stored first and last day, with the text's words for them.

    Attributes:
        path: way to the value that holds ``start`` and ``end``.
        start: first day.
        end: last day.
        weekdays: weekdays that the words name.
        loose: whether only the first day need fall on one of them.
    """

    path: Path
    start: PartialDate | None
    end: PartialDate | None
    weekdays: frozenset[str]
    loose: bool = False


def check_dates(record: Record, documents: Mapping[str, Document]) -> tuple[Finding, ...]:
    """Periods that end before they begin (``date-order``), ``wrong-weekday``, ``date-without-source``.

    Args:
        record: the record.
        documents: name below ``seeds/`` -> decoded document.
    """
    texts = tuple(_text(document) for document in cited_documents(record.incident, documents).values())
    complete = len(texts) == len(record.incident.documents)
    return (
        *_disordered(record),
        *_misdayed(record, texts),
        *(_unsourced(record, texts) if complete else ()),
    )


def _text(document: Document) -> str:
    published = document.metadata.published
    return document.folded + (f"\n{published}" if published else "")


def _periods(record: Record) -> Iterator[_Period]:
    dates = record.incident.dates
    told = [claim.when for claim in record.incident.claims if claim.when is not None]
    in_other_words = any(when.start == dates.start and not named_weekdays(when.text) for when in told)
    weekdays = frozenset() if in_other_words else named_weekdays(" ".join(dates.days))
    yield _Period(("dates",), dates.start, dates.end, weekdays, loose=True)
    for number, claim in enumerate(record.incident.claims):
        when = claim.when
        if when is not None:
            loose = "week" in when.text.casefold()
            yield _Period(("claims", number, "when"), when.start, when.end, named_weekdays(when.text), loose=loose)


def _disordered(record: Record) -> Iterator[Finding]:
    for period in _periods(record):
        if period.start is not None and period.end is not None and _is_after(period.start, period.end):
            yield Spot(record, (*period.path, "start")).error(
                "date-order", expected=f"a day not after the end, {period.end}", found=str(period.start)
            )
    anchor = record.incident.dates.anchor
    for number, claim in enumerate(record.incident.claims):
        if anchor is not None and claim.said.when is not None and _is_after(claim.said.when, anchor):
            yield Spot(record, ("claims", number, "said", "when")).warning(
                "date-order", expected=f"a day of speaking not after publication, {anchor}", found=str(claim.said.when)
            )


def _is_after(one: PartialDate, other: PartialDate) -> bool:
    """Whether ``one`` is later as far as both are known."""
    for mine, theirs in ((one.year, other.year), (one.month, other.month), (one.day, other.day)):
        if not mine or not theirs:
            return False
        if mine != theirs:
            return mine > theirs
    return False


def _misdayed(record: Record, texts: tuple[str, ...]) -> Iterator[Finding]:
    """Stored days that fall on another weekday than the words beside them; a day that a document writes may do so."""
    for period in _periods(record):
        for key, day in (("start", period.start), ("end", None if period.loose else period.end)):
            if day is not None and not any(is_written(day, text) for text in texts):
                yield from _misfit(Spot(record, (*period.path, key)), day, period.weekdays)
    for number, claim in enumerate(record.incident.claims):
        if claim.said.when is not None:
            spot = Spot(record, ("claims", number, "said", "when"))
            yield from _misfit(spot, claim.said.when, named_weekdays(claim.said.day or ""))


def _misfit(spot: Spot, day: PartialDate, weekdays: frozenset[str]) -> Iterator[Finding]:
    if weekdays and day.weekday is not None and day.weekday not in weekdays:
        hint = "count again from the publication day, or leave the day open"
        expected = "a " + " or ".join(sorted(weekdays))
        yield spot.error("wrong-weekday", expected=expected, found=f"{day}, a {day.weekday}", hint=hint)


def _unsourced(record: Record, texts: tuple[str, ...]) -> Iterator[Finding]:
    """Calendar dates that rest on no publication day and that no document writes."""
    hint = "keep the words of the text in days, and leave the date open"
    for path, day in _stored(record):
        if not any(is_written(day, text) for text in texts):
            yield Spot(record, path).error(
                "date-without-source",
                expected="a date that a document writes, or one counted from a publication day",
                found=quoted(str(day)),
                hint=hint,
            )


def _stored(record: Record) -> Iterator[tuple[Path, PartialDate]]:
    """Every stored date that a document must write itself."""
    incident = record.incident
    dates = incident.dates
    by_editor = EDITOR in (dates.basis or "").casefold()
    for number, source in enumerate(incident.documents):
        if source.published is not None and not by_editor:
            yield ("documents", number, "published"), source.published
    if dates.anchor is not None:
        if not by_editor:
            yield ("dates", "anchor"), dates.anchor
        return
    if any(source.published is not None for source in incident.documents):
        return
    found: list[tuple[Path, PartialDate | None]] = [(("dates", "start"), dates.start), (("dates", "end"), dates.end)]
    for number, claim in enumerate(incident.claims):
        found.append((("claims", number, "said", "when"), claim.said.when))
        if claim.when is not None:
            found.append((("claims", number, "when", "start"), claim.when.start))
            found.append((("claims", number, "when", "end"), claim.when.end))
    yield from ((path, day) for path, day in found if day is not None)
