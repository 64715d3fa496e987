"""Heads of counted noun phrases: whom or what a number or an article counts."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from generator.extract.prose.matching import Prose, Word
from generator.lexicon.lexicon import Lexicon
from generator.lexicon.places import fold_name
from generator.model.vocabulary import Category, Outcome

FAR = 16
"""Words behind a number among which its noun is looked for."""
POINTERS = frozenset(("the", "its", "his", "her", "their", "our", "my", "own", "these", "those"))
PERSONAL = (
    "washer",
    "keeper",
    "maker",
    "walker",
    "sitter",
    "picker",
    "handler",
    "dealer",
    "goer",
    "grower",
    "holder",
    "smith",
    "-year-old",
    "-year-olds",
    "ologist",
    "ologists",
    "onomist",
    "onomists",
    "ician",
    "icians",
    "-of-one",
    "-of-two",
    "-of-three",
    "-of-four",
    "-of-five",
    "-of-six",
)
"""Endings by which an unknown noun counts persons."""
_STAYING = frozenset(
    [
        "remain",
        "remains",
        "remained",
        "stay",
        "stays",
        "stayed",
        "sustained",
        "suffered",
        "required",
        "needed",
        "received",
        "sought",
        "incurred",
        "survived",
        "refused",
        "declined",
        "complained",
    ]
)
"""Verbs of which a number alone may be the subject (``eleven remain captive``, ``two sustained injuries``)."""
_FURTHER = frozenset(("more", "further", "additional"))
_MOST_MODIFIERS = 5
_LONGEST_NOUN = 3


class Head(NamedTuple):
    """The noun that ends a counted phrase.

    Attributes:
        word: its last word.
        category: whom it counts.
        person: whether it counts persons.
        outcome: what the noun itself says happened (``deaths``), or None.
    """

    word: Word
    category: Category
    person: bool
    outcome: Outcome | None


def words_from(prose: Prose, start: int) -> Sequence[Word]:
    """The words that begin at an offset of the sentence or behind it, as many as a counted phrase may have."""
    first = bisect_left(prose.words, start, key=_start)
    return prose.words[first : first + FAR]


def _start(word: Word) -> int:
    return word.start


def read_head(words: Sequence[Word], lexicon: Lexicon) -> Head | None:
    """The noun that ends the counted phrase whose first words these are, or None where none is known."""
    best: Head | None = None
    gap, function_words, outcome_words = 0, lexicon.grammar.function_words, lexicon.grammar.outcome_words
    for number, word in enumerate(words[: _MOST_MODIFIERS + 3]):
        text = word.lower
        if text == "'s":
            continue
        if not word.wordlike or text in _STAYING:
            break
        if text in _FURTHER and number == 0:
            continue
        if (text in function_words or text in outcome_words) and _ends_phrase(
            text, words[number + 1 : number + 3], lexicon
        ):
            compound = _compound(words, number, lexicon)
            if compound is None:
                break
            best, gap = compound, 0
            continue
        reading = read_noun(number, words, lexicon)
        if reading is not None and not (number and _is_state(text, words[number - 1], lexicon)):
            things = best is not None and not best.person and reading.outcome is not None
            best, gap = reading._replace(person=False, outcome=None) if things else reading, 0
            continue
        if reading is not None:
            break
        closed = best is not None and (gap or best.word.lower in lexicon.persons.plural)
        if closed or number >= _MOST_MODIFIERS:
            break
        gap += 1
    return best


def _is_state(noun: str, before: Word, lexicon: Lexicon) -> bool:
    """``60 people hostage``: whether a singular noun behind a plural one says what became of those counted."""
    return before.lower in lexicon.persons.plural and noun in _STATES


_STATES = frozenset(("hostage", "captive", "prisoner"))


def read_counted(prose: Prose, start: int, lexicon: Lexicon) -> tuple[str, Category] | None:
    """The persons that the noun phrase at an offset of the sentence names, and their category."""
    words = words_from(prose, start)
    head = read_head(words, lexicon)
    return (prose.text[words[0].start : head.word.end], head.category) if head is not None and head.person else None


def _joined(words: Sequence[Word]) -> str:
    """Words as the lexicon of nouns writes them: lower case, possessives joined, full stops left out."""
    return " ".join(word.lower for word in words).replace(" 's", "'s").replace(".", "")


def _compound(words: Sequence[Word], number: int, lexicon: Lexicon) -> Head | None:
    """A noun with a function word inside (``members of parliament``, ``first responders``) around a word."""
    if words[number].lower not in lexicon.persons.parts:
        return None
    for first in (number - 1, number):
        for last in (number + 2, number + 1, number):
            if first < 0 or last >= len(words) or first == last:
                continue
            noun = _joined(words[first : last + 1])
            category = lexicon.persons.plural.get(noun) or lexicon.persons.singular.get(noun)
            if category is not None:
                return Head(words[last], category, True, None)
    return None


def joined_end(words: Sequence[Word], head: Head, lexicon: Lexicon) -> int:
    """Where ``civilians and soldiers`` ends: behind a second plural that the same number counts."""
    plural = lexicon.persons.plural
    if head.word.lower not in plural:
        return head.word.end
    first = next((number for number, word in enumerate(words) if word.start == head.word.end + 1), len(words))
    if first + 1 >= len(words) or words[first].lower != "and" or words[first + 1].lower not in plural:
        return head.word.end
    return words[first + 1].end


def _ends_phrase(text: str, after: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a word ends the counted phrase; ``wounded`` does not where a person follows (``12 wounded soldiers``)."""
    if text in lexicon.grammar.outcome_words:
        persons = lexicon.persons
        return not (
            any(word.lower in persons.plural for word in after) or (after and after[0].lower in persons.singular)
        )
    persons = lexicon.persons
    told = text in _TOLD and bool(after) and (after[0].lower in persons.plural or after[0].lower in persons.outcomes)
    return text in lexicon.grammar.function_words and not told


