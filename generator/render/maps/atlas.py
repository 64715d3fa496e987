"""Outlines of countries, as they are drawn in a window. The data's source stands in ``build_atlas.py``."""

import json
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise

from generator.model.values import value
from generator.render.maps.frame import HEIGHT, WIDTH, Frame, Point, clip

_SHIFTS = (-360.0, 0.0, 360.0)
_SMALLEST_RING = 3
_NEAREST = 3
"""Units between two points of a border: with fewer a page would carry five times the bytes for the same picture."""
_WINDOWS = 2000
"""Windows whose land is kept at hand: incidents of one town and country share theirs."""


@value
class Outline:
    """A piece of land.

    Attributes:
        points: its border, longitude and latitude.
        west, east, south, north: what it spans.
    """

    points: tuple[Point, ...]
    west: float
    east: float
    south: float
    north: float


@cache
def read_outlines() -> tuple[Outline, ...]:
    """All outlines."""
    data = json.loads(files("generator.render.maps").joinpath("atlas.json").read_text("utf-8"))
    return tuple(_outline(row, data["step"]) for row in data["rings"])


def _outline(row: list[int], step: float) -> Outline:
    points = []
    x = y = 0
    for number in range(0, len(row), 2):
        x, y = x + row[number], y + row[number + 1]
        points.append((x * step, y * step))
    lons, lats = [lon for lon, _ in points], [lat for _, lat in points]
    return Outline(tuple(points), min(lons), max(lons), min(lats), max(lats))


@lru_cache(maxsize=_WINDOWS)
def draw_land(frame: Frame) -> tuple[str, ...]:
    """SVG path data of each piece of land in a window, in whole units."""
    return tuple(path for outline in read_outlines() for path in _paths(outline, frame))


def _paths(outline: Outline, frame: Frame) -> Iterator[str]:
    if outline.north < frame.lat - frame.reach or outline.south > frame.lat + frame.reach:
        return
    for shift in _SHIFTS:
        middle = frame.lon - shift
        if outline.east < middle - frame.across or outline.west > middle + frame.across:
            continue
        across, reach = WIDTH / 2 / frame.across, HEIGHT / 2 / frame.reach
        ring = (
            ((lon - middle) * across + WIDTH / 2, HEIGHT / 2 - (lat - frame.lat) * reach) for lon, lat in outline.points
        )
        whole = _whole(clip(ring))
        if len(whole) >= _SMALLEST_RING:
            yield _path(whole)


def _path(points: list[tuple[int, int]]) -> str:
    """A closed ring as path data, each point told from the one before it: a third of the bytes of the plain form."""
    steps = [f"{x - last_x} {y - last_y}" for (last_x, last_y), (x, y) in pairwise(points)]
    return f"M{points[0][0]} {points[0][1]}l{' '.join(steps)}z".replace(" -", "-")


def _whole(points: list[Point]) -> list[tuple[int, int]]:
    """The points on whole units, each one too near the last for the eye left out."""
    kept: list[tuple[int, int]] = []
    for x, y in points:
        whole = (round(x), round(y))
        if not kept or max(abs(whole[0] - kept[-1][0]), abs(whole[1] - kept[-1][1])) >= _NEAREST:
            kept.append(whole)
    return kept
