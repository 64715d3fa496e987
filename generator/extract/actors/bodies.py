"""Bodies by name: known ones, their staff and their papers, and a noun with its name beside it."""

from collections.abc import Sequence

from generator.extract.actors.names import NOWHERE, is_name, known_mention, known_names, phrase_text
from generator.extract.actors.officers import NAMED_BODIES
from generator.extract.actors.parties import read_bare, read_described
from generator.extract.prose.heads import find_head, find_office
from generator.extract.prose.matching import Prose, Word, without_article
from generator.lexicon.lexicon import Lexicon
from generator.lexicon.places import fold_name
from generator.model.mention import ActorMention
from generator.model.values import replace
from generator.model.vocabulary import ActorType


def read_known(prose: Prose, parts: Sequence[Sequence[Word]], lexicon: Lexicon) -> ActorMention | None:
    """A group or organisation that the lexicon names."""
    for part in parts:
        for first, last, actor in known_names(prose, part, lexicon):
            if last < len(part) - 1 or _speaks_for(part, first, lexicon) or _is_persons(part, first, lexicon):
                continue
            role = without_article(prose.text[part[0].start : part[first].start].strip()) if first else None
            named = role if role and role.lower() != "the" else None
            return known_mention(prose, part[first : last + 1], actor, role=named)
    return None


def _is_persons(part: Sequence[Word], first: int, lexicon: Lexicon) -> bool:
    """Whether a person's name and ``of`` stand in front of a known name (``N. N. of the Red Cross``)."""
    at = first - 1 - (first > 1 and part[first - 1].lower == "the")
    return at > 1 and part[at].text in ("of", "from", "at", "with") and is_name(part[:at], lexicon)


def _speaks_for(part: Sequence[Word], first: int, lexicon: Lexicon) -> bool:
    """Whether an office and ``for`` or ``of`` stand in front of a known name (``a spokesman for Hamas``)."""
    joined = any(word.text in ("for", "of", "from", "at", "with", "in") for word in part[:first])
    return joined and find_office(part[:first], lexicon) is not None


def read_apposed(prose: Prose, parts: Sequence[Sequence[Word]], lexicon: Lexicon) -> ActorMention | None:
    """A body told by its noun, with its name behind a comma: ``the town council, the House of Petrak``."""
    if len(parts) < 2 or any(word.capital for word in parts[0][1:]):
        return None
    head = find_head(parts[0], lexicon)
    if head is None or head[1] not in NAMED_BODIES:
        return None
    part = parts[1][1:] if parts[1][0].lower == "the" else parts[1]
    inside = ("of", "for", "the", "and", "de", "al", "on", "in", ".", "&")
    if (
        not part
        or not part[0].capital
        or not all(word.capital or word.text in inside or word.text.isdigit() for word in part)
    ):
        return None
    text = phrase_text(prose, part)
    if fold_name(text) in lexicon.places.known or find_office(part, lexicon) is not None:
        return None
    role = without_article(phrase_text(prose, parts[0]))
    kind = head[1]
    return ActorMention(NOWHERE, text, kind, role=role, named=True, rule="name-description")


def read_staffed(prose: Prose, parts: Sequence[Sequence[Word]], lexicon: Lexicon) -> ActorMention | None:
    """A known party's people, who speak for it: ``MSF teams in Nyala``."""
    part = parts[0]
    for first, last, actor in known_names(prose, part, lexicon):
        if first > 1 or last + 1 >= len(part) or not part[last + 1].text.islower():
            continue
        return ActorMention(
            prose.span(part[first].start, part[last].end),
            name=prose.text[part[first].start : part[last].end],
            type=actor.type,
            named=True,
            known=actor.id,
            acronyms=actor.acronyms,
            country=actor.country,
            rule="known-staff",
        )
    return None


def read_paper(prose: Prose, parts: Sequence[Sequence[Word]], lexicon: Lexicon) -> ActorMention | None:
    """A paper that speaks for its author (``UN figures``, ``a statement from the mayor``); alone, for the last one."""
    part = parts[0]
    noun = next((n for n, word in enumerate(part) if word.lower in lexicon.cues.papers), None)
    if noun is None:
        return None
    further = part[noun + 1 :]
    if len(further) > 2 and further[1].text in ("by", "from") and further[0].text.endswith(("ed", "n")):
        further = further[1:]
    if further and further[0].text in ("from", "by", "of") and len(further) > 1:
        owner: Sequence[Word] = further[1:]
    elif not further and noun:
        owner = [word for word in part[:noun] if word.lower not in _PAPER_WORDS]
    else:
        return None
    if not owner:
        pointing = part[0].lower in ("the", "its", "this")
        return ActorMention(NOWHERE, "it", ActorType.PERSON, pronoun="it", rule="paper") if pointing else None
    for reader in (read_known, read_described, read_bare):
        mention = reader(prose, (owner,), lexicon)
        if mention is not None and mention.type is not ActorType.PERSON:
            return replace(mention, rule="possessor")
    return None


_PAPER_WORDS = frozenset(
    [
        "the",
        "a",
        "an",
        "its",
        "this",
        "new",
        "official",
        "latest",
        "preliminary",
        "daily",
        "initial",
        "first",
        "second",
        "brief",
        "joint",
        "written",
    ]
)
