"""Folding for matching: the same text in plainer signs, every offset unchanged."""

import unicodedata
from functools import lru_cache

_PLAIN_TABLE = {code: " " for code in (*range(0x20), 0x7F) if code not in (0x0A, 0x0D)} | {0x0B: "\n", 0x0C: "\n"}
"""ASCII controls; tabs are spaces, form feeds are line ends."""

_NAMED = {
    **dict.fromkeys("“”„‟«»〝〞〟＂", '"'),
    **dict.fromkeys("‘’‚‛‹›ʼ´＇", "'"),
    **dict.fromkeys("‐‑‒–—―−﹘﹣－⁃", "-"),
    "\x85": "\n",
}

_BY_CATEGORY = {"Zs": " ", "Cf": " ", "Co": " ", "Cs": " ", "Cc": " ", "Zl": "\n", "Zp": "\n", "Pd": "-"}

_FULLWIDTH_FIRST, _FULLWIDTH_LAST, _FULLWIDTH_SHIFT = "！", "～", 0xFEE0

_FEW = 24
"""Up to so many different signs, one pass for each is faster than a table look-up for every sign of the text."""


@lru_cache(maxsize=4096)
def _folded_sign(sign: str) -> str:
    """What one sign outside ASCII becomes; most become themselves."""
    if sign in _NAMED:
        return _NAMED[sign]
    if _FULLWIDTH_FIRST <= sign <= _FULLWIDTH_LAST:
        return chr(ord(sign) - _FULLWIDTH_SHIFT)
    category = unicodedata.category(sign)
    if category == "Nd":
        return str(unicodedata.decimal(sign))
    return _BY_CATEGORY.get(category, sign)


def fold(text: str) -> str:
    """The text with quotes, dashes, spaces and digits in their ASCII form, one code point for one.

    Signs that nobody sees (zero width, direction marks, private use, controls) become spaces, every line end but
    carriage return becomes a line feed. The result is for matching only: quotes are always cut from the text itself.
    Folding a second time changes nothing.
    """
    if text.isascii():
        return text.translate(_PLAIN_TABLE)
    table = {
        sign: plain
        for sign in set(text)
        if (plain := _PLAIN_TABLE.get(ord(sign), sign) if sign.isascii() else _folded_sign(sign)) != sign
    }
    if len(table) > _FEW:
        return text.translate({ord(sign): plain for sign, plain in table.items()})
    for sign, plain in table.items():
        text = text.replace(sign, plain)
    return text
