"""Noun phrases that name a party: persons with their offices, forces, bodies, groups, crowds, anonymous sources."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.extract.matching import ABBREVIATED, Prose, Word
from generator.lexicon.actors import KnownActor
from generator.lexicon.lexicon import Lexicon
from generator.lexicon.places import fold_name
from generator.model.mention import ActorMention
from generator.model.vocabulary import ActorType, PlaceLevel

PRONOUNS = frozenset(("he", "she", "they", "it"))
_INSIDE = frozenset(("of", "for", "at", "in", "from", "and", "&", "on", "with", "to"))
_PARTICLES = frozenset(("de", "del", "la", "el", "al", "bin", "ibn", "van", "von", "der", "da", "do", "dos", "di", "ul", "ud", "abu", "ag"))
_MOST_WORDS = 16
_RELATIVE = frozenset(("who", "which", "whose", "whom", "that"))
_FILLERS = re.compile(r"for (?:its|his|her|their) part|however|meanwhile|in turn|speaking on condition of anonymity|[0-9]{1,2}|aged [0-9]{1,2}", re.IGNORECASE)


def phrase_before(words: Sequence[Word], end: int, lexicon: Lexicon) -> int:
    """Index of the first word of the noun phrase that ends in front of word ``end``; ``end`` itself where there is none."""
    grammar = lexicon.grammar
    at = end
    while at > 0 and end - at < _MOST_WORDS:
        word = words[at - 1]
        text = word.text.lower()
        if text == "'s" or (text == "." and at > 1 and ABBREVIATED.search(words[at - 2].text)):
            at -= 1
        elif not word.wordlike:
            break
        elif text in grammar.determiners:
            at -= 1
            if at > 1 and words[at - 1].text.lower() in _INSIDE and _is_nominal(words[at - 2], lexicon):
                at -= 1
                continue
            break
        elif text in _INSIDE:
            if at == end or at < 2 or not _is_nominal(words[at - 2], lexicon):
                break
            at -= 1
        elif word.capital or _is_nominal(word, lexicon):
            if not word.capital and text.endswith(("ed", "ing")) and at < end and words[at].text.lower() in grammar.determiners:
                break
            at -= 1
        elif text in grammar.pronouns and at == end:
            return at - 1
        else:
            break
    while at < end and words[at].text.lower() in _INSIDE | grammar.conjunctions | grammar.adverbs:
        at += 1
    return at


def phrase_after(words: Sequence[Word], start: int, lexicon: Lexicon) -> int:
    """Index behind the last word of the noun phrase that begins at word ``start``; commas end it."""
    grammar = lexicon.grammar
    at = start
    while at < len(words) and at - start < _MOST_WORDS:
        word = words[at]
        text = word.text.lower()
        if text == "'s" or (text == "." and at > start and ABBREVIATED.search(words[at - 1].text)):
            at += 1
        elif not word.wordlike:
            break
        elif text in grammar.determiners or text in _INSIDE:
            following = words[at + 1] if at + 1 < len(words) else None
            if following is None or not (following.wordlike and (_is_nominal(following, lexicon) or following.text.lower() in grammar.determiners)):
                break
            if text in _INSIDE and at == start:
                break
            at += 1
        elif word.capital or _is_nominal(word, lexicon):
            if at > start and text.endswith("ed") and at + 1 < len(words) and words[at + 1].text.lower() in grammar.prepositions:
                break
            at += 1
        elif text in grammar.pronouns and at == start:
            return at + 1
        else:
            break
    return at


def _is_nominal(word: Word, lexicon: Lexicon) -> bool:
    text = word.text.lower()
    if text == "'s":
        return True
    if not word.wordlike:
        return False
    return text not in lexicon.grammar.function_words or (word.capital and text in ("may", "will", "march")) or text in ("general", "chief")


def appositions(words: Sequence[Word], first: int, end: int, lexicon: Lexicon) -> int:
    """Index where the whole source begins when commas stand inside it (``the minister, N. N., said``).

    ``first`` is the start of the phrase that stands nearest the cue, ``end`` the index behind it (perhaps a comma).
    """
    start = first
    for _ in range(4):
        if start < 2 or words[start - 1].text != ",":  # noqa: PLR2004 - a comma needs a word before it
            return start
        before = phrase_before(words, start - 1, lexicon)
        if before >= start - 1:
            return start
        start = before
    return start


def read_actor(prose: Prose, start: int, end: int, lexicon: Lexicon) -> ActorMention | None:
    """The party that the words ``start`` to ``end`` (indexes, half-open) of a sentence name, or None."""
    words = prose.words[start:end]
    while words and not words[-1].wordlike and words[-1].text != "'s":
        words = words[:-1]
    if not words:
        return None
    span = prose.span(words[0].start, words[-1].end)
    if len(words) == 1 and words[0].text.lower() in PRONOUNS:
        return ActorMention(span, words[0].text.lower(), ActorType.PERSON, pronoun=words[0].text.lower(), rule="pronoun")
    parts = tuple(_parts(words))
    if not parts:
        return None
    for reader in (_known, _officer, _described, _bare, _possessor, _definite):
        mention = reader(prose, parts, lexicon)
        if mention is not None:
            return replace(mention, span=span)
    return None


def _parts(words: Sequence[Word]) -> Iterator[tuple[Word, ...]]:
    """The phrase cut at its commas, fillers and ages left out."""
    part: list[Word] = []
    for word in (*words, None):
        if word is None or word.text in (",", "(", ")"):
            text = " ".join(piece.text for piece in part)
            if part and not _FILLERS.fullmatch(text):
                yield tuple(part)
            part = []
        else:
            part.append(word)


def _text(prose: Prose, part: Sequence[Word]) -> str:
    return prose.text[part[0].start : part[-1].end]


def _bare_article(text: str) -> str:
    return re.sub(r"^(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ne|[Tt]wo|[Ss]ome|[Ss]everal|THE) ", "", text)


def _known(prose: Prose, parts: Sequence[Sequence[Word]], lexicon: Lexicon) -> ActorMention | None:
    """A group or organisation that the lexicon names."""
    for part in parts:
        for first, last, actor in known_names(prose, part, lexicon):
            if last < len(part) - 1:
                continue
            role = _bare_article(prose.text[part[0].start : part[first].start].strip()) if first else None
            return ActorMention(
                prose.span(part[first].start, part[last].end),
                name=prose.text[part[first].start : part[last].end],
                type=actor.type,
                role=role if role and role.lower() != "the" else None,
                named=True,
                known=actor.id,
                acronyms=actor.acronyms,
                country=actor.country,
                rule="known-actor",
            )
    return None


def known_names(prose: Prose, words: Sequence[Word], lexicon: Lexicon) -> Iterator[tuple[int, int, KnownActor]]:
    """First and last index (inclusive) of each name that the lexicon of actors holds."""
    at = 0
    actors = lexicon.actors
    while at < len(words):
        word = words[at]
        step = 1
        if word.capital:
            for length in range(min(actors.longest.get(fold_name(word.text).split(" ")[0] if word.text else "", 0), len(words) - at), 0, -1):
                text = prose.text[word.start : words[at + length - 1].end]
                actor = actors.known.get(fold_name(text))
                if actor is not None and (length > 1 or len(text) > 3 or text.isupper()):  # noqa: PLR2004 - short names are acronyms
                    yield at, at + length - 1, actor
                    step = length
                    break
        at += step


def _officer(prose: Prose, parts: Sequence[Sequence[Word]], lexicon: Lexicon) -> ActorMention | None:
    """A person with an office, in one part or in two (``the mayor, N. N.``; ``N. N., the mayor``)."""
    for number, part in enumerate(parts):
        head = _office(part, lexicon)
        if head is None:
            continue
        first, last, kind = head
        name = _name_in(part, last + 1, lexicon)
        office = prose.text[part[first].start : part[last].end].lower()
        role = _bare_article(_text(prose, part if name is None else part[: _index(part, name[0])]).strip())
        if name is None:
            other = next((p for n, p in enumerate(parts) if n in (number - 1, number + 1) and _is_name(p, lexicon)), None)
            name = tuple(other) if other else None
        if name is None:
            return ActorMention(prose.span(0, 0), _bare_article(_text(prose, part)), kind, head=office, role=None, rule="office", country=_country(prose, part, lexicon))
        further = [_bare_article(_text(prose, p)) for n, p in enumerate(parts) if n > number and _office(p, lexicon) and name[0] not in p]
        role = ", ".join([role, *further[:1]]) if role else role
        return ActorMention(
            prose.span(0, 0), _text(prose, name), kind, head=office, role=role or None, named=True, rule="office-name", country=_country(prose, part, lexicon)
        )
    return None


def _index(part: Sequence[Word], word: Word) -> int:
    return next(number for number, other in enumerate(part) if other is word)


def _office(part: Sequence[Word], lexicon: Lexicon) -> tuple[int, int, ActorType] | None:
    """First and last index of the office in a part: the earliest, and of those the longest."""
    for first in range(len(part)):
        if first and part[first - 1].text.lower() in ("of", "for", "at", "in", "by") and part[first].text.islower():
            return None
        for last in range(min(len(part), first + 4) - 1, first - 1, -1):
            kind = lexicon.actors.offices.get(" ".join(word.text.lower() for word in part[first : last + 1] if word.text != "."))
            if kind is not None and not (last + 1 < len(part) and part[last + 1].text == "'s"):
                stop = last + 1 if last + 1 < len(part) and part[last + 1].text == "." else last
                further = _office(part[stop + 1 :], lexicon) if stop + 1 < len(part) and part[stop + 1].capital else None
                return (first, stop + 1 + further[1], kind) if further and further[0] == 0 else (first, stop, kind)
    return None


def _name_in(part: Sequence[Word], start: int, lexicon: Lexicon) -> tuple[Word, ...] | None:
    """The capitalised words directly behind an office, or those that end the part where they are no place."""
    end = start
    while end < len(part) and (part[end].capital or part[end].text.lower() in _PARTICLES or part[end].text == "."):
        end += 1
    name = tuple(part[start:end])
    return name if name and name[0].wordlike and _is_name(name, lexicon) else None


def _is_name(part: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a part is a person's name: capitalised words that are no place, no body and no demonym."""
    if not part or not part[0].capital or any(not (word.capital or word.text.lower() in _PARTICLES or word.text in (".", "'s")) for word in part):
        return False
    text = fold_name(" ".join(word.text for word in part))
    if text in lexicon.places.known or text in lexicon.actors.known or part[0].text.lower() in lexicon.grammar.function_words:
        return False
    return not any(word.text.lower() in lexicon.actors.heads or word.text in lexicon.places.institutions for word in part)


