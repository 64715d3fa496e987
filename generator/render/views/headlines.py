"""Related headlines: on an incident's page, on a source page, and on the page of all headlines."""

from collections.abc import Iterable, Sequence

from generator.model.headline import HeadlineEntry
from generator.model.incident import RelatedHeadline
from generator.model.tie import TieKind
from generator.model.values import value
from generator.model.vocabulary import Relation
from generator.render.addresses import HEADLINES, incident_path, link_to
from generator.render.catalogue import Catalogue, Dossier, headline_key
from generator.render.phrase import Phrase, listing, phrase, quoted
from generator.render.words import event_words, figure_words, outcome_words, relation_words

_SHOWN, _MOST = 3, 15
"""Carriers or neighbours of a headline that a page shows at once, and those that it shows at all."""

_GROUPS = {
    Relation.SAME_EVENT: "The same event",
    Relation.BACKGROUND: "Background",
    Relation.OTHER_EVENT: "Other news",
    Relation.UNRESOLVED: "Other news",
}


@value
class RelatedView:
    """A related headline where a document carries it.

    Attributes:
        text: as written, linked to the incident that covers it or to its entry.
        detail: where the link leads and what it rests on.
    """

    text: Phrase
    detail: Phrase


@value
class RelatedGroup:
    """Headlines of one document or record that stand to its incident in one way."""

    label: str
    views: tuple[RelatedView, ...]


@value
class Cut:
    """A list of which a page shows the first few.

    Attributes:
        shown: the first ones.
        more: the next ones, to be unfolded.
        rest: how many there are besides, in words; empty where the two are all.
    """

    shown: tuple[Phrase, ...]
    more: tuple[Phrase, ...]
    rest: str


@value
class EntryView:
    """A headline on the page of all headlines.

    Attributes:
        anchor: id of the entry.
        text: as written.
        tags: what its words tell: kind of incident, places, figures of persons.
        covered: the incident that covers it and why; empty where none does.
        carriers: incidents whose documents carry it.
        neighbours: other headlines that share a place or an actor, those that share most first.
    """

    anchor: str
    text: str
    tags: tuple[Phrase, ...]
    covered: Phrase
    carriers: Cut
    neighbours: Cut


@value
class CoveredGroup:
    """Headlines that one incident covers: one story in the words of several desks.

    Attributes:
        anchor: id of the group.
        incident: the incident, linked.
        entries: the headlines, the most carried first.
    """

    anchor: str
    incident: Phrase
    entries: tuple[EntryView, ...]


@value
class HeadlinesView:
    """The page of all headlines.

    Attributes:
        watch: headlines that no incident covers, the most carried first.
        covered: the others by the incident that covers them.
    """

    watch: tuple[EntryView, ...]
    covered: tuple[CoveredGroup, ...]


def _incident_link(catalogue: Catalogue, identifier: str, page: str) -> Phrase:
    """The incident's title as a link; the bare id where no record has it."""
    incident = catalogue.incidents.get(identifier)
    if incident is None:
        return phrase(quoted(identifier))
    return phrase(quoted(incident.title.text, href=link_to(incident_path(incident.id), seen_from=page)))


def related_views(dossier: Dossier, headlines: Iterable[RelatedHeadline]) -> tuple[RelatedView, ...]:
    """Headlines as the dossier's page shows them, in the order given."""
    views = []
    for headline in headlines:
        entry = dossier.catalogue.entries.get(headline_key(headline.text))
        covering = headline.link or (entry.link if entry else None)
        why = headline.why or (entry.why if entry else None)
        incident = dossier.catalogue.incidents.get(covering or "")
        if incident is not None:
            href = link_to(incident_path(incident.id), seen_from=dossier.page)
            detail = phrase("covered by ", quoted(incident.title.text))
        else:
            href = link_to(HEADLINES, entry.id if entry else "", seen_from=dossier.page)
            resolved = headline.relation is not Relation.UNRESOLVED
            detail = phrase(relation_words(headline.relation)) if resolved or why else ()
        if why:
            detail = phrase(detail, " (", quoted(why), ")")
        views.append(RelatedView(phrase(quoted(headline.text, href=href)), detail))
    return tuple(views)


