"""Learns `generator/lexicon/thread_weights.yml` from stories grouped by incident, or says how well that goes.

    python tests/evaluation/train_threads.py [FOLDER ...] > generator/lexicon/thread_weights.yml
    python tests/evaluation/train_threads.py [FOLDER ...] --folds 10
    python tests/evaluation/train_threads.py [FOLDER ...] --lone

Weights begin where an editor would put them (`PRIOR`) and move only as far as the pairs of stories of one near-miss set
push them: a logistic regression that decays towards them. ``--folds`` learns without each fold of the near-miss sets
(``sets`` of the gold) of all folders in turn, groups that fold's stories and prints the figures of all folds together
at several thresholds; then the same with each folder left out.
"""

import argparse
import math
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import yaml
from score_threads import CORPUS, HELD, LATER, Corpus, read_corpus, score_doubts, score_groups

from generator.lexicon.lexicon import load_lexicon
from generator.link.gathering import ThreadWeights
from generator.link.rarity import count_common
from generator.link.sameness import Evidence, compare, score
from generator.link.threads import find_threads

PRIOR: Mapping[str, float] = {
    "always": -3.5,
    "names in both openings": 1.6,
    "names of one opening": 1.3,
    "names further down": 1.2,
    "opening covered": 1.0,
    "other sites": -2.0,
    "all sites other": -2.2,
    "sites beside": -1.0,
    "other country": -3.5,
    "words in both openings": 1.0,
    "words": 0.9,
    "words in part": 2.0,
    "title": 0.5,
    "event same day": 1.8,
    "event long apart": -3.0,
    "later event has its own dead": -3.0,
    "other time of day": -3.0,
    "other day of harm": -4.0,
    "next day of harm": -2.0,
    "same weekday of harm": 1.0,
    "other weekday of harm": -3.0,
    "other weekday": -0.7,
    "shared date": 1.0,
    "told before it": -3.0,
    "told a month apart": -0.8,
    "told long apart": -3.5,
    "same aftermath": 2.5,
    "other aftermath": -4.0,
    "other sequel": -2.0,
    "newer": -0.6,
    "both newer": 1.0,
    "figures": 0.7,
    "figures further down": 0.4,
    "other dead": -0.7,
    "sentences": 2.0,
    "replaces": 1.0,
}
"""Where the weights begin, and what an editor makes of each kind of evidence."""

DECAY = 0.02
SHIFT = -0.75
"""Added to the constant, so that the threshold is zero; taken from the folds' figures."""

SHIFTS = (-1.0, -0.75, -0.5, -0.25, 0.0, 0.25, 0.5, 0.75, 1.0)
UNSURE = -0.5
_STEPS = 25
_SMALL = 1e-6
_STRANGE = -3.0

Pair = tuple[str, str]
Row = Sequence[float]
Known = Sequence[tuple[Sequence[tuple[int, float]], bool]]
"""Pairs as the learner reads them: number of each weight with its value, and whether the two are one incident."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """Stories of one corpus or more to learn from.

    Attributes:
        corpus: all stories.
        sets: story -> number of its near-miss set.
        folder: story -> number of its folder.
        evidence: of each pair of stories of one folder.
    """

    corpus: Corpus
    sets: Mapping[str, int]
    folder: Mapping[str, int]
    evidence: Mapping[Pair, Evidence]


def read_lesson(folders: Sequence[Path]) -> Lesson:
    """The stories of some folders, each with its near-miss set."""
    signatures = []
    events: dict[str, frozenset[str]] = {}
    sets: dict[str, int] = {}
    place: dict[str, int] = {}
    for at, folder in enumerate(folders):
        corpus = read_corpus(folder)
        rows = yaml.safe_load((folder / "gold.yml").read_text("utf-8"))["sets"]
        base = len(set(sets.values()))
        number = {event: base + row for row, names in enumerate(rows) for event in names}
        signatures += corpus.signatures
        events |= corpus.events
        sets |= {name: min(number[event] for event in told) for name, told in corpus.events.items()}
        place |= dict.fromkeys(corpus.events, at)
    known = {each.id: each for each in signatures}
    common = count_common(signatures)
    pairs = (pair for pair in combinations(sorted(known), 2) if place[pair[0]] == place[pair[1]])
    evidence = {pair: compare(known[pair[0]], known[pair[1]], common) for pair in pairs}
    return Lesson(Corpus(tuple(signatures), events), sets, place, evidence)


def learn(rows: Sequence[tuple[Evidence, bool]]) -> dict[str, float]:
    """The weights that tell the pairs apart best without straying far from `PRIOR`, by Newton's method."""
    place = {name: number for number, name in enumerate(PRIOR)}
    known = [
        ([(place[name], value) for name, value in (("always", 1.0), *each.values.items()) if name in place], same)
        for each, same in rows
    ]
    start = list(PRIOR.values())
    pulls = [0.0 if name == "always" else DECAY for name in PRIOR]
    weights, cost = start, _cost(start, start, pulls, known)
    for _ in range(_STEPS):
        step = _newton_step(weights, start, pulls, known)
        share = 1.0
        moved = [old - new for old, new in zip(weights, step, strict=True)]
        while (after := _cost(moved, start, pulls, known)) > cost and share > _SMALL:
            share /= 2
            moved = [old - share * new for old, new in zip(weights, step, strict=True)]
        if cost - after < _SMALL:
            break
        weights, cost = moved, after
    return dict(zip(PRIOR, weights, strict=True))


