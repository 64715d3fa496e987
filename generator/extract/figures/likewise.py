"""Outcomes told once for several figures, and several outcomes told of one."""

import re
from collections.abc import Iterator, Sequence

from generator.extract.prose.matching import FIGURE, Prose
from generator.lexicon.lexicon import Lexicon
from generator.lexicon.tollframes import TollFrame
from generator.model.mention import Figure, TollMention
from generator.model.span import Span
from generator.model.values import replace
from generator.model.vocabulary import Outcome


def continue_tolls(
    frames: Sequence[TollFrame],
    prose: Prose,
    figures: Sequence[Figure],
    found: dict[int, TollMention],
    lexicon: Lexicon,
) -> None:
    """Add figures that share the outcome of the toll in front of them, or leave out the verb that it has.

    ``Killed nine in A and three in B``; ``804 cases, against 210 a week earlier``; ``a boy was killed and his sister
    badly hurt``.
    """
    frame = next((frame for frame in frames if frame.continues), None)
    last = 0
    for number in range(1, len(figures)):
        if number - 1 in found or not (figures[number - 1].article or figures[number - 1].person is False):
            last = number - 1
        toll, figure = found.get(last), figures[number]
        if number in found or toll is None or figure.person is False:
            continue
        gap = prose.text[figures[last].span.end - prose.start : figure.span.start - prose.start]
        behind = FIGURE + prose.text[figure.span.end - prose.start :][:_REACH]
        if _OPENS.search(gap) is not None and (elided := lexicon.tolls.elided.pattern.match(behind)) is not None:
            span = Span(figure.span.start, figure.span.end + elided.end("word") - 1)
            outcome = lexicon.tolls.fallen[elided["word"].lower()]
            found[number] = TollMention(figure, outcome, span, "elided")
        elif not figure.article and not figure.partial:
            _go_on(frame, (last, number), gap, behind, figures, found)


def _go_on(
    frame: TollFrame | None,
    pair: tuple[int, int],
    gap: str,
    behind: str,
    figures: Sequence[Figure],
    found: dict[int, TollMention],
) -> None:
    """Give the second of a pair of figures the outcome of the first where it leaves out what it counts."""
    last, number = pair
    toll, figure = found[last], figures[number]
    if figure.who is None and _COMPARED.fullmatch(gap) is not None:
        basis = toll.span.joined(figure.span)
        found[last] = replace(toll, basis=basis)
        found[number] = replace(toll, figure=figure, span=basis, rule="compared", former=True, basis=basis)
        return
    match = frame.rule.pattern.match(behind) if frame is not None and _PLACED.fullmatch(gap) else None
    if match is None and figure.who in (None, "others", "other", "more"):
        if _joins(toll, figure, gap):
            match = _GAPPED.match(behind)
        if match is None and _INVERTED.fullmatch(gap):
            match = _ENDS.match(behind)
    if match is not None:
        span = Span(figure.span.start, figure.span.end + match.end("word") - 1)
        found[number] = replace(toll, figure=figure, span=span, rule="likewise", by=None)


def _joins(toll: TollMention, figure: Figure, gap: str) -> bool:
    """Whether the clause of a toll goes on to a figure with ``and``, and with no other verb between."""
    return toll.span.end <= figure.span.start and len(gap) < _GAP and _ON.search(gap) is not None


_PLACED = re.compile(
    r"(?: of the \w+)?(?: \w+){0,3}? (?:in|at|near|outside|inside) (?!which|whom)[^,.;:\"]{2,60}(?:,| and|, and) "
)
_ON = re.compile(r"^[^.;:\"]*(?: and|,? but) \Z")
_GAPPED = re.compile(
    r".(?: more)?(?:, (?!an?d?\b[^,]* (?:was|is|were|has)\b)[^,.;:]{1,60},)?"
    r" (?P<word>in|at|near|outside|on|while|during|aboard|by) "
    r"(?!the run\b|the loose|board|trial|bail|custody|hospital|intensive|critical|serious|stable|all\b|total|need)"
    r"[^.;:,]"
    r"(?![^.;:,]{0,60} (?:was|were|is|are|has|have|had)\b)"
)
_INVERTED = re.compile(r"(?:[^,.;:\"]{0,40},)?(?: and)? (?:in|at|near) (?:the )?[A-Z][\w' -]{1,40} ")
_ENDS = re.compile(r".(?P<word>)(?:[,.;]|$| and (?:in|at|near)\b)")
_COMPARED = re.compile(
    r"[^.;:\"]{0,110}?[, (](?:up from|down from|compared (?:with|to)|against|versus)(?: just| only| some| about)? "
)
_OPENS = re.compile(r"(?:^|[^.;:\"] ?)(?:,|,? and|,? but|,? while|;|,? and (?:a|the)) ?\Z")
_GAP = 110
_REACH = 130


