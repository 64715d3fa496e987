"""Speech that no subject reports: passives with their agent, quotations of quotations, a name and a colon."""

import re
from collections.abc import Sequence

from generator.extract.actors.actors import read_actor
from generator.extract.actors.speakers import may_speak
from generator.extract.prose.cuewords import BE, CueWord
from generator.extract.prose.matching import Prose
from generator.extract.prose.nounphrases import phrase_before
from generator.extract.speech.openers import subject_of
from generator.extract.speech.sources import find_source, source_behind
from generator.extract.speech.speech import QUOTE, speech_behind
from generator.lexicon.lexicon import Lexicon
from generator.model.mention import ActorMention, Attribution, DayMention
from generator.model.span import Span
from generator.model.vocabulary import ActorType, ClaimKind

_AGENT_REACH = 8
"""Words between a passive and its ``by``."""
_COLON = re.compile(r': ?"')
DASH = " - "
_CREDIT_WORDS = 8
"""Words of a source behind a dash, at most."""
_STAMP = re.compile(r"(?:[0-9]{1,2}[:.h][0-9]{2}(?: ?[A-Z]{2,4})? ?-? )?")


def speech_by(prose: Prose, cue: CueWord, auxiliary: int, lexicon: Lexicon) -> Attribution | None:
    """``The toll was confirmed by the mayor``: the agent behind ``by`` speaks; ``was said to`` names nobody."""
    words = prose.words
    if cue.cue.told or cue.cue.clause:
        return None
    by = next(
        (n for n in range(cue.after, min(len(words), cue.after + _AGENT_REACH)) if words[n].text in ("by", ",", ";")),
        None,
    )
    if by is None or words[by].text != "by" or by + 1 >= len(words):
        return None
    end = source_behind(prose, by + 1, lexicon)
    source = read_actor(prose, by + 1, end, lexicon)
    if source is None or not may_speak(source, lexicon):
        return None
    while auxiliary and words[auxiliary - 1].lower in {*BE, "has", "have", "had", "not", "also", "later"}:
        auxiliary -= 1
    first = _clause_start(prose, auxiliary)
    if first >= auxiliary:
        return None
    start, stop = words[first].start, words[auxiliary - 1].end
    whole = words[end - 1].end
    if cue.cue.kind in (ClaimKind.DENIAL, ClaimKind.ACCUSATION):
        whole = len(prose.text.rstrip())
    return Attribution(
        source=source,
        cue=prose.span(cue.start, cue.end),
        verb=cue.verb,
        contents=(prose.span(start, stop),),
        span=prose.span(start, whole),
        kind=cue.cue.kind,
        rule="passive",
    )


def _clause_start(prose: Prose, end: int) -> int:
    """Index of the first word of the clause that ends in front of word ``end``."""
    for number in range(end - 1, -1, -1):
        text = prose.words[number].text
        if text in (";", QUOTE, ":") or text in ("but", "while", "although") or (text == "," and number > end - 3):
            return number + 1
    return 0


def speech_quoted(
    prose: Prose, cue: CueWord, as_: int, days: Sequence[DayMention], lexicon: Lexicon
) -> Attribution | None:
    """``N. was quoted as saying``, ``the agency quoted N. as saying``: the quoted party speaks."""
    words = prose.words
    quoted = next((n for n in range(as_ - 1, max(-1, as_ - 24), -1) if words[n].text in ("quoted", "cited")), None)
    if quoted is None:
        return None
    passive = quoted and words[quoted - 1].lower in {*BE, "also", "later"}
    if passive:
        left = quoted - 1
        while left and words[left - 1].lower in {*BE, "has", "have", "had", "also", "later"}:
            left -= 1
        found = find_source(prose, left, lexicon)
        if found is None:
            return None
        source, first = found
        start = words[first].start
    else:
        read = read_actor(prose, quoted + 1, as_, lexicon)
        if read is None or quoted + 1 >= as_:
            return None
        source, start = read, words[quoted + 1].start
    return speech_behind(prose, cue, source, days, lexicon, start=start, content=_quoted_in_front(prose, start))


def _quoted_in_front(prose: Prose, start: int) -> Span | None:
    """What stands between quotation marks in front of an offset, where nothing but a comma lies between."""
    before = prose.text[:start].rstrip()
    return Span(0, len(before)) if before.endswith((f",{QUOTE}", QUOTE)) else None


