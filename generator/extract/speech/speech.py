"""The content of reported speech, with the day and the occasion of speaking."""

import re
from collections.abc import Sequence

from generator.extract.prose.cuewords import CueWord
from generator.extract.prose.matching import Prose
from generator.extract.speech.occasions import closing_day, day_near, day_of_act, skip_occasion
from generator.extract.speech.openers import subject_of
from generator.lexicon.lexicon import Lexicon
from generator.lexicon.places import fold_name
from generator.model.mention import ActorMention, Attribution, DayMention
from generator.model.span import Span
from generator.model.vocabulary import ClaimKind

QUOTE = '"'
_GOES_ON_QUOTED = re.compile(r'(?:but|and|though|although)(?: that)? "')
"""Behind the cue, a conjunction and a quotation of the same speech."""
_GOES_ON_VERB = re.compile(r",? ?, (?=(?:was|were|is|are|has|have|had|would|will|could|should|did|and) )")
"""Behind a source that stands inside of what it says (``The bridge, says N. N., was safe``)."""
_LEAST = 12
"""Code points that reported words in front of their source have at least."""
_OPENERS = frozenset(
    ("asked", "speaking", "addressing", "writing", "when", "while", "because", "although", "if", "once")
)
_COUNTING = frozenset(("least", "most", "many", "few", "two", "three", "dozen"))
"""Behind a preposition: a figure begins (``at least``)."""
_BEHIND = re.compile(r",? ?(?:that |: ?)?")
_ALL_THIS = re.compile(r"(?:this|these|so much)(?: (?:to|in|on|at|during|while|when|through|via|after|by|as)\b.*)?\.?$")
"""Behind a cue: what was told stands in other sentences (``disclosed this in a statement``)."""
_POINTERS = ("this", "these", "so much")
_DIVIDED = re.compile(r";(?![^\"]*\"[^\"]*$)")


def speech_around(
    prose: Prose, cue: CueWord, source: ActorMention, start: int, days: Sequence[DayMention], lexicon: Lexicon
) -> Attribution:
    """Speech whose source stands in front of the cue: content before the source, behind the cue, or both."""
    before = prose.text[:start].rstrip()
    if not before.endswith((",", QUOTE, "?", "!", "-")):
        return speech_behind(prose, cue, source, days, lexicon, start=start)
    after = skip_occasion(prose, _behind_hearer(prose, cue, lexicon), days, lexicon)[0]
    if before.endswith(",") and " " in before and _GOES_ON_VERB.match(prose.text, after):
        return speech_behind(prose, cue, source, days, lexicon, start=start, content=Span(0, len(before) - 1))
    if len(before) > _LEAST and _closes_speech(prose, before, after, lexicon):
        return speech_behind(prose, cue, source, days, lexicon, start=start, content=Span(0, len(before.rstrip(",-"))))
    return speech_behind(prose, cue, source, days, lexicon, start=start)


def _behind_hearer(prose: Prose, cue: CueWord, lexicon: Lexicon) -> int:
    """Offset behind the cue and whom it addresses."""
    hearer = lexicon.cues.hearer.match(prose.text, cue.end + 1) if cue.cue.told else None
    return hearer.end() if hearer is not None else cue.end


def _closes_speech(prose: Prose, before: str, after: int, lexicon: Lexicon) -> bool:
    """Whether what stands in front of the source is what it says: a quotation, or a clause with none behind the cue."""
    if before.endswith((QUOTE, "?", "!")):
        return True
    words = before.rstrip(",-").lower().split()
    if len(words) == 1:
        return False
    grammar = lexicon.grammar
    told = any(word in grammar.verbs or word in grammar.auxiliaries for word in words)
    counted = len(words) > 1 and (words[1] in _COUNTING or words[1][0].isdigit())
    if not told and not counted and (words[0] in grammar.prepositions or words[0] in _OPENERS):
        return False
    return not _opens_content(prose, after, lexicon)


def _opens_content(prose: Prose, after: int, lexicon: Lexicon) -> bool:
    """Whether a clause, a phrase or a quotation that may be reported stands at an offset."""
    word = next((word for word in prose.words if word.start >= after), None)
    if word is None:
        return False
    text = word.lower
    if text in ("that", QUOTE):
        return True
    if text == ":":
        return word.end < len(prose.text)
    grammar = lexicon.grammar
    if text in lexicon.cues.via_prepositions and not _has_clause(prose, word.end, lexicon):
        return False
    return word.wordlike and (
        text in grammar.determiners or text in grammar.pronouns or text not in grammar.function_words
    )


