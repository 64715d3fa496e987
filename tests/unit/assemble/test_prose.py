"""Titles and summaries in plain news English, every number of them cited."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from generator.assemble.phrases import (
    body_phrase,
    count_phrase,
    figure_phrase,
    headline_speaker,
    number_phrase,
    reported_tolls,
)
from generator.model.claim import Claim, Said, Toll
from generator.model.incident import Actor, Incident
from generator.model.span import Citation, Span
from generator.model.vocabulary import ActorType, Bound, Category, ClaimKind, Outcome
from generator.pipeline.extraction import Extraction

STORIES = {
    "bombing": "A car bomb in Kolvari killed seven soldiers and wounded 12, the army said. "
    "The Red Hand claimed responsibility. In 2019 a bomb there killed 31 people.",
    "flood": "The death toll from the flood in Dahr rose from 36 to 41, the mayor said. "
    "Fourteen of the dead were children. Some 2,300 people were evacuated.",
    "two-accounts": "The army said 40 rebels were killed in a raid near Haldun. Joren Vask, a rebel spokesman, said "
    "nine fighters and 17 soldiers died.",
    "blame": "The army accused the Red Hand of a bombing in Haldun. The Red Hand denied the charge.",
    "vague": "Dozens of villagers were abducted near Haldun, residents said. No group claimed the abduction.",
    "range": "Between 20 and 30 miners are missing after a mine collapse near Haldun, police said.",
    "nothing-counted": "Gunmen stormed a barracks near Haldun. The army confirmed the attack.",
}


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_an_editor_has_nothing_to_repair(
    extract: Callable[..., Extraction], findings: Callable[[Extraction], list[str]], story: str
) -> None:
    assert findings(extract(story)) == []


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_every_number_of_title_and_summary_stands_in_the_story(incident: Callable[..., Incident], story: str) -> None:
    made = incident(story)
    prose = " ".join([made.title.text, *(sentence.text for sentence in made.summary)])
    assert [number for number in re.findall(r"\d[\d,]*", prose) if number not in story] == []


@pytest.mark.parametrize("story", STORIES.values(), ids=STORIES)
def test_every_sentence_of_a_summary_cites_claims_of_the_record(incident: Callable[..., Incident], story: str) -> None:
    made = incident(story)
    names = {claim.id for claim in made.claims}
    assert made.summary != ()
    assert [s.text for s in made.summary if not s.claims or not set(s.claims) <= names] == []


@pytest.mark.parametrize(
    ("name", "title", "first"),
    [
        pytest.param(
            "bombing",
            "Kolvari bombing: seven soldiers killed, army says",
            "The army said seven soldiers were killed and 12 injured.",
            id="bombing",
        ),
        pytest.param(
            "flood",
            "Dahr flood: 41 people killed, mayor says",
            "The mayor said 41 people were killed; the earlier figure was 36.",
            id="flood",
        ),
        pytest.param(
            "two-accounts",
            "Haldun security operation: 40 rebels killed, army says",
            "The army said 40 rebels were killed.",
            id="two-accounts",
        ),
        pytest.param(
            "blame",
            "Haldun bombing: competing accounts",
            "The army blamed the Red Hand; the Red Hand denied it.",
            id="blame",
        ),
        pytest.param(
            "vague",
            "Haldun abduction: dozens of villagers abducted, residents say",
            "Residents said dozens of villagers were abducted.",
            id="vague",
        ),
        pytest.param("nothing-counted", "Haldun attack", "The army confirmed it.", id="nothing-counted"),
    ],
)
def test_titles_and_first_sentences(incident: Callable[..., Incident], name: str, title: str, first: str) -> None:
    made = incident(STORIES[name])
    assert (made.title.text, made.summary[0].text) == (title, first)


def test_background_parts_and_replaced_figures_stay_out_of_the_title(incident: Callable[..., Incident]) -> None:
    titles = incident(STORIES["bombing"]).title.text + incident(STORIES["flood"]).title.text
    assert [figure for figure in ("31", "36", "14", "Fourteen") if figure in titles] == []


def test_claimed_responsibility_and_silence_are_told_apart(incident: Callable[..., Incident]) -> None:
    claimed, silent = (incident(STORIES[name]).summary[-1].text for name in ("bombing", "vague"))
    assert claimed == "The Red Hand claimed responsibility."
    assert silent == "No group claimed responsibility."


@pytest.mark.parametrize(
    ("toll", "phrase"),
    [
        pytest.param(Toll(Outcome.KILLED, 9), "nine people", id="word"),
        pytest.param(Toll(Outcome.KILLED, 1), "one person", id="one"),
        pytest.param(Toll(Outcome.KILLED, 0), "no people", id="none"),
        pytest.param(Toll(Outcome.KILLED, 12_450), "12,450 people", id="thousands"),
        pytest.param(Toll(Outcome.KILLED, 12, bound=Bound.AT_LEAST, who="miners"), "at least 12 miners", id="at-least"),
        pytest.param(Toll(Outcome.KILLED, 40, bound=Bound.MORE_THAN), "more than 40 people", id="more-than"),
        pytest.param(Toll(Outcome.KILLED, 20, 30, Bound.RANGE, who="miners"), "20 to 30 miners", id="range"),
        pytest.param(Toll(Outcome.KILLED, None, bound=Bound.VAGUE, vague="dozens"), "dozens of people", id="vague"),
        pytest.param(Toll(Outcome.KILLED, 6, who="bodies"), "six people", id="bodies-are-people"),
        pytest.param(Toll(Outcome.KILLED, 6, category=Category.CHILDREN), "six children", id="category"),
    ],
)
def test_figures_are_written_as_newsrooms_write_them(toll: Toll, phrase: str) -> None:
    assert count_phrase(toll) == phrase


def toll_claim(toll: Toll) -> Claim:
    return Claim("c", ClaimKind.TOLL, Said("document"), "q", Citation("d1", Span(0, 1)), what=toll)


@pytest.mark.parametrize(
    ("tolls", "clause"),
    [
        pytest.param([Toll(Outcome.KILLED, 1, who="miner")], "a miner was killed", id="singular"),
        pytest.param([Toll(Outcome.KILLED, 1, who="8-year-old boy")], "an 8-year-old boy was killed", id="article"),
        pytest.param([Toll(Outcome.KILLED, 1)], "one person was killed", id="nobody named"),
        pytest.param([Toll(Outcome.INJURED, 1, who="Ada Obi")], "Ada Obi was injured", id="name"),
        pytest.param([Toll(Outcome.KILLED, 1, who="cyclists")], "one of the cyclists was killed", id="one of many"),
        pytest.param(
            [Toll(Outcome.KILLED, 9, who="people"), Toll(Outcome.KILLED, 2)], "nine people were killed", id="told once"
        ),
        pytest.param(
            [Toll(Outcome.KILLED, 9, who="miners"), Toll(Outcome.KILLED, 1, who="nurse")],
            "nine miners and a nurse were killed",
            id="told apart",
        ),
        pytest.param(
            [
                Toll(Outcome.KILLED, 17, who="soldiers"),
                Toll(Outcome.KILLED, 31, who="miners"),
                Toll(Outcome.INJURED, 9),
            ],
            "17 soldiers and 31 miners were killed and nine injured",
            id="two-outcomes",
        ),
        pytest.param([Toll(Outcome.SURRENDERED, 12, who="rebels")], "12 rebels surrendered", id="surrendered"),
        pytest.param([Toll(Outcome.HOSPITALISED, 12)], "12 people were taken to hospital", id="hospital"),
    ],
)
def test_several_figures_make_one_clause(tolls: list[Toll], clause: str) -> None:
    assert reported_tolls([toll_claim(toll) for toll in tolls]) == clause


def test_words_up_to_nine_digits_above() -> None:
    assert [number_phrase(9), number_phrase(10)] == ["nine", "10"]
    assert figure_phrase(Toll(Outcome.KILLED, None)) == "an unknown number"


def actor(name: str, kind: ActorType) -> Actor:
    return Actor("a", name, kind, Citation("d1", Span(0, 1)))


@pytest.mark.parametrize(
    ("party", "subject"),
    [
        pytest.param(actor("people with money in Gao", ActorType.PERSON), "people with money in Gao", id="many"),
        pytest.param(actor("farmer from Gao", ActorType.PERSON), "a farmer from Gao", id="one"),
        pytest.param(actor("Government", ActorType.GOVERNMENT), "the government", id="common body with a capital"),
        pytest.param(actor("Lakes Ministry", ActorType.GOVERNMENT), "Lakes Ministry", id="named body"),
    ],
)
def test_a_party_has_the_article_that_its_name_takes(party: Actor, subject: str) -> None:
    assert body_phrase(party) == subject


@pytest.mark.parametrize(
    ("party", "words"),
    [
        pytest.param(actor("police in Gao", ActorType.STATE_FORCE), "police in Gao say", id="police"),
        pytest.param(actor("doctors of the plateau", ActorType.ORGANISATION), "doctors of the plateau say", id="many"),
        pytest.param(actor("Gao Doctors", ActorType.ORGANISATION), "Gao Doctors says", id="name"),
    ],
)
def test_a_headline_lets_many_say_and_one_says(party: Actor, words: str) -> None:
    claim = replace(toll_claim(Toll(Outcome.KILLED, 3)), said=Said(by="a"))
    assert headline_speaker(claim, {"a": party}) == words
