"""Base noun phrases beside a deed: where they begin and end, told by function words and their own length."""

from collections.abc import Iterator

from generator.extract.prose.matching import ABBREVIATED, Prose
from generator.extract.prose.nounphrases import is_nominal
from generator.lexicon.lexicon import Lexicon
from generator.lexicon.roles import Phrase
from generator.model.values import value

MOST_WORDS = 9
"""Words of one base noun phrase."""
_MOST_STEPS = 3
"""Noun phrases joined by prepositions in front of a verb."""
_JOINING = frozenset(("of", "from", "in", "on", "with", "at", "near", "for", "aboard", "outside", "inside"))
_MODIFIERS = frozenset(("several", "some", "many", "few", "other", "more", "additional", "further"))


@value
class Clause:
    """A sentence with its words in lower case beside them.

    Attributes:
        prose: the sentence.
        lows: its words in lower case, in order.
    """

    prose: Prose
    lows: tuple[str, ...]

    def text(self, start: int, end: int) -> str:
        """The words ``start`` to ``end`` as the sentence has them."""
        words = self.prose.words
        return self.prose.text[words[start].start : words[end - 1].end]


def read_clause(prose: Prose) -> Clause:
    """A sentence made ready for reading its deeds."""
    return Clause(prose, prose.lows)


def length_of(clause: Clause, at: int, phrases: frozenset[Phrase]) -> int:
    """Words of the longest of some phrases, of at most three words each, that begins at word ``at``; 0 if none does."""
    lows = clause.lows
    if lows[at : at + 3] in phrases:
        return min(3, len(lows) - at)
    if lows[at : at + 2] in phrases:
        return min(2, len(lows) - at)
    return 1 if lows[at : at + 1] in phrases else 0


def phrase_from(clause: Clause, at: int, lexicon: Lexicon) -> int:
    """Index behind the base noun phrase that begins at word ``at``; ``at`` where none begins."""
    words, lows, grammar = clause.prose.words, clause.lows, lexicon.grammar
    end = at
    while end < len(words) and end - at < MOST_WORDS:
        low = lows[end]
        if low == '"' and end + 1 < len(words) and is_nominal(words[end + 1], lexicon):
            end += 1
            continue
        if low in grammar.determiners and not (end > at and lows[end - 1] not in grammar.determiners):
            end += 1
            continue
        if low == "." and end > at and ABBREVIATED.search(words[end - 1].text):
            end += 1
            continue
        if low == "'s" and end > at:
            end += 1
            continue
        if not is_nominal(words[end], lexicon) or low in grammar.determiners:
            break
        if end > at and low in grammar.outcome_words:
            break
        if end == at and low.endswith("ed") and low in lexicon.roles.verbs and not words[end].capital:
            return at
        if low.endswith("ing") and low in lexicon.roles.verbs and (end == at or not words[end].capital):
            break
        if end > at and low.endswith("ed") and not words[end].capital and _follows_clause(clause, end, lexicon):
            break
        end += 1
    while end > at and (lows[end - 1] in grammar.determiners or lows[end - 1] == "'s" or lows[end - 1] in TIMES):
        end -= 1
    return end


def _follows_clause(clause: Clause, at: int, lexicon: Lexicon) -> bool:
    """Whether a participle opens a clause of its own instead of describing a noun (``a car parked in ...``)."""
    following = clause.lows[at + 1] if at + 1 < len(clause.lows) else "."
    return (
        following in lexicon.grammar.prepositions
        or following in lexicon.grammar.determiners
        or not following[0].isalnum()
    )


TIMES = frozenset(
    (
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "night", "morning", "evening"),
        *("afternoon", "weekend", "week", "month", "noon", "midnight", "dawn", "today", "yesterday", "tonight"),
    )
)


MONTHS = frozenset(
    (
        *("january", "february", "march", "april", "june", "july", "august", "september", "october", "november"),
        "december",
    )
)


def phrase_to(clause: Clause, end: int, lexicon: Lexicon) -> int:
    """Index of the first word of the base noun phrase that ends in front of word ``end``; ``end`` where none does."""
    words, lows, grammar = clause.prose.words, clause.lows, lexicon.grammar
    at = end
    while at > 0 and end - at < MOST_WORDS:
        low = lows[at - 1]
        if low in grammar.determiners:
            at -= 1
            break
        if low == "." and at < end and at > 1 and ABBREVIATED.search(words[at - 2].text):
            at -= 1
            continue
        if low == "'s" and at < end:
            at -= 1
            continue
        if low == '"' and at > 1 and is_nominal(words[at - 2], lexicon):
            at -= 1
            continue
        if at < end and (low in TIMES or low in MONTHS):
            break
        if not is_nominal(words[at - 1], lexicon) or (low.endswith("ing") and low in lexicon.roles.verbs):
            break
        at -= 1
        if at < end - 1 and low in lexicon.numerals.values and low != "one":
            break
    return at


def phrases_before(clause: Clause, end: int, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """The noun phrases that end in front of word ``end``, joined by prepositions, the nearest first."""
    for _ in range(_MOST_STEPS):
        start = phrase_to(clause, end, lexicon)
        if start == end:
            return
        yield start, end
        if start < 2 or clause.lows[start - 1] not in _JOINING:
            return
        end = start - 1


def without_opening(clause: Clause, start: int, end: int, lexicon: Lexicon, *, numbers: bool = False) -> int:
    """Index of the first word of a phrase that is neither article nor possessive nor, but for ``numbers``, a number."""
    while start < end - 1:
        low = clause.lows[start]
        numeral = low.isdigit() or low in lexicon.numerals.values
        if not (
            (low in lexicon.grammar.determiners and not (numbers and low in _MODIFIERS))
            or (numeral and not numbers)
            or (low in _MODIFIERS and not numbers)
            or low.endswith("ly")
            or low in ("about", "around", '"')
        ):
            break
        start += 1
    return start


def behind_bound(clause: Clause, at: int, lexicon: Lexicon) -> int:
    """Index behind ``at least``, ``up to`` and the like; ``at`` where none stands."""
    return at + length_of(clause, at, lexicon.roles.bounds)
