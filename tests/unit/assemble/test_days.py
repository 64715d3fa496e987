"""Which calendar day a phrase means, counted from the story's own day, or none."""

import datetime
from collections.abc import Callable

import pytest

from generator.assemble.days import find_anchor, resolve_day
from generator.model.document import Document, Metadata
from generator.model.incident import Incident
from generator.model.mention import DayMention
from generator.model.partialdate import WEEKDAYS, PartialDate
from generator.model.span import Span

TUESDAY = PartialDate(2026, 3, 10)
NOWHERE = Span(0, 1)


def weekday(name: str) -> DayMention:
    return DayMention(NOWHERE, name, weekday=name)


def dated(published: PartialDate | None, *, front: int = 0) -> Document:
    return Document("story.txt", "x", "x", "0" * 64, Span(front, front + 1), Metadata(published=published))


@pytest.mark.parametrize(
    ("name", "day"),
    [
        pytest.param("Tuesday", "2026-03-10", id="the-day-of-publication-itself"),
        pytest.param("Monday", "2026-03-09", id="the-day-before"),
        pytest.param("Wednesday", "2026-03-04", id="six-days-before"),
        pytest.param("Sunday", "2026-03-08", id="last-sunday"),
    ],
)
def test_a_weekday_is_the_most_recent_one(name: str, day: str) -> None:
    assert str(resolve_day(weekday(name), TUESDAY)) == day


@pytest.mark.parametrize("name", WEEKDAYS)
def test_a_weekday_never_names_another_weekday_nor_lies_more_than_six_days_back(name: str) -> None:
    found = resolve_day(weekday(name), TUESDAY)
    assert found is not None
    assert found.exact is not None
    assert found.weekday == name
    assert 0 <= (datetime.date(2026, 3, 10) - found.exact).days <= 6


def test_a_weekday_that_is_expected_lies_ahead() -> None:
    assert str(resolve_day(weekday("Thursday"), TUESDAY, future=True)) == "2026-03-12"


@pytest.mark.parametrize(
    ("month_day", "day"),
    [
        pytest.param((3, 9), "2026-03-09", id="this-year"),
        pytest.param((3, 10), "2026-03-10", id="the-day-itself"),
        pytest.param((12, 30), "2025-12-30", id="the-year-before"),
        pytest.param((3, 19), "2026-03-19", id="a-few-days-ahead"),
    ],
)
def test_a_date_without_its_year_is_the_last_such_day_or_one_close_ahead(month_day: tuple[int, int], day: str) -> None:
    assert str(resolve_day(DayMention(NOWHERE, "some day", month_day=month_day), TUESDAY)) == day


@pytest.mark.parametrize(
    ("phrase", "day"),
    [
        pytest.param("today", "2026-03-10", id="today"),
        pytest.param("yesterday", "2026-03-09", id="yesterday"),
        pytest.param("last night", "2026-03-09", id="last-night"),
        pytest.param("last Tuesday", "2026-03-03", id="last-tuesday-is-a-week-ago"),
        pytest.param("last Friday", "2026-03-06", id="last-friday"),
        pytest.param("last Monday", None, id="last-monday-may-be-yesterday-or-a-week-before"),
        pytest.param("this morning", "2026-03-10", id="this-morning"),
        pytest.param("three days ago", "2026-03-07", id="days-ago"),
        pytest.param("a few hours ago", "2026-03-10", id="hours-ago"),
        pytest.param("next Friday", None, id="next-friday"),
        pytest.param("overnight", None, id="overnight-is-two-days"),
        pytest.param("last week", None, id="last-week"),
    ],
)
def test_a_relative_phrase_is_resolved_only_where_it_means_one_day(phrase: str, day: str | None) -> None:
    name = phrase.rsplit(maxsplit=1)[-1]
    mention = DayMention(NOWHERE, phrase, weekday=name if name in WEEKDAYS else None)
    found = resolve_day(mention, TUESDAY)
    assert (str(found) if found is not None else None) == day


@pytest.mark.parametrize("anchor", [None, PartialDate(2026, 3)], ids=["undated", "month-alone"])
def test_without_the_storys_own_day_nothing_is_resolved(anchor: PartialDate | None) -> None:
    mentions = [weekday("Tuesday"), DayMention(NOWHERE, "March 9", month_day=(3, 9)), DayMention(NOWHERE, "today")]
    assert [resolve_day(mention, anchor) for mention in mentions] == [None, None, None]


def test_a_written_date_needs_no_anchor() -> None:
    day = PartialDate(2019, 3)
    assert resolve_day(DayMention(NOWHERE, "March 2019", start=day, end=day), None) == day


