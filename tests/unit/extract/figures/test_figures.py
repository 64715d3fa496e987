"""Counted noun phrases: whom or what a number counts."""

from collections.abc import Callable

import pytest

from generator.extract.figures.figures import count_figures
from generator.extract.prose.matching import Prose
from generator.lexicon.lexicon import Lexicon
from generator.model.mention import Figure

Find = Callable[[str], tuple[Figure, ...]]


@pytest.fixture
def figures(prose: Callable[[str], Prose], lexicon: Lexicon) -> Find:
    return lambda text: count_figures(prose(text), lexicon)


@pytest.mark.parametrize(
    ("text", "who", "category"),
    [
        pytest.param("Gunmen shot 14 farm workers.", "farm workers", "civilians", id="compound"),
        pytest.param(
            "Gunmen shot 14 off-duty police officers.", "off-duty police officers", "security-forces", id="adj"
        ),
        pytest.param("Troops shot 14 suspected militants.", "suspected militants", "militants", id="suspected"),
        pytest.param("Gunmen shot nine aid workers.", "aid workers", "aid-workers", id="aid-workers"),
        pytest.param("Gunmen shot nine workers.", "workers", "civilians", id="workers"),
        pytest.param("Gunmen shot two journalists.", "journalists", "journalists", id="journalists"),
        pytest.param("The ferry carried 80 passengers.", "passengers", "passengers", id="passengers"),
        pytest.param("The jail held 600 inmates.", "inmates", "prisoners", id="inmates"),
        pytest.param("Gunmen shot three schoolgirls.", "schoolgirls", "children", id="schoolgirls"),
        pytest.param("Gunmen shot three women.", "women", "women", id="women"),
        pytest.param("Gunmen shot three Peruvians.", "Peruvians", "unspecified", id="demonym"),
        pytest.param("Gunmen shot four members of the guard.", "members of the guard", "unspecified", id="members-of"),
    ],
)
def test_a_figure_says_whom_it_counts(figures: Find, text: str, who: str, category: str) -> None:
    (figure,) = figures(text)
    assert (figure.who, figure.category) == (who, category)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        pytest.param("The storm flattened 145 houses.", "houses", id="houses"),
        pytest.param("The blast wrecked two police vehicles.", "police vehicles", id="police-vehicles"),
        pytest.param("Raiders torched three villages.", "villages", id="villages"),
    ],
)
def test_a_figure_of_things_counts_no_persons(figures: Find, text: str, who: str) -> None:
    (figure,) = figures(text)
    assert (figure.who, figure.person) == (who, False)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        pytest.param("Divers recovered six bodies.", "killed", id="bodies"),
        pytest.param("Clinics counted 40 injuries.", "injured", id="injuries"),
        pytest.param("Clinics counted 40 cases of cholera.", "infected", id="cases-of-cholera"),
        pytest.param("The court heard 40 cases of theft.", None, id="cases-of-theft"),
        pytest.param("Clinics counted 40 patients.", None, id="patients"),
    ],
)
def test_a_noun_may_tell_by_itself_what_happened(figures: Find, text: str, outcome: str | None) -> None:
    assert figures(text)[0].outcome == outcome


@pytest.mark.parametrize(
    ("text", "whos"),
    [
        pytest.param("A shepherd fell.", ["shepherd"], id="one-person"),
        pytest.param("A policeman and his driver fell.", ["policeman", "driver"], id="and-his-driver"),
        pytest.param("The driver fell.", ["driver"], id="the-driver"),
        pytest.param("The former judge Omar Tellan fell.", ["former judge Omar Tellan"], id="title-and-name"),
        pytest.param("Journalist Ana Solano fell.", ["Journalist Ana Solano"], id="title-without-an-article"),
        pytest.param("Omar Tellan, 34, a teacher, fell.", ["Omar Tellan, 34, a teacher"], id="name-and-apposition"),
        pytest.param("A teacher, Omar Tellan, fell.", ["teacher, Omar Tellan"], id="apposition-that-names"),
        pytest.param("Gunmen shot Ana Solano and Omar Tellan.", ["Ana Solano", "Omar Tellan"], id="two-names"),
        pytest.param("The army fell.", [], id="army"),
        pytest.param("Gaza fell.", [], id="place"),
        pytest.param("Divers fell.", [], id="first-word-of-a-sentence"),
        pytest.param("A village burned.", [], id="thing"),
        pytest.param("An inquiry opened.", [], id="event"),
    ],
)
def test_an_article_counts_one_person_and_never_a_thing(figures: Find, text: str, whos: list[str]) -> None:
    assert [(figure.who, figure.numeral.count, figure.article) for figure in figures(text)] == [
        (who, 1, True) for who in whos
    ]


@pytest.mark.parametrize(
    "text", ["Four of them fled.", "Of the hostages, four of whom fled, none spoke."], ids=["of-them", "of-whom"]
)
def test_some_of_an_earlier_group_are_marked_as_a_part(figures: Find, text: str) -> None:
    assert figures(text)[0].partial


def test_a_figure_with_a_possessive_names_the_persons_themselves(figures: Find) -> None:
    (figure,) = figures("Four of its border guards fled.")
    assert (figure.who, figure.category, figure.partial) == ("border guards", "security-forces", False)


def test_a_bare_number_names_nobody(figures: Find) -> None:
    (figure,) = figures("The blast injured 14.")
    assert (figure.who, figure.person) == (None, None)


def test_the_span_of_a_figure_reaches_from_its_bound_to_the_counted_noun(figures: Find) -> None:
    text = "Police say at least 14 farm workers in two trucks fled."
    assert figures(text)[0].span.of(text) == "at least 14 farm workers"