def _has_clause(prose: Prose, at: int, lexicon: Lexicon) -> bool:
    """Whether a verb with a tense or a quotation stands behind an offset."""
    grammar = lexicon.grammar
    return any(
        word.text in grammar.auxiliaries or word.text in grammar.verbs or word.text == QUOTE
        for word in prose.words
        if word.start >= at
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
            addressed = hearer[0][0].isupper() and not _is_medium(hearer[0], lexicon)
    at, day, via = skip_occasion(prose, at, days, lexicon)
    day = day or day_near(cue.start, cue.end, prose, days)
    if day is None and cue.cue.kind is not ClaimKind.STATEMENT:
        day = day_of_act(cue.end, prose, days)
    if day is None:
        day, occasion = closing_day(prose, cue, days, lexicon)
        via = via or occasion
    rest = prose.text[at:]
    behind = _BEHIND.match(rest)
    offset = at + (behind.end() if behind else 0)
    tail = rest[offset - at :]
    tail = _DIVIDED.split(tail, maxsplit=1)[0].rstrip() if ";" in tail else tail.rstrip()
    end = at
    told = bool(tail.strip(" .,;")) and not (tail.startswith(_POINTERS) and _ALL_THIS.match(tail))
    if told and content is not None:
        broken = lexicon.cues.breaks.match(tail) is not None or _is_aside(tail)
        joined = _GOES_ON_QUOTED.match(tail) if broken else None
        if joined is not None:
            offset, tail, broken = offset + joined.end() - 1, tail[joined.end() - 1 :], False
        told = not broken and (tail[0] == QUOTE or rest.startswith(","))
    contents = [prose.span(content.start, content.end)] if content is not None else []
    if told:
        end = max(at, offset + len(tail))
        contents.append(prose.span(offset, offset + len(tail)))
    first = start if content is None else min(start, content.start)
    return Attribution(
        source=source,
        cue=prose.span(cue.start, cue.end),
        verb=cue.verb,
        contents=tuple(contents),
        span=prose.span(first, end),
        kind=cue.cue.kind,
        day=day,
        via=via or hearer_span,
        addressed=addressed,
        rule="content-first" if content is not None else "source-first",
    )


def _is_aside(tail: str) -> bool:
    """Whether a participle opens what stands behind the cue and its comma: it tells what the speaker did meanwhile."""
    return tail.split(" ", 1)[0].rstrip(",.") in _MEANWHILE


_MEANWHILE = frozenset(
    word
    for line in (
        "standing sitting pointing holding shaking weeping crying sobbing clutching looking speaking gesturing choking",
        "smiling referring wiping staring lying walking kneeling leaning nodding shrugging laughing fighting waiting",
        "gazing surveying cradling wearing breaking struggling trembling searching using citing quoting",
    )
    for word in line.split()
)
"""What a speaker does in speaking; of other participles the speech tells (``..., residents said, killing two``)."""


def _is_medium(hearer: str, lexicon: Lexicon) -> bool:
    """Whether somebody spoke to an agency or a station, and not to a person who might be meant by the next ``he``."""
    last = hearer.rpartition(" ")[2].lower()
    if (hearer.isupper() and len(hearer) > 1) or (" " not in hearer and hearer not in _HEARERS):
        return True
    return (
        fold_name(hearer) in lexicon.actors.known
        or last in lexicon.actors.heads
        or any(word in _MEDIA or word.endswith(_MEDIA_ENDINGS) for word in hearer.lower().split())
    )


_HEARERS = frozenset(("him", "her", "them", "us", "me"))
_MEDIA = frozenset(
    word
    for line in (
        "agency tv news newspaper times station post herald journal wire radio television channel press gazette",
        "tribune daily weekly broadcaster broadcasting network magazine website outlet telegraph guardian observer",
        "standard monitor mirror courier chronicle media fm globo today",
    )
    for word in line.split()
)
_MEDIA_ENDINGS = ("news", "post", "press", "tv", "fm", "times", "wire", "log", "cast", "line")
"""Words of the names of agencies, stations and papers, and the ends of such names (``Nordpress``)."""


def speech_inserted(prose: Prose, cue: CueWord, before: int, lexicon: Lexicon) -> Attribution | None:
    """``Fishermen named six boats which they say never sailed``: the subject answers for it all."""
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
    quote = prose.text.find(QUOTE, stop)
    further = _GOES_ON_VERB.match(prose.text, stop)
    if quote >= 0:
        contents.append(Span(quote, len(prose.text.rstrip())))
    elif further is not None:
        contents.append(Span(further.end(), len(prose.text.rstrip())))
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
