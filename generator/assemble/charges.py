"""Whom a claim is about: the side for which somebody claims a deed, and what an accusation puts to a party."""

import re
from collections.abc import Sequence

from generator.assemble.coreference import Cast
from generator.assemble.statements import Drafted
from generator.lexicon.lexicon import Lexicon
from generator.model.claim import Party
from generator.model.mention import ActorMention
from generator.model.values import replace
from generator.model.vocabulary import VIOLENT, ActorType, Charge, ClaimKind, EventType

_WORD = re.compile(r"[\w'-]+")
_OPENED = re.compile(r"\b(?:of|for|over|with) (?P<charge>[^.;:\"]{3,90})")
"""What stands behind a party, or behind the word that holds it guilty."""
_NEAR = 45
"""Code points behind a party within which a charge is opened."""
_FILLING = frozenset(("having", "being", "the", "a", "an", "its", "their", "his", "her", "what", "deliberately"))
_UNARMED = frozenset((ActorType.COMPANY, ActorType.MEDIA, ActorType.ORGANISATION))


def with_sides(drafted: Sequence[Drafted], cast: Cast) -> list[Drafted]:
    """The claims, responsibility that a spokesman or leader repeats put to the side that claims it too.

    Who says that he shot down what others sent claims another deed than theirs.
    """
    drafted = [_warded(draft) for draft in drafted]
    claims = [draft.claim for draft in drafted if draft.claim.kind is ClaimKind.RESPONSIBILITY]
    sides = dict.fromkeys(who for claim in claims if isinstance(claim.what, Party) for who in claim.what.who)
    groups = tuple(who for who in sides if not is_voice(who, cast))
    if len(groups) != 1 or len(groups) == len(sides):
        return list(drafted)
    return [_sided(draft, groups, cast) for draft in drafted]


def _warded(draft: Drafted) -> Drafted:
    what = draft.claim.what
    if draft.claim.kind is not ClaimKind.RESPONSIBILITY or not isinstance(what, Party):
        return draft
    if _WARDING.search(draft.claim.quote) is None:
        return draft
    return replace(draft, claim=replace(draft.claim, what=replace(what, of=Charge.OTHER)))


_WARDING = re.compile(
    r"\b(?:shot down|downed|intercepted|destroyed|neutrali[sz]ed) [^.;]{0,40}"
    r"\b(?:drones?|missiles?|rockets?|UAVs?|projectiles?)\b"
)
"""A defender's deed: what is shot down was sent by others."""


def _sided(draft: Drafted, groups: tuple[str, ...], cast: Cast) -> Drafted:
    what = draft.claim.what
    if draft.claim.kind is not ClaimKind.RESPONSIBILITY or not isinstance(what, Party):
        return draft
    if not any(is_voice(who, cast) for who in what.who):
        return draft
    return replace(draft, claim=replace(draft.claim, what=replace(what, who=groups)))


def is_voice(who: str, cast: Cast) -> bool:
    """Whether an actor speaks for others: an officer, or a person told as spokesman or leader."""
    mention = cast.entities[cast.ids.index(who)].mention
    if mention.type is ActorType.OFFICIAL:
        return True
    role = f"{mention.role or ''} {mention.head}".lower()
    return mention.type is ActorType.PERSON and any(word in role for word in _SPEAKING)


_SPEAKING = ("spokes", "leader", "commander", "chief", "coordinator", "founder", "representative")


def with_charges(drafted: Sequence[Drafted], kind: EventType, lexicon: Lexicon) -> list[Drafted]:
    """The claims, each accusation with what it charges; ``kind`` is the type of the main event."""
    return [_charged(draft, kind, lexicon) if draft.claim.kind is ClaimKind.ACCUSATION else draft for draft in drafted]


def _charged(draft: Drafted, kind: EventType, lexicon: Lexicon) -> Drafted:
    what = draft.claim.what
    if not isinstance(what, Party) or not draft.mention.party:
        return draft
    party = draft.mention.party[0]
    charge = _charge_of(draft.claim.quote, draft.claim.at.span.start, party, kind, lexicon)
    return draft if charge is None else replace(draft, claim=replace(draft.claim, what=replace(what, of=charge)))


def _charge_of(quote: str, start: int, party: ActorMention, kind: EventType, lexicon: Lexicon) -> Charge | None:
    """What the words of a quote, which begins at ``start``, charge a party with; None for the deed itself."""
    roles, text = lexicon.roles, quote.lower()
    words = frozenset(_WORD.findall(text))
    if not words.isdisjoint(roles.faults):
        return Charge.FAULT
    if not words.isdisjoint(roles.besides):
        return Charge.OTHER
    violent = not words.isdisjoint(roles.anchors)
    if kind not in VIOLENT and not (violent and kind is EventType.PROTEST):
        return Charge.FAULT
    nameless = not any(word[0].isupper() for word in party.name.split()[1:])
    if party.rule == "described" and nameless and roles.doers.keys().isdisjoint(_WORD.findall(party.name.lower())):
        return Charge.OTHER
    opened = _OPENED.search(text, max(0, party.span.end - start))
    if opened is not None and opened.start() <= party.span.end - start + _NEAR:
        return _opened_charge(opened["charge"], lexicon)
    return Charge.FAULT if party.type in _UNARMED and not party.named and not violent else None


def _opened_charge(charge: str, lexicon: Lexicon) -> Charge | None:
    """The charge that ``of`` or ``for`` opens: a deed where a word of it may be one, or where it only points back."""
    said = _WORD.findall(charge)
    words = [word for word in said if word not in _FILLING]
    roles = lexicon.roles
    if not words or not (words[0].endswith("ing") or said[0] in ("having", "being")):
        return None
    known = words[0] in roles.verbs or words[0] in roles.nouns or words[0] in roles.deeds
    return None if known else Charge.OTHER
