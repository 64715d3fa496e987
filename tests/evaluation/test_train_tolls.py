"""The passages from which the weights of ``toll_weights.yml`` are learned, and their learning."""

import importlib.util
import json
import math
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

from generator.lexicon.lexicon import Lexicon, load_lexicon
from generator.model.values import replace
from generator.model.vocabulary import Outcome

HERE = Path(__file__).parent
PASSAGES = [json.loads(line) for line in (HERE / "tolls.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def training() -> ModuleType:
    spec = importlib.util.spec_from_file_location("train_tolls", HERE / "train_tolls.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["train_tolls"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def unweighed() -> Lexicon:
    lexicon = load_lexicon()
    words = replace(lexicon.tolls.words, weights={}, threshold=math.inf)
    return replace(lexicon, tolls=replace(lexicon.tolls, words=words))


@pytest.fixture(scope="module")
def examples(training: ModuleType, unweighed: Lexicon, tmp_path_factory: pytest.TempPathFactory) -> list[object]:
    path = tmp_path_factory.mktemp("few") / "few.jsonl"
    path.write_text("".join(f"{json.dumps(each)}\n" for each in PASSAGES[::4]), encoding="utf-8")
    return list(training.read_passages(path, unweighed))


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: passage["id"])
def test_every_figure_of_a_passage_stands_where_it_is_marked(passage: dict[str, object]) -> None:
    gold = passage["gold"]
    assert isinstance(gold, dict)
    text = str(passage["text"])
    assert [toll for toll in gold["tolls"] if not text.startswith(toll["words"], toll["at"])] == []


def test_the_passages_hold_every_outcome_and_many_figures_of_none() -> None:
    told = Counter(toll["outcome"] for passage in PASSAGES for toll in passage["gold"]["tolls"])
    assert set(told) == {outcome.value for outcome in Outcome}
    assert sum(not passage["gold"]["tolls"] for passage in PASSAGES) > len(PASSAGES) / 6


def test_the_same_passages_give_the_same_weights(training: ModuleType, examples: list[object]) -> None:
    assert training.render(training.learn(examples)) == training.render(training.learn(examples))


def test_evidence_that_was_seen_seldom_is_not_weighed(training: ModuleType, examples: list[object]) -> None:
    seen = Counter(
        name
        for each in examples
        for names in each.case.evidence.values()
        for name in names  # type: ignore[attr-defined]
    )
    assert [name for name in training.learn(examples) if seen[name] < training.RARE] == []


def test_every_passage_is_read_by_weights_that_have_not_seen_it(
    training: ModuleType, examples: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[frozenset[str]] = []
    monkeypatch.setattr(training, "learn", lambda rows: read.append(frozenset(each.text for each in rows)) or {})
    found = training.cross_validate(examples, 3)
    assert len(found) == len(examples)
    assert all(any(each.text not in known for known in read) for _, _, each in found)


def test_most_of_what_the_shipped_weights_add_to_the_passages_is_right(
    training: ModuleType, unweighed: Lexicon
) -> None:
    words = load_lexicon().tolls.words
    rows = training.read_passages(HERE / "tolls.jsonl", unweighed)
    judged = [(*training.judge(each.case, words.weights), each.right) for each in rows]
    added = [outcome is right for outcome, odds, right in judged if odds >= words.threshold]
    assert sum(added) >= 0.9 * len(added)
    assert len(added) > 40
