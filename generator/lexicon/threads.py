"""What tells stories of one event from stories of another: common words, kinds of aftermath, weights of evidence."""

import re
from collections.abc import Mapping, Sequence

from generator.errors import InvalidLexicon
from generator.lexicon.places import PlaceLexicon, fold_name
from generator.lexicon.sources import read_knowledge, read_text
from generator.lexicon.stems import stem_of
from generator.model.values import value

CITY = 150
"""Thousands of inhabitants from which a town is a city."""

WIDE = 0.75
"""How telling the name of a city is at most."""


@value
class ThreadLexicon:
    """Everything that ``threads.yml``, ``newswords.txt`` and ``wordgrades.txt`` know.

    The patterns are for texts in lower case, but for those of ``replaces`` and ``basis``.

    Attributes:
        common: words that nearly any story may hold, lower case.
        grades: stem -> how telling it is, from 0 for what most stories hold to 0.8 for what few do; others 1.
        countries: word or words of a country, its people or its capital, lower case -> ISO 3166-1 alpha-2.
        places: countries and their parts, and towns.
        genres: kind of aftermath (trial, memorial, inquiry, ...) -> what tells it.
        past: what opens the telling of an earlier or another event, up to the end of its sentence.
        earlier: what makes a whole sentence one about an earlier event.
        replaces: what says that a story replaces an earlier version of itself.
        basis: what says that a figure takes the place of an earlier one.
        roundup: what tells that a story is about two events or more.
        twin: what tells so by itself, where it stands in the opening.
        newer: words of a title that set its event apart from an earlier one of the same sort.
        harm: what tells that people or things came to harm.
        aftermath: what tells that a day is one on which something came of the event.
        hours: part of the day -> what tells it.
        weights: kind of evidence -> weight, with the constant under ``always``.
        same: score from which two stories are one incident.
        unsure: score from which an editor is asked.
        themes: word of a headline, lower case -> what it is about, a word that stands for it and its like.
        mild: what says of an event that nobody was killed.
        deadly: what says that people were killed.
        hurt: what says that people were hurt.
        headline_weights: what speaks for a headline telling of an incident -> weight, as ``weights``.
        link: score from which a headline leads to an incident.
        margin: by how much that must outdo the next incident's.
    """

    common: frozenset[str]
    grades: Mapping[str, float]
    countries: Mapping[str, str]
    places: PlaceLexicon
    genres: Mapping[str, re.Pattern[str]]
    past: re.Pattern[str]
    earlier: re.Pattern[str]
    replaces: re.Pattern[str]
    basis: re.Pattern[str]
    roundup: re.Pattern[str]
    twin: re.Pattern[str]
    newer: re.Pattern[str]
    harm: re.Pattern[str]
    aftermath: re.Pattern[str]
    hours: Mapping[str, re.Pattern[str]]
    weights: Mapping[str, float]
    same: float
    unsure: float
    themes: Mapping[str, frozenset[str]]
    mild: re.Pattern[str]
    deadly: re.Pattern[str]
    hurt: re.Pattern[str]
    headline_weights: Mapping[str, float]
    link: float
    margin: float

    def is_wide(self, word: str) -> bool:
        """Whether a word stands for a country, a people or a part of a country, and for no town."""
        folded = fold_name(word)
        known = folded in self.places.known or folded in self.places.wide or folded in self.places.demonyms
        return known and not self.places.gazetteer.find(folded)

    def grade_of(self, name: str) -> float:
        """How telling a name is in any story, 0 to 1; of what happens in a city there is much to tell."""
        low = name.casefold()
        towns = self.places.gazetteer.find(fold_name(name))
        wide = bool(towns) and towns[0].thousands >= CITY
        return min(self.grades.get(stem_of(low), 1.0), WIDE if wide else 1.0)


def read_threads(places: PlaceLexicon) -> ThreadLexicon:
    """Read ``threads.yml``, ``newswords.txt``, ``wordgrades.txt``, ``headline_words.yml`` and the two files of weights.

    Raises:
        InvalidLexicon: a file is missing or broken.
    """
    data, learned = read_knowledge("threads.yml"), read_knowledge("thread_weights.yml")
    leads, said = read_knowledge("headline_weights.yml"), read_knowledge("headline_words.yml")
    try:
        return ThreadLexicon(
            common=frozenset(read_text("newswords.txt").split()),
            grades=_grades(read_text("wordgrades.txt")),
            countries=_countries(places),
            places=places,
            genres={name: _pattern(phrases) for name, phrases in data["genres"].items()},
            past=_pattern(data["past"]),
            earlier=_pattern(data["earlier"]),
            replaces=_pattern(data["replaces"], written=True),
            basis=_pattern(data["basis"], written=True),
            roundup=_pattern(data["roundup"]),
            twin=_pattern(data["twin"]),
            newer=_pattern(data["newer"], data["happening"]),
            harm=_pattern(data["harm"]),
            aftermath=_pattern(data["aftermath"]),
            hours={name: _pattern(phrases) for name, phrases in data["hours"].items()},
            weights={name: float(weight) for name, weight in learned["weights"].items()},
            same=float(learned["same"]),
            unsure=float(learned["unsure"]),
            themes=_themes(said["themes"]),
            mild=_pattern(said["mild"]),
            deadly=_pattern(said["deadly"]),
            hurt=_pattern(said["hurt"]),
            headline_weights={name: float(weight) for name, weight in leads["weights"].items()},
            link=float(leads["link"]),
            margin=float(leads["margin"]),
        )
    except (OSError, KeyError, TypeError, ValueError, AttributeError, re.error) as error:
        raise InvalidLexicon(f"lexicon/threads.yml: expected lists of phrases and weights, found {error!r}") from error


def _grades(text: str) -> dict[str, float]:
    """Rows ``grade: stem stem ...``, the grade in tenths, below lines of remarks."""
    rows = (line.partition(":") for line in text.splitlines() if not line.startswith("#"))
    return {stem: int(grade) / 10 for grade, _, stems in rows for stem in stems.split()}


def _themes(rows: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """Each word with the themes in whose rows it stands."""
    found: dict[str, set[str]] = {}
    for theme, words in rows.items():
        for word in words.split():
            found.setdefault(word, set()).add(theme)
    return {word: frozenset(themes) for word, themes in found.items()}


def _pattern(phrases: list[str], happening: Sequence[str] = (), *, written: bool = False) -> re.Pattern[str]:
    """One pattern of all phrases, for a text in lower case or as it is written.

    ``<happening>`` in a phrase stands for any noun of that list.
    """
    whole = "|".join(phrases).replace("<happening>", f"(?:{'|'.join(happening)})")
    return re.compile(rf"\b(?:{whole})", re.IGNORECASE if written else 0)


def _countries(places: PlaceLexicon) -> dict[str, str]:
    """Words of countries that mean one country and nothing else."""
    found = {}
    for word, meanings in places.known.items():
        codes = {place.country for place in meanings}
        kinds = {place.kind for place in meanings}
        if len(codes) == 1 and kinds & {"name", "demonym", "capital"} and not any(p.ambiguous for p in meanings):
            code = next(iter(codes))
            if code:
                found[word] = code
    return found
