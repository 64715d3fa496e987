"""Places of the incident: where the story puts it, the main one first."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.assemble.names import as_written, slug_of
from generator.model.document import Document
from generator.model.incident import Place
from generator.model.mention import PlaceMention
from generator.model.reading import SentenceReading
from generator.model.span import Citation
from generator.model.vocabulary import PlaceLevel

_LARGE = (PlaceLevel.COUNTRY, PlaceLevel.REGION, PlaceLevel.PROVINCE, PlaceLevel.STATE)
_LEDE = 3
_OPENING = 5
"""Sentences that tell the scene; a place named only later is elsewhere."""


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


def find_scene(document: Document, readings: Sequence[SentenceReading], dateline: Sequence[PlaceMention]) -> Scene:
    """Choose the places where the story says that something happened.

    Places where somebody spoke, neighbours, parties and scenes of earlier events are left out.
    """
    mentions = [(reading, mention) for reading in readings for mention in reading.places if _is_scene(reading, mention)]
    if not any(reading.index < _OPENING for reading, _ in mentions) and readings:
        mentions = [*_fallback(readings, dateline), *mentions]
    country = _country(readings, mentions, dateline)
    chosen: dict[str, PlaceMention] = {}
    score: Counter[str] = Counter()
    for reading, mention in mentions:
        kept = chosen.get(mention.key)
        chosen[mention.key] = (
            mention
            if kept is None or (kept.level is None and mention.level is not None) or mention.rule == "listed"
            else kept
        )
        score[mention.key] += 3 if reading.index < _LEDE else 1
    finer = {
        mention.country for mention in chosen.values() if mention.level is not PlaceLevel.COUNTRY and mention.country
    }
    bare = [key for key, mention in chosen.items() if mention.level is PlaceLevel.COUNTRY and mention.country in finer]
    for key in bare:
        del chosen[key]
    order = sorted(chosen, key=lambda key: (chosen[key].rule == "listed", -score[key], chosen[key].span))
    ids = _ids(order, chosen)
    places = tuple(_place(chosen[key], ids, chosen, order, country, document) for key in order)
    return Scene(places, ids, country)


def _is_scene(reading: SentenceReading, mention: PlaceMention) -> bool:
    if reading.past or not (mention.locative or mention.rule in ("listed", "of-level", "level-after", "a-town")):
        return False
    for attribution in reading.attributions:
        spoken_at = attribution.via is not None and attribution.via.covers(mention.span)
        speaker = attribution.source is not None and attribution.source.span.covers(mention.span)
        if spoken_at or (speaker and mention.rule != "known"):
            return False
    return True


def _fallback(
    readings: Sequence[SentenceReading], dateline: Sequence[PlaceMention]
) -> list[tuple[SentenceReading, PlaceMention]]:
    """Where the opening puts nothing anywhere: the dateline, else the first place that the lede names."""
    lede = [mention for reading in readings[:1] for mention in reading.places]
    return [(readings[0], mention) for mention in (*dateline, *lede)[:1]]


def _country(
    readings: Sequence[SentenceReading],
    mentions: Sequence[tuple[SentenceReading, PlaceMention]],
    dateline: Sequence[PlaceMention],
) -> str | None:
    """The country that the places tell; else the dateline's; else the one named most often."""
    votes: Counter[str] = Counter()
    for reading, mention in mentions:
        if mention.country is not None:
            votes[mention.country] += 4 if reading.index < _LEDE else 2
    for reading in readings:
        for mention in reading.places:
            if mention.country is not None:
                votes[mention.country] += 1
    for reading in readings:
        for country in reading.nations:
            votes[country] += 3 if reading.index == 0 else 1
    for mention in dateline:
        if mention.country is not None:
            votes[mention.country] += 2
    if not votes:
        return None
    (best, most), *rest = votes.most_common(2)
    return best if not rest or rest[0][1] < most else None


def _ids(order: Sequence[str], chosen: Mapping[str, PlaceMention]) -> dict[str, str]:
    ids: dict[str, str] = {}
    for key in order:
        base = slug = slug_of(chosen[key].name)
        count = 2
        while slug in ids.values():
            slug, count = f"{base}-{count}", count + 1
        ids[key] = slug
    return ids


def _place(
    mention: PlaceMention,
    ids: Mapping[str, str],
    chosen: Mapping[str, PlaceMention],
    order: Sequence[str],
    country: str | None,
    document: Document,
) -> Place:
    own = mention.country or (country if mention.level is not PlaceLevel.COUNTRY else None)
    within = _container(mention, chosen, order, document)
    return Place(
        id=ids[mention.key],
        name=_name(as_written(document, mention.span.of(document.folded), mention.span)),
        level=mention.level or PlaceLevel.AREA,
        at=Citation("d1", mention.span),
        within=ids[within] if within is not None else None,
        country=own,
    )


def _name(written: str) -> str:
    """The name as written; a dateline's capitals are no part of it."""
    return written.title() if written.isupper() and len(written) > 3 else written


def _container(
    mention: PlaceMention, chosen: Mapping[str, PlaceMention], order: Sequence[str], document: Document
) -> str | None:
    """The larger place that holds this one: named right behind it, or the story's one large place for a list."""
    large = [
        key
        for key in order
        if chosen[key].level in _LARGE and key != mention.key and chosen[key].level is not mention.level
    ]
    behind = document.folded[mention.span.end : mention.span.end + 60]
    for key in large:
        if re.match(rf"(?:,| in| of)[\w ,-]{{0,25}}\b{re.escape(chosen[key].name)}\b", behind):
            return key
    small = mention.level not in _LARGE
    same = [key for key in large if mention.country is None or chosen[key].country == mention.country]
    return same[0] if small and mention.rule == "listed" and same else None
