"""Counted noun phrases: a number and the noun it counts."""

import re
from collections.abc import Iterator, Sequence

from generator.extract.figures.counting import POINTERS, Head, joined_end, read_head, words_from
from generator.extract.figures.numerals import find_numerals
from generator.extract.figures.singles import find_singles
from generator.extract.prose.matching import Prose, Word
from generator.lexicon.lexicon import Lexicon
from generator.lexicon.tollframes import frames_of
from generator.model.mention import Figure, Numeral
from generator.model.span import Span
from generator.model.values import replace
from generator.model.vocabulary import Category, Outcome

_QUANTIFIED = frozenset(("them", "whom", "these", "those"))


def find_figures(prose: Prose, lexicon: Lexicon) -> tuple[Figure, ...]:
    """The figures of a sentence that may tell of a toll or of damage; none where no word of it tells of either."""
    tolls, vocabulary = lexicon.tolls, prose.vocabulary
    if tolls.triggers.isdisjoint(vocabulary):
        return () if tolls.losses.isdisjoint(vocabulary) else count_figures(prose, lexicon, singles=False)
    frames = [frame for frame in frames_of(vocabulary, tolls.frames, tolls.openings) if not frame.continues]
    if not frames and tolls.told.isdisjoint(vocabulary) and tolls.losses.isdisjoint(vocabulary):
        return ()
    return count_figures(
        prose, lexicon, singles=any(frame.single for frame in frames) or not _ONES.isdisjoint(vocabulary)
    )


_ONES = frozenset(("including", "among", "includes", "include", "included", "body", "corpse"))
"""Words by which a sentence may tell one person as a part of a figure, or a body."""


def count_figures(prose: Prose, lexicon: Lexicon, *, singles: bool = True) -> tuple[Figure, ...]:
    """All figures of a sentence in order; ``singles`` adds single persons told without a number (``a soldier``)."""
    figures: list[Figure] = []
    for numeral in find_numerals(prose, lexicon.numerals):
        if not figures or figures[-1].span.end <= numeral.span.start:
            figures.append(_figure(prose, numeral, lexicon))
            figures.extend(_denied_too(prose, figures[-1], lexicon))
    if not singles:
        return tuple(figures)
    added = [single for single in find_singles(prose, figures, lexicon) if not _is_told_of_one(prose, single, figures)]
    return tuple(sorted([*figures, *added], key=_span))


def _denied_too(prose: Prose, figure: Figure, lexicon: Lexicon) -> Iterator[Figure]:
    """``No deaths or injuries``: a second noun of an outcome to which the same zero applies."""
    if figure.numeral.count != 0 or figure.outcome is None:
        return
    other = _OR_NOUN.match(prose.text, figure.span.end - prose.start)
    outcome = lexicon.tolls.nouns.get(other[1]) if other is not None else None
    if other is not None and outcome not in (None, figure.outcome):
        span = prose.span(other.start(1), other.end(1))
        yield replace(figure, span=span, who=other[1], outcome=outcome)


_OR_NOUN = re.compile(r",? (?:or|and|nor) (?:[a-z]+ ){0,2}?([a-z]+)\b")


def _is_told_of_one(prose: Prose, single: Figure, figures: Sequence[Figure]) -> bool:
    """``One, the cook,``: whether a person only describes the one whom a number counts right in front."""
    start = single.span.start - prose.start
    if prose.text[max(0, start - _ASIDE) : start].endswith(_SUPPOSED):
        return True
    return _DESCRIBED.match(prose.text, single.span.end - prose.start) is not None and any(
        figure.numeral.count == 1 and (2 if not figure.partial else 1) <= single.span.start - figure.span.end <= 2
        for figure in figures
    )


_DESCRIBED = re.compile(r"(?: in (?:his|her) [\w-]+| (?:of|aged) [\w-]+| from [A-Z]\w+)?,")
_SUPPOSED = (
    " believed to be ",
    " thought to be ",
    " said to be ",
    " described as ",
    " presumed to be ",
    " identified as ",
)
"""Words in front of what a person told before is taken to be (``one man, believed to be a guard,``)."""
_ASIDE = 24


def _span(figure: Figure) -> Span:
    return figure.span


