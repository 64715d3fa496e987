"""Pages of places, parties and kinds of event: what stands across incidents, by day, each figure with its speaker.

Nothing is added up over incidents: a list says how many records it holds and which documents they draw on.
"""

from collections.abc import Iterable, Sequence

from generator.model.incident import Actor, Incident
from generator.model.values import value
from generator.model.vocabulary import EventType, PlaceLevel
from generator.render.addresses import ACTORS, PLACES, actor_path, folded, incident_path, kind_path, link_to, place_path
from generator.render.catalogue import Catalogue, Dossier, open_dossier
from generator.render.phrase import Phrase, joined, link, listing, phrase, plain, quoted
from generator.render.registers import ActorFile, PlaceFile, joined_key
from generator.render.views.claims import claim_brief
from generator.render.views.facts import standings_of
from generator.render.views.figures import toll_line
from generator.render.views.incidents import StateView, state_view
from generator.render.words import (
    actor_words,
    counted,
    date_words,
    event_words,
    kind_words,
    level_words,
)

_FEEDS = (("Atom", "atom.xml"), ("RSS", "feed.xml"), ("JSON Feed", "feed.json"))
_MOST_SAYINGS = 6
"""Claims of one party shown for one incident; the incident's page has them all."""


@value
class Line:
    """An incident in a list across incidents.

    Attributes:
        title: as a link.
        kind: its event types, in words.
        toll: its first key figure with the speaker; may be empty.
        standing: what the claims say of the part that the page's party had in it.
        said: what the page's party says there.
        more: link to the rest of what it says; may be empty.
        state: where the record stands.
    """

    title: Phrase
    kind: str
    toll: Phrase
    standing: tuple[Phrase, ...]
    said: tuple[Phrase, ...]
    more: Phrase
    state: StateView


@value
class Day:
    """A day with its incidents.

    Attributes:
        label: the date, or that none is known.
        lines: its incidents, by title.
    """

    label: str
    lines: tuple[Line, ...]


@value
class Leaf:
    """An entry of an index.

    Attributes:
        name: linked to its page.
        detail: what it is, and in how many incidents.
        inside: entries within it.
    """

    name: Phrase
    detail: Phrase
    inside: tuple["Leaf", ...] = ()


@value
class FileView:
    """A page across incidents.

    Attributes:
        title: what it is about.
        kicker: what kind of thing that is.
        facts: label and words.
        days: its incidents, the latest first, those without a date last.
        basis: how many incidents, and the documents that they draw on.
        within: entries inside the place; empty on other pages.
        feeds: name and address of its feeds; empty where the site has no address.
        description: for the page's head.
    """

    title: str
    kicker: Phrase
    facts: tuple[tuple[str, Phrase], ...]
    days: tuple[Day, ...]
    basis: Phrase
    within: tuple[Leaf, ...]
    feeds: tuple[Phrase, ...]
    description: str


def place_groups(catalogue: Catalogue) -> tuple[tuple[str, tuple[Leaf, ...]], ...]:
    """All places by country and then by what contains them; those of no known country come last."""
    groups: dict[str, list[Leaf]] = {}
    files = _place_files(catalogue)
    for root in catalogue.registers.forest.roots:
        code = files[root].country
        name = catalogue.site.countries.get(code, code) if code else ""
        groups.setdefault(name, []).append(_leaf(catalogue, root, PLACES))
    return tuple((name, tuple(groups[name])) for name in sorted(groups, key=lambda name: (not name, folded(name))))


