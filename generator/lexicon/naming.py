"""Names that two desks spell each in its own way, under one key."""

import re
import unicodedata
from functools import cache, lru_cache

from generator.lexicon.sources import read_text

_REMEMBERED = 65_536
"""So many different names are remembered."""

_SHORTEST = 3
_ARTICLE = re.compile(r"(?:al|el|ar|as|ad|an|at|az|ash)[-‐‑]")
_ADJECTIVE = re.compile(r"(?<=[a-z]{4})(?:skyi|skii|skiy|skyy|skij|sky|tsia|sia|sa)$")
_PAIRS = (
    *(("ou", "u"), ("oo", "u"), ("ow", "u"), ("ee", "i"), ("ie", "i"), ("ey", "i"), ("y", "i"), ("qu", "k")),
    *(("ph", "f"), ("ck", "k"), ("c", "k"), ("q", "k"), ("x", "ks"), ("w", "v"), ("z", "s")),
)
_VOWELS = str.maketrans({"o": "u", "e": "i"})
_HARD = str.maketrans("gbdj", "kptc")
_DOUBLE = re.compile(r"(.)\1+")


@lru_cache(maxsize=_REMEMBERED)
def fold_letters(name: str) -> str:
    """The name in lower case, without accents, apostrophes and other signs."""
    plain = unicodedata.normalize("NFKD", name.replace("ı", "i")).casefold()
    return "".join(sign for sign in plain if sign.isalnum() or sign in "-‐‑")


@lru_cache(maxsize=_REMEMBERED)
def name_key(name: str) -> str:
    """What is left of a name once the habits of desks are taken away.

    An article before a hyphen (``al-``, ``el-``), a Slavic adjective's ending, ``h`` behind another letter, double
    letters, whether the first consonant is soft or hard (``Daegu``, ``Taegu``) and the choice between like letters say
    nothing; of the vowels of a name with three consonants only the first counts. So ``al-Fashir`` and ``El-Fasher``
    have one key, and ``Sa'dah``, ``Saada`` and ``Sa’ada`` have. Names of one place that have nothing of this in common
    (``Liège``, ``Lüttich``) have the key of the first in ``exonyms.txt``.
    """
    key = _bones(name)
    return _exonyms().get(key, key)


@cache
def _exonyms() -> dict[str, str]:
    """Key of a place's other names -> key of its first one."""
    rows = (line.split() for line in read_text("exonyms.txt").splitlines() if not line.startswith("#"))
    return {_bones(name): _bones(names[0]) for names in rows for name in names[1:]}


def _bones(name: str) -> str:
    """The name without vowels and habits."""
    light = _ARTICLE.sub("", fold_letters(name)).replace("-", "").replace("‐", "").replace("‑", "")
    light = _ADJECTIVE.sub("", light)
    for written, meant in _PAIRS:
        light = light.replace(written, meant)
    light = light[:1] + light[1:].replace("h", "")
    light = _DOUBLE.sub(r"\1", light.translate(_VOWELS))
    bones = [sign for sign in light if sign not in "aiu"]
    light = light[:1].translate(_HARD) + light[1:]
    if len(bones) < _SHORTEST:
        return light
    vowel = next((sign for sign in light if sign in "aiu"), "")
    return _DOUBLE.sub(r"\1", vowel.upper() + bones[0].translate(_HARD) + "".join(bones[1:]))
