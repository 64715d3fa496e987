"""Two wires on one bomb through the real commands: joined by the machine, merged and kept apart by editors."""

import shutil

import pytest

from generator.model.vocabulary import ClaimKind
from generator.settings import Workspace
from generator.store.repository import read_history, read_records

pytestmark = pytest.mark.build

WIRE = """---
title: {title}
published: 2025-05-05
publisher: {publisher}
---
A bomb exploded in a wool market in Trevanka on Monday, killing at least six people, police said.

The blast tore the roof from the stalls of the carders from Oldra at about 9:30 a.m., captain Ivo Lamsdorf said.

No group has claimed responsibility for the attack on the market, which opens twice a week.
"""


def wire(publisher, title="Bomb kills six in Trevanka wool market"):
    return WIRE.format(title=title, publisher=publisher)


@pytest.fixture
def branches(copy_workspace, briefing):
    """A workspace after the merge of two branches, in each of which an editor took in one of the wires."""
    ours, theirs = copy_workspace("ours"), copy_workspace("theirs")
    for workspace, name, text in ((ours, "a.md", wire("Northern Wire")), (theirs, "b.md", wire("Evening Lamp"))):
        shutil.rmtree(workspace.seeds)
        workspace.seeds.mkdir()
        (workspace.seeds / name).write_text(text, "utf-8")
        assert briefing("build", cwd=workspace.root).code == 0
    for folder in ("seeds", "content"):
        shutil.copytree(theirs.root / folder, ours.root / folder, dirs_exist_ok=True)
    return ours


def told(workspace: Workspace):
    """File of a record's first document -> files of all its documents, and where the record leads."""
    incidents = [record.incident for record in read_records(workspace)[0]]
    names = {each.id: each.documents[0].file for each in incidents}
    return {
        names[each.id]: (
            sorted(source.file for source in each.documents),
            names[each.status.merged_into] if each.status else None,
        )
        for each in incidents
    }


def record_of(workspace, file):
    return next(record.incident for record in read_records(workspace)[0] if record.incident.documents[0].file == file)


def test_two_records_of_one_incident_become_one_page_until_an_editor_opens_the_second_again(branches, briefing):
    second = record_of(branches, "b.md").id
    briefing("build", cwd=branches.root)
    assert told(branches) == {"a.md": (["a.md", "b.md"], None), "b.md": (["b.md"], "a.md")}
    assert (branches.site / "html/incidents" / f"{second}.html").is_file()
    assert briefing("set", second, "status", "null", cwd=branches.root).code == 0
    done = briefing("build", cwd=branches.root)
    assert told(branches) == {"a.md": (["a.md"], None), "b.md": (["b.md"], None)}
    assert "same-incident" in done.out
    (branches.seeds / "c.md").write_text(wire("Oldra Post", "Six dead in Trevanka"), "utf-8")
    briefing("build", cwd=branches.root)
    found = told(branches)
    assert [led for _, led in found.values()] == [None, None]
    assert sorted([*found["a.md"][0], *found["b.md"][0]]) == ["a.md", "b.md", "c.md"]
    assert "error" not in briefing("check", cwd=branches.root).out


def test_what_an_editor_accepted_is_joined_by_an_editor_alone_and_stays_joined(branches, briefing):
    first, second = (record_of(branches, name).id for name in ("a.md", "b.md"))
    assert briefing("accept", first, "--by", "anna", cwd=branches.root).code == 0
    assert f"briefing merge-incidents {first} {second}" in briefing("build", cwd=branches.root).out
    assert told(branches) == {"a.md": (["a.md"], None), "b.md": (["b.md"], None)}
    assert briefing("merge-incidents", first, second, cwd=branches.root).code == 0
    merged = {"a.md": (["a.md", "b.md"], None), "b.md": (["b.md"], "a.md")}
    for _ in range(2):
        done = briefing("build", cwd=branches.root)
        assert told(branches) == merged
        assert "same-incident" not in done.out


def documents_of(workspace, file):
    return {each.file: each.id for each in record_of(workspace, file).documents}


def assert_parted(workspace, briefing, *, builds=2):
    """The two wires stay two incidents, whole ones, and nobody is asked about them."""
    for _ in range(builds):
        done = briefing("build", cwd=workspace.root)
        assert told(workspace) == {"a.md": (["a.md"], None), "b.md": (["b.md"], None)}
        assert "same-incident" not in done.out
    for file in ("a.md", "b.md"):
        kinds = {claim.kind for claim in record_of(workspace, file).claims}
        assert {ClaimKind.TOLL, ClaimKind.STATEMENT, ClaimKind.NO_CLAIM} <= kinds
    assert "error" not in briefing("check", cwd=workspace.root).out


def test_a_document_that_an_editor_splits_off_gets_its_own_record_back_and_stays_apart(branches, briefing):
    first, second = (record_of(branches, name).id for name in ("a.md", "b.md"))
    briefing("build", cwd=branches.root)
    split = documents_of(branches, "a.md")["b.md"]
    assert briefing("accept", first, "--by", "anna", cwd=branches.root).code == 0
    done = briefing("split-incident", first, split, cwd=branches.root)
    assert (done.code, done.lines[0]) == (0, f"{second}: b.md, split off {first}; they stay two incidents")
    assert_parted(branches, briefing)
    assert record_of(branches, "b.md").id == second
    assert all(claim.review for claim in record_of(branches, "a.md").claims)
    assert [change.old for change in read_history(branches, second)[0] if change.field == "added"] == [None, first]


def test_a_document_that_came_later_gets_a_record_of_its_own_when_an_editor_splits_it_off(copy_workspace, briefing):
    workspace = copy_workspace("one")
    shutil.rmtree(workspace.seeds)
    workspace.seeds.mkdir()
    (workspace.seeds / "a.md").write_text(wire("Northern Wire"), "utf-8")
    briefing("build", cwd=workspace.root)
    (workspace.seeds / "b.md").write_text(wire("Evening Lamp", "Six killed in Trevanka market bombing"), "utf-8")
    briefing("build", cwd=workspace.root)
    assert told(workspace) == {"a.md": (["a.md", "b.md"], None)}
    name = record_of(workspace, "a.md").id
    assert briefing("split-incident", name, "d2", cwd=workspace.root).code == 0
    assert_parted(workspace, briefing, builds=1)
    other = record_of(workspace, "b.md").id
    assert record_of(workspace, "b.md").title.text == "Six killed in Trevanka market bombing"
    assert briefing("merge-incidents", name, other, cwd=workspace.root).code == 0
    briefing("build", cwd=workspace.root)
    assert told(workspace) == {"a.md": (["a.md", "b.md"], None), "b.md": (["b.md"], "a.md")}
