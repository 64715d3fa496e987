"""The story's own day: from front matter, a dateline, or a line that says when it was issued."""

import pytest

from generator.assemble.anchor import find_anchor, is_filing
from generator.extract.stories import read_story
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
