"""Reads a capitalised name as a place: known, of the gazetteer, or unknown but for the words beside it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from generator.extract.prose.matching import Prose, Word
from generator.extract.prose.surroundings import Standing, is_located, read_apposition, read_level
from generator.lexicon.gazetteer import Town
from generator.lexicon.places import KnownPlace, PlaceLexicon, fold_name
from generator.model.mention import PlaceMention
from generator.model.vocabulary import PlaceLevel

LARGE_TOWN = 300
"""Thousands of inhabitants from which a town is read without a word that puts something there."""
_STANDS_OUT = 20
"""Times as many inhabitants as the next town of the name that make the larger one meant."""
_BEHIND = 60
_SMALL = frozenset((PlaceLevel.CITY, PlaceLevel.AREA, PlaceLevel.REGION))
"""Behind a noun of these stands what a country is or what it holds (``the republic of N``, ``the capital of N``)."""
_ELSEWHERE = 100
"""Thousands of inhabitants of a town in another country that make the name of a country's part tell no country."""
_SPEAKING = frozenset(("said", "says", "told", "added"))


class Name(NamedTuple):
    """A name that may be a place.

    Attributes:
        prose: its sentence.
        words: the words of the sentence.
        first: index of its first word.
        end: index of the first word behind it.
        standing: what stands before it.
        text: as written.
        key: folded.
    """

    prose: Prose
    words: tuple[Word, ...]
    first: int
    end: int
    standing: Standing
    text: str
    key: str

    @property
    def titled(self) -> bool:
        """Whether ``the`` or a word that puts something there stands before it."""
        return self.standing.locative or (self.first > 0 and self.words[self.first - 1].lower == "the")


class NamedPlace(NamedTuple):
    """A place as it was read.

    Attributes:
        mention: the place.
        end: index of the first word behind it and its noun.
        standing: what stands before it; names that are joined to it stand like it.
    """

    mention: PlaceMention
    end: int
    standing: Standing


def name_of(prose: Prose, first: int, end: int, standing: Standing) -> Name:
    """The name that the words from one index to before another make."""
    words = prose.words
    text = prose.text[words[first].start : words[end - 1].end]
    return Name(prose, words, first, end, standing, text, fold_name(text))


def read_known(name: Name, meanings: Sequence[KnownPlace], places: PlaceLexicon) -> NamedPlace | None:
    """A name of the lists; an ambiguous one needs a sign that the place is meant."""
    names = [place for place in meanings if place.kind != "demonym"]
    words, end, standing = name.words, name.end, name.standing
    if is_part(words, end) and words[end].text in places.institutions and words[end].text not in places.streets:
        return None
    noun = read_level(words, end, places)
    told = _told_by(name, names, places)
    place = told or next((meaning for meaning in names if not meaning.ambiguous), names[0])
    large = place.level is PlaceLevel.COUNTRY
    if place.ambiguous and not (standing.locative if large else (noun or standing.level or told)):
        return read_town(name, places.gazetteer.find(name.key), places)
    told_level = None if large and standing.level in _SMALL else standing.level
    level = (noun[0] if noun else None) or told_level or place.level
    one = len({meaning.country for meaning in names}) == 1 and not _is_town_abroad(name, place, places)
    sure = (large and not place.ambiguous) or one or told is not None
    reference = standing.reference and level is PlaceLevel.CITY
    mention = PlaceMention(
        span=name.prose.span(words[name.first].start, words[end - 1].end),
        name=name.text,
        key=place.country if large else fold_name(place.name),
        level=level,
        country=place.country if sure else None,
        locative=standing.locative or (noun is not None and not _is_office(name, noun[1], places)) or reference,
        rule="reference" if reference else "known",
    )
    return _named(name, mention, noun[1] if noun else 0)


def is_name_like(word: Word) -> bool:
    """Whether a word is written like part of a name: with a capital, or with one behind its article (``al-Mina``)."""
    return word.capital or (("-" in word.text or "'" in word.text) and ARTICLED.match(word.text) is not None)


ARTICLED = re.compile(r"(?<!\w)[a-z]{1,3}[-'][A-Z]")
"""A name with its article in small letters."""


def is_part(words: Sequence[Word], end: int) -> bool:
    """Whether the word behind a name stands close to it, with nothing but a blank between."""
    return end < len(words) and words[end].start == words[end - 1].end + 1


def _is_office(name: Name, further: int, places: PlaceLexicon) -> bool:
    """Whether a name and its noun only tell which body is meant (``N region police``)."""
    at = name.end + further
    return at < len(name.words) and name.words[at].text.capitalize() in places.institutions and is_part(name.words, at)


def _named(name: Name, mention: PlaceMention, further: int) -> NamedPlace:
    return NamedPlace(mention, name.end + further, name.standing._replace(locative=mention.locative))


def _is_town_abroad(name: Name, place: KnownPlace, places: PlaceLexicon) -> bool:
    """Whether a country's part that may be meant by its name alone is called like a large town of another country."""
    return place.ambiguous and any(
        town.country != place.country and town.thousands >= _ELSEWHERE for town in places.gazetteer.find(name.key)
    )


def _told_by(name: Name, meanings: Sequence[KnownPlace], places: PlaceLexicon) -> KnownPlace | None:
    """The meaning whose country is named right behind (``Punjab, India``)."""
    end = name.words[name.end - 1].end
    behind = name.prose.text[end : end + _BEHIND]
    for place in meanings:
        country = places.country_names[place.country]
        if behind.startswith((f", {country}", f" in {country}")):
            return place
    return None


