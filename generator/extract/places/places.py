"""Named places: known names, towns of the gazetteer, and unknown ones from the words they stand with."""

import re
from collections.abc import Sequence
from operator import attrgetter

from generator.extract.places.coded import (
    is_coded,
    is_water,
    read_coded,
    read_short_state,
    read_water,
    water_behind,
)
from generator.extract.places.containment import contain, is_distance
from generator.extract.places.naming import ARTICLED, Name, NamedPlace, is_name_like, name_of
from generator.extract.places.placelists import (
    LONGEST_HEADING,
    find_closing,
    find_known_place,
    find_listed,
    find_uncased,
    has_lost_case,
)
from generator.extract.places.placenames import (
    LARGE_TOWN,
    read_known,
    read_led,
    read_levelled,
    read_town,
    read_unknown,
    read_venue,
)
from generator.extract.places.standings import JOINED, NOWHERE, read_standing
from generator.extract.prose.matching import Prose, Word
from generator.lexicon.countries import KnownPlace
from generator.lexicon.lexicon import Lexicon
from generator.lexicon.places import PlaceLexicon
from generator.model.mention import PlaceMention
from generator.model.values import replace
from generator.model.vocabulary import PlaceLevel

_INNER = re.compile(r"[-'][A-Z]")
"""What a name with its article in small letters holds, and hardly any other word."""
_LONGEST_TOWN = 4
_LONGEST_RUN = 16
"""Words that stand together are no name where there are more."""

_SAINTS = frozenset(("St", "Ste", "Mt", "Ft"))
_FARTHEST = 6
_OF = frozenset(("the", "of", "for"))
_Meanings = tuple[KnownPlace, ...]


def find_places(prose: Prose, lexicon: Lexicon, *, uncased: bool = True) -> tuple[PlaceMention, ...]:
    """All named places of a sentence in order; demonyms are not among them.

    Args:
        prose: the sentence.
        lexicon: names and the words beside them.
        uncased: whether the sentence may have lost its capitals, so that towns are looked for in small letters too.
    """
    places, words = lexicon.places, prose.words
    found: list[NamedPlace] = []
    text = prose.text
    articled = _INNER.search(text) is not None and ARTICLED.search(text) is not None
    done = 0
    capitals = [at for at, word in enumerate(words) if word[4] or (articled and is_name_like(word))]
    for at in capitals:
        if at >= done:
            silent = _is_silent(words, at, places)
            done = at + 1 if silent else _read_run(prose, at, lexicon, found)
    if done and len(words) <= LONGEST_HEADING + 1:
        found += find_closing(prose, found, lexicon)
    mentions = [named.mention for named in found]
    if uncased and has_lost_case(words, capitals, lexicon):
        small = [*find_uncased(prose, places)]
        mentions += [each for each in small if not any(each.span.overlaps(other.span) for other in mentions)]
    if not prose.vocabulary.isdisjoint(places.plurals):
        for listed in find_listed(prose, places):
            mentions = [*(each for each in mentions if not each.span.overlaps(listed.span)), listed]
    return tuple(sorted(mentions, key=_by_span)) if len(mentions) > 1 else tuple(mentions)


_by_span = attrgetter("span")


def _is_silent(words: Sequence[Word], at: int, places: PlaceLexicon) -> bool:
    """Whether a word that stands alone is no place, by itself and by the words on both sides of it.

    Most capitals open a sentence or are surnames: they are passed over before anything else is asked of them.
    """
    text, _, end, lower, _, _ = words[at]
    facts, following, start = places.facts[text], "", 0
    if at + 1 < len(words):
        _, start, _, following, capital, _ = words[at + 1]
        if capital:
            return False
    barred = facts.bars or (not at and facts.opens)
    if barred and _is_part(words, at, places):
        return False
    if barred and (facts.longest <= 1 or not (facts.people or following in _LINKS)):
        return True
    if following in places.followers or lower in places.nouns or (following == "." and text in _SAINTS):
        return False
    if start == end + 1 and (following in places.particles or "-" in following or "'" in following):
        return False
    if facts.longest or facts.thousands >= LARGE_TOWN:
        return False
    if not at:
        return True
    text, _, _, before, capital, _ = words[at - 1]
    return not (capital or before in places.leading or before in JOINED or before in places.naming or text[-1] == "'")


def _is_part(words: Sequence[Word], at: int, places: PlaceLexicon) -> bool:
    """Whether a direction with a capital is the name of a country's part (``the South-West region``)."""
    following = words[at + 1].lower if at + 1 < len(words) else ""
    return at > 0 and words[at].lower in places.directions and places.levels.get(following) in _PARTS


_PARTS = frozenset((PlaceLevel.REGION, PlaceLevel.PROVINCE, PlaceLevel.STATE))
_LINKS = frozenset(("and", "&", "of", "de"))
"""Small words within known names."""


