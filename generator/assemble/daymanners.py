"""How a sentence speaks of a day: with an hour, as the end of a time, as one to come, beside what follows a deed."""

import re

from generator.assemble.scenery import tells_deed
from generator.model.document import Document
from generator.model.mention import DayMention
from generator.model.partialdate import PartialDate
from generator.model.reading import SentenceReading
from generator.model.values import value

WEIGHTY = 2
"""An event word of this weight tells a deed."""


@value
class DaySighting:
    """A mention of a day with the calendar days that it means.

    Attributes:
        mention: the words.
        reading: their sentence.
        start: first day.
        end: last day.
    """

    mention: DayMention
    reading: SentenceReading
    start: PartialDate
    end: PartialDate


def is_ahead(day: DayMention, reading: SentenceReading, document: Document) -> bool:
    """Whether words before a day tell that it is yet to come (``will be held on Friday``)."""
    start = max(reading.span.start, day.span.start - _CLAUSE)
    return _AHEAD.search(document.folded, start, day.span.start) is not None


def goes_on(sighting: DaySighting, document: Document) -> bool:
    """Whether a deed began on a day and lasts (``fighting since Friday has killed ...``)."""
    if sighting.mention.past or not tells_deed(sighting.reading):
        return False
    span = sighting.mention.span
    before = document.folded[max(sighting.reading.span.start, span.start - _ASIDE) : span.end]
    return _SINCE.search(before) is not None


_SINCE = re.compile(r"\b[Ss]ince (?:[^ ,;]+ ){0,2}[^ ,;]*\Z")


def read_manner(sighting: DaySighting, document: Document) -> set[str]:
    """How a sentence speaks of its day: with a time of the day, as the end of a time, as one to come, of a count."""
    span, reading = sighting.mention.span, sighting.reading
    words = span.of(document.folded)
    start, end = reading.span.start, reading.span.end
    before = document.folded[max(start, span.start - _ASIDE) : span.start]
    behind = document.folded[span.end : min(end, span.end + _ASIDE)]
    kinds = set()
    if _BOUND.search(f"{before}{words}"):
        kinds.add("bound")
    if any(claim.rule in _COUNTS for claim in reading.claims):
        kinds.add("counted")
    if is_ahead(sighting.mention, reading, document):
        kinds.add("ahead")
    if _AFTERMATH.search(before) or _FOLLOWING.match(behind):
        kinds.add("aftermath")
    if _TIMED.search(f"{before} {words} {behind}"):
        kinds.add("timed")
    if any(event.weight >= WEIGHTY and event.span.start - start <= _OPENED for event in reading.events):
        kinds.add("subject")
    if _HAD.search(document.folded, start, span.start):
        kinds.add("had")
    if sighting.mention.rule == _COUNTED_BACK:
        kinds.add("counted-back")
    if _ACTED.match(behind):
        kinds.add("acted")
    if _follows_deed(sighting):
        kinds.add("follows-deed")
    return kinds


def _follows_deed(sighting: DaySighting) -> bool:
    """Whether a day stands right behind a word for the deed (``killed on Monday``)."""
    start, reading = sighting.mention.span.start, sighting.reading
    ends = [event.span.end for event in reading.events if event.weight >= WEIGHTY]
    ends += [claim.toll.span.end for claim in reading.claims if claim.toll is not None]
    return any(0 <= start - end <= 1 for end in ends)


_COUNTED_BACK = "days-after"
"""The rule of ``two days after``: what stands behind it is what the day is of."""
_ASIDE, _CLAUSE, _OPENED = 28, 60, 40
"""Code points beside a day, of its clause, and from the beginning of a sentence, in which a sign is looked for."""
_TIMED = re.compile(
    r"\b(?:[0-2]?[0-9][:.][0-5][0-9]|[0-9]{1,2} ?[ap]\.?m\b|[0-2][0-9][0-5][0-9] ?(?:hrs|hours|h\b)|dawn|dusk|noon"
    r"|midday|midnight|morning|afternoon|evening|night|early|late|wee hours|small hours|daybreak)"
)
_BOUND = re.compile(
    r"\b(?:[Bb]y|[Ss]ince|[Uu]ntil|[Tt]ill|[Aa]s of|[Aa]s at|[Uu]p to|[Ss]tarting)\b(?: [^ ,;]+){0,3} ?[^ ,;]*\Z"
)
_AHEAD = re.compile(
    r"\b(?:will|would|shall|expected|due|scheduled|planned|planning|plans?|set to|set for|to be held|going to|is to"
    r"|are to|hopes? to|ahead of|later this)\b[^,;]*\Z"
)
_AFTERMATH = re.compile(
    r"\b(?:vigils?|funerals?|buried|burials?|memorial|mourn(?:ed|ing)|anniversary|sentenced|convicted|charged|pleaded"
    r"|appeared|arraigned|remanded|jailed|indicted|visited|rose to|risen to|climbed to|recovered|retrieved|pulled"
    r"|found alive|found a|resumed|reopened|lifted|announced|declared|resigned|vowed|promised|suspended|identified"
    r"|named|inspected|arrested|detained|met|condemned|released|ordered|opened an?|launched an?|sent|received|flew"
    r"|arrived|travelled|traveled|warned|called off|returned|gathered|rallied|combed|search|searches|efforts)"
    r"\b[^,;.]{0,40}\Z"
)
"""Words for what follows a deed: a day beside one of them is seldom that of the deed."""
_HAD = re.compile(r"\b(?:had|'d) (?!been killed|been hurt|died)")
_FOLLOWING = re.compile(
    r" (?:sentenced|convicted|charged|visited|found|recovered|retrieved|arrested|detained|resigned|rose|climbed"
    r"|announced|declared|imposed|ordered|suspended|condemned|vowed|named|identified|released|began|resumed|reopened|mourned"
    r"|buried|marked|demanded|called|opened|launched|lifted|pulled)\b"
)
_ACTED = re.compile(r" (?!(?:after|when|as|in|at|near)\b)[a-z]+(?:ed|aid|old)\b")
_COUNTS = frozenset(("toll-moves", "toll-is"))
"""Rules of tolls that tell how a count stands, whatever day the deaths were on."""
