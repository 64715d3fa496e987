"""Speech that a phrase and no verb reports: ``according to``, ``in the words of``, ``by the ministry's count``."""

import re

from generator.extract.actors.actors import read_actor
from generator.extract.actors.speakers import may_speak
from generator.extract.prose.matching import Prose
from generator.extract.speech.sources import source_behind
from generator.lexicon.lexicon import Lexicon
from generator.model.mention import ActorMention, Attribution
from generator.model.span import Span
from generator.model.vocabulary import ActorType, ClaimKind

_GOES_ON = re.compile(r", (?:although|though|and|with|including) ")
"""Behind a source, what follows this is reported of the same source."""


def find_according(prose: Prose, lexicon: Lexicon) -> list[Attribution]:
    """Speech that is reported ``according to`` its source, or by its own account."""
    found = [_of_source(prose, match, lexicon) for match in lexicon.cues.according.finditer(prose.text)]
    found += [_owned(prose, match, lexicon) for match in lexicon.cues.owned.finditer(prose.text)]
    return [attribution for attribution in found if attribution is not None]


def _of_source(prose: Prose, match: re.Match[str], lexicon: Lexicon) -> Attribution | None:
    """``According to police, ...``: the source stands behind the phrase."""
    first = next((n for n, word in enumerate(prose.words) if word.start >= match.end()), None)
    if first is None:
        return None
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
