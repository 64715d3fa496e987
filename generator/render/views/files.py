"""What stands across incidents: those of a place, a party, a kind of event, a month or a standing, by day.

Nothing is added up over incidents: a page says how many records it holds and which documents they draw on.
"""

from collections.abc import Iterable

from generator.model.incident import Actor, Incident
from generator.model.values import value
from generator.model.vocabulary import EventType
from generator.render.addresses import folded, kind_path, month_path, slug, standing_path
from generator.render.catalogue import Catalogue, Dossier, open_dossier
from generator.render.phrase import Phrase, link, listing, phrase, plain, quoted
from generator.render.views.cards import Card, card_of
from generator.render.views.facets import STANDINGS, listed, month_of, month_words, standing_of
from generator.render.views.facts import standings_of
from generator.render.views.gists import claim_brief
from generator.render.words import counted, date_words, event_words, kind_words

_MOST_SAYINGS = 6
"""Claims of one party shown for one incident; the incident's page has them all."""

_MOST_PUBLISHERS = 5
"""Publishers that a page names; the others are counted."""


@value
class Line:
    """An incident in a list across incidents.

    Attributes:
        card: the incident.
        standing: what the claims say of the part that the page's party had in it.
        said: what the page's party says there.
        more: link to the rest of what it says; may be empty.
    """

    card: Card
    standing: tuple[Phrase, ...] = ()
    said: tuple[Phrase, ...] = ()
    more: Phrase = ()


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
        foreign: whether the title is a document's word and not ours.
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
    days: tuple[Day, ...]
    basis: Phrase
    description: str
    foreign: bool = False
    facts: tuple[tuple[str, Phrase], ...] = ()
    within: tuple[Leaf, ...] = ()
    feeds: tuple[Phrase, ...] = ()


def shelf_views(catalogue: Catalogue) -> tuple[tuple[str, FileView], ...]:
    """The pages of kinds of event, months and standings that have an incident, by path."""
    incidents = listed(catalogue)
    kinds = sorted({kind for each in incidents for kind in each.types}, key=event_words)
    months = sorted({month_of(each) for each in incidents}, reverse=True)
    standings = {each.id: standing_of(each) for each in incidents}
    shelves = [
        *((kind_path(kind.value), "Kind of event", event_words(kind), _of_kind(incidents, kind)) for kind in kinds),
        *(
            (month_path(month), "Month", month_words(month), [each for each in incidents if month_of(each) == month])
            for month in months
        ),
        *(
            (standing_path(name), "Standing", label, [each for each in incidents if standings[each.id] == name])
            for label in STANDINGS
            for name in (slug(label),)
        ),
    ]
    return tuple((path, _shelf(catalogue, path, kicker, title, held)) for path, kicker, title, held in shelves if held)


def _of_kind(incidents: Iterable[Incident], kind: EventType) -> list[Incident]:
    """The incidents of a kind; one of two kinds stands under both."""
    return [each for each in incidents if kind in each.types]


def _shelf(catalogue: Catalogue, path: str, kicker: str, title: str, incidents: list[Incident]) -> FileView:
    return FileView(
        title=title,
        kicker=phrase(kicker),
        days=days_of((each, line_of(catalogue, each, path)) for each in incidents),
        basis=basis_of(incidents),
        description=f"{title}: {counted(len(incidents), 'incident')}, each figure with its speaker.",
    )


def line_of(catalogue: Catalogue, incident: Incident, page: str, actor: Actor | None = None) -> Line:
    """An incident on the page at ``page``; on a party's page with its standing and what it says."""
    card = card_of(catalogue, incident, page)
    if actor is None:
        return Line(card)
    dossier = open_dossier(catalogue, incident, page)
    said = _sayings(actor, dossier)
    rest = len(said) - _MOST_SAYINGS
    return Line(
        card,
        standing=tuple(standings_of(dossier).get(actor.id, ())),
        said=said[:_MOST_SAYINGS],
        more=phrase(link(f"and {counted(rest, 'more claim')}", card.href)) if rest > 0 else (),
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


def days_of(lines: Iterable[tuple[Incident, Line]]) -> tuple[Day, ...]:
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


def basis_of(incidents: Iterable[Incident]) -> Phrase:
    """``3 incidents, from 5 documents of The Wire, The Post and 2 others.``: the records and what they rest on."""
    records = tuple(incidents)
    documents = {each.sha256: each for incident in records for each in incident.documents}
    publishers = sorted({each.publisher for each in documents.values() if each.publisher}, key=folded)
    rest = len(publishers) - _MOST_PUBLISHERS
    others = [counted(rest, "other")] if rest > 1 else []
    shown = [quoted(name) for name in publishers[: _MOST_PUBLISHERS if others else None]]
    named = phrase(" of ", listing([*shown, *others])) if shown else ()
    return phrase(counted(len(records), "incident"), ", from ", counted(len(documents), "document"), named, ".")