@pytest.mark.parametrize(
    ("document", "days", "basis"),
    [
        pytest.param(dated(TUESDAY, front=20), (), "front matter", id="front-matter"),
        pytest.param(dated(TUESDAY), (), "metadata", id="batch-metadata"),
        pytest.param(dated(None), (DayMention(NOWHERE, "x", start=TUESDAY),), "dateline", id="dateline"),
        pytest.param(dated(None), (DayMention(NOWHERE, "x", month_day=(3, 10)),), "", id="dateline-without-a-year"),
    ],
)
def test_the_anchor_says_where_it_comes_from(document: Document, days: tuple[DayMention, ...], basis: str) -> None:
    anchor, found = find_anchor(document, days)
    assert (anchor, found) == (TUESDAY if basis else None, basis)


@pytest.mark.parametrize(
    ("text", "published", "start", "days"),
    [
        pytest.param(
            "A bus overturned on Monday, killing nine, police said on Tuesday.",
            "2026-03-10",
            "2026-03-09",
            ("Monday", "Tuesday"),
            id="deed-before-speech",
        ),
        pytest.param(
            "Police said on Tuesday that a bus overturned, killing nine.",
            "2026-03-10",
            None,
            ("Tuesday",),
            id="day-of-speaking-alone",
        ),
        pytest.param("A bus overturned on Monday, killing nine.", None, None, ("Monday",), id="undated"),
        pytest.param(
            "Crash kills nine\n\nIssued 16:20, Tuesday 10 March 2026\n\nA bus overturned on Monday, killing nine.",
            None,
            "2026-03-09",
            ("Monday",),
            id="line-that-tells-when-it-was-issued",
        ),
        pytest.param(
            "A bus overturned on 9 March, killing nine.", "2026-03-10", "2026-03-09", ("9 March",), id="european"
        ),
        pytest.param(
            "A bus overturned on Dec. 30, killing nine.", "2026-01-02", "2025-12-30", ("Dec. 30",), id="over-new-year"
        ),
        pytest.param(
            "A bus overturned in Dahr on Monday, police said, killing nine.",
            "2026-03-10",
            "2026-03-09",
            ("Monday",),
            id="day-before-its-speaker",
        ),
        pytest.param(
            "A bus overturned, killing nine. In June 2019 a bus crash killed 12.",
            "2026-03-10",
            None,
            (),
            id="background",
        ),
        pytest.param(
            "HALDUN, March 4, 2026 (TARA) - A bus overturned on Tuesday, killing nine.",
            None,
            "2026-03-03",
            ("Tuesday",),
            id="dateline",
        ),
    ],
)
def test_the_day_of_the_incident(
    incident: Callable[..., Incident], text: str, published: str | None, start: str | None, days: tuple[str, ...]
) -> None:
    dates = incident(text, published).dates
    assert (str(dates.start) if dates.start is not None else None, dates.days) == (start, days)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        pytest.param("A blast overnight killed nine.", "2026-03-09", "2026-03-10", id="overnight"),
        pytest.param("Clashes from Friday to Sunday killed nine.", "2026-03-06", "2026-03-08", id="from-to"),
        pytest.param("Clashes on 5-7 March 2026 killed nine.", "2026-03-05", "2026-03-07", id="range"),
    ],
)
def test_what_lasted_has_a_first_and_a_last_day(
    incident: Callable[..., Incident], text: str, start: str, end: str
) -> None:
    dates = incident(text, "2026-03-10").dates
    assert (str(dates.start), str(dates.end)) == (start, end)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param("A bus overturned on Thursday last week, killing nine.", "2026-03-05", id="thursday-last-week"),
        pytest.param("A bus overturned the day before yesterday, killing nine.", "2026-03-08", id="before-yesterday"),
        pytest.param("A bus overturned on New Year's Day, killing nine.", "2026-01-01", id="feast"),
        pytest.param(
            "Police said on Monday that nine died when a bus overturned a day earlier.",
            "2026-03-08",
            id="a-day-earlier",
        ),
        pytest.param(
            "A bus overturned on Sunday, killing nine, according to the police.", "2026-03-08", id="according-to"
        ),
        pytest.param(
            "The death toll rose to nine on Monday. A bus overturned at about 7 am on Saturday.",
            "2026-03-07",
            id="a-new-count-is-no-event",
        ),
        pytest.param(
            "On the evening of Friday 6 March a bus overturned, killing nine.", "2026-03-06", id="weekday-with-date"
        ),
        pytest.param(
            "09:15 Nine people died when a bus overturned. 08:40 Police closed the road. 08:10 A bus overturned.",
            "2026-03-10",
            id="hour-by-hour",
        ),
    ],
)
def test_the_event_is_told_apart_from_speech_counts_and_context(
    incident: Callable[..., Incident], text: str, day: str
) -> None:
    assert str(incident(text, "2026-03-10").dates.start) == day


def test_a_day_to_come_is_not_that_of_the_event(incident: Callable[..., Incident]) -> None:
    dates = incident("A driver who killed nine people is due in court on Monday.", "2026-03-10").dates
    assert dates.start is None
