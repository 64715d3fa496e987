"""What stands about a deed in its clause: subject, objects, agents, and what it is aimed at."""

from dataclasses import dataclass

from generator.extract.deeds.doers import read_doers, read_target, read_victim
from generator.extract.prose.chunks import (
    TIMES,
    Clause,
    behind_bound,
    length_of,
    phrase_from,
    phrase_to,
    phrases_before,
)
from generator.extract.prose.nounphrases import is_nominal
from generator.lexicon.lexicon import Lexicon
from generator.lexicon.roles import Phrase
from generator.model.mention import ActorMention
from generator.model.span import Span

_BE = frozenset(("was", "were", "been", "being", "be", "is", "are", "got", "gets"))
_HAVE = frozenset(("has", "have", "had", "having"))
_MODAL = frozenset(("would", "could", "might", "may", "will", "can", "should", "must"))
_RELATIVE = frozenset(("who", "which", "that"))
_OF_TIME = frozenset(("this", "that", "last", "on", "early", "late", "the", "next"))
"""In front of a time of day or a weekday."""
_MOST_OBJECTS = 12
"""Noun phrases of one list."""
_MOST_SIDES = 3
"""Parties of one fight."""
_BY_REACH = 14
_SUBJECT_REACH = 14


def follows(clause: Clause, at: int, phrase: Phrase) -> bool:
    """Whether a phrase begins at word ``at``."""
    return clause.lows[at : at + len(phrase)] == phrase


@dataclass(frozen=True, slots=True)
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


def read_front(clause: Clause, at: int, lexicon: Lexicon) -> Front:
    """What stands between the subject and the verb at word ``at``."""
    grammar = lexicon.grammar
    be = have = modal = infinitive = article = False
    while at > 0:
        low = clause.lows[at - 1]
        if low in _BE:
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
        elif low not in grammar.adverbs and not low.endswith("ly"):
            break
        at -= 1
    low = clause.lows[at - 1] if at else ""
    article = low in grammar.determiners and low not in ("that", "this", "some", "others") and not be and not have
    return Front(at, be, have, modal, infinitive, article, low in _RELATIVE)


def find_sufferers(
    clause: Clause, front: Front, lexicon: Lexicon, *, bare: bool
) -> tuple[tuple[ActorMention, ...], tuple[Span, ...]]:
    """Whom or what a passive's subject names; names joined by ``and`` are several."""
    at = front.at - 1 if front.relative else front.at
    if at and clause.lows[at - 1] == ",":
        at = _over_aside(clause, at - 1)
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


def _over_aside(clause: Clause, comma: int) -> int:
    """Index behind the phrase that an aside between commas belongs to."""
    low = max(0, comma - _SUBJECT_REACH)
    return next((n for n in range(comma - 1, low, -1) if clause.lows[n] == ","), comma)


def find_agents(clause: Clause, end: int, lexicon: Lexicon) -> tuple[ActorMention, ...]:
    """Who stands behind ``by`` after a verb or noun."""
    for at in range(end, min(len(clause.lows) - 1, end + _BY_REACH)):
        low = clause.lows[at]
        if low == "by":
            stop = phrase_from(clause, at + 1, lexicon)
            if stop > at + 1:
                doers = read_doers(clause, at + 1, stop, lexicon, plain=True)
                if doers:
                    return doers
        elif low in (";", ".", "said", "says", "and", "while", "but", "when"):
            break
    return ()


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


OBJECTIVE = frozenset(("him", "her", "them", "it", "us", "me", "himself", "themselves"))


def find_subjects(
    clause: Clause, front: Front, earlier: tuple[ActorMention, ...], lexicon: Lexicon
) -> tuple[ActorMention, ...]:
    """The doers in front of a verb; behind ``and`` or a comma those of the deed before it."""
    at = front.at - 1 if front.relative else front.at
    previous = clause.lows[at - 1] if at else ""
    if previous == "and" or (previous == "," and not front.relative):
        aside = _over_aside(clause, at - 1)
        if previous == "," and aside < at - 1:
            found = _chain_doers(clause, aside, lexicon)
            if found:
                return found
        return earlier
    if previous == ",":
        at -= 1
    found = _chain_doers(clause, at, lexicon) or _far_doers(clause, at, lexicon)
    return found if found or not front.infinitive else earlier


