"""Acts of speech that the said words themselves show: ``"We did this,"``, ``"Stop the shelling,"``."""

import re
from collections.abc import Iterator, Sequence

from generator.extract.prose.matching import Prose
from generator.extract.speech.charges import is_military, is_own, named_party
from generator.extract.speech.claimers import party_in_front, spoken_for
from generator.lexicon.claims import ClaimRule
from generator.lexicon.lexicon import Lexicon
from generator.model.mention import ActorMention, Attribution
from generator.model.reading import ClaimMention
from generator.model.vocabulary import ActorType, ClaimKind

_NAMING = frozenset((ClaimKind.ACCUSATION, ClaimKind.RESPONSIBILITY))
"""Claims that need a party, which a quotation alone does not give."""
_FORCES = frozenset((ActorType.STATE_FORCE, ActorType.ARMED_GROUP, ActorType.GOVERNMENT))
"""Parties that have forces of their own."""


def find_within(
    prose: Prose,
    rules: Sequence[ClaimRule],
    attributions: Sequence[Attribution],
    lexicon: Lexicon,
    *,
    opened: bool = False,
) -> Iterator[ClaimMention]:
    """What rules find in the words that somebody says, one claim of a kind for each speech.

    ``opened`` tells that the sentence begins inside a quotation of the one before.
    """
    for attribution in attributions:
        if attribution.source is not None and attribution.kind is not ClaimKind.ACCUSATION:
            yield from _in_speech(prose, rules, attribution, attributions, lexicon)
    if attributions:
        return
    for rule in rules:
        if rule.kind in _NAMING or rule.within == "cue" or not _is_spoken(prose, rule, opened=opened):
            continue
        if rule.pattern.search(prose.text):
            whole = prose.span(0, len(prose.text))
            yield ClaimMention(rule.kind, whole, None, rule.name, answers=rule.kind is ClaimKind.DENIAL)


def _in_speech(
    prose: Prose,
    rules: Sequence[ClaimRule],
    attribution: Attribution,
    attributions: Sequence[Attribution],
    lexicon: Lexicon,
) -> Iterator[ClaimMention]:
    """What rules find in one speech; a kind that its speaker's reporting words show already is not looked for."""
    source = attribution.source
    assert source is not None
    made = {other.kind for other in attributions if other.source == source}
    if attribution.kind is ClaimKind.DENIAL:
        made |= _NAMING
    pieces: dict[str, tuple[tuple[int, str], ...]] = {}
    for rule in rules:
        if rule.kind in made or (rule.speaker and source.type not in _FORCES and not _leads_forces(source)):
            continue
        if rule.within not in pieces:
            pieces[rule.within] = tuple(_pieces(prose, attribution, rule.within))
        told = pieces[rule.within]
        if rule.speaker:
            told = (*told, *((start, _as_own(text, source, lexicon)) for start, text in told))
        found = next(((start, m) for start, text in told if (m := rule.pattern.search(text))), None)
        if found is None:
            continue
        blamed = find_blamed(prose, rule, found[1], found[0], lexicon) if rule.kind is ClaimKind.ACCUSATION else None
        if rule.kind is ClaimKind.ACCUSATION and (
            blamed is None or blamed.span == source.span or not _is_party(blamed, lexicon)
        ):
            continue
        made.add(rule.kind)
        yield ClaimMention(
            rule.kind,
            attribution.span,
            attribution,
            rule.name,
            party=(blamed,) if blamed is not None else (),
            claimer=spoken_for(prose, source, lexicon) if rule.kind is ClaimKind.RESPONSIBILITY else None,
            answers=rule.kind is ClaimKind.DENIAL,
        )


def _as_own(text: str, source: ActorMention, lexicon: Lexicon) -> str:
    """What forces say of their country's arms as if of their own (``Kelvarian jets struck`` -> ``its jets struck``).

    Nothing where the words open with no country or with another one.
    """
    opening = _COUNTRY.match(text)
    country = _country_of(opening[1], lexicon) if opening is not None else None
    if opening is None or country is None:
        return ""
    own = any(_country_of(word.removesuffix("'s"), lexicon) == country for word in source.name.split())
    return f"its {text[opening.end() :]}" if own else ""


_COUNTRY = re.compile(r"(?:[Tt]hat )?(?:[Tt]he )?([A-Z][a-z]+)(?:'s)? (?=[a-z])")
"""A country or a people at the head of a clause."""


def _country_of(word: str, lexicon: Lexicon) -> str | None:
    """The country that a word names or whose people it names."""
    known = lexicon.places.known.get(word.lower(), ())
    return next((place.country for place in known if place.kind in ("name", "demonym") and place.country), None)


def _is_spoken(prose: Prose, rule: ClaimRule, *, opened: bool) -> bool:
    """Whether a sentence without a reporting word is somebody's own words: quoted, or told by ``we``."""
    return opened or prose.text.startswith('"') or rule.own == "always" or (rule.own != "" and '"' not in prose.text)


def _leads_forces(source: ActorMention) -> bool:
    return source.type is ActorType.OFFICIAL and is_military(source)


def find_blamed(
    prose: Prose, rule: ClaimRule, match: re.Match[str], start: int, lexicon: Lexicon
) -> ActorMention | None:
    """Whom somebody blames by a rule: behind its words, in front of them or inside of them; None for nobody.

    ``start`` is the offset in the sentence of the text that was matched.
    """
    if rule.party == "inside":
        party = named_party(prose, start + match.start("party"), lexicon, stop=start + match.end("party"))
    elif rule.party == "after":
        party = named_party(prose, start + match.end(), lexicon)
    else:
        party = party_in_front(prose, start + match.start() + match[0].startswith(" "), lexicon)
    if party is None or party.pronoun is not None or is_own(prose, party) or party.name.lower() in _NOBODY:
        return None
    return party


def _is_party(party: ActorMention, lexicon: Lexicon) -> bool:
    """Whether somebody in a speech can be blamed: a thing or the weather cannot."""
    return party.rule != "definite" or party.head in lexicon.claims.parties


_NOBODY = frozenset(("whoever", "those", "that", "this", "who", "what", "everyone", "somebody", "someone"))
"""Subjects that name no party."""


def _pieces(prose: Prose, attribution: Attribution, within: str) -> Iterator[tuple[int, str]]:
    """Offsets and texts in which a rule looks: what is said, its quoted part, or what the reporting word opens."""
    if within == "cue":
        start = attribution.cue.start - prose.start
        yield start, prose.text[start:]
        return
    for content in attribution.contents:
        start, end = content.start - prose.start, content.end - prose.start
        if within == "direct":
            quote = prose.text.find('"', start, end)
            if quote < 0:
                continue
            start = quote
        yield start, prose.text[start:end]
    if within == "content" and len(attribution.contents) > 1:
        start, end = attribution.contents[0].start - prose.start, attribution.contents[-1].end - prose.start
        yield start, prose.text[start:end]
