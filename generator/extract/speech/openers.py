"""Who stands in a sentence without speaking: the party that opens it, persons it names, bodies with short names."""

from collections.abc import Sequence

from generator.extract.actors.actors import read_actor
from generator.extract.actors.speakers import may_speak
from generator.extract.prose.matching import Prose
from generator.extract.prose.nounphrases import phrase_after
from generator.extract.speech.bystanders import BODIES, OWNED, find_bracketed, find_owners, find_persons
from generator.extract.speech.sources import source_behind
from generator.lexicon.lexicon import Lexicon
from generator.model.mention import ActorMention, Attribution

_LABEL = 10
"""Words of a label in front of a story's own (``UPDATE (13:05):``), at most."""


def find_present(prose: Prose, attributions: Sequence[Attribution], lexicon: Lexicon) -> tuple[ActorMention, ...]:
    """Whom a later pronoun or short name may mean although nobody speaks: persons, the body that opens the sentence.

    Where somebody speaks, only the bodies with a short name in brackets; whoever is told dead or caught is left out.
    """
    bracketed = tuple(find_bracketed(prose, lexicon)) if "(" in prose.vocabulary else ()
    if len(prose.words) < _LEAST_WORDS:
        return bracketed
    opening = _opening(prose, lexicon)
    if attributions:
        silent = opening is not None and opening.type in BODIES and not _speaks(opening, attributions)
        return (*bracketed, opening) if silent and opening is not None else bracketed
    bracketed += tuple(find_owners(prose, lexicon)) if not OWNED.isdisjoint(prose.vocabulary) else ()
    if opening is not None and opening.type not in BODIES:
        return (*bracketed, opening)
    persons = tuple(find_persons(prose, lexicon)) if _FALLEN.isdisjoint(prose.vocabulary) else ()
    if opening is not None and not persons:
        return (*bracketed, opening)
    first = persons[0] if persons else None
    leads = first is not None and first.span.start - prose.start <= _LEADING
    return (*bracketed, first) if first is not None and leads else (*bracketed, *persons)


def _speaks(party: ActorMention, attributions: Sequence[Attribution]) -> bool:
    return any(each.source is not None and each.source.span.overlaps(party.span) for each in attributions)


_LEAST_WORDS = 4
_LEADING = 24
"""Code points in front of a person who is the subject of the sentence, at most."""
_FALLEN = frozenset(
    word
    for line in (
        "died dies dead death killed shot stabbed missing body bodies buried funeral murdered slain drowned burned",
        "arrested detained charged convicted sentenced jailed caught sought wanted suspected accused abducted",
        "kidnapped late corpse hanged executed assassinated beheaded vanished disappeared",
    )
    for word in line.split()
)
"""Words of a sentence whose persons are not expected to speak next."""


def _opening(prose: Prose, lexicon: Lexicon) -> ActorMention | None:
    """The person with an office, or the body, that opens the sentence."""
    officer = not lexicon.actors.opening_offices.isdisjoint(prose.vocabulary)
    body = any(low in lexicon.actors.heads for low in prose.lows[:_LABEL]) or prose.words[0].text.isupper()
    if not (officer or body):
        return None
    subject = subject_of(prose, len(prose.words), lexicon)
    if subject is None:
        return None
    if subject.type in BODIES:
        return subject if subject.rule in _BODY_RULES and not _is_joined(prose, subject) else None
    fitting = officer and subject.named and subject.rule in ("office-name", "titled", "name-description")
    return subject if fitting and not _is_joined(prose, subject) else None


_BODY_RULES = frozenset(
    ("head", "the-head", "head-name", "known-actor", "organisation", "name-description", "office-of")
)


def _is_joined(prose: Prose, party: ActorMention) -> bool:
    """Whether a party is one of several that an ``and`` joins."""
    return " and " in prose.text[party.span.start - prose.start : party.span.end - prose.start + _AND]


_AND = 5
"""Code points of an ``and`` behind a party."""


def subject_of(prose: Prose, before: int, lexicon: Lexicon) -> ActorMention | None:
    """The party that opens the sentence, for a participle that has no other source (``..., accusing rivals``)."""
    first = next((n + 1 for n, word in enumerate(prose.words[:_LABEL]) if word.text == ":"), 0)
    if first and not (prose.words[0].text.isupper() or prose.words[0].text.isdigit()):
        first = 0
    end = phrase_after(prose.words, first, lexicon)
    whole = source_behind(prose, first, lexicon) if end < len(prose.words) and prose.words[end].text == "," else end
    source = read_actor(prose, first, min(whole, before), lexicon) if end > first else None
    if source is not None and source.rule == "definite":
        source = _leading_name(prose, first, end, lexicon) or source
    return source if source is not None and may_speak(source, lexicon) else None


def _leading_name(prose: Prose, first: int, end: int, lexicon: Lexicon) -> ActorMention | None:
    """The body in capitals that opens a phrase which runs on over its verb (``The Marine Guard shut the gates``)."""
    words = prose.words
    start = first + (words[first].lower in lexicon.grammar.determiners)
    stop = next((n for n in range(start, end) if not words[n].capital), end)
    named = read_actor(prose, first, stop, lexicon) if start < stop < end else None
    return named if named is not None and named.rule != "definite" else None
