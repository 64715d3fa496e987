"""`briefing check` finds each planted fault on its line, and nothing on the clean tree."""

import re
import shutil

import pytest

from generator.settings import Workspace

RECORD = "content/incidents/balochistan-attacks-b1512c5f.yml"
AT = re.compile(rf"{re.escape(RECORD)}:(?P<line>\d+):(?P<column>\d+): (?:error|warning): (?P<code>[a-z-]+):")

# What is replaced, what stands there instead, the code of the finding, and words of the line on which it must stand.
FAULTS = {
    "wrong number in a summary": (
        "said 145 militants were killed",
        "said 154 militants were killed",
        "number-without-claim",
        "said 154 militants",
    ),
    "number in a title that no claim holds": (
        'title: {text: "Balochistan attacks: 145',
        'title: {text: "Balochistan attacks: 237',
        "number-without-claim",
        "attacks: 237",
    ),
    "moved quote": ("at: d1:698-757", "at: d1:699-758", "quote-moved", "at: d1:699-758"),
    "reworded quote": (
        "quote: The military had said 92 militants were killed on Saturday.",
        "quote: The military said 92 militants were killed on Saturday.",
        "quote-moved",
        "quote: The military said 92",
    ),
    "figure that its quote does not hold": (
        "what: {killed: 17,",
        "what: {killed: 71,",
        "count-not-in-quote",
        "{killed: 71,",
    ),
    "unknown speaker": (
        "said: {by: india, day: Sunday",
        "said: {by: indiana, day: Sunday",
        "unknown-actor",
        "by: indiana",
    ),
    "reply to a claim that is not there": (
        "responds_to: pakistans-military-blames-india",
        "responds_to: pakistans-army-blames-india",
        "dangling-reference",
        "responds_to: pakistans-army",
    ),
    "duplicate key": (
        "types: [armed-attack, security-operation]",
        "types: [armed-attack, security-operation]\ntypes: [riot]",
        "duplicate-key",
        "types: [riot]",
    ),
    "comment": ("claims:\n- id:", "# looks right to me\nclaims:\n- id:", "comment", "# looks right"),
    "unknown field": ("  kind: response\n", "  kind: response\n  mood: grim\n", "schema", "mood: grim"),
    "anchor": ("said: {by: bla, day: null}", "said: &bla {by: bla, day: null}", "anchor", "&bla"),
    "alias": ("said: {by: bla, day: null}", "said: *bla", "alias", "*bla"),
    "tag": ("killed: 145, who", "killed: !!int 145, who", "tag", "!!int 145"),
    "wrong weekday for the anchor": (
        "dates: {anchor: null, days: [Sunday, Friday, Saturday], basis: weekdays only; the document carries no date}",
        'dates: {anchor: "2026-02-01", start: "2026-01-27", end: "2026-01-27", days: [Sunday], basis: editor}',
        "wrong-weekday",
        'start: "2026-01-27"',
    ),
    "date that the document does not carry": (
        "dates: {anchor: null, days:",
        'dates: {anchor: null, start: "2026-01-31", days:',
        "date-without-source",
        'start: "2026-01-31"',
    ),
    "dangling link": (
        "at: d1:2408-2458, link: null, relation: unresolved",
        "at: d1:2408-2458, link: rafah-crossing-00000000, relation: other-event",
        "dangling-link",
        "link: rafah-crossing-00000000",
    ),
    "non-canonical form": (
        "types: [armed-attack, security-operation]",
        "types:\n- armed-attack\n- security-operation",
        "not-canonical",
        "types:",
    ),
    "missing source": (
        "file: 000_a32e27e422697ddd.txt",
        "file: 000_a32e27e422697dd0.txt",
        "source-missing",
        "697dd0.txt",
    ),
    "source that is not the one that was read": (
        "sha256: b1512c5f",
        "sha256: c1512c5f",
        "source-changed",
        "sha256: c1512c5f",
    ),
    "replaced toll in the title": (
        'title: {text: "Balochistan attacks: 145',
        'title: {text: "Balochistan attacks: 92',
        "stale-figure",
        "attacks: 92",
    ),
    "losses that only the enemy tells of": (
        "category: security-forces}\n  said: {by: bugti, day: Sunday",
        "category: security-forces}\n  said: {by: bla, day: Sunday",
        "enemy-figure",
        "said: {by: bla, day: Sunday",
    ),
    "withdrawn without a reason": (
        "types: [armed-attack",
        "status: {by: ada}\ntypes: [armed-attack",
        "schema",
        "status: {by: ada}",
    ),
    "withdrawn for a blank reason": (
        "types: [armed-attack",
        'status: {withdrawn: " ", by: ada}\ntypes: [armed-attack',
        "schema",
        "withdrawn:",
    ),
    "id that two actors have": (
        "{id: jaiswal, name:",
        "{id: india, name: Randhir",
        "schema",
        "name: Randhir",
    ),
    "place that no list has": ("places: [quetta, gwadar,", "places: [quetta, gwador,", "unknown-place", "gwador"),
}


@pytest.fixture
def broken(built, tmp_path):
    """Plants a fault in a copy of the built workspace."""
    source, _ = built

    def plant(old: str, new: str) -> tuple[Workspace, str]:
        root = tmp_path / "broken"
        for folder in ("seeds", "content", "site"):
            shutil.copytree(source.root / folder, root / folder, ignore=shutil.ignore_patterns("html", "bundle", ".*"))
        path = root / RECORD
        text = path.read_text("utf-8")
        assert old in text, f"nothing to break: {old}"
        path.write_text(text.replace(old, new, 1), "utf-8")
        return Workspace(root), path.read_text("utf-8")

    return plant


@pytest.mark.parametrize(("old", "new", "code", "words"), FAULTS.values(), ids=FAULTS.keys())
def test_a_planted_fault_is_found_on_its_line(old, new, code, words, broken, briefing):
    workspace, text = broken(old, new)
    line = next(number for number, content in enumerate(text.splitlines(), start=1) if words in content)
    done = briefing("check", cwd=workspace.root)
    found = [(match["code"], int(match["line"])) for match in map(AT.match, done.lines) if match]
    assert (code, line) in found
    assert done.code == 1


def test_the_clean_tree_has_no_finding(built, briefing):
    done = briefing("check", cwd=built[0].root)
    assert (done.code, done.lines) == (0, ["0 findings"])
