"""Those whom a deed befell, and what it was aimed at."""

from generator.extract.actors.actors import read_actor
from generator.extract.deeds.doers import HUMAN, is_person, read_crowd
from generator.extract.prose.chunks import Clause, phrase_from, without_opening
from generator.lexicon.lexicon import Lexicon
from generator.model.mention import UNCASED_NAME, ActorMention
from generator.model.span import Span
from generator.model.values import replace
from generator.model.vocabulary import ActorType, Category


def read_victim(clause: Clause, start: int, end: int, lexicon: Lexicon, *, bare: bool) -> ActorMention | None:
    """The person or persons that a noun phrase names or describes, or None; ``bare`` names need no description."""
    first = without_opening(clause, start, end, lexicon)
    if clause.lows[first] in lexicon.grammar.pronouns:
        return None
    named = any(word.capital for word in clause.prose.words[first:end])
    mention = read_actor(clause.prose, first, end, lexicon) if named else None
    if mention is not None and mention.named and mention.type in HUMAN:
        described = bare or mention.rule in ("office-name", "name-description", "head-name")
        return mention if described and is_person(mention, lexicon) else None
    unknown = _unknown_name(clause, first, end, lexicon)
    if unknown is not None and bare:
        return unknown
    category = lexicon.persons.plural.get(clause.lows[end - 1])
    if category is None or category is Category.MILITANTS or first == end - 1:
        return None
    return replace(read_crowd(clause, first, end, None, lexicon), rule="victims")


def _unknown_name(clause: Clause, start: int, end: int, lexicon: Lexicon) -> ActorMention | None:
    """Two to four words in lower case that no list knows, at the end of a phrase: a name, if the text has no case."""
    first = end
    while first > start and _is_unknown(clause, first - 1, lexicon):
        first -= 1
    if not 2 <= end - first <= _LONGEST_NAME:
        return None
    words = clause.prose.words
    span = clause.prose.span(words[first].start, words[end - 1].end)
    return ActorMention(span, clause.text(first, end), ActorType.PERSON, named=True, rule=UNCASED_NAME)


def _is_unknown(clause: Clause, at: int, lexicon: Lexicon) -> bool:
    low = clause.lows[at]
    return (
        len(low) > 1
        and low.isalpha()
        and not clause.prose.words[at].capital
        and low not in lexicon.common
        and low not in lexicon.numerals.values
        and low not in lexicon.places.known
        and (low.removesuffix("s"),) not in lexicon.roles.targets
        and not low.endswith(_COMMON_ENDINGS)
    )


_LONGEST_NAME = 4
_COMMON_ENDINGS = (
    *("ing", "ed", "tion", "sion", "ment", "ly", "ness", "ity", "ous", "ive", "ical", "ial", "ional", "ists", "ism"),
    *("able", "ible", "ful", "less", "ship", "ance", "ence", "ies", "ers", "ors", "ants", "ents", "age", "ure"),
)


def read_target(clause: Clause, start: int, end: int, lexicon: Lexicon) -> Span | None:
    """The building, vehicle, facility or force that a noun phrase names, without article and number."""
    first = without_opening(clause, start, end, lexicon)
    targets = lexicon.roles.targets
    if not any(clause.lows[max(first, end - size) : end] in targets for size in (1, 2, 3)):
        return None
    words, lows = clause.prose.words, clause.lows
    if end + 1 < len(lows) and lows[end] == "of" and lows[end - 1] in lexicon.roles.owned:
        end = (
            max(end, phrase_from(clause, end + 1, lexicon)) if phrase_from(clause, end + 1, lexicon) > end + 1 else end
        )
    return clause.prose.span(words[first].start, words[end - 1].end)
