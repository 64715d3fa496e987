"""How well the rules read stories they were not written for, held against floors.

``figures/HALF.json`` holds the table of each half of the gold set as the rules give it now; a change of rules changes
these files in the same commit (``make figures``), so that a review shows every gain and loss. ``floors.json`` holds
what no change may fall below, and the digest of the stories and readings that the floors were set on.
"""

import hashlib
import json
from pathlib import Path

import pytest

from generator.lexicon.lexicon import load_lexicon
from generator.pipeline.scoring import Row, compare_rows, score_extraction, score_rows
from generator.pipeline.stages import Unwatched
from generator.read.gold import read_gold

HERE = Path(__file__).parent
HALVES = ("dev", "held")


def table(half: str) -> dict[str, Row]:
    return score_rows(score_extraction(read_gold(HERE / "gold" / half), load_lexicon(), Unwatched()))


def digest(half: str) -> str:
    """Over names and bytes of a half's files, line ends of any system read alike."""
    whole = hashlib.sha256()
    for path in sorted((HERE / "gold" / half).iterdir()):
        whole.update(path.name.encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return whole.hexdigest()


@pytest.fixture(scope="module")
def floors() -> dict[str, dict[str, object]]:
    return json.loads((HERE / "floors.json").read_text("utf-8"))


@pytest.fixture(scope="module", params=HALVES)
def half(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(scope="module")
def rows(half: str) -> dict[str, Row]:
    return table(half)


def test_the_floors_stand_on_these_stories_and_readings(half, floors):
    assert digest(half) == floors[half]["gold"], "the gold set changed: measure anew and set the floors with care"


def test_no_figure_is_below_its_floor(half, rows, floors):
    below = {
        f"{field} {figure}": (rows[field][figure], least)
        for field, row in floors[half]["floors"].items()
        for figure, least in row.items()
        if rows[field][figure] < least
    }
    assert not below


def test_the_figures_in_the_repository_are_those_of_the_rules(half, rows):
    kept = json.loads((HERE / "figures" / f"{half}.json").read_text("utf-8"))
    assert compare_rows(kept, rows) == (), "run `make figures` and read its diff"


def test_the_gold_set_holds_stories_enough_and_quotes_that_stand_in_them(half):
    stories = sorted((HERE / "gold" / half).glob("*.txt"))
    assert len(stories) >= 40
    assert all(20 < len(story.read_text("utf-8").split()) < 1_600 for story in stories)
