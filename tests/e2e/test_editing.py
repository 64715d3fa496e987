"""The editing commands as editors run them: what they write, what they refuse, and that the next build agrees."""

import difflib
import json
import os
import re
import shutil
import subprocess
import sys

import pytest

from generator.settings import Workspace
from generator.store.lastword import last_word_of, read_last_word
from generator.store.proposals import set_value
from generator.store.record import parse_record
from generator.store.seals import is_sealed

pytestmark = pytest.mark.build

FIGURE = "killed-militants-bugti"
EARLIER = "killed-militants-pakistans-military"


class Desk:
    """A built workspace with one record, and the commands run in it."""

    def __init__(self, root, briefing):
        self.workspace = Workspace(root)
        self._briefing = briefing
        (self.id,) = (path.stem for path in self.workspace.incidents.iterdir())
        self.file = self.workspace.incidents / f"{self.id}.yml"

    def run(self, *arguments, code=0, **more):
        done = self._briefing(*arguments, cwd=self.workspace.root, **more)
        assert code in (None, done.code), (arguments, done.out, done.err)
        return done

    def refused(self, *arguments):
        """The one line that refuses a command, which changes nothing."""
        before = self.files()
        done = self.run(*arguments, code=1)
        (line,) = done.err.splitlines()
        assert done.out == ""
        assert self.files() == before
        return line

    @property
    def text(self):
        return self.file.read_text("utf-8")

    def files(self):
        content = self.workspace.content
        paths = (path for path in sorted(content.rglob("*")) if path.is_file() and path.name != ".lock")
        return {path.relative_to(content).as_posix(): path.read_bytes() for path in paths}

    def history(self, name=None):
        path = self.workspace.history / f"{name or self.id}.jsonl"
        return [json.loads(line) for line in path.read_text("utf-8").splitlines()]

    def changed_lines(self, before):
        """Lines that a diff of the record adds, and lines that it removes."""
        lines = list(difflib.unified_diff(before.splitlines(), self.text.splitlines(), n=0, lineterm=""))[2:]
        return [sum(line.startswith(sign) for line in lines) for sign in "+-"]


def assert_build_agrees(desk):
    """The next build finds nothing to write and nothing to note, whatever it says of the record."""
    before = desk.files()
    desk.run("build", code=None)
    assert desk.files() == before


@pytest.fixture
def desk(built, briefing, tmp_path):
    """A copy of the built workspace."""
    root = tmp_path / "workspace"
    shutil.copytree(built[0].root, root)
    return Desk(root, briefing)


def claim_of(text, name):
    """The lines of one claim."""
    after = text.split(f"\n- id: {name}\n", 1)[1]
    lines = after.splitlines()
    return list(lines[: next((n for n, line in enumerate(lines) if not line.startswith("  ")), len(lines))])


def test_an_accepted_claim_is_one_more_line_and_the_next_build_changes_nothing(desk):
    before = desk.text
    desk.run("accept", desk.id, FIGURE, "--by", "anna")
    assert desk.changed_lines(before) == [1, 0]
    assert claim_of(desk.text, FIGURE)[-1].startswith("  review: {state: accepted, by: anna, seal: ")
    last = desk.history()[-1]
    assert (last["by"], last["claim"], last["field"], last["new"]["by"]) == ("editor", FIGURE, "review", "anna")
    assert_build_agrees(desk)
    assert "findings   0" in desk.run("build").out


def test_without_a_claim_all_that_nobody_reviewed_are_accepted_once(desk):
    desk.run("accept", desk.id, FIGURE, "--by", "anna")
    done = desk.run("accept", desk.id[:6], "--by", "ben")
    assert len(done.lines) == desk.text.count("\n  kind: ") - 1 + 2
    assert desk.text.count("by: anna, seal") == 1
    assert desk.text.count("state: accepted") == desk.text.count("\n  kind: ")
    before = desk.files()
    assert desk.run("accept", desk.id, "--by", "cleo").lines == [f"{desk.id}: nothing changed"]
    assert desk.run("accept", desk.id, FIGURE, "--by", "cleo").lines[0] == f"{FIGURE}: accepted by anna, as before"
    assert desk.files() == before


