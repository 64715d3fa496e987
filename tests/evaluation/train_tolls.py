"""Learns the weights of ``generator/lexicon/toll_weights.yml`` from passages and stories whose tolls are known.

    python tests/evaluation/train_tolls.py > generator/lexicon/toll_weights.yml
    python tests/evaluation/train_tolls.py --folds 6 [--misses]

The passages are ``tests/evaluation/tolls.jsonl``: invented sentences over all outcomes and many desks, in which every
figure of persons to whom something happened is marked by its place (``at``, code points); all others are examples of
what is no toll. The stories are ``tests/evaluation/gold/dev``, whose tolls are known by their sentence and value. Only
figures that no rule reads are learned from, since the model judges no others: a conditional logit over the outcomes
that anything speaks for and none, trained by gradient steps in a fixed order, so that the same texts give the same
weights. With ``--folds`` every text is read by weights that were learned without it.
"""

import json
import math
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from generator.extract.claims import find_told
from generator.extract.figures.weighed import Case, find_cases, judge
from generator.extract.stories import prose_of, read_story, told_before
from generator.lexicon.lexicon import Lexicon, load_lexicon
from generator.model.document import Document, Sentence
from generator.model.values import replace
from generator.model.vocabulary import Outcome
from generator.read.batch import read_line
from generator.read.files import read_file
from generator.segment.layout import lay_out

HERE = Path(__file__).parent
HEADING = """\
# How much each kind of evidence speaks for a figure that no frame reads being a toll; learned by
# tests/evaluation/train_tolls.py and not written by hand. `= killed` is what an outcome starts from, `like` compares a
# figure with the toll next to it; all other evidence is the kind and the place of words (`toll_words.yml`), and never
# the words.
"""
THRESHOLD = 1.6
"""Log odds at which nine of ten added tolls are right where the weights have not seen the text."""
RARE = 3
"""So often evidence must have been seen to be weighed."""
LEAST = 0.01
"""Weights below this are left out."""
TURNS, RATE, DECAY, SHRINK = 60, 0.1, 0.004, 0.01


@dataclass(frozen=True, slots=True)
class Example:
    """A figure that no rule reads, and what befell those whom it counts.

    Attributes:
        text: the text that it stands in.
        case: the figure and what speaks for each outcome.
        right: the outcome, or None where nothing befell them.
        words: the sentence, for reading.
    """

    text: str
    case: Case
    right: Outcome | None
    words: str


Mark = tuple[int, int, Outcome]
"""Where the words of a figure begin and end in their text, and the outcome."""


