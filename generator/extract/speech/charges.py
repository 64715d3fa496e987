"""Whom somebody accuses: the object of a reproach, told by a name, a description or a backer."""

import re

from generator.extract.actors.actors import read_actor
from generator.extract.prose.matching import Prose
from generator.extract.prose.nounphrases import phrase_after
from generator.extract.speech.sources import source_behind
from generator.lexicon.lexicon import Lexicon
from generator.lexicon.places import fold_name
from generator.model.mention import ActorMention
from generator.model.vocabulary import ActorType

_STYLED = re.compile(r'(?:an? |the )?(?:[\w-]+ ?){0,3}"(?P<name>[^",.]{3,60})"(?: \w+)?')
"""``a self-styled "Column of the South" group``: what the quotation marks hold is a name."""
_QUOTED = re.compile(r'"([^"]{3,70}?),?"')
_BACKED = re.compile(r"([A-Z][\w]+)-(?:sponsored|backed|supported|funded|linked|trained|armed|aligned|led) ")
OWN = frozenset(("its", "our", "their", "my"))
"""In front of a party: it is the speaker's own."""


def is_own(prose: Prose, party: ActorMention) -> bool:
    """Whether the first word of a party makes it the speaker's own (``its commandos``)."""
    return prose.text[party.span.start - prose.start :].split(" ", 1)[0].lower() in OWN


_MILITARY = re.compile(
    r"\b(?:army|military|air force|navy|naval|defen[cs]e|forces?|troops|general|colonel|major|captain|lieutenant|"
    r"brigadier|admiral|commander|militia|rebels?|insurgents?|guards?|junta|brigade|battalion|command|wing|front|faction|"
    r"guerrillas?|militants?|fighters|separatists?|gunmen|cartel|gang|jihadists?|mujahideen)\b"
)


def is_military(speaker: ActorMention) -> bool:
    """Whether somebody speaks for a party that has arms of its own."""
    return _MILITARY.search(f"{speaker.role or ''} {speaker.head} {speaker.name}".lower()) is not None


def named_party(prose: Prose, offset: int, lexicon: Lexicon, *, stop: int | None = None) -> ActorMention | None:
    """The party named at an offset; ``Indian-sponsored militants`` name the country that is blamed.

    ``stop`` is the offset behind its words, where a rule knows it.
    """
    start = _name_start(prose, offset)
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
    words = prose.words
    end = phrase_after(words, first, lexicon)
    cut = next((n for n in range(first + 1, end) if words[n].text in _HELD or (stop and words[n].start >= stop)), end)
    whole = source_behind(prose, first, lexicon)
    if cut == end and whole > end and not any(word.text in ("of", "for") for word in words[first:whole]):
        apposed = read_actor(prose, first, whole, lexicon)
        if apposed is not None and apposed.named:
            return apposed
    end = cut
    edge = next((number for number in range(first + 1, end) if _opens_charge(prose, number)), end)
    long = read_actor(prose, first, end, lexicon)
    short = read_actor(prose, first, edge, lexicon) if edge < end and not (long is not None and long.known) else long
    known = long if long is not None and long.known else short or long
    if known is not None or words[first].lower in lexicon.grammar.pronouns:
        return known
    return plain_name(prose, first, edge) or _described(prose, start, first, edge, lexicon)


def _name_start(prose: Prose, offset: int) -> int:
    """Offset at which a name begins: behind a blank, a quotation mark, or ``a group calling itself``."""
    text = prose.text[offset : offset + 2].lstrip()
    start = offset + prose.text[offset : offset + 2].index(text) + text.startswith('"')
    calling = _CALLING.match(prose.text, start) if not _CALLERS.isdisjoint(prose.vocabulary) else None
    return calling.end() if calling is not None else start


_HELD = frozenset(("responsible", "accountable", "guilty", "liable", "squarely", "directly", "behind", "culpable"))
"""Behind a party that is held to something: its phrase is over."""
_CALLERS = frozenset(("calling", "calls", "called", "known", "styling", "styles", "naming", "named", "dubbed"))
_CALLING = re.compile(
    r"(?:an? |the |one )?(?:[\w-]+ ){0,4}?(?:group|organi[sz]ation|outfit|faction|militia|movement|"
    r"gang|cell|network|party|sect|band),? (?:(?:which |that )?(?:calling|calls|styling|styles|naming) itself|"
    r"(?:which is |that is )?(?:known|referred to) as|called|named|dubbed) (?:the )?(?=[\w\"])"
)
"""``a group calling itself the ...``: the name comes behind."""


def plain_name(prose: Prose, first: int, end: int) -> ActorMention | None:
    """A group told by nothing but its name, of which a word may begin with an article of its own (``Ansar al-Nur``)."""
    words = prose.words[first:end]
    plain = next(
        (n for n in range(len(words) - 1, -1, -1) if not (words[n].capital or _JOINED.match(words[n].text))), -1
    )
    words = words[plain + 1 :]
    if not words or not words[0].capital or all(word.capital for word in words):
        return None
    name = prose.text[words[0].start : words[-1].end]
    span = prose.span(words[0].start, words[-1].end)
    return ActorMention(span, name, ActorType.ARMED_GROUP, named=True, rule="name")


_JOINED = re.compile(r"(?:al|el|ul|as|ash|at|ad|an|ar|az)-[A-Z]")
"""A word of a name that an article opens."""


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


_NOBODY = frozenset(("no", "none", "neither", "nobody", "any", "such", "whoever", "what", "nothing", "which"))
"""First words of a phrase that blames nobody in particular."""


def _described(prose: Prose, start: int, first: int, edge: int, lexicon: Lexicon) -> ActorMention | None:
    """A party that no reader knows: quoted words, counted persons, or a name."""
    quoted = _QUOTED.match(prose.text, start - 1) if start else None
    if quoted is not None:
        return ActorMention(prose.span(quoted.start(1), quoted.end(1)), quoted[1], ActorType.CROWD, rule="described")
    if edge <= first:
        return None
    last = prose.words[edge - 1]
    low = last.lower
    if prose.words[first].lower in _NOBODY:
        return None
    told = low in lexicon.persons.plural or low in lexicon.persons.singular or low in lexicon.claims.parties
    if not told and not last.capital:
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
