import json
from dataclasses import replace
from datetime import date

import pytest

from generator.errors import InvalidRecord
from generator.model.claim import Toll
from generator.model.finding import Severity
from generator.model.incident import Incident
from generator.model.vocabulary import ClaimKind, Outcome
from generator.store.history import addition, history_text
from generator.store.reconcile import Contents, Plan, Stored, plan
from generator.store.record import record_of

ON = date(2026, 11, 22)


@pytest.fixture
def news(example: Incident) -> Incident:
    """The machine now reads another figure in the document."""
    claims = tuple(
        replace(claim, what=Toll(Outcome.KILLED, 152, who="militants"))
        if claim.id == "killed-militants-bugti"
        else claim
        for claim in example.claims
    )
    return replace(example, claims=claims)


@pytest.fixture
def base(example: Incident) -> bytes:
    return record_of(example).encode()


def planned(incident: Incident, stored: Stored | None = None, aliases: dict[str, str] | None = None) -> Plan:
    records = {incident.id: stored} if stored else {}
    return plan([incident], Contents(records, aliases or {}), on=ON)


def only_finding(step: Plan) -> tuple[str, Severity]:
    assert step.writes == ()
    (finding,) = step.findings
    return finding.code, finding.severity


def test_a_new_incident_is_added_with_its_base_and_its_first_line_of_history(example: Incident, base: bytes) -> None:
    step = planned(example)
    assert step.findings == ()
    assert [(write.path, write.old) for write in step.writes] == [
        (f"incidents/{example.id}.yml", None),
        (f"generated/{example.id}.yml", None),
        (f"history/{example.id}.jsonl", None),
    ]
    assert step.writes[0].new == step.writes[1].new == base
    assert json.loads(step.writes[2].new)["field"] == "added"


def test_a_run_without_news_writes_nothing(example: Incident, base: bytes) -> None:
    assert planned(example, Stored(base, base, b"")) == Plan()
    edited = base.replace(b"Sarfaraz", b"Mir Sarfaraz")
    assert planned(example, Stored(edited, base, b"")) == Plan()
    windows = base.replace(b"\n", b"\r\n")
    assert planned(example, Stored(windows, windows, b"")) == Plan()


def test_news_replace_an_untouched_record_and_are_added_to_its_history(news: Incident, base: bytes) -> None:
    past = history_text((addition(news, on="2026-01-01"),)).encode()
    step = planned(news, Stored(base, base, past))
    assert step.findings == ()
    assert [write.path.partition("/")[0] for write in step.writes] == ["incidents", "generated", "history"]
    assert step.writes[0].new == step.writes[1].new == record_of(news).encode()
    assert step.writes[0].old == step.writes[1].old == base
    assert step.writes[2].new.startswith(past)
    lines = step.writes[2].new[len(past) :].decode().splitlines()
    assert (json.loads(lines[0])["field"], json.loads(lines[0])["new"]) == ("what.killed", 152)
    assert all(json.loads(line)["on"] == "2026-11-22" for line in lines)


def test_a_record_that_only_looks_different_counts_as_untouched(news: Incident, base: bytes) -> None:
    restyled = base.replace(
        b"types: [armed-attack, security-operation]", b"types:\n- armed-attack\n- security-operation"
    )
    assert restyled != base
    assert len(planned(news, Stored(restyled, base, b"")).writes) == 3


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"Sarfaraz", b"Mir Sarfaraz"),
        (b"killed: 145", b"killed: 146"),
        (b"# yaml", b"# mind the figures\n# yaml"),
        (b"at: d1:0-170", b"at: d1:0-171"),
    ],
    ids=["name", "figure", "comment at the top", "place"],
)
def test_an_edited_record_is_kept_base_included_and_the_news_are_named(
    news: Incident, base: bytes, old: bytes, new: bytes
) -> None:
    step = planned(news, Stored(base.replace(old, new), base, b""))
    assert only_finding(step) == ("edited-record-kept", Severity.WARNING)
    assert "killed-militants-bugti" in step.findings[0].found
    assert step.findings[0].file == f"content/incidents/{news.id}.yml"


def test_news_in_many_places_are_named_briefly(example: Incident, base: bytes) -> None:
    news = replace(example, claims=tuple(replace(claim, note="x") for claim in example.claims), note="y")
    step = planned(news, Stored(base + b"note: mine\n", base, b""))
    assert " and 9 more" in step.findings[0].found


