"""A story divided into its incidents: the main one, and those that state themselves apart and are incidents alone."""

from generator.assemble.apart import split_story
from generator.assemble.masthead import stated_title
from generator.assemble.parts import ITEM, STORY, Part, renumbered
from generator.assemble.places import find_scene
from generator.assemble.setting import common_country, set_in
from generator.assemble.types import judge
from generator.lexicon.lexicon import Lexicon
from generator.model.document import Document, Layout
from generator.model.reading import DatelineReading, SentenceReading
from generator.model.span import Span
from generator.model.values import replace, value
from generator.model.vocabulary import ClaimKind


@value
class Manuscript:
    """A document with everything that was read in it.

    Attributes:
        document: the document.
        layout: its parts.
        readings: of the story's sentences, in order.
        dateline: of its dateline.
    """

    document: Document
    layout: Layout
    readings: tuple[SentenceReading, ...]
    dateline: DatelineReading


@value
class Division:
    """A story divided.

    Attributes:
        parts: one for each incident, the main one first.
        passed: the first sentences of items that tell no incident and are in no part.
    """

    parts: tuple[Part, ...]
    passed: tuple[Span, ...] = ()


def divide(manuscript: Manuscript, lexicon: Lexicon) -> Division:
    """The parts that are incidents by themselves; the whole story where the main one is none without the others."""
    parts = split_story(manuscript.readings, manuscript.document, lexicon)
    whole = Division((Part(manuscript.readings),))
    if len(parts) == 1:
        return whole
    filed = manuscript.dateline
    country = find_scene(manuscript.document, manuscript.readings, filed.places, headline=filed.headline).country
    if parts[0].rule == ITEM:
        country = country or common_country([each for part in parts for each in part.readings], lexicon.places)
        items = tuple(part for part in parts if _is_incident(manuscript, part, lexicon))
        passed = tuple(part.readings[0].span for part in parts if part not in items)
        return Division(tuple(_set_in(part, country, lexicon) for part in items), passed) if len(items) > 1 else whole
    further = tuple(part for part in parts[1:] if _is_incident(manuscript, part, lexicon))
    told = {reading.index for part in further for reading in part.readings}
    main = Part(tuple(reading for reading in manuscript.readings if reading.index not in told))
    if not further or not _is_incident(manuscript, main, lexicon):
        return whole
    return Division((main, *(_set_in(part, country, lexicon) for part in further)))


def _set_in(part: Part, country: str | None, lexicon: Lexicon) -> Part:
    return replace(part, readings=set_in(part.readings, country, lexicon.places))


def _is_incident(manuscript: Manuscript, part: Part, lexicon: Lexicon) -> bool:
    """Whether a part is news of an incident without the rest; an item needs but a head that says so, or a toll."""
    verdict = judge(renumbered(part), lexicon, title=heading_of(manuscript, part))
    tolls = (claim.kind is ClaimKind.TOLL for reading in part.readings for claim in reading.claims)
    told = verdict.relevant or (part.rule == ITEM and (bool(part.head) or any(tolls)))
    return told and verdict.types[0] in lexicon.events.incidents


def heading_of(manuscript: Manuscript, part: Part) -> str:
    """What stands above a part and tells of its event: the document's own headline, or the head of an item."""
    return part.head or headline_of(manuscript, part) or ""


def headline_of(manuscript: Manuscript, part: Part) -> str | None:
    """The document's own headline, for the story's own incident; further ones and items of a list have none."""
    return stated_title(manuscript.document, manuscript.layout) if part.rule == STORY else None
