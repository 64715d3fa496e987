"""The tolls of a sentence, as its figures and their outcomes give them."""

from collections.abc import Callable

import pytest

from generator.extract.figures.figures import find_figures
from generator.extract.figures.tolls import find_tolls
from generator.extract.prose.matching import Prose
from generator.lexicon.lexicon import Lexicon
from generator.model.mention import TollMention

Find = Callable[[str], tuple[TollMention, ...]]


@pytest.fixture
def tolls(prose: Callable[[str], Prose], lexicon: Lexicon) -> Find:
    def find(text: str) -> tuple[TollMention, ...]:
        sentence = prose(text)
        return find_tolls(sentence, find_figures(sentence, lexicon), lexicon)

    return find
