"""What stands inside or around a source: relative clauses, asides, names given in passing."""

import re

from generator.extract.actors.actors import read_actor
from generator.extract.prose.matching import Prose
from generator.extract.prose.nounphrases import phrase_before
from generator.lexicon.lexicon import Lexicon
from generator.model.mention import ActorMention
from generator.model.values import replace

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


def open_relative(prose: Prose, end: int) -> int | None:
    """Index of a ``who`` whose clause runs up to ``end`` without a comma; None where there is none."""
    words = prose.words
    for number in range(end - 1, max(0, end - REACH), -1):
        text = words[number].text
        if text in RELATIVES:
            return number if number < end - 1 and words[number - 1].wordlike else None
        if text in (",", "that") or text in EDGES:
            return None
    return None


def is_told_of(prose: Prose, relative: int, lexicon: Lexicon) -> bool:
    """Whether a ``who`` is the subject of its clause (``who fled``), and not its object (``who police said``)."""
    word = prose.words[relative + 1]
    if prose.words[relative].text != "who" or word.capital:
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
    opening = phrase_before(words, start - 1, lexicon) if start >= 2 and words[start - 1].text == "," else start
    if opening == 0 and words[0].lower in lexicon.grammar.determiners and words[start].capital:
        return 0
    return start


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
    """``a reading Madrid disputed``: the known name that closes a phrase which names no party as a whole."""
    if end - start < 2 or not prose.words[end - 1].capital:
        return None
    source = read_actor(prose, end - 1, end, lexicon)
    return source if source is not None and source.rule in ("country", "known-actor") else None
