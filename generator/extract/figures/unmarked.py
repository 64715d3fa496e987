"""Persons told in other ways: the bare noun of a log (``Driver was hurt``), a pronoun, a body, a couple, a name."""

import re
from collections.abc import Sequence

from generator.extract.figures.counting import Head, read_head
from generator.extract.prose.matching import Prose
from generator.extract.prose.personal import name_end
from generator.lexicon.lexicon import Lexicon
from generator.model.mention import Figure, Numeral

OBJECTS = frozenset(("him", "her"))
PRONOUNS = frozenset(("he", "she"))
SEXES = frozenset(("male", "female"))
"""Nouns of which one person is told where a word stands before them, or in a log (``a juvenile male``)."""
BREAKS = frozenset((",", ":", ";", "-", "–", "—", "*", "•"))
"""Signs behind which a clause may open with such a noun."""
_VERBS = frozenset(
    ("is", "was", "has", "had", "died", "remains", "remained", "suffered", "sustained", "later", "succumbed", "passed")
)
_SAYING = frozenset(("that", "said", "says", "if", "because", "whether", "before", "after", "since", "until", "as"))
"""Words behind which a pronoun means the one who speaks, or repeats what the sentence tells."""
_TELLING = re.compile(
    r"(?:, an? [\w -]{3,40},)?(?:, (?:aged )?[0-9]{1,2}(?:, [^,.;:]{1,40})?,?| \([0-9]{1,2}\))?"
    r"(?: (?:in|of|from|with|aboard|on|at) [^,.;:]{1,40}?,?)?"
    r" (?:in custody|in hospital|in critical|under arrest|was|is|has|had|dies|died|remains|suffered|sustained|escaped"
    r"|not (?:hurt|injured|harmed)|unhurt|unharmed|uninjured"
    r"|(?:\w+ly |also |left |reported )?(?:[a-z]+(?:ed|en)|hurt|shot|hit|cut|struck|slain|dead|missing|critical"
    r"|held))\b"
)
"""What stands behind such a noun: an age or a place, then words that tell something of the person."""


def is_told_verb(word: str, lexicon: Lexicon) -> bool:
    """Whether a word, lower case, goes on to tell what befell somebody (``a third died``)."""
    return word in _VERBS or word.endswith("ly") or word in lexicon.grammar.outcome_words


def read_pronoun(prose: Prose, number: int) -> Figure | None:
    """``He`` in front of a verb: a person of whom the story has told before, and no word that says who."""
    words = prose.words
    if number + 1 >= len(words) or words[number + 1].lower not in _VERBS:
        return None
    if number and words[number - 1].lower in _SAYING:
        return None
    start = words[number].start
    sign = prose.span(start, start + 1)
    return Figure(prose.span(start, words[number].end), Numeral(sign, 1), None, person=True, article=True)


def read_object(prose: Prose, number: int) -> Figure | None:
    """``Killing him`` and ``killing her instantly``: a person told before whom a verb strikes down."""
    words = prose.words
    if not number or words[number - 1].lower not in _STRIKING:
        return None
    following = words[number + 1] if number + 1 < len(words) else None
    if following is not None and following.wordlike and following.lower not in _BEHIND_OBJECT:
        return None
    start = words[number].start
    sign = prose.span(start, start + 1)
    return Figure(prose.span(start, words[number].end), Numeral(sign, 1), None, person=True, article=True)


_STRIKING = frozenset(("killing", "injuring", "wounding", "hospitalising", "hospitalizing"))
_BEHIND_OBJECT = frozenset(
    [
        "instantly",
        "on",
        "and",
        "in",
        "at",
        "outright",
        "immediately",
        "before",
        "while",
        "as",
        "by",
        "during",
        "almost",
        "critically",
        "seriously",
        "slightly",
        "badly",
    ]
)
"""Words behind such a pronoun by which ``her`` is no possessive."""


