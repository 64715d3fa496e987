"""A story sentence by sentence: everything that the finders find in it."""

import re
from collections.abc import Iterator, Sequence

from generator.extract.claims import find_claims, past_from
from generator.extract.deeds.events import find_events, find_hints
from generator.extract.deeds.roles import find_deeds
from generator.extract.places.dates import find_days
from generator.extract.places.headlines import find_headline_days, find_headline_places
from generator.extract.places.peoples import find_demonyms
from generator.extract.places.places import find_places
from generator.extract.prose.casing import restore_case
from generator.extract.prose.matching import Prose, read_prose
from generator.extract.prose.quotations import with_double_quotes
from generator.extract.speech.attribution import find_attributions
from generator.extract.speech.openers import find_present
from generator.lexicon.lexicon import Lexicon
from generator.lexicon.rules import LatePattern
from generator.model.document import Document, Layout, Sentence
from generator.model.mention import Attribution
from generator.model.reading import ClaimMention, DatelineReading, SentenceReading
from generator.model.span import Span
from generator.model.vocabulary import ClaimKind, Outcome

_NOTE = re.compile(r"[\[(](?:Corrects|Updates?|Updated|Adds|Recasts|Refiles|Clarifies|Corrected|CORRECTED|UPDATES?)\b")
"""Opens a newsroom's note on its own story (``Corrects paragraph 2 ...``), which tells of no event."""


def read_story(document: Document, layout: Layout, lexicon: Lexicon) -> tuple[SentenceReading, ...]:
    """Every sentence of a story, read by itself."""
    pieces = [piece for sentence in layout.sentences for piece in _pieces(document, sentence)]
    opened = open_quotations(document, pieces)
    readings: list[SentenceReading] = []
    for number, piece in enumerate(pieces):
        before = told_before(readings)
        readings.append(read_sentence(document, piece, number, lexicon, opened=opened[number], before=before))
    return tuple(readings)


def told_before(readings: Sequence[SentenceReading]) -> Outcome | None:
    """The outcome of the first toll in the last sentence that told one; None where that lies too far back."""
    for reading in reversed(readings[-_REMEMBERED:]):
        for claim in reading.claims:
            if claim.kind is ClaimKind.TOLL and claim.toll is not None and claim.toll.partial_of is None:
                return claim.toll.outcome
    return None


_REMEMBERED = 2
"""Sentences over which a figure may leave out what it counts."""


def open_quotations(document: Document, pieces: Sequence[Sentence]) -> list[bool]:
    """Whether each sentence begins inside a quotation that an earlier one of its paragraph opened."""
    found: list[bool] = []
    opened, paragraph = False, None
    for piece in pieces:
        opened = opened and piece.paragraph == paragraph
        paragraph = piece.paragraph
        found.append(opened)
        opened ^= document.folded.count('"', piece.span.start, piece.span.end) % 2 == 1
    return found


_LONGEST = 1500
"""Code points that one sentence of prose never has; what is longer lacks its full stops."""


def _pieces(document: Document, sentence: Sentence) -> Iterator[Sentence]:
    """The sentence, or pieces of it that end between words where it is too long to be one."""
    start, end = sentence.span.start, sentence.span.end
    text = document.folded
    if 0 < end - start <= _LONGEST and not (text[start].isspace() or text[end - 1].isspace()):
        yield sentence
        return
    while end - start > _LONGEST:
        blank = text.rfind(" ", start + 1, start + _LONGEST)
        cut = blank + 1 if blank > start else start + _LONGEST
        yield Sentence(Span(start, cut).trimmed(text), sentence.paragraph)
        start = cut
    yield Sentence(Span(start, end).trimmed(text), sentence.paragraph)


def read_dateline(document: Document, layout: Layout, lexicon: Lexicon) -> DatelineReading:
    """Day and place of a dateline, and the day of a line above the story that says when it was issued."""
    dateline = layout.dateline
    heads = [span for span in (dateline.span if dateline else None, layout.stamp) if span is not None]
    heads += _issue_lines(document, layout)
    days = [day for head in heads for day in find_days(read_prose(head.of(document.folded), start=head.start), lexicon)]
    headline = find_headline_places(document, layout, lexicon)
    covered = [day for day in days if day.start is not None and day.end is not None and day.start < day.end]
    titled = (*find_headline_days(document, layout, lexicon), *covered)
    if dateline is None:
        return DatelineReading(days=tuple(days), headline=headline, titled=titled)
    place = read_prose(dateline.place.of(document.folded), start=dateline.place.start)
    places = find_places(place, lexicon)
    return DatelineReading(days=tuple(days), places=places, headline=headline, titled=titled)


