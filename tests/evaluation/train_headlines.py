"""Learns `generator/lexicon/headline_weights.yml` from headlines with the event each tells, or says how well that goes.

    python tests/evaluation/train_headlines.py [FOLDER ...] > generator/lexicon/headline_weights.yml
    python tests/evaluation/train_headlines.py [FOLDER ...] --folds 10

Weights begin where an editor would put them (`PRIOR`) and move only as far as the headlines push them. A headline
belongs to the near-miss set of its event or, where it tells of none, of the story that carries it. ``--folds`` learns
without each fold of the near-miss sets of all folders in turn, resolves that fold's headlines among all records of
their folder and prints the figures of all folds together; then the same with each folder left out.
"""

import argparse
import math
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

import yaml
from score_headlines import Records, expected, make_records, stand_for
from score_threads import CORPUS, HELD

from generator.lexicon.lexicon import load_lexicon
from generator.link.coverage import score
from generator.link.headlines import link_headlines
from generator.link.resolution import Candidate, Resolver, carried_on
from generator.link.teasers import read_teaser
from generator.model.headline import HeadlineMentions
from generator.model.incident import Incident
from generator.model.vocabulary import Relation

PRIOR: Mapping[str, float] = {
    "always": -4.0,
    "known in a title": 3.0,
    "known in an opening": 2.5,
    "known further down": 1.5,
    "known of old": -0.5,
    "names": 2.0,
    "names further down": 1.5,
    "wide names": 0.7,
    "wide names further down": 0.2,
    "words": 1.0,
    "words further down": 0.7,
    "pairs": 1.0,
    "pairs further down": 0.7,
    "told by all": 1.0,
    "sequel": 0.0,
    "all known": 0.5,
    "event elsewhere": -1.0,
    "event of another subject": -0.5,
    "no harm": -0.7,
    "no harm but a name": 0.0,
    "no subject but a name": 0.0,
    "strange names": -2.0,
    "strange place": -2.0,
    "country": 1.5,
    "country further down": -2.0,
    "other country": -3.0,
    "country besides": -0.5,
    "kind": 0.7,
    "other kind": -1.0,
    "subject": 1.0,
    "other subject": -0.7,
    "no subject": -0.5,
    "nobody killed": -2.0,
    "only hurt": -1.5,
    "hurt": 1.0,
    "other hurt": -0.5,
    "dead": 1.5,
    "more dead": 0.2,
    "far more dead": -1.0,
    "fewer dead": -0.5,
    "other dead": -0.3,
    "dead unknown": -0.3,
    "figure": 0.7,
    "undated": 0.0,
    "weeks after": -0.5,
    "long after": -1.0,
    "same aftermath": 1.5,
    "aftermath": -1.0,
    "no aftermath": -1.0,
    "newer": 0.7,
    "only headline newer": -1.5,
    "only incident newer": -0.7,
    "carried by it": 0.5,
    "alone of its kind": 1.0,
}
"""Where the weights begin, and what an editor makes of each kind of evidence."""

LINK, MARGIN = 2.75, 0.75
"""Score from which a headline is linked, and by how much it outdoes the next; taken from the folds' figures."""

STEPS, RATE, MOMENTUM = 120, 0.3, 0.9
PULL = 0.005
"""How strongly the weights are drawn to where they began."""

LINKS = (1.0, 1.5, 2.0, 2.25, 2.5, 2.75)
MARGINS = (0.5, 0.75)


_SMALL = 1e-4

Row = Sequence[tuple[Sequence[tuple[int, float]], bool]]
"""The candidates of a headline as the learner reads them: numbers of weights with their values, and whether right."""


@dataclass(frozen=True, slots=True)
class Case:
    """A headline of the gold.

    Attributes:
        text: as written.
        file: that carries it.
        sets: number of its near-miss set.
        folder: number of its folder.
        covered: whether a record stands for its event.
        settled: whether equal words led it rightly (or astray); None where they led it nowhere.
        candidates: incidents that it may tell of, each with whether it does.
    """

    text: str
    file: str
    sets: int
    folder: int
    covered: bool
    settled: bool | None
    candidates: tuple[tuple[Candidate, bool], ...] = ()


def read_cases(folders: Sequence[Path]) -> tuple[Case, ...]:
    """The headlines of some folders."""
    cases: list[Case] = []
    base = 0
    for at, folder in enumerate(folders):
        gold = yaml.safe_load((folder / "gold.yml").read_text("utf-8"))
        number = {event: base + row for row, names in enumerate(gold["sets"]) for event in names}
        base += len(gold["sets"])
        cases += _cases(make_records(folder), gold, number, at)
    return tuple(cases)


def _cases(made: Records, gold: Mapping[str, Mapping], number: Mapping[str, int], at: int) -> Iterator[Case]:
    never = replace(made.lexicon, link=float("inf"))
    records = link_headlines(made.incidents, made.mentions, never, made.stories)
    events = stand_for(records, gold["events"])
    covered = frozenset().union(*events.values())
    home = {f"{file}.txt": number[name] for name, event in gold["events"].items() for file in event["documents"]}
    known = expected(gold["headlines"])
    resolver = Resolver([each for each in records if each.status is None], made.lexicon, made.stories)
    for record in records:
        files = {document.id: document.file for document in record.documents}
        for headline in record.related:
            key = (files[headline.at.document], headline.text)
            if key not in known:
                continue
            right = known[key]
            led = headline.link or (record.id if headline.relation is Relation.SAME_EVENT else None)
            yield Case(
                headline.text,
                key[0],
                sets=min((number[name] for name in right), default=home[key[0]]),
                folder=at,
                covered=bool(right & covered),
                settled=None if led is None else bool(events[led] & right),
                candidates=()
                if led is not None
                else tuple(
                    (each, bool(events[each.profile.id] & right))
                    for each in _candidates(resolver, headline, record, made.mentions)
                ),
            )


