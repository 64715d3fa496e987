"""Claims that are the same in two versions though their ids differ: a rule that names otherwise drops nothing."""

import re
from collections import Counter
from collections.abc import Sequence

from generator.model.claim import Claim, Damage, Event, Party, Toll, What, Whereabouts

_SHARED = 0.6
"""Part of the words of two quotes that has to be shared for them to be one passage."""

_WORD = re.compile(r"\w+")


def pair_drifted(gone: Sequence[Claim], come: Sequence[Claim]) -> dict[str, Claim]:
    """The claims that only changed their ids: id now -> the claim as it was.

    Two claims are one if they are of one kind and outcome, their quotes share most words, and they agree in speaker,
    in value or in whom they count. Of several that could be meant, the one that agrees in more is taken.

    Args:
        gone: claims of the version before that the version after has not.
        come: claims of the version after that the version before has not.
    """
    scored = [
        (-agreed, -shared, number, place)
        for number, new in enumerate(come)
        for place, old in enumerate(gone)
        if _matter(old) == _matter(new)
        and (shared := _shared_words(old.quote, new.quote)) >= _SHARED
        and (agreed := _agreement(old, new))
    ]
    pairs: dict[int, int] = {}
    for _, _, number, place in sorted(scored):
        if number not in pairs and place not in pairs.values():
            pairs[number] = place
    return {come[number].id: gone[place] for number, place in pairs.items()}


def _matter(claim: Claim) -> tuple[object, ...]:
    """What a claim is about at its broadest."""
    what = claim.what
    outcome = what.outcome if isinstance(what, Toll) else what.type if isinstance(what, Event) else None
    return claim.kind, outcome


def _shared_words(one: str, other: str) -> float:
    """Part of the words of the longer text that the other one has too."""
    first, second = (Counter(_WORD.findall(text.casefold())) for text in (one, other))
    longer = max(first.total(), second.total())
    return (first & second).total() / longer if longer else float(one == other)


def _agreement(old: Claim, new: Claim) -> int:
    """In how many of speaker, value, and persons or things counted two claims agree."""
    if _subject(old.what) is None:
        return int(old.said.by == new.said.by)
    return (old.said.by == new.said.by) + (old.what == new.what) + (_subject(old.what) == _subject(new.what))


def _subject(what: What | None) -> object:
    match what:
        case Toll(who=who, category=category):
            return who or category
        case Damage(of=things):
            return things
        case Event(perpetrators=doers, victims=victims):
            return doers, victims
        case Party(who=parties):
            return parties
        case Whereabouts(places=places):
            return places
        case _:
            return None
