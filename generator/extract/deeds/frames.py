"""What stands in front of a deed in its clause, and who is said to have done it."""

from generator.extract.deeds.doers import read_doers
from generator.extract.deeds.objects import behind_owner
from generator.extract.deeds.outfits import read_states
from generator.extract.prose.chunks import TIMES, Clause, behind_bound, phrase_from
from generator.lexicon.deedwords import DeedVerb
from generator.lexicon.lexicon import Lexicon
from generator.lexicon.roles import Phrase
from generator.model.mention import ActorMention
from generator.model.values import value

BE = frozenset(("was", "were", "been", "being", "be", "is", "are", "got", "gets"))
_HAVE = frozenset(("has", "have", "had", "having"))
_BEGINNING = frozenset(("began", "started", "begun", "proceeded", "went", "allegedly"))
"""Verbs in front of an infinitive or participle that tells the deed."""
_MODAL = frozenset(("would", "could", "might", "may", "will", "can", "should", "must"))
_RELATIVE = frozenset(("who", "which", "that"))
_OF_TIME = frozenset(("this", "that", "last", "on", "early", "late", "the", "next"))
"""In front of a time of day or a weekday."""
_MOST_SIDES = 3
"""Parties of one fight."""
_BY_REACH = 14


def follows(clause: Clause, at: int, phrase: Phrase) -> bool:
    """Whether a phrase begins at word ``at``."""
    return clause.lows[at : at + len(phrase)] == phrase


@value
class Front:
    """What stands in front of a verb.

    Attributes:
        at: index behind its subject.
        be: whether it is a passive's auxiliary.
        have: whether it is in a perfect tense.
        modal: whether a modal makes it unreal.
        infinitive: whether ``to`` opens it.
        article: whether an article makes it a noun or an adjective.
        relative: whether a relative pronoun stands for its subject.
    """

    at: int
    be: bool = False
    have: bool = False
    modal: bool = False
    infinitive: bool = False
    article: bool = False
    relative: bool = False

    @property
    def subject(self) -> int:
        """Index behind the noun phrase that is the subject, a relative pronoun left out."""
        return self.at - 1 if self.relative else self.at


def read_front(clause: Clause, at: int, lexicon: Lexicon) -> Front:
    """What stands between the subject and the verb at word ``at``."""
    grammar = lexicon.grammar
    be = have = modal = infinitive = False
    while at > 0:
        low = clause.lows[at - 1]
        if low in BE:
            be = True
        elif low in _HAVE:
            have = True
        elif low in _MODAL:
            modal = True
        elif low == "to":
            infinitive = True
        elif low in TIMES:
            at -= 1 + (at > 1 and clause.lows[at - 2] in _OF_TIME)
            continue
        elif low not in grammar.adverbs and low not in _BEGINNING and not low.endswith("ly"):
            break
        at -= 1
    low = clause.lows[at - 1] if at else ""
    article = low in grammar.determiners and low not in ("that", "this", "some", "others") and not be and not have
    return Front(at, be, have, modal, infinitive, article, low in _RELATIVE)


def find_agents(clause: Clause, end: int, lexicon: Lexicon) -> tuple[ActorMention, ...]:
    """Who stands behind ``by`` after a verb or noun."""
    for at in range(end, min(len(clause.lows) - 1, end + _BY_REACH)):
        low = clause.lows[at]
        if low == "by":
            stop = phrase_from(clause, at + 1, lexicon)
            if stop > at + 1:
                doers = read_doers(clause, at + 1, stop, lexicon, plain=True) or read_states(
                    clause, at + 1, stop, lexicon
                )
                if doers:
                    return (*doers, *_further_agents(clause, stop, lexicon))
        elif low in (";", ".", "said", "says", "and", "while", "but", "when"):
            break
    return ()


def _further_agents(clause: Clause, stop: int, lexicon: Lexicon) -> tuple[ActorMention, ...]:
    """The second of two parties behind ``by`` (``by rebels and army deserters``)."""
    found: list[ActorMention] = []
    for _ in range(_MOST_SIDES):
        if stop >= len(clause.lows) or clause.lows[stop] not in ("and", ","):
            break
        start = stop + 1 + (clause.lows[stop + 1 : stop + 2] == ("and",))
        end = phrase_from(clause, start, lexicon)
        if end == start or (end < len(clause.lows) and clause.lows[end] in lexicon.cues.verbs):
            break
        doers = read_doers(clause, start, end, lexicon, plain=False)
        if not doers:
            break
        found += doers
        stop = end
    return tuple(found)


def find_sides(clause: Clause, at: int, lexicon: Lexicon, *, plain: bool = False) -> tuple[ActorMention, ...]:
    """The parties of a fight that stand from word ``at`` on, joined by ``and``; ``plain`` lets anybody be one."""
    found: list[ActorMention] = []
    for _ in range(_MOST_SIDES):
        at = behind_bound(clause, at, lexicon)
        end = phrase_from(clause, at, lexicon)
        if end == at:
            break
        named = any(word.capital for word in clause.prose.words[at:end])
        found += read_doers(clause, at, end, lexicon, plain=plain, side=named) or read_states(clause, at, end, lexicon)
        at = behind_owner(clause, end, lexicon)
        if at < len(clause.lows) and clause.lows[at] == "(":
            at = next((n for n in range(at, min(len(clause.lows), at + 6)) if clause.lows[n] == ")"), at) + 1
        if at >= len(clause.lows) or clause.lows[at] not in ("and", ",", "with"):
            break
        at += 1
    return tuple(found)


def find_verb(clause: Clause, at: int, lexicon: Lexicon) -> DeedVerb | None:
    """The verb at a word, its further words right behind it or behind its object (``set a bus ablaze``)."""
    verbs = lexicon.roles.verbs[clause.lows[at]]
    found = next((verb for verb in verbs if follows(clause, at + 1, verb.then)), None)
    if found is not None and (found.then or not verbs[0].apart):
        return found
    parted = (verb for verb in verbs if verb.apart)
    return next((verb for verb in parted if parted_at(clause, at + 1, verb.then)), found)


def parted_at(clause: Clause, start: int, then: tuple[str, ...]) -> int | None:
    """Index of the further words of a verb behind its object; None where they do not stand in the clause."""
    for at in range(start, min(len(clause.lows), start + _PARTED)):
        if clause.lows[at : at + len(then)] == then:
            return at if then and at > start else None
        if clause.lows[at] in _PARTING:
            return None
    return None


_PARTED = 10
"""Words of an object that may stand inside a verb."""
_PARTING = frozenset((";", ".", ",", "who", "which", "that", "said", "when", "while", "after", "before", "as", '"'))
