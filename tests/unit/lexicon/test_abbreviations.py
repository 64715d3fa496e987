"""Short forms and sentence openers."""

import pytest

from generator.errors import InvalidLexicon
from generator.lexicon.abbreviations import compile_abbreviations, load_abbreviations

LISTS = "exclaiming: [Yum]\nstarters: [The]\nloud_starters: [THE]\n"
NAMES = ("leading", "counting", "clock", "either", "region")
GROUPS = "groups:\n" + "".join(f"  - name: {name}\n    why: a reason\n    words: [{name}x]\n" for name in NAMES)


def test_short_forms_count_in_capitals_too_unless_they_are_words_then() -> None:
    lexicon = load_abbreviations()

    assert {"Gen", "GEN", "Jan", "JAN", "Inc", "INC", "Ill"} <= lexicon.all
    assert "ILL" not in lexicon.all


def test_no_group_claims_a_short_form_of_another() -> None:
    lexicon = load_abbreviations()

    sizes = [len(group) for group in (lexicon.leading, lexicon.counting, lexicon.clock, lexicon.either)]
    assert sum(sizes) == len(lexicon.all)


def test_a_word_that_yaml_reads_as_something_else_stays_a_word() -> None:
    lexicon = load_abbreviations()

    assert "No" in lexicon.counting
    assert {"On", "No"} <= lexicon.starters


def test_a_list_of_words_is_compiled() -> None:
    lexicon = compile_abbreviations(GROUPS + LISTS)

    assert lexicon.leading == {"leadingx", "LEADINGX"}
    assert lexicon.either == {"eitherx", "EITHERX", "regionx"}
    assert lexicon.exclaiming == {"Yum", "YUM"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("groups: [", id="broken YAML"),
        pytest.param("[]", id="no mapping"),
        pytest.param(GROUPS, id="a list missing"),
        pytest.param(GROUPS.replace("clock", "clocks") + LISTS, id="an unknown group"),
        pytest.param(GROUPS.replace("[clockx]", "[No]") + LISTS, id="a word that is no text"),
        pytest.param(GROUPS.replace("[clockx]", "clockx") + LISTS, id="no list"),
    ],
)
def test_a_file_of_another_shape_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(InvalidLexicon, match=r"^abbreviations\.yml: expected ") as refused:
        compile_abbreviations(text)

    assert "\n" not in str(refused.value)
