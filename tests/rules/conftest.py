"""The lexicon under test, and sentences made ready for the finders."""

import hashlib
from collections.abc import Callable

import pytest

from generator.extract.prose.matching import Prose, read_prose
from generator.extract.stories import read_sentence
from generator.lexicon.lexicon import Lexicon, load_lexicon
from generator.model.document import Document, Sentence
from generator.model.reading import SentenceReading
from generator.model.span import Span
from generator.read.normalise import fold


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """What comes with the program."""
    return load_lexicon()


@pytest.fixture(scope="session")
def prose() -> Callable[[str], Prose]:
    """A sentence as finders see it."""
    return lambda text: read_prose(fold(text))


@pytest.fixture(scope="session")
def reading(lexicon: Lexicon) -> Callable[[str], SentenceReading]:
    """Everything that is found in a sentence that is a document of its own."""

    def read(text: str) -> SentenceReading:
        span = Span(0, len(text))
        document = Document("example.txt", text, fold(text), hashlib.sha256(text.encode()).hexdigest(), span)
        return read_sentence(document, Sentence(span, 0), 0, lexicon)

    return read
