"""A short name, an office or a pronoun is one earlier actor, or nothing."""

from collections.abc import Callable

import pytest

from generator.model.claim import Claim
from generator.model.incident import Incident

Claims = Callable[..., dict[str, Claim]]


def speakers(made: Incident) -> list[str]:
    return [claim.said.by for claim in made.claims if claim.said.by != "document"]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        pytest.param(
            "Governor Ilan Petrak said 14 people had died. Petrak said the road was cut.",
            ["petrak"] * 2,
            id="last-name",
        ),
        pytest.param(
            "Governor Ilan Petrak said 14 people had died. The governor said the road was cut.",
            ["petrak"] * 2,
            id="office",
        ),
        pytest.param(
            "The governor said 14 people had died. Governor Ilan Petrak said the road was cut.",
            ["petrak"] * 2,
            id="office-before-the-name",
        ),
        pytest.param(
            "Amina Sorel, a nurse, said 14 people had died. She said the road was cut.", ["sorel"] * 2, id="she"
        ),
        pytest.param("The army said 14 people had died. It said the road was cut.", ["army"] * 2, id="it"),
        pytest.param(
            "Residents said 14 people had died. They said the road was cut.", ["residents"] * 2, id="plural-they"
        ),
        pytest.param(
            "Mayor Dana Holt visited the clinic. She said 14 people had died. The mayor said the road was cut.",
            ["holt"] * 2,
            id="somebody-who-came-before-speaking",
        ),
        pytest.param(
            "Army spokesman Col. Joren Vask said 14 people had died. The colonel said the road was cut.",
            ["vask"] * 2,
            id="rank-written-short",
        ),
        pytest.param(
            "The Rev. Ilan Petrak said 14 people had died. The cleric said the road was cut.",
            ["petrak"] * 2,
            id="kind-of-a-title",
        ),
        pytest.param(
            "The Police Public Relations Officer, Joren Vask, said 14 people had died. The PPRO said the road was cut.",
            ["vask"] * 2,
            id="first-letters-of-an-office",
        ),
        pytest.param(
            "Nurses Beyond Rivers said 14 people had died. The charity said the road was cut.",
            ["nurses-beyond-rivers"] * 2,
            id="noun-for-a-named-body",
        ),
        pytest.param(
            "Kenya's military said 14 people had died. The military said the road was cut.",
            ["kenyas-military"] * 2,
            id="short-name-of-a-force",
        ),
        pytest.param(
            "The Free Valley Front said 14 people had died. The Front said the road was cut.",
            ["free-valley-front"] * 2,
            id="short-name-of-a-group",
        ),
        pytest.param(
            "Governor Ilan Petrak said 14 people had died. Mayor Dana Holt said 12 people had died.",
            ["petrak", "holt"],
            id="two-people-stay-two",
        ),
        pytest.param(
            "Residents said 14 people had died. Other residents said the road was cut.",
            ["residents", "other-residents"],
            id="crowds-stay-apart",
        ),
    ],
)
def test_one_actor_goes_by_several_words(incident: Callable[..., Incident], text: str, by: list[str]) -> None:
    assert speakers(incident(text)) == by


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Mayor Dana Holt said 12 people died and Governor Ilan Petrak said 14 had died. He said roads were cut.",
            id="two-speakers-in-front-of-he",
        ),
        pytest.param("A flood killed 12 people. She said roads were cut.", id="nobody-in-front-of-she"),
        pytest.param("The army said 12 people had died. He said roads were cut.", id="a-body-is-no-he"),
        pytest.param("Mayor Dana Holt said 12 people had died. It said roads were cut.", id="a-person-is-no-it"),
        pytest.param(
            "Mayor Dana Holt said 12 people died.\n\nRain fell. Wind rose. Snow came. She said roads were cut.",
            id="too-far-back",
        ),
        pytest.param(
            "Residents said 12 people had died. Doctors said 9 had died. They said roads were cut.", id="two-for-they"
        ),
        pytest.param("Mayor Dana Holt said 12 people had died. They said roads were cut.", id="a-person-is-no-they"),
    ],
)
def test_a_pronoun_without_exactly_one_candidate_names_nobody(claims: Claims, text: str) -> None:
    assert [claim.said.by for claim in claims(text).values() if "roads were cut" in claim.quote] == []


def test_a_pronoun_is_marked_as_inferred(claims: Claims) -> None:
    found = claims("Amina Sorel, a nurse, said 14 people had died. She said the road was cut.")
    assert {name: claim.said.inferred for name, claim in found.items()} == {
        "killed-people-sorel": (),
        "sorel-says-road": ("by",),
    }


