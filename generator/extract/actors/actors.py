"""Noun phrases that name a party: known names, persons with their offices, and what else tells a party."""

import re
from collections.abc import Iterator, Sequence, Set

from generator.extract.actors.bodies import read_apposed, read_known, read_paper, read_staffed
from generator.extract.actors.officers import read_officer, read_titled
from generator.extract.actors.parties import read_bare, read_definite, read_described, read_possessor
from generator.extract.prose.matching import Prose, Word
from generator.lexicon.lexicon import Lexicon
from generator.model.mention import ActorMention
from generator.model.span import Span
from generator.model.vocabulary import ActorType

PRONOUNS = frozenset(("he", "she", "they", "it"))
_SELF = frozenset(("i", "we", "you", "who", "which", "that", "there", "this", "these", "those"))
"""Who speaks in a quotation or in a reporter's own name; nobody that a record could hold."""


_FILLERS = re.compile(
    r"for (?:its|his|her|their) part|however|meanwhile|in turn|speaking on condition of anonymity"
    r"|[0-9]{1,2}|aged [0-9]{1,2}",
    re.IGNORECASE,
)


_NOBODY = frozenset(("no", "none", "neither", "nobody", "nothing", "few", "not", "everyone", "everybody", "anyone"))


_DANGLING = frozenset(("of", "on", "in", "for", "at", "from", "with", "to", "and"))
_STAMP = re.compile(r"[0-9]{1,2}[.:h][0-9]{2}|[0-9]{4}(?:GMT|h|hrs)")
"""A time of day in front of an entry of a live page."""


_NO_NAMES = frozenset(("having", "being", "been", "when", "while", "if", "as", "since", "likewise", "meanwhile"))


def _opens_by_verb(word: Word, lexicon: Lexicon) -> bool:
    """Whether a word has its capital from the beginning of the sentence alone (``Asked about it, he said``)."""
    text = word.lower
    return text in _NO_NAMES or (word.start <= 1 and text.endswith(("ed", "ing")) and text in lexicon.cues.verbs)


_NUMBERS = frozenset(
    [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "dozens",
        "scores",
        "hundreds",
    ]
)


_ALONE = _NUMBERS | _SELF
"""Words that name nobody where they stand alone."""


def read_actor(prose: Prose, start: int, end: int, lexicon: Lexicon) -> ActorMention | None:
    """The party that the words ``start`` to ``end`` (indexes, half-open) of a sentence name, or None."""
    words = prose.words
    while end > start and ((not words[end - 1].wordlike and words[end - 1].text != "'s") or _dangles(words[end - 1])):
        end -= 1
    while start < end and words[start].text[0].isdigit() and _STAMP.fullmatch(words[start].text):
        start += 1
    if start >= end:
        return None
    first, last = words[start], words[end - 1]
    if end - start == 1:
        if first.lower in PRONOUNS:
            return ActorMention(
                prose.span(first.start, first.end), first.lower, ActorType.PERSON, pronoun=first.lower, rule="pronoun"
            )
        if first.lower in _ALONE or _opens_by_verb(first, lexicon):
            return None
    if first.lower in _NOBODY or last.lower in _NOBODY:
        return None
    mention = _read(prose, words[start:end], lexicon)
    return _placed(mention, prose.span(first.start, last.end), first) if mention is not None else None


def _dangles(word: Word) -> bool:
    return word.text in _DANGLING


def _read(prose: Prose, words: Sequence[Word], lexicon: Lexicon) -> ActorMention | None:
    """What the first reader that knows the phrase makes of it; readers whose signs are missing are not asked."""
    parts = tuple(_parts(words))
    if not parts:
        return None
    lows = {word.lower for word in words}
    capital = any(word.capital for word in words)
    return (
        (read_known(prose, parts, lexicon) if capital else None)
        or (read_apposed(prose, parts, lexicon) if len(parts) > 1 else None)
        or (read_officer(prose, parts, lexicon) if _may_hold_office(lows, lexicon) else None)
        or (read_titled(prose, parts, lexicon) if capital else None)
        or read_described(prose, parts, lexicon)
        or (read_bare(prose, parts, lexicon) if capital else None)
        or (read_possessor(prose, parts, lexicon) if "'s" in lows else None)
        or (read_staffed(prose, parts, lexicon) if capital else None)
        or (None if lexicon.cues.papers.isdisjoint(lows) else read_paper(prose, parts, lexicon))
        or read_definite(prose, parts, lexicon)
    )


def _may_hold_office(lows: Set[str], lexicon: Lexicon) -> bool:
    return "." in lows or not lexicon.actors.opening_offices.isdisjoint(lows)


def _placed(mention: ActorMention, span: Span, first: Word) -> ActorMention:
    """The mention where its words stand; written out, for `dataclasses.replace` takes four times as long."""
    return ActorMention(
        span,
        mention.name,
        mention.type,
        mention.head,
        mention.role,
        mention.named,
        mention.pronoun,
        mention.known,
        mention.acronyms,
        mention.country,
        _definite(mention, first),
    )


def _definite(mention: ActorMention, first: Word) -> str:
    """The rule's name, marked where the words point back to somebody told before (``the police chief``)."""
    points = first.text in ("the", "The") and not mention.named and mention.rule in ("office", "head")
    return f"the-{mention.rule}" if points else mention.rule


def _parts(words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    """The phrase cut at its commas, fillers and ages left out."""
    if _CUTS.isdisjoint([word.text for word in words]):
        if not _is_filler(words):
            yield words
        return
    part: list[Word] = []
    for word in (*words, None):
        if word is None or word.text in _CUTS:
            if part and not _is_filler(part):
                yield tuple(part)
            part = []
        else:
            part.append(word)


_CUTS = frozenset((",", "(", ")"))


def _is_filler(part: Sequence[Word]) -> bool:
    """Whether a part tells no party: ``however``, an age, ``on condition of anonymity``."""
    opening = part[0].lower
    return (opening in _OPENING_FILLERS or opening[0].isdigit()) and _FILLERS.fullmatch(
        " ".join([piece.text for piece in part])
    ) is not None


_OPENING_FILLERS = frozenset(("for", "however", "meanwhile", "in", "speaking", "aged"))
