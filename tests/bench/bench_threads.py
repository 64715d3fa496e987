"""How long it takes to group stories by incident, and to add one more, as a workspace grows.

python tests/bench/bench_threads.py [STORIES ...]

The stories are those of the evaluation corpora, over and over, under other names and on other days: those of one copy
share names and rare words with every fiftieth copy, and all other words with all. A story is added by its text: it is
extracted, its signature is read, and it is put among the others. Seconds are of the processor; memory is what the whole
process, lexicon and all, held at its highest so far.
"""

import datetime
import random
import resource
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from statistics import mean, median

from generator.lexicon.lexicon import load_lexicon
from generator.link.calendar import Named
from generator.link.gathering import ThreadWeights
from generator.link.signatures import Signature, read_signature
from generator.link.threads import StoryIndex
from generator.link.wording import Zone
from generator.pipeline.extraction import extract_document, story_of
from generator.read.files import read_folder

CORPORA = [Path(__file__).parents[1] / "evaluation" / name for name in ("threads", "threads_held")]
VARIANTS = 50
ADDED = 40
DAYS = 3000


def real_signatures() -> list[Signature]:
    """Those of the corpora."""
    lexicon = load_lexicon()
    found = []
    for folder in CORPORA:
        for document in read_folder(folder)[0]:
            extraction = extract_document(document, lexicon)
            found.append(read_signature(extraction.assembly.incident, story_of(extraction), lexicon.threads))
    return found


def copies(real: list[Signature], count: int) -> Iterator[Signature]:
    """So many stories, under other names and on other days."""
    chance = random.Random(count)
    for number in range(count):
        copy, place = divmod(number, len(real))
        if place == 0:
            shift = datetime.timedelta(chance.randrange(DAYS))
        yield _moved(real[place], copy, shift)


def _moved(signature: Signature, copy: int, shift: datetime.timedelta) -> Signature:
    mark = f"{copy % VARIANTS:02}"

    def word(key: str, one: Zone) -> str:
        return key if key in one.grades else key + mark

    def zone(one: Zone) -> Zone:
        return replace(
            one,
            names={key + mark: name for key, name in one.names.items()},
            words={word(key, one): shown for key, shown in one.words.items()},
            days=tuple(_shifted(each, shift) for each in one.days),
            harm=tuple(_shifted(each, shift) for each in one.harm),
            sites=frozenset(key + mark for key in one.sites),
        )

    return replace(
        signature,
        id=f"{signature.id}-{copy}",
        document=f"{signature.document}{copy}",
        issued=signature.issued and signature.issued + shift,
        day=signature.day and signature.day + shift,
        head=zone(signature.head),
        body=zone(signature.body),
        past=zone(signature.past),
        title=frozenset(word(key, signature.head) for key in signature.title),
        sentences=frozenset(f"{each} {copy}" for each in signature.sentences),
    )


def _shifted(named: Named, shift: datetime.timedelta) -> Named:
    if named.day is None:
        return named
    day = named.day + shift
    return replace(named, day=day, month=(day.month, day.day), weekday=day.weekday())


def main(sizes: list[int]) -> None:
    """Print a row for each size."""
    real = real_signatures()
    known = load_lexicon().threads
    weights = ThreadWeights(known.weights, known.same, known.unsure)
    print(" stories  incidents  all at once (s)  one more: extract (ms)  group (ms)  at most (ms)  memory (MB)")
    for size in sizes:
        standing = {each.id: each for each in copies(real, size)}
        index = StoryIndex(weights)
        begun = time.process_time()
        index.update(standing)
        groups = index.threads().groups
        whole = time.process_time() - begun
        read, grouped = zip(*add_stories(index, standing, copies(real, size + ADDED)), strict=True)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
        extracting, grouping, longest = (1000 * each for each in (median(read), mean(grouped), max(grouped)))
        cells = f"{extracting:23.1f} {grouping:11.1f} {longest:13.1f}"
        print(f"{size:8} {len(groups):10} {whole:16.1f} {cells} {memory:12.0f}", flush=True)


def add_stories(
    index: StoryIndex, standing: dict[str, Signature], stories: Iterator[Signature]
) -> Iterator[tuple[float, float]]:
    """Seconds that it takes to extract each of some more stories, and to put it among those that stand."""
    lexicon = load_lexicon()
    texts = [document for folder in CORPORA for document in read_folder(folder)[0]]
    for number, each in enumerate(stories):
        if each.id in standing:
            continue
        begun = time.process_time()
        extraction = extract_document(texts[number % len(texts)], lexicon)
        read_signature(extraction.assembly.incident, story_of(extraction), lexicon.threads)
        extracted = time.process_time()
        standing[each.id] = each
        index.update(standing)
        index.threads()
        yield extracted - begun, time.process_time() - extracted


if __name__ == "__main__":
    main([int(each) for each in sys.argv[1:]] or [1000, 2000, 5000])
