"""Key facts of an incident: what, where, when, who is blamed, who speaks. All derived from claims."""

from collections.abc import Sequence

from generator.model.claim import Claim, Event, Party
from generator.model.values import value
from generator.model.vocabulary import DOCUMENT_VOICE, Charge, ClaimKind, EventType
from generator.render.catalogue import Dossier
from generator.render.phrase import Phrase, capital, joined, link, listing, phrase, quoted
from generator.render.views.claims import speaker_words
from generator.render.views.gists import claim_gist
from generator.render.views.places import place_facts
from generator.render.words import date_words, event_words, is_weekday

_CHARGES = {Charge.FAULT: "accused of a fault", Charge.OTHER: "accused of something else"}


@value
class KeyFact:
    """A line of the key facts.

    Attributes:
        label: ``Where``.
        lines: what is known, one phrase a line: what fits on the first screen.
        rest: what else is known, shown when asked for.
        flows: whether the lines are so short that they may stand beside each other.
    """

    label: str
    lines: tuple[Phrase, ...]
    rest: tuple[Phrase, ...] = ()
    flows: bool = False

    @property
    def more(self) -> str:
        """``4 more``: the lines that are shown when asked for."""
        return f"{len(self.rest)} more"


def _says_by(claim: Claim, dossier: Dossier) -> Phrase:
    return phrase(" by ", dossier.actor(claim.said.by))


def _blame_in(claim: Claim, dossier: Dossier) -> list[tuple[str, Phrase]]:
    """What one claim says of the part of each actor: (actor id, words)."""
    href = dossier.claim_href(claim.id)
    speaker, what = claim.said.by, claim.what
    if isinstance(what, Event):
        if _is_answer(what, dossier):
            return []
        stated = "says so itself" if speaker in what.perpetrators else "named"
        by = () if speaker in what.perpetrators else _says_by(claim, dossier)
        return [(actor, phrase(link(stated, href), by)) for actor in what.perpetrators]
    if claim.kind is ClaimKind.RESPONSIBILITY:
        actors = what.who if isinstance(what, Party) and what.who else (speaker,)
        own, other = phrase(link("claims responsibility", href)), phrase(link("named", href), _says_by(claim, dossier))
        return [(actor, own if actor == speaker else other) for actor in actors]
    if claim.kind is ClaimKind.ACCUSATION and isinstance(what, Party):
        words = phrase(link(_CHARGES[what.of] if what.of else "accused", href), _says_by(claim, dossier))
        return [(actor, words) for actor in what.who]
    if claim.kind is ClaimKind.DENIAL:
        return [(actor, _denial(claim, actor, dossier)) for actor in _denied_for(claim, dossier)]
    return []


def _is_answer(event: Event, dossier: Dossier) -> bool:
    """Whether an event is what forces did about the incident, for which they are not blamed."""
    return event.type is EventType.SECURITY_OPERATION and dossier.incident.types[:1] != (EventType.SECURITY_OPERATION,)


def _denied_for(claim: Claim, dossier: Dossier) -> tuple[str, ...]:
    """The actors whose part a denial denies."""
    answered = dossier.claims.get(claim.responds_to or "")
    party = claim.what if claim.what is not None else answered.what if answered else None
    return party.who if isinstance(party, Party) else ()


def _denial(claim: Claim, actor: str, dossier: Dossier) -> Phrase:
    href = dossier.claim_href(claim.id)
    if claim.said.by == actor:
        return phrase(link("denies it", href))
    return phrase(link("denied", href), _says_by(claim, dossier))


def standings(dossier: Dossier) -> tuple[Phrase, ...]:
    """How each blamed or claiming actor stands: claims responsibility, named, accused, denies; with who says so."""
    lines = [
        phrase(dossier.actor(actor, linked=True), ": ", joined(words, "; "))
        for actor, words in standings_of(dossier).items()
        if words
    ]
    lines.extend(
        phrase(link("Nobody has claimed responsibility", dossier.claim_href(claim.id)), _according(claim, dossier))
        for claim in dossier.incident.claims
        if claim.kind is ClaimKind.NO_CLAIM
    )
    return tuple(lines)


