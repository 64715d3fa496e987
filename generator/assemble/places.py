"""Places of the incident: where the story puts it, the main one first."""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.assemble.evidence import (
    NATION,
    countries_of,
    country_evidence,
    place_evidence,
    rank_countries,
    survey,
    weigh_place,
)
from generator.assemble.placing import Chosen, name_ids, place_of
from generator.assemble.scenery import Sighting, find_sightings, is_put
from generator.lexicon.lexicon import load_lexicon
from generator.lexicon.places import PlaceLexicon, fold_name
from generator.model.document import Document
from generator.model.incident import Place
from generator.model.mention import PlaceMention
from generator.model.reading import SentenceReading
from generator.model.span import Span
from generator.model.values import value
from generator.model.vocabulary import PlaceLevel

_OPENING = 6
"""Sentences that tell the scene; a list named only later is of something else."""
_CLEAR = 0.4
"""How far ahead of the next the likeliest country must be."""
_ALSO = 1.0
"""How near to the likeliest country another must come to be a scene as well."""
_LEDE = frozenset(("country-deed-lede", "place-deed-lede"))
"""Evidence that the lede itself puts a deed into a country."""
_BAND = 2.0
"""Places of which as much speaks for the one as for the other, within so much, stand in the order of the text."""


@value
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


def find_scene(
    document: Document,
    readings: Sequence[SentenceReading],
    dateline: Sequence[PlaceMention],
    places: PlaceLexicon | None = None,
    *,
    headline: Sequence[PlaceMention] = (),
) -> Scene:
    """Choose the places where the story says that something happened.

    Places where somebody spoke, neighbours, parties and scenes of earlier events are left out.

    Args:
        document: the document.
        readings: its sentences.
        dateline: where it was filed.
        places: names, towns and weights; None for those that come with the program.
        headline: places of the document's own headline; an empty span tells that the document does not hold it.
    """
    places = places if places is not None else load_lexicon().places
    sightings = find_sightings(document, readings, dateline, headline)
    evidence = country_evidence(sightings, readings, dateline, places)
    countries = _countries(rank_countries(evidence, places.scene.countries), evidence)
    chosen = list(_choose(sightings, countries, dateline, places))
    chosen = [each for each in chosen if len(each.mention.span)]
    chosen += _bare_countries(chosen, sightings, countries)
    if not chosen and readings:
        chosen = _fallback(sightings, dateline, countries, places)
    chosen += _told_nation(chosen, readings, countries, document, places, sole=len(evidence) == 1)
    chosen = _ordered(chosen)
    ids = name_ids(chosen)
    made = tuple(place_of(each, ids, chosen, document, places) for each in chosen)
    return Scene(made, ids, countries[0] if countries else None)


def _ordered(chosen: Sequence[Chosen]) -> list[Chosen]:
    """Lists last; the others by what most speaks for, none before what it holds; then by position."""
    held: dict[str, float] = {}
    for each in chosen:
        if each.mention.rule != _LISTED:
            for within in {seen.mention.within for seen in each.group if seen.mention.within is not None}:
                held[within] = min(held.get(within, each.weight), each.weight)

    def order(each: Chosen) -> tuple[bool, int, Span]:
        weight = min(each.weight, held.get(each.mention.key, math.inf) - _BAND)
        return each.mention.rule == _LISTED, -round(weight / _BAND), each.mention.span

    return sorted(chosen, key=order)


_LISTED = "listed"


def _countries(ranked: Sequence[tuple[str, float]], evidence: Mapping[str, Mapping[str, int]]) -> tuple[str, ...]:
    """The scene's country, where one stands out, and others that the lede names as scenes beside it."""
    if not ranked or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _CLEAR):
        return ()
    (first, most), *rest = ranked
    also = [country for country, score in rest if most - score < _ALSO and not _LEDE.isdisjoint(evidence[country])]
    return (first, *also[:1]) if not _LEDE.isdisjoint(evidence[first]) else (first,)


def _choose(
    sightings: Sequence[Sighting], countries: Sequence[str], dateline: Sequence[PlaceMention], places: PlaceLexicon
) -> Iterator[Chosen]:
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
            yield Chosen(_fullest(own), tuple(group), weight, country or main or _only(possible))


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
    chosen: Sequence[Chosen], sightings: Sequence[Sighting], countries: Sequence[str]
) -> Iterator[Chosen]:
    """Countries of the scene in which no chosen place lies, where the story names them."""
    held = {each.country for each in chosen}
    for number, country in enumerate(countries):
        group = tuple(
            each for each in sightings if each.mention.level is PlaceLevel.COUNTRY and each.mention.country == country
        )
        named = sorted(group, key=lambda each: (each.past or each.spoken or not each.mention.locative, each.index))
        if country not in held and named and not named[0].past:
            yield Chosen(named[0].mention, group, float(-number), country)


def _told_nation(
    chosen: Sequence[Chosen],
    readings: Sequence[SentenceReading],
    countries: Sequence[str],
    document: Document,
    places: PlaceLexicon,
    *,
    sole: bool,
) -> list[Chosen]:
    """The scene's country by the first word for its people, where no place lies in it and nothing else names it.

    Where the story tells of no other country (``sole``) any such word will do.
    """
    if not countries or any(each.country == countries[0] for each in chosen):
        return []
    for reading in readings:
        if countries[0] in reading.nations and not reading.past:
            span = _people_of(reading, countries[0], document, places, sole=sole)
            if span is not None:
                name = places.country_names[countries[0]]
                mention = PlaceMention(span, name, countries[0], PlaceLevel.COUNTRY, None, countries[0], False, NATION)
                return [Chosen(mention, (), 0.0, countries[0])]
    return []


def _people_of(
    reading: SentenceReading, country: str, document: Document, places: PlaceLexicon, *, sole: bool
) -> Span | None:
    """Where a sentence has a word for a country's people that tells that something happened there."""
    found = list(_CAPITALISED.finditer(document.folded, reading.span.start, reading.span.end))
    for number, first in enumerate(found):
        for last in reversed(found[number : number + _LONGEST_DEMONYM]):
            key = fold_name(document.folded[first.start() : last.end()])
            meant = any(place.kind == "demonym" and place.country == country for place in places.known.get(key, ()))
            behind = _NEXT.match(document.folded, last.end(), reading.span.end)
            if meant and (sole or (behind is not None and behind[1] in places.homes)):
                return Span(first.start(), last.end())
    return None


_CAPITALISED = re.compile(r"[A-Z][\w'-]*?(?='s\b|[^\w'-]|$)")
_NEXT = re.compile(r" ([a-z]+)")
_LONGEST_DEMONYM = 3


def _fallback(
    sightings: Sequence[Sighting], dateline: Sequence[PlaceMention], countries: Sequence[str], places: PlaceLexicon
) -> list[Chosen]:
    """Where the story puts nothing anywhere: the dateline, else the first place of the lede, else of the country."""
    lede = [each.mention for each in sightings if each.index == 0 and not (each.past or each.filed or each.headed)]
    other = [each.mention for each in sightings if not (each.past or each.spoken or each.headed)] if countries else []
    for mention in (*dateline, *lede, *other):
        possible = countries_of(mention, places)
        if not countries or countries[0] in possible or (mention.level is None and not possible):
            country = mention.country or (countries[0] if countries else None)
            return [Chosen(mention, (), 0.0, country)]
    return []
