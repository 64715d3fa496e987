"""The words around a name that say whether it is a place, how large, and whether something happened there."""

from collections.abc import Sequence
from typing import NamedTuple

from generator.extract.prose.matching import Word
from generator.lexicon.places import Before, PlaceLexicon, fold_name
from generator.model.vocabulary import PlaceLevel

_LONGEST_PHRASE = 3
_LONGEST_APPROACH = 8
"""Most articles, directions and demonyms before a name."""
_NAMING = frozenset(("of", "named", "called"))
_APPOSITION = 4
"""Most words between a name's comma and the noun of ``N, a small trading town``."""


class Standing(NamedTuple):
    """What the words before a name say of it.

    Attributes:
        locative: whether they put something there.
        firm: whether that makes even an unknown name a place.
        elsewhere: whether they make it a neighbour or a home.
        reference: whether they make it the end of a distance.
        level: how large, of ``the town of N``.
        stop: index of the last word that was not read over (a direction, an article, a demonym); -1 at the beginning.
        direction: whether a direction stands before the name.
    """

    locative: bool = False
    firm: bool = False
    elsewhere: bool = False
    level: PlaceLevel | None = None
    stop: int = -1
    direction: bool = False
    reference: bool = False


def read_before(words: Sequence[Word], at: int, places: PlaceLexicon) -> Standing:
    """What stands before the name whose first word is ``at``."""
    stop, direction = _read_over(words, at - 1, places)
    if stop < 0:
        return Standing(locative=direction, direction=direction)
    if words[stop].lower in _NAMING:
        level, length = _noun_before(words, stop, places)
        if level is not None:
            left = any(word.lower in _LEFT for word in words[max(0, stop - length - _APPROACH) : stop - length])
            stop -= length + 1
            return Standing(not left, not left, left, level=level, stop=stop, direction=direction)
    kind = _phrase_before(words, stop, places)
    if kind is None:
        return Standing(locative=direction, stop=stop, direction=direction)
    firm = kind is Before.FIRM or (words[stop].lower == "at" and stop > 0 and _is_site(words[stop - 1], places))
    return Standing(
        locative=firm or kind is Before.LOCATIVE,
        firm=firm,
        elsewhere=kind is Before.ELSEWHERE,
        stop=stop,
        direction=direction,
        reference=kind is Before.REFERENCE,
    )


def _is_site(word: Word, places: PlaceLexicon) -> bool:
    """Whether a word is a noun of sites (``the bridge at N``)."""
    return (places.nouns.get(word.lower) or places.plurals.get(word.lower)) is PlaceLevel.SITE


def _phrase_before(words: Sequence[Word], stop: int, places: PlaceLexicon) -> Before | None:
    """What the longest phrase that ends with a word says of the place behind it."""
    last = words[stop].lower
    if last not in places.lasts:
        return None
    phrase = last if not stop else f"{words[stop - 1].lower} {last}"
    longest = phrase if stop < 2 else f"{words[stop - 2].lower} {phrase}"
    return places.befores.get(longest) or places.befores.get(phrase) or places.befores.get(last)


def _noun_before(words: Sequence[Word], stop: int, places: PlaceLexicon) -> tuple[PlaceLevel | None, int]:
    """The level noun right before a word like ``of``, and how many words it has."""
    for length in range(min(_LONGEST_PHRASE, stop), 0, -1):
        noun = " ".join([word.lower for word in words[stop - length : stop]])
        level = places.levels[noun] if noun in places.naming else places.plurals.get(noun)
        if level is not None:
            return level, length
    return None, 0


def _read_over(words: Sequence[Word], at: int, places: PlaceLexicon) -> tuple[int, bool]:
    """The first word before a name that is no article, direction or demonym, and whether a direction was among them."""
    direction, farthest = False, at - _LONGEST_APPROACH
    while at >= 0 and at > farthest:
        word = words[at]
        if word.lower in places.directions:
            direction = True
        elif word.lower == "and" and direction and at and words[at - 1].lower in places.directions:
            pass
        elif word.lower != "the" and not (word.capital and is_demonym(word.text, places)):
            break
        at -= 1
    return at, direction


