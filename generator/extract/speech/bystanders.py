"""Whom a sentence names without making them its subject: persons, bodies with short names, owners."""

from collections.abc import Iterator, Sequence

from generator.extract.actors.names import is_name, is_named, phrase_text
from generator.extract.prose.matching import Prose, Word, without_article
from generator.extract.prose.nounphrases import phrase_after, phrase_before
from generator.lexicon.lexicon import Lexicon
from generator.model.mention import ActorMention
from generator.model.vocabulary import ActorType

AGAIN = "again"
"""The rule of a lone name that opens a sentence: whoever bore it before, and nobody new."""
BRACKETED = "bracketed"
"""The rule of a body whose short name stands in brackets behind it."""
BODIES = frozenset(
    (ActorType.GOVERNMENT, ActorType.STATE_FORCE, ActorType.ORGANISATION, ActorType.ARMED_GROUP, ActorType.COMPANY)
)
"""Kinds of parties that ``it`` may mean."""


def find_bracketed(prose: Prose, lexicon: Lexicon) -> Iterator[ActorMention]:
    """Bodies named in full with their short name behind in brackets (``the Northern Relief Council (NRC)``)."""
    words = prose.words
    for number in range(2, len(words) - 1):
        short = words[number].text
        if words[number - 1].text != "(" or words[number + 1].text != ")" or not (short.isupper() and len(short) > 1):
            continue
        first = phrase_before(words, number - 1, lexicon)
        while first < number - 1 and not words[first].capital:
            first += 1
        if words[first].lower in lexicon.persons.plural and words[first + 1].text in ("of", "from", "for"):
            first += 2 + (words[first + 2].lower == "the")
        part = words[first : number - 1]
        if len(part) < _LEAST_NAME or not _stands_for(short, part) or part[-1].lower.endswith(_OFFICERS):
            continue
        kind = next((lexicon.actors.heads[w.lower] for w in reversed(part) if w.lower in lexicon.actors.heads), None)
        kind = kind if kind in BODIES else ActorType.ORGANISATION
        span = prose.span(part[0].start, part[-1].end)
        name = without_article(phrase_text(prose, part))
        yield ActorMention(span, name, kind, named=True, acronyms=(short,), rule=BRACKETED)


_LEAST_NAME = 2
_OFFICERS = ("officer", "chief", "commander", "director", "minister", "president", "secretary", "general", "police)")
"""Ends of what stands in front of brackets where they hold the short form of an office."""


def _stands_for(short: str, part: Sequence[Word]) -> bool:
    """Whether a short name takes at least its first letter, or another one, from the words in front of it."""
    initials = "".join(word.text[0] for word in part if word.capital).upper()
    return short[0] in initials and (len(set(short) & set(initials)) >= min(2, len(set(short))))


def find_persons(prose: Prose, lexicon: Lexicon) -> Iterator[ActorMention]:
    """Persons that a sentence names, each told as one: by an age, a title, a description, or by what he or she does."""
    words = prose.words
    number = 0
    while number < len(words):
        if not words[number].capital or not words[number].wordlike:
            number += 1
            continue
        end = number + 1
        while end < len(words) and (
            is_named(words[end]) or (words[end].text == "." and words[end - 1].lower in _TITLES)
        ):
            end += 1
        person = _person(prose, number, end, lexicon)
        if person is not None:
            yield person
        number = end


def _person(prose: Prose, first: int, end: int, lexicon: Lexicon) -> ActorMention | None:
    """The person that some capitalised words name; None where nothing tells that they name one."""
    words = prose.words
    start = first
    while start < end - 1 and (words[start].lower in _TITLES or words[start].text == "."):
        start += 1
    titled = start > first
    if end < len(words) and words[end].text == "'s":
        return None
    name = words[start:end]
    before = words[first - 1].lower if first else ""
    if before in _WHERE or len(name) > _LONGEST_NAME or not is_name(name, lexicon):
        return None
    role = _apposed(prose, first, end, lexicon)
    lone = len(name) == 1
    known = titled or role is not None or _is_aged(words, end) or before in _CALLED or _by_name(words, first)
    known = known or (not lone and before in _MET)
    acts = end < len(words) and (_does(words[end], lexicon) or _is_relative(words, end))
    met = lone and before in _MET
    if not known and not met and not (acts and (not first or before in _CLAUSES or words[first - 1].text == ",")):
        return None
    rule = AGAIN if lone and not known else "topic"
    span = prose.span(words[start].start, words[end - 1].end)
    return ActorMention(span, phrase_text(prose, name), ActorType.PERSON, role=role or None, named=True, rule=rule)


