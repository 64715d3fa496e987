"""The content of reported speech, with the day and the occasion of speaking."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.extract.actors import read_actor
from generator.extract.matching import Prose
from generator.extract.sources import source_behind, subject_of
from generator.lexicon.cues import Cue
from generator.lexicon.lexicon import Lexicon
from generator.lexicon.places import fold_name
from generator.model.mention import ActorMention, Attribution, DayMention
from generator.model.span import Span
from generator.model.vocabulary import ClaimKind


@dataclass(frozen=True, slots=True)
class CueWord:
    """A reporting word in its sentence: indexes of its first word and of the word behind it."""

    verb: str
    cue: Cue
    first: int
    after: int
    start: int
    end: int


_GOES_ON = re.compile(r", (?:although|though|and|with|including) ")
"""Behind a source, what follows this is reported of the same source."""
QUOTE = '"'


def speech_around(
    prose: Prose, cue: CueWord, source: ActorMention, start: int, days: Sequence[DayMention], lexicon: Lexicon
) -> Attribution:
    """Speech whose source stands in front of the cue: content before the source, behind the cue, or both."""
    before = prose.text[:start].rstrip()
    if (
        before.endswith((",", f",{QUOTE}", QUOTE, f"?{QUOTE}", f"!{QUOTE}", "-"))
        and len(before) > 12
        and not _opens_clause(before, lexicon)
    ):
        return speech_behind(prose, cue, source, days, lexicon, start=start, content=Span(0, len(before.rstrip(",-"))))
    return speech_behind(prose, cue, source, days, lexicon, start=start)


def _opens_clause(before: str, lexicon: Lexicon) -> bool:
    """Whether what stands in front of a comma is only an opening phrase (``Across the border in Malawi,``)."""
    words = before.rstrip(",").lower().split()
    if len(words) == 1:
        return True
    grammar = lexicon.grammar
    return words[0] in {*grammar.prepositions, "asked", "speaking", "addressing", "writing"} and not any(
        word in grammar.verbs or word in grammar.auxiliaries for word in words
    )


def speech_behind(
    prose: Prose,
    cue: CueWord,
    source: ActorMention,
    days: Sequence[DayMention],
    lexicon: Lexicon,
    *,
    start: int,
    content: Span | None = None,
) -> Attribution:
    """Speech whose source stands in front of the cue, with what follows the cue; ``content`` is what stood before."""
    at = cue.end
    hearer_span: Span | None = None
    addressed = False
    if cue.cue.told:
        hearer = lexicon.cues.hearer.match(prose.text, cue.end + 1)
        if hearer is not None:
            at = hearer.end()
            hearer_span = prose.span(hearer.start(), hearer.end())
            addressed = hearer[0][0].isupper() and fold_name(hearer[0]) not in lexicon.actors.known
    at, day, via = _tail(prose, at, days, lexicon)
    day = day or _day_near(cue.start, cue.end, prose, days)
    if day is None and cue.cue.kind is not ClaimKind.STATEMENT:
        day = _day_of_act(cue.end, prose, days)
    if day is None:
        day, occasion = _closing_day(prose, cue, days, lexicon)
        via = via or occasion
    contents = [content] if content is not None else []
    rest = prose.text[at:]
    behind = re.match(r"(?:,)? ?(?:that |: ?)?", rest)
    offset = at + (behind.end() if behind else 0)
    tail = re.split(r";(?![^\"]*\"[^\"]*$)", prose.text[offset:], maxsplit=1)[0].rstrip()
    broken = lexicon.cues.breaks.match(tail) is not None
    if tail.strip(" .,;") and not (content is not None and (broken or not (tail[0] == QUOTE or rest.startswith(",")))):
        contents.append(Span(offset, offset + len(tail)))
    end = max([at, *(piece.end for piece in contents)])
    first = min([start, *(piece.start for piece in contents)])
    return Attribution(
        source=source,
        cue=prose.span(cue.start, cue.end),
        verb=cue.verb,
        contents=tuple(prose.span(piece.start, piece.end) for piece in contents),
        span=prose.span(first, end),
        kind=cue.cue.kind,
        day=day,
        via=via or hearer_span,
        addressed=addressed,
        rule="content-first" if content is not None else "source-first",
    )


def speech_inserted(prose: Prose, cue: CueWord, before: int, lexicon: Lexicon) -> Attribution | None:
    """``Relatives drew up a list of 81 people who they say never came home``: the subject answers for it all."""
    source = subject_of(prose, cue.first, lexicon)
    if source is None or prose.words[before].start <= source.span.end - prose.start:
        return None
    edge = prose.text.find(",", cue.end)
    stop = edge if edge >= 0 else len(prose.text.rstrip())
    content = prose.span(source.span.end - prose.start, stop)
    return Attribution(
        source,
        prose.span(cue.start, cue.end),
        cue.verb,
        (content,),
        source.span.joined(content),
        cue.cue.kind,
        rule="inserted",
    )


def speech_inverted(
    prose: Prose, cue: CueWord, source: ActorMention, end: int, days: Sequence[DayMention]
) -> Attribution:
    """Speech whose source stands behind its cue (``..., said the mayor``); ``end`` is the index behind the source."""
    before = prose.text[: cue.start].rstrip(" ,-")
    contents = [Span(0, len(before))]
    stop = prose.words[end - 1].end
    rest = prose.text[stop:]
    quote = rest.find(QUOTE)
    if quote >= 0:
        contents.append(Span(stop + quote, len(prose.text.rstrip())))
    return Attribution(
        source=source,
        cue=prose.span(cue.start, cue.end),
        verb=cue.verb,
        contents=tuple(prose.span(piece.start, piece.end) for piece in contents),
        span=prose.span(0, max(stop, contents[-1].end)),
        kind=cue.cue.kind,
        day=next((d for d in days if 0 <= d.span.start - prose.start - stop <= 2), None),
        rule="inverted",
    )


def find_according(prose: Prose, lexicon: Lexicon) -> list[Attribution]:
    """Speech that is reported ``according to`` its source."""
    found = []
    for match in lexicon.cues.according.finditer(prose.text):
        first = next((n for n, word in enumerate(prose.words) if word.start >= match.end()), None)
        if first is None:
            continue
        end = source_behind(prose, first, lexicon)
        source = read_actor(prose, first, end, lexicon)
        if source is None:
            continue
        stop = prose.words[end - 1].end
        opening = match.start() < 3
        if opening:
            contents = [Span(min(stop + 2, len(prose.text)), len(prose.text.rstrip()))]
        else:
            contents = [Span(0, len(prose.text[: match.start()].rstrip(" ,")))]
            further = _GOES_ON.search(prose.text, stop)
            contents += [Span(further.end(), len(prose.text.rstrip()))] if further is not None else []
        if not len(contents[0]):
            continue
        ends = (match.start(), stop, *(edge for content in contents for edge in (content.start, content.end)))
        found.append(
            Attribution(
                source=source,
                cue=prose.span(match.start(), match.end() - 1),
                verb=match[0].strip().lower(),
                contents=tuple(prose.span(content.start, content.end) for content in contents),
                span=prose.span(min(ends), max(ends)),
                kind=ClaimKind.STATEMENT,
                rule="according-to",
            )
        )
    return found


def _tail(
    prose: Prose, at: int, days: Sequence[DayMention], lexicon: Lexicon
) -> tuple[int, DayMention | None, Span | None]:
    """What stands between cue and content: day, occasion, hearer; offset behind them, the day, the occasion."""
    day: DayMention | None = None
    via: Span | None = None
    moved = True
    while moved:
        moved = False
        rest = prose.text[at:]
        space = len(rest) - len(rest.lstrip(" "))
        for mention in days:
            if mention.span.start - prose.start == at + space and not mention.past:
                day, at, moved = day or mention, mention.span.end - prose.start, True
        if moved:
            continue
        occasion = lexicon.cues.via.match(prose.text, at + space)
        if occasion is not None:
            via, at, moved = via or prose.span(occasion.start(), occasion.end()), occasion.end(), True
    return at, day, via


def _day_near(cue_start: int, cue_end: int, prose: Prose, days: Sequence[DayMention]) -> DayMention | None:
    """The day of speaking: right behind the cue, or right in front of it."""
    for day in days:
        start, end = day.span.start - prose.start, day.span.end - prose.start
        between = (
            prose.text[cue_end:start] if start >= cue_end else prose.text[end:cue_start] if end <= cue_start else None
        )
        if between is not None and not day.past and between in ("", " ", " had ", " also ", " had also "):
            return day
    return None


def _closing_day(
    prose: Prose, cue: CueWord, days: Sequence[DayMention], lexicon: Lexicon
) -> tuple[DayMention | None, Span | None]:
    """The day that stands behind the occasion of speaking, wherever in the sentence (``in a note on Friday``).

    Weak cues (``put the toll at ...``) take the last day of the sentence even without an occasion.
    """
    occasion = lexicon.cues.via.search(prose.text, cue.end)
    span = prose.span(occasion.start(), occasion.end()) if occasion is not None else None
    later = [day for day in days if day.span.start - prose.start > cue.end and not day.past]
    if cue.cue.needs_source:
        return (later[-1] if later else None), span
    joined = next((day for day in later if span is not None and 0 <= day.span.start - span.end <= 1), None)
    return joined, span if joined is not None else None


def _day_of_act(cue_end: int, prose: Prose, days: Sequence[DayMention]) -> DayMention | None:
    """The day of a denial or accusation: named before the next comma (``denied that assertion on Sunday, ...``)."""
    edge = re.compile(r"[,;]| of | for |$").search(prose.text, cue_end)
    stop = prose.start + (edge.start() if edge else len(prose.text))
    return next((day for day in days if prose.start + cue_end <= day.span.start < stop and not day.past), None)
