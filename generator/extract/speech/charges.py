"""Whom somebody accuses: the object of a reproach, and the doer of a deed that somebody reports."""

import re
from collections.abc import Iterator, Sequence

from generator.extract.actors.actors import read_actor
from generator.extract.prose.matching import Prose
from generator.extract.prose.nounphrases import phrase_after, phrase_before
from generator.extract.speech.sources import find_source, source_behind
from generator.lexicon.lexicon import Lexicon
from generator.lexicon.places import fold_name
from generator.model.mention import ActorMention, Attribution
from generator.model.reading import ClaimMention
from generator.model.vocabulary import ActorType, ClaimKind

_STYLED = re.compile(r'(?:an? |the )?(?:[\w-]+ ?){0,3}"(?P<name>[^",.]{3,60})"(?: \w+)?')
"""``a self-styled "Column of the South" group``: what the quotation marks hold is a name."""
_QUOTED = re.compile(r'"([^"]{3,60})"')
_BACKED = re.compile(r"([A-Z][\w]+)-(?:sponsored|backed|supported|funded|linked|trained|armed|aligned|led) ")
_BEFORE_DEED = frozenset(
    [
        "had",
        "have",
        "has",
        "also",
        "then",
        "first",
        "repeatedly",
        "deliberately",
        "again",
        "later",
        "reportedly",
        "allegedly",
        "illegally",
    ]
)
_TRYING = frozenset(("tried", "attempted", "sought", "planned", "threatened", "wanted"))
_OWN = frozenset((ActorType.GOVERNMENT, ActorType.STATE_FORCE))
_OUTSIDERS = frozenset((ActorType.CROWD, ActorType.PERSON, ActorType.ORGANISATION))
"""Speakers for whom the forces of a state are the others."""
_MOST_DEEDS = 3
"""Deeds of one speech that are looked at."""


def find_charges(prose: Prose, attributions: Sequence[Attribution], lexicon: Lexicon) -> Iterator[ClaimMention]:
    """Speech that puts a violent deed to a party: ``rebels stormed the mission, survivors said``."""
    for attribution in attributions:
        if attribution.source is None or attribution.kind is not ClaimKind.STATEMENT:
            continue
        for content in attribution.contents:
            party = _doer(prose, content.start - prose.start, content.end - prose.start, lexicon)
            if party is not None and _is_other_side(party, attribution.source, lexicon):
                yield ClaimMention(ClaimKind.ACCUSATION, attribution.span, attribution, "deed-reported", party=(party,))
                break


def _doer(prose: Prose, start: int, end: int, lexicon: Lexicon) -> ActorMention | None:
    """The party in front of the first violent deed of a clause; None where the clause tells of something else."""
    deeds = lexicon.claims.deeds
    tried = 0
    for number, word in enumerate(prose.words):
        if not start <= word.start < end or not number or word.text not in lexicon.claims.first_deeds:
            continue
        pair = f"{word.text} {prose.words[number + 1].text}" if number + 1 < len(prose.words) else ""
        if (word.text not in deeds and pair not in deeds) or _is_reduced(prose, number, lexicon):
            continue
        tried += 1
        party = _in_front(prose, start, number, lexicon)
        if party is not None or tried == _MOST_DEEDS:
            return party
    return None


def _is_reduced(prose: Prose, verb: int, lexicon: Lexicon) -> bool:
    """Whether a participle only tells of the noun in front of it (``militants killed in raids``): it has no object."""
    words = prose.words
    if words[verb].text in _WITHOUT_OBJECT or verb + 1 >= len(words):
        return verb + 1 >= len(words)
    following = words[verb + 1]
    if following.text in ("at", "into") and words[verb].text in ("shot", "shoot"):
        return False
    return not following.wordlike or following.lower in lexicon.grammar.prepositions | lexicon.grammar.conjunctions


_WITHOUT_OBJECT = frozenset(("fired", "fire", "opened", "carried", "set"))


def _in_front(prose: Prose, start: int, verb: int, lexicon: Lexicon) -> ActorMention | None:
    """The party that is the subject of a deed."""
    words = prose.words
    left = verb
    if left > 1 and words[left - 1].text == "to" and words[left - 2].text in _TRYING:
        left -= 2
    while left and words[left - 1].text in _BEFORE_DEED:
        left -= 1
    first = phrase_before(words, left, lexicon)
    if first >= left or words[first].start < start:
        return None
    if first and words[first - 1].text in ("with", "by", "near"):
        found = find_source(prose, left, lexicon)
        return found[0] if found is not None and found[0].type is not ActorType.PERSON else None
    head = _head(prose, first, left)
    if words[head].lower in lexicon.claims.arms:
        return country_in(prose, first, head, lexicon)
    if words[head].lower in lexicon.claims.unnamed:
        whose = next((n for n in range(head + 1, left) if words[n].text in ("from", "of")), None)
        party = read_actor(prose, whose + 1, left, lexicon) if whose is not None else None
        return party if party is not None and party.named and party.type is ActorType.ARMED_GROUP else None
    party = read_actor(prose, first, left, lexicon)
    return party if party is not None and party.pronoun is None and party.rule != "definite" else None


