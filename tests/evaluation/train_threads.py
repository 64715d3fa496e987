"""Learns `generator/lexicon/thread_weights.yml` from stories grouped by incident, or says how well that goes.

    python tests/evaluation/train_threads.py [FOLDER] > generator/lexicon/thread_weights.yml
    python tests/evaluation/train_threads.py [FOLDER] --folds 5

Weights begin where an editor would put them (`PRIOR`) and move only as far as the pairs of stories of one near-miss set
push them: a logistic regression that decays towards them. ``--folds`` learns without each fold of the near-miss sets
(``sets`` of the gold) in turn and prints how its stories are grouped, at several thresholds.
"""

import argparse
import math
import sys
from collections.abc import Iterable, Mapping
from itertools import combinations
from pathlib import Path

import yaml
from score_threads import CORPUS, Corpus, read_corpus, score_corpus

from generator.lexicon.lexicon import load_lexicon
from generator.link.sameness import Evidence, compare, count_common, score
from generator.link.threads import ThreadWeights, find_threads

PRIOR: Mapping[str, float] = {
    "always": -3.5,
    "names in both openings": 1.6,
    "names of one opening": 1.3,
    "names further down": 1.2,
    "names told as past": -0.6,
    "opening covered": 1.0,
    "opening covered by one": 0.8,
    "other names": -0.7,
    "openings of other names": -2.0,
    "other sites": -2.0,
    "all sites other": -2.2,
    "country": 0.6,
    "other country": -3.5,
    "words in both openings": 1.0,
    "words": 0.9,
    "words in part": 2.0,
    "title": 0.5,
    "event same day": 1.8,
    "event told later": -0.3,
    "later event has its own dead": -3.0,
    "event next day": -1.2,
    "event days apart": -1.5,
    "event a week apart": -2.0,
    "event a month apart": -3.0,
    "event long apart": -4.0,
    "event day unknown": 0.3,
    "other time of day": -3.0,
    "other day of harm": -4.0,
    "next day of harm": -1.5,
    "same weekday of harm": 1.0,
    "other weekday of harm": -3.0,
    "same weekday": 0.8,
    "other weekday": -0.7,
    "shared date": 1.0,
    "told same day": 0.5,
    "told next day": 0.4,
    "told days apart": 0.2,
    "told a week apart": -0.2,
    "told a month apart": -0.8,
    "told long apart": -3.5,
    "same aftermath": 2.5,
    "other aftermath": -4.0,
    "newer": -0.6,
    "kind": 0.6,
    "other kind": -0.8,
    "figures": 0.7,
    "figures further down": 0.4,
    "figures told as past": -0.8,
    "dead": 0.8,
    "other dead": -0.7,
    "sentences": 2.0,
    "replaces": 1.0,
}
"""Where the weights begin, and what an editor makes of each kind of evidence."""

DECAY = 0.1
SHIFT = 0.0
"""Added to the constant, so that the threshold is zero; taken from the folds' figures."""

UNSURE = -1.5
_STEPS = 300
_RATE = 0.3
_STRANGE = -3.0
_EPSILON = 1e-8

Pair = tuple[str, str]


def read_evidence(corpus: Corpus) -> Mapping[Pair, Evidence]:
    """The evidence of each pair of stories."""
    common = count_common(corpus.signatures)
    known = {each.id: each for each in corpus.signatures}
    return {pair: compare(known[pair[0]], known[pair[1]], common) for pair in combinations(sorted(known), 2)}


def learn(rows: Iterable[tuple[Evidence, bool]]) -> dict[str, float]:
    """The weights that tell the pairs apart best without straying far from `PRIOR`."""
    known = [({"always": 1.0, **each.values}, same) for each, same in rows]
    weights, steps = dict(PRIOR), dict.fromkeys(PRIOR, 0.0)
    for _ in range(_STEPS):
        slopes = dict.fromkeys(PRIOR, 0.0)
        for values, same in known:
            value = max(-30.0, min(30.0, sum(weights.get(name, 0.0) * each for name, each in values.items())))
            error = (1 / (1 + math.exp(-value)) - same) / max(1, len(known))
            for name in values.keys() & slopes.keys():
                slopes[name] += error * values[name]
        for name, slope in slopes.items():
            pull = slope + (DECAY * (weights[name] - PRIOR[name]) if name != "always" else 0.0)
            steps[name] += pull * pull
            weights[name] -= _RATE * pull / (math.sqrt(steps[name]) + _EPSILON)
    return weights


