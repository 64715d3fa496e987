"""Single persons told without a number: ``a soldier``, ``his driver``, ``journalist N. N.``, or a bare name."""

import re
from collections.abc import Iterator, Sequence

from generator.extract.figures.counting import FAR, PERSONAL, read_head, read_noun
from generator.extract.figures.unmarked import (
    BODIES,
    BREAKS,
    OBJECTS,
    PAIRS,
    PRONOUNS,
    SEXES,
    is_told_verb,
    read_aged,
    read_bare,
    read_body,
    read_object,
    read_pair,
    read_pronoun,
)
from generator.extract.prose.matching import Prose, Word
from generator.extract.prose.personal import is_alone, is_office, name_end, title_start
from generator.lexicon.lexicon import Lexicon
from generator.model.mention import Figure, Numeral
from generator.model.span import Span
from generator.model.values import replace
from generator.model.vocabulary import ActorType, Category

_ARTICLES = frozenset(("a", "an"))
_DEFINITE = frozenset(("the", "his", "her", "their", "its", "our", "my"))
_OPENERS = _ARTICLES | _DEFINITE
_APPOSED = re.compile(r", (?:one )?(?:aged )?(?:[0-9]{1,2}, )?")


def find_singles(prose: Prose, figures: Sequence[Figure], lexicon: Lexicon) -> list[Figure]:
    """One figure for each person who is told by an article, a possessive, a title or a name, in order.

    ``figures`` are those with a number; no person inside of them is counted again.
    """
    blocked = [(figure.span.start - prose.start, figure.span.end - prose.start) for figure in figures]
    words = prose.words
    told = _told_words(prose, lexicon)
    singles: list[Figure] = []
    reached = at = 0
    for number in _openings(words):
        word = words[number]
        start = word.start
        if start < reached:
            continue
        while at < len(blocked) and blocked[at][1] <= start:
            at += 1
        if at < len(blocked) and blocked[at][0] <= start:
            continue
        found = _single(prose, number, singles, lexicon, described=number in told)
        if found is None:
            continue
        end = found.span.end - prose.start
        if found.span.start - prose.start < reached or (at < len(blocked) and end > blocked[at][0]):
            continue
        reached = end
        singles.append(found)
        if not is_named(found) and (fellow := _fellow(prose, reached, lexicon)) is not None:
            reached = fellow.span.end - prose.start
            singles.append(fellow)
    return list(_without_appositions(prose, singles))


def _openings(words: Sequence[Word]) -> list[int]:
    """Numbers of the words at which a person told without a number may begin."""
    return [
        number
        for number, word in enumerate(words)
        if word[4]
        or word[3] in _OPENERS
        or word[3] in PRONOUNS
        or word[3] in OBJECTS
        or word[0] == "'s"
        or word[3].endswith("-year-old")
        or not number
        or words[number - 1][0] in BREAKS
    ]


def _told_words(prose: Prose, lexicon: Lexicon) -> frozenset[int]:
    """Numbers of the words in front of which or soon behind which a noun stands that may tell one person."""
    ones, words = lexicon.persons.ones, prose.words
    near: set[int] = set()
    for number, word in enumerate(words):
        if word[3] in ones or word[3] in BODIES or word[3] in PAIRS or word[3].endswith(PERSONAL):
            near.update(range(number - _REACH, number + 1))
        elif word[4] and number and words[number - 1][3] in _OPENERS:
            near.add(number - 1)
    return frozenset(near)


_REACH = 9
"""Words between an article and the noun of its phrase."""


