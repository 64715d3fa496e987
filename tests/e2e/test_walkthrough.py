"""The page for editors: every command on it is run in a new workspace, and what it prints is what the page says."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.build,
    pytest.mark.skipif(shutil.which("git") is None, reason="not installed: git"),
    pytest.mark.timeout(600),
]

CHECKOUT = Path(__file__).parents[2]
PAGE = CHECKOUT / "site/docs/about/editors.md"
ELIDED = "..."
PERSON = {f"GIT_{role}_{part}": "ada@example.org" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")}
STAGES = {"read", "extract", "records", "check", "render", "publish", "pages", "engine", "gate", "bundle"}


class Reader:
    """Somebody who does what the page says."""

    def __init__(self, root, programs):
        self.root = root
        programs.mkdir()
        (programs / "briefing").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m generator "$@"\n', "utf-8")
        (programs / "briefing").chmod(0o755)
        self.environment = (
            os.environ
            | PERSON
            | {
                "GIT_CONFIG_GLOBAL": os.devnull,
                "GIT_CONFIG_NOSYSTEM": "1",
                "LC_ALL": "C.UTF-8",
                "PATH": f"{programs}:{os.environ['PATH']}",
                "SOURCE_DATE_EPOCH": "1780272000",
            }
        )
        self.commands = 0

    def run(self, command):
        """The lines that a command prints; stages that a build goes through are no answer."""
        done = subprocess.run(
            command,
            shell=True,
            cwd=self.root,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )
        self.commands += 1
        return [*done.stdout.splitlines(), *(line for line in done.stderr.splitlines() if line not in STAGES)]

    def follow(self, block, before):
        """Do what one block of the page is for: save it, run it, or find it in a record."""
        named = re.search(r"`(seeds/[^`]+)`:\s*\Z", before)
        if named:
            (self.root / named[1]).write_text(block, "utf-8")
        elif block.startswith("$ "):
            for command, answer in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE):
                printed = self.run(command)
                assert re.fullmatch(pattern(answer.splitlines()), "".join(f"{line}\n" for line in printed)), (
                    f"{command}\nprinted:\n" + "\n".join(printed) + f"\nthe page says:\n{answer}"
                )
        else:
            records = [path.read_text("utf-8") for path in (self.root / "content/incidents").glob("*.yml")]
            assert any(f"\n{block}" in record for record in records), block


def pattern(lines):
    """What an answer may look like: three dots stand for any number of lines."""
    return "".join(r"(?:.*\n)*" if line == ELIDED else re.escape(line) + r"\n" for line in lines)


@pytest.fixture
def reader(briefing, tmp_path):
    """A newsroom with a new workspace, in a repository of its own, without documents."""
    assert briefing("init", "desk", cwd=tmp_path).code == 0
    root = tmp_path / "desk"
    (root / "seeds/example.md").unlink()
    subprocess.run(["git", "init", "--quiet", "--initial-branch", "main", root], check=True)
    return Reader(root, tmp_path / "programs")


def test_the_story_on_the_page_for_editors_goes_as_it_is_told(reader):
    text = PAGE.read_text("utf-8")
    before = 0
    for found in re.finditer(r"^```\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        reader.follow(found[1], text[before : found.start()])
        before = found.end()
    assert reader.commands > 30
    page = (reader.root / "site/html/about/editors.html").read_text("utf-8")
    assert "For editors" in page
    assert "‹" in page


def test_the_page_tells_of_every_tool_that_editors_have(briefing):
    text = PAGE.read_text("utf-8")
    for name in ("accept", "reject", "set", "settle", "withdraw", "merge-incidents", "diff", "check", "build"):
        assert re.search(rf"^\$ briefing {name}\b", text, re.MULTILINE), name
    for word in ("Proposal", "Seal", "Tombstone", "Digest line", "History"):
        assert f"**{word}.**" in text
