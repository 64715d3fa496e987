"""What speaks for and against a headline telling of an incident, and how much."""

import math
from collections.abc import Mapping

from generator.link.profiles import BODY, OPENING, PAST, TITLE, Profile
from generator.link.teasers import Item, Teaser
from generator.model.values import value

GRACE = 1
"""Days by which an incident's first day may lie behind the document that carries the headline."""

LATER, LATE = 21, 60
"""Days after an incident from which headlines on it are rare, and rarer still."""

_SEPARATE = frozenset(("trial", "memorial", "inquiry"))
"""Aftermaths that are told as incidents of their own."""

_SHARES = {TITLE: "known in a title", OPENING: "known in an opening", BODY: "known further down", PAST: "known of old"}
_SORTS = {
    (named, wide, front): ("wide names" if wide else "names" if named else "words") + ("" if front else " further down")
    for named in (True, False)
    for wide in (True, False)
    for front in (True, False)
}
"""Whether a word is named, wide and in the front of an incident -> the sort of evidence that it is."""

_SMALL = 3
_TWICE = 2


@value
class Setting:
    """How a headline and an incident stand to each other, whatever they say.

    Attributes:
        day: publication of the document that carries the headline, as an ordinal; 0 where unknown.
        own: whether that document is one of the incident's.
        alone: whether the incident is the only one of its time with the headline's country and kind of event.
    """

    day: int = 0
    own: bool = False
    alone: bool = False


def weigh(teaser: Teaser, profile: Profile, rarities: Mapping[str, float], setting: Setting) -> Mapping[str, float]:
    """Kind of evidence -> how much of it there is, where there is any; the weights are the lexicon's.

    Args:
        teaser: the headline.
        profile: the incident.
        rarities: shown form of each telling word -> how rare it is, 0 to 1.
        setting: how the two stand to each other.
    """
    values = _words(teaser, profile, rarities)
    strange, named = "strange names" in values, "names" in values
    if strange and (teaser.kind is not None or teaser.harm):
        values["event elsewhere"] = 1.0
    if teaser.no_harm:
        values["no harm but a name" if named else "no harm"] = 1.0
    if not teaser.subjects:
        values["no subject but a name" if named else "no subject"] = 1.0
    other = _add_subject(values, teaser, profile)
    _add_lands(values, teaser.countries, profile)
    if teaser.tells_figures:
        _add_figures(values, teaser, profile)
    _add_days(values, setting.day, profile)
    _add_sequels(values, teaser, profile)
    if setting.own:
        values["carried by it"] = 1.0
    if setting.alone and not strange and not other:
        values["alone of its kind"] = 1.0
    return values


