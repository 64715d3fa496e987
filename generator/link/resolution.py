"""Which incident a headline tells of, by all the words that the incident's record knows it by."""

import datetime
import math
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from generator.lexicon.threads import ThreadLexicon
from generator.link.features import event_kind
from generator.link.wording import Zone, read_zone
from generator.model.claim import Toll
from generator.model.incident import Incident
from generator.model.values import value
from generator.model.vocabulary import EventType, Outcome

LEAST = 2.4
"""Weight of shared words from which a headline may tell of an incident."""

SHARE = 0.6
"""Part of the weight of the headline's words that the incident knows at least."""

MARGIN = 1.05
"""How many times the best incident's weight must be that of the next one."""

MOST = 40
"""A name or word that more incidents of about the same time have brings none of them up."""

AHEAD_DAYS = 2
BEHIND_DAYS = 60
"""An incident so long after the carrying document, or before it, is not meant."""

_NAME = 1.5
_TITLE = 1.25
_COUNTRY = 0.6
_FIGURE = 0.8
_KIND = 0.7
_ABOUT = re.compile(r"(?i)^(?:explainer|profile|opinion|editorial|letter|analysis)\b|\bwho (?:is|are)\b|\?$")
"""Headlines about a subject and not about an event."""


@value
class Known:
    """What one incident can be told by in a headline.

    Attributes:
        id: of the incident.
        day: first day or day of publication, where known.
        keys: names and stems of its record, a title's among them.
        title: those of its titles.
        countries: ISO 3166-1 alpha-2 codes.
        figures: of persons, in its tolls and titles.
        kinds: of event (see `event_kind`).
    """

    id: str
    day: datetime.date | None
    keys: frozenset[str]
    title: frozenset[str]
    countries: frozenset[str]
    figures: frozenset[int] = frozenset()
    kinds: frozenset[EventType] = frozenset()


class Resolver:
    """Finds the incident of a headline among those of a workspace.

    Args:
        incidents: current records.
        lexicon: common words.
    """

    def __init__(self, incidents: Iterable[Incident], lexicon: ThreadLexicon) -> None:
        self._lexicon = lexicon
        self._known = {each.id: _known(each, lexicon) for each in incidents}
        counts = Counter(key for each in self._known.values() for key in each.keys)
        total = max(100, len(self._known))
        self._weight = {key: max(0.0, 1 - math.log(count) / math.log(total)) for key, count in counts.items()}
        holders: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for day, name in sorted((each.day.toordinal() if each.day else 0, each.id) for each in self._known.values()):
            for key in (*self._known[name].keys, *self._known[name].countries):
                holders[key].append((day, name))
        self._holders = holders

    def find(
        self, text: str, day: datetime.date | None, kind: EventType | None = None
    ) -> tuple[str, tuple[str, ...]] | None:
        """The incident that a headline tells of with the words that say so, or None where none or several may be meant.

        Args:
            text: the headline.
            day: publication of the document that carries it.
            kind: of incident that its words tell, where they tell one.
        """
        if _ABOUT.search(text):
            return None
        zone = read_zone(text, self._lexicon)
        shown = {**zone.words, **zone.names}
        keys = (*shown, *zone.countries)
        near = {name for key in keys for name in self._near(key, day)}
        ranked = sorted((-self._score(zone, self._known[name], kind), name) for name in near)
        if not ranked or -ranked[0][0] < LEAST:
            return None
        if len(ranked) > 1 and -ranked[0][0] < MARGIN * -ranked[1][0]:
            return None
        best = self._known[ranked[0][1]]
        whole = sum(self._weight.get(key, 1.0) for key in shown)
        both = [key for key in shown if key in best.keys]
        if sum(self._weight[key] for key in both) < SHARE * whole:
            return None
        return best.id, tuple(shown[key] for key in both)

    def _near(self, key: str, day: datetime.date | None) -> Iterator[str]:
        """Incidents of about that time with a name or word, where that are few enough to say anything; undated ones."""
        rows = self._holders.get(key, [])
        undated = bisect_left(rows, (1, ""))
        first, last = undated, len(rows)
        if day is not None:
            first = bisect_left(rows, (day.toordinal() - BEHIND_DAYS, ""))
            last = bisect_left(rows, (day.toordinal() + AHEAD_DAYS + 1, ""))
        for span in (rows[:undated], rows[first:last]):
            if len(span) <= MOST:
                yield from (name for _, name in span)

    def _score(self, zone: Zone, known: Known, kind: EventType | None) -> float:
        value = 0.0
        for keys, factor in ((zone.names, _NAME), (zone.words, 1.0)):
            for key in keys:
                if key in known.keys:
                    value += self._weight[key] * factor * (_TITLE if key in known.title else 1.0)
        if zone.countries and known.countries:
            value += _COUNTRY if zone.countries & known.countries else -_NAME
        if kind is not None and known.kinds:
            value += _KIND if event_kind(kind) in known.kinds else -_KIND
        return value + _FIGURE * len({each for each in zone.figures if each > 1} & known.figures)


def _known(incident: Incident, lexicon: ThreadLexicon) -> Known:
    titles = [incident.title.text, *(each.title for each in incident.documents if each.title)]
    said = dict.fromkeys(claim.quote for claim in incident.claims)
    title = read_zone(" . ".join(titles), lexicon)
    body = read_zone(" ".join(said), lexicon)
    places = read_zone(". ".join(place.name for place in incident.places), lexicon)
    days = (incident.dates.start, *(each.published for each in incident.documents), incident.dates.anchor)
    tolls = [claim.what for claim in incident.claims if isinstance(claim.what, Toll)]
    figures = {each.count for each in tolls if each.count and each.outcome is Outcome.KILLED}
    codes = frozenset(place.country for place in incident.places if place.country)
    return Known(
        incident.id,
        next((day.exact for day in days if day and day.exact), None),
        frozenset((*title.names, *title.words, *body.names, *body.words, *places.names)),
        frozenset((*title.names, *title.words)),
        codes | title.countries,
        frozenset(figures) | title.figures,
        frozenset(event_kind(kind) for kind in incident.types if kind is not EventType.OTHER),
    )


def carried_on(incident: Incident, document: str) -> datetime.date | None:
    """Publication of a document of a record, where it is known."""
    days: Sequence[datetime.date | None] = [
        each.published.exact for each in incident.documents if each.id == document and each.published
    ]
    return next(iter(days), None)
