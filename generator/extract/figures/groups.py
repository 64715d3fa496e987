"""Figures joined by commas and ``and``, and the sentence with one sign for each such group."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.extract.figures.parts import JOINER, ends_list, find_included
from generator.extract.prose.matching import FIGURE, Prose, Sketch, sketch
from generator.lexicon.lexicon import Lexicon
from generator.model.mention import Figure


@dataclass(frozen=True, slots=True)
class Groups:
    """Figures joined by commas and ``and``, and the sentence with one sign for each group.

    Attributes:
        members: numbers of the figures of each group.
        sketch: the sentence with a sign for each group.
        offsets: where the signs stand in the sketch.
        single: whether persons told without a number are among them.
    """

    members: tuple[tuple[int, ...], ...]
    sketch: Sketch
    offsets: tuple[int, ...]
    single: bool

    def inside(self, start: int, end: int) -> Sequence[tuple[int, ...]]:
        """The groups whose signs lie in a range of the sketch."""
        return self.members[bisect_left(self.offsets, start) : bisect_left(self.offsets, end)]


def draw_sketches(
    prose: Prose, figures: Sequence[Figure], persons: Sequence[int], lexicon: Lexicon
) -> Iterator[Groups]:
    """The sentence with signs for its numbers; then, where there are any, with signs for single persons too.

    What is told as a part of another figure gets no sign, so that frames reach across it.
    """
    counted = [number for number in persons if not figures[number].article]
    if counted:
        included = find_included(prose, figures, lexicon)
        yield group_figures(prose, figures, [number for number in counted if number not in included], single=False)
    if len(counted) < len(persons):
        yield group_figures(prose, figures, persons, single=True)


def group_figures(prose: Prose, figures: Sequence[Figure], numbers: Sequence[int], *, single: bool) -> Groups:
    """The sentence with one sign for each group of the figures of these numbers."""
    members: list[list[int]] = []
    for number in numbers:
        figure = figures[number]
        if members and not figure.partial:
            gap = prose.text[figures[members[-1][-1]].span.end - prose.start : figure.span.start - prose.start]
            if JOINER.fullmatch(gap) and not (number and ends_list(prose, figures, number)):
                members[-1].append(number)
                continue
        members.append([number])
    members = [piece for member in members for piece in _split(prose, figures, member)]
    parts = [(figures[m[0]].span.start - prose.start, figures[m[-1]].span.end - prose.start, FIGURE) for m in members]
    drawn = sketch(prose.text, parts)
    return Groups(tuple(map(tuple, members)), drawn, tuple(drawn.marks), single)


def _split(prose: Prose, figures: Sequence[Figure], members: list[int]) -> list[list[int]]:
    """The group itself, or each of its numbers where commas alone join them: no list ends without ``and``."""
    if len(members) < 2 or any(figures[number].article for number in members):
        return [members]
    gap = prose.text[figures[members[-2]].span.end - prose.start : figures[members[-1]].span.start - prose.start]
    return [[number] for number in members] if gap == ", " else [members]
