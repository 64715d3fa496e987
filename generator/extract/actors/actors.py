"""Noun phrases that name a party: known names, persons with their offices, and what else tells a party."""

import re
from collections.abc import Iterator, Sequence

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


def read_actor(prose: Prose, start: int, end: int, lexicon: Lexicon) -> ActorMention | None:
    """The party that the words ``start`` to ``end`` (indexes, half-open) of a sentence name, or None."""
    words = prose.words[start:end]
    while words and not words[-1].wordlike and words[-1].text != "'s":
        words = words[:-1]
    if (
        not words
        or words[0].lower in _NOBODY
        or words[-1].lower in _NOBODY
        or (len(words) == 1 and words[0].lower in _NUMBERS | _SELF)
    ):
        return None
    span = prose.span(words[0].start, words[-1].end)
    if len(words) == 1 and words[0].lower in PRONOUNS:
        return ActorMention(span, words[0].lower, ActorType.PERSON, pronoun=words[0].lower, rule="pronoun")
    parts = tuple(_parts(words))
    if not parts:
        return None
    for reader in (
        read_known,
        read_apposed,
        read_officer,
        read_titled,
        read_described,
        read_bare,
        read_possessor,
        read_staffed,
        read_paper,
        read_definite,
    ):
        mention = reader(prose, parts, lexicon)
        if mention is not None:
            return _placed(mention, span, words[0])
    return None


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


def _parts(words: Sequence[Word]) -> Iterator[tuple[Word, ...]]:
    """The phrase cut at its commas, fillers and ages left out."""
    part: list[Word] = []
    for word in (*words, None):
        if word is None or word.text in (",", "(", ")"):
            text = " ".join(piece.text for piece in part)
            if part and not _FILLERS.fullmatch(text):
                yield tuple(part)
            part = []
        else:
            part.append(word)
