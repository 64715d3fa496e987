"""Named places: known names, towns of the gazetteer, and unknown ones from the words they stand with."""

import re
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from generator.extract.places.placelists import (
    LONGEST_HEADING,
    find_closing,
    find_known_place,
    find_listed,
    find_uncased,
    has_lost_case,
)
from generator.extract.places.placenames import (
    ARTICLED,
    LARGE_TOWN,
    Name,
    NamedPlace,
    is_name_like,
    is_part,
    name_of,
    read_known,
    read_levelled,
    read_road,
    read_town,
    read_unknown,
)
from generator.extract.prose.matching import Prose, Word, find_known
from generator.extract.prose.surroundings import Standing, read_before
from generator.lexicon.lexicon import Lexicon
from generator.lexicon.places import KnownPlace, PlaceLexicon, fold_name
from generator.model.mention import PlaceMention
from generator.model.span import Span
from generator.model.vocabulary import PlaceLevel

_LONGEST_TOWN = 4
_LONGEST_RUN = 16
"""Words that stand together are no name where there are more."""
_CONTEXT = 60
_JOINTS = frozenset((("'s",), (",",), ("and",), (",", "and"), ("or",), (",", "or"), ("(",)))
"""Words between two names that stand alike."""
_ASIDE = re.compile(r"\b(?:and|or|to|from|with|than)\b|[;:.()]")
"""Words between two places that keep the one from lying in the other."""
_RANK = {
    None: 0,
    PlaceLevel.SITE: 0,
    PlaceLevel.AREA: 0,
    PlaceLevel.CITY: 1,
    PlaceLevel.DISTRICT: 2,
    PlaceLevel.PROVINCE: 3,
    PlaceLevel.STATE: 3,
    PlaceLevel.REGION: 3,
    PlaceLevel.COUNTRY: 4,
}

_JOINED = frozenset(joint[-1] for joint in _JOINTS)
_FARTHEST = 6
_OF = frozenset(("the", "of", "for"))
_NOWHERE = Standing()
_Meanings = tuple[KnownPlace, ...]


def find_places(prose: Prose, lexicon: Lexicon) -> tuple[PlaceMention, ...]:
    """All named places of a sentence in order; demonyms are not among them."""
    places, words = lexicon.places, prose.words
    found: list[NamedPlace] = []
    text = prose.text
    articled = ("-" in text or "'" in text) and ARTICLED.search(text) is not None
    done = 0
    capitals = [at for at, word in enumerate(words) if word[4] or (articled and is_name_like(word))]
    for at in capitals:
        if at >= done:
            done = _read_run(prose, at, lexicon, found)
    if done and len(words) <= LONGEST_HEADING + 1:
        found += find_closing(prose, found, lexicon)
    mentions = [named.mention for named in found]
    if has_lost_case(words, capitals, lexicon):
        small = [*find_uncased(prose, places)]
        mentions += [each for each in small if not any(each.span.overlaps(other.span) for other in mentions)]
    if not prose.vocabulary.isdisjoint(places.plurals):
        for listed in find_listed(prose, places):
            mentions = [*(each for each in mentions if not each.span.overlaps(listed.span)), listed]
    return tuple(sorted(mentions, key=_by_span)) if len(mentions) > 1 else tuple(mentions)


_by_span = attrgetter("span")


def find_demonyms(prose: Prose, lexicon: Lexicon) -> tuple[tuple[Span, str], ...]:
    """Spans of demonyms (``Indian``) with the country each tells."""
    places, words = lexicon.places, prose.words
    if prose.vocabulary.isdisjoint(places.demonyms):
        return ()
    found = []
    for first, last, meanings in find_known(prose, words, places.known, places.longest):
        demonym = next((place for place in meanings if place.kind == "demonym"), None)
        if demonym is not None and not any(place.kind == "name" for place in meanings):
            found.append((prose.span(words[first].start, words[last].end), demonym.country))
    return tuple(found)


def _read_run(prose: Prose, at: int, lexicon: Lexicon, found: list[NamedPlace]) -> int:
    """Read the capitalised words from ``at`` on; returns the index of the first word not read."""
    words, places = prose.words, lexicon.places
    facts_of, end_of = places.facts, len(words)
    end = _run_end(words, at, places)
    known = None
    while at < end:
        facts = facts_of[words[at].text]
        owner = at + 1 < end_of and words[at + 1].text == "'s"
        known = find_known_place(prose, at, places) if facts.longest or owner else None
        if known is not None or not (facts.bars or (at == 0 and facts.opens)):
            break
        at += 1
    else:
        return end
    stop = end
    while stop > at + 1 and facts_of[words[stop - 1].text].vetoed:
        stop -= 1
    last, meanings = known or (at, ())
    if at > 1 and words[at - 1].text == "'s":
        whole = find_known_place(prose, at - 2, places)
        if whole is not None and whole[0] > at:
            return whole[0]
    if meanings and all(place.kind == "demonym" for place in meanings):
        return last
    standing = _standing(words, at, places, found)
    if standing is _NOWHERE and not meanings and _tells_nothing(words, at, stop, places):
        return stop
    named = _read_name(name_of(prose, at, stop, standing), last, meanings, lexicon)
    if named is None:
        return max(stop, last)
    found.append(named)
    if len(found) > 1:
        _contain(found, prose, places)
    return max(named.end, at + 1)


