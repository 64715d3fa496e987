"""Noun phrases that name a party: known names, persons with their offices, and what else tells a party."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.extract.heads import find_office
from generator.extract.matching import Prose, Word, without_article
from generator.extract.names import country_of, is_name, known_names, name_in, phrase_text
from generator.extract.parties import read_bare, read_definite, read_described, read_possessor
from generator.lexicon.lexicon import Lexicon
from generator.model.mention import ActorMention
from generator.model.vocabulary import ActorType

PRONOUNS = frozenset(("he", "she", "they", "it"))


_FILLERS = re.compile(
    r"for (?:its|his|her|their) part|however|meanwhile|in turn|speaking on condition of anonymity"
    r"|[0-9]{1,2}|aged [0-9]{1,2}",
    re.IGNORECASE,
)


_NOBODY = frozenset(("no", "none", "neither", "nobody", "nothing", "few", "not"))


def read_actor(prose: Prose, start: int, end: int, lexicon: Lexicon) -> ActorMention | None:
    """The party that the words ``start`` to ``end`` (indexes, half-open) of a sentence name, or None."""
    words = prose.words[start:end]
    while words and not words[-1].wordlike and words[-1].text != "'s":
        words = words[:-1]
    if not words or words[0].text.lower() in _NOBODY:
        return None
    span = prose.span(words[0].start, words[-1].end)
    if len(words) == 1 and words[0].text.lower() in PRONOUNS:
        return ActorMention(
            span, words[0].text.lower(), ActorType.PERSON, pronoun=words[0].text.lower(), rule="pronoun"
        )
    parts = tuple(_parts(words))
    if not parts:
        return None
    for reader in (_known, _officer, read_described, read_bare, read_possessor, read_definite):
        mention = reader(prose, parts, lexicon)
        if mention is not None:
            return replace(mention, span=span)
    return None


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


def _known(prose: Prose, parts: Sequence[Sequence[Word]], lexicon: Lexicon) -> ActorMention | None:
    """A group or organisation that the lexicon names."""
    for part in parts:
        for first, last, actor in known_names(prose, part, lexicon):
            if last < len(part) - 1:
                continue
            role = without_article(prose.text[part[0].start : part[first].start].strip()) if first else None
            return ActorMention(
                prose.span(part[first].start, part[last].end),
                name=prose.text[part[first].start : part[last].end],
                type=actor.type,
                role=role if role and role.lower() != "the" else None,
                named=True,
                known=actor.id,
                acronyms=actor.acronyms,
                country=actor.country,
                rule="known-actor",
            )
    return None


def _officer(prose: Prose, parts: Sequence[Sequence[Word]], lexicon: Lexicon) -> ActorMention | None:
    """A person with an office, in one part or in two (``the mayor, N. N.``; ``N. N., the mayor``)."""
    for number, part in enumerate(parts):
        head = find_office(part, lexicon)
        if head is None:
            continue
        first, last, kind = head
        name = name_in(part, last + 1, lexicon)
        after = last + 1 + len(name or ())
        if after < len(part) and part[after].text == "'s":
            return None
        office = prose.text[part[first].start : part[last].end].lower()
        role = without_article(phrase_text(prose, part if name is None else part[: _index(part, name[0])]).strip())
        if name is None:
            other = next(
                (p for n, p in enumerate(parts) if n in (number - 1, number + 1) and is_name(p, lexicon)), None
            )
            rank = find_office(other, lexicon) if other else None
            name = name_in(other, rank[1] + 1, lexicon) if other and rank else tuple(other) if other else None
        if name is None:
            return ActorMention(
                prose.span(0, 0),
                without_article(phrase_text(prose, part)),
                kind,
                head=office,
                role=None,
                rule="office",
                country=country_of(prose, part, lexicon),
            )
        further = [
            without_article(phrase_text(prose, p))
            for n, p in enumerate(parts)
            if n > number and find_office(p, lexicon) and name[0] not in p
        ]
        role = ", ".join([role, *further[:1]]) if role else role
        return ActorMention(
            prose.span(0, 0),
            phrase_text(prose, name),
            kind,
            head=office,
            role=role or None,
            named=True,
            rule="office-name",
            country=country_of(prose, part, lexicon),
        )
    return None


def _index(part: Sequence[Word], word: Word) -> int:
    return next(number for number, other in enumerate(part) if other is word)