def read_passages(path: Path, lexicon: Lexicon) -> Iterator[Example]:
    """The figures of passages whose tolls are marked by their place."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        stated = json.loads(line)
        document = read_line(line, number).document
        tolls = stated["gold"]["tolls"]
        marks = [(toll["at"], toll["at"] + len(toll["words"]), Outcome(toll["outcome"])) for toll in tolls]
        shift = document.text.index(stated["text"][:8])
        for case, words, _ in cases_of(document, lexicon):
            right = next((each[2] for each in marks if _covers(each, case, shift)), None)
            yield Example(stated["id"], case, right, words)


def _covers(mark: Mark, case: Case, shift: int) -> bool:
    sign = case.figure.numeral.span
    return mark[0] + shift <= sign.start < mark[1] + shift


def read_stories(folder: Path, lexicon: Lexicon) -> Iterator[Example]:
    """The figures of stories whose tolls are known by sentence and value; those that may be known ones are left out."""
    for path in sorted(folder.glob("*.txt")):
        stated = yaml.safe_load(path.with_suffix(".yml").read_text(encoding="utf-8"))
        if stated.get("relevant") is False:
            continue
        document = read_file(path, path.name).document
        for case, words, known in cases_of(document, lexicon):
            value = case.figure.numeral.count if not case.figure.numeral.vague else None
            told = [toll for toll in stated.get("tolls", ()) if toll["value"] == value]
            here = [toll for toll in told if _is_near(document, toll.get("quote", ""), case)]
            open_ = [Outcome(toll["outcome"]) for toll in here if (Outcome(toll["outcome"]), value) not in known]
            if open_ or not told or value == 1:
                yield Example(path.name, case, open_[0] if open_ else None, words)


def _is_near(document: Document, quote: str, case: Case) -> bool:
    """Whether a figure stands in the sentence that a toll was read from."""
    start = document.text.find(quote) if quote else -1
    return 0 <= start <= case.figure.span.start < start + len(quote)


def cases_of(document: Document, lexicon: Lexicon) -> Iterator[tuple[Case, str, frozenset[tuple[Outcome, int | None]]]]:
    """Every figure of a document that no rule reads, its sentence, and what the rules read there."""
    layout = lay_out(document)
    readings = read_story(document, layout, lexicon)
    for number, reading in enumerate(readings):
        prose = prose_of(document, Sentence(reading.span, reading.paragraph), number, lexicon)
        if prose is None:
            continue
        before = told_before(readings[:number])
        figures, tolls = find_told(prose, before, lexicon)
        known = frozenset((toll.outcome, toll.figure.numeral.count) for toll in tolls)
        for case in find_cases(prose, figures, tolls, lexicon, before=before):
            yield case, prose.text, known


def learn(examples: Sequence[Example]) -> dict[str, float]:
    """Weights under which the right outcomes, or none, come first."""
    rows = [(each.case.evidence, each.right) for each in examples]
    seen = Counter(name for evidence, _ in rows for names in evidence.values() for name in names)
    weights: defaultdict[str, float] = defaultdict(float)
    for turn in range(TURNS):
        random.Random(turn).shuffle(rows)
        for evidence, right in rows:
            for outcome, share in _shares(evidence, weights).items():
                step = RATE / (1 + 0.1 * turn) * ((outcome is right) - share)
                for name in evidence[outcome]:
                    if seen[name] >= RARE:
                        weights[name] += step
        for name, weight in weights.items():
            weights[name] = math.copysign(max(0.0, abs(weight) * (1 - DECAY) - SHRINK), weight)
    return {name: weight for name, weight in weights.items() if weight}


def _shares(evidence: Mapping[Outcome, Sequence[str]], weights: Mapping[str, float]) -> dict[Outcome, float]:
    """How likely each outcome is; the rest is none."""
    scores = {outcome: sum(weights.get(name, 0.0) for name in names) for outcome, names in evidence.items()}
    top = max(0.0, *scores.values())
    odds = {outcome: math.exp(score - top) for outcome, score in scores.items()}
    total = sum(odds.values()) + math.exp(-top)
    return {outcome: each / total for outcome, each in odds.items()}


def cross_validate(examples: Sequence[Example], folds: int) -> list[tuple[float, Outcome, Example]]:
    """What weights that were learned without a text find in it, the surest first."""
    texts = sorted({each.text for each in examples})
    random.Random(1).shuffle(texts)
    found = []
    for fold in range(folds):
        held = frozenset(texts[fold::folds])
        weights = learn([each for each in examples if each.text not in held])
        for each in examples:
            if each.text in held:
                outcome, odds = judge(each.case, weights)
                found.append((odds, outcome, each))
    return sorted(found, key=lambda each: -each[0])


def figures_of(found: Iterable[tuple[float, Outcome, Example]], wanted: int) -> Iterator[str]:
    """Precision and recall of the added tolls at several thresholds, percent."""
    rows = list(found)
    for threshold in (0.5, 1.0, THRESHOLD, 2.0):
        added = [outcome is each.right for odds, outcome, each in rows if odds >= threshold]
        precision, recall = sum(added) / max(1, len(added)), sum(added) / max(1, wanted)
        yield f"{threshold:3.1f}  P {100 * precision:5.1f}  R {100 * recall:5.1f}  added {len(added)}"


def render(weights: Mapping[str, float]) -> str:
    """The lexicon file; the heaviest evidence first."""
    rows = sorted(weights.items(), key=lambda row: (-abs(round(row[1], 2)), row[0]))
    lines = "".join(f"  {json.dumps(name)}: '{weight:.2f}'\n" for name, weight in rows if abs(weight) >= LEAST)
    return f"{HEADING}threshold: '{THRESHOLD:.2f}'\nweights:\n{lines}"


def read_all(lexicon: Lexicon) -> list[Example]:
    """The examples of all texts, as the rules alone leave them."""
    words = replace(lexicon.tolls.words, weights={}, threshold=math.inf)
    unweighed = replace(lexicon, tolls=replace(lexicon.tolls, words=words))
    return [*read_passages(HERE / "tolls.jsonl", unweighed), *read_stories(HERE / "gold" / "dev", unweighed)]


def main(arguments: Sequence[str]) -> None:
    """Write the lexicon file, or the figures of the folds, to standard output."""
    examples = read_all(load_lexicon())
    if not arguments or arguments[0] != "--folds":
        sys.stdout.write(render(learn(examples)))
        return
    found = cross_validate(examples, int(arguments[1]))
    for group, mine in (("passages", False), ("stories", True)):
        rows = [row for row in found if row[2].text.endswith(".txt") is mine]
        wanted = sum(each.right is not None for _, _, each in rows)
        sys.stdout.writelines(f"{line}\n" for line in (f"{group}, {wanted} missed", *figures_of(rows, wanted)))
    if "--misses" in arguments:
        for odds, outcome, each in found:
            if odds >= THRESHOLD / 2 and outcome is not each.right:
                sys.stdout.write(f"{odds:4.1f} {outcome} not {each.right}: {each.case.figure.who} | {each.words}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
