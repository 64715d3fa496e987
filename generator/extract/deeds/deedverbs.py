"""Deeds told by a verb, in the active or the passive."""

from generator.extract.deeds.caught import avenging, find_caught, find_suspects, find_taken, is_retaliation
from generator.extract.deeds.doers import ANYBODY
from generator.extract.deeds.frames import Front, find_agents, find_sides, find_verb, follows, parted_at, read_front
from generator.extract.deeds.guilt import find_guilty
from generator.extract.deeds.kinds import WARDING, harmed_words, is_assassination, is_flying, kind_of_deed
from generator.extract.deeds.objects import find_aims, find_objects, find_sufferers, has_object, over_age
from generator.extract.deeds.outfits import read_owner
from generator.extract.deeds.subjects import find_culprit, find_states, find_subjects
from generator.extract.prose.chunks import Clause, behind_bound, phrase_from, phrases_before
from generator.lexicon.deedwords import DeedVerb
from generator.lexicon.lexicon import Lexicon
from generator.model.mention import ActorMention, DeedMention
from generator.model.span import Span
from generator.model.values import replace, value
from generator.model.vocabulary import ActorType, EventType


@value
class _Parts:
    """What was read about one deed."""

    doers: tuple[ActorMention, ...] = ()
    victims: tuple[ActorMention, ...] = ()
    targets: tuple[Span, ...] = ()


def read_verb(clause: Clause, at: int, earlier: tuple[ActorMention, ...], lexicon: Lexicon) -> DeedMention | None:
    """The deed that a verb at word ``at`` tells, or None; ``earlier`` are the doers of the deed in front of it."""
    verb = find_verb(clause, at, lexicon)
    if verb is None:
        return None
    end = at + 1 + len(verb.then) if follows(clause, at + 1, verb.then) else at + 1
    front = read_front(clause, at, lexicon)
    if front.article or (
        verb.form == "base" and not (front.infinitive or front.modal or _is_present(clause, at, lexicon))
    ):
        return None
    if verb.form == "ing" and not (front.be or (at and clause.lows[at - 1] in _BEFORE_PARTICIPLE)):
        return None
    unreal = front.modal or not lexicon.roles.unreal.isdisjoint(clause.lows[max(0, front.at - 3) : at])
    passive = _is_passive(clause, verb, front, end)
    guilty = find_guilty(clause, at, lexicon) if verb.form == "ing" else ()
    if passive:
        parts = _passive(clause, verb, front, end, lexicon)
    else:
        parts = _active(clause, verb, front, end, guilty or earlier, lexicon)
    if parts is None or (unreal and not guilty) or (verb.armed and not _is_armed(parts)):
        return None
    if guilty:
        parts = replace(parts, doers=guilty)
    harmed = harmed_words(clause, front, end, passive=passive)
    parts = _without_bystanders(parts, verb, harmed, lexicon)
    words = clause.prose.words
    span = clause.prose.span(words[at].start, words[end - 1].end)
    prominent = is_assassination(clause, verb, front, end, lexicon, passive=passive)
    kind = EventType.ASSASSINATION if prominent else kind_of_deed(verb, parts.doers, harmed, lexicon)
    if kind is EventType.SECURITY_OPERATION and verb.rule in _TAKING and not any(map(_is_stately, parts.doers)):
        kind = EventType.ARMED_ATTACK
    return DeedMention(span, kind or EventType.OTHER, verb.rule, None, parts.doers, parts.victims, parts.targets)


_BEFORE_PARTICIPLE = frozenset(
    (
        "began",
        "started",
        "begun",
        ",",
        "and",
        "after",
        "before",
        "by",
        "of",
        "for",
        "while",
        "with",
        "in",
        "to",
        "or",
        "then",
    )
)
"""Words and signs in front of a participle that tells a deed without an auxiliary."""


def _is_stately(actor: ActorMention) -> bool:
    return actor.rule in _FORCES or actor.type in _STATELY


