"""Documents for the tests of segmentation."""

from collections.abc import Callable

import pytest

from generator.model.document import Document, Layout
from generator.read.plaintext import read_document
from generator.segment.layout import lay_out


@pytest.fixture
def document() -> Callable[[str], Document]:
    """Reads a text as a document."""
    return lambda text: read_document(text.encode(), "x.txt").document


@pytest.fixture
def sentences(document: Callable[[str], Document]) -> Callable[[str], list[str]]:
    """The words of a text's sentences."""

    def cut(text: str) -> list[str]:
        return [sentence.span.of(text) for sentence in lay_out(document(text)).sentences]

    return cut


@pytest.fixture
def laid_out(document: Callable[[str], Document]) -> Callable[[str], Layout]:
    """The layout of a text."""
    return lambda text: lay_out(document(text))
