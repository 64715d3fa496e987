"""Places of the incident: where the story puts it, the main one first."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.assemble.evidence import (
    countries_of,
    country_evidence,
    place_evidence,
    rank_countries,
    survey,
    weigh_place,
)
from generator.assemble.names import as_written, slug_of
from generator.assemble.scenery import Sighting, find_sightings, is_put
from generator.lexicon.gazetteer import Town
from generator.lexicon.lexicon import load_lexicon
from generator.lexicon.places import PlaceLexicon
from generator.model.document import Document
from generator.model.incident import Place
from generator.model.mention import PlaceMention
from generator.model.reading import SentenceReading
from generator.model.span import Citation, Span
from generator.model.vocabulary import PlaceLevel

_LARGE = (PlaceLevel.COUNTRY, PlaceLevel.REGION, PlaceLevel.PROVINCE, PlaceLevel.STATE)
_OPENING = 6
"""Sentences that tell the scene; a list named only later is of something else."""
_CLEAR = 0.4
"""How far ahead of the next the likeliest country must be."""
_ALSO = 1.0
"""How near to the likeliest country another must come to be a scene as well."""
_LEDE = frozenset(("country-deed-lede", "place-deed-lede"))
"""Evidence that the lede itself puts a deed into a country."""
_STANDS_OUT = 20
"""Times as many inhabitants as any other town of the name that make a town the one that is meant."""
_BEHIND = 60
_BAND = 2.0
"""Places of which as much speaks for the one as for the other, within so much, stand in the order of the text."""


@dataclass(frozen=True, slots=True)
class Scene:
    """The places of a document.

    Attributes:
        places: main one first.
        ids: folded key of a mention -> id of its place.
        country: alpha-2 of the scene, where one country stands out.
    """

    places: tuple[Place, ...]
    ids: Mapping[str, str]
    country: str | None


@dataclass(frozen=True, slots=True)
class _Chosen:
    """A place of the scene before it has an id.

    Attributes:
        mention: the fullest mention.
        group: all mentions.
        weight: how much speaks for it.
        country: alpha-2, where known.
    """

    mention: PlaceMention
    group: tuple[Sighting, ...]
    weight: float
    country: str | None


def find_scene(
    document: Document,
    readings: Sequence[SentenceReading],
    dateline: Sequence[PlaceMention],
    places: PlaceLexicon | None = None,
) -> Scene:
    """Choose the places where the story says that something happened.

    Places where somebody spoke, neighbours, parties and scenes of earlier events are left out.

    Args:
        document: the document.
        readings: its sentences.
        dateline: where it was filed.
        places: names, towns and weights; None for those that come with the program.
    """
    places = places if places is not None else load_lexicon().places
    sightings = find_sightings(document, readings, dateline)
    evidence = country_evidence(sightings, readings, dateline, places)
    countries = _countries(rank_countries(evidence, places.scene.countries), evidence)
    chosen = list(_choose(sightings, countries, dateline, places))
    chosen += _bare_countries(chosen, sightings, countries)
    if not chosen and readings:
        chosen = _fallback(sightings, dateline, countries, places)
    chosen = sorted(chosen, key=lambda each: _order(each, chosen))
    ids = _ids(chosen)
    made = tuple(_place(each, ids, chosen, document, places) for each in chosen)
    return Scene(made, ids, countries[0] if countries else None)


def _order(each: _Chosen, chosen: Sequence[_Chosen]) -> tuple[bool, int, Span]:
    """Lists come last; then what most speaks for, what holds a place behind it; then by position."""
    listed = each.mention.rule == "listed"
    held = [
        other.weight
        for other in chosen
        if other.mention.rule != "listed" and any(seen.mention.within == each.mention.key for seen in other.group)
    ]
    return listed, -round(min([each.weight, *(weight - _BAND for weight in held)]) / _BAND), each.mention.span


def _countries(ranked: Sequence[tuple[str, float]], evidence: Mapping[str, Mapping[str, int]]) -> tuple[str, ...]:
    """The scene's country, where one stands out, and others that the lede names as scenes beside it."""
    if not ranked or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _CLEAR):
        return ()
    (first, most), *rest = ranked
    also = [country for country, score in rest if most - score < _ALSO and not _LEDE.isdisjoint(evidence[country])]
    return (first, *also[:1]) if not _LEDE.isdisjoint(evidence[first]) else (first,)


