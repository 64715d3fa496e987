"""Who stands in front of a verb and did what it tells: its subject, near or far, in its own clause or before it."""

from generator.extract.actors.actors import read_actor
from generator.extract.deeds.doers import read_culprit, read_doers, read_kind
from generator.extract.deeds.frames import Front, read_front
from generator.extract.deeds.objects import over_age, over_aside, over_brackets
from generator.extract.deeds.outfits import read_states, through_name
from generator.extract.prose.chunks import Clause, phrase_from, phrase_to, phrases_before
from generator.extract.prose.nounphrases import is_nominal
from generator.lexicon.lexicon import Lexicon
from generator.model.mention import ActorMention
from generator.model.values import replace
from generator.model.vocabulary import ActorType

_SUBJECT_REACH = 14
_OPENING_REACH = 40
"""Words in front of a verb in which the subject that it shares with an earlier verb is looked for."""
_CLAUSE_ENDS = frozenset(
    (
        ";",
        ":",
        '"',
        ".",
        "-",
        "that",
        "when",
        "while",
        "after",
        "as",
        "but",
        "because",
        "before",
        "whose",
        "although",
        "since",
    )
)
"""Behind them a clause begins that has a subject of its own."""


def find_subjects(
    clause: Clause, front: Front, earlier: tuple[ActorMention, ...], lexicon: Lexicon
) -> tuple[ActorMention, ...]:
    """The doers in front of a verb; behind ``and`` or a comma those of the deed before it."""
    at = over_age(clause, over_brackets(clause, front.subject))
    at -= at > 1 and clause.lows[at - 1] == '"'
    previous = clause.lows[at - 1] if at else ""
    if previous in _THEMSELVES:
        return _speaking_doers(clause, at - 1, lexicon)
    owned = phrase_to(clause, at, lexicon)
    if owned < at and clause.lows[owned] in _OWN:
        speaking = _speaking_doers(clause, owned, lexicon)
        if speaking:
            return speaking
    if previous == "and" or (previous == "," and not front.relative):
        sequel = earlier if clause.lows[front.at].endswith("ing") else ()
        found = sequel or (_beyond_asides(clause, at - 1, lexicon) if previous == "," else ())
        return found or earlier or _opening_doers(clause, at - 1, lexicon)
    if previous == ",":
        at -= 1
    found = _chain_doers(clause, at, lexicon) or _far_doers(clause, at, lexicon)
    if found:
        return found
    if front.infinitive or previous in _SEQUEL:
        return earlier or _opening_doers(clause, at - 1, lexicon)
    return ()


def _beyond_asides(clause: Clause, comma: int, lexicon: Lexicon) -> tuple[ActorMention, ...]:
    """The doers to whom asides between commas belong; a name in one is theirs (``the gunman, N. N., 32, shot``)."""
    for _ in range(_MOST_ASIDES):
        aside = over_aside(clause, comma)
        if aside == comma:
            return ()
        found = _chain_doers(clause, aside, lexicon)
        if found:
            named = _apposed(clause, aside + 1, lexicon) if len(found) == 1 and not found[0].named else None
            return (named,) if named is not None else found
        comma = aside
    return ()


def _apposed(clause: Clause, start: int, lexicon: Lexicon) -> ActorMention | None:
    """The name that an aside gives to those in front of it (``..., identified as N. N.,``)."""
    known = lexicon.roles.identified.get(clause.lows[start], ())
    phrase = next((phrase for phrase in known if clause.lows[start : start + len(phrase)] == phrase), ())
    first = start + len(phrase)
    end = phrase_from(clause, first, lexicon)
    if end - first < _LEAST_NAME:
        return None
    groups = read_doers(clause, first, end, lexicon, plain=False) if clause.prose.words[end - 1].capital else ()
    group = groups[0] if groups and groups[0].named and groups[0].type is ActorType.ARMED_GROUP else None
    return group or read_culprit(clause, first, end, lexicon)


_LEAST_NAME = 2