def _country(prose: Prose, part: Sequence[Word], lexicon: Lexicon) -> str | None:
    """The country that a phrase tells by a demonym or a name."""
    for word in part:
        meanings = lexicon.places.known.get(fold_name(word.text), ()) if word.capital else ()
        countries = {place.country for place in meanings if place.level is PlaceLevel.COUNTRY}
        if len(countries) == 1:
            return countries.pop()
    return None


def _described(prose: Prose, parts: Sequence[Sequence[Word]], lexicon: Lexicon) -> ActorMention | None:
    """A force, body, crowd or anonymous source, told by its head noun; also a person with a description."""
    first = parts[0] if parts else ()
    if first and len(parts) > 1 and _is_name(first, lexicon):
        described = parts[1]
        if described[0].text.lower() in ("a", "an", "the", "who", "regional", "deputy", "head") or _head(described, lexicon) is not None:
            role = _bare_article(_text(prose, described)) if described[0].text.lower() not in _RELATIVE else None
            kind = ActorType.PERSON
            return ActorMention(prose.span(0, 0), _text(prose, first), kind, role=role, named=True, rule="name-description")
    for part in parts[:1]:
        head = _head(part, lexicon)
        if head is not None:
            number, kind = head
            stop = _phrase_stop(part, number)
            text = _uncapitalised(_bare_article(prose.text[part[0].start : part[stop].end]), part, prose, lexicon)
            name = _name_in(part, number + 1, lexicon) if kind in (ActorType.ARMED_GROUP, ActorType.ORGANISATION, ActorType.PERSON) else None
            if name is not None:
                return ActorMention(prose.span(0, 0), _text(prose, name), kind, head=part[number].text.lower(), role=_bare_article(prose.text[part[0].start : part[number].end]), named=True, rule="head-name")
            named = any(word.capital for word in part[1:]) or (part[0].capital and part[0].start > 1)
            return ActorMention(prose.span(0, 0), text, kind, head=part[number].text.lower(), named=named and kind in _BODIES, rule="head", country=_country(prose, part, lexicon))
    return None