def speech_after_colon(prose: Prose, lexicon: Lexicon) -> Attribution | None:
    """``Governor N. N.: "..."``: a party, a colon and a quotation."""
    found = _COLON.search(prose.text)
    if found is None:
        return None
    last = next((n for n, word in enumerate(prose.words) if word.start >= found.start()), None)
    if not last:
        return None
    stamp = _STAMP.match(prose.text)
    head = stamp.end() if stamp else 0
    first = next(n for n, word in enumerate(prose.words) if word.start >= head)
    begins = max(first, phrase_before(prose.words, last, lexicon))
    start = first if any(word.text == "," for word in prose.words[first:last]) else begins
    source = read_actor(prose, start, last, lexicon) if first <= start < last <= first + 18 else None
    if source is None or not may_speak(source, lexicon) or source.rule == "definite":
        start = first
        source = _issuer(prose, first, last, lexicon)
    if source is None or (source.rule == "name" and " " not in source.name):
        return None
    content = prose.span(found.end() - 1, len(prose.text.rstrip()))
    return Attribution(
        source=source,
        cue=prose.span(found.start(), found.start() + 1),
        verb=":",
        contents=(content,),
        span=prose.span(prose.words[start].start, content.end - prose.start),
        kind=ClaimKind.STATEMENT,
        rule="colon",
    )


def _issuer(prose: Prose, first: int, last: int, lexicon: Lexicon) -> ActorMention | None:
    """The subject of a clause that ends in what was said (``The council has given its answer: "..."``)."""
    words = prose.words[first:last]
    if not words or not any(
        word.lower in lexicon.cues.papers or word.lower in _WORDINGS for word in words[-_NEAR_COLON:]
    ):
        return None
    source = subject_of(prose, last, lexicon)
    return source if source is not None and source.rule not in ("definite", "name") else None


_WORDINGS = frozenset(
    ("account", "words", "answer", "reply", "appeal", "message", "x", "telegram", "facebook", "twitter")
)
_NEAR_COLON = 4


def speech_labelled(prose: Prose, lexicon: Lexicon) -> Attribution | None:
    """``Police: two held over stabbing``: a headline's or a ticker's way to open with its source."""
    at = prose.text.find(": ")
    if at < 0 or QUOTE in prose.text:
        return None
    stamp = _STAMP.match(prose.text)
    head = stamp.end() if stamp else 0
    first = next(n for n, word in enumerate(prose.words) if word.start >= head)
    last = next(n for n, word in enumerate(prose.words) if word.start >= at)
    if not 0 < last - first <= _LABEL_WORDS or len(prose.words) - last <= _LABELLED_WORDS:
        return None
    source = read_actor(prose, first, last, lexicon)
    if source is None or source.rule not in _LABELLING or source.type is ActorType.CROWD:
        return None
    content = prose.span(at + 2, len(prose.text.rstrip()))
    return Attribution(
        source=source,
        cue=prose.span(at, at + 1),
        verb=":",
        contents=(content,),
        span=source.span.joined(content),
        kind=ClaimKind.STATEMENT,
        rule="labelled",
    )


_LABEL_WORDS = 5
_LABELLED_WORDS = 4
_LABELLING = frozenset(("head", "office", "office-name", "known-actor"))


def speech_before_dash(prose: Prose, lexicon: Lexicon) -> Attribution | None:
    """``Blast heard in the capital - witnesses``, or with a colon: a headline's way to name its source."""
    at = prose.text.rfind(DASH)
    if at < 0:
        at = prose.text.rfind(": ") - 1
    if at < 0:
        return None
    first = next((n for n, word in enumerate(prose.words) if word.start > at + 1), len(prose.words))
    last = len(prose.words) - (prose.words[-1].text == ".")
    if not 0 < last - first <= _CREDIT_WORDS or source_behind(prose, first, lexicon) != last:
        return None
    source = read_actor(prose, first, last, lexicon)
    if source is None or source.rule in ("definite", "name", "country", "pronoun"):
        return None
    if prose.text[at] != " " and source.rule not in _LABELLING:
        return None
    start = _label_end(prose.text)
    return Attribution(
        source=source,
        cue=prose.span(at + 1, at + 2),
        verb="-",
        contents=(prose.span(start, at + (prose.text[at] != " ")),),
        span=prose.span(start, prose.words[last - 1].end),
        kind=ClaimKind.STATEMENT,
        rule="credited",
    )


def _label_end(text: str) -> int:
    """Offset behind a label in capitals that opens an alert (``UPDATE (13:05): ``)."""
    found = _ALERT.match(text)
    return found.end() if found is not None else 0


_ALERT = re.compile(r"[A-Z][A-Z0-9 ]{2,20}(?: ?\([0-9:. ]{3,8}\))?: ")