_TOLD = frozenset(("confirmed", "suspected", "reported", "registered"))
"""Verbs that describe counted persons too (``55 confirmed patients``)."""


def read_noun(number: int, words: Sequence[Word], lexicon: Lexicon) -> Head | None:
    """What the noun that ends at a word counts, compounds of up to three words first."""
    persons, word = lexicon.persons, words[number]
    longest = _LONGEST_NOUN if word.lower in persons.tails else 1
    for length in range(min(longest, number + 1), 0, -1):
        noun = _joined(words[number - length + 1 : number + 1]) if length > 1 else word.lower
        known = persons.counted.get(noun)
        told = None if known is not None and known[2] is not None else lexicon.tolls.nouns.get(noun)
        if told is not None:
            return Head(word, Category.UNSPECIFIED, True, told)
        if known is not None and (known[1] or length > 1 or not word.capital or not _is_people(word, None, lexicon)):
            return Head(word, *known)
    if word.lower.endswith(PERSONAL) and not word.capital:
        return Head(word, Category.UNSPECIFIED, True, None)
    following = words[number + 1] if number + 1 < len(words) else None
    return Head(word, Category.UNSPECIFIED, True, None) if _is_people(word, following, lexicon) else None


def _is_people(word: Word, following: Word | None, lexicon: Lexicon) -> bool:
    """Whether a word is a demonym in the plural, or in front of a verb: ``two Iraqis``, ``an Iraqi was``."""
    if not word.capital:
        return False
    if not word.text.endswith("s"):
        grammar = lexicon.grammar
        verb = following is not None and (
            following.lower in grammar.auxiliaries or following.lower in grammar.outcome_words
        )
        if not verb:
            return False
    meanings = lexicon.places.known.get(fold_name(word.text), ())
    return any(place.kind == "demonym" for place in meanings)
