"""Counted noun phrases: a number and the noun it counts."""

from bisect import bisect_left
from collections.abc import Sequence

from generator.extract.matching import Prose, Word
from generator.extract.numerals import find_numerals
from generator.lexicon.lexicon import Lexicon
from generator.lexicon.places import fold_name
from generator.model.mention import Figure, Numeral
from generator.model.span import Span
from generator.model.vocabulary import Category, Outcome

_MOST_MODIFIERS = 5
_FAR = 16
"""Words behind a number among which its noun is looked for."""
_QUANTIFIED = frozenset(("them", "whom", "these", "those"))
_POINTERS = frozenset(("the", "its", "his", "her", "their", "our", "my", "own", "these", "those"))


def find_figures(prose: Prose, lexicon: Lexicon) -> tuple[Figure, ...]:
    """All figures of a sentence in order, articles that count one person (``a soldier``) included."""
    numerals = find_numerals(prose, lexicon.numerals)
    figures = [_figure(prose, numeral, lexicon) for numeral in numerals]
    taken = [figure.span for figure in figures]
    figures += [
        figure for figure in _article_figures(prose, lexicon) if not any(figure.span.overlaps(other) for other in taken)
    ]
    return tuple(sorted(figures, key=lambda figure: figure.span))


def _start(word: Word) -> int:
    return word.start


def _figure(prose: Prose, numeral: Numeral, lexicon: Lexicon) -> Figure:
    end = numeral.span.end - prose.start
    first = bisect_left(prose.words, end, key=_start)
    after = prose.words[first : first + _FAR]
    partial, rest = _of_phrase(after)
    head, category, person, outcome = _head(rest, lexicon)
    if head is None:
        stop = after[1].end if partial and after[1].text.lower() != "those" else end
        return Figure(prose.span(numeral.span.start - prose.start, stop), numeral, partial=partial)
    if outcome is Outcome.INFECTED and not lexicon.tolls.illness.match(prose.text, head.end):
        person, outcome = False, None
    opening, last = rest[0].start, head.end
    if head.text.lower() in ("members", "member"):
        last = _members_end(rest, head, lexicon)
    return Figure(
        span=Span(numeral.span.start, prose.start + last),
        numeral=numeral,
        who=prose.text[opening:last],
        category=category,
        person=person,
        outcome=outcome,
        partial=partial,
    )


def _of_phrase(after: Sequence[Word]) -> tuple[bool, Sequence[Word]]:
    """Whether the number counts some of a group (``four of its guards``), and the words of the counted noun."""
    if len(after) > 1 and after[0].text == "of":
        second = after[1].text.lower()
        if second in _QUANTIFIED:
            return True, after[:0]
        rest = after[1:]
        while rest and rest[0].text.lower() in _POINTERS:
            rest = rest[1:]
        return False, rest
    return False, after


def _head(words: Sequence[Word], lexicon: Lexicon) -> tuple[Word | None, Category, bool | None, Outcome | None]:
    """The noun that ends the counted phrase, its category, whether it is a person, and the outcome it tells."""
    best: tuple[Word, Category, bool, Outcome | None] | None = None
    gap = 0
    for number, word in enumerate(words[: _MOST_MODIFIERS + 3]):
        text = word.text.lower()
        if text == "'s":
            continue
        if not word.wordlike:
            break
        if _ends_phrase(text, words[number + 1 : number + 3], lexicon):
            compound = _compound(words, number, lexicon)
            if compound is None:
                break
            best, gap = compound, 0
            continue
        reading = _noun(text, number, words, lexicon)
        if reading is not None:
            best, gap = (word, *reading), 0
        elif (best is not None and gap) or number >= _MOST_MODIFIERS:
            break
        else:
            gap += 1
    return best or (None, Category.UNSPECIFIED, None, None)


def _joined(words: Sequence[Word]) -> str:
    """Words as the lexicon of nouns writes them: lower case, possessives joined, full stops left out."""
    return " ".join(word.text.lower() for word in words).replace(" 's", "'s").replace(".", "")


