"""Incidents that hang together; all events and names are invented."""

import datetime
import itertools

import pytest

from generator.lexicon.chains import read_chains
from generator.lexicon.lexicon import load_lexicon
from generator.link.relations import MOST, find_ties
from generator.model.claim import Claim, Party, Said, Toll
from generator.model.incident import Actor, Dates, Incident, Place, SourceDocument, Status, Title
from generator.model.partialdate import PartialDate
from generator.model.span import Citation, Span
from generator.model.story import Story
from generator.model.tie import TieKind
from generator.model.vocabulary import ActorType, ClaimKind, EventType, Origin, Outcome, PlaceLevel

AT = Citation.parse("d1:0-5")


def incident(name, place, day, *, dead=None, by=None, operation=None, status=None):
    """An attack at a place, on a day, with so many dead, for which a group claims responsibility."""
    actors = (Actor("by", by, ActorType.ARMED_GROUP, AT),) if by else ()
    claims = []
    if dead:
        claims.append(Claim("killed", ClaimKind.TOLL, Said("document"), "quote", AT, Toll(Outcome.KILLED, dead)))
    if by:
        party = Party(("by",), operation=operation)
        claims.append(Claim("by-responsibility", ClaimKind.RESPONSIBILITY, Said("by"), "quote", AT, party))
    return Incident(
        name,
        Title(f"Attack in {place}", Origin.DOCUMENT),
        (EventType.ARMED_ATTACK,),
        Dates(start=PartialDate.parse(day) if day else None),
        (SourceDocument("d1", f"{name}.txt", f"{name:0<64}", 100, Span(0, 100)),),
        status=status,
        actors=actors,
        places=(Place("p", place, PlaceLevel.CITY, AT, country="PK"),),
        claims=tuple(claims),
    )


def story(name, published, *sentences):
    return {f"{name:0<64}": Story(sentences, published=datetime.date.fromisoformat(published))}


@pytest.fixture(scope="module")
def ties():
    lexicon = load_lexicon().threads

    def find(*incidents, stories=None):
        found = find_ties(incidents, stories or {}, read_chains(), lexicon)
        return {name: [(tie.other, tie.kind, tie.why) for tie in each] for name, each in found.items()}

    return find


RAID = incident("raid", "Orvanka", "2025-05-05", dead=7)
STRIKE = incident("strike", "Tollenberg", "2025-05-09")


@pytest.mark.parametrize(
    "sentence",
    [
        "The jets struck Tollenberg in response to Monday's raid on Orvanka.",
        "The strike was in retaliation for the killing of 7 people in Orvanka, the army said.",
        "It was sparked by the attack on Orvanka on May 5.",
    ],
    ids=["weekday", "figure", "date"],
)
def test_an_answer_that_names_place_and_day_or_dead_of_another_incident_is_tied_both_ways(ties, sentence):
    found = ties(RAID, STRIKE, stories=story("strike", "2025-05-09", sentence))
    assert [(other, kind) for other, kind, _ in found["strike"]] == [("raid", TieKind.RESPONSE)]
    assert [(other, kind) for other, kind, _ in found["raid"]] == [("strike", TieKind.ANSWERED)]
    assert found["strike"][0][2][0] == "Orvanka"


@pytest.mark.parametrize(
    "sentence",
    [
        "The jets struck in response to an attack on Orvanka.",
        "The jets struck in response to Tuesday's raid on Orvanka.",
        "The jets struck in response to Monday's raid on Harvik.",
        "Orvanka was quiet on Monday, a resident said.",
    ],
    ids=["neither-day-nor-dead", "another-day", "another-place", "no-answer"],
)
def test_an_answer_to_something_else_ties_nothing(ties, sentence):
    assert ties(RAID, STRIKE, stories=story("strike", "2025-05-09", sentence)) == {}


def test_an_earlier_event_that_a_story_recalls_is_tied_as_background(ties):
    told = "The strike came four days after the raid on Orvanka in which 7 people died."
    found = ties(RAID, STRIKE, stories=story("strike", "2025-05-09", told))
    assert [(other, kind) for other, kind, _ in found["strike"]] == [("raid", TieKind.BACKGROUND)]
    assert [(other, kind) for other, kind, _ in found["raid"]] == [("strike", TieKind.FOLLOWED)]


def test_of_two_incidents_that_a_sentence_may_mean_neither_is_tied(ties):
    twin = incident("twin", "Orvanka", "2025-05-05", dead=9)
    told = "The jets struck in response to Monday's raid on Orvanka."
    found = ties(RAID, twin, STRIKE, stories=story("strike", "2025-05-09", told))
    assert "strike" not in found


def test_a_shared_operation_group_or_town_ties_and_the_closest_kind_stands_alone(ties):
    one = incident("one", "Orvanka", "2025-05-05", by="Front of the Green Hills", operation="Hammer")
    two = incident("two", "Orvanka", "2025-05-07", by="Front of the Green Hills", operation="HAMMER")
    three = incident("three", "Tollenberg", "2025-05-08", by="Front of the Green Hills")
    four = incident("four", "Tollenberg", "2025-05-09")
    found = ties(one, two, three, four)
    assert [(other, kind) for other, kind, _ in found["one"]] == [
        ("two", TieKind.OPERATION),
        ("three", TieKind.ACTOR),
    ]
    assert [(other, kind) for other, kind, _ in found["four"]] == [("three", TieKind.PLACE)]


def test_a_town_ties_no_incidents_that_are_far_apart_or_of_unknown_day(ties):
    later = incident("later", "Orvanka", "2027-05-05")
    undated = incident("undated", "Orvanka", None)
    assert ties(RAID, later, undated) == {}


def test_a_town_of_many_incidents_shows_the_nearest_ones(ties):
    days = [incident(f"i{number:02}", "Orvanka", f"2025-05-{number:02}") for number in range(1, 21)]
    found = ties(*days)
    assert all(len(each) == MOST for each in found.values())
    assert {other for other, _, _ in found["i10"]} == {"i08", "i09", "i11", "i12"}


def test_a_merged_or_withdrawn_incident_is_tied_to_nothing(ties):
    gone = incident("gone", "Orvanka", "2025-05-06", status=Status(withdrawn="wrong"))
    assert ties(RAID, gone) == {}


def test_the_order_of_the_records_makes_no_difference(ties):
    records = (RAID, STRIKE, incident("two", "Orvanka", "2025-05-07"), incident("three", "Tollenberg", "2025-05-12"))
    told = story("strike", "2025-05-09", "The jets struck in response to Monday's raid on Orvanka.")
    assert len({repr(ties(*order, stories=told)) for order in itertools.permutations(records)}) == 1
