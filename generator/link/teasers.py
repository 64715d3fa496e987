"""A related headline as one looks for its incident: its telling words and names, country, figures and subject."""

import re
from collections.abc import Iterator, Mapping

from generator.lexicon.naming import name_key
from generator.lexicon.places import fold_name
from generator.lexicon.stems import stem_of
from generator.lexicon.threads import ThreadLexicon
from generator.link.features import event_kind
from generator.link.wording import Zone, read_line
from generator.model.headline import HeadlineMentions
from generator.model.values import value
from generator.model.vocabulary import EventType, Outcome

_ABOUT = re.compile(r"(?i)^(?:explainer|profile|opinion|editorial|letter|analysis)\b|\b(?:who|what) (?:is|are)\b")
"""Headlines about a subject and not about an event."""

_OPENING = re.compile(r"(?:^|[:.?!–—] |[\"“‘]|(?<!\w)['’])[\"“‘'’]?(?P<word>[^\W\d_][\w-]*)")
_WORD = re.compile(r"[^\W\d_]+")
OWN_WORDS = 3
"""Words of a headline on its own event, from which what it says of an earlier one is left out."""

WIDE = 0.5
"""How telling the name of a city is at most."""

TELLING = 0.3
"""Grade from which a word makes a pair of words a telling one."""

_SMALL_WORDS = """
the and for with from into over after before amid its his her their our who what how why when where that this these
those are was were has have had been not but out off says said say than then near upon per via under between against
"""
_SMALL = frozenset(_SMALL_WORDS.split())
"""Words that are left out between two words side by side."""

TOWN = 50
"""Thousands of inhabitants from which the name of a town is taken for that town."""

CITY = 150
"""The same where it opens the headline, since any word has a capital there."""

_TITLED = 0.75
"""A headline with so many of its words in capitals sets no name apart by them."""


@value
class Item:
    """A telling word of a headline.

    Attributes:
        shown: as written.
        keys: what it is looked up by: the key of a name, the stem of a word, or both.
        grade: how telling it is in any story, 0 to 1.
        named: whether its capital makes it a name, and not its place in the headline.
        place: whether it is a known town or part of a country.
        wide: whether it is a city or part of a country, of which there is much to tell.
    """

    shown: str
    keys: tuple[str, ...]
    grade: float
    named: bool
    place: bool = False
    wide: bool = False


@value
class Teaser:
    """A headline as it is read once.

    Attributes:
        items: telling words, names first.
        countries: ISO 3166-1 alpha-2 codes.
        leads: keys and stems of the whole headline, what it says of earlier events among them.
        figures: of two or more, but for those of tolls.
        dead: figures of those killed.
        hurt: figures of those injured.
        subjects: each of its words that has themes, with them (see `ThreadLexicon.themes`).
        mild: whether it says that nobody was killed.
        only_hurt: whether it says that people were hurt and of none that they were killed.
        pairs: words that stand side by side in it (see `find_pairs`).
        harm: whether it tells that people or things came to harm.
        sequel: whether it tells what came of that.
        kind: of event, where its words tell one (see `event_kind`).
        genre: kind of aftermath, where its words tell one.
        newer: whether it sets its event apart from an earlier one of its sort.
    """

    items: tuple[Item, ...]
    countries: frozenset[str]
    leads: frozenset[str]
    figures: frozenset[int]
    dead: frozenset[int]
    hurt: frozenset[int]
    subjects: tuple[tuple[str, frozenset[str]], ...]
    mild: bool
    only_hurt: bool
    pairs: frozenset[str]
    harm: bool
    sequel: bool
    kind: EventType | None
    genre: str | None
    newer: bool

    @property
    def no_harm(self) -> bool:
        """Whether nothing says that it tells of an event or of what came of one."""
        return not self.harm and not self.sequel and self.kind is None and self.genre is None

    @property
    def tells_figures(self) -> bool:
        """Whether it counts anything, or says that nothing is to be counted."""
        return bool(self.figures or self.dead or self.hurt) or self.mild or self.only_hurt


