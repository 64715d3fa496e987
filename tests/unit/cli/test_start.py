"""How much is loaded before the first document is read."""

import subprocess
import sys
from pathlib import Path

import pytest

STORY = "Two miners were killed in a blast in Kenya on Friday, police said.\n"
HEAVY = ("jinja2", "markdown", "mkdocs", "pydantic", "watchdog")


@pytest.mark.parametrize("form", [[], ["--json"]], ids=["record", "batch-line"])
def test_extraction_loads_nothing_that_only_a_build_needs(tmp_path: Path, form: list[str]) -> None:
    story = tmp_path / "story.txt"
    story.write_text(STORY, encoding="utf-8")
    program = (
        "import sys; from generator.cli import run\n"
        f"assert run(['extract', *{form!r}, {str(story)!r}]) == 0\n"
        f"print(*sorted(set({HEAVY!r}) & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout
    assert done.stderr.strip() == ""
