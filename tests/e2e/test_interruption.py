"""Ctrl-C at any moment: nothing half-written, one line, and the next run goes on."""

import json
import os
import signal
import time

import pytest

STAGES = ["extract", "records", "render", "pages", "engine"]


def interrupt(process, stage):
    """Wait until a stage begins, then press Ctrl-C; returns exit code and the error stream."""
    with process:
        seen = []
        for line in process.stderr:
            seen.append(line)
            if line.strip() == stage:
                os.killpg(process.pid, signal.SIGINT)
                break
        seen.append(process.stderr.read())
    return process.returncode, "".join(seen)


@pytest.mark.build
@pytest.mark.parametrize("stage", STAGES)
def test_ctrl_c_during_a_build_leaves_nothing_half_written_and_the_next_build_repairs(
    stage, workspace, start_briefing, briefing, built, tree
):
    code, err = interrupt(start_briefing("build", cwd=workspace.root), stage)
    assert code == 130
    assert err.splitlines()[-1] == "stopped; nothing was left half-written"
    assert "Traceback" not in err
    hidden = [path for folder in (workspace.content, workspace.site / "docs") for path in folder.rglob(".*")]
    assert {path.name for path in hidden} <= {".lock", ".generated.json"}
    records = [tree(folder) for folder in (workspace.incidents, workspace.generated)]
    assert records[0].keys() == records[1].keys()
    assert not (workspace.site / "bundle/briefing-offline.zip").exists()
    assert briefing("build", cwd=workspace.root).code == 0
    whole, _ = built
    for place in ("content", "site/html", "site/bundle"):
        assert tree(workspace.root / place) == tree(whole.root / place)


def test_ctrl_c_during_a_batch_leaves_whole_lines_only(tmp_path, start_briefing):
    text = "A car bomb killed 12 people in Kabul on Monday, police said. " * 40
    batch = tmp_path / "in.jsonl"
    batch.write_text("".join(json.dumps({"id": str(n), "text": text}) + "\n" for n in range(2000)), "utf-8")
    answers = tmp_path / "out.jsonl"
    with answers.open("wb") as out:
        process = start_briefing("extract", "--jsonl", batch, cwd=tmp_path, stdout=out)
    with process:
        while answers.read_bytes().count(b"\n") < 20:
            assert process.poll() is None
            time.sleep(0.01)
        os.killpg(process.pid, signal.SIGINT)
        err = process.stderr.read()
    assert process.returncode == 130
    assert err.splitlines()[-1] == "stopped; nothing was left half-written"
    lines = answers.read_text("utf-8")
    assert lines.endswith("\n")
    assert [json.loads(line)["id"] for line in lines.splitlines()] == [str(n) for n in range(lines.count("\n"))]
    assert 20 <= lines.count("\n") < 2000


def test_a_reader_that_goes_away_ends_a_batch_quietly(tmp_path, start_briefing):
    batch = tmp_path / "in.jsonl"
    text = "A car bomb killed 12 people in Kabul on Monday. " * 50
    batch.write_text("".join(json.dumps({"id": str(n), "text": text}) + "\n" for n in range(500)), "utf-8")
    with start_briefing("extract", "--jsonl", batch, cwd=tmp_path) as process:
        assert process.stdout.readline().startswith('{"id": "0"')
        process.stdout.close()
        err = process.stderr.read()
    assert process.returncode == 141
    assert "error" not in err.lower()
    assert "Traceback" not in err
