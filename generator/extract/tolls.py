"""Tolls: figures joined with what happened to the counted persons."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.extract.figures import read_counted
from generator.extract.matching import FIGURE, Prose, Sketch, sketch
from generator.extract.nounphrases import phrase_before
from generator.lexicon.lexicon import Lexicon
from generator.lexicon.tolls import TollFrame
from generator.model.mention import Figure, TollMention
from generator.model.span import Span
from generator.model.vocabulary import Outcome

_SUFFERED = ("lost", "suffered")
"""Verbs whose subject is the side that the counted persons belong to."""

_JOINER = re.compile(r"(?:, and|,| and|, as well as| as well as| along with| or) \Z")


@dataclass(frozen=True, slots=True)
class _Groups:
    """Figures joined by commas and ``and``, and the sentence with one sign for each group."""

    members: tuple[tuple[int, ...], ...]
    sketch: Sketch


def find_tolls(prose: Prose, figures: Sequence[Figure], lexicon: Lexicon) -> tuple[TollMention, ...]:
    """All tolls of a sentence in the order of their figures; at most one for each figure."""
    if not figures or lexicon.tolls.triggers.isdisjoint(prose.vocabulary):
        return ()
    counted = tuple(number for number, figure in enumerate(figures) if not figure.article)
    sketches = [_group(prose, figures, counted)]
    if len(counted) < len(figures):
        sketches.append(_group(prose, figures, tuple(range(len(figures)))))
    found: dict[int, TollMention] = {}
    for number, figure in enumerate(figures):
        if figure.outcome is not None and not figure.article:
            found[number] = TollMention(figure, figure.outcome, figure.span, lexicon.tolls.noun_rule.name)
    for groups in sketches:
        for frame in lexicon.tolls.frames:
            for number, toll in _run(frame, prose, figures, groups, lexicon):
                found.setdefault(number, toll)
    for number in [number for number in found if _is_doubted(prose, figures[number], lexicon)]:
        del found[number]
    _include_parts(prose, figures, found, lexicon)
    numbers = sorted(found)
    return tuple(_settle(found[number], numbers) for number in numbers)


def _group(prose: Prose, figures: Sequence[Figure], numbers: Sequence[int]) -> _Groups:
    members: list[list[int]] = []
    for number in numbers:
        figure = figures[number]
        gap = (
            prose.text[figures[members[-1][-1]].span.end - prose.start : figure.span.start - prose.start]
            if members
            else ""
        )
        if members and _JOINER.fullmatch(gap) and not figure.partial:
            members[-1].append(number)
        else:
            members.append([number])
    parts = [(figures[m[0]].span.start - prose.start, figures[m[-1]].span.end - prose.start, FIGURE) for m in members]
    return _Groups(tuple(map(tuple, members)), sketch(prose.text, parts))


def _run(
    frame: TollFrame, prose: Prose, figures: Sequence[Figure], groups: _Groups, lexicon: Lexicon
) -> Iterator[tuple[int, TollMention]]:
    text = groups.sketch.text
    at = 0
    while (match := frame.rule.pattern.search(text, at)) is not None:
        at = max(match.start() + 1, match.end() - 1)
        if _is_unreal(match, text, lexicon):
            continue
        outcome = frame.outcomes[match["word"]]
        former = match.span("former") if "former" in frame.rule.pattern.groupindex else (-1, -1)
        span = prose.span(groups.sketch.original(match.start()), groups.sketch.original(match.end()))
        for group in groups.sketch.inside(match.start(), match.end()):
            for number in groups.members[group]:
                figure = figures[number]
                if not _counts_persons(figure, frame, outcome):
                    continue
                is_former = former[0] <= _offset(groups, group) < former[1]
                agent = (
                    _agent(prose, groups.sketch.original(match.start()), lexicon)
                    if frame.rule.name == "active"
                    else None
                )
                suffered = match["word"] in _SUFFERED
                if suffered and figure.who is None and agent is not None:
                    figure = replace(figure, who=agent if agent[0].isupper() else f"the {agent}")
                yield (
                    number,
                    TollMention(
                        figure=figure
                        if frame.rule.name != "part-of-those"
                        else _told_by_predicate(prose, figure, prose.start, lexicon),
                        outcome=outcome,
                        span=span.joined(figure.span),
                        rule=frame.rule.name,
                        by=None if suffered else agent,
                        partial_of=-1 if frame.part or figure.partial else None,
                        former=is_former,
                        basis=span if former[0] >= 0 else None,
                    ),
                )


def _offset(groups: _Groups, group: int) -> int:
    return next(offset for offset, number in groups.sketch.marks.items() if number == group)


def _is_unreal(match: re.Match[str], text: str, lexicon: Lexicon) -> bool:
    start = match.start("word")
    return lexicon.tolls.unreal.search(text[max(0, start - 30) : start]) is not None


def _is_doubted(prose: Prose, figure: Figure, lexicon: Lexicon) -> bool:
    """Whether nobody vouches for a figure: denied, rumoured, feared, asked for, a condition, or a rate."""
    before = prose.text[max(0, figure.span.start - prose.start - 90) : figure.span.start - prose.start]
    after = prose.text[figure.span.end - prose.start :]
    return lexicon.tolls.doubted.search(before) is not None or lexicon.tolls.disowned.match(after) is not None


def _counts_persons(figure: Figure, frame: TollFrame, outcome: Outcome) -> bool:
    if figure.person is False:
        return False
    if figure.outcome is not None and figure.outcome is not outcome:
        return False
    return not figure.article or frame.rule.name in ("passive", "active", "intransitive")


def _agent(prose: Prose, start: int, lexicon: Lexicon) -> str | None:
    """The noun phrase in front of an active verb: who did it, in the text's words."""
    end = next((number for number, word in enumerate(prose.words) if word.start >= start), len(prose.words))
    while end and prose.words[end - 1].text.lower() in lexicon.grammar.auxiliaries | lexicon.grammar.adverbs:
        end -= 1
    first = phrase_before(prose.words, end, lexicon)
    if first >= end or (first and prose.words[first - 1].text.lower() in ("by", "of", "in")):
        return None
    words = prose.words[first:end]
    if not any(word.wordlike and word.text.lower() not in lexicon.grammar.function_words for word in words):
        return None
    return re.sub(r"^(?:[Tt]he|[Aa]n?) ", "", prose.text[words[0].start : words[-1].end])


