"""Acts of speech: responsibility, accusation, denial, condemnation, warning, demand, and responses."""

import re
from collections.abc import Iterator, Sequence

from generator.extract.actors.actors import read_actor
from generator.extract.actors.speakers import may_speak
from generator.extract.deeds.charged import find_charges, split_pair
from generator.extract.deeds.within import find_blamed, find_within
from generator.extract.prose.matching import Prose
from generator.extract.speech.charges import named_party
from generator.extract.speech.claimers import find_claimer, party_in_front, spoken_for
from generator.extract.speech.sources import source_behind
from generator.extract.speech.spoken import find_spoken
from generator.lexicon.claims import ClaimRule, needed_rules
from generator.lexicon.lexicon import Lexicon
from generator.model.mention import ActorMention, Attribution, DayMention
from generator.model.reading import ClaimMention
from generator.model.span import Span
from generator.model.values import replace
from generator.model.vocabulary import ClaimKind

_DEED_ITSELF = 40
"""Code points behind a claim within which a day dates the deed."""
_REST = re.compile(r", (?:who|which|but|while|as|a gang|a group)\b|[.;]?$")


def find_acts(
    prose: Prose,
    attributions: Sequence[Attribution],
    days: Sequence[DayMention],
    lexicon: Lexicon,
    *,
    opened: bool = False,
) -> tuple[ClaimMention, ...]:
    """All claims of a sentence that are no figure, in order; a statement only where nothing sharper was found.

    ``opened`` tells that the sentence begins inside a quotation of the one before.
    """
    acts = list(_ruled(prose, attributions, days, lexicon, opened=opened))
    if attributions:
        acts += (act for act in find_spoken(prose, attributions, lexicon) if not _is_void(prose, act, lexicon))
        acts += find_charges(prose, attributions, lexicon)
    taken: list[ClaimMention] = []
    for act in acts:
        if not any(_is_same(act, other) for other in taken):
            taken.append(act)
    return tuple(taken)


def _is_void(prose: Prose, act: ClaimMention, lexicon: Lexicon) -> bool:
    """Whether what a reporting word acts on makes it no claim (``denied bail``)."""
    void = lexicon.claims.voids.get(act.kind)
    return (
        void is not None
        and act.attribution is not None
        and (void.match(prose.text, act.attribution.cue.end - prose.start) is not None)
    )


def _is_same(one: ClaimMention, other: ClaimMention) -> bool:
    """Whether two claims of a kind are one: the same words, and not two different speakers."""
    if one.kind is not other.kind or not one.quote.overlaps(other.quote):
        return False
    if one.attribution is None or other.attribution is None:
        return True
    return one.attribution.source == other.attribution.source


def _ruled(
    prose: Prose, attributions: Sequence[Attribution], days: Sequence[DayMention], lexicon: Lexicon, *, opened: bool
) -> Iterator[ClaimMention]:
    quoted = opened or '"' in prose.text
    said = bool(attributions) or opened or prose.text.startswith('"')
    barred = False
    rules = needed_rules(lexicon.claims, prose.vocabulary, said=said, quoted=quoted)
    if not rules:
        return
    within = [rule for rule in rules if rule.within]
    if within:
        yield from find_within(prose, within, attributions, lexicon, opened=opened)
    for rule in rules:
        if rule.within:
            continue
        for match in rule.pattern.finditer(prose.text):
            if rule.kind is ClaimKind.RESPONSIBILITY and (barred or _is_past(prose, match, days)):
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
    rule: ClaimRule,
    match: re.Match[str],
    attributions: Sequence[Attribution],
    days: Sequence[DayMention],
    lexicon: Lexicon,
) -> ClaimMention | None:
    if rule.kind is ClaimKind.RESPONSIBILITY:
        return _responsibility(prose, rule, match, attributions, days, lexicon)
    attribution = _around(prose, match, attributions)
    if rule.kind is ClaimKind.ACCUSATION:
        return _accusation(prose, rule, match, attributions, lexicon)
    speaker = _speaker(prose, rule, match, attributions, lexicon)
    if rule.voice and speaker is None and not rule.unsaid:
        return None
    quote = attribution.span if attribution is not None and speaker is None else _whole(prose)
    said = attribution if speaker is None else None
    answers = rule.kind is ClaimKind.DENIAL
    return ClaimMention(rule.kind, quote, said, rule.name, claimer=speaker, answers=answers)


def _speaker(
    prose: Prose, rule: ClaimRule, match: re.Match[str], attributions: Sequence[Attribution], lexicon: Lexicon
) -> ActorMention | None:
    """Who speaks by a rule: the party in front of its words, behind them or behind the next comma, or inside."""
    found = None
    if rule.voice == "before":
        found = _last_speaker(prose, match, attributions) or party_in_front(prose, match.start(), lexicon)
    elif rule.voice == "after":
        first = next((n for n, word in enumerate(prose.words) if word.start >= match.end()), None)
        found = read_actor(prose, first, source_behind(prose, first, lexicon), lexicon) if first is not None else None
    elif rule.voice == "comma":
        comma = prose.text.find(", ", match.end())
        found = named_party(prose, comma + 2, lexicon) if comma > 0 else None
    elif rule.voice == "inside" and match["source"]:
        found = named_party(prose, match.start("source"), lexicon, stop=match.end("source"))
    if found is None or found.name.lower() in lexicon.grammar.determiners:
        return None
    return found if may_speak(found, lexicon) else None


def _around(prose: Prose, match: re.Match[str], attributions: Sequence[Attribution]) -> Attribution | None:
    """The first speech that a match stands in."""
    span = prose.span(match.start(), match.end())
    return next(
        (a for a in attributions if a.source is not None and any(content.overlaps(span) for content in a.contents)),
        None,
    )


def _last_speaker(prose: Prose, match: re.Match[str], attributions: Sequence[Attribution]) -> ActorMention | None:
    """Who spoke last in front of words that go on with ``and`` (``denounced it and sought an inquiry``)."""
    if not prose.text[: match.start()].rstrip().endswith((" and", " but", ", then")):
        return None
    start = prose.start + match.start()
    return next((a.source for a in reversed(attributions) if a.source is not None and a.cue.end <= start), None)


def _accusation(
    prose: Prose, rule: ClaimRule, match: re.Match[str], attributions: Sequence[Attribution], lexicon: Lexicon
) -> ClaimMention | None:
    party = find_blamed(prose, rule, match, 0, lexicon)
    if party is None:
        return None
    attribution = _around(prose, match, attributions)
    claimer = _speaker(prose, rule, match, attributions, lexicon)
    if rule.voice and claimer is None and not rule.unsaid:
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
        party=split_pair(prose, party, lexicon),
        claimer=claimer,
    )


def _responsibility(
    prose: Prose,
    rule: ClaimRule,
    match: re.Match[str],
    attributions: Sequence[Attribution],
    days: Sequence[DayMention],
    lexicon: Lexicon,
) -> ClaimMention | None:
    if rule.claimer == "speaker":
        speaker = next((a.source for a in attributions if a.source is not None), None)
        claimer = spoken_for(prose, speaker, lexicon) if speaker is not None else None
    elif rule.claimer == "before":
        claimer = find_claimer(prose, match, days, lexicon)
    else:
        claimer = named_party(prose, match.end(), lexicon)
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
