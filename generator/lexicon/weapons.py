"""Words for weapons."""

from collections.abc import Iterable, Mapping
from typing import Any

from generator.model.values import value

Phrase = tuple[str, ...]


@value
class WeaponLexicon:
    """Words for weapons.

    Attributes:
        heads: last words of weapons, as tuples of words.
        opening: their first words.
        needs: head -> words of which one has to stand in front of it.
        kinds: words in front that belong to a weapon's name.
        barred: words behind that make it something else.
        idle: words of a sentence whose weapons were no part of a deed.
    """

    heads: frozenset[Phrase]
    opening: frozenset[str]
    needs: Mapping[str, frozenset[str]]
    kinds: frozenset[str]
    barred: frozenset[str]
    idle: frozenset[str]


def read_weapons(data: Mapping[str, Any], idle: Iterable[str]) -> WeaponLexicon:
    """Compile the weapons of ``roles.yml``; ``idle`` words make weapons ones that did nothing."""
    heads = frozenset(tuple(text.split()) for text in data["heads"])
    return WeaponLexicon(
        heads=heads,
        opening=frozenset(head[0] for head in heads),
        needs={head: frozenset(words) for head, words in data["needs"].items()},
        kinds=frozenset(data["kinds"]),
        barred=frozenset(data["barred"]),
        idle=frozenset(idle),
    )
