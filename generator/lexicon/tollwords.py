"""Words that speak for what befell counted persons, and learned weights: how much each kind of evidence counts."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from generator.errors import InvalidLexicon
from generator.lexicon.inflection import inflect
from generator.lexicon.rules import LatePattern
from generator.lexicon.sources import read_knowledge
from generator.model.values import value
from generator.model.vocabulary import Outcome

_FRAMED = {
    "acts": ("participles", "verbs"),
    "falls": ("intransitive",),
    "states": ("states", "alone"),
    "things": ("nominals", "nouns", "mortal"),
}
"""Kind of word -> the slots of the frames whose words are of that kind."""


class Told(NamedTuple):
    """A phrase that speaks for an outcome, without its first word.

    Attributes:
        rest: the further words, lower case.
        kind: whether it tells what is done to persons (``acts``), what they meet with (``falls``), what they are
            (``states``) or what stands near them (``things``); ``loose`` in front where it often tells something else.
        outcome: what it speaks for.
    """

    rest: tuple[str, ...]
    kind: str
    outcome: Outcome


@value
class TollWords:
    """Everything that ``toll_words.yml`` and ``toll_weights.yml`` know.

    Attributes:
        told: first word, lower case -> the phrases that begin with it, longest first.
        calm: words of what persons do in the news without anything befalling them.
        unreal: words by which something has not happened.
        continuing: words behind a number without a noun that counts persons.
        uncounted_before: matches what stands in front of a number that counts no persons (a time, a label).
        uncounted_behind: matches what stands behind such a number.
        aged_before: matches what stands in front of an age without the word.
        aged_behind: matches what stands behind such an age.
        weights: name of evidence -> weight.
        threshold: log odds above which an outcome is taken to have befallen those whom a figure counts.
    """

    told: Mapping[str, tuple[Told, ...]]
    calm: frozenset[str]
    unreal: frozenset[str]
    continuing: frozenset[str]
    uncounted_before: LatePattern
    uncounted_behind: LatePattern
    aged_before: LatePattern
    aged_behind: LatePattern
    weights: Mapping[str, float]
    threshold: float


def read_toll_words(framed: Iterable[Mapping[str, Any]]) -> TollWords:
    """Read both files; ``framed`` are the words of the frames by outcome, which speak for theirs too.

    Raises:
        InvalidLexicon: a file is broken.
    """
    data, learned = read_knowledge("toll_words.yml"), read_knowledge("toll_weights.yml")
    try:
        uncounted = data["uncounted"]
        return TollWords(
            told=_by_first((*_framed_phrases(framed), *_phrases(data["told"]))),
            calm=frozenset((*data["calm"], *_forms(data["calm doing"]))),
            unreal=frozenset(data["unreal"]),
            continuing=frozenset(data["continuing"]),
            uncounted_before=LatePattern(uncounted["before"]),
            uncounted_behind=LatePattern(uncounted["behind"]),
            aged_before=LatePattern(uncounted["aged before"]),
            aged_behind=LatePattern(uncounted["aged behind"]),
            weights={name: float(weight) for name, weight in learned["weights"].items()},
            threshold=float(learned["threshold"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise InvalidLexicon(f"lexicon/toll_words.yml: expected words by outcome and kind, found {error!r}") from error


def _framed_phrases(framed: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, str, Outcome]]:
    """Phrase, kind and outcome of the words of the frames."""
    for row in framed:
        for kind, slots in _FRAMED.items():
            for slot in slots:
                yield from ((phrase.lower(), kind, Outcome(row["outcome"])) for phrase in row.get(slot, ()))


def _phrases(told: Mapping[str, Mapping[str, Any]]) -> Iterator[tuple[str, str, Outcome]]:
    """Phrase, kind and outcome of the further words, verbs in all their forms."""
    for name, rows in told.items():
        for sign, scope in (("", rows), ("loose ", rows.get("loose", {}))):
            for kind in _FRAMED:
                phrases = (*scope.get(kind, ()), *_forms(scope.get(_REGULAR.get(kind, ""), ())))
                yield from ((phrase, f"{sign}{kind}", Outcome(name)) for phrase in phrases)


_REGULAR = {"acts": "acting", "falls": "falling"}
"""Kind -> where its regular verbs are listed."""


def _forms(verbs: Iterable[str]) -> Iterator[str]:
    """All forms of regular verbs."""
    for verb in verbs:
        forms = inflect(verb, _DOUBLING)
        yield from (forms.base, forms.third, forms.past, forms.ing)


_DOUBLING = frozenset(("stab", "nab", "grab", "trap", "stop", "slip", "net", "swap", "throb", "pin"))


def _by_first(phrases: Iterable[tuple[str, str, Outcome]]) -> dict[str, tuple[Told, ...]]:
    """First word -> its phrases; of a phrase that tells the same outcome twice the kind that comes first."""
    found: dict[str, dict[tuple[tuple[str, ...], Outcome], str]] = {}
    for phrase, kind, outcome in phrases:
        first, *rest = phrase.split()
        found.setdefault(first, {}).setdefault((tuple(rest), outcome), kind)
    return {
        first: tuple(sorted((Told(rest, kind, outcome) for (rest, outcome), kind in rows.items()), key=_longest_first))
        for first, rows in found.items()
    }


def _longest_first(told: Told) -> tuple[int, Told]:
    return -len(told.rest), told
