"""Deeds told by a verb, in the active or the passive."""

from dataclasses import dataclass, replace

from generator.extract.deeds.doers import read_culprit, read_doers, read_state
from generator.extract.deeds.frames import (
    OBJECTIVE,
    Front,
    find_agents,
    find_aims,
    find_objects,
    find_sides,
    find_subjects,
    find_sufferers,
    follows,
    has_object,
    read_front,
)
from generator.extract.prose.chunks import Clause, behind_bound, phrase_from, phrases_before
from generator.lexicon.lexicon import Lexicon
from generator.lexicon.roles import DeedVerb
from generator.model.mention import ActorMention, DeedMention
from generator.model.span import Span
from generator.model.vocabulary import ActorType, EventType


@dataclass(frozen=True, slots=True)
class _Parts:
    """What was read about one deed."""

    doers: tuple[ActorMention, ...] = ()
    victims: tuple[ActorMention, ...] = ()
    targets: tuple[Span, ...] = ()


def read_verb(clause: Clause, at: int, earlier: tuple[ActorMention, ...], lexicon: Lexicon) -> DeedMention | None:
    """The deed that a verb at word ``at`` tells, or None; ``earlier`` are the doers of the deed in front of it."""
    verb = next((v for v in lexicon.roles.verbs[clause.lows[at]] if follows(clause, at + 1, v.then)), None)
    if verb is None:
        return None
    end = at + 1 + len(verb.then)
    front = read_front(clause, at, lexicon)
    if front.article or (
        verb.form == "base" and not (front.infinitive or front.modal or _is_present(clause, at, lexicon))
    ):
        return None
    if verb.form == "ing" and not (
        front.be or clause.lows[at - 1] in (",", "and", "after", "before", "by", "of", "for", "while")
    ):
        return None
    unreal = front.modal or not lexicon.roles.unreal.isdisjoint(clause.lows[max(0, front.at - 3) : at])
    if _is_passive(clause, verb, front, end):
        parts = _passive(clause, verb, front, end, lexicon)
    else:
        parts = _active(clause, verb, front, end, earlier, lexicon)
    if parts is None or unreal or (verb.armed and not _is_armed(parts)):
        return None
    words = clause.prose.words
    span = clause.prose.span(words[at].start, words[end - 1].end)
    kind = _type(clause, verb, front, end, lexicon) if not _is_airborne(parts, lexicon) else EventType.AIR_STRIKE
    return DeedMention(span, kind or EventType.OTHER, verb.rule, None, parts.doers, parts.victims, parts.targets)


def _is_airborne(parts: _Parts, lexicon: Lexicon) -> bool:
    return any(actor.head in lexicon.roles.airborne for actor in parts.doers)


def _type(clause: Clause, verb: DeedVerb, front: Front, end: int, lexicon: Lexicon) -> EventType | None:
    return EventType.ASSASSINATION if _is_assassination(clause, verb, front, end, lexicon) else verb.type


def _is_assassination(clause: Clause, verb: DeedVerb, front: Front, end: int, lexicon: Lexicon) -> bool:
    """Whether a person of public standing is killed."""
    if not verb.person or verb.type is EventType.ABDUCTION:
        return False
    if _is_passive(clause, verb, front, end):
        return any(
            clause.lows[stop - 1] in lexicon.roles.prominent for _, stop in phrases_before(clause, front.at, lexicon)
        )
    stop = phrase_from(clause, end, lexicon)
    return stop > end and not lexicon.roles.prominent.isdisjoint(clause.lows[end:stop])


def _is_retaliation(clause: Clause, bounds: tuple[int, int], doers: tuple[ActorMention, ...], lexicon: Lexicon) -> bool:
    """Whether forces harm those who did the deed: ``police shot the attacker``, ``... shot him after he stabbed``.

    Args:
        clause: the sentence.
        bounds: index of the first word of whom they harm, and index behind the verb.
        doers: who harms them.
        lexicon: what the finders know.
    """
    if not all(actor.rule == "doer-forces" or actor.type is ActorType.STATE_FORCE for actor in doers):
        return False
    at = behind_bound(clause, bounds[0], lexicon)
    end = phrase_from(clause, at, lexicon)
    head = clause.lows[end - 1] if end > at else clause.lows[at] if at < len(clause.lows) else ""
    if lexicon.roles.doers.get(head) in ("armed", "deed") or head in (*OBJECTIVE, "suspect", "suspects"):
        return True
    first = max(end, bounds[1])
    return any(clause.lows[n : n + 2] in _AFTER_DEED for n in range(first, min(len(clause.lows), first + _AFTER)))


_AFTER = 12
"""Words in which the reason for a killing by forces is looked for."""
_AFTER_DEED = frozenset((first, then) for first in ("after", "when", "as") for then in ("he", "she", "they"))


