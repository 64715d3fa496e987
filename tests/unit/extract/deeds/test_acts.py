"""Acts of speech: responsibility, no claim, accusation, denial, condemnation, warning, demand, response."""

from collections.abc import Callable

import pytest

from generator.extract.deeds.acts import find_acts, find_targets
from generator.extract.places.dates import find_days
from generator.extract.prose.matching import Prose
from generator.extract.speech.attribution import find_attributions
from generator.lexicon.lexicon import Lexicon
from generator.model.reading import ClaimMention

Find = Callable[[str], tuple[ClaimMention, ...]]


@pytest.fixture
def acts(prose: Callable[[str], Prose], lexicon: Lexicon) -> Find:
    def find(text: str) -> tuple[ClaimMention, ...]:
        sentence = prose(text)
        days = find_days(sentence, lexicon)
        return find_acts(sentence, find_attributions(sentence, days, lexicon), days, lexicon)

    return find


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("The Red Hand claimed responsibility for the bombing.", "responsibility", id="claimed"),
        pytest.param("The Red Hand said it carried out the raid.", "responsibility", id="said-it-did"),
        pytest.param("No group has claimed the abduction.", "no-claim", id="no-group"),
        pytest.param("There was no immediate claim of responsibility.", "no-claim", id="no-immediate-claim"),
        pytest.param("The army blamed the Red Hand for the bombing.", "accusation", id="blamed"),
        pytest.param("Police said the raid was carried out by the Red Hand.", "accusation", id="carried-out-by"),
        pytest.param("The Red Hand denied involvement.", "denial", id="denied"),
        pytest.param("The bishop condemned the bombing.", "condemnation", id="condemned"),
        pytest.param("The army warned of further raids.", "warning", id="warned"),
        pytest.param("Unions demanded an inquiry.", "demand", id="demanded"),
        pytest.param("The army confirmed the raid.", "confirmation", id="confirmed"),
        pytest.param("The president declared three days of mourning.", "response", id="mourning"),
        pytest.param("Police launched a manhunt.", "response", id="manhunt"),
    ],
)
def test_an_act_is_told_by_its_words(acts: Find, text: str, kind: str) -> None:
    assert [act.kind for act in acts(text)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The club rejected a bid for its striker.", id="rejected-bid"),
        pytest.param("The court dismissed the appeal of a trader.", id="dismissed-appeal"),
        pytest.param("The army took control of the road.", id="took-control"),
        pytest.param("The minister accepted responsibility for the delays.", id="ministers-responsibility"),
        pytest.param("Floods claimed 12 lives.", id="claimed-lives"),
        pytest.param("The Red Hand did not claim responsibility.", id="did-not-claim"),
        pytest.param("None of the accounts could be verified.", id="not-verified"),
    ],
)
def test_look_alikes_are_no_acts(acts: Find, text: str) -> None:
    assert acts(text) == ()


@pytest.mark.parametrize(
    ("text", "accused"),
    [
        pytest.param("The army blamed the Red Hand for the raid.", "Red Hand", id="blamed-for"),
        pytest.param("The army accused the Red Hand of the raid.", "Red Hand", id="accused-of"),
        pytest.param(
            "The army accused the Sons of the Red Scarf of arson.", "Sons of the Red Scarf", id="of-in-a-name"
        ),
        pytest.param(
            "Kenya's army said the raid was carried out by “Indian-sponsored militants”.", "India", id="sponsored-by"
        ),
        pytest.param("The governor blamed a group calling itself the Red Hand.", "Red Hand", id="calling-itself"),
        pytest.param("The minister blamed the attack on Jaysh al-Haqq.", "Jaysh al-Haqq", id="article-in-the-name"),
        pytest.param("Police said Monday the Red Hand killed two guards.", "Red Hand", id="unknown-group"),
        pytest.param(
            "The president said “foreign mercenaries” were behind the coup attempt.",
            "foreign mercenaries",
            id="between-marks",
        ),
        pytest.param("Lebanon's health ministry said an Israeli strike killed four.", "Israel", id="strike-of-a-state"),
    ],
)
def test_an_accusation_names_the_accused(acts: Find, text: str, accused: str) -> None:
    assert [party.name for act in acts(text) for party in act.party] == [accused]


