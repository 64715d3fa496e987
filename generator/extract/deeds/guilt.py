"""Parties that somebody holds guilty of a deed: accused, charged, suspected, blamed, or given a name."""

from generator.extract.deeds.doers import read_culprit, read_doers, read_states
from generator.extract.deeds.frames import BE, Front, follows, read_front
from generator.extract.deeds.subjects import find_culprit, find_subjects
from generator.extract.prose.chunks import Clause, phrase_from, phrases_before
from generator.lexicon.lexicon import Lexicon
from generator.model.mention import ActorMention, DeedMention
from generator.model.vocabulary import EventType

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
    return find_subjects(clause, front, (), lexicon) or find_culprit(clause, front, lexicon)


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
        return None
    if phrase in roles.blaming.get(low, ()):
        return _blamed(clause, at, phrase, lexicon)
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


def _blamed(clause: Clause, at: int, phrase: tuple[str, ...], lexicon: Lexicon) -> DeedMention | None:
    """The party that somebody blames for a deed (``officials blamed the Red Front for the attack``)."""
    start = at + len(phrase)
    stop = phrase_from(clause, start, lexicon)
    if stop == start or clause.lows[stop : stop + 1] not in (("for",), ("of",)):
        return None
    front = read_front(clause, at, lexicon)
    if front.be or front.modal:
        return None
    doers = read_doers(clause, start, stop, lexicon, plain=False) or read_states(clause, start, stop, lexicon)
    if not doers or clause.lows[at - 1 : at] == ("not",):
        return None
    span = clause.prose.span(clause.prose.words[at].start, clause.prose.words[start - 1].end)
    return DeedMention(span, EventType.OTHER, " ".join(phrase), None, doers)


def _identified(clause: Clause, at: int, start: int, stop: int, lexicon: Lexicon) -> tuple[ActorMention, ...]:
    """The name that doers are given (``the gunman was identified as N. N.``)."""
    end = read_front(clause, at, lexicon).at
    told = any(lexicon.roles.doers.get(low) in ("deed", "armed") for low in clause.lows[max(0, end - 6) : end])
    culprit = read_culprit(clause, start, stop, lexicon) if told else None
    return (culprit,) if culprit is not None else ()
