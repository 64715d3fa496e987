"""Persons with what they are: an office and a name (``the mayor, N. N.``), a trade and a name (``the nurse N. N.``)."""

from collections.abc import Sequence

from generator.extract.actors.names import NOWHERE, country_of, is_name, name_in, phrase_text
from generator.extract.prose.heads import find_head, find_office
from generator.extract.prose.matching import Prose, Word, without_article
from generator.lexicon.lexicon import Lexicon
from generator.model.mention import ActorMention
from generator.model.vocabulary import ActorType


def read_titled(prose: Prose, parts: Sequence[Sequence[Word]], lexicon: Lexicon) -> ActorMention | None:
    """A name behind a description in lower case: ``the shop owner Amina Sorel``."""
    part = parts[0]
    at = len(part)
    while at and (part[at - 1].capital or part[at - 1].text == "."):
        at -= 1
    name = part[at:]
    if not 0 < at < len(part) or len(name) > _LONGEST_NAME or not is_name(name, lexicon):
        return None
    title = part[at - 1].lower
    if not title.isalpha() or title in lexicon.grammar.function_words or title in lexicon.actors.heads:
        return None
    kind = ActorType.PERSON
    if title not in lexicon.persons.singular and not title.endswith(_AGENTIVE):
        return None
    role = without_article(phrase_text(prose, part[:at]))
    return ActorMention(NOWHERE, phrase_text(prose, name), kind, role=role, named=True, rule="titled")


_LONGEST_NAME = 4


_AGENTIVE = (
    "er",
    "or",
    "ist",
    "ian",
    "man",
    "woman",
    "person",
    "ant",
    "ent",
    "son",
    "wife",
    "husband",
    "survivor",
    "nurse",
)
"""Endings of nouns that tell what a person does."""


def read_officer(prose: Prose, parts: Sequence[Sequence[Word]], lexicon: Lexicon) -> ActorMention | None:
    """A person with an office, in one part or in two (``the mayor, N. N.``; ``N. N., the mayor``)."""
    for number, part in enumerate(parts):
        head = find_office(part, lexicon)
        if head is None:
            continue
        first, last, kind = head
        name = name_in(part, last + 1, lexicon)
        if name is not None:
            name = _behind_offices(name, lexicon)
        if number and name is None and not is_name(parts[0], lexicon):
            return None
        after = last + 1 + len(name or ())
        if after < len(part) and part[after].text == "'s":
            return None
        office = prose.text[part[first].start : part[last].end].lower()
        role = without_article(phrase_text(prose, part if name is None else part[: _index(part, name[0])]).strip())
        if name is None:
            beside = (p for n, p in enumerate(parts) if n in (number + 1, number - 1))
            name = next((found for p in beside if (found := _ranked_name(p, lexicon)) is not None), None)
        if name is None:
            body = _named_body(prose, parts, number, lexicon)
            if body is not None:
                return body
            return ActorMention(
                NOWHERE,
                without_article(phrase_text(prose, part)),
                kind,
                head=office,
                role=None,
                rule="office",
                country=country_of(prose, part, lexicon),
            )
        further = [
            without_article(phrase_text(prose, p))
            for n, p in enumerate(parts)
            if n > number and find_office(p, lexicon) and name[0] not in p
        ]
        role = ", ".join([role, *further[:1]]) if role else role
        return ActorMention(
            NOWHERE,
            phrase_text(prose, name),
            kind,
            head=office,
            role=role or None,
            named=True,
            rule="office-name",
            country=country_of(prose, part, lexicon),
        )
    return None


def _behind_offices(name: tuple[Word, ...], lexicon: Lexicon) -> tuple[Word, ...]:
    """A name without further titles that open it (``Chief District Medical Officer Dr N. N.``)."""
    for number in range(len(name) - 2, -1, -1):
        if name[number].lower in lexicon.actors.offices or name[number].lower in ("officer", "dr", "mr", "mrs", "ms"):
            rest = name[number + 1 :]
            return rest[1:] if rest[0].text == "." else rest
    return name


def _named_body(prose: Prose, parts: Sequence[Sequence[Word]], office: int, lexicon: Lexicon) -> ActorMention | None:
    """The body that a description stands beside (``the mine's owner, Kolvar Mining Company``)."""
    for part in parts[office + 1 : office + 2]:
        named = part[1:] if part[0].lower == "the" else part
        head = find_head(named, lexicon) if named and all(word.capital for word in named) else None
        if head is not None and head[1] in NAMED_BODIES:
            role = without_article(phrase_text(prose, parts[office]))
            name = phrase_text(prose, named)
            return ActorMention(NOWHERE, name, head[1], role=role, named=True, rule="name-description")
    return None


def _ranked_name(part: Sequence[Word], lexicon: Lexicon) -> tuple[Word, ...] | None:
    """The name that a part is, a rank in front of it left out (``the Rev. N. N.``); None where it is none."""
    rank = find_office(part, lexicon)
    if rank is not None and rank[1] + 1 < len(part):
        return name_in(part, rank[1] + 1, lexicon)
    if is_name(part, lexicon):
        return tuple(part)
    at = next((n for n, word in enumerate(part) if word.capital), len(part))
    rest = tuple(part[at:])
    described = at > 0 and all(word.lower not in lexicon.grammar.function_words for word in part[:at])
    return rest if described and len(rest) > 1 and is_name(rest, lexicon) else None


def _index(part: Sequence[Word], word: Word) -> int:
    return next(number for number, other in enumerate(part) if other is word)


NAMED_BODIES = frozenset(
    (
        ActorType.ORGANISATION,
        ActorType.GOVERNMENT,
        ActorType.COMPANY,
        ActorType.MEDIA,
        ActorType.ARMED_GROUP,
        ActorType.STATE_FORCE,
    )
)
