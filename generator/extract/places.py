"""Named places: known names, and unknown ones from the words they stand with."""

import re
from collections.abc import Iterable, Iterator

from generator.extract.matching import CLOSING, Prose, longest_name
from generator.lexicon.lexicon import Lexicon
from generator.lexicon.places import KnownPlace, PlaceLexicon, fold_name
from generator.model.mention import PlaceMention
from generator.model.span import Span
from generator.model.vocabulary import PlaceLevel

_CONTEXT = 60
_OPENERS = frozenset(
    (
        "In",
        "At",
        "Near",
        "Outside",
        "From",
        "On",
        "A",
        "An",
        "And",
        "But",
        "Across",
        "Around",
        "Inside",
        "North",
        "South",
        "East",
        "West",
        "Northern",
        "Southern",
        "Eastern",
        "Western",
        "Central",
    )
)
_NAME = (
    r"(?<![\w'.-])[A-Z][\w'.-]*"
    r"(?: (?:(?:de|del|la|las|los|el|al|bin|da|do|dos|e|of the|sur|am|upon) )?[A-Z][\w'-]*){0,3}"
)
_CAPITALISED = re.compile(_NAME)
_IN = re.compile(
    r"(?:^|[^\w])(?:in|near|outside|at|from|around|across|reached|leaving|outskirts of|edge of"
    r"|streets of|cent(?:re|er) of) "
    rf"(?P<name>{_NAME})"
)


def find_places(prose: Prose, lexicon: Lexicon) -> tuple[PlaceMention, ...]:
    """All named places of a sentence in order; demonyms are not among them."""
    found: list[PlaceMention] = []
    finders = (
        _patterned(prose, lexicon.places),
        _known(prose, lexicon.places),
        _listed(prose, lexicon.places),
        _unknown(prose, lexicon.places),
    )
    for mentions in finders:
        for mention in mentions:
            same = next((other for other in found if other.span.overlaps(mention.span)), None)
            if same is None:
                found.append(mention)
            elif same.rule in ("known", "of-level") and mention.rule == "listed":
                found[found.index(same)] = mention
    return tuple(sorted(found, key=lambda mention: mention.span))


def find_demonyms(prose: Prose, lexicon: Lexicon) -> tuple[tuple[Span, str], ...]:
    """Spans of demonyms (``Indian``) with the country each tells."""
    found = []
    for start, end, meanings in _names(prose, lexicon.places):
        demonym = next((place for place in meanings if place.kind == "demonym"), None)
        if demonym is not None and not any(place.kind == "name" for place in meanings):
            found.append((prose.span(start, end), demonym.country))
    return tuple(found)


def _names(prose: Prose, places: PlaceLexicon) -> Iterator[tuple[int, int, tuple[KnownPlace, ...]]]:
    """Known names, the longest first, left to right."""
    words, at = prose.words, 0
    while at < len(words):
        step = 1
        for length in range(longest_name(words, at, places.longest), 0, -1):
            if words[at + length - 1].text in CLOSING:
                continue
            start, end = words[at].start, words[at + length - 1].end
            meanings = places.known.get(fold_name(prose.text[start:end]))
            if meanings:
                yield start, end, meanings
                step = length
                break
        at += step


def _known(prose: Prose, places: PlaceLexicon) -> Iterator[PlaceMention]:
    for start, end, meanings in _names(prose, places):
        names = [place for place in meanings if place.kind != "demonym"]
        before = prose.text[max(0, start - _CONTEXT) : start]
        after = prose.text[end : end + _CONTEXT]
        if not names or _is_part_of_name(before, after, places):
            continue
        countries = {place.country for place in names}
        place = next((meaning for meaning in names if not meaning.ambiguous), names[0])
        locative = _locative(before, after, places)
        if place.ambiguous and not _is_assured(place, locative, after, names, places):
            continue
        if len(countries) > 1 and all(meaning.kind == "region" for meaning in names):
            place = _told_by(after, names, places) or place
        yield PlaceMention(
            span=prose.span(start, end),
            name=prose.text[start:end],
            key=place.country if place.level is PlaceLevel.COUNTRY else fold_name(place.name),
            level=_level_noun(after, places) or place.level,
            country=place.country if _tells_country(place, countries, after, names, places) else None,
            locative=locative,
            rule="known",
        )


def _tells_country(
    place: KnownPlace, countries: set[str], after: str, names: Iterable[KnownPlace], places: PlaceLexicon
) -> bool:
    """Whether a name tells one country: it is one, or lies in only one, or its country stands behind it."""
    return (
        (place.level is PlaceLevel.COUNTRY and not place.ambiguous)
        or len(countries) == 1
        or _told_by(after, names, places) is not None
    )


def _is_assured(
    place: KnownPlace, locative: bool, after: str, names: Iterable[KnownPlace], places: PlaceLexicon
) -> bool:
    """Whether an ambiguous name is the place: a country with ``in``, a region beside its noun or its country."""
    if place.level is PlaceLevel.COUNTRY:
        return locative
    return _level_noun(after, places) is not None or _told_by(after, names, places) is not None