def related_groups(dossier: Dossier) -> tuple[RelatedGroup, ...]:
    """An incident's headlines by how they stand to it: the same event, what came before, other news."""
    groups: dict[str, list[RelatedHeadline]] = {label: [] for label in _GROUPS.values()}
    before = {
        tie.other
        for tie in dossier.catalogue.site.ties.get(dossier.incident.id, ())
        if tie.kind in (TieKind.BACKGROUND, TieKind.RESPONSE)
    }
    for headline in dossier.incident.related:
        covering = dossier.catalogue.incidents.get(headline.link or "")
        relation = headline.relation
        if relation is Relation.OTHER_EVENT and covering is not None and covering.id in before:
            relation = Relation.BACKGROUND
        groups[_GROUPS[relation]].append(headline)
    return tuple(RelatedGroup(label, related_views(dossier, those)) for label, those in groups.items() if those)


def backlinks(dossier: Dossier) -> tuple[Phrase, ...]:
    """Headlines of other documents that this incident covers, with the incidents that carry them."""
    return tuple(
        phrase(
            quoted(entry.text, href=link_to(HEADLINES, entry.id, seen_from=dossier.page)),
            ", carried by ",
            listing(_incident_link(dossier.catalogue, carrier, dossier.page) for carrier in entry.carriers),
        )
        for entry in dossier.catalogue.site.headlines
        if entry.link is not None
        and (covering := dossier.catalogue.incidents.get(entry.link)) is not None
        and covering.id == dossier.incident.id
    )


def _cut(words: Sequence[Phrase]) -> Cut:
    rest = len(words) - _MOST
    return Cut(tuple(words[:_SHOWN]), tuple(words[_SHOWN:_MOST]), f"and {rest} more" if rest > 0 else "")


def _neighbours(entry: HeadlineEntry, texts: dict[str, str]) -> tuple[Phrase, ...]:
    closest = sorted(entry.neighbours, key=lambda neighbour: -len(neighbour.shared))
    return tuple(
        phrase(
            "shares ",
            listing(quoted(name) for name in neighbour.shared),
            " with ",
            quoted(texts[neighbour.entry], href=link_to(HEADLINES, neighbour.entry, seen_from=HEADLINES)),
        )
        for neighbour in closest
        if neighbour.entry in texts
    )


def headlines_view(catalogue: Catalogue) -> HeadlinesView:
    """All headlines: first those that nobody covers, then the others by their incident, the most carried first."""
    by_incident: dict[str, list[EntryView]] = {}
    watch = []
    for entry, view in zip(catalogue.site.headlines, _entry_views(catalogue), strict=True):
        incident = catalogue.incidents.get(entry.link or "")
        if incident is None:
            watch.append(view)
        else:
            by_incident.setdefault(incident.id, []).append(view)
    covered = (
        CoveredGroup(f"covered-{name}", _incident_link(catalogue, name, HEADLINES), tuple(views))
        for name, views in by_incident.items()
    )
    return HeadlinesView(tuple(watch), tuple(covered))


def _entry_views(catalogue: Catalogue) -> tuple[EntryView, ...]:
    texts = {entry.id: entry.text for entry in catalogue.site.headlines}
    views = []
    for entry in catalogue.site.headlines:
        covered: Phrase = ()
        if entry.link is not None:
            why = phrase(": ", quoted(entry.why)) if entry.why else ()
            covered = phrase("Covered by ", _incident_link(catalogue, entry.link, HEADLINES), why)
        views.append(
            EntryView(
                anchor=entry.id,
                text=entry.text,
                tags=_tags(entry),
                covered=covered,
                carriers=_cut([_incident_link(catalogue, carrier, HEADLINES) for carrier in entry.carriers]),
                neighbours=_cut(_neighbours(entry, texts)),
            )
        )
    return tuple(views)


def _tags(entry: HeadlineEntry) -> tuple[Phrase, ...]:
    """``Bombing``, ``Kabul``, ``at least 12 killed``."""
    kind = (phrase(event_words(entry.type)),) if entry.type is not None else ()
    places = (phrase(quoted(name)) for name in entry.places)
    tolls = (
        phrase(figure_words(toll.count, toll.upper, toll.bound, toll.vague), " ", outcome_words(toll.outcome))
        for toll in entry.tolls
    )
    return (*kind, *places, *tolls)