_MOST_ASIDES = 3
_THEMSELVES = frozenset(("it", "they"))


def _speaking_doers(clause: Clause, at: int, lexicon: Lexicon) -> tuple[ActorMention, ...]:
    """Those who say of themselves what they did (``The Kelvarian army said on Monday it had bombed the camp``)."""
    lows, speaking = clause.lows, lexicon.cues.verbs
    for cue in range(at - 1, max(0, at - _CUE_REACH), -1):
        if lows[cue] in (",", ";", '"'):
            return ()
        if lows[cue] not in speaking:
            continue
        for start, last in reversed(list(phrases_before(clause, read_front(clause, cue, lexicon).at, lexicon))):
            end = through_name(clause, last, lexicon)
            found = read_doers(clause, start, end, lexicon, plain=False) or read_states(clause, start, end, lexicon)
            found = found or _speaking_group(clause, start, end, lexicon)
            if found:
                return found
    return ()


def _speaking_group(clause: Clause, start: int, end: int, lexicon: Lexicon) -> tuple[ActorMention, ...]:
    """A group that is told by nothing but its name and speaks of itself as one (``Nur al-Haqq said its fighters``)."""
    words = clause.prose.words[start:end]
    if not words[0].capital or clause.lows[start] in lexicon.grammar.determiners:
        return ()
    mention = read_actor(clause.prose, start, end, lexicon)
    if mention is None or not mention.named or mention.role or mention.type not in _NAMELESS:
        return ()
    return (replace(mention, type=ActorType.ARMED_GROUP),)


_NAMELESS = frozenset((ActorType.PERSON, ActorType.ORGANISATION, ActorType.ARMED_GROUP))
_OWN = frozenset(("its", "their"))
_CUE_REACH = 12
"""Words between the word for speaking and the speakers' pronoun."""
_SEQUEL = frozenset(("before", "after", "then", "while"))
"""In front of a participle they join it to the subject of the clause before (``before shooting him``)."""


def _opening_doers(clause: Clause, at: int, lexicon: Lexicon) -> tuple[ActorMention, ...]:
    """The subject of the clause that word ``at`` lies in, where a second verb shares it (``walked in and shot``)."""
    lows, speaking = clause.lows, lexicon.cues.verbs
    start = at
    low = max(0, at - _OPENING_REACH)
    while start > low and lows[start - 1] not in _CLAUSE_ENDS and lows[start - 1] not in speaking:
        start -= 1
    if start and start == low:
        return ()
    end = phrase_from(clause, start, lexicon)
    aside = end < at and lows[end] == "," and lows[end + 1].endswith(("ed", "ing", "who", "which"))
    if end == start or end >= at or (lows[end] in (",", "and", "or", "were", "was") and not aside):
        return ()
    # An irregular past that no list knows seems to belong to the phrase (``gunmen drove up``).
    cut = next((n for n in range(start + 1, end) if read_kind(lows[n - 1], lexicon) is not None), end)
    return read_doers(clause, start, end, lexicon, plain=True) or read_doers(clause, start, cut, lexicon, plain=True)


def _chain_doers(clause: Clause, at: int, lexicon: Lexicon) -> tuple[ActorMention, ...]:
    first = phrase_to(clause, at, lexicon)
    if first > 1 and first < at and clause.lows[first - 1] == "by" and clause.lows[first - 2] in _ESCORTED:
        at = first - 2
    for start, end in reversed(list(phrases_before(clause, at, lexicon))):
        found = read_doers(clause, start, end, lexicon, plain=True)
        if found:
            plain = found[0].rule in ("doer-plain", "doer-human")
            return (*_joined_doers(clause, start, lexicon, plain=plain), *found)
    return ()


_ESCORTED = frozenset(
    ("backed", "supported", "accompanied", "led", "escorted", "aided", "joined", "commanded", "headed")
)
"""Participles behind a subject; whom ``by`` names there acts beside it."""


