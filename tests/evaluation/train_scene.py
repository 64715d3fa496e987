"""Learns the weights of ``generator/lexicon/scene.yml`` from stories whose countries, places and days are known.

    python tests/evaluation/train_scene.py GOLD[=WEIGHT] ... > generator/lexicon/scene.yml
    python tests/evaluation/train_scene.py --folds 5 GOLD[=WEIGHT] ...

A gold set is a folder of pairs or a batch file, as for ``briefing score``; ``countries``, ``places`` and ``dates`` of
its readings count. A weight says how often its documents count, and behind a slash how often for days: the shipped
weights come from old wires (``1/0.1``), summaries of attacks (``2/0``), short passages in the manner of many desks
(``tests/evaluation/scenes.jsonl``, 1), stories of days (``tests/evaluation/days.jsonl``, ``0/2``) and
``tests/evaluation/gold/dev`` (3). Plain logistic models, trained by gradient
steps in a fixed order, so that the same stories give the same weights. With ``--folds`` every story is read by weights
that were learned without it, and the figures of each set are printed.
"""

import math
import random
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.assemble.anchor import find_anchor
from generator.assemble.days import incident_dates, resolved_days
from generator.assemble.eventday import day_evidence, group_days
from generator.assemble.evidence import country_evidence, place_evidence, rank_countries, survey
from generator.assemble.places import find_scene
from generator.assemble.scenery import Sighting, find_sightings
from generator.extract.places.headlines import find_headline_places
from generator.extract.stories import read_dateline, read_story
from generator.lexicon.lexicon import Lexicon, load_lexicon
from generator.lexicon.scene import SceneWeights
from generator.model.document import Document
from generator.model.gold import Gold, GoldDocument
from generator.model.mention import PlaceMention
from generator.model.partialdate import PartialDate
from generator.model.reading import DatelineReading, SentenceReading
from generator.model.vocabulary import PlaceLevel
from generator.read.gold import read_gold
from generator.score.wording import is_same_name
from generator.segment.layout import lay_out

HEADING = """\
# What speaks for a country, a place or a day being that of an incident, and how much; learned from stories whose
# scene is known by tests/evaluation/train_scene.py. Evidence is where a name or day stands, and never which it is.
"""
PLACE_THRESHOLD, DAY_THRESHOLD = -0.6, -3.5
AT_MOST = {
    "distance-long": -2.5,
    "distance-month": -0.6,
    "distance-vague": 0.0,
    "aftermath": -1.0,
    "ahead": -0.8,
    "past": 0.0,
    "spoken": 0.0,
    "bound": 0.0,
    "counted": 0.0,
}
"""What some evidence for a day may weigh at most, whatever the stories at hand say: few of them look far back."""


@dataclass(frozen=True, slots=True)
class Story:
    """A story as the finders read it, with what is known of it."""

    weight: float
    day_weight: float
    group: str
    document: Document
    readings: tuple[SentenceReading, ...]
    dateline: DatelineReading
    headline: tuple[PlaceMention, ...]
    gold: Gold

    @property
    def anchor(self) -> PartialDate | None:
        """Its own day."""
        return find_anchor(self.document, self.dateline.days, self.readings)[0]

    @property
    def sightings(self) -> tuple[Sighting, ...]:
        """Every mention of a place."""
        return find_sightings(self.document, self.readings, self.dateline.places, self.headline)


@dataclass(frozen=True, slots=True)
class Choice:
    """Candidates of one story with their evidence, and which of them are right."""

    weight: float
    candidates: Mapping[str, Mapping[str, int]]
    right: frozenset[str]


Case = tuple[float, frozenset[str], bool]


def read_stories(path: str, weights: tuple[float, float], lexicon: Lexicon) -> Iterator[Story]:
    """Every story of a gold set that tells of an incident."""
    for each in read_gold(Path(path)):
        if each.gold.relevant is not False and each.gold.countries is not None:
            yield read_story_of(each, weights, path, lexicon)


def read_story_of(read: GoldDocument, weights: tuple[float, float], group: str, lexicon: Lexicon) -> Story:
    """One story, read by the program up to the point where the models choose."""
    document = read.document
    layout = lay_out(document)
    readings, dateline = read_story(document, layout, lexicon), read_dateline(document, layout, lexicon)
    headline = find_headline_places(document, layout, lexicon)
    return Story(*weights, group, document, readings, dateline, headline, read.gold)


def country_choice(story: Story, lexicon: Lexicon) -> Choice:
    """The countries of a story with their evidence."""
    evidence = country_evidence(story.sightings, story.readings, story.dateline.places, lexicon.places)
    named = frozenset(code for codes in story.gold.countries or () for code in codes)
    return Choice(story.weight, evidence, named)


def day_choice(story: Story) -> Choice:
    """The days of a story with their evidence."""
    anchor = story.anchor
    groups = group_days(resolved_days(story.readings, anchor, story.document), anchor)
    days = {
        str(day): dict.fromkeys(day_evidence(group, order, anchor, story.document), 1)
        for order, (day, group) in enumerate(groups.items())
    }
    right = frozenset(str(day) for day in groups if any(_lies(day, *each) for each in story.gold.dates or ()))
    return Choice(story.day_weight, days, right)


