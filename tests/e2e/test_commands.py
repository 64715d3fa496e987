"""The other commands, their exit codes, and errors that are one line."""

import gzip
import hashlib
import json
import os
import re
import signal
import subprocess
import sys
import urllib.request

import pytest

from generator.store.record import parse_record
from generator.store.yamlfile import load

SEED = "000_a32e27e422697ddd.txt"
STORY = "A car bomb killed 12 people in Kabul on Monday, police said.\n"


def batch_line(name, text=STORY, **fields):
    return json.dumps({"id": name, "text": text, **fields}) + "\n"


def only_error(run):
    """The one line of an error."""
    (line,) = run.err.splitlines()
    return line


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_names_every_command(option, briefing, tmp_path):
    run = briefing(option, cwd=tmp_path)
    assert (run.code, run.err) == (0, "")
    for command in ("build", "bundle", "check", "explain", "extract", "init", "score", "serve", "verify"):
        assert re.search(rf"^  {command} +[A-Z].*[^.]\.$", run.out, re.MULTILINE), command


def test_help_does_not_load_the_program(tmp_path):
    code = "import sys; from generator.cli import run; run(['--help']); print([m for m in sys.modules if m in HEAVY])"
    heavy = ("yaml", "pydantic", "jinja2", "mkdocs", "watchdog", "generator.lexicon", "generator.pipeline")
    done = subprocess.run(
        [sys.executable, "-c", f"HEAVY = {heavy}; {code}"], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_the_version_is_the_packages(briefing, tmp_path):
    from generator import __version__

    assert briefing("--version", cwd=tmp_path).out == f"briefing {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["frobnicate"], "No such command 'frobnicate'"),
        (["build", "--frobnicate"], "No such option"),
        (["build", "extra"], "unexpected extra argument"),
        (["extract"], "give either FILE... or --jsonl IN"),
        (["extract", "a.txt", "--jsonl", "b.jsonl"], "give either FILE... or --jsonl IN"),
        (["explain"], "give at least one FILE"),
        (["serve", "--port", "99999"], "99999 is not in the range"),
        (["check", "--workspace", "nowhere"], "does not exist"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_usage_is_told_and_exits_with_2(arguments, said, briefing, tmp_path):
    run = briefing(*arguments, cwd=tmp_path)
    assert (run.code, run.out) == (2, "")
    assert said in run.err
    assert "Traceback" not in run.err


@pytest.mark.parametrize("command", ["build", "bundle", "check", "serve"])
def test_a_folder_that_is_no_workspace_is_told_in_one_line(command, briefing, tmp_path):
    run = briefing(command, cwd=tmp_path)
    assert run.code == 1
    assert only_error(run) == (
        f"error: {tmp_path}: expected a folder with seeds/ and content/, found neither here nor above"
    )


def test_a_broken_day_of_the_run_is_wrong_usage(briefing, workspace):
    run = briefing("build", cwd=workspace.root, SOURCE_DATE_EPOCH="tomorrow")
    assert run.code == 2
    assert "SOURCE_DATE_EPOCH: expected seconds since 1970, found 'tomorrow'" in run.err
    assert not (workspace.content / "incidents").exists()


def test_a_disk_that_refuses_is_told_in_one_line(briefing, workspace):
    (workspace.content / "incidents").write_text("no folder", "utf-8")
    run = briefing("build", cwd=workspace.root)
    assert run.code == 1
    assert run.err.splitlines()[-1].startswith("error: ")
    assert "incidents" in run.err.splitlines()[-1]
    assert "Traceback" not in run.err
    assert (workspace.content / "incidents").read_text("utf-8") == "no folder"


def test_a_broken_template_is_told_with_its_place(briefing, workspace):
    (workspace.templates / "home.md.jinja").write_text("<p>{{ view.nothing }}</p>\n", "utf-8")
    run = briefing("build", cwd=workspace.root)
    assert run.code == 1
    assert re.match(r"error: (?:templates/)?home\.md\.jinja:1: ", run.err.splitlines()[-1])


@pytest.mark.parametrize("below", ["", "seeds", "site/docs/about"])
def test_the_workspace_is_found_from_any_folder_in_it(below, briefing, built):
    workspace, _ = built
    run = briefing("check", cwd=workspace.root / below)
    assert (run.code, run.lines) == (0, ["0 findings"])


def test_the_workspace_can_be_named(briefing, built, tmp_path):
    workspace, _ = built
    assert briefing("check", "--workspace", workspace.root, cwd=tmp_path).lines == ["0 findings"]
    assert briefing("check", "-w", workspace.root / "site", cwd=tmp_path).code == 0


def test_check_names_the_place_of_a_fault_counts_it_and_exits_with_1(briefing, workspace):
    briefing("build", cwd=workspace.root)
    (record,) = workspace.incidents.iterdir()
    text = record.read_text("utf-8")
    record.write_text(text.replace("quote: The military had said 92", "quote: The military had said 93"), "utf-8")
    line = text[: text.index("quote: The military had said 92")].count("\n") + 1
    run = briefing("check", cwd=workspace.root)
    assert run.code == 1
    assert any(said.startswith(f"content/incidents/{record.name}:{line}:") for said in run.lines)
    assert re.fullmatch(r"[0-9]+ findings?: .*error.*", run.lines[-1])
    rows = [json.loads(row) for row in briefing("check", "--format", "json", cwd=workspace.root).lines]
    assert len(rows) == len(run.lines) - 1
    assert {row["file"] for row in rows} == {f"content/incidents/{record.name}"}
    assert {"code", "line", "column", "severity", "expected", "found"} <= rows[0].keys()


def test_a_warning_fails_a_check_and_not_a_build_and_a_note_fails_neither(briefing, workspace):
    (workspace.seeds / "picture.png").write_bytes(b"not read")
    assert briefing("build", cwd=workspace.root).code == 0
    noted = briefing("check", cwd=workspace.root)
    assert (noted.code, noted.lines[-1]) == (0, "1 finding: 1 note")
    (workspace.seeds / "bomb.txt").write_text(f"---\npublished: yesterday\n---\n{STORY}", "utf-8")
    assert briefing("build", cwd=workspace.root).code == 0
    warned = briefing("check", cwd=workspace.root)
    assert (warned.code, warned.lines[-1]) == (1, "2 findings: 1 warning, 1 note")


def test_check_changes_nothing(briefing, workspace, tree):
    briefing("build", cwd=workspace.root)
    before = tree(workspace.root)
    briefing("check", cwd=workspace.root)
    assert tree(workspace.root) == before


def test_extract_prints_the_record_that_a_build_writes(briefing, built):
    workspace, _ = built
    (record,) = workspace.incidents.iterdir()
    run = briefing("extract", f"seeds/{SEED}", cwd=workspace.root)
    assert (run.code, run.err) == (0, "")
    assert run.out == record.read_text("utf-8")
    elsewhere = briefing("extract", workspace.seeds / SEED, cwd=workspace.root.parent)
    assert elsewhere.out == run.out


def test_extract_prints_a_stream_of_records_for_several_files(briefing, built, tmp_path):
    workspace, _ = built
    (tmp_path / "bomb.txt").write_text(STORY, "utf-8")
    run = briefing("extract", tmp_path / "bomb.txt", workspace.seeds / SEED, cwd=tmp_path)
    first, second = run.out.split("---\n")
    assert parse_record(first, "first").incident.documents[0].file == "bomb.txt"
    assert load(second, "second")[0]["id"].endswith("b1512c5f")


def test_extract_gives_batch_lines_for_files_too(briefing, built):
    workspace, _ = built
    run = briefing("extract", "--json", f"seeds/{SEED}", cwd=workspace.root)
    answer = json.loads(run.out)
    assert (answer["id"], answer["relevant"], answer["findings"]) == (SEED, True, [])
    assert answer["incidents"][0]["documents"][0]["file"] == SEED


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_extracted(briefing, tmp_path):
    (tmp_path / "bomb.txt").write_text(STORY, "utf-8")
    (tmp_path / "empty.txt").touch()
    run = briefing("extract", "empty.txt", "gone.txt", "bomb.txt", cwd=tmp_path)
    assert run.code == 1
    assert [line.split(":")[0] for line in run.err.splitlines()] == ["empty.txt", "gone.txt"]
    assert "killed: 12" in run.out


@pytest.mark.parametrize("way", ["file", "gzip file", "stdin", "gzip on stdin"])
def test_a_batch_has_one_answer_a_line_in_order(way, briefing, tmp_path):
    lines = [
        batch_line("a", published="2026-03-04", title="Bomb kills 12"),
        "not json\n",
        batch_line("b", text="   "),
        batch_line("c", text="Rovers won the league final 2-1, the coach said."),
        batch_line("d", published="soon"),
        '{"id": "e"}',
    ]
    data = "".join(lines).encode()
    data = gzip.compress(data) if "gzip" in way else data
    if "file" in way:
        (tmp_path / "in").write_bytes(data)
        run = briefing("extract", "--jsonl", "in", cwd=tmp_path)
    else:
        run = briefing("extract", "--jsonl", "-", cwd=tmp_path, stdin=data)
    answers = [json.loads(line) for line in run.lines]
    assert [answer["id"] for answer in answers] == ["a", None, "b", "c", "d", "e"]
    assert ["error" in answer for answer in answers] == [False, True, True, False, False, True]
    assert [answer.get("relevant") for answer in answers] == [True, None, None, False, True, None]
    assert answers[0]["incidents"][0]["documents"][0]["published"] == "2026-03-04"
    assert [finding["code"] for finding in answers[4]["findings"]] == ["unusable-published"]
    assert run.code == 1
    assert run.err.splitlines()[-1] == "6 documents, 3 failed"


def test_a_batch_without_a_failure_exits_with_0_and_an_empty_one_too(briefing, tmp_path):
    assert briefing("extract", "--jsonl", "-", cwd=tmp_path, stdin=batch_line("a").encode()).code == 0
    run = briefing("extract", "--jsonl", "-", cwd=tmp_path, stdin=b"")
    assert (run.code, run.out, run.err.splitlines()[-1]) == (0, "", "0 documents, 0 failed")


def test_a_batch_answers_before_its_input_has_ended(start_briefing, tmp_path):
    command = [sys.executable, "-m", "generator", "extract", "--jsonl", "-"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, cwd=tmp_path) as process:
        for name in ("first", "second"):
            process.stdin.write(batch_line(name).encode())
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == name
        process.stdin.close()
    assert process.returncode == 0


def test_a_batch_line_of_40_megabytes_is_an_error_and_the_next_is_read(briefing, tmp_path):
    huge = b'{"id": "huge", "text": "' + b"x" * 40_000_000 + b'"}\n'
    run = briefing("extract", "--jsonl", "-", cwd=tmp_path, stdin=huge + batch_line("next").encode())
    first, second = map(json.loads, run.lines)
    assert "expected a line of at most 30,100,000 bytes, found 40,000,027" in first["error"]
    assert (second["id"], second["relevant"]) == ("next", True)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (gzip.compress(batch_line("a").encode() * 100)[:-20], "expected a whole gzip file"),
        (b"\x1f\x8bnot gzip at all", "expected a whole gzip file"),
        (None, "in.gz: No such file or directory"),
    ],
    ids=["cut off", "damaged", "missing"],
)
def test_a_batch_file_that_cannot_be_read_is_told_in_one_line(data, said, briefing, tmp_path):
    if data is not None:
        (tmp_path / "in.gz").write_bytes(data)
    run = briefing("extract", "--jsonl", "in.gz", cwd=tmp_path)
    assert run.code == 1
    assert run.err.splitlines()[-1].startswith("error: in.gz")
    assert said in run.err.splitlines()[-1]
    assert "Traceback" not in run.err


