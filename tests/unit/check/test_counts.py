from collections.abc import Callable

import pytest

from generator.check.counts import check_counts
from generator.model.claim import Claim, Damage, Said, Toll, What
from generator.model.finding import Finding
from generator.model.incident import Dates, Incident, Record, Title
from generator.model.span import Citation, Span
from generator.model.vocabulary import Bound, ClaimKind, EventType, Origin, Outcome

Found = Callable[..., list[str]]
Check = Callable[..., tuple[Finding, ...]]

PART_ABOVE = (
    "what: {injured: 14}",
    "what: {injured: 112}",
    "quote: 14 of them with burns\n  at: d1:321-342",
    "quote: 112 people\n  at: d1:279-289",
    "quote: 112 people had been taken off the vessel\n  at: d1:279-319",
    "quote: 14 of them\n  at: d1:321-331",
    "112 people were taken off",
    "14 people were taken off",
)


def _counted(what: What, quote: str) -> list[tuple[str, str]]:
    claim = Claim("one", ClaimKind.TOLL, Said("document"), quote, Citation("d1", Span(0, len(quote))), what=what)
    incident = Incident("x", Title("x", Origin.EDITOR), (EventType.OTHER,), Dates(), (), claims=(claim,))
    return [(finding.severity, finding.code) for finding in check_counts(Record(incident, "x.yml"))]


@pytest.mark.parametrize(
    ("new", "severity"),
    [
        pytest.param("killed: ①48, who: civilians", "error", id="a sum"),
        pytest.param("killed: 31, upper: ①34, bound: range, who: civilians", "error", id="top of a range"),
        pytest.param("killed: null, bound: vague, vague: ①dozens, who: civilians", "error", id="a vague word"),
        pytest.param("killed: ①0, who: civilians", "warning", id="a zero that nobody said"),
    ],
)
def test_a_count_that_the_quote_does_not_say_is_told(new: str, severity: str, found: Found) -> None:
    planted = found("attacks", "killed: 31, who: civilians", new, " and 31 civilians died", " and civilians died")
    assert planted == [f"① {severity} count-not-in-quote"]


@pytest.mark.parametrize(
    ("count", "quote"),
    [
        (145, "killed 145 militants"),
        (2417, "infected 2,417 since January"),
        (19, "Nineteen officers were hurt"),
        (40, "some forty others"),
        (12, "a dozen people"),
        (6, "Half a dozen people"),
        (24, "two dozen died"),
        (2, "both pilots were killed"),
        (2, "a couple drowned"),
        (100, "several died, perhaps a hundred"),
        (1_100_000, "1.1 million have fled"),
        (0, "No deaths were reported."),
        (0, "none of them has died"),
        (0, "they weren't hurt"),
        (0, "without casualties"),
        (1, "A 28-year-old man was arrested"),
        (1, "killing the driver"),
        (1, "another soldier died"),
    ],
)
def test_a_count_is_read_off_a_quote_as_people_write_it(count: int, quote: str) -> None:
    assert _counted(Toll(Outcome.KILLED, count), quote) == []


@pytest.mark.parametrize(
    ("count", "quote", "severity"),
    [
        pytest.param(237, "killed 145 militants and 92 others", "error", id="a sum"),
        pytest.param(7, "six people and one other, 17 in all", "error", id="a sum of words"),
        pytest.param(100, "several hundred people", "error", id="a vague hundred"),
        pytest.param(92, "the 1992 attack", "error", id="a piece of a year"),
        pytest.param(0, "the crew were unharmed", "warning", id="a zero in other words"),
        pytest.param(1, "Mayor Kamau died", "warning", id="one by name"),
    ],
)
def test_a_count_is_not_made_up(count: int, quote: str, severity: str) -> None:
    assert _counted(Toll(Outcome.KILLED, count), quote) == [(severity, "count-not-in-quote")]


def test_things_are_counted_like_persons() -> None:
    assert _counted(Damage("houses", 40, upper=50, bound=Bound.RANGE), "between 40 and 50 houses burned") == []
    assert _counted(Damage("houses", 45), "between 40 and 50 houses burned") == [("error", "count-not-in-quote")]
    assert _counted(Damage("houses", vague="scores"), "Scores of houses burned") == []


def test_a_part_above_its_whole_is_told_with_both_figures(check: Check, found: Found) -> None:
    whole = ("what: {rescued: 112, who", "what: {rescued: 14, who")
    assert found("ferry", *PART_ABOVE, *whole, "part_of: ", "part_of: ①") == ["① error part-exceeds-whole"]
    (finding,) = check("ferry", *PART_ABOVE, *whole)
    assert (finding.expected, finding.found) == ("a figure of at least 112", "rescued-kitwana with 14")


@pytest.mark.parametrize("bound", ["at-least", "more-than", "about"])
def test_a_part_may_be_above_a_whole_that_is_open(bound: str, found: Found) -> None:
    assert found("ferry", *PART_ABOVE, "what: {rescued: 112, who", f"what: {{rescued: 14, bound: {bound}, who") == []