def test_accepting_a_claim_that_was_changed_since_renews_its_seal(desk):
    desk.run("accept", desk.id, FIGURE, "--by", "anna")
    desk.file.write_text(desk.text.replace("killed: 145", "killed: 146"), "utf-8")
    assert "changed since" in desk.run("check", code=1).out
    desk.run("accept", desk.id, FIGURE, "--by", "ben")
    assert "changed since" not in desk.run("check", code=1).out
    fields = [line["field"] for line in desk.history()]
    assert fields.count("what.killed") == 1
    assert_build_agrees(desk)


def test_a_rejected_claim_stays_out_with_its_reason(desk):
    desk.run("reject", desk.id, "location", "--why", "not a list of districts", "--by", "anna")
    assert "\n- id: location\n" not in desk.text
    mark = "- {id: location, list: claims, why: not a list of districts, by: anna}"
    assert mark in desk.text
    assert_build_agrees(desk)
    before = desk.files()
    done = desk.run("reject", desk.id, "location", "--why", "not a list of districts", "--by", "anna")
    assert done.lines == ["location: rejected already", f"{desk.id}: nothing changed"]
    assert desk.files() == before


def test_what_the_machine_built_on_a_rejected_claim_goes_with_it(desk):
    done = desk.run("reject", desk.id, EARLIER, "--why", "another raid")
    assert f"{FIGURE}: no longer names it" in done.lines
    assert any(line.startswith("summary: left out: ") for line in done.lines)
    assert "supersedes" not in desk.text
    assert EARLIER not in desk.text.split("\nrejected:\n")[0]
    assert_build_agrees(desk)


def test_the_title_that_gives_a_rejected_figure_is_named(desk):
    assert any(
        line.startswith("title: still says 145") for line in desk.run("reject", desk.id, FIGURE, "--why", "no").lines
    )


