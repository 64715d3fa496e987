"""Where the speaker's noun phrase begins and ends, appositions and relative clauses included."""

from collections.abc import Callable

import pytest

from generator.extract.prose.matching import Prose
from generator.extract.speech.asides import closing_name
from generator.extract.speech.openers import subject_of
from generator.extract.speech.sources import source_before, source_behind
from generator.lexicon.lexicon import Lexicon


def words(sentence: Prose, start: int, end: int) -> str:
    return sentence.text[sentence.words[start].start : sentence.words[end - 1].end] if end > start else ""


def index(sentence: Prose, word: str) -> int:
    return next(number for number, other in enumerate(sentence.words) if other.text == word)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        pytest.param("The army said the road was open.", "The army", id="body"),
        pytest.param("Haldun police chief Joren Vask said it rained.", "Haldun police chief Joren Vask", id="title"),
        pytest.param("Amina Sorel, a nurse, said it rained.", "Amina Sorel, a nurse", id="apposition"),
        pytest.param("Ilan Petrak, 54, said it rained.", "Ilan Petrak, 54", id="age"),
        pytest.param(
            "The head of the guard, Joren Vask, said so.", "The head of the guard, Joren Vask", id="name-behind"
        ),
        pytest.param("After the flood the mayor said it rained.", "the mayor", id="opening-phrase"),
        pytest.param("A doctor at the clinic said it rained.", "A doctor at the clinic", id="place-phrase"),
        pytest.param("Lt. Col. Joren Vask said it rained.", "Lt. Col. Joren Vask", id="ranks-with-full-stops"),
        pytest.param("Then she said it rained.", "she", id="pronoun"),
    ],
)
def test_the_source_in_front_of_its_verb(
    prose: Callable[[str], Prose], lexicon: Lexicon, text: str, source: str
) -> None:
    sentence = prose(text)
    first, end = source_before(sentence, index(sentence, "said"), lexicon)
    assert words(sentence, first, end) == source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        pytest.param("It rained, said the mayor.", "the mayor", id="body"),
        pytest.param("It rained, said Amina Sorel, a nurse.", "Amina Sorel, a nurse", id="apposition"),
        pytest.param("It rained, said Ilan Petrak, 54, the mayor.", "Ilan Petrak, 54, the mayor", id="age"),
        pytest.param("It rained, said Amina Sorel, who fled.", "Amina Sorel", id="relative-clause"),
        pytest.param("It rained, said Amina Sorel, adding that she fled.", "Amina Sorel", id="adding"),
        pytest.param("It rained, said Amina Sorel on Friday.", "Amina Sorel", id="day"),
    ],
)
def test_the_source_behind_its_verb(prose: Callable[[str], Prose], lexicon: Lexicon, text: str, source: str) -> None:
    sentence = prose(text)
    start = index(sentence, "said") + 1
    end = source_behind(sentence, start, lexicon)
    found = words(sentence, start, end)
    assert found.removesuffix(" on Friday") == source


def test_a_participle_takes_the_party_that_opens_the_sentence(prose: Callable[[str], Prose], lexicon: Lexicon) -> None:
    sentence = prose("The Red Hand left the talks, accusing its rivals of fraud.")
    source = subject_of(sentence, index(sentence, "accusing"), lexicon)
    assert source is not None
    assert source.name == "Red Hand"


def test_a_sentence_that_opens_with_a_thing_lends_no_speaker(prose: Callable[[str], Prose], lexicon: Lexicon) -> None:
    sentence = prose("Slowly the water rose, drowning cattle.")
    assert subject_of(sentence, index(sentence, "drowning"), lexicon) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("It was a charge Kenya rejected.", "Kenya", id="country"),
        pytest.param("It was a charge nobody rejected.", None, id="nobody"),
        pytest.param("It was a charge Mirov rejected.", None, id="unknown-name"),
    ],
)
def test_a_known_party_may_close_the_phrase_in_front_of_the_verb(
    prose: Callable[[str], Prose], lexicon: Lexicon, text: str, name: str | None
) -> None:
    sentence = prose(text)
    found = closing_name(sentence, index(sentence, "a"), index(sentence, "rejected"), lexicon)
    assert (found.name if found is not None else None) == name
