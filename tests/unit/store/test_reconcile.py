import json
from dataclasses import replace
from datetime import date

import pytest

from generator.errors import InvalidRecord
from generator.model.claim import Toll
from generator.model.finding import Severity
from generator.model.incident import Incident, Status
from generator.model.partialdate import PartialDate
from generator.model.vocabulary import ClaimKind, Outcome, ReviewState
from generator.store.desk import Stored
from generator.store.history import addition, history_text
from generator.store.holders import Index, index_records
from generator.store.lastword import last_word_of
from generator.store.proposals import dismiss_proposal
from generator.store.reconcile import Contents, Plan, plan
from generator.store.record import parse_record, record_of
from generator.store.seals import sealed

ON = date(2026, 11, 22)


@pytest.fixture
def example(example: Incident) -> Incident:
    """The example as the machine would say it, without the notes of an editor."""
    return replace(example, claims=tuple(replace(claim, note=None) for claim in example.claims))


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
def ours(example: Incident) -> bytes:
    return record_of(example).encode()


@pytest.fixture
def base(example: Incident) -> bytes:
    return last_word_of(example).encode()


def planned(incident: Incident, stored: Stored | None = None) -> Plan:
    if stored is None:
        return plan([incident], Contents(), on=ON)
    index = Index(ids=frozenset([incident.id] if stored.ours is not None else []))
    return plan([incident], Contents({incident.id: stored}, index), on=ON)


def written(step: Plan, folder: str) -> str:
    """What a plan writes into a folder."""
    (found,) = (write.new for write in step.writes if write.path.startswith(folder) and write.new is not None)
    return found.decode()


def history_lines(step: Plan) -> list[tuple[str, str, object, object]]:
    lines = [json.loads(line) for line in written(step, "history").splitlines()]
    return [(line["by"], line["field"], line["old"], line["new"]) for line in lines]


def only_finding(step: Plan) -> tuple[str, Severity]:
    assert step.writes == ()
    (finding,) = step.findings
    return finding.code, finding.severity


def test_a_new_incident_is_added_with_its_base_and_its_first_line_of_history(
    example: Incident, ours: bytes, base: bytes
) -> None:
    step = planned(example)
    assert step.findings == ()
    assert [(write.path, write.old) for write in step.writes] == [
        (f"incidents/{example.id}.yml", None),
        (f"generated/{example.id}.yml", None),
        (f"history/{example.id}.jsonl", None),
    ]
    assert (step.writes[0].new, step.writes[1].new) == (ours, base)
    assert json.loads(step.writes[2].new)["field"] == "added"
    assert step.records == {example.id: example}


def test_a_run_without_news_writes_nothing(example: Incident, ours: bytes, base: bytes) -> None:
    assert planned(example, Stored(ours, base, b"")).writes == ()
    windows = [b"\xef\xbb\xbf" + part.replace(b"\n", b"\r\n") for part in (ours, base)]
    assert planned(example, Stored(windows[0], windows[1], b"")).writes == ()


def test_a_base_of_an_earlier_version_is_taken_at_its_word_and_sealed(
    example: Incident, news: Incident, ours: bytes, base: bytes
) -> None:
    step = planned(example, Stored(ours, ours, b""))
    assert ([write.path for write in step.writes], step.findings) == ([f"generated/{example.id}.yml"], ())
    assert step.writes[0].new == base
    assert "killed: 152" in written(planned(news, Stored(ours, ours, b"")), "incidents")


def test_news_replace_an_untouched_record_and_are_added_to_its_history(
    news: Incident, ours: bytes, base: bytes
) -> None:
    past = history_text((addition(news, on="2026-01-01"),)).encode()
    step = planned(news, Stored(ours, base, past))
    assert step.findings == ()
    assert [write.path.partition("/")[0] for write in step.writes] == ["incidents", "generated", "history"]
    assert step.writes[0].new == record_of(news).encode()
    assert step.writes[1].new == last_word_of(news).encode()
    assert (step.writes[0].old, step.writes[1].old) == (ours, base)
    assert step.writes[2].new.startswith(past)
    lines = step.writes[2].new[len(past) :].decode().splitlines()
    assert (json.loads(lines[0])["field"], json.loads(lines[0])["new"]) == ("what.killed", 152)
    assert all(json.loads(line)["on"] == "2026-11-22" for line in lines)