def test_a_claim_that_editors_work_rests_on_is_not_rejected(desk):
    desk.run("accept", desk.id, FIGURE, "--by", "anna")
    assert f"the reviewed claim {FIGURE}" in desk.refused("reject", desk.id, EARLIER, "--why", "another raid")
    desk.file.write_text(desk.text.replace("Bugti also said 17", "He also said 17"), "utf-8")
    assert "summary sentence 2" in desk.refused("reject", desk.id, "killed-civilians-bugti", "--why", "wrong")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(["accept", "balochistan-atacks", "--by", "a"], "the nearest: balochistan-attacks-", id="record"),
        pytest.param(["accept", "baloch", "killed-militant", "--by", "a"], f"the nearest: {FIGURE}", id="claim"),
        pytest.param(["reject", "baloch", "nothing-such", "--why", "a"], "expected the id of a claim", id="reject"),
        pytest.param(["accept", "baloch", FIGURE, "--by", "a\nb"], "expected one line of text", id="name"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_changes_nothing(desk, arguments, told):
    assert told in desk.refused(*arguments)


def test_a_changed_figure_is_one_line_and_set_back_is_an_empty_diff(desk):
    before = desk.text
    desk.run("set", desk.id, f"claims.{FIGURE}.what.killed", "152")
    assert desk.changed_lines(before) == [1, 1]
    assert claim_of(desk.text, FIGURE)[1].startswith("  what: {killed: 152,")
    assert [line["new"] for line in desk.history()[1:]] == [152]
    assert_build_agrees(desk)
    desk.run("set", desk.id, f"claims.{FIGURE}.what.killed", "145")
    assert desk.text == before
    assert_build_agrees(desk)


@pytest.mark.parametrize(
    ("path", "value", "back"),
    [
        pytest.param(
            "title.text",
            "Seen: a # and 92",
            '"Balochistan attacks: 145 militants killed, chief minister says"',
            id="title",
        ),
        pytest.param("dates.start", "2026-01", "null", id="day"),
        pytest.param("actors.bugti.name", "Mir Sarfaraz Bugti", "Sarfaraz Bugti", id="name"),
        pytest.param("note", '"Nobody told us": a mayor', "null", id="words in quotes first"),
        pytest.param("types", "[bombing, armed-attack]", None, id="list"),
        pytest.param("actors.bugti.role", "null", "chief minister of Balochistan", id="left out"),
        pytest.param(f"claims.{FIGURE}.said.day", "null", "Sunday", id="null that says something"),
        pytest.param("claims.location.note", "no: not all", "null", id="note"),
    ],
)
def test_set_then_set_back_is_an_empty_diff(desk, path, value, back):
    before = desk.text
    now = next(line.removeprefix("types: ") for line in before.splitlines() if line.startswith("types: "))
    desk.run("set", desk.id, path, value)
    assert desk.text != before
    assert max(desk.changed_lines(before)) == 1
    desk.run("set", desk.id, path, value)
    assert len(desk.history()) <= 3
    desk.run("set", desk.id, path, now if back is None else back)
    assert desk.text == before


def test_a_title_set_by_command_is_the_editors(desk):
    desk.run("set", desk.id, "title.text", "Attacks in Balochistan: what is known")
    assert '\ntitle: {text: "Attacks in Balochistan: what is known", origin: editor}\n' in desk.text
    assert_build_agrees(desk)


def test_a_change_of_an_accepted_claim_breaks_its_seal_or_renews_it(desk):
    path = f"claims.{FIGURE}.what.killed"
    desk.run("accept", desk.id, FIGURE, "--by", "anna")
    before = desk.text
    assert (
        f"{FIGURE}: changed since anna accepted it; accept it anew, or give --by"
        in desk.run("set", desk.id, path, "146").lines
    )
    assert "changed since" in desk.run("check", code=1).out
    desk.run("set", desk.id, path, "145")
    assert desk.text == before
    assert f"{FIGURE}: sealed anew by ben" in desk.run("set", desk.id, path, "147", "--by", "ben").lines
    assert desk.changed_lines(before) == [2, 2]
    assert "changed since" not in desk.run("check", code=1).out


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        pytest.param(f"claims.{FIGURE}.what.killed", "many", "expected a whole number", id="word"),
        pytest.param(f"claims.{FIGURE}.what.killd", "145", "killd", id="field"),
        pytest.param(f"claims.{FIGURE[:-1]}.what.killed", "145", f"the nearest: {FIGURE}", id="claim"),
        pytest.param("titel.text", "A", "expected a path such as title.text", id="path"),
        pytest.param("types", "[bombing", "expected a value such as 152, null or [a, b]", id="bracket"),
        pytest.param(f"claims.{FIGURE}", "null", "briefing reject", id="whole claim"),
        pytest.param(f"claims.{FIGURE}.review", "null", "briefing accept", id="review"),
        pytest.param(f"claims.{FIGURE}.id", "other", "ids are never changed", id="id"),
        pytest.param("actors.bugti", "null", "naming actors.bugti", id="actor that claims name"),
        pytest.param("summary", "[{text: Seen, claims: [nothing]}]", "summary naming claims.nothing", id="citation"),
        pytest.param("dates.start", "2026-02-31", "expected", id="day"),
    ],
)
def test_a_value_that_no_record_holds_is_refused_in_one_line(desk, path, value, told):
    line = desk.refused("set", desk.id, path, value)
    assert told in line
    assert "expected" in line
    assert "found" in line