def _read_run(prose: Prose, at: int, lexicon: Lexicon, found: list[NamedPlace]) -> int:
    """Read the capitalised words from ``at`` on; returns the index of the first word not read."""
    words, places = prose.words, lexicon.places
    water = water_behind(words, at, places)
    if water:
        named = read_water(name_of(prose, at, water, read_standing(words, at, places, found)))
        found += [] if named is None else [named]
        return water
    facts_of, end_of = places.facts, len(words)
    end = _run_end(words, at, places)
    known = None
    while at < end:
        facts = facts_of[words[at].text]
        owner = at + 1 < end_of and words[at + 1].text == "'s"
        known = find_known_place(prose, at, places) if facts.longest or owner else None
        barred = facts.bars or (at == 0 and facts.opens)
        if known is not None or not barred or is_water(words, at, end) or _is_part(words, at, places):
            break
        at += 1
    else:
        return end
    stop = end
    if facts_of[words[end - 1].text].vetoed and name_of(prose, at, end, NOWHERE).key in places.wide:
        return end
    while stop > at + 1 and facts_of[words[stop - 1].text].vetoed and not _is_short_month(words, stop):
        stop -= 1
    last, meanings = known or (at, ())
    if at > 1 and words[at - 1].text == "'s":
        whole = find_known_place(prose, at - 2, places)
        if whole is not None and whole[0] > at:
            return whole[0]
    if meanings and all(place.kind == "demonym" for place in meanings) and not is_water(words, at, end):
        return last
    standing = read_standing(words, at, places, found)
    if standing is NOWHERE and not meanings and _tells_nothing(words, at, stop, places):
        return stop
    name = name_of(prose, at, stop, standing)
    named = read_short_state(name, found, places) or _read_name(name, last, meanings, lexicon)
    if named is None:
        return max(stop, last)
    named = _seen_beside(named, words, at, found)
    found.append(named)
    if len(found) > 1:
        contain(found, prose, places)
    return max(named.end, at + 1)


_BORDERS = frozenset(("border", "borders", "frontier", "line", "boundary"))
"""Behind a name these tell how far it reaches: what happens there happens on this side."""


def _seen_beside(named: NamedPlace, words: Sequence[Word], at: int, found: Sequence[NamedPlace]) -> NamedPlace:
    """A place as the words between it and its neighbours make it: the end of a distance, or of a border."""
    mention = named.mention
    if mention.rule == "reference" and found and is_distance(words, found[-1].end, at):
        return named._replace(mention=replace(mention, rule="distance", locative=False))
    if mention.locative and named.end < len(words) and words[named.end].lower in _BORDERS:
        return named._replace(mention=replace(mention, locative=False))
    return named


def _is_short_month(words: Sequence[Word], stop: int) -> bool:
    """Whether the last word of a name is a month's short form with no day behind it, and so no month (``N Jan``)."""
    return len(words[stop - 1].text) == _SHORT and not (stop < len(words) and words[stop].text in _DATED)


_SHORT = 3
_DATED = frozenset((".", *map(str, range(1, 32))))


def _tells_nothing(words: Sequence[Word], at: int, stop: int, places: PlaceLexicon) -> bool:
    """Whether nothing in a name or behind it tells a place, so that one with nothing before it is none.

    A large town needs no such word, unless it opens its sentence or another name stands right before it.
    """
    if at and not words[at - 1].capital and places.facts[words[at].text].thousands >= LARGE_TOWN:
        return False
    behind = words[stop].lower if stop < len(words) else ""
    if behind == ":" and not at:
        return False
    return behind not in places.followers and words[stop - 1].lower not in places.nouns


def _run_end(words: Sequence[Word], at: int, places: PlaceLexicon) -> int:
    """Index behind the capitalised words that stand together from ``at`` on, small words of names between them."""
    end, count = at + 1, len(words)
    while end < count and end - at < _LONGEST_RUN:
        word, before = words[end], words[end - 1]
        if word.start != before.end + 1:
            if word.text == "." and before.text in _SAINTS and end + 1 < count and words[end + 1].capital:
                end += 2
                continue
            break
        if before.text[-1] == "'":
            break
        if word.capital or is_name_like(word):
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
    if is_coded(name, places):
        return read_coded(name, places)
    if name.key in lexicon.actors.known:
        return None
    if first > 0 and words[first - 1].lower in lexicon.actors.offices:
        return None
    if words[end - 1].text in places.venues:
        return read_venue(name, places)
    body = words[end - 1].text in places.institutions and words[end - 1].text not in places.streets
    if body and not (name.standing.firm and end - first > 1 and _lies(words, end, places)):
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
    if not towns and end - first > 1 and words[first].text in places.leaders:
        return read_led(name, places)
    return read_town(name, towns, places) if towns else read_unknown(name, places)


def _lies(words: Sequence[Word], end: int, places: PlaceLexicon) -> bool:
    """Whether a name that ends with a noun of places goes on with where it lies (``N Division in the west of ...``)."""
    return words[end - 1].lower in places.nouns and end < len(words) and words[end].lower in ("in", "of")


def _is_institution(words: Sequence[Word], at: int, places: PlaceLexicon) -> bool:
    """Whether the name belongs to an institution before it (``University of N``)."""
    before = at - 1
    if before < 0 or words[before].lower not in _OF:
        return False
    while before > at - _FARTHEST and before >= 0 and words[before].lower in _OF:
        before -= 1
    return 0 <= before < at - 1 and words[before].text in places.institutions