def read_level(words: Sequence[Word], end: int, places: PlaceLexicon) -> tuple[PlaceLevel, int] | None:
    """The level noun right behind a name that ends before ``end`` (``N district``), and how many words it has."""
    if end >= len(words):
        return None
    for length in range(min(_LONGEST_PHRASE, len(words) - end), 1, -1):
        level = places.nouns.get(" ".join([word.lower for word in words[end : end + length]]))
        if level is not None:
            return level, length
    level = places.nouns.get(words[end].lower) or places.plurals.get(words[end].lower)
    return (level, 1) if level is not None else None


def is_located(words: Sequence[Word], end: int, places: PlaceLexicon) -> bool:
    """Whether the words behind a name put it somewhere (``N, in the hills of ...``), as they do to no person.

    What is said of the last name of a list is said of each (``N, N and N, in the hills of ...``).
    """
    end = _list_end(words, end)
    if end + 2 >= len(words) or words[end].text != ",":
        return False
    if words[end + 1].lower in _LOCATING:
        return any(word.capital for word in words[end + 2 : end + 2 + _APPOSITION])
    return words[end + 1].capital and _is_larger(words, end + 1, places)


def _list_end(words: Sequence[Word], end: int) -> int:
    """Index behind the last of the names that are joined to one that ends before ``end``."""
    for _ in range(_LONGEST_LIST):
        start = end
        while start < len(words) and start < end + 2 and words[start].lower in (",", "and"):
            start += 1
        stop = start
        while start > end and stop < len(words) and words[stop].capital and stop < start + _APPOSITION:
            stop += 1
        if stop == start or (words[start - 1].text == "," and _is_last(words, stop)):
            break
        end = stop
    return end


def _is_last(words: Sequence[Word], stop: int) -> bool:
    """Whether no further name is joined to one: what stands behind a comma then holds what stands before it."""
    if stop + 1 >= len(words) or words[stop].lower not in ("and", ","):
        return True
    return words[stop].text == "," and not (words[stop + 1].capital or words[stop + 1].lower == "and")


def _is_larger(words: Sequence[Word], start: int, places: PlaceLexicon) -> bool:
    """Whether the name that starts at an index is that of a country or of a part of one."""
    stop = start + 1
    while stop < len(words) and words[stop].capital and stop < start + _APPOSITION:
        stop += 1
    if stop < len(words) and words[stop].text == "'s":
        return False
    noun = read_level(words, stop, places)
    level = noun[0] if noun is not None else places.levels.get(words[stop - 1].lower) if stop - start > 1 else None
    known = places.known.get(fold_name(" ".join([word.text for word in words[start:stop]])), ())
    return level in _LARGE or any(place.kind in ("name", "region") for place in known)


_LONGEST_LIST = 8
_LARGE = (PlaceLevel.REGION, PlaceLevel.PROVINCE, PlaceLevel.STATE, PlaceLevel.DISTRICT)
_LOCATING = frozenset(("in", "near", "outside"))


def read_apposition(words: Sequence[Word], end: int, places: PlaceLexicon, *, sites: bool = False) -> PlaceLevel | None:
    """The level noun of ``N, a trading town``; with ``sites`` also the noun of a site (``N, a tavern``)."""
    if end + 2 >= len(words) or words[end].text != ",":
        return None
    if words[end + 1].lower == "capital" and words[end + 2].lower == "of":
        return PlaceLevel.CITY
    if words[end + 1].lower not in ("a", "an", "the"):
        return None
    for word in words[end + 2 : end + 2 + _APPOSITION]:
        if not word.wordlike or word.lower in _JOINING:
            return None
        level = places.levels.get(word.lower) or (places.nouns.get(word.lower) if sites else None)
        if level is not None:
            return level
    return None


_LEFT = frozenset(("left", "departed"))
_APPROACH = 4
"""Words before the noun of a place among which one may tell that somebody left it."""
_JOINING = frozenset(("of", "in", "for", "from", "to", "with", "at", "on", "who", "by", "near"))
"""Words between an apposition's noun and a place that it belongs to (``N, a councillor of the city``)."""


def is_demonym(word: str, places: PlaceLexicon) -> bool:
    """Whether a word tells a people and no place (``Indian``)."""
    return places.facts[word].people
