"""When and on what occasion somebody spoke: the day and the occasion (``in a statement``) beside a reporting word."""

import re
from collections.abc import Sequence

from generator.extract.prose.cuewords import CueWord
from generator.extract.prose.matching import Prose
from generator.lexicon.lexicon import Lexicon
from generator.model.mention import DayMention
from generator.model.span import Span


def skip_occasion(
    prose: Prose, at: int, days: Sequence[DayMention], lexicon: Lexicon
) -> tuple[int, DayMention | None, Span | None]:
    """What stands between cue and content: day, occasion, hearer; offset behind them, the day, the occasion."""
    day: DayMention | None = None
    via: Span | None = None
    moved = bool(days) or _follows_preposition(prose, at, lexicon)
    while moved:
        moved = False
        rest = prose.text[at:]
        space = len(rest) - len(rest.lstrip(" "))
        for mention in days:
            if mention.span.start - prose.start == at + space and not mention.past:
                day, at, moved = day or mention, mention.span.end - prose.start, True
        if moved:
            continue
        here = _HERE.match(rest)
        if here is not None:
            at, moved = at + here.end(), True
            continue
        occasion = _occasion_at(prose, at + space, lexicon)
        if occasion is not None:
            via, at, moved = via or prose.span(occasion.start(), occasion.end()), occasion.end(), True
    return at, day, via


def _follows_preposition(prose: Prose, at: int, lexicon: Lexicon) -> bool:
    """Whether the word at an offset may open an occasion or tell the place of filing."""
    word = prose.text[at + 1 : at + 8].split(" ", 1)[0]
    return word in lexicon.cues.via_prepositions or word.startswith(("here", "there")) or word.endswith(":")


_HERE = re.compile(r" (?:(?:here|there)(?= (?:on|in|that)\b|[.,])|(?:only|simply|merely|bluntly|instead)(?=:))")
"""Where the story was filed (``officials said here on Monday``), or how somebody spoke, behind a cue."""


def _occasion_at(prose: Prose, at: int, lexicon: Lexicon) -> re.Match[str] | None:
    """The occasion of speaking that begins at an offset (``in a statement``)."""
    if lexicon.cues.via_nouns.isdisjoint(prose.vocabulary):
        return None
    word = prose.text[at : at + 8].split(" ", 1)[0]
    return lexicon.cues.via.match(prose.text, at) if word in lexicon.cues.via_prepositions else None


def day_near(cue_start: int, cue_end: int, prose: Prose, days: Sequence[DayMention]) -> DayMention | None:
    """The day of speaking: right behind the cue, or right in front of it."""
    for day in days:
        start, end = day.span.start - prose.start, day.span.end - prose.start
        between = (
            prose.text[cue_end:start] if start >= cue_end else prose.text[end:cue_start] if end <= cue_start else None
        )
        if between is not None and not day.past and between in ("", " ", " had ", " also ", " had also "):
            return day
    return None


def closing_day(
    prose: Prose, cue: CueWord, days: Sequence[DayMention], lexicon: Lexicon
) -> tuple[DayMention | None, Span | None]:
    """The day that stands behind the occasion of speaking, wherever in the sentence (``in a note on Friday``).

    Weak cues (``put the toll at ...``) take the last day of the sentence even without an occasion.
    """
    later = [day for day in days if day.span.start - prose.start > cue.end and not day.past]
    if not later and not cue.cue.needs_source:
        return None, None
    opening = lexicon.cues.via_prepositions
    occasions = (_occasion_at(prose, word.start, lexicon) for word in prose.words[cue.after :] if word.text in opening)
    occasion = next((found for found in occasions if found is not None), None)
    span = prose.span(occasion.start(), occasion.end()) if occasion is not None else None
    if cue.cue.needs_source:
        return (later[-1] if later else None), span
    joined = next((day for day in later if span is not None and 0 <= day.span.start - span.end <= 1), None)
    return joined, span if joined is not None else None


def day_of_act(cue_end: int, prose: Prose, days: Sequence[DayMention]) -> DayMention | None:
    """The day of a denial or accusation: named before the next comma (``denied that assertion on Sunday, ...``)."""
    if not days:
        return None
    edge = _ACT_ENDS.search(prose.text, cue_end)
    stop = prose.start + (edge.start() if edge else len(prose.text))
    return next((day for day in days if prose.start + cue_end <= day.span.start < stop and not day.past), None)


_ACT_ENDS = re.compile(r"[,;]| of | for |$")
