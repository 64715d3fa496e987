"""The commands; each loads what it needs when it runs, so that help is there at once."""

# ruff: noqa: PLC0415 - see above

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator import __version__

if TYPE_CHECKING:
    from generator.pipeline.build import Built
    from generator.pipeline.stages import Watcher

_Command = Callable[..., Any]

_FILES = click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="FILE...")


def _in_workspace(command: _Command) -> _Command:
    """The option that says where the workspace is."""
    folder = click.Path(exists=True, file_okay=False, path_type=Path)
    text = "Folder with seeds/, content/ and site/.  [default: this folder or the nearest one above it]"
    return click.option("--workspace", "-w", "folder", type=folder, metavar="DIR", help=text)(command)


def _building(command: _Command) -> _Command:
    """The options of every command that builds."""
    text = "Address of a form that readers report errors with."
    option = click.option("--report-url", envvar="BRIEFING_REPORT_URL", metavar="URL", help=text)
    return _in_workspace(option(command))


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="briefing", message="%(prog)s %(version)s")
def briefing() -> None:
    """Turn news documents into reviewed incident records and a static briefing site.

    Documents come in at seeds/, become records in content/ and leave as site/html/ and an offline bundle.
    """


@briefing.command()
@_building
def build(folder: Path | None, report_url: str | None) -> int:
    """Bring records, site and bundle up to date (the main job).

    Exits with 1 if there is an error among the findings.
    """
    from generator.cli.building import build_workspace
    from generator.cli.printing import build_lines, finding_lines
    from generator.cli.watching import choose_watcher

    built = build_workspace(folder, report_url, choose_watcher())
    _print(*finding_lines(built.findings), *build_lines(built))
    return _verdict(built)


@briefing.command()
@_building
def bundle(folder: Path | None, report_url: str | None) -> int:
    """Build, then print the SHA-256 of the bundle and its path."""
    import hashlib

    from generator.cli.building import build_workspace
    from generator.cli.printing import finding_lines, seen_from_here
    from generator.cli.watching import choose_watcher

    built = build_workspace(folder, report_url, choose_watcher())
    _print(*finding_lines(built.findings), err=True)
    path = built.published.bundle
    _print(f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {seen_from_here(path)}")
    return _verdict(built)


@briefing.command()
@_building
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes any free one.")
def serve(folder: Path | None, report_url: str | None, port: int) -> None:
    """Build, then preview the site here and rebuild it on change.

    It is served to this machine alone; Ctrl-C stops it.
    """
    from generator.cli.building import build_workspace
    from generator.cli.printing import change_line, finding_lines
    from generator.cli.watching import choose_watcher
    from generator.pipeline.stages import Unwatched
    from generator.publish.serve import serve_site
    from generator.settings import open_workspace

    def rebuild(watcher: "Watcher") -> "Built":
        built = build_workspace(folder, report_url, watcher)
        _print(*finding_lines(built.findings), change_line(built))
        return built

    workspace = open_workspace(folder or Path.cwd())
    docs = workspace.site / "docs"
    records = (workspace.seeds, workspace.content)
    looks = (workspace.templates, workspace.site / "overrides", docs / "about", docs / "assets")
    html = rebuild(choose_watcher()).published.html
    serve_site(html, (*records, *looks), lambda: rebuild(Unwatched()), click.echo, port=port)


@briefing.command()
@_in_workspace
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def check(folder: Path | None, form: str) -> int:
    """Look for faults in documents and records.

    Nothing is changed. Exits with 1 if there is an error or a warning; the last line of the text counts the findings.
    """
    from generator.cli.printing import count_line, finding_json, finding_lines
    from generator.model.finding import Severity
    from generator.pipeline.checking import check_seeds_and_records
    from generator.settings import open_workspace

    findings = check_seeds_and_records(open_workspace(folder or Path.cwd()))
    if form == "json":
        _print(*map(finding_json, findings))
    else:
        _print(*finding_lines(findings), count_line(findings))
    return int(any(finding.severity is not Severity.NOTE for finding in findings))


@briefing.command()
@_FILES
@click.option("--jsonl", metavar="IN", help='Batch: one {"id", "text"} a line in, one result a line out; - is stdin.')
@click.option("--json", "as_json", is_flag=True, help="Batch lines instead of YAML records.")
@_in_workspace
def extract(files: tuple[Path, ...], jsonl: str | None, as_json: bool, folder: Path | None) -> int:
    """Print the records of documents, and write nothing.

    Give files, or a batch with --jsonl (plain or gzip). Exits with 1 if a document could not be read.
    """
    if (jsonl is None) == (not files):
        raise click.UsageError("give either FILE... or --jsonl IN")
    if jsonl is not None:
        from generator.cli.batch import run_batch
        from generator.cli.watching import choose_watcher

        return run_batch(jsonl, choose_watcher)
    from generator.cli.documents import show_files
    from generator.cli.printing import batch_lines, record_lines

    if as_json:
        return show_files(files, folder, batch_lines)
    return show_files(files, folder, record_lines, between="---")


@briefing.command()
@_FILES
@_in_workspace
def explain(files: tuple[Path, ...], folder: Path | None) -> int:
    """Print each claim with its rule and its sentence.

    The quote is marked in the sentence.
    """
    if not files:
        raise click.UsageError("give at least one FILE")
    import sys

    from generator.cli.documents import show_files
    from generator.cli.printing import explanation_lines

    colour = sys.stdout.isatty()
    return show_files(files, folder, lambda extraction, _: explanation_lines(extraction, colour=colour))


@briefing.command()
@click.argument("gold", required=False, type=click.Path(exists=True, path_type=Path))
@click.option("--misses", metavar="FIELD", help="List what was missed and what was spurious in one field.")
@click.option(
    "--against",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="An earlier table (--format json): show what was gained and lost.",
)
@click.option("--format", "form", type=click.Choice(["text", "json", "markdown"]), default="text", show_default=True)
@_in_workspace
def score(gold: Path | None, misses: str | None, against: Path | None, form: str, folder: Path | None) -> int:
    """Measure extraction against documents that people have read.

    GOLD is a folder of pairs (NAME.txt, NAME.yml) or a batch file whose lines hold "gold". Without it the records of
    the workspace that editors reviewed whole are the measure. Prints precision, recall and F1 in percent by field.
    """
    from generator.cli.scoring import check_field, read_table, run_score, score_lines
    from generator.cli.watching import choose_watcher

    check_field(misses)
    before = read_table(against)
    scores = run_score(gold, folder, choose_watcher())
    _print(*score_lines(scores, form, before, misses))
    return 0


def _print(*lines: str, err: bool = False) -> None:
    for line in lines:
        click.echo(line, err=err)


def _verdict(built: "Built") -> int:
    """The exit code of a build."""
    from generator.model.finding import Severity

    return int(any(finding.severity is Severity.ERROR for finding in built.findings))
