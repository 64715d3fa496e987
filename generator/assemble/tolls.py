"""Figures set against each other: what replaces what, what is part of what, what a figure covers."""

import re
from collections.abc import Sequence

from generator.assemble.background import as_background, find_context
from generator.assemble.repeats import without_escapes, without_repeats
from generator.assemble.statements import Drafted
from generator.assemble.voices import Voices, occasion_of
from generator.model.claim import Claim, Scope, Supersession, Toll
from generator.model.mention import TollMention
from generator.model.reading import SentenceReading
from generator.model.signs import UNSTORABLE
from generator.model.span import Citation, Span
from generator.model.values import replace, value
from generator.model.vocabulary import DOCUMENT_VOICE, ClaimKind, Outcome


@value
class _Figure:
    """A toll with its position among the drafted claims."""

    number: int
    claim: Claim
    toll: Toll
    mention: TollMention
    sentence: int
    earlier: bool


def relate_tolls(voices: Voices, readings: Sequence[SentenceReading], drafted: Sequence[Drafted]) -> list[Drafted]:
    """The claims, repeats left out, with ``supersedes``, ``part_of`` and ``scope`` filled in; ids must be final."""
    drafted = without_repeats(voices.document, readings, without_escapes(drafted))
    context = find_context(voices, readings, drafted)
    figures = [
        _Figure(number, draft.claim, draft.claim.what, draft.mention.toll, draft.sentence, draft.earlier)
        for number, draft in enumerate(drafted)
        if draft.claim.kind is ClaimKind.TOLL
        and isinstance(draft.claim.what, Toll)
        and draft.mention.toll is not None
        and number not in context
    ]
    claims = [as_background(draft.claim) if n in context else draft.claim for n, draft in enumerate(drafted)]
    listed = _listed(figures)
    for position, figure in enumerate(figures):
        near = figures[max(0, position - _REACH) : position + _REACH]
        whole = _whole(figure, near) or listed.get(figure.number)
        former = _former(figure, near)
        if whole is not None:
            claims[figure.number] = replace(claims[figure.number], part_of=whole.claim.id)
        if former is not None:
            span = _movement(voices.document.folded, former.mention.figure.span.joined(figure.mention.figure.span))
            basis = Supersession(former.claim.id, span.of(voices.document.text), Citation("d1", span))
            claims[figure.number] = replace(claims[figure.number], supersedes=basis)
    for reading in readings:
        if reading.former is not None:
            _set_former(voices, reading, figures, claims)
        if reading.latest is not None:
            _set_latest(voices, reading, figures, claims)
        if reading.scope is not None and not UNSTORABLE.search(reading.scope.of(voices.document.text)):
            _set_scope(voices, reading, figures, claims)
    return [replace(draft, claim=claim) for draft, claim in zip(drafted, claims, strict=True)]


def _whole(figure: _Figure, figures: Sequence[_Figure]) -> _Figure | None:
    """The larger figure that this one is a part of: in the same sentence, or the last such toll before it."""
    if figure.mention.partial_of is None:
        return None
    here = figure.mention.partial_of >= 0 and any(
        other.sentence == figure.sentence and other.number < figure.number and other.mention.partial_of is None
        for other in figures
    )
    whole = next(
        (
            other
            for other in reversed(figures)
            if other.number < figure.number
            and other.mention.partial_of is None
            and not other.mention.former
            and (
                other.sentence == figure.sentence
                if here
                else other.toll.outcome is figure.toll.outcome or _points_back(figure, other)
            )
        ),
        None,
    )
    smaller = whole is not None and whole.toll.count is not None and whole.toll.count <= (figure.toll.count or 0)
    return None if smaller else whole


_REACH = 100
"""So many figures before and behind one its whole and its former value are looked for."""


_SOON = 2
"""Sentences behind a total in which its list stands."""


def _listed(figures: Sequence[_Figure]) -> dict[int, _Figure]:
    """Figures that add up to a total of the same speaker right in front of them: number -> the total."""
    listed: dict[int, _Figure] = {}
    wholes = [figure for figure in figures if figure.mention.partial_of is None and not figure.mention.former]
    for position, total in enumerate(wholes):
        rest, parts = total.toll.count or 0, []
        for other in wholes[position + 1 :]:
            if other.sentence > total.sentence + _SOON or rest <= 0:
                break
            if other.toll.outcome is not total.toll.outcome:
                continue
            if other.claim.said.by != total.claim.said.by or not other.toll.count:
                break
            rest -= other.toll.count
            parts.append(other)
        if rest == 0 and len(parts) > 1 and total.number not in listed:
            listed.update((part.number, total) for part in parts)
    return listed