_PREDICATE = re.compile(r"(?: of (?:the|those) \w+)? (?:were|are|was|is) ")
_OTHER = re.compile(r"\bthe (?:other|remaining) \Z")


def _told_by_predicate(prose: Prose, figure: Figure, start: int, lexicon: Lexicon) -> Figure:
    """``Five of those killed were police officers``: the predicate says whom the figure counts."""
    predicate = _PREDICATE.match(prose.text, figure.span.end - start)
    if predicate is None or figure.who is not None:
        return figure
    counted = read_counted(prose, predicate.end(), lexicon)
    return figure if counted is None else replace(figure, who=counted[0], category=counted[1])


def _include_parts(prose: Prose, figures: Sequence[Figure], found: dict[int, TollMention], lexicon: Lexicon) -> None:
    """Figures behind ``including`` are parts of the toll in front of them; so are ``nine of them``."""
    for number, figure in enumerate(figures):
        earlier = max((other for other in found if other < number and found[other].partial_of == -1), default=None)
        if number not in found and earlier is not None and _OTHER.search(prose.text[: figure.span.start - prose.start]):
            told = _told_by_predicate(prose, figure, prose.start, lexicon)
            found[number] = TollMention(told, found[earlier].outcome, told.span, "the-other", partial_of=-1)
        parent = max((other for other in found if other < number and found[other].partial_of is None), default=None)
        if parent is None or figure.person is False or figure.article:
            continue
        gap = prose.text[figures[parent].span.end - prose.start : figure.span.start - prose.start]
        chained = (
            number - 1 in found
            and found[number - 1].partial_of == parent
            and _JOINER.fullmatch(
                prose.text[figures[number - 1].span.end - prose.start : figure.span.start - prose.start]
            )
        )
        included = lexicon.tolls.included.search(gap) is not None or bool(chained)
        of_whom = re.search(r"\bof (?:whom|them) \Z", gap) is not None
        if number in found and (found[number].partial_of is not None or of_whom):
            found[number] = replace(found[number], partial_of=parent)
        elif number not in found and (included or _is_unsaid_part(prose, figure)):
            toll = found[parent]
            found[number] = TollMention(
                figure, toll.outcome, figure.span.joined(toll.figure.span), "included", partial_of=parent
            )


_THOSE_OF = re.compile(
    r"(?: of them| of whom)? "
    r"(?:(?:those of )?(?:were )?(?:children|women|civilians|soldiers|police officers)\b|by |hit |shot )"
)


def _is_unsaid_part(prose: Prose, figure: Figure) -> bool:
    """``23 bodies, nine of them those of children``: a part that shares the outcome of the whole."""
    end = figure.span.end - prose.start
    return figure.partial and _THOSE_OF.match(prose.text[end : end + 40]) is not None


def _settle(toll: TollMention, numbers: Sequence[int]) -> TollMention:
    """The same toll with its whole named by position among the sentence's tolls."""
    if toll.partial_of is None or toll.partial_of < 0:
        return toll
    return replace(toll, partial_of=numbers.index(toll.partial_of))


def toll_text(toll: TollMention) -> str:
    """Short form of a toll for examples and `explain`: ``killed at-least 34``."""
    numeral = toll.figure.numeral
    words = [str(toll.outcome), str(numeral.bound) if numeral.bound else "", numeral.vague or str(numeral.count)]
    return " ".join(word for word in words if word) + (f"-{numeral.upper}" if numeral.upper else "")


def damage_spans(prose: Prose, figures: Sequence[Figure], lexicon: Lexicon) -> tuple[tuple[Figure, Span], ...]:
    """Figures of things lost, each with the span of the words that say so."""
    things = [figure for figure in figures if figure.person is False]
    if not things:
        return ()
    groups = _group(prose, things, tuple(range(len(things))))
    found: dict[int, Span] = {}
    for pattern in lexicon.tolls.damage:
        for match in pattern.finditer(groups.sketch.text):
            span = prose.span(groups.sketch.original(match.start()), groups.sketch.original(match.end()))
            for group in groups.sketch.inside(match.start(), match.end()):
                for number in groups.members[group]:
                    found.setdefault(number, span.joined(things[number].span))
    return tuple((things[number], found[number]) for number in sorted(found))
