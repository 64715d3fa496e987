"""Words that speak for what befell counted persons: verbs in all their forms, phrases by their first word."""

import pytest

from generator.errors import InvalidLexicon
from generator.lexicon import tollwords
from generator.lexicon.lexicon import load_lexicon
from generator.lexicon.tollwords import Told, read_toll_words
from generator.model.vocabulary import Outcome


@pytest.mark.parametrize("form", ["stretcher", "stretchers", "stretchered", "stretchering"])
def test_a_regular_verb_stands_for_all_its_forms(form: str) -> None:
    assert load_lexicon().tolls.words.told[form][-1].outcome in (Outcome.HOSPITALISED, Outcome.INJURED)


def test_of_phrases_that_begin_alike_the_longest_comes_first() -> None:
    lengths = [[len(each.rest) for each in phrases] for phrases in load_lexicon().tolls.words.told.values()]
    assert lengths == [sorted(each, reverse=True) for each in lengths]


def test_the_words_of_the_frames_speak_for_their_outcomes_too() -> None:
    words = read_toll_words([{"outcome": "freed", "intransitive": ["sailed home"]}])
    assert words.told["sailed"] == (Told(("home",), "falls", Outcome.FREED),)


def test_every_outcome_has_words_of_its_own() -> None:
    told = {each.outcome for phrases in read_toll_words(()).told.values() for each in phrases}
    assert told == set(Outcome)


def test_a_broken_file_is_refused_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tollwords, "read_knowledge", lambda name: {"told": {"sunk": {}}, "weights": {}})
    with pytest.raises(InvalidLexicon, match=r"^lexicon/toll_words\.yml: expected words by outcome and kind, found "):
        read_toll_words(())
