"""Tolls: figures joined with what happened to the counted persons."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from generator.extract.figures.agents import find_agent, find_doer
from generator.extract.figures.credence import (
    counts_persons,
    is_denied,
    is_doubted,
    is_other_clause,
    is_plural,
    is_unreal,
)
from generator.extract.figures.groups import Groups, draw_sketches, group_figures
from generator.extract.figures.likewise import continue_tolls, is_told_before, note_toll, second_outcomes
from generator.extract.figures.parts import find_enumerated, is_base, names_each, relate_parts, told_by_predicate
from generator.extract.figures.sums import note_sums, settle
from generator.extract.figures.unmarked import is_bare
from generator.extract.prose.matching import Prose
from generator.lexicon.lexicon import Lexicon
from generator.lexicon.tollframes import TollFrame, frames_of
from generator.model.mention import Figure, TollMention
from generator.model.span import Span
from generator.model.values import replace
from generator.model.vocabulary import Bound, Outcome

_SUFFERED = frozenset(("lost",))
"""Verbs whose subject is the side that the counted persons belong to."""


def find_tolls(prose: Prose, figures: Sequence[Figure], lexicon: Lexicon) -> tuple[TollMention, ...]:
    """All tolls of a sentence in the order of their figures, then second outcomes of the same persons."""
    tolls = lexicon.tolls
    if not figures or tolls.triggers.isdisjoint(prose.vocabulary):
        return ()
    bare = any(map(is_bare, figures))
    frames = [frame for frame in frames_of(prose.vocabulary, tolls.frames, tolls.openings) if bare or not frame.bare]
    persons = tuple(
        number
        for number, figure in enumerate(figures)
        if figure.person is not False and not is_base(prose, figures, number) and not is_denied(prose, figure)
    )
    counted = tuple(number for number in persons if not figures[number].article)
    found: dict[int, TollMention] = {
        number: TollMention(figures[number], outcome, figures[number].span, lexicon.tolls.noun_rule.name)
        for number in counted
        if (outcome := figures[number].outcome) is not None
    }
    further = _try_frames(frames, prose, figures, persons, (found, lexicon))
    for number in counted:
        if number not in found and (fate := _told_by_noun(prose, figures[number], lexicon)) is not None:
            found[number] = TollMention(figures[number], fate, figures[number].span, "modifier")
    if not found:
        return ()
    continue_tolls(frames, prose, figures, found, lexicon)
    for number in [number for number in found if is_doubted(prose, figures[number], lexicon)]:
        del found[number]
    for number in [number for number in found if is_told_before(number, figures, found)]:
        del found[number]
    relate_parts(prose, figures, found, lexicon)
    note_sums(prose, found, lexicon)
    told = tuple(second_outcomes(prose, figures, settle(found), lexicon))
    befallen = {(toll.figure.span, toll.outcome) for toll in told}
    rest = (toll for number, toll in sorted(further.items()) if number in found)
    return (*told, *(toll for toll in rest if (toll.figure.span, toll.outcome) not in befallen))


def _try_frames(
    frames: Sequence[TollFrame],
    prose: Prose,
    figures: Sequence[Figure],
    persons: Sequence[int],
    known: tuple[dict[int, TollMention], Lexicon],
) -> dict[int, TollMention]:
    """Add what the frames find to the tolls known, and give what further befell the same persons."""
    found, lexicon = known
    further: dict[int, TollMention] = {}
    for groups in draw_sketches(prose, figures, persons, lexicon):
        for frame in frames:
            if not frame.continues and (frame.single if groups.single else frame.counted):
                for number, toll in _run(frame, prose, figures, groups, lexicon):
                    note_toll(number, toll, found, further)
    return further


def _run(
    frame: TollFrame, prose: Prose, figures: Sequence[Figure], groups: Groups, lexicon: Lexicon
) -> Iterator[tuple[int, TollMention]]:
    for match in _led(frame, prose, groups) if frame.leads else _worded(frame, prose, groups):
        if is_unreal(match, lexicon) or is_other_clause(match, frame, lexicon):
            continue
        last: tuple[int, TollMention] | None = None
        for last in _read(frame, prose, figures, (groups, match), lexicon):
            yield last
        if last is not None and frame.lists:
            for number in find_enumerated(prose, figures, last[0]):
                yield number, replace(last[1], figure=figures[number])


def _read(
    frame: TollFrame,
    prose: Prose,
    figures: Sequence[Figure],
    where: tuple[Groups, re.Match[str]],
    lexicon: Lexicon,
) -> Iterator[tuple[int, TollMention]]:
    """The tolls of one match, by the numbers of their figures."""
    groups, match = where
    start = groups.sketch.original(match.start())
    span = Span(prose.start + start, prose.start + groups.sketch.original(match.end()))
    former = next((match.span(name) for name in _FORMER if match.re.groupindex.get(name) and match[name]), (-1, -1))
    older = range(bisect_left(groups.offsets, former[0]), bisect_left(groups.offsets, former[1]))
    first = bisect_left(groups.offsets, match.start())
    told_before = frame.rule.name == "toll-of" and lexicon.tolls.former.search(match.string[: match.start()][-40:])
    basis = span if former[0] >= 0 or told_before else None
    for position, group in enumerate(groups.inside(match.start(), match.end()), start=first):
        if is_plural(tuple(figures[number] for number in group), frame, match):
            continue
        for number in group[:1] if names_each(figures, group) else group:
            if counts_persons(prose, figures[number], frame, match, lexicon):
                toll = _toll(frame, prose, figures[number], match["word"].lower(), span, lexicon)
                if basis is not None:
                    toll = replace(toll, former=position in older or bool(told_before), basis=basis)
                yield number, toll


_FORMER = ("former", "first")
"""Groups of a frame that hold a figure given before."""


def _led(frame: TollFrame, prose: Prose, groups: Groups) -> list[re.Match[str]]:
    """Where a frame that begins with a figure matches: at the figures in front of one of its words."""
    text, match = groups.sketch.text, frame.rule.pattern.match
    last = max(map(text.rfind, frame.firsts & prose.vocabulary), default=-1)
    return [found for offset in groups.subjects if offset < last and (found := match(text, offset)) is not None]


def _worded(frame: TollFrame, prose: Prose, groups: Groups) -> list[re.Match[str]]:
    """Where a frame that begins with its word matches."""
    text, match = groups.sketch.text, frame.rule.pattern.match
    found: list[re.Match[str]] = []
    for first in sorted(frame.firsts & prose.vocabulary):
        at = groups.lowered.find(first)
        while at >= 0:
            if not at or not (text[at - 1].isalnum() or text[at - 1] in "-_"):
                read = match(text, at)
                if read is not None and (frame.behind is None or frame.behind.search(text, max(0, at - _VERB * 2), at)):
                    found.append(read)
            at = groups.lowered.find(first, at + len(first))
    return found


def _toll(frame: TollFrame, prose: Prose, figure: Figure, word: str, span: Span, lexicon: Lexicon) -> TollMention:
    by = None
    if frame.zero and figure.numeral.count != 0:
        figure = replace(figure, numeral=replace(figure.numeral, count=0, upper=None, bound=None, vague=None))
    if frame.rule.name == "active":
        by = find_agent(prose, span.start - prose.start, lexicon)
    elif frame.rule.name in ("passive", "verbless-participle"):
        by = find_doer(prose, span.end - prose.start, lexicon)
    if word in _SUFFERED:
        if figure.who is None and by is not None:
            figure = replace(figure, who=by if by[0].isupper() else f"the {by}")
        by = None
    if frame.rule.name in _MOVING and figure.numeral.bound is None:
        figure = _beyond(prose, figure, lexicon)
    if frame.rule.name == "part-of-those":
        figure = told_by_predicate(prose, figure, lexicon)
    return TollMention(
        figure=figure,
        outcome=frame.outcomes[word],
        span=span.joined(figure.span),
        rule=frame.rule.name,
        by=by,
        partial_of=-1 if frame.part or figure.partial else None,
    )


def _beyond(prose: Prose, figure: Figure, lexicon: Lexicon) -> Figure:
    """``The toll passed 60``: the verb says that the figure is no more than a lower limit."""
    start = figure.span.start - prose.start
    if lexicon.tolls.beyond.search(prose.text[max(0, start - _VERB) : start]) is None:
        return figure
    return replace(figure, numeral=replace(figure.numeral, bound=Bound.MORE_THAN))


_MOVING = frozenset(("toll-moves", "toll-is", "tally"))
_VERB = 24
"""Code points in front of a figure among which the verb that moves a toll ends."""


def _told_by_noun(prose: Prose, figure: Figure, lexicon: Lexicon) -> Outcome | None:
    """What the counted phrase says befell the persons: its first word (``19 injured people``) or its noun."""
    words = (figure.who or "").split(" ", 1)
    fate = lexicon.tolls.fates.get(words[-1].rpartition(" ")[2])
    start = figure.span.start - prose.start
    before = prose.text[max(0, start - _HELD) : start]
    if fate is not None and lexicon.tolls.held.search(before):
        return fate
    if (
        len(words) < 2
        or lexicon.tolls.unreal.search(before)
        or not figure.person
        or words[1].split()[-1].removesuffix("s") in lexicon.persons.generic
    ):
        return None
    return lexicon.tolls.modifiers.get(words[0].lower())


_HELD = 60
"""Code points in front of a figure among which the words that hold or bring in the counted persons stand."""


def toll_text(toll: TollMention) -> str:
    """Short form of a toll for examples and `explain`: ``killed at-least 34``."""
    numeral = toll.figure.numeral
    words = [str(toll.outcome), str(numeral.bound) if numeral.bound else "", numeral.vague or str(numeral.count)]
    return " ".join(word for word in words if word) + (f"-{numeral.upper}" if numeral.upper else "")


def damage_spans(prose: Prose, figures: Sequence[Figure], lexicon: Lexicon) -> tuple[tuple[Figure, Span], ...]:
    """Figures of things lost, each with the span of the words that say so."""
    things = [figure for figure in figures if figure.person is False]
    if not things or lexicon.tolls.losses.isdisjoint(prose.vocabulary):
        return ()
    groups = group_figures(prose, things, range(len(things)), single=False)
    found: dict[int, Span] = {}
    for rule in lexicon.tolls.damage:
        for match in rule.pattern.finditer(groups.sketch.text):
            span = prose.span(groups.sketch.original(match.start()), groups.sketch.original(match.end()))
            for group in groups.inside(match.start(), match.end()):
                for number in group:
                    found.setdefault(number, span.joined(things[number].span))
    return tuple((things[number], found[number]) for number in sorted(found))
