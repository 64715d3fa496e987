"""Parties told by a noun or a bare name: forces, bodies, crowds, countries, described persons."""

from collections.abc import Sequence
from dataclasses import replace

from generator.extract.actors.names import country_of, is_name, is_named, name_in, phrase_text
from generator.extract.prose.heads import find_head, head_index, phrase_stop
from generator.extract.prose.matching import Prose, Word, without_article
from generator.lexicon.lexicon import Lexicon
from generator.lexicon.places import fold_name
from generator.model.mention import ActorMention
from generator.model.vocabulary import ActorType

RELATIVE = frozenset(("who", "which", "whose", "whom", "that"))


def read_described(prose: Prose, parts: Sequence[Sequence[Word]], lexicon: Lexicon) -> ActorMention | None:
    """A force, body, crowd or anonymous source, told by its head noun; also a person with a description."""
    person = _introduced(prose, parts, lexicon)
    if person is not None:
        return person
    for part in parts[:1]:
        head = find_head(part, lexicon)
        if head is not None:
            number, kind = head
            stop = phrase_stop(part, number)
            text = _uncapitalised(without_article(prose.text[part[0].start : part[stop].end]), part, lexicon)
            name = (
                name_in(part, number + 1, lexicon)
                if kind in (ActorType.ARMED_GROUP, ActorType.ORGANISATION, ActorType.PERSON)
                else None
            )
            if name is not None:
                return ActorMention(
                    prose.span(0, 0),
                    phrase_text(prose, name),
                    kind,
                    head=part[number].lower,
                    role=without_article(prose.text[part[0].start : part[number].end]),
                    named=True,
                    rule="head-name",
                )
            named = any(word.capital for word in part[1:]) or (part[0].capital and part[0].start > 1)
            return ActorMention(
                prose.span(0, 0),
                text,
                kind,
                head=part[number].lower,
                named=named and kind in _BODIES,
                rule="head",
                country=country_of(prose, part, lexicon),
            )
    return None


def _introduced(prose: Prose, parts: Sequence[Sequence[Word]], lexicon: Lexicon) -> ActorMention | None:
    """A name with a description beside it: ``N. N., a nurse``; ``the principal of the school, N. N.``."""
    named = next((number for number, part in enumerate(parts[:2]) if is_name(part, lexicon)), None)
    if named is None or len(parts) < 2:
        return None
    described = parts[1 - named]
    opening = described[0].lower
    head = find_head(described, lexicon)
    if head is None and opening not in (*_OPENERS, *RELATIVE):
        return None
    role = without_article(phrase_text(prose, described)) if opening not in RELATIVE else None
    body = head is not None and head[1] in _BODIES and opening not in RELATIVE
    kind = head[1] if head is not None and body else ActorType.PERSON
    name = phrase_text(prose, parts[named])
    return ActorMention(prose.span(0, 0), name, kind, role=role, named=True, rule="name-description")


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
    part = next((part for part in parts if part[-1].capital or part[-1].text == "'s"), None)
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
    span = prose.span(0, 0)
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
            prose.span(0, 0),
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
    if not part[head].wordlike or noun in _PAPERS or noun in lexicon.grammar.function_words:
        return None
    return ActorMention(
        prose.span(0, 0), without_article(phrase_text(prose, part)), ActorType.ORGANISATION, head=noun, rule="definite"
    )