def _single(
    prose: Prose, number: int, singles: Sequence[Figure], lexicon: Lexicon, *, described: bool
) -> Figure | None:
    """The person told without a number whose description begins at a word."""
    word = prose.words[number]
    if word.lower in PRONOUNS:
        return read_pronoun(prose, number)
    if word.lower in OBJECTS and (struck := read_object(prose, number)) is not None:
        return struck
    if word.lower in _OPENERS:
        if described and (pair := read_pair(prose, number, lexicon)) is not None:
            return pair
        ordinal = number + 1 < len(prose.words) and prose.words[number + 1].lower in lexicon.numerals.ordinals
        found = _described(prose, number, lexicon) if described or ordinal else None
    elif word.lower.endswith("-year-old") and (aged := read_aged(prose, number, lexicon)) is not None:
        return aged
    elif described and (found := read_bare(prose, number, singles, lexicon)) is not None:
        return found
    else:
        found = _relative(prose, number, lexicon) if described and word.text == "'s" and number else None
    if found is not None or not word.capital or word.lower in lexicon.grammar.function_words:
        return found
    return _named(prose, number, lexicon)


def _fellow(prose: Prose, end: int, lexicon: Lexicon) -> Figure | None:
    """``his bodyguard and driver``: the second person shares the possessive of the first."""
    joined = _AND_NOUN.match(prose.text, end)
    if joined is None or joined[1] not in lexicon.persons.singular or joined[1] in lexicon.persons.plural:
        return None
    span = prose.span(joined.start(1), joined.end(1))
    return Figure(
        span,
        Numeral(prose.span(end + 1, joined.end(1)), 1),
        joined[1],
        lexicon.persons.singular[joined[1]],
        True,
        article=True,
    )


_AND_NOUN = re.compile(r" and ([a-z]+)(?= (?:were|are|have|who|died|in|on|at)\b|[.,])")


def is_named(figure: Figure) -> bool:
    """Whether a single person is told by a name alone."""
    return figure.article and figure.numeral.span == figure.span


def _described(prose: Prose, number: int, lexicon: Lexicon) -> Figure | None:
    """``a soldier``, ``his driver``, ``the former mayor N. N.``."""
    words = prose.words[number + 1 : number + FAR]
    if len(words) > 1 and words[0].lower in lexicon.numerals.ordinals and is_told_verb(words[1].lower, lexicon):
        article = prose.words[number]
        span, sign = prose.span(article.start, words[0].end), prose.span(article.start, article.end)
        return Figure(span, Numeral(sign, 1), None, Category.UNSPECIFIED, True, article=True)
    head = read_head(words, lexicon)
    if head is None or not head.person:
        return None
    if head.outcome is not None:
        return read_body(prose, number, head, lexicon)
    noun = head.word.lower
    told = noun in SEXES and head.word is not words[0]
    demonym = head.word.capital and noun not in lexicon.persons.plural and not noun.endswith("s")
    if not (demonym or noun in lexicon.persons.ones or noun.endswith(PERSONAL)):
        return None
    if noun in lexicon.persons.generic and not told:
        return None
    article = prose.words[number]
    if article.lower in _DEFINITE and (noun in lexicon.persons.plural or _is_body(words, head.word)):
        return None
    after = next(n for n, word in enumerate(words) if word is head.word) + number + 2
    if any(word.text[0].isdigit() and "-" not in word.text for word in prose.words[number + 1 : after - 1]):
        return None
    last = name_end(prose.words, after, lexicon)
    end = prose.words[last - 1].end if last > after else head.word.end
    span, sign = prose.span(article.start, end), prose.span(article.start, article.end)
    return Figure(span, Numeral(sign, 1), prose.text[words[0].start : end], head.category, True, article=True)


def _is_body(words: Sequence[Word], head: Word) -> bool:
    """Whether capitals make a noun of persons the name of a body (``the National Guard``)."""
    return head.capital and head is not words[0] and words[0].capital and words[0].wordlike


def _relative(prose: Prose, number: int, lexicon: Lexicon) -> Figure | None:
    """``Solano's driver``: a person told by whose he is."""
    owner = prose.words[number - 1]
    found = _described(prose, number, lexicon) if owner.capital and name_end(prose.words, number - 1, lexicon) else None
    if found is None or name_end(prose.words, number - 1, lexicon) != number:
        return None
    sign = prose.span(owner.start, prose.words[number].end)
    return replace(
        found,
        span=Span(sign.start, found.span.end),
        numeral=Numeral(sign, 1),
        who=prose.text[owner.start : found.span.end - prose.start],
    )


