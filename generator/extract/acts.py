"""Acts of speech: responsibility, accusation, denial, condemnation, warning, demand, and responses."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.extract.actors import read_actor
from generator.extract.matching import Prose
from generator.extract.nounphrases import phrase_after
from generator.extract.sources import source_before, source_behind
from generator.lexicon.events import event_tokens
from generator.lexicon.lexicon import Lexicon
from generator.lexicon.places import fold_name
from generator.lexicon.rules import Rule
from generator.model.mention import ActorMention, Attribution, DayMention
from generator.model.reading import ClaimMention
from generator.model.span import Span
from generator.model.vocabulary import ActorType, ClaimKind

_SPOKEN = frozenset(
    (
        ClaimKind.DENIAL,
        ClaimKind.ACCUSATION,
        ClaimKind.CONDEMNATION,
        ClaimKind.WARNING,
        ClaimKind.DEMAND,
        ClaimKind.CONFIRMATION,
    )
)
_DOUBTED = re.compile(r"\b(?:not|whether|if|never|doubt\w*|den(?:y|ied|ies))\b[^,.;]{0,25}\Z")
"""In front of somebody who claims: the claim is somebody else's, and doubted."""
_QUOTED = re.compile(r'"([^"]{3,60})"')
_OBJECT = re.compile(r"(?: on| of| for)? ")
_BACKED = re.compile(r"([A-Z][\w]+)-(?:sponsored|backed|supported|funded|linked|trained|armed|aligned|led) ")


def find_acts(
    prose: Prose, attributions: Sequence[Attribution], days: Sequence[DayMention], lexicon: Lexicon
) -> tuple[ClaimMention, ...]:
    """All claims of a sentence that are no figure, in order; a statement only where nothing sharper was found."""
    acts = [*_ruled(prose, attributions, days, lexicon), *_spoken(prose, attributions, lexicon)]
    taken: list[ClaimMention] = []
    for act in acts:
        if not any(act.kind is other.kind and act.quote.overlaps(other.quote) for other in taken):
            taken.append(act)
    return tuple(taken)


def _ruled(
    prose: Prose, attributions: Sequence[Attribution], days: Sequence[DayMention], lexicon: Lexicon
) -> Iterator[ClaimMention]:
    barred = False
    for rule in lexicon.claims.rules:
        if rule.needs.isdisjoint(prose.vocabulary):
            continue
        for match in rule.pattern.finditer(prose.text):
            if rule.label == ClaimKind.RESPONSIBILITY and barred:
                continue
            claim = _claim(prose, rule, match, attributions, lexicon)
            if claim is not None:
                barred = barred or claim.kind is ClaimKind.NO_CLAIM
                yield _with_day(claim, prose, match, days)


def _with_day(claim: ClaimMention, prose: Prose, match: re.Match[str], days: Sequence[DayMention]) -> ClaimMention:
    day = next((day for day in days if 0 <= day.span.start - prose.start - match.end() <= 1 and not day.past), None)
    return replace(claim, day=day) if day is not None and claim.attribution is None else claim


def _claim(
    prose: Prose, rule: Rule, match: re.Match[str], attributions: Sequence[Attribution], lexicon: Lexicon
) -> ClaimMention | None:
    kind = ClaimKind(rule.label)
    span = prose.span(match.start(), match.end())
    attribution = next(
        (a for a in attributions if any(content.overlaps(span) for content in a.contents) and a.source is not None),
        None,
    )
    if kind is ClaimKind.RESPONSIBILITY:
        return _responsibility(prose, rule, match, lexicon)
    if kind is ClaimKind.DENIAL:
        return ClaimMention(kind, attribution.span, attribution, rule.name, answers=True) if attribution else None
    party: tuple[ActorMention, ...] = ()
    if kind is ClaimKind.ACCUSATION:
        named = _named(prose, match.end(), lexicon)
        if named is None:
            return None
        party = (named,)
        if "source" in rule.pattern.groupindex:
            source = _source(prose, match.start("source"), lexicon)
            if source is None:
                return None
            return ClaimMention(
                kind, source.span.joined(_rest(prose, match.end())), attribution, rule.name, party=party, claimer=source
            )
    quote = attribution.span if attribution is not None else _whole(prose)
    return ClaimMention(kind, quote, attribution, rule.name, party=party)


def _source(prose: Prose, end: int, lexicon: Lexicon) -> ActorMention | None:
    """The party whose phrase ends at an offset."""
    last = next((number for number, word in enumerate(prose.words) if word.start >= end), len(prose.words))
    start, stop = source_before(prose, last, lexicon)
    return read_actor(prose, start, stop, lexicon)


