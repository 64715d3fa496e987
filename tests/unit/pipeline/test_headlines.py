"""What headlines name."""

import pytest

from generator.pipeline import headlines
from generator.pipeline.headlines import HeadlineReader, find_mentions


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Reopening of Gaza's Rafah crossing expected Monday", {"gaza strip", "rafah"}),
        ("Winter storm death toll in United States reaches 90", {"US"}),
        ("US government starts likely brief shutdown as House fails to approve deal", {"US"}),
        ("Thousands demonstrate in Minnesota and across US to protest ICE", {"US", "minnesota"}),
        ("Israeli strikes kill 26 in Gaza, health officials say", {"gaza strip"}),
        ("Türkiye’s parliament votes", {"TR"}),
        ("UK court jails man", {"GB"}),
    ],
)
def test_a_headlines_places_are_found_with_and_without_a_preposition(text, keys, lexicon):
    assert {key for key, _ in find_mentions(text, lexicon).places} == keys


@pytest.mark.parametrize(
    "text", ["Let us go in peace", "Thousands demonstrate against new law", "House fails to approve deal", ""]
)
def test_a_headline_without_a_place_has_none(text, lexicon):
    assert find_mentions(text, lexicon).places == ()


def test_a_country_is_shown_by_its_name_whatever_the_headline_calls_it(lexicon):
    assert dict(find_mentions("US strikes hit Iranian port", lexicon).places) == {"US": "United States"}


def test_a_country_that_a_headline_tells_by_its_people_is_a_nation_and_no_place(lexicon):
    found = find_mentions("Israeli strikes kill 26 in Gaza, Israeli army says", lexicon)
    assert dict(found.nations) == {"IL": "Israel"}
    assert "IL" not in dict(found.places)


def test_a_country_named_and_told_by_its_people_is_its_place_alone(lexicon):
    found = find_mentions("Iranian police kill three in Iran", lexicon)
    assert dict(found.places) == {"IR": "Iran"}
    assert found.nations == ()


def test_a_headlines_parties_and_named_speakers_are_found(lexicon):
    actors = dict(find_mentions("BLA behind blast, Bugti says", lexicon).actors)
    assert actors["bla"] == "Baloch Liberation Army"
    assert actors["bugti"] == "Bugti"


def test_a_text_is_read_once_however_many_incidents_carry_it(extracted, lexicon, monkeypatch):
    story = "A car bomb killed 12 people in Kabul on Monday, police said.\n\nRelated:\n- Storm hits Ohio again\n"
    first, second = extracted(story), extracted(story.replace("12", "13"))
    calls = []
    monkeypatch.setattr(headlines, "find_mentions", lambda text, _: calls.append(text) or find_mentions(text, lexicon))
    reader = HeadlineReader(lexicon)
    found = reader.read([first, second])
    reader.read([second])
    assert "Storm hits Ohio again" in found
    assert len(calls) == len(set(calls)) == len(found)


@pytest.mark.parametrize(
    ("text", "kind", "tolls"),
    [
        ("Bomb kills nine soldiers near Kresk", "bombing", [("killed", 9)]),
        ("Quake toll in Chile reaches 40", "natural-disaster", [("killed", 40)]),
        ("Six hurt in prison riot near Asuncion", "riot", [("injured", 6)]),
        ("Bus crash in Peru leaves 14 dead", "transport-accident", [("killed", 14)]),
        ("Central bank holds rate at 9 percent", None, []),
        ("Striker scores twice as Rovers win cup final", None, []),
    ],
)
def test_a_headline_gives_a_small_record_of_its_own(text, kind, tolls, lexicon):
    found = find_mentions(text, lexicon)
    assert (found.type, [(toll.outcome.value, toll.count) for toll in found.tolls]) == (kind, tolls)


def test_a_figure_that_a_headline_denies_is_no_toll(lexicon):
    assert find_mentions("Army denies 12 civilians were killed in Kresk", lexicon).tolls == ()


def test_a_headline_of_which_hints_alone_tell_has_their_type(lexicon):
    assert find_mentions("Three hurt as grenade is thrown at Marvik shop", lexicon).type is not None
