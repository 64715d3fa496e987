"""Acts of speech that only the said words show, and those that nobody's verb names."""

from collections.abc import Callable

import pytest

from generator.extract.deeds.acts import find_acts
from generator.extract.prose.matching import Prose
from generator.lexicon.lexicon import Lexicon
from generator.model.reading import SentenceReading
from generator.model.vocabulary import ClaimKind

Read = Callable[[str], SentenceReading]

SPEECH = frozenset(
    (
        ClaimKind.RESPONSIBILITY,
        ClaimKind.NO_CLAIM,
        ClaimKind.ACCUSATION,
        ClaimKind.DENIAL,
        ClaimKind.CONDEMNATION,
        ClaimKind.CONFIRMATION,
        ClaimKind.WARNING,
        ClaimKind.DEMAND,
    )
)


def kinds(reading: SentenceReading) -> list[str]:
    return [str(claim.kind) for claim in reading.claims if claim.kind in SPEECH]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param('"We did this," the Sarmat Front said in a letter.', "responsibility", id="we-did-this"),
        pytest.param("The Sarmat Front owned up to the ambush.", "responsibility", id="owned-up"),
        pytest.param("The Sarmat Front said in a leaflet that the raid was its doing.", "responsibility", id="doing"),
        pytest.param("The bombing remains unclaimed.", "no-claim", id="unclaimed"),
        pytest.param('"The mayor is to blame," the widow said.', "accusation", id="to-blame"),
        pytest.param("Villagers laid the blame on the army.", "accusation", id="laid-the-blame"),
        pytest.param("Suspicion fell on the Sarmat Front.", "accusation", id="suspicion"),
        pytest.param("The ministry issued a flat denial.", "denial", id="issued-a-denial"),
        pytest.param("The mayor dismissed the letter as a hoax.", "denial", id="dismissed-as"),
        pytest.param("The bank brushed the accusation aside.", "denial", id="brushed-aside"),
        pytest.param("The Sarmat Front said it had played no part in the raid.", "denial", id="played-no-part"),
        pytest.param("The envoy voiced outrage at the killing.", "condemnation", id="voiced-outrage"),
        pytest.param("The envoy branded the raid as barbaric.", "condemnation", id="branded"),
        pytest.param('"We can confirm two deaths," the colonel said.', "confirmation", id="can-confirm"),
        pytest.param("Doctors sounded the alarm over dwindling stocks.", "warning", id="sounded-the-alarm"),
        pytest.param("The engineer said the dam could burst.", "warning", id="could-burst"),
        pytest.param("Residents were warned of further slides.", "warning", id="were-warned-of"),
        pytest.param("The Sarmat Front vowed to avenge its leader.", "warning", id="vowed-revenge"),
        pytest.param('"Stop the shelling," the bishop said.', "demand", id="imperative"),
        pytest.param("Police are appealing for volunteers.", "demand", id="are-appealing"),
        pytest.param("Motorists were told to avoid the bridge.", "demand", id="were-told-to"),
        pytest.param("The bishop said the rebels must free the hostages.", "demand", id="must"),
        pytest.param("The gang gave the priest until Friday to leave.", "demand", id="ultimatum"),
        pytest.param("The Sarmat Front claims to have blown up six pylons.", "responsibility", id="claims-to-have"),
        pytest.param("The Sarmat Front has now said it was them.", "responsibility", id="it-was-them"),
        pytest.param("None of the groups in the hills has claimed responsibility.", "no-claim", id="none-of-the"),
        pytest.param("Responsibility for the raid was not immediately claimed.", "no-claim", id="not-claimed"),
        pytest.param("Detectives suspect a former clerk of starting the fire.", "accusation", id="suspect-of"),
        pytest.param("The union held the owners responsible for the collapse.", "accusation", id="held-responsible"),
        pytest.param("Villagers say it was soldiers who set fire to the granary.", "accusation", id="cleft"),
        pytest.param("A man of 34 has been charged with murder over the stabbing.", "accusation", id="charged"),
        pytest.param('"We did not fire," the colonel, Jorge Palma, said.', "denial", id="did-not-fire"),
        pytest.param("The army says it does not target civilians.", "denial", id="does-not-target"),
        pytest.param("The army's denial came hours after the report.", "denial", id="nominal-denial"),
        pytest.param("The raid drew condemnation from the African Union.", "condemnation", id="nominal-condemnation"),
        pytest.param("Condemning the raid, the premier spoke to the widows.", "condemnation", id="participle"),
        pytest.param(
            "Confirmation came from the mayor of Petrak, Pia Renn.", "confirmation", id="nominal-confirmation"
        ),
        pytest.param('"We will strike again," the Sarmat Front said.', "warning", id="strike-again"),
        pytest.param("Forecasters expect the storm to strengthen.", "warning", id="forecast"),
        pytest.param('"Leave the area now," police told residents.', "demand", id="leave-now"),
        pytest.param("Calls for an independent inquiry grew on Monday.", "demand", id="nominal-demand"),
        pytest.param("The governor ordered the evacuation of the town.", "demand", id="ordered-a-deed"),
    ],
)
def test_an_act_is_read_however_it_is_worded(reading: Read, text: str, kind: str) -> None:
    assert kinds(reading(text)) == [kind]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The band issued a new record.", id="issued-a-record"),
        pytest.param("The captain took the blame for the defeat.", id="blame-for-a-defeat"),
        pytest.param("A lorry slammed into the wall.", id="slammed-into"),
        pytest.param("Snow fell on the hills.", id="fell-on"),
        pytest.param('"They must be hungry," she said.', id="must-be"),
        pytest.param("The clerk said the form could be copied.", id="could-be-copied"),
        pytest.param("The mayor vowed to rebuild the school.", id="vowed-to-rebuild"),
        pytest.param("Residents were told that the bridge was safe.", id="were-told-that"),
        pytest.param('"The weather is to blame," the coach said.', id="weather"),
        pytest.param("The court denied bail to the two men.", id="denied-bail"),
        pytest.param('"We did not sleep all night," the nurse, Mina Tor, said.', id="did-not-sleep"),
        pytest.param("Residents said they were attacked at night.", id="were-attacked"),
        pytest.param("There was no condemnation of the raid.", id="no-condemnation"),
        pytest.param("No tsunami warning was issued.", id="no-warning"),
        pytest.param("Analysts doubt that the Sarmat Front carried out the attack.", id="doubted"),
        pytest.param("The governor refused to blame anybody.", id="refused-to-blame"),
        pytest.param("The men said the kitchen was shut.", id="plain-speech"),
    ],
)
def test_the_same_words_about_something_else_are_no_act(reading: Read, text: str) -> None:
    assert kinds(reading(text)) == []


