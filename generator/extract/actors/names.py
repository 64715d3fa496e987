"""Proper names inside a noun phrase: persons, known parties, countries."""

from collections.abc import Iterator, Sequence

from generator.extract.prose.matching import Prose, Word, find_known
from generator.extract.prose.nounphrases import PARTICLES
from generator.lexicon.actors import KnownActor
from generator.lexicon.lexicon import Lexicon
from generator.lexicon.places import fold_name
from generator.model.mention import ActorMention
from generator.model.span import Span
from generator.model.vocabulary import PlaceLevel

NOWHERE = Span(0, 0)
"""The span of a mention until `read_actor` puts it where its words stand."""
_SHORT = 3
"""A single word of so few letters is a known party's name only where it is an acronym."""


def phrase_text(prose: Prose, part: Sequence[Word]) -> str:
    """The words of a phrase as the sentence has them."""
    return prose.text[part[0].start : part[-1].end]


def name_in(part: Sequence[Word], start: int, lexicon: Lexicon) -> tuple[Word, ...] | None:
    """The capitalised words directly behind an office, or those that end the part where they are no place."""
    end = start
    while end < len(part) and (is_named(part[end]) or part[end].text == "."):
        end += 1
    name = tuple(part[start:end])
    return name if name and name[0].wordlike and is_name(name, lexicon) else None


def is_name(part: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a part is a person's name: capitalised words that are no place, no body and no demonym."""
    if not part or not part[0].capital or any(not (is_named(word) or word.text in (".", "'s")) for word in part):
        return False
    text = fold_name(" ".join(word.text for word in part))
    if text in lexicon.places.known or text in lexicon.actors.known or part[0].lower in lexicon.grammar.function_words:
        return False
    return not any(word.lower in lexicon.actors.heads or word.text in lexicon.places.institutions for word in part)


def is_named(word: Word) -> bool:
    """Whether a word may stand inside a name: a capital, a particle, or both joined (``al-Harthy``)."""
    if word.capital or word.lower in PARTICLES:
        return True
    particle, joint, name = word.text.partition("-")
    return bool(joint) and name[:1].isupper() and len(particle) <= _PARTICLE


_PARTICLE = 4
"""Letters of a particle that is joined to a name, at most."""


def country_of(prose: Prose, part: Sequence[Word], lexicon: Lexicon) -> str | None:
    """The country that a phrase tells by a demonym or a name."""
    for word in part:
        meanings = lexicon.places.known.get(fold_name(word.text), ()) if word.capital else ()
        countries = {place.country for place in meanings if place.level is PlaceLevel.COUNTRY}
        if len(countries) == 1:
            return countries.pop()
    return None


def known_names(prose: Prose, words: Sequence[Word], lexicon: Lexicon) -> Iterator[tuple[int, int, KnownActor]]:
    """First and last index (inclusive) of each name that the lexicon of actors holds."""
    actors = lexicon.actors
    for first, last, actor in find_known(prose, words, actors.known, actors.longest):
        text = prose.text[words[first].start : words[last].end]
        if last > first or len(text) > _SHORT or text.isupper():
            yield first, last, actor


def known_mention(prose: Prose, part: Sequence[Word], actor: KnownActor, *, role: str | None = None) -> ActorMention:
    """A known party by its name.

    Args:
        prose: the sentence.
        part: the words of the name.
        actor: whom they name.
        role: office or description in front of the name.
    """
    return ActorMention(
        prose.span(part[0].start, part[-1].end),
        phrase_text(prose, part),
        actor.type,
        role=role,
        named=True,
        known=actor.id,
        acronyms=actor.acronyms,
        country=actor.country,
        rule="known-actor",
    )
