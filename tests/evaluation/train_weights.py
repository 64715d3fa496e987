"""Learns `generator/lexicon/weights.yml` from labelled stories.

    python tests/evaluation/train_weights.py SOURCE=PATH ... > generator/lexicon/weights.yml
    python tests/evaluation/train_weights.py SOURCE=PATH ... --half 0

Sources, each with what its stories are labelled with:

* ``muc=FILE``: lines with ``gold``: ``relevant`` and ``types`` in the four classes of that corpus;
* ``attacks=FILE``: summaries of attacks, all of them incidents;
* ``outbreaks=FILE``: reports of epidemics, all of them incidents;
* ``current=FILE``: news of a day with a ``category``, of which some are always incidents and some never;
* ``gold=FOLDER``: stories with their readings (see the README beside this file);
* ``golden=FOLDER``: the golden stories, each a folder with ``document.txt`` and ``facts.yml``;
* ``alerts=FILE``: short invented alerts, each a line with its types and its text.

Files hold a JSON object a line, plain or gzip. Both models are linear and small: event types are ranked by one set of
weights that all types share (a conditional logit), relevance is a logistic regression whose weights for the words of
incidents cannot be negative. Full-batch descent from zero, in the order of the sources: the same input gives the same
bytes. The weights in use were learnt from sources in the order above, of ``muc`` the half that is not held back.
``--half`` learns from every second story (0 the even, 1 the odd) and prints how the others come out instead.
"""

import argparse
import gzip
import json
import math
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.assemble.types import rank_types
from generator.assemble.weighing import weigh_story, weigh_types
from generator.extract.stories import read_story
from generator.lexicon.lexicon import Lexicon, load_lexicon
from generator.model.document import Document
from generator.model.vocabulary import EventType
from generator.read.batch import read_line
from generator.read.files import read_file
from generator.read.gold import read_gold
from generator.read.plaintext import read_document
from generator.segment.layout import lay_out

_CLASSES = {
    "attack": ("armed-attack", "assassination", "air-strike", "armed-clash", "security-operation", "crime"),
    "bombing": ("bombing",),
    "kidnapping": ("abduction", "hijacking"),
    "arson": ("arson",),
    "forced work stoppage": ("protest",),
}
_CATEGORIES = {
    "Disaster_Accident": True,
    "Business_Finance": False,
    "Entertainment_Culture": False,
    "Sports": False,
    "Technology_Internet": False,
}
_STEPS = 200
_RATE = 0.4
_DECAY = 0.02
Features = Mapping[str, float]
Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A story with what it is.

    Attributes:
        document: the story.
        relevant: whether it tells of an incident.
        types: names of the types that are right, or empty where nobody said.
        weight: how much it counts.
    """

    document: Document
    relevant: bool
    types: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Case:
    """A labelled story as it is weighed.

    Attributes:
        story: features of the whole story.
        types: features of each incident type.
        relevant: whether it tells of an incident.
        kinds: types that are right, or empty where nobody said.
        weight: how much it counts.
    """

    story: Features
    types: Mapping[EventType, Features]
    relevant: bool
    kinds: frozenset[EventType]
    weight: float


def _lines(path: Path) -> Iterator[tuple[Document, Mapping[str, Any]]]:
    with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            yield read_line(line, number, source=path.name).document, json.loads(line)


def read_muc(path: Path) -> Iterator[Labelled]:
    """Old wires; their classes of types are coarse."""
    for document, row in _lines(path):
        kinds = (kind for item in row["gold"].get("types", ()) for kind in (item if isinstance(item, list) else [item]))
        types = (name for kind in kinds for name in _CLASSES.get(kind, ()))
        yield Labelled(document, row["gold"]["relevant"], tuple(types), 1.0)


def read_attacks(path: Path) -> Iterator[Labelled]:
    """Summaries of attacks."""
    for document, _ in _lines(path):
        yield Labelled(document, True, (), 1.5)


def read_outbreaks(path: Path) -> Iterator[Labelled]:
    """Reports of epidemics; many and alike, so that each counts less."""
    for document, _ in _lines(path):
        yield Labelled(document, True, ("epidemic",), 0.8)


def read_current(path: Path) -> Iterator[Labelled]:
    """News of a day, where its category tells; the few that are no incidents count more."""
    for document, row in _lines(path):
        relevant = _CATEGORIES.get(row["category"])
        if relevant is not None:
            yield Labelled(document, relevant, (), 2.0 if relevant else 3.0)


def read_folder(path: Path) -> Iterator[Labelled]:
    """Stories with their readings; the first type is learnt."""
    for each in read_gold(path):
        relevant = each.gold.relevant is not False
        yield Labelled(each.document, relevant, (each.gold.types or ((),))[0], 3.0 if relevant else 4.0)


def read_golden(path: Path) -> Iterator[Labelled]:
    """The golden stories; few and of every kind, so that each counts much."""
    for facts in sorted(path.glob("*/facts.yml")):
        known = yaml.safe_load(facts.read_text(encoding="utf-8"))
        document = read_file(facts.parent / "document.txt", facts.parent.name).document
        yield Labelled(document, known.get("relevant", True), tuple(known.get("types", ())[:1]), 6.0)


def read_alerts(path: Path) -> Iterator[Labelled]:
    """Short alerts over all types; the words of one are few, so that each counts less."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line and not line.startswith("#"):
            kinds, _, text = (part.strip() for part in line.split("|", 2))
            document = read_document(text.encode(), f"{path.name}-{number}").document
            known = () if kinds == "none" else tuple(kinds.split("/"))
            yield Labelled(document, bool(known), known, 1.0)


