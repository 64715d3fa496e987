"""How incidents hang together: one answers or recalls another, they share an operation, a party or a place.

An incident is taken for the one that a sentence recalls only where the sentence names a place or party of it, and its
day or a figure of it, and no other incident fits. What is only alike (the same town, the same group) is told as that.
"""

import datetime
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.lexicon.chains import ChainLexicon
from generator.lexicon.naming import name_key
from generator.lexicon.threads import ThreadLexicon
from generator.link.calendar import find_named_days
from generator.link.features import normalise_headline
from generator.link.wording import read_zone
from generator.link.zones import cut_zones
from generator.model.claim import Event, Party, Toll
from generator.model.incident import Actor, Incident
from generator.model.story import Story
from generator.model.tie import Tie, TieKind
from generator.model.values import value
from generator.model.vocabulary import ActorType, ClaimKind, Outcome, PlaceLevel

MOST = 4
"""Ties of one kind from one incident: those nearest in time. A page of a place or party lists the rest."""

WINDOW_DAYS = 400
"""A place or party ties no two incidents further apart; what a sentence recalls may be years back."""

LEAST_FIGURE = 3
"""A smaller number of dead names no event."""

_WORD = re.compile(r"[^\W_]+")
_LOCAL = (PlaceLevel.CITY, PlaceLevel.DISTRICT, PlaceLevel.SITE, PlaceLevel.AREA)
_BODIES = (ActorType.ARMED_GROUP, ActorType.STATE_FORCE, ActorType.ORGANISATION)
_TURNED = {TieKind.RESPONSE: TieKind.ANSWERED, TieKind.BACKGROUND: TieKind.FOLLOWED}


@value
class _Marks:
    """What an incident can be recalled by.

    Attributes:
        id: of the incident.
        day: on which it happened, where known.
        names: keys of the words of each of its places below the province and of its parties -> the name.
        dead: counts of its tolls of dead.
        local: key of each place below the province -> its name.
        parties: key of each named body with a part in it -> its name.
        operations: key of each operation's name -> the name.
    """

    id: str
    day: datetime.date | None
    names: Mapping[frozenset[str], str]
    dead: frozenset[int]
    local: Mapping[str, str]
    parties: Mapping[str, str]
    operations: Mapping[str, str]


def find_ties(
    incidents: Iterable[Incident],
    stories: Mapping[str, Story],
    chains: ChainLexicon,
    lexicon: ThreadLexicon,
) -> Mapping[str, tuple[Tie, ...]]:
    """The ties of each current incident, the closest kind first; the order given does not matter.

    Args:
        incidents: all records.
        stories: sha256 of a document -> its words.
        chains: what tells an event as an answer to another.
        lexicon: what opens the telling of an earlier event.
    """
    current = sorted((each for each in incidents if each.status is None), key=lambda each: each.id)
    marks = {each.id: _marks(each) for each in current}
    ties: dict[str, dict[tuple[str, TieKind], Tie]] = defaultdict(dict)
    recalled = _Recall(marks.values())
    for incident in current:
        for tie in _recalled(incident, stories, recalled, chains, lexicon):
            ties[incident.id].setdefault((tie.other, tie.kind), tie)
            back = Tie(incident.id, _TURNED[tie.kind], tie.why, tie.words)
            ties[tie.other].setdefault((back.other, back.kind), back)
    for kind, shared in (
        (TieKind.OPERATION, {name: each.operations for name, each in marks.items()}),
        (TieKind.ACTOR, {name: each.parties for name, each in marks.items()}),
        (TieKind.PLACE, {name: each.local for name, each in marks.items()}),
    ):
        for name, tie in _sharing(kind, shared, marks):
            ties[name].setdefault((tie.other, tie.kind), tie)
    return {name: _ordered(found.values(), marks, name) for name, found in sorted(ties.items())}


def _marks(incident: Incident) -> _Marks:
    local = {name_key(place.name): place.name for place in incident.places if place.level in _LOCAL}
    actors = {each.id: each for each in incident.actors if _is_body(each)}
    blamed = {who for claim in incident.claims for who in _parties(claim.what, claim.kind, claim.said.by)}
    parties = {
        normalise_headline(name): each.name
        for each in actors.values()
        if each.id in blamed
        for name in (each.name, *each.aka)
    }
    names = {_keys(name): name for name in (*local.values(), *(each.name for each in actors.values()))}
    start = incident.dates.start.exact if incident.dates.start else None
    tolls = (claim.what for claim in incident.claims if claim.kind is ClaimKind.TOLL)
    dead = (toll.count for toll in tolls if isinstance(toll, Toll) and toll.outcome is Outcome.KILLED)
    operations = (claim.what.operation for claim in incident.claims if isinstance(claim.what, Party))
    return _Marks(
        incident.id,
        start,
        {key: name for key, name in names.items() if key},
        frozenset(count for count in dead if count is not None and count >= LEAST_FIGURE),
        local,
        parties,
        {normalise_headline(name): name for name in operations if name},
    )


def _is_body(actor: Actor) -> bool:
    """Whether an actor is a body that the text names (``police`` of two towns are two)."""
    return actor.type in _BODIES and any(word[0].isalpha() and not word[0].islower() for word in actor.name.split())


