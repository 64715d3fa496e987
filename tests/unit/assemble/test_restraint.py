"""What must not be read into a text: each of these once became a wrong value."""

import pytest

from generator.model.claim import Toll


def tolls(incident) -> list[tuple[str, int | None, str]]:
    return [
        (c.what.outcome, c.what.count, c.said.by)
        for c in incident.claims
        if c.kind == "toll" and isinstance(c.what, Toll)
    ]


NO_TOLL = {
    "said to be untrue": "The governor said it was not true that 40 people had died in the flood.",
    "called a lie": "“It is a lie that 40 people died,” the governor said.",
    "not confirmed": "Police have not confirmed that 12 people died in the blast.",
    "would not say": "The army would not say whether 12 people had died in the bombing.",
    "reports found false": "Reports that 14 people died in the blast were false, the mayor said.",
    "reports found baseless": "Reports that three fishermen were injured are baseless, the ministry said.",
    "reports that stand rejected": "Posts that 30 troops were killed stand rejected, the army said.",
    "rumours": "Rumours that 12 people died in the fire spread through the town.",
    "claims under investigation": "Police are investigating claims that 12 people died in the bombing.",
    "a condition": "If 12 people died in the flood, the mayor said, the dam should be closed.",
    "fears": "Officials feared that 30 people had been killed in the landslide.",
    "rejected reports": "The army rejected reports that 40 civilians were killed in the air strike.",
    "a rate": "About 500 people die each day of cholera, the charity said.",
    "a demand": "The kidnappers want 40 prisoners released.",
    "last month": "Last month a bomb killed 31 people in the town.",
    "two years ago": "Two years ago a bomb killed 40 people in the town.",
    "a year as a modifier": "In the 2015 fire, 18 people died.",
    "a past attack by its year": "The bridge is near the market where 40 people died in a 2021 attack.",
    "a year after": "The blaze came a year after a fire killed nine workers.",
}


@pytest.mark.parametrize("text", NO_TOLL.values(), ids=NO_TOLL.keys())
def test_a_figure_that_nobody_states_is_no_toll(text, incident) -> None:
    assert tolls(incident(text)) == []


def test_neither_of_two_is_a_stated_zero(incident) -> None:
    assert tolls(incident("Neither of the two pilots was injured in the crash.")) == [("injured", 0, "document")]


def test_a_speaker_behind_according_to_ends_at_the_comma(incident) -> None:
    assert tolls(incident("According to police, 14 people died in the flood.")) == [("killed", 14, "police")]


def test_a_victim_behind_according_to_is_no_speaker(incident) -> None:
    text = "According to police, Amina Sorel was killed in the raid by two gunmen, who also shot 12 men dead."
    assert {speaker for _, _, speaker in tolls(incident(text))} <= {"police"}


def test_nobody_is_no_speaker(incident) -> None:
    record = incident("No official said 12 people died in the blast, which hit a bank.")
    assert record.actors == ()


def test_a_comparison_is_no_second_toll(incident) -> None:
    record = incident("A bomb killed nine people, 12 fewer than first reported, police said.")
    assert tolls(record) == [("killed", 9, "police")]


def test_the_wounded_who_died_are_dead(incident) -> None:
    record = incident("A bomb wounded 14 people, police said. Two of the wounded later died.")
    assert ("killed", 2, "document") in tolls(record)
    assert ("injured", 2, "document") not in tolls(record)


def test_people_who_died_in_hospital_are_dead(incident) -> None:
    record = incident("A bomb went off. Police said 12 people who died in hospital were children.")
    assert [outcome for outcome, _, _ in tolls(record)] == ["killed"]


def test_a_record_since_an_earlier_event_keeps_the_new_figure_and_not_the_old(incident) -> None:
    record = incident("A bomb killed nine people, the deadliest blast since 40 people died in 2021, police said.")
    assert tolls(record) == [("killed", 9, "police")]
    assert record.types[0] == "bombing"


def test_earlier_reports_are_replaced_by_what_is_said_now(incident) -> None:
    record = incident(
        "Earlier reports said 12 people had died in the flood. The ministry said nine people were killed."
    )
    newer = next(claim for claim in record.claims if isinstance(claim.what, Toll) and claim.what.count == 9)
    assert newer.supersedes is not None
    assert newer.supersedes.basis == "Earlier reports"
    assert "nine people killed" in record.title.text


def test_a_pronoun_with_two_candidates_stands_for_nobody(incident) -> None:
    record = incident(
        "Amina Sorel said nine people died in the fire. Joren Vask said 11 had died. She said 14 were hurt."
    )
    assert ("injured", 14) not in [(outcome, count) for outcome, count, _ in tolls(record)]


