"""What tells stories of one event from stories of another: common words, kinds of aftermath, weights of evidence."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.errors import InvalidLexicon
from generator.lexicon.places import PlaceLexicon
from generator.lexicon.sources import read_knowledge, read_text


@dataclass(frozen=True, slots=True)
class ThreadLexicon:
    """Everything that ``threads.yml`` and ``newswords.txt`` know.

    Attributes:
        common: words that nearly any story may hold, lower case.
        countries: word or words of a country, its people or its capital, lower case -> ISO 3166-1 alpha-2.
        genres: kind of aftermath (trial, memorial, inquiry, ...) -> what tells it.
        past: what opens the telling of an earlier or another event, up to the end of its sentence.
        earlier: what makes a whole sentence one about an earlier event.
        replaces: what says that a story replaces an earlier version of itself.
        basis: what says that a figure takes the place of an earlier one.
        roundup: what tells that a story is about two events or more.
        newer: words of a title that set its event apart from an earlier one of the same sort.
        harm: what tells that people or things came to harm.
        aftermath: what tells that a day is one on which something came of the event.
        hours: part of the day -> what tells it.
        weights: kind of evidence -> weight, with the constant under ``always``.
        same: score from which two stories are one incident.
        unsure: score from which an editor is asked.
    """

    common: frozenset[str]
    countries: Mapping[str, str]
    genres: Mapping[str, re.Pattern[str]]
    past: re.Pattern[str]
    earlier: re.Pattern[str]
    replaces: re.Pattern[str]
    basis: re.Pattern[str]
    roundup: re.Pattern[str]
    newer: re.Pattern[str]
    harm: re.Pattern[str]
    aftermath: re.Pattern[str]
    hours: Mapping[str, re.Pattern[str]]
    weights: Mapping[str, float]
    same: float
    unsure: float


def read_threads(places: PlaceLexicon) -> ThreadLexicon:
    """Read ``threads.yml``, ``thread_weights.yml`` and ``newswords.txt``.

    Raises:
        InvalidLexicon: a file is missing or broken.
    """
    data, learned = read_knowledge("threads.yml"), read_knowledge("thread_weights.yml")
    try:
        return ThreadLexicon(
            common=frozenset(read_text("newswords.txt").split()),
            countries=_countries(places),
            genres={name: _pattern(phrases) for name, phrases in data["genres"].items()},
            past=_pattern(data["past"]),
            earlier=_pattern(data["earlier"]),
            replaces=_pattern(data["replaces"]),
            basis=_pattern(data["basis"]),
            roundup=_pattern(data["roundup"]),
            newer=_pattern(data["newer"]),
            harm=_pattern(data["harm"]),
            aftermath=_pattern(data["aftermath"]),
            hours={name: _pattern(phrases) for name, phrases in data["hours"].items()},
            weights={name: float(weight) for name, weight in learned["weights"].items()},
            same=float(learned["same"]),
            unsure=float(learned["unsure"]),
        )
    except (OSError, KeyError, TypeError, ValueError, AttributeError, re.error) as error:
        raise InvalidLexicon(f"lexicon/threads.yml: expected lists of phrases and weights, found {error!r}") from error


def _pattern(phrases: list[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(phrases)})", re.IGNORECASE)


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
