"""The word that tells what kind of party a noun phrase names."""

from collections.abc import Sequence

from generator.extract.matching import Word
from generator.lexicon.lexicon import Lexicon
from generator.model.vocabulary import ActorType


def find_office(part: Sequence[Word], lexicon: Lexicon) -> tuple[int, int, ActorType] | None:
    """First and last index of the office in a part: the earliest, and of those the longest."""
    for first in range(len(part)):
        if first and part[first - 1].text.lower() in ("of", "for", "at", "in", "by") and part[first].text.islower():
            return None
        for last in range(min(len(part), first + 4) - 1, first - 1, -1):
            kind = lexicon.actors.offices.get(
                " ".join(word.text.lower() for word in part[first : last + 1] if word.text != ".")
            )
            if kind is not None and not (last + 1 < len(part) and part[last + 1].text == "'s"):
                stop = last + 1 if last + 1 < len(part) and part[last + 1].text == "." else last
                further = (
                    find_office(part[stop + 1 :], lexicon) if stop + 1 < len(part) and part[stop + 1].capital else None
                )
                return (first, stop + 1 + further[1], kind) if further and further[0] == 0 else (first, stop, kind)
    return None


def find_head(part: Sequence[Word], lexicon: Lexicon) -> tuple[int, ActorType] | None:
    """Index and kind of the noun that tells what a phrase is: the last one in front of ``of``, ``for`` or ``in``."""
    stop = next(
        (
            n
            for n, word in enumerate(part)
            if n and word.text.lower() in ("of", "for", "at", "in", "from", "on", "with", "who", "which", "that")
        ),
        len(part),
    )
    for number in range(stop - 1, -1, -1):
        for length in (3, 2, 1):
            text = " ".join(word.text.lower() for word in part[max(0, number - length + 1) : number + 1])
            kind = lexicon.actors.heads.get(text)
            if kind is not None:
                return number, kind
        if not part[number].capital:
            break
    noun = part[stop - 1].text.lower() if stop else ""
    if noun in lexicon.persons.singular:
        return stop - 1, ActorType.PERSON
    return (stop - 1, ActorType.CROWD) if noun in lexicon.persons.plural else None


def head_index(part: Sequence[Word]) -> int:
    """Index of the last word in front of the first ``of``, ``for`` or ``in``."""
    stops = ("of", "for", "at", "in", "from", "on", "with", "who", "which", "that")
    return next((n for n, word in enumerate(part) if n and word.text.lower() in stops), len(part)) - 1


def phrase_stop(part: Sequence[Word], head: int) -> int:
    """Last index of a described party: an ``of``/``for``/``at`` phrase behind its head belongs to it."""
    further = part[head + 1 :]
    joined = bool(further) and further[0].text.lower() in ("of", "for", "at", "in", "from", "on", "with")
    return len(part) - 1 if joined else head
