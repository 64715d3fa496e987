"""Figures set against each other: what replaces what, what is part of what, what a figure covers."""

from collections.abc import Callable

import pytest

from generator.model.claim import Claim, Toll

Claims = Callable[..., dict[str, Claim]]


def counts(found: dict[str, Claim]) -> list[int | None]:
    return [claim.what.count for claim in found.values() if isinstance(claim.what, Toll)]


def count_of(found: dict[str, Claim], claim: str) -> int | None:
    what = found[claim].what
    assert isinstance(what, Toll)
    return what.count


@pytest.mark.parametrize(
    ("text", "new", "old", "basis"),
    [
        pytest.param(
            "The death toll from the flood rose from 36 to 41, the mayor said.",
            41,
            36,
            "rose from 36 to 41",
            id="rose-from-to",
        ),
        pytest.param(
            "The mayor revised the death toll down from 28 to 19.", 19, 28, "down from 28 to 19", id="revised-down"
        ),
        pytest.param("The toll from the flood stood at 30, up from 12.", 30, 12, "30, up from 12", id="up-from"),
    ],
)
def test_a_newer_figure_replaces_the_one_that_the_same_words_call_earlier(
    claims: Claims, text: str, new: int, old: int, basis: str
) -> None:
    found = claims(text)
    (claim,) = (claim for claim in found.values() if claim.supersedes is not None)
    assert claim.supersedes is not None
    assert (count_of(found, claim.id), count_of(found, claim.supersedes.claim)) == (new, old)
    assert claim.supersedes.basis.removeprefix("revised the death toll ") == basis
    assert claim.supersedes.at.span.of(text) == claim.supersedes.basis


def test_the_latest_total_replaces_what_another_speaker_had_said_before(claims: Claims) -> None:
    found = claims(
        "Troops killed 145 rebels in raids near Dahr, the governor said. The army had said 92 rebels were killed. "
        "The latest total was read out on state television."
    )
    (claim,) = (claim for claim in found.values() if claim.supersedes is not None)
    assert claim.supersedes is not None
    assert (claim.said.by, found[claim.supersedes.claim].said.by) == ("governor", "army")
    assert claim.supersedes.basis == "The latest total"


def test_the_latest_total_replaces_nothing_where_no_figure_is_called_earlier(claims: Claims) -> None:
    found = claims(
        "Troops killed 145 rebels in raids near Dahr, the governor said. The army said 92 rebels were killed. "
        "The latest total was read out on state television."
    )
    assert [claim.id for claim in found.values() if claim.supersedes is not None] == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "The flood killed 12 people, the mayor said. The army put the number of dead at 17.", id="two-speakers"
        ),
        pytest.param(
            "The army said 12 rebels died. The rebels said nine of their men and 17 soldiers died.", id="two-sides"
        ),
        pytest.param(
            "The mayor said 12 people died in the flood. The mayor later said 17 people died.", id="later-alone"
        ),
    ],
)
def test_conflicting_figures_are_left_side_by_side(claims: Claims, text: str) -> None:
    found = claims(text)
    assert {12, 17} <= set(counts(found))
    assert [claim.id for claim in found.values() if claim.supersedes is not None or claim.part_of is not None] == []


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        pytest.param("The slide killed 12 people, including three children.", 3, 12, id="including"),
        pytest.param("The blast wounded 40 people, three of them critically.", 3, 40, id="critically"),
        pytest.param("The slide killed 12 people. Three of the dead were children.", 3, 12, id="of-the-dead"),
        pytest.param("The slide killed 12 people and injured 30, among them nine children.", 9, 30, id="nearest-whole"),
    ],
)
def test_a_part_is_tied_to_its_whole_and_not_added_to_it(claims: Claims, text: str, part: int, whole: int) -> None:
    found = claims(text)
    assert [
        (count_of(found, claim.id), count_of(found, claim.part_of))
        for claim in found.values()
        if claim.part_of is not None
    ] == [(part, whole)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The slide killed two people. Nine of the dead were children.", id="larger-than-its-whole"),
        pytest.param("Nine of the dead were children.", id="no-whole-at-all"),
        pytest.param("The slide killed 12 people and injured 30.", id="two-wholes"),
    ],
)
def test_what_cannot_be_a_part_is_tied_to_nothing(claims: Claims, text: str) -> None:
    assert [claim.part_of for claim in claims(text).values() if claim.part_of is not None] == []


