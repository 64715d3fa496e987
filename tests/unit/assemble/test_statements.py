"""Claims of the record: speakers, days, occasions, exact quotes and ids that outlive the figures."""

import re
from collections.abc import Callable

import pytest

from generator.model.claim import Claim, Toll
from generator.model.vocabulary import ClaimKind
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
    tolls = [claim for claim in claims(STORY).values() if claim.kind is ClaimKind.TOLL]
    assert [
        (claim.what.outcome, claim.what.count, claim.said.by) for claim in tolls if isinstance(claim.what, Toll)
    ] == [
        ("killed", 9, "police"),
        ("injured", 14, "police"),
        ("killed", 12, "petrak"),
    ]


def test_denied_and_earlier_figures_are_no_tolls(claims: Claims) -> None:
    found = claims(STORY)
    tolls = [claim.what for claim in found.values() if claim.kind is ClaimKind.TOLL]
    assert not {40, 31} & {toll.count for toll in tolls if isinstance(toll, Toll)}
    (earlier,) = (claim for claim in found.values() if "31 people" in claim.quote)
    assert earlier.kind is ClaimKind.BACKGROUND
    assert isinstance(earlier.what, Toll)
    assert earlier.what.count == 31


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


def test_a_quotation_goes_on_in_the_next_paragraph(claims: Claims) -> None:
    found = claims("“We ran,” said Amina Sorel, a nurse.\n\n“It was dark.”")
    assert [(claim.said.by, claim.said.inferred) for claim in found.values() if "dark" in claim.quote] == [
        ("sorel", ("by",))
    ]


def test_quoted_words_behind_a_paragraph_without_a_quotation_are_nobodys(claims: Claims) -> None:
    found = claims("The road was closed, Amina Sorel said.\n\n“It was dark.”")
    assert [claim.quote for claim in found.values() if "dark" in claim.quote] == []


def test_a_quotation_of_several_sentences_has_one_speaker(claims: Claims) -> None:
    found = claims("Amina Sorel said: “We ran. The bridge had gone. Nobody told us to stop.”")
    assert {claim.said.by for claim in found.values()} == {"sorel"}


@pytest.mark.parametrize(
    ("text", "via"),
    [
        pytest.param("The army said in a statement that 12 rebels died.", "statement", id="statement"),
        pytest.param("The mayor told reporters that 12 people died.", "reporters", id="reporters"),
        pytest.param("The mayor said 12 people died.", None, id="none"),
    ],
)
def test_the_occasion_stands_without_preposition_and_article(claims: Claims, text: str, via: str | None) -> None:
    assert {claim.said.via for claim in claims(text).values() if claim.said.cue is not None} == {via}


def test_the_day_of_speaking_is_carried_to_the_same_persons_next_words(claims: Claims) -> None:
    found = claims(
        "Governor Ilan Petrak said on Monday that 12 people died. Petrak said the shaft would be closed.", "2026-03-10"
    )
    spoken = [claim.said for claim in found.values() if claim.said.by != "document"]
    assert [(said.day, str(said.when), said.inferred) for said in spoken] == [
        ("Monday", "2026-03-09", ()),
        ("Monday", "2026-03-09", ("day",)),
    ]


def test_a_person_who_spoke_on_two_days_lends_none(claims: Claims) -> None:
    found = claims(
        "Governor Ilan Petrak said on Monday that 12 people died. Petrak said on Friday the shaft was shut. "
        "Petrak said it would stay so."
    )
    assert [claim.said.day for claim in found.values() if claim.said.by != "document"] == ["Monday", "Friday", None]


def test_a_day_that_may_date_the_deed_or_the_speech_is_left_open(claims: Claims) -> None:
    found = claims("The army had said 92 rebels were killed on Saturday.").values()
    claim = next(claim for claim in found if claim.said.by == "army")
    assert (claim.said.day, claim.said.ambiguous, claim.when) == (None, ("day",), None)


def test_a_charge_against_nobody_in_particular_is_kept_with_its_speaker(claims: Claims) -> None:
    made = claims("A bomb killed nine people in Haldun. The mayor blamed “outside hands” for the blast.")
    assert [claim.said.by for claim in made.values() if "outside" in claim.quote] == ["mayor"]


def test_a_toll_of_the_document_takes_no_quotation_with_it(claims: Claims) -> None:
    made = claims("“Who let this happen?” asked Amina Sorel, whose son was one of nine miners killed.")
    assert [claim.said.by for claim in made.values() if claim.kind is ClaimKind.STATEMENT] == ["sorel"]
