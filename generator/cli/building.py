"""A build on behalf of a command."""

import hashlib
import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import click

from generator.cli.printing import seen_from_here
from generator.model.finding import Severity
from generator.pipeline.build import Built, Run, build_site
from generator.pipeline.stages import Stages, Watcher
from generator.settings import EPOCH, Engine, open_workspace

_EPOCH_VARIABLE = "SOURCE_DATE_EPOCH"


def build_workspace(
    folder: Path | None, report_url: str | None, watcher: Watcher, *, engine: Engine = Engine.STAMPED
) -> Built:
    """Build the workspace at a folder or above it; at or above the current one where none is given.

    Raises:
        BriefingError: the build could not be done.
    """
    run = replace(read_run(report_url), engine=engine)
    return build_site(open_workspace(folder or Path.cwd()), run, Stages(watcher))


def verdict_of(built: Built) -> int:
    """The exit code of a build: 1 if there is an error among its findings."""
    return int(any(finding.severity is Severity.ERROR for finding in built.findings))


def digest_line(path: Path) -> str:
    """SHA-256 of a file and its path, as ``sha256sum`` prints them."""
    return f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {seen_from_here(path)}"


def read_run(report_url: str | None) -> Run:
    """The day of the run and the build time, from the environment or the clock; the one place that asks the clock.

    Raises:
        UsageError: SOURCE_DATE_EPOCH is no number of seconds.
    """
    written = os.environ.get(_EPOCH_VARIABLE)
    if not written:
        return Run(datetime.now(UTC).date(), EPOCH, report_url)
    try:
        epoch = int(written)
        return Run(datetime.fromtimestamp(epoch, UTC).date(), epoch, report_url)
    except (ValueError, OverflowError, OSError) as error:
        raise click.UsageError(f"{_EPOCH_VARIABLE}: expected seconds since 1970, found {written[:40]!r}") from error
