"""What a claim comes to, in a short clause: a figure, an event, whom it blames, what it answers."""

from generator.model.claim import Claim, Damage, Event, Party, Toll, Whereabouts
from generator.model.vocabulary import Category, Charge, ClaimKind, Outcome
from generator.render.catalogue import Dossier
from generator.render.phrase import Phrase, link, listing, phrase, plain, quoted
from generator.render.words import (
    category_words,
    event_words,
    figure_words,
    outcome_words,
    shortened,
    stage_words,
    takes_of,
)

_GIST_LENGTH = 110

_TELLING = {
    Outcome.KILLED: ("death", "deaths", "dead", "fatality", "fatalities", "body", "bodies", "killed"),
    Outcome.INJURED: ("injury", "injuries", "injured", "wounded"),
    Outcome.CASUALTIES: ("casualty", "casualties"),
    Outcome.MISSING: ("missing",),
    Outcome.INFECTED: ("case", "cases", "infection", "infections"),
}
"""Words for persons that say the outcome themselves."""

_CHARGES = {Charge.FAULT: " of a fault", Charge.OTHER: " of something else"}
"""What an accusation is of, where it is not the deed itself."""

_VERBS = {
    ClaimKind.CONDEMNATION: "condemns",
    ClaimKind.CONFIRMATION: "confirms",
    ClaimKind.WARNING: "warns",
    ClaimKind.DEMAND: "demands",
}


def toll_words(toll: Toll) -> Phrase:
    """``145 militants killed``, ``dozens of civilians injured``; ``Ana Dobre killed``, since a name is one person."""
    if _is_one_by_its_words(toll):
        return counted_outcome(toll)
    between = " of " if toll.count is None and takes_of(toll.vague) else " "
    figure = figure_words(toll.count, toll.upper, toll.bound, toll.vague)
    return phrase(figure, between, counted_outcome(toll))


def _is_one_by_its_words(toll: Toll) -> bool:
    """Whether the words for whom a toll counts tell one person by themselves: a name, or a place in a row."""
    if (toll.count, toll.upper, toll.bound) != (1, None, None) or not toll.who or toll.who.isupper():
        return False
    first = toll.who.split()[0]
    return first[0].isupper() or first in _ORDINALS


_ORDINALS = frozenset(
    (
        *("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
        *("tenth", "eleventh", "twelfth"),
    )
)


def counted_outcome(toll: Toll) -> Phrase:
    """``militants killed``; ``deaths`` where the text's word for the persons says what happened to them."""
    told = (toll.who or "").lower().split()[-1:]
    outcome = "" if told and told[0] in _TELLING.get(toll.outcome, ()) else outcome_words(toll.outcome)
    return phrase(counted_persons(toll), f" {outcome}" if outcome else "")


def counted_persons(toll: Toll) -> Phrase:
    """Whom a toll counts: the text's words, else the codebook's."""
    if toll.who:
        return phrase(quoted(toll.who))
    one = toll.count == 1 and toll.upper is None and toll.category is Category.UNSPECIFIED
    return phrase("person" if one else category_words(toll.category))


def _event_gist(event: Event, dossier: Dossier) -> Phrase:
    stage = stage_words(event.stage)
    details = [
        phrase("by ", dossier.actor_list(event.perpetrators)) if event.perpetrators else (),
        phrase("aimed at ", listing(quoted(target) for target in event.targets)) if event.targets else (),
        phrase("against ", dossier.actor_list(event.victims)) if event.victims else (),
        phrase("with ", listing(quoted(weapon) for weapon in event.weapons)) if event.weapons else (),
    ]
    head = phrase(event_words(event.type).lower(), f" ({stage})" if stage else "")
    return phrase(head, *(phrase(" ", detail) for detail in details if detail))


def _party_gist(claim: Claim, party: Party, dossier: Dossier) -> Phrase:
    others = [actor for actor in party.who if actor != claim.said.by]
    if claim.kind is ClaimKind.RESPONSIBILITY:
        head = phrase("says ", dossier.actor_list(others), " did it") if others else phrase("claims responsibility")
    elif claim.kind is ClaimKind.ACCUSATION:
        head = phrase("accuses ", dossier.actor_list(party.who)) if party.who else phrase("makes an accusation")
        head = phrase(head, _CHARGES[party.of] if party.of else "")
    else:
        head = phrase(_VERBS.get(claim.kind, ""), " " if party.who else "", dossier.actor_list(party.who))
    operation = phrase(" for operation ", quoted(party.operation)) if party.operation else ()
    gloss = phrase(" (“", quoted(party.gloss), "”)") if party.gloss else ()
    return phrase(head, operation, gloss)


def _answer_gist(claim: Claim, dossier: Dossier) -> Phrase:
    verb = "denies " if claim.kind is ClaimKind.DENIAL else "confirms "
    answered = dossier.claims.get(claim.responds_to or "")
    if answered is None:
        return phrase(verb, "it")
    href = dossier.claim_href(answered.id)
    speaker = dossier.actor(answered.said.by)
    if isinstance(answered.what, Toll):
        return phrase(verb, quoted(plain(toll_words(answered.what)), href=href), ", said by ", speaker)
    what = "the accusation" if answered.kind is ClaimKind.ACCUSATION else "what was said"
    return phrase(verb, link(what, href), " by ", speaker)


def _things_gist(damage: Damage) -> Phrase:
    between = " of " if damage.count is None and takes_of(damage.vague) else " "
    figure = figure_words(damage.count, damage.upper, damage.bound, damage.vague)
    return phrase(figure, between, quoted(damage.of))


def _places_gist(where: Whereabouts, dossier: Dossier) -> Phrase:
    partial = " (not the whole list)" if where.complete is False else ""
    return phrase(listing(dossier.place(place) for place in where.places), partial)


def claim_gist(claim: Claim, dossier: Dossier) -> Phrase:
    """What the claim comes to, as a short clause; empty where only its quote says it."""
    match claim.what:
        case Toll() as toll:
            gist = toll_words(toll)
        case Damage() as damage:
            gist = _things_gist(damage)
        case Event() as event:
            gist = _event_gist(event, dossier)
        case Whereabouts() as where:
            gist = _places_gist(where, dossier)
        case _ if claim.kind in (ClaimKind.DENIAL, ClaimKind.CONFIRMATION):
            gist = _answer_gist(claim, dossier)
        case Party() as party:
            gist = _party_gist(claim, party, dossier)
        case _:
            gist = phrase("nobody has claimed responsibility") if claim.kind is ClaimKind.NO_CLAIM else ()
    return gist


def claim_brief(claim: Claim, dossier: Dossier) -> Phrase:
    """The gist, or the quote cut short where there is none."""
    return claim_gist(claim, dossier) or phrase("“", quoted(shortened(claim.quote, _GIST_LENGTH)), "”")
