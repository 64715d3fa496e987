"""Whether a word that can report speech does so here: it may be a noun, an adjective, or lack what is said."""

from generator.extract.prose.cuewords import CueWord
from generator.extract.prose.matching import Prose, Word
from generator.extract.speech.reduced import PHRASE_WORDS, is_cut_off, is_reduced, on_air
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
    if cue.cue.clause == "that" and not is_cut_off(prose, cue, lexicon):
        return True
    following = prose.words[cue.after : cue.after + 1]
    return bool(following) and following[0].text not in (".", ",") and not on_air(prose, cue, lexicon)


def _is_quoted_before(prose: Prose, cue: CueWord) -> bool:
    """Whether a quotation ends just in front of the source of a cue, or the cue stands between two of them."""
    first = max(0, cue.first - _SOURCE_WORDS)
    return any(word.text == QUOTE for word in prose.words[first : cue.first])


_SOURCE_WORDS = 10
"""Words between a quotation and the cue behind it, at most: those of its source."""


def reports_nothing(prose: Prose, cue: CueWord, lexicon: Lexicon) -> bool:
    """Whether the word is a noun here (``news reports``), or took lives or responsibility (``claimed``)."""
    following = prose.words[cue.after].lower if cue.after < len(prose.words) else ""
    meant = _means_other(prose, cue, following, lexicon)
    if meant is not None:
        return meant
    before = prose.words[cue.first - 1] if cue.first else None
    if cue.noun and cue.plural and following == ":":
        return True
    if before is not None and (before.lower in _IN_FRONT_OF_ADJECTIVES or before.text.isdigit()):
        return True
    reduced = is_reduced(prose, cue, following, lexicon)
    if reduced is not None:
        return reduced
    if cue.noun and following in lexicon.cues.verbs:
        return True
    return cue.noun and before is not None and _is_noun_there(before, following, lexicon)


def _means_other(prose: Prose, cue: CueWord, following: str, lexicon: Lexicon) -> bool | None:
    """Whether a word with a meaning of its own has that here; None where it has none, or the question stays open."""
    verb = cue.verb
    if verb.startswith("claim") and (following in _TAKEN or following.isdigit()):
        return not (
            _LIVES.isdisjoint(prose.vocabulary) and (following in _OWN or _has_verb(prose, cue.after + 1, lexicon))
        )
    if verb.startswith("call") and cue.after == cue.first + 1:
        return not _gives_a_name(prose, cue, lexicon)
    if verb in _BIDDEN and (
        following == "to" or (following == "not" and prose.lows[cue.after + 1 : cue.after + 2] == ("to",))
    ):
        return True
    moved = verb in ("put", "puts") and following in _PUT_AWAY
    complained = verb.startswith("complain") and following == "about" and _ends_clause(prose, cue.after + 1)
    thought = following == "to" and verb in _THOUGHT_OF and _is_state(prose, cue.after + 1)
    taken = verb in _TAKING_IN and _is_taken_in(prose, cue)
    if (
        moved
        or taken
        or thought
        or complained
        or following in _BLAMED_FOR.get(verb, ())
        or _asks_for_itself(prose, cue)
    ):
        return True
    return None


_BIDDEN = frozenset(("told", "ordered", "urged", "advised", "instructed", "directed", "commanded", "invited", "begged"))
"""Participles behind which ``to`` tells of the noun in front (``the men, ordered to leave, refused``)."""
_TAKEN = frozenset(("responsibility", "credit", "at", "more", "the", "its", "their", "his", "her", "several", "many"))
"""Behind ``claimed``: it took lives or responsibility, and reports nothing."""


_OWN = frozenset(("the", "its", "their"))
_LIVES = frozenset(("lives", "life", "victims", "responsibility", "credit"))
"""What is claimed where nothing is said."""


def _has_verb(prose: Prose, first: int, lexicon: Lexicon) -> bool:
    """Whether a verb with a tense stands among the words from an index on: what is claimed is a clause."""
    auxiliaries = lexicon.grammar.auxiliaries
    return any(word.text in auxiliaries for word in prose.words[first : first + _CLAUSE_WORDS])


_PUT_AWAY = frozenset(
    ("off", "out", "on", "up", "down", "in", "into", "away", "back", "through", "aside", "together", "under")
)
"""Behind ``put``: something is moved, and nothing told."""


_TAKING_IN = frozenset(("admitted", "admits", "admit"))


def _is_taken_in(prose: Prose, cue: CueWord) -> bool:
    """Whether patients are admitted, and nothing: a figure stands behind the word, and no clause."""
    further = prose.words[cue.after : cue.after + PHRASE_WORDS]
    told = any(word.text in ("that", QUOTE) for word in further)
    return (
        bool(further) and not told and (further[0].text[0].isdigit() or any(w.text in _PATIENTS for w in further[:4]))
    )


