"""Speech that a phrase and no verb reports: ``according to``, ``in the words of``, ``by the ministry's count``."""

import re

from generator.extract.actors.actors import read_actor
from generator.extract.actors.speakers import may_speak
from generator.extract.prose.matching import Prose
from generator.extract.prose.nounphrases import phrase_before
from generator.extract.speech.sources import source_behind
from generator.lexicon.lexicon import Lexicon
from generator.model.mention import ActorMention, Attribution
from generator.model.span import Span
from generator.model.vocabulary import ActorType, ClaimKind

_GOES_ON = re.compile(
    r", (?:(?:although|though|and|with|including) |"
    r"(?=(?:was|were|is|are|has|have|had|would|will|could|should|did|died) ))"
)
"""Behind a source, what follows this is reported of the same source."""


def find_according(prose: Prose, lexicon: Lexicon) -> list[Attribution]:
    """Speech that is reported ``according to`` its source, or by its own account."""
    found = [_of_source(prose, match, lexicon) for match in lexicon.cues.according.finditer(prose.text)]
    if "'" in prose.text or not _OWNERS.isdisjoint(prose.vocabulary):
        found += [_owned(prose, match, lexicon) for match in lexicon.cues.owned.finditer(prose.text)]
    return [attribution for attribution in found if attribution is not None]


def _of_source(prose: Prose, match: re.Match[str], lexicon: Lexicon) -> Attribution | None:
    """``According to police, ...``: the source stands behind the phrase."""
    first = next((n for n, word in enumerate(prose.words) if word.start >= match.end()), None)
    if first is None:
        return None
    whom = _OBJECTS.get(prose.words[first].text)
    if whom is not None and first + 1 < len(prose.words) and not prose.words[first + 1].wordlike:
        word = prose.words[first]
        span = prose.span(word.start, word.end)
        return _reported(
            prose, match, ActorMention(span, whom, ActorType.PERSON, pronoun=whom, rule="pronoun"), word.end
        )
    end = source_behind(prose, first, lexicon)
    source = read_actor(prose, first, end, lexicon)
    if source is None or not may_speak(source, lexicon):
        return None
    return _reported(prose, match, source, prose.words[end - 1].end)


def _owned(prose: Prose, match: re.Match[str], lexicon: Lexicon) -> Attribution | None:
    """``In the mayor's words, ...``: the source stands inside of the phrase, and commas around it."""
    before = prose.text[: match.start()].rstrip()
    closed = prose.text[match.end() - 1] == "," or prose.text[match.end() :].lstrip()[:1] in ("", ".", ":")
    if not closed or (before and not before.endswith(",")):
        return None
    inside = [n for n, word in enumerate(prose.words) if match.start("owner") <= word.start < match.end("owner")]
    if not inside:
        return None
    whose = _POSSESSIVES.get(prose.words[inside[0]].lower) if len(inside) == 1 else None
    if whose is not None:
        span = prose.span(match.start("owner"), match.end("owner"))
        source: ActorMention | None = ActorMention(span, whose, ActorType.PERSON, pronoun=whose, rule="pronoun")
    else:
        source = read_actor(prose, inside[0], inside[-1] + 1, lexicon)
    if source is None or not may_speak(source, lexicon):
        return None
    return _reported(prose, match, source, match.end() - (prose.text[match.end() - 1] == ","))


def find_sayings(prose: Prose, lexicon: Lexicon) -> list[Attribution]:
    """Speech that a noun reports: ``the ministry's claim that ...``, ``confirmation from the army that ...``."""
    found = []
    words = prose.words
    for number in prose.anchors(lexicon.cues.sayings.keys())[:_MOST_SAYINGS]:
        word = words[number]
        kind = lexicon.cues.sayings.get(word.text)
        if kind is None:
            continue
        that = next((n for n in range(number + 1, min(number + _ORIGIN, len(words))) if words[n].text == "that"), None)
        if that is None:
            continue
        source = _originator(prose, number, that, lexicon)
        if source is None or not may_speak(source, lexicon) or that + 1 >= len(words):
            continue
        end = _clause_end(prose, that + 1, lexicon)
        content = prose.span(words[that + 1].start, words[end - 1].end)
        cue = prose.span(word.start, word.end)
        found.append(
            Attribution(
                source, cue, word.text, (content,), source.span.joined(cue).joined(content), kind, rule="saying"
            )
        )
    return found


_MOST_SAYINGS = 8
"""More nouns of saying than any sentence of prose has."""
_ORIGIN = 9
"""Words between a noun of saying and its ``that``, at most: those of its source."""


def _originator(prose: Prose, noun: int, that: int, lexicon: Lexicon) -> ActorMention | None:
    """Whose words a noun of saying stands for: behind ``from`` or ``by``, or in front of ``'s``."""
    words = prose.words
    if that > noun + 2:
        behind = words[noun + 1].text in ("from", "by")
        return read_actor(prose, noun + 2, that, lexicon) if behind else None
    if that != noun + 1:
        return None
    mark = next((n for n in range(noun - 1, max(-1, noun - 4), -1) if words[n].text == "'s"), None)
    if mark is None:
        return None
    first = phrase_before(words, mark, lexicon)
    if first == mark or (first and words[first - 1].text in lexicon.cues.via_prepositions):
        return None
    return read_actor(prose, first, mark, lexicon)


def _clause_end(prose: Prose, first: int, lexicon: Lexicon) -> int:
    """Index behind the clause that begins at a word: in front of the verb of the sentence itself, or its end."""
    words, grammar = prose.words, lexicon.grammar
    helped = told = False
    for number in range(first, min(len(words), first + _CLAUSE_WORDS)):
        text = words[number].text
        if text in grammar.auxiliaries and text not in ("be", "been", "being"):
            if told:
                return number
            helped = True
        elif helped or text in grammar.verbs or (text.endswith("ed") and number > first):
            told = told or text not in grammar.adverbs
        elif text in (";", ",") and told:
            return number
    return min(len(words), first + _CLAUSE_WORDS)


_CLAUSE_WORDS = 60
"""Words of a clause behind a noun of saying, at most."""
_OBJECTS = {"him": "he", "her": "she", "them": "they"}
_OWNERS = frozenset(("his", "her", "its"))
_POSSESSIVES = {"his": "he", "her": "she", "its": "it"}


def _reported(prose: Prose, match: re.Match[str], source: ActorMention, stop: int) -> Attribution | None:
    """The speech around a phrase that ends at an offset: what follows an opening one, else what precedes."""
    end = len(prose.text.rstrip())
    if match.start() < _OPENING:
        contents = [Span(min(stop + 2, len(prose.text)), end)] if stop + 2 < end else []
    else:
        contents = [Span(0, len(prose.text[: match.start()].rstrip(" ,")))]
        further = _GOES_ON.search(prose.text, stop)
        contents += [Span(further.end(), end)] if further is not None else []
    if not contents or not len(contents[0]):
        return None
    edges = (match.start(), stop, *(edge for content in contents for edge in (content.start, content.end)))
    return Attribution(
        source=source,
        cue=prose.span(match.start(), len(prose.text[: match.end()].rstrip(" ,"))),
        verb=match[0].strip(" ,").lower(),
        contents=tuple(prose.span(content.start, content.end) for content in contents),
        span=prose.span(min(edges), max(edges)),
        kind=ClaimKind.STATEMENT,
        rule="according-to",
    )


_OPENING = 3
"""Code points in front of a phrase that opens its sentence, at most: a quotation mark, a bracket."""
