"""Words that go with news of a type: one of them tells little, several tell much."""

from collections.abc import Iterable, Mapping

from generator.errors import InvalidLexicon
from generator.lexicon.inflection import inflect
from generator.lexicon.sources import read_knowledge
from generator.model.values import value
from generator.model.vocabulary import EventType


@value
class Hint:
    """A word of ``hints.yml``.

    Attributes:
        base: the word as listed; its forms are one hint.
        types: the types it goes with.
    """

    base: str
    types: tuple[EventType, ...]


def read_hints() -> dict[str, Hint]:
    """Read ``hints.yml``: each form of each word -> the hint it is.

    Raises:
        InvalidLexicon: the file is broken.
    """
    data = read_knowledge("hints.yml")
    try:
        types = _types_by_word((EventType(name), row) for name, row in data.items())
        hints = {word: Hint(word, kinds) for word, kinds in types.items()}
        forms = {form: hint for hint in hints.values() for form in _forms(hint.base)}
    except (TypeError, ValueError, AttributeError) as error:
        raise InvalidLexicon(f"lexicon/hints.yml: expected words by event type, found {error!r}") from error
    # A word that is listed itself is no form of another.
    return {**forms, **hints}


def _types_by_word(rows: Iterable[tuple[EventType, Iterable[str]]]) -> Mapping[str, tuple[EventType, ...]]:
    found: dict[str, tuple[EventType, ...]] = {}
    for kind, words in rows:
        for word in words:
            found[word] = (*found.get(word, ()), kind)
    return found


def _forms(word: str) -> tuple[str, ...]:
    """The plural and the regular forms of the verb; what is none of them is met in no text."""
    verb = inflect(word)
    return word, verb.third, verb.past, verb.ing, f"{word}s"
