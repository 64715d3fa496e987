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
    before = ""
    for first, word in enumerate(part):
        if before in _OWNING and word.text.islower():
            return None
        before = word.lower
        if before not in openings and before != ".":
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


_OWNING = frozenset(("of", "for", "at", "in", "by"))
_ENDING = frozenset(("of", "for", "at", "in", "from", "on", "with", "who", "which", "that"))
"""Words in front of which the head of a phrase stands."""
_RELATIVE = frozenset(("who", "which", "that"))


def _longest(part: Sequence[Word], first: int, known: Mapping[str, ActorType]) -> int | None:
    """Last index of the longest known phrase of up to four words that begins at a word."""
    stops = range(min(len(part), first + 4) - 1, first - 1, -1)
    return next((last for last in stops if _joined(part[first : last + 1]) in known), None)


def _joined(words: Sequence[Word]) -> str:
    return " ".join(word.lower for word in words if word.text != ".")


def find_head(part: Sequence[Word], lexicon: Lexicon) -> tuple[int, ActorType] | None:
    """Index and kind of the noun that tells what a phrase is: the last one in front of ``of``, ``for`` or ``in``."""
    heads, tails = lexicon.actors.heads, lexicon.head_tails
    lows = [word.lower for word in part]
    if lows and (lows[-1] in tails or not part[-1].wordlike):
        whole = without_article(" ".join([word.text for word in part])).lower().replace(" 's", "'s")
        if whole in heads:
            return len(part) - 1, heads[whole]
    stop = _stop(lows)
    for number in range(stop - 1, -1, -1):
        if lows[number] in tails:
            for length in (3, 2, 1):
                kind = heads.get(" ".join(lows[max(0, number - length + 1) : number + 1]))
                if kind is not None:
                    return number, kind
        if not part[number].capital:
            break
    noun = lows[stop - 1] if stop else ""
    if noun in lexicon.persons.singular:
        return stop - 1, ActorType.PERSON
    return (stop - 1, ActorType.CROWD) if noun in lexicon.persons.plural else None


def head_index(part: Sequence[Word]) -> int:
    """Index of the last word in front of the first ``of``, ``for`` or ``in``."""
    return _stop([word.lower for word in part]) - 1


def _stop(lows: Sequence[str]) -> int:
    """Index of the first word in front of which the head of a phrase stands; the end where there is none."""
    for number, low in enumerate(lows):
        if low in _ENDING and number:
            return number
    return len(lows)


def phrase_stop(part: Sequence[Word], head: int) -> int:
    """Last index of a described party: an ``of``/``for``/``at`` phrase behind its head belongs to it."""
    further = part[head + 1 :]
    joined = bool(further) and further[0].lower in _ENDING and further[0].lower not in _RELATIVE
    return len(part) - 1 if joined else head
