"""Weapons that a sentence names."""

from collections.abc import Iterator

from generator.extract.prose.chunks import Clause
from generator.lexicon.lexicon import Lexicon
from generator.model.span import Span


def find_weapons(clause: Clause, lexicon: Lexicon) -> Iterator[tuple[int, int, Span]]:
    """Every weapon of a sentence: index of its first word, index behind its last one, its span."""
    weapons = lexicon.roles.weapons
    lows, words = clause.lows, clause.prose.words
    for at, low in enumerate(lows):
        if low not in weapons.opening:
            continue
        size = next((size for size in (2, 1) if at + size <= len(lows) and lows[at : at + size] in weapons.heads), 0)
        end = at + size
        if not size or (end < len(lows) and (lows[end : end + 1] in weapons.heads or lows[end] in weapons.barred)):
            continue
        start = at
        while start and _belongs(clause, start - 1, lexicon):
            start -= 1
        needed = weapons.needs.get(lows[end - 1]) if size == 1 else None
        if needed is not None and needed.isdisjoint(lows[start:at]):
            continue
        yield start, end, clause.prose.span(words[start].start, words[end - 1].end)


def _belongs(clause: Clause, at: int, lexicon: Lexicon) -> bool:
    """Whether a word in front of a weapon is part of its name (``AK-47 rifle``, ``car bomb``)."""
    word, weapons = clause.prose.words[at], lexicon.roles.weapons
    low = clause.lows[at]
    if low in weapons.kinds or (low,) in weapons.heads:
        return True
    named = any(sign.isdigit() for sign in low) and not low.isdigit()
    model = word.capital and at > 0 and low not in lexicon.grammar.function_words and not is_place(low, lexicon)
    return named or (model and len(low) > 1)


def is_place(low: str, lexicon: Lexicon) -> bool:
    """Whether a word is the name or the adjective of a place or party."""
    return low in lexicon.places.known or low in lexicon.actors.known or low in lexicon.actors.longest
