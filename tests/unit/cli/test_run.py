"""What goes wrong is one line and an exit code."""

import errno

import click
import pytest

from generator import cli
from generator.errors import BriefingError


@pytest.fixture
def failing(monkeypatch):
    """Runs a program that fails with an error."""

    def run(error):
        def fail(arguments):
            raise error

        monkeypatch.setattr(cli, "_invoke", fail)
        return cli.run(["build"])

    return run


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (BriefingError("a.yml:3:1: expected\nb, found c"), "error: a.yml:3:1: expected b, found c"),
        (PermissionError(errno.EACCES, "Permission denied", "a.txt"), "error: a.txt: Permission denied"),
        (OSError(errno.ENOSPC, "No space left on device"), "error: No space left on device"),
        (OSError("odd"), "error: odd"),
        (
            ZeroDivisionError("division by zero"),
            "error: ZeroDivisionError: division by zero (generator/cli/__init__.py:",
        ),
    ],
    ids=["ours", "file", "disk", "no number", "unforeseen"],
)
def test_an_error_is_one_line_and_exit_code_1(error, line, failing, capsys):
    assert failing(error) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(line)
    assert err.count("\n") == 1


def test_an_unforeseen_error_asks_for_a_report(failing, capsys):
    failing(KeyError("claims"))
    assert "this is a fault of the program, please report it" in capsys.readouterr().err


def test_ctrl_c_is_one_line_and_exit_code_130(failing, capsys):
    assert failing(KeyboardInterrupt()) == 130
    assert capsys.readouterr().err == "stopped; nothing was left half-written\n"


@pytest.mark.parametrize(("result", "code"), [(None, 0), (0, 0), (1, 1)])
def test_the_exit_code_is_what_a_command_says(result, code, monkeypatch):
    from generator.cli import commands

    monkeypatch.setattr(commands, "briefing", click.Command("briefing", callback=lambda: result))
    assert cli.run([]) == code