def _head(prose: Prose, first: int, left: int) -> int:
    """Index of the noun that a phrase is about: the one in front of its first preposition."""
    words = prose.words
    stop = next(
        (n for n in range(first + 1, left) if words[n].text in ("of", "from", "in", "on", "at", "with", "for")), left
    )
    return stop - 1


def _is_other_side(party: ActorMention, speaker: ActorMention, lexicon: Lexicon) -> bool:
    """Whether a party is not the speaker's own: forces of a state are the others for outsiders and for other states."""
    if party.type is ActorType.PERSON or (party.known is not None and party.known == speaker.known):
        return False
    if party.span.overlaps(speaker.span) or party.name == speaker.name:
        return False
    if party.type in _OWN:
        if speaker.type in _OUTSIDERS:
            return party.country is None or party.country != speaker.country
        return party.country is not None and speaker.country is not None and party.country != speaker.country
    return party.type in (ActorType.ARMED_GROUP, ActorType.CROWD)


def named_party(prose: Prose, offset: int, lexicon: Lexicon) -> ActorMention | None:
    """The party named at an offset; ``Indian-sponsored militants`` name the country that is blamed."""
    text = prose.text[offset:].lstrip()
    start = len(prose.text) - len(text) + (1 if text.startswith('"') else 0)
    backed = _backer(prose, start, lexicon)
    if backed is not None:
        return backed
    first = next((number for number, word in enumerate(prose.words) if word.start >= start), None)
    if first is None:
        return None
    styled = _STYLED.match(prose.text, start)
    if styled is not None and styled["name"][0].isupper() and not _BACKED.match(styled["name"]):
        span = prose.span(styled.start("name"), styled.end("name"))
        return ActorMention(span, styled["name"], ActorType.ARMED_GROUP, named=True, rule="quoted-name")
    end = phrase_after(prose.words, first, lexicon)
    whole = source_behind(prose, first, lexicon)
    if whole > end and not any(word.text in ("of", "for") for word in prose.words[first:whole]):
        apposed = read_actor(prose, first, whole, lexicon)
        if apposed is not None and apposed.named:
            return apposed
    edge = next((number for number in range(first + 1, end) if _opens_charge(prose, number)), end)
    long, short = (read_actor(prose, first, stop, lexicon) for stop in (end, edge))
    known = long if long is not None and long.known else short or long
    if known is not None or edge <= first or prose.words[first].lower in lexicon.grammar.pronouns:
        return known
    return _described(prose, start, first, edge, lexicon)


def country_in(prose: Prose, first: int, stop: int, lexicon: Lexicon) -> ActorMention | None:
    """The country that a demonym or a possessive names among some words."""
    for word in prose.words[first:stop]:
        meanings = lexicon.places.known.get(fold_name(word.text), ()) if word.capital else ()
        country = next((place.country for place in meanings if place.kind in ("demonym", "name")), None)
        if country is not None and country in lexicon.places.country_names:
            name = lexicon.places.country_names[country]
            span = prose.span(word.start, word.end)
            return ActorMention(
                span, name, ActorType.GOVERNMENT, head="name", named=True, country=country, rule="arms-of"
            )
    return None


def _backer(prose: Prose, start: int, lexicon: Lexicon) -> ActorMention | None:
    """The country whose sponsorship is told (``Indian-sponsored militants``)."""
    backed = _BACKED.match(prose.text, start)
    if backed is None:
        return None
    meanings = lexicon.places.known.get(fold_name(backed[1]), ())
    country = next((place.country for place in meanings if place.kind == "demonym"), None)
    if country is None:
        return None
    name = lexicon.places.country_names[country]
    span = prose.span(backed.start(1), backed.end(1))
    return ActorMention(span, name, ActorType.GOVERNMENT, head="name", named=True, country=country, rule="backed-by")


def _described(prose: Prose, start: int, first: int, edge: int, lexicon: Lexicon) -> ActorMention | None:
    """A party that no reader knows: quoted words, counted persons, or a name."""
    quoted = _QUOTED.match(prose.text, start - 1) if start else None
    last = prose.words[edge - 1]
    if quoted is not None:
        return ActorMention(prose.span(quoted.start(1), quoted.end(1)), quoted[1], ActorType.CROWD, rule="described")
    if last.lower not in {*lexicon.persons.plural, *lexicon.persons.singular} and not last.capital:
        return None
    words = prose.words[first:edge]
    return ActorMention(
        prose.span(words[0].start, last.end), prose.text[words[0].start : last.end], ActorType.CROWD, rule="described"
    )


def _opens_charge(prose: Prose, number: int) -> bool:
    """Whether an ``of`` or ``for`` opens what somebody is accused of; in ``Sons of the Red Scarf`` it does not."""
    if prose.words[number].text not in ("of", "for"):
        return False
    following = [word for word in prose.words[number + 1 : number + 3] if word.lower != "the"]
    return not (following and following[0].capital)
