"""Personal names that no lexicon knows, and the titles in front of them."""

import re
from collections.abc import Sequence

from generator.extract.prose.matching import Prose, Word
from generator.extract.prose.nounphrases import PARTICLES
from generator.lexicon.lexicon import Lexicon
from generator.lexicon.places import fold_name

_LONGEST_NAME = 6
_NOT_NAMED = frozenset(("mr", "mrs", "ms", "miss", "mx", "dr", "i", "ii", "iii"))
_MOST_MODIFIERS = 4


def title_start(words: Sequence[Word], title: int, lexicon: Lexicon) -> int:
    """Index of the first word that describes a title (``former opposition leader``)."""
    first = title
    while first and title - first < _MOST_MODIFIERS:
        word = words[first - 1]
        text = word.lower
        plain = word.wordlike and (text.islower() or "-" in text) and not text.endswith(("ed", "ing"))
        if not plain or text in lexicon.grammar.function_words or text in lexicon.tolls.triggers:
            break
        if word.capital and not _is_demonym(word, lexicon):
            break
        first -= 1
    return first


def is_office(word: Word, lexicon: Lexicon) -> bool:
    """Whether a word is the title of a person."""
    return word.lower.replace(".", "") in lexicon.actors.offices


def name_end(words: Sequence[Word], first: int, lexicon: Lexicon) -> int:
    """Index behind the personal name that begins at a word; ``first`` where none does."""
    at = first
    while at < len(words) and at - first < _LONGEST_NAME:
        word = words[at]
        inside = first < at < len(words) - 1
        initial = inside and word.text == "." and len(words[at - 1].text) <= 2
        particle = inside and word.lower in PARTICLES and words[at + 1].capital
        named = word.capital and word.wordlike and _may_name(word, lexicon)
        if not (named or particle or initial):
            break
        at += 1
    while at > first and not words[at - 1].wordlike:
        at -= 1
    return at


def _may_name(word: Word, lexicon: Lexicon) -> bool:
    """Whether a capitalised word may stand in the name of a person."""
    text = word.lower
    if len(word.text) > 1 and word.text.isupper() and "." not in word.text:
        return False
    return not (text in lexicon.nameless or _is_demonym(word, lexicon))


def _is_demonym(word: Word, lexicon: Lexicon) -> bool:
    meanings = lexicon.places.known.get(fold_name(word.text), ())
    return any(place.kind == "demonym" for place in meanings)


def is_alone(prose: Prose, first: int, stop: int, lexicon: Lexicon) -> bool:
    """Whether a name with no title stands where a person's would: not behind a preposition, not before a noun."""
    words = prose.words
    key = fold_name(prose.text[words[first].start : words[stop - 1].end])
    if key in lexicon.places.known or key in lexicon.actors.known or key in _NOT_NAMED:
        return False
    if stop - first == 1 and len(words[first].text) < 3:
        return False
    if stop < len(words):
        after = words[stop]
        if after.text == "'s":
            return stop + 1 < len(words) and words[stop + 1].lower in _BEREAVED
        if after.lower in lexicon.persons.plural or after.lower in lexicon.actors.heads:
            return False
        if after.wordlike and after.lower in lexicon.persons.things:
            return False
    if not first:
        return stop - first > 1 or _SINGULAR.match(prose.text, words[stop - 1].end) is not None
    before = words[first - 1]
    grammar = lexicon.grammar
    if before.capital and before.wordlike and (first > 1 or before.lower not in grammar.function_words):
        return False
    if before.lower == "of":
        return first > 1 and words[first - 2].lower in _BEREAVED
    return before.lower not in grammar.determiners and before.lower not in grammar.prepositions


_BEREAVED = frozenset(
    ("death", "murder", "killing", "assassination", "slaying", "execution", "body", "remains", "abduction")
)
_BEREAVED |= frozenset(("abduction", "kidnapping", "arrest", "detention", "and"))
"""Nouns behind which ``of`` names whom it befell."""


_SINGULAR = re.compile(r" (?:was|is|has) |, (?:[0-9]{1,2},|who )")
"""Behind the word that opens a sentence: words by which it shows that it names a person."""
