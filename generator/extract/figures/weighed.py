"""Tolls that no frame tells, found by weighing the words around a figure: a learned model behind the rules."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import takewhile
from math import exp, log

from generator.extract.figures.credence import is_denied, is_doubted
from generator.extract.figures.evidence import (
    MODALS,
    find_hints,
    general_evidence,
    helps,
    likeness_evidence,
    place_figures,
    word_evidence,
)
from generator.extract.figures.figures import count_figures
from generator.extract.figures.parts import is_base
from generator.extract.figures.sums import note_sums
from generator.extract.prose.matching import Prose
from generator.lexicon.lexicon import Lexicon
from generator.model.mention import Figure, TollMention
from generator.model.span import Span
from generator.model.values import value
from generator.model.vocabulary import Outcome

RULE = "weighed"
"""Name of the rule, for `explain`."""
_TOLD = 5
"""Pieces of evidence that are told, the heaviest first."""
_NEAR = 40
"""Code points around a number that tell whether it counts persons at all."""


@value
class Case:
    """A figure that no frame reads, with what speaks for each outcome.

    Attributes:
        figure: the figure.
        evidence: outcome -> names of evidence, those for any outcome included, in order.
    """

    figure: Figure
    evidence: Mapping[Outcome, tuple[str, ...]]


def find_weighed(
    prose: Prose,
    figures: Sequence[Figure],
    tolls: Sequence[TollMention],
    lexicon: Lexicon,
    *,
    before: Outcome | None,
) -> tuple[TollMention, ...]:
    """Tolls of the figures of a sentence that are in none of those known.

    Args:
        prose: the sentence.
        figures: its figures; none where no rule has looked for them.
        tolls: those that rules read.
        lexicon: what the finders know.
        before: outcome of the last toll before the sentence.
    """
    words = lexicon.tolls.words
    found: dict[int, TollMention] = {}
    for number, case in enumerate(find_cases(prose, figures, tolls, lexicon, before=before)):
        outcome, odds = judge(case, words.weights)
        if odds >= words.threshold:
            part = -1 if case.figure.partial else None
            weighed = _heaviest(case.evidence[outcome], words.weights)
            found[number] = TollMention(case.figure, outcome, case.figure.span, RULE, partial_of=part, weighed=weighed)
    if found:
        note_sums(prose, found, lexicon)
    return tuple(found.values())


def find_cases(
    prose: Prose,
    figures: Sequence[Figure],
    tolls: Sequence[TollMention],
    lexicon: Lexicon,
    *,
    before: Outcome | None,
) -> Iterator[Case]:
    """The figures that may be tolls, where anything speaks for it; arguments as for `find_weighed`."""
    words = lexicon.tolls.words
    if before is None and not tolls and words.told.keys().isdisjoint(prose.vocabulary):
        return
    figures = _with_tolls(figures or count_figures(prose, lexicon, singles=False), tolls)
    if not figures or all(any(toll.figure.span == figure.span for toll in tolls) for figure in figures):
        return
    nears, hints = place_figures(prose, figures), find_hints(prose, words.told)
    told = {
        number: toll.outcome
        for number, figure in enumerate(figures)
        for toll in tolls[::-1]
        if toll.figure.span.overlaps(figure.span)
    }
    for number, near in enumerate(nears):
        if number in told or not _is_open(prose, figures, number, lexicon):
            continue
        evidence = word_evidence(prose, nears, number, hints, lexicon)
        for outcome, likeness in likeness_evidence(prose, nears, number, told, before).items():
            evidence.setdefault(outcome, set()).update(likeness)
        if evidence:
            always = tuple(general_evidence(prose, near, lexicon))
            yield Case(
                near.figure, {each: (f"= {each}", *always, *sorted(evidence[each])) for each in sorted(evidence)}
            )


def judge(case: Case, weights: Mapping[str, float]) -> tuple[Outcome, float]:
    """The outcome that most speaks for, and how much more speaks for it than for all others and none (log odds)."""
    scores = sorted(
        ((sum(weights.get(name, 0.0) for name in names), outcome) for outcome, names in case.evidence.items()),
        reverse=True,
    )
    best, outcome = scores[0]
    return outcome, best - log(1.0 + sum(exp(other) for other, _ in scores[1:]))


def _heaviest(evidence: Sequence[str], weights: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
    weighed = [(name, weights[name]) for name in evidence if name in weights]
    return tuple(sorted(weighed, key=lambda each: (-abs(each[1]), each[0]))[:_TOLD])


def _with_tolls(figures: Sequence[Figure], tolls: Sequence[TollMention]) -> Sequence[Figure]:
    """The figures of a sentence in order, those of tolls that are read otherwise included."""
    further = [toll.figure for toll in tolls if not any(figure.span.overlaps(toll.figure.span) for figure in figures)]
    return sorted((*figures, *further), key=_span) if further else figures


def _span(figure: Figure) -> Span:
    return figure.span


def _is_open(prose: Prose, figures: Sequence[Figure], number: int, lexicon: Lexicon) -> bool:
    """Whether a figure may count persons to whom something happened."""
    figure = figures[number]
    if figure.person is False or figure.numeral.count == 0 or is_base(prose, figures, number):
        return False
    if is_denied(prose, figure) or is_doubted(prose, figure, lexicon):
        return False
    start, end = figure.span.start - prose.start, figure.span.end - prose.start
    following = (word.lower for word in prose.words if word.start >= end)
    if not MODALS.isdisjoint(takewhile(partial(helps, lexicon=lexicon), following)):
        return False
    if figure.article:
        return not prose.text.startswith("'s", end)
    if figure.who is not None:
        return True
    goes_on = number and figures[number - 1].person is False and _ENDS.match(prose.text, end) is not None
    return not goes_on and _counts_alone(prose, figure, (start, end), lexicon)


_ENDS = re.compile(r"$|[.,;]| (?:at|in|near|on|outside|from|to)\b")
"""What stands behind a number that goes on with things that the one in front counts (``six huts and one in B``)."""


def _counts_alone(prose: Prose, figure: Figure, place: tuple[int, int], lexicon: Lexicon) -> bool:
    """Whether a number without a noun may count persons: it is no age, time, amount, label or part of a name."""
    words, grammar = lexicon.tolls.words, lexicon.grammar
    start, end = place
    before, behind = prose.text[max(0, start - _NEAR) : start], prose.text[end : end + _NEAR]
    if not start and behind.startswith("."):  # the number of an item
        return False
    if words.uncounted_before.search(before) or words.uncounted_behind.match(behind):
        return False
    if words.aged_before.search(before) and words.aged_behind.match(behind):
        return False
    following = next((word for word in prose.words if word.start >= end), None)
    if following is None or not following.wordlike or figure.partial:
        return True
    text = following.lower
    return (
        text in grammar.auxiliaries
        or text in grammar.prepositions
        or text in grammar.adverbs
        or text in grammar.outcome_words
        or text in words.continuing
        or text.endswith(("ed", "ly"))
        or any(told.kind != "things" for told in words.told.get(text, ()))
    )
