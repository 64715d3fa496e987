"""Sentences become claims: figures with their speakers and days, acts, damage, places listed, background."""

from collections.abc import Callable

import pytest

from generator.extract.figures.tolls import toll_text
from generator.model.reading import ClaimMention, SentenceReading

Read = Callable[[str], SentenceReading]


def speaker(claim: ClaimMention) -> str | None:
    source = claim.attribution.source if claim.attribution is not None else None
    return source.name if source is not None else None


def told(reading: SentenceReading) -> list[tuple[str, str | None]]:
    """Each figure of persons with its speaker."""
    return [(toll_text(claim.toll), speaker(claim)) for claim in reading.claims if claim.toll is not None]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("The slide killed 14 people, the mayor said.", [("killed 14", "mayor")], id="speaker-behind"),
        pytest.param("The mayor said the slide killed 14 people.", [("killed 14", "mayor")], id="speaker-in-front"),
        pytest.param("Fourteen people died, according to police.", [("killed 14", "police")], id="according-to-last"),
        pytest.param("The slide killed 14 people.", [("killed 14", None)], id="own-voice"),
        pytest.param(
            "The Red Crescent said 12 people died, while the army said 15 rebels were killed.",
            [("killed 12", "Red Crescent"), ("killed 15", "army")],
            id="two-speakers",
        ),
        pytest.param(
            "“Nine men were killed,” said Joren Vask, the police chief.", [("killed 9", "Joren Vask")], id="quotation"
        ),
    ],
)
def test_a_figure_belongs_to_whoever_vouches_for_it(
    reading: Read, text: str, found: list[tuple[str, str | None]]
) -> None:
    assert told(reading(text)) == found


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The ministry denied that 12 soldiers had died.", id="denied"),
        pytest.param("The minister dismissed claims that 40 civilians were killed.", id="dismissed-claims"),
        pytest.param("The Front demanded that 40 prisoners be released.", id="demanded"),
        pytest.param("Officials warned that 200 people could die.", id="could"),
        pytest.param("[Corrects paragraph 2 to show 12 people killed, not 21.]", id="newsroom-note"),
    ],
)
def test_a_figure_that_nobody_vouches_for_is_none(reading: Read, text: str) -> None:
    assert told(reading(text)) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("In 2019 a fire at the same mill killed 31 people.", "background", id="year"),
        pytest.param("A slide three years ago killed 31 people.", "background", id="years-ago"),
        pytest.param("A slide last month killed 31 people.", "background", id="last-month"),
        pytest.param("On Sunday a slide killed 31 people.", "toll", id="weekday"),
    ],
)
def test_an_earlier_event_is_background(reading: Read, text: str, kind: str) -> None:
    assert [claim.kind for claim in reading(text).claims] == [kind]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param("The slide killed 14 people on Friday, the mayor said on Sunday.", "Friday", id="deed-and-speech"),
        pytest.param("The mayor said on Sunday the slide killed 14 people.", None, id="speech-alone"),
        pytest.param("The slide killed 14 people on Friday.", "Friday", id="deed-alone"),
        pytest.param("The death toll rose to 14 on Friday.", None, id="day-of-counting"),
    ],
)
def test_the_day_of_the_deed_is_not_the_day_of_speaking(reading: Read, text: str, day: str | None) -> None:
    (claim,) = (claim for claim in reading(text).claims if claim.toll is not None)
    assert (claim.day.text if claim.day is not None else None) == day


def test_lost_houses_are_damage_with_their_speaker(reading: Read) -> None:
    (claim,) = reading("The storm destroyed 145 houses, the mayor said.").claims
    assert claim.damage is not None
    assert (claim.kind, claim.damage.who, claim.damage.numeral.count, speaker(claim)) == (
        "damage",
        "houses",
        145,
        "mayor",
    )


@pytest.mark.parametrize(
    ("joint", "complete"), [("including", False), ("such as", False)], ids=["including", "such-as"]
)
def test_listed_places_are_an_open_list(reading: Read, joint: str, complete: bool) -> None:
    (claim,) = reading(f"Shells fell on several districts, {joint} Kolvari, Dahr and Norvale overnight.").claims
    assert (claim.kind, [place.name for place in claim.places], claim.complete) == (
        "location",
        ["Kolvari", "Dahr", "Norvale"],
        complete,
    )


def test_the_quote_of_a_reported_figure_holds_the_figure_and_the_verb(reading: Read) -> None:
    text = "After a long night, the mayor said the slide killed 14 people."
    (claim,) = reading(text).claims
    quote = claim.quote.of(text)
    assert "14 people" in quote
    assert "said" in quote


@pytest.mark.parametrize(
    ("text", "latest", "scope"),
    [
        pytest.param("The latest toll was given by the mayor.", "The latest toll", None, id="latest"),
        pytest.param(
            "The toll includes bodies found in the canal.", None, "includes bodies found in the canal", id="scope"
        ),
        pytest.param("Divers searched the canal.", None, None, id="neither"),
    ],
)
def test_what_a_sentence_says_of_a_figure_named_before(
    reading: Read, text: str, latest: str | None, scope: str | None
) -> None:
    found = reading(text)
    assert (found.latest.of(text) if found.latest else None, found.scope.of(text) if found.scope else None) == (
        latest,
        scope,
    )