SOURCES: Mapping[str, Callable[[Path], Iterator[Labelled]]] = {
    "muc": read_muc,
    "attacks": read_attacks,
    "outbreaks": read_outbreaks,
    "current": read_current,
    "gold": read_folder,
    "golden": read_golden,
    "alerts": read_alerts,
}


def weigh(labelled: Labelled, lexicon: Lexicon) -> Case:
    """What a story is weighed by."""
    document = labelled.document
    layout = lay_out(document)
    readings = read_story(document, layout, lexicon)
    title = document.metadata.title or (layout.title.of(document.text) if layout.title else "")
    types = weigh_types(readings, title, lexicon.events.index)
    story = weigh_story(readings, types, lexicon.persons.plural)
    incidents = {kind: row for kind, row in types.items() if kind in lexicon.events.incidents}
    known = {kind.value: kind for kind in EventType}
    kinds = frozenset(known[name] for name in labelled.types if name in known)
    return Case(story, incidents, labelled.relevant, kinds, labelled.weight)


def weighted(features: Features, weights: Weights) -> float:
    """The linear score."""
    return sum(weights.get(name, 0.0) * value for name, value in features.items())


def learn_relevance(cases: Iterable[Case], incidents: frozenset[EventType]) -> Weights:
    """Weights of a logistic regression over the features of stories."""
    known = [({"always": 1.0, **case.story}, case.relevant, case.weight) for case in cases]
    whole = sum(weight for _, _, weight in known)
    names = {kind.value for kind in incidents} | {"misfortune"}

    def gradient(weights: Weights) -> Weights:
        slope: Weights = {}
        for features, relevant, weight in known:
            score = max(-30.0, min(30.0, weighted(features, weights)))
            error = (1 / (1 + math.exp(-score)) - relevant) * weight / whole
            for name, value in features.items():
                slope[name] = slope.get(name, 0.0) + error * value
        return slope

    def is_held(name: str) -> bool:
        kind, _, rest = name.partition(": ")
        return kind in names and bool(rest)

    return _descend(gradient, is_held)


