"""Whether a word that can report speech does so here: it may be a noun, an adjective, or lack what is said."""

from generator.extract.prose.cuewords import BE, CueWord
from generator.extract.prose.matching import Prose, Word
from generator.extract.speech.speech import QUOTE
from generator.lexicon.lexicon import Lexicon


def lacks_clause(prose: Prose, cue: CueWord, lexicon: Lexicon) -> bool:
    """Whether a word that reports only with a clause has none behind it, and does not end a sentence."""
    if not cue.cue.clause or opens_clause(prose, cue, lexicon):
        return False
    if cue.first and prose.words[cue.first - 1].text == QUOTE and cue.cue.inverted:
        return False
    if cue.cue.clause == "quote":
        return not _is_quoted_before(prose, cue)
    following = prose.words[cue.after : cue.after + 1]
    return bool(following) and following[0].text not in (".", ",")


def _is_quoted_before(prose: Prose, cue: CueWord) -> bool:
    """Whether a quotation ends just in front of the source of a cue, or the cue stands between two of them."""
    first = max(0, cue.first - _SOURCE_WORDS)
    return any(word.text == QUOTE for word in prose.words[first : cue.first])


_SOURCE_WORDS = 10
"""Words between a quotation and the cue behind it, at most: those of its source."""


def reports_nothing(prose: Prose, cue: CueWord, lexicon: Lexicon) -> bool:
    """Whether the word is a noun here (``news reports``), or took lives or responsibility (``claimed``)."""
    following = prose.words[cue.after].lower if cue.after < len(prose.words) else ""
    if cue.verb.startswith("claim") and (following in _TAKEN or following.isdigit()):
        return not (following in ("the", "its", "their") and "lives" not in prose.vocabulary)
    if cue.verb in ("put", "puts") and following in _PUT_AWAY:
        return True
    if cue.verb.startswith("call") and cue.after == cue.first + 1:
        return not _gives_a_name(prose, cue)
    before = prose.words[cue.first - 1] if cue.first else None
    if cue.noun and cue.plural and following == ":":
        return True
    if before is not None and (before.lower in _IN_FRONT_OF_ADJECTIVES or before.text.isdigit()):
        return True
    if (following in _BEHIND_REDUCED and cue.verb in _REDUCED) or (cue.verb == "asked" and following == "not"):
        return True
    if following == "by" and not _by_wire(prose, cue) and (before is None or before.lower not in BE | _PERFECT):
        return True
    return cue.noun and before is not None and _is_noun_there(before, lexicon)


_TAKEN = frozenset(("responsibility", "credit", "at", "more", "the", "its", "their", "his", "her", "several", "many"))
"""Behind ``claimed``: it took lives or responsibility, and reports nothing."""


_PUT_AWAY = frozenset(
    ("off", "out", "on", "up", "down", "in", "into", "away", "back", "through", "aside", "together", "under")
)
"""Behind ``put``: something is moved, and nothing told."""


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


def _gives_a_name(prose: Prose, cue: CueWord) -> bool:
    """Whether ``called`` says what somebody thinks of a thing: ``called it an insult``, ``called the raid "..."``."""
    following = prose.words[cue.after : cue.after + _CALLED_WITHIN]
    if not following or following[0].capital or not following[0].wordlike:
        return False
    return any(word.text in (QUOTE, "a", "an") for word in following[1:])


_CALLED_WITHIN = 12


_REDUCED = frozenset(
    ("named", "identified", "listed", "described", "recorded", "reported", "announced", "posted", "raised")
)


_BEHIND_REDUCED = frozenset(("in", "by", "among", "on", "at", "from", "during", "as", "to", "since", "until"))
"""Behind a participle of these: it tells of the noun in front (``the ships listed in the appendix``)."""


_PERFECT = frozenset(("been", "being", "later", "also", "since", "not"))


_IN_FRONT_OF_ADJECTIVES = frozenset(
    (
        "a",
        "an",
        "the",
        "this",
        "these",
        "those",
        "his",
        "her",
        "its",
        "their",
        "of",
        "no",
        "two",
        "three",
        "four",
        "five",
        "six",
    )
)
"""In front of a participle: it is an adjective (``a disputed canal``)."""


def _is_noun_there(before: Word, lexicon: Lexicon) -> bool:
    """Whether ``reports`` or ``claims`` behind a word is a noun (``rejected reports``, ``news reports``)."""
    text = before.lower
    grammar = lexicon.grammar
    closed = text in grammar.determiners or text in grammar.prepositions or text in grammar.conjunctions
    return (
        closed
        or text == "'s"
        or text in lexicon.cues.verbs
        or text.endswith(("ing", "ial", "news", "press", "ary"))
        or (text.endswith("ed") and text not in lexicon.grammar.adverbs)
    )


def opens_clause(prose: Prose, cue: CueWord, lexicon: Lexicon) -> bool:
    """Whether what follows a cue such as ``believe`` is a clause: opened by ``that``, or with a verb of its own."""
    following = prose.words[cue.after : cue.after + _CLAUSE_WORDS]
    if not following:
        return False
    first = following[0].lower
    if first in ("that", QUOTE):
        return True
    if cue.cue.told:
        return any(word.text in ("that", QUOTE) for word in following)
    if cue.cue.clause == "quote":
        return any(word.text == QUOTE for word in following[:_OPENING_WORDS]) or first == ":"
    if cue.cue.clause == "object":
        return following[0].capital or first in lexicon.grammar.determiners or first in _OBJECTS
    if cue.cue.clause in ("as", "to"):
        return any(word.text == cue.cue.clause for word in following)
    if cue.cue.clause == "figure":
        return any(word.lower in _FIGURES for word in following[:_FIGURE_WORDS])
    if cue.cue.clause == "that" or not following[0].wordlike:
        return False
    auxiliaries = lexicon.grammar.auxiliaries
    return first not in auxiliaries and any(word.lower in auxiliaries for word in following[1:])


_CLAUSE_WORDS = 14


_OPENING_WORDS = 4
"""Words between a cue and its quotation: ``, : "``."""


_OBJECTS = frozenset(("what", "him", "them", "her", "those"))


_FIGURE_WORDS = 6


_FIGURES = frozenset(("toll", "figure", "figures", "number", "total", "count", "estimate", "tally"))
