"""Measures how stories are grouped by incident, over a corpus with gold.

    python tests/evaluation/score_threads.py [FOLDER] [--misses]

The folder holds ``NNN-name.txt`` stories and ``gold.yml`` (events and their documents, headlines and the event each
leads to). Two stories are the same where they share an event. B-cubed counts, for each story, how much of its found
group is right and how much of its gold group was found.
"""

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations
from pathlib import Path

import yaml

from generator.lexicon.lexicon import load_lexicon
from generator.link.gathering import Threads, ThreadWeights
from generator.link.signatures import Signature, read_signature
from generator.link.threads import find_threads
from generator.pipeline.extraction import extract_document, story_of
from generator.read.files import read_folder

CORPUS = Path(__file__).parent / "threads"
HELD = Path(__file__).parent / "threads_held"
LATER = Path(__file__).parent / "threads_later"


@dataclass(frozen=True, slots=True)
class Corpus:
    """Stories with the events that they tell of.

    Attributes:
        signatures: one for each story, its id being the file's name.
        events: story -> its events.
    """

    signatures: tuple[Signature, ...]
    events: Mapping[str, frozenset[str]]


@cache
def read_corpus(folder: Path = CORPUS) -> Corpus:
    """The stories and gold of a folder."""
    lexicon = load_lexicon()
    gold = yaml.safe_load((folder / "gold.yml").read_text("utf-8"))
    events: dict[str, set[str]] = {}
    for name, event in gold["events"].items():
        for document in event["documents"]:
            events.setdefault(document, set()).add(name)
    signatures = []
    for document in read_folder(folder)[0]:
        extraction = extract_document(document, lexicon)
        found = read_signature(extraction.assembly.incident, story_of(extraction), lexicon.threads)
        signatures.append(_renamed(found, document.file.removesuffix(".txt")))
    return Corpus(tuple(signatures), {name: frozenset(each) for name, each in events.items()})


def _renamed(signature: Signature, name: str) -> Signature:
    return replace(signature, id=name)


@dataclass(frozen=True, slots=True)
class Scores:
    """How a grouping compares with gold.

    Attributes:
        right: pairs of stories rightly together.
        wrong: pairs wrongly together.
        missed: pairs wrongly apart.
        cubed: B-cubed precision and recall.
    """

    right: tuple[tuple[str, str], ...]
    wrong: tuple[tuple[str, str], ...]
    missed: tuple[tuple[str, str], ...]
    cubed: tuple[float, float]

    @property
    def precision(self) -> float:
        """Of pairs."""
        return len(self.right) / max(1, len(self.right) + len(self.wrong))

    @property
    def recall(self) -> float:
        """Of pairs."""
        return len(self.right) / max(1, len(self.right) + len(self.missed))


def score_groups(threads: Threads, events: Mapping[str, frozenset[str]]) -> Scores:
    """Compare groups of stories with their events; a story about two events may stand in two groups."""
    homes = {name: {group} for group in threads.groups for name in group}
    for name, groups in threads.beside.items():
        homes[name].update(groups)
    right, wrong, missed = [], [], []
    found = {name: {name} for name in homes}
    for one, other in combinations(sorted(homes), 2):
        together, same = bool(homes[one] & homes[other]), bool(events[one] & events[other])
        if together:
            found[one].add(other)
            found[other].add(one)
        if together or same:
            (right if together and same else wrong if together else missed).append((one, other))
    precision = recall = 0.0
    for name, group in found.items():
        gold = {other for other in homes if events[name] & events[other]}
        precision += len(gold & group) / len(group)
        recall += len(gold & group) / len(gold)
    count = max(1, len(homes))
    return Scores(tuple(right), tuple(wrong), tuple(missed), (precision / count, recall / count))


def score_doubts(
    threads: Threads, events: Mapping[str, frozenset[str]], missed: Sequence[tuple[str, str]]
) -> tuple[int, int]:
    """How many of the missed pairs stand in two groups that are proposed as one, and how many proposals are vain."""
    home = {name: group for group in threads.groups for name in group}
    proposed = {frozenset(home[name] for name in doubt.ids) for doubt in threads.doubts}
    reached = sum(frozenset((home[one], home[other])) in proposed for one, other in missed)
    vain = sum(
        not any(events[one] & events[other] for one in first for other in second)
        for first, second in (tuple(groups) for groups in proposed if len(groups) > 1)
    )
    return reached, vain


def score_corpus(corpus: Corpus, weights: ThreadWeights) -> Scores:
    """Group the stories of a corpus and compare."""
    return score_groups(find_threads(corpus.signatures, weights), corpus.events)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=CORPUS)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    known = load_lexicon().threads
    corpus = read_corpus(options.folder)
    found = score_corpus(corpus, ThreadWeights(known.weights, known.same, known.unsure))
    print(f"stories {len(corpus.signatures)}, events {len(frozenset().union(*corpus.events.values()))}")
    print(f"pairs: precision {found.precision:.3f}, recall {found.recall:.3f}")
    print(f"B-cubed: precision {found.cubed[0]:.3f}, recall {found.cubed[1]:.3f}")
    if options.misses:
        for title, pairs in (("wrongly together", found.wrong), ("wrongly apart", found.missed)):
            print(title, *(f"  {one}  {other}" for one, other in pairs), sep="\n")


if __name__ == "__main__":
    main()