def test_a_record_that_only_looks_different_counts_as_untouched(news: Incident, ours: bytes, base: bytes) -> None:
    restyled = ours.replace(
        b"types: [armed-attack, security-operation]", b"types:\n- armed-attack\n- security-operation"
    )
    assert restyled != ours
    assert len(planned(news, Stored(restyled, base, b"")).writes) == 3
    quiet = planned(replace(news, claims=parse_record(ours.decode(), "f").incident.claims), Stored(restyled, base, b""))
    assert quiet.writes == ()


def test_an_edit_and_news_elsewhere_both_stand(news: Incident, ours: bytes, base: bytes) -> None:
    step = planned(news, Stored(ours.replace(b"Sarfaraz", b"Mir Sarfaraz"), base, b""))
    assert step.findings == ()
    assert "Mir Sarfaraz" in written(step, "incidents")
    assert "killed: 152" in written(step, "incidents")
    assert "proposals" not in written(step, "incidents")
    assert "Mir" not in written(step, "generated")
    assert history_lines(step)[0][:2] == ("editor", "actors.bugti.name")
    assert ("briefing", "what.killed", 145, 152) in history_lines(step)


def test_an_edited_figure_stays_and_the_machines_is_proposed(news: Incident, ours: bytes, base: bytes) -> None:
    step = planned(news, Stored(ours.replace(b"killed: 145", b"killed: 146"), base, b""))
    merged = parse_record(written(step, "incidents"), "f").incident
    assert [(each.at, each.why is not None) for each in merged.proposals] == [("claims.killed-militants-bugti", True)]
    assert written(step, "incidents").count("killed: 146") == 2, "the claim, and the proposal's own side"
    again = planned(news, Stored(*(write.new for write in step.writes)))
    assert again.writes == ()


def test_comments_above_a_record_stay_there(news: Incident, ours: bytes, base: bytes) -> None:
    step = planned(news, Stored(b"# mind the figures\n" + ours, base, b""))
    assert written(step, "incidents").startswith("# mind the figures\n# yaml-language-server")


def test_what_people_changed_is_noted_once(example: Incident, ours: bytes, base: bytes) -> None:
    edited = ours.replace(b"Sarfaraz", b"Mir Sarfaraz")
    first = planned(example, Stored(edited, base, b""))
    assert [write.path.partition("/")[0] for write in first.writes] == ["history"]
    past = first.writes[0].new
    assert planned(example, Stored(edited, base, past)).writes == ()
    undone = planned(example, Stored(ours, base, past))
    assert history_lines(undone)[-1][2:] == ("Mir Sarfaraz Bugti", "Sarfaraz Bugti")
    assert planned(example, Stored(ours, base, undone.writes[0].new)).writes == ()


def test_a_figure_that_the_record_kept_is_no_edit(example: Incident, news: Incident, base: bytes) -> None:
    claims = tuple(
        sealed(claim, state=ReviewState.ACCEPTED, by="desk") if claim.id == "killed-militants-bugti" else claim
        for claim in example.claims
    )
    step = planned(news, Stored(record_of(replace(example, claims=claims)).encode(), base, b""))
    assert [line[1] for line in history_lines(step) if line[0] == "editor"] == ["review"]
    settled = parse_record(written(step, "incidents"), "f").incident
    dismissed = dismiss_proposal(settled, settled.proposals[0].at)
    stored = Stored(record_of(dismissed).encode(), step.writes[1].new, step.writes[2].new)
    after = planned(news, stored)
    assert [write.path.partition("/")[0] for write in after.writes] == ["history"]
    assert len(history_lines(after)) == len(history_lines(step)) + 1, "the proposal was turned down, and no more"


@pytest.mark.parametrize(
    "part",
    [b"not: [a record\n", b"<<<<<<< HEAD\n", b"\xff"],
    ids=["no record", "conflict", "no UTF-8"],
)
def test_a_base_that_cannot_be_read_counts_as_lost(news: Incident, ours: bytes, base: bytes, part: bytes) -> None:
    step = planned(news, Stored(ours, part, b""))
    (finding,) = step.findings
    assert (finding.file, finding.severity) == (f"content/generated/{news.id}.yml", Severity.WARNING)
    assert "killed: 145" in written(step, "incidents")
    assert [each.at for each in parse_record(written(step, "incidents"), "f").incident.proposals] == [
        "claims.killed-militants-bugti"
    ]
    assert written(step, "generated") == last_word_of(news)


