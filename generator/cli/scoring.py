"""`briefing score`: the table of figures, the misses, and what moved since an earlier table."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click

from generator.cli.printing import visible
from generator.errors import InvalidGold
from generator.lexicon.lexicon import load_lexicon
from generator.pipeline.scoring import (
    FIELDS,
    Change,
    Row,
    compare_rows,
    parse_rows,
    reviewed_documents,
    rows_json,
    score_extraction,
    score_rows,
)
from generator.pipeline.stages import Stages, Watcher
from generator.read.gold import read_gold
from generator.score.scores import Scores
from generator.settings import open_workspace

_COUNTS = ("n", "docs", "unanswered")


def run_score(gold: Path | None, folder: Path | None, watcher: Watcher) -> Scores:
    """Extract and compare.

    Args:
        gold: the gold set; None for the reviewed records of the workspace.
        folder: where the workspace is, if that was said.
        watcher: who looks on.

    Raises:
        InvalidGold: no gold set, or no reviewed record.
        UnreadableDocument: a document of the gold set cannot be read.
    """
    if gold is not None:
        documents = read_gold(gold)
    else:
        workspace = open_workspace(folder or Path.cwd())
        documents = reviewed_documents(workspace)
        if not documents:
            raise InvalidGold(
                f"{workspace.name(workspace.incidents)}: expected records whose claims are all reviewed, found none; "
                "accept their claims, or name a gold set"
            )
    with Stages(watcher).stage("score", len(documents)) as steps:
        return score_extraction(documents, load_lexicon(), steps)


def read_table(file: Path | None) -> dict[str, Row] | None:
    """An earlier table; None where no file is named.

    Raises:
        InvalidGold: the file holds no table.
        OSError: the file cannot be opened.
    """
    return None if file is None else parse_rows(file.read_text(encoding="utf-8", errors="replace"), str(file))


def check_field(name: str | None) -> None:
    """That misses of a field can be listed.

    Raises:
        click.UsageError: they cannot.
    """
    if name is not None and name not in FIELDS:
        raise click.UsageError(f"--misses: expected one of {', '.join(FIELDS)}, found {name}")


def score_lines(scores: Scores, form: str, before: dict[str, Row] | None, misses: str | None) -> Iterator[str]:
    """What the command prints.

    Args:
        scores: as counted.
        form: text, json or markdown.
        before: an earlier table.
        misses: field whose differences are listed below the table.
    """
    rows = score_rows(scores)
    changes = compare_rows(before, rows) if before is not None else None
    if form == "json":
        yield rows_json(rows)
    elif form == "markdown":
        yield from _markdown(rows, changes)
    else:
        yield from _table(rows)
        yield from _change_lines(changes)
    if misses is not None:
        for miss in scores.misses(misses):
            yield visible(f"{miss.document}: {'spurious' if miss.spurious else 'missed'} {miss.field}: {miss.value}")


def _table(rows: Mapping[str, Row]) -> Iterator[str]:
    for name, row in rows.items():
        figures = "  ".join(f"{figure} {_figure(figure, value):>5}" for figure, value in row.items())
        yield f"{name:18s} {figures}"


def _figure(name: str, value: float) -> str:
    return f"{value:.0f}" if name in _COUNTS else f"{value:.1f}"


def _change_lines(changes: Sequence[Change] | None) -> Iterator[str]:
    if changes is None:
        return
    yield ""
    if not changes:
        yield "nothing moved"
    for change in changes:
        sides = f"{_side(change.before)} -> {_side(change.after)}"
        yield f"{change.field} {change.figure}: {sides} ({change.difference:+.1f})"


def _markdown(rows: Mapping[str, Row], changes: Sequence[Change] | None) -> Iterator[str]:
    moved = {(change.field, change.figure): change for change in changes or ()}
    yield "| field | precision | recall | F1 or share | values |"
    yield "|---|---:|---:|---:|---:|"
    for name, row in rows.items():
        main = next((figure for figure in ("F1", "hit", "acc") if figure in row), None)
        cells = [_cell(name, figure, row, moved) for figure in ("P", "R", main)]
        yield f"| {name} | {' | '.join(cells)} | {row['n']} |"


def _cell(name: str, figure: str | None, row: Row, moved: Mapping[tuple[str, str], Change]) -> str:
    if figure is None or figure not in row:
        return ""
    change = moved.get((name, figure))
    gained = f" ({change.difference:+.1f})" if change is not None else ""
    return f"{row[figure]:.1f}{gained}"


def _side(value: float | None) -> str:
    return "none" if value is None else f"{value:.1f}"
