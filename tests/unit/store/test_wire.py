import json

import pytest

from generator.model.claim import (
    Claim,
    Damage,
    Event,
    Party,
    Review,
    Said,
    Scope,
    Supersession,
    Toll,
    When,
    Whereabouts,
)
from generator.model.incident import (
    Actor,
    Dates,
    Incident,
    Place,
    Proposal,
    RelatedHeadline,
    SourceDocument,
    Status,
    SummarySentence,
    Title,
    Tombstone,
)
from generator.model.partialdate import PartialDate
from generator.model.span import Citation, Span
from generator.model.vocabulary import (
    ActorType,
    Bound,
    Category,
    Charge,
    ClaimKind,
    EventType,
    Form,
    Origin,
    Outcome,
    PlaceLevel,
    Relation,
    ReviewState,
    Stage,
)
from generator.store.schema import read_incident
from generator.store.wire import as_data
from generator.store.wireclaim import claim_data
from generator.store.yamlfile import load

AT = Citation("d1", Span(3, 9))


def claim(**fields: object) -> Claim:
    defaults: dict[str, object] = {"id": "c", "kind": ClaimKind.STATEMENT, "said": Said("document")}
    return Claim(**(defaults | {"quote": "words", "at": AT} | fields))  # type: ignore[arg-type]


def full_incident() -> Incident:
    """A record with every field filled."""
    day = PartialDate(2026, 1, 31)
    toll = Toll(Outcome.KILLED, 20, 30, Bound.RANGE, "dozens", "people", Category.CIVILIANS, "troops")
    event = Event(EventType.BOMBING, Stage.FOILED, ("a",), ("bank",), ("a",), ("bomb",))
    said = Said("a", "Sunday", day, "statement", "said", Form.MIXED, ("by",), ("day",), AT)
    claims = (
        claim(
            id="c1",
            kind=ClaimKind.TOLL,
            what=toll,
            scope=Scope("in all", AT),
            when=When("on Saturday", day, PartialDate(2026, 2)),
            where=("p",),
            said=said,
            supersedes=Supersession("c2", "latest", AT),
            part_of="c2",
            responds_to="c3",
            review=Review(ReviewState.ACCEPTED, "editor", "0123abcd"),
            grade="B2",
            note="note",
        ),
        claim(id="c2", kind=ClaimKind.EVENT, what=event),
        claim(id="c3", kind=ClaimKind.RESPONSIBILITY, what=Party(("a", "b"), "Storm", "bad weather")),
        claim(id="c4", kind=ClaimKind.LOCATION, what=Whereabouts(("p",), False)),
        claim(id="c5", kind=ClaimKind.DAMAGE, what=Damage("houses", 20, 30, Bound.RANGE, "dozens")),
        claim(id="c6", kind=ClaimKind.BACKGROUND, what=Toll(Outcome.INJURED, None, vague="dozens")),
    )
    document = SourceDocument(
        "d1", "a/b.txt", "0" * 64, 20, Span(0, 9), Span(10, 20), "Title", day, "Agency", "https://example.org/a", "en",
        "cp1252", ("byline",), "d2",
    )  # fmt: skip
    return Incident(
        id="x-00000000",
        aliases=("y-00000000",),
        title=Title("Title", Origin.EDITOR),
        types=(EventType.BOMBING, EventType.FIRE),
        status=Status(withdrawn="wrong", by="editor", since=PartialDate(2026, 3)),
        dates=Dates(day, "dateline", PartialDate(2026), PartialDate(2026, 2), ("Sunday",)),
        summary=(SummarySentence("One.", ("c1",)),),
        documents=(document,),
        actors=(Actor("a", "A", ActorType.PERSON, AT, "role", ("B",)),),
        places=(Place("p", "P", PlaceLevel.CITY, AT, "q", "PK", 30.0, -67.5, "geonames:1"),),
        claims=claims,
        related=(RelatedHeadline("Other", AT, "z-00000000", Relation.SAME_EVENT, "same words"),),
        rejected=(Tombstone("c9", "claims", "no", "editor"),),
        proposals=(Proposal("claims/c1", ("a", {"b": (1, None)}), 2.5, "edited"),),
        note="note",
    )