def near_misses(corpus: Corpus, folder: Path) -> Mapping[str, int]:
    """Story -> number of its near-miss set."""
    sets = yaml.safe_load((folder / "gold.yml").read_text("utf-8"))["sets"]
    number = {event: at for at, events in enumerate(sets) for event in events}
    return {name: min(number[event] for event in events) for name, events in corpus.events.items()}


def rows_of(corpus: Corpus, evidence: Mapping[Pair, Evidence], sets: Mapping[str, int], names: frozenset[str]) -> list:
    """Pairs of the named stories that are worth learning from, with what they are."""
    return [
        (each, bool(corpus.events[one] & corpus.events[other]))
        for (one, other), each in evidence.items()
        if one in names and other in names and not each.barred
        if sets[one] == sets[other] or score(each, PRIOR) > _STRANGE
    ]


def cross_validate(corpus: Corpus, folder: Path, folds: int, show: float | None) -> None:
    """Print how the stories of each fold are grouped by weights that never saw them."""
    evidence, sets = read_evidence(corpus), near_misses(corpus, folder)
    parts = [frozenset(name for name in sets if sets[name] % folds == number) for number in range(folds)]
    learned = [learn(rows_of(corpus, evidence, sets, frozenset(sets) - part)) for part in parts]
    for shift in (-0.5, -0.25, 0.0, 0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0):
        right = wrong = missed = 0
        wrongs: list[Pair] = []
        for part, weights in zip(parts, learned, strict=True):
            held = Corpus(tuple(each for each in corpus.signatures if each.id in part), corpus.events)
            moved = {**weights, "always": weights["always"] + shift}
            found = score_corpus(held, ThreadWeights(moved, 0.0, UNSURE))
            wrongs += found.wrong
            right, wrong, missed = right + len(found.right), wrong + len(found.wrong), missed + len(found.missed)
        if shift == show:
            for pair in wrongs:
                print("wrongly together", *pair)
        precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
        print(f"shift {shift:5.2f}: precision {precision:.3f}, recall {recall:.3f} ({right}, {wrong}, {missed})")


def lone_near_misses(corpus: Corpus, folder: Path, weights: ThreadWeights) -> tuple[int, int]:
    """How often a near miss, alone beside all stories of another event, is joined to that; of how many."""
    sets = near_misses(corpus, folder)
    single = {name: next(iter(events)) for name, events in corpus.events.items() if len(events) == 1}
    wrong = total = 0
    for event, number in sorted({(event, sets[name]) for name, event in single.items()}):
        there = [each for each in corpus.signatures if single.get(each.id) == event]
        for each in corpus.signatures:
            if sets[each.id] == number and each.id in single and single[each.id] != event:
                total += 1
                wrong += any(
                    each.id in group for group in find_threads((*there, each), weights).groups if len(group) > 1
                )
    return wrong, total


def render(weights: Mapping[str, float]) -> str:
    """The lexicon's file, the heaviest first."""
    rows = sorted(((round(value, 2), name) for name, value in weights.items()), key=lambda row: (-abs(row[0]), row[1]))
    lines = ("# Learned weights, the heaviest first; written by tests/evaluation/train_threads.py and not by hand.",)
    return "\n".join(
        (*lines, "weights:", *(f'  "{name}": {value}' for value, name in rows), "same: 0.0", f"unsure: {UNSURE}", "")
    )


def main() -> None:
    """Learn, and print the weights, or how each fold comes out."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=CORPUS)
    parser.add_argument("--folds", type=int)
    parser.add_argument("--lone", action="store_true", help="how lone near misses come out, by the weights in use")
    parser.add_argument("--show", type=float, metavar="SHIFT", help="name the pairs wrongly together at this shift")
    options = parser.parse_args()
    load_lexicon()
    corpus = read_corpus(options.folder)
    if options.folds:
        cross_validate(corpus, options.folder, options.folds, options.show)
        return
    if options.lone:
        known = load_lexicon().threads
        wrong, total = lone_near_misses(corpus, options.folder, ThreadWeights(known.weights, known.same, known.unsure))
        print(f"lone near misses joined to another event: {wrong} of {total}")
        return
    sets = near_misses(corpus, options.folder)
    weights = learn(rows_of(corpus, read_evidence(corpus), sets, frozenset(sets)))
    sys.stdout.write(render({**weights, "always": weights["always"] + SHIFT}))


if __name__ == "__main__":
    main()
