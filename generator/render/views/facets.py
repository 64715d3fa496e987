"""What a list of incidents can be narrowed by: kind, country, actor, standing and month.

Each value of a facet leads to a page of its own, so narrowing needs no script; a script uses the same values on rows.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.model.incident import Incident
from generator.model.partialdate import PartialDate
from generator.model.values import value
from generator.render.addresses import (
    ACTORS,
    INCIDENTS,
    PLACES,
    actor_path,
    country_anchor,
    folded,
    kind_path,
    link_to,
    month_path,
    place_path,
    slug,
    standing_path,
)
from generator.render.catalogue import Catalogue
from generator.render.phrase import Phrase, link, phrase, quoted
from generator.render.registers import ActorFile, actor_key
from generator.render.views.standing import standing_label
from generator.render.words import date_words, event_words

_MOST_ACTORS = 40
_MOST_MONTHS = 36
STANDINGS = ("Unreviewed", "Partly reviewed", "Reviewed", "Withdrawn")


@value
class Option:
    """A value of a facet.

    Attributes:
        value: as rows carry it: ASCII without spaces.
        label: in words.
        href: its page.
        count: incidents that have it.
    """

    value: str
    label: Phrase
    href: str
    count: int


@value
class Facet:
    """Something that a list can be narrowed by.

    Attributes:
        name: as rows call it.
        label: in words.
        options: its values.
        rest: link to those that are not listed; may be empty.
    """

    name: str
    label: str
    options: tuple[Option, ...]
    rest: Phrase


@value
class Keys:
    """The values of one incident, those of a facet with a space between each two."""

    kind: str
    place: str
    actor: str
    standing: str
    day: str


def listed(catalogue: Catalogue) -> tuple[Incident, ...]:
    """All records that were not merged into another, by id; withdrawn ones are among them."""
    return tuple(each for each in catalogue.records if not (each.status and each.status.merged_into))


def month_of(incident: Incident) -> str:
    """``2026-01``, or ``2026`` where only the year is known; empty where the record has no date."""
    start = incident.dates.start
    return str(start)[:7] if start else ""


def month_words(month: str) -> str:
    """``January 2026``; that none is known where the month is empty."""
    return date_words(PartialDate.parse(month)) if month else "No date in the source"


def countries_of(incident: Incident) -> tuple[str, ...]:
    """Codes of the countries in which its places lie, in lower case, in the record's order."""
    return tuple(dict.fromkeys(place.country.lower() for place in incident.places if place.country))


def actors_of(catalogue: Catalogue, incident: Incident) -> tuple[ActorFile, ...]:
    """The parties of the incident that have a page."""
    files = (catalogue.registers.actors.get(actor_key(actor)) for actor in incident.actors)
    return tuple({file.key: file for file in files if file and file.has_page}.values())


def standing_of(incident: Incident) -> str:
    """How far it is reviewed, as addresses have it: ``partly-reviewed``."""
    return slug(standing_label(incident))


def keys_of(catalogue: Catalogue, incident: Incident) -> Keys:
    """What a script narrows the list by."""
    return Keys(
        kind=" ".join(kind.value for kind in incident.types),
        place=" ".join(countries_of(incident)),
        actor=" ".join(_stem(actor_path(*file.key)) for file in actors_of(catalogue, incident)),
        standing=standing_of(incident),
        day=month_of(incident) or "undated",
    )


def facets_of(catalogue: Catalogue, page: str) -> tuple[Facet, ...]:
    """The facets of all listed incidents, with links from ``page``; one without a value is left out."""
    incidents = listed(catalogue)
    facets = (
        _kinds(incidents, page),
        _countries(catalogue, incidents, page),
        _actors(catalogue, page),
        _standings(incidents, page),
        _months(incidents, page),
    )
    return tuple(facet for facet in facets if facet.options)


def _stem(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".md")


def _kinds(incidents: Iterable[Incident], page: str) -> Facet:
    counts = Counter(kind for each in incidents for kind in each.types)
    options = (
        Option(kind.value, phrase(event_words(kind)), link_to(kind_path(kind.value), seen_from=page), counts[kind])
        for kind in sorted(counts, key=event_words)
    )
    return Facet("kind", "Kind", tuple(options), ())


def _countries(catalogue: Catalogue, incidents: Iterable[Incident], page: str) -> Facet:
    counts = Counter(code for each in incidents for code in countries_of(each))
    names = {code: catalogue.site.countries.get(code.upper(), code.upper()) for code in counts}
    options = (
        Option(code, phrase(names[code]), _country_page(catalogue, code, names[code], page), counts[code])
        for code in sorted(counts, key=lambda code: folded(names[code]))
    )
    return Facet("place", "Country", tuple(options), phrase(link("All places", link_to(PLACES, seen_from=page))))


def _country_page(catalogue: Catalogue, code: str, name: str, page: str) -> str:
    """The country's own page where a record names it, else its part of the page of all places.

    Where each of its places lies in one of no known country, that page has no part for it and is meant as a whole.
    """
    file = catalogue.registers.places.get((folded(name), code.upper()))
    if file is not None:
        return link_to(place_path(*file.key), seen_from=page)
    has_part = code.upper() in catalogue.registers.outermost_countries
    return link_to(PLACES, country_anchor(code) if has_part else "", seen_from=page)


def _actors(catalogue: Catalogue, page: str) -> Facet:
    files = [each for each in catalogue.registers.actor_files if each.has_page]
    most = sorted(files, key=lambda file: (-len(file.met), folded(file.name), file.key))[:_MOST_ACTORS]
    options = (
        Option(_stem(path), phrase(quoted(file.name)), link_to(path, seen_from=page), len(file.met))
        for file, path in ((file, actor_path(*file.key)) for file in sorted(most, key=lambda file: folded(file.name)))
    )
    return Facet("actor", "Actor", tuple(options), phrase(link("All actors", link_to(ACTORS, seen_from=page))))


def _standings(incidents: Iterable[Incident], page: str) -> Facet:
    counts = Counter(standing_of(each) for each in incidents)
    return Facet("standing", "Standing", tuple(_standing_options(counts, page)), ())


def _standing_options(counts: Counter[str], page: str) -> Iterator[Option]:
    for label in STANDINGS:
        name = slug(label)
        if counts[name]:
            yield Option(name, phrase(label), link_to(standing_path(name), seen_from=page), counts[name])


def _months(incidents: Iterable[Incident], page: str) -> Facet:
    counts = Counter(month_of(each) for each in incidents)
    options = (
        Option(
            month or "undated",
            phrase(month_words(month)),
            link_to(month_path(month), seen_from=page),
            counts[month],
        )
        for month in sorted(counts, reverse=True)[:_MOST_MONTHS]
    )
    rest = phrase(link("All incidents", link_to(INCIDENTS, seen_from=page))) if len(counts) > _MOST_MONTHS else ()
    return Facet("day", "Month", tuple(options), rest)