def _avenging(doers: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
    """Forces that harm those who did the deed; only in an operation or a fight are they parties themselves."""
    return tuple(replace(actor, rule="avenger") for actor in doers)


def _is_armed(parts: _Parts) -> bool:
    return any(
        actor.rule in ("doer-armed", "doer-deed") or actor.type is ActorType.ARMED_GROUP for actor in parts.doers
    )


def _is_present(clause: Clause, at: int, lexicon: Lexicon) -> bool:
    """Whether a base form is a headline's present: perpetrators in front, somebody or something behind."""
    if not at or lexicon.roles.doers.get(clause.lows[at - 1]) not in ("armed", "forces", "bodies"):
        return False
    following = clause.lows[at + 1] if at + 1 < len(clause.lows) else "."
    opens = following in lexicon.grammar.determiners or following in lexicon.numerals.values or following.isdigit()
    if clause.lows[at].endswith("s") and not clause.lows[at].endswith("ss"):
        return opens
    many = clause.lows[at - 1].endswith(("s", "men", "police"))
    return many and (opens or phrase_from(clause, at + 1, lexicon) > at + 1)


def _is_passive(clause: Clause, verb: DeedVerb, front: Front, end: int) -> bool:
    if verb.form != "past" or (verb.weapon and verb.object == "weapon" and not front.be):
        return False
    if front.be:
        return True
    if front.have:
        return False
    following = clause.lows[end] if end < len(clause.lows) else "."
    return following == "by" and verb.object == "harmed"


def _passive(clause: Clause, verb: DeedVerb, front: Front, end: int, lexicon: Lexicon) -> _Parts | None:
    doers = find_agents(clause, end, lexicon)
    victims, targets = find_sufferers(clause, front, lexicon, bare=verb.bodily)
    start, stop = next(phrases_before(clause, front.at, lexicon), (0, 0))
    if doers and stop > start and _is_retaliation(clause, (start, end), doers, lexicon):
        doers = _avenging(doers)
    if verb.type is EventType.SECURITY_OPERATION:
        return _Parts(doers) if doers else None
    if verb.object == "weapon":
        return _Parts(doers, (), find_aims(clause, end, verb.at, lexicon))
    if not (doers or victims or targets) and verb.type is None:
        return None
    return _Parts(doers, victims, targets)


def _active(
    clause: Clause, verb: DeedVerb, front: Front, end: int, earlier: tuple[ActorMention, ...], lexicon: Lexicon
) -> _Parts | None:
    if verb.object == "sufferer":
        return _Parts(
            (), tuple(victim for victim in find_sufferers(clause, front, lexicon, bare=verb.bodily)[0] if victim.named)
        )
    doers = find_subjects(clause, front, earlier, lexicon)
    if verb.type is EventType.SECURITY_OPERATION:
        forces = tuple(actor for actor in doers if actor.rule != "doer-plain")
        return _Parts(forces) if forces else None
    if verb.mutual:
        sides = find_sides(clause, end, lexicon) if doers else ()
        return _Parts((*doers, *sides)) if sides else None
    bare = verb.object == "harmed" and verb.form == "past" and not has_object(clause, end, lexicon)
    if bare and (verb.type is None or all(actor.rule == "doer-plain" for actor in doers)):
        aims = find_aims(clause, end, verb.at, lexicon) if verb.at else ()
        return _Parts((), (), aims) if aims else _Parts((), *_reduced(clause, verb, front, end, lexicon))
    if not doers and verb.person and verb.form == "past":
        doers = _culprit(clause, front, lexicon)
    if not doers and verb.state and verb.form != "ing":
        doers = _state(clause, front, lexicon)
    victims, targets = find_objects(clause, end, lexicon, bare=verb.bodily) if verb.object == "harmed" else ((), ())
    if doers and verb.object == "harmed" and _is_retaliation(clause, (end, end), doers, lexicon):
        doers = _avenging(doers)
    if verb.bodily and all(actor.rule == "avenger" for actor in doers):
        doers = (*doers, *_caught(clause, end, lexicon))
    if verb.at:
        targets = (*targets, *find_aims(clause, end, verb.at, lexicon))
    if not (doers or victims or targets) and verb.form == "past":
        victims, targets = _reduced(clause, verb, front, end, lexicon)
    if verb.type is None and not (victims or targets or verb.bodily):
        return None
    return _Parts(doers, victims, targets)


def _caught(clause: Clause, end: int, lexicon: Lexicon) -> tuple[ActorMention, ...]:
    """Those who did the deed, where they are harmed or caught themselves (``killed the gunman``)."""
    stop = phrase_from(clause, end, lexicon)
    if stop == end or clause.lows[end] != "the":
        return ()
    if clause.lows[stop - 1] not in ("gunman", "gunmen"):
        return ()
    return tuple(replace(actor, rule="doer-deed") for actor in read_doers(clause, end, stop, lexicon, plain=False))


def _culprit(clause: Clause, front: Front, lexicon: Lexicon) -> tuple[ActorMention, ...]:
    """The named person right in front of a verb."""
    start, end = next(phrases_before(clause, front.at, lexicon), (0, 0))
    culprit = read_culprit(clause, start, end, lexicon) if end > start else None
    return (culprit,) if culprit is not None else ()


def _state(clause: Clause, front: Front, lexicon: Lexicon) -> tuple[ActorMention, ...]:
    """The country right in front of a verb."""
    start, end = next(phrases_before(clause, front.at, lexicon), (0, 0))
    preposed = start > 0 and clause.lows[start - 1] in lexicon.grammar.prepositions
    state = read_state(clause, start, end, lexicon) if end > start and not preposed else None
    return (state,) if state is not None else ()


def _reduced(
    clause: Clause, verb: DeedVerb, front: Front, end: int, lexicon: Lexicon
) -> tuple[tuple[ActorMention, ...], tuple[Span, ...]]:
    """A participle without auxiliary and object (``the engineers kidnapped on Monday``)."""
    following = clause.lows[end] if end < len(clause.lows) else "."
    if verb.object != "harmed" or front.have or following not in (*lexicon.grammar.prepositions, ",", "."):
        return (), ()
    return find_sufferers(clause, front, lexicon, bare=verb.bodily)
