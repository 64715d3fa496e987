"""Options that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

Command = Callable[..., Any]


def in_workspace(command: Command) -> Command:
    """The option that says where the workspace is."""
    folder = click.Path(exists=True, file_okay=False, path_type=Path)
    text = "Folder with seeds/, content/ and site/.  [default: this folder or the nearest one above it]"
    return click.option("--workspace", "-w", "folder", type=folder, metavar="DIR", help=text)(command)


def building(command: Command) -> Command:
    """The options of every command that builds."""
    text = "Address of a form that readers report errors with."
    option = click.option("--report-url", envvar="BRIEFING_REPORT_URL", metavar="URL", help=text)
    return in_workspace(option(command))
