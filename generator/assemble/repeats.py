"""Figures told twice: what the same voice says again of the same persons is one claim."""

import re
from collections.abc import Sequence

from generator.assemble.statements import Drafted
from generator.model.claim import Toll
from generator.model.document import Document
from generator.model.mention import TollMention
from generator.model.reading import SentenceReading
from generator.model.vocabulary import Category, ClaimKind, Outcome

_NEW = frozenset(("another", "other", "others", "more", "further", "additional", "second", "third", "fourth"))
"""Words by which a figure counts persons not counted before."""
_ANYBODY = frozenset(
    ("people", "person", "persons", "victims", "victim", "others", "bodies", "body", "deaths", "death")
)
_POINTING = frozenset(("the", "his", "her", "their", "its", "our", "my"))
_RECENT = 200
"""So many tolls back a repeat is looked for."""
_NOMINAL = frozenset(("nominal-single", "fate-of-a-name"))
"""Rules that read a death from a mere mention of it (``the murder of a judge``)."""


def without_escapes(drafted: Sequence[Drafted]) -> list[Drafted]:
    """The drafted claims without those who got away, unless the story tells of persons who were held."""
    told = {draft.claim.what.outcome for draft in drafted if isinstance(draft.claim.what, Toll)}
    held = Outcome.ABDUCTED in told
    kept = held or Outcome.DETAINED in told
    return [
        draft
        for draft in drafted
        if held
        or (draft.mention.rule != "intransitive" and (kept or not _is_released(draft)))
        or not isinstance(draft.claim.what, Toll)
        or draft.claim.what.outcome is not Outcome.FREED
        or draft.claim.what.category is Category.PRISONERS
    ]


def _is_released(draft: Drafted) -> bool:
    """Whether one person without a number is told to be released, which befalls more than captives."""
    toll = draft.mention.toll
    return toll is not None and toll.figure.article and toll.rule == "passive"


def without_repeats(
    document: Document, readings: Sequence[SentenceReading], drafted: Sequence[Drafted]
) -> list[Drafted]:
    """The drafted claims without tolls that only repeat another one; what other claims answer to stays."""
    answered = {draft.claim.responds_to for draft in drafted if draft.claim.responds_to is not None}
    told = {
        draft.claim.what.outcome
        for draft in drafted
        if draft.claim.kind is ClaimKind.TOLL
        and isinstance(draft.claim.what, Toll)
        and draft.mention.rule not in (*_NOMINAL, "cumulative")
    }
    places = {reading.index: frozenset(place.key for place in reading.places) for reading in readings}
    kept: list[Drafted] = []
    tolls: list[Drafted] = []
    for draft in drafted:
        what, mention = draft.claim.what, draft.mention.toll
        if (
            draft.claim.kind is not ClaimKind.TOLL
            or not isinstance(what, Toll)
            or mention is None
            or mention.rule == "cumulative"
        ):
            kept.append(draft)
            continue
        known = draft.mention.rule in _NOMINAL and what.outcome in told
        if draft.claim.id not in answered and (known or _is_repeat(document, draft, tolls, places)):
            continue
        kept.append(draft)
        tolls.append(draft)
    return kept


def _is_repeat(document: Document, draft: Drafted, tolls: Sequence[Drafted], places: dict[int, frozenset[str]]) -> bool:
    mention = draft.mention.toll
    assert mention is not None
    if mention.former or mention.partial_of is not None:
        return False
    words = mention.figure.span.of(document.folded).lower().split()
    if not _NEW.isdisjoint(words[:3]):
        return False
    single = mention.figure.article
    named = single and mention.figure.numeral.span == mention.figure.span
    pointing = (single and words[0] in _POINTING) or words[0] == "both"
    for other in reversed(tolls[-_RECENT:]):
        before = other.mention.toll
        assert before is not None
        if before.outcome is not mention.outcome or before.former:
            continue
        if single and before.figure.article and _shares_name(mention, before):
            return True
        if named and before.figure.article and _is_known(document, mention):
            return True
        if not _same_size(draft, other) or other.claim.said.by != draft.claim.said.by:
            continue
        here, there = places.get(draft.sentence, frozenset()), places.get(other.sentence, frozenset())
        apart = draft.sentence != other.sentence and here and there and here.isdisjoint(there)
        if draft.sentence == other.sentence or (apart and not pointing) or (single and named):
            continue
        if _same_group(mention, before):
            return True
    return False


def _is_known(document: Document, mention: TollMention) -> bool:
    """Whether the last name of a person who is told by name alone stands earlier in the story."""
    names = _names(mention.figure.who)
    return bool(names) and names[-1] in document.folded[: mention.figure.span.start].lower()


def _same_size(draft: Drafted, other: Drafted) -> bool:
    one, two = draft.claim.what, other.claim.what
    assert isinstance(one, Toll)
    assert isinstance(two, Toll)
    return (one.count, one.upper, one.vague) == (two.count, two.upper, two.vague)


def _are_others(one: TollMention, other: TollMention) -> bool:
    """Whether two single persons are surely two: told with two ages, or the later one as new and by another noun."""
    mine, theirs = one.figure, other.figure
    if not (mine.article and theirs.article):
        return False
    ages = [_AGE.findall(figure.who or "") for figure in (mine, theirs)]
    if all(ages):
        return ages[0] != ages[1]
    nouns = {(figure.who or "person").split(",")[0].split()[-1].lower() for figure in (mine, theirs)}
    return len(mine.numeral.span) in _INDEFINITE and len(nouns) == 2 and nouns.isdisjoint(_ANYBODY | _ANY_ONE)


_AGE = re.compile(r"[0-9]{1,3}")
_INDEFINITE = (0, 1, 2)
"""Lengths of no article and of ``a`` and ``an``."""
_ANY_ONE = frozenset(("man", "woman", "boy", "girl", "child", "teenager", "youth", "year-old", "suspect", "civilian"))


def _same_group(one: TollMention, other: TollMention) -> bool:
    """Whether two figures may count the same persons: of one category, or of none in particular."""
    mine, theirs = one.figure, other.figure
    if _are_others(one, other):
        return False
    if Category.UNSPECIFIED not in (mine.category, theirs.category):
        return mine.category is theirs.category
    nouns = {(figure.who or "people").split(" of ")[0].split()[-1].lower() for figure in (mine, theirs)}
    return len(nouns) == 1 or not nouns.isdisjoint(_ANYBODY)


def _shares_name(one: TollMention, other: TollMention) -> bool:
    """Whether the last name of one stands in the other (``Ana Solano``, ``Solano``)."""
    mine, theirs = _names(one.figure.who), _names(other.figure.who)
    return bool(mine and theirs) and (mine[-1] in theirs or theirs[-1] in mine)


def _names(who: str | None) -> list[str]:
    """The capitalised words of a description, the first kept too."""
    return [word.strip(",.").lower() for word in (who or "").split() if word[:1].isupper() and len(word) > 2]
