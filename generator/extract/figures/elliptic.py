"""Figures that leave out what they count: the sentence before has told it (``That makes three.``)."""

import re
from collections.abc import Iterable

from generator.extract.figures.figures import count_figures
from generator.extract.figures.groups import group_figures
from generator.extract.prose.matching import Prose
from generator.lexicon.lexicon import Lexicon
from generator.model.mention import Figure, TollMention
from generator.model.span import Span
from generator.model.vocabulary import Outcome

_BARE = re.compile(r"$|[.,;:]|[^\w ]| (?:and|but|so|in|on|since|not|while|from|after|as|dead|people|of them)\b")
_RULE = "elliptic"


def find_elliptic(
    prose: Prose, tolls: Iterable[TollMention], before: Outcome | None, lexicon: Lexicon
) -> tuple[TollMention, ...]:
    """Tolls whose outcome is that of the sentence's first toll, or else of the toll ``before`` the sentence."""
    known = tuple(tolls)
    outcome = known[0].outcome if known else before
    if outcome is None or not _may_leave_out(prose, lexicon):
        return ()
    figures = [figure for figure in count_figures(prose, lexicon, singles=False) if figure.person is not False]
    if not figures:
        return ()
    groups = group_figures(prose, figures, range(len(figures)), single=False)
    taken = [toll.figure.span for toll in known]
    found: list[TollMention] = []
    for part, rule in lexicon.tolls.elliptic:
        for match in rule.pattern.finditer(groups.sketch.text):
            start = prose.start + groups.sketch.original(match.start())
            numbers = [number for group in groups.inside(match.start(), match.end()) for number in group]
            for figure in (figures[number] for number in numbers):
                if _is_bare(prose, figure) and not any(span.overlaps(figure.span) for span in taken):
                    span = Span(start, prose.start + groups.sketch.original(match.end())).joined(figure.span)
                    found.append(TollMention(figure, outcome, span, _RULE, partial_of=-1 if part else None))
                    taken.append(figure.span)
    # What a sentence counts first is what its later figures count: marchers, not the dead of the sentence before.
    return tuple(found) if known or figures[0].span in taken else ()


def _may_leave_out(prose: Prose, lexicon: Lexicon) -> bool:
    """Whether the words of a sentence allow such a figure: one of those that bring it in, or a number that opens it."""
    if not lexicon.tolls.elliptic_words.isdisjoint(prose.vocabulary):
        return True
    first = prose.words[0] if prose.words else None
    counts = first is not None and ("0" <= first.text[0] <= "9" or first.lower in lexicon.numerals.values)
    return counts and not _BEING.isdisjoint(prose.vocabulary)


_BEING = frozenset(("were", "are"))


def _is_bare(prose: Prose, figure: Figure) -> bool:
    return figure.person is True or _BARE.match(prose.text, figure.numeral.span.end - prose.start) is not None
