"""What the words before a name say of it, joined with what they say of the name before it."""

from collections.abc import Sequence

from generator.extract.places.naming import NamedPlace
from generator.extract.prose.matching import Word
from generator.extract.prose.surroundings import Standing, read_before
from generator.lexicon.places import PlaceLexicon, fold_name
from generator.model.vocabulary import PlaceLevel

_JOINTS = frozenset((("'s",), (",",), ("and",), (",", "and"), ("or",), (",", "or"), ("(",), ("of",), ("of", "the")))
"""Words between two names that stand alike."""
_LONGEST_JOINT = 2
_ALIKE = frozenset(("and", "or"))
"""Behind a place and one of these even an unknown name is a place."""
JOINED = frozenset(joint[-1] for joint in _JOINTS)
_LAUNCHED = frozenset(
    ("fired", "launched", "firing", "launching", "fire", "launch", "test-fired", "test-launched", "lifted", "escaped")
).union(
    (
        "escape",
        "escapes",
        "escaping",
        "fled",
        "flee",
        "breakout",
        "abducted",
        "kidnapped",
        "snatched",
        "seized",
        "looted",
    ),
    ("stolen", "stole", "pulled", "retrieved", "rescued", "freed", "abduction", "kidnapping", "disappeared", "swept"),
)
"""Words for what comes from the place where something happened."""
_LONGEST_LAUNCH = 6
_LONGEST_BARE = 8
_ALONE = Standing(locative=True)
NOWHERE = Standing()


def read_standing(words: Sequence[Word], at: int, places: PlaceLexicon, found: Sequence[NamedPlace]) -> Standing:
    """What stands before a name; a name joined to one before it by a comma, ``and`` or ``'s`` stands as that one."""
    standing = _read_standing(words, at, places, found)
    if standing.locative and _is_home(words, at):
        return standing._replace(locative=False, firm=False, elsewhere=True, reference=False)
    return standing


def _follows_noun(words: Sequence[Word], at: int, places: PlaceLexicon) -> bool:
    """Whether a noun of places and a comma stand before a name (``the village, N``), and the noun is no name's end."""
    return words[at - 1].text == "," and words[at - 2].lower in places.naming and not words[at - 2].capital


def _is_home(words: Sequence[Word], at: int) -> bool:
    """Whether a name says where a person is from (``J. Orsha, 44, of the 900 block of N``)."""
    while at > 0 and (words[at - 1].lower in _ADDRESS or words[at - 1].text.isdecimal()):
        at -= 1
    return at > 0 and words[at - 1].text == "," and at < len(words) and words[at].lower in ("of", "from")


_ADDRESS = frozenset(("of", "from", "the", "block", "in", "nearby", "north", "south", "east", "west"))


def _read_standing(words: Sequence[Word], at: int, places: PlaceLexicon, found: Sequence[NamedPlace]) -> Standing:
    """What stands before a name, be it that of a place where something happened or of a home."""
    before = words[at - 1] if at else None
    if before is None:
        return _ALONE if _is_bare(words, places) else NOWHERE
    if at > 1 and (before.lower in places.naming or _follows_noun(words, at, places)):
        standing = _apposed(words, at if before.text != "," else at - 1, places, found)
        if standing is not NOWHERE or before.text != ",":
            return standing
    return _read_joined(words, at, places, found)


def _read_joined(words: Sequence[Word], at: int, places: PlaceLexicon, found: Sequence[NamedPlace]) -> Standing:
    """What stands before a name that no noun stands right before."""
    before = words[at - 1]
    if not (before.capital or before.lower in places.leading or before.lower in JOINED or before.text[-1] == "'"):
        return NOWHERE
    standing = read_before(words, at, places)
    if words[standing.stop].lower == "from" and not (standing.locative or standing.reference):
        launched = _is_launched(words, standing.stop)
        return standing._replace(elsewhere=not launched, locative=launched, firm=launched)
    if before.lower == "between" and _leads_to_place(words, at, places):
        return standing._replace(firm=True)
    if standing.locative and not standing.direction:
        return standing
    if found and 0 <= standing.stop - found[-1].end < _LONGEST_JOINT:
        between = tuple(word.lower for word in words[found[-1].end : standing.stop + 1])
        if between in _JOINTS:
            last = found[-1]
            firm = last.standing.firm or (len(between) == 1 and between[0] in _ALIKE and last.mention.locative)
            return last.standing._replace(level=None, stop=standing.stop, firm=firm)
    elif found and standing.stop == found[-1].end - 1 and words[standing.stop].text[-1] == "'":
        return found[-1].standing._replace(level=None, stop=standing.stop)
    return standing


def _is_launched(words: Sequence[Word], stop: int) -> bool:
    """Whether something was fired from a place: it is a scene like that where it fell."""
    return any(word.lower in _LAUNCHED for word in words[max(0, stop - _LONGEST_LAUNCH) : stop])


def _leads_to_place(words: Sequence[Word], at: int, places: PlaceLexicon) -> bool:
    """Whether the name behind the ``and`` of ``between N and N`` is that of a town or part of a country."""
    stop = at + 1
    while stop < len(words) and words[stop].capital:
        stop += 1
    first = stop + 1
    if first >= len(words) or words[stop].lower != "and" or not words[first].capital:
        return False
    stop = first + 1
    while stop < len(words) and words[stop].capital:
        stop += 1
    key = fold_name(" ".join([word.text for word in words[first:stop]]))
    known = any(place.level is not PlaceLevel.COUNTRY for place in places.known.get(key, ()))
    level = places.plurals.get(words[stop].lower) if stop < len(words) else None
    return known or level is not None or bool(places.gazetteer.find(key)) or _is_bracketed(words, stop, places)


def _is_bracketed(words: Sequence[Word], stop: int, places: PlaceLexicon) -> bool:
    """Whether the place that holds a name stands behind it in brackets (``N (Orsha region)``)."""
    if stop + 2 >= len(words) or words[stop].text != "(" or not words[stop + 1].capital:
        return False
    end = stop + 2
    while end < len(words) and words[end].capital:
        end += 1
    key = fold_name(" ".join([word.text for word in words[stop + 1 : end]]))
    return key in places.known or (end < len(words) and words[end].lower in places.levels)


def _is_bare(words: Sequence[Word], places: PlaceLexicon) -> bool:
    """Whether a line holds nothing but a name and the larger place that holds it, as datelines do (``N, N``)."""
    if not 2 < len(words) <= _LONGEST_BARE or any(word.wordlike and not word.capital for word in words):
        return False
    comma = next((at for at in range(len(words) - 1, 0, -1) if words[at].text == ","), 0)
    larger = fold_name(" ".join([word.text for word in words[comma + 1 :] if word.wordlike]))
    return comma > 0 and (larger in places.known or larger in places.abbreviations)


def _apposed(words: Sequence[Word], at: int, places: PlaceLexicon, found: Sequence[NamedPlace]) -> Standing:
    """What stands before a name right behind its noun (``near the Danish capital N``): it stands as the noun does."""
    noun = words[at - 1]
    standing = _read_joined(words, at - 1, places, found)
    if standing is NOWHERE and at > 2 and words[at - 2].wordlike and not words[at - 2].capital:
        standing = _read_joined(words, at - 2, places, found)
    if standing.stop < 0 and not standing.locative:
        return NOWHERE
    return standing._replace(level=places.levels.get(noun.lower), stop=at - 1, direction=False)
