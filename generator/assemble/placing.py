"""Chosen places become places of the record: with an id, a level, what holds them and where they lie on the globe."""

import re
from collections.abc import Mapping, Sequence

from generator.assemble.evidence import NATION
from generator.assemble.names import as_written, slug_of
from generator.assemble.scenery import Sighting
from generator.lexicon.gazetteer import Town
from generator.lexicon.places import PlaceLexicon
from generator.model.document import Document
from generator.model.incident import Place
from generator.model.mention import PlaceMention
from generator.model.span import Citation
from generator.model.values import value
from generator.model.vocabulary import PlaceLevel

LARGE = (PlaceLevel.COUNTRY, PlaceLevel.REGION, PlaceLevel.PROVINCE, PlaceLevel.STATE)
_STANDS_OUT = 20
"""Times as many inhabitants as any other town of the name that make a town the one that is meant."""
_BEHIND = 60


@value
class Chosen:
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


def name_ids(chosen: Sequence[Chosen]) -> dict[str, str]:
    """Folded key of each place -> its id, which no other has."""
    ids: dict[str, str] = {}
    for each in chosen:
        base = slug = slug_of(each.mention.name)
        count = 2
        while slug in ids.values():
            slug, count = f"{base}-{count}", count + 1
        ids[each.mention.key] = slug
    return ids


def place_of(
    each: Chosen, ids: Mapping[str, str], chosen: Sequence[Chosen], document: Document, places: PlaceLexicon
) -> Place:
    """A chosen place as the record has it; ``ids`` and ``chosen`` are those of all places."""
    mention = each.mention
    within = _container(each, chosen, document)
    town = _town(each, within, places)
    return Place(
        id=ids[mention.key],
        name=mention.name if mention.rule == NATION else _written(document, mention),
        level=mention.level or PlaceLevel.AREA,
        at=Citation("d1", mention.span),
        within=ids[within] if within is not None else None,
        country=each.country,
        lat=town.lat if town is not None else None,
        lon=town.lon if town is not None else None,
        gazetteer=f"geonames:{town.geonames}" if town is not None else None,
    )


def _written(document: Document, mention: PlaceMention) -> str:
    """The name as written; a dateline's capitals are no part of it."""
    written = as_written(document, mention.span.of(document.folded), mention.span)
    return written.title() if written.isupper() and len(written) > 3 else written


def _town(each: Chosen, within: str | None, places: PlaceLexicon) -> Town | None:
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


def _container(each: Chosen, chosen: Sequence[Chosen], document: Document) -> str | None:
    """The larger place that holds this one: named right behind it, or the story's one large place for a list."""
    mention = each.mention
    large = [
        other.mention
        for other in chosen
        if other.mention.level in LARGE and other is not each and other.mention.level is not mention.level
    ]
    told = {sighting.mention.within for sighting in each.group}
    behind = document.folded[mention.span.end : mention.span.end + _BEHIND]
    for other in large:
        if mention.level is PlaceLevel.COUNTRY:
            break
        if other.key in told or re.match(rf"(?:,| in| of)[\w ,-]{{0,25}}\b{re.escape(other.name)}\b", behind):
            return other.key
    same = [other.key for other in large if each.country is None or other.country in (None, each.country)]
    return same[0] if mention.level not in LARGE and mention.rule == "listed" and same else None
