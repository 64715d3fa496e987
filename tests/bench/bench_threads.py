"""How long it takes to group stories by incident, as a workspace grows.

python tests/bench/bench_threads.py [STORIES ...]

The stories are those of the evaluation corpora, over and over, under other names and on other days: those of one copy
share their names with every fiftieth copy, and their words with all. Seconds are of the processor; memory is that of
the signatures and groups at its highest, as the interpreter counts it (`tracemalloc`), in a run that is not timed.
"""

import datetime
import random
import sys
import time
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from generator.lexicon.lexicon import load_lexicon
from generator.link.calendar import Named
from generator.link.candidates import find_candidates
from generator.link.sameness import count_common
from generator.link.signatures import Signature, read_signature
from generator.link.threads import ThreadWeights, find_threads
from generator.link.wording import Zone
from generator.pipeline.extraction import extract_document, story_of
from generator.read.files import read_folder

CORPORA = [Path(__file__).parents[1] / "evaluation" / name for name in ("threads", "threads_held")]
VARIANTS = 50
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

    def zone(one: Zone) -> Zone:
        days = tuple(_shifted(each, shift) for each in one.days)
        harm = tuple(_shifted(each, shift) for each in one.harm)
        names = {key + mark: name for key, name in one.names.items()}
        return replace(one, names=names, days=days, harm=harm, sites=frozenset(key + mark for key in one.sites))

    return replace(
        signature,
        id=f"{signature.id}-{copy}",
        document=f"{signature.document}{copy}",
        issued=signature.issued and signature.issued + shift,
        day=signature.day and signature.day + shift,
        head=zone(signature.head),
        body=zone(signature.body),
        past=zone(signature.past),
        title=frozenset(key + mark if key in signature.head.names else key for key in signature.title),
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
    print(" stories  incidents    pairs  find pairs (s)  group (s)  memory (MB)")
    for size in sizes:
        stories = list(copies(real, size))
        begun = time.process_time()
        pairs = find_candidates(stories, count_common(stories))
        found = time.process_time()
        groups = find_threads(stories, weights).groups
        done = time.process_time()
        tracemalloc.start()
        kept = list(copies(real, size))
        find_threads(kept, weights)
        memory = tracemalloc.get_traced_memory()[1] / 1e6
        tracemalloc.stop()
        cells = f"{found - begun:15.2f} {done - found:10.1f} {memory:12.0f}"
        print(f"{size:8} {len(groups):10} {len(pairs):8} {cells}")


if __name__ == "__main__":
    main([int(each) for each in sys.argv[1:]] or [260, 1000, 4000])
