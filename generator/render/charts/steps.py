"""A chart of figures over steps: one column a step, one mark a figure, told apart by shape and not by colour alone.

Columns are equally wide: the chart shows the order in which figures were given, and no distance in time.
"""

from collections.abc import Sequence
from enum import StrEnum

from generator.model.values import value
from generator.render.charts.scale import Scale, round_ticks, spread_evenly

WIDTH, HEIGHT = 480, 210
_LEFT, _RIGHT, _TOP, _BOTTOM = 46, WIDTH - 10, 18, HEIGHT - 38
_TICKS = 4
_SIZE = 5
_LABEL_GAP = 16
"""Least distance between two labels of a column, in units of the drawing."""


class Shape(StrEnum):
    """How a figure stands."""

    GIVEN = "given"
    """A disc: it stands, and no other speaker gives another."""
    DIFFERS = "differs"
    """A diamond: another speaker gives another."""
    REPLACED = "replaced"
    """A cross: the text replaces it by a later one."""


@value
class Point:
    """A figure to draw.

    Attributes:
        step: number of its column, from 0.
        count: persons.
        upper: highest count of a range, or None.
        shape: how it stands.
        label: the figure in a few signs.
        line: names the source that gives it; points of one source are joined in the order of the steps.
    """

    step: int
    count: int
    upper: int | None
    shape: Shape
    label: str
    line: str


@value
class Mark:
    """A drawn figure.

    Attributes:
        shape: class of the mark.
        path: path data of its outline.
        label: the figure, or empty where there is no room for it.
        x, y: where the label stands.
        side: ``start`` of a label on the right of its mark, ``end`` of one on the left.
    """

    shape: str
    path: str
    label: str
    x: int
    y: int
    side: str


@value
class Tick:
    """A mark on an axis: its words and where they stand."""

    label: str
    x: int
    y: int


@value
class Chart:
    """A drawing of 480 by 210 units.

    Attributes:
        levels: marks of the axis of counts, each with a line across.
        steps: names of the columns.
        lines: path data joining the figures of one source.
        ranges: path data of the spans between the ends of ranges.
        marks: the figures.
    """

    levels: tuple[Tick, ...]
    steps: tuple[Tick, ...]
    lines: tuple[str, ...]
    ranges: tuple[str, ...]
    marks: tuple[Mark, ...]


def draw_steps(points: Sequence[Point], names: Sequence[str]) -> Chart:
    """Draw figures over steps.

    Args:
        points: at least one, in the order of the steps; equal ones are drawn once.
        names: of the columns, left to right.
    """
    largest = max(point.upper or point.count for point in points)
    scale = Scale(round_ticks(largest, at_most=_TICKS), low=_BOTTOM, high=_TOP)
    columns = spread_evenly(len(names), _LEFT, _RIGHT)
    return Chart(
        levels=tuple(Tick(f"{tick:,}", _LEFT - 6, scale.place(tick)) for tick in scale.ticks),
        steps=tuple(Tick(name, x, _BOTTOM + 20) for name, x in zip(names, columns, strict=True)),
        lines=_lines(points, columns, scale),
        ranges=tuple(
            f"M{columns[point.step]} {scale.place(point.count)}V{scale.place(point.upper)}"
            for point in dict.fromkeys(points)
            if point.upper is not None
        ),
        marks=_marks(points, columns, scale),
    )


def _lines(points: Sequence[Point], columns: Sequence[int], scale: Scale) -> tuple[str, ...]:
    """A line for each source that gives figures at more than one step, through the last one of each step."""
    places: dict[str, dict[int, str]] = {}
    for point in points:
        places.setdefault(point.line, {})[point.step] = f"{columns[point.step]} {scale.place(point.count)}"
    drawn = (f"M{'L'.join(line.values())}" for line in places.values() if len(line) > 1)
    return tuple(dict.fromkeys(drawn))


def _marks(points: Sequence[Point], columns: Sequence[int], scale: Scale) -> tuple[Mark, ...]:
    """Each figure once, its label on the right of it, else on the left, where it hides no other label."""
    marks = []
    taken: dict[tuple[int, str], list[int]] = {}
    for step, count, shape, label in dict.fromkeys((each.step, each.count, each.shape, each.label) for each in points):
        x, y = columns[step], scale.place(count)
        sides = {"start": x + _SIZE + 5, "end": x - _SIZE - 5}
        side = next((side for side in sides if _is_free(y, taken.get((step, side), ()))), None)
        if side is not None:
            taken.setdefault((step, side), []).append(y)
        shown = (label, sides[side], side) if side else ("", x, "start")
        marks.append(Mark(shape.value, outline(shape, x, y), shown[0], shown[1], y + 5, shown[2]))
    return tuple(marks)


def _is_free(y: int, taken: Sequence[int]) -> bool:
    return all(abs(y - other) >= _LABEL_GAP for other in taken)


def outline(shape: Shape, x: int, y: int) -> str:
    """Path data of a mark around a point."""
    size = _SIZE
    if shape is Shape.DIFFERS:
        reach = size + 2
        return f"M{x} {y - reach}l{reach} {reach}l{-reach} {reach}l{-reach} {-reach}z"
    if shape is Shape.REPLACED:
        return f"M{x - size} {y - size}l{2 * size} {2 * size}m0 {-2 * size}l{-2 * size} {2 * size}"
    return f"M{x - size} {y}a{size} {size} 0 1 0 {2 * size} 0a{size} {size} 0 1 0 {-2 * size} 0z"
