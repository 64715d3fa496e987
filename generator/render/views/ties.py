"""Other incidents that one hangs together with."""

from generator.model.partialdate import PartialDate
from generator.model.tie import TieKind
from generator.model.values import value
from generator.render.addresses import incident_path, link_to
from generator.render.catalogue import Dossier
from generator.render.phrase import Phrase, joined, listing, phrase, quoted
from generator.render.words import date_words

_LABELS = {
    TieKind.RESPONSE: "Told as an answer to",
    TieKind.ANSWERED: "Answered by",
    TieKind.BACKGROUND: "Recalls",
    TieKind.FOLLOWED: "Recalled by",
    TieKind.OPERATION: "Same operation",
    TieKind.ACTOR: "Same actor",
    TieKind.PLACE: "Same place",
}


@value
class TieView:
    """Another incident and what ties it to this one.

    Attributes:
        label: the kind of tie, in words.
        title: the other incident, linked.
        detail: its day where known, and what both have.
        words: the sentence that says so, or None where names alone do.
    """

    label: str
    title: Phrase
    detail: Phrase
    words: str | None


def _shared(what: str) -> Phrase:
    """A name as the text writes it; a day in our words."""
    try:
        return phrase(date_words(PartialDate.parse(what)))
    except ValueError:
        return phrase(quoted(what))


def tie_views(dossier: Dossier) -> tuple[TieView, ...]:
    """The ties of the incident, the closest first; one to a record that the site does not have is left out."""
    views = []
    for tie in dossier.catalogue.site.ties.get(dossier.incident.id, ()):
        other = dossier.catalogue.incidents.get(tie.other)
        if other is None:
            continue
        start = other.dates.start
        both = phrase("both name ", listing(map(_shared, tie.why))) if tie.why else ()
        views.append(
            TieView(
                label=_LABELS[tie.kind],
                title=phrase(quoted(other.title.text, href=link_to(incident_path(other.id), seen_from=dossier.page))),
                detail=joined(filter(None, (phrase(date_words(start)) if start else (), both)), " · "),
                words=tie.words,
            )
        )
    return tuple(views)