def learn_types(cases: Iterable[Case]) -> Weights:
    """Weights, shared by all types, under which the right types of a story outscore the others."""
    known = [case for case in cases if case.relevant and case.kinds & case.types.keys()]
    whole = sum(case.weight for case in known)

    def gradient(weights: Weights) -> Weights:
        slope: Weights = {}
        for case in known:
            powers = {kind: math.exp(min(30.0, weighted(row, weights))) for kind, row in case.types.items()}
            total, right = sum(powers.values()), sum(power for kind, power in powers.items() if kind in case.kinds)
            for kind, row in case.types.items():
                error = powers[kind] / total - (powers[kind] / right if kind in case.kinds else 0.0)
                for name, value in row.items():
                    slope[name] = slope.get(name, 0.0) + error * value * case.weight / whole
        return slope

    return _descend(gradient, lambda _: True)


def _descend(gradient: Any, is_held: Any) -> Weights:
    """Adaptive descent from zero with decay; held weights never fall below zero."""
    weights: Weights = {}
    steps: Weights = {}
    for _ in range(_STEPS):
        for name, slope in gradient(weights).items():
            pull = slope + (_DECAY * weights.get(name, 0.0) if name != "always" else 0.0)
            steps[name] = steps.get(name, 0.0) + pull * pull
            moved = weights.get(name, 0.0) - _RATE * pull / (math.sqrt(steps[name]) + 1e-8)
            weights[name] = max(0.0, moved) if is_held(name) else moved
    return weights


def report(name: str, cases: Iterable[Case], relevance: Weights, types: Weights) -> None:
    """Print precision, recall and F1 of relevance, and how often the first type is right."""
    hit = wrong = missed = right = typed = 0
    for case in cases:
        found = weighted({"always": 1.0, **case.story}, relevance) > 0
        hit += found and case.relevant
        wrong += found and not case.relevant
        missed += case.relevant and not found
        if case.relevant and case.kinds and case.types:
            typed += 1
            right += rank_types(case.types, types)[0][0] in case.kinds
    precision, recall = hit / max(1, hit + wrong), hit / max(1, hit + missed)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"{name}: relevance P {precision:.3f} R {recall:.3f} F1 {f1:.3f}; type {right}/{typed}")


def render(sources: Iterable[str], types: Weights, relevance: Weights) -> str:
    """The lexicon's file; what rounds to nothing is left out."""
    head = (
        "# Learned weights, the heaviest first; written by tests/evaluation/train_weights.py and not by hand.",
        f"# Learnt from: {', '.join(sources)}; of muc the half that is not held back.",
    )
    return "\n".join((*head, "types:", *_rows(types), "relevance:", *_rows(relevance))) + "\n"


def _rows(weights: Weights) -> list[str]:
    rows = sorted(((round(value, 2), name) for name, value in weights.items()), key=lambda row: (-abs(row[0]), row[1]))
    return [f'  "{name}": {value}' for value, name in rows if value]


def main(arguments: list[str]) -> None:
    """Learn, and print the weights, or how the other half comes out."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sources", nargs="+", metavar="SOURCE=PATH")
    parser.add_argument("--half", type=int, choices=(0, 1))
    options = parser.parse_args(arguments)
    lexicon = load_lexicon()
    read = {}
    for source in options.sources:
        name, _, path = source.partition("=")
        if name not in SOURCES:
            parser.error(f"expected one of {', '.join(SOURCES)} with =PATH, found {source}")
        read[name] = [weigh(labelled, lexicon) for labelled in SOURCES[name](Path(path))]
    learnt = [
        case for cases in read.values() for number, case in enumerate(cases) if options.half in (None, number % 2)
    ]
    relevance, types = learn_relevance(learnt, lexicon.events.incidents), learn_types(learnt)
    if options.half is None:
        sys.stdout.write(render(read, types, relevance))
        return
    for name, cases in read.items():
        report(name, (case for number, case in enumerate(cases) if number % 2 != options.half), relevance, types)


if __name__ == "__main__":
    main(sys.argv[1:])
