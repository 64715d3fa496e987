"""Front matter above the story."""

import pytest

from generator.model.document import Metadata
from generator.model.finding import Severity
from generator.model.partialdate import PartialDate
from generator.read.frontmatter import read_front_matter

STORY = "Two people died.\n"


def test_all_five_fields_are_read_as_text() -> None:
    text = (
        '---\ntitle: "Quake: toll rises"\npublished: 2024-11-13\npublisher: NO\n'
        f"url: https://news.example/a?b=1#c\nlanguage: en-GB\n---\n{STORY}"
    )

    front = read_front_matter(text, "x.txt")

    assert front.metadata == Metadata(
        "Quake: toll rises", PartialDate(2024, 11, 13), "NO", "https://news.example/a?b=1#c", "en-GB"
    )
    assert front.body.of(text) == STORY
    assert front.findings == ()


@pytest.mark.parametrize(
    ("value", "day"),
    [
        pytest.param("2024-11-13T23:30:00Z", PartialDate(2024, 11, 13), id="time with zone"),
        pytest.param("2024-11-13 08:15", PartialDate(2024, 11, 13), id="time after a blank"),
        pytest.param("'2024-11-13'", PartialDate(2024, 11, 13), id="quoted"),
        pytest.param("2024-11", PartialDate(2024, 11), id="month"),
        pytest.param("2024", PartialDate(2024), id="year"),
    ],
)
def test_the_day_is_taken_as_written(value: str, day: PartialDate) -> None:
    front = read_front_matter(f"---\npublished: {value}\n---\n{STORY}", "x.txt")

    assert front.metadata.published == day
    assert front.findings == ()


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("date: 2024-11-13", id="date"),
        pytest.param("updated: 2024-11-13T08:05:00-05:00", id="updated"),
        pytest.param("published: 13 November 2024 17:31", id="day first, in words"),
        pytest.param("pubDate: Wed, 13 Nov 2024 17:31:00 +0000", id="feed"),
        pytest.param('issued: "Nov. 13, 2024, 5:31 pm"', id="month first, in words"),
        pytest.param("updated: 2024-11-15\ndate: 2024-11-13", id="the day of issue before that of a change"),
    ],
)
def test_the_day_is_read_under_the_names_that_newsrooms_give_it(line: str) -> None:
    front = read_front_matter(f"---\n{line}\nsource: Orsha Wire\n---\n{STORY}", "x.txt")

    assert (front.metadata.published, front.metadata.publisher) == (PartialDate(2024, 11, 13), "Orsha Wire")
    assert front.findings == ()


@pytest.mark.parametrize(
    ("line", "code"),
    [
        pytest.param("published: last Tuesday", "unusable-published", id="day in words"),
        pytest.param("published: 2024-02-30", "unusable-published", id="no such day"),
        pytest.param("published: 13/11/2024", "unusable-published", id="slashes"),
        pytest.param("published: 2024T10:00", "unusable-published", id="hour of a year"),
        pytest.param("url: javascript:alert(1)", "unusable-url", id="script"),
        pytest.param("url: https://me:secret@news.example/", "unusable-url", id="password"),
        pytest.param("url: https://@news.example/", "unusable-url", id="empty user"),
        pytest.param("url: https:///a", "unusable-url", id="no host"),
        pytest.param("url: http://[::1/", "unusable-url", id="broken host"),
        pytest.param("url: http://news.example:99999/", "unusable-url", id="no such port"),
        pytest.param("url: 'https://news.example/\"><script>'", "unusable-url", id="markup"),
        pytest.param("language: the Queen's", "unusable-language", id="language in words"),
        pytest.param('title: "a\\u202Eb"', "unusable-title", id="turned text"),
        pytest.param('title: "a\\0b"', "unusable-title", id="NUL"),
        pytest.param('title: "a\\uE000b"', "unusable-title", id="private use"),
        pytest.param("title: " + "x" * 501, "unusable-title", id="endless title"),
    ],
)
def test_an_unusable_value_is_absent_and_reported_at_its_line(line: str, code: str) -> None:
    text = f"---\n# a remark\n{line}\npublisher: Agency\n---\n{STORY}"

    front = read_front_matter(text, "x.txt")

    assert front.metadata == Metadata(publisher="Agency")
    (finding,) = front.findings
    assert (finding.code, finding.line, finding.severity) == (code, 3, Severity.WARNING)
    assert "\n" not in str(finding)


def test_a_value_of_several_lines_becomes_one() -> None:
    front = read_front_matter(f"---\ntitle: |\n  Quake\n  kills two\n---\n{STORY}", "x.txt")

    assert front.metadata.title == "Quake kills two"


