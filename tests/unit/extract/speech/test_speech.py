"""What is said, on which day and on what occasion."""

from collections.abc import Callable

import pytest

from generator.extract.places.dates import find_days
from generator.extract.prose.matching import Prose
from generator.extract.speech.attribution import find_attributions
from generator.lexicon.lexicon import Lexicon
from generator.model.mention import Attribution
from generator.read.normalise import fold

Find = Callable[[str], tuple[Attribution, ...]]


@pytest.fixture
def speeches(prose: Callable[[str], Prose], lexicon: Lexicon) -> Find:
    def find(text: str) -> tuple[Attribution, ...]:
        sentence = prose(text)
        return find_attributions(sentence, find_days(sentence, lexicon), lexicon)

    return find


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        pytest.param("The mayor said the bridge fell.", ["the bridge fell."], id="behind"),
        pytest.param("The mayor said that the bridge fell.", ["the bridge fell."], id="that"),
        pytest.param("The bridge fell, the mayor said.", ["The bridge fell"], id="in-front"),
        pytest.param("“The bridge fell,” said the mayor.", ['"The bridge fell,"'], id="inverted"),
        pytest.param(
            "“We heard it fall,” the mayor said, “and then it was quiet.”",
            ['"We heard it fall,"', '"and then it was quiet."'],
            id="both-sides",
        ),
        pytest.param("Fourteen are missing, according to the mayor.", ["Fourteen are missing"], id="according-behind"),
        pytest.param("The mayor told reporters that the bridge fell.", ["the bridge fell."], id="hearer-left-out"),
        pytest.param("Asked about it, the mayor said the bridge fell.", ["the bridge fell."], id="opening-left-out"),
    ],
)
def test_the_content_is_what_was_said_and_nothing_around_it(speeches: Find, text: str, contents: list[str]) -> None:
    (speech,) = speeches(text)
    assert [content.of(fold(text)) for content in speech.contents] == contents


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param("The mayor said on Sunday the bridge fell.", "Sunday", id="behind-the-verb"),
        pytest.param("The mayor on Sunday said the bridge fell.", "Sunday", id="in-front-of-the-verb"),
        pytest.param("The bridge fell, the mayor said on Sunday.", "Sunday", id="at-the-end"),
        pytest.param("The bridge fell on Friday, the mayor said on Sunday.", "Sunday", id="not-the-day-of-the-deed"),
        pytest.param("The mayor said in a statement on Sunday that the bridge fell.", "Sunday", id="with-an-occasion"),
        pytest.param("The army denied on Sunday that it fired.", "Sunday", id="denial"),
        pytest.param("The mayor said the bridge fell on Sunday.", None, id="day-of-the-deed-alone"),
        pytest.param("The mayor said the bridge was built in 2019.", None, id="year-of-the-deed"),
    ],
)
def test_the_day_of_speaking_is_not_the_day_of_the_deed(speeches: Find, text: str, day: str | None) -> None:
    (speech,) = speeches(text)
    assert (speech.day.text if speech.day is not None else None) == day


@pytest.mark.parametrize(
    ("text", "via"),
    [
        pytest.param("The army said in a statement that it withdrew.", "in a statement", id="statement"),
        pytest.param(
            "The mayor said at a press conference in Haldun that it rained.",
            "at a press conference in Haldun",
            id="press",
        ),
        pytest.param("The mayor told reporters that it rained.", "reporters", id="reporters"),
        pytest.param("The mayor said that it rained.", None, id="none"),
    ],
)
def test_the_occasion_of_speaking(speeches: Find, text: str, via: str | None) -> None:
    (speech,) = speeches(text)
    assert (speech.via.of(text) if speech.via is not None else None) == via


@pytest.mark.parametrize(
    ("text", "form"),
    [
        pytest.param("“The bridge fell,” the mayor said.", "direct", id="direct"),
        pytest.param("The mayor said the bridge fell.", "indirect", id="indirect"),
        pytest.param("The mayor said the bridge was “a death trap” for years.", "mixed", id="mixed"),
    ],
)
def test_the_form_tells_whose_words_they_are(speeches: Find, text: str, form: str) -> None:
    assert [speech.form for speech in speeches(text)] == [form]


def test_earlier_speech_is_told_by_the_pluperfect(speeches: Find) -> None:
    assert [speech.earlier for speech in speeches("The army had said the road was open.")] == [True]
    assert [speech.earlier for speech in speeches("The army said the road was open.")] == [False]