def _uncapitalised(text: str, part: Sequence[Word], prose: Prose, lexicon: Lexicon) -> str:
    """The phrase without the capital that only the beginning of a sentence gives it (``Organisers said``)."""
    opens = part[0].start <= 1 and part[0].capital
    first = text.split(" ")[0]
    common = first.lower() in lexicon.actors.heads or first.lower() in lexicon.persons.plural or first.lower() in ("local", "state", "police", "health", "security")
    return text[0].lower() + text[1:] if opens and common else text


_BODIES = (ActorType.GOVERNMENT, ActorType.STATE_FORCE, ActorType.ORGANISATION, ActorType.ARMED_GROUP, ActorType.MEDIA, ActorType.COMPANY)


def _phrase_stop(part: Sequence[Word], head: int) -> int:
    """Last index of a described party: an ``of``/``for``/``at`` phrase behind its head belongs to it."""
    rest = [number for number in range(head + 1, len(part))]
    return rest[-1] if rest and part[rest[0]].text.lower() in ("of", "for", "at", "in", "from", "on", "with") else head


def _head(part: Sequence[Word], lexicon: Lexicon) -> tuple[int, ActorType] | None:
    """Index and kind of the noun that tells what a phrase is: the last one before the first ``of``, ``for`` or ``in``."""
    stop = next((n for n, word in enumerate(part) if n and word.text.lower() in ("of", "for", "at", "in", "from", "on", "with", "who", "which", "that")), len(part))
    for number in range(stop - 1, -1, -1):
        for length in (3, 2, 1):
            text = " ".join(word.text.lower() for word in part[max(0, number - length + 1) : number + 1])
            kind = lexicon.actors.heads.get(text)
            if kind is not None:
                return number, kind
        if not part[number].capital:
            break
    noun = part[stop - 1].text.lower() if stop else ""
    if noun in lexicon.persons.singular:
        return stop - 1, ActorType.PERSON
    return (stop - 1, ActorType.CROWD) if noun in lexicon.persons.plural else None


