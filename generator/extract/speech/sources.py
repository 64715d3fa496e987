"""The source of reported speech: the noun phrase in front of or behind its cue, with appositions."""

from generator.extract.actors.actors import read_actor
from generator.extract.actors.names import is_name
from generator.extract.actors.speakers import may_speak
from generator.extract.prose.heads import find_office
from generator.extract.prose.matching import Prose
from generator.extract.prose.nounphrases import phrase_after, phrase_before
from generator.extract.speech.asides import (
    EDGES,
    NAMING,
    REACH,
    RELATIVES,
    closing_name,
    is_told_of,
    named_by_self,
    open_relative,
    skip_filler,
    whole_source,
)
from generator.lexicon.lexicon import Lexicon
from generator.model.mention import ActorMention
from generator.model.values import replace
from generator.model.vocabulary import ActorType

_OPENING = RELATIVES | {"that"}
_BY_NAMES = frozenset(("known", "nicknamed", "alias", "dubbed"))
_APPOSED = ("a", "an", "the", "regional", "deputy", "head", "its", "one")


def find_source(
    prose: Prose, left: int, lexicon: Lexicon, *, antecedent: bool = False
) -> tuple[ActorMention, int] | None:
    """The party whose phrase ends in front of word ``left``, and the index of its first word; None where nobody speaks.

    The phrase next to the reporting word comes first. Where it is the end of a relative clause (``a witness who saw the
    crash told``) or of a longer subject (``residents reached by phone said``), the subject of the clause speaks.
    ``antecedent`` tells that a ``who`` follows the phrase, so that no other is meant.
    """
    left = skip_filler(prose, left)
    end, short = _without_brackets(prose, left)
    if not end:
        return None
    relative = None if _OPENING.isdisjoint(prose.vocabulary) else open_relative(prose, end, lexicon)
    if relative is not None and (
        phrase_before(prose.words, end, lexicon) > relative + 1 or is_told_of(prose, relative, lexicon)
    ):
        start = _with_name(prose, phrase_before(prose.words, relative, lexicon), lexicon)
        read = read_actor(prose, start, relative, lexicon) or _plain_group(prose, start, relative)
        source = named_by_self(prose, relative, end, read)
        return (source, start) if source is not None else None
    start, end = (
        source_before(prose, end, lexicon) if short is None else (phrase_before(prose.words, end, lexicon), end)
    )
    start = _without_issue(prose, _whole_partitive(prose, start, lexicon), lexicon)
    start = _named_in_front(prose, start, end, left, lexicon)
    end = _without_passing(prose, start, end)
    while end > start + 1 and (led := _leads(prose, start, end)):
        start += led
    if start and prose.words[start - 1].text == ")" and end - start < _NAME_WORDS:
        ranked = _ranked(prose, start, end, lexicon)
        if ranked is not None:
            return ranked
    before = prose.words[start - 1].lower if start else ""
    if before == "nor" or (before == "or" and "neither" in prose.vocabulary):
        return None
    dangling = before in lexicon.grammar.prepositions or before.endswith("ing")
    source = read_actor(prose, start, end, lexicon) or closing_name(prose, start, end, lexicon)
    naming = end > start and not NAMING.isdisjoint(prose.vocabulary)
    source = named_by_self(prose, start, end, source) if naming else source
    if end and (dangling or source is None) and not antecedent:
        subject = _clause_subject(prose, min(start, end - 1), lexicon)
        if subject is not None:
            return subject
    if source is None or not may_speak(source, lexicon) or _is_paper(source):
        return None
    if short is not None and source.named and not source.acronyms:
        source = replace(source, acronyms=(short,))
    return source, start


def _without_passing(prose: Prose, start: int, end: int) -> int:
    """Index behind a source without what is told of it in passing (``N. N., quoted by the agency,``)."""
    words = prose.words
    return next((n for n in range(start + 1, end - 1) if words[n].text == "," and words[n + 1].text in _PASSING), end)


_PASSING = frozenset(("quoted", "cited", "contacted", "reached", "interviewed", "speaking", "reacting"))


def _leads(prose: Prose, start: int, end: int) -> int:
    """How many words at the head of a phrase tell an age or a time and do not belong to the name behind them."""
    words = prose.words
    if words[start].lower.endswith("-year-old"):
        return 1
    led = 2 if words[start].lower in ("the", "this", "that", "same") and start + 2 < end else 1
    return led if words[start + led - 1].text in _TIMES and words[start + led].capital else 0


