"""Extraction measured against a gold set."""

import json
from collections.abc import Iterator, Mapping, Sequence

from generator.errors import InvalidGold
from generator.lexicon.lexicon import Lexicon
from generator.model.finding import Finding
from generator.model.gold import Gold, GoldDocument, Role
from generator.model.values import value
from generator.pipeline.extraction import Extraction
from generator.pipeline.seeds import try_extract
from generator.pipeline.stages import Watcher
from generator.read.files import read_folder
from generator.score.reviewed import is_reviewed, readings_of
from generator.score.scores import Answer, Scores, f1_of, score_answers
from generator.score.templates import TYPE
from generator.settings import Workspace
from generator.store.repository import read_records

Row = Mapping[str, float | int]
"""Figures of one field by their short names: P, R, F1, EM, hit, acc in percent; n and docs are counts."""

_ORDER = (
    *("relevance", "types", "countries", "places", "date", "perpetrators", "claimed_by", "claimed"),
    *("killed", "injured", "tolls", "tolls_said", "background", "claims", "statements", "muc"),
)
FIELDS = tuple(name for name in _ORDER if name not in ("tolls_said", "muc"))
"""Fields whose misses can be listed."""


def score_extraction(documents: Sequence[GoldDocument], lexicon: Lexicon, watcher: Watcher) -> Scores:
    """Extract each document and compare what came out with its reading; a failure counts as an empty answer."""

    def readings() -> Iterator[tuple[str, Gold, Answer | None]]:
        for each in documents:
            result = try_extract(each.document, lexicon, name=each.document.file)
            yield each.document.file, each.gold, None if isinstance(result, Finding) else answer_of(result)
            watcher.advance()

    return score_answers(readings())


def reviewed_documents(workspace: Workspace) -> tuple[GoldDocument, ...]:
    """The documents behind the reviewed records of a workspace, each with what editors accepted as its reading."""
    documents = {document.file: document for document in read_folder(workspace.seeds)[0]}
    return tuple(
        GoldDocument(documents[file], gold)
        for record in read_records(workspace)[0]
        if is_reviewed(record.incident)
        for file, gold in readings_of(record.incident)
        if file in documents
    )


def answer_of(extraction: Extraction) -> Answer:
    """What an extraction answers to a reading."""
    return Answer(extraction.assembly.relevant, tuple(assembly.incident for assembly in extraction.assemblies))


def score_rows(scores: Scores) -> dict[str, Row]:
    """The table of figures, field by field, in its fixed order; a field that no reading has is left out."""
    rows: dict[str, Row] = {}
    for name, tally in scores.tallies.items():
        rows[name] = {
            "P": _short(tally.precision),
            "R": _short(tally.recall),
            "F1": _short(tally.f1),
            "n": tally.wanted,
        }
    for name, share in scores.exact.items():
        rows[name] = {**rows[name], "EM": _short(share.percent), "docs": share.all}
    if scores.dates.all:
        rows["date"] = {"hit": _short(scores.dates.percent), "n": scores.dates.all}
    if scores.speakers.all:
        rows["tolls_said"] = {"acc": _short(scores.speakers.percent), "n": scores.speakers.all}
    ordered = {name: rows[name] for name in _ORDER if name in rows}
    if scores.slots:
        ordered["muc"] = _slot_row(scores, (TYPE, *Role))
        ordered |= {f"muc:{name}": _slot_row(scores, (name,)) for name in (TYPE, *Role)}
    ordered["documents"] = {"n": scores.documents, "unanswered": scores.unanswered}
    return ordered


def _slot_row(scores: Scores, names: Sequence[str]) -> Row:
    precision, recall, f1, wanted = f1_of(scores.slots, names)
    return {"P": _short(precision), "R": _short(recall), "F1": _short(f1), "n": wanted}


def _short(percent: float) -> float:
    return round(percent, 1)


@value
class Change:
    """A figure before and after.

    Attributes:
        field: of the table.
        figure: its short name.
        before: None where there was none.
        after: None where there is none.
    """

    field: str
    figure: str
    before: float | None
    after: float | None

    @property
    def difference(self) -> float:
        """Points gained; negative is a loss."""
        return round((self.after or 0.0) - (self.before or 0.0), 1)


def compare_rows(before: Mapping[str, Row], after: Mapping[str, Row]) -> tuple[Change, ...]:
    """What moved between two tables, in their order."""
    return tuple(
        Change(name, figure, before.get(name, {}).get(figure), after.get(name, {}).get(figure))
        for name in dict.fromkeys((*before, *after))
        for figure in dict.fromkeys((*before.get(name, {}), *after.get(name, {})))
        if before.get(name, {}).get(figure) != after.get(name, {}).get(figure)
    )


def rows_json(rows: Mapping[str, Row]) -> str:
    """A table as JSON that `parse_rows` reads."""
    return json.dumps(rows, indent=1)


def parse_rows(text: str, file: str) -> dict[str, Row]:
    """A table that `rows_json` wrote.

    Raises:
        InvalidGold: the text is no such table.
    """
    expected = "a table as `briefing score --format json` prints it"
    try:
        rows = json.loads(text)
    except json.JSONDecodeError as error:
        raise InvalidGold(f"{file}:{error.lineno}:{error.colno}: expected {expected}, found: {error.msg}") from error
    if not isinstance(rows, dict) or not all(_is_row(row) for row in rows.values()):
        raise InvalidGold(f"{file}: expected {expected}, found other JSON")
    return rows


def _is_row(row: object) -> bool:
    return isinstance(row, dict) and all(isinstance(figure, int | float) for figure in row.values())
