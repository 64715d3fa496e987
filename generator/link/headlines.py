"""Which incident a related headline leads to.

A link is set only where equal words, or rare words with a place or actor, leave one answer; else it stays open.
An entry that an editor has touched, by a link or by any relation other than ``unresolved``, stays as it is.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.lexicon.threads import ThreadLexicon
from generator.link.features import NO_MENTIONS, Features, find_features, find_rare, normalise_headline
from generator.link.identities import resolve_ids
from generator.link.resolution import Resolver, carried_on
from generator.link.targets import Target, find_day, read_targets, title_texts
from generator.model.headline import HeadlineMentions
from generator.model.incident import Incident, RelatedHeadline
from generator.model.story import Story
from generator.model.values import value
from generator.model.vocabulary import EventType, Relation

SAME_TEXT_WORDS = 3
"""Equal texts of fewer words (``Live updates``) say nothing."""

SHARED_WORDS = 2
"""Rare words that a headline and an incident's titles share at least."""

SHARED_PART = 0.5
"""Part of the headline's telling words that the titles share at least."""

MARGIN = 1.25
"""How many times the best incident's score must be that of the next one."""

WINDOW_DAYS = 7
"""Two dated incidents further apart than this are not linked by likeness."""

_COUNTRY_LETTERS = 2
_GROWTH = frozenset(("toll", "rises", "rise", "climbs", "reaches", "grows", "mounts", "passes", "tops"))


@value
class _Index:
    """The workspace's headlines and incidents by what one can find the other by.

    Attributes:
        pages: id -> id of the incident that now holds it.
        features: headline, title or document title -> what it is compared by.
        targets: incidents that may be linked to, by id.
        by_text: folded title -> ids of the incidents with it.
        by_word: rare stem -> ids of the incidents with it in a title.
    """

    pages: Mapping[str, str]
    features: Mapping[str, Features]
    targets: Mapping[str, Target]
    by_text: Mapping[str, Sequence[str]]
    by_word: Mapping[str, Sequence[str]]


def link_headlines(
    incidents: Sequence[Incident],
    mentions: Mapping[str, HeadlineMentions],
    lexicon: ThreadLexicon | None = None,
    stories: Mapping[str, Story] | None = None,
) -> tuple[Incident, ...]:
    """The incidents, in the order given, with each open related headline linked where that is certain enough.

    Args:
        incidents: all records of the workspace.
        mentions: headline or title -> places and actors found in it; a text that is missing names none.
        lexicon: with it, headlines that rare words of titles and a place or actor leave open are found by all that is
            known of an incident, and those of a record's own event are marked.
        stories: sha256 of a document -> its words; of a document without them only what its record quotes is known.
    """
    index = _read_index(incidents, mentions)
    linked = tuple(_linked(incident, index) for incident in incidents)
    if lexicon is None:
        return linked
    resolver = Resolver(_current(linked, index.pages), lexicon, stories)
    return _found_by_words(linked, index.pages, resolver, mentions)


def _current(incidents: Sequence[Incident], pages: Mapping[str, str]) -> list[Incident]:
    return [each for each in incidents if each.status is None and pages.get(each.id) == each.id]


def _found_by_words(
    incidents: tuple[Incident, ...],
    pages: Mapping[str, str],
    resolver: Resolver,
    mentions: Mapping[str, HeadlineMentions],
) -> tuple[Incident, ...]:
    """The incidents with the headlines that are still open looked up by all the words of the records."""
    done = []
    for incident in incidents:
        page = pages.get(incident.id, incident.id)
        related = tuple(
            _looked_up(each, incident, page, mentions.get(each.text, NO_MENTIONS), resolver)
            for each in incident.related
        )
        done.append(incident if related == incident.related else replace(incident, related=related))
    return tuple(done)


def _looked_up(
    headline: RelatedHeadline, incident: Incident, page: str, mentions: HeadlineMentions, resolver: Resolver
) -> RelatedHeadline:
    if headline.link is not None or headline.relation is not Relation.UNRESOLVED:
        return headline
    titles = {normalise_headline(text): text for text in title_texts(incident)}
    if len(headline.text.split()) >= SAME_TEXT_WORDS and normalise_headline(headline.text) in titles:
        return replace(
            headline, relation=Relation.SAME_EVENT, why="same words as the title of a document of this record"
        )
    found = resolver.find(headline.text, carried_on(incident, headline.at.document), mentions, page)
    if found is None:
        return headline
    why = "shares " + ", ".join(found[1])
    if found[0] == page:
        return replace(headline, relation=Relation.SAME_EVENT, why=why)
    return replace(headline, link=found[0], relation=Relation.OTHER_EVENT, why=why)