def read_teaser(text: str, mentions: HeadlineMentions, lexicon: ThreadLexicon) -> Teaser | None:
    """A headline, read; None where it is about a subject and no event.

    Args:
        text: the headline.
        mentions: what was found in it.
        lexicon: common words and themes.
    """
    if _ABOUT.search(text):
        return None
    whole, now = read_line(text, lexicon), _now(text, lexicon)
    zone = whole if now == text else read_line(now, lexicon)
    text, low = now, now.lower()
    kind = mentions.type
    tolls = {toll.count for toll in mentions.tolls if toll.count}
    hurt = {toll.count for toll in mentions.tolls if toll.count and toll.outcome is Outcome.INJURED}
    dead = {toll.count for toll in mentions.tolls if toll.count and toll.outcome is Outcome.KILLED}
    return Teaser(
        items=tuple(_items(text, zone, lexicon)),
        countries=whole.countries or _lands(text, zone.names, lexicon),
        leads=frozenset((*whole.names, *whole.words)),
        figures=frozenset(each for each in zone.figures - tolls if each > 1),
        dead=frozenset(dead),
        hurt=frozenset(hurt),
        subjects=tuple((word, lexicon.themes[word]) for word in _WORD.findall(low) if word in lexicon.themes),
        mild=bool(lexicon.mild.search(low)),
        only_hurt=bool(lexicon.hurt.search(low)) and not lexicon.deadly.search(low),
        pairs=frozenset(find_pairs(text, lexicon)),
        harm=any(each.search(low) for each in (lexicon.harm, lexicon.deadly, lexicon.hurt)),
        sequel=bool(lexicon.aftermath.search(low)),
        kind=None if kind is None or kind is EventType.OTHER else event_kind(kind),
        genre=next((name for name, pattern in lexicon.genres.items() if pattern.search(low)), None),
        newer=bool(lexicon.newer.search(low)),
    )


def _now(text: str, lexicon: ThreadLexicon) -> str:
    """A headline up to where it speaks of an earlier event (``a day after the blast``)."""
    found = lexicon.past.search(text.lower())
    return text[: found.start()] if found and text.count(" ", 0, found.start()) >= OWN_WORDS else text


def find_themes(text: str, lexicon: ThreadLexicon) -> frozenset[str]:
    """What a text is about, by the words that headlines use for each other."""
    known = lexicon.themes
    return frozenset().union(*(known[word] for word in _WORD.findall(text.lower()) if word in known))


def find_pairs(text: str, lexicon: ThreadLexicon) -> Iterator[str]:
    """Stems of words that stand side by side, small words left out, where one of them at least is telling."""
    before, telling = "", False
    for word in _WORD.findall(text.lower()):
        if len(word) > 2 and word not in _SMALL:
            stem = stem_of(word)
            tells = lexicon.grades.get(stem, 1.0 if word not in lexicon.common else 0.0) >= TELLING
            if before and (tells or telling):
                yield f"{before} {stem}"
            before, telling = stem, tells


def _items(text: str, zone: Zone, lexicon: ThreadLexicon) -> Iterator[Item]:
    opening = {found["word"] for found in _OPENING.finditer(text)}
    words = _WORD.findall(text)
    titled = sum(word[0].isupper() for word in words) > _TITLED * len(words) > 0
    for key, shown in zone.names.items():
        if " " not in shown:
            stem = stem_of(shown.casefold())
            sure = shown not in opening or f"{shown}:" in text
            strange = stem not in lexicon.grades
            least = TOWN if sure else 1 if strange else CITY
            place = bool(_countries_of(shown, lexicon, least))
            named = place or (sure and not titled)
            wide = named and bool(_countries_of(shown, lexicon, CITY))
            grade = zone.grades.get(key, 1.0)
            yield Item(shown, (key, stem), min(WIDE, grade) if wide else grade, named, place, wide)
    for stem, shown in zone.words.items():
        yield Item(shown, (stem, name_key(shown)), zone.grades.get(stem, 1.0), named=False)


def _lands(text: str, names: Mapping[str, str], lexicon: ThreadLexicon) -> frozenset[str]:
    """The country of its towns and parts of countries, where all can be of one."""
    opening = {found["word"] for found in _OPENING.finditer(text)}
    sizes = {name: CITY if name in opening and f"{name}:" not in text else TOWN for name in names.values()}
    found = [codes for name, least in sizes.items() if (codes := _countries_of(name, lexicon, least))]
    both = frozenset.intersection(*found) if found else frozenset()
    return both if len(both) == 1 else frozenset()


def _countries_of(name: str, lexicon: ThreadLexicon, least: int) -> frozenset[str]:
    """Countries in which a place of this name is known; a smaller town's name may be any word."""
    folded = fold_name(name)
    regions = {place.country for place in lexicon.places.known.get(folded, ()) if place.country}
    if regions:
        return frozenset(regions)
    towns = lexicon.places.gazetteer.find(folded)
    return frozenset(town.country for town in towns) if towns and towns[0].thousands >= least else frozenset()
