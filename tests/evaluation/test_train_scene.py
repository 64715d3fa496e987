"""The passages from which the weights of ``scene.yml`` are learned, and their learning."""

import importlib.util
import json
import sys
from pathlib import Path

import pytest

from generator.lexicon.lexicon import load_lexicon
from generator.pipeline.extraction import extract_document
from generator.read.batch import read_line

HERE = Path(__file__).parent
DAYS = [json.loads(line) for line in (HERE / "days.jsonl").read_text(encoding="utf-8").splitlines()]
PASSAGES = [json.loads(line) for line in (HERE / "scenes.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def training():
    spec = importlib.util.spec_from_file_location("train_scene", HERE / "train_scene.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["train_scene"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def lexicon():
    return load_lexicon()


@pytest.fixture
def few(tmp_path):
    path = tmp_path / "few.jsonl"
    path.write_text("".join(f"{json.dumps(each)}\n" for each in PASSAGES[::12]), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: passage["id"])
def test_every_place_of_a_passage_stands_in_it(passage):
    text = f"{passage.get('title', '')} {passage['text']}".casefold()
    assert [names for names in passage["gold"]["places"] if not any(name.casefold() in text for name in names)] == []


def test_nearly_every_story_of_days_is_dated_as_its_reader_did(lexicon):
    hits = 0
    for day in DAYS:
        line = json.dumps({name: day[name] for name in ("id", "text", "title", "published") if name in day})
        dates = extract_document(read_line(line, 1).document, lexicon).assembly.incident.dates
        hits += any(low <= str(dates.start) <= high for low, high in day["gold"]["dates"])
    assert hits >= 0.95 * len(DAYS)


def test_the_same_stories_give_the_same_weights(training, few, lexicon):
    stories = training.read_all([f"{few}=1/0.5"], lexicon)
    assert training.learn(stories, lexicon) == training.learn(stories, lexicon)


def test_what_never_speaks_for_a_day_bears_no_weight_for_it(training, few, lexicon):
    weights = training.learn(training.read_all([few], lexicon), lexicon)
    assert [kind for kind, most in training.AT_MOST.items() if weights.days.get(kind, most) > most] == []


def test_folds_give_figures_for_each_field_of_a_set(training, few, lexicon):
    lines = list(training.cross_validate(training.read_all([few], lexicon), 3, lexicon))
    assert [line.split()[0] for line in lines] == [few, "countries", "places", "dates"]
