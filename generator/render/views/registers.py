"""Lists of places and parties, and the page of each: its incidents by day, each figure with its speaker."""

from collections.abc import Sequence

from generator.model.values import value
from generator.model.vocabulary import ActorType, PlaceLevel
from generator.render.addresses import (
    ACTORS,
    PLACES,
    actor_path,
    country_anchor,
    folded,
    incident_path,
    link_to,
    place_path,
)
from generator.render.catalogue import Catalogue
from generator.render.phrase import Phrase, joined, link, listing, phrase, quoted
from generator.render.registers import ActorFile, PlaceFile, joined_key
from generator.render.views.files import FileView, Leaf, basis_of, days_of, line_of
from generator.render.words import actor_words, coordinate_words, counted, level_words

_PARTIES = {
    ActorType.ARMED_GROUP: "Armed groups",
    ActorType.STATE_FORCE: "State forces",
    ActorType.GOVERNMENT: "Governments",
    ActorType.ORGANISATION: "Organisations",
    ActorType.COMPANY: "Companies",
    ActorType.MEDIA: "Media",
    ActorType.CROWD: "Crowds",
    ActorType.OFFICIAL: "Officials",
    ActorType.PERSON: "Persons",
}
_FEEDS = (("Atom", "atom.xml"), ("RSS", "feed.xml"), ("JSON Feed", "feed.json"))


@value
class CountryView:
    """A country with its places.

    Attributes:
        anchor: id of its part of the page.
        name: in English, or that none is stated.
        leaves: its outermost places.
    """

    anchor: str
    name: str
    leaves: tuple[Leaf, ...]


def country_views(catalogue: Catalogue) -> tuple[CountryView, ...]:
    """All places by country and then by what contains them; those of no known country come last."""
    groups: dict[str, list[Leaf]] = {}
    files = _place_files(catalogue)
    for root in catalogue.registers.forest.roots:
        groups.setdefault(files[root].country or "", []).append(_leaf(catalogue, root, PLACES))
    names = {code: catalogue.site.countries.get(code, code) for code in groups}
    return tuple(
        CountryView(country_anchor(code.lower()), names[code] or "Country not stated", tuple(groups[code]))
        for code in sorted(groups, key=lambda code: (not code, folded(names[code]), code))
    )


@value
class PartyGroup:
    """Named parties of one type.

    Attributes:
        anchor: id of the group.
        label: the type in words, in the plural.
        leaves: the parties, by name.
    """

    anchor: str
    label: str
    leaves: tuple[Leaf, ...]


def party_groups(catalogue: Catalogue) -> tuple[PartyGroup, ...]:
    """All named parties by type, bodies before persons, and by name."""
    groups: dict[ActorType, list[Leaf]] = {kind: [] for kind in _PARTIES}
    for each in sorted(catalogue.registers.actor_files, key=lambda file: (folded(file.name), file.key)):
        details = [part for part in (_aliases(each), _roles(each), phrase(_times(each.met))) if part]
        name = phrase(quoted(each.name, href=link_to(_home(each), seen_from=ACTORS)))
        groups[each.type].append(Leaf(name, joined(details, ", ")))
    return tuple(
        PartyGroup(f"type-{kind.value}", _PARTIES[kind], tuple(leaves)) for kind, leaves in groups.items() if leaves
    )


def _home(file: ActorFile) -> str:
    """The page of a party, or of the one incident that a person stands in."""
    return actor_path(*file.key) if file.has_page else incident_path(file.met[0][0].id)


def _aliases(file: ActorFile) -> Phrase:
    return phrase("also ", listing(quoted(name) for name in file.aliases)) if file.aliases else ()


def _roles(file: ActorFile) -> Phrase:
    return phrase(quoted(file.roles[0])) if file.roles else ()


def _times(met: Sequence[object]) -> str:
    return "in " + counted(len(met), "incident")


def _leaf(catalogue: Catalogue, key: str, page: str) -> Leaf:
    file = _place_files(catalogue)[key]
    detail = joined(filter(None, (_levels(file), _times(file.met))), ", ")
    inside = tuple(_leaf(catalogue, inner, page) for inner in catalogue.registers.forest.below[key])
    return Leaf(phrase(quoted(file.name, href=link_to(place_path(*file.key), seen_from=page))), detail, inside)


def _place_files(catalogue: Catalogue) -> dict[str, PlaceFile]:
    return {joined_key(each.key): each for each in catalogue.registers.places.values()}


def _levels(file: PlaceFile) -> Phrase:
    return listing((level_words(level) for level in file.levels), last=" or ")


def place_file_view(catalogue: Catalogue, file: PlaceFile) -> FileView:
    """The page of a place."""
    page = place_path(*file.key)
    key = joined_key(file.key)
    forest = catalogue.registers.forest
    facts: list[tuple[str, Phrase]] = []
    if file.spellings:
        facts.append(("Also spelled", listing(quoted(name) for name in file.spellings)))
    outer = _outer(catalogue, key, page)
    if outer:
        facts.append(("In", outer))
    if file.point is not None:
        facts.append(("Coordinates", phrase(coordinate_words(*file.point))))
    lines = [(incident, line_of(catalogue, incident, page)) for incident, _ in file.met]
    return FileView(
        title=file.name,
        foreign=True,
        kicker=phrase("Place · ", _levels(file)),
        facts=tuple(facts),
        days=days_of(lines),
        basis=basis_of(incident for incident, _ in file.met),
        within=tuple(_leaf(catalogue, inner, page) for inner in forest.below[key]),
        feeds=_feeds(catalogue, page),
        description=f"{file.name}: {counted(len(file.met), 'incident')}, each figure with its speaker.",
    )


def _outer(catalogue: Catalogue, key: str, page: str) -> Phrase:
    """``Noshki district, Balochistan province, Pakistan``: what contains a place, from the inside out."""
    above = {inner: outer for outer, inners in catalogue.registers.forest.below.items() for inner in inners}
    files = _place_files(catalogue)
    names = []
    while key in above:
        key = above[key]
        names.append(phrase(quoted(files[key].name, href=link_to(place_path(*files[key].key), seen_from=page))))
    country = files[key].country
    if country and PlaceLevel.COUNTRY not in files[key].levels:
        names.append(phrase(catalogue.site.countries.get(country, country)))
    return joined(names, ", ")


def actor_file_view(catalogue: Catalogue, file: ActorFile) -> FileView:
    """The page of a named party: its standing in each incident, and what it says."""
    page = actor_path(*file.key)
    facts: list[tuple[str, Phrase]] = []
    if file.aliases:
        facts.append(("Also named", listing(quoted(name) for name in file.aliases)))
    if file.roles:
        facts.append(("Described as", joined((quoted(role) for role in file.roles), "; ")))
    lines = [(incident, line_of(catalogue, incident, page, actor)) for incident, actor in file.met]
    return FileView(
        title=file.name,
        foreign=True,
        kicker=phrase("Actor · ", actor_words(file.type)),
        facts=tuple(facts),
        days=days_of(lines),
        basis=basis_of(incident for incident, _ in file.met),
        feeds=_feeds(catalogue, page),
        description=f"{file.name}: where it stands in {counted(len(file.met), 'incident')}, and what it says.",
    )


def _feeds(catalogue: Catalogue, page: str) -> tuple[Phrase, ...]:
    if catalogue.site.address is None:
        return ()
    folder = page.removesuffix(".md")
    return tuple(phrase(link(name, link_to(f"{folder}/{file}", seen_from=page))) for name, file in _FEEDS)
