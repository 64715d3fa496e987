"""Words that tell a country without naming it as a place: its people, and its bodies."""

from generator.extract.prose.matching import Prose, find_known
from generator.lexicon.lexicon import Lexicon
from generator.lexicon.places import PlaceLexicon, fold_name
from generator.model.span import Span
from generator.model.vocabulary import PlaceLevel

_STATELY = frozenset(
    ("Police", "Army", "Navy", "National", "Defence", "Defense", "Prisons", "Prison", "Fire", "Civil", "Coast", "Red")
).union(("Air", "Armed", "Wildlife", "Meteorological", "Revenue", "Ports", "Railways", "Broadcasting", "News"))
"""Words that stand between a country's name and the noun of one of its bodies."""
_STATELY_LOWER = frozenset(map(str.lower, _STATELY))


def find_demonyms(prose: Prose, lexicon: Lexicon) -> tuple[tuple[Span, str], ...]:
    """Spans of demonyms (``Indian``) with the country each tells."""
    places, words = lexicon.places, prose.words
    found = _bodies_of_countries(prose, places)
    if prose.vocabulary.isdisjoint(places.demonyms):
        return tuple(found)
    for first, last, meanings in find_known(prose, words, places.known, places.longest):
        demonym = next((place for place in meanings if place.kind == "demonym"), None)
        if demonym is not None and not any(place.kind == "name" for place in meanings):
            found.append((prose.span(words[first].start, words[last].end), demonym.country))
    return tuple(found)


def _bodies_of_countries(prose: Prose, places: PlaceLexicon) -> list[tuple[Span, str]]:
    """Countries whose name opens that of one of their bodies (``the Orsha Police Service``)."""
    words = prose.words
    found: list[tuple[Span, str]] = []
    if prose.vocabulary.isdisjoint(_STATELY_LOWER):
        return found
    for at, word in enumerate(words[:-2]):
        if not word.capital or not words[at + 1].capital or words[at + 1].text not in _STATELY:
            continue
        meanings = places.known.get(fold_name(word.text), ())
        country = next((place.country for place in meanings if place.level is PlaceLevel.COUNTRY), None)
        if country is not None and not any(place.ambiguous for place in meanings):
            found.append((prose.span(word.start, words[at + 1].end), country))
    return found
