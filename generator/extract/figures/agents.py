"""Who brought a toll about, in the text's words: the subject of an active verb, or what stands behind ``by``."""

import re
from bisect import bisect_left

from generator.extract.prose.matching import Prose, Word
from generator.extract.prose.nounphrases import phrase_after, phrase_before
from generator.lexicon.lexicon import Lexicon
from generator.lexicon.places import fold_name

_ARTICLE = re.compile(r"^(?:[Tt]he|[Aa]n?) ")


def find_agent(prose: Prose, start: int, lexicon: Lexicon) -> str | None:
    """The party in front of the active verb that begins at an offset of the sentence, or None."""
    words, grammar = prose.words, lexicon.grammar
    end = bisect_left(words, start, key=_start)
    while end and (words[end - 1].lower in grammar.auxiliaries or words[end - 1].lower in grammar.adverbs):
        end -= 1
    first = phrase_before(words, end, lexicon)
    if first >= end or (first and words[first - 1].lower in ("by", "of", "in")):
        return None
    return _party(prose, first, end, lexicon)


def find_doer(prose: Prose, end: int, lexicon: Lexicon) -> str | None:
    """The party behind ``by`` where a participle ends, or None."""
    if not prose.text.startswith(" by ", end):
        return None
    first = bisect_left(prose.words, end + 3, key=_start)
    last = phrase_after(prose.words, first, lexicon)
    return _party(prose, first, last, lexicon) if last > first else None


def _start(word: Word) -> int:
    return word.start


def _party(prose: Prose, first: int, end: int, lexicon: Lexicon) -> str | None:
    """The words of a phrase that names persons or a force, without its article."""
    words = prose.words[first:end]
    told = next((n for n, word in enumerate(words) if n and word.lower in ("of", "from", "in", "on", "at")), len(words))
    head = words[told - 1]
    name = fold_name(prose.text[words[0].start : head.end])
    key = name.removeprefix("the ")
    is_party = (
        head.lower in lexicon.persons.plural
        or head.lower in lexicon.persons.singular
        or head.lower in lexicon.actors.heads
        or key in lexicon.actors.known
        or (head.capital and not words[0].text.isdigit() and head.lower not in lexicon.persons.days)
    )
    is_thing = head.lower in lexicon.persons.things and head.lower not in lexicon.actors.heads
    if not is_party or is_thing or any(word.text.isdigit() for word in words):
        return None
    end_word = words[-1] if told < len(words) and words[told].lower in ("of", "from") else head
    return _ARTICLE.sub("", prose.text[words[0].start : end_word.end])
