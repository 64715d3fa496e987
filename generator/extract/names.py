"""Proper names inside a noun phrase: persons, known parties, countries."""

from collections.abc import Iterator, Sequence

from generator.extract.matching import CLOSING, Prose, Word, longest_name
from generator.extract.nounphrases import PARTICLES
from generator.lexicon.actors import KnownActor
from generator.lexicon.lexicon import Lexicon
from generator.lexicon.places import fold_name
from generator.model.vocabulary import PlaceLevel


def phrase_text(prose: Prose, part: Sequence[Word]) -> str:
    """The words of a phrase as the sentence has them."""
    return prose.text[part[0].start : part[-1].end]


def name_in(part: Sequence[Word], start: int, lexicon: Lexicon) -> tuple[Word, ...] | None:
    """The capitalised words directly behind an office, or those that end the part where they are no place."""
    end = start
    while end < len(part) and (part[end].capital or part[end].text.lower() in PARTICLES or part[end].text == "."):
        end += 1
    name = tuple(part[start:end])
    return name if name and name[0].wordlike and is_name(name, lexicon) else None


def is_name(part: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a part is a person's name: capitalised words that are no place, no body and no demonym."""
    if (
        not part
        or not part[0].capital
        or any(not (word.capital or word.text.lower() in PARTICLES or word.text in (".", "'s")) for word in part)
    ):
        return False
    text = fold_name(" ".join(word.text for word in part))
    if (
        text in lexicon.places.known
        or text in lexicon.actors.known
        or part[0].text.lower() in lexicon.grammar.function_words
    ):
        return False
    return not any(
        word.text.lower() in lexicon.actors.heads or word.text in lexicon.places.institutions for word in part
    )


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
    at = 0
    actors = lexicon.actors
    while at < len(words):
        step = 1
        for length in range(longest_name(words, at, actors.longest), 0, -1):
            if words[at + length - 1].text in CLOSING:
                continue
            text = prose.text[words[at].start : words[at + length - 1].end]
            actor = actors.known.get(fold_name(text))
            if actor is not None and (length > 1 or len(text) > 3 or text.isupper()):
                yield at, at + length - 1, actor
                step = length
                break
        at += step