def _figure(prose: Prose, numeral: Numeral, lexicon: Lexicon) -> Figure:
    end = numeral.span.end - prose.start
    after = words_from(prose, end)
    if numeral.count == 0:
        after = _behind_reports(after)
    partial, rest = _of_phrase(after, lexicon)
    head = read_head(rest, lexicon)
    if head is None:
        if not partial and (last := _unknown_end(rest, lexicon)):
            who = prose.text[rest[0].start : last]
            return Figure(Span(numeral.span.start, prose.start + last), numeral, who=who)
        stop = after[1].end if partial and after[1].lower in _QUANTIFIED - {"those"} else end
        return Figure(prose.span(numeral.span.start - prose.start, stop), numeral, partial=partial)
    person, outcome = head.person, head.outcome
    if numeral.count == 0 and (
        head.word.lower in lexicon.persons.generic
        or head.word.lower in _FOUND
        or (outcome is not None and after[0].text == "of")
    ):
        person, outcome = False, None
    if outcome is not None and not _tells_outcome(prose, numeral, head, lexicon):
        person, outcome = False, None
    joined = joined_end(rest, head, lexicon)
    last = _members_end(rest, head.word, lexicon) if head.word.lower in ("members", "member") else joined
    return Figure(
        span=Span(numeral.span.start, prose.start + last),
        numeral=numeral,
        who=prose.text[rest[0].start : last],
        category=head.category if joined == head.word.end else Category.UNSPECIFIED,
        person=person,
        outcome=outcome,
        partial=partial,
    )


def _behind_reports(words: Sequence[Word]) -> Sequence[Word]:
    """``No reports of injuries``: the words behind ``of``; what is not reported yet may still come."""
    for number, word in enumerate(words[:3]):
        if word.lower in ("reports", "report") and number + 1 < len(words) and words[number + 1].text == "of":
            return words[number + 2 :]
        if word.lower not in _KINDS_OF_REPORTS:
            break
    return words


_KINDS_OF_REPORTS = frozenset(("confirmed", "further", "new", "official"))


_FOUND = frozenset(("body", "bodies", "corpse", "corpses", "remains"))
"""Nouns of the dead of whom none is found, which does not say that nobody died."""


def _unknown_end(words: Sequence[Word], lexicon: Lexicon) -> int | None:
    """Where a plural noun that the lexicon lacks ends: up to three plain words in front of a verb."""
    grammar = lexicon.grammar
    for number, word in enumerate(words[:4]):
        if word.lower in grammar.auxiliaries or word.lower in grammar.outcome_words:
            last = words[number - 1] if number else None
            return last.end if last is not None and last.lower.endswith("s") else None
        if not word.wordlike or word.lower in grammar.function_words or not word.text.islower():
            return None
    return None


_UNDONE = re.compile(r" (?:have|had|were|are|could) not\b")
_TRACING = frozenset(
    (
        "listed",
        "traced",
        "followed",
        "monitored",
        "monitoring",
        "quarantine",
        "quarantined",
        "isolation",
        "isolated",
        "antibiotics",
    )
)
"""Words by which contacts are those of the sick."""
_NEAR = 24
"""Code points in front of lives among which the verb that takes them stands."""


def _tells_outcome(prose: Prose, numeral: Numeral, head: Head, lexicon: Lexicon) -> bool:
    """Whether a noun that may tell an outcome does: cases of an illness, lives that were lost."""
    tolls = lexicon.tolls
    before = prose.text[: head.word.start].rpartition(" ")[0].rpartition(" ")[2]
    behind = prose.text[head.word.end : head.word.end + _NEAR].split(" ", 2)
    if before in tolls.untold or (len(behind) > 1 and not behind[0] and behind[1].rstrip(".,;:") in tolls.compounds):
        return False
    if head.outcome is Outcome.AFFECTED:
        return not _TRACING.isdisjoint(prose.vocabulary) and _UNDONE.match(prose.text, head.word.end) is None
    if head.outcome is Outcome.INFECTED:
        return tolls.illness.match(prose.text, head.word.end) is not None
    start = numeral.span.start - prose.start
    if head.word.lower in tolls.deeds:
        return tolls.told_elsewhere.search(prose.text[max(0, start - 2 * _NEAR) : start]) is None
    before = prose.text[max(0, start - _NEAR) : start]
    return head.word.lower not in ("life", "lives") or (
        tolls.lives_before.search(before) is not None or tolls.lives_after.match(prose.text, head.word.end) is not None
    )


def _of_phrase(after: Sequence[Word], lexicon: Lexicon) -> tuple[bool, Sequence[Word]]:
    """Whether the number counts some of a group (``four of its guards``), and the words of the counted noun."""
    if len(after) > 1 and after[0].text == "of":
        if after[1].lower in _QUANTIFIED:
            return True, after[:0]
        rest = after[1:]
        while rest and rest[0].lower in POINTERS:
            rest = rest[1:]
        if rest and (rest[0].text[0].isdigit() or rest[0].lower in lexicon.numerals.values):
            return True, after[:0]
        return False, rest
    return False, after


def _members_end(words: Sequence[Word], head: Word, lexicon: Lexicon) -> int:
    """Where ``members of staff`` ends: behind the noun that says of what."""
    end = head.end
    rest = [word for word in words if word.start >= head.end]
    if not rest or rest[0].text != "of":
        return end
    for number, word in enumerate(rest[1:5], start=1):
        if not word.wordlike or (
            word.lower in lexicon.grammar.function_words and not (number == 1 and word.lower in POINTERS | {"a", "an"})
        ):
            break
        end = word.end
    return end
