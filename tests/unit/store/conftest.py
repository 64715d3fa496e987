"""The filled example, and a workspace to write in."""

from pathlib import Path

import pytest

from generator.model.incident import Incident
from generator.settings import Workspace
from generator.store.record import parse_record

EXAMPLE = Path(__file__).with_name("balochistan-attacks.yml")


@pytest.fixture(scope="session")
def example_text() -> str:
    return EXAMPLE.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def example(example_text: str) -> Incident:
    return parse_record(example_text, EXAMPLE.name).incident


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    for name in ("seeds", "content", "site"):
        (tmp_path / name).mkdir()
    return Workspace(tmp_path)