def _issue_lines(document: Document, layout: Layout) -> Iterator[Span]:
    """Short lines around a story with a year in them, which may tell when it was issued; its headline is none."""
    body, story = document.body, layout.story
    held = [each for each in (layout.title, layout.stamp) if each is not None]
    related = layout.related or Span(body.end, body.end)
    for start, end in (
        (body.start, min(story.start, body.start + _HEAD)),
        (max(story.end, body.end - _TAIL), body.end),
    ):
        for line in _LINE.finditer(document.folded, start, max(start, end)):
            span = Span(*line.span())
            if len(span) > _LONGEST_NOTICE or _YEAR.search(line[0]) is None or any(map(span.overlaps, held)):
                continue
            if not span.overlaps(related) or _ISSUE.match(line[0]):
                yield span


_LINE = re.compile(r"[^\n]+")
_ISSUE = re.compile(r"[ (\[*_-]*(?:First |Last )?(?:[Pp]ublished|[Uu]pdated|[Pp]osted|[Ii]ssued)\b")
_YEAR = re.compile(r"(?<![0-9])[12][0-9]{3}(?![0-9])")
_LONGEST_NOTICE = 120
_HEAD, _TAIL = 1500, 600
"""Code points of a document above and below its story in which such lines are looked for."""


def prose_of(document: Document, sentence: Sentence, index: int, lexicon: Lexicon) -> Prose | None:
    """A sentence made ready for the finders; None where it is a newsroom's note, or says a few words over and over."""
    folded = sentence.span.of(document.folded)
    if folded.startswith(("[", "(")) and _NOTE.match(folded):
        return None
    text = restore_case(with_double_quotes(_on_one_line(folded)), lexicon)
    prose = read_prose(text, start=sentence.span.start, index=index, paragraph=sentence.paragraph)
    return None if prose.is_litany() else prose


def read_sentence(
    document: Document,
    sentence: Sentence,
    index: int,
    lexicon: Lexicon,
    *,
    opened: bool = False,
    before: Outcome | None = None,
) -> SentenceReading:
    """Everything that the finders find in one sentence.

    ``opened`` tells that it begins inside a quotation; ``before`` is the outcome of the last toll told before it.
    """
    prose = prose_of(document, sentence, index, lexicon)
    if prose is None:
        return SentenceReading(span=sentence.span, index=index, paragraph=sentence.paragraph)
    days = find_days(prose, lexicon)
    places = find_places(prose, lexicon)
    attributions = find_attributions(prose, days, lexicon, opened=opened)
    since = past_from(prose, days)
    claims = list(find_claims(prose, attributions, (days, places), lexicon, since=since, before=before, opened=opened))
    counts = not _COUNT_NOUNS.isdisjoint(prose.vocabulary)
    return SentenceReading(
        span=sentence.span,
        index=index,
        paragraph=sentence.paragraph,
        claims=tuple(sorted(claims, key=_order) if len(claims) > 1 else claims),
        attributions=attributions,
        days=days,
        places=places,
        events=find_events(prose, lexicon),
        deeds=find_deeds(prose, lexicon, since=since),
        nations=tuple([country for _, country in find_demonyms(prose, lexicon)]),
        past=since == 0,
        former=_found(lexicon.tolls.earlier, prose) if counts else None,
        latest=_found(lexicon.tolls.latest, prose) if counts else None,
        scope=_scope(prose, attributions, lexicon) if counts else None,
        present=find_present(prose, attributions, lexicon),
        hints=find_hints(prose, lexicon),
    )


def _on_one_line(text: str) -> str:
    """The text with each line end and tab made a blank."""
    return text.replace("\n", " ").replace("\r", " ").replace("\t", " ")


def _order(claim: ClaimMention) -> tuple[int, int, int, int, str]:
    """Claims stand in the order of their words, then of what they count, then of their kinds."""
    quote = claim.quote
    counted = claim.toll.figure.span if claim.toll else quote
    return quote.start, quote.end, counted.start, counted.end, claim.kind


_COUNT_NOUNS = frozenset(
    word
    for line in (
        "report reports account accounts figure figures estimate estimates count counts toll tolls total totals",
        "tally tallies number numbers",
    )
    for word in line.split()
)
"""Nouns of which a sentence about earlier, newest or covered figures holds one."""


def _found(pattern: LatePattern, prose: Prose) -> Span | None:
    """Where a pattern first matches a sentence."""
    found = pattern.search(prose.text)
    return prose.span(found.start(), found.end()) if found else None


def _scope(prose: Prose, attributions: Sequence[Attribution], lexicon: Lexicon) -> Span | None:
    """What a figure named before covers, up to the end of what is said."""
    found = lexicon.tolls.scope.search(prose.text)
    if found is None:
        return None
    span = prose.span(found.start("scope"), len(prose.text.rstrip(" .")))
    speech = next(
        (a for a in attributions if any(content.covers(Span(span.start, span.start + 1)) for content in a.contents)),
        None,
    )
    end = (
        next((content.end for content in speech.contents if content.covers(Span(span.start, span.start + 1))), span.end)
        if speech
        else span.end
    )
    return Span(span.start, min(span.end, end))
