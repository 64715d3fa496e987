"""Further incidents of one document, and stories that must stay one."""

import pytest

from generator.check.report import check_record
from generator.model.claim import Toll
from generator.store.record import parse_record, record_of

LEDE = (
    "KRESK, Romania, March 3, 2021 (Desk) - A bomb in a parked van killed nine people outside a court in Kresk on"
    " Tuesday, police said.\n\nPolice chief Ana Dobre said 14 people were wounded.\n\n"
)
SEPARATE = LEDE + (
    "In a separate incident on Tuesday, gunmen shot dead two customs officers near the port of Constanta, the interior"
    " ministry said.\n"
)
LOG = """TOLLEN POLICE LOG

SHOOTING, MARLOW PARK
A man was shot dead outside a pub in Marlow Park late on Friday. Sergeant Ida Moss said two men were arrested.

CRASH, RIVER ROAD
Three people were injured when a bus collided with a lorry on River Road on Saturday morning.

LOST PROPERTY
A violin was handed in at the desk.
"""


def tolls(assembly):
    claims = assembly.incident.claims
    return [(claim.what.outcome.value, claim.what.count) for claim in claims if isinstance(claim.what, Toll)]


def test_an_incident_that_is_called_separate_gets_a_record_of_its_own(extract):
    main, further = extract(SEPARATE).assemblies
    assert tolls(main) == [("killed", 9), ("injured", 14)]
    assert tolls(further) == [("killed", 2)]
    assert [place.name for place in further.incident.places] == ["Constanta"]
    assert "Constanta" not in [place.name for place in main.incident.places]
    assert (main.apart, further.apart) == ("", "separate")


def test_the_main_record_keeps_its_id_and_the_document_is_shared(extract):
    main, further = extract(SEPARATE).assemblies
    assert main.incident.id.startswith("kresk-bombing-")
    assert further.incident.id.startswith("constanta-")
    assert main.incident.documents == further.incident.documents
    assert further.incident.title.text.startswith("Constanta ")


def test_no_claim_stands_in_two_records(extract):
    main, further = (assembly.incident for assembly in extract(SEPARATE).assemblies)
    assert {claim.at for claim in main.claims}.isdisjoint(claim.at for claim in further.claims)


def test_each_record_passes_the_checks_and_explains_its_own_sentences(extract):
    extraction = extract(SEPARATE)
    for assembly in extraction.assemblies:
        made = assembly.incident
        record = parse_record(record_of(made), f"content/incidents/{made.id}.yml")
        assert check_record(record, {extraction.document.file: extraction.document}) == ()
        for claim, evidence in zip(made.claims, assembly.evidence, strict=True):
            assert extraction.layout.sentences[evidence.sentence].span.overlaps(claim.at.span)


def test_two_incidents_of_one_place_and_type_have_two_ids(extract):
    text = LEDE.replace("bomb in a parked van killed nine people", "gunman shot dead nine people") + (
        "In an unrelated shooting in Kresk on Sunday, a student was shot dead by a gunman in a bar.\n"
    )
    ids = [assembly.incident.id for assembly in extract(text).assemblies]
    assert len(set(ids)) == len(ids) == 2


def test_a_speaker_of_the_story_is_known_in_the_further_incident(extract):
    text = LEDE + "In a separate incident near Constanta, gunmen kidnapped two engineers, Dobre said.\n"
    _, further = (assembly.incident for assembly in extract(text).assemblies)
    assert [actor.name for actor in further.actors if actor.id == "dobre"] == ["Ana Dobre"]


def test_related_headlines_belong_to_the_main_record(extract):
    text = (
        SEPARATE
        + "\nRelated headlines:\n- Court clerks demand better guards after Kresk bomb\n- Port of Constanta reopens\n"
    )
    main, further = (assembly.incident for assembly in extract(text).assemblies)
    assert len(main.related) == 2
    assert further.related == ()


def test_the_further_incident_ends_where_the_story_goes_on(extract):
    text = (
        SEPARATE
        + "\nDobre said the van in Kresk had been stolen and that 16 people were now in hospital after the bombing.\n"
    )
    main, further = extract(text).assemblies
    assert ("hospitalised", 16) in tolls(main)
    assert tolls(further) == [("killed", 2)]


def test_what_follows_on_the_further_incident_belongs_to_it(extract):
    text = (
        SEPARATE
        + "\nThe customs officers were driving home when the gunmen stopped their car. A third officer was wounded.\n"
    )
    _, further = extract(text).assemblies
    assert ("injured", 1) in tolls(further)


def test_each_item_of_a_police_log_is_an_incident_if_it_tells_one(extract):
    first, second = extract(LOG).assemblies
    assert (first.incident.types[0].value, second.incident.types[0].value) == ("armed-attack", "transport-accident")
    assert tolls(second) == [("injured", 3)]
    assert "Marlow Park" in [place.name for place in first.incident.places]
    assert all("violin" not in claim.quote for each in (first, second) for claim in each.incident.claims)


