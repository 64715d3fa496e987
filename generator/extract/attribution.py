"""Reported speech: source, cue and content (PARC), found from the reporting word outwards."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from generator.extract.actors import read_actor
from generator.extract.bounds import bounded, quoted_ranges
from generator.extract.matching import Prose, Word
from generator.extract.sources import closing_name, source_before, source_behind, subject_of
from generator.extract.speech import (
    QUOTE,
    CueWord,
    find_according,
    speech_around,
    speech_behind,
    speech_inserted,
    speech_inverted,
)
from generator.lexicon.lexicon import Lexicon
from generator.model.mention import Attribution, DayMention

_ASIDE = frozenset(
    (
        "also",
        "later",
        "earlier",
        "then",
        "had",
        "has",
        "have",
        "previously",
        "separately",
        "again",
        "only",
        "initially",
        "reportedly",
        "still",
        "further",
        "immediately",
        "strongly",
        "categorically",
        "swiftly",
        "quickly",
    )
)


_PARTICIPLES = (
    "saying",
    "adding",
    "accusing",
    "blaming",
    "denying",
    "warning",
    "urging",
    "demanding",
    "condemning",
    "telling",
    "reporting",
    "rejecting",
    "confirming",
    "announcing",
    "noting",
    "stating",
    "dismissing",
)


_PASSIVE = frozenset(("is", "are", "was", "were", "be", "been", "being", "to", "not", "never"))


_MOST_CUES = 24
"""More reporting words than any sentence of prose has."""
_NOUNS = frozenset(("reports", "claims", "states", "notes", "puts", "posts", "counts", "estimates"))
"""Reporting words that are nouns as well."""


_TAKES = re.compile(r" (?:the lives|responsibility|credit|at least|more than|[0-9]|\w+ lives)")
"""Behind ``claimed``: it took lives or responsibility, and reports nothing."""


def find_attributions(prose: Prose, days: Sequence[DayMention], lexicon: Lexicon) -> tuple[Attribution, ...]:
    """All reported speech of a sentence, in order of the reporting words."""
    if lexicon.cues.triggers.isdisjoint(prose.vocabulary):
        return ()
    found: list[Attribution] = []
    quoted = quoted_ranges(prose.text)
    for cue in _cues(prose, lexicon):
        if any(start < cue.start < end for start, end in quoted):
            continue
        attribution = _read(prose, cue, days, found[-1] if found else None, lexicon)
        if attribution is not None:
            found.append(attribution)
    found = [a for a in found if not _is_vouched_for(a, found, lexicon)] + find_according(prose, lexicon)
    found.sort(key=lambda attribution: attribution.cue)
    return tuple(bounded(prose, attribution, found, quoted) for attribution in found)


def _is_vouched_for(attribution: Attribution, others: Sequence[Attribution], lexicon: Lexicon) -> bool:
    """Whether a weak cue (``its teams had counted``) stands inside what somebody else says."""
    if not lexicon.cues.verbs[attribution.verb].needs_source:
        return False
    return any(
        other is not attribution and any(content.covers(attribution.cue) for content in other.contents)
        for other in others
    )


def _cues(prose: Prose, lexicon: Lexicon) -> list[CueWord]:
    cues = []
    index = {word.start: number for number, word in enumerate(prose.words)}
    for match in islice(lexicon.cues.pattern.finditer(prose.text), _MOST_CUES):
        first = index.get(match.start())
        if first is None:
            continue
        after = next(
            (number for number in range(first, len(prose.words)) if prose.words[number].start >= match.end()),
            len(prose.words),
        )
        verb = match[0].lower()
        cues.append(CueWord(verb, lexicon.cues.verbs[verb], first, after, match.start(), match.end()))
    return cues


def _read(
    prose: Prose, cue: CueWord, days: Sequence[DayMention], last: Attribution | None, lexicon: Lexicon
) -> Attribution | None:
    if cue.verb.startswith("claim") and _TAKES.match(prose.text, cue.end):
        return None
    if cue.verb in _NOUNS and cue.first and _is_noun_there(prose.words[cue.first - 1], lexicon):
        return None
    left, earlier = _skip_left(prose, cue.first, days)
    before = prose.words[left - 1] if left else None
    if before is not None and before.text.lower() in _PASSIVE and cue.verb not in _PARTICIPLES:
        return None
    if before is not None and before.text.lower() in ("and", "but") and last is not None and last.source is not None:
        return speech_behind(prose, cue, last.source, days, lexicon, start=cue.start)
    if cue.verb in _PARTICIPLES and (
        before is None or before.text in (",", "-") or before.text.lower() in ("statement", "and")
    ):
        source = last.source if last is not None else subject_of(prose, cue.first, lexicon)
        return speech_behind(prose, cue, source, days, lexicon, start=cue.start) if source is not None else None
    if cue.cue.inverted and _is_inverted(prose, cue, before, lexicon):
        end = source_behind(prose, cue.after, lexicon)
        source = read_actor(prose, cue.after, end, lexicon)
        if source is not None:
            return speech_inverted(prose, cue, source, end, days)
    relative = before is not None and before.text.lower() == "who"
    left -= relative
    source_start, end = source_before(prose, left, lexicon)
    source = read_actor(prose, source_start, end, lexicon) or closing_name(prose, source_start, end, lexicon)
    if source is None:
        return None
    if source.pronoun == "they" and source_start and prose.words[source_start - 1].text in ("who", "which"):
        return speech_inserted(prose, cue, source_start, lexicon)
    start = prose.words[source_start].start
    if relative:
        return speech_behind(prose, cue, source, days, lexicon, start=start)
    attribution = speech_around(prose, cue, source, start, days, lexicon)
    return replace(attribution, earlier=earlier)


def _skip_left(prose: Prose, index: int, days: Sequence[DayMention]) -> tuple[int, bool]:
    """Index behind the source, without adverbs, auxiliaries and a day in front of the cue; whether it is pluperfect."""
    earlier = False
    at = index
    while at > 0:
        word = prose.words[at - 1]
        text = word.text.lower()
        if text in _ASIDE or (text.endswith("ly") and text not in ("family", "assembly")):
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


def _is_inverted(prose: Prose, cue: CueWord, before: Word | None, lexicon: Lexicon) -> bool:
    """Whether the source stands behind the cue: ``..., said the mayor``."""
    if before is not None and before.text not in (",", QUOTE, "-", "?", "!"):
        return False
    if cue.after >= len(prose.words) or before is None:
        return False
    following = prose.words[cue.after]
    if not following.wordlike or following.text.lower() in (
        "that",
        "in",
        "on",
        "at",
        "by",
        "it",
        "he",
        "she",
        "they",
        "there",
    ):
        return False
    if before.text == QUOTE:
        return True
    if before.text == "," and source_before(prose, cue.first, lexicon)[0] == 0:
        return False
    rest = re.split(r"[\",;]", prose.text[cue.end :], maxsplit=1)[0].lower().split()
    return not any(
        word.strip(".") in lexicon.grammar.auxiliaries or word.strip(".") in lexicon.grammar.verbs for word in rest[1:]
    )


def _is_noun_there(before: Word, lexicon: Lexicon) -> bool:
    """Whether ``reports`` or ``claims`` behind a word is a noun (``rejected reports``, ``news reports``)."""
    text = before.text.lower()
    grammar = lexicon.grammar
    closed = text in grammar.determiners or text in grammar.prepositions or text in grammar.conjunctions
    return closed or text in lexicon.cues.verbs or text.endswith(("ed", "ing", "ial", "media", "news", "press"))
