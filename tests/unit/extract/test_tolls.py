"""Figures joined with what befell the counted persons; what did not happen gives no toll."""

from collections.abc import Callable

import pytest

from generator.extract.figures import find_figures
from generator.extract.matching import Prose
from generator.extract.tolls import damage_spans, find_tolls, toll_text
from generator.lexicon.lexicon import Lexicon
from generator.model.mention import TollMention

Find = Callable[[str], tuple[TollMention, ...]]


@pytest.fixture
def tolls(prose: Callable[[str], Prose], lexicon: Lexicon) -> Find:
    def find(text: str) -> tuple[TollMention, ...]:
        sentence = prose(text)
        return find_tolls(sentence, find_figures(sentence, lexicon), lexicon)

    return find


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("The landslide killed 14 villagers.", ["killed 14"], id="active"),
        pytest.param("Fourteen farm workers died in the trench.", ["killed 14"], id="died"),
        pytest.param("Bus crash kills 14", ["killed 14"], id="headline"),
        pytest.param("3 dead, 14 hurt in hotel fire", ["killed 3", "injured 14"], id="headline-without-a-verb"),
        pytest.param("A shepherd was shot dead.", ["killed 1"], id="one-person"),
        pytest.param("A sergeant and his driver were killed.", ["killed 1", "killed 1"], id="and-his-driver"),
        pytest.param("Six bodies were pulled from the canal.", ["killed 6"], id="bodies"),
        pytest.param("The mill fire claimed 12 lives.", ["killed 12"], id="claimed-lives"),
        pytest.param("The hospital took in 12 wounded.", ["injured 12"], id="wounded-as-a-noun"),
        pytest.param("Some 2,300 people were evacuated.", ["evacuated about 2300"], id="evacuated"),
        pytest.param("Police arrested 17 suspects.", ["detained 17"], id="detained"),
        pytest.param("Nine fishermen are missing.", ["missing 9"], id="missing"),
        pytest.param("Kidnappers freed 11 pupils.", ["freed 11"], id="freed"),
        pytest.param("Up to 12 fighters surrendered.", ["surrendered at-most 12"], id="surrendered"),
        pytest.param("Dozens of villagers were abducted.", ["abducted vague dozens"], id="vague"),
        pytest.param("Between 20 and 30 miners are missing.", ["missing range 20-30"], id="range"),
        pytest.param("No one was hurt in the derailment.", ["injured 0"], id="stated-zero"),
        pytest.param("1.2 million people were displaced.", ["displaced 1200000"], id="million"),
    ],
)
def test_a_toll_tells_what_happened_to_how_many(tolls: Find, text: str, told: list[str]) -> None:
    assert [toll_text(toll) for toll in tolls(text)] == told


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("A second slide could kill 200 people.", id="could-kill"),
        pytest.param("Officials warned that 200 could die.", id="could-die"),
        pytest.param("A direct hit would have killed 40 people.", id="would-have-killed"),
        pytest.param("The gang threatened to kill 12 hostages.", id="threatened-to-kill"),
        pytest.param("Rescuers hope to free 12 miners.", id="hope-to-free"),
        pytest.param("Anna Verro, 31, was killed.", id="age"),
        pytest.param("The 44-year-old was injured.", id="age-as-a-name"),
        pytest.param("The 12th victim died.", id="ordinal"),
        pytest.param("The 92nd Brigade was killed off in 1992.", id="unit-and-year"),
        pytest.param("The $26 million mill was lost.", id="money"),
        pytest.param("Flood waters 12 km away killed cattle.", id="distance"),
        pytest.param("A magnitude 6 quake killed cattle.", id="magnitude"),
        pytest.param("The side lost four games.", id="lost-games"),
        pytest.param("Three villages were evacuated.", id="villages"),
        pytest.param("Only 12 of the passengers survived.", id="survivors"),
    ],
)
def test_what_did_not_befall_persons_is_no_toll(tolls: Find, text: str) -> None:
    assert [toll_text(toll) for toll in tolls(text)] == []


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param("The blast killed 12 people, including three children.", [None, 0], id="including"),
        pytest.param("The blast wounded 40 people, three of them critically.", [None, 0], id="critically"),
        pytest.param("Police found 23 bodies, nine of them those of children.", [None, 0], id="nine-of-them"),
        pytest.param("The raid killed nine people, besides a bomber.", [None], id="besides-is-no-part"),
        pytest.param("The raid killed nine people and injured two children.", [None, None], id="two-wholes"),
    ],
)
def test_a_part_points_at_its_whole(tolls: Find, text: str, parts: list[int | None]) -> None:
    assert [toll.partial_of for toll in tolls(text)] == parts


def test_a_rising_toll_knows_which_figure_is_the_earlier_one(tolls: Find) -> None:
    found = tolls("The death toll climbed from 36 to 41.")
    assert [(toll_text(toll), toll.former) for toll in found] == [("killed 36", True), ("killed 41", False)]


def test_the_doer_is_named_in_the_words_of_the_text(tolls: Find) -> None:
    assert [toll.by for toll in tolls("The northern militia killed 14 villagers.")] == ["northern militia"]


def test_the_side_that_lost_men_is_whom_the_figure_counts_and_not_the_doer(tolls: Find) -> None:
    (toll,) = tolls("The border guard lost 12 in the ambush.")
    assert (toll.figure.who, toll.by) == ("the border guard", None)


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        pytest.param("The storm destroyed 145 houses and killed two people.", [("houses", 145)], id="active"),
        pytest.param("Some 60 market stalls were gutted.", [("market stalls", 60)], id="passive"),
        pytest.param("The storm killed two people.", [], id="persons-only"),
    ],
)
def test_houses_are_damage(
    prose: Callable[[str], Prose], lexicon: Lexicon, text: str, lost: list[tuple[str, int]]
) -> None:
    sentence = prose(text)
    found = damage_spans(sentence, find_figures(sentence, lexicon), lexicon)
    assert [(figure.who, figure.numeral.count) for figure, _ in found] == lost


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("TWELVE MINERS WERE KILLED IN THE BLAST.", ["killed 12"], id="upper-case-wire"),
        pytest.param(
            "The floods killed nine in Haldun and three in Dahr.", ["killed 9", "killed 3"], id="and-three-in"
        ),
    ],
)
@pytest.mark.xfail(strict=True, reason="recall: tolls in these wordings are not read yet")
def test_tolls_in_wordings_that_are_still_missed(tolls: Find, text: str, told: list[str]) -> None:
    assert [toll_text(toll) for toll in tolls(text)] == told
