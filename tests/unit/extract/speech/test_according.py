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
