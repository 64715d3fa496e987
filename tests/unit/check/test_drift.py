from collections.abc import Callable

import pytest

from generator.check.drift import check_drift
from generator.model.finding import Finding
from generator.model.incident import Dates, Incident, Record, Title
from generator.model.vocabulary import EventType, Origin

Found = Callable[..., list[str]]
Check = Callable[..., tuple[Finding, ...]]
INCIDENT = Incident("x", Title("x", Origin.EDITOR), (EventType.OTHER,), Dates(), ())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("kind: event", "kind: ①'event'", id="needless quotation marks"),
        pytest.param("  kind: event\n  what:", "  kind: event\n ①\n  what:", id="a line of spaces"),
        pytest.param("  where: [balochistan]\n", "  where:①\n  - balochistan\n", id="a list in another style"),
        pytest.param("at: d1:1301-1418", 'at: ①"d1:1301-1418"', id="a quoted place"),
    ],
)
def test_a_file_in_another_form_is_told_where_it_first_differs(old: str, new: str, found: Found) -> None:
    assert found("attacks", old, new) == ["① error not-canonical"]


def test_the_way_out_is_named(check: Check) -> None:
    (finding,) = check("attacks", "kind: event", "kind: 'event'")
    assert (finding.expected, finding.found, finding.hint) == (
        "“event”",
        "“'event'”",
        "write it as expected here: records have one form, so that reviews show changes alone",
    )


@pytest.mark.parametrize(
    ("given", "canonical", "place", "found"),
    [
        pytest.param("a: 1\nb: 2\n", "a: 1\n", (2, 1), "“b: 2”", id="a line too many"),
        pytest.param("a: 1", "a: 1\n", (2, 1), "the end of the file", id="no last line end"),
        pytest.param("a: 1 \n", "a: 1\n", (1, 5), "spaces", id="a space at the end"),
        pytest.param("a: 1\n", "a: 1 b\n", (1, 5), "the end of the line", id="a word too few"),
    ],
)
def test_ends_of_lines_and_files_are_named(given: str, canonical: str, place: tuple[int, int], found: str) -> None:
    (finding,) = check_drift([Record(INCIDENT, "x.yml", given)], {"x.yml": canonical})
    assert ((finding.line, finding.column), finding.found) == (place, found)


def test_a_file_without_a_canonical_text_is_not_compared() -> None:
    assert check_drift([Record(INCIDENT, "x.yml", "a: 1")], {}) == ()