def test_explain_shows_rule_speaker_and_sentence_of_each_claim(briefing, built):
    workspace, _ = built
    run = briefing("explain", f"seeds/{SEED}", cwd=workspace.root)
    assert (run.code, run.err) == (0, "")
    (record,) = workspace.incidents.iterdir()
    ids = [claim.id for claim in parse_record(record.read_text("utf-8"), "x").incident.claims]
    assert run.lines[0] == f"{SEED}: {len(ids)} claims"
    blocks = run.out.split("\n\n")[1:]
    assert [block.split()[0] for block in blocks] == ids
    newest = next(block for block in blocks if "killed: 145" in block)
    assert re.search(r"^  rule +\S+$", newest, re.MULTILINE)
    assert re.search(r"^  speaker +Sarfaraz Bugti, Sunday, press conference in Quetta$", newest, re.MULTILINE)
    assert re.search(r"^  sentence +1 \(0-238\): .*>>>.*killed 145 militants.*<<<.*$", newest, re.MULTILINE)
    assert sum("inferred: by and day" in block for block in blocks) == 2
    assert sum("two readings: day" in block for block in blocks) == 1


def test_explain_shows_no_sign_that_a_terminal_would_obey(briefing, tmp_path):
    story = "A bomb killed 12 people in Kabul, police said, as \x1b[2J\x1b]0;owned\x07 crowds \u202efled\u202c.\n"
    (tmp_path / "bomb.txt").write_text(story, "utf-8")
    run = briefing("explain", "bomb.txt", cwd=tmp_path)
    assert "killed: 12" in run.out
    assert all(sign.isprintable() or sign == "\n" for sign in run.out)