def test_a_base_that_was_edited_by_hand_counts_as_lost(news: Incident, ours: bytes, base: bytes) -> None:
    step = planned(news, Stored(ours, base.replace(b"killed: 145", b"killed: 999"), b""))
    (finding,) = step.findings
    assert (finding.code, finding.line) == ("edited-generated", 2)
    assert "killed: 145" in written(step, "incidents")


@pytest.mark.parametrize(
    "status", [Status(withdrawn="a mistake"), Status(merged_into="another-00000000")], ids=["withdrawn", "merged"]
)
def test_a_closed_record_takes_no_news_until_it_is_opened_again(
    example: Incident, news: Incident, ours: bytes, base: bytes, status: Status
) -> None:
    closed = record_of(replace(example, status=status)).encode()
    step = planned(news, Stored(closed, base, b""))
    assert [finding.code for finding in step.findings] == ["closed-record-kept"]
    assert [write.path.partition("/")[0] for write in step.writes] == ["history"]
    opened = planned(news, Stored(ours, base, step.writes[0].new))
    assert "killed: 152" in written(opened, "incidents")


def test_a_broken_record_is_kept(news: Incident, ours: bytes, base: bytes) -> None:
    step = planned(news, Stored(ours + b"id: twice\n", base, b""))
    assert only_finding(step) == ("broken-record-kept", Severity.WARNING)


def test_a_record_that_is_no_regular_file_is_kept(news: Incident, base: bytes) -> None:
    name = f"content/incidents/{news.id}.yml"
    fault = InvalidRecord(name, code="not-a-file", expected="a regular file", found="a link")
    assert only_finding(planned(news, Stored(fault, base, b""))) == ("broken-record-kept", Severity.WARNING)


def test_conflict_marks_are_told_with_their_line_and_the_record_is_kept(
    news: Incident, ours: bytes, base: bytes
) -> None:
    torn = ours.replace(b"types:", b"<<<<<<< HEAD\ntypes:", 1)
    step = planned(news, Stored(torn, base, b""))
    assert only_finding(step) == ("broken-record-kept", Severity.WARNING)
    assert (step.findings[0].line, step.findings[0].column) == (5, 1)


def test_a_base_that_is_no_regular_file_stops_the_machine(news: Incident, ours: bytes) -> None:
    fault = InvalidRecord(f"content/generated/{news.id}.yml", code="not-a-file", expected="a file", found="a link")
    assert only_finding(planned(news, Stored(ours, fault, b""))) == ("not-a-file", Severity.ERROR)


def test_a_history_that_cannot_be_read_stops_the_machine(news: Incident, ours: bytes, base: bytes) -> None:
    fault = InvalidRecord(f"content/history/{news.id}.jsonl", code="not-a-file", expected="a file", found="a link")
    assert only_finding(planned(news, Stored(ours, base, fault))) == ("not-a-file", Severity.ERROR)


def test_a_record_without_a_base_keeps_its_values(example: Incident, news: Incident, ours: bytes) -> None:
    step = planned(example, Stored(ours=ours))
    assert [finding.code for finding in step.findings] == ["base-missing"]
    assert [write.path for write in step.writes] == [f"generated/{example.id}.yml"]
    merged = parse_record(written(planned(news, Stored(ours=ours)), "incidents"), "f").incident
    assert merged.claims == example.claims
    assert [each.at for each in merged.proposals] == ["claims.killed-militants-bugti"]


def test_a_deleted_record_stays_deleted(example: Incident, news: Incident, base: bytes) -> None:
    for incident in (example, news):
        step = planned(incident, Stored(base=base))
        assert only_finding(step) == ("deleted-record-kept-out", Severity.NOTE)


