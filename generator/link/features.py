"""What a headline can be recognised by: its folded words, its rare words, its figures, its places and actors."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping

from generator.model.headline import HeadlineMentions
from generator.model.values import value
from generator.model.vocabulary import EventType, Outcome

RARE_AT_LEAST = 5
"""A word that stands in this many headlines and titles of a workspace, or fewer, is rare however small it is."""

RARE_AT_MOST = 50
"""A word that stands in more headlines and titles than this is common however large the workspace is."""

RARE_SHARE = 100
"""Between the two a word is rare while at most one text in this many holds it."""

_VIOLENCE = (
    *(EventType.ASSASSINATION, EventType.BOMBING, EventType.AIR_STRIKE, EventType.ARMED_CLASH, EventType.ABDUCTION),
    *(EventType.SECURITY_OPERATION, EventType.HIJACKING, EventType.ARSON, EventType.PROTEST, EventType.RIOT),
    EventType.CRIME,
)
_KINDS = dict.fromkeys(_VIOLENCE, EventType.ARMED_ATTACK) | {
    EventType.SEVERE_WEATHER: EventType.NATURAL_DISASTER,
    EventType.INDUSTRIAL_ACCIDENT: EventType.FIRE,
}
"""Types that headlines tell by each other's words -> the one that stands for them."""

NO_MENTIONS = HeadlineMentions()
"""Of a text in which nothing was looked for."""

_QUOTES = frozenset("'\"`´‘’‚‛“”„‟«»‹›′″")
_KEPT = frozenset("%")
_JOINING = re.compile(r"(?<=\d),(?=\d)|(?<=[^\W\d_])\.")
_FIGURE_DIGITS = 12
_NAME_LETTERS = 4
_STEM_LETTERS = 4
_ENDINGS = ("ing", "ed", "e")

_NUMERALS = {
    word: str(value)
    for value, word in enumerate(
        ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), start=2
    )
}

_COMMON = """
a about above after again against all also am amid among an and another any are around as at away back be because
been before being below between both but by can claim claimed claims could day days dead death deaths did die died
dies do does down during each ends even ever every expected face faces fear feared fears feature few first for
former from get gets give given go goes got had has have he her here him his hit hits how hundreds if in injure
injured injures injuring into is it its just kill killed killing kills last late latest least leave leaves likely
live make makes man many may men might month months more most much must near nearly new news next no not now of off
official officials on once one only opinion or other our out over own part people per person police put puts reach
reached reaches report reported reports rise rises rose said say says see seen set sets she should since so some
source sources start starts statement still such take takes than that the their them then there these they this
those thousands through time times to today told toll tomorrow too under until up update updates upon us use very
via video was watch way we week weeks well were what when where which while who whom whose why will with woman women
would wounded wounding wounds year years yesterday yet you your
monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
october november december
"""
_STOP = frozenset(_COMMON.split())
"""Words that nearly any headline may hold, so that sharing them says nothing about the event."""


@value
class Features:
    """What one headline or title is compared by.

    Attributes:
        normalised: the folded text.
        words: stem -> the word as written, of words that are neither common nor part of a place's or actor's name.
        figures: numbers in digits.
        keys: key -> name to show, of the places and actors that the text names.
        event: the kind of event that the text tells (see `event_kind`), or None.
        outcomes: what befell the persons whom the text counts.
    """

    normalised: str
    words: Mapping[str, str]
    figures: frozenset[str]
    keys: Mapping[str, str]
    event: EventType | None = None
    outcomes: frozenset[Outcome] = frozenset()


def event_kind(kind: EventType) -> EventType:
    """The type, or the one that stands for all that are told by the same words."""
    return _KINDS.get(kind, kind)


class _Signs(dict[int, str]):
    """What each code point becomes in a folded headline; filled as code points are met."""

    def __missing__(self, point: int) -> str:
        sign = chr(point)
        category = unicodedata.category(sign)
        if sign in _QUOTES or category == "Cf":
            kept = ""
        else:
            kept = " " if category[0] in "PZC" and sign not in _KEPT else sign
        self[point] = kept
        return kept


_SIGNS = _Signs()


def normalise_headline(text: str) -> str:
    """The text with case, compatibility forms, quotes, punctuation and spaces folded away.

    Two headlines are the same one when their folded texts are equal. ``Gaza’s`` and ``Gaza's`` fold to ``gazas``,
    ``1,000`` to ``1000``, ``U.S.`` to ``us``; other punctuation separates words. A text of signs alone keeps them.
    """
    folded = text
    for _ in range(2):  # a compatibility form may hold a capital, and a folded letter may be one
        folded = unicodedata.normalize("NFKC", folded).casefold()
    kept = _JOINING.sub("", folded).translate(_SIGNS)
    return " ".join(unicodedata.normalize("NFKC", kept).split()) or " ".join(folded.split())


def find_features(text: str, mentions: HeadlineMentions) -> Features:
    """The words, figures, places and actors of ``text``; ``mentions`` are those that were found in it."""
    keys = dict((*mentions.places, *mentions.nations, *mentions.actors))
    names = {part for name in (*keys, *keys.values()) for part in normalise_headline(name).split()}
    long_names = tuple(sorted(part for part in names if len(part) >= _NAME_LETTERS))
    words: dict[str, str] = {}
    figures = set()
    for piece in text.split():
        tokens = normalise_headline(piece).split()
        for token in tokens:
            if token in _NUMERALS or (token.isdecimal() and len(token) <= _FIGURE_DIGITS):
                figures.add(_NUMERALS.get(token, token))
            elif token not in _STOP and token not in names and len(token) > 1 and not token.startswith(long_names):
                words.setdefault(
                    _stem(token), piece.strip("".join(_QUOTES) + ",.:;!?()[]") if len(tokens) == 1 else token
                )
    return Features(
        normalise_headline(text),
        words,
        frozenset(figures),
        keys,
        event_kind(mentions.type) if mentions.type is not None else None,
        frozenset(toll.outcome for toll in mentions.tolls),
    )


def _stem(word: str) -> str:
    """The word without a plural and then a verb ending, so that ``reopening`` meets ``reopens``."""
    if word.endswith("s") and not word.endswith("ss") and len(word) > _STEM_LETTERS:
        word = word[:-1]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM_LETTERS:
            return word[: -len(ending)]
    return word


def find_rare(texts: Iterable[Features]) -> frozenset[str]:
    """The stems that are rare among the workspace's different headlines and titles."""
    different = {features.normalised: features for features in texts}
    counts = Counter(stem for features in different.values() for stem in features.words)
    limit = min(max(RARE_AT_LEAST, len(different) // RARE_SHARE), RARE_AT_MOST)
    return frozenset(stem for stem, count in counts.items() if count <= limit)
