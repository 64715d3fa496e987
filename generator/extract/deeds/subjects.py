"""Who stands in front of a verb and did what it tells: its subject, near or far, in its own clause or before it."""

from generator.extract.deeds.doers import read_culprit, read_doers, read_kind, read_states
from generator.extract.deeds.frames import Front, read_front
from generator.extract.deeds.objects import over_aside, over_brackets
from generator.extract.prose.chunks import Clause, phrase_from, phrase_to, phrases_before
from generator.extract.prose.nounphrases import is_nominal
from generator.lexicon.lexicon import Lexicon
from generator.model.mention import ActorMention

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
    at = over_brackets(clause, front.subject)
    previous = clause.lows[at - 1] if at else ""
    if previous in _THEMSELVES:
        return _speaking_doers(clause, at - 1, lexicon)
    if previous == "and" or (previous == "," and not front.relative):
        aside = over_aside(clause, at - 1)
        if previous == "," and aside < at - 1:
            found = _chain_doers(clause, aside, lexicon)
            if found:
                return found
        return earlier or _opening_doers(clause, at - 1, lexicon)
    if previous == ",":
        at -= 1
    found = _chain_doers(clause, at, lexicon) or _far_doers(clause, at, lexicon)
    if found:
        return found
    if front.infinitive or previous in _SEQUEL:
        return earlier or _opening_doers(clause, at - 1, lexicon)
    return ()


_THEMSELVES = frozenset(("it", "they"))


def _speaking_doers(clause: Clause, at: int, lexicon: Lexicon) -> tuple[ActorMention, ...]:
    """Those who say of themselves what they did (``The Kelvarian army said on Monday it had bombed the camp``)."""
    lows, speaking = clause.lows, lexicon.cues.verbs
    cue = next((n for n in range(at - 1, max(0, at - _CUE_REACH), -1) if lows[n] in speaking), None)
    if cue is None or any(lows[n] in (",", ";", '"') for n in range(cue, at)):
        return ()
    for start, end in reversed(list(phrases_before(clause, read_front(clause, cue, lexicon).at, lexicon))):
        found = read_doers(clause, start, end, lexicon, plain=False) or read_states(clause, start, end, lexicon)
        if found:
            return found
    return ()


_CUE_REACH = 6
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
    if end == start or end >= at or lows[end] in (",", "and", "or", "were", "was"):
        return ()
    return read_doers(clause, start, end, lexicon, plain=True)


def _chain_doers(clause: Clause, at: int, lexicon: Lexicon) -> tuple[ActorMention, ...]:
    for start, end in reversed(list(phrases_before(clause, at, lexicon))):
        found = read_doers(clause, start, end, lexicon, plain=True)
        if found:
            plain = found[0].rule in ("doer-plain", "doer-human")
            return (*_joined_doers(clause, start, lexicon, plain=plain), *found)
    return ()


def _joined_doers(clause: Clause, start: int, lexicon: Lexicon, *, plain: bool) -> tuple[ActorMention, ...]:
    """Those whom ``and`` joins to the doers at word ``start`` (``The army and the police``)."""
    if start < 2 or clause.lows[start - 1] != "and":
        return ()
    for first, last in reversed(list(phrases_before(clause, start - 1, lexicon))):
        found = read_doers(clause, first, last, lexicon, plain=plain)
        if found:
            return found
    return ()


def find_culprit(clause: Clause, front: Front, lexicon: Lexicon) -> tuple[ActorMention, ...]:
    """The named person right in front of a verb."""
    start, end = next(phrases_before(clause, front.at, lexicon), (0, 0))
    culprit = read_culprit(clause, start, end, lexicon) if end > start else None
    return (culprit,) if culprit is not None else ()


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
            return ()
    return ()
