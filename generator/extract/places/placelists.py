"""Places of lists: those of the lexicon, those of sentences and headings, and those in text without capitals."""

import re
from collections.abc import Iterator, Sequence

from generator.extract.places.naming import NamedPlace, name_of, only_country
from generator.extract.prose.matching import Prose, Word, opening_word
from generator.extract.prose.surroundings import Standing, read_before
from generator.lexicon.countries import KnownPlace
from generator.lexicon.lexicon import Lexicon
from generator.lexicon.places import PlaceLexicon, fold_name
from generator.model.mention import PlaceMention
from generator.model.vocabulary import PlaceLevel

_REACH = 60
"""Code points between the plural noun and its list."""
_LONGEST_LIST = 600
"""Code points from the plural noun to the end of its list."""
_LONGEST_TOWN = 4
LONGEST_HEADING = 12
_SIGNS = 3
"""Commas and possessives that a long name may hold."""
_SHORT_SENTENCE = 4
_NAME = (
    r"(?<![\w'.-])[A-Z][\w'.-]*"
    r"(?: (?:(?:de|del|la|las|los|el|al|da|do|dos|e|of the|sur|am|upon) )?[A-Z][\w'-]*){0,3}"
)
_CAPITALISED = re.compile(_NAME)
_LIST = re.compile(rf"(?:including|such as|:|,|-) (?P<list>{_NAME}(?:, {_NAME})*,? (?:and|or) {_NAME})")


def find_listed(prose: Prose, places: PlaceLexicon) -> Iterator[PlaceMention]:
    """``several districts ..., including Quetta, Gwadar and Noshki``: each is what the plural noun says."""
    if prose.vocabulary.isdisjoint(places.plurals):
        return
    plural = next((word for word in prose.words if word.text in places.plurals), None)
    match = _LIST.search(prose.text, plural.end, plural.end + _LONGEST_LIST) if plural is not None else None
    if plural is None or match is None or match.start() - plural.end > _REACH:
        return
    for found in _CAPITALISED.finditer(match["list"]):
        start = match.start("list") + found.start()
        name = found[0].rstrip(".")
        known = {place.country for place in places.known.get(fold_name(name), ())}
        countries = known or {town.country for town in places.gazetteer.find(fold_name(name))}
        yield PlaceMention(
            prose.span(start, start + len(name)),
            name,
            fold_name(name),
            places.plurals[plural.text],
            country=next(iter(countries)) if len(countries) == 1 else None,
            locative=True,
            rule="listed",
        )


def has_lost_case(words: Sequence[Word], capitals: Sequence[int], lexicon: Lexicon) -> bool:
    """Whether no capital of a sentence but its first tells anything that the lexicon does not know by itself.

    So it is where an old wire was all capitals and its case was restored, and where somebody wrote without capitals.

    Args:
        words: the words of the sentence.
        capitals: indexes of those that begin with a capital.
        lexicon: names and titles.
    """
    if len(words) <= _SHORT_SENTENCE:
        return False
    actors, facts_of = lexicon.actors, lexicon.places.facts
    for at in capitals:
        if not at or words[at - 1].capital or not words[at].capital:
            continue
        facts = facts_of[words[at].text]
        if not (
            facts.longest
            or words[at].text in lexicon.places.vetoes
            or words[at - 1].lower in actors.offices
            or opening_word(words[at].text) in actors.longest
        ):
            return False
    return True


def find_uncased(prose: Prose, places: PlaceLexicon) -> Iterator[PlaceMention]:
    """Towns in small letters behind ``in``, ``near`` and the like; the original tells whether they had capitals."""
    words, leading = prose.words, places.leading
    facts_of = places.facts
    for at in [at for at, word in enumerate(words[:-1], start=1) if word[3] in leading]:
        word = words[at]
        if word.capital or not word.wordlike or not facts_of[word.text].town or word.lower in leading:
            continue
        standing = read_before(words, at, places)
        if not standing.firm:
            continue
        for length in range(min(_LONGEST_TOWN, len(words) - at), 0, -1):
            start, end = word.start, words[at + length - 1].end
            key = fold_name(prose.text[start:end])
            towns = places.gazetteer.find(key) if key not in places.words else ()
            if towns:
                level = standing.level or PlaceLevel.CITY
                yield PlaceMention(
                    prose.span(start, end),
                    prose.text[start:end],
                    key,
                    level,
                    None,
                    only_country(towns),
                    True,
                    "uncased",
                )
                break


def _ends(words: Sequence[Word], at: int, longest: int) -> list[int]:
    """Indexes at which a known name may end that begins at a word and has at most so many words."""
    if longest == 1:
        return [at]
    found = []
    for last in range(at, min(at + longest + _SIGNS, len(words))):
        word = words[last]
        if word.wordlike and word.text != "'s":
            found.append(last)
            if len(found) == longest:
                break
    return found


def find_known_place(prose: Prose, at: int, places: PlaceLexicon) -> tuple[int, tuple[KnownPlace, ...]] | None:
    """The longest known name that begins at a word: the index behind it, and its meanings; None where none begins."""
    words = prose.words
    facts = places.facts[words[at].text]
    longest, small = facts.longest, facts.bars or not at
    if at + 1 < len(words) and words[at + 1].text == "'s":
        longest = max(longest, places.longest.get(f"{opening_word(words[at].text)}s", 0))
    if not longest or not words[at].capital:
        return None
    for last in reversed(_ends(words, at, longest)):
        word = words[last]
        if word.lower != word.text or small or places.nouns.get(word.lower) is PlaceLevel.AREA:
            meanings = places.known.get(fold_name(prose.text[words[at].start : word.end]))
            if meanings is not None:
                return last + 1, meanings
    return None


def _is_plain(word: Word, first: int, places: PlaceLexicon) -> bool:
    """Whether the word in front of a heading's last name opens it and is no name itself."""
    facts = places.facts[word.text]
    return first == 2 and not (facts.longest or facts.thousands)


def find_closing(prose: Prose, found: Sequence[NamedPlace], lexicon: Lexicon) -> Iterator[NamedPlace]:
    """The place that closes a heading behind a comma (``Fatal accident, N.``)."""
    words, places = prose.words, lexicon.places
    end = len(words) - 1 if words[-1].text == "." else len(words)
    if not 2 < end <= LONGEST_HEADING or not prose.vocabulary.isdisjoint(places.telling):
        return
    first = end
    while first > 0 and words[first - 1].capital and end - first < _LONGEST_TOWN:
        first -= 1
    if (
        first in (0, 1, end)
        or words[first - 1].text != ","
        or (words[first - 2].capital and not _is_plain(words[first - 2], first, places))
    ):
        return
    if any(named.end > first for named in found) or find_known_place(prose, first, places) is not None:
        return
    name = name_of(prose, first, end, Standing())
    if words[first].text in places.vetoes or words[end - 1].text in places.institutions or name.key in places.wide:
        return
    country = only_country(places.gazetteer.find(name.key))
    span = prose.span(words[first].start, words[end - 1].end)
    mention = PlaceMention(span, name.text, name.key, None, country, locative=True, rule="heading")
    yield NamedPlace(mention, end, Standing())
