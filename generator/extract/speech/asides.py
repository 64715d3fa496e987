"""What stands inside or around a source: relative clauses, asides, names given in passing."""

import re

from generator.extract.actors.actors import read_actor
from generator.extract.actors.names import is_named
from generator.extract.prose.matching import Prose, without_article
from generator.extract.prose.nounphrases import phrase_before
from generator.lexicon.lexicon import Lexicon
from generator.model.mention import ActorMention
from generator.model.values import replace
from generator.model.vocabulary import ActorType

REACH = 36
"""Words between a reporting word and the beginning of its subject, at most."""
EDGES = frozenset((";", ":", '"', "?", "!"))
RELATIVES = frozenset(("who", "which", "whose"))
INSIDE = frozenset(
    ("of", "from", "at", "with", "known", "nicknamed", "alias", "also", "based", "himself", "herself", "whom")
)
_ASIDES = INSIDE | frozenset(
    word
    for line in (
        "who which a an the whose for speaking one when asked citing while during led held",
        "in on after before via through as upon by under near",
    )
    for word in line.split()
)


def open_relative(prose: Prose, end: int, lexicon: Lexicon) -> int | None:
    """Index of a ``who`` whose clause runs up to ``end`` without a comma; None where there is none.

    A ``that`` opens such a clause behind the noun of a party (``a group that tracks abuses``).
    """
    words = prose.words
    for number in range(end - 1, max(0, end - REACH), -1):
        text = words[number].text
        if text == "that":
            return number if number < end - 1 and _follows_party(prose, number, lexicon) else None
        if text in RELATIVES:
            return number if number < end - 1 and words[number - 1].wordlike else None
        if text == "," or text in EDGES:
            return None
    return None


def _follows_party(prose: Prose, that: int, lexicon: Lexicon) -> bool:
    """Whether the noun in front of a ``that`` can speak, and no verb of saying is meant."""
    noun, verb = prose.words[that - 1], prose.words[that + 1]
    told = noun.lower in lexicon.actors.heads or noun.lower in lexicon.persons.singular or noun.lower in _PARTIES
    return told and not verb.capital and verb.wordlike and verb.lower not in lexicon.grammar.determiners


_PARTIES = frozenset(
    ("group", "groups", "watchdog", "charity", "doctor", "body", "organisation", "organization", "firm")
)


def is_told_of(prose: Prose, relative: int, lexicon: Lexicon) -> bool:
    """Whether a ``who`` is the subject of its clause (``who fled``), and not its object (``who police said``)."""
    word = prose.words[relative + 1]
    if prose.words[relative].text not in ("who", "that") or word.capital:
        return False
    text = word.lower
    return not (
        text in lexicon.grammar.determiners
        or text in lexicon.grammar.pronouns
        or text in lexicon.actors.heads
        or text in lexicon.actors.opening_offices
        or text in lexicon.persons.plural
    )


def whole_source(prose: Prose, first: int, end: int, left: int, lexicon: Lexicon) -> int:
    """Index where the source begins when appositions or a relative clause stand inside it."""
    words = prose.words
    if end == left or words[end].text != ",":
        return first
    comma = _aside(prose, end, first)
    if comma is None:
        return first
    start = phrase_before(words, comma, lexicon)
    start = start if start < comma else first
    if start >= 2 and words[start - 1].text == "," and words[start].text.isdigit():
        start = min(start, phrase_before(words, start - 1, lexicon))
    if start >= 3 and words[start - 1].lower in _BELONGING and words[start - 2].text == ",":
        start = phrase_before(words, start - 2, lexicon)
    if start >= _LEADING_LEAST and words[start - 1].lower in _LEADING:
        start = phrase_before(words, start - 1, lexicon)
    opening = phrase_before(words, start - 1, lexicon) if start >= 2 and words[start - 1].text == "," else start
    if opening == 0 and words[0].lower in lexicon.grammar.determiners and words[start].capital:
        return 0
    return start


_LEADING = frozenset(
    (
        "leading",
        "heading",
        "running",
        "commanding",
        "overseeing",
        "directing",
        "coordinating",
        "representing",
        "treating",
    )
)
"""Behind a noun of persons: what they are at the head of, which belongs to their description."""
_LEADING_LEAST = 2
_BELONGING = frozenset(("of", "from", "at", "with", "for"))


def _aside(prose: Prose, end: int, first: int) -> int | None:
    """Index of the comma that opens what stands between a source and its verb; None where nothing does."""
    words = prose.words
    for tried, number in enumerate(n for n in range(end - 1, max(0, end - REACH), -1) if words[n].text in (",", '"')):
        if tried > _MOST_COMMAS or words[number].text == '"':
            return None
        inner = words[number + 1].lower
        if (tried == 0 and first == number + 1) or (inner.isdigit() and words[number + 2].text == ","):
            return number
        if inner in (_ASIDES if tried == 0 else RELATIVES) or (tried == 0 and inner.endswith(("ing", "ed"))):
            return number
    return None