def _cost(weights: Row, start: Row, pulls: Row, known: Known) -> float:
    """Mean loss of the pairs and the pull back to where the weights began."""
    loss = 0.0
    for values, same in known:
        value = sum(weights[at] * each for at, each in values)
        loss += math.log1p(math.exp(min(30.0, -value if same else value)))
    back = sum(pull * (now - then) ** 2 for pull, now, then in zip(pulls, weights, start, strict=True))
    return loss / max(1, len(known)) + back / 2


def _newton_step(weights: Row, start: Row, pulls: Row, known: Known) -> list[float]:
    size, total = len(weights), max(1, len(known))
    slopes = [pull * (now - then) for pull, now, then in zip(pulls, weights, start, strict=True)]
    bends = [[pulls[row] + _SMALL if row == column else 0.0 for column in range(size)] for row in range(size)]
    for values, same in known:
        value = max(-30.0, min(30.0, sum(weights[at] * each for at, each in values)))
        chance = 1 / (1 + math.exp(-value))
        for row, each in values:
            slopes[row] += (chance - same) * each / total
            for column, beside in values:
                bends[row][column] += chance * (1 - chance) * each * beside / total
    return _solve(bends, slopes)


def _solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a system of equations whose matrix is symmetric and positive."""
    size = len(right)
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for pivot in range(size):
        for row in range(pivot + 1, size):
            factor = rows[row][pivot] / rows[pivot][pivot]
            if factor:
                rows[row] = [own - factor * top for own, top in zip(rows[row], rows[pivot], strict=True)]
    found = [0.0] * size
    for row in reversed(range(size)):
        known = sum(rows[row][column] * found[column] for column in range(row + 1, size))
        found[row] = (rows[row][size] - known) / rows[row][row]
    return found


def rows_of(lesson: Lesson, names: frozenset[str]) -> list[tuple[Evidence, bool]]:
    """Pairs of the named stories that are worth learning from, with what they are."""
    events = lesson.corpus.events
    return [
        (each, bool(events[one] & events[other]))
        for (one, other), each in lesson.evidence.items()
        if one in names and other in names and not each.barred
        if lesson.sets[one] == lesson.sets[other] or score(each, PRIOR) > _STRANGE
    ]


def cross_validate(lesson: Lesson, parts: Sequence[frozenset[str]], show: float | None) -> None:
    """Print how the stories of each part are grouped by weights that never saw them."""
    everything = frozenset(lesson.sets)
    learned = [learn(rows_of(lesson, everything - part)) for part in parts]
    for shift in SHIFTS:
        right = wrong = missed = proposed = vain = 0
        for part, weights in zip(parts, learned, strict=True):
            held = Corpus(tuple(each for each in lesson.corpus.signatures if each.id in part), lesson.corpus.events)
            moved = ThreadWeights({**weights, "always": weights["always"] + shift}, 0.0, UNSURE)
            threads = find_threads(held.signatures, moved)
            found = score_groups(threads, held.events)
            if shift == show:
                print(*(f"wrongly together {one} {other}" for one, other in found.wrong), sep="\n")
                print(*(f"wrongly apart {one} {other}" for one, other in found.missed), sep="\n")
            right, wrong, missed = right + len(found.right), wrong + len(found.wrong), missed + len(found.missed)
            reached, idle = score_doubts(threads, held.events, found.missed)
            proposed, vain = proposed + reached, vain + idle
        precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
        print(
            f"shift {shift:5.2f}: precision {precision:.3f}, recall {recall:.3f} ({right}, {wrong}, {missed}); "
            f"missed pairs proposed {proposed}, proposals in vain {vain}"
        )


def _parts(numbers: Mapping[str, int], count: int) -> list[frozenset[str]]:
    """The stories parted by their numbers, so many parts."""
    return [frozenset(name for name, number in numbers.items() if number % count == part) for part in range(count)]


def lone_near_misses(lesson: Lesson, weights: ThreadWeights) -> tuple[int, int]:
    """How often a near miss, alone beside all stories of another event, is joined to that; of how many."""
    corpus, sets = lesson.corpus, lesson.sets
    single = {name: next(iter(events)) for name, events in corpus.events.items() if len(events) == 1}
    wrong = total = 0
    for event, number in sorted({(event, sets[name]) for name, event in single.items()}):
        there = [each for each in corpus.signatures if single.get(each.id) == event]
        for each in corpus.signatures:
            if sets[each.id] == number and each.id in single and single[each.id] != event:
                total += 1
                groups = find_threads((*there, each), weights).groups
                wrong += any(each.id in group for group in groups if len(group) > 1)
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
    parser.add_argument("folders", nargs="*", type=Path, default=(CORPUS, HELD, LATER))
    parser.add_argument("--folds", type=int)
    parser.add_argument("--lone", action="store_true", help="how lone near misses come out, by the weights in use")
    parser.add_argument("--show", type=float, metavar="SHIFT", help="name the pairs that come out wrong at this shift")
    options = parser.parse_args()
    lesson = read_lesson(options.folders)
    if options.folds:
        print(f"by near-miss sets, {options.folds} folds")
        folds = [
            {name for name, number in lesson.sets.items() if number % options.folds == fold}
            for fold in range(options.folds)
        ]
        cross_validate(lesson, [*map(frozenset, folds)], options.show)
        print("each folder by the weights of the others")
        cross_validate(lesson, _parts(lesson.folder, len(options.folders)), options.show)
    elif options.lone:
        known = load_lexicon().threads
        wrong, total = lone_near_misses(lesson, ThreadWeights(known.weights, known.same, known.unsure))
        print(f"lone near misses joined to another event: {wrong} of {total}")
    else:
        weights = learn(rows_of(lesson, frozenset(lesson.sets)))
        sys.stdout.write(render({**weights, "always": weights["always"] + SHIFT}))


if __name__ == "__main__":
    main()
