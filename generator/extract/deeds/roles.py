"""Deeds of a sentence with their roles: who did it, to whom or what, with what (event frames)."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

from generator.extract.deeds.deednouns import read_noun
from generator.extract.deeds.deedverbs import read_verb
from generator.extract.deeds.doers import read_doers
from generator.extract.deeds.guilt import read_guilt
from generator.extract.deeds.objects import find_objects
from generator.extract.deeds.weapons import find_weapons
from generator.extract.prose.chunks import Clause, length_of, phrase_to, read_clause
from generator.extract.prose.matching import Prose
from generator.extract.prose.nounphrases import is_nominal
from generator.lexicon.lexicon import Lexicon
from generator.lexicon.roles import AGENT, BREAKS, PARTY
from generator.model.mention import ActorMention, DeedMention
from generator.model.values import replace
from generator.model.vocabulary import EventType

_REACH = 90
"""Code points between a deed and what it was done with."""


def find_deeds(prose: Prose, lexicon: Lexicon, *, since: int | None = None) -> tuple[DeedMention, ...]:
    """All deeds that a sentence tells, in order; ``since`` is where it begins to tell of an earlier time."""
    roles = lexicon.roles
    vocabulary = prose.vocabulary
    if roles.anchors.isdisjoint(vocabulary) and roles.culprits.isdisjoint(vocabulary):
        return ()
    clause = read_clause(prose)
    found = _deeds(clause, lexicon)
    if not roles.culprits.isdisjoint(vocabulary) and not any(deed.perpetrators for deed in found):
        parties = tuple(islice(_parties(clause, lexicon), 2))
        found += [party for party in parties if party.rule == AGENT] or parties[:1]
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


def _parties(clause: Clause, lexicon: Lexicon) -> Iterator[DeedMention]:
    """Those whom the text calls doers without telling their deed (``The assailants circled the camp``)."""
    lows, words = clause.lows, clause.prose.words
    for at, low in enumerate(lows):
        if low not in lexicon.roles.culprits or _goes_on(clause, at + 1, lexicon):
            continue
        if low in _ARMABLE and at and lexicon.roles.violent.isdisjoint(lows[max(0, at - 2) : at]):
            continue
        if (
            low == "fighters"
            and lows[at + 1 : at + 2] not in (("of",), ("from",), ("loyal",))
            and not words[at - 1].capital
        ):
            continue
        start = phrase_to(clause, at + 1, lexicon)
        unreal = not lexicon.roles.unreal.isdisjoint((*lows[max(0, start - 2) : start], *lows[at + 1 : at + 3]))
        if unreal or (start and lows[start - 1] in _ABOUT):
            continue
        doers = read_doers(clause, start, at + 1, lexicon, plain=False)
        if doers:
            span = clause.prose.span(words[start].start, words[at].end)
            agent = start > 1 and lows[start - 1] == "by" and lows[start - 2].endswith(("ed", "en", "t", "away", "up"))
            yield DeedMention(span, EventType.OTHER, AGENT if agent else PARTY, None, doers)


def _goes_on(clause: Clause, at: int, lexicon: Lexicon) -> bool:
    """Whether a noun phrase goes on at word ``at``; a word in ``-ed`` is a verb there."""
    words = clause.prose.words
    return at < len(words) and is_nominal(words[at], lexicon) and not clause.lows[at].endswith("ed")


_ARMABLE = frozenset(("men", "man", "individuals", "persons", "youths", "people"))
"""Persons whom only an adjective makes doers (``armed men``)."""
_ABOUT = frozenset(("against", "as", "than", "like", "without", "between", "no", "of", "killing", "killed", "arrested"))
"""In front of doers that did not do what the story tells."""


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
            head = clause.prose.text[span.start - clause.prose.start : span.end - clause.prose.start].rsplit(" ", 1)[-1]
            flies = deed.rule in _LAUNCHED and deed.perpetrators and head.lower() in lexicon.roles.airborne
            kind = EventType.AIR_STRIKE if flies else deed.type
            deeds[near] = replace(deed, type=kind, weapons=(*deed.weapons, span), targets=(*deed.targets, *further))
    return deeds


_LAUNCHED = frozenset(("launch", "fire", "fire shots"))
"""Verbs that tell an air strike where what they send flies."""
_BESIDE = frozenset((("outside",), ("inside",), ("near",), ("under",), ("in", "front", "of"), ("next", "to")))
"""Words between a weapon and what it was aimed at (``a bomb outside a court``)."""


def _deeds(clause: Clause, lexicon: Lexicon) -> list[DeedMention]:
    roles = lexicon.roles
    found: list[DeedMention] = []
    doers: tuple[ActorMention, ...] = ()
    for at in clause.prose.anchors(roles.turns):
        low = clause.lows[at]
        if low in BREAKS:
            doers = ()
            continue
        if found and clause.prose.start + clause.prose.words[at].start < found[-1].span.end:
            continue
        deed = read_verb(clause, at, doers, lexicon) if low in roles.verbs else None
        if deed is None and low in roles.nouns:
            deed = read_noun(clause, at, lexicon)
        if deed is None and low in roles.guilty:
            deed = read_guilt(clause, at, lexicon)
        if deed is not None:
            found.append(deed)
            doers = deed.perpetrators or doers
    return found
