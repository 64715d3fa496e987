"""The word that tells what kind of party a noun phrase names."""

from collections.abc import Mapping, Sequence

from generator.extract.prose.matching import Word, without_article
from generator.lexicon.lexicon import Lexicon
from generator.model.vocabulary import ActorType


def find_office(part: Sequence[Word], lexicon: Lexicon) -> tuple[int, int, ActorType] | None:
    """First and last index of the office in a part: the earliest, and of those the longest.

    ``Justice ministry`` and ``general staff`` begin with an office and are none; ``the governor's office`` is none.
    """
    openings = lexicon.actors.opening_offices
    for first, word in enumerate(part):
        if first and part[first - 1].lower in ("of", "for", "at", "in", "by") and word.text.islower():
            return None
        if word.lower not in openings and word.text != ".":
            continue
        last = _longest(part, first, lexicon.actors.offices)
        if last is None:
            continue
        body = _longest(part, first, lexicon.actors.heads)
        if (body is not None and body > last) or (last + 1 < len(part) and part[last + 1].text == "'s"):
            return None
        kind = lexicon.actors.offices[_joined(part[first : last + 1])]
        stop = last + 1 if last + 1 < len(part) and part[last + 1].text == "." else last
        rest = part[stop + 1 :]
        rank = find_office(rest, lexicon) if rest and rest[0].capital else None
        return (first, stop + 1 + rank[1], kind) if rank and rank[0] == 0 else (first, stop, kind)
    return None


def _longest(part: Sequence[Word], first: int, known: Mapping[str, ActorType]) -> int | None:
    """Last index of the longest known phrase of up to four words that begins at a word."""
    stops = range(min(len(part), first + 4) - 1, first - 1, -1)
    return next((last for last in stops if _joined(part[first : last + 1]) in known), None)


def _joined(words: Sequence[Word]) -> str:
    return " ".join(word.lower for word in words if word.text != ".")


def find_head(part: Sequence[Word], lexicon: Lexicon) -> tuple[int, ActorType] | None:
    """Index and kind of the noun that tells what a phrase is: the last one in front of ``of``, ``for`` or ``in``."""
    whole = without_article(" ".join(word.text for word in part)).lower().replace(" 's", "'s")
    if whole in lexicon.actors.heads:
        return len(part) - 1, lexicon.actors.heads[whole]
    stop = next(
        (
            n
            for n, word in enumerate(part)
            if n and word.lower in ("of", "for", "at", "in", "from", "on", "with", "who", "which", "that")
        ),
        len(part),
    )
    for number in range(stop - 1, -1, -1):
        for length in (3, 2, 1):
            text = " ".join(word.lower for word in part[max(0, number - length + 1) : number + 1])
            kind = lexicon.actors.heads.get(text)
            if kind is not None:
                return number, kind
        if not part[number].capital:
            break
    noun = part[stop - 1].lower if stop else ""
    if noun in lexicon.persons.singular:
        return stop - 1, ActorType.PERSON
    return (stop - 1, ActorType.CROWD) if noun in lexicon.persons.plural else None


def head_index(part: Sequence[Word]) -> int:
    """Index of the last word in front of the first ``of``, ``for`` or ``in``."""
    stops = ("of", "for", "at", "in", "from", "on", "with", "who", "which", "that")
    return next((n for n, word in enumerate(part) if n and word.lower in stops), len(part)) - 1


def phrase_stop(part: Sequence[Word], head: int) -> int:
    """Last index of a described party: an ``of``/``for``/``at`` phrase behind its head belongs to it."""
    further = part[head + 1 :]
    joined = bool(further) and further[0].lower in ("of", "for", "at", "in", "from", "on", "with")
    return len(part) - 1 if joined else head