def standings_of(dossier: Dossier) -> dict[str, list[Phrase]]:
    """What the claims say of the part of each actor, by actor id.

    An actor that claims responsibility is not listed a second time for an event in its own words.
    """
    found: dict[str, list[Phrase]] = {}
    claiming = {
        actor
        for claim in dossier.incident.claims
        if claim.kind is ClaimKind.RESPONSIBILITY
        for actor, _ in _blame_in(claim, dossier)
        if actor == claim.said.by
    }
    for claim in dossier.incident.claims:
        for actor, words in _blame_in(claim, dossier):
            if isinstance(claim.what, Event) and actor == claim.said.by and actor in claiming:
                continue
            if words not in found.setdefault(actor, []):
                found[actor].append(words)
    return found


def _according(claim: Claim, dossier: Dossier) -> Phrase:
    return phrase(", according to ", dossier.actor(claim.said.by))


def when_facts(dossier: Dossier) -> tuple[Phrase, ...]:
    """When: dates where they are known, else the days as the source names them."""
    dates = dossier.incident.dates
    days = listing(quoted(day) for day in dates.days)
    if dates.start is None:
        if not days:
            return (phrase("The source does not say when."),)
        if all(is_weekday(day) for day in dates.days):
            return (phrase("The source names weekdays only: ", days, ". It carries no date."),)
        return (phrase("The source names no date. Its own words: ", days, "."),)
    last = f" to {date_words(dates.end)}" if dates.end and dates.end != dates.start else ""
    lines = [phrase(date_words(dates.start), last)]
    if days:
        lines.append(phrase("In the source’s words: ", days, "."))
    if dates.anchor is not None:
        basis = phrase(" (", quoted(dates.basis), ")") if dates.basis else ()
        lines.append(phrase("Counted from ", date_words(dates.anchor), basis, "."))
    return tuple(lines)


def _tells_more_than_its_type(event: Event) -> bool:
    return bool(event.stage or event.perpetrators or event.targets or event.victims or event.weapons)


def what_facts(dossier: Dossier) -> tuple[Phrase, ...]:
    """What: each event as claimed where that says more than its type, once for each speaker; else the event types."""
    told: dict[Phrase, Phrase] = {}
    for claim in dossier.incident.claims:
        if isinstance(claim.what, Event) and _tells_more_than_its_type(claim.what):
            gist, by = capital(claim_gist(claim, dossier)), _says_by(claim, dossier)
            told.setdefault(phrase(gist, by), phrase(gist, ", ", link("as told", dossier.claim_href(claim.id)), by))
    types = joined([event_words(kind) for kind in dossier.incident.types], "; ")
    return tuple(told.values()) or (types,)


def speaker_facts(dossier: Dossier) -> tuple[Phrase, ...]:
    """Who says so: every speaker with role; those who give figures first, the document's own voice last."""
    first = {claim.said.by: claim for claim in reversed(dossier.incident.claims)}
    giving = {claim.said.by for claim in dossier.incident.claims if claim.kind is ClaimKind.TOLL}
    order = dict.fromkeys(claim.said.by for claim in dossier.incident.claims)
    ranked = sorted(order, key=lambda speaker: (speaker == DOCUMENT_VOICE, speaker not in giving))
    return tuple(speaker_words(first[speaker], dossier) for speaker in ranked)


def _fact(label: str, lines: Sequence[Phrase], shown: int, *, flows: bool = False) -> KeyFact:
    """The fact with so many lines shown at once that all facts fit on one screen of a phone."""
    return KeyFact(label, tuple(lines[:shown]), tuple(lines[shown:]), flows)


def key_facts(dossier: Dossier) -> tuple[KeyFact, ...]:
    """The key facts, without those of which nothing is known; how many stands beside them in large figures."""
    facts = (
        _fact("What", what_facts(dossier), 1),
        _fact("Where", place_facts(dossier), 4, flows=True),
        _fact("When", when_facts(dossier), 2 if dossier.incident.dates.days else 1, flows=True),
        _fact("Who says so", speaker_facts(dossier), 4, flows=True),
        _fact("Who is blamed", standings(dossier), 3),
    )
    return tuple(fact for fact in facts if fact.lines)
