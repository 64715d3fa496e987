"""Charts as geometry: round axes, marks inside the drawing, shapes that differ, the same bytes every time."""

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.render.charts.scale import Scale, round_ticks, spread_evenly
from generator.render.charts.steps import HEIGHT, WIDTH, Point, Shape, draw_steps, outline

COUNTS = st.integers(0, 10**9)
POINTS = st.lists(
    st.builds(
        Point,
        step=st.integers(0, 4),
        count=st.integers(0, 5000),
        upper=st.none() | st.integers(5000, 9000),
        shape=st.sampled_from(Shape),
        label=st.just("1"),
        line=st.sampled_from("abc"),
    ),
    min_size=1,
    max_size=20,
)
NAMES = ("1 Jan", "2 Jan", "3 Jan", "4 Jan", "5 Jan")


def numbers(path):
    """Whole numbers of path data that name a place, not a way from one."""
    return [(int(x), int(y)) for x, y in re.findall(r"[ML](\d+) (\d+)", path)]


@pytest.mark.parametrize(
    ("largest", "ticks"),
    [
        (0, (0, 1)),
        (1, (0, 1)),
        (4, (0, 1, 2, 3, 4)),
        (5, (0, 2, 4, 6)),
        (8, (0, 2, 4, 6, 8)),
        (145, (0, 50, 100, 150)),
        (1001, (0, 500, 1000, 1500)),
    ],
)
def test_an_axis_is_marked_at_round_numbers(largest, ticks):
    assert round_ticks(largest, at_most=4) == ticks


@given(largest=COUNTS, at_most=st.integers(1, 8))
def test_an_axis_begins_at_zero_and_holds_the_largest_value(largest, at_most):
    ticks = round_ticks(largest, at_most=at_most)
    assert ticks[0] == 0
    assert ticks[-1] >= largest
    assert 2 <= len(ticks) <= at_most + 1
    assert len({high - low for low, high in itertools.pairwise(ticks)}) == 1


@given(one=COUNTS, other=COUNTS)
def test_a_larger_count_never_lies_lower(one, other):
    scale = Scale(round_ticks(max(one, other), at_most=4), low=200, high=20)
    assert (one <= other) == (scale.place(one) >= scale.place(other)) or scale.place(one) == scale.place(other)


@given(number=st.integers(1, 40))
def test_columns_keep_their_order_between_the_edges(number):
    columns = spread_evenly(number, 40, 480)
    assert list(columns) == sorted(columns)
    assert columns[0] >= 40
    assert columns[-1] <= 480


@given(points=POINTS)
def test_every_mark_lies_inside_the_drawing(points):
    chart = draw_steps(points, NAMES)
    places = [place for path in (*chart.lines, *chart.ranges) for place in numbers(path)]
    places += [place for mark in chart.marks for place in numbers(mark.path)]
    assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in places)
    assert len(chart.marks) == len({(each.step, each.count, each.shape) for each in points})


@given(points=POINTS)
def test_labels_of_one_column_leave_each_other_room(points):
    chart = draw_steps(points, NAMES)
    labels = [(mark.x, mark.y) for mark in chart.marks if mark.label]
    for x, y in labels:
        assert not [other for column, other in labels if column == x and 0 < abs(other - y) < 16]


def test_each_shape_has_an_outline_of_its_own():
    assert len({outline(shape, 10, 10) for shape in Shape}) == len(Shape)


def test_figures_of_one_source_are_joined_through_the_last_of_each_step():
    given_by = [Point(0, 4, None, Shape.GIVEN, "4", "wire"), Point(0, 6, None, Shape.GIVEN, "6", "wire")]
    later = Point(1, 8, None, Shape.GIVEN, "8", "wire")
    chart = draw_steps([*given_by, later], ("1 Jan", "2 Jan"))
    (line,) = chart.lines
    assert len(numbers(line)) == 2
    assert draw_steps([given_by[0], Point(1, 8, None, Shape.GIVEN, "8", "other")], ("1 Jan", "2 Jan")).lines == ()
