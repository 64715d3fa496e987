from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from generator.check.prose import check_prose
from generator.model.finding import Finding
from generator.model.incident import Dates, Incident, Record, SourceDocument, Title
from generator.model.span import Span
from generator.model.vocabulary import EventType, Origin
from generator.store.record import parse_record

Found = Callable[..., list[str]]
Check = Callable[..., tuple[Finding, ...]]

TITLE = '"Balochistan attacks: minister and military differ on militants killed"'


def _title(end: str) -> tuple[str, str]:
    return TITLE, f'①"Balochistan attacks: minister and military differ on {end}"'


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            "text: The chief minister spoke of 145 militants",
            "text: ①The chief minister spoke of 154 militants",
            ["① error number-without-claim", "① warning stale-figure"],
            id="digits swapped",
        ),
        pytest.param(
            "text: Seventeen law enforcement",
            "text: ①Forty-eight law enforcement",
            ["① error number-without-claim"],
            id="a sum in words",
        ),
        pytest.param(
            "text: Seventeen law enforcement personnel and 31 civilians died too, he said.\n"
            "  claims: [killed-law-enforcement-bugti, killed-civilians-bugti]",
            "text: ①Seventeen law enforcement personnel and 31 civilians died too, he said.\n  claims: [denial-india]",
            ["① error number-without-claim", "① error number-without-claim"],
            id="a claim that is not cited",
        ),
        pytest.param(*_title("237 militants killed"), ["① error number-without-claim"], id="a sum in the title"),
        pytest.param(*_title("92 militants killed"), ["① warning stale-figure"], id="a replaced figure in the title"),
        pytest.param(
            "text: The chief minister spoke of 145 militants",
            "text: ①The chief minister spoke of militants",
            ["① warning stale-figure"],
            id="a replaced figure alone in the summary",
        ),
        pytest.param(*_title("one of the tolls"), [], id="one as a pronoun"),
        pytest.param(*_title("145 or 92 militants killed"), [], id="a replaced figure beside the newer one"),
        pytest.param("within 40 hours", "within forty hours", [], id="a number of the quote in words"),
    ],
)
def test_every_number_of_the_prose_has_its_claim(old: str, new: str, expected: list[str], found: Found) -> None:
    assert found("attacks", old, new) == expected


def test_the_number_is_named(check: Check) -> None:
    (finding,) = check("attacks", *_title("237 militants killed"))
    assert finding.found.startswith("237 in “Balochistan attacks")


@pytest.mark.parametrize(
    ("origin", "codes"), [(Origin.DOCUMENT, []), (Origin.EDITOR, ["number-without-claim"])], ids=["document", "editor"]
)
def test_only_a_title_from_the_document_may_hold_the_numbers_of_its_headline(origin: Origin, codes: list[str]) -> None:
    headline = "Typhoon No. 9 nears Okinawa"
    source = SourceDocument("d1", "typhoon.txt", "0" * 64, 900, Span(0, 900), title=headline)
    incident = Incident("x", Title(headline, origin), (EventType.SEVERE_WEATHER,), Dates(), (source,))
    assert [finding.code for finding in check_prose(Record(incident, "x.yml"))] == codes


def test_a_day_that_a_cited_claim_holds_may_be_named(found: Found) -> None:
    old = "text: Police put the dead at nine;"
    assert found("ferry", old, "text: ①Police put the dead at nine on 17 May 2025;") == []
    assert found("ferry", old, "text: ①Police put the dead at nine on 16 May 2025;") == ["① error number-without-claim"]


def test_a_figure_that_replaced_an_earlier_one_may_stand_alone(found: Found) -> None:
    old = "text: Police put the dead at nine; seven had"
    assert found("ferry", old, "text: ①Police put the dead at nine; fewer had") == []
    assert found("ferry", old, "text: ①Police counted the dead; seven had") == ["① warning stale-figure"]


def test_a_replaced_figure_that_another_claim_still_holds_is_not_stale(texts: Mapping[str, str]) -> None:
    file = "content/incidents/pemba-ferry-ff343f88.yml"
    lone = texts[file].replace("put the dead at nine; seven had", "counted the dead; seven had")
    incident = parse_record(lone, file).incident
    other = replace(next(claim for claim in incident.claims if claim.id == "killed-earlier"), id="killed-crew")
    again = replace(incident, claims=(*incident.claims, other))
    assert [finding.code for finding in check_prose(Record(incident, file))] == ["stale-figure"]
    assert check_prose(Record(again, file)) == ()
