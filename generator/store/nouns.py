"""Entries of a record file become the frozen nouns of the model."""

from collections.abc import Mapping
from typing import Any

from generator.model.claim import (
    Claim,
    Damage,
    Event,
    Party,
    Review,
    Said,
    Scope,
    Supersession,
    Toll,
    What,
    When,
    Whereabouts,
)
from generator.model.incident import (
    Actor,
    Dates,
    Incident,
    Place,
    Proposal,
    RelatedHeadline,
    SourceDocument,
    Status,
    SummarySentence,
    Title,
    Tombstone,
)
from generator.model.vocabulary import Outcome
from generator.store.claimentries import OUTCOMES, ClaimEntry
from generator.store.entries import IncidentEntry

_Entry = Mapping[str, Any]


def incident_of(entry: IncidentEntry, whats: tuple[What | None, ...]) -> Incident:
    """The record that a checked file holds.

    Args:
        entry: the file, checked.
        whats: the ``what`` of each claim, in order.
    """
    status = entry.get("status")
    return Incident(
        id=entry["id"],
        aliases=tuple(entry.get("aliases", ())),
        title=Title(**entry["title"]),
        types=tuple(entry["types"]),
        status=Status(**status) if status else None,
        dates=Dates(**_frozen(entry["dates"])),
        summary=tuple(SummarySentence(each["text"], tuple(each["claims"])) for each in entry.get("summary", ())),
        documents=tuple(SourceDocument(**_frozen(each)) for each in entry["documents"]),
        actors=tuple(Actor(**_frozen(each)) for each in entry.get("actors", ())),
        places=tuple(Place(**_frozen(each)) for each in entry.get("places", ())),
        claims=tuple(_claim(each, what) for each, what in zip(entry.get("claims", ()), whats, strict=True)),
        related=tuple(RelatedHeadline(**_frozen(each)) for each in entry.get("related", ())),
        rejected=tuple(Tombstone(**_frozen(each)) for each in entry.get("rejected", ())),
        proposals=tuple(Proposal(**_frozen(each)) for each in entry.get("proposals", ())),
        note=entry.get("note"),
    )


def what_of(shape: str, entry: _Entry) -> What:
    """The ``what`` of a claim.

    Args:
        shape: event, toll, damage, party or whereabouts.
        entry: its fields, checked.
    """
    if shape == "toll":
        return _toll(entry)
    nouns: Mapping[str, type[Event | Damage | Party | Whereabouts]] = {
        "event": Event,
        "damage": Damage,
        "party": Party,
        "whereabouts": Whereabouts,
    }
    return nouns[shape](**_frozen(entry))


def _toll(entry: _Entry) -> Toll:
    outcome = next(name for name in OUTCOMES if name in entry)
    others = {name: value for name, value in entry.items() if name != outcome}
    return Toll(outcome=Outcome(outcome), count=entry[outcome], **others)


def _claim(entry: ClaimEntry, what: What | None) -> Claim:
    fields = _frozen(entry)
    fields["what"] = what
    fields["said"] = Said(**_frozen(entry["said"]))
    if "scope" in entry:
        fields["scope"] = Scope(**entry["scope"])
    if "when" in entry:
        fields["when"] = When(**entry["when"])
    if "supersedes" in entry:
        fields["supersedes"] = Supersession(**entry["supersedes"])
    if "review" in entry:
        fields["review"] = Review(**entry["review"])
    return Claim(**fields)


def _frozen(entry: _Entry) -> dict[str, Any]:
    """The fields of an entry with tuples in place of its lists."""
    return {name: tuple(value) if isinstance(value, list) else value for name, value in entry.items()}