def second_outcomes(
    prose: Prose, figures: Sequence[Figure], tolls: tuple[TollMention, ...], lexicon: Lexicon
) -> Iterator[TollMention]:
    """The tolls, each with what further befell the same persons: ``taken to hospital with burns``.

    Of who was hurt and died, the death alone is told.
    """
    more: list[TollMention] = []
    hurt = {toll.figure.span for toll in tolls if toll.outcome is Outcome.INJURED}
    for toll in tolls:
        later = _ensuing(prose, figures, toll, lexicon)
        if later is not None:
            if later.outcome is Outcome.KILLED and toll.outcome is Outcome.INJURED:
                yield later
                continue
            more.append(later)
        yield toll
        end = toll.span.end - prose.start
        admitted = toll.outcome is Outcome.HOSPITALISED and toll.figure.span not in hurt
        wounds = _WITH_WOUNDS.match(prose.text, end) if admitted else None
        if wounds is not None:
            span = Span(toll.span.start, prose.start + wounds.end())
            more.append(replace(toll, outcome=Outcome.INJURED, span=span, rule="with-wounds", by=None))
    yield from more


def _ensuing(prose: Prose, figures: Sequence[Figure], toll: TollMention, lexicon: Lexicon) -> TollMention | None:
    """What the same clause goes on to tell of the same persons (``was hit by a car and died``)."""
    known = lexicon.tolls
    if toll.outcome is Outcome.KILLED or toll.figure.numeral.count == 0 or known.joining.isdisjoint(prose.vocabulary):
        return None
    subject = toll.figure.span.start == toll.span.start
    rule = known.ensuing if subject else known.ensuing_object
    found = rule.pattern.match(prose.text, toll.span.end - prose.start)
    if found is None or known.clause.search(found["gap"]) or _RELATIVE.search(found["gap"]):
        return None
    word = found["word"].lower()
    outcome = known.befalling[word] if subject else known.done[word]
    bare = subject and not found["aux"] and word in known.passive_only and toll.rule not in _PASSIVE
    span = Span(toll.span.start, prose.start + found.end("word"))
    if outcome is toll.outcome or bare or any(f.span != toll.figure.span and span.covers(f.span) for f in figures):
        return None
    return replace(toll, outcome=outcome, span=span, rule="ensuing", by=None)


_RELATIVE = re.compile(r"\b(?:which|who|whom|that|as|until)\b")
_PASSIVE = frozenset(("passive", "hit", "struck", "to-hospital", "passive-too", "treated-there", "verbless-participle"))
_WITH_WOUNDS = re.compile(
    r"[^.;:,]{0,40}? with (?:[\w-]+ ){0,3}"
    r"(?:injuries|wounds|burns|fractures|fractured \w+|smoke inhalation|cuts|bruises)\b(?! or )"
)


def note_toll(number: int, toll: TollMention, found: dict[int, TollMention], further: dict[int, TollMention]) -> None:
    """Note the first toll of a figure, and another one that tells what befell the same persons besides."""
    known = found.setdefault(number, toll)
    if _is_undone(toll, known):
        found[number] = toll
        if known.outcome is Outcome.ABDUCTED:
            further[number] = known
    elif _is_admitted_too(toll, known) or _is_further(toll, known):
        further[number] = toll


def _is_admitted_too(toll: TollMention, known: TollMention) -> bool:
    """Whether those who were hurt or fell ill are told to be in hospital too, and not merely where they are treated."""
    admitted, hurt = (toll, known) if toll.outcome is Outcome.HOSPITALISED else (known, toll)
    if admitted.outcome is not Outcome.HOSPITALISED or hurt.outcome not in (Outcome.INJURED, Outcome.INFECTED):
        return False
    if admitted.rule == "treated-in":
        return hurt.outcome is Outcome.INFECTED or hurt.rule in _STRUCK
    return admitted.rule in _ADMITTING and hurt.rule not in _ALREADY_HURT


_STRUCK = frozenset(("suffering", "hit", "struck"))
_ADMITTING = frozenset(("airlifted-wounded", "to-hospital", "passive", "verbless-participle", "passive-too"))
_ALREADY_HURT = frozenset(("part-of-those", "of-those", "among-the", "with-wounds"))
"""Frames that count again those who were told to be hurt before."""


def _is_further(toll: TollMention, known: TollMention) -> bool:
    """``Ten guards taken hostage were freed``: a participle tells what came first, the verb what came next."""
    if toll.outcome is known.outcome:
        return False
    first, then = (known, toll) if known.span.end < toll.span.end else (toll, known)
    if "after-a-relative" in (first.rule, then.rule):
        return (first.outcome, then.outcome) != (Outcome.MISSING, Outcome.KILLED)
    return first.rule in _TOLD_FIRST and then.rule in ("passive", "intransitive")


_TOLD_FIRST = frozenset(("verbless-participle", "gone", "arrested-on-suspicion"))


def _is_undone(toll: TollMention, known: TollMention) -> bool:
    """``Freed 23 women held in a house``, ``who were missing have been found dead``: what came first is over."""
    if toll.rule == "active" and known.rule == "verbless-participle":
        return toll.outcome in (Outcome.FREED, Outcome.RESCUED)
    return toll.rule == "after-a-relative" and known.outcome is Outcome.MISSING and toll.outcome is Outcome.KILLED


def is_told_before(number: int, figures: Sequence[Figure], found: dict[int, TollMention]) -> bool:
    """Whether a pronoun repeats the outcome of another person of the sentence (``a girl died; she ...``)."""
    if not figures[number].article or figures[number].who is not None:
        return False
    return any(other < number and toll.outcome is found[number].outcome for other, toll in found.items())