def _choose(
    sightings: Sequence[Sighting], countries: Sequence[str], dateline: Sequence[PlaceMention], places: PlaceLexicon
) -> Iterator[_Chosen]:
    """Places below the country for which enough speaks, and lists of them."""
    main = countries[0] if countries else None
    around = survey(sightings, main, dateline, places)
    groups: defaultdict[str, list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        if sighting.mention.level is not PlaceLevel.COUNTRY:
            groups[sighting.mention.key].append(sighting)
    for group in groups.values():
        own = [each for each in group if is_put(each)] or [each for each in group if not (each.past or each.occasion)]
        listed = any(each.mention.rule == "listed" and each.index < _OPENING for each in own)
        possible = {country for each in group for country in countries_of(each.mention, places)}
        country = next((each for each in countries if each in possible), None)
        if country is None and possible and _is_told(group):
            continue
        weight = weigh_place(place_evidence(group, around, places), places.scene.places)
        if own and (weight > places.scene.threshold or listed):
            yield _Chosen(_fullest(own), tuple(group), weight, country or main or _only(possible))


def _is_told(group: Iterable[Sighting]) -> bool:
    """Whether a name lies elsewhere for certain: the words say where, or it is a country's part or capital."""
    return any(each.mention.rule == "known" or each.mention.within is not None for each in group)


def _only(possible: Iterable[str]) -> str | None:
    countries = tuple(possible)
    return countries[0] if len(countries) == 1 else None


def _fullest(group: Sequence[Sighting]) -> PlaceMention:
    """The mention that tells most: one of a list, else the first with a level, else the first."""
    mentions = [each.mention for each in group]
    listed = next((mention for mention in mentions if mention.rule == "listed"), None)
    return listed or next((mention for mention in mentions if mention.level is not None), mentions[0])


def _bare_countries(
    chosen: Sequence[_Chosen], sightings: Sequence[Sighting], countries: Sequence[str]
) -> Iterator[_Chosen]:
    """Countries of the scene in which no chosen place lies, where the story names them."""
    held = {each.country for each in chosen}
    for number, country in enumerate(countries):
        group = tuple(
            each for each in sightings if each.mention.level is PlaceLevel.COUNTRY and each.mention.country == country
        )
        named = sorted(group, key=lambda each: (each.past or each.spoken or not each.mention.locative, each.index))
        if country not in held and named and not named[0].past:
            yield _Chosen(named[0].mention, group, float(-number), country)


def _fallback(
    sightings: Sequence[Sighting], dateline: Sequence[PlaceMention], countries: Sequence[str], places: PlaceLexicon
) -> list[_Chosen]:
    """Where the story puts nothing anywhere: the dateline, else the first place of the lede, else of the country."""
    lede = [each.mention for each in sightings if each.index == 0 and not each.past and not each.filed]
    other = [
        each.mention
        for each in sightings
        if countries and not (each.past or each.spoken) and set(countries_of(each.mention, places)) == {countries[0]}
    ]
    for mention in (*dateline, *lede, *other)[:1]:
        country = mention.country or (countries[0] if countries else None)
        return [_Chosen(mention, (), 0.0, country)]
    return []


def _ids(chosen: Sequence[_Chosen]) -> dict[str, str]:
    ids: dict[str, str] = {}
    for each in chosen:
        base = slug = slug_of(each.mention.name)
        count = 2
        while slug in ids.values():
            slug, count = f"{base}-{count}", count + 1
        ids[each.mention.key] = slug
    return ids


def _place(
    each: _Chosen, ids: Mapping[str, str], chosen: Sequence[_Chosen], document: Document, places: PlaceLexicon
) -> Place:
    mention = each.mention
    within = _container(each, chosen, document)
    town = _town(each, within, places)
    return Place(
        id=ids[mention.key],
        name=_name(as_written(document, mention.span.of(document.folded), mention.span)),
        level=mention.level or PlaceLevel.AREA,
        at=Citation("d1", mention.span),
        within=ids[within] if within is not None else None,
        country=each.country,
        lat=town.lat if town is not None else None,
        lon=town.lon if town is not None else None,
        gazetteer=f"geonames:{town.geonames}" if town is not None else None,
    )


def _name(written: str) -> str:
    """The name as written; a dateline's capitals are no part of it."""
    return written.title() if written.isupper() and len(written) > 3 else written


def _town(each: _Chosen, within: str | None, places: PlaceLexicon) -> Town | None:
    """The town of the gazetteer that is meant, where no other of the country, or of the state that is told, can be."""
    if each.mention.level is not PlaceLevel.CITY or each.country is None:
        return None
    holding = within or each.mention.within
    towns = [town for town in places.gazetteer.find(each.mention.key) if town.country == each.country]
    if holding is not None:
        stated = [town for town in towns if town.state is not None and places.states.get(town.state) == holding]
        towns = stated or [town for town in towns if town.state is None]
    if not towns or towns[0].geonames is None:
        return None
    others = [town.thousands for town in towns[1:]]
    return towns[0] if not others or towns[0].thousands >= _STANDS_OUT * max(1, *others) else None


def _container(each: _Chosen, chosen: Sequence[_Chosen], document: Document) -> str | None:
    """The larger place that holds this one: named right behind it, or the story's one large place for a list."""
    mention = each.mention
    large = [
        other.mention
        for other in chosen
        if other.mention.level in _LARGE and other is not each and other.mention.level is not mention.level
    ]
    told = {sighting.mention.within for sighting in each.group}
    behind = document.folded[mention.span.end : mention.span.end + _BEHIND]
    for other in large:
        if mention.level is PlaceLevel.COUNTRY:
            break
        if other.key in told or re.match(rf"(?:,| in| of)[\w ,-]{{0,25}}\b{re.escape(other.name)}\b", behind):
            return other.key
    same = [other.key for other in large if each.country is None or other.country in (None, each.country)]
    return same[0] if mention.level not in _LARGE and mention.rule == "listed" and same else None
