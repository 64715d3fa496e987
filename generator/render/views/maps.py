"""Where an incident happened, on a map: its places with coordinates from a gazetteer, and no other point."""

from collections.abc import Iterable, Sequence

from generator.model.incident import Place
from generator.model.values import value
from generator.render.addresses import link_to, place_path
from generator.render.catalogue import Dossier
from generator.render.maps.atlas import draw_land
from generator.render.maps.frame import HEIGHT, WIDTH, Frame, Point, frame_around
from generator.render.registers import place_key
from generator.render.words import counted, level_words

_NEAR = 4.0
"""Degrees of latitude from the middle to the upper edge of the closest map."""

_FAR = 20.0
_FARTHER = 5.0

_LETTER = 8.5
_LINE = 16.0
_GAP = 9.0


@value
class Marker:
    """A place on a map.

    Attributes:
        name: as the record spells it.
        level: what kind of place, in words.
        href: the place's page, or None where only records that were merged name it.
        x, y: where it lies, in units of the drawing.
        label: where its name begins, or None where there is no room for it.
        anchor: ``start`` or ``end``, the side of the name that stands at the label's place.
    """

    name: str
    level: str
    href: str | None
    x: int
    y: int
    label: Point | None
    anchor: str


@value
class Sheet:
    """One map.

    Attributes:
        title: what it shows, for readers who hear the page.
        land: path data of each piece of land.
        markers: the places.
        inset: left, top, width and height of the closer map's window on this one, or None.
    """

    title: str
    land: tuple[str, ...]
    markers: tuple[Marker, ...]
    inset: tuple[int, int, int, int] | None = None


@value
class MapView:
    """The maps of an incident.

    Attributes:
        sheets: the region, and the country around it.
        caption: where the points come from, and how many places have none.
    """

    sheets: tuple[Sheet, ...]
    caption: str


def map_view(dossier: Dossier) -> MapView | None:
    """The maps, or None where no place has coordinates."""
    known = [place for place in dossier.incident.places if _point(place) is not None]
    if not known:
        return None
    points = [point for place in known if (point := _point(place)) is not None]
    near = frame_around(points, least=_NEAR)
    far = frame_around(points, least=_FAR, factor=_FARTHER)
    names = ", ".join(place.name for place in known)
    sheets = (
        Sheet(f"Map of the region: {names}", draw_land(near), _markers(known, near, dossier)),
        Sheet("Map of the country around it", draw_land(far), (), _window(near, far)),
    )
    return MapView(sheets, _caption(len(dossier.incident.places) - len(known)))


def _point(place: Place) -> Point | None:
    if place.gazetteer is None or place.lat is None or place.lon is None:
        return None
    return (place.lon, place.lat)


def _caption(without: int) -> str:
    words = "Points are the gazetteer’s, not the event’s."
    if without:
        verb = "has" if without == 1 else "have"
        words += (
            f" {counted(without, 'named place')} {verb} no entry there and {'is' if without == 1 else 'are'} not shown."
        )
    return words


def _window(near: Frame, far: Frame) -> tuple[int, int, int, int]:
    left, top = far.place((near.lon - near.across, near.lat + near.reach))
    right, bottom = far.place((near.lon + near.across, near.lat - near.reach))
    return (round(left), round(top), max(4, round(right - left)), max(4, round(bottom - top)))


def _markers(places: Sequence[Place], frame: Frame, dossier: Dossier) -> tuple[Marker, ...]:
    """Places with their names beside them where these hide no other name or point."""
    spots = {place.id: frame.place(point) for place in places if (point := _point(place)) is not None}
    taken = [(x - _GAP, y - _GAP, x + _GAP, y + _GAP) for x, y in spots.values()]
    markers = []
    for place in places:
        x, y = spots[place.id]
        label, anchor, box = _label(place.name, x, y, taken)
        if box is not None:
            taken.append(box)
        file = dossier.catalogue.registers.places.get(place_key(place))
        href = link_to(place_path(*file.key), seen_from=dossier.page) if file is not None else None
        markers.append(Marker(place.name, level_words(place.level), href, round(x), round(y), label, anchor))
    return tuple(markers)


Box = tuple[float, float, float, float]


def _label(name: str, x: float, y: float, taken: Iterable[Box]) -> tuple[Point | None, str, Box | None]:
    """The first of four places for a name that is free and inside the drawing."""
    width = _LETTER * len(name)
    others = [box for box in taken if not (box[0] <= x <= box[2] and box[1] <= y <= box[3])]
    for dx, dy, anchor in ((10, 5, "start"), (-10, 5, "end"), (6, -10, "start"), (6, 20, "start")):
        left = x + dx if anchor == "start" else x + dx - width
        box = (left, y + dy - _LINE, left + width, y + dy)
        inside = box[0] >= 0 and box[2] <= WIDTH and box[1] >= 0 and box[3] <= HEIGHT
        if inside and not any(_overlap(box, other) for other in others):
            return (round(x + dx), round(y + dy)), anchor, box
    return None, "start", None


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
