"""Whatever comes, goes or changes, in whatever steps: the incidents are those of all stories grouped at once."""

from dataclasses import replace
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.lexicon.lexicon import load_lexicon
from generator.link import candidates, rarity
from generator.link.gathering import ThreadWeights
from generator.link.signatures import read_signature
from generator.link.threads import StoryIndex, find_threads
from generator.pipeline.extraction import extract_document, story_of
from generator.read.files import read_file

CORPUS = Path(__file__).parents[1] / "evaluation" / "threads_held"
STORIES = 60
CHANGED = 0.3


@cache
def signatures():
    """Those of stories on some events that stand beside each other in a corpus."""
    lexicon = load_lexicon()
    found = []
    for path in sorted(CORPUS.glob("*.txt"))[:STORIES]:
        extraction = extract_document(read_file(path, path.name).document, lexicon)
        found.append(read_signature(extraction.assembly.incident, story_of(extraction), lexicon.threads))
    return tuple(found)


@cache
def weights():
    known = load_lexicon().threads
    return ThreadWeights(known.weights, known.same, known.unsure)


def walk(chance):
    """Many stories at once, then in small steps places that are filled with a story or emptied.

    A place keeps its id whatever story it holds.
    """
    standing = {}
    for most in (STORIES, *(chance.choice((1, 1, 2, 5)) for _ in range(12))):
        for _ in range(most):
            place, story = (chance.randrange(STORIES) for _ in range(2))
            if standing.pop(f"story-{place}", None) is None or chance.random() < CHANGED:
                standing[f"story-{place}"] = replace(signatures()[story], id=f"story-{place}")
        yield standing


def assert_steps_agree(walked):
    index = StoryIndex(weights())
    for standing in walked:
        index.update(standing)
        assert index.threads() == find_threads(standing.values(), weights())


@settings(max_examples=10, deadline=None)
@given(chance=st.randoms(use_true_random=True))
def test_step_by_step_gives_the_incidents_of_all_at_once(chance):
    assert_steps_agree(walk(chance))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(chance=st.randoms(use_true_random=True))
def test_step_by_step_gives_the_same_where_words_are_soon_common(monkeypatch, chance):
    monkeypatch.setattr(candidates, "MOST_BESIDE", 2)
    monkeypatch.setattr(candidates, "ENOUGH", 2.5)
    monkeypatch.setattr(rarity, "FEW", 2)
    monkeypatch.setattr(rarity, "STEPS", 4)
    assert_steps_agree(walk(chance))
