"""Reported speech: source, cue and content (PARC), found from the reporting word outwards."""

from collections.abc import Sequence

from generator.extract.actors.actors import read_actor
from generator.extract.actors.speakers import may_speak
from generator.extract.prose.cuewords import BE, CueWord, find_cues, skip_left
from generator.extract.prose.matching import Prose, Word
from generator.extract.prose.nounphrases import phrase_before
from generator.extract.speech.according import find_according, find_sayings
from generator.extract.speech.asides import RELATIVES, named_by_self
from generator.extract.speech.bounds import bounded, quoted_ranges
from generator.extract.speech.openers import subject_of
from generator.extract.speech.passives import (
    DASH,
    speech_after_colon,
    speech_before_dash,
    speech_by,
    speech_labelled,
    speech_quoted,
)
from generator.extract.speech.reporting import lacks_clause, reports_nothing
from generator.extract.speech.sources import find_source, source_behind
from generator.extract.speech.speech import (
    QUOTE,
    speech_around,
    speech_behind,
    speech_inserted,
    speech_inverted,
)
from generator.lexicon.lexicon import Lexicon
from generator.model.mention import ActorMention, Attribution, DayMention
from generator.model.values import replace
from generator.model.vocabulary import ActorType, ClaimKind

_NOT_INVERTED = frozenset(("that", "in", "on", "at", "by", "it", "he", "she", "they", "there", "to", "of", "as", "for"))
_MANY = frozenset((ActorType.CROWD, ActorType.STATE_FORCE, ActorType.MEDIA))
"""Parties that take a plural verb although their noun has no ``s``."""


def find_attributions(
    prose: Prose, days: Sequence[DayMention], lexicon: Lexicon, *, opened: bool = False
) -> tuple[Attribution, ...]:
    """All reported speech of a sentence, in order of the reporting words.

    ``opened`` tells that the sentence begins inside a quotation of the one before.
    """
    if opened and QUOTE not in prose.text:
        return ()
    gates = lexicon.cues
    reports = not gates.triggers.isdisjoint(prose.vocabulary)
    accounts = not gates.account_words.isdisjoint(prose.vocabulary)
    if not (reports or accounts or ":" in prose.vocabulary or DASH in prose.text):
        return ()
    quoted = quoted_ranges(prose.text, opened=opened) if QUOTE in prose.text else ()
    found: list[Attribution] = []
    for cue in find_cues(prose, lexicon) if reports else ():
        if any(start < cue.start < end for start, end in quoted):
            continue
        attribution = _read(prose, cue, days, found[-1] if found else None, lexicon)
        if attribution is not None:
            found.append(attribution)
    if len(found) > 1:
        found = [a for a in found if not _is_vouched_for(prose, a, found, lexicon)]
    if accounts:
        found += find_according(prose, lexicon)
    if "that" in prose.vocabulary and not gates.sayings.keys().isdisjoint(prose.vocabulary):
        found += find_sayings(prose, lexicon)
    if not found:
        spoken = (
            speech_after_colon(prose, lexicon) or speech_before_dash(prose, lexicon) or speech_labelled(prose, lexicon)
        )
        found += [spoken] if spoken is not None else []
    if len(found) > 1:
        found.sort(key=lambda attribution: (attribution.cue.start, attribution.cue.end))
    return tuple([bounded(prose, attribution, found, quoted) for attribution in found])


def _is_main_clause(prose: Prose, attribution: Attribution) -> bool:
    """Whether a source opens the main clause behind a subordinate one (``While police say 3, doctors put ...``)."""
    source = attribution.source
    opened = prose.words[0].lower in ("while", "although", "though", "whereas", "where", "after", "as", "when")
    return opened and source is not None and prose.text[: source.span.start - prose.start].endswith(", ")


