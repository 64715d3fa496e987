"""Parties that somebody holds guilty of a deed: accused, charged, suspected, blamed, or given a name."""

from generator.extract.actors.actors import read_actor
from generator.extract.deeds.doers import read_culprit, read_doers
from generator.extract.deeds.frames import BE, Front, follows, read_front
from generator.extract.deeds.outfits import read_states
from generator.extract.deeds.subjects import find_culprit, find_subjects
from generator.extract.prose.chunks import Clause, phrase_from, phrases_before
from generator.lexicon.lexicon import Lexicon
from generator.model.mention import ActorMention, DeedMention
from generator.model.vocabulary import ActorType, EventType

_CHARGE = 6
"""Words behind ``of`` or ``for`` that tell whether a deed is charged."""
_DOING = frozenset(
    ("being", "having", "carrying", "staging", "launching", "taking", "opening", "using", "deliberately")
)
_LONGEST_GUILT = 5
"""Words of the longest phrase that holds a party guilty."""


def find_guilty(clause: Clause, at: int, lexicon: Lexicon) -> tuple[ActorMention, ...]:
    """The party in front of a phrase that holds it guilty of what stands at ``at`` (``accused of the murder``)."""
    lows, behind = clause.lows, lexicon.roles.behind
    size = next((n for n in range(min(_LONGEST_GUILT, at - 1), 1, -1) if lows[at - n : at] in behind), 0)
    if not size:
        return ()
    verb = at - size
    front = read_front(clause, verb, lexicon)
    if front.at == verb and verb > 1 and lows[verb - 1].endswith("ed") and lows[verb - 2] in BE:
        front = read_front(clause, verb - 1, lexicon)
    if front.modal or _is_harmed(clause, front, lexicon):
        return ()
    found = find_subjects(clause, front, (), lexicon) or find_culprit(clause, front, lexicon)
    court = None if found else _in_court(clause, verb, lexicon)
    return found or (_accused_in_court(clause, court, lexicon) if court is not None else ())


def _in_court(clause: Clause, verb: int, lexicon: Lexicon) -> int | None:
    """Index of the verb that brings somebody to court in front of a charge (``appeared in court charged``)."""
    low = max(0, verb - _COURT_REACH)
    return next((n for n in range(verb - 1, low, -1) if clause.lows[n] in lexicon.roles.courtly), None)


def _accused_in_court(clause: Clause, verb: int, lexicon: Lexicon) -> tuple[ActorMention, ...]:
    front = read_front(clause, verb, lexicon)
    return () if front.modal else find_subjects(clause, front, (), lexicon) or find_culprit(clause, front, lexicon)


_COURT_REACH = 9


def _is_harmed(clause: Clause, front: Front, lexicon: Lexicon) -> bool:
    """Whether the party that is called guilty is the object of a deed (``a mob lynched two men accused of theft``)."""
    if front.be or front.have:
        return False
    start, end = next(phrases_before(clause, front.subject, lexicon), (0, 0))
    if end == start or not start:
        return False
    verbs = lexicon.roles.verbs.get(clause.lows[start - 1], ())
    return any(verb.object == "harmed" and verb.type is not EventType.SECURITY_OPERATION for verb in verbs)


def read_guilt(clause: Clause, at: int, lexicon: Lexicon) -> DeedMention | None:
    """A party behind a phrase that holds it guilty (``attributed to the rebels``) or gives its name."""
    roles, low = lexicon.roles, clause.lows[at]
    known = (*roles.after.get(low, ()), *roles.identified.get(low, ()), *roles.blaming.get(low, ()))
    phrase = next((phrase for phrase in known if follows(clause, at, phrase)), None)
    if phrase is None:
        if low in roles.laying:
            return _laid_on(clause, at, roles.laying[low], lexicon)
        return _told_name(clause, at, lexicon) if low in roles.naming else None
    if phrase in roles.blaming.get(low, ()):
        return _blamed(clause, at, phrase, lexicon) or (
            _laid_on(clause, at, roles.laying[low], lexicon) if low in roles.laying else None
        )
    start = at + len(phrase)
    stop = phrase_from(clause, start, lexicon)
    if stop == start:
        return None
    if phrase in roles.identified.get(low, ()):
        doers = _identified(clause, at, start, stop, lexicon)
    else:
        doers = read_doers(clause, start, stop, lexicon, plain=phrase[-1] == "by") or read_states(
            clause, start, stop, lexicon
        )
    if not doers:
        return None
    span = clause.prose.span(clause.prose.words[at].start, clause.prose.words[start - 1].end)
    return DeedMention(span, EventType.OTHER, " ".join(phrase), None, doers)


