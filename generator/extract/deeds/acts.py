"""Acts of speech: responsibility, accusation, denial, condemnation, warning, demand, and responses."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.extract.actors.actors import read_actor
from generator.extract.deeds.within import find_within
from generator.extract.prose.matching import Prose
from generator.extract.speech.charges import find_charges, named_party
from generator.extract.speech.claimers import find_claimer, party_in_front
from generator.extract.speech.sources import source_behind
from generator.extract.speech.spoken import find_spoken
from generator.lexicon.claims import needed_rules
from generator.lexicon.lexicon import Lexicon
from generator.lexicon.rules import Rule
from generator.model.mention import Attribution, DayMention
from generator.model.reading import ClaimMention
from generator.model.span import Span
from generator.model.vocabulary import ClaimKind

_DEED_ITSELF = 40
"""Code points behind a claim within which a day dates the deed."""
_REST = re.compile(r", (?:who|which|but|while|as|a gang|a group)\b|[.;]?$")


def find_acts(
    prose: Prose, attributions: Sequence[Attribution], days: Sequence[DayMention], lexicon: Lexicon
) -> tuple[ClaimMention, ...]:
    """All claims of a sentence that are no figure, in order; a statement only where nothing sharper was found."""
    acts = [*_ruled(prose, attributions, days, lexicon), *find_spoken(prose, attributions, lexicon)]
    if attributions:
        acts += find_charges(prose, attributions, lexicon)
    taken: list[ClaimMention] = []
    for act in acts:
        if not any(_is_same(act, other) for other in taken):
            taken.append(act)
    return tuple(taken)


def _is_same(one: ClaimMention, other: ClaimMention) -> bool:
    """Whether two claims of a kind are one: the same words, and not two different speakers."""
    if one.kind is not other.kind or not one.quote.overlaps(other.quote):
        return False
    if one.attribution is None or other.attribution is None:
        return True
    return one.attribution.source == other.attribution.source


def _ruled(
    prose: Prose, attributions: Sequence[Attribution], days: Sequence[DayMention], lexicon: Lexicon
) -> Iterator[ClaimMention]:
    barred = False
    for rule in needed_rules(lexicon.claims, prose.vocabulary):
        within = (rule.options or {}).get("within")
        if within is not None:
            yield from find_within(prose, rule, attributions, lexicon)
            continue
        for match in rule.pattern.finditer(prose.text):
            if rule.label == ClaimKind.RESPONSIBILITY and (barred or _is_past(prose, match, days)):
                continue
            claim = _claim(prose, rule, match, attributions, days, lexicon)
            if claim is not None:
                barred = barred or claim.kind is ClaimKind.NO_CLAIM
                yield _with_day(claim, prose, match, days)


def _is_past(prose: Prose, match: re.Match[str], days: Sequence[DayMention]) -> bool:
    """Whether what is claimed lies before the story (``claimed a bombing in 2019``)."""
    return any(day.past and 0 <= day.span.start - prose.start - match.end() <= _DEED_ITSELF for day in days)


def _with_day(claim: ClaimMention, prose: Prose, match: re.Match[str], days: Sequence[DayMention]) -> ClaimMention:
    day = next((day for day in days if 0 <= day.span.start - prose.start - match.end() <= 1 and not day.past), None)
    return replace(claim, day=day) if day is not None and claim.attribution is None else claim


def _claim(
    prose: Prose,
    rule: Rule,
    match: re.Match[str],
    attributions: Sequence[Attribution],
    days: Sequence[DayMention],
    lexicon: Lexicon,
) -> ClaimMention | None:
    kind = ClaimKind(rule.label)
    options = rule.options or {}
    span = prose.span(match.start(), match.end())
    attribution = next(
        (a for a in attributions if any(content.overlaps(span) for content in a.contents) and a.source is not None),
        None,
    )
    if kind is ClaimKind.RESPONSIBILITY:
        return _responsibility(prose, rule, match, days, lexicon)
    if kind is ClaimKind.ACCUSATION:
        return _accusation(prose, rule, match, attribution, lexicon)
    quote = attribution.span if attribution is not None else _whole(prose)
    return ClaimMention(kind, quote, attribution, rule.name, answers=bool(options.get("answers")))


def _accusation(
    prose: Prose, rule: Rule, match: re.Match[str], attribution: Attribution | None, lexicon: Lexicon
) -> ClaimMention | None:
    options = rule.options or {}
    after = options.get("party") == "after"
    party = named_party(prose, match.end(), lexicon) if after else party_in_front(prose, match.start(), lexicon)
    if party is None or party.pronoun is not None:
        return None
    claimer = None
    if options.get("source") == "before":
        claimer = party_in_front(prose, match.start(), lexicon)
    elif options.get("source") == "after":
        first = next((n for n, word in enumerate(prose.words) if word.start >= match.end()), None)
        claimer = read_actor(prose, first, source_behind(prose, first, lexicon), lexicon) if first is not None else None
    if options.get("source") is not None and claimer is None:
        return None
    quote = _whole(prose)
    if claimer is not None:
        quote = claimer.span.joined(party.span).joined(_rest(prose, match.end()))
    elif attribution is not None:
        quote = attribution.span
    return ClaimMention(
        ClaimKind.ACCUSATION,
        quote,
        attribution if claimer is None else None,
        rule.name,
        party=(party,),
        claimer=claimer,
    )


def _responsibility(
    prose: Prose, rule: Rule, match: re.Match[str], days: Sequence[DayMention], lexicon: Lexicon
) -> ClaimMention | None:
    before = (rule.options or {}).get("claimer") == "before"
    claimer = find_claimer(prose, match, days, lexicon) if before else named_party(prose, match.end(), lexicon)
    if claimer is None or claimer.pronoun is not None:
        return None
    named = lexicon.claims.operation.search(prose.text, match.end())
    end = named.end() if named else len(prose.text.rstrip(" ."))
    return ClaimMention(
        ClaimKind.RESPONSIBILITY,
        claimer.span.joined(prose.span(match.start(), end)),
        None,
        rule.name,
        claimer=claimer,
        operation=named["operation"] if named else None,
        gloss=named["gloss"] if named else None,
        targets=find_targets(prose, lexicon),
    )


def find_targets(prose: Prose, lexicon: Lexicon) -> tuple[str, ...]:
    """What was aimed at, in the text's words, articles left out."""
    found = (
        re.sub(r"^(?:an?|the|its|their|several|some) ", "", match["target"])
        for match in lexicon.claims.targets.finditer(prose.text)
    )
    return tuple(dict.fromkeys(found))


def _rest(prose: Prose, start: int) -> Span:
    """From an offset to the end of the clause."""
    stop = _REST.search(prose.text, start)
    return prose.span(start, stop.start() if stop else len(prose.text))


def _whole(prose: Prose) -> Span:
    return prose.span(0, len(prose.text))
