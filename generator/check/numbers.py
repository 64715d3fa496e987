"""Numbers in plain English, read without the extractor's lexicon: an auditor does not borrow the books it audits."""

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal

from generator.model.values import value

_UNITS = "one two three four five six seven eight nine"
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SCALES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 10**3,
    "million": 10**6,
    "mn": 10**6,
    "billion": 10**9,
    "bn": 10**9,
    "trillion": 10**12,
}
_SMALL = {
    **{word: value for value, word in enumerate(f"{_UNITS} {_TEENS}".split(), start=1)},
    **{word: value for value, word in zip(range(20, 100, 10), _TENS.split(), strict=True)},
    "a": 1,
    "an": 1,
}
_SCALE_OF_A_GROUP = 1000

_UNIT, _TEEN, _TEN, _SCALE = (
    f"(?:{'|'.join(words)})" for words in (_UNITS.split(), _TEENS.split(), _TENS.split(), _SCALES)
)
_SPELLED_SMALL = rf"(?:{_TEN}(?:[ -]{_UNIT})?|{_TEEN}|{_UNIT})\b"
_HALF = rf"\bhalf an? (?P<half>{_SCALE})\b"
_SPELLED = rf"\b(?:{_SPELLED_SMALL}|an?(?=[ -]{_SCALE}\b))(?:[ -]{_SCALE}\b(?:(?: and)?[ -]{_SPELLED_SMALL})?)*"
_GROUPED = "[0-9]{1,3}(?:,[0-9]{2,3}){0,6},[0-9]{3}(?![0-9])|[0-9]{1,3}(?:[\u00a0\u2009\u202f][0-9]{3}){1,6}(?![0-9])"
_DOTTED = r"(?<!\w)(?P<dotted>[0-9]+(?:\.[0-9]+){2,})"
_DIGITS = (
    rf"(?<![\w.])(?<![^\W\d_][-‐‑])(?P<digits>{_GROUPED}|[0-9]+)(?P<fraction>\.[0-9]+)?"
    rf"(?:[ -]?(?P<scale>{_SCALE})\b)?"
)
_NUMBER = re.compile(rf"{_HALF}|(?P<spelled>{_SPELLED})|{_DOTTED}|{_DIGITS}")
_GROUP_SIGNS = re.compile("[,\u00a0\u2009\u202f]")
_PART = re.compile("[a-z]+")

_BEFORE_A_PRONOUN = re.compile(r"\b(?:no|any|every|each|some|this|that|which|the|another|only|not|latest|last)[ -]$")
_BEHIND_A_PRONOUN = re.compile(
    r"(?:[ -](?:of|another|such|by|who|that|which|and|or|in|on|is|was|has|to|but)\b|[^\w -]|[ -]?$|s\b)"
)


@value
class Number:
    """A number that a text writes.

    Attributes:
        value: the number; ``1.1 million`` is 1100000.
        text: as written, case folded.
        pronoun: whether it is a ``one`` that probably counts nothing (``one of the deadliest``).
    """

    value: Decimal
    text: str
    pronoun: bool = False


def _plain_digits(text: str) -> str:
    """The text with the decimal digits of any script as ASCII digits."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in text)


def find_numbers(text: str) -> Iterator[Number]:
    """The numbers of ``text`` in order: digits with thousands separators, fractions and scales, and number words.

    Ordinals count in digits only (``92nd``); a number that is part of a name's word (``G7``, ``F-16``) does not.
    """
    folded = _plain_digits(text.casefold())
    for found in _NUMBER.finditer(folded):
        if found["half"]:
            yield Number(Decimal(_SCALES[found["half"]]) / 2, found[0])
        elif found["spelled"]:
            pronoun = found[0] == "one" and _is_pronoun(folded, found)
            yield Number(_spelled(found[0]), found[0], pronoun=pronoun)
        elif found["dotted"]:
            yield from (Number(Decimal(part), part) for part in found["dotted"].split("."))
        else:
            digits = _GROUP_SIGNS.sub("", found["digits"]) + (found["fraction"] or "")
            yield Number(Decimal(digits) * _SCALES.get(found["scale"], 1), found[0])


def number_values(*texts: str) -> frozenset[Decimal]:
    """The values of all numbers that the texts write, doubtful ones included."""
    return frozenset(number.value for text in texts for number in find_numbers(text))


def _spelled(text: str) -> Decimal:
    """``one hundred and forty-five thousand`` -> 145000."""
    total = group = 0
    for part in _PART.findall(text):
        if part in _SMALL:
            group += _SMALL[part]
        elif part in _SCALES and _SCALES[part] < _SCALE_OF_A_GROUP:
            group *= _SCALES[part]
        elif part in _SCALES:
            total, group = total + group * _SCALES[part], 0
    return Decimal(total + group)


def _is_pronoun(folded: str, found: re.Match[str]) -> bool:
    before = folded[max(0, found.start() - 12) : found.start()]
    return bool(_BEFORE_A_PRONOUN.search(before) or _BEHIND_A_PRONOUN.match(folded, found.end()))