ITEMS = {
    "capitals and numbers": """DAILY BULLETIN

1. SHOOTING, MARLOW PARK. A man was shot dead outside a pub late on Friday.

2. CRASH, RIVER ROAD. Three people were injured when a bus collided with a lorry on Saturday morning.
""",
    "place first": """POLICE SERVICE OF TOLLEN
Weekend round-up

MARLOW PARK – Shooting. A man was shot dead outside a pub late on Friday.

RIVER ROAD, Tollen – Crash. Three people were injured when a bus collided with a lorry on Saturday morning.
""",
    "day and time": """TOLLEN WEEKLY POST
Sheriff's Log

Friday, 11:40 p.m. SHOOTING, Marlow Park. A man was shot dead outside a pub.

Saturday, 7:05 a.m. Caller said there were cows in her garden.

Saturday, 8:20 a.m. Two-vehicle crash, River Road at the mill. Three people were injured when a bus hit a lorry.
""",
    "labels": """TOLLEN POLICE, WEEKEND LOG

- Fatal shooting: Marlow Park. A man was shot dead outside a pub late on Friday.

- Traffic collision: River Road. Three people were injured when a bus collided with a lorry on Saturday morning.
""",
    "lines": """TOLLEN POLICE, WEEKEND LOG

Fatal shooting – Marlow Park

A man was shot dead outside a pub late on Friday.

Traffic collision – River Road, Tollen

Three people were injured when a bus collided with a lorry on Saturday morning.
""",
}


@pytest.mark.parametrize("text", ITEMS.values(), ids=ITEMS)
def test_items_are_incidents_in_whatever_form_their_heads_stand(text, extract):
    first, second = extract(text).assemblies
    assert (tolls(first), tolls(second)) == ([("killed", 1)], [("injured", 3)])
    assert first.incident.places[0].name == "Marlow Park"
    assert second.incident.places[0].name == "River Road"


def test_an_item_whose_head_names_a_deed_is_an_incident_though_its_words_tell_none(extract):
    text = ITEMS["labels"] + "\n- Home invasion: Alder Lane. Two masked males kicked in the side door and left.\n"
    *_, third = (assembly.incident for assembly in extract(text).assemblies)
    assert [place.name for place in third.places] == ["Alder Lane"]


def test_a_chronology_of_past_years_is_no_list_of_incidents(extract):
    text = LEDE + (
        "March 4, 2011: Bombing, Kresk. It killed nine people.\n\nMay 9, 2014: Bombing, Galati. It killed two people.\n"
    )
    assert len(extract(text).assemblies) == 1


@pytest.mark.parametrize(
    "further",
    [
        "Meanwhile, the mayor of Constanta condemned the attack that killed nine people.",
        "Meanwhile, in Constanta, thousands went to work as usual.",
        "Also on Tuesday, the president visited the court in Kresk.",
        "In a separate statement, the army said two soldiers were among the wounded.",
        "In another attack in 2014, a bomb killed 30 people in Constanta.",
        "Elsewhere, the price of bread rose.",
        "A second bomb was defused in the same street.",
        "In a separate development, the minister warned that gunmen could kill officers in Constanta.",
    ],
)
def test_what_tells_no_news_of_another_incident_stays_in_the_story(further, extract):
    assert len(extract(LEDE + further + "\n").assemblies) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Coordinated bombings killed 40 people in Kresk and Constanta on Tuesday, police said.\n\n"
        "In another attack, a bomber killed six people at a market in Constanta.\n\nMeanwhile, in Galati, a bomb"
        " wounded three people.\n",
        "Floods killed 40 people in the north of Romania on Tuesday, officials said.\n\nElsewhere, floods killed three"
        " people in Constanta.\n",
        "Protesters clashed with police in Kresk on Friday and 11 people were injured.\n\nMeanwhile, in Constanta,"
        " protesters burned two buses and three policemen were hurt.\n",
        "THE DAY\n\nA gunman killed four people in Kresk on Tuesday.\n\nTHE VICTIMS\n\nTwo of the dead were nurses.\n",
        "18.40 Police say nine people were killed by the bomb in Kresk.\n\n17.10 At least six people were killed by a"
        " bomb outside the court in Kresk.\n",
    ],
    ids=["coordinated", "one flood", "one unrest", "headings", "live page"],
)
def test_one_event_told_in_many_parts_stays_one_record(text, extract):
    assert len(extract(text).assemblies) == 1


def test_a_story_that_is_no_incident_without_the_further_one_stays_whole(extract):
    text = (
        "Parliament debated the new pensions bill on Tuesday.\n\nThe vote is due next week, the speaker said.\n\n"
        "Meanwhile, in Constanta, a bomb killed three people.\n"
    )
    assert len(extract(text).assemblies) == 1