_LONGEST_NAME = 4
_TITLES = frozenset(
    (
        "dr",
        "mr",
        "mrs",
        "ms",
        "miss",
        "prof",
        "rev",
        "fr",
        "father",
        "sister",
        "pastor",
        "imam",
        "bishop",
        "sheikh",
        "chief",
    )
) | frozenset(
    ("hajiya", "alhaji", "mallam", "capt", "col", "gen", "lt", "sgt", "maj", "inspector", "judge", "sir", "madame")
)
_WHERE = frozenset(("in", "at", "near", "from", "outside", "inside", "around", "towards", "toward", "into", "off"))
_MET = frozenset(("asked", "met", "interviewed", "visited", "phoned", "found", "accompanied", "joined"))
_CALLED = frozenset(("calling", "called", "named", "nicknamed"))
_CLAUSES = frozenset(
    ("when", "while", "because", "after", "before", "as", "that", "time", "if", "and", "but", "though")
)


def _apposed(prose: Prose, first: int, end: int, lexicon: Lexicon) -> str | None:
    """What a person is, told beside the name between commas; empty for a relative clause, None where nothing tells."""
    words = prose.words
    if first > 1 and words[first - 1].text == "," and (end >= len(words) or not words[end].wordlike):
        begins = phrase_before(words, first - 1, lexicon)
        described = words[begins : first - 1]
        if described and _is_person_noun(described, lexicon):
            return without_article(phrase_text(prose, described))
    elif first and words[first - 1].wordlike and _is_person_noun(words[first - 1 : first], lexicon):
        begins = min(phrase_before(words, first, lexicon), first - 1)
        return without_article(phrase_text(prose, words[begins:first]))
    behind = end + 1
    if behind < len(words) and words[end].text == ",":
        if words[behind].lower.isdigit() and behind + 2 < len(words) and words[behind + 1].text == ",":
            behind += 2
        if words[behind].text in ("who", "whose"):
            return ""
        stop = phrase_after(words, behind, lexicon)
        if words[behind].lower in _ARTICLES and _is_person_noun(words[behind:stop], lexicon):
            return without_article(phrase_text(prose, words[behind:stop]))
    return None


_ARTICLES = frozenset(("a", "an", "the", "his", "her", "their", "its"))


def _is_person_noun(part: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a phrase ends in, or holds in front of ``of``, a noun for one person."""
    stop = next(
        (n for n, word in enumerate(part) if n and word.text in ("of", "at", "in", "from", "with", "for")), len(part)
    )
    if not part:
        return False
    noun = part[stop - 1].lower
    return not part[stop - 1].capital and (
        noun in lexicon.persons.singular or noun in lexicon.actors.offices or noun.endswith(_TRADES)
    )


_TRADES = ("er", "or", "ist", "ian", "man", "woman", "ant", "dent", "wife", "cousin", "uncle", "aunt", "name", "mate")
"""Endings of nouns that tell what a person is."""


def _is_aged(words: Sequence[Word], end: int) -> bool:
    """Whether an age stands behind a name, between commas or in brackets."""
    further = [word.text for word in words[end : end + 3]]
    return (
        len(further) > _AGED
        and further[0] in (",", "(")
        and further[1].isdigit()
        and len(further[1]) <= _AGED
        and further[2] in (",", ")", ".")
    )


_AGED = 2


def _by_name(words: Sequence[Word], first: int) -> bool:
    """Whether the words in front of a name introduce it (``gave her name only as``, ``asked to be called``)."""
    if not first or words[first - 1].text != "as":
        return False
    return any(word.text in ("name", "surname", "known", "introduced") for word in words[max(0, first - 6) : first - 1])


def _does(word: Word, lexicon: Lexicon) -> bool:
    """Whether a word is a verb with a tense, as one stands behind the name of who acts."""
    text = word.text
    grammar = lexicon.grammar
    return text in grammar.auxiliaries or text in grammar.verbs or (text.endswith("ed") and len(text) > _SHORT_VERB)


_SHORT_VERB = 4


def _is_relative(words: Sequence[Word], end: int) -> bool:
    return words[end].text == "," and end + 1 < len(words) and words[end + 1].text in ("who", "whose")


OWNED = frozenset(("owned", "operated", "run", "managed", "built", "belongs", "belonging"))
"""Words by which something belongs to somebody."""


def find_owners(prose: Prose, lexicon: Lexicon) -> Iterator[ActorMention]:
    """The firm to which something belongs (``The mill is owned by Orsa Tal, a unit of ...``)."""
    words = prose.words
    for number in prose.anchors(OWNED):
        if number + 2 >= len(words) or words[number + 1].text not in ("by", "to") or not words[number + 2].capital:
            continue
        end = number + 2
        while end < len(words) and (words[end].capital or words[end].text in ("&", "and")):
            end += 1
        name = words[number + 2 : end]
        if is_name(name, lexicon) or name[-1].lower in lexicon.actors.heads:
            span = prose.span(name[0].start, name[-1].end)
            yield ActorMention(span, phrase_text(prose, name), ActorType.COMPANY, named=True, rule="owner")
