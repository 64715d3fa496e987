"""Places of an incident as a tree, and the list of all places."""

from collections.abc import Iterator

from generator.model.claim import Claim, Whereabouts
from generator.model.incident import Place
from generator.model.values import value
from generator.model.vocabulary import PlaceLevel
from generator.render.addresses import folded
from generator.render.catalogue import Dossier
from generator.render.forest import Forest, grow_forest
from generator.render.phrase import Phrase, joined, link, listing, phrase
from generator.render.words import coordinate_words, level_words

_MAX_ON_LINE = 3


@value
class PlaceNode:
    """A place with those inside it.

    Attributes:
        name: linked to its entry in the list of places.
        detail: level, country, coordinates: our words.
        inside: the places it contains.
    """

    name: Phrase
    detail: Phrase
    inside: tuple["PlaceNode", ...]


def _country(place: Place, dossier: Dossier) -> str:
    """The country's name, empty where none is stated or the place is called like it."""
    if not place.country:
        return ""
    name = dossier.catalogue.site.countries.get(place.country, place.country)
    return "" if folded(name) == folded(place.name) else name


def _coordinates(place: Place) -> str:
    if place.gazetteer is None or place.lat is None or place.lon is None:
        return ""
    return coordinate_words(place.lat, place.lon)


def _containment(dossier: Dossier) -> Forest:
    """Places by what contains them: the place the record says, else the record's entry for their country."""
    countries = {place.country: place.id for place in dossier.incident.places if place.level is PlaceLevel.COUNTRY}
    outer: dict[str, str | None] = {}
    for place in dossier.incident.places:
        country = countries.get(place.country) if place.country else None
        stated = place.within if place.within in dossier.places else country
        outer[place.id] = stated if stated != place.id else None
    return grow_forest(outer)


def _node(identifier: str, forest: Forest, dossier: Dossier) -> PlaceNode:
    place = dossier.places[identifier]
    country = _country(place, dossier) if identifier in forest.roots else ""
    parts = [level_words(place.level), country, _coordinates(place)]
    return PlaceNode(
        name=dossier.place(identifier, linked=True),
        detail=joined([part for part in parts if part], ", "),
        inside=tuple(_node(inner, forest, dossier) for inner in forest.below[identifier]),
    )


def place_tree(dossier: Dossier) -> tuple[PlaceNode, ...]:
    """The places by containment, each level in the record's order."""
    forest = _containment(dossier)
    return tuple(_node(root, forest, dossier) for root in forest.roots)


def _partial_lists(dossier: Dossier) -> Iterator[tuple[Claim, Whereabouts]]:
    """Claims that list places and say that there are more."""
    for claim in dossier.incident.claims:
        if isinstance(claim.what, Whereabouts) and claim.what.complete is False:
            yield claim, claim.what


def place_remarks(dossier: Dossier) -> tuple[Phrase, ...]:
    """What the text says of its own lists of places."""
    return tuple(
        phrase(
            listing(dossier.place(place) for place in where.places),
            ": the text ",
            link("names them", dossier.claim_href(claim.id)),
            " as examples, not as the whole list.",
        )
        for claim, where in _partial_lists(dossier)
    )


def _named_roots(dossier: Dossier) -> list[Phrase]:
    """Places by country: ``Balochistan and Quetta, Pakistan``; of a country with places in it, those stand first."""
    groups: dict[tuple[str, str], list[Phrase]] = {}
    forest = _containment(dossier)
    for root in forest.roots:
        place = dossier.places[root]
        country = _country(place, dossier)
        if place.level is PlaceLevel.COUNTRY and not country:
            groups[place.id, place.name] = [dossier.place(inner) for inner in forest.below[root]]
        else:
            groups.setdefault(("", country) if country else (place.id, ""), []).append(dossier.place(place.id))
    lines = []
    for (identifier, name), places in groups.items():
        country_words = dossier.place(identifier) if identifier and name else phrase(name)
        shown = listing(places[:_MAX_ON_LINE])
        lines.append(joined((part for part in (shown, country_words) if part), ", "))
    return lines


def place_line(dossier: Dossier) -> Phrase:
    """``Balochistan, Pakistan``: the outermost places, for the head of a page and for cards; may be empty."""
    lines = _named_roots(dossier)
    rest = len(lines) - _MAX_ON_LINE
    return phrase(joined(lines[:_MAX_ON_LINE], "; "), f" and {rest} more" if rest > 0 else "")


def place_facts(dossier: Dossier) -> tuple[Phrase, ...]:
    """Where, for the key facts: each outermost place with those named inside it."""
    examples = {place for _, where in _partial_lists(dossier) for place in where.places}
    facts, forest = [], _containment(dossier)
    for root in forest.roots:
        place, inner = dossier.places[root], forest.below[root]
        others = ", among others" if examples.intersection(inner) else ""
        named = phrase(": ", listing(dossier.place(each) for each in inner), others) if inner else ()
        head = joined((each for each in (dossier.place(place.id, linked=True), _country(place, dossier)) if each), ", ")
        facts.append(phrase(head, named))
    return tuple(facts)
