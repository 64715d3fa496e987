"""Learning the weights: from the same stories the same bytes, and weights that know an incident."""

import importlib.util
import json
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
import yaml

STORIES = (
    ("Gunmen opened fire on a bus in Kolvari on Monday, killing nine people.", True, ["attack"]),
    ("A car bomb exploded outside a court in Norvale, wounding six people.", True, ["bombing"]),
    ("Rebels kidnapped two teachers near Dahr and demanded a ransom.", True, ["kidnapping"]),
    ("The striker scored twice in the cup final.", False, []),
    ("The central bank raised interest rates on Tuesday.", False, []),
    ("Both sides met for peace talks in Kolvari.", False, []),
)


@pytest.fixture(scope="module")
def training() -> ModuleType:
    spec = importlib.util.spec_from_file_location("train_weights", Path(__file__).with_name("train_weights.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    path = tmp_path / "muc.jsonl"
    rows = [
        {"id": f"s{number}", "text": text, "gold": {"relevant": relevant, "types": types}}
        for number, (text, relevant, types) in enumerate(STORIES)
    ]
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture
def learnt(training: ModuleType, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    def run(*arguments: str) -> str:
        training.main(list(arguments))
        return capsys.readouterr().out

    return run


def test_the_same_stories_give_the_same_weights(learnt: Callable[..., str], stories: Path) -> None:
    assert learnt(f"muc={stories}") == learnt(f"muc={stories}")


def test_killed_persons_speak_for_an_incident_and_money_against_one(learnt: Callable[..., str], stories: Path) -> None:
    weights = yaml.safe_load(learnt(f"muc={stories}"))
    assert weights["relevance"]["lede killed"] > 0 > weights["relevance"]["economy: lede words"]
    assert weights["types"]["lede words"] > 0


def test_the_file_says_what_it_was_learnt_from_and_where_nothing_lay(
    learnt: Callable[..., str], stories: Path, tmp_path: Path
) -> None:
    text = learnt(f"muc={stories}")
    assert "Learnt from: muc" in text
    assert str(tmp_path) not in text


def test_a_half_is_tried_on_the_other_half(learnt: Callable[..., str], stories: Path) -> None:
    assert learnt(f"muc={stories}", "--half", "0").startswith("muc: relevance P ")


def test_an_unknown_source_is_refused(training: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        training.main(["letters=letters.jsonl"])
    told = capsys.readouterr().err
    assert "expected one of muc, attacks, outbreaks, current, gold, golden, alerts, stories, kinds with =PATH" in told
