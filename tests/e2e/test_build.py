"""``briefing build`` in real workspaces: what it leaves, what it leaves alone, and what it says."""

import json
import os
import re
import shutil
import zipfile
from html import unescape
from html.parser import HTMLParser

import pytest

pytestmark = pytest.mark.build

SEED = "000_a32e27e422697ddd.txt"
STORY = (
    "A car bomb killed 12 people in Kabul on Monday, police said.\n\n"
    "Police spokesman Karim Wardak said 30 people were injured.\n"
)


class Words(HTMLParser):
    """What a reader sees of a page's own part."""

    def __init__(self, text):
        super().__init__()
        self.depth = 0
        self.seen = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.depth += tag == "article"

    def handle_endtag(self, tag):
        self.depth -= tag == "article"

    def handle_data(self, data):
        if self.depth:
            self.seen.append(data)


def pages_of(workspace):
    html = workspace.site / "html"
    paths = [path for path in sorted(html.rglob("*.html")) if "about" not in path.parts and path.name != "404.html"]
    return {path.relative_to(html).as_posix(): " ".join(Words(path.read_text("utf-8")).seen) for path in paths}


def page_text(path):
    """A page with its numeric character references written out."""
    return unescape(path.read_text("utf-8"))


def leftovers(workspace):
    """Temporary files and folders that a finished or stopped build must not leave."""
    places = [workspace.content, workspace.site / "docs", workspace.site / "bundle"]
    found = [path for place in places for path in place.rglob(".*")]
    return [path.name for path in found if path.name not in (".lock", ".generated.json")]


def incident_path(workspace, part=""):
    (path,) = (path for path in workspace.incidents.iterdir() if part in path.name)
    return path


def test_a_first_build_gives_the_record_and_both_forms_and_says_so(built):
    workspace, run = built
    assert run.code == 0, run.err
    record = incident_path(workspace)
    first, seal, *rest = (workspace.generated / record.name).read_text("utf-8").split("\n")
    assert record.read_text("utf-8").split("\n") == [first, *rest]
    assert "sha256 of the lines below" in seal
    assert (workspace.content / "incident.schema.json").is_file()
    (added,) = map(json.loads, (workspace.history / f"{record.stem}.jsonl").read_text("utf-8").splitlines())
    assert (added["on"], added["field"], added["new"]) == ("2026-06-01", "added", record.stem)
    assert (workspace.site / "html" / "incidents" / f"{record.stem}.html").is_file()
    with zipfile.ZipFile(workspace.site / "bundle/briefing-offline.zip") as packed:
        assert f"briefing-offline/site/incidents/{record.stem}.html" in packed.namelist()
    said = dict(line.split(None, 1) for line in run.lines[:-1])
    assert said["site"] == os.path.join("site", "html", "index.html")
    assert said["bundle"] == os.path.join("site", "bundle", "briefing-offline.zip")
    assert (said["documents"], said["incidents"], said["findings"]) == ("1", "1", "0")
    for stage in ("read", "extract", "records", "check", "render", "publish", "engine", "gate", "bundle", "all"):
        assert re.search(rf"\b{stage} [0-9]+\.[0-9]{{2}}\b", said["seconds"])
    assert re.match(r"[1-9][0-9]* changes: 4 files of content/, [0-9]+ pages written, site and bundle", run.lines[-1])
    assert leftovers(workspace) == []


def test_a_second_build_reports_0_changes_and_touches_nothing(copy_workspace, briefing):
    workspace = copy_workspace("twice")
    briefing("build", cwd=workspace.root)
    paths = [path for path in sorted(workspace.root.rglob("*")) if path.name != ".lock"]
    before = {path: (path.stat().st_mtime_ns, path.is_dir() or path.read_bytes()) for path in paths}
    second = briefing("build", cwd=workspace.root)
    assert second.code == 0
    assert second.lines[-1].startswith("0 changes")
    again = [path for path in sorted(workspace.root.rglob("*")) if path.name != ".lock"]
    assert {path: (path.stat().st_mtime_ns, path.is_dir() or path.read_bytes()) for path in again} == before


