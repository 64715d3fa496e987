"""What a story is weighed by, and that anybody can see it."""

from collections.abc import Callable

import pytest

from generator.assemble.types import judge
from generator.assemble.weighing import score, weigh_types
from generator.extract.stories import read_story
from generator.lexicon.lexicon import Lexicon, load_lexicon
from generator.model.vocabulary import EventType
from generator.pipeline.extraction import Extraction


def test_the_verdict_is_the_sum_of_what_was_weighed(extract: Callable[..., Extraction]) -> None:
    verdict = extract("Gunmen opened fire on a minibus near Haldun, killing nine.").assembly.verdict
    assert verdict is not None
    assert verdict.relevant is (sum(weight for _, weight in verdict.weighed) > 0)
    assert verdict.types == tuple(kind for kind, _ in verdict.scores[:1])


def test_earlier_events_are_not_weighed_for_the_type(extract: Callable[..., Extraction]) -> None:
    verdict = extract("A ferry capsized near Haldun. In 2019 a car bomb with explosives killed two.").assembly.verdict
    assert verdict is not None
    assert [kind for kind, _ in verdict.scores] == ["transport-accident"]


def test_words_of_incidents_never_speak_against_one() -> None:
    lexicon = load_lexicon()
    kinds = {kind.value for kind in lexicon.events.incidents} | {"misfortune"}
    worst = min(weight for name, weight in lexicon.weights.relevance.items() if name.partition(":")[0] in kinds)
    assert worst > 0


def test_features_without_a_weight_count_for_nothing() -> None:
    assert score({"known": 2.0, "unknown": 5.0}, {"known": 1.5}) == 3.0


def test_a_headline_tells_the_type_of_a_story_that_begins_elsewhere(
    lexicon: Lexicon, extract: Callable[..., Extraction]
) -> None:
    story = extract("The lists hang in the town hall. Nobody there had slept.")
    readings = read_story(story.document, story.layout, lexicon)
    assert judge(readings, lexicon).types == (EventType.OTHER,)
    assert judge(readings, lexicon, title="Kolvari landslide: the search goes on").types == (
        EventType.NATURAL_DISASTER,
    )


def test_words_that_go_with_a_type_tell_it_where_no_phrase_does(extract: Callable[..., Extraction]) -> None:
    verdict = extract(
        "The coach from Kolvari skidded in sleet, slid off the motorway and lay on its roof. "
        "Four passengers were killed, and the driver of a lorry behind it was hurt."
    ).assembly.verdict
    assert verdict is not None
    assert verdict.types == (EventType.TRANSPORT_ACCIDENT,)


def test_hints_below_the_story_s_first_part_say_nothing(lexicon: Lexicon, extract: Callable[..., Extraction]) -> None:
    filler = " ".join("The clerk spoke of paper." for _ in range(12))
    story = extract(f"{filler} The coach skidded off the motorway, and its driver and passengers lay in the ravine.")
    readings = read_story(story.document, story.layout, lexicon)
    row = weigh_types(readings, "", lexicon.events).get(EventType.TRANSPORT_ACCIDENT, {})
    assert not [name for name in row if name.endswith("hints")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param(
            "A candidate for governor was shot dead by gunmen in Kolvari. The attack shocked the town.",
            EventType.ASSASSINATION,
            id="a public person killed",
        ),
        pytest.param(
            "Military jets bombed a school near Kolvari. The attack came at dawn, and troops opened fire.",
            EventType.AIR_STRIKE,
            id="bombs from the air",
        ),
        pytest.param(
            "Rebels clashed with soldiers near Kolvari. Gunmen opened fire on a post, and nine were shot dead.",
            EventType.ARMED_CLASH,
            id="two sides",
        ),
    ],
)
def test_the_sharper_type_stands_where_the_lede_tells_it(
    extract: Callable[..., Extraction], text: str, kind: EventType
) -> None:
    verdict = extract(text).assembly.verdict
    assert verdict is not None
    assert verdict.types[0] is kind