def _is_vouched_for(prose: Prose, attribution: Attribution, others: Sequence[Attribution], lexicon: Lexicon) -> bool:
    """Whether a weak cue (``its teams had counted``) stands inside what somebody else says."""
    cue = lexicon.cues.verbs.get(attribution.verb)
    if cue is None or not cue.needs_source:
        return False
    return any(
        other is not attribution
        and other.source is not None
        and other.source != attribution.source
        and not _is_main_clause(prose, attribution)
        and other.kind is ClaimKind.STATEMENT
        and any(content.covers(attribution.cue) for content in other.contents)
        and (other.cue < attribution.cue or other.rule == "content-first")
        for other in others
    )


def _read(
    prose: Prose, cue: CueWord, days: Sequence[DayMention], last: Attribution | None, lexicon: Lexicon
) -> Attribution | None:
    if reports_nothing(prose, cue, lexicon) or lacks_clause(prose, cue, lexicon):
        return None
    left, earlier = skip_left(prose, _before_aside(prose, cue.first), days)
    aside = [word.text for word in prose.words[left : cue.first]]
    if not _HARDLY.isdisjoint(aside) and "only" not in aside:
        return None
    before = prose.words[left - 1] if left else None
    opening = before.lower if before is not None else ""
    if cue.verb == "saying" and opening == "as":
        return speech_quoted(prose, cue, left - 1, days, lexicon)
    if cue.verb.split()[0].endswith("ing") and (opening in BE or _is_contracted(prose, left)):
        left, earlier = skip_left(prose, left - 1, days)
        opening = ""
    elif opening in BE or opening in _NOT_BE:
        return speech_by(prose, cue, left - 1, lexicon)
    if opening in ("not", "to"):
        return None
    free = cue.verb in lexicon.cues.participles and (before is None or opening in _IN_FRONT_OF_PARTICIPLES)
    if free or opening in ("and", "but"):
        source = last.source if last is not None else subject_of(prose, cue.first, lexicon)
        return speech_behind(prose, cue, source, days, lexicon, start=cue.start) if source is not None else None
    if cue.cue.inverted and _is_inverted(prose, cue, before, lexicon):
        source, end = _source_behind(prose, cue, lexicon)
        if source is not None and may_speak(source, lexicon):
            return speech_inverted(prose, cue, source, end, days)
    speech = _spoken_by_subject(prose, cue, left, days, lexicon)
    if speech is None and opening == "," and left == cue.first:
        speech = _spoken_in_row(prose, cue, last, days, lexicon)
    if speech is not None and speech.source is not None and _carries(prose, speech.source):
        speech = _of_cited(prose, cue, speech, lexicon)
    return replace(speech, earlier=True) if speech is not None and earlier else speech


def _source_behind(prose: Prose, cue: CueWord, lexicon: Lexicon) -> tuple[ActorMention | None, int]:
    """Who stands behind a cue, and the index behind it; of a paper its author."""
    end = source_behind(prose, cue.after, lexicon)
    source = named_by_self(prose, cue.after, len(prose.words), read_actor(prose, cue.after, end, lexicon))
    if source is None and end > cue.after and prose.words[end - 1].lower in lexicon.cues.papers:
        return _author(prose, end, lexicon)
    return source, end


def _author(prose: Prose, end: int, lexicon: Lexicon) -> tuple[ActorMention | None, int]:
    """The author behind a paper (``says a report by the charity N``), and the index behind the name."""
    if end + 1 >= len(prose.words) or prose.words[end].text not in ("by", "from"):
        return None, end
    stop = source_behind(prose, end + 1, lexicon)
    return read_actor(prose, end + 1, stop, lexicon), stop


def _spoken_in_row(
    prose: Prose, cue: CueWord, last: Attribution | None, days: Sequence[DayMention], lexicon: Lexicon
) -> Attribution | None:
    """Speech in a row of what one subject did (``The mayor thanked the crews, called for aid and left``)."""
    words, grammar = prose.words, lexicon.grammar
    if cue.verb.split()[0].endswith("ing") or cue.after >= len(words) or words[cue.after].lower in _BEHIND_PARTICIPLE:
        return None
    if "and" not in (word.text for word in words[cue.after : cue.after + _ROW_WORDS]):
        return None
    source = last.source if last is not None and last.rule == "source-first" else subject_of(prose, cue.first, lexicon)
    if source is None or source.pronoun is not None:
        return None
    told = words[: cue.first - 1]
    behind = [word for word in told if word.start >= source.span.end - prose.start]
    if not any(word.text in grammar.auxiliaries or word.text in grammar.verbs or _is_past(word) for word in behind):
        return None
    return speech_behind(prose, cue, source, days, lexicon, start=cue.start)