@pytest.fixture
def asked(desk):
    """The desk with a record that an editor changed, and a machine that now reads something else than it did."""
    path = desk.workspace.generated / desk.file.name
    said = read_last_word(path.read_bytes(), path.name).incident
    path.write_text(last_word_of(set_value(said, f"claims.{FIGURE}.what.killed", 144)), "utf-8")
    desk.run("set", desk.id, f"claims.{FIGURE}.what.killed", "140")
    desk.run("accept", desk.id, FIGURE, "--by", "anna")
    desk.run("build", code=None)
    assert "\nproposals:\n" in desk.text
    return desk


@pytest.mark.parametrize(("take", "figure"), [("ours", 140), ("theirs", 145)])
def test_a_settled_proposal_is_gone_and_is_not_asked_again(asked, take, figure):
    done = asked.run("settle", asked.id, "--take", take, f"claims.{FIGURE}", "--by", "ben")
    assert done.lines[-1] == f"{asked.id}: no proposal is open"
    assert "proposals:" not in asked.text
    assert f"what: {{killed: {figure}," in asked.text
    assert ("by: ben, seal" in asked.text) == (take == "theirs")
    asked.run("build", code=None)
    assert_build_agrees(asked)
    assert "proposals:" not in asked.text
    assert f"what: {{killed: {figure}," in asked.text


def test_without_a_terminal_the_proposals_are_shown_and_left(asked):
    before = asked.files()
    done = asked.run("settle", asked.id, code=1)
    assert done.lines[0] == f"claims.{FIGURE}"
    assert '"killed": 140' in done.lines[1]
    assert '"killed": 145' in done.lines[2]
    assert done.lines[3].startswith("  why:    an editor set or accepted it;")
    assert done.lines[4] == f"{asked.id}: 1 proposal left"
    assert asked.files() == before
    assert "expected an open proposal" in asked.refused("settle", asked.id, "title", "--take", "ours")
    asked.run("settle", asked.id, "--take", "theirs")
    assert "review" not in "".join(claim_of(asked.text, FIGURE))


@pytest.mark.parametrize(("keys", "open_left"), [("s", True), ("q", True), ("o", False), ("t", False)])
def test_on_a_terminal_each_proposal_is_asked_for(asked, keys, open_left):
    above, below = os.openpty()
    command = [sys.executable, "-m", "generator", "settle", asked.id]
    with subprocess.Popen(command, cwd=asked.workspace.root, stdin=below, stdout=subprocess.PIPE, text=True) as process:
        os.close(below)
        os.write(above, f"{keys}\n".encode())
        out = process.communicate(timeout=60)[0]
        os.close(above)
    assert process.returncode == int(open_left), out
    assert ("proposals:" in asked.text) == open_left
    assert ("killed: 145," in asked.text.split("\nproposals:")[0]) == (keys == "t")


def test_formatting_writes_the_canonical_form_and_keeps_what_is_said(desk):
    before = desk.text
    loose = before.replace("types: [armed-attack", 'types:  [ "armed-attack"').replace("\n", "\r\n")
    desk.file.write_text("# kept\r\n" + loose, "utf-8", newline="")
    files = desk.files()
    assert desk.run("fmt", "--check", code=1).lines == [f"would change: content/incidents/{desk.file.name}"]
    assert desk.files() == files
    desk.run("fmt", desk.id)
    assert desk.text == "# kept\n" + before
    assert len(desk.history()) == 1
    assert desk.run("fmt", "--check").lines == ["nothing to change"]
    desk.file.write_text(before.replace("claims:\n- id", "claims:\n- id: twice\n  id", 1), "utf-8")
    assert "duplicate-key" in desk.run("fmt", code=1).lines[0]


def test_a_withdrawn_record_says_why_and_can_be_opened_again(desk):
    before = desk.text
    desk.run("withdraw", desk.id, "--reason", "the story was an exercise", "--by", "anna")
    line = 'status: {withdrawn: the story was an exercise, by: anna, since: "2026-06-01"}'
    assert line in desk.text.splitlines()
    assert desk.changed_lines(before) == [1, 0]
    assert_build_agrees(desk)
    files = desk.files()
    desk.run("withdraw", desk.id, "--reason", "the story was an exercise", SOURCE_DATE_EPOCH="1880272000")
    assert desk.files() == files
    desk.run("set", desk.id, "status", "null")
    assert desk.text == before