def test_the_example_goes_round(example: Incident, example_text: str) -> None:
    assert as_data(example) == load(example_text, "f")[0]
    assert read_incident(as_data(example), {}, "f") == example


def test_a_record_with_every_field_goes_round_in_canonical_order() -> None:
    incident = full_incident()
    data = as_data(incident)
    assert read_incident(data, {}, "f") == incident
    assert list(data) == [
        *("schema", "id", "aliases", "title", "types", "status", "dates", "summary", "documents", "actors", "places"),
        *("claims", "related", "rejected", "proposals", "note"),
    ]
    first = claim_data(incident.claims[0])
    assert list(first) == [
        *("id", "kind", "what", "scope", "when", "where", "said", "quote", "at", "supersedes", "part_of"),
        *("responds_to", "review", "grade", "note"),
    ]


def test_plain_data_is_plain_enough_for_json(example: Incident) -> None:
    for incident in (example, full_incident()):
        data = as_data(incident)
        assert json.loads(json.dumps(data)) == data
        assert all(type(value) in (str, int, float, bool, type(None)) for value in leaves(data))


def leaves(value: object) -> list[object]:
    if isinstance(value, dict):
        return [leaf for each in value.values() for leaf in leaves(each)]
    if isinstance(value, list):
        return [leaf for each in value for leaf in leaves(each)]
    return [value]


def test_a_toll_is_written_as_its_outcome_with_its_count() -> None:
    toll = Toll(Outcome.KILLED, 145, who="militants", category=Category.MILITANTS, by="security forces")
    assert claim_data(claim(kind=ClaimKind.TOLL, what=toll))["what"] == {
        "killed": 145,
        "who": "militants",
        "category": "militants",
        "by": "security forces",
    }


def test_a_stated_zero_is_written() -> None:
    assert claim_data(claim(kind=ClaimKind.TOLL, what=Toll(Outcome.INJURED, 0)))["what"] == {"injured": 0}


def test_an_unspecified_category_is_left_out() -> None:
    what = claim_data(claim(kind=ClaimKind.TOLL, what=Toll(Outcome.KILLED, 1, category=Category.UNSPECIFIED)))["what"]
    assert what == {"killed": 1}


@pytest.mark.parametrize(
    ("said", "data"),
    [
        (Said("bla"), {"by": "bla", "day": None}),
        (Said("bla", "Sunday"), {"by": "bla", "day": "Sunday"}),
        (Said("document"), {"by": "document"}),
        (Said("document", "Sunday"), {"by": "document", "day": "Sunday"}),
    ],
    ids=["unknown day", "known day", "the document", "the document on a day"],
)
def test_the_day_of_speaking_is_written_for_every_speaker_but_the_document(said: Said, data: dict[str, object]) -> None:
    assert claim_data(claim(said=said))["said"] == data


@pytest.mark.parametrize(("who", "data"), [(("a",), "a"), (("a", "b"), ["a", "b"])], ids=["one", "two"])
def test_one_party_is_an_id_and_several_are_a_list(who: tuple[str, ...], data: object) -> None:
    assert claim_data(claim(kind=ClaimKind.ACCUSATION, what=Party(who)))["what"] == {"who": data}


def test_what_a_party_is_accused_of_is_written_only_where_it_is_not_the_deed() -> None:
    accused = [claim(kind=ClaimKind.ACCUSATION, what=Party(("a",), of=charge)) for charge in (None, Charge.FAULT)]
    assert [claim_data(each)["what"] for each in accused] == [{"who": "a"}, {"who": "a", "of": "fault"}]


def test_a_value_that_says_nothing_is_left_out() -> None:
    assert "what" not in claim_data(claim(kind=ClaimKind.DENIAL, what=Party()))


def test_the_anchor_and_the_link_are_written_even_when_unknown(example: Incident) -> None:
    data = as_data(example)
    assert data["dates"]["anchor"] is None  # type: ignore[index]
    assert all(each["link"] is None for each in data["related"])  # type: ignore[attr-defined]
