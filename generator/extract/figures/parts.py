"""Which figures of a sentence are parts of another one of it."""

import re
from collections.abc import Iterator, Sequence

from generator.extract.figures.counting import read_counted
from generator.extract.prose.matching import Prose
from generator.lexicon.lexicon import Lexicon
from generator.model.mention import Figure, TollMention
from generator.model.values import replace

JOINER = re.compile(
    r"(?: of (?:[0-9]{1,2}|\w+(?:een|ty))(?= and)"
    r"| in (?:his|her|their) (?:early |mid-|late )?\w+(?:ies|eens)|, (?:aged )?[0-9]{1,2}(?=,))?"
    r"(?:, and|,| and|, as well as| as well as| along with| plus| or) (?:(?:his|her|their|its) )?"
)
"""What joins two figures of a list, behind an age if there is one."""
_PREDICATE = re.compile(r"(?: of (?:the|those) \w+)? (?:were|are|was|is) ")
_OTHER = re.compile(r"\bthe (?:other|remaining) \Z")
_NEXT = re.compile(r"(?:, and|,| and) \Z")
_OF_WHOM = re.compile(r"\bof (?:whom|them) \Z")
_LISTED = re.compile(r"(?::| -|,)(?: the dead were)? \Z")
_THOSE_OF = re.compile(
    r"(?: of them| of whom| of those| of these)? "
    r"(?:(?:those of |of )?(?:were |are )?(?:an? |children|women|girls|boys|civilians|soldiers|foreigners)\b"
    r"|(?:were |are )?(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z][a-z]+s\b"
    r"|(?:were |are )?(?:police officers|minors|pupils|students)\b|by |for |hit |shot |since "
    r"|aged |under |from |aboard |on "
    r"|in (?!critical|serious|stable|custody|hospital|intensive|a |the h))"
)
_NEAR = 60


def find_included(prose: Prose, figures: Sequence[Figure], lexicon: Lexicon) -> frozenset[int]:
    """Numbers of the figures that are told as parts of what stands before (``including three children``)."""
    included: set[int] = set()
    whole = 0
    for number in range(1, len(figures)):
        start = figures[number].span.start - prose.start
        gap = prose.text[max(figures[number - 1].span.end - prose.start, start - _NEAR) : start]
        listed = number - 1 in included and ends_list(prose, figures, number) is False and JOINER.fullmatch(gap)
        if listed and _has_own_verb(prose, figures, (whole, number)):
            listed = None
        if number - 1 not in included:
            whole = number - 1
        if listed or (lexicon.tolls.included.search(gap) and not _OF_WHOM.search(gap)):
            included.add(number)
    return frozenset(included)


def _has_own_verb(prose: Prose, figures: Sequence[Figure], pair: tuple[int, int]) -> bool:
    """``12 died, including 3 girls and 40 others were hurt``: whether the list has ended in front of a figure."""
    whole, number = pair
    told = prose.text[figures[whole].span.end - prose.start : figures[whole + 1].span.start - prose.start]
    return _OWN.match(prose.text, figures[number].span.end - prose.start) is not None and _TOLD.search(told) is not None


_OWN = re.compile(r"(?: \w+)? (?:were|was|have been|had been)\b")
_TOLD = re.compile(r"\b(?:were|was|have|had|died|dead)\b")


def is_aside(prose: Prose, figures: Sequence[Figure], number: int) -> bool:
    """``Nine people, three of whom were children, died``: whether commas set a part off from its whole."""
    if not number or not figures[number].partial:
        return False
    gap = prose.text[figures[number - 1].span.end - prose.start : figures[number].span.start - prose.start]
    return gap == ", " and _SET_OFF.match(prose.text, figures[number].span.end - prose.start) is not None


_SET_OFF = re.compile(r"[^,.;:]{1,60}, ")


