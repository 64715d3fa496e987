"""Prose: every number of the title and the summary stands in a claim, and none is out of date."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from generator.check.finding import Spot, quoted
from generator.check.numbers import Number, find_numbers, number_values
from generator.model.claim import Claim, Damage, Event, Party, Toll, Whereabouts
from generator.model.finding import Finding
from generator.model.incident import Incident, Path, Record
from generator.model.partialdate import PartialDate
from generator.model.vocabulary import Origin


def check_prose(record: Record) -> tuple[Finding, ...]:
    """Numbers that no cited claim holds (``number-without-claim``) and replaced figures (``stale-figure``)."""
    return (*_unfounded(record), *_stale(record))


def _unfounded(record: Record) -> Iterator[Finding]:
    incident = record.incident
    stated = {claim.id: _numbers_of(claim, incident) for claim in incident.claims}
    hint = "cite the claim that holds it, or take the number out"
    for number, sentence in enumerate(incident.summary):
        known = frozenset().union(*(stated.get(claim, frozenset()) for claim in sentence.claims))
        for missing in _missing(sentence.text, known):
            cited = ", ".join(sentence.claims) or "no claim"
            yield Spot(record, ("summary", number, "text")).error(
                "number-without-claim", expected=f"numbers of the cited claims ({cited})", found=missing, hint=hint
            )
    known = frozenset().union(*stated.values())
    if incident.title.origin is Origin.DOCUMENT:
        known |= number_values(*(document.title for document in incident.documents if document.title))
    for missing in _missing(incident.title.text, known):
        yield Spot(record, ("title", "text")).error(
            "number-without-claim", expected="numbers of the record's claims", found=missing, hint=hint
        )


def _missing(text: str, known: frozenset[Decimal]) -> Iterator[str]:
    """Each number of ``text`` that is not known, once, with the text."""
    shown = set()
    for number in _numbers_meant(text):
        if number.value not in known and number.value not in shown:
            shown.add(number.value)
            yield f"{number.text} in {quoted(text)}"


def _numbers_meant(text: str) -> Iterator[Number]:
    return (number for number in find_numbers(text) if not number.pronoun)


def _numbers_of(claim: Claim, incident: Incident) -> frozenset[Decimal]:
    """Every number of a claim's values, its words, and the names that it refers to."""
    values = {
        Decimal(part) for day in _days(claim) if day is not None for part in (day.year, day.month, day.day) if part
    }
    if isinstance(claim.what, Toll | Damage):
        values.update(Decimal(count) for count in (claim.what.count, claim.what.upper) if count is not None)
    return number_values(*_texts(claim), *_names(claim, incident)) | values


def _days(claim: Claim) -> tuple[PartialDate | None, ...]:
    when = claim.when
    return (claim.said.when, when.start if when else None, when.end if when else None)


def _texts(claim: Claim) -> Iterator[str]:
    yield claim.quote
    optional = [claim.said.day, claim.said.via]
    if claim.scope is not None:
        optional.append(claim.scope.text)
    if claim.when is not None:
        optional.append(claim.when.text)
    if claim.supersedes is not None:
        optional.append(claim.supersedes.basis)
    match claim.what:
        case Toll(who=who, by=by, vague=vague):
            optional += [who, by, vague]
        case Event(targets=targets, weapons=weapons):
            optional += [*targets, *weapons]
        case Party(operation=operation, gloss=gloss):
            optional += [operation, gloss]
        case Damage(of=of, vague=vague):
            optional += [of, vague]
    yield from (text for text in optional if text)


def _names(claim: Claim, incident: Incident) -> Iterator[str]:
    ids = {claim.said.by, *claim.where}
    match claim.what:
        case Event(perpetrators=perpetrators, victims=victims):
            ids.update(perpetrators, victims)
        case Party(who=who):
            ids.update(who)
        case Whereabouts(places=places):
            ids.update(places)
    for actor in incident.actors:
        if actor.id in ids:
            yield from (actor.name, actor.role or "", *actor.aka)
    yield from (place.name for place in incident.places if place.id in ids)


def _stale(record: Record) -> Iterator[Finding]:
    """Replaced figures that the title or the summary gives without the figure that replaces them."""
    incident = record.incident
    replaced = _replaced(incident)
    summary = " ".join(sentence.text for sentence in incident.summary)
    texts: list[tuple[Path, str, str]] = [(("title", "text"), incident.title.text, incident.title.text)]
    texts += [(("summary", n, "text"), sentence.text, summary) for n, sentence in enumerate(incident.summary)]
    for path, text, around in texts:
        numbers = {number.value for number in _numbers_meant(text)}
        for old, newer in replaced.items():
            if old in numbers and number_values(around).isdisjoint(newer):
                yield Spot(record, path).warning(
                    "stale-figure",
                    expected=" or ".join(f"{count} ({claim})" for count, claim in newer.items()),
                    found=f"{old}, which that figure replaced, in {quoted(text)}",
                    hint="give the newer figure, or both",
                )


def _replaced(incident: Incident) -> Mapping[int, Mapping[int, str]]:
    """Each count that only replaced tolls hold -> count and id of the tolls that replace it."""
    counts = {
        claim.id: claim.what.count
        for claim in incident.claims
        if isinstance(claim.what, Toll) and claim.what.count is not None
    }
    earlier = {claim.id: claim.supersedes.claim for claim in incident.claims if claim.supersedes is not None}
    live = {counts[claim] for claim in counts.keys() - set(earlier.values())}
    replaced: dict[int, dict[int, str]] = {}
    for newer, older in earlier.items():
        if newer in counts and older in counts and counts[older] not in live:
            replaced.setdefault(counts[older], {})[counts[newer]] = newer
    return replaced
