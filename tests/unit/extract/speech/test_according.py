"""Speech that a phrase and no verb reports."""

from collections.abc import Callable

import pytest

from generator.model.reading import SentenceReading

Read = Callable[[str], SentenceReading]


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        pytest.param("According to the mayor, the bridge fell.", "mayor", "the bridge fell.", id="according"),
        pytest.param("In the mayor's words, the town is finished.", "mayor", "the town is finished.", id="words"),
        pytest.param("By his own account, he fled at dawn.", "he", "he fled at dawn.", id="own-account"),
        pytest.param("Forty huts burned, by the hospital's count.", "hospital", "Forty huts burned", id="count"),
        pytest.param("Nine people died, per police.", "police", "Nine people died", id="per"),
        pytest.param("The boat sank, in the view of the police.", "police", "The boat sank", id="view-of"),
    ],
)
def test_the_one_whose_account_it_is_speaks(reading: Read, text: str, speaker: str, said: str) -> None:
    (attribution,) = reading(text).attributions
    assert attribution.source is not None
    assert attribution.source.name == speaker
    assert [content.of(text) for content in attribution.contents] == [said]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("He died in his mother's view.", id="no-comma"),
        pytest.param("Nine people died per week.", id="per-week"),
        pytest.param("The town lies in the valley's view.", id="valley"),
    ],
)
def test_a_view_that_is_no_opinion_reports_nothing(reading: Read, text: str) -> None:
    assert reading(text).attributions == ()


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        pytest.param(
            "The ministry's claim that no boat sank could not be checked.", "ministry", "no boat sank", id="claim"
        ),
        pytest.param(
            "There was confirmation from the army that four men had drowned.",
            "army",
            "four men had drowned.",
            id="confirmation",
        ),
        pytest.param(
            "The guard's statement that it had sunk two boats was mocked in the port.",
            "guard",
            "it had sunk two boats",
            id="up-to-the-verb-of-the-sentence",
        ),
    ],
)
def test_a_noun_reports_what_its_owner_says(reading: Read, text: str, speaker: str, said: str) -> None:
    found = [a for a in reading(text).attributions if a.rule == "saying"]
    assert [(a.source and a.source.name, [c.of(text) for c in a.contents]) for a in found] == [(speaker, [said])]


def test_a_noun_without_an_owner_reports_nothing(reading: Read) -> None:
    assert reading("The claim that no boat sank is old.").attributions == ()


def test_the_words_on_either_side_of_a_source_are_its_own(reading: Read) -> None:
    text = "Six people, according to the coastguard, were hurt when the mast fell."
    (attribution,) = reading(text).attributions
    assert [content.of(text) for content in attribution.contents] == ["Six people", "were hurt when the mast fell."]
