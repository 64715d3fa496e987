"""Claims of the record: speakers, days, occasions, exact quotes and ids that outlive the figures."""

import re
from collections.abc import Callable

import pytest

from generator.model.claim import Claim, Toll
from generator.pipeline.extraction import Extraction

Claims = Callable[..., dict[str, Claim]]

STORY = """Nine miners were killed and at least 14 injured when a shaft caved in near Haldun on Monday, police said.

“Two of my brothers are down there,” said Amina Sorel, a nurse. “Nobody tells us anything.”

Governor Ilan Petrak told reporters that 12 people had died. He said the shaft would be closed.

The mine’s owners denied that 40 miners were missing. In 2019 a fire at the same mine killed 31 people."""


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(STORY, id="curly-quotes-and-apostrophes"),
        pytest.param("The mayor said – after a pause – that 12 “brave men” had died.", id="dashes"),
        pytest.param("Übermüdet, said Zoë Škoda, a nurse: “Twelve pupils died.” 14\u00a0people fled.", id="accents"),
        pytest.param("The mayor said\n12 people\nhad died.", id="broken-lines"),
    ],
)
def test_every_quote_is_verbatim(extract: Callable[..., Extraction], text: str) -> None:
    made = extract(text)
    quotes = [(claim.quote, claim.at.span.of(made.document.text)) for claim in made.assembly.incident.claims]
    assert quotes != []
    assert [quote for quote, _ in quotes] == [written for _, written in quotes]


def test_quotes_keep_the_curly_marks_of_the_document(claims: Claims) -> None:
    (claim,) = (claim for claim in claims(STORY).values() if "brothers" in claim.quote)
    assert claim.quote.startswith("“Two of my brothers are down there,” said Amina Sorel")


def test_every_figure_has_the_speaker_that_the_story_gives_it(claims: Claims) -> None:
    tolls = [claim for claim in claims(STORY).values() if isinstance(claim.what, Toll)]
    assert [
        (claim.what.outcome, claim.what.count, claim.said.by) for claim in tolls if isinstance(claim.what, Toll)
    ] == [
        ("killed", 9, "police"),
        ("injured", 14, "police"),
        ("killed", 12, "petrak"),
    ]


def test_denied_and_earlier_figures_are_no_tolls(claims: Claims) -> None:
    found = claims(STORY)
    assert not {40, 31} & {claim.what.count for claim in found.values() if isinstance(claim.what, Toll)}
    assert [claim.kind for claim in found.values() if "31 people" in claim.quote] == ["background"]


def test_ids_hold_no_figures_and_no_days(claims: Claims) -> None:
    names = list(claims(STORY, "2026-03-10"))
    numbered = [re.sub(r"-[0-9]$", "", name) for name in names]
    assert [name for name in numbered if re.search(r"\d|monday|nine|fourteen|twelve", name)] == []


def test_a_changed_figure_changes_no_id(claims: Claims) -> None:
    later = STORY.replace("Nine miners", "Eleven miners").replace("at least 14", "more than 20").replace("12 p", "15 p")
    assert list(claims(later)) == list(claims(STORY))


def test_two_claims_of_one_kind_and_speaker_get_two_ids(claims: Claims) -> None:
    assert list(claims("The mayor said 12 people died. The mayor later said 17 people died.")) == [
        "killed-people-mayor",
        "killed-people-mayor-2",
    ]


def test_quoted_words_that_follow_in_the_paragraph_have_the_same_speaker_by_inference(claims: Claims) -> None:
    (claim,) = (claim for claim in claims(STORY).values() if "Nobody tells us" in claim.quote)
    assert (claim.said.by, claim.said.inferred) == ("sorel", ("by",))


def test_quoted_words_of_another_paragraph_are_nobodys(claims: Claims) -> None:
    found = claims("“We ran,” said Amina Sorel, a nurse.\n\n“It was dark.”")
    assert [claim.quote for claim in found.values() if "dark" in claim.quote] == []


@pytest.mark.parametrize(
    ("text", "via"),
    [
        pytest.param("The army said in a statement that 12 rebels died.", "statement", id="statement"),
        pytest.param("The mayor told reporters that 12 people died.", "reporters", id="reporters"),
        pytest.param("The mayor said 12 people died.", None, id="none"),
    ],
)
def test_the_occasion_stands_without_preposition_and_article(claims: Claims, text: str, via: str | None) -> None:
    assert [claim.said.via for claim in claims(text).values()] == [via]


def test_the_day_of_speaking_is_carried_to_the_same_persons_next_words(claims: Claims) -> None:
    found = claims(
        "Governor Ilan Petrak said on Monday that 12 people died. Petrak said the shaft would be closed.", "2026-03-10"
    )
    assert [(claim.said.day, str(claim.said.when), claim.said.inferred) for claim in found.values()] == [
        ("Monday", "2026-03-09", ()),
        ("Monday", "2026-03-09", ("day",)),
    ]


def test_a_person_who_spoke_on_two_days_lends_none(claims: Claims) -> None:
    found = claims(
        "Governor Ilan Petrak said on Monday that 12 people died. Petrak said on Friday the shaft was shut. "
        "Petrak said it would stay so."
    )
    assert [claim.said.day for claim in found.values()] == ["Monday", "Friday", None]


def test_a_day_that_may_date_the_deed_or_the_speech_is_left_open(claims: Claims) -> None:
    (claim,) = claims("The army had said 92 rebels were killed on Saturday.").values()
    assert (claim.said.day, claim.said.ambiguous, claim.when) == (None, ("day",), None)
