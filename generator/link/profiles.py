"""An incident as headlines tell of it: what its titles, openings and stories say, when, where and how many died."""

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from generator.lexicon.stems import stem_of
from generator.lexicon.threads import ThreadLexicon
from generator.link.features import event_kind
from generator.link.signatures import find_genre, is_roundup
from generator.link.teasers import find_pairs, find_themes
from generator.link.wording import WordReader, Zone, read_line
from generator.link.zones import cut_zones
from generator.model.claim import Toll
from generator.model.incident import Incident
from generator.model.story import Story
from generator.model.values import value
from generator.model.vocabulary import EventType, Outcome

PAST, BODY, OPENING, TITLE = range(4)
"""Where a word stands: told of an earlier event, in the story, in its opening, in a title."""


@value
class Profile:
    """What one incident can be told by in a headline.

    Attributes:
        id: of the incident.
        first: its first day as an ordinal, else the day of its first document; 0 where neither is known.
        places: key or stem of each of its words and names -> the foremost part in which it stands.
        support: key or stem -> part of its documents that hold it, where that is not all.
        countries: of its places and of titles and openings.
        others: further countries that its stories name.
        kinds: of event.
        figures: that titles, openings and tolls tell.
        dead: figures of those killed.
        hurt: figures of those injured.
        themes: of titles and openings.
        touched: themes of the rest.
        pairs: words that stand side by side in titles and openings (see `find_pairs`).
        further: those of the rest.
        genres: kinds of aftermath that its documents tell, None for the event itself.
        newer: whether a title of its own sets it apart from an earlier event of its sort.
    """

    id: str
    first: int = 0
    places: Mapping[str, int] = field(default_factory=dict)
    support: Mapping[str, float] = field(default_factory=dict)
    countries: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    kinds: frozenset[EventType] = frozenset()
    figures: frozenset[int] = frozenset()
    dead: frozenset[int] = frozenset()
    hurt: frozenset[int] = frozenset()
    themes: frozenset[str] = frozenset()
    touched: frozenset[str] = frozenset()
    pairs: frozenset[str] = frozenset()
    further: frozenset[str] = frozenset()
    genres: frozenset[str | None] = frozenset()
    newer: bool = False


def read_profile(incident: Incident, stories: Mapping[str, Story], lexicon: ThreadLexicon) -> Profile:
    """The profile of an incident.

    Args:
        incident: its record.
        stories: sha256 of a document -> its words; of a document without them the record's quotes stand for the story.
        lexicon: common words and themes.
    """
    told = [stories[each.sha256] for each in incident.documents if each.sha256 in stories]
    parts = [(TITLE, _titles(incident, stories, lexicon)), (OPENING, [each.name for each in incident.places])]
    if len(told) < len(incident.documents) or not told:
        parts.append((BODY, list(dict.fromkeys(claim.quote for claim in incident.claims))))
    zones = [(level, read_line(" . ".join(texts), lexicon)) for level, texts in parts]
    counts: Counter[str] = Counter()
    for story in told:
        found = list(_zones(story, lexicon))
        counts.update(_keys(found).keys())
        zones += found
        parts += [(level, list(texts)) for level, texts in _parts(story, lexicon)]
    front, body = _joined(parts, TITLE, OPENING), _joined(parts, BODY)
    opening = [zone for level, zone in zones if level >= OPENING]
    themes = find_themes(front, lexicon)
    return Profile(
        incident.id,
        first=_first(incident),
        places=_keys(zones),
        support={key: count / len(told) for key, count in counts.items() if count < len(told)},
        countries=_lands(incident).union(*(zone.countries for zone in opening)),
        others=frozenset().union(*(zone.countries for level, zone in zones if level == BODY)),
        kinds=frozenset(event_kind(kind) for kind in incident.types if kind is not EventType.OTHER),
        figures=_figures(incident).union(*(zone.figures for zone in opening)),
        hurt=_figures(incident, Outcome.INJURED),
        dead=_figures(incident, Outcome.KILLED),
        themes=themes,
        touched=find_themes(body, lexicon) - themes,
        pairs=frozenset(find_pairs(front, lexicon)),
        further=frozenset(find_pairs(body, lexicon)),
        genres=frozenset(find_genre(story, cut_zones(story, lexicon), lexicon) for story in told),
        newer=any(lexicon.newer.search(title.lower()) for title in parts[0][1]),
    )


def _titles(incident: Incident, stories: Mapping[str, Story], lexicon: ThreadLexicon) -> list[str]:
    """The titles of a record and its documents, but for those of stories about two events."""
    double = {
        key for each in incident.documents if (key := each.sha256) in stories and is_roundup(stories[key], lexicon)
    }
    titles = [each.title for each in incident.documents if each.title and each.sha256 not in double]
    return [incident.title.text, *titles]


def _figures(incident: Incident, outcome: Outcome | None = None) -> frozenset[int]:
    """The figures of persons that a record tells, of one outcome or of any."""
    tolls = (claim.what for claim in incident.claims if isinstance(claim.what, Toll))
    return frozenset(toll.count for toll in tolls if toll.count and outcome in (None, toll.outcome))


def _lands(incident: Incident) -> frozenset[str]:
    return frozenset(each.country for each in incident.places if each.country)


def _first(incident: Incident) -> int:
    """The first day of an incident, else the first of publication, as an ordinal; 0 where none is known."""
    if incident.dates.start and incident.dates.start.exact:
        return incident.dates.start.exact.toordinal()
    return min((day.toordinal() for day in _days(incident)), default=0)


def _parts(story: Story, lexicon: ThreadLexicon) -> Iterator[tuple[int, Sequence[str]]]:
    """The parts of a story; the opening of one about two events may be about the other."""
    cut = cut_zones(story, lexicon)
    head = BODY if is_roundup(story, lexicon) else OPENING
    yield from ((head, cut.head), (BODY, cut.body), (PAST, cut.past))


def _zones(story: Story, lexicon: ThreadLexicon) -> Iterator[tuple[int, Zone]]:
    reader = WordReader(lexicon, story)
    for level, texts in _parts(story, lexicon):
        yield level, reader.zone(texts)


def _keys(zones: Sequence[tuple[int, Zone]]) -> Mapping[str, int]:
    """Each key with its foremost part; a name goes by its stem too, since a headline may begin with it."""
    found: dict[str, int] = {}
    for level, zone in sorted(zones, key=lambda row: row[0]):
        for key, name in zone.names.items():
            found[key] = found[stem_of(name.casefold())] = level
        found |= dict.fromkeys(zone.words, level)
    return found


def _joined(parts: Sequence[tuple[int, Sequence[str]]], *levels: int) -> str:
    return " ".join(text for level, texts in parts if level in levels for text in texts)


def _days(incident: Incident) -> Iterator[datetime.date]:
    for day in (*(each.published for each in incident.documents), incident.dates.anchor):
        if day is not None and day.exact:
            yield day.exact