_TIMES = frozenset(
    (
        "day",
        "morning",
        "night",
        "evening",
        "afternoon",
        "week",
        "month",
        "year",
        "hour",
        "hours",
        "time",
        "days",
        "weeks",
    )
)


def _plain_group(prose: Prose, start: int, end: int) -> ActorMention | None:
    """``A group``, of which a relative clause tells what it does."""
    words = prose.words
    if end - start != _ARTICLE_AND_NOUN or words[start].lower not in ("a", "one") or words[end - 1].text != "group":
        return None
    span = prose.span(words[start].start, words[end - 1].end)
    return ActorMention(span, "group", ActorType.ORGANISATION, head="group", rule="head")


_ARTICLE_AND_NOUN = 2


def _is_paper(source: ActorMention) -> bool:
    """Whether what looks like a name is a plural that opens the sentence (``Enquiries disclosed``)."""
    return source.rule in ("name", "organisation") and source.name.lower() in _NO_NAMES


_NO_NAMES = frozenset(
    word
    for line in (
        "enquiries inquiries investigations reports results tests statistics studies records findings images footage",
        "data latest updates documents papers checks searches examinations photographs photos pictures videos",
        "cholera measles malaria ebola dengue typhoid covid-19 flooding floods rains fighting clashes intelligence",
    )
    for word in line.split()
)
_NAME_WORDS = 5


def _ranked(prose: Prose, start: int, end: int, lexicon: Lexicon) -> tuple[ActorMention, int] | None:
    """A name behind an office with brackets (``Superintendent of Police (Rural) N. N.``), and its first index."""
    words = prose.words
    opens = next((n for n in range(start - 2, max(-1, start - _NAME_WORDS), -1) if words[n].text == "("), None)
    if opens is None or not words[start].capital:
        return None
    first = phrase_before(words, opens, lexicon)
    office = find_office(words[first:opens], lexicon)
    name = read_actor(prose, start, end, lexicon)
    if office is None or name is None or name.rule != "name":
        return None
    role = prose.text[words[first].start : words[start - 1].end]
    span = prose.span(words[first].start, words[end - 1].end)
    return replace(name, span=span, role=role, type=office[2], rule="office-name"), first


def _named_in_front(prose: Prose, start: int, end: int, left: int, lexicon: Lexicon) -> int:
    """Index where a source begins whose description lacks its closing comma (``N. N., a farmer from here said``)."""
    words = prose.words
    if start < _LEAST_NAME or end != left or words[start - 1].text != "," or not words[0].capital:
        return start
    described = words[start].text in ("a", "an") or find_office(words[start:end], lexicon) is not None
    named = all(word.capital for word in words[: start - 1]) and is_name(words[: start - 1], lexicon)
    return 0 if described and named else start


_LEAST_NAME = 3
"""Index behind a name of two words and its comma."""


def _whole_partitive(prose: Prose, start: int, lexicon: Lexicon) -> int:
    """Index where a source begins of which ``one of`` stands in front (``a cousin of one of the victims``)."""
    words = prose.words
    if start < 2 or words[start - 1].lower != "of" or words[start - 2].lower not in ("one", "some", "many", "most"):
        return start
    further = start - 2
    return phrase_before(words, further - 1, lexicon) if further > 1 and words[further - 1].lower == "of" else start


def _without_issue(prose: Prose, start: int, lexicon: Lexicon) -> int:
    """Index where a paper begins whose author stands behind ``by`` (``a notice issued by the port``)."""
    words = prose.words
    if start < _LEAST_BEFORE or words[start - 1].text not in ("by", "from"):
        return start
    noun = start - 2 if words[start - 2].lower in lexicon.cues.papers else start - 3
    if noun < 0 or words[noun].lower not in lexicon.cues.papers:
        return start
    return phrase_before(words, noun + 1, lexicon)


def _with_name(prose: Prose, start: int, lexicon: Lexicon) -> int:
    """Index where a description with its relative clause begins, the name in front of its comma included."""
    words = prose.words
    if start < _LEAST_BEFORE or words[start - 1].text != ",":
        return start
    first = phrase_before(words, start - 1, lexicon)
    placed = first > 0 and words[first - 1].lower in lexicon.grammar.prepositions
    return first if first < start - 1 and words[start - 2].capital and not placed else start


_LEAST_BEFORE = 2