def test_a_last_name_that_fits_two_persons_is_neither_of_them(incident: Callable[..., Incident]) -> None:
    made = incident(
        "Ilan Petrak, a doctor, said 12 people had died. His wife, Mara Petrak, said it rained. "
        "Petrak said roads were cut."
    )
    names = {actor.id: actor.name for actor in made.actors}
    assert [names[claim.said.by] for claim in made.claims] == ["Ilan Petrak", "Mara Petrak", "Petrak"]


def test_the_fullest_name_and_the_office_are_kept(incident: Callable[..., Incident]) -> None:
    made = incident("The governor said 14 people had died. Governor Ilan Petrak said the road was cut. Petrak left.")
    assert [(actor.name, actor.role) for actor in made.actors] == [("Ilan Petrak", "Governor")]


def test_a_group_and_its_acronym_are_one(incident: Callable[..., Incident]) -> None:
    made = incident("The Free Aceh Movement said 14 men had died. GAM said the road was cut.")
    assert [actor.id for actor in made.actors] == ["gam"]


def test_the_office_in_a_persons_description_means_that_person(incident: Callable[..., Incident]) -> None:
    made = incident("Amina Sorel, the parish priest, said 14 people had died. The priest said the road was cut.")
    assert speakers(made) == ["sorel"] * 2


def test_the_company_means_the_one_that_was_named(incident: Callable[..., Incident]) -> None:
    made = incident(
        "The mine's owner, Kolvar Mining Company, said 14 people had died. The company said the shaft was shut."
    )
    assert len(set(speakers(made))) == 1


def test_a_pronoun_is_no_person_whom_the_text_has_called_by_the_other(incident: Callable[..., Incident]) -> None:
    made = incident(
        "Spokeswoman Amina Sorel said 14 people had died. Spokesman Ilan Petrak said the road was cut. "
        "She said 12 were hurt."
    )
    assert speakers(made) == ["sorel", "petrak", "sorel"]


def test_several_officials_are_not_he(incident: Callable[..., Incident]) -> None:
    made = incident("Health officials said 14 people had died. He said the road was cut.")
    assert len(speakers(made)) == 1


@pytest.mark.parametrize(
    ("text", "by"),
    [
        pytest.param(
            "The boat sank, harbour master Juno Pell said. The harbour master said 14 people had died.",
            "pell",
            id="the-office-of-a-description",
        ),
        pytest.param(
            "The mine is owned by Orsa Komir, a unit of a steelmaker. The company said 14 people had died.",
            "orsa-komir",
            id="the-company-that-owns",
        ),
        pytest.param(
            "Fighters of the Patriotic Front of Mapen (FPM) entered the camp. The FPM said 14 people had died.",
            "patriotic-front-of-mapen",
            id="a-short-name-in-brackets",
        ),
        pytest.param(
            'Momta Begu, 38, clung to a drum for two hours. "At least 14 people died," she said.',
            "begu",
            id="who-was-told-of-before",
        ),
        pytest.param(
            'When the water came, Ines Karo was asleep. "At least 14 people died," the 62-year-old said.',
            "karo",
            id="only-an-age",
        ),
        pytest.param(
            "At least 14 people died, an ambulance official said. The wounded were taken to two hospitals, "
            "Abdi Hirole, the director of the city's ambulance service, said.",
            "hirole",
            id="named-behind-the-opening",
        ),
        pytest.param(
            "The roads were cut, Superintendent of Police Anil Rao said. The SP said 14 people had died.",
            "rao",
            id="a-rank-in-letters",
        ),
    ],
)
def test_a_description_is_whom_the_story_describes_so(claims: Claims, text: str, by: str) -> None:
    assert {claim.said.by for claim in claims(text).values() if "14 people" in claim.quote} == {by}


def test_a_she_behind_two_speakers_is_not_the_one_whose_name_is_a_mans(claims: Claims) -> None:
    text = "Amina Sorel said roads were cut. Joren Vask said bridges were down. She said 14 people had died."
    assert not [claim for claim in claims(text).values() if "14 people" in claim.quote]


def test_a_lone_quotation_is_the_one_speakers_of_its_paragraph(claims: Claims) -> None:
    text = (
        '"They came by boat," said Dov Steen, a farmer. He lost two brothers. "At least 14 people died in the reeds."'
    )
    assert {claim.said.by for claim in claims(text).values() if "14 people" in claim.quote} == {"steen"}
