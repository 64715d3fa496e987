"""The window of a map: which part of the world it shows, and where a point of the world lies on it.

Longitude is drawn as wide as at the middle latitude of the window (plate carrée with that standard parallel); towards
a window's upper and lower edge shapes are a little too wide or too narrow, which a map for finding places can bear.
"""

import math
from collections.abc import Iterable, Sequence

from generator.model.values import value

Point = tuple[float, float]
"""Longitude and latitude in degrees, or x and y in units of the drawing."""

WIDTH, HEIGHT = 640, 400
"""Units of the drawing; `templates/maps.jinja` states them too."""

_MARGIN = 1.6
_STEEPEST = 80.0
_WHOLE_TURN = 360.0
_WHOLE_WORLD = 115.0
"""A window that reaches so far up is all around the world wide."""


@value
class Frame:
    """A window on the world.

    Attributes:
        lon: its middle, degrees east.
        lat: its middle, degrees north.
        reach: degrees of latitude from the middle to the upper edge.
    """

    lon: float
    lat: float
    reach: float

    @property
    def across(self) -> float:
        """Degrees of longitude from the middle to the right edge."""
        return self.reach * WIDTH / HEIGHT / math.cos(math.radians(min(abs(self.lat), _STEEPEST)))

    def place(self, point: Point) -> Point:
        """Where a point of the world lies, in units of the drawing from its upper left corner."""
        x = (1 + _turned(point[0] - self.lon) / self.across) * WIDTH / 2
        y = (1 - (point[1] - self.lat) / self.reach) * HEIGHT / 2
        return (x, y)


def frame_around(points: Sequence[Point], *, least: float, factor: float = 1.0) -> Frame:
    """The window that shows all points with room around them.

    Args:
        points: one at least.
        least: degrees of latitude from the middle to the upper edge, at least.
        factor: how many times as far as the points need.
    """
    first = points[0][0]
    lons = [first + _turned(lon - first) for lon, _ in points]
    lats = [lat for _, lat in points]
    lat = (min(lats) + max(lats)) / 2
    lon = (min(lons) + max(lons)) / 2
    wide = (max(lons) - min(lons)) / 2 * math.cos(math.radians(min(abs(lat), _STEEPEST))) * HEIGHT / WIDTH
    reach = max(least, _MARGIN * factor * max(wide, (max(lats) - min(lats)) / 2))
    return Frame(_turned(lon), lat, min(reach, _WHOLE_WORLD))


def _turned(lon: float) -> float:
    """The longitude, or the difference of two, between -180 and 180."""
    return (lon + _WHOLE_TURN / 2) % _WHOLE_TURN - _WHOLE_TURN / 2


def clip(ring: Iterable[Point], *, margin: float = 4.0) -> list[Point]:
    """The part of a ring of the drawing that lies in it, or a little outside (Sutherland and Hodgman 1974)."""
    points = list(ring)
    edges = ((0, 1, -margin), (0, -1, -(WIDTH + margin)), (1, 1, -margin), (1, -1, -(HEIGHT + margin)))
    for axis, sign, limit in edges:
        if all(sign * point[axis] >= limit for point in points):
            continue
        inside: list[Point] = []
        for number, point in enumerate(points):
            before = points[number - 1]
            here, there = sign * point[axis] - limit, sign * before[axis] - limit
            if (here >= 0) != (there >= 0):
                part = there / (there - here)
                inside.append((before[0] + part * (point[0] - before[0]), before[1] + part * (point[1] - before[1])))
            if here >= 0:
                inside.append(point)
        points = inside
        if not points:
            return []
    return points
