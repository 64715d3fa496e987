"""What an incident can be recognised by in the words of another document."""

import datetime
import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.lexicon.threads import ThreadLexicon
from generator.link.calendar import Named, find_named_days
from generator.link.features import event_kind, normalise_headline
from generator.link.naming import fold_letters, name_key
from generator.link.zones import Zones, cut_zones, told
from generator.model.claim import Claim, Toll
from generator.model.incident import Incident
from generator.model.story import Story
from generator.model.vocabulary import ClaimKind, EventType, Outcome

SENTENCE_WORDS = 8
"""Shorter sentences are said twice by chance."""

ROUNDUP_SIGNS = 2
"""Signs of a story about two events, from which it is taken for one."""

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
_SITE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]n|[Oo]utside|[Tt]o|[Hh]its?|[Ss]trikes?|off) (?:the )?(?:[a-z-]+ ){0,2}?"
    r"(?P<name>[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){0,2})(?! [Ss]aid)|"
    r"(?P<district>[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)?) "
    r"(?:district|market|province|state|village|town|city|quarter|neighbou?rhood|region|county|island|lake|river|station)\b"
)
_POSSESSIVE = re.compile(r"['’]s?$")
_STEM_LETTERS = 4


@dataclass(frozen=True, slots=True)
class Zone:
    """What one part of a story can be recognised by.

    Attributes:
        names: key -> name, of what it writes with a capital.
        words: stem -> word, of its other words that not every story has.
        figures: numbers.
        countries: ISO 3166-1 alpha-2 codes of the countries that its words name.
        days: that it names.
        sites: keys of the names that say where something is.
        harm: those of the days beside which it tells that people or things came to harm.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    figures: frozenset[int] = frozenset()
    countries: frozenset[str] = frozenset()
    days: tuple[Named, ...] = ()
    sites: frozenset[str] = frozenset()
    harm: tuple[Named, ...] = ()


@dataclass(frozen=True, slots=True)
class Signature:
    """An incident as one document tells it.

    Attributes:
        id: of the incident.
        document: sha256 of the document.
        issued: day of publication, where stated.
        day: first day of the event, where the record has it.
        kinds: kinds of event, those told by the same words as one (see `event_kind`).
        hours: parts of the day that the opening names.
        genre: kind of aftermath that it tells, where it tells one.
        head: what it is about.
        body: what else it says.
        past: what it tells of earlier or other events.
        title: stems and keys of its headline.
        tolls: outcome -> figures that are told as this event's.
        sentences: folded sentences of some length.
        newer: whether its headline sets its event apart from an earlier one.
        roundup: whether it is about two events or more.
        mends: whether it says that it replaces an earlier version.
        publisher: as stated, folded.
    """

    id: str
    document: str = ""
    issued: datetime.date | None = None
    day: datetime.date | None = None
    kinds: frozenset[EventType] = frozenset()
    hours: frozenset[str] = frozenset()
    genre: str | None = None
    head: Zone = Zone()
    body: Zone = Zone()
    past: Zone = Zone()
    title: frozenset[str] = frozenset()
    tolls: Mapping[Outcome, frozenset[int]] = field(default_factory=dict)
    sentences: frozenset[str] = frozenset()
    newer: bool = False
    roundup: bool = False
    mends: bool = False
    publisher: str = ""


def read_signature(incident: Incident, story: Story, lexicon: ThreadLexicon) -> Signature:
    """The signature of an incident that one document tells.

    Args:
        incident: the record that the document gave.
        story: what the document says of it.
        lexicon: common words and what tells an aftermath.
    """
    zones = cut_zones(story, lexicon)
    reader = _Reader(story, lexicon)
    title = reader.zone([story.title] if story.title else [])
    start = incident.dates.start.exact if incident.dates.start else None
    return Signature(
        incident.id,
        document=incident.documents[0].sha256,
        issued=story.published,
        day=start,
        kinds=frozenset(event_kind(kind) for kind in incident.types if kind is not EventType.OTHER),
        hours=_hours(zones.head, lexicon),
        genre=find_genre(story, zones, lexicon),
        head=reader.zone(zones.head, story.filed),
        body=reader.zone(zones.body),
        past=reader.zone(zones.past),
        title=frozenset((*title.names, *title.words)),
        tolls=_tolls(incident.claims),
        sentences=frozenset(_sentences(told(story.sentences))),
        newer=bool(lexicon.newer.search(" ".join(zones.head[:2]))),
        roundup=is_roundup(story, lexicon),
        mends=any(lexicon.replaces.search(text) for text in (story.title or "", *story.sentences[:1])),
        publisher=fold_letters(story.publisher or ""),
    )


def read_zone(text: str, lexicon: ThreadLexicon) -> Zone:
    """What a text that stands by itself, such as a headline, can be recognised by."""
    return _Reader(Story(()), lexicon).zone([text])


def find_genre(story: Story, zones: Zones, lexicon: ThreadLexicon) -> str | None:
    """The kind of aftermath that headline and opening tell: the one with most signs, where there are two at least."""
    opening = " ".join((*zones.head, *zones.body[:1]))
    counts = {
        name: len({found[0].casefold() for found in pattern.finditer(opening)})
        + bool(pattern.search(story.title or ""))
        for name, pattern in lexicon.genres.items()
    }
    best = max(sorted(counts), key=lambda name: counts[name], default=None)
    return best if best is not None and counts[best] >= 2 else None


def _hours(texts: Iterable[str], lexicon: ThreadLexicon) -> frozenset[str]:
    """Parts of the day at which something came to harm."""
    telling = [text for text in texts if lexicon.harm.search(text) and not lexicon.aftermath.search(text)]
    return frozenset(name for name, cue in lexicon.hours.items() if any(map(cue.search, telling)))


def is_roundup(story: Story, lexicon: ThreadLexicon) -> bool:
    """Whether a story is about two events: its headline says so, or it says so in two ways."""
    said = {found[0].casefold() for text in story.sentences for found in lexicon.roundup.finditer(text)}
    return len(said) >= ROUNDUP_SIGNS or bool(story.title and lexicon.roundup.search(story.title))


class _Reader:
    """Reads parts of one story."""

    def __init__(self, story: Story, lexicon: ThreadLexicon) -> None:
        self._lexicon = lexicon
        self._published = story.published
        self._own = frozenset(map(name_key, (story.publisher or "").split()))

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
            sites |= {name_key(piece) for found in _SITE.finditer(text) for piece in (found[1] or found[2]).split()}
            named = tuple(find_named_days(text, self._published))
            days += named
            if self._lexicon.harm.search(text) and not self._lexicon.aftermath.search(text):
                harm += (each for each in named if not each.spoken)
            self._read(text, names, words, figures)
            countries |= self._countries(text)
        if filed and not countries:
            countries |= self._countries(filed)
        return Zone(
            names,
            words,
            frozenset(figures),
            frozenset(countries),
            tuple(dict.fromkeys(days)),
            frozenset(sites & names.keys()),
            tuple(dict.fromkeys(harm)),
        )

    def _read(self, text: str, names: dict[str, str], words: dict[str, str], figures: set[int]) -> None:
        before: str | None = None
        for found in _TOKEN.finditer(text):
            token = _POSSESSIVE.sub("", found[0])
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
            elif token[0].isupper():
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
        if low in self._lexicon.common or _stem(low) in self._lexicon.common:
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
            stem = _stem(low)
            if stem not in self._lexicon.common:
                words.setdefault(stem, low)

    def _countries(self, text: str) -> set[str]:
        pieces = [_POSSESSIVE.sub("", piece) for piece in re.findall(r"[A-Z][\w.'’-]*", text)]
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


def _stem(word: str) -> str:
    """The word without a plural and then a verb's ending."""
    if word.endswith("ies") and len(word) > _STEM_LETTERS + 1:
        word = word[:-3] + "y"
    elif word.endswith("s") and not word.endswith("ss") and len(word) > _STEM_LETTERS:
        word = word[:-1]
    for ending in ("ing", "ed", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= _STEM_LETTERS:
            return word[: -len(ending)]
    return word


def _tolls(claims: Iterable[Claim]) -> Mapping[Outcome, frozenset[int]]:
    found: dict[Outcome, set[int]] = defaultdict(set)
    for claim in claims:
        if claim.kind is ClaimKind.TOLL and isinstance(claim.what, Toll) and claim.what.count:
            found[claim.what.outcome].add(claim.what.count)
    return {outcome: frozenset(figures) for outcome, figures in found.items()}


def _sentences(sentences: Iterable[str]) -> Iterator[str]:
    for sentence in sentences:
        folded = normalise_headline(sentence)
        if folded.count(" ") >= SENTENCE_WORDS - 1:
            yield folded
