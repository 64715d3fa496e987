"""Stages, timed by a clock of the test's own."""

import itertools

import pytest

from generator.pipeline.stages import Stages, Unwatched


class Notes(Unwatched):
    def __init__(self):
        self.seen = []

    def begin(self, stage, steps=None):
        self.seen.append((stage, steps))

    def end(self):
        self.seen.append("end")


def test_stages_are_announced_timed_and_added_up_by_name():
    notes = Notes()
    stages = Stages(notes, clock=itertools.count(0.0, 1.5).__next__)
    for name, steps in (("read", None), ("extract", 3), ("read", None)):
        with stages.stage(name, steps) as watcher:
            watcher.advance()
            watcher.say("line")
    assert stages.seconds == (("read", 3.0), ("extract", 1.5))
    assert notes.seen == [("read", None), "end", ("extract", 3), "end", ("read", None), "end"]


def test_a_stage_that_fails_is_over_too():
    notes = Notes()
    stages = Stages(notes)
    with pytest.raises(ValueError, match="boom"), stages.stage("check"):
        raise ValueError("boom")
    assert notes.seen[-1] == "end"
    assert [name for name, _ in stages.seconds] == ["check"]