OTHER = """Gunmen attacked a customs post in Kenya on Thursday, killing 12 civilians, police said.

Musa Bugti, a district official, said 17 civilians were killed in Garissa. Two lorries were set on fire.
"""


def test_merging_two_records_loses_no_claim_and_the_next_build_agrees(desk):
    (desk.workspace.seeds / "other.txt").write_text(OTHER, "utf-8")
    desk.run("build", code=None)
    (other,) = (path for path in desk.workspace.incidents.iterdir() if path != desk.file)
    desk.run("set", other.stem, "note", "seen by two editors")
    gone = re.search("\n- id: (.*-police)\n  kind: toll\n", other.read_text("utf-8"))[1]
    desk.run("reject", other.stem, gone, "--why", "not the camp")
    desk.run("accept", other.stem, "--by", "anna")
    ours, theirs = parse_record(desk.text, "ours").incident, parse_record(other.read_text("utf-8"), "theirs").incident
    assert {each.id for each in ours.claims} & {each.id for each in theirs.claims}
    desk.run("merge-incidents", desk.id, other.stem)
    merged = parse_record(desk.text, "merged").incident
    assert merged.claims[: len(ours.claims)] == ours.claims
    assert [(each.kind, each.quote) for each in merged.claims[len(ours.claims) :]] == [
        (each.kind, each.quote) for each in theirs.claims
    ]
    assert all(is_sealed(each) for each in merged.claims[len(ours.claims) :])
    assert [each.file for each in merged.documents] == [each.file for each in (*ours.documents, *theirs.documents)]
    assert {each.name for each in (*ours.actors, *theirs.actors)} == {each.name for each in merged.actors}
    assert {each.name for each in (*ours.places, *theirs.places)} == {each.name for each in merged.places}
    assert f"- {{id: {gone}, list: claims, why: not the camp}}" in desk.text
    assert merged.note == "seen by two editors"
    assert f"\nstatus: {{merged_into: {desk.id}}}\n" in other.read_text("utf-8")
    assert_build_agrees(desk)
    files = desk.files()
    assert "merged already" in desk.run("merge-incidents", desk.id, other.stem).out
    assert desk.files() == files
    assert "one that is merged into" in desk.refused("merge-incidents", other.stem, desk.id)
    assert "the same one twice" in desk.refused("merge-incidents", desk.id, desk.id)


WIRE = """---
title: Earthquake kills 145 in Ardun
published: 2026-05-03
url: https://wire.example/ardun
---
ARDUN, May 3 - An earthquake killed 145 people in Ardun on Sunday, the interior ministry said.
"""
COUNTED = "killed-people-interior-ministry"


def wired(desk, name, text):
    """A document more, and what a build makes of it; the record that rests on it."""
    (desk.workspace.seeds / name).write_text(text, "utf-8")
    desk.run("build", code=None)
    return next(path for path in desk.workspace.incidents.iterdir() if f"file: {name}" in path.read_text("utf-8"))


