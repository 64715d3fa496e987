"""Places of a document's own headline: it often names the scene that its story takes for granted."""

from collections.abc import Iterator

from generator.extract.places.dates import find_days
from generator.extract.places.peoples import find_demonyms
from generator.extract.places.places import find_places
from generator.extract.prose.matching import Prose, read_prose
from generator.lexicon.lexicon import Lexicon
from generator.model.document import Document, Layout
from generator.model.mention import DayMention, PlaceMention
from generator.model.span import Span
from generator.model.values import replace
from generator.model.vocabulary import PlaceLevel

_NATION = "nation"
"""The rule of a country that only the word for its people tells."""
_SMALL = 3
"""Words in small letters below which a headline's capitals tell no names."""
_FOLDED = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})


def find_headline_places(document: Document, layout: Layout, lexicon: Lexicon) -> tuple[PlaceMention, ...]:
    """Every place of the headline, and the countries of its peoples.

    Spans are of the document; where only its metadata hold the headline they are empty, and the places can be weighed
    but not cited.
    """
    text, start = _headline(document, layout)
    words = text.split()
    if sum(word[0].islower() for word in words) < min(_SMALL, len(words) - 1):
        return ()
    prose = read_prose(text, start=max(start, 0))
    found = tuple(_found(prose, lexicon))
    return found if start >= 0 else tuple(replace(mention, span=Span(0, 0)) for mention in found)


def find_headline_days(document: Document, layout: Layout, lexicon: Lexicon) -> tuple[DayMention, ...]:
    """Days that the headline names (``Sunday's quake kills 12``); spans as for its places."""
    text, start = _headline(document, layout)
    return find_days(read_prose(text, start=max(start, 0)), lexicon) if text else ()


def _found(prose: Prose, lexicon: Lexicon) -> Iterator[PlaceMention]:
    yield from find_places(prose, lexicon)
    for span, country in find_demonyms(prose, lexicon):
        name = lexicon.places.country_names[country]
        yield PlaceMention(span, name, country, PlaceLevel.COUNTRY, country=country, rule=_NATION)


def _headline(document: Document, layout: Layout) -> tuple[str, int]:
    """The headline, and where it begins; -1 where the document does not hold it."""
    title = document.metadata.title or ""
    if layout.title is not None and not title:
        return layout.title.of(document.folded), layout.title.start
    start = document.text.find(title, 0, document.body.start) if title else -1
    return (document.folded[start : start + len(title)], start) if start >= 0 else (title.translate(_FOLDED), -1)
