"""What a signature reads from stories with invented events."""

import datetime

import pytest

from generator.lexicon.lexicon import load_lexicon
from generator.lexicon.naming import name_key
from generator.link.signatures import read_signature
from generator.link.wording import read_zone
from generator.model.incident import Dates, Incident, SourceDocument, Title
from generator.model.span import Span
from generator.model.story import Story
from generator.model.vocabulary import Origin


def signature(*sentences, title=None):
    document = SourceDocument("d1", "1.txt", "0" * 64, 100, Span(0, 100))
    incident = Incident("a", Title("", Origin.GENERATED), (), Dates(), (document,))
    story = Story(sentences, title=title, published=datetime.date(2025, 5, 9))
    return read_signature(incident, story, load_lexicon().threads)


@pytest.mark.parametrize(
    "opening",
    [
        "A second blast in three days tore through a depot in Trevanka on Friday, killing two, police said.",
        "Trevanka was struck again on Friday when a shell landed in its fish market, killing two.",
        "Another tram derailment killed two people in Trevanka on Friday, hours after the mayor had spoken of luck.",
        "An aftershock killed two people in Trevanka on Friday morning, officials said.",
    ],
)
def test_a_second_event_of_its_sort_is_told_from_the_first(opening):
    assert signature(opening).newer


@pytest.mark.parametrize(
    "opening",
    [
        "Trams run again in Trevanka after the accident of Monday, in which six people lost their lives.",
        "A second victim of the roof collapse in Trevanka died in hospital on Thursday, doctors said there.",
    ],
)
def test_what_goes_on_with_one_event_is_no_second_one(opening):
    assert not signature(opening).newer


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        ("Two crashes, one bend: Trevanka asks why", "The bend above the quarry has a sign, and the sign has a dent."),
        (None, "Two attacks on one morning killed nine shepherds at Oldra and four in Trevanka, the governor said."),
        (None, "The two raids were the work of one band, and between the two lie forty kilometres of bad road."),
    ],
)
def test_a_story_about_two_events_is_known_as_one(title, sentence):
    assert signature(sentence, title=title).roundup


def test_what_somebody_is_quoted_as_saying_makes_no_story_one_about_two_events():
    told = 'His mother said: "The first one was for luck, the second one was for us, and the two men never met."'
    assert not signature("A baker was found dead under his own oven in Trevanka on Friday, police said.", told).roundup


def test_a_verdict_is_told_as_a_trial():
    found = signature(
        "Two builders were found guilty on Friday over the roof of a market in Trevanka that killed nine last year.",
        "The judge accepted that they had saved on beams. They will be sentenced in June.",
    )
    assert found.genre == "trial"


def test_the_dead_who_are_counted_days_later_are_no_anniversary():
    found = signature("Rescuers found the last two dead of the Oldra mine on Friday, after 13 days, beside candles.")
    assert found.genre is None


@pytest.mark.parametrize("name", ["al-Qarnis", "el-Qarnis", "Qarnis"])
def test_a_name_with_an_article_in_small_letters_is_a_name(name):
    zone = read_zone(f"Four people died in {name} when a wall fell.", load_lexicon().threads)
    assert name_key("Qarnis") in zone.names
    assert name_key("Qarnis") in zone.sites


def test_a_day_since_which_something_lasts_is_not_the_day_of_the_event():
    found = signature("A wall that had leaned since Tuesday fell on a queue in Trevanka on Thursday, killing four.")
    assert [each.day for each in found.head.harm] == [datetime.date(2025, 5, 8)]
