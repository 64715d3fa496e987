"""Which record each word of the machine goes to, where words and records do not fit one to one."""

from dataclasses import replace

import pytest

from generator.model.incident import Status
from generator.pipeline.regrouping import Standing, place_words
from generator.pipeline.threads import Threaded, Word

TEXT = "A bomb killed {} people in Trevanka on Monday, police said.\n"


@pytest.fixture
def story(extracted):
    """What one document tells; its id is the document's name."""
    return lambda name: replace(extracted(TEXT.format(ord(name)), f"{name}.txt"), id=name)


def record(name, *stories, status=None):
    """A record of the documents of some stories."""
    sources = tuple(replace(each.documents[0], id=f"d{n}") for n, each in enumerate(stories, start=1))
    return replace(stories[0], id=name, documents=sources, status=status)


def placed(words, homes, records, touched=(), gone=()):
    told = tuple(Word(record(group[0].id, *group), tuple(each.id for each in group)) for group in words)
    standing = Standing(records, touched.__contains__, gone.__contains__)
    return place_words(Threaded(told, homes, ()), standing)


def test_a_word_on_the_stories_of_two_records_goes_to_the_earlier_one(story):
    a, b = story("a"), story("b")
    found = placed([(a, b)], {"a": "one", "b": "two"}, [record("two", b), record("one", a)])
    assert [each.id for each in found.incidents] == ["one"]
    assert found.regrouping.closed == {"two": "one"}
    assert found.regrouping.retold == {}


def test_a_record_whose_stories_fell_apart_keeps_the_one_it_was_made_from(story):
    a, b = story("a"), story("b")
    found = placed([(b,), (a,)], {"a": "one", "b": "one"}, [record("one", a, b)])
    assert [each.id for each in found.incidents] == ["b", "one"]
    assert [source.file for source in found.regrouping.retold["one"].documents] == ["a.txt"]
    assert found.regrouping.closed == {}


def test_a_record_that_the_machine_closed_is_opened_again_for_its_own_story(story):
    a, b = story("a"), story("b")
    closed = record("b", b, status=Status(merged_into="one"))
    found = placed([(a,), (b,)], {"a": "one", "b": "one"}, [record("one", a, b), closed])
    assert [each.id for each in found.incidents] == ["one", "b"]
    assert sorted(found.regrouping.retold) == ["b", "one"]
    assert found.regrouping.closed == {}


def test_a_record_that_the_machine_closed_leads_to_where_its_story_is_told_now(story):
    a, b, c = story("a"), story("b"), story("c")
    closed = record("b", b, status=Status(merged_into="one"))
    records = [record("one", a, b), record("two", c), closed]
    found = placed([(a,), (c, b)], {"a": "one", "b": "one", "c": "two"}, records)
    assert [each.id for each in found.incidents] == ["one", "two"]
    assert found.regrouping.closed == {"b": "two"}
    assert [source.file for source in found.regrouping.retold["one"].documents] == ["a.txt"]


def test_a_record_that_is_closed_lets_go_of_a_story_that_is_told_apart_from_where_it_leads(story):
    a, b, c = story("a"), story("b"), story("c")
    records = [record("a", a), record("two", c, b)]
    found = placed([(a, c), (b,)], {"a": "a", "b": "two", "c": "two"}, records)
    assert [each.id for each in found.incidents] == ["a", "b"]
    assert found.regrouping.closed == {"two": "a"}
    assert [source.file for source in found.regrouping.retold["two"].documents] == ["a.txt", "c.txt"]


def test_a_record_that_was_closed_before_lets_go_of_a_story_that_leaves_where_it_leads(story):
    a, b, c = story("a"), story("b"), story("c")
    closed = record("two", c, b, status=Status(merged_into="a"))
    found = placed([(a, c), (b,)], {"a": "a", "b": "a", "c": "a"}, [record("a", a, b, c), closed])
    assert [each.id for each in found.incidents] == ["a", "b"]
    assert found.regrouping.closed == {"two": "a"}
    assert sorted(found.regrouping.retold) == ["a", "two"]


def test_what_a_person_had_a_hand_in_is_neither_closed_nor_cut(story):
    a, b = story("a"), story("b")
    apart = placed([(a,), (b,)], {"a": "one", "b": "one"}, [record("one", a, b)], touched={"one"})
    together = placed([(a, b)], {"a": "one", "b": "two"}, [record("one", a), record("two", b)], touched={"two"})
    for found in (apart, together):
        assert (found.regrouping.closed, found.regrouping.retold) == ({}, {})


@pytest.mark.parametrize("gone", [True, False], ids=["its file is gone", "it could not be read"])
def test_a_document_that_is_told_no_more_leaves_its_record_with_its_file(story, gone):
    a, b = story("a"), story("b")
    found = placed([(a,)], {"a": "one"}, [record("one", a, b)], gone={"b.txt"} if gone else ())
    assert ("one" in found.regrouping.retold) is gone


def test_words_and_records_that_fit_are_left_as_they_are(story):
    a, b = story("a"), story("b")
    found = placed([(a,), (b,)], {"a": "one"}, [record("one", a)])
    assert [each.id for each in found.incidents] == ["one", "b"]
    assert (found.regrouping.closed, found.regrouping.retold) == ({}, {})