def test_a_speaker_who_condemns_in_words_of_horror_condemns_once(reading: Read) -> None:
    assert kinds(reading('The envoy condemned "this heinous deed" and promised help.')) == ["condemnation"]


def test_what_somebody_is_accused_of_is_no_condemnation(reading: Read) -> None:
    assert kinds(reading("The union accused the militia of savagery.")) == ["accusation"]


def test_forces_that_say_whom_they_struck_claim_the_deed(reading: Read) -> None:
    claims = [claim for claim in reading("The army said its jets had struck a rebel camp.").claims if claim.claimer]
    assert [claim.claimer.name for claim in claims] == ["army"]


def test_a_spokesman_claims_for_his_group(reading: Read) -> None:
    text = '"Our fighters carried out this operation," said Idris Vale, a spokesman for the Sarmat Front.'
    claims = [claim for claim in reading(text).claims if claim.claimer]
    assert [claim.claimer.name for claim in claims if claim.claimer] == ["Sarmat Front"]


def test_a_group_of_which_only_another_voice_tells_claims_nothing(reading: Read) -> None:
    assert "responsibility" not in kinds(reading("Police said the group had carried out the attack."))


def test_the_speaker_in_front_of_and_goes_on(reading: Read) -> None:
    found = kinds(reading("The union condemned the raid and sought the resignation of the chief."))
    assert sorted(found) == ["condemnation", "demand"]


def test_a_party_that_is_the_speakers_own_is_not_accused(reading: Read) -> None:
    assert kinds(reading("The Sarmat Front says the killing was the work of its commandos.")) == ["responsibility"]


def test_words_inside_a_quotation_opened_before_are_somebodys_words(
    prose: Callable[[str], Prose], lexicon: Lexicon
) -> None:
    sentence = prose("Stay away from the river.")
    assert [act.kind for act in find_acts(sentence, (), (), lexicon, opened=True)] == ["demand"]
    assert find_acts(sentence, (), (), lexicon) == ()


def test_a_report_that_says_we_speaks_for_itself(reading: Read) -> None:
    assert kinds(reading("We call on all parties to open the road.")) == ["demand"]
    assert kinds(reading("We condemn the killing of our colleagues.")) == ["condemnation"]
