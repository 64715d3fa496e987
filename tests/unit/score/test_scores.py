"""Precision and recall by field: what counts as right, as missed and as spurious."""

from dataclasses import replace

import pytest

from generator.model.gold import Gold, GoldClaim, GoldStatement, GoldToll
from generator.model.vocabulary import ClaimKind, Outcome
from generator.score.scores import Answer, score_answers


def scored(gold, *incidents, relevant=True):
    return score_answers([("x.txt", gold, Answer(relevant, incidents))])


def figures(scores, field):
    tally = scores.tallies[field]
    return tally.right, tally.found, tally.wanted


def test_a_document_without_an_answer_counts_as_empty(make):
    gold = Gold(relevant=True, places=(("Gao",),))
    scores = score_answers([("x.txt", gold, None)])
    assert (scores.documents, scores.unanswered) == (1, 1)
    assert figures(scores, "relevance") == (0, 0, 1)
    assert figures(scores, "places") == (0, 0, 1)


def test_a_field_that_was_not_read_is_not_scored(make):
    scores = scored(Gold(relevant=False), make.record(places=[("Gao", "city", "ML")]), relevant=False)
    assert set(scores.tallies) == {"relevance"}
    assert scores.tallies["relevance"].f1 == 0


def test_precision_and_recall_are_told_apart(make):
    gold = Gold(countries=(("ML",), ("NE", "NG")))
    record = make.record(places=[("Mali", "country", "ML"), ("Kano", "city", "NG"), ("Oslo", "city", "NO")])
    tally = scored(gold, record).tallies["countries"]
    assert (round(tally.precision), round(tally.recall), round(tally.f1)) == (67, 100, 80)
    (miss,) = tally.misses
    assert (miss.spurious, miss.value) == (True, "NO")


@pytest.mark.parametrize(
    ("found", "right"),
    [
        ("Gao", True),
        ("the Gao region", True),
        ("GAO", True),
        ("Gaoual", False),
        ("Ga", False),
    ],
)
def test_a_name_is_right_if_it_holds_the_accepted_one_as_whole_words(make, found, right):
    scores = scored(Gold(places=(("Gao",),)), make.record(places=[(found, "city", "ML")]))
    assert figures(scores, "places") == (int(right), 1, 1)


def test_saying_a_place_twice_is_no_fault_and_a_country_is_no_place(make):
    places = [("Gao", "city", "ML"), ("Gao region", "region", "ML"), ("Mali", "country", "ML")]
    assert figures(scored(Gold(places=(("Gao",),)), make.record(places=places)), "places") == (1, 1, 1)


def test_two_leading_types_of_a_record_count(make):
    record = make.record(types=("bombing", "armed-attack", "crime"))
    assert figures(scored(Gold(types=(("armed-attack",),)), record), "types") == (1, 2, 1)


def test_classes_of_types_are_compared_where_the_reading_names_classes(make):
    record = make.record(types=("assassination", "bombing"))
    assert figures(scored(Gold(types=(("attack",),), coarse=True), record), "types") == (1, 1, 1)


def test_parts_and_replaced_figures_do_not_enter_the_total(make):
    record = make.record(
        make.toll("a", "killed", 9),
        make.toll("b", "killed", 12, replaces="a"),
        make.toll("c", "killed", 3, part_of="b", category="children"),
    )
    scores = scored(Gold(killed=12), record)
    assert (scores.exact["killed"].right, scores.exact["killed"].all) == (1, 1)


def test_groups_that_are_counted_apart_are_added_up(make):
    record = make.record(
        make.toll("a", "killed", 17, category="security-forces"), make.toll("b", "killed", 31, category="civilians")
    )
    assert figures(scored(Gold(killed=48), record), "killed") == (1, 1, 1)


def test_a_total_of_none_is_exact_where_nothing_is_said_and_has_no_weight_in_f1(make):
    scores = scored(Gold(killed=0), make.record())
    assert scores.exact["killed"].percent == 100
    assert figures(scores, "killed") == (0, 0, 0)


def test_an_unreadable_total_is_not_scored(make):
    assert "killed" not in scored(Gold(killed=None), make.record()).exact


