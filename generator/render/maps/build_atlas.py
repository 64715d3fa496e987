"""Derives ``atlas.json`` from outlines of countries; run by hand, once for a new release of the outlines.

    python -m generator.render.maps.build_atlas countries-50m.json > generator/render/maps/atlas.json

Source: Natural Earth 1:50m admin 0 countries (public domain), as TopoJSON in the npm package world-atlas 2.0.2 (ISC).
A country's border is kept to within `TOLERANCE` degrees, islands smaller than `SMALLEST` square degrees are left out
unless they are its largest part.
"""

import json
import sys
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

Point = tuple[float, float]

TOLERANCE = 0.03
SMALLEST = 0.01
STEP = 0.02
"""Degrees of one unit of the file."""

_SHORTEST = 8
"""Numbers of a ring that is not a mere stroke: four points."""


def read_rings(topology: Mapping[str, Any]) -> list[list[list[Point]]]:
    """Rings of each country as (longitude, latitude)."""
    scale, move = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = [_decoded(arc, scale, move) for arc in topology["arcs"]]
    countries = []
    for each in topology["objects"]["countries"]["geometries"]:
        polygons = [each["arcs"]] if each["type"] == "Polygon" else each.get("arcs", [])
        countries.append([_ring(ring, arcs) for polygon in polygons for ring in polygon[:1]])
    return countries


def _decoded(arc: Sequence[Sequence[int]], scale: Sequence[float], move: Sequence[float]) -> list[Point]:
    x = y = 0
    points = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((x * scale[0] + move[0], y * scale[1] + move[1]))
    return _simplified(points)


def _simplified(points: Sequence[Point]) -> list[Point]:
    """The line without points that lie within `TOLERANCE` of it (Douglas and Peucker 1973); its ends stay."""
    kept = {0, len(points) - 1}
    waiting = [(0, len(points) - 1)]
    while waiting:
        first, last = waiting.pop()
        far, at = max(
            ((_distance(points[k], points[first], points[last]), k) for k in range(first + 1, last)), default=(0.0, 0)
        )
        if far > TOLERANCE:
            kept.add(at)
            waiting += [(first, at), (at, last)]
    return [points[k] for k in sorted(kept)]


def _distance(point: Point, start: Point, end: Point) -> float:
    """From a point to a stretch between two others."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    part = ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / length if length else 0.0
    part = max(0.0, min(1.0, part))
    x, y = start[0] + part * dx - point[0], start[1] + part * dy - point[1]
    return float((x * x + y * y) ** 0.5)


def _ring(indices: Sequence[int], arcs: Sequence[list[Point]]) -> list[Point]:
    ring: list[Point] = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring += arc[1:] if ring else arc
    return ring


def area(ring: Sequence[Point]) -> float:
    """Square degrees."""
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise([*ring, ring[0]]))) / 2


def pack(countries: Sequence[Sequence[list[Point]]]) -> list[list[int]]:
    """Rings as whole steps: longitude and latitude of the first point, then the way to each next one."""
    rows = []
    for rings in countries:
        largest = max(map(area, rings), default=0.0)
        rows += [_packed(ring) for ring in rings if area(ring) >= min(SMALLEST, largest)]
    return sorted(row for row in rows if len(row) >= _SHORTEST)


def _packed(ring: Sequence[Point]) -> list[int]:
    whole = [(round(x / STEP), round(y / STEP)) for x, y in ring]
    row = list(whole[0])
    for (x1, y1), (x2, y2) in pairwise(whole):
        if (x1, y1) != (x2, y2):
            row += [x2 - x1, y2 - y1]
    return row


def main() -> None:
    """Print the packed outlines of a TopoJSON file, a ring a line."""
    topology = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    rows = pack(read_rings(topology))
    lines = ",\n".join(json.dumps(row, separators=(",", ":")) for row in rows)
    sys.stdout.write(f'{{"step":{STEP},"rings":[\n{lines}\n]}}\n')


if __name__ == "__main__":
    main()
