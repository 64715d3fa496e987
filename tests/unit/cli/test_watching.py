"""Progress: bars on a terminal, lines elsewhere."""

import io
import sys

import pytest

from generator.cli.watching import Bars, Lines


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize(
    ("steps", "lines"),
    [
        (None, ["extract"]),
        (999, ["extract"]),
        (2000, ["extract", *(f"extract {tenth}0 %" for tenth in range(1, 11))]),
    ],
)
def test_a_stage_is_a_line_and_a_long_one_tells_each_tenth(steps, lines, capsys):
    watcher = Lines()
    watcher.begin("extract", steps)
    for _ in range(steps or 3):
        watcher.advance()
    watcher.end()
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines() == lines


def test_large_steps_tell_where_they_arrive(capsys):
    watcher = Lines()
    watcher.begin("extract", 1_000_000)
    watcher.advance(349_999)
    watcher.advance(650_001)
    assert capsys.readouterr().err.splitlines() == ["extract", "extract 30 %", "extract 100 %"]


def test_a_terminal_gets_a_bar_for_steps_and_a_line_otherwise(monkeypatch):
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    watcher = Bars()
    watcher.begin("read")
    watcher.end()
    watcher.begin("extract", 4)
    for _ in range(4):
        watcher.advance()
    watcher.end()
    watcher.begin("check")
    watcher.end()
    shown = terminal.getvalue()
    assert shown.startswith("read\n")
    assert "extract" in shown
    assert "100%" in shown
    assert shown.endswith("check\n")