def _without_bystanders(parts: _Parts, verb: DeedVerb, harmed: frozenset[str], lexicon: Lexicon) -> _Parts:
    """The parts without doers of whom only a deed against persons or things of others tells that they did it."""
    persons = lexicon.persons
    told = parts.victims or parts.targets or verb.type in _PLAIN_DEEDS or not harmed.isdisjoint(persons.singular)
    if told or not harmed.isdisjoint(persons.plural) or (verb.person and verb.object != "harmed"):
        return parts
    doers = tuple(actor for actor in parts.doers if actor.rule != "doer-human")
    return parts if len(doers) == len(parts.doers) else replace(parts, doers=doers)


_PLAIN_DEEDS = frozenset(
    (EventType.ARSON, EventType.RIOT, EventType.HIJACKING, EventType.ABDUCTION, EventType.CRIME, EventType.ARMED_CLASH)
)
"""Types of deeds that persons of any calling do."""


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
    victims, targets = find_sufferers(clause, front.subject, lexicon, bare=verb.bodily)
    start, stop = next(phrases_before(clause, over_age(clause, front.at), lexicon), (0, 0))
    if doers and stop > start and is_retaliation(clause, (start, end), doers, lexicon):
        doers = avenging(doers)
    if verb.type is EventType.SECURITY_OPERATION:
        doers = (*doers, *(find_taken(clause, front, lexicon) if verb.catching else ()))
        return _Parts(doers) if doers else None
    if verb.object == "weapon":
        return _Parts(doers, (), find_aims(clause, end, verb.at, lexicon))
    if not (doers or victims or targets) and verb.type is None:
        return None
    return _Parts(doers, victims, targets)


def _active(
    clause: Clause, verb: DeedVerb, front: Front, end: int, earlier: tuple[ActorMention, ...], lexicon: Lexicon
) -> _Parts | None:
    if verb.object == "harmed" and clause.lows[end : end + 1] in _REFLEXIVE:
        return None
    if verb.object == "sufferer":
        sufferers = find_sufferers(clause, front.subject, lexicon, bare=verb.bodily)[0]
        return _Parts((), tuple(victim for victim in sufferers if victim.named))
    doers = find_subjects(clause, front, earlier, lexicon)
    if verb.type is EventType.SECURITY_OPERATION:
        return _operation(clause, verb, end, doers or _statesmen(clause, verb, front, lexicon), lexicon)
    if verb.mutual:
        return _fight(clause, verb, end, doers or find_states(clause, front, lexicon), lexicon)
    bare = verb.object == "harmed" and verb.form == "past" and not has_object(clause, end, lexicon)
    if bare and (verb.type is None or verb.deadly or all(actor.rule in ANYBODY for actor in doers)):
        aims = find_aims(clause, end, verb.at, lexicon) if verb.at else ()
        return _Parts((), (), aims) if aims else _Parts((), *_reduced(clause, verb, front, end, lexicon))
    if not doers and verb.person and verb.form == "past":
        doers = find_culprit(clause, front, lexicon)
    parts = _harm(clause, verb, end, doers or _statesmen(clause, verb, front, lexicon), lexicon)
    if parts == _Parts() and verb.form == "past":
        parts = _Parts((), *_reduced(clause, verb, front, end, lexicon))
    if verb.object == "harmed" and verb.rule in WARDING and is_flying(clause, end, lexicon):
        return None
    fired = verb.object == "weapon" and not lexicon.roles.airborne.isdisjoint(clause.lows[end : end + _SENT])
    raids = verb.raiding and any(_is_stately(actor) and actor.head not in _INQUIRERS for actor in parts.doers)
    if verb.type is None and not (parts.victims or parts.targets or verb.bodily or raids or (fired and parts.doers)):
        return None
    return parts


_INQUIRERS = frozenset(("investigators", "detectives", "inspectors", "officers"))
"""Who looks into a deed, and seizes what tells of it."""
_SENT = 7
"""Words behind a verb in which what it sends through the air is named."""


