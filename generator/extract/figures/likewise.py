"""Outcomes told once for several figures, and several outcomes told of one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.extract.prose.matching import FIGURE, Prose
from generator.lexicon.tolls import TollFrame
from generator.model.mention import Figure, TollMention
from generator.model.span import Span
from generator.model.vocabulary import Outcome


def continue_tolls(
    frames: Sequence[TollFrame], prose: Prose, figures: Sequence[Figure], found: dict[int, TollMention]
) -> None:
    """``Killed nine in A and three in B``: the second figure shares the outcome of the first."""
    frame = next((frame for frame in frames if frame.continues), None)
    for number in range(1, len(figures)):
        figure, before = figures[number], figures[number - 1]
        toll = found.get(number - 1)
        if number in found or toll is None or figure.article or figure.partial or figure.person is False:
            continue
        gap = prose.text[before.span.end - prose.start : figure.span.start - prose.start]
        behind = FIGURE + prose.text[figure.span.end - prose.start :][:_REACH]
        match = frame.rule.pattern.match(behind) if frame is not None and _PLACED.fullmatch(gap) else None
        if match is None and figure.who in (None, "others", "other") and _joins(toll, figure, gap):
            match = _GAPPED.match(behind)
        if match is not None:
            span = Span(figure.span.start, figure.span.end + match.end("word") - 1)
            found[number] = replace(toll, figure=figure, span=span, rule="likewise", by=None)


def _joins(toll: TollMention, figure: Figure, gap: str) -> bool:
    """Whether the clause of a toll goes on to a figure with ``and``, and with no other verb between."""
    return toll.span.end <= figure.span.start and len(gap) < _GAP and _ON.search(gap) is not None


_PLACED = re.compile(r"(?: of the \w+)?(?: \w+)? (?:in|at|near|outside|inside) [A-Z][\w' .-]{1,60}(?:,| and|, and) ")
_ON = re.compile(r"^[^.;:\"]*(?: and|,? but) \Z")
_GAPPED = re.compile(
    r".(?: more)?(?:, (?!an?d?\b[^,]* (?:was|is|were|has)\b)[^,.;:]{1,60},)?"
    r" (?P<word>in|at|near|outside|on|while|during|aboard|by) [^.;:,]"
    r"(?![^.;:,]{0,60} (?:was|were|is|are|has|have|had)\b)"
)
_GAP = 110
_REACH = 130


def second_outcomes(prose: Prose, tolls: tuple[TollMention, ...]) -> Iterator[TollMention]:
    """``Taken to hospital with burns``: a second outcome of the same persons."""
    for toll in tolls:
        end = toll.span.end - prose.start
        wounds = _WITH_WOUNDS.match(prose.text, end) if toll.outcome is Outcome.HOSPITALISED else None
        if wounds is not None:
            span = Span(toll.span.start, prose.start + wounds.end())
            yield replace(toll, outcome=Outcome.INJURED, span=span, rule="with-wounds", by=None)


_WITH_WOUNDS = re.compile(
    r"[^.;:,]{0,40}? with (?:[\w-]+ ){0,3}"
    r"(?:injuries|wounds|burns|fractures|fractured \w+|smoke inhalation|cuts|bruises)\b(?! or )"
)
