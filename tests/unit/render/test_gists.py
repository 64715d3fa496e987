"""What a claim says, in a few words."""

import pytest

from generator.model.claim import Toll
from generator.model.vocabulary import Bound, Outcome
from generator.render.phrase import plain
from generator.render.views.gists import toll_words


@pytest.mark.parametrize(
    ("toll", "words"),
    [
        pytest.param(Toll(Outcome.KILLED, 145, who="militants"), "145 militants killed", id="a-figure"),
        pytest.param(Toll(Outcome.INJURED, None, vague="dozens"), "dozens of people injured", id="a-word"),
        pytest.param(Toll(Outcome.KILLED, 1), "1 person killed", id="one"),
        pytest.param(Toll(Outcome.KILLED, 1, who="Ana Dobre"), "Ana Dobre killed", id="a-name"),
        pytest.param(Toll(Outcome.KILLED, 1, who="seventh man"), "seventh man killed", id="one-of-a-row"),
        pytest.param(Toll(Outcome.KILLED, 1, bound=Bound.AT_LEAST, who="Dutch nurse"), "at least 1 Dutch nurse killed"),
        pytest.param(Toll(Outcome.KILLED, 1, who="SOLDIER"), "1 SOLDIER killed", id="an-old-wire"),
        pytest.param(Toll(Outcome.KILLED, 3, who="Dutch nurses"), "3 Dutch nurses killed", id="a-people"),
    ],
)
def test_a_toll_reads_as_a_person_would_say_it(toll: Toll, words: str) -> None:
    assert plain(toll_words(toll)) == words
