"""Learns the weights of ``generator/lexicon/scene.yml`` from stories whose countries, places and days are known.

    python tests/evaluation/train_scene.py GOLD[=WEIGHT] ... > generator/lexicon/scene.yml

A gold set is a folder of pairs or a batch file, as for ``briefing score``; ``countries``, ``places`` and ``dates`` of
its readings count. A weight says how often its documents count: the shipped weights come from old wires (1),
encyclopedia stories (2) and ``tests/evaluation/gold/dev`` (3). Plain logistic models,
trained by gradient steps in a fixed order, so that the same stories give the same weights.
"""

import math
import random
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.assemble.days import find_anchor, resolved_days
from generator.assemble.eventday import day_evidence, group_days
from generator.assemble.evidence import country_evidence, place_evidence, rank_countries, survey
from generator.assemble.scenery import find_sightings
from generator.extract.claims import read_dateline, read_story
from generator.lexicon.lexicon import Lexicon, load_lexicon
from generator.lexicon.places import fold_name
from generator.model.gold import GoldDocument
from generator.model.partialdate import PartialDate
from generator.model.vocabulary import PlaceLevel
from generator.read.gold import read_gold
from generator.segment.layout import lay_out

HEADING = """\
# What speaks for a country, a place or a day being that of an incident, and how much; learned from stories whose
# scene is known by tests/evaluation/train_scene.py. Evidence is where a name or day stands, and never which it is.
"""
PLACE_THRESHOLD, DAY_THRESHOLD = -0.3, -3.0
NEVER_FOR = ("distance-long", "distance-month", "distance-vague", "past", "spoken")
"""Evidence that never speaks for a day, whatever the stories at hand say."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Candidates of one story with their evidence, and which of them are right."""

    weight: float
    candidates: Mapping[str, Mapping[str, int]]
    right: frozenset[str]


@dataclass(frozen=True, slots=True)
class Story:
    """A story as the models see it."""

    weight: float
    countries: Choice
    days: Choice
    places: Callable[[Mapping[str, float]], list[tuple[float, frozenset[str], bool]]]


def read_stories(path: str, weight: float, lexicon: Lexicon) -> Iterator[Story]:
    """Every story of a gold set that tells of an incident."""
    for each in read_gold(Path(path)):
        if each.gold.relevant is not False and each.gold.countries is not None:
            yield read_story_of(each, weight, lexicon)


def read_story_of(read: GoldDocument, weight: float, lexicon: Lexicon) -> Story:
    """One story, read by the program up to the point where the models choose."""
    document, gold = read.document, read.gold
    layout = lay_out(document)
    readings, dateline = read_story(document, layout, lexicon), read_dateline(document, layout, lexicon)
    sightings = find_sightings(document, readings, dateline.places)
    evidence = country_evidence(sightings, readings, dateline.places, lexicon.places)
    named = frozenset(code for codes in gold.countries or () for code in codes)
    anchor, _ = find_anchor(document, dateline.days)
    groups = group_days(resolved_days(readings, anchor, document), anchor)
    days = {
        str(day): dict.fromkeys(day_evidence(group, order, anchor), 1)
        for order, (day, group) in enumerate(groups.items())
    }
    right = frozenset(str(day) for day in groups if any(_lies(day, *each) for each in gold.dates or ()))

    def judge_places(weights: Mapping[str, float]) -> list[tuple[float, frozenset[str], bool]]:
        ranked = rank_countries(evidence, weights)
        around = survey(sightings, ranked[0][0] if ranked else None, dateline.places, lexicon.places)
        keyed = defaultdict(list)
        for each in sightings:
            if each.mention.level is not PlaceLevel.COUNTRY:
                keyed[each.mention.key].append(each)
        return [
            (weight, place_evidence(group, around, lexicon.places), _is_named(group[0].mention.name, gold.places))
            for group in keyed.values()
            if gold.places is not None
        ]

    return Story(weight, Choice(weight, evidence, named), Choice(weight, days, right), judge_places)


def _lies(day: PartialDate, first: str, last: str) -> bool:
    return first <= str(day) <= last


def _is_named(name: str, accepted: Iterable[Sequence[str]]) -> bool:
    """Whether one of the accepted names holds the name, or the name holds it, word by word."""
    own = f" {fold_name(name)} "
    return any(own in f" {fold_name(each)} " or f" {fold_name(each)} " in own for names in accepted for each in names)


def learn_choice(
    choices: Sequence[Choice], *, rate: float, decay: float, never: Sequence[str] = ()
) -> dict[str, float]:
    """Weights that rank the right candidates first (conditional logit)."""
    weights: defaultdict[str, float] = defaultdict(float)
    shuffled = [choice for choice in choices if choice.right & choice.candidates.keys() and len(choice.candidates) > 1]
    for turn in range(60):
        random.Random(turn).shuffle(shuffled)
        for choice in shuffled:
            scores = {
                name: sum(weights[kind] * count for kind, count in evidence.items())
                for name, evidence in choice.candidates.items()
            }
            top = max(scores.values())
            shares = {name: math.exp(score - top) for name, score in scores.items()}
            total, good = sum(shares.values()), sum(shares[name] for name in shares if name in choice.right)
            for name, evidence in choice.candidates.items():
                step = (shares[name] / good if name in choice.right else 0.0) - shares[name] / total
                for kind, count in evidence.items():
                    weights[kind] += rate / (1 + 0.05 * turn) * choice.weight * step * count
        for kind in weights:
            weights[kind] *= 1 - decay
        for kind in never:
            weights[kind] = min(weights[kind], 0.0)
    return dict(weights)


def learn_verdict(
    cases: Sequence[tuple[float, frozenset[str], bool]], *, rate: float, decay: float
) -> dict[str, float]:
    """Weights that tell right cases from wrong ones (logistic regression)."""
    weights: defaultdict[str, float] = defaultdict(float)
    shuffled = list(cases)
    for turn in range(40):
        random.Random(turn).shuffle(shuffled)
        for weight, evidence, right in shuffled:
            kinds = ["bias", *sorted(evidence)]
            share = 1 / (1 + math.exp(-sum(weights[kind] for kind in kinds)))
            for kind in kinds:
                weights[kind] += rate / (1 + 0.1 * turn) * weight * (right - share)
        for kind in weights:
            weights[kind] *= 1 - decay
    return dict(weights)


def render(name: str, weights: Mapping[str, float]) -> str:
    """One table of the lexicon file."""
    return f"{name}:\n" + "".join(f"  {kind}: '{weight:.2f}'\n" for kind, weight in sorted(weights.items()))


def main(arguments: Sequence[str]) -> None:
    """Write the lexicon file to standard output."""
    lexicon = load_lexicon()
    stories: list[Story] = []
    for argument in arguments:
        path, _, weight = argument.partition("=")
        stories += read_stories(path, float(weight or 1), lexicon)
    countries = learn_choice([story.countries for story in stories], rate=0.05, decay=0.002)
    places = learn_verdict([case for story in stories for case in story.places(countries)], rate=0.03, decay=0.003)
    days = learn_choice([story.days for story in stories], rate=0.05, decay=0.01, never=NEVER_FOR)
    days["threshold"] = DAY_THRESHOLD
    sys.stdout.write(f"{HEADING}threshold: '{PLACE_THRESHOLD:.2f}'\n")
    sys.stdout.writelines(
        render(name, weights) for name, weights in (("countries", countries), ("places", places), ("days", days))
    )


if __name__ == "__main__":
    main(sys.argv[1:])
