"""Where a record stands: withdrawn, merged into another, or how far editors have reviewed it."""

from generator.model.incident import Incident
from generator.model.values import value
from generator.model.vocabulary import ReviewState
from generator.render.addresses import incident_path, link_to, slug
from generator.render.catalogue import Dossier
from generator.render.phrase import Phrase, phrase, quoted
from generator.render.words import counted, date_words


@value
class StateView:
    """Where a record stands.

    Attributes:
        name: ``current``, ``withdrawn`` or ``merged``, for the style sheet.
        label: the state in one or two words.
        words: the state as a sentence.
        unseen: whether no editor has looked at it, so that a list can do with the label.
    """

    name: str
    label: str
    words: Phrase
    unseen: bool = False

    @property
    def standing(self) -> str:
        """The label as an address has it: ``partly-reviewed``."""
        return slug(self.label)


def review_state(incident: Incident, *, changed: int = 0) -> StateView:
    """How many of the claims an editor has accepted, and how many were changed after an editor's word on them."""
    states = [claim.review.state for claim in incident.claims if claim.review]
    total, accepted = len(incident.claims), states.count(ReviewState.ACCEPTED)
    disputed = states.count(ReviewState.DISPUTED)
    doubts = f" {counted(disputed, 'claim is', 'claims are')} disputed." if disputed else ""
    doubts += f" {counted(changed, 'claim was', 'claims were')} changed since." if changed else ""
    if not states:
        words = "No editor has checked it yet; a program took it from the source."
        return StateView("current", "Unreviewed", phrase(words), unseen=True)
    label = "Reviewed" if len(states) == total else "Partly reviewed"
    verb = "is" if accepted == 1 else "are"
    return StateView("current", label, phrase(f"{accepted} of {counted(total, 'claim')} {verb} accepted.{doubts}"))


def is_current(incident: Incident) -> bool:
    """Whether the record is neither withdrawn nor merged into another."""
    return incident.status is None or (incident.status.withdrawn is None and incident.status.merged_into is None)


def standing_label(incident: Incident) -> str:
    """``Unreviewed``, ``Withdrawn``: where the record stands, in one or two words."""
    if is_current(incident):
        return review_state(incident).label
    return "Merged" if incident.status and incident.status.merged_into is not None else "Withdrawn"


def state_view(dossier: Dossier) -> StateView:
    """Withdrawn, merged, or how far it is reviewed."""
    status = dossier.incident.status
    if status is not None and status.merged_into is not None:
        target = dossier.catalogue.incidents.get(status.merged_into)
        title = target.title.text if target else status.merged_into
        href = link_to(incident_path(target.id), seen_from=dossier.page) if target else None
        return StateView(
            "merged",
            standing_label(dossier.incident),
            phrase("This incident is now part of ", quoted(title, href=href), "."),
        )
    if status is not None and status.withdrawn is not None:
        by = phrase(" by ", quoted(status.by)) if status.by else ()
        since = f" on {date_words(status.since)}" if status.since else ""
        reason = phrase(" Reason: ", quoted(status.withdrawn))
        return StateView(
            "withdrawn", standing_label(dossier.incident), phrase("This record was withdrawn", by, since, ".", reason)
        )
    return review_state(dossier.incident, changed=len(dossier.catalogue.site.unsealed.get(dossier.incident.id, ())))
