"""A part of a story read as if it stood alone, with the actors whom the rest of the story has named."""

from collections.abc import Sequence

from generator.assemble.coreference import Cast, resolve_cast
from generator.assemble.deeds import Told, with_parties
from generator.model.reading import SentenceReading
from generator.model.values import replace, value

STORY = "story"
"""The rule of the part that holds everything that nothing sets apart."""
ITEM = "item"
"""The rule of the items of a list of incidents."""


@value
class Part:
    """The sentences that tell one incident.

    Attributes:
        readings: in order, numbered as in the story.
        rule: what sets them apart: an entry of `apart.yml`, the item of a list, or the story itself.
        head: the words by which the head of an item tells an event; else empty.
    """

    readings: tuple[SentenceReading, ...]
    rule: str = STORY
    head: str = ""


def renumbered(part: Part) -> tuple[SentenceReading, ...]:
    """The sentences of a part, numbered from 0."""
    return tuple(
        reading if reading.index == number else replace(reading, index=number)
        for number, reading in enumerate(part.readings)
    )


def cast_of(
    part: Part, readings: Sequence[SentenceReading], deeds: Sequence[Told], story: Sequence[SentenceReading]
) -> Cast:
    """The actors of a part, by the numbers that its sentences have in it.

    Speakers whom the rest of the story names are known here too; whom it only describes (``gunmen``) are others.

    Args:
        part: the sentences as numbered in the story.
        readings: the same, numbered from 0.
        deeds: what they tell, numbered likewise.
        story: all sentences.
    """
    own = with_parties(readings, deeds)
    if len(part.readings) == len(story):
        return resolve_cast(own)
    numbers = {before.index: number for number, before in enumerate(part.readings)}
    cast = resolve_cast(
        [
            replace(own[numbers[reading.index]], index=reading.index)
            if reading.index in numbers
            else _speakers_only(reading)
            for reading in story
        ]
    )
    links = {
        (numbers[sentence], span, name): meant
        for (sentence, span, name), meant in cast.links.items()
        if sentence in numbers
    }
    return Cast(cast.entities, links, cast.ids)


def _speakers_only(reading: SentenceReading) -> SentenceReading:
    """A sentence of another incident with nothing but the named speakers."""
    speeches = tuple(each for each in reading.attributions if each.source is not None and each.source.named)
    return SentenceReading(reading.span, reading.index, reading.paragraph, attributions=speeches)