def _tells_nothing(words: Sequence[Word], at: int, stop: int, places: PlaceLexicon) -> bool:
    """Whether nothing in a name or behind it tells a place, so that one with nothing before it is none.

    A large town needs no such word, unless it opens its sentence or another name stands right before it.
    """
    if at and not words[at - 1].capital and places.facts[words[at].text].thousands >= LARGE_TOWN:
        return False
    behind = words[stop].lower if stop < len(words) else ""
    return behind not in places.followers and words[stop - 1].lower not in places.nouns


def _run_end(words: Sequence[Word], at: int, places: PlaceLexicon) -> int:
    """Index behind the capitalised words that stand together from ``at`` on, small words of names between them."""
    end = at + 1
    while end - at < _LONGEST_RUN and is_part(words, end):
        if is_name_like(words[end]):
            end += 1
            continue
        further = end
        while further < len(words) and words[further].lower in places.particles and further - end < 2:
            further += 1
        if further == end or further >= len(words) or not is_name_like(words[further]):
            break
        if words[end].lower == "of" and words[further - 1].lower != "the":
            break
        end = further + 1
    return end


def _read_name(name: Name, last: int, meanings: _Meanings, lexicon: Lexicon) -> NamedPlace | None:
    """The place that a name tells, or None where it tells none; ``last`` ends the known name it begins with."""
    words, places, first, end = name.words, lexicon.places, name.first, name.end
    if _is_institution(words, first, places):
        return None
    if meanings and last >= end:
        return read_known(name_of(name.prose, first, last, name.standing), meanings, places)
    if name.key in places.wide or name.key in lexicon.actors.known:
        return None
    if first > 0 and words[first - 1].lower in lexicon.actors.offices:
        return None
    if words[first].text in places.streets and end - first == 1:
        return read_road(name)
    if words[end - 1].text in places.institutions and words[end - 1].text not in places.streets:
        return None
    level = places.nouns.get(words[end - 1].lower) if end - first > 1 else None
    if level is not None:
        return read_levelled(name, level, places)
    if any(place.level is PlaceLevel.COUNTRY and place.kind == "name" for place in meanings):
        return (
            read_known(name_of(name.prose, first, last, name.standing), meanings, places)
            if name.standing.locative
            else None
        )
    towns = places.gazetteer.find(name.key) if end - first <= _LONGEST_TOWN else ()
    return read_town(name, towns, places) if towns else read_unknown(name, places)


def _standing(words: Sequence[Word], at: int, places: PlaceLexicon, found: Sequence[NamedPlace]) -> Standing:
    """What stands before a name; a name joined to one before it by a comma, ``and`` or ``'s`` stands as that one."""
    before = words[at - 1] if at else None
    if before is None or not (before.capital or before.lower in places.leading or before.lower in _JOINED):
        return _NOWHERE
    standing = read_before(words, at, places)
    if standing.locative and not standing.direction:
        return standing
    if found and standing.stop >= found[-1].end:
        between = tuple(word.lower for word in words[found[-1].end : standing.stop + 1])
        if between in _JOINTS:
            return found[-1].standing._replace(level=None, stop=standing.stop)
    return standing


def _is_institution(words: Sequence[Word], at: int, places: PlaceLexicon) -> bool:
    """Whether the name belongs to an institution before it (``University of N``)."""
    before = at - 1
    if before < 0 or words[before].lower not in _OF:
        return False
    while before > at - _FARTHEST and before >= 0 and words[before].lower in _OF:
        before -= 1
    return 0 <= before < at - 1 and words[before].text in places.institutions


def _contain(found: list[NamedPlace], prose: Prose, places: PlaceLexicon) -> None:
    """Tell the last place but one what holds it, where the last one is larger and stands right behind."""
    if len(found) < 2:
        return
    small, large = found[-2].mention, found[-1].mention
    joint = prose.text[small.span.end - prose.start : large.span.start - prose.start]
    if len(joint) > _CONTEXT or small.within is not None or _ASIDE.search(joint):
        return
    if _RANK[large.level] <= max(1, _RANK[small.level]):
        return
    if small.country in (None, large.country):
        found[-2] = found[-2]._replace(mention=replace(small, within=large.key, country=large.country))
    elif large.country is not None and _lies_in(small, large.country, places):
        level = PlaceLevel.CITY if small.rule == "known" else small.level
        key = fold_name(small.name)
        moved = replace(small, key=key, level=level, within=large.key, country=large.country, rule="town")
        found[-2] = found[-2]._replace(mention=moved)


def _lies_in(small: PlaceMention, country: str, places: PlaceLexicon) -> bool:
    """Whether a country has a town of that name, so that the larger place behind it tells which one is meant."""
    return any(town.country == country for town in places.gazetteer.find(fold_name(small.name)))
