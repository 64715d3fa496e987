"""Reads a capitalised name as a place: known, of the gazetteer, or unknown but for the words beside it."""

from collections.abc import Sequence

from generator.extract.places.naming import (
    Name,
    NamedPlace,
    apposed_level,
    is_office,
    is_part,
    level_behind,
    name_of,
    only_country,
    place_of,
    shared_level,
    short_state,
    site_of,
    told_by,
)
from generator.extract.prose.surroundings import Standing, is_located, read_apposition
from generator.lexicon.countries import KnownPlace
from generator.lexicon.gazetteer import Town
from generator.lexicon.places import PlaceLexicon, fold_name
from generator.model.mention import PlaceMention
from generator.model.vocabulary import PlaceLevel

LARGE_TOWN = 300
"""Thousands of inhabitants from which a town is read without a word that puts something there."""
_WHOLE = (PlaceLevel.SITE, PlaceLevel.AREA, PlaceLevel.CITY)
"""A noun of these is part of a name that is written with it."""
_ELSEWHERE = 100
"""Thousands of inhabitants of a town in another country that make the name of a country's part tell no country."""
_METROPOLIS = 1000
"""Thousands of inhabitants of a town that goes by a person's name and is meant where something is put into it."""
_SPEAKING = frozenset(("said", "says", "told", "added"))


def read_known(name: Name, meanings: Sequence[KnownPlace], places: PlaceLexicon) -> NamedPlace | None:
    """A name of the lists; an ambiguous one needs a sign that the place is meant."""
    names = [place for place in meanings if place.kind != "demonym"]
    words, end, standing = name.words, name.end, name.standing
    if is_part(words, end) and words[end].text in places.institutions and words[end].text not in places.streets:
        return None
    noun = level_behind(words, end, places)
    shared = shared_level(words, end, places) if noun is None else None
    told = told_by(name, names, places)
    place = told or next((meaning for meaning in names if not meaning.ambiguous), names[0])
    large = place.level is PlaceLevel.COUNTRY
    own = words[end - 1].lower in places.nouns and end - name.first > 1
    if place.ambiguous and not (standing.locative if large else (noun or shared or standing.level or told or own)):
        if len(names) < len(meanings):
            return None
        return read_town(name, places.gazetteer.find(name.key), places)
    if noun is not None and noun[0] is PlaceLevel.AREA and place.kind in ("capital", "name"):
        return read_unknown(name, places)
    of_site = large and noun is not None and noun[0] in (PlaceLevel.SITE, PlaceLevel.AREA)
    told_level = None if of_site else noun[0] if noun is not None else shared
    level = told_level or (None if large else standing.level) or place.level
    one = len({meaning.country for meaning in names}) == 1 and not _is_town_abroad(name, place, places)
    sure = (large and not place.ambiguous) or one or told is not None
    reference = standing.reference and level is PlaceLevel.CITY
    mention = PlaceMention(
        span=name.span,
        name=name.text,
        key=place.country if large else fold_name(place.name),
        level=level,
        country=place.country if sure else None,
        locative=standing.locative
        or (noun is not None and not is_office(name, noun[1], places))
        or reference
        or _is_label(name)
        or (not large and apposed_level(words, end, places) is not None),
        rule="reference" if reference else "known",
    )
    return place_of(name, mention, noun[1] if noun else 0)


def _is_label(name: Name) -> bool:
    """Whether a name labels what stands behind it (``Kolvari: Three workers ...``)."""
    return name.first == 0 and name.end < len(name.words) - 2 and name.words[name.end].text == ":"


def _is_town_abroad(name: Name, place: KnownPlace, places: PlaceLexicon) -> bool:
    """Whether a country's part that may be meant by its name alone is called like a large town of another country."""
    return place.ambiguous and any(
        town.country != place.country and town.thousands >= _ELSEWHERE for town in places.gazetteer.find(name.key)
    )


def read_led(name: Name, places: PlaceLexicon) -> NamedPlace | None:
    """``Lake Orsha``, ``the River Orsha``: the noun stands first and is part of the name."""
    if not (name.titled or name.standing.direction or _erupts(name)):
        return None
    return site_of(name, 0, "level-before", places.leaders[name.words[name.first].text])


def _erupts(name: Name) -> bool:
    """Whether a mountain is the one that does something (``Mount Orsha erupted``)."""
    return name.end < len(name.words) and name.words[name.end].lower.startswith("erupt")


