"""Claims of a sentence: figures, deeds, damage and places, joined with who says them."""

import re
from collections.abc import Iterator, Sequence

from generator.extract.deeds.acts import find_acts
from generator.extract.figures.elliptic import find_elliptic
from generator.extract.figures.figures import find_figures
from generator.extract.figures.tolls import damage_spans, find_tolls
from generator.extract.figures.weighed import find_weighed
from generator.extract.prose.matching import Prose
from generator.lexicon.lexicon import Lexicon
from generator.model.mention import Attribution, DayMention, Figure, PlaceMention, TollMention
from generator.model.reading import ClaimMention
from generator.model.span import Span
from generator.model.values import replace
from generator.model.vocabulary import ClaimKind, Outcome

_COUNTED = frozenset(
    (ClaimKind.STATEMENT, ClaimKind.CONFIRMATION, ClaimKind.ACCUSATION, ClaimKind.CONDEMNATION, ClaimKind.WARNING)
)
"""Kinds of speech whose figures the speaker vouches for: a figure inside a denial is what is denied."""

_LIST = re.compile(r"\b(?:including|such as|among them)\b")
"""Says that a list of places is not whole."""


def past_from(prose: Prose, days: Sequence[DayMention]) -> int | None:
    """Offset in the sentence from which it tells of an earlier time; None where it does not.

    A sentence that names a past day and no other is past as a whole; behind ``since`` only the rest of it is.
    """
    past = [day for day in days if day.past] if days else ()
    if not past:
        return None
    end = past[0].span.end - prose.start
    since = prose.text.lower().rfind("since ", 0, end)
    if since > 0:
        return since
    return None if len(past) < len(days) else 0


def find_told(
    prose: Prose, before: Outcome | None, lexicon: Lexicon
) -> tuple[tuple[Figure, ...], tuple[TollMention, ...]]:
    """The figures of a sentence and the tolls that rules read; ``before`` is the outcome of the last toll before it."""
    figures = find_figures(prose, lexicon)
    found = find_tolls(prose, figures, lexicon)
    return figures, found + find_elliptic(prose, found, before, lexicon)


def _is_past(mention: Span, prose: Prose, since: int | None) -> bool:
    return since is not None and mention.start - prose.start >= since


def find_claims(
    prose: Prose,
    attributions: Sequence[Attribution],
    where: tuple[Sequence[DayMention], Sequence[PlaceMention]],
    lexicon: Lexicon,
    *,
    since: int | None,
    before: Outcome | None,
    opened: bool,
) -> Iterator[ClaimMention]:
    """Every claim of a sentence.

    Args:
        prose: the sentence.
        attributions: who says what in it.
        where: its days and its places.
        lexicon: what the finders know.
        since: offset from which it tells of an earlier time, or None.
        before: the outcome of the last toll told before it.
        opened: whether it begins inside a quotation.
    """
    days, places = where
    figures, found = find_told(prose, before, lexicon)
    found += find_weighed(prose, figures, found, lexicon, before=before)
    tolls = _tolls(prose, found, attributions, days, lexicon)
    acts = list(find_acts(prose, attributions, days, lexicon, opened=opened))
    for claim in tolls:
        past = claim.toll is not None and _is_past(claim.toll.figure.span, prose, since)
        yield replace(claim, kind=ClaimKind.BACKGROUND) if past else claim
    yield from acts
    if since == 0:
        return
    for figure, span in damage_spans(prose, figures, lexicon):
        attribution = covering(attributions, figure.span)
        if attribution is None or attribution.kind in _COUNTED:
            quote = attribution.span if attribution else _whole(prose)
            yield ClaimMention(ClaimKind.DAMAGE, quote.joined(span), attribution, "damage", damage=figure)
    listed = tuple(place for place in places if place.rule == "listed")
    if listed:
        incomplete = _LIST.search(prose.text) is not None
        quote = _clause(prose, listed[0].span.start, listed[-1].span.end)
        yield ClaimMention(
            ClaimKind.LOCATION,
            quote,
            covering(attributions, listed[0].span),
            "listed",
            places=listed,
            complete=False if incomplete else None,
        )


def _tolls(
    prose: Prose,
    tolls: Sequence[TollMention],
    attributions: Sequence[Attribution],
    days: Sequence[DayMention],
    lexicon: Lexicon,
) -> list[ClaimMention]:
    claims = []
    for toll in tolls:
        attribution = covering(attributions, toll.figure.span)
        if attribution is not None and attribution.kind not in _COUNTED:
            continue
        quote = attribution.span.joined(toll.figure.span) if attribution else _whole(prose)
        if toll.rule in ("toll-moves", "toll-is") and attribution is not None and attribution.day is None:
            told = next((day for day in days if 0 <= day.span.start - toll.span.end <= 1 and not day.past), None)
            attribution = replace(attribution, day=told)
        day = next((day for day in days if _dates(prose, day, toll, attribution, lexicon)), None)
        claims.append(ClaimMention(ClaimKind.TOLL, quote, attribution, toll.rule, toll=toll, day=day))
    return claims


def _dates(prose: Prose, day: DayMention, toll: TollMention, attribution: Attribution | None, lexicon: Lexicon) -> bool:
    """Whether a day belongs to the deed and not to the speaking: near the figure, with no other speech between."""
    if toll.rule in ("toll-moves", "toll-is"):
        return False
    if attribution is not None and attribution.day is not None and attribution.day.span == day.span:
        return False
    if attribution is not None and not any(content.covers(day.span) for content in attribution.contents):
        return False
    between = prose.text[
        max(0, min(toll.span.end, day.span.end) - prose.start) : max(toll.span.start, day.span.start) - prose.start
    ]
    return len(between) < _NEAR and " since " not in between and not _reports(between, lexicon)


def _reports(words: str, lexicon: Lexicon) -> bool:
    """Whether a reporting word stands among the words between a figure and a day."""
    return any(word.strip(",.") in lexicon.cues.verbs for word in words.split())


_NEAR = 160


def covering(attributions: Sequence[Attribution], span: Span) -> Attribution | None:
    """The attribution whose content holds a span; of several the one whose content is shortest."""
    holding = [
        (len(content), number)
        for number, attribution in enumerate(attributions)
        for content in attribution.contents
        if content.covers(span) and attribution.source is not None
    ]
    return attributions[min(holding)[1]] if holding else None


def _whole(prose: Prose) -> Span:
    return prose.span(0, len(prose.text))


def _clause(prose: Prose, start: int, end: int) -> Span:
    """From the beginning of the sentence to the end of a list, both document offsets."""
    return Span(prose.start, end)
