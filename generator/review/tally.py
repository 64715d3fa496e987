"""A sheet in one line and by record: how many claims changed, came and went."""

from collections import Counter
from collections.abc import Iterable

from generator.review.sheet import Chapter, Sheet

SORTS = (
    "changed claims",
    "proposals to settle",
    "dropped claims",
    "rejected claims",
    "new claims",
    "headlines newly linked",
    "other changes",
)
"""The sections of a chapter, the most urgent first."""


def counted(number: int, noun: str) -> str:
    """``1 record``, ``2 records``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def tally(chapter: Chapter) -> Counter[str]:
    """How many items each section has."""
    return Counter({section.name: len(section.items) for section in chapter.sections})


def tally_words(counts: Counter[str]) -> str:
    """``1 changed claim, 2 new claims``."""
    return ", ".join(_words(name, counts[name]) for name in SORTS if counts[name])


def outline(sheet: Sheet) -> str:
    """What differs, in one sentence."""
    if not sheet.chapters and not sheet.unread:
        return "no record differs."
    whole = _sum(map(tally, sheet.chapters))
    parts = [f"{counted(len(sheet.chapters), 'record')} changed" if sheet.chapters else "", tally_words(whole)]
    if sheet.unread:
        parts.append(f"{counted(len(sheet.unread), 'fault')} in files that are no records")
    return "; ".join(part for part in parts if part) + "."


def _sum(counts: Iterable[Counter[str]]) -> Counter[str]:
    whole: Counter[str] = Counter()
    for each in counts:
        whole.update(each)
    return whole


def _words(name: str, number: int) -> str:
    """The name of a section with its number; ``headlines newly linked`` has its noun in front."""
    noun, _, rest = name.partition(" ")
    if number == 1:
        name = f"{noun.removesuffix('s')} {rest}".replace("claims", "claim").replace("changes", "change")
    return f"{number:,} {name}"