def is_base(prose: Prose, figures: Sequence[Figure], number: int) -> bool:
    """``Four of the 172 on board``: whether a figure only says of how many the one in front counts some."""
    before = figures[number - 1] if number else None
    if before is None or not before.partial or figures[number].article:
        return False
    if before.numeral.count == 1 and not prose.text.startswith(_SINGULAR, figures[number].span.end - prose.start):
        return False
    gap = prose.text[before.span.end - prose.start : figures[number].span.start - prose.start]
    return _OF.fullmatch(gap) is not None


_SINGULAR = (" has ", " was ", " is ")
_OF = re.compile(r" of (?:(?:the|its|their|his|her|these|those) )?(?:first |last )?")


def ends_list(prose: Prose, figures: Sequence[Figure], number: int) -> bool:
    """Whether a comma with ``and`` in front of a figure ends a list instead of naming its last member.

    It names the last member only where commas join the members before (``two boys, a girl, and a nurse``).
    """
    gap = prose.text[figures[number - 1].span.end - prose.start : figures[number].span.start - prose.start]
    if gap != ", and ":
        return False
    if number < 2:
        return False
    before = prose.text[figures[number - 2].span.end - prose.start : figures[number - 1].span.start - prose.start]
    return before != ", "


def told_by_predicate(prose: Prose, figure: Figure, lexicon: Lexicon) -> Figure:
    """``Five of those killed were police officers``: the predicate says whom the figure counts."""
    predicate = _PREDICATE.match(prose.text, figure.span.end - prose.start)
    if predicate is None or figure.who is not None:
        return figure
    counted = read_counted(prose, predicate.end(), lexicon)
    return figure if counted is None else replace(figure, who=counted[0], category=counted[1])


def relate_parts(prose: Prose, figures: Sequence[Figure], found: dict[int, TollMention], lexicon: Lexicon) -> None:
    """Mark the parts among the tolls ``found``, and add figures that are told as parts alone."""
    if not found or len(figures) < 2:
        return
    whole: int | None = None
    last_part: int | None = None
    for number, figure in enumerate(figures):
        if figure.article:
            if whole is not None and number not in found:
                _include_single(prose, figures, (whole, number), found, lexicon)
            continue
        if number not in found and last_part is not None and _is_other(prose, figure):
            told = told_by_predicate(prose, figure, lexicon)
            found[number] = TollMention(told, found[last_part].outcome, told.span, "the-other", partial_of=-1)
        if whole is not None and figure.person is not False:
            _relate(prose, figures, (whole, number), found, lexicon)
        if number in found:
            if found[number].partial_of is None:
                whole = number
            else:
                last_part = number
    _relate_lists(prose, figures, found)


def _include_single(
    prose: Prose, figures: Sequence[Figure], pair: tuple[int, int], found: dict[int, TollMention], lexicon: Lexicon
) -> None:
    """``Twelve people, among them a nurse``: one described person is a part too, a mere name is not."""
    whole, number = pair
    figure = figures[number]
    if figure.numeral.span == figure.span:
        return
    start = figure.span.start - prose.start
    gap = prose.text[max(figures[number - 1].span.end - prose.start, start - _NEAR) : start]
    before = found.get(number - 1)
    chained = before is not None and before.rule == "included" and JOINER.fullmatch(gap)
    if chained or (number - 1 == whole and lexicon.tolls.included.search(gap) and not _OF_WHOM.search(gap)):
        span = figure.span.joined(found[whole].figure.span)
        found[number] = TollMention(figure, found[whole].outcome, span, "included", partial_of=whole)


def _is_other(prose: Prose, figure: Figure) -> bool:
    start = figure.span.start - prose.start
    return _OTHER.search(prose.text[max(0, start - 16) : start]) is not None


