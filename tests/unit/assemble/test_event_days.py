"""The day of an incident among all days that a story names, and where none is named."""

from collections.abc import Callable

import pytest

from generator.model.incident import Incident
from generator.pipeline.extraction import extract_document
from generator.read.plaintext import read_document

Read = Callable[..., Incident]
THURSDAY = "2026-03-12"


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        pytest.param(
            "Nine people died in a blast in Kolvari over the weekend.", "2026-03-07", "2026-03-08", id="weekend"
        ),
        pytest.param("Bandits killed nine people in Kolvari last week.", "2026-03-02", "2026-03-08", id="last-week"),
        pytest.param(
            "A landslide killed nine overnight Tuesday into Wednesday.", "2026-03-10", "2026-03-11", id="night"
        ),
        pytest.param(
            "Two days after gunmen killed nine people in Kolvari, a curfew began.",
            "2026-03-10",
            "2026-03-10",
            id="two-days-after",
        ),
        pytest.param("Three days ago a dam burst, killing nine.", "2026-03-09", "2026-03-09", id="days-ago"),
        pytest.param(
            "Fighting that has raged since Friday around Kolvari has killed at least 70 people.",
            "2026-03-06",
            THURSDAY,
            id="since",
        ),
        pytest.param("Soldiers shot dead two men in a raid on Kolvari at dawn.", THURSDAY, THURSDAY, id="at-dawn"),
        pytest.param(
            "A blast killed nine miners. It occurred at 02:17 in Kolvari.", THURSDAY, THURSDAY, id="at-an-hour"
        ),
        pytest.param(
            "Nine people died this Tuesday when a bus overturned.", "2026-03-10", "2026-03-10", id="this-tuesday"
        ),
    ],
)
def test_a_phrase_means_days_counted_from_the_storys_own(incident: Read, text: str, start: str, end: str) -> None:
    dates = incident(text, THURSDAY).dates
    assert (str(dates.start), str(dates.end)) == (start, end)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        pytest.param(
            "Hundreds held a vigil on Sunday for the four pupils killed in a shooting in Kolvari on Friday.",
            "2026-03-06",
            id="a-vigil-comes-later",
        ),
        pytest.param(
            "A car bomb killed 10 people in Kolvari on Wednesday, police said. On 14 October 2017 a bomb killed 60.",
            "2026-03-11",
            id="years-before",
        ),
        pytest.param(
            "Two officers were shot dead in Kolvari on Wednesday. Parliament is due to meet on Saturday.",
            "2026-03-11",
            id="one-to-come",
        ),
        pytest.param("The army said Tuesday's attack on Kolvari killed nine.", "2026-03-10", id="tuesdays-attack"),
        pytest.param(
            "Men set fire to a mill in Kolvari and put up a flag in the small hours of Wednesday.",
            "2026-03-11",
            id="small-hours",
        ),
    ],
)
def test_the_day_of_the_deed_stands_before_that_of_what_follows_or_came_before(
    incident: Read, text: str, day: str
) -> None:
    assert str(incident(text, THURSDAY).dates.start) == day


def test_the_headlines_day_counts_where_no_sentence_names_one(lexicon) -> None:
    text = (
        '---\ntitle: "Sunday\'s quake in Kolvari kills 12"\npublished: 2026-03-10\n---\n'
        "The number of people killed by the quake in Kolvari rose to 12, officials said on Tuesday."
    )
    document = read_document(text.encode(), "story.txt").document
    assert str(extract_document(document, lexicon).assembly.incident.dates.start) == "2026-03-08"


def test_a_further_incident_without_a_day_is_not_of_the_storys_own_day(extract) -> None:
    text = (
        "Eleven people died on Monday night when a bus and a lorry collided in Kolvari. The bus had left at noon, and "
        "the driver of the lorry had been on the road for two days, the owner of the company told reporters who saw "
        "the yard. The injured were treated for cuts and broken limbs, and most of them were sent home in an hour, "
        "a nurse said. The road was shut until noon while cranes removed both vehicles and the load of timber.\n\n"
        "In a separate incident, two people drowned in Norvale."
    )
    days = [str(each.incident.dates.start) for each in extract(text, "2026-02-03").assemblies]
    assert days[0] == "2026-02-02"
    assert "2026-02-03" not in days[1:]
