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
* ``alerts=FILE``: short invented alerts, each a line with its types and its text;
* ``stories=FILE``: short invented stories, each a line with its types, its headline and its text;
* ``kinds=FILE``: more of the same, from which types alone are learnt: with them, relevance took more news that only
  sounds like an incident for one.

Files hold a JSON object a line, plain or gzip. Both models are linear and small: event types are ranked (a conditional
logit) by weights that all types share, by what each type starts from, and by what the presence of each other type adds
to it; relevance is a logistic regression whose weights for the words of
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
from itertools import chain
from pathlib import Path
from typing import Any

import yaml

from generator.assemble.types import rank_types
from generator.assemble.weighing import is_mishap, presence, weigh_story, weigh_types
from generator.extract.stories import read_story
from generator.lexicon.lexicon import Lexicon, load_lexicon
from generator.lexicon.weights import WeightLexicon
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
_TYPES_DECAY = 0.005
_BESIDE = " beside "
_LEAST_BESIDE = 0.1
"""Less than this is not worth a line."""
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
        all: features of every type.
        relevant: whether it tells of an incident.
        kinds: types that are right, or empty where nobody said.
        weight: how much it counts.
    """

    story: Features
    types: Mapping[EventType, Features]
    all: Mapping[EventType, Features]
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
        yield Labelled(document, True, ("epidemic",), 0.3)


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


def read_stories(path: Path) -> Iterator[Labelled]:
    """Short stories in the manner of many desks, most with a headline."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line and not line.startswith("#"):
            kinds, title, text = (part.strip() for part in line.split("|", 2))
            head = f'---\ntitle: "{title}"\n---\n' if title else ""
            body = text.replace(" \N{PILCROW SIGN} ", "\n\n")
            document = read_document(f"{head}{body}\n".encode(), f"{path.name}-{number}").document
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
    "stories": read_stories,
    "kinds": read_stories,
}
_TYPES_ONLY = "kinds"


def weigh(labelled: Labelled, lexicon: Lexicon) -> Case:
    """What a story is weighed by."""
    document = labelled.document
    layout = lay_out(document)
    readings = read_story(document, layout, lexicon)
    title = document.metadata.title or (layout.title.of(document.text) if layout.title else "")
    types = weigh_types(readings, title, lexicon.events)
    story = weigh_story(readings, types, lexicon.persons.plural)
    incidents = {kind: row for kind, row in types.items() if kind in lexicon.events.incidents or is_mishap(row)}
    known = {kind.value: kind for kind in EventType}
    kinds = frozenset(known[name] for name in labelled.types if name in known)
    return Case(story, incidents, types, labelled.relevant, kinds, labelled.weight)


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


def features_of(case: Case) -> dict[EventType, Features]:
    """Features of each incident type of a story, with its start and with what stands beside it."""
    seen = {kind: presence(row) for kind, row in case.all.items()}
    return {
        kind: {
            **row,
            kind.value: 1.0,
            **{f"{kind.value}{_BESIDE}{other.value}": much for other, much in seen.items() if other is not kind},
        }
        for kind, row in case.types.items()
    }


def learn_types(cases: Iterable[Case]) -> Weights:
    """Weights under which the right types of a story outscore the others."""
    known = [
        (features_of(case), case.kinds, case.weight)
        for case in cases
        if case.relevant and case.kinds & case.types.keys()
    ]
    whole = sum(weight for _, _, weight in known)

    def gradient(weights: Weights) -> Weights:
        slope: Weights = {}
        for rows, kinds, weight in known:
            powers = {kind: math.exp(min(30.0, weighted(row, weights))) for kind, row in rows.items()}
            total, right = sum(powers.values()), sum(power for kind, power in powers.items() if kind in kinds)
            for kind, row in rows.items():
                error = (powers[kind] / total - (powers[kind] / right if kind in kinds else 0.0)) * weight / whole
                if error:
                    for name, value in row.items():
                        slope[name] = slope.get(name, 0.0) + error * value
        return slope

    return _descend(gradient, lambda _: False, _TYPES_DECAY)


