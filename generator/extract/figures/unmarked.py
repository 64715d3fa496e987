"""Single persons told without an article: the noun that opens a line of a log (``Driver was hurt``), and pronouns."""

import re
from collections.abc import Sequence

from generator.extract.figures.counting import read_head
from generator.extract.prose.matching import Prose
from generator.lexicon.lexicon import Lexicon
from generator.model.mention import Figure, Numeral

PRONOUNS = frozenset(("he", "she"))
BREAKS = frozenset((",", ":", ";", "-", "–", "—", "*", "•"))
"""Signs behind which a clause may open with such a noun."""
_VERBS = frozenset(
    ("is", "was", "has", "had", "died", "remains", "remained", "suffered", "sustained", "later", "succumbed", "passed")
)
_SAYING = frozenset(("that", "said", "says", "if", "because", "whether", "before", "after", "since", "until", "as"))
"""Words behind which a pronoun means the one who speaks, or repeats what the sentence tells."""
_TELLING = re.compile(
    r"(?:, (?:aged )?[0-9]{1,2}(?:, [^,.;:]{1,40})?,?| \([0-9]{1,2}\))?"
    r"(?: (?:in|of|from|with|aboard|on|at) [^,.;:]{1,40}?,?)?"
    r" (?:in custody|in hospital|in critical|under arrest|was|is|has|had|dies|died|remains|suffered|sustained|escaped"
    r"|(?:\w+ly |also |left |reported )?(?:[a-z]+(?:ed|en)|hurt|shot|slain|dead|missing|critical|held))\b"
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
    if noun in persons.plural or noun in persons.generic or _TELLING.match(behind) is None:
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
