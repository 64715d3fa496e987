"""How alike two entries of a record are, whatever their ids: what tells that a claim is the same one as before."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from generator.model.span import Span
from generator.model.vocabulary import Outcome
from generator.store.references import document_of, is_figure
from generator.store.units import Item, plain

OVERLAP = 0.6
"""Part of two quotes that has to be shared for them to be one passage."""

_SAME_WORDS = 0.9
_WORDS_WEIGH = 20
_WORD = re.compile(r"\w+")
_OUTCOMES = tuple(outcome.value for outcome in Outcome)

Likeness = Callable[[Item, Item], float]
"""How well a known entry fits the machine's: 0 is not at all."""


def exact_claim(claim: Item) -> str:
    """What makes two claims one, whatever their ids: kind, value, words and speaker."""
    return repr((claim["kind"], plain(claim.get("what")), claim["quote"], claim["said"]["by"]))


def shared_words(one: str, other: str) -> float:
    """Part of the words of the longer text that the other one has too."""
    first, second = _words(one), _words(other)
    longer = max(len(first), len(second))
    if not longer or min(len(first), len(second)) < OVERLAP * longer:
        return float(one == other)
    return (Counter(first) & Counter(second)).total() / longer


def claim_likeness(roots: Mapping[str, str]) -> Likeness:
    """How alike two claims are that are not the very same one.

    They are the same claim if their quotes overlap and they agree in id, in value, or in subject and speaker; if they
    say nearly the same words of one matter; or if id and kind are the same, as where a value moved to another
    sentence. Of several that could be meant, the one that agrees in more is taken, words before ids.

    Args:
        roots: each document that re-issues others, and the first of them; in another story than its own a claim is
            recognised by id, subject and speaker together alone.
    """

    def likeness(known: Item, theirs: Item) -> float:
        story, other = (roots.get(document_of(each), document_of(each)) for each in (known, theirs))
        same_id = known["id"] == theirs["id"]
        speaker = known["said"]["by"] == theirs["said"]["by"]
        subject = _subject(known) == _subject(theirs)
        if story != other:
            return 0.1 * float(same_id and subject and speaker)
        value = (
            "what" in known and known["kind"] == theirs["kind"] and plain(known["what"]) == plain(theirs.get("what"))
        )
        words = shared_words(known["quote"], theirs["quote"])
        shared = words if words >= OVERLAP else _shared_span(known, theirs)
        figure = _figure(known)
        by_speaker = speaker and (subject or (figure is not None and figure == _figure(theirs)))
        if (shared and (same_id or value or by_speaker)) or (
            words >= _SAME_WORDS and _matter(known) == _matter(theirs)
        ):
            agreed = 1.5 * value + speaker + same_id + subject + 4 * (known["quote"] == theirs["quote"])
            return float(agreed + _WORDS_WEIGH * shared)
        return 0.5 * float(same_id and known["kind"] == theirs["kind"])

    return likeness


def _shared_span(one: Item, other: Item) -> float:
    """Part of the shorter quote that stands within the other one, in one document."""
    if document_of(one) != document_of(other):
        return 0
    first, second = (Span.parse(each["at"].partition(":")[2]) for each in (one, other))
    part = (min(first.end, second.end) - max(first.start, second.start)) / min(len(first), len(second))
    return part if part >= OVERLAP else 0


def _same_spot(known: Item, theirs: Item) -> float:
    """The same name at the very place of the same document: so two that were merged from two records stay apart."""
    return float(known["at"] == theirs["at"] and _folded(known["name"]) == _folded(theirs["name"]))


def _same_name(known: Item, theirs: Item) -> float:
    return float(known["id"] == theirs["id"] and _folded(known["name"]) == _folded(theirs["name"]))


def _same_actor(known: Item, theirs: Item) -> float:
    return float(known["type"] == theirs["type"] and _folded(known["name"]) == _folded(theirs["name"]))


def _same_place(known: Item, theirs: Item) -> float:
    near = known["level"] == theirs["level"] or (known.get("country") == theirs.get("country") is not None)
    return float(near and _folded(known["name"]) == _folded(theirs["name"]))


def _fuller_name(known: Item, theirs: Item) -> float:
    """The same id and a word in common: ``Bugti`` is ``Sarfaraz Bugti``, and no other Khan becomes this one."""
    if known["id"] != theirs["id"]:
        return 0
    return float(not set(_words(known["name"])).isdisjoint(_words(theirs["name"])))


ACTORS: Sequence[Likeness] = (_same_spot, _same_name, _same_actor, _fuller_name)
PLACES: Sequence[Likeness] = (_same_spot, _same_name, _same_place, _fuller_name)
"""The same for actors and places."""


def _matter(claim: Item) -> object:
    """What a claim is about at its broadest: its kind, the outcome that it counts, the type of its event."""
    what = claim.get("what", {})
    return claim["kind"], what.get("type"), next((name for name in (*_OUTCOMES, "of") if name in what), None)


def _subject(claim: Item) -> object:
    """What a claim is about, without its value."""
    what = claim.get("what", {})
    kind = claim["kind"]
    if not is_figure(what):
        return kind, what.get("type"), repr(what.get("who"))
    counted = _folded(what.get("who") or what.get("of") or what.get("category") or "")
    return kind, next((name for name in _OUTCOMES if name in what), "of"), counted


def _figure(claim: Item) -> object:
    what = claim.get("what", {})
    if not is_figure(what):
        return None
    outcome = next((name for name in _OUTCOMES if name in what), "count")
    return claim["kind"], outcome, what.get(outcome), what.get("vague"), what.get("bound")


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(_folded(text)))


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