def _parties(what: object, kind: ClaimKind, speaker: str) -> Sequence[str]:
    """The actors that a claim gives a part in the deed."""
    if isinstance(what, Event):
        return what.perpetrators
    if kind is ClaimKind.RESPONSIBILITY:
        return what.who if isinstance(what, Party) and what.who else (speaker,)
    return what.who if kind is ClaimKind.ACCUSATION and isinstance(what, Party) else ()


def _keys(name: str) -> frozenset[str]:
    return frozenset(name_key(word) for word in _WORD.findall(name) if word[0].isupper())


class _Recall:
    """Finds the incident that a sentence recalls.

    Args:
        marks: of each current incident.
    """

    def __init__(self, marks: Iterable[_Marks]) -> None:
        self._marks = {each.id: each for each in marks}
        holders: dict[str, list[str]] = defaultdict(list)
        for each in self._marks.values():
            for keys in each.names:
                holders[min(keys)].append(each.id)
        self._holders = holders

    def find(
        self, text: str, published: datetime.date | None, own: str, lexicon: ThreadLexicon
    ) -> tuple[str, tuple[str, ...]] | None:
        """The one incident of which a sentence names place or party, and day or dead; None where none or several fit.

        Args:
            text: the sentence, or the part of it that tells of an earlier event.
            published: day of its document.
            own: id of the incident that the document tells, which is never meant.
            lexicon: common words.
        """
        zone = read_zone(text, lexicon)
        days = {each.day: each.day.isoformat() for each in find_named_days(text, published) if each.day}
        found: dict[str, tuple[str, ...]] = {}
        for name in sorted({name for key in zone.names for name in self._holders.get(key, ())} - {own}):
            marks = self._marks[name]
            shared = [shown for keys, shown in marks.names.items() if keys <= zone.names.keys()]
            day = [days[marks.day]] if marks.day in days else []
            dead = [f"{count} dead" for count in sorted(zone.figures & marks.dead)]
            if shared and (day or dead) and _before(marks.day, published):
                found[name] = tuple(dict.fromkeys((*shared, *day, *dead)))
        return next(iter(found.items())) if len(found) == 1 else None


def _before(day: datetime.date | None, published: datetime.date | None) -> bool:
    return day is None or published is None or day <= published


def _recalled(
    incident: Incident,
    stories: Mapping[str, Story],
    recall: _Recall,
    chains: ChainLexicon,
    lexicon: ThreadLexicon,
) -> Iterator[Tie]:
    """The incidents that the documents of one tell as answered by it, or as earlier ones."""
    for document in incident.documents:
        story = stories.get(document.sha256)
        if story is None:
            continue
        for sentence in story.sentences:
            answered = _answered(sentence, chains)
            found = recall.find(answered, story.published, incident.id, lexicon) if answered else None
            if found is not None:
                yield Tie(found[0], TieKind.RESPONSE, found[1], sentence)
        for clause in cut_zones(story, lexicon).past:
            found = recall.find(clause, story.published, incident.id, lexicon)
            if found is not None:
                yield Tie(found[0], TieKind.BACKGROUND, found[1], clause.strip())


def _answered(sentence: str, chains: ChainLexicon) -> str:
    """What a sentence tells its event as an answer to; empty where it tells no such thing."""
    folded = sentence.lower()
    if len(folded) != len(sentence) or chains.triggers.isdisjoint(_WORD.findall(folded)):
        return ""
    for rule in chains.rules:
        found = rule.pattern.search(folded)
        if found is not None:
            return sentence[found.start() :]
    return ""


def _sharing(
    kind: TieKind, shared: Mapping[str, Mapping[str, str]], marks: Mapping[str, _Marks]
) -> Iterator[tuple[str, Tie]]:
    """Ties between incidents of one key, each with its nearest ones in time."""
    holders: dict[str, list[tuple[datetime.date, str]]] = defaultdict(list)
    for name, keys in shared.items():
        day = marks[name].day
        for key in keys if day is not None else ():
            holders[key].append((day or datetime.date.min, name))
    for key, rows in sorted(holders.items()):
        rows.sort()
        for day, name in rows:
            for other in _nearest(rows, day, name):
                yield name, Tie(other, kind, (shared[name][key],))


def _nearest(rows: Sequence[tuple[datetime.date, str]], day: datetime.date, name: str) -> Iterator[str]:
    at = bisect_left(rows, (day, name))
    near = [*rows[max(0, at - MOST) : at], *rows[at + 1 : at + 1 + MOST]]
    for other_day, other in sorted(near, key=lambda row: (abs((row[0] - day).days), row))[:MOST]:
        if abs((other_day - day).days) <= WINDOW_DAYS:
            yield other


def _ordered(found: Iterable[Tie], marks: Mapping[str, _Marks], own: str) -> tuple[Tie, ...]:
    """The closest kind first, then the nearest day; another incident once, under its closest kind."""
    order = list(TieKind)
    day = marks[own].day or datetime.date.min
    ranked = sorted(found, key=lambda tie: (order.index(tie.kind), _apart(marks[tie.other].day, day), tie.other))
    kept: list[Tie] = []
    for tie in ranked:
        same = sum(each.kind is tie.kind for each in kept)
        if same < MOST and all(each.other != tie.other for each in kept):
            kept.append(tie)
    return tuple(kept)


def _apart(one: datetime.date | None, other: datetime.date) -> int:
    return abs(((one or datetime.date.min) - other).days)
