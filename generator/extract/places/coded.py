"""Places that go by a number, a code or a short form: roads, wards, seas, states behind their towns."""

import re
from collections.abc import Sequence

from generator.extract.places.naming import Name, NamedPlace, is_part, place_of, site_of
from generator.extract.prose.matching import Word
from generator.lexicon.places import PlaceLexicon, fold_name
from generator.model.mention import PlaceMention
from generator.model.vocabulary import PlaceLevel

_ROAD_CODE = re.compile(r"(?:[AEIMNR]|AH|BR|NH|RN|SH|SR|US|CA|TX|RD|RP|PR|MR)-?[0-9]{1,3}[A-Z]?")
_ON = frozenset(("on", "along", "off", "onto", "down"))
_NUMBER_WORDS = frozenset(
    ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
)
_WATERS = frozenset(("sea", "ocean", "gulf", "bay", "strait", "straits", "channel", "passage"))
_SEAS = frozenset(("sea", "ocean"))
_TWO = 2
_WATER_OPENERS = frozenset(("gulf", "bay", "strait"))
_NUMBERED = frozenset(("region", "ward", "zone", "sector", "district", "arrondissement", "commune"))


def water_behind(words: Sequence[Word], at: int, places: PlaceLexicon) -> int:
    """Index behind the name of a water with ``of`` in it (``the Gulf of Aden``) that begins at a word; 0 for none."""
    if words[at].lower not in _WATER_OPENERS or at + 2 >= len(words) or words[at + 1].lower != "of":
        return 0
    for end in (at + 4, at + 3):
        if (
            end <= len(words)
            and words[end - 1].wordlike
            and fold_name(" ".join([word.text for word in words[at:end]])) in places.wide
        ):
            return end
    return 0


def is_coded(name: Name, places: PlaceLexicon) -> bool:
    """Whether a name is that of a water, or may only be read as a place that goes by a number or a code."""
    words, first, end = name.words, name.first, name.end
    if name.key in places.wide or is_water(words, first, end) or is_road_code(words, first, end):
        return True
    lone = end - first == 1 and words[first].text in places.streets
    return lone or (words[first].lower in _NUMBERED and read_numbered(name, places) is not None)


def read_coded(name: Name, places: PlaceLexicon) -> NamedPlace | None:
    """The water, road or part of a town that such a name tells, or None where nothing is put there."""
    words, first, end = name.words, name.first, name.end
    if name.key in places.wide or is_water(words, first, end):
        return read_water(name)
    if words[first].lower in _NUMBERED:
        return read_numbered(name, places)
    return read_road(name) if words[first].text in places.streets else site_of(name, 0, "level-after")


def read_road(name: Name) -> NamedPlace | None:
    """``Highway 175``: a road that goes by its number."""
    words, end = name.words, name.end
    if not (is_part(words, end) and words[end].text.isdecimal() and name.first):
        return None
    return site_of(name, 1, "level-after")


def is_road_code(words: Sequence[Word], first: int, end: int) -> bool:
    """Whether a word is the code of a road on which something happened (``on the N1``)."""
    if end - first != 1 or first < 1 or _ROAD_CODE.fullmatch(words[first].text) is None:
        return False
    before = words[first - 1].lower
    return before in _ON or (before == "the" and first > 1 and words[first - 2].lower in _ON)


def read_numbered(name: Name, places: PlaceLexicon) -> NamedPlace | None:
    """``Ward 12``, ``Region Ten``: a part of a town or country that goes by its number."""
    words, first, end = name.words, name.first, name.end
    level = places.levels.get(words[first].lower)
    if level is None or words[first].lower not in _NUMBERED or not name.standing.locative:
        return None
    if end - first == 2 and words[end - 1].lower in _NUMBER_WORDS:
        return site_of(name, 0, "level-before", level)
    number = words[end].lower if end - first == 1 and is_part(words, end) else ""
    if number.isdecimal() or number in _NUMBER_WORDS:
        return site_of(name, 1, "level-before", level)
    return None


def is_water(words: Sequence[Word], first: int, end: int) -> bool:
    """Whether a name of two words is that of a sea called after a people or a direction (``the Indian Ocean``)."""
    return end - first == _TWO and words[first + 1].lower in _SEAS


def read_water(name: Name) -> NamedPlace | None:
    """``the Black Sea``, where something is put into it: too wide for a country, and yet the scene of ships."""
    words = name.words
    water = words[name.end - 1].lower in _WATERS or words[name.first].lower in _WATER_OPENERS
    if not (water and name.standing.firm):
        return None
    mention = PlaceMention(name.span, name.text, name.key, PlaceLevel.AREA, None, None, locative=True, rule="water")
    return place_of(name, mention, 0)


def read_short_state(name: Name, found: Sequence[NamedPlace], places: PlaceLexicon) -> NamedPlace | None:
    """``Okla.`` behind its town: the state is a place too, and stands as the town does."""
    words, first = name.words, name.first
    state = places.abbreviations.get(fold_name(words[first].text))
    if state is None or not found or first != found[-1].end + 1 or words[first - 1].text not in (",", "("):
        return None
    town = found[-1].mention
    if town.within != fold_name(state.name):
        return None
    end = words[first].end
    if first + 1 < len(words) and words[first + 1].text == "." and words[first + 1].start == end:
        end += 1
    span = name.prose.span(words[first].start, end)
    text = name.prose.text[words[first].start : end]
    level = state.level or PlaceLevel.STATE
    mention = PlaceMention(span, text, fold_name(state.name), level, None, state.country, town.locative, "known")
    return NamedPlace(mention, first + 1, found[-1].standing)
