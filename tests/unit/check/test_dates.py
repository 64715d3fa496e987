from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from generator.model.document import Document, Metadata
from generator.model.finding import Finding
from generator.model.partialdate import PartialDate

Found = Callable[..., list[str]]
Check = Callable[..., tuple[Finding, ...]]

DAYS = 'start: "2025-05-17", end: "2025-05-17", days: [Saturday, Sunday, Monday]'
WHEN = 'when: {text: on Saturday, start: "2025-05-17", end: "2025-05-17"}'
POLICE = 'said: {by: police, day: Monday, when: "2025-05-19"}'


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            DAYS,
            'start: ①"2025-05-18", end: "2025-05-17", days: [Saturday, Sunday, Monday]',
            ["① error date-order"],
            id="the incident",
        ),
        pytest.param(
            WHEN,
            'when: {text: on Saturday, start: ①"2025-05-17", end: "2025-05-10"}',
            ["① error date-order"],
            id="a claim",
        ),
        pytest.param(
            WHEN,
            'when: {text: on Saturday, start: "2025-05-17", end: "2025-05"}',
            [],
            id="a day within its month",
        ),
        pytest.param(
            POLICE,
            'said: {by: police, day: Monday, when: ①"2025-05-26"}',
            ["① warning date-order"],
            id="spoken after publication",
        ),
    ],
)
def test_a_period_that_ends_before_it_begins_is_told(old: str, new: str, expected: list[str], found: Found) -> None:
    assert found("ferry", old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            DAYS,
            'start: ①"2025-05-16", end: "2025-05-17", days: [Saturday, Sunday, Monday]',
            ["① error wrong-weekday"],
            id="the incident's first day",
        ),
        pytest.param(
            DAYS,
            'start: "2025-05-17", end: "2025-05-20", days: [Saturday, Sunday, Monday]',
            [],
            id="the incident's last day may go unnamed",
        ),
        pytest.param(POLICE, POLICE.replace('"2025-05-19"', '①"2025-05-18"'), ["① error wrong-weekday"], id="speaking"),
        pytest.param(
            WHEN,
            'when: {text: on Saturday, start: ①"2025-05-16", end: ②"2025-05-16"}',
            ["① error wrong-weekday", "② error wrong-weekday"],
            id="both days of a claim",
        ),
        pytest.param(
            WHEN,
            'when: {text: Friday night into Saturday, start: "2025-05-16", end: "2025-05-17"}',
            [],
            id="two weekdays",
        ),
        pytest.param(
            WHEN,
            'when: {text: in the week from Saturday, start: "2025-05-10", end: "2025-05-16"}',
            [],
            id="a week from a weekday",
        ),
        pytest.param(
            WHEN, 'when: {text: on Saturday, start: "2025-05", end: "2025-05"}', [], id="a month has no weekday"
        ),
    ],
)
def test_a_day_on_another_weekday_than_the_text_says_is_told(
    old: str, new: str, expected: list[str], found: Found
) -> None:
    assert found("ferry", old, new) == expected


def test_the_weekday_is_named(check: Check) -> None:
    (finding,) = check("ferry", POLICE, POLICE.replace("2025-05-19", "2025-05-18"))
    assert (finding.expected, finding.found) == ("a Monday", "2025-05-18, a Sunday")


def test_a_first_day_that_the_text_writes_may_fall_on_a_weekday_that_it_does_not_name(found: Found) -> None:
    assert found("ferry", DAYS, 'start: "2025-03-03", end: "2025-05-17", days: [Saturday, Sunday]') == []


@pytest.mark.parametrize(
    ("faults", "expected"),
    [
        pytest.param(
            ("anchor: null", 'anchor: ①"2026-02-01"'),
            ["① error date-without-source"],
            id="a publication day from nowhere",
        ),
        pytest.param(
            ("anchor: null, days", 'anchor: null, start: ①"2026-01-30", end: ②"2026-02-01", days'),
            ["① error date-without-source", "② error date-without-source"],
            id="days counted from nothing",
        ),
        pytest.param(
            ("said: {by: military, day: Saturday}", 'said: {by: military, day: Saturday, when: ①"2026-01-31"}'),
            ["① error date-without-source"],
            id="a day of speaking",
        ),
        pytest.param(
            (
                "  where: [balochistan]",
                '  when: {text: simultaneously, start: ①"2026", end: ②"2026-01"}\n  where: [balochistan]',
            ),
            ["① error date-without-source", "② error date-without-source"],
            id="a year and a month",
        ),
        pytest.param(
            ("  absent: [title, byline, published,", '  published: ①"2026-02-01"\n  absent: [title, byline,'),
            ["① error date-without-source"],
            id="a publication day that the document does not state",
        ),
    ],
)
def test_a_date_that_nothing_states_is_told(faults: tuple[str, ...], expected: list[str], found: Found) -> None:
    assert found("attacks", *faults) == expected


def test_an_editor_may_give_the_publication_day(found: Found) -> None:
    given = (
        '{anchor: null, days: [Friday, Saturday, Sunday], basis: "no publication day, weekdays alone"}',
        '{anchor: "2026-02-01", start: "2026-01-30", days: [Friday, Saturday, Sunday], basis: by the editor}',
    )
    assert found("attacks", *given) == []


def test_a_publication_day_that_came_with_the_document_is_a_source(
    found: Found, documents: Mapping[str, Document]
) -> None:
    name = "000_a32e27e422697ddd.txt"
    told = replace(documents[name], metadata=Metadata(published=PartialDate(2026, 2, 1)))
    assert found("attacks", "anchor: null", 'anchor: "2026-02-01"', documents={**documents, name: told}) == []


def test_without_a_publication_day_only_the_dates_that_the_text_writes_are_kept(found: Found) -> None:
    faults = [
        f'anchor: "2025-05-19", {DAYS}',
        "anchor: null, days: [Saturday, Sunday, Monday]",
        '  published: "2025-05-19"\n',
        "",
        WHEN,
        "when: {text: on Saturday}",
    ]
    sunday = '\n  said: {by: kitwana, day: Sunday, when: "2025-05-18"}'
    for mark, what in zip("①②③", ("who: people}", "{injured: 14}", "category: crew}"), strict=True):
        faults += [what + sunday, what + sunday.replace('"2025', f'{mark}"2025')]
    assert found("ferry", *faults) == [f"{mark} error date-without-source" for mark in "①②③"]


def test_a_first_day_that_the_text_calls_yesterday_need_be_none_of_the_weekdays_it_names(found: Found) -> None:
    days = 'start: "2025-05-16", end: "2025-05-16", days: [Sunday]'
    when = 'when: {text: yesterday, start: "2025-05-16", end: "2025-05-16"}'
    assert found("ferry", DAYS, days, WHEN, when) == []
