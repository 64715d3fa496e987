"""Which place holds another, and which only tells how far it is."""

import re
from collections.abc import Sequence
from itertools import pairwise

from generator.extract.places.naming import NamedPlace
from generator.extract.prose.matching import Prose, Word
from generator.lexicon.places import PlaceLexicon, fold_name
from generator.model.mention import PlaceMention
from generator.model.values import replace
from generator.model.vocabulary import PlaceLevel

_CONTEXT = 60
_ASIDE = re.compile(
    r"\b(?:and|or|to|from|with|than|which|who|whose|that|where|when|while|after|before|near|border|against|by|for|as"
    r"|said|says|told)\b|[;:.()]"
)
"""Words between two places that keep the one from lying in the other."""
_RANK = {
    None: 0,
    PlaceLevel.SITE: 0,
    PlaceLevel.AREA: 0,
    PlaceLevel.CITY: 1,
    PlaceLevel.DISTRICT: 2,
    PlaceLevel.PROVINCE: 3,
    PlaceLevel.STATE: 3,
    PlaceLevel.REGION: 3,
    PlaceLevel.COUNTRY: 4,
}
_LISTED = re.compile(r"(?:, [A-Z][\w' -]{1,30}?)?,? and (?:parts of )?[A-Z]")
"""Behind ``N, N`` this makes both names those of a list."""
_LONGEST_DISTANCE = 18
_LEADING_ON = frozenset(("and", "in"))
_ASIDE_OPENERS = frozenset(("some", "about", "(", "around"))
_ENDING = frozenset((",", ";", ".", ":"))


def contain(found: list[NamedPlace], prose: Prose, places: PlaceLexicon) -> None:
    """Tell the last place but one what holds it, where the last one is larger and stands right behind."""
    if len(found) < 2:
        return
    small, large = found[-2].mention, found[-1].mention
    joint = prose.text[small.span.end - prose.start : large.span.start - prose.start]
    if len(joint) > _CONTEXT or small.within is not None or _ASIDE.search(joint):
        return
    if joint.strip() == "," and small.country is None and _LISTED.match(prose.text, large.span.end - prose.start):
        return
    if _RANK[large.level] <= max(1, _RANK[small.level]):
        return
    if small.country in (None, large.country):
        found[-2] = found[-2]._replace(mention=replace(small, within=large.key, country=large.country))
    elif large.country is not None and (small.rule == "town" or _lies_in(small, large.country, places)):
        level = PlaceLevel.CITY if small.rule == "known" else small.level
        key = fold_name(small.name)
        moved = replace(small, key=key, level=level, within=large.key, country=large.country, rule="town")
        found[-2] = found[-2]._replace(mention=moved)


def is_distance(words: Sequence[Word], end: int, at: int) -> bool:
    """Whether a name only tells how far from it the place before it lies (``N, some 40 km north of N``)."""
    between = words[end:at]
    return (
        0 < len(between) <= _LONGEST_DISTANCE
        and (between[0].text == "," or between[0].lower in _ASIDE_OPENERS)
        and not any(word.lower in _LEADING_ON for word in between)
        and not any(
            word.text in _ENDING and not (word.text == "," and after.text.isdecimal())
            for word, after in pairwise(between[1:])
        )
    )


def _lies_in(small: PlaceMention, country: str, places: PlaceLexicon) -> bool:
    """Whether a country has a town of that name, so that the larger place behind it tells which one is meant."""
    return any(town.country == country for town in places.gazetteer.find(fold_name(small.name)))