_ROW_WORDS = 40
_BEHIND_PARTICIPLE = frozenset(("by", "to", "in", "at", "about", "off", "twice", "not", ",", "."))
"""Behind a past form: it is a participle (``the men, ordered to leave, refused``)."""


def _is_past(word: Word) -> bool:
    return word.text.endswith("ed") and not word.capital


def _carries(prose: Prose, source: ActorMention) -> bool:
    """Whether a source passes on what others say: a news organisation, or whoever opens with ``Quoting N. N., ...``."""
    return source.type is ActorType.MEDIA or (prose.words[0].lower in _CITING and source.type is not ActorType.PERSON)


def _of_cited(prose: Prose, cue: CueWord, speech: Attribution, lexicon: Lexicon) -> Attribution:
    """The speech of whom a news organisation cites in front of its verb (``the agency, citing the mayor, said``)."""
    if _CITING.isdisjoint(prose.vocabulary):
        return speech
    at = next((n for n, word in enumerate(prose.words[: cue.first]) if word.lower in _CITING), None)
    if at is None:
        return speech
    source = read_actor(prose, at + 1, source_behind(prose, at + 1, lexicon), lexicon)
    if source is None or source.pronoun is not None or not may_speak(source, lexicon):
        return speech
    return replace(speech, source=source, rule="cited")


_CITING = frozenset(("citing", "quoting"))


def _before_aside(prose: Prose, first: int) -> int:
    """Index behind what stands in front of a cue without a phrase of time between (``have in the past rejected``)."""
    words = prose.words
    if first > 3 and words[first - 1].text in _PAST_NOUNS and words[first - 3].text in ("in", "for", "on"):
        return first - 3
    return first


_HARDLY = frozenset(("never", "rarely", "seldom", "hardly", "would", "will", "could", "should", "might", "may", "must"))
"""In front of a cue: nothing has been said (``has never said``, ``would ask``); ``would only say`` is said."""
_NOT_BE = frozenset(("isn't", "aren't", "wasn't", "weren't", "ain't"))
_PAST_NOUNS = frozenset(("past", "meantime", "years", "months", "occasions", "record"))


def _is_contracted(prose: Prose, left: int) -> bool:
    """Whether an ``is`` short of its vowel stands in front of a word (``she's begging``)."""
    words = prose.words
    return left > 1 and words[left - 1].text == "'s" and words[left - 2].lower in ("he", "she", "it", "who")


_IN_FRONT_OF_PARTICIPLES = frozenset(
    (",", "-", "statement", "and", "while", "report", "message", "post", "letter", QUOTE)
)


def _spoken_by_subject(
    prose: Prose, cue: CueWord, left: int, days: Sequence[DayMention], lexicon: Lexicon
) -> Attribution | None:
    """Speech whose source is the subject in front of the cue."""
    relative = left > 0 and prose.words[left - 1].text in ("who", "which")
    left -= relative
    found = find_source(prose, left, lexicon, antecedent=relative)
    if found is None or not _agrees(cue, found[0]):
        return None
    source, first = found
    if source.type is ActorType.PERSON and source.pronoun is None and cue.verb in _COUNTING:
        return None
    if first and prose.words[first - 1].lower == "what" and cue.cue.needs_source:
        return None
    if source.pronoun == "they" and first and prose.words[first - 1].text in ("who", "which"):
        return speech_inserted(prose, cue, first, lexicon)
    start = prose.words[first].start
    if cue.cue.paper and source.rule != "possessor":
        return None
    if relative:
        return speech_behind(prose, cue, source, days, lexicon, start=start)
    speech = speech_around(prose, cue, source, start, days, lexicon)
    storied = cue.cue.told and any(word.lower == "story" for word in prose.words[cue.after : cue.after + _STORY_WITHIN])
    return replace(speech, contents=()) if storied else speech


