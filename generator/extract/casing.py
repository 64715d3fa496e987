"""Case for wires that have none: old agencies wrote in capitals, and finders tell names by their first letter."""

import re

from generator.lexicon.lexicon import Lexicon
from generator.lexicon.places import fold_name
from generator.model.partialdate import WEEKDAYS

_WORD = re.compile(r"[^\W_]+(?:['.-][^\W_]+)*")
_LETTERS = 12
"""Capitals that a sentence needs before its case counts as lost."""
_LONGEST_NAME = 6
_MONTHS = "january february april june july august september october november december jan feb mar apr jun jul aug sep"
_DAYS = frozenset((*(day.lower() for day in WEEKDAYS), *_MONTHS.split(), "sept", "oct", "nov", "dec"))
"""``may`` and ``march`` are verbs more often than months."""


def restore_case(text: str, lexicon: Lexicon) -> str:
    """The text with known names capitalised and all other words in lower case; as long as before.

    Only a sentence wholly in capitals is changed. Words behind a title (``PRESIDENT N. N.``) and behind a word like
    ``TOWN OF`` are names too where the lexicon does not know them as common words.
    """
    if any(sign.islower() for sign in text) or sum(sign.isupper() for sign in text) < _LETTERS:
        return text
    words = [(found.start(), found.end(), found[0].lower()) for found in _WORD.finditer(text)]
    names = _names(text, words, lexicon)
    pieces, at = [], 0
    for number, (start, end, word) in enumerate(words):
        pieces.append(text[at:start])
        pieces.append(_cased(text[start:end], word, named=number in names or number == 0))
        at = end
    pieces.append(text[at:])
    restored = "".join(pieces)
    return restored if len(restored) == len(text) else text


def _cased(written: str, word: str, *, named: bool) -> str:
    if any(sign.isdigit() for sign in written) or "." in written:
        return written
    if not named and word not in _DAYS:
        return word
    return "-".join(part.capitalize() for part in word.split("-"))


def _names(text: str, words: list[tuple[int, int, str]], lexicon: Lexicon) -> set[int]:
    """Numbers of the words that belong to a name."""
    names: set[int] = set()
    for number, (start, _, word) in enumerate(words):
        for length in range(min(_LONGEST_NAME, len(words) - number), 0, -1):
            key = fold_name(text[start : words[number + length - 1][1]])
            meanings = lexicon.places.known.get(key, ())
            if key in lexicon.actors.known or (meanings and not all(place.ambiguous for place in meanings)):
                names.update(range(number, number + length))
                break
        if word in lexicon.actors.offices or (
            word == "of" and number and words[number - 1][2] in lexicon.places.levels
        ):
            names.update(_following(text, words, number + 1, lexicon))
    return names


def _following(text: str, words: list[tuple[int, int, str]], first: int, lexicon: Lexicon) -> list[int]:
    """Numbers of the unknown words that stand together from a word on: a name."""
    found: list[int] = []
    for number in range(first, min(first + 4, len(words))):
        start, _, word = words[number]
        joined = text[words[number - 1][1] : start] in (" ", ". ")
        if not joined or _is_common(word, lexicon):
            break
        found.append(number)
    return found


def _is_common(word: str, lexicon: Lexicon) -> bool:
    grammar = lexicon.grammar
    return (
        word in grammar.function_words
        or word in grammar.outcome_words
        or word in lexicon.persons.plural
        or word in lexicon.persons.singular
        or word in lexicon.persons.things
        or word in lexicon.actors.heads
        or word in lexicon.actors.offices
        or word in lexicon.cues.verbs
        or word in lexicon.events.phrases
        or word.endswith(("ing", "ed", "tion", "ment", "ly"))
    )
