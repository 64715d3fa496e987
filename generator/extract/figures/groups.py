"""Figures joined by commas and ``and``, and the sentence with one sign for each such group."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from generator.extract.figures.parts import JOINER, ends_list, find_included, is_aside
from generator.extract.prose.matching import FIGURE, Prose, Sketch, sketch
from generator.lexicon.lexicon import Lexicon
from generator.model.mention import Figure
from generator.model.values import replace, value


@value
class Groups:
    """Figures joined by commas and ``and``, and the sentence with one sign for each group.

    Attributes:
        members: numbers of the figures of each group.
        sketch: the sentence with a sign for each group.
        offsets: where the signs stand in the sketch.
        single: whether persons told without a number are among them.
        lowered: the text of the sketch in lower case.
        subjects: where those signs stand at which a frame that begins with a figure is tried.
    """

    members: tuple[tuple[int, ...], ...]
    sketch: Sketch
    offsets: tuple[int, ...]
    single: bool
    lowered: str
    subjects: tuple[int, ...]

    def inside(self, start: int, end: int) -> Sequence[tuple[int, ...]]:
        """The groups whose signs lie in a range of the sketch."""
        return self.members[bisect_left(self.offsets, start) : bisect_left(self.offsets, end)]


def draw_sketches(
    prose: Prose, figures: Sequence[Figure], persons: Sequence[int], lexicon: Lexicon
) -> Iterator[Groups]:
    """The sentence with signs for its numbers; then, where there are any, with signs for single persons too.

    What is told as a part of another figure gets no sign, so that frames reach across it; what may be told so, between
    commas, gets one first and none later.
    """
    counted = [number for number in persons if not figures[number].article]
    included: frozenset[int] = frozenset()
    if counted:
        included = find_included(prose, figures, lexicon)
        shown = [number for number in counted if number not in included]
        yield group_figures(prose, figures, shown, single=False)
        whole = [number for number in shown if not is_aside(prose, figures, number)]
        if len(whole) < len(shown):
            yield group_figures(prose, figures, whole, single=False)
    if len(counted) < len(persons):
        groups = group_figures(prose, figures, persons, single=True, included=included)
        # a group of numbers alone has been tried in the sketch without single persons
        new = [any(figures[n].article or n in included for n in member) for member in groups.members]
        yield replace(groups, subjects=tuple(offset for offset, one in zip(groups.offsets, new, strict=True) if one))


def group_figures(
    prose: Prose,
    figures: Sequence[Figure],
    numbers: Sequence[int],
    *,
    single: bool,
    included: frozenset[int] = frozenset(),
) -> Groups:
    """The sentence with one sign for each group of the figures of these numbers; parts stand apart from the others."""
    members: list[list[int]] = []
    for number in numbers:
        figure = figures[number]
        if members and not figure.partial and (members[-1][-1] in included) == (number in included):
            gap = prose.text[figures[members[-1][-1]].span.end - prose.start : figure.span.start - prose.start]
            if JOINER.fullmatch(gap) and not (number and ends_list(prose, figures, number)):
                members[-1].append(number)
                continue
        members.append([number])
    members = [piece for member in members for piece in _split(prose, figures, member)]
    parts = [(figures[m[0]].span.start - prose.start, figures[m[-1]].span.end - prose.start, FIGURE) for m in members]
    drawn = sketch(prose.text, parts)
    lowered = drawn.text.lower()
    if len(lowered) != len(drawn.text):
        lowered = drawn.text
    offsets = tuple(drawn.marks)
    return Groups(tuple(map(tuple, members)), drawn, offsets, single, lowered, offsets)


def _split(prose: Prose, figures: Sequence[Figure], members: list[int]) -> list[list[int]]:
    """The group itself, or each of its numbers where commas alone join them: no list ends without ``and``."""
    if len(members) < 2:
        return [members]
    if any(figures[number].article for number in members):
        first, second = figures[members[0]], figures[members[1]]
        named = first.article and first.numeral.span == first.span
        alone = named and len(members) == 2 and not second.article and second.span.start - first.span.end == len(", ")
        return [[number] for number in members] if alone else [members]
    gap = prose.text[figures[members[-2]].span.end - prose.start : figures[members[-1]].span.start - prose.start]
    return [[number] for number in members] if gap == ", " else [members]