def _told_by(after: str, meanings: Iterable[KnownPlace], places: PlaceLexicon) -> KnownPlace | None:
    """The meaning whose country is named right behind (``Punjab, India``)."""
    return next(
        (
            place
            for place in meanings
            if re.match(rf",? (?:in )?{re.escape(places.country_names[place.country])}\b", after)
        ),
        None,
    )


def _is_part_of_name(before: str, after: str, places: PlaceLexicon) -> bool:
    """Whether the name belongs to an institution (``University of Nairobi``, ``Mali Front``) or a person."""
    following = re.match(r" ([A-Z]\w+)", after)
    return (following is not None and following[1] in places.institutions) or bool(
        re.search(rf"\b(?:{'|'.join(sorted(places.institutions))}) (?:of|for) (?:the )?\Z", before)
    )


def _locative(before: str, after: str, places: PlaceLexicon) -> bool:
    if places.bordering.search(before):
        return False
    if places.locative.search(before) or _level_noun(after, places):
        return True
    return (
        after.startswith("'s")
        and re.match(rf"'s (?:[a-z-]+ )?(?:{places.level_pattern}|coast|capital|[A-Z])", after) is not None
        and places.locative.search(before) is not None
    )


def _level_noun(after: str, places: PlaceLexicon) -> PlaceLevel | None:
    found = re.match(rf" (?P<noun>{places.level_pattern})\b", after)
    return places.levels[found["noun"]] if found else None


def _patterned(prose: Prose, places: PlaceLexicon) -> Iterator[PlaceMention]:
    """``the town of X``, ``X district``, ``X, a trading town``."""
    level = places.level_pattern
    forms = (
        ("of-level", rf"\b(?P<level>{level}) (?:of|named|called) (?P<name>{_NAME})"),
        ("level-after", rf"(?P<name>{_NAME}) (?P<level>{level})\b"),
        ("a-town", rf"(?P<name>{_NAME}), (?:an?|the) (?:[\w-]+ ){{0,3}}?(?P<level>{level})\b"),
    )
    for rule, pattern in forms:
        for match in re.finditer(pattern, prose.text):
            name, start = _trimmed(match["name"], match.start("name"), places)
            if name and fold_name(name) not in places.known:
                yield PlaceMention(
                    prose.span(start, start + len(name)),
                    name,
                    fold_name(name),
                    places.levels[match["level"]],
                    locative=True,
                    rule=rule,
                )


def _trimmed(name: str, start: int, places: PlaceLexicon) -> tuple[str, int]:
    """The name without a leading article, title or demonym, or nothing where an institution remains."""
    owner, mark, owned = name.rpartition("'s ")
    if mark and owned and fold_name(owner) in places.known:
        start, name = start + len(owner) + len(mark), owned
    words = name.rstrip(".").split(" ")
    while words and (words[0] in places.vetoes or words[0] in _OPENERS or _is_demonym(words[0], places)):
        start += len(words.pop(0)) + 1
    trimmed = " ".join(words).removesuffix("'s").rstrip(".")
    return (
        ("", start) if not words or words[-1] in places.institutions or words[0] in places.vetoes else (trimmed, start)
    )


def _is_demonym(word: str, places: PlaceLexicon) -> bool:
    meanings = places.known.get(fold_name(word), ())
    return any(place.kind == "demonym" for place in meanings)


_LIST = re.compile(rf"(?:including|such as|:|,|-) (?P<list>{_NAME}(?:, {_NAME})*,? (?:and|or) {_NAME})")


def _listed(prose: Prose, places: PlaceLexicon) -> Iterator[PlaceMention]:
    """``several districts ..., including Quetta, Gwadar and Noshki``: each is what the plural noun says."""
    plural = re.search(rf"\b(?P<noun>{'|'.join(places.plurals)})\b", prose.text)
    if plural is None:
        return
    match = _LIST.search(prose.text, plural.end())
    if match is None or match.start() - plural.end() > _CONTEXT:
        return
    for found in _CAPITALISED.finditer(match["list"]):
        start = match.start("list") + found.start()
        name = found[0].rstrip(".")
        known = places.known.get(fold_name(name), ())
        country = known[0].country if len({place.country for place in known}) == 1 else None
        yield PlaceMention(
            prose.span(start, start + len(name)),
            name,
            fold_name(name),
            places.plurals[plural["noun"]],
            country=country,
            locative=True,
            rule="listed",
        )


def _unknown(prose: Prose, places: PlaceLexicon) -> Iterator[PlaceMention]:
    """A capitalised name behind ``in`` or ``near`` that nothing else explains."""
    for match in _IN.finditer(prose.text):
        name, start = _trimmed(match["name"], match.start("name"), places)
        if name and fold_name(name) not in places.known and not name.isupper():
            yield PlaceMention(
                prose.span(start, start + len(name)), name, fold_name(name), None, locative=True, rule="in-name"
            )
