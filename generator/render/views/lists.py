"""The home page and the list of incidents."""

from generator.model.incident import Incident
from generator.model.values import value
from generator.render.addresses import (
    ABOUT,
    ACTORS,
    CODEBOOK,
    HEADLINES,
    HOME,
    INCIDENTS,
    PLACES,
    folded,
    link_to,
    month_path,
)
from generator.render.catalogue import Catalogue
from generator.render.phrase import Phrase, link, phrase
from generator.render.views.cards import Card, card_of
from generator.render.views.changes import added_on
from generator.render.views.facets import Facet, Keys, facets_of, keys_of, listed, month_of, month_words
from generator.render.views.news import NewsView, news_view
from generator.render.views.standing import is_current
from generator.render.words import counted

LATEST = 12
"""Most briefings on the home page."""

MOST = 600
"""Most incidents on one list; the pages of months have them all."""


@value
class HomeView:
    """The home page.

    Attributes:
        counts: documents, incidents, claims, each linked to its list where there is one.
        facets: ways to incidents.
        cards: latest briefings.
        news: what changed last, or None where no history tells.
        rest: link to all incidents where the page does not show all; may be empty.
        lists: the other lists, linked.
    """

    counts: tuple[Phrase, ...]
    facets: tuple[Facet, ...]
    cards: tuple[Card, ...]
    news: NewsView | None
    rest: Phrase
    lists: tuple[Phrase, ...]


@value
class Row:
    """An incident on the list of incidents, with what a script narrows the list by."""

    card: Card
    keys: Keys


@value
class MonthGroup:
    """Incidents of one month.

    Attributes:
        label: ``January 2026``, or that the source has no date.
        anchor: id of the group.
        href: page of the month.
        count: incidents of the month, of which the list may show fewer.
        rows: its incidents, the latest first.
    """

    label: str
    anchor: str
    href: str
    count: str
    rows: tuple[Row, ...]


@value
class IncidentsView:
    """The list of incidents.

    Attributes:
        facets: what it can be narrowed by.
        months: the latest month first, incidents without a date last.
        left_out: that the list is not whole, and where the rest is; may be empty.
    """

    facets: tuple[Facet, ...]
    months: tuple[MonthGroup, ...]
    left_out: str


def latest(catalogue: Catalogue) -> tuple[Incident, ...]:
    """Current incidents: those added last first, of one day those that happened last, then by title.

    One without a history comes last, and one without a date after those of its day.
    """
    current = [incident for incident in catalogue.records if is_current(incident)]
    history = catalogue.site.history
    by_title = sorted(current, key=lambda incident: (folded(incident.title.text), incident.id))
    by_day = sorted(by_title, key=lambda incident: str(incident.dates.start or ""), reverse=True)
    return tuple(sorted(by_day, key=lambda incident: added_on(history.get(incident.id, ())), reverse=True))


def home_view(catalogue: Catalogue) -> HomeView:
    """The home page."""
    incidents = latest(catalogue)
    claims = sum(len(incident.claims) for incident in incidents)
    return HomeView(
        counts=(
            phrase(counted(len(catalogue.sources), "document")),
            phrase(link(counted(len(incidents), "incident"), link_to(INCIDENTS, seen_from=HOME))),
            phrase(counted(claims, "claim")),
        ),
        facets=facets_of(catalogue, HOME),
        cards=tuple(card_of(catalogue, incident, HOME) for incident in incidents[:LATEST]),
        news=news_view(catalogue, HOME),
        rest=_rest(len(incidents)),
        lists=tuple(
            phrase(link(words, link_to(path, seen_from=HOME)))
            for words, path in (
                ("All incidents", INCIDENTS),
                ("Places", PLACES),
                ("Actors", ACTORS),
                ("Related headlines", HEADLINES),
                ("How this site is made", ABOUT),
                *((("Codebook", CODEBOOK),) if catalogue.site.codebook else ()),
            )
        ),
    )


def _rest(total: int) -> Phrase:
    if total <= LATEST:
        return ()
    return phrase(link(f"All {counted(total, 'incident')}", link_to(INCIDENTS, seen_from=HOME)))


def incidents_view(catalogue: Catalogue) -> IncidentsView:
    """Incidents that have not been merged, by month, the latest first; withdrawn ones say so."""
    by_title = sorted(listed(catalogue), key=lambda incident: (folded(incident.title.text), incident.id))
    ordered = sorted(by_title, key=lambda incident: str(incident.dates.start or ""), reverse=True)
    months: dict[str, list[Incident]] = {}
    for incident in ordered:
        months.setdefault(month_of(incident), []).append(incident)
    shown = {incident.id for incident in ordered[:MOST]}
    groups = (_month(catalogue, month, held, shown) for month, held in months.items())
    left_out = f"The latest {MOST} of {len(ordered):,} incidents. The pages of months have them all."
    return IncidentsView(
        facets_of(catalogue, INCIDENTS),
        tuple(group for group in groups if group.rows),
        left_out if len(ordered) > MOST else "",
    )


def _month(catalogue: Catalogue, month: str, incidents: list[Incident], shown: set[str]) -> MonthGroup:
    return MonthGroup(
        label=month_words(month),
        anchor=f"month-{month or 'undated'}",
        href=link_to(month_path(month), seen_from=INCIDENTS),
        count=counted(len(incidents), "incident"),
        rows=tuple(
            Row(card_of(catalogue, each, INCIDENTS), keys_of(catalogue, each)) for each in incidents if each.id in shown
        ),
    )