def test_nobody_adds_figures_up(claims: Claims) -> None:
    found = claims("The mayor said 17 police and 31 miners were killed. The army said 92 rebels were killed.")
    assert counts(found) == [17, 31, 92]


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        pytest.param(
            "The mayor said 63 people were killed. The toll includes bodies found in the canal.",
            "includes bodies found in the canal",
            id="includes",
        ),
        pytest.param(
            "The mayor said 63 people were killed. The death toll does not include rescuers, the mayor said.",
            "does not include rescuers",
            id="does-not-include",
        ),
        pytest.param(
            "The mayor said 63 people were killed. The toll includes bodies found in the canal, the army said.",
            None,
            id="somebody-elses-words",
        ),
        pytest.param("The mayor said 63 people were hurt. The toll includes two dogs.", None, id="no-deaths"),
    ],
)
def test_the_scope_belongs_to_the_figure_of_the_same_speaker(claims: Claims, text: str, scope: str | None) -> None:
    (claim,) = (claim for claim in claims(text).values() if isinstance(claim.what, Toll) and claim.what.count == 63)
    assert (claim.scope.text if claim.scope is not None else None) == scope
    if claim.scope is not None:
        assert claim.scope.at.span.of(text) == scope


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The death toll rose to 41 from 36, the mayor said.", id="to-from"),
        pytest.param("The mayor said 63 people were killed, lowering an earlier toll of 71.", id="lowering"),
    ],
)
def test_replacements_in_other_wordings_are_read(claims: Claims, text: str) -> None:
    assert [claim.id for claim in claims(text).values() if claim.supersedes is not None] != []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Raiders killed two soldiers near Dahr. The two soldiers were killed at dawn.", id="same-words"),
        pytest.param("Raiders killed two soldiers near Dahr. Two people were killed at dawn.", id="wider-word"),
    ],
)
def test_what_the_same_voice_says_again_is_one_claim(claims: Claims, text: str) -> None:
    assert counts(claims(text)) == [2]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Raiders killed a soldier near Dahr. Another soldier was killed at dawn.", id="another"),
        pytest.param("Raiders killed a man near Dahr. A woman was killed at dawn.", id="man-and-woman"),
    ],
)
def test_what_is_told_of_others_stays(claims: Claims, text: str) -> None:
    assert counts(claims(text)) == [1, 1]


def test_a_person_told_by_name_again_is_counted_once(claims: Claims) -> None:
    found = claims("Raiders killed the mayor Omar Tellan on Monday. Tellan was killed near his home in Dahr.")
    assert counts(found) == [1]


def test_figures_that_add_up_to_a_total_before_them_are_its_parts(claims: Claims) -> None:
    found = claims("Seven people were killed in Dahr. Four soldiers died in the blast and three farmers were killed.")
    assert [count_of(found, claim.id) for claim in found.values() if claim.part_of is not None] == [4, 3]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Raids have killed 40 drivers in the past two years.", id="past-years"),
        pytest.param("Background: The war has killed 40 drivers.", id="heading"),
    ],
)
def test_figures_that_sum_up_earlier_times_are_background(claims: Claims, text: str) -> None:
    kinds = [claim.kind.value for claim in claims(text).values() if "40" in claim.quote]
    assert ("background" in kinds, "toll" in kinds) == (True, False)


def test_two_victims_told_one_by_one_are_two_tolls(incident):
    record = incident("A baker was hit in the foot in Haldun on Friday.\n\nA florist was hit in the hand there later.")
    assert [claim.what.count for claim in record.claims if claim.kind == "toll"] == [1, 1]


def test_ages_tell_two_victims_apart(incident):
    record = incident("A 34-year-old woman was killed in Haldun.\n\nA 19-year-old woman was killed in the same street.")
    assert [claim.what.count for claim in record.claims if claim.kind == "toll"] == [1, 1]


def test_a_pronoun_repeats_the_death_told_before(incident):
    record = incident("A baker was shot dead in Haldun on Friday.\n\nHe died at the scene.")
    assert [claim.what.count for claim in record.claims if claim.kind == "toll"] == [1]