def score(values: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The weighed evidence: the higher, the rather the headline tells of the incident."""
    return weights.get("always", 0.0) + sum(weights.get(name, 0.0) * value for name, value in values.items())


def find_part(item: Item, places: Mapping[str, int]) -> int | None:
    """The foremost part of an incident that holds a word, or None."""
    best: int | None = None
    for key in item.keys:
        part = places.get(key)
        if part is not None and (best is None or part > best):
            best = part
    return best


def _words(teaser: Teaser, profile: Profile, rarities: Mapping[str, float]) -> dict[str, float]:
    """Words and names by where the incident has them; a small place's or a person's name says most."""
    values: dict[str, float] = {}
    sums: dict[str, float] = {}
    strange = lacking = 0
    whole = sum(rarities[item.shown] for item in teaser.items) or 1.0
    for item in teaser.items:
        part, rarity = find_part(item, profile.places), rarities[item.shown]
        if part is None:
            lacking += 1
            strange += item.named
            if item.place:
                values["strange place"] = 1.0
            continue
        share = _SHARES[part]
        values[share] = values.get(share, 0.0) + rarity / whole
        values["told by all"] = values.get("told by all", 0.0) + rarity * find_support(item, profile.support) / whole
        if part != PAST:
            sort = _SORTS[item.named, item.wide, part >= OPENING]
            sums[sort] = sums.get(sort, 0.0) + rarity**2
    if strange:
        values["strange names"] = math.log1p(strange)
    if not lacking and len(teaser.items) > 1:
        values["all known"] = 1.0
    front = teaser.pairs & profile.pairs
    sums["pairs"] = float(len(front))
    sums["pairs further down"] = float(len((teaser.pairs & profile.further) - front))
    values |= {name: math.log1p(value) for name, value in sums.items() if value}
    return values


def find_support(item: Item, support: Mapping[str, float]) -> float:
    """The part of the incident's documents that hold a word."""
    return max([support.get(key, 1.0) for key in item.keys]) if support else 1.0


def _add_lands(values: dict[str, float], countries: frozenset[str], profile: Profile) -> None:
    if not countries or not profile.countries:
        return
    if countries & profile.countries:
        values["country"] = 1.0
        if countries - profile.countries:
            values["country besides"] = 1.0
    else:
        values["country further down" if countries & profile.others else "other country"] = 1.0


def _add_subject(values: dict[str, float], teaser: Teaser, profile: Profile) -> bool:
    """Whether the headline tells an event with something that the incident does not know."""
    if teaser.kind is not None:
        if teaser.kind in profile.kinds:
            values["kind"] = 1.0
        elif profile.kinds:
            values["other kind"] = 1.0
    front = sum(not themes.isdisjoint(profile.themes) for _, themes in teaser.subjects)
    if front:
        values["subject"] = math.log1p(front)
    known = profile.themes | profile.touched if front < len(teaser.subjects) else frozenset()
    strange = len(teaser.subjects) - front and sum(themes.isdisjoint(known) for _, themes in teaser.subjects)
    if strange:
        values["other subject"] = math.log1p(strange)
        if teaser.kind is not None or teaser.harm:
            values["event of another subject"] = 1.0
            return True
    return False


def _add_figures(values: dict[str, float], teaser: Teaser, profile: Profile) -> None:
    """Figures of up to three persons are in any story; a toll that has grown is no other toll."""
    known = profile.figures | profile.dead
    if any(each > _SMALL for each in teaser.dead & known):
        values["dead"] = 1.0
    strange = max(teaser.dead - known, default=0)
    if strange:
        values[_compare_tolls(strange, profile.dead)] = 1.0
    if profile.dead and teaser.only_hurt:
        values["only hurt"] = 1.0
    if any(each > _SMALL for each in teaser.hurt & (profile.hurt | profile.figures)):
        values["hurt"] = 1.0
    if profile.hurt and any(each > _SMALL for each in teaser.hurt - profile.hurt):
        values["other hurt"] = 1.0
    if any(each > _SMALL for each in teaser.figures & profile.figures):
        values["figure"] = 1.0
    if profile.dead and teaser.mild:
        values["nobody killed"] = 1.0


def _compare_tolls(strange: int, dead: frozenset[int]) -> str:
    """How a headline's toll that an incident does not know stands to those that it knows."""
    if not dead:
        return "dead unknown"
    if strange > max(dead):
        return "more dead" if strange <= _TWICE * max(dead) else "far more dead"
    return "fewer dead" if strange < min(dead) else "other dead"


def _add_days(values: dict[str, float], day: int, profile: Profile) -> None:
    if not day or not profile.first:
        values["undated"] = 1.0
    elif day - profile.first > LATE:
        values["long after"] = 1.0
    elif day - profile.first > LATER:
        values["weeks after"] = 1.0


def _add_sequels(values: dict[str, float], teaser: Teaser, profile: Profile) -> None:
    """An aftermath told as an incident of its own, and a second event of one sort, speak against."""
    if teaser.genre in _SEPARATE:
        values["same aftermath" if teaser.genre in profile.genres else "aftermath"] = 1.0
    elif None not in profile.genres and profile.genres & _SEPARATE:
        values["no aftermath"] = 1.0
    if teaser.newer:
        values["newer" if profile.newer else "only headline newer"] = 1.0
    elif profile.newer:
        values["only incident newer"] = 1.0
    if teaser.sequel:
        values["sequel"] = 1.0