def test_two_builds_elsewhere_give_the_same_bytes(copy_workspace, briefing, tree):
    results = []
    for name, variables in (
        ("one", {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1", "LC_ALL": "C", "HOME": "/nonexistent"}),
        ("ü #2 100%", {"TZ": "America/Adak", "PYTHONHASHSEED": "4242", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "0"}),
    ):
        workspace = copy_workspace(name)
        (workspace.seeds / "bomb.txt").write_text(STORY, "utf-8")
        assert briefing("build", cwd=workspace.root, **variables).code == 0
        results.append([tree(workspace.root / place) for place in ("content", "site/html", "site/bundle", "site/docs")])
    assert len(results[0][0]) == 8
    assert results[0] == results[1]


def test_no_page_of_the_seed_shows_a_date_or_a_sum(built):
    workspace, _ = built
    pages = pages_of(workspace)
    assert len(pages) >= 6
    months = "January|February|March|April|May|June|July|August|September|October|November|December"
    for name, words in pages.items():
        assert re.findall(r"\b(?:193|237)\b", words) == [], name
        shown = re.sub(r"\b1 June 2026\b|\b2026-06-01\b", "", words)  # the day of the run: when the incident was added
        assert re.findall(rf"\b(?:19|20)[0-9]{{2}}(?:-[0-9]{{2}}){{0,2}}\b|\b(?:{months}) [0-9]+", shown) == [], name


def test_every_figure_of_the_seed_is_on_its_page_and_leads_to_its_sentence(built):
    workspace, _ = built
    record = incident_path(workspace)
    page = page_text(workspace.site / "html/incidents" / f"{record.stem}.html")
    (source,) = (workspace.site / "html/sources").glob("*.html")
    anchors = set(re.findall(r'id="(s-[0-9]+(?:-[0-9]+)?)"', page_text(source)))
    links = re.findall(rf'href="\.\./sources/{re.escape(source.name)}#(s-[0-9]+(?:-[0-9]+)?)"[^>]*>([0-9]+)</a>', page)
    assert {figure for _, figure in links} == {"145", "92", "17", "31"}
    assert {anchor for anchor, _ in links} <= anchors


def test_what_a_person_edited_is_kept_and_news_of_the_machine_come_in_beside_it(workspace, briefing):
    briefing("build", cwd=workspace.root)
    record = incident_path(workspace)
    base = workspace.generated / record.name
    earlier = "".join(
        line for line in base.read_text("utf-8").replace("{killed: 145,", "{killed: 140,").splitlines(keepends=True)
        if "sha256 of the lines below" not in line
    )  # fmt: skip
    edited = re.sub(r"^title: .*$", "title: {text: A desk's own title, origin: editor}", earlier, flags=re.MULTILINE)
    base.write_text(earlier, "utf-8")
    record.write_text(edited, "utf-8")
    briefing("build", cwd=workspace.root)
    assert record.read_text("utf-8") == edited.replace("{killed: 140,", "{killed: 145,")
    page = pages_of(workspace)[f"incidents/{record.stem}.html"]
    assert "A desk's own title" in page
    lines = [json.loads(line) for line in (workspace.history / f"{record.stem}.jsonl").read_text("utf-8").splitlines()]
    assert [(line["by"], line["field"]) for line in lines[1:]] == [
        ("editor", "title.text"),
        ("editor", "title.origin"),
        ("briefing", "what.killed"),
    ]


def test_a_record_that_nobody_edited_follows_the_machine_and_its_history_tells_what_changed(workspace, briefing):
    briefing("build", cwd=workspace.root)
    record = incident_path(workspace)
    newest = record.read_text("utf-8")
    for path in (record, workspace.generated / record.name):
        path.write_text(newest.replace("{killed: 145,", "{killed: 140,"), "utf-8")  # as an earlier version wrote it
    run = briefing("build", cwd=workspace.root)
    assert record.read_text("utf-8") == newest
    change = json.loads((workspace.history / f"{record.stem}.jsonl").read_text("utf-8").splitlines()[-1])
    assert (change["claim"], change["field"], change["old"], change["new"]) == (
        "killed-militants-bugti",
        "what.killed",
        140,
        145,
    )
    assert "3 files of content/" in run.lines[-1]


def test_a_record_that_a_person_deleted_stays_away_with_its_page(workspace, briefing):
    briefing("build", cwd=workspace.root)
    record = incident_path(workspace)
    record.unlink()
    run = briefing("build", cwd=workspace.root)
    assert run.code == 0
    assert not record.exists()
    assert "deleted-record-kept-out" in run.out
    assert f"incidents/{record.stem}.html" not in pages_of(workspace)


def test_bad_documents_are_findings_and_the_rest_goes_on(workspace, briefing):
    seeds = workspace.seeds
    (seeds / "empty.txt").touch()
    (seeds / "binary.txt").write_bytes(b"\x89PNG\r\n\0\0\0" * 10)
    (seeds / "large.txt").write_bytes(b"Words. " * 800_000)
    (seeds / "away.txt").symlink_to(seeds / SEED)
    os.mkfifo(seeds / "pipe.txt")
    locked = seeds / "locked.txt"
    locked.write_text(STORY, "utf-8")
    locked.chmod(0)
    broken = ["away.txt", "binary.txt", "empty.txt", "large.txt", "pipe.txt"]
    if os.geteuid() != 0:  # nothing is locked from root
        broken.insert(4, "locked.txt")
    run = briefing("build", cwd=workspace.root)
    assert run.code == 1
    found = [line.split(": ")[:3] for line in run.lines if line.startswith("seeds/")]
    assert sorted(found) == sorted([f"seeds/{name}", "error", "unreadable-document"] for name in broken)
    assert run.err.count("Traceback") == 0
    assert incident_path(workspace, "b1512c5f").is_file()
    assert (workspace.site / "bundle/briefing-offline.zip").is_file()
    assert briefing("check", cwd=workspace.root).lines[-1].startswith(f"{len(broken)} findings")


def test_a_broken_record_is_a_finding_and_the_others_are_published(workspace, briefing):
    (workspace.seeds / "bomb.txt").write_text(STORY, "utf-8")
    briefing("build", cwd=workspace.root)
    broken = incident_path(workspace, "b1512c5f")
    broken.write_text(broken.read_text("utf-8").replace("kind: toll", "kind: tally", 1), "utf-8")
    run = briefing("build", cwd=workspace.root)
    assert run.code == 1
    assert re.search(rf"content/incidents/{broken.name}:[0-9]+:[0-9]+: error: schema: .*tally", run.out)
    pages = pages_of(workspace)
    assert f"incidents/{broken.stem}.html" not in pages
    assert any(name.startswith("incidents/kabul") for name in pages)
    assert "tally" in broken.read_text("utf-8")


def test_a_document_without_an_incident_gets_no_record_and_a_note_says_so(workspace, briefing, tree):
    for path in workspace.seeds.iterdir():
        path.unlink()
    story = "Rovers won the league final 2-1 on Saturday.\n\nThe striker scored both goals, the coach said.\n"
    (workspace.seeds / "final.txt").write_text(story, "utf-8")
    run = briefing("build", cwd=workspace.root)
    assert run.code == 0
    assert "seeds/final.txt: note: no-incident:" in run.out
    assert list(tree(workspace.content)) == ["codebook.md", "incident.schema.json"]
    assert pages_of(workspace).keys() >= {"index.html", "headlines.html"}


def test_a_workspace_without_documents_builds_a_site(workspace, briefing):
    shutil.rmtree(workspace.seeds)
    workspace.seeds.mkdir()
    run = briefing("build", cwd=workspace.root)
    assert (run.code, run.err.count("Traceback")) == (0, 0)
    assert (workspace.site / "html/index.html").is_file()


def test_a_related_headline_is_linked_to_the_incident_that_covers_it_and_back(workspace, briefing):
    (workspace.seeds / "bomb.txt").write_text(
        f"---\ntitle: Car bomb kills 12 in Kabul\n---\n{STORY}\nRelated:\n- Storm leaves 90 dead in Ohio\n", "utf-8"
    )
    (workspace.seeds / "later.txt").write_text(
        "An earthquake killed 40 people in Nepal on Tuesday, officials said.\n\n"
        "Related:\n- Car bomb kills 12 in Kabul\n",
        "utf-8",
    )
    assert briefing("build", cwd=workspace.root).code == 0
    bomb = next(path for path in workspace.incidents.iterdir() if "kabul" in path.name)
    quake = next(path for path in workspace.incidents.iterdir() if "nepal" in path.name)
    assert f"link: {bomb.stem}, relation: other-event, why:" in quake.read_text("utf-8")
    html = workspace.site / "html/incidents"
    assert f'href="{bomb.stem}.html"' in page_text(html / f"{quake.stem}.html")
    assert f'href="{quake.stem}.html"' in page_text(html / f"{bomb.stem}.html")
    assert briefing("build", cwd=workspace.root).lines[-1].startswith("0 changes")
    bomb.unlink()
    briefing("build", cwd=workspace.root)
    assert "link: null, relation: unresolved" in quake.read_text("utf-8")
    assert briefing("check", cwd=workspace.root).lines == ["0 findings"]


def test_a_build_waits_for_nobody_and_says_that_another_runs(workspace, briefing):
    from filelock import FileLock

    with FileLock(workspace.content / ".lock"):
        run = briefing("build", cwd=workspace.root)
    assert run.code == 1
    (said,) = (line for line in run.err.splitlines() if line.startswith("error: "))
    assert "found one; wait until it has ended" in said


def test_the_committed_records_are_what_the_program_gives(copy_workspace, briefing, tree, request):
    checkout = request.config.rootpath
    workspace = copy_workspace("committed")
    for folder in ("incidents", "generated", "history"):
        shutil.copytree(checkout / "content" / folder, workspace.content / folder)
    shutil.copy(checkout / "content/incident.schema.json", workspace.content)
    before = tree(workspace.content)
    run = briefing("build", cwd=workspace.root)
    assert (run.code, tree(workspace.content)) == (0, before)
