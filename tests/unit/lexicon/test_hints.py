"""Words that go with news of a type, in all their forms."""

from generator.lexicon.hints import read_hints
from generator.model.vocabulary import EventType


def test_all_forms_of_a_word_are_one_hint() -> None:
    hints = read_hints()
    assert {hints[form].base for form in ("derail", "derails", "derailed", "derailing")} == {"derail"}


def test_a_word_may_go_with_several_types() -> None:
    assert {EventType.RIOT, EventType.CRIME} <= set(read_hints()["loot"].types)


def test_no_word_goes_with_a_type_twice() -> None:
    assert all(len(hint.types) == len(set(hint.types)) for hint in read_hints().values())
