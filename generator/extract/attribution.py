"""Reported speech: source, cue and content (PARC), found from the reporting word outwards."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.extract.actors import appositions, phrase_after, phrase_before, read_actor
from generator.extract.matching import Prose, Word
from generator.lexicon.cues import Cue
from generator.lexicon.lexicon import Lexicon
from generator.model.mention import ActorMention, Attribution, DayMention
from generator.model.span import Span
from generator.model.vocabulary import ClaimKind, Form

_ASIDE = frozenset(("also", "later", "earlier", "then", "had", "has", "have", "previously", "separately", "again", "only", "initially", "reportedly", "still", "further", "immediately", "strongly", "categorically", "swiftly", "quickly"))
_PARTICIPLES = ("saying", "adding", "accusing", "blaming", "denying", "warning", "urging", "demanding", "condemning", "telling", "reporting", "rejecting", "confirming", "announcing", "noting", "stating", "dismissing")
_PASSIVE = frozenset(("is", "are", "was", "were", "be", "been", "being", "to", "not", "never"))
_TAKES = re.compile(r" (?:the lives|responsibility|credit|at least|more than|[0-9]|\w+ lives)")
"""Behind ``claimed``: it took lives or responsibility, and reports nothing."""
_QUOTE = '"'


@dataclass(frozen=True, slots=True)
class _Cue:
    """A reporting word in its sentence: indexes of its first word and of the word behind it."""

    verb: str
    cue: Cue
    first: int
    after: int
    start: int
    end: int


def find_attributions(prose: Prose, days: Sequence[DayMention], lexicon: Lexicon) -> tuple[Attribution, ...]:
    """All reported speech of a sentence, in order of the reporting words."""
    if lexicon.cues.triggers.isdisjoint(prose.vocabulary):
        return ()
    found: list[Attribution] = []
    quoted = _quoted(prose.text)
    for cue in _cues(prose, lexicon):
        if any(start < cue.start < end for start, end in quoted):
            continue
        attribution = _read(prose, cue, days, found[-1] if found else None, lexicon)
        if attribution is not None:
            found.append(attribution)
    found = [a for a in found if not _is_vouched_for(a, found, lexicon)] + _according(prose, lexicon)
    found.sort(key=lambda attribution: attribution.cue)
    return tuple(_bounded(prose, attribution, found, quoted) for attribution in found)


def _is_vouched_for(attribution: Attribution, others: Sequence[Attribution], lexicon: Lexicon) -> bool:
    """Whether a weak cue (``its teams had counted``) stands inside what somebody else says."""
    if not lexicon.cues.verbs[attribution.verb].needs_source:
        return False
    return any(other is not attribution and any(content.covers(attribution.cue) for content in other.contents) for other in others)


def _quoted(text: str) -> tuple[tuple[int, int], ...]:
    """Ranges between direct quotation marks; an open quotation runs to the end."""
    marks = [match.start() for match in re.finditer(_QUOTE, text)]
    pairs = list(zip(marks[::2], marks[1::2], strict=False))
    return tuple(pairs + ([(marks[-1], len(text))] if len(marks) % 2 else []))


def _cues(prose: Prose, lexicon: Lexicon) -> list[_Cue]:
    cues = []
    index = {word.start: number for number, word in enumerate(prose.words)}
    for match in lexicon.cues.pattern.finditer(prose.text):
        first = index.get(match.start())
        if first is None:
            continue
        after = next((number for number in range(first, len(prose.words)) if prose.words[number].start >= match.end()), len(prose.words))
        verb = match[0].lower()
        cues.append(_Cue(verb, lexicon.cues.verbs[verb], first, after, match.start(), match.end()))
    return cues


def _read(prose: Prose, cue: _Cue, days: Sequence[DayMention], last: Attribution | None, lexicon: Lexicon) -> Attribution | None:
    if cue.verb.startswith("claim") and _TAKES.match(prose.text, cue.end):
        return None
    left, earlier = _skip_left(prose, cue.first, days)
    before = prose.words[left - 1] if left else None
    if before is not None and before.text.lower() in _PASSIVE and cue.verb not in _PARTICIPLES:
        return None
    if before is not None and before.text.lower() in ("and", "but") and last is not None and last.source is not None:
        return _behind(prose, cue, last.source, days, lexicon, start=cue.start)
    if cue.verb in _PARTICIPLES and (before is None or before.text in (",", "-") or before.text.lower() in ("statement", "and")):
        source = last.source if last is not None else _subject(prose, cue, lexicon)
        return _behind(prose, cue, source, days, lexicon, start=cue.start) if source is not None else None
    if cue.cue.inverted and _is_inverted(prose, cue, before, lexicon):
        end = source_behind(prose, cue.after, lexicon)
        source = read_actor(prose, cue.after, end, lexicon)
        if source is not None:
            return _inverted(prose, cue, source, end, days)
    if before is not None and before.text.lower() == "who":
        left -= 1
    source_start, end = source_before(prose, left, lexicon)
    source = read_actor(prose, source_start, end, lexicon) or _last_name(prose, source_start, end, lexicon)
    if source is None:
        return None
    if source.pronoun == "they" and source_start and prose.words[source_start - 1].text in ("who", "which"):
        return _inserted(prose, cue, source_start, lexicon)
    start = prose.words[source_start].start
    attribution = _around(prose, cue, source, start, days, lexicon)
    return replace(attribution, earlier=earlier)


def source_before(prose: Prose, left: int, lexicon: Lexicon) -> tuple[int, int]:
    """Indexes of the first word of the source that ends in front of word ``left``, and behind its last word."""
    end = left
    while end and prose.words[end - 1].text == ",":
        end -= 1
    first = phrase_before(prose.words, end, lexicon)
    return _whole_source(prose, first, end, left, lexicon), end


def _last_name(prose: Prose, start: int, end: int, lexicon: Lexicon) -> ActorMention | None:
    """``an assertion Tashkent rejected``: the known name that closes a phrase which names no party as a whole."""
    if end - start < 2 or not prose.words[end - 1].capital:  # noqa: PLR2004 - a noun and a name
        return None
    source = read_actor(prose, end - 1, end, lexicon)
    return source if source is not None and source.rule in ("country", "known-actor") else None


def _inserted(prose: Prose, cue: _Cue, before: int, lexicon: Lexicon) -> Attribution | None:
    """``Relatives drew up a list of 81 people who they say never came home``: the subject answers for it all."""
    source = _subject(prose, cue, lexicon)
    if source is None or prose.words[before].start <= source.span.end - prose.start:
        return None
    edge = prose.text.find(",", cue.end)
    stop = edge if edge >= 0 else len(prose.text.rstrip())
    content = prose.span(source.span.end - prose.start, stop)
    return Attribution(source, prose.span(cue.start, cue.end), cue.verb, (content,), source.span.joined(content), cue.cue.kind, rule="inserted")


def _skip_left(prose: Prose, index: int, days: Sequence[DayMention]) -> tuple[int, bool]:
    """Index behind the source, adverbs, auxiliaries and a day in front of the cue left out; whether it is pluperfect."""
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


def _is_inverted(prose: Prose, cue: _Cue, before: Word | None, lexicon: Lexicon) -> bool:
    """Whether the source stands behind the cue: ``..., said the mayor``."""
    if before is not None and before.text not in (",", _QUOTE, "-", "?", "!"):
        return False
    if cue.after >= len(prose.words) or before is None:
        return False
    following = prose.words[cue.after]
    if not following.wordlike or following.text.lower() in ("that", "in", "on", "at", "by", "it", "he", "she", "they", "there"):
        return False
    if before.text == _QUOTE:
        return True
    if before.text == "," and source_before(prose, cue.first, lexicon)[0] == 0:
        return False
    rest = re.split(r"[\",;]", prose.text[cue.end :], maxsplit=1)[0].lower().split()
    return not any(word.strip(".") in lexicon.grammar.auxiliaries or word.strip(".") in lexicon.grammar.verbs for word in rest[1:])


def source_behind(prose: Prose, start: int, lexicon: Lexicon) -> int:
    """Index behind a source that begins at word ``start``, appositions included."""
    end = phrase_after(prose.words, start, lexicon)
    for _ in range(4):
        if end + 1 >= len(prose.words) or prose.words[end].text != ",":
            return end
        following = prose.words[end + 1].text
        if following.isdigit():
            end += 2
            continue
        further = phrase_after(prose.words, end + 1, lexicon)
        plain = following.lower() in ("a", "an", "the", "regional", "deputy", "head", "its", "one") or following[0].isupper() or further - end > 1
        if further <= end + 1 or not plain or following.lower() in ("who", "which", "adding", "as"):
            return end
        end = further
    return end


def _whole_source(prose: Prose, first: int, end: int, left: int, lexicon: Lexicon) -> int:
    """Index where the source begins when appositions or a relative clause stand inside it."""
    words = prose.words
    if end < left and words[end].text == ",":
        comma = max((n for n in range(end - 1) if words[n].text == ","), default=None)
        if comma is None:
            return first
        inner = words[comma + 1].text.lower()
        told_apart = first == comma + 1 or inner in ("who", "which", "a", "an", "the", "whose", "for", "speaking", "one", "when", "asked") or inner.isdigit()
        if not told_apart:
            return first
        start = phrase_before(words, comma, lexicon)
        start = start if start < comma else first
        if start >= 2 and words[start - 1].text == "," and words[start].text.isdigit():  # noqa: PLR2004 - an age between commas
            start = min(start, phrase_before(words, start - 1, lexicon))
        return start
    if first < end and words[first].capital and first >= 2 and words[first - 1].text == "," and not prose.text[: words[first].start].rstrip(", ").endswith(_QUOTE):  # noqa: PLR2004
        return first
    return first


def _subject(prose: Prose, cue: _Cue, lexicon: Lexicon) -> ActorMention | None:
    """The party that opens the sentence, for a participle that has no other source (``..., accusing rivals``)."""
    end = phrase_after(prose.words, 0, lexicon)
    whole = source_behind(prose, 0, lexicon) if end < len(prose.words) and prose.words[end].text == "," else end
    return read_actor(prose, 0, min(whole, cue.first), lexicon) if end else None


def _day_near(cue_start: int, cue_end: int, prose: Prose, days: Sequence[DayMention]) -> DayMention | None:
    """The day of speaking: right behind the cue, or right in front of it."""
    for day in days:
        start, end = day.span.start - prose.start, day.span.end - prose.start
        between = prose.text[cue_end:start] if start >= cue_end else prose.text[end:cue_start] if end <= cue_start else None
        if between is not None and not day.past and between in ("", " ", " had ", " also ", " had also "):
            return day
    return None


def _day_of_act(cue_end: int, prose: Prose, days: Sequence[DayMention]) -> DayMention | None:
    """The day of a denial or accusation: named before the next comma (``denied that assertion on Sunday, ...``)."""
    edge = re.compile(r"[,;]| of | for |$").search(prose.text, cue_end)
    stop = prose.start + (edge.start() if edge else len(prose.text))
    return next((day for day in days if prose.start + cue_end <= day.span.start < stop and not day.past), None)


def _tail(prose: Prose, at: int, days: Sequence[DayMention], lexicon: Lexicon) -> tuple[int, DayMention | None, Span | None]:
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


def _around(prose: Prose, cue: _Cue, source: ActorMention, start: int, days: Sequence[DayMention], lexicon: Lexicon) -> Attribution:
    """Speech whose source stands in front of the cue: content before the source, behind the cue, or both."""
    before = prose.text[:start].rstrip()
    if before.endswith((",", f",{_QUOTE}", _QUOTE, f"?{_QUOTE}", f"!{_QUOTE}", "-")) and len(before) > 12 and not _opens_clause(before, lexicon):  # noqa: PLR2004 - a real content is longer
        return _behind(prose, cue, source, days, lexicon, start=start, content=Span(0, len(before.rstrip(",-"))))
    return _behind(prose, cue, source, days, lexicon, start=start)


def _opens_clause(before: str, lexicon: Lexicon) -> bool:
    """Whether what stands in front of a comma is only an opening phrase (``Across the border in Malawi,``, ``But,``)."""
    words = before.rstrip(",").lower().split()
    if len(words) == 1:
        return True
    grammar = lexicon.grammar
    return words[0] in grammar.prepositions and not any(word in grammar.verbs or word in grammar.auxiliaries for word in words)


def _behind(
    prose: Prose, cue: _Cue, source: ActorMention, days: Sequence[DayMention], lexicon: Lexicon, *, start: int, content: Span | None = None
) -> Attribution:
    at = cue.end
    hearer_span: Span | None = None
    if cue.cue.told:
        hearer = lexicon.cues.hearer.match(prose.text, cue.end + 1)
        if hearer is not None:
            at = hearer.end()
            hearer_span = prose.span(hearer.start(), hearer.end())
    at, day, via = _tail(prose, at, days, lexicon)
    day = day or _day_near(cue.start, cue.end, prose, days)
    if day is None and cue.cue.kind is not ClaimKind.STATEMENT:
        day = _day_of_act(cue.end, prose, days)
    if cue.cue.needs_source:
        day = day or next((mention for mention in reversed(days) if mention.span.start - prose.start > cue.end and not mention.past), None)
        occasion = lexicon.cues.via.search(prose.text, cue.end)
        via = via or (prose.span(occasion.start(), occasion.end()) if occasion else None)
    contents = [content] if content is not None else []
    rest = prose.text[at:]
    behind = re.match(r"(?:,)? ?(?:that |: ?)?", rest)
    offset = at + (behind.end() if behind else 0)
    tail = re.split(r";(?![^\"]*\"[^\"]*$)", prose.text[offset:], maxsplit=1)[0].rstrip()
    broken = lexicon.cues.breaks.match(tail) is not None
    if tail.strip(" .,;") and not (content is not None and (broken or not (tail[0] == _QUOTE or rest.startswith(",")))):
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
        rule="content-first" if content is not None else "source-first",
    )


def _inverted(prose: Prose, cue: _Cue, source: ActorMention, end: int, days: Sequence[DayMention]) -> Attribution:
    before = prose.text[: cue.start].rstrip(" ,-")
    contents = [Span(0, len(before))]
    stop = prose.words[end - 1].end
    rest = prose.text[stop:]
    quote = rest.find(_QUOTE)
    if quote >= 0:
        contents.append(Span(stop + quote, len(prose.text.rstrip())))
    return Attribution(
        source=source,
        cue=prose.span(cue.start, cue.end),
        verb=cue.verb,
        contents=tuple(prose.span(piece.start, piece.end) for piece in contents),
        span=prose.span(0, max(stop, contents[-1].end)),
        kind=cue.cue.kind,
        day=next((d for d in days if 0 <= d.span.start - prose.start - stop <= 2), None),  # noqa: PLR2004 - a space and a comma
        rule="inverted",
    )


def _according(prose: Prose, lexicon: Lexicon) -> list[Attribution]:
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
        opening = match.start() < 3  # noqa: PLR2004 - a quotation mark may open the sentence
        content = Span(min(stop + 2, len(prose.text)), len(prose.text.rstrip())) if opening else Span(0, len(prose.text[: match.start()].rstrip(" ,")))
        if not len(content):
            continue
        found.append(
            Attribution(
                source=source,
                cue=prose.span(match.start(), match.end() - 1),
                verb=match[0].strip().lower(),
                contents=(prose.span(content.start, content.end),),
                span=prose.span(min(content.start, match.start()), max(content.end, stop)),
                kind=ClaimKind.STATEMENT,
                rule="according-to",
            )
        )
    return found


_CLAUSE = re.compile(r",? (?:but|while|whereas|although|though|; |and) \Z|; \Z")


def _bounded(prose: Prose, attribution: Attribution, others: Sequence[Attribution], quoted: Sequence[tuple[int, int]]) -> Attribution:
    """The same with its contents cut where the next speaker begins, and with its form."""
    contents = []
    for content in attribution.contents:
        start, end = content.start, content.end
        for other in others:
            if other is attribution or other.source is None:
                continue
            edge = min(other.source.span.start, other.cue.start)
            if start < edge < end and attribution.cue.start < edge and other.source.span != (attribution.source.span if attribution.source else None):
                end = min(end, edge - len(_lead(prose, edge)))
            if other.cue.end <= attribution.cue.start and start < other.cue.end:
                start = max(start, _clause_start(prose, other, attribution))
        if end > start:
            contents.append(Span(start, end))
    contents = contents or list(attribution.contents[:1]) or [prose.span(start, min(end + 1, len(prose.text))) for start, end in quoted[:1]]
    first = min([attribution.cue.start, *(c.start for c in contents), *([attribution.source.span.start] if attribution.source and attribution.source.span.start > 0 else [])])
    tail = [piece.end for piece in (attribution.via, attribution.day.span if attribution.day else None) if piece is not None]
    last = max([attribution.cue.end, *(c.end for c in contents), *tail, attribution.span.end if attribution.rule not in ("source-first", "inserted") else 0])
    inside = [any(s <= c.start - prose.start + 1 and c.end - prose.start <= e + 2 for s, e in quoted) for c in contents]
    partly = any(s < c.end - prose.start and c.start - prose.start < e for c in contents for s, e in quoted)
    form = Form.DIRECT if contents and all(inside) else Form.MIXED if partly else Form.INDIRECT
    return replace(attribution, contents=tuple(contents), span=Span(min(first, last), last), form=form)


def _lead(prose: Prose, edge: int) -> str:
    """The comma and conjunction in front of the next speaker."""
    found = _CLAUSE.search(prose.text[: edge - prose.start])
    return found[0] if found else ""


def _clause_start(prose: Prose, other: Attribution, attribution: Attribution) -> int:
    """Where the later speech's content can begin at the earliest: behind the earlier one's clause."""
    between = prose.text[other.cue.end - prose.start : attribution.cue.start - prose.start]
    joint = max(between.rfind(", but "), between.rfind(", while "), between.rfind("; "), between.rfind(", and "))
    return other.cue.end + joint + 2 if joint >= 0 else other.span.start
