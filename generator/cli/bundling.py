"""The commands for readers without a server; each loads what it needs when it runs."""

# ruff: noqa: PLC0415 - see above

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.options import building

if TYPE_CHECKING:
    from collections.abc import Iterator


@click.command()
@building
@click.option("--incident", "record", metavar="ID", help="Only this incident, as one HTML file; nothing is built.")
@click.option("--pdf", is_flag=True, help="With --incident: as a PDF too, printed by the Chromium on the path.")
def bundle(folder: Path | None, report_url: str | None, record: str | None, *, pdf: bool) -> int:
    """Build, then print the SHA-256 of the bundle and its path.

    With --incident a single incident is written for paper, with every quote as a note: one HTML file that needs nothing
    beside itself. ID may be the beginning of an id, or an earlier one.
    """
    if record is not None:
        for line in _paper_lines(folder, record, pdf=pdf):
            click.echo(line)
        return 0
    if pdf:
        raise click.UsageError("give --incident ID with --pdf")
    from generator.cli.building import build_workspace, digest_line, verdict_of
    from generator.cli.printing import finding_lines
    from generator.cli.watching import choose_watcher

    built = build_workspace(folder, report_url, choose_watcher())
    for line in finding_lines(built.findings):
        click.echo(line, err=True)
    click.echo(digest_line(built.published.bundle))
    return verdict_of(built)


@click.command()
@click.argument("path", type=click.Path(path_type=Path), metavar="BUNDLE")
@click.option("--sha256", "digest", metavar="HEX", help="The digest that the publisher gave for the archive.")
def verify(path: Path, digest: str | None) -> int:
    """Compare a bundle with its checksums.

    BUNDLE is the archive or the folder that it was unpacked to; nothing is unpacked. One line tells of each file that
    is changed, missing, added or no plain file. Exits with 1 if there is one.
    """
    from generator.cli.printing import count_line, counted, finding_lines
    from generator.model.finding import Severity
    from generator.publish.verify import verify_bundle

    verified = verify_bundle(path, digest=digest)
    for line in finding_lines(verified.findings):
        click.echo(line)
    click.echo(f"{counted(verified.files, 'file')} listed, {count_line(verified.findings)}")
    return int(any(finding.severity is Severity.ERROR for finding in verified.findings))


def _paper_lines(folder: Path | None, record: str, *, pdf: bool) -> "Iterator[str]":
    """Write an incident for paper; a digest and a path for each file that was written."""
    from generator.cli.building import digest_line, read_run
    from generator.pipeline.paper import write_paper
    from generator.settings import open_workspace

    workspace = open_workspace(folder or Path.cwd())
    for path in write_paper(workspace, record, epoch=read_run(None).epoch if pdf else None):
        yield digest_line(path)


BUNDLING = (bundle, verify)
"""The commands, in the order in which a bundle is made and received."""
