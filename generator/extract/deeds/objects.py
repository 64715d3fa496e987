"""Whom and what a deed befell: its objects, its subject in the passive, and what it was aimed at."""

from generator.extract.deeds.sufferers import read_target, read_victim
from generator.extract.prose.chunks import Clause, behind_bound, length_of, phrase_from, phrases_before
from generator.lexicon.lexicon import Lexicon
from generator.lexicon.roles import Phrase
from generator.model.mention import ActorMention
from generator.model.span import Span

_MOST_OBJECTS = 12
"""Noun phrases of one list."""
_AIM_REACH = 14
"""Words behind a deed in which what it was aimed at is looked for."""
_ASIDE_REACH = 14

OBJECTIVE = frozenset(("him", "her", "them", "it", "us", "me", "himself", "themselves"))


def has_object(clause: Clause, end: int, lexicon: Lexicon) -> bool:
    """Whether somebody or something stands behind a verb that ends in front of word ``end``."""
    at = behind_bound(clause, end, lexicon)
    stop = phrase_from(clause, at, lexicon)
    if stop > at:
        return clause.lows[stop - 1] not in _SPANS_OF_TIME
    return end < len(clause.lows) and clause.lows[end] in OBJECTIVE


_SPANS_OF_TIME = frozenset(
    ("days", "hours", "weeks", "months", "years", "minutes", "day", "hour", "week", "month", "year")
)


def find_objects(
    clause: Clause, at: int, lexicon: Lexicon, *, bare: bool, stop: int | None = None
) -> tuple[tuple[ActorMention, ...], tuple[Span, ...]]:
    """Whom and what stands behind a verb: noun phrases joined by commas and ``and``, what describes them left out.

    Args:
        clause: the sentence.
        at: index of the first word behind the verb.
        lexicon: what the finders know.
        bare: whether a bare name is a victim.
        stop: index behind the last word that may belong to them, where it is known.
    """
    victims: list[ActorMention] = []
    targets: list[Span] = []
    for _ in range(_MOST_OBJECTS):
        at = behind_bound(clause, at, lexicon)
        end = phrase_from(clause, at, lexicon)
        end = end if stop is None else min(end, stop)
        if end <= at:
            break
        if _speaks(clause, end, lexicon):
            break
        target = read_target(clause, at, end, lexicon)
        victim = read_victim(clause, at, end, lexicon, bare=bare) if target is None else None
        if target is not None:
            targets.append(target)
        elif victim is not None:
            victims.append(victim)
        end = behind_owner(clause, end, lexicon)
        at = end
        while at < len(clause.lows) and (
            clause.lows[at] in (",", "and", "as", "well") or (at > end and clause.lows[at] == "of")
        ):
            at += 1
        if at == end:
            break
    return tuple(victims), tuple(targets)


def _speaks(clause: Clause, end: int, lexicon: Lexicon) -> bool:
    """Whether those who end in front of word ``end`` are sources (``..., doctors and witnesses said``)."""
    if end < len(clause.lows) and clause.lows[end] == "and":
        end = phrase_from(clause, end + 1, lexicon)
    return end < len(clause.lows) and clause.lows[end] in lexicon.cues.verbs


def behind_owner(clause: Clause, end: int, lexicon: Lexicon) -> int:
    """Index behind ``of`` phrases that describe a noun phrase, where the list goes on behind them."""
    stop = end
    while stop + 1 < len(clause.lows) and clause.lows[stop] in ("of", "for", "from"):
        further = phrase_from(clause, stop + 1, lexicon)
        if further == stop + 1:
            break
        stop = further
    return stop if stop < len(clause.lows) and clause.lows[stop] in (",", "and") else end


def find_aims(clause: Clause, end: int, openings: frozenset[Phrase], lexicon: Lexicon) -> tuple[Span, ...]:
    """The targets behind the first preposition that opens what a deed is aimed at."""
    for at in range(end, min(len(clause.lows) - 1, end + _AIM_REACH)):
        size = length_of(clause, at, openings)
        if size:
            targets = find_objects(clause, at + size, lexicon, bare=False)[1]
            if targets:
                return targets
        elif clause.lows[at] in (";", ".", "said", "says", "while", "but", "when"):
            break
    return ()


def find_sufferers(
    clause: Clause, at: int, lexicon: Lexicon, *, bare: bool
) -> tuple[tuple[ActorMention, ...], tuple[Span, ...]]:
    """Whom or what a passive's subject names; names joined by ``and`` are several."""
    at = over_age(clause, over_brackets(clause, at))
    if at and clause.lows[at - 1] == ",":
        at = over_aside(clause, at - 1)
    victims: list[ActorMention] = []
    targets: list[Span] = []
    for _ in range(_MOST_OBJECTS):
        start = at
        for start, end in reversed(list(phrases_before(clause, at, lexicon))):
            victim = read_victim(clause, start, end, lexicon, bare=bare)
            target = read_target(clause, start, end, lexicon)
            if target is not None:
                targets.insert(0, target)
            elif victim is not None:
                victims.insert(0, victim)
            if target is not None or victim is not None or clause.lows[end - 1] in lexicon.persons.singular:
                break
        if start < 2 or start == at or clause.lows[start - 1] not in ("and", ","):
            break
        at = start - 1
    return tuple(victims), tuple(targets)


def over_age(clause: Clause, at: int) -> int:
    """Index in front of the ages that stand right before word ``at`` (``two boys aged 14 and 17 were``)."""
    start = at
    while start and (clause.lows[start - 1].isdigit() or clause.lows[start - 1] in ("and", "between", ",")):
        start -= 1
    return start - 1 if start < at and start and clause.lows[start - 1] in ("aged", "age") else at


def over_brackets(clause: Clause, at: int) -> int:
    """Index in front of what stands in brackets right before word ``at`` (``the Red Front (RF) attacked``)."""
    if not at or clause.lows[at - 1] != ")":
        return at
    low = max(0, at - _ASIDE_REACH)
    return next((n for n in range(at - 2, low, -1) if clause.lows[n] == "("), at)


def over_aside(clause: Clause, comma: int) -> int:
    """Index behind the phrase that an aside between commas belongs to."""
    low = max(0, comma - _ASIDE_REACH)
    return next((n for n in range(comma - 1, low, -1) if clause.lows[n] == ","), comma)
