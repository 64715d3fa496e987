"""What was parsed once is kept beside the compiled modules, and never used for another text."""

import sys
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

import pytest

from generator.lexicon.parsed import parsed
from generator.lexicon.sources import parse_knowledge

TEXT = b"a: [1, 2.5, null, yes]\nb: {c: word}\n"
DATA = {"a": [1, 2.5, None, True], "b": {"c": "word"}}


@pytest.fixture
def knowledge(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    return tmp_path / "birds.yml"


def parse(text: str) -> Any:
    return parse_knowledge(text, "birds.yml")


def refuse(_: str) -> Any:
    raise AssertionError("parsed again")


def kept(file: Path) -> Path:
    return Path(cache_from_source(f"{file}.py"))


def test_a_text_is_parsed_once(knowledge: Path) -> None:
    assert parsed(knowledge, TEXT, parse) == DATA
    assert parsed(knowledge, TEXT, refuse) == DATA


def test_a_changed_text_is_parsed_again(knowledge: Path) -> None:
    parsed(knowledge, TEXT, parse)
    assert parsed(knowledge, b"a: 3", parse) == {"a": 3}
    assert parsed(knowledge, TEXT, parse) == DATA


@pytest.mark.parametrize(
    "harm", [lambda b: b[:-3], lambda b: b"", lambda b: b[:50] + b"?" * 9], ids=["cut", "empty", "garbled"]
)
def test_a_damaged_file_is_parsed_again(knowledge: Path, harm: Any) -> None:
    parsed(knowledge, TEXT, parse)
    kept(knowledge).write_bytes(harm(kept(knowledge).read_bytes()))
    assert parsed(knowledge, TEXT, parse) == DATA


def test_nothing_is_kept_where_python_keeps_no_modules(knowledge: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert parsed(knowledge, TEXT, parse) == DATA
    assert list(knowledge.parent.iterdir()) == []


def test_nothing_is_kept_where_nothing_can_be_written(knowledge: Path) -> None:
    (knowledge.parent / "__pycache__").write_text("a file, no folder")
    assert parsed(knowledge, TEXT, parse) == DATA


def test_a_text_that_cannot_be_parsed_is_told_and_not_kept(knowledge: Path) -> None:
    with pytest.raises(AssertionError, match="parsed again"):
        parsed(knowledge, TEXT, refuse)
    assert not kept(knowledge).exists()


def test_no_part_of_a_file_is_left_behind(knowledge: Path) -> None:
    parsed(knowledge, TEXT, parse)
    assert [path.name for path in kept(knowledge).parent.iterdir()] == [kept(knowledge).name]
