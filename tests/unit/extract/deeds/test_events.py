"""Words that tell what kind of event a story is about, and how far it came."""

from collections.abc import Callable

import pytest

from generator.extract.deeds.events import find_events
from generator.extract.prose.matching import Prose
from generator.lexicon.lexicon import Lexicon
from generator.model.mention import EventMention

Find = Callable[[str], tuple[EventMention, ...]]


@pytest.fixture
def events(prose: Callable[[str], Prose], lexicon: Lexicon) -> Find:
    return lambda text: find_events(prose(text), lexicon)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("Gunmen opened fire on a minibus.", "armed-attack", id="gunmen"),
        pytest.param("A car bomb went off by the courthouse.", "bombing", id="car-bomb"),
        pytest.param("A drone strike hit a grain store.", "air-strike", id="drone-strike"),
        pytest.param("Rival militias exchanged fire.", "armed-clash", id="exchange-of-fire"),
        pytest.param("Bandits kidnapped two nurses.", "abduction", id="kidnap"),
        pytest.param("Two men hijacked a bus.", "hijacking", id="hijack"),
        pytest.param("Vandals torched the depot.", "arson", id="torched"),
        pytest.param("Teachers took to the streets.", "protest", id="streets"),
        pytest.param("Rioters threw stones.", "riot", id="rioters"),
        pytest.param("An earthquake shook the coast.", "natural-disaster", id="earthquake"),
        pytest.param("A cyclone tore off roofs.", "severe-weather", id="cyclone"),
        pytest.param("A ferry capsized at dawn.", "transport-accident", id="ferry"),
        pytest.param("A gas leak poisoned two cooks.", "industrial-accident", id="gas-leak"),
        pytest.param("A cholera outbreak spread.", "epidemic", id="cholera"),
        pytest.param("The court convicted a banker.", "justice", id="court"),
        pytest.param("The striker scored a late goal.", "other", id="football"),
    ],
)
def test_the_strongest_word_tells_the_type(events: Find, text: str, kind: str) -> None:
    assert max(events(text), key=lambda event: event.weight).type == kind


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        pytest.param("Gunmen attacked a post.", None, id="accomplished"),
        pytest.param("Police foiled a bombing.", "foiled", id="foiled"),
        pytest.param("Guards thwarted an attempted kidnapping.", "attempted", id="attempted"),
        pytest.param("The gang threatened to bomb the mill with explosives.", "threatened", id="threatened"),
    ],
)
def test_an_event_that_did_not_come_about_says_so(events: Find, text: str, stage: str | None) -> None:
    assert {event.stage for event in events(text)} == {stage}


@pytest.mark.parametrize(
    "text", ["The library opens early.", "Bombay gin sold well."], ids=["library", "part-of-a-word"]
)
def test_a_sentence_without_event_words_has_none(events: Find, text: str) -> None:
    assert events(text) == ()


def test_an_event_word_stands_where_it_says(events: Find) -> None:
    text = "On the quay a car bomb went off."
    assert "car bomb" in [event.span.of(text) for event in events(text)]