def _candidates(
    resolver: Resolver, headline, record: Incident, mentions: Mapping[str, HeadlineMentions]
) -> Sequence[Candidate]:
    teaser = read_teaser(headline.text, mentions[headline.text], load_lexicon().threads)
    if teaser is None:
        return ()
    return tuple(resolver.candidates(teaser, carried_on(record, headline.at.document), record.id))


def resolve(case: Case, weights: Mapping[str, float], link: float, margin: float) -> bool | None:
    """Whether a headline is led rightly or astray; None where it is led nowhere."""
    if case.settled is not None:
        return case.settled
    ranked = sorted(((score(each.values, weights), right) for each, right in case.candidates), reverse=True)
    if not ranked or ranked[0][0] < link:
        return None
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < margin:
        return None
    return ranked[0][1]


def cross_validate(cases: Sequence[Case], parts: Sequence[Sequence[Case]], show: tuple[float, float] | None) -> None:
    """Print how the headlines of each part are resolved by weights that never saw them."""
    taught = []
    for part in parts:
        held = {id(each) for each in part}
        taught.append((part, teach([each for each in cases if id(each) not in held])))
    for margin, link in product(MARGINS, LINKS):
        found = [(each, resolve(each, weights, link, margin)) for part, weights in taught for each in part]
        precision, recall, counts = measure(found)
        print(f"link {link:5.2f}, margin {margin:4.2f}: precision {precision:.3f}, recall {recall:.3f} {counts}")
        if show == (link, margin):
            print(*(f"wrong   {each.file}  {each.text}" for each, led in found if led is False), sep="\n")
            print(
                *(f"missed  {each.file}  {each.text}" for each, led in found if led is None and each.covered), sep="\n"
            )


def measure(found: Sequence[tuple[Case, bool | None]]) -> tuple[float, float, tuple[int, int, int]]:
    """Precision and recall of resolved headlines, and how many are right, wrong and missed."""
    right = sum(led is True for _, led in found)
    wrong = sum(led is False for _, led in found)
    missed = sum(led is None and each.covered for each, led in found)
    return right / max(1, right + wrong), right / max(1, right + wrong + missed), (right, wrong, missed)


def teach(cases: Sequence[Case]) -> dict[str, float]:
    """The weights by which the right incident, or none, stands out best, not far from `PRIOR`: by steps downhill.

    The chance of an incident is that of its score among the scores of all candidates and of none, whose score is zero.
    """
    place = {name: number for number, name in enumerate(PRIOR)}
    rows = [
        [
            ([(place[name], value) for name, value in (("always", 1.0), *each.values.items())], right)
            for each, right in case.candidates
        ]
        for case in cases
        if case.candidates
    ]
    start = list(PRIOR.values())
    weights, speed = list(start), [0.0] * len(start)
    for _ in range(STEPS):
        slopes = [PULL * (now - then) for now, then in zip(weights, start, strict=True)]
        slopes[0] = 0.0
        for row in rows:
            for at, change in _changes(row, weights):
                slopes[at] += change / len(rows)
        speed = [MOMENTUM * old - RATE * slope for old, slope in zip(speed, slopes, strict=True)]
        weights = [old + step for old, step in zip(weights, speed, strict=True)]
    return dict(zip(PRIOR, weights, strict=True))


def _changes(row: Row, weights: Sequence[float]) -> Iterator[tuple[int, float]]:
    """How the loss of one headline grows with each weight."""
    strengths = [math.exp(min(30.0, sum(weights[at] * value for at, value in values))) for values, _ in row]
    whole = 1.0 + sum(strengths)
    right = sum(each for each, (_, is_right) in zip(strengths, row, strict=True) if is_right)
    for each, (values, is_right) in zip(strengths, row, strict=True):
        change = each / whole - (each / right if is_right else 0.0)
        if abs(change) > _SMALL:
            yield from ((at, change * value) for at, value in values)


def render(weights: Mapping[str, float]) -> str:
    """The lexicon's file, the heaviest first."""
    rows = sorted(((round(value, 2), name) for name, value in weights.items()), key=lambda row: (-abs(row[0]), row[1]))
    lines = ("# Learned weights, the heaviest first; written by tests/evaluation/train_headlines.py and not by hand.",)
    return "\n".join(
        (
            *lines,
            "weights:",
            *(f'  "{name}": {value}' for value, name in rows),
            f"link: {LINK}",
            f"margin: {MARGIN}",
            "",
        )
    )


def main() -> None:
    """Learn, and print the weights, or how each fold comes out."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=(CORPUS, HELD))
    parser.add_argument("--folds", type=int)
    parser.add_argument("--show", type=float, nargs=2, metavar=("LINK", "MARGIN"), help="name what comes out wrong")
    options = parser.parse_args()
    cases = read_cases(options.folders)
    show = tuple(options.show) if options.show else None
    if options.folds:
        print(f"by near-miss sets, {options.folds} folds")
        cross_validate(
            cases, [[each for each in cases if each.sets % options.folds == at] for at in range(options.folds)], show
        )
        print("each folder by the weights of the others")
        cross_validate(
            cases, [[each for each in cases if each.folder == at] for at in range(len(options.folders))], None
        )
    else:
        sys.stdout.write(render(teach(cases)))


if __name__ == "__main__":
    main()