def test_a_hearer_may_be_meant_by_a_pronoun(incident) -> None:
    record = incident("Nine people died in the fire, Amina Sorel told Joren Vask. He said 14 were hurt.")
    assert ("injured", 14, "sorel") not in tolls(record)


def test_a_short_name_with_two_candidates_is_neither(incident) -> None:
    text = (
        "Kenya's military said nine soldiers were killed in the clash. Mali's military said four were killed. "
        "The military said 12 rebels were captured."
    )
    speaker = next(said for outcome, _, said in tolls(incident(text)) if outcome == "detained")
    assert speaker not in ("kenyas-military", "malis-military")


def test_an_office_is_not_its_holder(incident) -> None:
    record = incident("President Ilan Petrak's office said nine soldiers were killed in the clash.")
    assert [actor.name for actor in record.actors] == ["President Ilan Petrak's office"]


def test_a_place_at_the_end_of_a_sentence_has_no_full_stop(incident) -> None:
    record = incident(
        "Nine people were killed in a bombing in Dellmouth. The mill closed in January. It reopened in March."
    )
    assert [place.name for place in record.places] == ["Dellmouth"]


def test_the_day_behind_a_hearer_is_the_day_of_speaking(incident) -> None:
    record = incident("The governor told reporters on Monday that 22 people were injured in the blast.")
    said = next(claim.said for claim in record.claims if isinstance(claim.what, Toll))
    assert (said.day, said.via) == ("Monday", "reporters")


def test_a_month_is_no_protest(incident) -> None:
    text = "At least 14 people died when a bus plunged into a ravine near Haldun on March 8, police said."
    assert incident(text).types == ("transport-accident",)


def test_a_movement_named_for_a_day_is_no_day(incident) -> None:
    record = incident("A bomb killed nine people, police said. The 26 March Movement claimed responsibility.")
    assert record.dates.days == ()
    assert record.types == ("bombing",)


def test_a_doubted_claim_of_responsibility_is_none(incident) -> None:
    text = "A bomb killed nine. Police said they did not believe the Red Hand claimed responsibility for the bombing."
    assert "responsibility" not in [claim.kind for claim in incident(text).claims]


def test_two_figures_joined_by_or_are_one_range(incident) -> None:
    record = incident("The death toll in the flood is 12 or 13, the mayor said.")
    toll = next(claim.what for claim in record.claims if isinstance(claim.what, Toll))
    assert (toll.count, toll.upper, toll.bound) == (12, 13, "range")


def test_a_range_of_dozens_is_not_read_as_one_to_24(incident) -> None:
    assert tolls(incident("The flood killed one to two dozen people, the mayor said.")) == []


def test_a_union_keeps_its_name(incident) -> None:
    record = incident("Joren Vask, head of the miners' union, said nine people were killed in the blast.")
    assert [(actor.name, actor.role) for actor in record.actors] == [("Joren Vask", "head of the miners' union")]


def test_a_newspaper_keeps_its_capital(incident) -> None:
    record = incident("The Daily Ledger newspaper said nine people were killed in the blast.")
    assert [actor.name for actor in record.actors] == ["Daily Ledger newspaper"]


def test_a_title_lowers_the_capital_of_a_sentence(incident) -> None:
    record = incident("Rescue officials said nine people were killed in the blast in Dellmouth.")
    assert record.title.text.endswith("rescue officials say")


def test_a_minister_of_whom_the_text_speaks_is_the_minister(incident) -> None:
    record = incident("The minister said nine people were killed in the blast.")
    assert record.summary[0].text.startswith("The minister said")


@pytest.mark.parametrize(
    "sign", ["\x85", "\x1b", "\u202e", "\ufdd0"], ids=["next line", "escape", "override", "noncharacter"]
)
def test_a_passage_that_nobody_could_store_is_left_out_and_noted(sign, extract, findings) -> None:
    made = extract(f"Two people were killed {sign} in Kabul. Police said nine people were injured in the blast.")
    assert tolls(made.assembly.incident) == [("injured", 9, "police")]
    assert len(made.assembly.unquotable) == 1
    assert findings(made) == []


def test_a_headline_over_two_columns_becomes_one_line(incident, findings, extract) -> None:
    made = extract("A\tshort history of canals\n\nTwo people were killed in Kabul.")
    assert made.assembly.incident.title.text == "A short history of canals"


def test_what_a_place_owns_is_named_without_its_owner(incident) -> None:
    record = incident("A blast at Gaza's Rafah crossing killed nine people.")
    assert [place.name for place in record.places] == ["Gaza", "Rafah"]


def test_a_denial_names_who_denies(incident) -> None:
    text = (
        "A bomb killed nine people. The army blamed the Free Valley Front. The Free Valley Front denied the accusation."
    )
    assert any("; the Free Valley Front denied it" in sentence.text for sentence in incident(text).summary)