def test_the_speaker_is_scored_on_matched_tolls_alone(make):
    actors = [("diallo", "Awa Diallo", "official"), ("police", "police", "state-force")]
    record = make.record(
        make.toll("a", "killed", 4, by="diallo"), make.toll("b", "injured", 7, by="police"), actors=actors
    )
    gold = Gold(
        tolls=(
            GoldToll(Outcome.KILLED, 4, "Governor Diallo"),
            GoldToll(Outcome.INJURED, 7, "a doctor"),
            GoldToll(Outcome.MISSING, 2, "police"),
        )
    )
    scores = scored(gold, record)
    assert figures(scores, "tolls") == (2, 2, 3)
    assert (scores.speakers.right, scores.speakers.all) == (1, 2)


def test_vague_figures_match_vague_ones(make):
    scores = scored(Gold(tolls=(GoldToll(Outcome.KILLED, None),)), make.record(make.toll("a", "killed", None)))
    assert figures(scores, "tolls") == (1, 1, 1)


def test_background_figures_are_told_apart_from_news(make):
    past = replace(make.toll("b", "killed", 26), kind=ClaimKind.BACKGROUND)
    gold = Gold(tolls=(GoldToll(Outcome.KILLED, 4),), background=(GoldToll(Outcome.KILLED, 26),))
    scores = scored(gold, make.record(make.toll("a", "killed", 4), past))
    assert (figures(scores, "tolls"), figures(scores, "background")) == ((1, 1, 1), (1, 1, 1))
    mistaken = scored(gold, make.record(make.toll("a", "killed", 4), make.toll("b", "killed", 26)))
    assert (figures(mistaken, "tolls"), figures(mistaken, "background")) == ((1, 2, 1), (0, 0, 1))


def test_a_claim_needs_its_kind_and_its_words(make):
    gold = Gold(claims=(GoldClaim(ClaimKind.DENIAL, "The army denied that it was there"),))
    right = make.speech("denial", "The army denied that it was there, a spokesman said.")
    wrong = make.speech("warning", "The army denied that it was there, a spokesman said.")
    assert figures(scored(gold, make.record(right)), "claims") == (1, 1, 1)
    assert figures(scored(gold, make.record(wrong)), "claims") == (0, 1, 1)


def test_a_statement_needs_its_speaker_and_half_of_its_words(make):
    actors = [("diallo", "Awa Diallo", "official")]
    gold = Gold(statements=(GoldStatement("Diallo", "nobody had been warned of the raid"),))
    said = make.speech("statement", '"nobody had been warned of the raid", Diallo said', by="diallo")
    other = make.speech("statement", "the road is open again to traffic", by="diallo")
    own = make.speech("statement", "nobody had been warned of the raid")
    assert figures(scored(gold, make.record(said, other, actors=actors)), "statements") == (1, 2, 1)
    assert figures(scored(gold, make.record(own)), "statements") == (0, 0, 1)


def test_stated_claimed_and_accused_perpetrators_count_once_each(make):
    actors = [("front", "Red Front", "armed-group"), ("army", "army", "state-force"), ("men", "gunmen", "crowd")]
    record = make.record(
        make.event(perpetrators=("men",)),
        make.speech("responsibility", "It was us.", by="front"),
        make.speech("accusation", "It was the army.", by="front", who=("army",)),
        actors=actors,
    )
    gold = Gold(perpetrators=(("gunmen",), ("Red Front",), ("army",)), claimed_by=(("Red Front",),))
    scores = scored(gold, record)
    assert figures(scores, "perpetrators") == (3, 3, 3)
    assert figures(scores, "claimed_by") == (1, 1, 1)


def test_unorganised_perpetrators_are_left_out_where_the_reading_names_bodies_alone(make):
    record = make.record(make.event(perpetrators=("men",)), actors=[("men", "gunmen", "crowd")])
    assert figures(scored(Gold(perpetrators=(), organised=True), record), "perpetrators") == (0, 0, 0)


@pytest.mark.parametrize(
    ("start", "end", "hit"),
    [
        ("2026-03-04", None, True),
        ("2026-03-01", "2026-03-05", True),
        ("2026-03-01", "2026-03-09", False),
        ("2026-03", None, False),
        (None, None, False),
    ],
)
def test_a_day_hits_if_the_record_begins_or_ends_inside_the_range(make, start, end, hit):
    scores = scored(Gold(dates=(("2026-03-04", "2026-03-05"),)), make.record(start=start, end=end))
    assert (scores.dates.right, scores.dates.all) == (int(hit), 1)
    assert len(scores.misses("date")) == 1 - hit
