"""Related headlines seen from the whole workspace."""

from generator.model.claim import Toll
from generator.model.values import value
from generator.model.vocabulary import EventType


@value
class HeadlineMentions:
    """What a headline names, as keys that compare across headlines.

    Attributes:
        places: (key, name to show), a country's key being its ISO 3166-1 alpha-2 code.
        actors: (key, name to show).
        nations: (code, name to show) of countries that only its demonyms tell (``Israeli``); they are no places.
        type: the kind of incident that it tells, or None.
        tolls: figures of persons that it tells, in order.
    """

    places: tuple[tuple[str, str], ...] = ()
    actors: tuple[tuple[str, str], ...] = ()
    nations: tuple[tuple[str, str], ...] = ()
    type: EventType | None = None
    tolls: tuple[Toll, ...] = ()


@value
class Neighbour:
    """Another headline that shares a place or an actor.

    Attributes:
        entry: id of the other headline's entry.
        shared: names of what both mention, for readers.
    """

    entry: str
    shared: tuple[str, ...]


@value
class HeadlineEntry:
    """One headline of the Headlines page: the same words carried by several incidents are one entry.

    Attributes:
        id: stable slug (text and 8 hex of a hash), unique on the page.
        text: as first written.
        carriers: ids of the incidents that carry it, sorted.
        link: id of the incident that covers it, or None.
        why: what the link rests on, for readers, or None.
        neighbours: other headlines that share a place or actor.
        type: the kind of incident that its words tell, or None.
        places: names of the places in it.
        tolls: figures of persons that it tells.
    """

    id: str
    text: str
    carriers: tuple[str, ...]
    link: str | None = None
    why: str | None = None
    neighbours: tuple[Neighbour, ...] = ()
    type: EventType | None = None
    places: tuple[str, ...] = ()
    tolls: tuple[Toll, ...] = ()
