"""Tolls: figures joined with what happened to the counted persons."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.extract.figures.agents import find_agent, find_doer
from generator.extract.figures.credence import counts_persons, is_doubted, is_other_clause, is_plural, is_unreal
from generator.extract.figures.groups import Groups, draw_sketches, group_figures
from generator.extract.figures.likewise import continue_tolls, second_outcomes
from generator.extract.figures.parts import find_enumerated, is_base, names_each, relate_parts, told_by_predicate
from generator.extract.prose.matching import Prose
from generator.lexicon.lexicon import Lexicon
from generator.lexicon.tolls import TollFrame
from generator.model.mention import Figure, TollMention
from generator.model.span import Span
from generator.model.vocabulary import Outcome

_SUFFERED = frozenset(("lost",))
"""Verbs whose subject is the side that the counted persons belong to."""


def find_tolls(prose: Prose, figures: Sequence[Figure], lexicon: Lexicon) -> tuple[TollMention, ...]:
    """All tolls of a sentence in the order of their figures, then second outcomes of the same persons."""
    tolls = lexicon.tolls
    if not figures or tolls.triggers.isdisjoint(prose.vocabulary):
        return ()
    framed = tolls.framed
    numbers_of_frames = {number for word in prose.vocabulary if word in framed for number in framed[word]}
    frames = [tolls.frames[number] for number in sorted(numbers_of_frames)]
    persons = tuple(
        number
        for number, figure in enumerate(figures)
        if figure.person is not False and not is_base(prose, figures, number)
    )
    counted = tuple(number for number in persons if not figures[number].article)
    found: dict[int, TollMention] = {
        number: TollMention(figures[number], outcome, figures[number].span, lexicon.tolls.noun_rule.name)
        for number in counted
        if (outcome := figures[number].outcome) is not None
    }
    for groups in draw_sketches(prose, figures, persons, lexicon):
        for frame in frames:
            if not frame.continues and (frame.single if groups.single else frame.counted):
                for number, toll in _run(frame, prose, figures, groups, lexicon):
                    found.setdefault(number, toll)
    for number in counted:
        if number not in found and (told := _told_by_noun(prose, figures[number], lexicon)) is not None:
            found[number] = TollMention(figures[number], told, figures[number].span, "modifier")
    if found:
        continue_tolls(frames, prose, figures, found)
    for number in [number for number in found if is_doubted(prose, figures[number], lexicon)]:
        del found[number]
    relate_parts(prose, figures, found, lexicon)
    _note_sums(prose, found, lexicon)
    numbers = {number: position for position, number in enumerate(sorted(found))}
    settled = _paired([_settle(found[number], numbers) for number in numbers])
    return (*settled, *second_outcomes(prose, settled))


def _run(
    frame: TollFrame, prose: Prose, figures: Sequence[Figure], groups: Groups, lexicon: Lexicon
) -> Iterator[tuple[int, TollMention]]:
    for match in _matches(frame, prose, groups):
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
    former = match.span("former") if "former" in frame.rule.pattern.groupindex else (-1, -1)
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


def _matches(frame: TollFrame, prose: Prose, groups: Groups) -> Iterator[re.Match[str]]:
    """Where a frame matches, tried at the figures or at the words that it may begin with and nowhere else."""
    pattern, text = frame.rule.pattern, groups.sketch.text
    if frame.leads:
        for offset in groups.offsets:
            match = pattern.match(text, offset)
            if match is not None:
                yield match
        return
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = text
    for first in sorted(frame.firsts & prose.vocabulary):
        at = lowered.find(first)
        while at >= 0:
            match = pattern.match(text, at) if not at or not (text[at - 1].isalnum() or text[at - 1] in "-_") else None
            if match is not None:
                yield match
            at = lowered.find(first, at + len(first))


def _toll(frame: TollFrame, prose: Prose, figure: Figure, word: str, span: Span, lexicon: Lexicon) -> TollMention:
    by = None
    if frame.rule.name == "active":
        by = find_agent(prose, span.start - prose.start, lexicon)
    elif frame.rule.name in ("passive", "verbless-participle"):
        by = find_doer(prose, span.end - prose.start, lexicon)
    if word in _SUFFERED:
        if figure.who is None and by is not None:
            figure = replace(figure, who=by if by[0].isupper() else f"the {by}")
        by = None
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


def _note_sums(prose: Prose, found: dict[int, TollMention], lexicon: Lexicon) -> None:
    """Figures that sum up years or months are marked by the rule that tells so."""
    rule = lexicon.tolls.cumulative
    said = rule.pattern.search(prose.text[:1].lower() + prose.text[1:])
    if said is None or lexicon.tolls.superlative.search(prose.text[: said.start()]):
        return
    start = prose.text.rfind("; ", 0, said.start()) + 1
    end = prose.text.find("; ", said.end()) if said.start() else -1
    clause = prose.span(start, end if end >= 0 else len(prose.text))
    for number, toll in found.items():
        if clause.covers(toll.figure.span) and not toll.figure.article:
            found[number] = replace(toll, rule=rule.name)


def _settle(toll: TollMention, numbers: dict[int, int]) -> TollMention:
    """The same toll with its whole named by position among the sentence's tolls."""
    if toll.partial_of is None or toll.partial_of < 0:
        return toll
    return replace(toll, partial_of=numbers[toll.partial_of])


def _paired(tolls: list[TollMention]) -> tuple[TollMention, ...]:
    """``Killed 41, raising an earlier toll of 36``: the sentence's other figure of that outcome has the same basis."""
    olds = [toll for toll in tolls if toll.former and toll.rule == "toll-of"]
    if len(olds) != 1:
        return tuple(tolls)
    old = olds[0]
    news = [t for t in tolls if t is not old and t.outcome is old.outcome and t.partial_of is None and t.basis is None]
    if len(news) != 1:
        return tuple(tolls)
    return tuple(replace(toll, basis=old.basis) if toll is news[0] else toll for toll in tolls)


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
    for pattern in lexicon.tolls.damage:
        for match in pattern.finditer(groups.sketch.text):
            span = prose.span(groups.sketch.original(match.start()), groups.sketch.original(match.end()))
            for group in groups.inside(match.start(), match.end()):
                for number in group:
                    found.setdefault(number, span.joined(things[number].span))
    return tuple((things[number], found[number]) for number in sorted(found))
