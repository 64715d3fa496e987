"""Where noun phrases begin and end, told by function words alone."""

from collections.abc import Sequence

from generator.extract.prose.matching import ABBREVIATED, Word
from generator.lexicon.lexicon import Lexicon

INSIDE = frozenset(("of", "for", "at", "in", "from", "and", "&", "on", "with", "to"))


PARTICLES = frozenset(
    ("de", "del", "la", "el", "al", "bin", "ibn", "van", "von", "der", "da", "do", "dos", "di", "ul", "ud", "abu", "ag")
)


_MOST_WORDS = 16
_ORDINALS = frozenset(("first", "last"))


def phrase_before(words: Sequence[Word], end: int, lexicon: Lexicon) -> int:
    """Index of the first word of the noun phrase that ends in front of word ``end``; ``end`` where there is none."""
    grammar = lexicon.grammar
    at = end
    while at > 0 and end - at < _MOST_WORDS:
        word = words[at - 1]
        text = word.lower
        if text == "'s" or (text == "." and at > 1 and ABBREVIATED.search(words[at - 2].text)):
            at -= 1
        elif not word.wordlike:
            break
        elif text in grammar.determiners:
            at -= 1
            if at > 1 and words[at - 1].lower in INSIDE and is_nominal(words[at - 2], lexicon):
                at -= 1
                continue
            break
        elif text in INSIDE:
            if at == end or at < 2 or not is_nominal(words[at - 2], lexicon):
                break
            at -= 1
        elif word.capital or is_nominal(word, lexicon):
            if (
                not word.capital
                and text.endswith(("ed", "ing"))
                and at < end
                and words[at].lower in grammar.determiners
            ):
                break
            at -= 1
        elif text in grammar.pronouns and at == end:
            return at - 1
        else:
            break
    while at < end and _only_leads(words[at].lower, lexicon):
        at += 1
    return at


def _only_leads(text: str, lexicon: Lexicon) -> bool:
    """Whether no noun phrase begins with the word: a preposition, conjunction or adverb."""
    grammar = lexicon.grammar
    return text in INSIDE or text in grammar.conjunctions or (text in grammar.adverbs and text not in _ORDINALS)


def phrase_after(words: Sequence[Word], start: int, lexicon: Lexicon) -> int:
    """Index behind the last word of the noun phrase that begins at word ``start``; commas end it."""
    grammar = lexicon.grammar
    at = start
    while at < len(words) and at - start < _MOST_WORDS:
        word = words[at]
        text = word.lower
        if text == "'s" or (text == "." and at > start and ABBREVIATED.search(words[at - 1].text)):
            at += 1
        elif not word.wordlike:
            break
        elif text in grammar.determiners or text in INSIDE:
            following = words[at + 1] if at + 1 < len(words) else None
            if following is None or not (
                following.wordlike and (is_nominal(following, lexicon) or following.lower in grammar.determiners)
            ):
                break
            if text in INSIDE and at == start:
                break
            at += 1
        elif word.capital or is_nominal(word, lexicon):
            if (
                at > start
                and text.endswith("ed")
                and at + 1 < len(words)
                and words[at + 1].lower in grammar.prepositions
            ):
                break
            at += 1
        elif text in grammar.pronouns and at == start:
            return at + 1
        else:
            break
    return at


def is_nominal(word: Word, lexicon: Lexicon) -> bool:
    """Whether a word may stand inside a noun phrase: everything but function words and frequent verbs."""
    text = word.lower
    if text == "'s":
        return True
    if not word.wordlike:
        return False
    return (
        text not in lexicon.grammar.function_words
        or (word.capital and (text in ("may", "will", "march") or word.text == "US"))
        or text in ("general", "chief")
    )