def _site(name: Name, further: int, country: str | None) -> NamedPlace:
    """A site goes by its name with its noun (``Kolvari airport``)."""
    words = name.words
    start, end = words[name.first].start, words[name.end + further - 1].end
    text = name.prose.text[start:end]
    locative = not name.standing.elsewhere
    mention = PlaceMention(
        name.prose.span(start, end), text, fold_name(text), PlaceLevel.SITE, None, country, locative, "level-after"
    )
    return _named(name, mention, further)


def read_road(name: Name) -> NamedPlace | None:
    """``Highway 175``: a road that goes by its number."""
    words, end = name.words, name.end
    if not (is_part(words, end) and words[end].text.isdecimal() and name.standing.locative):
        return None
    return _site(name, 1, None)


def read_levelled(name: Name, level: PlaceLevel, places: PlaceLexicon) -> NamedPlace | None:
    """``Kolvari District``: the noun is part of the name of sites, waters and cities, and of no other."""
    words = name.words
    if level is PlaceLevel.SITE and not (name.titled or words[name.end - 1].text in places.streets):
        return None
    if name.key in places.doubtful:
        return None
    whole = level in (PlaceLevel.SITE, PlaceLevel.AREA, PlaceLevel.CITY)
    bare = name if whole else name_of(name.prose, name.first, name.end - 1, name.standing)
    towns = places.gazetteer.find(bare.key) if level is PlaceLevel.CITY else ()
    if towns:
        return read_town(name, towns, places)
    countries = {place.country for place in places.known.get(bare.key, ()) if place.kind != "demonym"}
    mention = PlaceMention(
        name.prose.span(words[name.first].start, words[bare.end - 1].end),
        bare.text,
        bare.key,
        level,
        country=next(iter(countries)) if len(countries) == 1 else None,
        locative=not name.standing.elsewhere,
        rule="level-after",
    )
    return _named(name, mention, 0)


def read_town(name: Name, towns: Sequence[Town], places: PlaceLexicon) -> NamedPlace | None:
    """A town of the gazetteer, where the words make it a place or it is too large to need them."""
    words, standing = name.words, name.standing
    noun = read_level(words, name.end, places)
    level = (noun[0] if noun else None) or standing.level or read_apposition(words, name.end, places)
    put = standing.locative or standing.reference or level is not None
    if not (towns or standing.firm or level) or (name.key in places.doubtful and not (level or standing.firm)):
        return None
    if not (put or standing.elsewhere or _is_large(name, towns)):
        return None
    mention = PlaceMention(
        name.prose.span(words[name.first].start, words[name.end - 1].end),
        name.text,
        name.key,
        level or PlaceLevel.CITY,
        country=only_country(towns) if level is not PlaceLevel.AREA else None,
        locative=put and not standing.elsewhere,
        rule="reference" if standing.reference else "town",
    )
    return _named(name, mention, noun[1] if noun else 0)


def _is_large(name: Name, towns: Sequence[Town]) -> bool:
    """Whether it is a large town's name and no person's: none stands beside it, and it does not speak."""
    words = name.words
    return (
        bool(towns)
        and towns[0].thousands >= LARGE_TOWN
        and name.first > 0
        and not words[name.first - 1].capital
        and not (name.end < len(words) and words[name.end].lower in _SPEAKING)
    )


def only_country(towns: Sequence[Town]) -> str | None:
    """The country of a name's towns, where there is one or where one town is far larger than the others."""
    if not towns:
        return None
    first = towns[0]
    others = [town.thousands for town in towns if town.country != first.country]
    return first.country if not others or first.thousands >= _STANDS_OUT * max(1, *others) else None


def read_unknown(name: Name, places: PlaceLexicon) -> NamedPlace | None:
    """A name that only the words around it make a place."""
    words, standing, text = name.words, name.standing, name.text
    if not text[0].isalpha() or name.key in places.wide or fold_name(words[name.first].text) in places.wide:
        return None
    noun = read_level(words, name.end, places)
    if noun is not None and noun[0] is PlaceLevel.SITE:
        return _site(name, noun[1], None) if name.titled else None
    level = (noun[0] if noun else None) or standing.level or read_apposition(words, name.end, places)
    firm = standing.firm or standing.reference or (standing.locative and is_located(words, name.end, places))
    owner = name.end < len(words) and words[name.end].text == "'s"
    if level is None and (not firm or owner or text.isupper() or standing.elsewhere):
        return None
    mention = PlaceMention(
        name.prose.span(words[name.first].start, words[name.end - 1].end),
        text,
        name.key,
        level,
        locative=not (standing.elsewhere or (noun is not None and _is_office(name, noun[1], places))),
        rule=_rule(noun is not None, level, standing),
    )
    further = noun[1] if noun else 0
    return NamedPlace(mention, name.end + further, standing._replace(locative=mention.locative, firm=True))


def _rule(noun: bool, level: PlaceLevel | None, standing: Standing) -> str:
    """What made an unknown name a place."""
    if noun:
        return "level-after"
    if standing.level is not None:
        return "of-level"
    if level is not None:
        return "a-town"
    return "reference" if standing.reference else "in-name"