_COUNTING = frozenset(("counted", "counts", "count", "recorded", "tallied"))
"""What somebody who stood by does with his eyes; of a body it is a report."""
_STORY_WITHIN = 4
"""Words behind ``told`` in which ``a different story`` ends: somebody speaks, and what is said comes later."""


def _agrees(cue: CueWord, source: ActorMention) -> bool:
    """Whether a plural verb (``officials report``) has a plural subject; nouns look like such verbs."""
    if not cue.plural:
        return not (cue.noun and cue.verb.endswith("s") and source.pronoun is None and _is_many(source))
    if source.pronoun is not None:
        return source.pronoun == "they"
    if not cue.noun or source.type in _MANY or source.rule == "possessor":
        return True
    return source.head.endswith("s") or source.name.endswith("s") or " and " in source.name or source.head == "people"


def _is_many(source: ActorMention) -> bool:
    """Whether a source is several unnamed persons, or the media: behind it ``reports`` is a noun."""
    if source.named or source.rule in ("possessor", "office"):
        return False
    return source.head in ("media", "press", "people") or (source.head.endswith("s") and not source.head.endswith("ss"))


def _is_inverted(prose: Prose, cue: CueWord, before: Word | None, lexicon: Lexicon) -> bool:
    """Whether the source stands behind the cue: ``..., said the mayor``."""
    if before is None or before.text not in (",", QUOTE, "-", "?", "!") or cue.after >= len(prose.words):
        return False
    following = prose.words[cue.after]
    if not following.wordlike or following.lower in _NOT_INVERTED:
        return False
    if before.text == "," and (
        _is_told_before(prose, cue.first - 1) or _is_named_before(prose, cue.first - 1, lexicon)
    ):
        return False
    if before.text == QUOTE:
        return True
    if cue.cue.clause and not (following.capital or following.lower in lexicon.grammar.determiners):
        return False
    end = source_behind(prose, cue.after, lexicon)
    if end >= len(prose.words):
        return True
    last = prose.words[end]
    return not last.wordlike or last.lower in _BEHIND_SOURCE


def _is_told_before(prose: Prose, comma: int) -> bool:
    """Whether a relative clause between commas stands in front of a cue (``N. N., who saw it, said the ...``)."""
    words = prose.words
    opens = next((n for n in range(comma - 1, max(0, comma - _RELATIVE_WORDS), -1) if words[n].text == ","), None)
    return opens is not None and words[opens + 1].text in RELATIVES


_RELATIVE_WORDS = 24
"""Words of a relative clause between a source and its cue, at most."""


def _is_named_before(prose: Prose, comma: int, lexicon: Lexicon) -> bool:
    """Whether a party and its name or office between commas open the clause: ``A spokesman, N. N., said``."""
    words = prose.words
    start = phrase_before(words, comma, lexicon)
    if start < 2 or start == comma or words[start - 1].text != ",":
        return False
    first = phrase_before(words, start - 1, lexicon)
    if first == start - 1 or (first and words[first - 1].wordlike and words[first - 1].lower not in _JOINTS):
        return False
    source = read_actor(prose, first, comma, lexicon)
    return source is not None and source.named


_JOINTS = frozenset(("and", "but", "while", "that"))


_BEHIND_SOURCE = frozenset(
    [
        "who",
        "whose",
        "which",
        "in",
        "on",
        "at",
        "after",
        "before",
        "by",
        "during",
        "through",
        "as",
        "while",
        "via",
        "when",
        "from",
        "late",
        "early",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "today",
        "yesterday",
        "adding",
        "with",
        "and",
        "but",
    ]
)
"""What may follow a source that stands behind its cue; a verb shows that the words are what is said."""
