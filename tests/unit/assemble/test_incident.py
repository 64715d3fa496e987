"""One document's record as a whole: what it states, what it leaves absent, what identifies it."""

from collections.abc import Callable

import pytest

from generator.model.claim import Event
from generator.model.incident import Incident
from generator.pipeline.extraction import Extraction

STORY = """A car bomb outside a police station in Kolvari killed seven officers on Monday, the army said.

The Red Hand claimed responsibility for the bombing, saying it had targeted the police station.

Ferry fares to rise in spring
Haldun mayor opens new library
Rain expected across the north"""


def events(made: Incident) -> list[tuple[str, Event]]:
    return [(claim.said.by, claim.what) for claim in made.claims if isinstance(claim.what, Event)]


def event(made: Incident) -> tuple[str, Event]:
    (only,) = events(made)
    return only


def test_the_event_is_told_by_whoever_claims_it(incident: Callable[..., Incident]) -> None:
    by, what = events(incident(STORY))[-1]
    assert (by, what.type, what.perpetrators) == ("red-hand", "bombing", ("red-hand",))


def test_a_further_sentence_about_the_event_adds_what_is_new_in_its_own_words(
    incident: Callable[..., Incident],
) -> None:
    made = incident(
        "Gunmen stormed a clinic in Kolvari on Monday. They got away. The gunmen also attacked a bus and shot "
        "Judge Tomas Reyl. The attack on the clinic lasted an hour."
    )
    (_, first), (_, second) = events(made)
    assert (first.perpetrators, first.targets, first.victims) == (("gunmen",), ("clinic",), ())
    assert (second.perpetrators, second.targets, second.victims) == (("gunmen",), ("bus",), ("reyl",))


def test_every_value_of_an_event_stands_in_its_quote(incident: Callable[..., Incident]) -> None:
    made = incident("Rebels with machetes attacked a market in Dahr. Mayor Ilse Varga was shot dead by two men.")
    names = {actor.id: actor.name for actor in made.actors}
    told = [(claim.quote, claim.what) for claim in made.claims if isinstance(claim.what, Event)]
    values = [
        (quote, value)
        for quote, what in told
        for value in (*what.targets, *what.weapons, *(names[each] for each in (*what.perpetrators, *what.victims)))
    ]
    assert len(values) > 4
    assert [value for quote, value in values if value.lower() not in quote.lower()] == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The army denied that soldiers had burned a bus in Kolvari after a bombing.", id="denied"),
        pytest.param("A bomb wounded nine people in Kolvari. In 2019 rebels attacked a school there.", id="years-ago"),
        pytest.param("A bomb wounded nine people in Kolvari. Police shot the bomber dead.", id="answered"),
    ],
)
def test_who_did_not_do_it_is_no_perpetrator(incident: Callable[..., Incident], text: str) -> None:
    assert [what.perpetrators for _, what in events(incident(text)) if what.perpetrators] == []


def test_only_text_in_capitals_hides_names(incident: Callable[..., Incident]) -> None:
    told = "GUNMEN YESTERDAY KILLED ILSE VARGA AND TOMAS REYL NEAR THE HARBOUR OF KOLVARI."
    assert [what.victims for _, what in events(incident(told))] == [("varga", "reyl")]
    assert [what.victims for _, what in events(incident(told.capitalize()))] == [()]


def test_an_event_that_nobody_claims_has_no_perpetrators(incident: Callable[..., Incident]) -> None:
    by, what = event(incident("A car bomb outside a police station in Kolvari killed seven officers."))
    assert (by, what.perpetrators, what.targets, what.weapons) == ("document", (), ("police station",), ("car bomb",))


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        pytest.param("Police foiled a car bomb attack near Haldun.", "foiled", id="foiled"),
        pytest.param("A car bomb went off near Haldun.", None, id="accomplished"),
    ],
)
def test_the_stage_of_the_event(incident: Callable[..., Incident], text: str, stage: str | None) -> None:
    assert event(incident(text))[1].stage == stage


def test_a_story_without_an_incident_states_no_event(incident: Callable[..., Incident]) -> None:
    made = incident("The striker scored a late goal as Haldun United won the cup final.")
    assert (made.types, [claim.kind for claim in made.claims]) == (("other",), [])


def test_related_headlines_are_kept_in_order_and_lend_no_figures(incident: Callable[..., Incident]) -> None:
    story = STORY.replace("Haldun mayor opens new library", "Storm kills 90 people in the north")
    made = incident(story)
    assert [headline.text for headline in made.related] == story.splitlines()[-3:]
    assert [headline.at.span.of(story) for headline in made.related] == story.splitlines()[-3:]
    assert [claim.id for claim in made.claims if "90" in claim.quote] == []


@pytest.mark.parametrize(
    ("text", "published", "absent"),
    [
        pytest.param(STORY, None, ("title", "byline", "published", "publisher", "dateline", "url"), id="bare"),
        pytest.param(STORY, "2026-03-10", ("title", "byline", "publisher", "dateline", "url"), id="published"),
        pytest.param(
            "HALDUN, March 4, 2026 (TARA) - A car bomb killed seven.",
            None,
            ("title", "byline", "published", "publisher", "url"),
            id="dateline",
        ),
    ],
)
def test_what_the_document_lacks_is_written_down(
    incident: Callable[..., Incident], text: str, published: str | None, absent: tuple[str, ...]
) -> None:
    assert incident(text, published).documents[0].absent == absent


def test_an_undated_story_holds_no_calendar_day_at_all(incident: Callable[..., Incident]) -> None:
    made = incident(STORY)
    assert (made.dates.anchor, made.dates.start, made.dates.end, made.dates.days) == (None, None, None, ("Monday",))
    assert [claim.id for claim in made.claims if claim.said.when or (claim.when and claim.when.start)] == []


def test_the_documents_own_headline_wins_over_a_composed_one(extract: Callable[..., Extraction]) -> None:
    text = "---\ntitle: Seven officers die in Kolvari\n---\n" + STORY
    title = extract(text).assembly.incident.title
    assert (title.text, title.origin) == ("Seven officers die in Kolvari", "document")


def test_the_id_names_place_and_event_and_ends_in_the_documents_digest(extract: Callable[..., Extraction]) -> None:
    made = extract(STORY)
    assert made.assembly.incident.id == f"kolvari-bombing-{made.document.sha256[:8]}"


def test_actors_are_those_that_claims_name_in_order(incident: Callable[..., Incident]) -> None:
    made = incident(STORY)
    assert [(actor.id, actor.type) for actor in made.actors] == [("army", "state-force"), ("red-hand", "armed-group")]


def test_actors_keep_the_documents_own_apostrophes(incident: Callable[..., Incident]) -> None:
    made = incident("Kenya’s interior ministry said nine people were killed in a bombing.")
    assert [actor.name for actor in made.actors] == ["Kenya’s interior ministry"]


def test_every_claim_can_be_explained(extract: Callable[..., Extraction]) -> None:
    assembly = extract(STORY).assembly
    assert [evidence.claim for evidence in assembly.evidence] == [claim.id for claim in assembly.incident.claims]
    assert [evidence.claim for evidence in assembly.evidence if not evidence.rule] == []


def test_the_same_story_gives_the_same_record_twice(extract: Callable[..., Extraction]) -> None:
    assert extract(STORY, "2026-03-10").assembly == extract(STORY, "2026-03-10").assembly


def test_a_clean_story_has_no_findings(
    extract: Callable[..., Extraction], findings: Callable[[Extraction], list[str]]
) -> None:
    assert findings(extract(STORY, "2026-03-10")) == []
