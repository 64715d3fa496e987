"""What the words of a part of a story can be recognised by: names, telling words, figures, countries, days."""

import itertools
import re
from collections.abc import Iterable, Mapping
from dataclasses import field

from generator.lexicon.naming import fold_letters, name_key
from generator.lexicon.stems import stem_of
from generator.lexicon.threads import ThreadLexicon
from generator.link.calendar import Named, find_named_days
from generator.model.story import Story
from generator.model.values import value

_TOKEN = re.compile(r"[^\W_][\w'’‘ʻ‑-]*")
_TEN_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"
_UNIT_WORDS = """
two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen
"""
_CALENDAR_WORDS = """
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
october november december jan feb mar apr jun jul aug sept sep oct nov dec
"""
_TENS = {word: 10 * number for number, word in enumerate(_TEN_WORDS.split(), start=2)}
_UNITS = {word: number for number, word in enumerate(_UNIT_WORDS.split(), start=2)}
_CALENDAR = frozenset(_CALENDAR_WORDS.split())
_ARTICLE = r"(?:[aAeE][a-z]{1,2}[-‐‑])"
"""What stands before many Arabic names, in lower case too (``al-``, ``ez-``)."""

_ARTICLED = re.compile(rf"{_ARTICLE}[A-ZÀ-Þ]")
_SITE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]n|[Oo]utside|[Tt]o|[Hh]its?|[Ss]trikes?|off) (?:the )?(?:[a-z-]+ ){0,2}?"
    rf"(?P<name>{_ARTICLE}?[A-ZÀ-Þ][\w'’-]+(?: {_ARTICLE}?[A-ZÀ-Þ][\w'’-]+){{0,2}})(?! [Ss]aid)|"
    rf"(?P<district>{_ARTICLE}?[A-ZÀ-Þ][\w'’-]+(?: {_ARTICLE}?[A-ZÀ-Þ][\w'’-]+)?) "
    r"(?:district|market|province|state|village|town|city|quarter|neighbou?rhood|region|county|island|lake|river|station)\b"
)
_POSSESSIVE = re.compile(r"['’]s?$")