def read_venue(name: Name, places: PlaceLexicon) -> NamedPlace | None:
    """``the Kolvari Hotel``: a house where people meet, once something is put into it."""
    if not name.standing.firm or name.end - name.first == 1:
        return None
    return site_of(name, 0, "venue", put=name.words[name.end - 1].lower not in places.care or _is_beset(name))


def _is_beset(name: Name) -> bool:
    """Whether something happens around a hospital; those in it, at it or taken to it are the hurt of another place."""
    stop = name.standing.stop
    return stop >= 0 and name.words[stop].lower not in ("in", "at", "to", "from")


def read_levelled(name: Name, level: PlaceLevel, places: PlaceLexicon) -> NamedPlace | None:
    """``Kolvari District``: the noun is part of the name of sites, waters and cities, and of no other."""
    words = name.words
    if level is PlaceLevel.SITE and not (name.titled or words[name.end - 1].text in places.streets):
        return None
    if name.key in places.doubtful:
        return None
    bare = name if level in _WHOLE else name_of(name.prose, name.first, name.end - 1, name.standing)
    towns = places.gazetteer.find(bare.key) if level is PlaceLevel.CITY else ()
    if towns:
        return read_town(name, towns, places)
    countries = {place.country for place in places.known.get(bare.key, ()) if place.kind != "demonym"}
    mention = PlaceMention(
        bare.span,
        bare.text,
        bare.key,
        level,
        country=next(iter(countries)) if len(countries) == 1 else None,
        locative=not name.standing.elsewhere,
        rule="level-after",
    )
    return place_of(name, mention, 0)


def read_town(name: Name, towns: Sequence[Town], places: PlaceLexicon) -> NamedPlace | None:
    """A town of the gazetteer, where the words make it a place or it is too large to need them."""
    words, standing = name.words, name.standing
    noun = level_behind(words, name.end, places)
    level = (noun[0] if noun else None) or standing.level or apposed_level(words, name.end, places)
    state = short_state(name, places)
    label = _is_label(name)
    put = standing.locative or standing.reference or level is not None or state is not None or label
    if not (towns or standing.firm or level):
        return None
    if name.key in places.doubtful and not (level or standing.firm):
        metropolis = bool(towns) and towns[0].thousands >= _METROPOLIS
        if not (metropolis and standing.locative):
            return None
    if not (put or standing.elsewhere or _is_large(name, towns)):
        return None
    if state is not None:
        country: str | None = state.country
    else:
        country = only_country(towns) if level is not PlaceLevel.AREA else None
    mention = PlaceMention(
        name.span,
        name.text,
        name.key,
        level or PlaceLevel.CITY,
        country=country,
        locative=put and not standing.elsewhere,
        within=fold_name(state.name) if state is not None else None,
        rule="reference" if standing.reference else "town",
    )
    return place_of(name, mention, noun[1] if noun else 0)


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


def read_unknown(name: Name, places: PlaceLexicon) -> NamedPlace | None:
    """A name that only the words around it make a place."""
    words, standing, text = name.words, name.standing, name.text
    if not text[0].isalpha() or name.key in places.wide or fold_name(words[name.first].text) in places.wide:
        return None
    if len(words[name.end - 1].text) == 1 or (name.end - name.first == 1 and words[name.first].lower in places.nouns):
        return None
    noun = level_behind(words, name.end, places)
    if noun is not None and noun[0] is PlaceLevel.SITE:
        put = words[name.end + noun[1] - 1].lower not in places.care or _is_beset(name)
        return site_of(name, noun[1], "level-after", put=put) if name.titled else None
    level = (
        (noun[0] if noun else None)
        or standing.level
        or apposed_level(words, name.end, places)
        or shared_level(words, name.end, places)
    )
    if level is None and standing.locative and not standing.elsewhere:
        level = read_apposition(words, name.end, places, sites=True)
    firm = standing.firm or standing.reference or (standing.locative and is_located(words, name.end, places))
    owner = name.end < len(words) and words[name.end].text == "'s"
    aimed = name.first > 1 and (words[name.first - 2].lower, words[name.first - 1].lower) == ("at", "the")
    if level is None and (not firm or owner or aimed or text.isupper() or standing.elsewhere):
        return None
    mention = PlaceMention(
        name.span,
        text,
        name.key,
        level,
        locative=not (standing.elsewhere or (noun is not None and is_office(name, noun[1], places))),
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
