"""What kind of event a story is about, and whether it is an incident at all."""

from collections.abc import Callable

import pytest

from generator.model.incident import Incident
from generator.pipeline.extraction import Extraction


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("Gunmen opened fire on a minibus near Haldun, killing nine.", "armed-attack", id="attack"),
        pytest.param("A roadside bomb hit a truck near Haldun, killing nine.", "bombing", id="bombing"),
        pytest.param("An air strike on a granary near Haldun killed nine.", "air-strike", id="air-strike"),
        pytest.param("Bandits kidnapped nine pupils near Haldun and asked for a ransom.", "abduction", id="abduction"),
        pytest.param("An earthquake near Haldun killed nine.", "natural-disaster", id="earthquake"),
        pytest.param("A ferry capsized near Haldun, and nine passengers drowned.", "transport-accident", id="ferry"),
        pytest.param("A cholera outbreak near Haldun has infected 90 people.", "epidemic", id="cholera"),
        pytest.param("Thousands of protesters marched in Haldun against the levy.", "protest", id="protest"),
        pytest.param("A blaze swept a mill near Haldun; firefighters found nine bodies.", "fire", id="fire"),
        pytest.param("The library of Haldun opens early.", "other", id="nothing"),
    ],
)
def test_the_main_type(incident: Callable[..., Incident], text: str, kind: str) -> None:
    assert incident(text).types[0] == kind


@pytest.mark.parametrize(
    ("text", "relevant"),
    [
        pytest.param("Gunmen opened fire on a minibus near Haldun, killing nine.", True, id="attack"),
        pytest.param("The striker scored a late goal as Haldun United won the cup final.", False, id="football"),
        pytest.param("Shares rose as the central bank held interest rates.", False, id="markets"),
        pytest.param("The actress won praise for her album at the film festival.", False, id="arts"),
        pytest.param("Parliament passed the referendum bill.", False, id="politics-without-harm"),
        pytest.param(
            "The opposition called the election a farce after 12 people were killed.", True, id="politics-with-deaths"
        ),
        pytest.param("The court convicted a banker of fraud.", False, id="court-without-harm"),
    ],
)
def test_only_incidents_are_relevant(extract: Callable[..., Extraction], text: str, relevant: bool) -> None:
    assert extract(text).assembly.relevant is relevant


def test_what_happened_years_ago_does_not_make_the_type(incident: Callable[..., Incident]) -> None:
    made = incident(
        "A ferry capsized near Haldun, killing nine. In 2019 a suicide bomber, a roadside bomb and a car bomb with "
        "explosives killed two people by the same quay."
    )
    assert made.types == ("transport-accident",)


def test_the_lede_weighs_more_than_what_follows(incident: Callable[..., Incident]) -> None:
    made = incident("An earthquake shook Haldun. A blaze broke out later.")
    assert made.types[0] == "natural-disaster"


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        pytest.param("An earthquake near Haldun killed nine.", "earthquake", id="sharper-noun"),
        pytest.param("Flash floods near Haldun killed nine.", "flood", id="flood"),
        pytest.param("A ferry capsized near Haldun, killing nine.", "ferry accident", id="ferry"),
        pytest.param("A car bomb went off near Haldun, killing nine.", "bombing", id="plain-noun"),
    ],
)
def test_the_headline_calls_the_event_by_the_storys_own_noun(
    incident: Callable[..., Incident], text: str, noun: str
) -> None:
    assert incident(text).title.text.startswith(f"Haldun {noun}: nine ")


def test_a_crush_is_an_incident_though_no_type_fits_it(extract: Callable[..., Extraction]) -> None:
    assembly = extract("A stampede at a fair near Haldun killed nine pilgrims.").assembly
    assert assembly.relevant
    assert assembly.incident.types == ("other",)


def test_fire_crews_at_work_do_not_make_an_earthquake_a_fire(incident: Callable[..., Incident]) -> None:
    made = incident("Fire crews counted 58 dead in Haldun after an earthquake. The fire brigade sent 40 men.")
    assert made.types[0] == "natural-disaster"


def test_a_headline_of_two_halves_tells_two_types(incident: Callable[..., Incident]) -> None:
    made = incident(
        "---\ntitle: Bus crash kills nine near Haldun; avalanche buries skier in Orvane\n---\n"
        "A bus crash near Haldun killed nine. Passengers were freed from the overturned bus.\n\n"
        "A skier died in an avalanche above Orvane."
    )
    assert made.types[:2] == ("transport-accident", "natural-disaster")
