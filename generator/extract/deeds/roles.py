"""Deeds of a sentence with their roles: who did it, to whom or what, with what (event frames)."""

from bisect import bisect_left
from dataclasses import replace

from generator.extract.deeds.deednouns import read_guilt, read_noun
from generator.extract.deeds.deedverbs import read_verb
from generator.extract.deeds.frames import find_objects
from generator.extract.deeds.weapons import find_weapons
from generator.extract.prose.chunks import Clause, length_of, read_clause
from generator.extract.prose.matching import Prose
from generator.lexicon.lexicon import Lexicon
from generator.model.mention import ActorMention, DeedMention
from generator.model.vocabulary import EventType

_REACH = 90
"""Code points between a deed and what it was done with."""


def find_deeds(prose: Prose, lexicon: Lexicon, *, since: int | None = None) -> tuple[DeedMention, ...]:
    """All deeds that a sentence tells, in order; ``since`` is where it begins to tell of an earlier time."""
    roles = lexicon.roles
    if roles.anchors.isdisjoint(prose.vocabulary):
        return ()
    clause = read_clause(prose)
    found = _deeds(clause, lexicon)
    if not found:
        return ()
    if not roles.weapons.opening.isdisjoint(prose.vocabulary) and roles.weapons.idle.isdisjoint(prose.vocabulary):
        found = _armed(clause, found, lexicon)
    background = _is_background(prose, lexicon)
    since = len(prose.text) if since is None else since
    return tuple(
        replace(deed, past=True) if background or deed.span.start - prose.start >= since else deed
        for deed in (_doubted(deed, lexicon) for deed in found)
    )


def _is_background(prose: Prose, lexicon: Lexicon) -> bool:
    """Whether a phrase of the sentence places its deeds among earlier ones."""
    background = lexicon.roles.background
    return any(phrase in prose.text for word in background.keys() & prose.vocabulary for phrase in background[word])


def _doubted(deed: DeedMention, lexicon: Lexicon) -> DeedMention:
    """The deed without its type where only a doer or a weapon would make it sure (a tank may explode by itself)."""
    if deed.rule not in lexicon.roles.doubtful or deed.perpetrators or deed.weapons:
        return deed
    return replace(deed, type=EventType.OTHER)


def _armed(clause: Clause, deeds: list[DeedMention], lexicon: Lexicon) -> list[DeedMention]:
    """The deeds with the weapons of the sentence, each with the nearest, and with what stands beside the weapon."""
    starts = [deed.span.start for deed in deeds]
    for _, end, span in find_weapons(clause, lexicon):
        near = bisect_left(starts, span.start)
        if near == len(starts) or (near and span.start - starts[near - 1] <= starts[near] - span.start):
            near -= 1
        if abs(starts[near] - span.start) < _REACH:
            deed = deeds[near]
            size = length_of(clause, end, _BESIDE)
            beside = find_objects(clause, end + size, lexicon, bare=False)[1] if size else ()
            further = tuple(target for target in beside if target not in deed.targets)
            deeds[near] = replace(deed, weapons=(*deed.weapons, span), targets=(*deed.targets, *further))
    return deeds


_BESIDE = frozenset((("outside",), ("inside",), ("near",), ("under",), ("in", "front", "of"), ("next", "to")))
"""Words between a weapon and what it was aimed at (``a bomb outside a court``)."""


def _deeds(clause: Clause, lexicon: Lexicon) -> list[DeedMention]:
    roles, found = lexicon.roles, []
    doers: tuple[ActorMention, ...] = ()
    anchors = roles.anchors
    for at, low in [word for word in enumerate(clause.lows) if word[1] in anchors or word[1] in _BREAKS]:
        if low in _BREAKS:
            doers = ()
            continue
        deed = read_verb(clause, at, doers, lexicon) if low in roles.verbs else None
        if deed is None and low in roles.nouns:
            deed = read_noun(clause, at, lexicon)
        if deed is None and (low in roles.after or low in roles.identified):
            deed = read_guilt(clause, at, lexicon)
        if deed is not None:
            found.append(deed)
            doers = deed.perpetrators or doers
    return found


_BREAKS = frozenset((";", "but"))
"""Behind them somebody else may act."""
