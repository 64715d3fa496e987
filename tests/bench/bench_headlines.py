"""How long it takes to find the incident of a headline, as a workspace grows.

python tests/bench/bench_headlines.py [INCIDENTS ...]
"""

import datetime
import random
import sys
import time

from generator.lexicon.lexicon import load_lexicon
from generator.link.resolution import Resolver
from generator.model.headline import HeadlineMentions
from generator.model.incident import Dates, Incident, SourceDocument, Title
from generator.model.partialdate import PartialDate
from generator.model.span import Span
from generator.model.vocabulary import EventType, Origin

HEADLINES = 3000
FIRST = datetime.date(2024, 1, 1)
DAYS = 700
SYLLABLES = ("ba", "ko", "ri", "tan", "mel", "or", "shi", "ven", "du", "gar", "lo", "pes")


class Newsroom:
    """Invents headlines from words of its own.

    Args:
        seed: of its choices.
    """

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self._towns = [self._name().title() for _ in range(3000)]
        self._words = [self._name() for _ in range(6000)]

    def _name(self) -> str:
        return "".join(self._chance.choice(SYLLABLES) for _ in range(3))

    def headline(self) -> str:
        """An event in a town."""
        chance = self._chance
        event, town, count = (
            chance.choice(("Blast", "Flood", "Crash")),
            chance.choice(self._towns),
            chance.randint(2, 40),
        )
        return f"{event} in {town} kills {count} near {chance.choice(self._words)} {chance.choice(self._words)}"

    def day(self) -> datetime.date:
        """A day of two years."""
        return FIRST + datetime.timedelta(self._chance.randint(0, DAYS))

    def incident(self, number: int) -> Incident:
        """A record with a title and a day."""
        document = SourceDocument("d1", f"{number}.txt", "0" * 64, 10, Span(0, 5))
        dates = Dates(start=PartialDate.of(self.day()))
        return Incident(f"i{number}", Title(self.headline(), Origin.DOCUMENT), (EventType.BOMBING,), dates, (document,))


def main(sizes: list[int]) -> None:
    """Print a row for each size."""
    lexicon = load_lexicon().threads
    for size in sizes:
        room = Newsroom(size)
        incidents = [room.incident(number) for number in range(size)]
        headlines = [(room.headline(), room.day()) for _ in range(HEADLINES)]
        begun = time.process_time()
        resolver = Resolver(incidents, lexicon)
        built = time.process_time()
        for text, day in headlines:
            resolver.find(text, day, HeadlineMentions(type=EventType.BOMBING))
        each = (time.process_time() - built) / HEADLINES * 1e6
        print(f"{size:>8} incidents: index {built - begun:6.2f} s, {each:5.0f} microseconds a headline")


if __name__ == "__main__":
    main([int(each) for each in sys.argv[1:]] or [1000, 5000, 20000])