def _told_name(clause: Clause, at: int, lexicon: Lexicon) -> DeedMention | None:
    """The name that somebody gives to a suspect (``police identified the gunman as N. N.``)."""
    stop = phrase_from(clause, at + 1, lexicon)
    if stop == at + 1 or clause.lows[stop : stop + 1] != ("as",):
        return None
    if not any(_is_culprit(low, lexicon) for low in clause.lows[at + 1 : stop]):
        return None
    end = phrase_from(clause, stop + 1, lexicon)
    start = stop + 1 + clause.lows[stop + 1].endswith("-year-old") if end > stop + 1 else end
    culprit = read_culprit(clause, start, end, lexicon) if end > start else None
    if culprit is None:
        return None
    span = clause.prose.span(clause.prose.words[at].start, clause.prose.words[stop].end)
    return DeedMention(span, EventType.OTHER, "identified as", None, (culprit,))


def _is_culprit(low: str, lexicon: Lexicon) -> bool:
    return lexicon.roles.doers.get(low) in ("deed", "armed") or low in _SUSPECTS


def _laid_on(clause: Clause, at: int, joint: str, lexicon: Lexicon) -> DeedMention | None:
    """The party to which somebody lays a deed (``sources attribute it to N``, ``blamed the blast on the N``)."""
    front = read_front(clause, at, lexicon)
    near = clause.lows[at + 1 : at + 1 + _LAID]
    if front.modal or joint not in near or clause.lows[at - 1 : at] == ("not",):
        return None
    start = at + 2 + near.index(joint)
    told = clause.lows[at + 1 : start - 1]
    deed = any(low in _POINTING or low in lexicon.roles.anchors for low in told)
    stop = phrase_from(clause, start, lexicon)
    if not deed or stop == start:
        return None
    doers = _parties_at(clause, start, stop, lexicon)
    if not doers:
        return None
    span = clause.prose.span(clause.prose.words[at].start, clause.prose.words[start - 1].end)
    return DeedMention(span, EventType.OTHER, f"{clause.lows[at]} {joint}", None, doers)


def _parties_at(clause: Clause, start: int, stop: int, lexicon: Lexicon) -> tuple[ActorMention, ...]:
    """Whoever a phrase of blame names: doers, a country, a group or person told by nothing but a name."""
    doers = read_doers(clause, start, stop, lexicon, plain=False) or read_states(clause, start, stop, lexicon)
    if doers or not any(word.capital for word in clause.prose.words[start:stop]):
        return doers
    mention = read_actor(clause.prose, start, stop, lexicon)
    if mention is None or not mention.named or mention.type not in _BLAMABLE or stop - start < _LEAST_NAME:
        return ()
    return (mention,)


_LAID = 9
"""Words between a verb of blame and the preposition in front of the party."""
_LEAST_NAME = 2
_POINTING = frozenset(("it", "them", "this", "responsibility", "blame"))
_BLAMABLE = frozenset((ActorType.PERSON, ActorType.ORGANISATION, ActorType.ARMED_GROUP))


def _blamed(clause: Clause, at: int, phrase: tuple[str, ...], lexicon: Lexicon) -> DeedMention | None:
    """The party that somebody blames for a deed (``officials blamed the Red Front for the attack``)."""
    start = at + len(phrase)
    stop = phrase_from(clause, start, lexicon)
    if stop == start or clause.lows[stop : stop + 1] not in (("for",), ("of",)):
        return None
    front = read_front(clause, at, lexicon)
    if front.be or front.modal:
        return None
    charge = tuple(low for low in clause.lows[stop + 1 : stop + 1 + _CHARGE] if low != '"')
    if not lexicon.roles.faults.isdisjoint(charge) or not lexicon.roles.besides.isdisjoint(charge):
        return None
    doers = _parties_at(clause, start, stop, lexicon)
    if not doers or clause.lows[at - 1 : at] == ("not",):
        return None
    if charge and charge[0].endswith("ing") and charge[0] not in _DOING and charge[0] not in lexicon.roles.anchors:
        return None
    span = clause.prose.span(clause.prose.words[at].start, clause.prose.words[start - 1].end)
    return DeedMention(span, EventType.OTHER, " ".join(phrase), None, doers)


def _identified(clause: Clause, at: int, start: int, stop: int, lexicon: Lexicon) -> tuple[ActorMention, ...]:
    """The name that doers are given (``the gunman was identified as N. N.``)."""
    end = read_front(clause, at, lexicon).at
    told = any(_is_culprit(low, lexicon) for low in clause.lows[max(0, end - 6) : end])
    start += stop - start > 1 and clause.lows[start].endswith("-year-old")
    culprit = read_culprit(clause, start, stop, lexicon) if told else None
    return (culprit,) if culprit is not None else ()


_SUSPECTS = frozenset(("suspect", "suspects", "accused", "shooter", "arrestee", "arrested", "detainee"))
"""Words for those whom a name makes the doers."""
