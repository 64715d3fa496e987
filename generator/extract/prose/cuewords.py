"""Reporting words of a sentence, each with its place among the words."""

from collections.abc import Sequence

from generator.extract.prose.matching import Prose
from generator.lexicon.cues import Cue
from generator.lexicon.lexicon import Lexicon
from generator.model.mention import DayMention
from generator.model.values import value

_MOST_CUES = 24
"""More reporting words than any sentence of prose has."""
BE = frozenset(("is", "are", "was", "were", "be", "been", "being"))
"""In front of a participle: the passive."""
_ASIDE = frozenset(
    word
    for line in (
        "also later earlier then had has have previously separately again only initially reportedly still further",
        "immediately strongly categorically swiftly quickly meanwhile however now would could will did does do never",
        "repeatedly just today tonight yesterday overnight officially first subsequently since already",
    )
    for word in line.split()
)
"""Adverbs and auxiliaries between a source and its cue."""
_LY_NOUNS = frozenset(("family", "assembly", "supply", "reply", "ally", "italy", "july", "bully", "rally"))


@value
class CueWord:
    """A reporting word in its sentence: indexes of its first word and of the word behind it.

    Attributes:
        verb: the word or phrase, lower case.
        cue: its family.
        first: index of its first word.
        after: index behind its last word.
        start: offset of its first sign in the sentence.
        end: offset behind its last sign.
        noun: whether the word may be a noun or an adjective.
        plural: whether it is a form that a plural subject takes (``report``, ``believe``).
    """

    verb: str
    cue: Cue
    first: int
    after: int
    start: int
    end: int
    noun: bool = False
    plural: bool = False


def find_cues(prose: Prose, lexicon: Lexicon) -> list[CueWord]:
    """The reporting words of a sentence in order; words with a capital inside of it belong to names."""
    found: list[CueWord] = []
    for number in prose.anchors(lexicon.cues.triggers):
        if prose.words[number].text != prose.lows[number]:
            continue
        cue = _light_at(prose, number, lexicon) or _plain_at(prose, number, lexicon)
        if cue is not None:
            found.append(cue)
            if len(found) == _MOST_CUES:
                break
    return found


def _plain_at(prose: Prose, number: int, lexicon: Lexicon) -> CueWord | None:
    """The reporting word or phrase that begins at a word."""
    cues, words = lexicon.cues, prose.words
    verb, after = words[number].text, number + 1
    for rest in cues.further.get(verb, ()):
        if _follows(prose, after, rest):
            verb, after = " ".join((verb, *rest)), after + len(rest)
            break
    cue = cues.verbs.get(verb)
    if cue is None:
        return None
    return CueWord(
        verb,
        cue,
        number,
        after,
        words[number].start,
        words[after - 1].end,
        noun=verb in cues.nouns,
        plural=verb in cues.bases,
    )


def _light_at(prose: Prose, number: int, lexicon: Lexicon) -> CueWord | None:
    """A verb that says little with its noun of saying, a few words of its phrase between (``issued a flat denial``)."""
    families = lexicon.cues.light.get(prose.words[number].text)
    if families is None:
        return None
    closed = lexicon.grammar.prepositions
    for at in range(number + 1, min(number + _LIGHT_REACH, len(prose.words))):
        word = prose.words[at]
        if not word.wordlike or word.text in closed or word.text in _CLOSING:
            return None
        cue = next((cue for nouns, cue in families if word.text in nouns), None)
        if cue is not None:
            verb = f"{prose.words[number].text} {word.text}"
            return CueWord(verb, cue, number, at + 1, prose.words[number].start, word.end)
    return None


_LIGHT_REACH = 6
"""Words behind a verb that says little in which its noun stands."""
_CLOSING = frozenset(("and", "or", "but", "that", "who", "which"))


def _follows(prose: Prose, first: int, rest: tuple[str, ...]) -> bool:
    end = first + len(rest)
    return prose.lows[first:end] == rest and all(word.text == word.lower for word in prose.words[first:end])


def skip_left(prose: Prose, index: int, days: Sequence[DayMention]) -> tuple[int, bool]:
    """Index behind the source, without adverbs, auxiliaries and a day in front of the cue; whether it is pluperfect."""
    earlier = False
    at = index
    while at > 0:
        word = prose.words[at - 1]
        text = word.lower
        if text in _ASIDE or (text.endswith("ly") and not word.capital and text not in _LY_NOUNS):
            earlier = earlier or text == "had"
            at -= 1
            continue
        day = next((d for d in days if d.span.start - prose.start <= word.start < d.span.end - prose.start), None)
        if day is None:
            return at, earlier
        start = day.span.start - prose.start
        while at > 0 and prose.words[at - 1].start >= start:
            at -= 1
    return at, earlier
