import pytest

from generator.link.features import find_features, find_rare, normalise_headline
from generator.model.headline import HeadlineMentions

NOTHING = HeadlineMentions()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Gaza’s Rafah crossing", "GAZA'S RAFAH CROSSING", id="case and curly apostrophe"),
        pytest.param("“Black storm” toll – 26", "Black storm toll: 26", id="quotes and dashes"),
        pytest.param("U.S. House  passes bill", "US House passes bill ", id="dotted abbreviation and spaces"),
        pytest.param("1,200 flee", "1200 flee", id="thousands separator"),
        pytest.param("ﬁre at Ｋabul market", "Fire at Kabul market", id="compatibility forms"),
        pytest.param("Storm\u200b toll\u00a0rises", "Storm toll rises", id="signs that do not show"),
    ],
)
def test_two_spellings_of_a_headline_fold_to_one(one: str, other: str) -> None:
    assert normalise_headline(one) == normalise_headline(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Toll reaches 90", "Toll reaches 91", id="figures"),
        pytest.param("Prices up 3.6%", "Prices up 36%", id="decimal point"),
        pytest.param("Zürich on alert", "Zurich on alert", id="letters with marks"),
        pytest.param("?!", "??", id="signs alone"),
    ],
)
def test_different_headlines_stay_different(one: str, other: str) -> None:
    assert normalise_headline(one) != normalise_headline(other)


def test_names_and_common_words_are_not_telling_words() -> None:
    mentions = HeadlineMentions(places=(("IL", "Israel"), ("gaza", "Gaza")))
    features = find_features("Israeli strikes kill 26 in Gaza, health officials say", mentions)
    assert dict(features.words) == {"strik": "strikes", "health": "health"}
    assert features.figures == {"26"}
    assert dict(features.keys) == {"IL": "Israel", "gaza": "Gaza"}


def test_a_word_meets_its_other_forms() -> None:
    one = find_features("Rafah crossing reopens", NOTHING)
    other = find_features("Reopening of Rafah crossings", NOTHING)
    assert set(one.words) == set(other.words)


def test_a_number_word_is_a_figure() -> None:
    assert find_features("Two die as bus plunges into canal", NOTHING).figures == {"2"}


def test_a_word_of_many_headlines_is_not_rare() -> None:
    texts = [find_features(f"Flood in valley{number}", NOTHING) for number in range(6)]
    rare = find_rare(texts)
    assert "flood" not in rare
    assert "valley3" in rare


def test_the_same_headline_carried_often_does_not_make_its_words_common() -> None:
    texts = [find_features("Flood drowns herd", NOTHING)] * 30
    assert find_rare(texts) == {"flood", "drown", "herd"}
