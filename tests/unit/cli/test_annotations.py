"""Findings as GitHub takes them."""

import re

import pytest

from generator.cli.annotations import MOST, annotation_lines, step_summary
from generator.model.finding import Finding, Severity

ERROR = Finding("content/incidents/a.yml", "quote-moved", "the words at d1:3-9", "“other words”", "copy", 3, 7)
HOSTILE = Finding(
    "a,b:c%\n::d.yml", "schema", "x\n::set-env name=A::b", "y\r\n::warning::%0A", "::stop-commands::z", 1, 1
)
COMMAND = re.compile(r"::(error|warning|notice) ([^:\r\n]*)::([^\r\n]*)")


def many(errors=0, warnings=0, notes=0):
    sorts = ((Severity.ERROR, errors), (Severity.WARNING, warnings), (Severity.NOTE, notes))
    return [Finding(f"f{n}.yml", "c", "e", "f", line=1, severity=each) for each, number in sorts for n in range(number)]


def commands(findings, **more):
    return [line for line in annotation_lines(findings, **more) if line.startswith("::")]


def test_a_finding_stands_beside_its_line_and_column():
    assert list(annotation_lines([ERROR], prefix="desk/")) == [
        "::error file=desk/content/incidents/a.yml,line=3,col=7,title=quote-moved"
        "::expected the words at d1:3-9, found “other words”; copy",
        "1 finding: 1 error",
    ]


def test_values_cannot_begin_a_command_or_a_property_of_their_own():
    (line,) = commands([HOSTILE])
    found = COMMAND.fullmatch(line)
    assert found is not None
    properties = dict(each.split("=", 1) for each in found[2].split(","))
    assert properties == {"file": "a%2Cb%3Ac%25 %3A%3Ad.yml", "line": "1", "col": "1", "title": "schema"}
    assert "\n" not in found[3]
    assert found[3].endswith("%250A; ::stop-commands::z")


def test_a_finding_of_a_whole_file_has_no_line():
    (line,) = commands([Finding("seeds/a.txt", "unreadable-document", "text", "a binary file")])
    assert line.startswith("::error file=seeds/a.txt,title=unreadable-document::")


@pytest.mark.parametrize(
    ("numbers", "shown", "rest"),
    [
        pytest.param((3, 2, 1), (3, 2, 1), None, id="few"),
        pytest.param((10, 10, 10), (10, 10, 10), None, id="as many as there is room for"),
        pytest.param((42, 0, 0), (10, 0, 1), 32, id="more errors"),
        pytest.param((1, 11, 10), (1, 10, 10), 2, id="the tenth notice makes room"),
    ],
)
def test_no_more_are_annotated_than_are_shown_and_the_rest_is_counted(numbers, shown, rest):
    lines = commands(many(*numbers))
    kinds = [COMMAND.fullmatch(line)[1] for line in lines]
    assert tuple(map(kinds.count, ("error", "warning", "notice"))) == shown
    assert max(map(kinds.count, kinds), default=0) <= MOST
    told = [line for line in lines if "not shown here" in line]
    words = f"::{rest} more findings not shown here; the summary of this step lists all {sum(numbers)}"
    assert [line.endswith(words) for line in told] == ([True] if rest else [])


def test_the_summary_lists_every_finding_the_errors_first():
    page = step_summary([*many(notes=1), ERROR, *many(errors=30)])
    assert page.count("<tr><td>") == 32
    assert page.index("error: quote-moved") < page.index("note: c")
    assert "content/incidents/a.yml:3:7" in page


def test_the_summary_holds_no_markup_of_a_finding():
    value = "</td><script>@org #1"
    page = step_summary([Finding("a.yml", "c", value, value, value)])
    assert set(re.findall(r"</?([a-z0-9]+)", page)) == {"p", "table", "thead", "tbody", "tr", "th", "td", "code"}
    assert "@" not in page


@pytest.mark.parametrize("room", [10, 500, 5_000, 100_000])
def test_the_summary_keeps_its_size_and_counts_what_it_leaves_out(room):
    page = step_summary(many(errors=2000), room=room)
    assert len(page.encode()) <= room
    if page:
        rest = int(re.search(r"… and ([\d,]+) more finding", page)[1].replace(",", ""))
        assert page.count("<tr><td>") + rest == 2000
