"""Parties told by a noun or a bare name: forces, bodies, crowds, countries, described persons."""

from collections.abc import Sequence

from generator.extract.actors.names import NOWHERE, country_of, is_name, is_named, name_in, phrase_text
from generator.extract.prose.heads import find_head, head_index, phrase_stop
from generator.extract.prose.matching import Prose, Word, without_article
from generator.lexicon.lexicon import Lexicon
from generator.lexicon.places import fold_name
from generator.model.mention import ActorMention
from generator.model.values import replace
from generator.model.vocabulary import ActorType

RELATIVE = frozenset(("who", "which", "whose", "whom", "that"))


def read_described(prose: Prose, parts: Sequence[Sequence[Word]], lexicon: Lexicon) -> ActorMention | None:
    """A force, body, crowd or anonymous source, told by its head noun; also a person with a description."""
    person = _introduced(prose, parts, lexicon) if len(parts) > 1 else None
    if person is not None:
        return person
    for part in parts[:1]:
        head = find_head(part, lexicon)
        reduced = _participle(part) if head is None and len(part) > 1 else None
        head = find_head(part[:reduced], lexicon) if reduced is not None else head
        if head is not None:
            number, kind = head
            stop = phrase_stop(part, number) if reduced is None else len(part) - 1
            text = _uncapitalised(without_article(prose.text[part[0].start : part[stop].end]), part, lexicon)
            behind = part[number + 1] if number + 1 < len(part) else None
            named = behind is not None and (kind in _NAMED_BEHIND or _is_acronym(behind.text))
            name = _body_name(part, number + 1, lexicon) if named else None
            if behind is not None and kind is ActorType.CROWD and _is_whole_name(part, number):
                whole = without_article(phrase_text(prose, part))
                return ActorMention(NOWHERE, whole, ActorType.ORGANISATION, named=True, rule="organisation")
            if name is not None:
                return ActorMention(
                    NOWHERE,
                    phrase_text(prose, name),
                    kind,
                    head=part[number].lower,
                    role=without_article(prose.text[part[0].start : part[number].end]),
                    named=True,
                    rule="head-name",
                )
            named = any(word.capital for word in part[1:]) or (part[0].capital and part[0].start > 1)
            return ActorMention(
                NOWHERE,
                text,
                kind,
                head=part[number].lower,
                named=named and kind in _BODIES,
                rule="head",
                country=country_of(prose, part, lexicon),
            )
    return None


_NAMED_BEHIND = frozenset(
    (ActorType.ARMED_GROUP, ActorType.ORGANISATION, ActorType.PERSON, ActorType.COMPANY, ActorType.MEDIA)
)
"""Kinds of parties whose name follows their noun (``the mining company N``)."""


def _is_whole_name(part: Sequence[Word], head: int) -> bool:
    """Whether a noun of persons only opens the name of a body (``Nurses Beyond Rivers``)."""
    return head < len(part) - 1 and all(word.capital for word in part[head:])


def _is_acronym(text: str) -> bool:
    return len(text) > 1 and text.isupper() and text.isalpha()


def _body_name(part: Sequence[Word], start: int, lexicon: Lexicon) -> tuple[Word, ...] | None:
    """The name behind the noun of a body: a person's, or capitalised words that may hold a noun (``Ege TV``)."""
    name = name_in(part, start, lexicon)
    if name is not None or start >= len(part) or not part[start].capital:
        return name
    rest = tuple(part[start:])
    whole = all(word.capital or word.text in ("of", "and", "&") for word in rest)
    known = fold_name(" ".join(word.text for word in rest)) in lexicon.places.known
    return rest if whole and not known else None


def _participle(part: Sequence[Word]) -> int | None:
    """Index of a participle behind the persons of whom it tells where they are (``people living in``)."""
    return next(
        (
            n
            for n, word in enumerate(part)
            if n and ((word.lower.endswith("ing") and word.lower not in _NAMING) or word.lower in _BEFALLEN)
        ),
        None,
    )


_NAMING = frozenset(("introducing", "identifying", "calling", "styling", "naming", "giving", "describing"))
_BEFALLEN = frozenset(
    ("privy", "familiar", "close", "loyal", "aware", "present", "involved", "allied", "linked", "opposed")
) | frozenset(("trapped", "stranded", "reached", "contacted", "interviewed", "displaced", "caught", "gathered"))


def _introduced(prose: Prose, parts: Sequence[Sequence[Word]], lexicon: Lexicon) -> ActorMention | None:
    """A name with a description beside it: ``N. N., a nurse``; ``the principal of the school, N. N.``."""
    named = next((number for number, part in enumerate(parts[:2]) if is_name(part, lexicon)), None)
    if named is None:
        return None
    described = parts[1 - named]
    opening = described[0].lower
    head = find_head(described, lexicon)
    if head is None and opening not in (*_OPENERS, *RELATIVE):
        return None
    if named and len(described) > 1 and described[-1].lower in lexicon.places.levels and described[-2].lower == "the":
        return None
    role = without_article(phrase_text(prose, described)) if opening not in RELATIVE else None
    body = head is not None and head[1] in _BODIES and opening not in RELATIVE and not _is_officers(described, head[0])
    kind = head[1] if head is not None and body else ActorType.PERSON
    name = phrase_text(prose, parts[named])
    return ActorMention(NOWHERE, name, kind, role=role, named=True, rule="name-description")