def _compound(
    words: Sequence[Word], number: int, lexicon: Lexicon
) -> tuple[Word, Category, bool, Outcome | None] | None:
    """A noun with a function word inside (``members of parliament``, ``first responders``) around a word."""
    for first in (number - 1, number):
        for last in (number + 2, number + 1, number):
            if first < 0 or last >= len(words) or first == last:
                continue
            noun = _joined(words[first : last + 1])
            category = lexicon.persons.plural.get(noun) or lexicon.persons.singular.get(noun)
            if category is not None:
                return words[last], category, True, None
    return None


def _ends_phrase(text: str, after: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a word ends the counted phrase; ``wounded`` does not where a person follows (``12 wounded soldiers``)."""
    if text in lexicon.grammar.outcome_words:
        return not any(word.text.lower() in lexicon.persons.plural for word in after)
    return text in lexicon.grammar.function_words


def _members_end(words: Sequence[Word], head: Word, lexicon: Lexicon) -> int:
    """Where ``members of staff`` ends: behind the noun that says of what."""
    end = head.end
    rest = [word for word in words if word.start >= head.end]
    if not rest or rest[0].text != "of":
        return end
    for number, word in enumerate(rest[1:5], start=1):
        text = word.text.lower()
        if not word.wordlike or (
            text in lexicon.grammar.function_words and not (number == 1 and text in _POINTERS | {"a", "an"})
        ):
            break
        end = word.end
    return end


def read_counted(prose: Prose, start: int, lexicon: Lexicon) -> tuple[str, Category] | None:
    """The persons that the noun phrase at an offset of the sentence names, and their category."""
    first = bisect_left(prose.words, start, key=_start)
    words = prose.words[first : first + _FAR]
    head, category, person, _ = _head(words, lexicon)
    return (prose.text[words[0].start : head.end], category) if head is not None and person else None


_LONGEST_NOUN = 3


def _noun(
    text: str, number: int, words: Sequence[Word], lexicon: Lexicon
) -> tuple[Category, bool, Outcome | None] | None:
    """What the noun that ends at a word counts, compounds of up to three words first."""
    persons = lexicon.persons
    for length in range(min(_LONGEST_NOUN, number + 1), 0, -1):
        noun = _joined(words[number - length + 1 : number + 1]) if length > 1 else text
        if noun in persons.outcomes:
            return Category.UNSPECIFIED, True, persons.outcomes[noun]
        if noun in lexicon.tolls.nouns:
            return Category.UNSPECIFIED, True, lexicon.tolls.nouns[noun]
        if noun in persons.plural:
            return persons.plural[noun], True, None
        if noun in persons.things:
            return Category.UNSPECIFIED, False, None
        if noun in persons.singular:
            return persons.singular[noun], True, None
    return (Category.UNSPECIFIED, True, None) if _is_people(words[number], lexicon) else None


def _is_people(word: Word, lexicon: Lexicon) -> bool:
    """Whether a word is the plural of a demonym: ``two Iraqis``."""
    meanings = lexicon.places.known.get(fold_name(word.text), ()) if word.capital and word.text.endswith("s") else ()
    return any(place.kind == "demonym" for place in meanings)


def _article_figures(prose: Prose, lexicon: Lexicon) -> list[Figure]:
    """``a soldier``, ``another civilian``, and ``his driver`` behind ``and``: one person each."""
    figures = []
    for number, word in enumerate(prose.words):
        text = word.text.lower()
        joined = number > 0 and prose.words[number - 1].text == "and" and text in ("his", "her", "their")
        if not (text in ("a", "an", "another") or joined):
            continue
        head, category, person, outcome = _head(prose.words[number + 1 : number + _FAR], lexicon)
        if head is None or not person or outcome is not None or head.text.lower() not in lexicon.persons.singular:
            continue
        span = prose.span(word.start, head.end)
        who = prose.text[prose.words[number + 1].start : head.end]
        figures.append(Figure(span, Numeral(prose.span(word.start, word.end), 1), who, category, True, article=True))
    return figures
