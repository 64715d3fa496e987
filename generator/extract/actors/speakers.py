"""Who can speak: a thing, a deed or a time cannot."""

from generator.lexicon.lexicon import Lexicon
from generator.model.mention import ActorMention


def may_speak(source: ActorMention, lexicon: Lexicon) -> bool:
    """Whether a party can say something: a thing, a deed or a time cannot."""
    if source.rule != "definite":
        return True
    head = source.head
    return not (
        head in lexicon.persons.outcomes or head in lexicon.events.phrases or head.endswith("ing") or head in _MUTE
    )


_MUTE = frozenset(
    line
    for block in (
        "statement report attack toll death blast fire incident agreement video footage image images photo photos",
        "picture document documents day week month year morning night evening hour hours time moment number figure",
        "figures case cases decision move move result situation system plan law rule bill deal talks water wind news",
        "weapon bomb car truck vehicle plane train ship boat house home building area region city town village road",
        "message messages sheet list past country game season match market price prices share",
        "shares index rate virus disease outbreak storm quake flood test tests result results sample samples autopsy",
    )
    for line in block.split()
)
"""Nouns with an article that never speak."""
