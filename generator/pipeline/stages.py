"""The stages of a run: announced as they begin, and timed."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

Clock = Callable[[], float]


class Watcher(Protocol):
    """Whoever looks on while a run works."""

    def begin(self, stage: str, steps: int | None = None) -> None:
        """A stage begins; ``steps`` is how many there will be, where that is known."""

    def advance(self, steps: int = 1) -> None:
        """Some steps of the stage are done."""

    def end(self) -> None:
        """The stage is over, finished or not."""

    def say(self, line: str) -> None:
        """A line for the user, between stages or within one."""


class Unwatched:
    """Nobody looks on."""

    def begin(self, stage: str, steps: int | None = None) -> None:
        """Pass over it."""

    def advance(self, steps: int = 1) -> None:
        """Pass over it."""

    def end(self) -> None:
        """Pass over it."""

    def say(self, line: str) -> None:
        """Pass over it."""


class Stages:
    """Times stages for the summary and tells a watcher of them.

    Args:
        watcher: who looks on.
        clock: seconds.
    """

    def __init__(self, watcher: Watcher, clock: Clock = time.perf_counter) -> None:
        self.watcher = watcher
        self.clock = clock
        self._seconds: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str, steps: int | None = None) -> Iterator[Watcher]:
        """A stage; what happens inside is its work, and times of one name add up."""
        begun = self.clock()
        self.watcher.begin(name, steps)
        try:
            yield self.watcher
        finally:
            self.watcher.end()
            self._seconds[name] = self._seconds.get(name, 0.0) + self.clock() - begun

    @property
    def seconds(self) -> tuple[tuple[str, float], ...]:
        """Wall time of each stage, in the order in which they began."""
        return tuple(self._seconds.items())
