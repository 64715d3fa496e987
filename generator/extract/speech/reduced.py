"""Participles that tell of the noun in front of them (``the deaths reported on Monday``) and report nothing."""

from generator.extract.prose.cuewords import BE, CueWord
from generator.extract.prose.matching import Prose
from generator.extract.prose.nounphrases import phrase_before
from generator.extract.speech.speech import QUOTE
from generator.lexicon.lexicon import Lexicon


def is_reduced(prose: Prose, cue: CueWord, following: str, lexicon: Lexicon) -> bool | None:
    """Whether a word is such a participle; None where the word behind it leaves that open."""
    if following in _BEHIND_REDUCED and cue.verb in _REDUCED:
        return not (_goes_on(prose, cue) or on_air(prose, cue, lexicon) or _closes_dated(prose, cue, lexicon))
    before = prose.words[cue.first - 1].lower if cue.first else None
    if cue.verb == "saying":
        return None
    if following == "by" and not _by_wire(prose, cue) and (before is None or before not in BE | _PERFECT):
        return True
    if following in _BEHIND_REDUCED and cue.verb in _FIRST_TOLD and _is_first(prose, cue):
        return True
    return None


def is_cut_off(prose: Prose, cue: CueWord, lexicon: Lexicon) -> bool:
    """Whether a sign stands in front of a cue's subject, so that what was found stands before it."""
    first = phrase_before(prose.words, cue.first, lexicon)
    return first > 0 and not prose.words[first - 1].wordlike


_FIRST_TOLD = frozenset(
    ("confirmed", "reported", "recorded", "detected", "announced", "identified", "declared", "noted")
)


def _is_first(prose: Prose, cue: CueWord) -> bool:
    """Whether a participle behind a comma tells of the noun in front (``Cholera, first confirmed in March, ...``)."""
    at = cue.first - 1
    while at > 0 and prose.words[at].lower in (
        "first",
        "initially",
        "originally",
        "already",
        "last",
        "also",
        "recently",
    ):
        at -= 1
    return at > 0 and at < cue.first - 1 and prose.words[at].text == ","


def _by_wire(prose: Prose, cue: CueWord) -> bool:
    """Whether the ``by`` behind a cue tells how somebody spoke (``said by telephone``)."""
    further = prose.words[cue.after + 1 : cue.after + 4]
    return any(word.lower in _WIRES for word in further)


_WIRES = frozenset(
    [
        "telephone",
        "phone",
        "email",
        "e-mail",
        "satellite",
        "video",
        "text",
        "post",
        "letter",
        "radio",
        "fax",
        "message",
        "whatsapp",
    ]
)


def on_air(prose: Prose, cue: CueWord, lexicon: Lexicon) -> bool:
    """Whether the preposition behind a cue opens an occasion of speaking (``posted on Facebook that``)."""
    return lexicon.cues.via.match(prose.text, prose.words[cue.after].start) is not None


def _goes_on(prose: Prose, cue: CueWord) -> bool:
    """Whether a clause stands behind the day or the place of speaking (``announced on Tuesday that ...``)."""
    if cue.verb not in _TELLING:
        return False
    further = [word.text for word in prose.words[cue.after + 1 : cue.after + PHRASE_WORDS]]
    return "that" in further and _MOVING.isdisjoint(further[: further.index("that")])


_TELLING = frozenset(("reported", "announced", "recorded", "posted"))
"""Participles that take a clause as well, behind the day or the place of speaking."""
PHRASE_WORDS = 9
"""Words between a cue and its clause, at most."""
_MOVING = frozenset(("was", "were", "is", "are", "had", "has", "have", "and", "brought", "took", "who", ";", QUOTE))


def _closes_dated(prose: Prose, cue: CueWord, lexicon: Lexicon) -> bool:
    """Whether a day is all that stands behind a cue in its sentence, and a comma in front of its subject.

    ``..., the ministry reported on Tuesday.`` tells who speaks; ``the deaths reported on Tuesday`` tells of the deaths.
    """
    further = prose.words[cue.after + 1 : cue.after + PHRASE_WORDS]
    end = next((n for n, word in enumerate(further) if not word.wordlike), len(further))
    closed = end < len(further) or cue.after + 1 + end == len(prose.words)
    return closed and any(word.capital for word in further[:end]) and is_cut_off(prose, cue, lexicon)


_REDUCED = frozenset(
    ("named", "identified", "listed", "described", "recorded", "reported", "announced", "posted", "raised")
)


_BEHIND_REDUCED = frozenset(("in", "by", "among", "on", "at", "from", "during", "as", "to", "since", "until"))
"""Behind a participle of these: it tells of the noun in front (``the ships listed in the appendix``)."""


_PERFECT = frozenset(("been", "being", "later", "also", "since", "not"))
