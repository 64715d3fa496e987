"""Deeds told by a noun, and parties held guilty of them."""

from generator.extract.deeds.doers import read_culprit, read_doers
from generator.extract.deeds.frames import (
    find_agents,
    find_aims,
    find_objects,
    find_sides,
    find_subjects,
    follows,
    read_front,
)
from generator.extract.prose.chunks import Clause, phrase_from, phrases_before, without_opening
from generator.lexicon.lexicon import Lexicon
from generator.lexicon.roles import DeedNoun
from generator.model.mention import ActorMention, DeedMention
from generator.model.vocabulary import ActorType, EventType


def read_noun(clause: Clause, at: int, lexicon: Lexicon) -> DeedMention | None:
    """The deed that a noun at word ``at`` tells, or None."""
    noun = next((n for n in lexicon.roles.nouns[clause.lows[at]] if follows(clause, at, n.words)), None)
    if noun is None or _is_tally(clause, at, lexicon):
        return None
    end = at + len(noun.words)
    doers = _sides(clause, end, lexicon) if noun.mutual else _noun_doers(clause, at, end, noun, lexicon)
    victims, targets = find_objects(clause, len(clause.lows), lexicon, bare=False)
    if noun.of and end < len(clause.lows) and clause.lows[end] == "of":
        victims, targets = find_objects(clause, end + 1, lexicon, bare=noun.bodily)
    if noun.on:
        targets = (*targets, *find_aims(clause, end, noun.on, lexicon))
        size = next((size for size in (2, 1) if clause.lows[end : end + size] in noun.on), 0)
        if size and not noun.of:
            victims = (*victims, *find_objects(clause, end + size, lexicon, bare=False)[0])
    if (noun.plain or noun.type is None) and not (doers or victims or targets):
        return None
    words = clause.prose.words
    span = clause.prose.span(words[at].start, words[end - 1].end)
    return DeedMention(span, noun.type or EventType.OTHER, noun.rule, noun.stage, doers, victims, targets)


def _is_tally(clause: Clause, at: int, lexicon: Lexicon) -> bool:
    """Whether many deeds are counted together (``58 attacks since January``)."""
    before = clause.lows[at - 1] if at else ""
    return clause.lows[at].endswith("s") and (before.isdigit() or lexicon.numerals.values.get(before, 0) > _FEW)


def _sides(clause: Clause, end: int, lexicon: Lexicon) -> tuple[ActorMention, ...]:
    """Both parties of a fight (``clashes broke out between the army and the Red Front``)."""
    near = clause.lows[end : end + _BETWEEN]
    return find_sides(clause, end + near.index("between") + 1, lexicon) if "between" in near else ()


_BETWEEN = 5
"""Words among which ``between`` is looked for behind a fight."""
_FEW = 3
"""Deeds that may still be one event."""


def _noun_doers(clause: Clause, at: int, end: int, noun: DeedNoun, lexicon: Lexicon) -> tuple[ActorMention, ...]:
    doers = find_agents(clause, end, lexicon)
    if doers:
        return doers
    start = next((start for start, _ in phrases_before(clause, at, lexicon)), at)
    before = start if start < at else at
    for size in (2, 1):
        if before >= size and clause.lows[before - size : before] in lexicon.roles.staged:
            front = read_front(clause, before - size, lexicon)
            staged = find_subjects(clause, front, (), lexicon) if not front.modal and not front.be else ()
            if staged:
                return staged
    guilty = _held_guilty(clause, before, lexicon)
    if guilty:
        return guilty
    if not noun.own or start == at:
        return ()
    stop = at - 1 if clause.lows[at - 1] == "'s" else at
    first = without_opening(clause, start, stop, lexicon)
    doers = read_doers(clause, first, stop, lexicon, plain=False) if stop > first else ()
    return tuple(actor for actor in doers if _is_owner(actor, noun, possessed=stop < at))


def _is_owner(actor: ActorMention, noun: DeedNoun, *, possessed: bool) -> bool:
    """Whether a party in front of a deed's noun did it; ``terrorist`` in ``terrorist attack`` only tells its kind."""
    if actor.named or possessed:
        return True
    return actor.head.endswith(("s", "men")) or (actor.type is not ActorType.CROWD and noun.type is not None)


def _held_guilty(clause: Clause, at: int, lexicon: Lexicon) -> tuple[ActorMention, ...]:
    """The party in front of a phrase that holds it guilty of what stands at ``at`` (``accused of the murder``)."""
    size = next((size for size in (3, 2) if at > size and clause.lows[at - size : at] in lexicon.roles.behind), 0)
    if not size:
        return ()
    front = read_front(clause, at - size, lexicon)
    return () if front.modal else find_subjects(clause, front, (), lexicon)


def read_guilt(clause: Clause, at: int, lexicon: Lexicon) -> DeedMention | None:
    """A party behind a phrase that holds it guilty (``attributed to the rebels``) or gives its name."""
    roles, low = lexicon.roles, clause.lows[at]
    known = (*roles.after.get(low, ()), *roles.identified.get(low, ()))
    phrase = next((phrase for phrase in known if follows(clause, at, phrase)), None)
    if phrase is None:
        return None
    start = at + len(phrase)
    stop = phrase_from(clause, start, lexicon)
    if stop == start:
        return None
    if phrase in roles.identified.get(low, ()):
        doers = _identified(clause, at, start, stop, lexicon)
    else:
        doers = read_doers(clause, start, stop, lexicon, plain=False)
    if not doers:
        return None
    span = clause.prose.span(clause.prose.words[at].start, clause.prose.words[start - 1].end)
    return DeedMention(span, EventType.OTHER, " ".join(phrase), None, doers)


def _identified(clause: Clause, at: int, start: int, stop: int, lexicon: Lexicon) -> tuple[ActorMention, ...]:
    """The name that doers are given (``the gunman was identified as N. N.``)."""
    end = read_front(clause, at, lexicon).at
    told = any(lexicon.roles.doers.get(low) in ("deed", "armed") for low in clause.lows[max(0, end - 6) : end])
    culprit = read_culprit(clause, start, stop, lexicon) if told else None
    return (culprit,) if culprit is not None else ()