_MOST_COMMAS = 3
"""Commas inside what stands between a source and its verb, at most."""


def skip_filler(prose: Prose, end: int) -> int:
    """Index behind a source without the few words between commas that only lead on (``Villagers, however, said``)."""
    words = prose.words
    if end < _LEAST_FILLED or words[end - 1].text != ",":
        return end
    for number in range(end - 2, max(0, end - _FILLER_WORDS), -1):
        if words[number].text == ",":
            inner = " ".join(word.lower for word in words[number + 1 : end - 1])
            return number if inner in _FILLERS or inner.startswith(("for his ", "for her ", "for its ")) else end
    return end


_LEAST_FILLED = 4
_FILLER_WORDS = 8
_FILLERS = frozenset(
    (
        *("however", "meanwhile", "though", "too", "in turn", "in contrast", "by contrast", "on the contrary", "again"),
        *("on the other hand", "as well", "for their part", "nonetheless", "nevertheless", "instead", "then", "also"),
        *("moreover", "in the meantime", "in response", "in reply", "in a first reaction", "reacting", "similarly"),
    )
)


def named_by_self(prose: Prose, start: int, end: int, source: ActorMention | None) -> ActorMention | None:
    """The source with the name that its own relative clause gives (``who goes by the name of Sorel``)."""
    if source is None or source.named:
        return source
    found = _SELF_NAMED.search(prose.text, prose.words[start].start, prose.words[end - 1].end)
    if found is None:
        return source
    return replace(source, name=found["name"], role=source.name, named=True, rule="self-named")


NAMING = frozenset(("who", "name", "himself", "herself"))
_SELF_NAMED = re.compile(
    r"\b(?:(?:ask(?:ed|ing)|giving|gave|gives|goes|going|went|identif\w+|introduc\w+)\b"
    r"[^,;\"]{0,40}? (?:as|of|name,|surname,)|"
    r"who is (?:known as|called)|calls? (?:himself|herself)) "
    r"\"?(?P<name>[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2})"
)


def closing_name(prose: Prose, start: int, end: int, lexicon: Lexicon) -> ActorMention | None:
    """The part of a phrase that names somebody where the whole does not.

    ``a reading Madrid disputed``: the known name that closes it. ``chamber of commerce head N. N.``, ``61-year-old
    N. N.``: the person's name that closes it. ``two of the survivors``: of whom it is a part.
    """
    words = prose.words
    if end - start < 2:
        return None
    if not words[end - 1].capital:
        return _part_or_side(prose, start, end, lexicon)
    known = read_actor(prose, end - 1, end, lexicon)
    if known is not None and known.rule in ("country", "known-actor"):
        return known
    first = end
    while first > start and is_named(words[first - 1]):
        first -= 1
    if not start < first < end - 1 or words[first - 1].lower in lexicon.grammar.function_words:
        return None
    name = read_actor(prose, first, end, lexicon)
    return name if name is not None and name.rule == "name" else None


def _part_or_side(prose: Prose, start: int, end: int, lexicon: Lexicon) -> ActorMention | None:
    """Some of those named behind ``of``, or whoever stands for a body (``the mill's management``)."""
    words = prose.words
    of = next((n for n in range(start + 1, min(end - 1, start + _OF_WITHIN)) if words[n].text == "of"), None)
    if of is not None and words[of - 1].lower in _PARTS:
        some = read_actor(prose, of + 1, end, lexicon)
        return replace(some, span=prose.span(words[start].start, words[end - 1].end)) if some is not None else None
    if words[start].text in ("a", "A", "one", "One") and of == start + 2 and words[start + 1].text.islower():
        whose = {word.lower for word in words[of + 1 : end]}
        if not whose.isdisjoint(_BEREFT):
            span = prose.span(words[start].start, words[end - 1].end)
            name = prose.text[words[start + 1].start : words[end - 1].end]
            return ActorMention(span, name, ActorType.PERSON, head=words[start + 1].lower, rule="head")
    noun = words[end - 1].lower
    if noun not in lexicon.claims.parties or all(word.text != "'s" for word in words[start:end]):
        return None
    span = prose.span(words[start].start, words[end - 1].end)
    name = without_article(prose.text[words[start].start : words[end - 1].end])
    return ActorMention(span, name, ActorType.ORGANISATION, head=noun, rule="described")


_BEREFT = frozenset(("victims", "victim", "dead", "deceased", "missing", "hostages", "suspects", "suspect", "injured"))
"""Of whom somebody may be a relation, whatever the word for it is."""
_OF_WITHIN = 4
_PARTS = frozenset(
    ("two", "three", "four", "five", "six", "seven", "several", "some", "many", "most", "both")
) | frozenset(
    ("group", "number", "handful", "dozen", "dozens", "scores", "couple", "coalition", "alliance", "majority", "some")
)
"""In front of ``of``: a part of those who are named behind it."""