def test_a_broken_record_is_kept(news: Incident, base: bytes) -> None:
    step = planned(news, Stored(base + b"id: twice\n", base, b""))
    assert only_finding(step) == ("broken-record-kept", Severity.WARNING)


def test_a_record_that_is_no_regular_file_is_kept(news: Incident, base: bytes) -> None:
    name = f"content/incidents/{news.id}.yml"
    fault = InvalidRecord(name, code="not-a-file", expected="a regular file", found="a link")
    assert only_finding(planned(news, Stored(fault, base, b""))) == ("broken-record-kept", Severity.WARNING)


def test_a_broken_base_stops_the_machine(news: Incident, base: bytes) -> None:
    step = planned(news, Stored(base, base + b"id: twice\n", b""))
    assert only_finding(step) == ("duplicate-key", Severity.ERROR)
    assert step.findings[0].file == f"content/generated/{news.id}.yml"


def test_a_history_that_cannot_be_read_stops_the_machine(news: Incident, base: bytes) -> None:
    fault = InvalidRecord(f"content/history/{news.id}.jsonl", code="not-a-file", expected="a file", found="a link")
    assert only_finding(planned(news, Stored(base, base, fault))) == ("not-a-file", Severity.ERROR)


def test_a_record_without_a_base_is_kept(example: Incident, base: bytes) -> None:
    assert only_finding(planned(example, Stored(ours=base))) == ("base-missing", Severity.WARNING)


def test_a_deleted_record_stays_deleted(example: Incident, news: Incident, base: bytes) -> None:
    for incident in (example, news):
        step = planned(incident, Stored(base=base))
        assert only_finding(step) == ("deleted-record-kept-out", Severity.NOTE)


def test_an_earlier_id_does_not_come_back(example: Incident, news: Incident, base: bytes) -> None:
    aliases = {example.id: "renamed-b1512c5f"}
    assert planned(example, Stored(base=base), aliases) == Plan()
    step = planned(news, Stored(base=base), aliases)
    assert only_finding(step) == ("alias-kept", Severity.NOTE)
    assert step.findings[0].file == "content/incidents/renamed-b1512c5f.yml"
    assert planned(news, None, aliases).writes == ()


def test_a_torn_last_line_of_history_does_not_swallow_the_next(news: Incident, base: bytes) -> None:
    step = planned(news, Stored(base, base, b'{"on"'))
    assert step.writes[2].new.startswith(b'{"on"\n{')


@pytest.mark.parametrize(
    "fields",
    [{"id": "../../etc/passwd"}, {"note": "a\x00b"}, {"note": "\ud800"}, {"types": ()}, {"documents": ()}],
    ids=["id that leads out", "control", "surrogate", "no type", "no document"],
)
def test_the_machine_cannot_write_what_could_not_be_read_back(example: Incident, fields: dict[str, object]) -> None:
    incident = replace(example, **fields)  # type: ignore[arg-type]
    assert only_finding(planned(incident)) == ("unwritable-record", Severity.ERROR)


def test_a_coordinate_that_is_no_number_is_not_written(example: Incident) -> None:
    place = replace(example.places[0], lat=float("nan"), lon=1.0, gazetteer="g:1")
    assert only_finding(planned(replace(example, places=(place,)))) == ("unwritable-record", Severity.ERROR)


def test_a_claim_whose_value_does_not_fit_its_kind_is_not_written(example: Incident) -> None:
    claims = (replace(example.claims[1], kind=ClaimKind.STATEMENT),)
    step = planned(replace(example, claims=claims))
    assert only_finding(step) == ("unwritable-record", Severity.ERROR)
    assert "killed: 145" in step.findings[0].found


def test_of_two_incidents_with_one_id_the_first_is_written(example: Incident, news: Incident) -> None:
    step = plan([example, news], Contents(), on=ON)
    assert step.writes[0].new == record_of(example).encode()
    assert [finding.code for finding in step.findings] == ["record-repeated"]


def test_a_record_whose_document_is_gone_is_left_alone(example: Incident, base: bytes) -> None:
    assert plan([], Contents({example.id: Stored(base, base, b"")}), on=ON) == Plan()