def read_bare(prose: Prose, number: int, singles: Sequence[Figure], lexicon: Lexicon) -> Figure | None:
    """``Driver`` where it opens a sentence or a clause of a log or a heading; its number has no length."""
    words, persons = prose.words, lexicon.persons
    if not _opens_clause(prose, number, singles):
        return None
    head = read_head(words[number : number + 4], lexicon)
    if head is None or head.outcome is not None or head.word.lower not in persons.singular:
        return None
    noun = head.word.lower
    behind = prose.text[head.word.end : head.word.end + 100]
    if noun in persons.plural or (noun in persons.generic and noun not in SEXES) or _TELLING.match(behind) is None:
        return None
    start = words[number].start
    who = prose.text[start : head.word.end]
    sign = prose.span(start, start)
    return Figure(prose.span(start, head.word.end), Numeral(sign, 1), who, head.category, True, article=True)


def is_bare(figure: Figure) -> bool:
    """Whether a figure is a person told by a noun without an article."""
    return figure.article and not len(figure.numeral.span)


def _opens_clause(prose: Prose, number: int, singles: Sequence[Figure]) -> bool:
    """Whether a word opens a sentence, or a clause of one whose first person had no article either."""
    if not number:
        return True
    sign = prose.words[number - 1]
    if sign.text not in BREAKS:
        return False
    if sign.text == ",":
        return bool(singles) and is_bare(singles[0])
    return sign.text in ":;" or not sign.start or prose.text[sign.start - 1] == " "


def read_body(prose: Prose, number: int, head: Head, lexicon: Lexicon) -> Figure | None:
    """``A body was found``: a person who is told to be dead by what was come upon."""
    article = prose.words[number]
    new = article.lower in ("a", "an") or prose.words[number + 1].lower in lexicon.numerals.ordinals
    if not new or head.word.lower not in BODIES:
        return None
    before = prose.text[max(0, article.start - _NEAR) : article.start]
    if _COMES_UPON.search(before) is None and _IS_FOUND.match(prose.text, head.word.end) is None:
        return None
    span, sign = prose.span(article.start, head.word.end), prose.span(article.start, article.end)
    who = prose.text[prose.words[number + 1].start : head.word.end]
    return Figure(span, Numeral(sign, 1), who, head.category, True, head.outcome)


BODIES = frozenset(("body", "corpse"))
_NEAR = 40
_COMES_UPON = re.compile(
    r"\b(?:found|find|finding|recovered|recovering|discovered|discovering|pulled|retrieved|spotted|located) $"
)
_IS_FOUND = re.compile(
    r"(?: (?:had|has|of [^.,;:]{1,40}))? (?:was|been)(?: \w+ly| later| also)?"
    r" (?:found|recovered|pulled|discovered|retrieved|washed|fished|spotted|brought|located)\b"
)


def read_pair(prose: Prose, number: int, lexicon: Lexicon) -> Figure | None:
    """``An elderly couple``: so many persons as the noun says by itself."""
    words = prose.words
    for at in range(number + 1, min(number + 4, len(words) - 1)):
        count = PAIRS.get(words[at].lower)
        if count is not None and words[at + 1].lower not in _OF_WHAT:
            span, sign = (prose.span(words[number].start, words[end].end) for end in (at, number))
            return Figure(span, Numeral(sign, count), prose.text[words[number + 1].start : words[at].end], person=True)
        if not words[at].wordlike or words[at].lower in lexicon.grammar.function_words:
            break
    return None


PAIRS = {"couple": 2, "duo": 2, "trio": 3}
_OF_WHAT = frozenset(("of", "'s"))


def read_aged(prose: Prose, number: int, lexicon: Lexicon) -> Figure | None:
    """``27-year-old N. N.``: a name behind an age."""
    stop = name_end(prose.words, number + 1, lexicon)
    if stop <= number + 1:
        return None
    word = prose.words[number]
    span, sign = prose.span(word.start, prose.words[stop - 1].end), prose.span(word.start, word.end)
    return Figure(span, Numeral(sign, 1), prose.text[word.start : prose.words[stop - 1].end], person=True, article=True)