def _harm(clause: Clause, verb: DeedVerb, end: int, doers: tuple[ActorMention, ...], lexicon: Lexicon) -> _Parts:
    """Doers of a deed with whom and what it harms, and what it is aimed at."""
    victims: tuple[ActorMention, ...] = ()
    targets: tuple[Span, ...] = ()
    if verb.object == "harmed":
        stop = (
            parted_at(clause, end, verb.then)
            if verb.apart and not follows(clause, end - len(verb.then), verb.then)
            else None
        )
        victims, targets = find_objects(clause, end, lexicon, bare=verb.bodily, stop=stop)
    if doers and verb.object == "harmed" and is_retaliation(clause, (end, end), doers, lexicon):
        doers = avenging(doers)
    if verb.bodily and all(actor.rule == "avenger" for actor in doers):
        doers = (*doers, *find_caught(clause, end, lexicon))
    if verb.at:
        targets = (*targets, *find_aims(clause, end, verb.at, lexicon))
    return _Parts(doers, victims, targets)


def _statesmen(clause: Clause, verb: DeedVerb, front: Front, lexicon: Lexicon) -> tuple[ActorMention, ...]:
    """The country in front of a verb that states may be the doers of."""
    return find_states(clause, front, lexicon) if verb.state else ()


def _operation(
    clause: Clause, verb: DeedVerb, end: int, doers: tuple[ActorMention, ...], lexicon: Lexicon
) -> _Parts | None:
    """Forces that carry out an operation, and the suspects whom they catch."""
    forces = tuple(actor for actor in doers if actor.rule in _FORCES or actor.type in _STATELY)
    if not forces:
        armed = tuple(actor for actor in doers if actor.rule == "doer-armed" or actor.type is ActorType.ARMED_GROUP)
        taken = find_objects(clause, end, lexicon, bare=True) if armed and verb.rule in _TAKING else ((), ())
        return _Parts(armed, *taken) if armed and verb.rule in _TAKING else None
    start = behind_bound(clause, end, lexicon)
    stop = phrase_from(clause, start, lexicon)
    caught = find_suspects(clause, start, stop, lexicon) if verb.catching and stop > start else ()
    return _Parts((*forces, *caught))


def _fight(
    clause: Clause, verb: DeedVerb, end: int, doers: tuple[ActorMention, ...], lexicon: Lexicon
) -> _Parts | None:
    """The sides of a fight, where at least two are told."""
    against = not verb.then or verb.then[-1] in ("with", "against")
    doers = (*_paired_state(clause, doers, lexicon), *doers)
    sides = find_sides(clause, end, lexicon) if doers and against else ()
    rivals = any(actor.head in lexicon.roles.rivals or "rival" in actor.name.lower().split() for actor in doers)
    armed = sum(actor.rule not in ANYBODY for actor in doers)
    several = rivals or armed > 1 or (len(doers) > 1 and (armed > 0 or verb.rule.startswith("clash")))
    return _Parts((*doers, *sides)) if sides or several else None


def _paired_state(clause: Clause, doers: tuple[ActorMention, ...], lexicon: Lexicon) -> tuple[ActorMention, ...]:
    """The country of the first of two forces that share their noun (``Kelvarian and Ostran troops``)."""
    if len(doers) != 1:
        return ()
    start = doers[0].span.start - clause.prose.start
    at = next((n for n, word in enumerate(clause.prose.words) if word.start >= start), 0)
    state = read_owner(clause, at - 2, at - 1, lexicon) if at > 1 and clause.lows[at - 1] == "and" else None
    return (state,) if state is not None else ()


_REFLEXIVE = frozenset((("himself",), ("herself",), ("themselves",), ("itself",)))
"""Objects of deeds that befall nobody else."""
_TAKING = frozenset(("capture", "recapture", "retake", "round up", "search", "dismantle"))
"""Verbs of operations by which armed groups attack."""
_FORCES = frozenset(("doer-forces", "band"))
_STATELY = frozenset((ActorType.STATE_FORCE, ActorType.GOVERNMENT))


def _reduced(
    clause: Clause, verb: DeedVerb, front: Front, end: int, lexicon: Lexicon
) -> tuple[tuple[ActorMention, ...], tuple[Span, ...]]:
    """A participle without auxiliary and object (``the engineers kidnapped on Monday``)."""
    following = clause.lows[end] if end < len(clause.lows) else "."
    if verb.object != "harmed" or front.have or following not in (*lexicon.grammar.prepositions, ",", "."):
        return (), ()
    return find_sufferers(clause, front.subject, lexicon, bare=verb.bodily)
