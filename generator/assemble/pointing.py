"""Descriptions that point back: ``the harbour master``, ``the company``, ``the SP``, and what a story opens with."""

from collections.abc import Mapping, Sequence

from generator.assemble.entities import Entity, are_foes
from generator.assemble.names import fold
from generator.model.mention import ActorMention
from generator.model.vocabulary import ActorType

_PERSONS = frozenset((ActorType.PERSON, ActorType.OFFICIAL))
RANK_LETTERS = 4
"""Letters of a rank's short form (``the SP``, ``the DSP``), at most."""


def holds_rank(short: str, role: str | None) -> bool:
    """Whether a short form is the first letters of an office (``SP`` of a superintendent of police)."""
    if role is None:
        return False
    initials = "".join(word[0] for word in role.split() if word[0].isupper())
    longer = len(initials) > 2 and short.endswith(initials)
    return len(short) > 1 and (longer or initials.startswith(short) or initials.endswith(short))


def find_by_role(mention: ActorMention, entities: Sequence[Entity]) -> int | None:
    """``The harbour master`` means the one named person, or body, whose description ends in the same words."""
    words = fold(mention.name).split()
    if mention.head in _GENERAL or not words or words[-1] in _GENERAL:
        return None
    meant = [
        number
        for number, entity in enumerate(entities)
        if entity.mention.named and entity.mention.role and _tells(words, fold(entity.mention.role).split())
    ]
    return meant[0] if len(meant) == 1 else None


def _tells(words: Sequence[str], role: Sequence[str]) -> bool:
    """Whether words end a description, or end it in front of what its office is for (``head of the yard``)."""
    stop = next((n for n, word in enumerate(role) if n and word in _OF), len(role))
    return list(role[:stop])[-len(words) :] == list(words)


_OF = frozenset(("of", "at", "for", "in", "from", "with", "who", "to"))
_GENERAL = frozenset(
    ("official", "officials", "source", "sources", "people", "authorities", "name", "police", "witness")
)
"""Nouns that tell nobody in particular."""


def find_named_body(
    mention: ActorMention, index: int, entities: Sequence[Entity], seen: Mapping[int, int]
) -> int | None:
    """``The company`` means the one named body whose name or kind has the noun, else the one told of just before.

    Args:
        mention: the noun.
        index: number of its sentence.
        entities: the actors known so far.
        seen: actor -> number of the last sentence that told of it.
    """
    noun = mention.head
    if noun not in POINTING or mention.name.lower() != noun:
        return None
    types = _BODIES if noun in _GENERIC_BODIES and noun != "agency" else _AGENCIES
    bodies = [
        number
        for number, entity in enumerate(entities)
        if entity.mention.named
        and entity.mention.rule != "country"
        and not are_foes(mention, entity.mention)
        and (entity.mention.type in types or (noun in _FIRMS and _is_firm(entity)))
    ]
    near = [number for number in bodies if index - seen.get(number, -_FAR) <= _BODY_REACH]
    of_noun = [number for number in bodies if noun in _told(entities[number])]
    fits = of_noun if len(of_noun) == 1 else [number for number in of_noun if number in near]
    if not fits and noun in _GENERIC_BODIES:
        kind = _TYPE_OF.get(noun)
        alike = [
            number
            for number in near
            if entities[number].mention.type is kind or (noun in _FIRMS and _is_firm(entities[number]))
        ]
        fits = alike if len(alike) == 1 else near
    return fits[0] if len(fits) == 1 else None


def _is_firm(entity: Entity) -> bool:
    """Whether an actor's description or name tells that it is a firm (``the concession holder, N.``)."""
    words = fold(entity.mention.role or "").split()[-1:] + fold(entity.mention.name).split()
    return not _FIRM_WORDS.isdisjoint(words)


_FIRMS = frozenset(("company", "firm", "operator", "owner", "contractor", "developer", "concessionaire", "airline"))
_FIRM_WORDS = frozenset(
    word
    for line in (
        "owner operator holder contractor developer concessionaire manufacturer builder company firm carrier supplier",
        "mining ltd limited inc corp corporation holdings holding industries airlines airways lines ferries petroleum",
        "energy steel cement chemicals logistics shipping motors electric gas oil textiles foods llc plc gmbh railways",
    )
    for word in line.split()
)


def _told(entity: Entity) -> frozenset[str]:
    """The words of an actor's name and description, and its noun."""
    mention = entity.mention
    return frozenset((*fold(f"{mention.role or ''} {mention.name}").split(), mention.head))


_FAR = 1_000_000
_BODY_REACH = 5
"""Sentences that a noun such as ``the company`` may look back."""
_BODIES = frozenset((ActorType.ORGANISATION, ActorType.ARMED_GROUP, ActorType.COMPANY, ActorType.MEDIA))
_AGENCIES = _BODIES | {ActorType.GOVERNMENT, ActorType.STATE_FORCE}
_TYPE_OF = {
    "company": ActorType.COMPANY,
    "firm": ActorType.COMPANY,
    "group": ActorType.ARMED_GROUP,
    "movement": ActorType.ARMED_GROUP,
    "faction": ActorType.ARMED_GROUP,
    "militia": ActorType.ARMED_GROUP,
}
_GENERIC_BODIES = frozenset(
    word
    for line in (
        "group company organisation organization agency movement faction firm charity militia gang outfit operator ngo",
    )
    for word in line.split()
)
"""Nouns by which any body of their kind is called again."""
POINTING = _GENERIC_BODIES | frozenset(
    word
    for line in (
        "ministry department authority office board council committee commission union association federation centre",
        "center foundation institute university hospital bank utility service airline consortium network mission",
        "embassy",
        "court party junta watchdog station newspaper paper broadcaster channel church club force bureau directorate",
        "command administration alliance coalition front army brigade platform society municipality agency observatory",
    )
    for word in line.split()
)


def is_opened(entity: Entity, candidate: Entity) -> bool:
    """Whether the opening sentence describes whom a later one names (``an ambulance official``, then N. N.).

    A story opens with what a source is and then names it; the description's own words stand in what is told of it.
    """
    one, other = entity.mention, candidate.mention
    if (
        not (other.named and 0 < candidate.first - entity.first <= _NAMED_WITHIN)
        or one.head.endswith("s")
        or one.rule == "pronoun"
    ):
        return False
    person = one.type in _PERSONS
    if person is not (other.type in _PERSONS) or (
        not person and other.type in (ActorType.MEDIA, ActorType.ARMED_GROUP)
    ):
        return False
    words = frozenset(fold(one.name).split()) - _GENERAL - _VAGUE - {one.head}
    if one.head in _GENERIC_BODIES and one.name == one.head:
        return other.type is ActorType.ORGANISATION and candidate.first - entity.first <= _BODY_REACH
    return bool(words) and words <= _told(candidate)


_NAMED_WITHIN = 8
"""Sentences within which a story names whom it opened with."""
_VAGUE = frozenset(
    word
    for line in (
        "security intelligence military army defence defense government senior top local regional country countrys",
        "a an the of in at s police state national federal provincial ministry former official spokesman group",
    )
    for word in line.split()
)
"""Words of a description that many sources share."""
