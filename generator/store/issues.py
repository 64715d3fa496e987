"""The issues of one story told as one: a later one replaces an earlier one, and both stay its documents.

Issues are known by the name of their file or their address. A story may also say that it corrects an earlier one.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.model.claim import Claim
from generator.model.incident import Incident, SourceDocument
from generator.store.holders import Index, grouped
from generator.store.merge import merge_records
from generator.store.references import renamed
from generator.store.schema import read_incident
from generator.store.wire import as_data


def gather_issues(incidents: Iterable[Incident], stored: Iterable[Incident] = ()) -> tuple[tuple[Incident, ...], ...]:
    """Incidents by the story that tells of them, the issues of each by their day.

    Of two issues of one day, or without any, the one that a record knows already is the earlier one.

    Args:
        incidents: one for each incident that a document tells of.
        stored: the records as people have them.
    """
    known = {source.sha256: int(source.id[1:]) for each in stored for source in each.documents}
    order = sorted(incidents, key=lambda each: known.get(each.documents[0].sha256, math.inf))
    return tuple(group for _, group in grouped(order, Index()))


def retell(issues: Sequence[Incident]) -> Incident:
    """What the issues of a story tell together: the latest word on everything, under the id of the first one.

    What a later issue merely does not repeat stays.

    Raises:
        InvalidRecord: together they would break the schema.
    """
    whole, *later = issues
    for each in later:
        whole = merge_records(whole, whole, each).incident
    return whole


def correct(earlier: Incident, later: Incident) -> Incident:
    """What a story tells that says it corrects an earlier one: nothing of that is left but its document.

    Raises:
        InvalidRecord: together they would break the schema.
    """
    gone = latest_issue(earlier)
    names = {"documents": {each.id: f"d{len(earlier.documents) + n}" for n, each in enumerate(later.documents, 1)}}
    news = read_incident(renamed(as_data(later), names), {}, f"content/incidents/{later.id}.yml")
    first, *others = news.documents
    issued = replace(news, documents=(replace(first, replaces=gone.id), *others))
    whole = retell((earlier, issued))
    fresh = {each.sha256 for each in later.documents}
    own = {each.id for each in whole.documents if each.sha256 in fresh}
    return replace(whole, claims=without_relations(tuple(each for each in whole.claims if each.at.document in own)))


def latest_issue(incident: Incident) -> SourceDocument:
    """The last document that no other one replaces."""
    gone = {each.replaces for each in incident.documents}
    return next((each for each in reversed(incident.documents) if each.id not in gone), incident.documents[-1])


def without_relations(left: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims left, without references to those that are gone."""
    ids = {each.id for each in left}
    return tuple(
        replace(
            each,
            supersedes=each.supersedes if each.supersedes and each.supersedes.claim in ids else None,
            part_of=each.part_of if each.part_of in ids else None,
            responds_to=each.responds_to if each.responds_to in ids else None,
        )
        for each in left
    )
