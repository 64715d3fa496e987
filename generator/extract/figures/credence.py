"""Whether a figure counts persons to whom the outcome that a frame tells has really happened."""

import re

from generator.extract.figures.singles import is_named
from generator.extract.prose.matching import Prose
from generator.lexicon.lexicon import Lexicon
from generator.lexicon.tolls import TollFrame
from generator.model.mention import Figure
from generator.model.vocabulary import Category, Outcome

_MASSES = (Outcome.DISPLACED, Outcome.EVACUATED, Outcome.SURRENDERED, Outcome.CASUALTIES)
_SINGLE_OUTCOMES = frozenset(Outcome).difference(_MASSES)
"""What one person without a number is told to have met with; nobody counts one displaced person."""
_ARMED = frozenset((Category.MILITANTS, Category.PERPETRATORS, Category.SECURITY_FORCES, Category.PRISONERS))
_CROSSING = frozenset(
    ("fled", "crossed into", "crossed over into", "crossed the border into", "fled into", "escaped into")
)
_MASS = 20
"""So many who flee are displaced; fewer may merely run away."""


def is_unreal(match: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether the outcome may, would or did not happen."""
    start = match.start("word")
    return lexicon.tolls.unreal.search(match.string[max(0, start - 30) : start]) is not None


def is_other_clause(match: re.Match[str], frame: TollFrame, lexicon: Lexicon) -> bool:
    """Whether the outcome stands in another clause than the figure (``12 people near a mill where cattle died``)."""
    return frame.leads and lexicon.tolls.clause.search(_INSERTED.sub("", words_between(match))) is not None


_INSERTED = re.compile(r", (?:[\w'.]+ ){1,5}(?:said|says)(?: \w+)?,")
"""Speech told in the middle of what is said (``12 people, he said, were killed``)."""


def counts_persons(prose: Prose, figure: Figure, frame: TollFrame, match: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether a figure counts persons to whom the frame's outcome can have happened."""
    word = match["word"].lower()
    outcome = frame.outcomes[word]
    if figure.person is False or (figure.outcome is not None and figure.outcome is not outcome):
        return False
    if figure.article:
        return frame.single and _is_told(prose, figure, frame, match, lexicon)
    if figure.person is None and figure.who is not None and word in lexicon.tolls.uncertain:
        return False
    if word in _CROSSING and (figure.category in _ARMED or (figure.numeral.count or _MASS) < _MASS):
        return False
    if word == "lost" and figure.person is None:
        bounded = figure.numeral.bound is not None
        return bounded or prose.text.startswith(" in the ", figure.span.end - prose.start)
    if figure.numeral.count == 0:
        return not frame.part
    if figure.numeral.count == 1:
        return not (frame.leads and figure.numeral.bound is None and _SEVERAL.search(words_between(match)))
    return not (frame.leads and _ONE.search(words_between(match)))


_ONE = re.compile(r"[ ,](?:was|is) (?:\w+ly )?$")
_SEVERAL = re.compile(r" who (?:were|are|have)\b|, (?:were|are|have)(?: been)?(?: \w+)? $")
_MANY = re.compile(r"^.[ ,](?:were|are|have)\b")


def words_between(match: re.Match[str]) -> str:
    """What stands between the beginning of a match and its outcome's word."""
    return match.string[match.start() : match.start("word")]


def _is_told(prose: Prose, figure: Figure, frame: TollFrame, match: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether one person's fate is the news, and surely this person's."""
    word = match["word"].lower()
    if word == "lost" and (figure.who or "").rpartition(" ")[2] in lexicon.tolls.kin:
        return not prose.text.startswith(("'", " to "), figure.span.end - prose.start)
    if word == "discharged" and figure.category in _ARMED:
        return False
    if frame.outcomes[word] not in _SINGLE_OUTCOMES or word in lexicon.tolls.uncertain:
        return False
    if prose.text.endswith(("not ", "Not "), 0, figure.span.start - prose.start):
        return False
    new = prose.text.startswith(("a ", "an "), figure.span.start - prose.start)
    if frame.rule.name in _MENTIONED and not new and not _has_name(prose, figure):
        return False
    if is_named(figure) and (frame.outcomes[word] not in _NAMED_OUTCOMES or word in lexicon.tolls.unnamed):
        return False
    if frame.leads and _CLOSED.fullmatch(words_between(match)[1:]) and not _is_apposed(prose, figure):
        return False
    start = figure.span.start - prose.start
    elsewhere = lexicon.tolls.told_elsewhere
    passing = not _has_name(prose, figure) and frame.rule.name != "among-the"
    if passing and elsewhere.search(prose.text[max(0, start - _ASIDE) : start]):
        return False
    end = figure.span.end - prose.start
    if not frame.leads and prose.text[:start].endswith(", ") and _SPEAKS.match(prose.text[end : end + 80]):
        return False
    return (
        frame.leads or not passing or not elsewhere.search(match.string[max(0, match.start() - _ASIDE) : match.start()])
    )


_CLOSED = re.compile(r",(?: (?:was|were|is|has|had|have|been|also|later))* ")
"""Between a person and the verb: a comma that closes an aside, so that the subject stands in front of it."""


def _is_apposed(prose: Prose, figure: Figure) -> bool:
    """Whether a person stands in apposition or in a list, so that a comma may close it without ending the subject."""
    start = figure.span.start - prose.start
    return (
        ", " in prose.text[start : figure.span.end - prose.start]
        or _APPOSING.search(prose.text[max(0, start - _ASIDE) : start]) is not None
    )


_APPOSING = re.compile(
    r"(?:, |including |and |them |whom |- )"
    r"(?:(?!\w+ing |for |of |by |to |with |against |on |in |from |under |about )[\w-]+ ){0,2}$"
)


_MENTIONED = frozenset(("fate-of-a-name", "nominal-single"))
"""Frames in which a noun tells the fate: whom it befell must be named, or told as new (``the murder of a judge``)."""


def _has_name(prose: Prose, figure: Figure) -> bool:
    text = prose.text[figure.span.start - prose.start : figure.span.end - prose.start]
    return any(word[:1].isupper() for word in text.split()[1:]) or is_named(figure)


_ASIDE = 60
_SPEAKS = re.compile(r"[^,.;:]{0,60} (?:said|says|told|confirmed|reported|added|announced|wrote|tweeted)\b")
"""Behind a person who stands at the end of a list: it is the one who tells."""


_NAMED_OUTCOMES = frozenset((Outcome.KILLED, Outcome.INJURED, Outcome.ABDUCTED, Outcome.DETAINED))


def is_doubted(prose: Prose, figure: Figure, lexicon: Lexicon) -> bool:
    """Whether nobody vouches for a figure: denied, rumoured, feared, asked for, a condition, or a rate."""
    start, end = figure.span.start - prose.start, figure.span.end - prose.start
    before = prose.text[max(0, start - 90) : start]
    return (
        lexicon.tolls.doubted.search(before) is not None
        or lexicon.tolls.disowned.match(prose.text[end : end + 90]) is not None
    )


def is_plural(group: tuple[Figure, ...], frame: TollFrame, match: re.Match[str]) -> bool:
    """Whether the verb speaks of several where one person stands alone: then the word in front is no person."""
    return len(group) == 1 and group[0].article and frame.leads and _MANY.match(words_between(match)) is not None