def tables_of(types: Weights, relevance: Weights) -> WeightLexicon:
    """The weights as the lexicon holds them; what rounds to nothing is left out."""
    named = {kind.value: kind for kind in EventType}
    rounded = {name: round(value, 2) for name, value in types.items() if round(value, 2)}
    beside: dict[EventType, dict[EventType, float]] = {}
    for name, value in rounded.items():
        kind, _, other = name.partition(_BESIDE)
        if other and abs(value) >= _LEAST_BESIDE:
            beside.setdefault(named[kind], {})[named[other]] = value
    return WeightLexicon(
        types={name: value for name, value in rounded.items() if _BESIDE not in name and name not in named},
        kinds={named[name]: value for name, value in rounded.items() if name in named},
        beside=beside,
        relevance={name: round(value, 2) for name, value in relevance.items() if round(value, 2)},
    )


def _descend(gradient: Any, is_held: Any, decay: float = _DECAY) -> Weights:
    """Adaptive descent from zero with decay; held weights never fall below zero."""
    weights: Weights = {}
    steps: Weights = {}
    for _ in range(_STEPS):
        for name, slope in gradient(weights).items():
            pull = slope + (decay * weights.get(name, 0.0) if name != "always" else 0.0)
            steps[name] = steps.get(name, 0.0) + pull * pull
            moved = weights.get(name, 0.0) - _RATE * pull / (math.sqrt(steps[name]) + 1e-8)
            weights[name] = max(0.0, moved) if is_held(name) else moved
    return weights


def report(name: str, cases: Iterable[Case], weights: WeightLexicon) -> None:
    """Print precision, recall and F1 of relevance, and how often the first type is right."""
    hit = wrong = missed = right = typed = 0
    for case in cases:
        found = weighted({"always": 1.0, **case.story}, dict(weights.relevance)) > 0
        hit += found and case.relevant
        wrong += found and not case.relevant
        missed += case.relevant and not found
        if case.relevant and case.kinds and case.types:
            typed += 1
            ranked = [kind for kind, _ in rank_types(case.all, weights) if kind in case.types]
            right += ranked[0] in case.kinds
    precision, recall = hit / max(1, hit + wrong), hit / max(1, hit + missed)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"{name}: relevance P {precision:.3f} R {recall:.3f} F1 {f1:.3f}; type {right}/{typed}")


def render(sources: Iterable[str], weights: WeightLexicon) -> str:
    """The lexicon's file."""
    head = (
        "# Learned weights, the heaviest first; written by tests/evaluation/train_weights.py and not by hand.",
        f"# Learnt from: {', '.join(sources)}; of muc the half that is not held back.",
    )
    kinds = {kind.value: value for kind, value in weights.kinds.items()}
    lines = [*head, "types:", *_rows(weights.types), "# What each type starts from.", *_table("kinds", _rows(kinds))]
    beside = [
        f"  {kind.value}: {{{', '.join(f'{other}: {value}' for other, value in _heaviest(row))}}}"
        for kind, row in sorted(weights.beside.items())
    ]
    lines += ["# What the presence of another type in the story adds to each.", *_table("beside", beside)]
    return "\n".join((*lines, "relevance:", *_rows(weights.relevance))) + "\n"


def _table(name: str, rows: list[str]) -> list[str]:
    return [f"{name}:", *rows] if rows else [f"{name}: {{}}"]


def _rows(weights: Mapping[str, float]) -> list[str]:
    return [f'  "{name}": {value}' for name, value in _heaviest(weights)]


def _heaviest(weights: Mapping[Any, float]) -> list[tuple[str, float]]:
    rows = [(str(name), value) for name, value in weights.items()]
    return sorted(rows, key=lambda row: (-abs(row[1]), row[0]))


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
    learnt = {
        name: [case for number, case in enumerate(cases) if options.half in (None, number % 2)]
        for name, cases in read.items()
    }
    typed = chain.from_iterable(learnt.values())
    judged = chain.from_iterable(cases for name, cases in learnt.items() if name != _TYPES_ONLY)
    weights = tables_of(learn_types(typed), learn_relevance(judged, lexicon.events.incidents))
    if options.half is None:
        sys.stdout.write(render(read, weights))
        return
    for name, cases in read.items():
        report(name, (case for number, case in enumerate(cases) if number % 2 != options.half), weights)


if __name__ == "__main__":
    main(sys.argv[1:])