def _without_brackets(prose: Prose, left: int) -> tuple[int, str | None]:
    """Index behind a source without the short name in brackets that follows it, and that name."""
    words = prose.words
    if not left or words[left - 1].text not in (")", "]"):
        return left, None
    for number in range(left - 2, max(-1, left - 10), -1):
        if words[number].text in ("(", "["):
            inner = prose.text[words[number].end : words[left - 1].start].strip()
            return number, inner if inner.isupper() and " " not in inner else ""
    return left, None


def _clause_subject(prose: Prose, last: int, lexicon: Lexicon) -> tuple[ActorMention, int] | None:
    """The noun phrase that opens the clause around word ``last``, where no verb with a tense stands between."""
    words = prose.words
    last = min(last, len(words) - 1)
    if last < 0:
        return None
    first = last
    while first and last - first < REACH:
        before = words[first - 1].text
        if before in EDGES or before in (",", "but", "while", "whereas", "that", "-"):
            break
        first -= 1
    while first < last and words[first].lower in lexicon.grammar.conjunctions:
        first += 1
    stop = phrase_after(words, first, lexicon)
    if stop <= first or stop > last + 1:
        return None
    between = words[stop : last + 1]
    grammar = lexicon.grammar
    if any(word.lower in grammar.auxiliaries or word.lower in grammar.verbs for word in between):
        return None
    source = read_actor(prose, first, stop, lexicon)
    if source is None or source.rule in ("definite", "country", "pronoun") or not may_speak(source, lexicon):
        return None
    return source, first


def source_before(prose: Prose, left: int, lexicon: Lexicon) -> tuple[int, int]:
    """Indexes of the first word of the source that ends in front of word ``left``, and behind its last word."""
    end = left
    while end and prose.words[end - 1].text == ",":
        end -= 1
    end = _without_nickname(prose, end)
    first = phrase_before(prose.words, end, lexicon)
    if first + 1 < end and prose.words[first].lower == "according":
        return first + 2, end
    return whole_source(prose, first, end, left, lexicon), end


def _without_nickname(prose: Prose, end: int) -> int:
    """Index behind a source without a quoted name that stands beside the real one (``known as "Ti Jan"``)."""
    words = prose.words
    if not end or words[end - 1].text != '"':
        return end
    for number in range(end - 2, max(0, end - 9), -1):
        if words[number].text in _BY_NAMES and words[number - 1].text == ",":
            return number - 1
    return end


def source_behind(prose: Prose, start: int, lexicon: Lexicon) -> int:
    """Index behind a source that begins at word ``start``, appositions included.

    Only a phrase between commas (or a comma and the end) is one: in ``According to police, Amina Sorel was killed``
    the name is no apposition, and a number is an age only where it stands alone.
    """
    words = prose.words
    one = start + 1 < len(words) and words[start].lower == "one" and words[start + 1].wordlike
    if one and start + 2 < len(words) and words[start + 1].lower == "of":
        start += 1
    end = _without_occasion(prose, start, phrase_after(words, start + one, lexicon), lexicon)
    for _ in range(4):
        if end + 1 >= len(prose.words) or prose.words[end].text != ",":
            return end
        following = prose.words[end + 1].text
        if following.isdigit() and _is_closed(prose, end + 2):
            end += 2
            continue
        further = phrase_after(prose.words, end + 1, lexicon)
        plain = following.lower() in _APPOSED or following[0].isupper() or further - end > 1
        if further <= end + 1 or not plain or following.lower() in ("who", "which", "adding", "as"):
            return end
        if not _is_closed(prose, further):
            return end
        end = further
    return end


def _without_occasion(prose: Prose, start: int, end: int, lexicon: Lexicon) -> int:
    """Index behind a source without the occasion of speaking that stands behind it (``the militia in an email``)."""
    if lexicon.cues.via_nouns.isdisjoint(prose.vocabulary):
        return end
    return next(
        (
            n
            for n in range(start + 1, end)
            if prose.words[n].text in lexicon.cues.via_prepositions
            and lexicon.cues.via.match(prose.text, prose.words[n].start)
        ),
        end,
    )


def _is_closed(prose: Prose, index: int) -> bool:
    """Whether a phrase ends here: at a comma, another sign, the end, or a relative clause."""
    if index >= len(prose.words):
        return True
    word = prose.words[index]
    return not word.wordlike or word.lower in ("who", "which", "whose", "aged", "said", "while", "as", "in", "on")
