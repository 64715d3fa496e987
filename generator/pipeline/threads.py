"""Freshly extracted incidents, grouped by what they tell of: the documents of one incident become one word on it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.lexicon.threads import ThreadLexicon
from generator.link.identities import resolve_ids
from generator.link.signatures import read_signature
from generator.link.threads import Doubt, ThreadWeights, find_threads
from generator.model.finding import Finding, Severity
from generator.model.incident import Incident
from generator.model.story import Story
from generator.store.holders import grouped, index_records
from generator.store.threading import Telling, join_tellings


@dataclass(frozen=True, slots=True)
class Threaded:
    """What the documents say, one word on each incident.

    Attributes:
        incidents: in the order of their first documents.
        findings: incidents that may be one, for an editor.
    """

    incidents: tuple[Incident, ...]
    findings: tuple[Finding, ...]


def thread_incidents(
    extracted: Sequence[Incident],
    stories: Mapping[str, Story],
    stored: Sequence[Incident],
    lexicon: ThreadLexicon,
) -> Threaded:
    """Join the incidents that several documents tell.

    What stands in one record stays together, and what stands in two stays apart: only what is new finds its place.

    Args:
        extracted: every incident that the documents give now.
        stories: sha256 of a document -> its words.
        stored: the records as people have them.
        lexicon: what tells stories of one event.
    """
    known = {each.id: each for each in reversed(extracted)}
    signatures = [
        read_signature(each, stories[each.documents[0].sha256], lexicon)
        for each in known.values()
        if each.documents[0].sha256 in stories
    ]
    weights = ThreadWeights(lexicon.weights, lexicon.same, lexicon.unsure)
    threads = find_threads(signatures, weights, held=_held(tuple(known.values()), stored))
    home = {name: group for group in threads.groups for name in group}
    done: dict[tuple[str, ...], Incident] = {}
    incidents: list[Incident] = []
    for each in extracted:
        group = home.get(each.id, (each.id,))
        if len(group) == 1:
            incidents.append(each)
        elif group not in done:
            tellings = (Telling(known[name], stories[known[name].documents[0].sha256]) for name in group)
            done[group] = join_tellings(tellings, lexicon)
            incidents.append(done[group])
    names = {name: done[group].id if group in done else name for name, group in home.items()}
    return Threaded(tuple(incidents), tuple(_doubtful(doubt, names) for doubt in threads.doubts))


def _held(extracted: Sequence[Incident], stored: Sequence[Incident]) -> dict[str, str]:
    """Id of an extracted incident -> id of the current record that holds it already."""
    index, pages = index_records(stored), resolve_ids(stored)
    return {
        each.id: pages.get(name, name)
        for name, group in grouped(extracted, index)
        if name in index.ids
        for each in group
    }


def _doubtful(doubt: Doubt, names: Mapping[str, str]) -> Finding:
    one, other = sorted(names[name] for name in doubt.ids)
    return Finding(
        f"content/incidents/{one}.yml",
        "same-incident",
        expected="one record for each incident",
        found=f"{other}, which may tell of the same one: {_told(doubt.reasons)}",
        hint=f"run `briefing merge-incidents {one} {other}` if it does",
        severity=Severity.NOTE,
    )


def _told(reasons: Iterable[str]) -> str:
    return "both have " + ", ".join(reasons) if list(reasons) else "the words are alike"