def _read_index(incidents: Sequence[Incident], mentions: Mapping[str, HeadlineMentions]) -> _Index:
    texts = {headline.text for incident in incidents for headline in incident.related}
    texts.update(text for incident in incidents for text in title_texts(incident))
    features = {text: find_features(text, mentions.get(text, NO_MENTIONS)) for text in sorted(texts)}
    rare = find_rare(features.values())
    pages = resolve_ids(incidents)
    targets = read_targets(incidents, pages, features)
    by_text = defaultdict(list)
    by_word = defaultdict(list)
    for target in targets:
        for text in target.headlines:
            by_text[text].append(target.id)
        for stem in filter(rare.__contains__, target.words):
            by_word[stem].append(target.id)
    return _Index(pages, features, {target.id: target for target in targets}, by_text, by_word)


def _linked(incident: Incident, index: _Index) -> Incident:
    related = tuple(_resolved(headline, incident, index) for headline in incident.related)
    return incident if related == incident.related else replace(incident, related=related)


def _resolved(headline: RelatedHeadline, incident: Incident, index: _Index) -> RelatedHeadline:
    if headline.link is not None or headline.relation is not Relation.UNRESOLVED:
        return headline
    features = index.features[headline.text]
    found = _find_same_text(features.normalised, incident, index) or _find_alike(features, incident, index)
    if found is None:
        return headline
    target, why = found
    return replace(headline, link=target.id, relation=Relation.OTHER_EVENT, why=why)


def _find_same_text(folded: str, incident: Incident, index: _Index) -> tuple[Target, str] | None:
    """The one incident with this very headline; of several, the one whose day fits or whose title it is."""
    if len(folded.split()) < SAME_TEXT_WORDS:
        return None
    own = index.pages.get(incident.id, incident.id)
    found = [index.targets[page] for page in index.by_text.get(folded, ()) if page != own]
    near = [target for target in found if target.day is not None and _in_window(incident, target)]
    titled = [target for target in found if target.title == folded]
    for left in (found, near, titled):
        if len(left) == 1:
            return left[0], left[0].headlines[folded]
    return None


def _find_alike(features: Features, incident: Incident, index: _Index) -> tuple[Target, str] | None:
    """The one incident that shares rare words and a place or actor, and that no other comes near to."""
    own = index.pages.get(incident.id, incident.id)
    shared = Counter(page for stem in features.words for page in index.by_word.get(stem, ()) if page != own)
    ranked = []
    for page, words in shared.items():
        target = index.targets[page]
        names = _shared_names(features, target)
        if names and _is_alike(features, words, incident, target):
            ranked.append((words + len(names) / (len(names) + 1) + len(features.figures & target.figures), page))
    ranked.sort(key=lambda pair: (-pair[0], pair[1]))
    if not ranked or (len(ranked) > 1 and ranked[0][0] < MARGIN * ranked[1][0]):
        return None
    best = index.targets[ranked[0][1]]
    words_shown = [word for stem, word in features.words.items() if best.id in index.by_word.get(stem, ())]
    return best, "shares " + ", ".join((*_shared_names(features, best).values(), *words_shown))


def _shared_names(features: Features, target: Target) -> Mapping[str, str]:
    """Key -> name of each place and actor of the headline that the incident names too."""
    return {
        key: name
        for key, name in features.keys.items()
        if key in target.keys or normalise_headline(name) in target.keys
    }


def _is_alike(features: Features, words: int, incident: Incident, target: Target) -> bool:
    """Whether ``words`` shared rare words are enough, the figures fit, and the days do not speak against it.

    Where a day is missing on a side, a country alone does not tell two events apart: one more word is asked for.
    """
    dated = find_day(incident) is not None and target.day is not None
    narrow = any(len(key) != _COUNTRY_LETTERS for key in _shared_names(features, target))
    needed = SHARED_WORDS if dated or narrow else SHARED_WORDS + 1
    enough = words >= needed and words >= SHARED_PART * len(features.words)
    return enough and _events_fit(features, target) and _figures_fit(features, target) and _in_window(incident, target)


def _events_fit(features: Features, target: Target) -> bool:
    """Whether the headline may tell the incident: a common kind of event and of toll, or none told on a side."""
    known = target.events - {EventType.OTHER}
    kind = features.event is None or not known or features.event in known
    return kind and (not features.outcomes or not target.outcomes or not features.outcomes.isdisjoint(target.outcomes))


def _figures_fit(features: Features, target: Target) -> bool:
    """Whether the headline's figures can be the incident's: shared, missing on a side, or a toll that has grown."""
    if not features.figures or not target.figures or features.figures & target.figures:
        return True
    grows = not _GROWTH.isdisjoint(features.normalised.split())
    return grows and max(map(int, features.figures)) >= min(map(int, target.figures))


def _in_window(incident: Incident, target: Target) -> bool:
    day = find_day(incident)
    return day is None or target.day is None or abs((day - target.day).days) <= WINDOW_DAYS