def _joined_doers(clause: Clause, start: int, lexicon: Lexicon, *, plain: bool) -> tuple[ActorMention, ...]:
    """Those whom ``and`` joins to the doers at word ``start`` (``The army and the police``)."""
    if start < 2 or clause.lows[start - 1] != "and":
        return ()
    found: list[ActorMention] = []
    for _ in range(_MOST_JOINED):
        stop = start - 1
        here: tuple[ActorMention, ...] = ()
        for first, last in reversed(list(phrases_before(clause, stop, lexicon))):
            here = read_doers(clause, first, last, lexicon, plain=plain)
            if here:
                start = first
                break
        if not here:
            break
        found[:0] = here
        if start < 2 or clause.lows[start - 1] not in (",", "and"):
            break
    return tuple(found)


_MOST_JOINED = 3


def find_culprit(clause: Clause, front: Front, lexicon: Lexicon) -> tuple[ActorMention, ...]:
    """The named person right in front of a verb."""
    at = front.subject
    for _ in range(_MOST_ASIDES):
        start, end = next(phrases_before(clause, at, lexicon), (0, 0))
        culprit = read_culprit(clause, start, end, lexicon) if end > start else None
        if culprit is not None:
            return (culprit,)
        comma = start - 1 if end > start else at - 1
        if comma < 1 or clause.lows[comma] not in (",", "of"):
            return ()
        at = comma if end > start and clause.lows[comma] == "," else over_aside(clause, comma)
        if at == comma and end == start:
            return ()
    return ()


def find_states(clause: Clause, front: Front, lexicon: Lexicon) -> tuple[ActorMention, ...]:
    """The country right in front of a verb, or the two that ``and`` joins."""
    at = front.subject
    if at and clause.lows[at - 1] == ",":
        at = over_aside(clause, at - 1)
    start, end = next(phrases_before(clause, at, lexicon), (0, 0))
    preposed = start > 0 and clause.lows[start - 1] in lexicon.grammar.prepositions
    if end == start or preposed:
        return ()
    states = read_states(clause, start, end, lexicon)
    if states and start > 1 and clause.lows[start - 1] == "and":
        first = phrase_to(clause, start - 1, lexicon)
        return (*(read_states(clause, first, start - 1, lexicon) if first < start - 1 else ()), *states)
    return states


def _far_doers(clause: Clause, at: int, lexicon: Lexicon) -> tuple[ActorMention, ...]:
    """Persons, with what they carry or ride between them and their verb (``rebels armed with rifles and knives``)."""
    grammar, low = lexicon.grammar, max(0, at - _SUBJECT_REACH)
    for stop in range(at - 1, low, -1):
        word = clause.lows[stop - 1]
        kind = read_kind(word, lexicon)
        behind = clause.lows[stop]
        carries = behind in lexicon.roles.carrying
        if carries if kind in ("plain", "human") else kind and (carries or behind in grammar.prepositions):
            start = phrase_to(clause, stop, lexicon)
            return read_doers(clause, start, stop, lexicon, plain=True) if start < stop else ()
        loose = word in grammar.prepositions or word in grammar.determiners or word == "and"
        if not (loose or is_nominal(clause.prose.words[stop - 1], lexicon)):
            return _described_doers(clause, at, lexicon)
    return ()


def _described_doers(clause: Clause, at: int, lexicon: Lexicon) -> tuple[ActorMention, ...]:
    """Persons whom a relative clause parts from their verb (``rustlers who crossed from Ostra killed``)."""
    for stop in range(at - 1, max(0, at - _SUBJECT_REACH), -1):
        low = clause.lows[stop]
        if low in _CLAUSE_ENDS and low != "that":
            return ()
        if low in _WHO and read_kind(clause.lows[stop - 1], lexicon) is not None:
            start = phrase_to(clause, stop, lexicon)
            return read_doers(clause, start, stop, lexicon, plain=True) if start < stop else ()
    return ()


_WHO = frozenset(("who", "that"))
"""Pronouns that open what tells who persons are."""
