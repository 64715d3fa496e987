"""What speaks for an outcome of those whom a figure counts, where no frame of tolls tells it: the words around it.

Evidence names kind and place of words and never the words themselves, so that few passages teach what it weighs.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.extract.prose.matching import Prose
from generator.lexicon.lexicon import Lexicon
from generator.lexicon.tollwords import Told
from generator.model.mention import Figure
from generator.model.vocabulary import Category, Outcome

_FAR = 14
"""Words between a figure and a word that may still speak of it."""
_LONGEST = 8
"""Words of the longest phrase that tells an outcome."""
_CALM_NEAR = 8
_UNREAL_BEFORE, _UNREAL_BEHIND = 6, 5
_SHORT = 12
"""Words of a sentence that leaves out much."""
MODALS = frozenset(("could", "would", "may", "might", "will", "shall", "should", "must", "can", "cannot"))
_BE = frozenset(("was", "were", "is", "are", "been", "be", "being", "got", "get", "gets"))
_SIGNS = frozenset((";", ":", "-", "–", "—", '"', "(", ")", "."))
_CLAUSES = frozenset(("where", "when", "after", "while", "before", "but", "because", "although", "though", "if")) | {
    *("as", "that", "which", "since", "until", "whose", "said", "says")
}
"""Words that open another clause."""
_ONE_BY = ("a", "an", "the", "his", "her", "their", "its", "he", "she")
_MORE = frozenset(("others", "other", "more", "another", "further", "dead", "victims"))
_IN_OFFICE = (Category.OFFICIALS, Category.AID_WORKERS, Category.SECURITY_FORCES, Category.PERPETRATORS)
"""Whom stories speak of for other reasons than what befell them."""


class Hint(NamedTuple):
    """Words of a sentence that speak for an outcome.

    Attributes:
        first: number of the first word.
        end: number of the word behind them.
        told: their kind and outcome.
    """

    first: int
    end: int
    told: Told


class Near(NamedTuple):
    """A figure among the words of its sentence.

    Attributes:
        figure: the figure.
        first: number of its first word.
        end: number of the word behind it.
    """

    figure: Figure
    first: int
    end: int


def find_hints(prose: Prose, told: Mapping[str, Sequence[Told]]) -> list[Hint]:
    """The words that speak for outcomes, in order; of phrases that begin alike the longest alone."""
    lows, found = prose.lows, []
    for number in prose.anchors(told.keys()):
        longest = 0
        for each in told[lows[number]]:
            if len(each.rest) < longest:
                break
            end = number + 1 + len(each.rest)
            if lows[number + 1 : end] == each.rest:
                longest = len(each.rest)
                found.append(Hint(number, end, each))
    return found


def place_figures(prose: Prose, figures: Sequence[Figure]) -> list[Near]:
    """The figures, which stand in order, each with the numbers of its words."""
    words, placed, at = prose.words, [], 0
    for figure in figures:
        while at < len(words) and words[at].end <= figure.span.start - prose.start:
            at += 1
        end = at
        while end < len(words) and words[end].start < figure.span.end - prose.start:
            end += 1
        placed.append(Near(figure, at, end))
    return placed


def general_evidence(prose: Prose, near: Near, lexicon: Lexicon) -> Iterator[str]:
    """What speaks for or against any outcome at all of those whom a figure counts."""
    figure, lows = near.figure, prose.lows
    yield from _of_figure(figure, lows[near.first] if near.first < len(lows) else "")
    yield f"behind: {_sort(lows[near.first - 1], lexicon)}" if near.first else "opens"
    if near.end < len(lows):
        yield f"before: {_sort(lows[near.end], lexicon)}"
    words = lexicon.tolls.words
    after = lows[near.end : near.end + _CALM_NEAR]
    in_front = lows[max(0, near.first - _CALM_NEAR) : near.first][::-1]
    for side, around in (("behind", after), ("in front", in_front)):
        gap = next((gap for gap, word in enumerate(around) if word in words.calm), None)
        if gap is not None:
            yield f"calm {side} {_reach(gap)}"
    verb = next((word for word in after if not helps(word, lexicon)), "")
    if verb in words.calm:
        yield "calm verb"
    if not words.unreal.isdisjoint(in_front[:_UNREAL_BEFORE]):
        yield "unreal in front"
    if not words.unreal.isdisjoint(after[:_UNREAL_BEHIND]):
        yield "unreal behind"


def _of_figure(figure: Figure, first: str) -> Iterator[str]:
    if figure.article:
        yield f"one: {first if first in _ONE_BY else 'named'}"
    else:
        yield "noun: none" if figure.who is None else "noun: persons" if figure.person else "noun: unknown"
        if figure.numeral.count in (0, 1):
            yield "none of them" if figure.numeral.count == 0 else "one of them"
    if figure.partial:
        yield "partial"
    if figure.numeral.vague:
        yield "vague"
    if figure.category in _IN_OFFICE:
        yield f"category: {figure.category}"


def helps(word: str, lexicon: Lexicon) -> bool:
    """Whether a word may stand between a subject and its verb."""
    return word in lexicon.grammar.auxiliaries or word in lexicon.grammar.adverbs or word.endswith("ly")


def _sort(word: str, lexicon: Lexicon) -> str:
    """A preposition, conjunction or sign itself; of other words the sort."""
    grammar = lexicon.grammar
    if word in grammar.prepositions or word in grammar.conjunctions:
        return word
    if not word[:1].isalnum():
        return word[:1]
    if word in grammar.auxiliaries:
        return "auxiliary"
    if word in grammar.adverbs:
        return "adverb"
    return "past" if word.endswith("ed") else "ing" if word.endswith("ing") else "word"


def _reach(gap: int) -> str:
    """How far apart two things stand, in words."""
    return next((name for most, name in ((0, "0"), (2, "1-2"), (5, "3-5"), (9, "6-9")) if gap <= most), "far")


def word_evidence(
    prose: Prose, nears: Sequence[Near], number: int, hints: Sequence[Hint], lexicon: Lexicon
) -> dict[Outcome, set[str]]:
    """Outcome -> what the words around a figure say for it, the nearest of each kind on each side."""
    near = nears[number]
    found: dict[Outcome, set[str]] = {}
    nearest: dict[tuple[Told, str], tuple[int, Hint]] = {}
    around = slice(bisect_left(hints, (near.first - _FAR - _LONGEST,)), bisect_left(hints, (near.end + _FAR + 1,)))
    for hint in hints[around]:
        outcome, kind = hint.told.outcome, hint.told.kind
        if near.first < hint.end and hint.first < near.end:
            found.setdefault(outcome, set()).add(f"{kind} inside")
            continue
        behind = hint.first >= near.end
        gap = hint.first - near.end if behind else near.first - hint.end
        key = (hint.told._replace(rest=()), "behind" if behind else "in front")
        if gap <= _FAR and (key not in nearest or gap < nearest[key][0]):
            nearest[key] = gap, hint
    for (told, side), (gap, hint) in nearest.items():
        manner = f" {_voice(prose, hint, lexicon)}" if told.kind.endswith("acts") else ""
        name = f"{told.kind}{manner} {side}"
        low, high = (near.end, hint.first) if side == "behind" else (hint.end, near.first)
        crossed = (f"{side} across {each}" for each in _crossed(prose, nears, low, high))
        found.setdefault(told.outcome, set()).update((name, f"{name} {_reach(gap)}", *crossed))
    return found


def _voice(prose: Prose, hint: Hint, lexicon: Lexicon) -> str:
    """Whether a verb is passive, in the perfect, ends in ``ing``, is plain, or tells what has not happened."""
    lows = prose.lows
    at = hint.first - 1
    while at >= 0 and (lows[at] in lexicon.grammar.adverbs or lows[at].endswith("ly")):
        at -= 1
    helping = lows[at] if at >= 0 else ""
    if helping == "to" or helping in MODALS:
        return "unreal"
    if helping in _BE or (hint.end < len(lows) and lows[hint.end] == "by"):
        return "passive"
    if lows[hint.first].endswith("ing"):
        return "ing"
    return "perfect" if helping in ("have", "has", "had") else "plain"


def _crossed(prose: Prose, nears: Sequence[Near], low: int, high: int) -> Iterator[str]:
    """What stands between a figure and a word: signs, words that open a clause, another figure."""
    between = prose.lows[low:high]
    yield from (each for each in (",", "by", "and", "who") if each in between)
    if not _SIGNS.isdisjoint(between):
        yield "a sign"
    if not _CLAUSES.isdisjoint(between):
        yield "a clause"
    if any(low <= other.first < high for other in nears):
        yield "a figure"


def likeness_evidence(
    prose: Prose, nears: Sequence[Near], number: int, told: Mapping[int, Outcome], before: Outcome | None
) -> dict[Outcome, set[str]]:
    """Outcome -> what speaks for its being that of a figure near by, or of the last toll before (``In B it was six``).

    ``told`` are the outcomes of others that frames have read, by number; ``before`` is that of the last toll before.
    """
    near = nears[number]
    found: dict[Outcome, set[str]] = {}
    noun = _noun(near.figure)
    in_front = next((other for other in range(number - 1, -1, -1) if other in told), None)
    behind = next((other for other in range(number + 1, len(nears)) if other in told), None)
    for side, other in (("in front", in_front), ("behind", behind)):
        if other is not None:
            gap = prose.lows[min(near.end, nears[other].end) : max(near.first, nears[other].first)]
            name = f"like the one {side}: {noun}"
            found.setdefault(told[other], set()).update((name, f"{name} {_joint(gap)}"))
    if before is not None and in_front is None:
        name = f"like the last: {noun}"
        short = (f"{name} short",) if len(prose.words) < _SHORT else ()
        opens = (f"{name} opens",) if not near.first else ()
        found.setdefault(before, set()).update((name, *short, *opens))
    return found


def _noun(figure: Figure) -> str:
    if figure.article:
        return "one"
    if figure.who is None:
        return "bare"
    return "more" if figure.who.partition(" ")[0].lower() in _MORE else "noun"


def _joint(gap: Sequence[str]) -> str:
    """How two figures are joined."""
    if len(gap) > _SHORT:
        return "far"
    if not _SIGNS.isdisjoint(gap):
        return "sign"
    return {"and": "and", ",": "comma"}.get(gap[-1], "words") if gap else "next"
