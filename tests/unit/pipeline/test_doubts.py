"""What an editor is asked about records that the machine would group otherwise."""

import pytest

from generator.link.gathering import Doubt, Threads
from generator.pipeline.doubts import Grouping, People, find_doubts

AGAINST = {("one", "two"): ("another day", "other places"), ("one", "three"): ("other places",)}


def grouping(groups, homes, doubts=()):
    """Stories in groups, and the records that hold some of them already."""
    records = {name: homes.get(name, group[0]) for group in groups for name in group}
    return Grouping(Threads(groups, {}, doubts), homes, records, lambda one, other: AGAINST.get((one, other), ()))


def test_a_record_that_a_person_keeps_together_names_the_story_that_does_not_fit_and_why():
    held = dict.fromkeys(("one", "two", "three"), "one")
    (asked,) = find_doubts(grouping((("one",), ("three", "two")), held), (), People(lambda _: True))
    assert (asked.code, asked.file) == ("other-incident", "content/incidents/one.yml")
    assert asked.found == "three, which by its words tells of another: it has other places, another day"
    assert "briefing split-incident" in asked.hint


def test_stories_that_share_next_to_nothing_are_said_to():
    held = dict.fromkeys(("one", "four"), "one")
    (asked,) = find_doubts(grouping((("four",), ("one",)), held), (), People(lambda _: True))
    assert asked.found.endswith("another: the two have little in common")


def test_what_no_person_touched_is_regrouped_without_a_question():
    held = dict.fromkeys(("one", "two"), "one")
    assert find_doubts(grouping((("one",), ("two",)), held), (), People()) == ()


@pytest.mark.parametrize("parted", [False, True], ids=["nobody decided", "an editor split them"])
def test_two_records_that_may_be_one_are_proposed_unless_an_editor_split_them(parted):
    unsure = grouping((("one",), ("two",)), {"one": "one", "two": "two"}, (Doubt(("one", "two"), ("Trevanka",)),))
    asked = find_doubts(unsure, (), People(is_parted=lambda *_: parted))
    assert [each.code for each in asked] == ([] if parted else ["same-incident"])
