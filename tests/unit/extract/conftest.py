"""The real lexicon, and sentences made ready for the finders."""

from collections.abc import Callable

import pytest

from generator.extract.prose.matching import Prose, read_prose
from generator.extract.stories import read_sentence
from generator.lexicon.lexicon import Lexicon, load_lexicon
from generator.model.document import Document, Sentence
from generator.model.reading import SentenceReading
from generator.model.span import Span
from generator.read.normalise import fold
from generator.read.plaintext import read_document


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return load_lexicon()


@pytest.fixture(scope="session")
def prose() -> Callable[[str], Prose]:
    """A sentence as the finders get it: quotes and dashes folded, cut into words."""
    return lambda text: read_prose(fold(text))


@pytest.fixture(scope="session")
def document() -> Callable[[str], Document]:
    return lambda text: read_document(text.encode(), "story.txt").document


@pytest.fixture(scope="session")
def reading(document: Callable[[str], Document], lexicon: Lexicon) -> Callable[[str], SentenceReading]:
    """Everything that is found in a story of one sentence."""

    def read(text: str) -> SentenceReading:
        story = document(text)
        return read_sentence(story, Sentence(Span(0, len(story.text)), 0), 0, lexicon)

    return read
