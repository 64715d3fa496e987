"""What an incident can be recognised by in the words of another document."""

import datetime
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field

from generator.lexicon.naming import fold_letters, name_key
from generator.lexicon.threads import ThreadLexicon
from generator.link.features import event_kind, normalise_headline
from generator.link.wording import NOTHING, WordReader, Zone, tells_harm
from generator.link.zones import HEAD_SENTENCES, Zones, cut_zones, told
from generator.model.claim import Claim, Toll
from generator.model.incident import Incident
from generator.model.story import Story
from generator.model.values import value
from generator.model.vocabulary import ClaimKind, EventType, Outcome

SENTENCE_WORDS = 8
"""Shorter sentences are said twice by chance."""

GENRE_SENTENCES = 3
"""Sentences behind the opening in which the kind of aftermath may be told too."""

ROUNDUP_SIGNS = 2
"""Signs of a story about two events, from which it is taken for one."""

_QUOTED = re.compile(r'["“][^"”]*(?:["”]|$)')


@value
class Signature:
    """An incident as one document tells it.

    Attributes:
        id: of the incident.
        document: sha256 of the document.
        issued: day of publication, where stated.
        day: first day of the event, where the record has it.
        kinds: kinds of event, those told by the same words as one (see `event_kind`).
        hours: parts of the day that the opening names.
        genre: kind of aftermath that it tells, where it tells one.
        head: what it is about.
        body: what else it says.
        past: what it tells of earlier or other events.
        title: stems and keys of its headline.
        tolls: outcome -> figures that are told as this event's.
        sentences: folded sentences of some length.
        newer: whether its headline sets its event apart from an earlier one.
        roundup: whether it is about two events or more.
        lands: ISO 3166-1 alpha-2 codes of the countries of its record's places.
        mends: whether it says that it replaces an earlier version.
        publisher: as stated, folded.
        now: key -> name, of opening and body.
        named: what the names of its opening weigh where no other story holds them.
        worded: the same of the words of opening and body.
    """

    id: str
    document: str = ""
    issued: datetime.date | None = None
    day: datetime.date | None = None
    kinds: frozenset[EventType] = frozenset()
    hours: frozenset[str] = frozenset()
    genre: str | None = None
    head: Zone = NOTHING
    body: Zone = NOTHING
    past: Zone = NOTHING
    title: frozenset[str] = frozenset()
    tolls: Mapping[Outcome, frozenset[int]] = field(default_factory=dict)
    sentences: frozenset[str] = frozenset()
    newer: bool = False
    roundup: bool = False
    lands: frozenset[str] = frozenset()
    mends: bool = False
    publisher: str = ""
    now: Mapping[str, str] = field(init=False, repr=False, compare=False)
    named: float = field(init=False, repr=False, compare=False)
    worded: float = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Reckon once what each comparison asks for."""
        grades = {**self.body.grades, **self.head.grades}
        words = self.head.words.keys() | self.body.words.keys()
        object.__setattr__(self, "now", {**self.body.names, **self.head.names})
        object.__setattr__(self, "named", math.fsum(grades.get(key, 1.0) ** 2 for key in self.head.names))
        object.__setattr__(self, "worded", math.fsum(grades.get(key, 1.0) ** 2 for key in words))


def read_signature(incident: Incident, story: Story, lexicon: ThreadLexicon) -> Signature:
    """The signature of an incident that one document tells.

    Args:
        incident: the record that the document gave.
        story: what the document says of it.
        lexicon: common words and what tells an aftermath.
    """
    zones = cut_zones(story, lexicon)
    named = frozenset(name_key(piece) for place in incident.places for piece in place.name.split())
    reader = WordReader(lexicon, story, named)
    title = reader.zone([story.title] if story.title else [])
    start = incident.dates.start.exact if incident.dates.start else None
    return Signature(
        incident.id,
        document=incident.documents[0].sha256,
        issued=story.published,
        day=start,
        kinds=frozenset(event_kind(kind) for kind in incident.types if kind is not EventType.OTHER),
        hours=_hours(zones.head, lexicon),
        genre=find_genre(story, zones, lexicon),
        head=reader.zone(zones.head, story.filed),
        body=reader.zone(zones.body),
        past=reader.zone(zones.past),
        title=frozenset((*title.names, *title.words)),
        tolls=_tolls(incident.claims),
        sentences=frozenset(_sentences(told(story.sentences))),
        newer=bool(lexicon.newer.search(" ".join(zones.head[:2]).lower())),
        roundup=is_roundup(story, lexicon),
        lands=frozenset(place.country for place in incident.places if place.country),
        mends=any(lexicon.replaces.search(text) for text in (story.title or "", *story.sentences[:1])),
        publisher=fold_letters(story.publisher or ""),
    )


def find_genre(story: Story, zones: Zones, lexicon: ThreadLexicon) -> str | None:
    """The kind of aftermath that headline and opening tell: the one with most signs, where there are two at least."""
    opening, title = " ".join((*zones.head, *zones.body[:GENRE_SENTENCES])).lower(), (story.title or "").lower()
    counts = {
        name: len({found[0] for found in pattern.finditer(opening)}) + bool(pattern.search(title))
        for name, pattern in lexicon.genres.items()
    }
    best = max(sorted(counts), key=lambda name: counts[name], default=None)
    return best if best is not None and counts[best] >= 2 else None


def _hours(texts: Iterable[str], lexicon: ThreadLexicon) -> frozenset[str]:
    """Parts of the day at which something came to harm."""
    lowered = map(str.lower, texts)
    telling = [text for text in lowered if tells_harm(text, lexicon)]
    return frozenset(name for name, cue in lexicon.hours.items() if any(map(cue.search, telling)))


def is_roundup(story: Story, lexicon: ThreadLexicon) -> bool:
    """Whether a story is about two events: its headline or opening says so, or it says so in two ways."""
    if story.title and lexicon.roundup.search(story.title.lower()):
        return True
    plain = [_QUOTED.sub(" ", text).lower() for text in told(story.sentences)]
    said = {found[0] for text in plain for found in lexicon.roundup.finditer(text)}
    return len(said) >= ROUNDUP_SIGNS or any(map(lexicon.twin.search, plain[:HEAD_SENTENCES]))


def _tolls(claims: Iterable[Claim]) -> Mapping[Outcome, frozenset[int]]:
    found: dict[Outcome, set[int]] = defaultdict(set)
    for claim in claims:
        if claim.kind is ClaimKind.TOLL and isinstance(claim.what, Toll) and claim.what.count:
            found[claim.what.outcome].add(claim.what.count)
    return {outcome: frozenset(figures) for outcome, figures in found.items()}


def _sentences(sentences: Iterable[str]) -> Iterator[str]:
    for sentence in sentences:
        folded = normalise_headline(sentence)
        if folded.count(" ") >= SENTENCE_WORDS - 1:
            yield folded