def test_news_for_an_earlier_id_reach_the_record_that_keeps_it(example: Incident, news: Incident, base: bytes) -> None:
    renamed = replace(example, id="renamed-b1512c5f", aliases=(example.id,))
    left = ((f"generated/{example.id}.yml", base), (f"history/{example.id}.jsonl", b'{"on"'))
    stored = Stored(record_of(renamed).encode(), base, former=example.id, earlier=left)
    index = index_records([renamed], deleted=[example.id])
    step = plan([news], Contents({renamed.id: stored}, index), on=ON)
    assert [(write.path, write.old is None) for write in step.writes] == [
        (f"incidents/{renamed.id}.yml", False),
        (f"generated/{renamed.id}.yml", True),
        (f"generated/{example.id}.yml", False),
        (f"history/{renamed.id}.jsonl", True),
        (f"history/{example.id}.jsonl", False),
    ]
    assert [write.new for write in step.writes if example.id in write.path] == [None, None]
    assert step.writes[3].new is not None
    assert step.writes[3].new.startswith(b'{"on"\n{')
    merged = parse_record(written(step, "incidents"), "f").incident
    assert (merged.id, merged.aliases) == (renamed.id, renamed.aliases)
    assert "killed: 152" in written(step, "incidents")


def test_a_record_is_known_by_its_document_when_its_id_drifts(news: Incident, example: Incident) -> None:
    drifted = replace(news, id="quetta-clashes-b1512c5f")
    stored = Stored(record_of(example).encode(), last_word_of(example).encode(), b"")
    step = plan([drifted], Contents({example.id: stored}, index_records([example])), on=ON)
    assert [write.path for write in step.writes][:2] == [f"incidents/{example.id}.yml", f"generated/{example.id}.yml"]
    assert step.holders == {drifted.id: example.id}


def test_a_deleted_record_stays_deleted_when_its_id_drifts(example: Incident, base: bytes) -> None:
    drifted = replace(example, id="quetta-clashes-b1512c5f")
    index = index_records([], deleted=[example.id])
    step = plan([drifted], Contents({example.id: Stored(base=base)}, index), on=ON)
    assert only_finding(step) == ("deleted-record-kept-out", Severity.NOTE)


def test_two_incidents_of_one_document_are_two_records(example: Incident) -> None:
    second = replace(example, id="quetta-clashes-b1512c5f")
    step = plan([example, second], Contents(), on=ON)
    assert set(step.records) == {example.id, second.id}
    stored = {
        name: Stored(record_of(each).encode(), last_word_of(each).encode(), b"") for name, each in step.records.items()
    }
    assert plan([second, example], Contents(stored, index_records(step.records.values())), on=ON).writes == ()


def reissued(incident: Incident, name: str, sha256: str, published: str | None = None) -> Incident:
    """The incident as a later version of its document tells it."""
    (source,) = incident.documents
    day = PartialDate.parse(published) if published else None
    source = replace(source, file=name, sha256=sha256, published=day, url="https://example.org/story")
    return replace(incident, id=f"quetta-{sha256[:8]}", documents=(source,))


def test_a_later_version_of_a_story_updates_the_record_of_the_first(example: Incident, news: Incident) -> None:
    old, new = reissued(example, "a.txt", "a" * 64), reissued(news, "b.txt", "b" * 64)
    step = plan([old, new], Contents(), on=ON)
    merged = parse_record(written(step, "incidents"), "f").incident
    assert (merged.id, [(each.id, each.replaces) for each in merged.documents]) == (
        old.id,
        [("d1", None), ("d2", "d1")],
    )
    assert "killed: 152" in written(step, "incidents")
    stored = Stored(*(write.new for write in step.writes))
    again = plan([old, new], Contents({old.id: stored}, index_records([merged])), on=ON)
    assert (again.writes, again.findings) == ((), ())


def test_an_older_version_that_comes_late_changes_nothing(example: Incident, news: Incident) -> None:
    new = reissued(news, "b.txt", "b" * 64, "2026-02-02")
    old = reissued(example, "a.txt", "a" * 64, "2026-02-01")
    stored = Stored(record_of(new).encode(), last_word_of(new).encode(), b"")
    step = plan([old], Contents({new.id: stored}, index_records([new])), on=ON)
    assert only_finding(step) == ("older-document", Severity.NOTE)


def test_a_torn_last_line_of_history_does_not_swallow_the_next(news: Incident, base: bytes) -> None:
    step = planned(news, Stored(record_of(replace(news, claims=news.claims[1:])).encode(), base, b'{"on"'))
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


def test_a_record_whose_document_is_gone_is_left_alone(example: Incident, ours: bytes, base: bytes) -> None:
    assert plan([], Contents({example.id: Stored(ours, base, b"")}), on=ON) == Plan()
