"""Places of a further incident that names no country: they lie where the story lies, unless known elsewhere."""

from collections import Counter
from collections.abc import Sequence

from generator.lexicon.places import PlaceLexicon, fold_name
from generator.model.mention import PlaceMention
from generator.model.reading import SentenceReading
from generator.model.values import replace
from generator.model.vocabulary import PlaceLevel

_RENOWNED = 300
"""Thousands of inhabitants from which on a town is named without its country in stories from other countries."""

_FEWEST = 2
"""Places that tell a country together."""


def set_in(
    readings: Sequence[SentenceReading], country: str | None, places: PlaceLexicon
) -> tuple[SentenceReading, ...]:
    """The sentences with their places put into the story's country, where they name no country themselves."""
    if country is None or any(reading.nations or _is_abroad(reading) for reading in readings):
        return tuple(readings)
    return tuple(
        replace(reading, places=tuple(_localised(place, country, places) for place in reading.places))
        if reading.places
        else reading
        for reading in readings
    )


def _is_abroad(reading: SentenceReading) -> bool:
    return any(place.level is PlaceLevel.COUNTRY for place in reading.places)


def _localised(place: PlaceMention, country: str, places: PlaceLexicon) -> PlaceMention:
    known = [each.country for each in places.known.get(place.key, ())]
    key = fold_name(place.name)
    towns = places.gazetteer.find(key)
    if country in known:
        return replace(place, country=country)
    if any(town.country == country for town in towns):
        return replace(place, country=country, key=key)
    renowned = bool(known) or any(town.thousands >= _RENOWNED for town in towns)
    return place if renowned else replace(place, country=country)


def common_country(readings: Sequence[SentenceReading], places: PlaceLexicon) -> str | None:
    """The one country in which most of the named places can lie; None where there is no such one."""
    keys = {place.key for reading in readings for place in reading.places if not _is_abroad(reading)}
    votes = Counter(country for key in keys for country in {town.country for town in places.gazetteer.find(key)})
    ranked = votes.most_common(2)
    if not ranked or ranked[0][1] < _FEWEST or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]