_PATIENTS = frozenset(("patients", "patient", "casualties", "wounded", "injured", "victims", "children", "cases"))


def _is_state(prose: Prose, index: int) -> bool:
    return index < len(prose.words) and prose.words[index].text in ("be", "have")


def _ends_clause(prose: Prose, index: int) -> bool:
    """Whether the object of a preposition stands in front (``the bar neighbours have complained about for years``)."""
    return index >= len(prose.words) or prose.words[index].text in (".", ",", "for", "since", "in", "before")


_BLAMED_FOR = {
    "accused": ("of",),
    "suspected": ("of",),
    "blamed": ("for", "on", "by"),
    "criticised": ("for",),
    "criticized": ("for",),
    "praised": ("for",),
    "condemned": ("to",),
}
"""Participles that tell of the noun in front of them where no object stands between (``a unit accused of abuses``)."""
_THOUGHT_OF = frozenset(
    (
        *("said", "believed", "thought", "understood", "reported", "known", "feared", "suspected", "presumed"),
        *("assumed", "estimated", "confirmed", "found", "seen", "heard", "alleged", "considered"),
    )
)
"""Participles behind which ``to be`` or ``to have`` tells of the noun in front of them, and names no speaker."""


def _asks_for_itself(prose: Prose, cue: CueWord) -> bool:
    """Whether somebody asks not to be named, or was asked something (``, asked about the raid,``): nothing is told."""
    if not cue.verb.startswith("ask"):
        return False
    following = tuple(word.text for word in prose.words[cue.after : cue.after + 3])
    if following[:1] == ("not",) or following[:2] == ("to", "be"):
        return True
    before = prose.words[cue.first - 1].text if cue.first else ","
    return cue.verb == "asked" and before in _ASIDE and following[:1] in _ASKED


_ASIDE = frozenset((",", "When", "when", "If", "if"))
_ASKED = {(word,) for word in ("about", "whether", "if", "why", "how", "by", "what", "when", "who")}


def _gives_a_name(prose: Prose, cue: CueWord, lexicon: Lexicon) -> bool:
    """Whether ``called`` says what somebody thinks of a thing: ``called it an insult``, ``called the raid "..."``."""
    following = prose.words[cue.after : cue.after + _CALLED_WITHIN]
    if len(following) > 1 and following[0].text in ("it", "this") and following[1].text.islower():
        return following[1].text not in lexicon.grammar.prepositions
    if not following or following[0].capital or not following[0].wordlike:
        return False
    return any(word.text in (QUOTE, "a", "an") for word in following[1:])


_OBJECTS_TOLD = frozenset(("no", "that", "the", "a", "an", "one", "two", "three", "several", "at", "more"))
"""Behind a verb that looks like a noun: what it reports."""
_CALLED_WITHIN = 12


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


def _is_noun_there(before: Word, following: str, lexicon: Lexicon) -> bool:
    """Whether ``reports`` or ``claims`` behind a word is a noun (``rejected reports``, ``news reports``)."""
    text = before.lower
    grammar = lexicon.grammar
    if text in ("and", "but") and following in _OBJECTS_TOLD:
        return False
    closed = text in grammar.determiners or text in grammar.prepositions or text in grammar.conjunctions
    return (
        closed
        or text == "'s"
        or text in lexicon.cues.verbs
        or text.endswith(("ing", "ial", "news", "press", "ary", "est"))
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
        opening = following[:_OPENING_WORDS]
        return first == ":" or any(word.text in (QUOTE, "that") for word in opening)
    if cue.cue.clause == "object":
        return following[0].capital or first in lexicon.grammar.determiners or first in _OBJECTS
    if cue.cue.clause in ("as", "to", "responsible"):
        return any(word.text == cue.cue.clause for word in following)
    if cue.cue.clause == "figure":
        return any(word.lower in _FIGURES for word in following[:_FIGURE_WORDS])
    if cue.cue.clause == "that" or not following[0].wordlike:
        return False
    return first not in lexicon.grammar.auxiliaries and any(
        _has_tense(word, following[number], lexicon) for number, word in enumerate(following[1:])
    )


def _has_tense(word: Word, before: Word, lexicon: Lexicon) -> bool:
    """Whether a word is a verb with a tense: an auxiliary, or a past behind the noun that does it."""
    text = word.text
    if text in lexicon.grammar.auxiliaries:
        return True
    past = text.endswith("ed") or text in lexicon.grammar.verbs
    grammar = lexicon.grammar
    return (
        past
        and before.wordlike
        and before.lower not in grammar.determiners
        and before.lower not in grammar.prepositions
    )


_CLAUSE_WORDS = 14


_OPENING_WORDS = 4
"""Words between a cue and its quotation: ``, : "``."""


_OBJECTS = frozenset(("what", "him", "them", "her", "those"))


_FIGURE_WORDS = 6


_FIGURES = frozenset(("toll", "figure", "figures", "number", "total", "count", "estimate", "tally"))