_MOVED = re.compile(r"(?:(?:up|down)|\w+) from \Z")


def _movement(text: str, span: Span) -> Span:
    """Two figures with the words that set them against each other: ``rose from 41 to 63``."""
    before = _MOVED.search(text[max(0, span.start - 24) : span.start])
    return Span(span.start - len(before[0]), span.end) if before is not None else span


def _points_back(figure: _Figure, other: _Figure) -> bool:
    """``Seven of them were taken to hospital``: of those counted one sentence before, whatever befell them."""
    return (
        figure.mention.figure.partial
        and figure.mention.rule != "part-of-those"
        and figure.sentence - other.sentence == 1
    )


def _former(figure: _Figure, figures: Sequence[_Figure]) -> _Figure | None:
    """``rose from 41 to 63``: the figure that the same words call the earlier one."""
    if figure.mention.former or figure.mention.basis is None:
        return None
    return next(
        (
            other
            for other in figures
            if other.mention.former
            and other.sentence == figure.sentence
            and other.mention.basis == figure.mention.basis
        ),
        None,
    )


def _set_latest(voices: Voices, reading: SentenceReading, figures: Sequence[_Figure], claims: list[Claim]) -> None:
    """``The latest total``: the newest figure so far replaces the earlier one that another speaker had given."""
    assert reading.latest is not None
    before = [
        f
        for f in figures
        if f.sentence < reading.index and f.toll.outcome is Outcome.KILLED and claims[f.number].part_of is None
    ]
    speaker = next(
        (voices.cast.id_of(reading.index, a.source) for a in reading.attributions if a.source is not None), None
    )
    newest = next(
        (f for f in reversed(before) if not f.earlier and (speaker is None or f.claim.said.by == speaker)), None
    )
    if newest is None:
        return
    older = next(
        (
            f
            for f in reversed(before)
            if f.number != newest.number and f.earlier and f.toll.category is newest.toll.category
        ),
        None,
    )
    if older is None or claims[newest.number].supersedes is not None:
        return
    basis = reading.latest
    claims[newest.number] = replace(
        claims[newest.number],
        supersedes=Supersession(older.claim.id, basis.of(voices.document.text), Citation("d1", basis)),
    )


def _set_former(voices: Voices, reading: SentenceReading, figures: Sequence[_Figure], claims: list[Claim]) -> None:
    """``Earlier reports said 12 ...``: the first other figure of that outcome replaces each of the sentence's own."""
    assert reading.former is not None
    span = reading.former
    basis = span.of(voices.document.text)
    for old in (figure for figure in figures if figure.sentence == reading.index):
        newer = [f for f in figures if f.sentence != reading.index and f.toll.outcome is old.toll.outcome]
        newer = [f for f in newer if claims[f.number].part_of is None and claims[f.number].supersedes is None]
        if newer:
            number = newer[0].number
            claims[number] = replace(claims[number], supersedes=Supersession(old.claim.id, basis, Citation("d1", span)))


def _set_scope(voices: Voices, reading: SentenceReading, figures: Sequence[_Figure], claims: list[Claim]) -> None:
    """``The death toll includes ...``: what the last figure of that outcome covers, and where its speaker is named."""
    assert reading.scope is not None
    before = [f for f in figures if f.sentence <= reading.index and f.toll.outcome is Outcome.KILLED]
    if not before:
        return
    figure = before[-1]
    claim = claims[figure.number]
    speech = next((a for a in reading.attributions if a.source is not None), None)
    speaker = voices.cast.id_of(reading.index, speech.source) if speech is not None else DOCUMENT_VOICE
    if speaker not in (claim.said.by, DOCUMENT_VOICE) or claim.scope is not None:
        return
    scope = Scope(reading.scope.of(voices.document.text), Citation("d1", reading.scope))
    said = claim.said
    if speech is not None and speech.source is not None and speech.via is not None and said.via is None:
        said = replace(
            said, via=occasion_of(voices.document, speech.via), at=Citation("d1", speech.source.span.joined(speech.via))
        )
    claims[figure.number] = replace(claim, scope=scope, said=said)
