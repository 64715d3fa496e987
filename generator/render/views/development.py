"""How a toll developed: the figures of a strand over the days or documents that gave them, as a chart and as a table.

A chart is drawn only where two different figures were given at two different steps. Steps are days where every figure
has one, else documents in the record's order; nothing between them is filled in.
"""

from collections.abc import Sequence

from generator.model.claim import Claim
from generator.model.partialdate import PartialDate
from generator.model.values import value
from generator.model.vocabulary import DOCUMENT_VOICE, Bound, Outcome
from generator.render.catalogue import Dossier
from generator.render.charts.steps import Chart, Point, Shape, draw_steps, outline
from generator.render.phrase import Phrase, capital, phrase, plain, quoted
from generator.render.views.gists import counted_outcome
from generator.render.views.ledger import Counted, Ledger, is_subset, open_ledger
from generator.render.views.strands import Strand, figure_key, strands_of, told_on
from generator.render.words import counted, date_words, figure_words, short_date_words

_SIGNS = {
    Bound.AT_LEAST: "≥ ",
    Bound.MORE_THAN: "> ",
    Bound.AT_MOST: "≤ ",
    Bound.LESS_THAN: "< ",
    Bound.ABOUT: "~ ",
}
_MOST_STEPS = 8
"""Columns that fit side by side; of more, the last ones are drawn and the table keeps them all."""

_STANDING = {
    Shape.GIVEN: "stands",
    Shape.DIFFERS: "accounts differ",
    Shape.REPLACED: "superseded",
}


@value
class ChartRow:
    """A figure of the chart's table: when or where it was given, the figure, who gives it, and how it stands."""

    step: Phrase
    figure: Phrase
    speaker: Phrase
    standing: str


@value
class Key:
    """An entry of the legend: the shape's class, its outline, and what it means."""

    shape: str
    path: str
    words: str


@value
class ChartView:
    """The chart of a strand.

    Attributes:
        anchor: what the ids of its title and description begin with.
        title: what it shows.
        summary: what can be seen in it, in a sentence.
        caption: what the columns are.
        chart: the drawing.
        keys: the legend, of the shapes that occur.
        rows: all its figures.
    """

    anchor: str
    title: Phrase
    summary: str
    caption: str
    chart: Chart
    keys: tuple[Key, ...]
    rows: tuple[ChartRow, ...]


_Place = PartialDate | str
"""What tells one step from another: a day, or the id of a document."""


def chart_views(dossier: Dossier) -> tuple[ChartView, ...]:
    """A chart for each strand whose figures moved, in the order of the toll table."""
    ledger = open_ledger(dossier)
    views: list[ChartView] = []
    for outcome in Outcome:
        those = [pair for pair in ledger.counted if pair[1].outcome is outcome]
        for strand in strands_of(those, ledger, dossier):
            view = _chart(strand, ledger, dossier, number=len(views) + 1)
            if view is not None:
                views.append(view)
    return tuple(views)


def _chart(strand: Strand, ledger: Ledger, dossier: Dossier, *, number: int) -> ChartView | None:
    drawn = [pair for pair in strand.counted if pair[1].count is not None and not is_subset(*pair, dossier)]
    told, by_day = _told(drawn, dossier)
    order = list(dict.fromkeys(place for place, _ in told))
    if len(order) < 2 or len({figure_key(toll) for _, toll in drawn}) < 2:
        return None
    shown = order[-_MOST_STEPS:]
    points = [_point(pair, shown.index(place), ledger, dossier) for place, pair in told if place in shown]
    return ChartView(
        anchor=f"chart-{number}",
        title=phrase(f"Figures by {'day' if by_day else 'document'}: ", counted_outcome(strand.counted[0][1])),
        summary=_summary([pair for _, pair in told], len(order), by_day),
        caption=_caption(by_day, len(order) - len(shown)),
        chart=draw_steps(points, [_short(place, dossier) for place in shown]),
        keys=tuple(
            Key(shape.value, outline(shape, 9, 9), words)
            for shape, words in _STANDING.items()
            if any(point.shape is shape for point in points)
        ),
        rows=tuple(_row(place, pair, ledger, dossier) for place, pair in told),
    )


def _told(drawn: Sequence[Counted], dossier: Dossier) -> tuple[Sequence[tuple[_Place, Counted]], bool]:
    """Figures with the steps at which they were given, in the order of these; and whether the steps are days."""
    dated = [(day, pair) for pair in drawn if (day := told_on(pair[0], dossier)) is not None and day.day]
    if len(dated) == len(drawn):
        return sorted(dated, key=lambda each: each[0]), True
    order = list(dossier.documents)
    listed = [(pair[0].at.document, pair) for pair in drawn if pair[0].at.document in dossier.documents]
    return sorted(listed, key=lambda each: order.index(each[0])), False


def _shape(claim: Claim, ledger: Ledger) -> Shape:
    if claim.id in ledger.replaced:
        return Shape.REPLACED
    return Shape.DIFFERS if claim.id in ledger.differing else Shape.GIVEN


def _point(pair: Counted, step: int, ledger: Ledger, dossier: Dossier) -> Point:
    claim, toll = pair
    upper = f"–{toll.upper:,}" if toll.upper is not None else ""
    label = f"{_SIGNS.get(toll.bound, '') if toll.bound else ''}{toll.count or 0:,}{upper}"
    return Point(step, toll.count or 0, toll.upper, _shape(claim, ledger), label, _source(claim, dossier))


def _source(claim: Claim, dossier: Dossier) -> str:
    """Who gives a figure; the voices of two publishers are two."""
    document = dossier.documents.get(claim.at.document)
    publisher = (document.publisher or document.file) if document else ""
    return f"{claim.said.by}\n{publisher}" if claim.said.by == DOCUMENT_VOICE else claim.said.by


def _short(place: _Place, dossier: Dossier) -> str:
    if isinstance(place, PartialDate):
        return short_date_words(place)
    return f"Doc {list(dossier.documents).index(place) + 1}"


def _step(place: _Place, dossier: Dossier) -> Phrase:
    if isinstance(place, PartialDate):
        return phrase(date_words(place))
    document = dossier.documents[place]
    return phrase(f"{_short(place, dossier)}: ", quoted(document.publisher or document.file))


def _row(place: _Place, pair: Counted, ledger: Ledger, dossier: Dossier) -> ChartRow:
    claim, toll = pair
    words = plain(figure_words(toll.count, toll.upper, toll.bound, toll.vague))
    return ChartRow(
        step=_step(place, dossier),
        figure=phrase(quoted(words, href=dossier.claim_href(claim.id))),
        speaker=capital(dossier.actor(claim.said.by)),
        standing=_STANDING[_shape(claim, ledger)],
    )


def _summary(told: Sequence[Counted], steps: int, by_day: bool) -> str:
    """What can be seen: ``5 figures on 2 days: the lowest 4, the highest 8.``."""
    counts = [toll.count or 0 for _, toll in told]
    highest = max(toll.upper or toll.count or 0 for _, toll in told)
    where = f"on {counted(steps, 'day')}" if by_day else f"in {counted(steps, 'document')}"
    return f"{counted(len(told), 'figure')} {where}: the lowest {min(counts):,}, the highest {highest:,}."


def _caption(by_day: bool, left_out: int) -> str:
    words = "Each column is a day on which a figure was given" if by_day else "Each column is a document"
    last = f" Only the last {_MOST_STEPS} columns are drawn; the table has all." if left_out else ""
    return f"{words}; widths tell no distance in time. A line joins the figures of one source.{last}"
