"""One claim in words: what it says, who says it and when, how sure that is."""

import re

from generator.model.claim import Claim, Damage, Event, Party, Toll, Whereabouts
from generator.model.values import value
from generator.model.vocabulary import Category, Charge, ClaimKind, Outcome, ReviewState
from generator.render.addresses import claim_anchor
from generator.render.catalogue import Dossier
from generator.render.phrase import Phrase, capital, joined, link, listing, phrase, quoted
from generator.render.views.reports import report_href
from generator.render.words import (
    category_words,
    date_words,
    event_words,
    figure_words,
    kind_words,
    outcome_words,
    shortened,
    stage_words,
    takes_of,
)

_DIRECT_SPEECH = re.compile(r"“[^”]*”?|\"[^\"]*\"?")
_SPEAKS = r"\b(?:he|she|they|it)\b(?=\s+(?:\w+\s+)?(?:said|says|told|tells|adds|added)\b)"
_PRONOUN = re.compile(rf"\b(?:He|She|They|It)\b|{_SPEAKS}")
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


@value
class ClaimView:
    """A claim as an entry of a list.

    Attributes:
        anchor: id of the entry.
        permalink: link to the entry.
        id: the claim's id, for readers who report an error.
        label: what the claim does, in words.
        speaker: who says it.
        role: the speaker's office or description, or None.
        day: when and where it was said; may be empty.
        gist: what it comes to; may be empty where only the quote says it.
        quote: the document's words.
        href: link to those words in the document, or None.
        caveats: what is inferred, ambiguous, answered or noted.
        verdict: an editor's word on it; empty where there is none.
        report: address of a form that names the claim, or None.
        replies: denials and confirmations of it.
    """

    anchor: str
    permalink: str
    id: str
    label: str
    speaker: Phrase
    role: str | None
    day: Phrase
    gist: Phrase
    quote: str
    href: str | None
    caveats: tuple[Phrase, ...]
    verdict: Phrase
    report: str | None
    replies: tuple["ClaimView", ...] = ()


def toll_words(toll: Toll) -> Phrase:
    """``145 militants killed``, ``dozens of civilians injured``."""
    between = " of " if toll.count is None and takes_of(toll.vague) else " "
    figure = figure_words(toll.count, toll.upper, toll.bound, toll.vague)
    return phrase(figure, between, counted_outcome(toll))


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
    what = "the accusation" if answered.kind is ClaimKind.ACCUSATION else "what was said"
    return phrase(verb, link(what, dossier.claim_href(answered.id)), " by ", dossier.actor(answered.said.by))


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


def day_words(claim: Claim) -> Phrase:
    """When it was said and on what occasion: ``Sunday · press conference in Quetta``; may be empty."""
    said = claim.said
    parts: list[Phrase] = []
    if said.when is not None and said.when.weekday == said.day:
        parts.append(phrase(date_words(said.when)))
    elif said.day:
        parts.append(phrase(quoted(said.day), f" ({date_words(said.when)})" if said.when else ""))
    elif said.when is not None:
        parts.append(phrase(date_words(said.when)))
    if said.via:
        parts.append(phrase(quoted(said.via)))
    return joined(parts, " · ")


def caveats_of(claim: Claim, dossier: Dossier) -> tuple[Phrase, ...]:
    """What a reader must know before using the claim: inferred and ambiguous fields, scope, an editor's note."""
    said = claim.said
    notes: list[Phrase] = []
    if "by" in said.inferred:
        pronoun = _PRONOUN.search(_DIRECT_SPEECH.sub("", claim.quote))
        basis = phrase("a pronoun (“", quoted(pronoun.group()), "”)") if pronoun else phrase("the sentences around it")
        notes.append(phrase("Speaker inferred from ", basis, "."))
    if "day" in said.inferred:
        notes.append(phrase("Day carried over from another sentence."))
    if "by" in said.ambiguous:
        notes.append(phrase("Speaker unclear: the text can be read in two ways."))
    if "day" in said.ambiguous:
        notes.append(phrase("Day unclear: the day in the text may be of what happened or of the statement."))
    if claim.when is not None:
        notes.append(phrase("When it happened: “", quoted(claim.when.text), "”."))
    if claim.where:
        notes.append(phrase("Where: ", listing(dossier.place(place) for place in claim.where), "."))
    if claim.scope is not None:
        notes.append(phrase("Covers: “", quoted(claim.scope.text, href=dossier.source_href(claim.scope.at)), "”."))
    if claim.grade:
        notes.append(phrase("Graded ", quoted(claim.grade), " by an editor."))
    if claim.note:
        notes.append(phrase("Note: ", quoted(claim.note)))
    return tuple(notes)


def verdict_of(claim: Claim) -> Phrase:
    """An editor's word on the claim; empty where there is none."""
    if claim.review is None:
        return ()
    word = "Accepted" if claim.review.state is ReviewState.ACCEPTED else "Disputed"
    return phrase(word, " by ", quoted(claim.review.by))


def claim_view(claim: Claim, dossier: Dossier, *, replies: tuple[ClaimView, ...] = ()) -> ClaimView:
    """The claim as an entry of a list."""
    return ClaimView(
        anchor=claim_anchor(claim.id),
        permalink=dossier.claim_href(claim.id),
        id=claim.id,
        label=kind_words(claim.kind),
        speaker=capital(dossier.actor(claim.said.by, linked=True)),
        role=dossier.role(claim.said.by),
        day=day_words(claim),
        gist=claim_gist(claim, dossier),
        quote=claim.quote,
        href=dossier.source_href(claim.at),
        caveats=caveats_of(claim, dossier),
        verdict=verdict_of(claim),
        report=report_href(dossier, claim),
        replies=replies,
    )


def speaker_words(claim: Claim, dossier: Dossier) -> Phrase:
    """Who says it, with role: ``Sarfaraz Bugti, chief minister of Balochistan``."""
    role = dossier.role(claim.said.by)
    return phrase(capital(dossier.actor(claim.said.by, linked=True)), phrase(", ", quoted(role)) if role else ())