def place_cases(story: Story, countries: Mapping[str, float], lexicon: Lexicon) -> Iterator[Case]:
    """The places of a story with their evidence, and whether each is a scene."""
    if story.gold.places is None:
        return
    sightings, dateline = story.sightings, story.dateline.places
    ranked = rank_countries(country_evidence(sightings, story.readings, dateline, lexicon.places), countries)
    around = survey(sightings, ranked[0][0] if ranked else None, dateline, lexicon.places)
    keyed = defaultdict(list)
    for each in sightings:
        if each.mention.level is not PlaceLevel.COUNTRY:
            keyed[each.mention.key].append(each)
    for group in keyed.values():
        right = any(is_same_name(names, (group[0].mention.name,)) for names in story.gold.places)
        yield story.weight, place_evidence(group, around, lexicon.places), right


def _lies(day: PartialDate, first: str, last: str) -> bool:
    return first <= str(day) <= last


def learn_choice(
    choices: Sequence[Choice], *, rate: float, decay: float, most: Mapping[str, float] | None = None
) -> dict[str, float]:
    """Weights that rank the right candidates first (conditional logit)."""
    weights: defaultdict[str, float] = defaultdict(float)
    shuffled = [
        choice
        for choice in choices
        if choice.weight and choice.right & choice.candidates.keys() and len(choice.candidates) > 1
    ]
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
        for kind, highest in (most or {}).items():
            weights[kind] = min(weights[kind], highest)
    return dict(weights)


def learn_verdict(cases: Sequence[Case], *, rate: float, decay: float) -> dict[str, float]:
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


def learn(stories: Sequence[Story], lexicon: Lexicon) -> SceneWeights:
    """All weights."""
    countries = learn_choice([country_choice(story, lexicon) for story in stories], rate=0.05, decay=0.002)
    cases = [case for story in stories for case in place_cases(story, countries, lexicon)]
    places = learn_verdict(cases, rate=0.02, decay=0.01)
    days = learn_choice([day_choice(story) for story in stories], rate=0.05, decay=0.01, most=AT_MOST)
    return SceneWeights(countries, places, PLACE_THRESHOLD, {**days, "threshold": DAY_THRESHOLD})


class Tally:
    """Right, found and wanted values of a set."""

    def __init__(self) -> None:
        self.counts: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0])

    def add(self, story: Story, weights: SceneWeights, lexicon: Lexicon) -> None:
        """Count what is read in a story with certain weights."""
        known = replace(lexicon, places=replace(lexicon.places, scene=weights))
        scene = find_scene(story.document, story.readings, story.dateline.places, known.places, headline=story.headline)
        wanted = {code for codes in story.gold.countries or () for code in codes}
        found = {place.country for place in scene.places if place.country}
        self._count("countries", len(wanted & found), len(found), len(story.gold.countries or ()))
        if story.gold.places is not None:
            names = [place.name for place in scene.places if place.level is not PlaceLevel.COUNTRY]
            hits = [any(is_same_name(each, (name,)) for name in names) for each in story.gold.places]
            right = [any(is_same_name(each, (name,)) for each in story.gold.places) for name in names]
            self._count("places", sum(hits), len(names) - sum(right) + sum(hits), len(hits))
        if story.gold.dates:
            dates = replace(lexicon.dates, weights=weights.days)
            day = incident_dates(story.readings, story.anchor, "", story.document, dates).start
            hit = day is not None and any(_lies(day, *each) for each in story.gold.dates)
            self._count("dates", hit, day is not None, 1)

    def _count(self, name: str, right: int, found: int, wanted: int) -> None:
        for number, value in enumerate((right, found, wanted)):
            self.counts[name][number] += value

    def lines(self) -> Iterator[str]:
        """Precision, recall and F1 of each field, percent."""
        for name, (right, found, wanted) in self.counts.items():
            precision, recall = right / max(1, found), right / max(1, wanted)
            f1 = 2 * precision * recall / max(1e-9, precision + recall)
            yield f"{name:10} P {100 * precision:5.1f}  R {100 * recall:5.1f}  F1 {100 * f1:5.1f}  n {wanted}"


def cross_validate(stories: Sequence[Story], folds: int, lexicon: Lexicon) -> Iterator[str]:
    """Figures of each set, every story read by weights that were learned without it."""
    tallies: defaultdict[str, Tally] = defaultdict(Tally)
    for fold in range(folds):
        weights = learn([story for at, story in enumerate(stories) if at % folds != fold], lexicon)
        for story in stories[fold::folds]:
            tallies[story.group].add(story, weights, lexicon)
    for group, tally in tallies.items():
        yield group
        yield from tally.lines()


def render(name: str, weights: Mapping[str, float]) -> str:
    """One table of the lexicon file."""
    return f"{name}:\n" + "".join(f"  {kind}: '{weight:.2f}'\n" for kind, weight in sorted(weights.items()))


def read_all(arguments: Iterable[str], lexicon: Lexicon) -> list[Story]:
    """The stories of all sets."""
    stories: list[Story] = []
    for argument in arguments:
        path, _, weight = argument.partition("=")
        places, _, days = weight.partition("/")
        stories += read_stories(path, (float(places or 1), float(days or places or 1)), lexicon)
    return stories


def main(arguments: Sequence[str]) -> None:
    """Write the lexicon file, or the figures of the folds, to standard output."""
    lexicon = load_lexicon()
    if arguments[0] == "--folds":
        sys.stdout.writelines(
            f"{line}\n" for line in cross_validate(read_all(arguments[2:], lexicon), int(arguments[1]), lexicon)
        )
        return
    weights = learn(read_all(arguments, lexicon), lexicon)
    sys.stdout.write(f"{HEADING}threshold: '{PLACE_THRESHOLD:.2f}'\n")
    sys.stdout.writelines(
        render(name, table)
        for name, table in (("countries", weights.countries), ("places", weights.places), ("days", weights.days))
    )


if __name__ == "__main__":
    main(sys.argv[1:])
