"""The commands; each loads what it needs when it runs, so that help is there at once."""

# ruff: noqa: PLC0415 - see above

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator import __version__
from generator.cli.bundling import BUNDLING
from generator.cli.editing_commands import EDITING
from generator.cli.options import building, in_workspace

if TYPE_CHECKING:
    from generator.pipeline.build import Built
    from generator.pipeline.stages import Watcher

_FILES = click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="FILE...")


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="briefing", message="%(prog)s %(version)s")
def briefing() -> None:
    """Turn news documents into reviewed incident records and a static briefing site.

    Documents come in at seeds/, become records in content/ and leave as site/html/ and an offline bundle.
    """


for _command in (*BUNDLING, *EDITING):
    briefing.add_command(_command)


@briefing.command()
@building
@click.option(
    "--engine",
    type=click.Choice(["stamped", "mkdocs"]),
    default="stamped",
    show_default=True,
    help="mkdocs: the site engine builds every page itself; slower, the same bytes.",
)
def build(folder: Path | None, report_url: str | None, engine: str) -> int:
    """Bring records, site and bundle up to date (the main job).

    Exits with 1 if there is an error among the findings.
    """
    from generator.cli.building import build_workspace, verdict_of
    from generator.cli.printing import build_lines, finding_lines
    from generator.cli.watching import choose_watcher
    from generator.settings import Engine

    built = build_workspace(folder, report_url, choose_watcher(), engine=Engine(engine))
    _print(*finding_lines(built.findings), *build_lines(built))
    return verdict_of(built)


@briefing.command()
@building
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes any free one.")
def serve(folder: Path | None, report_url: str | None, port: int) -> None:
    """Build, then preview the site here, rebuilt on change.

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
@in_workspace
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "json", "sarif"]),
    default="text",
    show_default=True,
    help="github: annotations, and the full list as the step's summary.",
)
@click.option(
    "--site",
    "html",
    type=click.Path(file_okay=False),
    is_flag=False,
    flag_value="",
    metavar="[DIR]",
    help="Look at a built site instead: the workspace's own, or the one in DIR.",
)
def check(folder: Path | None, form: str, html: str | None) -> int:
    """Look for faults in documents, records or a built site.

    Nothing is changed. Exits with 1 if there is an error or a warning; the last line of the text counts the findings.
    """
    from generator.cli.checking import append_summary, report_lines
    from generator.model.finding import Severity
    from generator.pipeline.checking import check_seeds_and_records
    from generator.settings import open_workspace

    workspace = open_workspace(folder or Path.cwd())
    if html is None:
        findings = check_seeds_and_records(workspace)
    else:
        from generator.pipeline.sitecheck import check_built_site

        findings = check_built_site(workspace, Path(html) if html else workspace.site / "html")
    _print(*report_lines(form, findings, workspace))
    if form == "github":
        append_summary(findings)
    return int(any(finding.severity is not Severity.NOTE for finding in findings))


@briefing.command()
@click.argument("base")
@click.argument("head", required=False)
@click.option("--format", "form", type=click.Choice(["text", "markdown"]), default="text", show_default=True)
@click.option(
    "--full",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write the whole sheet to FILE too; Markdown that is printed is cut to the size of a comment.",
)
@in_workspace
def diff(base: str, head: str | None, form: str, full: Path | None, folder: Path | None) -> int:
    """Print the review sheet: what differs in the records between two versions.

    BASE and HEAD are commits, branches or tags; without HEAD, BASE is compared with the files as they lie there. Each
    claim stands with its speaker, its day, its words with the figure marked, and what an editor said of it.
    """
    from generator.cli.comparing import review_sheet

    click.echo(review_sheet(folder, (base, head), form, full).encode(), nl=False)
    return 0


@briefing.command()
@_FILES
@click.option("--jsonl", metavar="IN", help='Batch: one {"id", "text"} a line in, one result a line out; - is stdin.')
@click.option("--json", "as_json", is_flag=True, help="Batch lines instead of YAML records.")
@in_workspace
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
@in_workspace
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
@in_workspace
def score(gold: Path | None, misses: str | None, against: Path | None, form: str, folder: Path | None) -> int:
    """Measure extraction against documents that people read.

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


@briefing.command()
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
def init(folder: Path) -> None:
    """Start a new workspace in a new or an empty folder.

    It holds an example document, the site's settings and files for GitHub; everything is written, or nothing.
    """
    import shlex

    from generator.cli.printing import counted
    from generator.pipeline.workspace import create_workspace

    names = create_workspace(folder)
    _print(f"{folder}: {counted(len(names), 'file')}")
    _print(f"next: briefing build --workspace {shlex.quote(str(folder))}; its README.md has the rest")


def _print(*lines: str) -> None:
    for line in lines:
        click.echo(line)
