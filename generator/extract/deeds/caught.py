"""Forces that harm or catch those who did the deed, and those who are harmed or caught."""

from generator.extract.deeds.doers import read_culprit, read_doers
from generator.extract.deeds.frames import Front
from generator.extract.deeds.objects import OBJECTIVE, over_age, over_aside
from generator.extract.prose.chunks import Clause, behind_bound, phrase_from, phrases_before
from generator.lexicon.lexicon import Lexicon
from generator.lexicon.roles import SUSPECT
from generator.model.mention import ActorMention
from generator.model.values import replace
from generator.model.vocabulary import ActorType


def is_retaliation(clause: Clause, bounds: tuple[int, int], doers: tuple[ActorMention, ...], lexicon: Lexicon) -> bool:
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


def avenging(doers: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
    """Forces that harm those who did the deed; only in an operation or a fight are they parties themselves."""
    return tuple(replace(actor, rule="avenger") for actor in doers)


def find_suspects(clause: Clause, start: int, end: int, lexicon: Lexicon) -> tuple[ActorMention, ...]:
    """Those who are caught, as far as they may have done the deed of the story: persons by sex or age, and names."""
    if clause.lows[end - 1] in lexicon.roles.caught or clause.lows[end - 1].endswith("-year-old"):
        doers = read_doers(clause, start, end, lexicon, plain=True)
        return tuple(replace(actor, rule=SUSPECT) for actor in doers if actor.type is ActorType.CROWD)
    culprit = read_culprit(clause, start, end, lexicon)
    return (replace(culprit, rule=SUSPECT),) if culprit is not None and culprit.type is ActorType.PERSON else ()


def find_caught(clause: Clause, end: int, lexicon: Lexicon) -> tuple[ActorMention, ...]:
    """Those who did the deed, where they are harmed or caught themselves (``killed the gunman``)."""
    stop = phrase_from(clause, end, lexicon)
    if stop == end or clause.lows[end] != "the":
        return ()
    if clause.lows[stop - 1] not in ("gunman", "gunmen"):
        return ()
    return tuple(replace(actor, rule="doer-deed") for actor in read_doers(clause, end, stop, lexicon, plain=False))


def find_taken(clause: Clause, front: Front, lexicon: Lexicon) -> tuple[ActorMention, ...]:
    """The suspects in front of a passive, behind whom asides between commas may stand (``N. N., 28, was arrested``)."""
    at = front.at
    for _ in range(_MOST_ASIDES):
        at = over_age(clause, at)
        start, stop = next(phrases_before(clause, at, lexicon), (0, 0))
        found = find_suspects(clause, start, stop, lexicon) if stop > start else ()
        comma = at - 1 if at and clause.lows[at - 1] == "," else start - 1
        if found or comma < 1 or clause.lows[comma] != ",":
            return found
        at = over_aside(clause, comma) if comma == at - 1 else comma
    return ()


_MOST_ASIDES = 4
