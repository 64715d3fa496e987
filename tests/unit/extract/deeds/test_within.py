"""Acts of speech that only the said words show, and those that nobody's verb names."""

from collections.abc import Callable

import pytest

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
