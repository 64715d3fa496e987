"""Whether a figure counts persons to whom the outcome that a frame tells has really happened."""

import re

from generator.extract.figures.singles import is_named
from generator.extract.figures.unmarked import is_bare
from generator.extract.prose.matching import Prose
from generator.lexicon.lexicon import Lexicon
from generator.lexicon.tollframes import TollFrame
from generator.model.mention import Figure
from generator.model.vocabulary import Category, Outcome

_HUNTED = (Category.PERPETRATORS, Category.MILITANTS)
_MASSES = (Outcome.DISPLACED, Outcome.EVACUATED, Outcome.CASUALTIES)
_SINGLE_OUTCOMES = frozenset(Outcome).difference(_MASSES)
"""What one person without a number is told to have met with; nobody counts one displaced person."""
_ARMED = frozenset((Category.MILITANTS, Category.PERPETRATORS, Category.SECURITY_FORCES, Category.PRISONERS))
_CROSSING = frozenset(
    (
        "fled",
        "moved to",
        "relocated to",
        "crossed into",
        "crossed over into",
        "crossed the border into",
        "fled into",
        "escaped into",
    )
)
_MASS = 20
"""So many who flee are displaced; fewer may merely run away."""


def is_unreal(match: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether the outcome may, would or did not happen."""
    start = match.start("word")
    before = match.string[max(0, start - 30) : start]
    if lexicon.tolls.unreal_words.isdisjoint(before.lower().split()) and "n't" not in before:
        return False
    return lexicon.tolls.unreal.search(before) is not None


def is_other_clause(match: re.Match[str], frame: TollFrame, lexicon: Lexicon) -> bool:
    """Whether the outcome stands in another clause than the figure (``12 people near a mill where cattle died``)."""
    if not frame.leads:
        return False
    between = words_between(match)
    if frame.rule.name == "after-a-relative":
        return False
    if frame.zero:
        between = between.replace(" but ", " and ")
    if lexicon.tolls.clause_words.isdisjoint(between.replace(",", " ").split()):
        return False
    return lexicon.tolls.clause.search(_INSERTED.sub("", between)) is not None


_INSERTED = re.compile(r", (?:[\w'.]+ ){1,5}(?:said|says)(?: \w+)?,")
"""Speech told in the middle of what is said (``12 people, he said, were killed``)."""


def counts_persons(prose: Prose, figure: Figure, frame: TollFrame, match: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether a figure counts persons to whom the frame's outcome can have happened."""
    word = match["word"].lower()
    outcome = frame.outcomes[word]
    if not _fits(prose, figure, frame, outcome, lexicon):
        return False
    if frame.leads and not _is_subject(prose, figure, match):
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
        return not frame.part and not (frame.leads and _GRAVELY.search(words_between(match)))
    if figure.numeral.count == 1:
        return not (frame.leads and figure.numeral.bound is None and _SEVERAL.search(words_between(match)))
    return not (frame.leads and _ONE.search(words_between(match)))


def _fits(prose: Prose, figure: Figure, frame: TollFrame, outcome: Outcome, lexicon: Lexicon) -> bool:
    """Whether a figure is of the kind that a frame reads."""
    if figure.person is False or (figure.outcome is not None and figure.outcome is not outcome):
        return False
    of_bodies = prose.text.endswith(_BODIES_OF, 0, figure.span.start - prose.start)
    if (frame.leads and of_bodies and outcome is not Outcome.KILLED) or (frame.unsaid and figure.who is not None):
        return False
    if frame.rule.name == "body-of" and not figure.article and figure.numeral.count != 1:
        return False
    if frame.sure and not _is_surely_counted(figure, outcome, lexicon):
        return False
    return not frame.bare or is_bare(figure)


_BODIES_OF = ("bodies of ", "body of ", "remains of ", "corpses of ")
_GOING_ON = re.compile(r" (?:have|has|had|were|was|are|is)\b")
"""Verbs that a bare number can be the subject of (``40 have recovered and been sent home``)."""
_SOURCES = (" from ", " by ", " into ", " against ", "From ", "By ")
"""Prepositions in front of a figure by which it is no subject (``samples from three lines tested positive``)."""


def _is_subject(prose: Prose, figure: Figure, match: re.Match[str]) -> bool:
    """Whether a figure in front of a verb can be its subject."""
    if prose.text.endswith(_SOURCES, 0, figure.span.start - prose.start):
        return " who " in words_between(match)
    first = match["then"] if "then" in match.re.groupindex else None
    return not first or figure.person is True or _GOING_ON.match(first) is not None


def _is_surely_counted(figure: Figure, outcome: Outcome, lexicon: Lexicon) -> bool:
    """Whether a figure counts persons whom no word of their own says to have met with something else."""
    if not figure.person or (outcome is Outcome.MISSING and figure.category in _HUNTED):
        return False
    return (figure.who or "").partition(" ")[0].lower() not in lexicon.tolls.modifiers


_GRAVELY = re.compile(r"\b(?:seriously|badly|critically|gravely|severely) $")
"""Words by which nobody is said to be unhurt (``neither was seriously hurt``)."""
_ONE = re.compile(r"[ ,](?:was|is) (?:\w+ly )?$")
_SEVERAL = re.compile(r" who (?:were|are|have)\b|, (?:were|are|have)(?: been)?(?: \w+)? $")
_MANY_BEHIND = re.compile(r", (?:were|are|have)(?: been)?(?: \w+)? $")
_MANY = re.compile(r"^.[ ,](?:were|are|have)\b")


def words_between(match: re.Match[str]) -> str:
    """What stands between the beginning of a match and its outcome's word."""
    return match.string[match.start() : match.start("word")]


def _is_told(prose: Prose, figure: Figure, frame: TollFrame, match: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether one person's fate is the news, and surely this person's."""
    word = match["word"].lower()
    if figure.who is None and frame.outcomes[word] not in _TOLD_OF_ANY:
        return False
    if word == "lost" and (figure.who or "").rpartition(" ")[2] in lexicon.tolls.kin:
        return not prose.text.startswith(("'", " to "), figure.span.end - prose.start)
    if word == "discharged" and figure.category in _ARMED:
        return False
    if frame.outcomes[word] not in _SINGLE_OUTCOMES or (
        word in lexicon.tolls.uncertain and frame.rule.name not in _TELLING_MORE
    ):
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


_TELLING_MORE = frozenset(
    ("to-hospital", "treated-in", "picked-up", "struck", "struck-someone", "arrested-on-suspicion", "after-a-relative")
)
"""Frames that need more than a word of the outcome, so that a weak one is enough."""
_TOLD_OF_ANY = (Outcome.KILLED, Outcome.INJURED, Outcome.HOSPITALISED, Outcome.SURRENDERED)
"""What a pronoun is read to have met with: other things befall persons of whom a story speaks for another reason."""
_CLOSED = re.compile(r",(?: (?:was|were|is|has|had|have|been|also|later|then|\w+ly|\w+ and))* ")
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
_SPEAKS = re.compile(
    r"(?:[^,.;:]{0,60}|[^.;:]{0,110},) (?:said|says|told|confirmed|reported|added|announced|wrote|tweeted)\b"
)
"""Behind a person who stands at the end of a list: it is the one who tells."""


_NAMED_OUTCOMES = frozenset((Outcome.KILLED, Outcome.INJURED, Outcome.ABDUCTED, Outcome.DETAINED))


def is_denied(prose: Prose, figure: Figure) -> bool:
    """Whether a figure is named only to say that it is wrong (``14 persons, and not 11, were taken``)."""
    return bool(figure.numeral.count) and prose.text.endswith(
        (" not ", " rather than "), 0, figure.span.start - prose.start
    )


def is_doubted(prose: Prose, figure: Figure, lexicon: Lexicon) -> bool:
    """Whether nobody vouches for a figure: denied, rumoured, feared, asked for, a condition, or a rate."""
    if lexicon.tolls.doubting.isdisjoint(prose.vocabulary):
        return False
    start, end = figure.span.start - prose.start, figure.span.end - prose.start
    before = prose.text[max(0, start - 90) : start]
    return (
        lexicon.tolls.doubted.search(before) is not None
        or lexicon.tolls.disowned.match(prose.text[end : end + 90]) is not None
    )


def is_plural(group: tuple[Figure, ...], frame: TollFrame, match: re.Match[str]) -> bool:
    """Whether the verb speaks of several where one person stands alone: then the word in front is no person."""
    if len(group) != 1 or not group[0].article or not frame.leads:
        return False
    between = words_between(match)
    return _MANY.match(between) is not None or _MANY_BEHIND.search(between) is not None