def _is_officers(described: Sequence[Word], head: int) -> bool:
    """Whether the noun of a body stands in front of a person's trade (``Police Public Relations Officer``)."""
    last = described[head_index(described)].lower
    return head < head_index(described) and last.endswith(("officer", "er", "or", "ist", "chief", "man", "woman"))


_OPENERS = ("a", "an", "the", "regional", "deputy", "head", "its", "his", "her", "their")


def _uncapitalised(text: str, part: Sequence[Word], lexicon: Lexicon) -> str:
    """The phrase without the capital that only the beginning of a sentence gives it (``Organisers said``)."""
    opens = part[0].start <= 1 and text.startswith(part[0].text) and part[0].capital
    if not opens or (len(part) > 1 and (part[1].capital or part[1].text == "'s")):
        return text
    first = part[0].text
    named = fold_name(first) in lexicon.places.known or fold_name(first) in lexicon.actors.known
    return text if named or first.isupper() else text[0].lower() + text[1:]


_BODIES = (
    ActorType.GOVERNMENT,
    ActorType.STATE_FORCE,
    ActorType.ORGANISATION,
    ActorType.ARMED_GROUP,
    ActorType.MEDIA,
    ActorType.COMPANY,
)


def read_bare(prose: Prose, parts: Sequence[Sequence[Word]], lexicon: Lexicon) -> ActorMention | None:
    """A country that stands for its government, a lone name, or an unknown organisation."""
    part = next((part for part in parts if is_named(part[-1]) or part[-1].text == "'s"), None)
    if part is None:
        return None
    text = without_article(phrase_text(prose, part)).removesuffix("'s")
    role = next(
        (
            without_article(phrase_text(prose, other))
            for other in parts
            if other is not part and other[0].lower not in RELATIVE
        ),
        None,
    )
    span = NOWHERE
    meanings = [place for place in lexicon.places.known.get(fold_name(text), ()) if place.kind in ("name", "capital")]
    if meanings and part is not parts[0]:
        return None
    if meanings:
        return ActorMention(
            span,
            text,
            ActorType.GOVERNMENT,
            head=meanings[0].kind,
            named=True,
            rule="country",
            country=meanings[0].country,
        )
    if not all(is_named(word) or word.lower in ("of", "the", "and", "for", ".", "&") for word in part):
        return None
    at = next((n for n, word in enumerate(part) if word.text in ("of", "from", "at", "with")), 0)
    if at > 1 and is_name(part[:at], lexicon):
        return ActorMention(NOWHERE, phrase_text(prose, part[:at]), ActorType.PERSON, named=True, rule="name")
    article = part[0].lower == "the"
    acronym = len(part) == 1 and text.isupper() and len(text) > 1
    if article or acronym or any(word.text in lexicon.places.institutions for word in part):
        return ActorMention(span, text, ActorType.ORGANISATION, role=role, named=True, rule="organisation")
    described = next((find_head(other, lexicon) for other in parts if other is not part), None)
    kind = described[1] if described else ActorType.PERSON
    return ActorMention(span, text, kind, role=role, named=True, rule="name-description" if described else "name")


_PAPERS = frozenset(
    (
        "bulletin",
        "report",
        "statement",
        "figures",
        "data",
        "account",
        "version",
        "website",
        "tally",
        "count",
        "estimate",
        "estimates",
        "records",
        "announcement",
        "spokesperson",
    )
)


_OFFICES = ("office", "staff", "command")


def read_possessor(prose: Prose, parts: Sequence[Sequence[Word]], lexicon: Lexicon) -> ActorMention | None:
    """``the agency's midday bulletin`` speaks for the agency."""
    part = parts[0]
    mark = max((number for number, word in enumerate(part) if word.text == "'s"), default=None)
    if mark is None or not mark or part[-1].lower not in _PAPERS | set(_OFFICES):
        return None
    if part[-1].lower in _OFFICES:
        return ActorMention(
            NOWHERE,
            without_article(phrase_text(prose, part)),
            ActorType.GOVERNMENT,
            head=part[-1].lower,
            rule="office-of",
        )
    owner = part[:mark]
    for reader in (read_described, read_bare, read_definite):
        mention = reader(prose, (owner,), lexicon)
        if mention is not None:
            return replace(mention, rule="possessor")
    return None


def read_definite(prose: Prose, parts: Sequence[Sequence[Word]], lexicon: Lexicon) -> ActorMention | None:
    """A body told only by an unknown noun with the definite article: ``the regional health directorate``."""
    part = parts[0]
    if part[0].lower not in ("the", "its", "their", "his", "her", "both", "another") or len(part) < 2:
        return None
    head = head_index(part)
    noun = part[head].lower
    if part[0].lower == "the" and noun.endswith("-year-old"):
        return ActorMention(NOWHERE, noun, ActorType.PERSON, head=noun, rule="head")
    if not part[head].wordlike or noun in _PAPERS or noun in lexicon.grammar.function_words:
        return None
    return ActorMention(
        NOWHERE, without_article(phrase_text(prose, part)), ActorType.ORGANISATION, head=noun, rule="definite"
    )