def _relate(
    prose: Prose, figures: Sequence[Figure], pair: tuple[int, int], found: dict[int, TollMention], lexicon: Lexicon
) -> None:
    """Make the second of a pair of figures a part of the first where the words between them say so."""
    whole, number = pair
    figure = figures[number]
    start = figure.span.start - prose.start
    gap = prose.text[max(figures[whole].span.end - prose.start, start - _NEAR) : start]
    before = found.get(number - 1)
    chained = (
        before is not None
        and before.partial_of == whole
        and _CHAINED.fullmatch(prose.text[figures[number - 1].span.end - prose.start : start])
    )
    if number in found:
        if found[number].partial_of is not None or _OF_WHOM.search(gap) or (chained and not _has_verb(found[number])):
            found[number] = replace(found[number], partial_of=whole)
    elif chained or lexicon.tolls.included.search(gap) or _is_unsaid_part(prose, figure):
        toll = found[whole]
        span = figure.span.joined(toll.figure.span)
        found[number] = TollMention(figure, toll.outcome, span, "included", partial_of=whole)


_CHAINED = re.compile(rf"(?: of (?:those|these|them|whom))?(?: \w+)?(?:{JOINER.pattern})")


def _has_verb(toll: TollMention) -> bool:
    return toll.rule not in ("noun", "included")


def _is_unsaid_part(prose: Prose, figure: Figure) -> bool:
    """``23 bodies, nine of them those of children``: a part that shares the outcome of the whole."""
    end = figure.span.end - prose.start
    return figure.partial and _THOSE_OF.match(prose.text[end : end + 40]) is not None


def _relate_lists(prose: Prose, figures: Sequence[Figure], found: dict[int, TollMention]) -> None:
    """``12 people, nine soldiers and three farmers``: figures that add up to the one they are listed behind."""
    numbers = [number for number, figure in enumerate(figures) if not figure.article]
    for position, number in enumerate(numbers):
        total = figures[number].numeral.count
        if number not in found or found[number].partial_of is not None or not total:
            continue
        listed: list[int] = []
        rest = total
        for before, other in zip(numbers[position:], numbers[position + 1 :], strict=False):
            gap = prose.text[figures[before].span.end - prose.start : figures[other].span.start - prose.start]
            joined = _LISTED.search(gap) if not listed else _NEXT.search(gap)
            count = figures[other].numeral.count
            if not joined or figures[other].person is False or not count or len(gap) > _NEAR:
                break
            listed.append(other)
            rest -= count
            if rest <= 0:
                break
        if rest == 0 and len(listed) > 1:
            _list(figures, number, listed, found)


def names_each(figures: Sequence[Figure], group: Sequence[int]) -> bool:
    """``Two guards, a father and his son``: as many single persons behind a number as it counts are those very ones."""
    first = figures[group[0]]
    return (
        not first.article and first.numeral.count == len(group) - 1 > 1 and all(figures[n].article for n in group[1:])
    )


def find_enumerated(prose: Prose, figures: Sequence[Figure], number: int) -> Iterator[int]:
    """Numbers of the figures that a list goes on with behind its first one (``a clerk, and two guards``)."""
    for before in range(number, len(figures) - 1):
        gap = prose.text[figures[before].span.end - prose.start : figures[before + 1].span.start - prose.start]
        if figures[before + 1].person is False or len(gap) > _NEAR or _LISTED_ON.fullmatch(gap) is None:
            return
        named = figures[before + 1].article and figures[before + 1].numeral.span == figures[before + 1].span
        if not (named and gap.startswith(" of ") and gap.endswith(", ")):
            yield before + 1


_LISTED_ON = re.compile(
    r"(?: (?:of|from|at|in) [\w' -]{1,40})?(?:, [A-Z][\w.' -]{1,40})?(?:, (?:aged )?[0-9]{1,2})?"
    r"(?:,| and|, and|, as well as| as well as|,? including|;|; and) "
)


def _list(figures: Sequence[Figure], whole: int, listed: Sequence[int], found: dict[int, TollMention]) -> None:
    toll = found[whole]
    for number in listed:
        known = found.get(number)
        if known is None:
            span = figures[number].span.joined(toll.figure.span)
            found[number] = TollMention(figures[number], toll.outcome, span, "listed", partial_of=whole)
        elif known.outcome is toll.outcome and known.partial_of is None:
            found[number] = replace(known, partial_of=whole)