def test_responsibility_carries_claimer_operation_and_gloss(acts: Find) -> None:
    (act,) = acts("The Red Hand claimed responsibility for the raid, dubbed Operation Tamsa, or “high tide”.")
    assert act.claimer is not None
    assert (act.claimer.name, act.operation, act.gloss) == ("Red Hand", "Tamsa", "high tide")


def test_a_responsibility_claim_keeps_the_day_on_which_it_was_made(acts: Find) -> None:
    (act,) = acts("The Red Hand claimed responsibility on Friday.")
    assert (act.day.text if act.day is not None else None) == "Friday"


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        pytest.param("Gunmen raided a police station before dawn.", ("police station",), id="raided"),
        pytest.param("A bomb targeting the army convoy failed.", ("army convoy",), id="targeting"),
        pytest.param("Gunmen fled into the hills.", (), id="none"),
    ],
)
def test_targets_stand_in_the_words_of_the_text(
    prose: Callable[[str], Prose], lexicon: Lexicon, text: str, targets: tuple[str, ...]
) -> None:
    assert find_targets(prose(text), lexicon) == targets


@pytest.mark.parametrize(
    ("text", "claimer"),
    [
        pytest.param(
            "The Red Hand Front (RHF) on Friday claimed responsibility for the raid.", "Red Hand Front", id="short"
        ),
        pytest.param("The raid was claimed by the Red Hand Front.", "Red Hand Front", id="passive"),
        pytest.param("A caller speaking for the Red Hand Front claimed responsibility.", "Red Hand Front", id="caller"),
        pytest.param("The “Red Hand” tonight claimed credit for the bombing.", "Red Hand", id="between-marks"),
        pytest.param("The killing was claimed by a self-styled “Red Hand” group.", "Red Hand", id="self-styled"),
    ],
)
def test_the_group_claims_and_not_its_voice(acts: Find, text: str, claimer: str) -> None:
    assert [act.claimer and act.claimer.name for act in acts(text) if act.kind == "responsibility"] == [claimer]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Police doubt that any group claimed responsibility.", id="any-group"),
        pytest.param("The Red Hand claimed a bombing there in 2019.", id="long-ago"),
    ],
)
def test_nobody_claims_where_no_group_is_named_or_the_deed_is_old(acts: Find, text: str) -> None:
    assert [act for act in acts(text) if act.kind == "responsibility"] == []


@pytest.mark.parametrize(
    ("text", "party"),
    [
        pytest.param("Georgian forces opened fire first, Armenia's army said.", "Georgian forces", id="other-state"),
        pytest.param("Rebels stormed the mission, survivors said.", "rebels", id="rebels"),
        pytest.param("Russian missiles hit a mill, Ukraine's army said.", "Russia", id="arms-of-a-state"),
        pytest.param("Soldiers shot at the crowd, residents said.", "soldiers", id="own-soldiers-by-residents"),
    ],
)
def test_whoever_puts_a_deed_to_a_party_accuses_it(acts: Find, text: str, party: str) -> None:
    blamed = [act.party[0].name.lower() for act in acts(text) if act.kind == "accusation"]
    assert blamed == [party.lower()]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Security forces killed 12 rebels, the interior minister said.", id="own-forces"),
        pytest.param("Gunmen shot the driver dead, police said.", id="nobody-in-particular"),
        pytest.param("The toll includes rebels killed in raids, the minister said.", id="reduced-clause"),
    ],
)
def test_a_deed_of_ones_own_or_of_nobody_known_is_no_accusation(acts: Find, text: str) -> None:
    assert [act for act in acts(text) if act.kind == "accusation"] == []