def _responsibility(prose: Prose, rule: Rule, match: re.Match[str], lexicon: Lexicon) -> ClaimMention | None:
    source = _source(prose, match.start("source"), lexicon)
    if source is None or source.type in (ActorType.OFFICIAL, ActorType.GOVERNMENT, ActorType.STATE_FORCE):
        return None
    if _DOUBTED.search(prose.text[: source.span.start - prose.start]):
        return None
    named = lexicon.claims.operation.search(prose.text, match.end())
    end = named.end() if named else len(prose.text.rstrip(" ."))
    return ClaimMention(
        ClaimKind.RESPONSIBILITY,
        source.span.joined(prose.span(match.start(), end)),
        None,
        rule.name,
        claimer=source,
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


def _named(prose: Prose, offset: int, lexicon: Lexicon) -> ActorMention | None:
    """The party named at an offset; ``Indian-sponsored militants`` name the country that is blamed."""
    text = prose.text[offset:].lstrip()
    start = len(prose.text) - len(text) + (1 if text.startswith('"') else 0)
    backed = _BACKED.match(prose.text, start)
    if backed is not None:
        meanings = lexicon.places.known.get(fold_name(backed[1]), ())
        country = next((place.country for place in meanings if place.kind == "demonym"), None)
        if country is not None:
            name = lexicon.places.country_names[country]
            span = prose.span(backed.start(1), backed.end(1))
            return ActorMention(
                span, name, ActorType.GOVERNMENT, head="name", named=True, country=country, rule="backed-by"
            )
    first = next((number for number, word in enumerate(prose.words) if word.start >= start), None)
    if first is None:
        return None
    end = phrase_after(prose.words, first, lexicon)
    whole = source_behind(prose, first, lexicon)
    if whole > end and not any(word.text in ("of", "for") for word in prose.words[first:whole]):
        apposed = read_actor(prose, first, whole, lexicon)
        if apposed is not None and apposed.named:
            return apposed
    edge = next((number for number in range(first + 1, end) if _opens_charge(prose, number)), end)
    long, short = (read_actor(prose, first, stop, lexicon) for stop in (end, edge))
    known = long if long is not None and long.known else short or long
    if known is not None or edge <= first or prose.words[first].text.lower() in lexicon.grammar.pronouns:
        return known
    quoted = _QUOTED.match(prose.text, start - 1) if start else None
    last = prose.words[edge - 1]
    if quoted is not None:
        return ActorMention(prose.span(quoted.start(1), quoted.end(1)), quoted[1], ActorType.CROWD, rule="described")
    if last.text.lower() not in {*lexicon.persons.plural, *lexicon.persons.singular} and not last.capital:
        return None
    words = prose.words[first:edge]
    return ActorMention(
        prose.span(words[0].start, last.end), prose.text[words[0].start : last.end], ActorType.CROWD, rule="described"
    )


def _opens_charge(prose: Prose, number: int) -> bool:
    """Whether an ``of`` or ``for`` opens what somebody is accused of; in ``Sons of the Red Scarf`` it does not."""
    if prose.words[number].text not in ("of", "for"):
        return False
    following = [word for word in prose.words[number + 1 : number + 3] if word.text.lower() != "the"]
    return not (following and following[0].capital)


def _rest(prose: Prose, start: int) -> Span:
    """From an offset to the end of the clause."""
    stop = re.compile(r", (?:who|which|but|while|as|a gang|a group)\b|[.;]?$").search(prose.text, start)
    return prose.span(start, stop.start() if stop else len(prose.text))


def _whole(prose: Prose) -> Span:
    return prose.span(0, len(prose.text))


def _spoken(prose: Prose, attributions: Sequence[Attribution], lexicon: Lexicon) -> Iterator[ClaimMention]:
    """Claims that the reporting word itself makes: denied, accused, condemned, warned, demanded, confirmed."""
    for attribution in attributions:
        if attribution.source is None:
            continue
        if attribution.kind not in _SPOKEN:
            continue
        object_ = _OBJECT.match(prose.text, attribution.cue.end - prose.start)
        party = _named(prose, object_.end(), lexicon) if object_ and attribution.kind is ClaimKind.ACCUSATION else None
        if attribution.kind is ClaimKind.ACCUSATION and (
            party is None or _is_retort(prose, attribution, attributions, lexicon)
        ):
            continue
        if attribution.kind is ClaimKind.DENIAL and not _denies(prose, attribution, lexicon):
            continue
        yield ClaimMention(
            attribution.kind,
            attribution.span,
            attribution,
            attribution.rule,
            party=(party,) if party is not None else (),
            answers=attribution.kind is ClaimKind.DENIAL,
        )


def _is_retort(prose: Prose, attribution: Attribution, attributions: Sequence[Attribution], lexicon: Lexicon) -> bool:
    """Whether an accusation only rounds off a denial (``denied it, accusing rivals of ...``) and names no deed."""
    denied = any(
        other.kind is ClaimKind.DENIAL and other.source == attribution.source and other.cue < attribution.cue
        for other in attributions
    )
    if not denied or not attribution.verb.endswith("ing"):
        return False
    charge = prose.text[attribution.cue.end - prose.start :].lower()
    words = [found[0] for found in event_tokens(charge)]
    kinds = {phrase.type for word in words for phrase in lexicon.events.phrases.get(word, ()) if len(phrase.words) == 1}
    return kinds.isdisjoint(lexicon.events.incidents)


def _denies(prose: Prose, attribution: Attribution, lexicon: Lexicon) -> bool:
    """Whether a denial denies a deed or a word; a dismissed manager or a rejected budget is none."""
    after = prose.text[attribution.cue.end - prose.start :][:90]
    if attribution.verb.startswith(("den", "refut", "disown", "disavow")):
        return True
    if re.match(r" (?:that|it|this)(?: on \w+day)?[.,;]?(?: |$)", after) and not re.match(r" that \w", after):
        return True
    return (
        lexicon.claims.answers.search(after) is not None
        or '"' in after[:60]
        or after.lstrip().startswith("as ")
        or " rumours" in after
    )