def actor_leaves(catalogue: Catalogue) -> tuple[Leaf, ...]:
    """All named parties, by name."""
    return tuple(
        Leaf(
            phrase(quoted(each.name, href=link_to(_home(each), seen_from=ACTORS))),
            joined(filter(None, (_aliases(each), actor_words(each.type), _roles(each), _times(each.met))), ", "),
        )
        for each in sorted(catalogue.registers.actor_files, key=lambda file: (folded(file.name), file.key))
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
        lat, lon = file.point
        words = (
            f"{abs(lat):.2f}° {'N' if lat >= 0 else 'S'}, {abs(lon):.2f}° {'E' if lon >= 0 else 'W'} (from a gazetteer)"
        )
        facts.append(("Coordinates", phrase(words)))
    lines = [(incident, _line(catalogue, incident, page)) for incident, _ in file.met]
    return FileView(
        title=file.name,
        kicker=phrase("Place · ", _levels(file)),
        facts=tuple(facts),
        days=_days(lines),
        basis=_basis(incident for incident, _ in file.met),
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
    lines = [(incident, _line(catalogue, incident, page, actor)) for incident, actor in file.met]
    return FileView(
        title=file.name,
        kicker=phrase("Actor · ", actor_words(file.type)),
        facts=tuple(facts),
        days=_days(lines),
        basis=_basis(incident for incident, _ in file.met),
        within=(),
        feeds=_feeds(catalogue, page),
        description=f"{file.name}: where it stands in {counted(len(file.met), 'incident')}, and what it says.",
    )


def kind_files(catalogue: Catalogue) -> tuple[tuple[EventType, tuple[Incident, ...]], ...]:
    """Each kind of event that a record has, with those records; one of two kinds stands under both."""
    listed = [each for each in catalogue.records if not (each.status and each.status.merged_into)]
    kinds = sorted({kind for each in listed for kind in each.types}, key=event_words)
    return tuple((kind, tuple(each for each in listed if kind in each.types)) for kind in kinds)


def kind_file_view(catalogue: Catalogue, kind: EventType, incidents: Sequence[Incident]) -> FileView:
    """The page of a kind of event."""
    page = kind_path(kind.value)
    return FileView(
        title=event_words(kind),
        kicker=phrase("Kind of event"),
        facts=(),
        days=_days([(each, _line(catalogue, each, page)) for each in incidents]),
        basis=_basis(incidents),
        within=(),
        feeds=(),
        description=f"{event_words(kind)}: {counted(len(incidents), 'incident')}, each figure with its speaker.",
    )


def _feeds(catalogue: Catalogue, page: str) -> tuple[Phrase, ...]:
    if catalogue.site.address is None:
        return ()
    folder = page.removesuffix(".md")
    return tuple(phrase(link(name, link_to(f"{folder}/{file}", seen_from=page))) for name, file in _FEEDS)


def _line(catalogue: Catalogue, incident: Incident, page: str, actor: Actor | None = None) -> Line:
    dossier = open_dossier(catalogue, incident, page)
    said = _sayings(actor, dossier) if actor else ()
    rest = len(said) - _MOST_SAYINGS
    href = link_to(incident_path(incident.id), seen_from=page)
    return Line(
        title=phrase(quoted(incident.title.text, href=href)),
        kind=" · ".join(event_words(kind) for kind in incident.types),
        toll=toll_line(dossier),
        standing=tuple(standings_of(dossier).get(actor.id, ())) if actor else (),
        said=said[:_MOST_SAYINGS],
        more=phrase(link(f"and {counted(rest, 'more claim')}", href)) if rest > 0 else (),
        state=state_view(dossier),
    )


def _sayings(actor: Actor, dossier: Dossier) -> tuple[Phrase, ...]:
    """What a party says in an incident, each claim linked."""
    return tuple(
        phrase(
            kind_words(claim.kind),
            ": ",
            quoted(plain(claim_brief(claim, dossier)), href=dossier.claim_href(claim.id)),
        )
        for claim in dossier.incident.claims
        if claim.said.by == actor.id
    )


def _days(lines: Iterable[tuple[Incident, Line]]) -> tuple[Day, ...]:
    """Incidents by their first day, the latest first; those whose day is not known to the date come last."""
    known: dict[str, list[tuple[Incident, Line]]] = {}
    for incident, line in lines:
        start = incident.dates.start
        known.setdefault(str(start) if start else "", []).append((incident, line))
    days = []
    for key in sorted(known, reverse=True):
        rows = sorted(known[key], key=lambda row: (folded(row[0].title.text), row[0].id))
        start = rows[0][0].dates.start
        days.append(Day(date_words(start) if start else "No date in the source", tuple(line for _, line in rows)))
    return tuple(days)


def _basis(incidents: Iterable[Incident]) -> Phrase:
    """``3 incidents, from 5 documents of Reuters, AP and others``: the records and what they rest on."""
    records = tuple(incidents)
    documents = {each.sha256: each for incident in records for each in incident.documents}
    publishers = sorted({each.publisher for each in documents.values() if each.publisher}, key=folded)
    named = phrase(" of ", listing(quoted(name) for name in publishers)) if publishers else ()
    return phrase(counted(len(records), "incident"), ", from ", counted(len(documents), "document"), named, ".")
