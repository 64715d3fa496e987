"""Case for wires that have none: old agencies wrote in capitals, and finders tell names by their first letter."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from generator.extract.prose.matching import opening_word
from generator.lexicon.lexicon import Lexicon
from generator.lexicon.places import Before, fold_name
from generator.model.partialdate import WEEKDAYS
from generator.model.vocabulary import PlaceLevel

_WORD = re.compile(r"([^\W_]+(?:['.-][^\W_]+)*)")
_LETTERS = 12
"""Capitals that a sentence needs before its case counts as lost."""
_LONGEST_NAME = 6
_LONGEST_TITLED = 4
"""Words of a name that the lexicon does not know."""
_LONGEST_PLACE = 3
_LONGEST_HEADING = 9
_SOURCES = frozenset(("from", "at"))
_PARTS = (PlaceLevel.PROVINCE, PlaceLevel.DISTRICT, PlaceLevel.REGION)
_MONTHS = "january february april june july august september october november december jan feb mar apr jun jul aug sep"
_DAYS = frozenset((*(day.lower() for day in WEEKDAYS), *_MONTHS.split(), "sept", "oct", "nov", "dec"))
"""``may`` and ``march`` are verbs more often than months."""


class _Cased(NamedTuple):
    """A word of a text without case: in lower case, as a common word, and as a name."""

    lower: str
    common: str
    name: str


def restore_case(text: str, lexicon: Lexicon) -> str:
    """The text with known names capitalised and all other words in lower case; as long as before.

    Only a sentence wholly in capitals is changed. Words behind a title (``PRESIDENT N. N.``) and behind a word like
    ``TOWN OF`` are names too where the lexicon does not know them as common words.
    """
    if not text.isupper() or sum(map(str.isupper, text)) < _LETTERS:
        return text
    pieces = _WORD.split(text)
    words = list(map(_cased, pieces[1::2]))
    names = _names(pieces, words, lexicon)
    pieces[1::2] = [word.name if number in names else word.common for number, word in enumerate(words)]
    if words:
        pieces[1] = words[0].name
    restored = "".join(pieces)
    return restored if len(restored) == len(text) else text


_AGED = re.compile(r"[0-9]+-(?:year|month|day|week|hour|storey|member)s?(?:-olds?)?")


@lru_cache(32_768)
def _cased(written: str) -> _Cased:
    lower = written.lower()
    if _AGED.fullmatch(lower):
        return _Cased(lower, lower, lower)
    if "." in written or any(sign.isdigit() for sign in written):
        return _Cased(lower, written, written)
    name = "-".join(part.capitalize() for part in lower.split("-"))
    return _Cased(lower, name if lower in _DAYS else lower, name)


def _names(pieces: Sequence[str], words: Sequence[_Cased], lexicon: Lexicon) -> set[int]:
    """Numbers of the words that belong to a name; the words are every other piece of the text."""
    names: set[int] = set()
    actors, places = lexicon.actors, lexicon.places
    for number, (word, _, _) in enumerate(words):
        first = opening_word(word)
        most = max(actors.longest.get(first, 0), places.longest.get(first, 0))
        for length in range(min(most, _LONGEST_NAME, len(words) - number), 0, -1):
            key = fold_name("".join(pieces[2 * number + 1 : 2 * (number + length)]))
            meanings = places.known.get(key, ())
            if key in actors.known or (meanings and not all(place.ambiguous for place in meanings)):
                names.update(range(number, number + length))
                break
        if word in actors.offices or (word == "of" and number and words[number - 1].lower in places.naming):
            names.update(_following(pieces, words, number + 1, lexicon))
        elif places.befores.get(word) is Before.FIRM or word in _SOURCES:
            names.update(_place_behind(pieces, words, number + 1, lexicon))
        names.update(_victim(pieces, words, number, lexicon))
    names.update(_opening_name(pieces, words, lexicon))
    names.update(_closing_name(pieces, words, lexicon))
    return names


def _opening_name(pieces: Sequence[str], words: Sequence[_Cased], lexicon: Lexicon) -> Sequence[int]:
    """Numbers of the unknown words that open a sentence in front of a comma and an article: a name with apposition."""
    end = 0
    while end < min(_LONGEST_TITLED, len(words) - 1) and not (
        _is_common(words[end].lower, lexicon) or _counts(words[end].lower, lexicon)
    ):
        end += 1
        if pieces[2 * end] != " ":
            break
    return range(end) if end > 1 and pieces[2 * end] == ", " and words[end].lower in _ARTICLES else ()


_ARTICLES = frozenset(("a", "an", "the", "who", "whose", "former"))
_FATES = frozenset(("assassination", "murder", "killing", "death", "slaying", "execution", "kidnapping", "abduction"))
_FALLS = frozenset(("was", "died"))
_TAKES = frozenset(("killed", "murdered", "assassinated"))


def _victim(pieces: Sequence[str], words: Sequence[_Cased], number: int, lexicon: Lexicon) -> Sequence[int]:
    """Numbers of two and more unknown words where only a person's name can stand.

    That is behind ``THE MURDER OF``, behind a noun for a person, behind ``KILLED``, in front of ``WAS`` and ``DIED``.
    """
    word = words[number].lower
    of_fate = word == "of" and number > 0 and words[number - 1].lower in _FATES
    told = word in lexicon.persons.singular and word not in lexicon.persons.generic
    if of_fate or told or word in _TAKES:
        found = [n for n in _following(pieces, words, number + 1, lexicon) if not _counts(words[n].lower, lexicon)]
        return found if len(found) > 1 and found[0] == number + 1 else ()
    if word not in _FALLS:
        return ()
    first = number
    while first and number - first < _LONGEST_TITLED and pieces[2 * first] == " ":
        before = words[first - 1].lower
        if _is_common(before, lexicon) or _counts(before, lexicon):
            break
        first -= 1
    return range(first, number) if number - first > 1 else ()


def _counts(word: str, lexicon: Lexicon) -> bool:
    return word[0].isdigit() or word in lexicon.numerals.openers or word in lexicon.grammar.verbs


def _closing_name(pieces: Sequence[str], words: Sequence[_Cased], lexicon: Lexicon) -> range:
    """Numbers of the unknown words that close a heading behind a comma: its place (``FATAL ACCIDENT, N``)."""
    if not 1 < len(words) <= _LONGEST_HEADING or not lexicon.places.telling.isdisjoint([word.lower for word in words]):
        return range(0)
    first = len(words) - 1
    while first > 0 and pieces[2 * first] == " " and len(words) - first < _LONGEST_PLACE:
        first -= 1
    if pieces[2 * first] != ", " or not all(_is_unknown(word.lower, lexicon) for word in words[first:]):
        return range(0)
    return range(first, len(words))


def _place_behind(pieces: Sequence[str], words: Sequence[_Cased], first: int, lexicon: Lexicon) -> range:
    """Numbers of the words behind ``in`` or the like that are a town's name, or stand before a noun like ``county``."""
    places = lexicon.places
    definite = first < len(words) and words[first].lower == "the"
    first += definite
    for length in range(0 if definite else min(_LONGEST_TITLED, len(words) - first), 0, -1):
        key = fold_name("".join(pieces[2 * first + 1 : 2 * (first + length)]))
        if places.gazetteer.find(key) and not (length == 1 and (key in places.words or _is_common(key, lexicon))):
            return range(first, first + length + _apposed(pieces, words, first + length, lexicon))
    length = 0
    while (
        length < _LONGEST_PLACE
        and first + length < len(words) - 1
        and _is_unknown(words[first + length].lower, lexicon)
    ):
        length += 1
        if pieces[2 * (first + length)] != " ":
            break
        if places.nouns.get(words[first + length].lower) in _PARTS:
            return range(first, first + length)
    return range(0)


