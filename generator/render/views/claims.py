"""One claim as an entry: what it says, who says it and when, how sure that is, and whether an editor looked at it."""

import re

from generator.model.claim import Claim
from generator.model.values import value
from generator.model.vocabulary import ReviewState
from generator.render.addresses import claim_anchor
from generator.render.catalogue import Dossier
from generator.render.phrase import Phrase, capital, joined, listing, phrase, quoted
from generator.render.views.gists import claim_gist
from generator.render.views.reports import report_href
from generator.render.words import date_words, kind_words

_DIRECT_SPEECH = re.compile(r"“[^”]*”?|\"[^\"]*\"?")
_SPEAKS = r"\b(?:he|she|they|it)\b(?=\s+(?:\w+\s+)?(?:said|says|told|tells|adds|added)\b)"
_PRONOUN = re.compile(rf"\b(?:He|She|They|It)\b|{_SPEAKS}")


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
        standing: whether an editor looked at it, and what became of it since; never empty.
        report: address of a form that names the claim, or None.
        replies: denials and confirmations of it.
        more: what else the speaker's same words come to, each a claim of its own.
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
    standing: Phrase
    report: str | None
    replies: tuple["ClaimView", ...] = ()
    more: tuple["ClaimView", ...] = ()


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


def standing_of(claim: Claim, dossier: Dossier) -> Phrase:
    """``Unreviewed``, ``Accepted by mk``, ``Changed since accepted by mk``: never empty."""
    if claim.review is None:
        return phrase("Unreviewed")
    word = "accepted" if claim.review.state is ReviewState.ACCEPTED else "disputed"
    changed = claim.id in dossier.catalogue.site.unsealed.get(dossier.incident.id, ())
    return phrase(f"Changed since {word}" if changed else word.capitalize(), " by ", quoted(claim.review.by))


def claim_view(
    claim: Claim, dossier: Dossier, *, replies: tuple[ClaimView, ...] = (), more: tuple[ClaimView, ...] = ()
) -> ClaimView:
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
        standing=standing_of(claim, dossier),
        report=report_href(dossier, claim),
        replies=replies,
        more=more,
    )


def speaker_words(claim: Claim, dossier: Dossier) -> Phrase:
    """Who says it, with role: ``Sarfaraz Bugti, chief minister of Balochistan``."""
    role = dossier.role(claim.said.by)
    return phrase(capital(dossier.actor(claim.said.by, linked=True)), phrase(", ", quoted(role)) if role else ())
