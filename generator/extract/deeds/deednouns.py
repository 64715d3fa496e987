"""Deeds told by a noun, and parties held guilty of them."""

from generator.extract.deeds.doers import ANYBODY, read_doers
from generator.extract.deeds.frames import find_agents, find_sides, follows, read_front
from generator.extract.deeds.guilt import find_guilty
from generator.extract.deeds.objects import find_aims, find_objects, over_brackets
from generator.extract.deeds.outfits import read_owner
from generator.extract.deeds.subjects import find_states, find_subjects
from generator.extract.prose.chunks import Clause, phrase_from, phrases_before, without_opening
from generator.lexicon.deedwords import DeedNoun
from generator.lexicon.lexicon import Lexicon
from generator.model.mention import ActorMention, DeedMention
from generator.model.vocabulary import ActorType, EventType


def read_noun(clause: Clause, at: int, lexicon: Lexicon) -> DeedMention | None:
    """The deed that a noun at word ``at`` tells, or None."""
    noun = next((n for n in lexicon.roles.nouns[clause.lows[at]] if follows(clause, at, n.words)), None)
    if noun is None or (_is_tally(clause, at, lexicon) and not _is_staged(clause, at, lexicon)):
        return None
    end = at + len(noun.words)
    if end < len(clause.lows) and clause.lows[end] in lexicon.roles.compounds:
        return None
    doers = _sides(clause, at, end, lexicon) if noun.mutual else _noun_doers(clause, at, end, noun, lexicon)
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


def _is_staged(clause: Clause, at: int, lexicon: Lexicon) -> bool:
    """Whether the words in front tell that somebody carried out all of what is counted (``launched four strikes``)."""
    phrase = next((start for start, _ in phrases_before(clause, at, lexicon)), at)
    starts = {_before_number(clause, start, lexicon) for start in (phrase, at)}
    staged = lexicon.roles.staged
    return any(clause.lows[start - size : start] in staged for start in starts for size in (2, 1) if start >= size)


def _before_number(clause: Clause, at: int, lexicon: Lexicon) -> int:
    """Index of the number in front of word ``at``, or ``at``."""
    while at and (clause.lows[at - 1].isdigit() or clause.lows[at - 1] in lexicon.numerals.values):
        at -= 1
    return at


def _sides(clause: Clause, at: int, end: int, lexicon: Lexicon) -> tuple[ActorMention, ...]:
    """Both parties of a fight (``clashes broke out between the army and the Red Front``, ``a clash with rebels``)."""
    near = clause.lows[end : end + _BETWEEN]
    if "between" in near:
        sides = find_sides(clause, end + near.index("between") + 1, lexicon, plain=True)
        return sides if len(sides) > 1 else tuple(actor for actor in sides if actor.rule not in ANYBODY)
    fallen = _fallen(clause, at, lexicon)
    if near[:1] in (("with",), ("against",)):
        sides = find_sides(clause, end + 1, lexicon)
        return (*fallen, *sides) if sides else ()
    forces = {actor.rule == "doer-forces" or actor.type is ActorType.STATE_FORCE for actor in fallen}
    return fallen if len(forces) > 1 else ()


def _fallen(clause: Clause, at: int, lexicon: Lexicon) -> tuple[ActorMention, ...]:
    """The parties of whom some fell in the fight at word ``at`` (``two rebels and a guard were killed in a clash``)."""
    lows = clause.lows
    verb = next((n for n in range(at - 1, max(0, at - _FELL), -1) if lows[n] in _FALLING), None)
    if verb is None:
        return ()
    stop = over_brackets(clause, read_front(clause, verb, lexicon).subject)
    found: list[ActorMention] = []
    for _ in range(2):
        for start, end in reversed(list(phrases_before(clause, stop, lexicon))):
            doers = read_doers(clause, start, end, lexicon, plain=False)
            found[:0] = doers
            stop = over_brackets(clause, start)
            if doers:
                break
        if stop < 2 or lows[stop - 1] != "and":
            break
        stop -= 1
    return tuple(found)


_BETWEEN = 5
"""Words among which ``between`` is looked for behind a fight."""
_FELL = 7
"""Words between those who fell and the fight."""
_FALLING = frozenset(("killed", "died", "wounded", "injured", "dead"))
_FEW = 3
"""Deeds that may still be one event."""


def _noun_doers(clause: Clause, at: int, end: int, noun: DeedNoun, lexicon: Lexicon) -> tuple[ActorMention, ...]:
    agents = find_agents(clause, end, lexicon) or _from(clause, end, lexicon)
    doers = tuple(actor for actor in agents if noun.bodily or actor.rule != "doer-human")
    if doers:
        return doers
    start = next((start for start, _ in phrases_before(clause, at, lexicon)), at)
    before = start if start < at else at
    fronts = dict.fromkeys(_before_number(clause, start, lexicon) for start in (before, at))
    staging = (found for front in fronts if (found := _stagers(clause, front, lexicon)))
    doers = next(staging, ()) or find_guilty(clause, before, lexicon)
    return doers or (_owners(clause, start, at, noun, lexicon) if start < at else ())


def _from(clause: Clause, end: int, lexicon: Lexicon) -> tuple[ActorMention, ...]:
    """Those whose fire it was (``came under fire from rebels``)."""
    if clause.lows[end : end + 1] != ("from",):
        return ()
    stop = phrase_from(clause, end + 1, lexicon)
    return read_doers(clause, end + 1, stop, lexicon, plain=False) if stop > end + 1 else ()


def _stagers(clause: Clause, before: int, lexicon: Lexicon) -> tuple[ActorMention, ...]:
    """The subject of a verb that makes it the doer of the deed which follows (``launched a raid``)."""
    staged = lexicon.roles.staged
    for size in (2, 1):
        if before >= size and clause.lows[before - size : before] in staged:
            front = read_front(clause, before - size, lexicon)
            if front.modal or front.be:
                return ()
            return find_subjects(clause, front, (), lexicon) or find_states(clause, front, lexicon)
    return ()


def _owners(clause: Clause, start: int, at: int, noun: DeedNoun, lexicon: Lexicon) -> tuple[ActorMention, ...]:
    """The party in front of a deed's noun that did it (``a rebel attack``, ``Kelvarian shelling``)."""
    if not (noun.own or noun.state):
        return ()
    stop = at - 1 if clause.lows[at - 1] == "'s" else at
    first = without_opening(clause, start, stop, lexicon)
    doers = read_doers(clause, first, stop, lexicon, plain=False) if stop > first and noun.own else ()
    held = tuple(actor for actor in doers if _is_owner(actor, noun, possessed=stop < at))
    if held or not noun.state:
        return held
    state = read_owner(clause, start, at, lexicon)
    return (state,) if state is not None else ()


def _is_owner(actor: ActorMention, noun: DeedNoun, *, possessed: bool) -> bool:
    """Whether a party in front of a deed's noun did it; ``terrorist`` in ``terrorist attack`` only tells its kind."""
    if actor.named or possessed:
        return True
    return actor.head.endswith(("s", "men")) or (actor.type is not ActorType.CROWD and noun.type is not None)