def _apposed(pieces: Sequence[str], words: Sequence[_Cased], first: int, lexicon: Lexicon) -> int:
    """How many further words belong to a town's name, up to the comma of ``N N, A VILLAGE``."""
    for length in range(_LONGEST_PLACE):
        if first + length >= len(words) or pieces[2 * (first + length)] not in (" ", ", "):
            break
        if pieces[2 * (first + length)] == ", ":
            return length if words[first + length].lower in ("a", "an") else 0
        if not _is_unknown(words[first + length].lower, lexicon):
            break
    return 0


def _is_unknown(word: str, lexicon: Lexicon) -> bool:
    places = lexicon.places
    return not (
        word in places.words
        or word in places.directions
        or word in places.nouns
        or word in places.befores
        or word in places.openers
        or _is_common(word, lexicon)
    )


def _following(pieces: Sequence[str], words: Sequence[_Cased], first: int, lexicon: Lexicon) -> list[int]:
    """Numbers of the unknown words that stand together from a word on: a name."""
    found: list[int] = []
    for number in range(first, min(first + _LONGEST_TITLED, len(words))):
        if pieces[2 * number] not in (" ", ". ") or _is_common(words[number].lower, lexicon):
            break
        found.append(number)
    return found


def _is_common(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.plain or word.endswith(("ing", "ed", "tion", "ment", "ly"))