def _chain_doers(clause: Clause, at: int, lexicon: Lexicon) -> tuple[ActorMention, ...]:
    for start, end in reversed(list(phrases_before(clause, at, lexicon))):
        found = read_doers(clause, start, end, lexicon, plain=True)
        if found:
            return (*_joined_doers(clause, start, lexicon), *found)
    return ()


def _joined_doers(clause: Clause, start: int, lexicon: Lexicon) -> tuple[ActorMention, ...]:
    """Those whom ``and`` joins to the doers at word ``start`` (``The army and the police``)."""
    if start < 2 or clause.lows[start - 1] != "and":
        return ()
    for first, last in reversed(list(phrases_before(clause, start - 1, lexicon))):
        found = read_doers(clause, first, last, lexicon, plain=False)
        if found:
            return found
    return ()


def find_sides(clause: Clause, at: int, lexicon: Lexicon) -> tuple[ActorMention, ...]:
    """The parties of a fight that stand from word ``at`` on, joined by ``and``."""
    found: list[ActorMention] = []
    for _ in range(_MOST_SIDES):
        at = behind_bound(clause, at, lexicon)
        end = phrase_from(clause, at, lexicon)
        if end == at:
            break
        found += read_doers(clause, at, end, lexicon, plain=False, side=True)
        at = _behind_owner(clause, end, lexicon)
        if at < len(clause.lows) and clause.lows[at] == "(":
            at = next((n for n in range(at, min(len(clause.lows), at + 6)) if clause.lows[n] == ")"), at) + 1
        if at >= len(clause.lows) or clause.lows[at] not in ("and", ",", "with"):
            break
        at += 1
    return tuple(found)


def _far_doers(clause: Clause, at: int, lexicon: Lexicon) -> tuple[ActorMention, ...]:
    """Persons, with what they carry or ride between them and their verb (``rebels armed with rifles and knives``)."""
    grammar, low = lexicon.grammar, max(0, at - _SUBJECT_REACH)
    for stop in range(at - 1, low, -1):
        word = clause.lows[stop - 1]
        kind = lexicon.roles.doers.get(word)
        behind = clause.lows[stop]
        carries = behind in lexicon.roles.carrying
        if carries if kind == "plain" else kind and (carries or behind in grammar.prepositions):
            start = phrase_to(clause, stop, lexicon)
            return read_doers(clause, start, stop, lexicon, plain=True) if start < stop else ()
        loose = word in grammar.prepositions or word in grammar.determiners or word == "and"
        if not (loose or is_nominal(clause.prose.words[stop - 1], lexicon)):
            return ()
    return ()


def find_objects(
    clause: Clause, at: int, lexicon: Lexicon, *, bare: bool
) -> tuple[tuple[ActorMention, ...], tuple[Span, ...]]:
    """Whom and what stands behind a verb: noun phrases joined by commas and ``and``, what describes them left out."""
    victims: list[ActorMention] = []
    targets: list[Span] = []
    for _ in range(_MOST_OBJECTS):
        at = behind_bound(clause, at, lexicon)
        end = phrase_from(clause, at, lexicon)
        if end == at:
            break
        if _speaks(clause, end, lexicon):
            break
        target = read_target(clause, at, end, lexicon)
        victim = read_victim(clause, at, end, lexicon, bare=bare) if target is None else None
        if target is not None:
            targets.append(target)
        elif victim is not None:
            victims.append(victim)
        end = _behind_owner(clause, end, lexicon)
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


def _behind_owner(clause: Clause, end: int, lexicon: Lexicon) -> int:
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
    for at in range(end, min(len(clause.lows) - 1, end + _BY_REACH)):
        size = length_of(clause, at, openings)
        if size:
            targets = find_objects(clause, at + size, lexicon, bare=False)[1]
            if targets:
                return targets
        elif clause.lows[at] in (";", ".", "said", "says", "while", "but", "when"):
            break
    return ()