def _named(prose: Prose, number: int, lexicon: Lexicon) -> Figure | None:
    """``journalist N. N.`` and ``N. N.``; not what is known to be a place, a party or a word of another kind."""
    words = prose.words
    stop = name_end(words, number, lexicon)
    if stop == number:
        title = (
            None
            if words[number].lower in lexicon.persons.generic
            else read_noun(0, words[number : number + 1], lexicon)
        )
        stop = name_end(words, number + 1, lexicon) if title is not None or is_office(words[number], lexicon) else 0
        if stop <= number + 1:
            return None
        return _titled(prose, number, number, stop, lexicon)
    before = words[number - 1] if number else None
    if before is not None and (before.lower in lexicon.persons.singular or is_office(before, lexicon)):
        return _titled(prose, title_start(words, number - 1, lexicon), number - 1, stop, lexicon)
    if not is_alone(prose, number, stop, lexicon):
        return None
    span = prose.span(words[number].start, words[stop - 1].end)
    who = prose.text[words[number].start : words[stop - 1].end]
    return Figure(span, Numeral(span, 1), who, Category.UNSPECIFIED, True, article=True)


def _titled(prose: Prose, first: int, title: int, stop: int, lexicon: Lexicon) -> Figure:
    words = prose.words
    reading = read_noun(title - first, words[first : title + 1], lexicon)
    category = reading.category if reading is not None and reading.person else Category.UNSPECIFIED
    if category is Category.UNSPECIFIED and lexicon.actors.offices.get(words[title].lower) is ActorType.OFFICIAL:
        category = Category.OFFICIALS
    span = prose.span(words[first].start, words[stop - 1].end)
    who = prose.text[words[first].start : words[stop - 1].end]
    sign = prose.span(words[first].start, words[title].end)
    return Figure(span, Numeral(sign, 1), who, category, True, article=True)


def _without_appositions(prose: Prose, singles: Sequence[Figure]) -> Iterator[Figure]:
    """The same persons, one figure for ``the driver, N. N.,`` and for ``N. N., 34, a teacher``."""
    held: Figure | None = None
    for figure in singles:
        if held is not None:
            if _are_one(prose, held, figure):
                held = _joined(prose, held, figure)
                continue
            yield held
        held = figure
    if held is not None:
        yield held


def _are_one(prose: Prose, one: Figure, other: Figure) -> bool:
    """Whether a comma joins a name and a description, or two descriptions the second of which ends at a comma."""
    start, end = other.span.start - prose.start, other.span.end - prose.start
    if _APPOSED.fullmatch(prose.text[one.span.end - prose.start : start]) is None:
        return False
    if is_named(one) != is_named(other):
        return True
    if _is_titled_name(prose, one, other):
        return prose.text.startswith(",", end)
    indefinite = prose.text[start:end].startswith(("a ", "an "))
    return indefinite and not is_named(other) and _LISTED.match(prose.text[end:]) is None


def _is_titled_name(prose: Prose, one: Figure, other: Figure) -> bool:
    """``an officer, Captain N. N.``: whether a title with a name stands behind a person told as new without one."""
    start = one.span.start - prose.start
    described = prose.text.startswith(("a ", "an ", "the ", "The ", "A ", "An "), start)
    return described and (other.who or "")[:1].isupper() and not _HAS_NAME.search(one.who or "")


_HAS_NAME = re.compile(r" [A-Z]\w+$")
_LISTED = re.compile(r",? (?:and|or) |, (?:an?|the|his|her|their) |$")


def _joined(prose: Prose, one: Figure, other: Figure) -> Figure:
    """One figure for both: counted as the description says, told in the words of both."""
    described = other if is_named(one) else one
    end = other.span.end - prose.start
    first = one.span.end - prose.start - len(one.who or "")
    return replace(described, span=Span(one.span.start, other.span.end), who=prose.text[first:end])
