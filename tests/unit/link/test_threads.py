"""Stories with invented events, written for these tests."""

import datetime

import pytest

from generator.lexicon.lexicon import load_lexicon
from generator.link.gathering import ThreadWeights
from generator.link.signatures import read_signature
from generator.link.threads import StoryIndex, find_threads
from generator.model.incident import Dates, Incident, SourceDocument, Title
from generator.model.span import Span
from generator.model.story import Story
from generator.model.vocabulary import EventType, Origin

FIRST = Story(
    (
        "A roof collapsed over a wool market in Trevanka on Monday, killing at least six people, police said.",
        "The roof came down at about 9:30 a.m., when carders from Oldra weighed fleece, captain Ivo Lamsdorf said.",
    ),
    title="Roof of wool market collapses in Trevanka, six dead",
    published=datetime.date(2025, 5, 5),
)
SECOND = Story(
    (
        "The toll of Monday's roof collapse at the Trevanka wool market has risen to nine, captain Ivo Lamsdorf said.",
        "Three carders died of their injuries overnight. The market had passed an inspection in the spring.",
    ),
    title="Trevanka wool market: toll rises to nine",
    published=datetime.date(2025, 5, 6),
)
NEAR = Story(
    (
        "A tram left the rails in Trevanka on Thursday, killing four passengers, three days after the roof of the wool "
        "market there collapsed.",
        "The tram was on its way to the Salt Gate when it overturned, tram company head Berta Quill said.",
    ),
    title="Tram overturns in Trevanka, four dead",
    published=datetime.date(2025, 5, 8),
)
TRIAL = Story(
    (
        "Two builders went on trial in Trevanka on Wednesday, accused over the roof collapse that killed nine at the "
        "wool market last year.",
        "The defendants pleaded not guilty. The verdict is expected in July.",
    ),
    title="Two builders on trial over Trevanka market roof",
    published=datetime.date(2026, 5, 13),
)


AGAIN = Story(
    (
        "A second roof collapse in Trevanka within a week killed two people at a tannery on Saturday, police said.",
        "Captain Ivo Lamsdorf said the snow had lain on the roof of the tannery in Oldra Street since Tuesday.",
    ),
    title="Another roof collapse in Trevanka: two dead at tannery",
    published=datetime.date(2025, 5, 10),
)
BOTH = Story(
    (
        "Two accidents in four days have left Trevanka with thirteen dead: nine under the roof of its wool market and "
        "four in a tram that overturned on Thursday.",
        "Between the two lie a mile and the Salt Gate, where carders from Oldra and passengers of the tram are buried.",
    ),
    title="Wool market and tram: two accidents shake Trevanka",
    published=datetime.date(2025, 5, 9),
)
TRAM_AGAIN = Story(
    (
        "The driver of the tram that overturned near the Salt Gate in Trevanka on Thursday has been questioned, tram "
        "company head Berta Quill said.",
        "Four passengers were killed. The tram was going at twice the speed allowed.",
    ),
    title="Trevanka: driver of overturned tram questioned",
    published=datetime.date(2025, 5, 9),
)


@pytest.fixture(scope="module")
def weights():
    known = load_lexicon().threads
    return ThreadWeights(known.weights, known.same, known.unsure)


@pytest.fixture(scope="module")
def signatures():
    lexicon = load_lexicon().threads

    def read(*stories):
        found = []
        for number, story in enumerate(stories):
            document = SourceDocument("d1", f"{number}.txt", f"{number:064d}", 100, Span(0, 100))
            kinds = (EventType.INDUSTRIAL_ACCIDENT,)
            incident = Incident(str(number), Title("", Origin.GENERATED), kinds, Dates(), (document,))
            found.append(read_signature(incident, story, lexicon))
        return found

    return read


@pytest.fixture(scope="module")
def group(signatures, weights):
    return lambda *stories, **more: find_threads(signatures(*stories), weights, **more)


def test_a_later_toll_of_the_same_event_joins_it(group):
    assert group(FIRST, SECOND).groups == (("0", "1"),)


def test_another_accident_in_the_same_town_stays_apart(group):
    assert group(FIRST, SECOND, NEAR).groups == (("0", "1"), ("2",))


def test_the_trial_stays_apart(group):
    assert group(FIRST, SECOND, TRIAL).groups == (("0", "1"), ("2",))


def test_a_second_event_of_the_same_sort_in_the_same_town_stays_apart(group):
    assert group(FIRST, SECOND, AGAIN).groups == (("0", "1"), ("2",))


def test_a_story_about_two_events_stands_beside_both_and_does_not_make_them_one(group):
    threads = group(FIRST, SECOND, NEAR, TRAM_AGAIN, BOTH)
    homes = [set(members) for members in threads.groups if "4" in members] + [set(each) for each in threads.beside["4"]]
    assert sorted(map(sorted, homes)) in ([["0", "1", "4"], ["2", "3"]], [["0", "1"], ["2", "3", "4"]])


def test_what_brought_stories_together_is_told(group):
    (reasons,) = group(FIRST, SECOND).reasons.values()
    assert "Trevanka" in reasons


def test_what_stands_in_one_record_stays_together_whatever_it_says(group):
    assert group(FIRST, NEAR, held={"0": "a", "1": "a"}).groups == (("0", "1"),)


def test_what_stands_in_two_records_stays_apart(group):
    assert group(FIRST, SECOND, held={"0": "a", "1": "b"}).groups == (("0",), ("1",))


def test_what_is_new_joins_one_of_two_records_and_never_makes_them_one(group):
    threads = group(FIRST, FIRST, SECOND, held={"0": "a", "1": "b"})
    assert len(threads.groups) == 2
    assert any(len(members) == 2 for members in threads.groups)


def test_what_speaks_against_two_stories_telling_of_one_incident_is_told(signatures, weights):
    index = StoryIndex(weights)
    index.update({each.id: each for each in signatures(SECOND, TRIAL)})
    assert "a trial, an inquiry or a memorial in one alone" in index.objections("0", "1")
    index.update({each.id: each for each in signatures(FIRST, SECOND)})
    assert index.objections("0", "1") == ()