@value
class Zone:
    """What one part of a story can be recognised by.

    Attributes:
        names: key -> name, of what it writes with a capital.
        words: stem -> word, of its other words that not every story has.
        grades: key of a name or stem -> how telling it is in any story, where that is less than 1.
        figures: numbers.
        countries: ISO 3166-1 alpha-2 codes of the countries that its words name.
        days: that it names.
        sites: keys of the names that say where something is.
        harm: those of the days beside which it tells that people or things came to harm.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    grades: Mapping[str, float] = field(default_factory=dict)
    figures: frozenset[int] = frozenset()
    countries: frozenset[str] = frozenset()
    days: tuple[Named, ...] = ()
    sites: frozenset[str] = frozenset()
    harm: tuple[Named, ...] = ()


NOTHING = Zone()
"""A part without words."""


def read_zone(text: str, lexicon: ThreadLexicon) -> Zone:
    """What a text that stands by itself, such as a headline, can be recognised by."""
    return WordReader(lexicon).zone([text])


def read_line(text: str, lexicon: ThreadLexicon) -> Zone:
    """The same without days and sites, in half the time."""
    return WordReader(lexicon).line(text)


def _plain(token: str) -> str:
    """The word without a possessive ending."""
    return _POSSESSIVE.sub("", token) if "'" in token or "’" in token else token


def tells_harm(text: str, lexicon: ThreadLexicon) -> bool:
    """Whether a text in lower case tells that something came to harm, and not what came of that."""
    return bool(lexicon.harm.search(text)) and not lexicon.aftermath.search(text)


class WordReader:
    """Reads parts of one story.

    Args:
        lexicon: ordinary words, countries and how telling words are.
        story: whose parts they are; None for a text that stands by itself.
        places: keys of the names that the story's record has as places.
    """

    def __init__(
        self, lexicon: ThreadLexicon, story: Story | None = None, places: frozenset[str] = frozenset()
    ) -> None:
        self._lexicon = lexicon
        self._places = places
        self._published = story.published if story else None
        self._own = frozenset(map(name_key, (story.publisher or "" if story else "").split()))

    def zone(self, texts: Iterable[str], filed: str | None = None) -> Zone:
        """What some texts can be recognised by."""
        names: dict[str, str] = {}
        words: dict[str, str] = {}
        figures: set[int] = set()
        days: list[Named] = []
        harm: list[Named] = []
        countries: set[str] = set()
        sites: set[str] = set()
        for text in texts:
            sites |= {
                name_key(piece)
                for found in _SITE.finditer(text)
                for piece in (found[1] or found[2]).split()
                if not self._lexicon.is_wide(_plain(piece))
            }
            named = tuple(find_named_days(text, self._published))
            days += named
            if named and tells_harm(text.lower(), self._lexicon):
                harm += (each for each in named if not each.spoken)
            self._read(text, names, words, figures)
            countries |= self._countries(text)
        if filed and not countries:
            countries |= self._countries(filed)
        return Zone(
            names,
            words,
            self._grades(names, words),
            frozenset(figures),
            frozenset(countries),
            tuple(dict.fromkeys(days)),
            frozenset((sites & self._places or sites) & names.keys()),
            tuple(dict.fromkeys(harm)),
        )

    def line(self, text: str) -> Zone:
        """The names, words, figures and countries of one text."""
        names: dict[str, str] = {}
        words: dict[str, str] = {}
        figures: set[int] = set()
        self._read(text, names, words, figures)
        return Zone(names, words, self._grades(names, words), frozenset(figures), frozenset(self._countries(text)))

    def _grades(self, names: Mapping[str, str], words: Mapping[str, str]) -> dict[str, float]:
        known = self._lexicon.grades
        grades = {key: self._lexicon.grade_of(name) for key, name in names.items()}
        grades |= {stem: known[stem] for stem in words if stem in known}
        return {key: grade for key, grade in grades.items() if grade < 1.0}

    def _read(self, text: str, names: dict[str, str], words: dict[str, str], figures: set[int]) -> None:
        before: str | None = None
        for found in _TOKEN.finditer(text):
            token = _plain(found[0])
            low = token.casefold()
            if low[0].isdigit():
                number = low.replace(",", "")
                if number.isdecimal() and len(number) < 10:
                    figures.add(int(number))
                before = None
                continue
            value = _number(low)
            if value is not None:
                figures.add(value)
                before = None
            elif token[0].isupper() or _ARTICLED.match(token):
                before = self._name(token, low, before, names, words)
            else:
                before = None
                self._word(low, words)

    def _name(
        self, token: str, low: str, before: str | None, names: dict[str, str], words: dict[str, str]
    ) -> str | None:
        """Take up a word with a capital; two short ones in a row (``Gaz Kuh``) count as one name too."""
        if low in _CALENDAR:
            return None
        if low in self._lexicon.common or stem_of(low) in self._lexicon.common:
            self._word(low, words)
            return None
        key = name_key(token)
        if len(key) < 2 or key in self._own or fold_letters(low) in self._lexicon.countries:
            return None
        names.setdefault(key, token)
        if before is not None and len(before) + len(token) <= 12:
            names.setdefault(name_key(before + token), f"{before} {token}")
        return token

    def _word(self, low: str, words: dict[str, str]) -> None:
        if len(low) > 2 and low not in self._lexicon.common:
            stem = stem_of(low)
            if stem not in self._lexicon.common:
                words.setdefault(stem, low)

    def _countries(self, text: str) -> set[str]:
        pieces = [_plain(piece) for piece in re.findall(r"[A-Z][\w.'’-]*", text)]
        folded = [fold_letters(piece) for piece in pieces]
        pairs = [f"{one} {other}" for one, other in itertools.pairwise(folded)]
        known = self._lexicon.countries
        return {known[word] for word in (*folded, *pairs) if word in known}


def _number(low: str) -> int | None:
    """The value of a number word from two to ninety-nine."""
    if low in _UNITS:
        return _UNITS[low]
    ten, _, unit = low.partition("-")
    if ten in _TENS and (not unit or unit == "one" or unit in _UNITS):
        return _TENS[ten] + (1 if unit == "one" else _UNITS.get(unit, 0))
    return None