@pytest.mark.parametrize(
    ("written", "title"),
    [
        pytest.param(r'"Boom \ud83d\ude00 in Kavo"', "Boom \U0001f600 in Kavo", id="as JSON writes it"),
        pytest.param(r'"Boom \uD83D\uDE00\uD83D\uDE01"', "Boom \U0001f600\U0001f601", id="two, in capitals"),
        pytest.param(r'"Boom \U0001F600"', "Boom \U0001f600", id="as YAML writes it"),
        pytest.param(r'"Boom \\ud83d"', r"Boom \ud83d", id="a backslash and letters"),
        pytest.param(r"'Boom \ud83d\ude00'", r"Boom \ud83d\ude00", id="no escape in single quotes"),
        pytest.param('"Boom \U0001f600"', "Boom \U0001f600", id="the sign itself"),
    ],
)
def test_an_emoji_in_quotes_is_read_however_it_is_written(written: str, title: str) -> None:
    front = read_front_matter(f"---\ntitle: {written}\npublisher: Orsha Wire\n---\n{STORY}", "x.txt")

    assert (front.metadata.title, front.metadata.publisher) == (title, "Orsha Wire")
    assert front.findings == ()


@pytest.mark.parametrize("half", [r"\ud83d", r"\ude00", r"\ud83d\ud83d\ude00", r"\\\ud83d"])
def test_half_an_emoji_is_refused_at_its_line(half: str) -> None:
    front = read_front_matter(f'---\npublisher: Orsha Wire\ntitle: "Boom {half}"\n---\n{STORY}', "x.txt")

    assert front.metadata == Metadata()
    assert [(finding.code, finding.line) for finding in front.findings] == [("broken-front-matter", 3)]
    assert "surrogate pair" in front.findings[0].expected


@pytest.mark.parametrize("empty", ["", "~", "null", "''"])
def test_an_empty_value_is_absent(empty: str) -> None:
    front = read_front_matter(f"---\ntitle: {empty}\n---\n{STORY}", "x.txt")

    assert front.metadata == Metadata()
    assert front.findings == ()


def test_an_unknown_field_is_a_note() -> None:
    front = read_front_matter(f"---\ntitle: A\nauthor: B\n---\n{STORY}", "x.txt")

    assert front.metadata.title == "A"
    assert [str(finding) for finding in front.findings] == [
        "x.txt:3: note: unknown-field: expected one of title, published, publisher, url, language, found 'author'; "
        "the document is read without it"
    ]


@pytest.mark.parametrize(
    ("block", "line"),
    [
        pytest.param("title: A\ntitle: B", 3, id="field twice"),
        pytest.param("title: [A, B]", 2, id="list"),
        pytest.param("url: x\ntitle: {a: b}", 3, id="mapping"),
        pytest.param("title: &a A\nurl: *a", 2, id="anchor"),
        pytest.param("title: *a", 2, id="alias"),
        pytest.param("title: !!python/object/apply:os.system ['true']", 2, id="tag"),
        pytest.param("title: !!str A", 2, id="standard tag"),
        pytest.param("title: 'A", 2, id="open quote"),
        pytest.param("title: a: b", 2, id="two colons"),
        pytest.param("title: A\n\tpublisher: B", 3, id="tab"),
        pytest.param("title: A\x07", 1, id="control"),
    ],
)
def test_broken_front_matter_is_reported_and_kept_out_of_the_story(block: str, line: int) -> None:
    text = f"---\n{block}\n---\n{STORY}"

    front = read_front_matter(text, "x.txt")

    assert front.metadata == Metadata()
    assert front.body.of(text) == STORY
    (finding,) = front.findings
    assert (finding.code, finding.severity) == ("broken-front-matter", Severity.WARNING)
    assert line <= (finding.line or 0) <= line + 1


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(STORY, id="none"),
        pytest.param("---\nTwo people died.\n---\nOne lived.\n", id="ruled lines"),
        pytest.param("----\ntitle: A\n----\n", id="four dashes"),
        pytest.param("\n---\ntitle: A\n---\n", id="not at the start"),
        pytest.param("---\n\nTwo people died.\n", id="a rule above"),
        pytest.param("---\n- Mali: two killed\n- Niger: floods\n---\nTwo people died.\n", id="a ruled list"),
    ],
)
def test_a_text_without_front_matter_is_all_story(text: str) -> None:
    front = read_front_matter(text, "x.txt")

    assert front.body.of(text) == text
    assert front.findings == ()


def test_front_matter_that_is_not_closed_is_story_and_reported() -> None:
    text = f"---\ntitle: A\n\n{STORY}"

    front = read_front_matter(text, "x.txt")

    assert front.body.of(text) == text
    assert [(finding.code, finding.line) for finding in front.findings] == [("broken-front-matter", 1)]


@pytest.mark.parametrize("close", ["---", "...", "--- \t"])
def test_windows_line_ends_and_either_closing_line_are_understood(close: str) -> None:
    text = f"---\r\ntitle: A\r\n{close}\r\nTwo died.\r\n"

    front = read_front_matter(text, "x.txt")

    assert front.metadata.title == "A"
    assert front.body.of(text) == "Two died.\r\n"


def test_an_empty_block_is_front_matter() -> None:
    assert read_front_matter("---\n---\nTwo died.", "x.txt").body.start == 8