def _bare(prose: Prose, parts: Sequence[Sequence[Word]], lexicon: Lexicon) -> ActorMention | None:
    """A country that stands for its government, a lone name, or an unknown organisation."""
    part = next((part for part in parts if part[-1].capital or part[-1].text == "'s"), None)
    if part is None:
        return None
    text = _bare_article(_text(prose, part)).removesuffix("'s")
    role = next((_bare_article(_text(prose, other)) for other in parts if other is not part and other[0].text.lower() not in _RELATIVE), None)
    span = prose.span(0, 0)
    meanings = [place for place in lexicon.places.known.get(fold_name(text), ()) if place.kind in ("name", "capital")]
    if meanings:
        return ActorMention(span, text, ActorType.GOVERNMENT, head=meanings[0].kind, named=True, rule="country", country=meanings[0].country)
    if not all(word.capital or word.text.lower() in _PARTICLES | {"of", "the", "and", "for", ".", "&"} for word in part):
        return None
    article = part[0].text.lower() == "the"
    acronym = len(part) == 1 and text.isupper() and len(text) > 1
    if article or acronym or any(word.text in lexicon.places.institutions for word in part):
        return ActorMention(span, text, ActorType.ORGANISATION, role=role, named=True, rule="organisation")
    described = next((_head(other, lexicon) for other in parts if other is not part), None)
    kind = described[1] if described else ActorType.PERSON
    return ActorMention(span, text, kind, role=role, named=True, rule="name-description" if described else "name")


_PAPERS = frozenset(("bulletin", "report", "statement", "figures", "data", "account", "version", "website", "tally", "count", "estimate", "estimates", "records", "announcement", "spokesperson"))
_OFFICES = ("office", "staff", "command")


def _possessor(prose: Prose, parts: Sequence[Sequence[Word]], lexicon: Lexicon) -> ActorMention | None:
    """``the agency's midday bulletin`` speaks for the agency."""
    part = parts[0]
    mark = max((number for number, word in enumerate(part) if word.text == "'s"), default=None)
    if mark is None or not mark or part[-1].text.lower() not in _PAPERS | set(_OFFICES):
        return None
    if part[-1].text.lower() in _OFFICES:
        return ActorMention(prose.span(0, 0), _bare_article(_text(prose, part)), ActorType.GOVERNMENT, head=part[-1].text.lower(), rule="office-of")
    owner = part[:mark]
    for reader in (_known, _described, _bare, _definite):
        mention = reader(prose, (owner,), lexicon)
        if mention is not None:
            return replace(mention, rule="possessor")
    return None


def _definite(prose: Prose, parts: Sequence[Sequence[Word]], lexicon: Lexicon) -> ActorMention | None:
    """A body told only by an unknown noun with the definite article: ``the regional health directorate``."""
    part = parts[0]
    if part[0].text.lower() not in ("the", "its", "their", "his", "her", "both", "another") or len(part) < 2:  # noqa: PLR2004 - an article and a noun
        return None
    head = _head_index(part)
    noun = part[head].text.lower()
    if not part[head].wordlike or noun in _PAPERS or noun in lexicon.grammar.function_words:
        return None
    return ActorMention(prose.span(0, 0), _bare_article(_text(prose, part)), ActorType.ORGANISATION, head=noun, rule="definite")


def _head_index(part: Sequence[Word]) -> int:
    """Index of the last word in front of the first ``of``, ``for`` or ``in``."""
    stops = ("of", "for", "at", "in", "from", "on", "with", "who", "which", "that")
    return next((n for n, word in enumerate(part) if n and word.text.lower() in stops), len(part)) - 1
