"""Documents given by file."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import click

from generator.cli.printing import finding_lines
from generator.errors import UnreadableDocument, WorkspaceMissing
from generator.lexicon.lexicon import load_lexicon
from generator.model.finding import Finding
from generator.pipeline.extraction import Extraction
from generator.pipeline.seeds import try_extract
from generator.read.files import read_file
from generator.read.reading import finding_of
from generator.settings import open_workspace

Show = Callable[[Extraction, Sequence[Finding]], Iterator[str]]
"""How a command prints one document, as lines."""


def show_files(files: Sequence[Path], folder: Path | None, show: Show, *, between: str = "") -> int:
    """Print what each file gives; one that cannot be read is told on the error stream, and the rest goes on.

    Args:
        files: documents.
        folder: where the workspace is, if that was said.
        show: how one document is printed.
        between: a line between the output of two files.

    Returns:
        1 if there was a file that cannot be read, else 0.
    """
    shown = failures = 0
    for path in files:
        try:
            reading = read_file(path, document_name(path, folder))
        except UnreadableDocument as error:
            _complain(path, finding_of(error))
            failures += 1
            continue
        _complain(path, *reading.findings)
        result = try_extract(reading.document, load_lexicon(), name=path.as_posix())
        if isinstance(result, Finding):
            _complain(path, result)
            failures += 1
            continue
        if between and shown:
            click.echo(between)
        for line in show(result, reading.findings):
            click.echo(line)
        shown += 1
    return int(failures > 0)


def document_name(path: Path, folder: Path | None) -> str:
    """What a document is called: its name below ``seeds/`` where it lies there, else the bare file name."""
    try:
        seeds = open_workspace(folder or Path.cwd()).seeds
    except WorkspaceMissing:
        if folder is not None:
            raise
        return path.name
    place = path.parent.resolve() / path.name
    return place.relative_to(seeds).as_posix() if place.is_relative_to(seeds) else path.name


def _complain(path: Path, *findings: Finding) -> None:
    for line in finding_lines([replace(finding, file=path.as_posix()) for finding in findings]):
        click.echo(line, err=True)
