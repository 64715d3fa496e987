"""The story's own day: from front matter, a dateline, or a line that says when it was issued."""

import pytest

from generator.assemble.anchor import find_anchor, is_filing
from generator.extract.stories import read_dateline, read_story
from generator.read.plaintext import read_document
from generator.segment.layout import lay_out


@pytest.fixture
def read(lexicon):
    def read_text(text):
        document = read_document(text.encode(), "a.txt").document
        return document, read_story(document, lay_out(document), lexicon)

    return read_text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Kolvari, March 18, 2026 (NBN) The police held a man on Monday.", id="agency-in-brackets"),
        pytest.param("KOLVARI, March 18, 2026. /Orsha Wire/. Drones fell on a farm on Monday.", id="agency-in-slashes"),
    ],
)
def test_the_day_behind_the_place_that_opens_a_story_is_the_day_of_filing(read, text):
    document, readings = read(text)
    filed = [day.text for each in readings for day in each.days if is_filing(day, each, document)]
    assert "Monday" not in filed
    assert filed == ["March 18, 2026"] or not any(day.start for each in readings for day in each.days)


def test_a_day_within_a_sentence_is_no_day_of_filing(read):
    document, readings = read("A bus overturned near Kolvari on March 18, 2026, killing nine people.")
    assert [is_filing(day, each, document) for each in readings for day in each.days] == [False]
    assert find_anchor(document, (), readings) == (None, "")


def test_a_document_that_says_nowhere_when_it_was_issued_has_no_day_of_its_own(read):
    document, readings = read("A bus overturned on Monday, killing nine people. Police held the driver.")
    assert find_anchor(document, (), readings) == (None, "")


@pytest.fixture
def anchor(lexicon):
    def find(text, file="a.txt"):
        document = read_document(text.encode(), file).document
        layout = lay_out(document)
        dateline = read_dateline(document, layout, lexicon)
        day, basis = find_anchor(document, dateline.days, read_story(document, layout, lexicon))
        return str(day), basis

    return find


@pytest.mark.parametrize(
    "head",
    [
        pytest.param("March 12, 2026 5:05 PM EST", id="american-hour"),
        pytest.param("12.03.2026, 17:40 Uhr", id="dotted"),
        pytest.param("[12 March 2026]", id="in-brackets"),
        pytest.param("Kolvari, Orsha | 12 March 2026", id="behind-a-place"),
        pytest.param("March 12, 2026 | Field desk", id="before-a-desk"),
        pytest.param("UPDATED: Thu 12 March 2026, 10:31 WAT", id="updated"),
        pytest.param("As of 12 March 2026", id="as-of"),
    ],
)
def test_a_line_above_the_story_tells_when_it_was_issued(anchor, head):
    assert anchor(f"{head}\n\nNine people died in Kolvari on Wednesday, police said.\n")[0] == "2026-03-12"


def test_a_line_below_the_story_tells_when_it_was_issued(anchor):
    text = "Nine people died in Kolvari on Wednesday, police said.\n\nFirst published on March 12, 2026\n"
    assert anchor(text)[0] == "2026-03-12"


def test_the_name_of_a_document_may_tell_its_day(anchor):
    text = "Nine people died in Kolvari on Wednesday, police said.\n"
    assert anchor(text, "2026-03-12-kolvari.txt") == ("2026-03-12", "file name")
    assert anchor(text, "2026-13-40-kolvari.txt") == ("None", "")


@pytest.mark.parametrize(
    ("dateline", "day"),
    [
        pytest.param("March 13", "2026-03-13", id="a-day-ahead-of-publication-elsewhere"),
        pytest.param("March 10", "2026-03-10", id="two-days-before"),
        pytest.param("March 1", "2026-03-12", id="too-far-back-to-be-the-filing"),
    ],
)
def test_days_are_counted_from_where_a_story_was_filed(anchor, dateline, day):
    text = f"---\npublished: 2026-03-12\n---\nKOLVARI, {dateline} (Agency) - Nine people died, police said.\n"
    assert anchor(text)[0] == day


def test_a_year_of_the_past_is_not_that_of_the_dateline(anchor):
    text = "KOLVARI, Feb 13 (Agency) - The ministry said on Friday that nine people had died, most since 1999.\n"
    assert anchor(text) == ("None", "")