@pytest.mark.build
def test_bundle_prints_the_archives_digest_and_path(briefing, workspace):
    run = briefing("bundle", cwd=workspace.root)
    digest, path = run.out.split()
    assert run.code == 0
    assert path == os.path.join("site", "bundle", "briefing-offline.zip")
    assert digest == hashlib.sha256((workspace.root / path).read_bytes()).hexdigest()


@pytest.mark.build
def test_the_address_for_errors_stands_on_the_incident_page(briefing, workspace):
    run = briefing("build", "--report-url", "https://example.org/new?labels=error", cwd=workspace.root)
    assert run.code == 0
    (page,) = (workspace.site / "html/incidents").glob("*b1512c5f.html")
    assert "example" in page.read_text("utf-8")


@pytest.mark.build
def test_serve_shows_the_site_and_builds_it_anew_when_a_document_comes_in(start_briefing, workspace):
    with start_briefing("serve", "--port", "0", cwd=workspace.root) as process:
        address = next(found[1] for line in process.stdout if (found := re.search(r"(http://127\.0\.0\.1:\d+/)", line)))
        assert "Balochistan" in read(address)
        (workspace.templates / "parts.jinja").write_text("{% broken", "utf-8")
        assert "templates/parts.jinja:1" in process.stdout.readline()
        assert "Balochistan" in read(address)
        (workspace.templates / "parts.jinja").unlink()
        (workspace.seeds / "bomb.txt").write_text(STORY, "utf-8")
        assert next(line for line in process.stdout if "changes: " in line)
        assert "Kabul" in read(address)
        os.killpg(process.pid, signal.SIGINT)
        rest = process.stdout.read() + process.stderr.read()
    assert process.returncode == 0
    assert "preview stopped" in rest
    assert "Traceback" not in rest


def read(address):
    with urllib.request.urlopen(f"{address}index.html", timeout=10) as page:
        return page.read().decode("utf-8")
