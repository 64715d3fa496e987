"""Scalars of a record file: what a plain word means, and which strings may stand plain.

YAML 1.1 and 1.2 read many plain words differently (``no``, ``12:30``, ``0145``, ``1e3``). A record uses only
the plain forms that both read alike; every other string stands in double quotes.
"""

import json
import re
from decimal import Decimal
from functools import cache

from generator.model.signs import NONCHARACTERS, OVERRIDES

_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,17}")
_FLOAT = re.compile(r"-?(?:0|[1-9][0-9]{0,308})\.[0-9]{1,350}")
_CONSTANTS: dict[str, bool | None] = {"": None, "null": None, "true": True, "false": False}

# Words that YAML 1.1 or 1.2 takes for something else than text, in any case.
_RESERVED = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
_LONGEST_RESERVED = max(map(len, _RESERVED))

# Numbers, times and dates of either version, and whatever looks like them.
_NUMERIC = re.compile(r"[0-9][-+.0-9_,:eEtTzZ ]*+|0[xXoObB][0-9a-fA-F_]*+")

_SHOWN = 60  # signs of a value in a message
_SAFE_DIGITS = 15  # every decimal number of so many digits comes back from binary as it went in
_MOST_DIGITS = 17  # no number needs more to be told from all others

# Signs that no file may hold as they are: controls but the line feed, line ends that only YAML 1.1 knows,
# surrogates, noncharacters, bidirectional overrides and byte order marks.
RAW_REFUSED = re.compile(
    f"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff{OVERRIDES}{NONCHARACTERS}]",
)

# Halves of a pair, which escapes can bring in and no file can hold.
SURROGATE = re.compile("[\ud800-\udfff]")

# Signs that are written as escapes: what may not stand raw, and what a reviewer could not see.
_UNSEEN = (
    "\x00-\x1f\x7f-\xa0\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff0-\ufffb"
    f"\ud800-\udfff\U000e0000-\U000e0fff{NONCHARACTERS}"
)
_ESCAPED = re.compile(f'["\\\\{_UNSEEN}]')
_SHORT_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r", "\b": "\\b", "\f": "\\f"}

_ESCAPED_ASCII = re.compile('["\\\\\x00-\x1f\x7f]')


# Plain text: words of safe signs, joined by single spaces, colons and number signs, so that neither ``: `` nor
# `` #`` can arise. Within brackets the marks of flow style are no safe signs either.
def _plain(first: str, unsafe: str) -> re.Pattern[str]:
    return re.compile(f"{first}[^{unsafe}]*+(?:[ :#][^{unsafe}]++)*+")


# Large sets of signs take long to compile, and few texts need them.
@cache
def _plain_beyond_ascii(marks: str) -> re.Pattern[str]:
    return _plain(_FIRST, marks + _UNSEEN)


_MARKS = " :#"
_FLOW_MARKS = _MARKS + ",?\\[\\]{}"
_FIRST = f"(?![{_UNSEEN}])[0-9A-Za-z\u00a1-\U0010ffff]"

# The same for the common case; small sets of signs match several times faster too.
_BLOCK_PLAIN_ASCII = _plain("[0-9A-Za-z]", _MARKS + "\x00-\x1f\x7f")
_FLOW_PLAIN_ASCII = _plain("[0-9A-Za-z]", _FLOW_MARKS + "\x00-\x1f\x7f")


def resolve(plain: str) -> bool | int | float | str | None:
    """The value that a plain scalar stands for: null, true, false, a number that it names exactly, or its own text."""
    if plain in _CONSTANTS:
        return _CONSTANTS[plain]
    if plain[0] not in "-0123456789":
        return plain
    if _INTEGER.fullmatch(plain):
        return int(plain)
    if _FLOAT.fullmatch(plain):
        return _exact(plain)
    return plain


def _exact(plain: str) -> float | str:
    """The number that says all that its text says, or the text where none does."""
    if len(plain) <= _SAFE_DIGITS:
        return float(plain)
    if len(plain.strip("-0.").replace(".", "")) > _MOST_DIGITS:
        return plain
    number = float(plain)
    return number if _decimal(number).rstrip("0") == plain.rstrip("0") else plain


def _decimal(number: float) -> str:
    """The shortest decimal text that reads back as the same number, with a point and without an exponent."""
    text = repr(number)
    if "e" in text:
        text = format(Decimal(text), "f")
    return text if "." in text else f"{text}.0"


def quoted(text: str) -> str:
    """The double-quoted form of ``text``: JSON escapes for what is not seen, letters of every script as they are."""
    return f'"{(_ESCAPED_ASCII if text.isascii() else _ESCAPED).sub(_escape, text)}"'


def _escape(found: re.Match[str]) -> str:
    sign = found[0]
    short = _SHORT_ESCAPES.get(sign)
    if short is not None:
        return short
    return f"\\u{ord(sign):04x}" if sign <= "\uffff" else f"\\U{ord(sign):08x}"


def written(text: str, *, flow: bool) -> str:
    """The one canonical way to write a string.

    Args:
        text: without surrogates.
        flow: whether it stands within brackets.
    """
    if text.isascii():
        plain = _FLOW_PLAIN_ASCII if flow else _BLOCK_PLAIN_ASCII
    else:
        plain = _plain_beyond_ascii(_FLOW_MARKS if flow else _MARKS)
    if plain.fullmatch(text) is None or (text[0] <= "9" and _NUMERIC.fullmatch(text)):
        return quoted(text)
    if flow and text.endswith(" -"):  # not all readers see that a bracket or a comma ends this
        return quoted(text)
    if len(text) <= _LONGEST_RESERVED and text.lower() in _RESERVED:
        return quoted(text)
    return text


def written_number(number: int | float) -> str:
    """The decimal form of a number, without an exponent.

    Raises:
        ValueError: not finite, or a whole number of more than 18 digits.
    """
    if isinstance(number, int):
        text = str(number) if -(10**18) < number < 10**18 else ""
        legal = _INTEGER.fullmatch(text)
    else:
        text = _decimal(number)
        legal = _FLOAT.fullmatch(text)
    if legal is None:
        raise ValueError(f"a record cannot hold the number {number!r}")
    return text


def shown(value: object) -> str:
    """A value as a phrase of a message: one line, safe on a terminal, cut short where long."""
    if value is None:
        return "null"
    if isinstance(value, bool | int | float):
        return f"the {'value' if isinstance(value, bool) else 'number'} {json.dumps(value)}"[:_SHOWN]
    if isinstance(value, str):
        return quoted(value if len(value) <= _SHOWN else value[:_SHOWN] + "...")
    return "a list" if isinstance(value, list | tuple) else "a mapping"
