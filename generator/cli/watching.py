"""How a user sees a run at work: bars on a terminal, plain lines elsewhere."""

import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

    from generator.pipeline.stages import Watcher

_LONG = 1000
"""A stage of fewer steps is over before anybody asks."""

_TENTH = 10


class Lines:
    """A line for each stage, and one for each tenth of a long one."""

    def __init__(self) -> None:
        self._stage = ""
        self._steps = 0
        self._done = 0
        self._told = 0

    def begin(self, stage: str, steps: int | None = None) -> None:
        """Name the stage."""
        self._stage, self._steps, self._done, self._told = stage, steps or 0, 0, 0
        self.say(stage)

    def advance(self, steps: int = 1) -> None:
        """Tell every tenth of a long stage."""
        self._done += steps
        if self._steps < _LONG:
            return
        tenth = self._done * _TENTH // self._steps
        if tenth > self._told:
            self._told = tenth
            self.say(f"{self._stage} {tenth * _TENTH} %")

    def end(self) -> None:
        """Nothing is left open."""

    def say(self, line: str) -> None:
        """Print the line."""
        click.echo(line, err=True)


class Bars(Lines):
    """A bar for each stage whose steps are known, a line for any other."""

    def __init__(self) -> None:
        super().__init__()
        self._bar: ProgressBar[int] | None = None

    def begin(self, stage: str, steps: int | None = None) -> None:
        """Open a bar."""
        if not steps:
            self.say(stage)
            return
        self._bar = click.progressbar(length=steps, label=stage, file=sys.stderr)
        self._bar.__enter__()

    def advance(self, steps: int = 1) -> None:
        """Move the bar."""
        if self._bar is not None:
            self._bar.update(steps)

    def end(self) -> None:
        """Close the bar."""
        if self._bar is not None:
            self._bar.__exit__(None, None, None)
            self._bar = None


def choose_watcher() -> "Watcher":
    """Bars on a terminal, plain lines elsewhere; both on the error stream."""
    return Bars() if sys.stderr.isatty() else Lines()