def test_all_that_is_proposed_of_a_claim_is_settled_by_its_path_and_title_and_summary_follow(desk):
    record = wired(desk, "wire-1.md", WIRE)
    desk.run("accept", record.stem, COUNTED, "--by", "anna")
    later = WIRE.replace("145", "160").replace("ministry said", "ministry said on Monday").replace("May 3", "May 4")
    wired(desk, "wire-2.md", later.replace("2026-05-03", "2026-05-04"))
    proposals = re.findall(r"^- at: (.*)", record.read_text("utf-8"), re.MULTILINE)
    assert proposals == [f"claims.{COUNTED}", f"claims.{COUNTED}.said"]
    assert "expected an open proposal" in desk.refused("settle", record.stem, "claims.killed", "--take", "theirs")
    done = desk.run("settle", record.stem, f"claims.{COUNTED}", "--take", "theirs", "--by", "ben")
    assert done.lines[-1] == f"{record.stem}: no proposal is open"
    assert any("title and summary follow" in line for line in done.lines)
    desk.run("build")
    text = record.read_text("utf-8")
    assert "title: {text: Earthquake kills 160 in Ardun," in text
    assert "- text: The interior ministry said 160 people were killed." in text
    assert "0 findings" in desk.run("check").out
    assert_build_agrees(desk)


TWO = """---
title: Bomb kills nine in Karvat
published: 2026-05-03
url: https://wire.example/two
---
KARVAT, May 3 - A bomb killed nine people at a market in Karvat on Sunday, police said.

In a separate incident, gunmen shot dead four policemen in Sorrel on Saturday, the governor said.
"""


def test_two_incidents_of_one_document_that_were_merged_stay_one_when_it_is_issued_anew(desk):
    wired(desk, "two.md", TWO)
    made = [path for path in desk.workspace.incidents.iterdir() if "file: two.md" in path.read_text("utf-8")]
    record, other = sorted(made, key=lambda path: "Karvat" not in path.read_text("utf-8").split("dates:")[0])
    desk.run("merge-incidents", record.stem, other.stem)
    before = parse_record(record.read_text("utf-8"), "f").incident
    assert_build_agrees(desk)
    wired(desk, "two-again.md", TWO.replace("nine", "11").replace("May 3", "May 4"))
    after = parse_record(record.read_text("utf-8"), "f").incident
    assert [each.id for each in after.claims] == [each.id for each in before.claims]
    assert "killed: 11" in record.read_text("utf-8")
    assert after.proposals == ()
    assert len(list(desk.workspace.incidents.iterdir())) == 1 + len(made)
    assert "0 findings" in desk.run("check").out
    assert_build_agrees(desk)


def test_news_of_a_record_that_was_merged_reach_the_one_that_it_became_part_of(desk):
    other = wired(desk, "wire-1.md", WIRE)
    theirs = parse_record(other.read_text("utf-8"), "f").incident
    desk.run("merge-incidents", desk.id, other.stem)
    closed = other.read_bytes()
    wired(desk, "wire-2.md", WIRE.replace("145", "152"))
    merged = parse_record(desk.text, "f").incident
    assert "killed: 152" in desk.text
    assert "killed: 145, who: people" not in desk.text
    assert [each.file for each in merged.documents][-2:] == ["wire-1.md", "wire-2.md"]
    assert {each.id for each in theirs.claims} <= {each.id for each in merged.claims}
    assert other.read_bytes() == closed
    assert len(list(desk.workspace.incidents.iterdir())) == 2
    assert "error" not in desk.run("check", code=None).out
    assert_build_agrees(desk)
    desk.run("set", other.stem, "note", "part of a larger attack")
    assert "\nnote: part of a larger attack\n" in other.read_text("utf-8")


def test_a_renamed_record_stays_on_the_site_takes_edits_and_takes_news(desk):
    record = wired(desk, "wire-1.md", WIRE)
    page = desk.workspace.site / "html/incidents" / f"{record.stem}.html"
    name = record.stem
    renamed = record.rename(record.with_name("The earthquake.yml"))
    desk.run("build")
    assert page.is_file()
    desk.run("accept", name, "--by", "anna")
    assert "state: accepted, by: anna" in renamed.read_text("utf-8")
    wired(desk, "wire-2.md", WIRE.replace("145", "152"))
    assert "theirs: {kind: toll, what: {killed: 152" in renamed.read_text("utf-8")
    assert not record.exists()
    assert desk.run("check", code=1).out.count("file-name") == 1
