"""Places and actors across all records: which of them are one, and where each is met.

One entry stands for all spellings of a place that share a gazetteer entry, or a name and a country; and for all
records of a party that share its name, or one of its other names, and its type. A person is the same only under a name
of two words or more. Parties that the text does not name (``police``, ``residents``) are told by no register: those of
two incidents are not the same ones.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field

from generator.model.incident import Actor, Incident, Place
from generator.model.values import value
from generator.model.vocabulary import ActorType, PlaceLevel
from generator.render.addresses import folded
from generator.render.forest import Forest, grow_forest

PlaceKey = tuple[str, str]
"""Folded name and country code, empty where no country is stated."""

ActorKey = tuple[str, str]
"""Folded name and type."""

_PERSONS = (ActorType.PERSON, ActorType.OFFICIAL)
_SHORTEST_ALIAS = 3


@value
class PlaceFile:
    """A place with the records that name it.

    Attributes:
        key: of its first spelling; its address is made of it.
        name: as the first record spells it.
        spellings: other ways in which records spell it.
        levels: each level that a record gives it, the first one first.
        country: ISO 3166-1 alpha-2 code, or None.
        point: latitude and longitude from a gazetteer, or None.
        met: record and its entry for the place, by record.
    """

    key: PlaceKey
    name: str
    spellings: tuple[str, ...]
    levels: tuple[PlaceLevel, ...]
    country: str | None
    point: tuple[float, float] | None
    met: tuple[tuple[Incident, Place], ...]


@value
class ActorFile:
    """A named party with the records that it stands in.

    Attributes:
        key: of its first name; its address is made of it.
        name: as the first record has it.
        aliases: its other names.
        type: what kind of party.
        roles: offices and descriptions, in the texts' words.
        met: record and its entry for the party, by record.
    """

    key: ActorKey
    name: str
    aliases: tuple[str, ...]
    type: ActorType
    roles: tuple[str, ...]
    met: tuple[tuple[Incident, Actor], ...]

    @property
    def has_page(self) -> bool:
        """Whether there is more to tell of it than its incident does: a body, or a person of two incidents."""
        return self.type not in _PERSONS or len(self.met) > 1


@value
class Registers:
    """The places and named parties of a site.

    Attributes:
        places: key of any spelling -> its file.
        forest: keys of files by what contains them.
        actors: key of any name -> its file.
    """

    places: Mapping[PlaceKey, PlaceFile] = field(default_factory=dict)
    forest: Forest = field(default_factory=lambda: Forest((), {}))
    actors: Mapping[ActorKey, ActorFile] = field(default_factory=dict)

    @property
    def place_files(self) -> tuple[PlaceFile, ...]:
        """Each place once, by name and country."""
        return tuple(sorted({each.key: each for each in self.places.values()}.values(), key=lambda each: each.key))

    @property
    def outermost_countries(self) -> frozenset[str]:
        """Codes of the countries in which a place lies that no other place contains."""
        roots = frozenset(self.forest.roots)
        return frozenset(
            each.country for each in self.places.values() if each.country and joined_key(each.key) in roots
        )

    @property
    def actor_files(self) -> tuple[ActorFile, ...]:
        """Each party once, by name and type."""
        return tuple(sorted({each.key: each for each in self.actors.values()}.values(), key=lambda each: each.key))


def place_key(place: Place) -> PlaceKey:
    """What tells a place from its namesakes."""
    return (folded(place.name), place.country or "")


def actor_key(actor: Actor) -> ActorKey:
    """What tells a party from its namesakes."""
    return (folded(actor.name), actor.type.value)


def is_named(actor: Actor) -> bool:
    """Whether the text names the party: it has a name of its own, a person both of hers, or another name besides."""
    words = actor.name.removeprefix("The ").split()
    if actor.aka:
        return True
    if actor.type is ActorType.CROWD or not any(word[0].isalpha() and not word[0].islower() for word in words):
        return False
    return actor.type not in _PERSONS or len(words) > 1


def open_registers(incidents: Iterable[Incident]) -> Registers:
    """The registers of all records that were not merged into another; the order given does not matter."""
    listed = sorted(
        (each for each in incidents if not (each.status and each.status.merged_into)), key=lambda each: each.id
    )
    places, files = _places(listed)
    return Registers(places, _containment(places, files), _actors(listed))


def _united(rows: Iterable[Sequence[Hashable]]) -> dict[Hashable, Hashable]:
    """Each name -> the first name of its group, where names of one row belong together."""
    first: dict[Hashable, Hashable] = {}

    def root(name: Hashable) -> Hashable:
        while first.setdefault(name, name) != name:
            first[name] = name = first[first[name]]
        return name

    for row in rows:
        for name in row:
            first[root(name)] = root(row[0])
    return {name: root(name) for name in first}


def _places(incidents: Sequence[Incident]) -> tuple[dict[PlaceKey, PlaceFile], list[PlaceFile]]:
    entries = [(incident, place) for incident in incidents for place in incident.places]
    roots = _united(
        (place_key(place), f"gazetteer {place.gazetteer}") if place.gazetteer else (place_key(place),)
        for _, place in entries
    )
    groups: dict[Hashable, list[tuple[Incident, Place]]] = {}
    for incident, place in entries:
        groups.setdefault(roots[place_key(place)], []).append((incident, place))
    files: dict[PlaceKey, PlaceFile] = {}
    for met in groups.values():
        found = _place_file(met)
        files.update((place_key(place), found) for _, place in met)
    return files, list({each.key: each for each in files.values()}.values())


def _place_file(met: Sequence[tuple[Incident, Place]]) -> PlaceFile:
    names = {folded(place.name): place.name for _, place in reversed(met)}
    first = met[0][1]
    sure = (place for _, place in met if place.gazetteer and place.lat is not None and place.lon is not None)
    point = next(((place.lat, place.lon) for place in sure if place.lat is not None and place.lon is not None), None)
    by_incident = {incident.id: (incident, place) for incident, place in reversed(met)}
    return PlaceFile(
        place_key(first),
        first.name,
        tuple(names[key] for key in sorted(names) if key != folded(first.name)),
        tuple(dict.fromkeys(place.level for _, place in met)),
        next((place.country for _, place in met if place.country), None),
        point,
        tuple(by_incident[key] for key in sorted(by_incident)),
    )


def _containment(places: Mapping[PlaceKey, PlaceFile], files: Sequence[PlaceFile]) -> Forest:
    """Places by the place that a record says contains them, else by their country where a record names that."""
    countries = {each.country: each.key for each in files if PlaceLevel.COUNTRY in each.levels and each.country}
    outer: dict[str, str | None] = {}
    for each in sorted(files, key=lambda file: file.key):
        holder = next(_holders(each, places), None)
        if holder is None and each.country:
            holder = countries.get(each.country)
        outer[joined_key(each.key)] = joined_key(holder) if holder is not None and holder != each.key else None
    return grow_forest(outer)


def joined_key(key: PlaceKey) -> str:
    """A key as one string, for a forest."""
    return "\n".join(key)


def _holders(file: PlaceFile, places: Mapping[PlaceKey, PlaceFile]) -> Iterator[PlaceKey]:
    for incident, place in file.met:
        for other in incident.places:
            if other.id == place.within and places[place_key(other)].key != file.key:
                yield places[place_key(other)].key


def _actors(incidents: Sequence[Incident]) -> dict[ActorKey, ActorFile]:
    entries = [(incident, actor) for incident in incidents for actor in incident.actors if is_named(actor)]
    roots = _united(_actor_names(actor) for _, actor in entries)
    groups: dict[Hashable, list[tuple[Incident, Actor]]] = {}
    for incident, actor in entries:
        groups.setdefault(roots[actor_key(actor)], []).append((incident, actor))
    files: dict[ActorKey, ActorFile] = {}
    for met in groups.values():
        found = _actor_file(met)
        files.update((actor_key(actor), found) for _, actor in met)
    return files


def _actor_names(actor: Actor) -> Sequence[ActorKey]:
    """The keys that stand for a party; a person's short names stand for no one else's record."""
    if actor.type in _PERSONS:
        return (actor_key(actor),)
    others = (name for name in actor.aka if len(name) >= _SHORTEST_ALIAS and name[:1].isupper())
    return (actor_key(actor), *((folded(name), actor.type.value) for name in others))


def _actor_file(met: Sequence[tuple[Incident, Actor]]) -> ActorFile:
    first = max((actor for _, actor in met), key=lambda actor: (len(actor.name), actor.name))
    names = {folded(name): name for _, actor in reversed(met) for name in (*actor.aka, actor.name)}
    by_incident = {incident.id: (incident, actor) for incident, actor in reversed(met)}
    return ActorFile(
        actor_key(met[0][1]),
        first.name,
        tuple(names[key] for key in sorted(names) if key != folded(first.name)),
        first.type,
        tuple(dict.fromkeys(actor.role for _, actor in met if actor.role)),
        tuple(by_incident[key] for key in sorted(by_incident)),
    )
