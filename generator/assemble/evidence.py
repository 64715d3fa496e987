"""What speaks for a place being the scene: evidence, each piece weighed by how often it told the scene before.

The weights are those of two linear models (`scene.yml`): one ranks the countries that a story names, one judges each
place by itself. Evidence is where a place stands and beside what, never which place it is.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field

from generator.assemble.scenery import Sighting, is_put
from generator.lexicon.places import PlaceLexicon
from generator.model.mention import PlaceMention
from generator.model.reading import SentenceReading
from generator.model.values import value
from generator.model.vocabulary import PlaceLevel

NATION = "nation"
"""The rule of a country that only the word for its people tells."""
_OFTEN = 3
_EARLY = 6
_TOWNS = ("town", "reference", "distance", "uncased")
_PARTS = 3
"""More towns of one name than this in a country leave open whether another country has one too."""
_CLEARLY = 8
"""Times as many inhabitants as in any other country that make the largest town likely to be meant."""
_KNOWN_ABROAD = 100
"""Thousands of inhabitants of a town that news of another country may mean."""
_MANY = 6
"""Places where something is put that make a story one of many scenes."""
_ROW = 3
"""Places of one sentence that make a row."""
_REGIONS = (PlaceLevel.PROVINCE, PlaceLevel.STATE, PlaceLevel.REGION)
_NO_TOWNS = (*_REGIONS, PlaceLevel.SITE, PlaceLevel.AREA)


def country_evidence(
    sightings: Sequence[Sighting],
    readings: Sequence[SentenceReading],
    dateline: Sequence[PlaceMention],
    places: PlaceLexicon,
) -> Mapping[str, Counter[str]]:
    """For each country that the story names or tells: how often each kind of evidence speaks for it."""
    evidence: defaultdict[str, Counter[str]] = defaultdict(Counter)
    doubtful = _named_countries(sightings, evidence, places)
    for reading in readings:
        for country in reading.nations:
            evidence[country]["nation-lede" if reading.index == 0 else "nation-past" if reading.past else "nation"] += 1
    for number, mention in enumerate(dateline):
        countries = countries_of(mention, places)
        for country in countries:
            kind = (
                "dateline-maybe" if len(countries) > 1 else "dateline-capital" if _is_capital(mention, places) else None
            )
            evidence[country][kind or "dateline"] += 1 if not number else 0
    sure = frozenset(evidence)
    for kind, countries in doubtful:
        told = [country for country in countries if country in sure]
        for number, country in enumerate(countries):
            evidence[country]["agrees" if told == [country] else "maybe" if number else kind] += 1
    for counts in evidence.values():
        for kind in counts:
            counts[kind] = min(counts[kind], _OFTEN)
    return evidence


def _named_countries(
    sightings: Sequence[Sighting], evidence: Mapping[str, Counter[str]], places: PlaceLexicon
) -> list[tuple[str, tuple[str, ...]]]:
    """Count what names of one country are evidence of; of the others the kind of evidence and the countries."""
    doubtful: list[tuple[str, tuple[str, ...]]] = []
    for sighting in sightings:
        if sighting.filed:
            continue
        countries = countries_of(sighting.mention, places)
        kind = _doubt(sighting.mention, countries, places) or _kind(sighting)
        if len(countries) > 1:
            doubtful.append((kind, countries))
        elif countries:
            evidence[countries[0]][kind] += 1
    return doubtful


def _is_capital(mention: PlaceMention, places: PlaceLexicon) -> bool:
    """Whether a story was filed from a capital: correspondents there write of other countries too."""
    return any(place.kind == "capital" for place in places.known.get(mention.key, ()))


def _doubt(mention: PlaceMention, countries: Sequence[str], places: PlaceLexicon) -> str | None:
    """What a name that may mean several places is evidence of for the first country; None where there is one."""
    if mention.country is not None and mention.rule not in _TOWNS:
        return None
    towns = places.gazetteer.find(mention.key)
    if len(countries) == 1 and len(towns) <= 1:
        return None
    if len(countries) == 1:
        return "maybe-part" if len(towns) > _PARTS else None
    largest = [town.thousands for town in towns if town.country == countries[0]]
    others = [town.thousands for town in towns if town.country != countries[0]]
    clear = largest and others and largest[0] >= _CLEARLY * max(1, *others)
    return "maybe-clear" if clear else "maybe-first"


def countries_of(mention: PlaceMention, places: PlaceLexicon) -> tuple[str, ...]:
    """The countries in which a place may lie, as far as names tell."""
    if mention.country is not None:
        return (mention.country,)
    if mention.within is not None:
        holding = tuple(dict.fromkeys(place.country for place in places.known.get(mention.within, ())))
        if holding:
            return holding
    known = [place.country for place in places.known.get(mention.key, ()) if place.kind != "demonym"]
    return tuple(dict.fromkeys([*known, *(town.country for town in places.gazetteer.find(mention.key))]))


def _kind(sighting: Sighting) -> str:
    """What a mention is evidence of: where it stands, and beside what."""
    mention = sighting.mention
    large = "country" if mention.level is PlaceLevel.COUNTRY else "town" if mention.rule in _TOWNS else "place"
    if sighting.headed:
        return "nation-headline" if sighting.mention.rule == NATION else f"{large}-headline"
    if sighting.past:
        return f"{large}-past"
    if sighting.spoken or not sighting.mention.locative:
        return f"{large}-named"
    depth = "lede" if sighting.index == 0 else "opening" if sighting.index < _OFTEN else "later"
    return f"{large}-{'deed' if sighting.deed else 'at'}-{depth}"


def rank_countries(evidence: Mapping[str, Counter[str]], weights: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
    """Countries with their scores, the likeliest first."""
    scored = {country: _weigh(counts.items(), weights) for country, counts in evidence.items()}
    return tuple(sorted(scored.items(), key=lambda item: (-item[1], item[0])))


@value
class Surroundings:
    """What a place is seen against.

    Attributes:
        country: alpha-2 of the scene's country, where one stands out.
        dateline: keys of the places where the story was filed.
        holding: keys of places that hold others which the story names.
        regions: keys of the country's parts that the story names.
        order: key -> its number among the places where something is put, in order of first mention.
        rows: numbers of the sentences that put something into a row of places.
        unplaced: whether the opening puts nothing into a town or district.
        local: whether the story was filed from a town that is neither a capital nor large.
        crowd: number of a sentence -> how many places it puts something into.
        early: keys of places that the opening puts something into.
        holding_early: keys of places that hold those.
    """

    country: str | None
    dateline: frozenset[str]
    holding: frozenset[str]
    regions: frozenset[str]
    order: Mapping[str, int]
    rows: frozenset[int] = frozenset()
    unplaced: bool = False
    local: bool = False
    crowd: Counter[int] = field(default_factory=Counter)
    early: frozenset[str | None] = frozenset()
    holding_early: frozenset[str | None] = frozenset()


def survey(
    sightings: Sequence[Sighting], country: str | None, dateline: Sequence[PlaceMention], places: PlaceLexicon
) -> Surroundings:
    """All places of a story together."""
    put = [each for each in sightings if is_put(each) and each.mention.level is not PlaceLevel.COUNTRY]
    keys = dict.fromkeys(each.mention.key for each in put)
    crowd = Counter(each.index for each in put)
    return Surroundings(
        country=country,
        dateline=frozenset(mention.key for mention in dateline),
        holding=frozenset(each.mention.within for each in put if each.mention.within is not None),
        regions=frozenset(
            each.mention.key
            for each in sightings
            if each.mention.level in _REGIONS and country in countries_of(each.mention, places)
        ),
        order={key: number for number, key in enumerate(keys)},
        rows=frozenset(index for index, number in crowd.items() if number >= _ROW),
        unplaced=not any(each.index < _OFTEN and each.mention.level not in _NO_TOWNS for each in put),
        local=bool(dateline) and _is_local(dateline[0], places),
        crowd=crowd,
        early=frozenset(each.mention.key for each in put if each.index < _OFTEN),
        holding_early=frozenset(each.mention.within for each in put if each.index < _OFTEN) - {None},
    )


def _is_local(mention: PlaceMention, places: PlaceLexicon) -> bool:
    """Whether a place is a town from which only its own news is filed."""
    if mention.level is PlaceLevel.COUNTRY or places.known.get(mention.key):
        return False
    towns = places.gazetteer.find(mention.key)
    return not towns or towns[0].thousands < _BUREAU


_BUREAU = 500
"""Thousands of inhabitants of a town from which news of other places is filed too."""


def place_evidence(group: Sequence[Sighting], around: Surroundings, places: PlaceLexicon) -> frozenset[str]:
    """What speaks for or against a place, from all mentions of it."""
    own = [sighting for sighting in group if is_put(sighting)]
    key = group[0].mention.key
    countries = {each for sighting in group for each in countries_of(sighting.mention, places)}
    levels = {sighting.mention.level for sighting in group}
    level = next((level for level in PlaceLevel if level in levels), None)
    kinds = {
        f"first-{_depth(min((each.index for each in own), default=None))}",
        f"deed-{_depth(min((each.index for each in own if each.deed), default=None))}",
        f"mentions-{min(len(group), _OFTEN)}",
        f"rule-{group[0].mention.rule}",
        f"level-{level.value if level is not None else 'none'}",
        f"order-{min(around.order[key], _OFTEN)}" if key in around.order else "order-none",
        f"country-{_relation(group[0].mention, countries, around.country, places)}",
    }
    filed, headed = [each.filed for each in group], [each.headed for each in group]
    dateline = key in around.dateline
    flags = (
        ("past-also", any(each.past for each in group)),
        ("past-only", all(each.past for each in group)),
        ("local", dateline and around.local),
        ("local-unplaced", dateline and around.local and around.unplaced),
        ("filed", all(filed)),
        ("headed", any(headed)),
        ("headed-only", all(headed)),
        ("unplaced", dateline and around.unplaced),
        ("spoken", any(each.spoken for each in group)),
        ("dateline", dateline),
        ("holds", key in around.holding),
        ("only-region", around.regions == {key}),
        ("named-lede", any(each.index == 0 for each in group)),
        ("held-early", any(each.mention.within in around.early for each in group)),
        ("holds-early", key in around.holding_early),
    )
    kinds.update([name for name, holds in flags if holds])
    return frozenset(kinds | _put_evidence(own, around)) if own else frozenset(kinds)


def _put_evidence(own: Sequence[Sighting], around: Surroundings) -> set[str]:
    """What the mentions that put something into a place speak for."""
    flags = (
        ("near", any(each.near for each in own)),
        ("harmed", any(each.harmed for each in own)),
        ("alone", all(around.crowd[each.index] == 1 for each in own)),
        ("row", any(each.index in around.rows for each in own)),
        ("other-day", all(each.other_day for each in own)),
        ("within", any(each.mention.within is not None for each in own)),
        ("harmed-near", any(each.near and each.harmed for each in own)),
        ("harmed-late", min(each.index for each in own) >= _EARLY and any(each.harmed for each in own)),
        ("late-of-many", min(each.index for each in own) >= _EARLY and len(around.order) >= _MANY),
        ("caught", all(each.caught for each in own)),
        ("late-deed", min(each.index for each in own) >= _EARLY and any(each.deed and each.near for each in own)),
    )
    return {name for name, holds in flags if holds}


def _relation(mention: PlaceMention, countries: set[str], main: str | None, places: PlaceLexicon) -> str:
    """Where a place lies, as far as names tell: a small town abroad may have a namesake that no list has."""
    if main in countries:
        return "own"
    if not countries:
        return "none"
    towns = places.gazetteer.find(mention.key) if mention.rule in _TOWNS else ()
    return "far" if towns and towns[0].thousands < _KNOWN_ABROAD and mention.within is None else "other"


def _depth(index: int | None) -> str:
    if index is None:
        return "never"
    return "lede" if index == 0 else "opening" if index < _OFTEN else "early" if index < _EARLY else "later"


def weigh_place(evidence: Iterable[str], weights: Mapping[str, float]) -> float:
    """How much speaks for a place; above 0 it belongs to the scene."""
    return weights.get("bias", 0.0) + _weigh(((kind, 1) for kind in evidence), weights)


def _weigh(counts: Iterable[tuple[str, int]], weights: Mapping[str, float]) -> float:
    return sum(weights.get(kind, 0.0) * count for kind, count in sorted(counts))
