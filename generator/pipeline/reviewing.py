"""An editor's word on claims: accepted, or rejected for good; and on a whole record: withdrawn."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from generator.model.claim import Claim
from generator.model.incident import Incident, Status, Tombstone
from generator.model.partialdate import PartialDate
from generator.model.vocabulary import ReviewState
from generator.pipeline.editing import Draft, Edited, EditRefused, edit_record, find_claim
from generator.settings import Workspace
from generator.store.edits import Opened, without_claim, without_relations
from generator.store.seals import is_sealed, sealed

_NUMBER = re.compile("[0-9]+")


def accept_claims(workspace: Workspace, name: str, claims: Sequence[str], *, by: str, on: date) -> Edited:
    """Accept claims and seal them as they are.

    Args:
        workspace: where the record lies.
        name: the record, as an editor names it.
        claims: ids; none means all that nobody reviewed yet.
        by: the editor.
        on: day of the run.

    Raises:
        EditRefused: no such record or claim.
        BriefingError: it could not be written.
    """

    def accepted(opened: Opened) -> Draft:
        incident = opened.record.incident
        names = {find_claim(incident, each).id for each in claims}
        chosen = names or {each.id for each in incident.claims if each.review is None}
        after = tuple(_accepted(each, by) if each.id in chosen else each for each in incident.claims)
        told = tuple(
            f"{new.id}: accepted by {new.review.by}" + ("" if new != old else ", as before")
            for old, new in zip(incident.claims, after, strict=True)
            if new.id in chosen and new.review is not None
        )
        return Draft(replace(incident, claims=after), told)

    return edit_record(workspace, name, accepted, on=on)


def reject_claim(workspace: Workspace, name: str, claim: str, *, why: str, by: str | None, on: date) -> Edited:
    """Take a claim out for good; a tombstone keeps it from coming back.

    What names it and nobody worked on follows: relations of other claims, sentences that the machine wrote.

    Raises:
        EditRefused: no such record or claim, or a person's work rests on the claim.
        BriefingError: it could not be written.
    """

    def rejected(opened: Opened) -> Draft:
        incident, base = opened.record.incident, opened.base
        mark = next((each for each in incident.rejected if (each.list, each.id) == ("claims", claim)), None)
        if mark is not None and all(each.id != claim for each in incident.claims):
            return Draft(_marked(incident, replace(mark, why=why, by=by or mark.by)), (f"{claim}: rejected already",))
        gone = find_claim(incident, claim)
        written = base is not None and base.summary == incident.summary
        _check_free(incident, claim, sentences=not written)
        after = _marked(without_claim(incident, claim), Tombstone(claim, "claims", why, by))
        told = (f"{claim}: rejected", *_followed(incident, after), *_still_titled(gone, after))
        return Draft(after, told, _base_after(base, after, claim, follow=written) if base else None)

    return edit_record(workspace, name, rejected, on=on)


def _base_after(base: Incident, after: Incident, claim: str, *, follow: bool) -> Incident | None:
    """The machine's last word as the next build would leave it; None where it stays as it is."""
    related = without_relations(base, claim)
    new = replace(related, summary=after.summary) if follow else related
    return None if new == base else new


def withdraw_record(workspace: Workspace, name: str, *, reason: str, by: str | None, on: date) -> Edited:
    """Take back a whole record; its page stays, with a notice.

    Raises:
        EditRefused: no such record, or it was merged into another.
        BriefingError: it could not be written.
    """

    def withdrawn(opened: Opened) -> Draft:
        incident = opened.record.incident
        status = incident.status or Status(since=PartialDate.of(on))
        if status.merged_into is not None:
            found = f"one merged into {status.merged_into}"
            raise EditRefused(f"{incident.id}: expected a record of its own, found {found}; withdraw that one")
        told = (f"{incident.id}: withdrawn",)
        return Draft(replace(incident, status=replace(status, withdrawn=reason, by=by or status.by)), told)

    return edit_record(workspace, name, withdrawn, on=on)


def _accepted(claim: Claim, by: str) -> Claim:
    """The claim under a seal that holds; one that somebody accepted as it is keeps that name."""
    accepted = claim.review is not None and claim.review.state is ReviewState.ACCEPTED
    return claim if accepted and is_sealed(claim) else sealed(claim, state=ReviewState.ACCEPTED, by=by)


def _marked(incident: Incident, mark: Tombstone) -> Incident:
    """The record with a tombstone, in place of an earlier one for the same entry."""
    known = [(each.list, each.id) for each in incident.rejected]
    if (mark.list, mark.id) not in known:
        return replace(incident, rejected=(*incident.rejected, mark))
    marks = (mark if key == (mark.list, mark.id) else each for key, each in zip(known, incident.rejected, strict=True))
    return replace(incident, rejected=tuple(marks))


def _check_free(incident: Incident, claim: str, *, sentences: bool) -> None:
    """Refuse to take away what a person's work rests on.

    Args:
        incident: the record.
        claim: id of the claim that is to go.
        sentences: whether a person wrote the summary.
    """
    places = [
        f"summary sentence {number}"
        for number, each in enumerate(incident.summary, start=1)
        if sentences and claim in each.claims
    ]
    places += [
        f"the reviewed claim {each.id}" for each in incident.claims if each.review is not None and _names(each, claim)
    ]
    if places:
        hint = "change that first with `briefing set`, or in the file"
        raise EditRefused(
            f"{incident.id}: claims.{claim}: expected nothing of an editor to rest on it, "
            f"found {', '.join(places)}; {hint}"
        )


def _names(claim: Claim, other: str) -> bool:
    superseded = claim.supersedes.claim if claim.supersedes else None
    return other in (superseded, claim.part_of, claim.responds_to)


def _followed(before: Incident, after: Incident) -> list[str]:
    left = {each.id: each for each in after.claims}
    told = [f"{each.id}: no longer names it" for each in before.claims if left.get(each.id, each) != each]
    gone = [each.text for each in before.summary if each not in after.summary]
    return [*told, *(f"summary: left out: {text}" for text in gone)]


def _still_titled(gone: Claim, after: Incident) -> list[str]:
    """That the title gives a number of a claim that went, and no other claim has it."""
    here = {number for each in after.claims for number in _NUMBER.findall(each.quote)}
    lost = set(_NUMBER.findall(gone.quote)) - here
    numbers = [each for each in _NUMBER.findall(after.title.text) if each in lost]
    return [f"title: still says {each}; give it another with `briefing set ... title.text`" for each in numbers]
