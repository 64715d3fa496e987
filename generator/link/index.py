"""All related headlines of a workspace as one list, each with what leads from it and what stands beside it."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from slugify import slugify

from generator.link.features import NO_MENTIONS, normalise_headline
from generator.link.identities import resolve_ids
from generator.link.neighbours import find_neighbours
from generator.model.headline import HeadlineEntry, HeadlineMentions, Neighbour
from generator.model.incident import Incident, RelatedHeadline
from generator.model.values import value

SLUG_LETTERS = 48
"""Longest readable part of an entry's id."""

_HASH_LETTERS = 8


@value
class _Carried:
    """A headline and the page of the incident that carries it."""

    page: str
    headline: RelatedHeadline


def index_headlines(
    incidents: Sequence[Incident], mentions: Mapping[str, HeadlineMentions]
) -> tuple[HeadlineEntry, ...]:
    """One entry for each different headline, the most carried first, then by text; the order given does not matter.

    Args:
        incidents: all records, their headlines linked.
        mentions: headline -> places and actors found in it; a text that is missing names none.
    """
    pages = resolve_ids(incidents)
    groups: dict[str, list[_Carried]] = defaultdict(list)
    for incident in sorted(incidents, key=lambda incident: incident.id):
        for headline in incident.related:
            groups[normalise_headline(headline.text)].append(_Carried(pages.get(incident.id, incident.id), headline))
    entries = [_entry(folded, carried, pages) for folded, carried in sorted(groups.items())]
    entries.sort(key=lambda entry: -len(entry.carriers))
    named = [_named(groups[normalise_headline(entry.text)], mentions) for entry in entries]
    return tuple(_told(entry, mentions) for entry in _with_neighbours(entries, named))


def backlinks(incidents: Iterable[Incident]) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Incident id -> (id of the incident that carries it, headline) of each headline that leads there, sorted.

    Both ids are those of the current pages: renamed and merged incidents are followed.
    """
    incidents = tuple(incidents)
    pages = resolve_ids(incidents)
    found = defaultdict(set)
    for incident in incidents:
        carrier = pages.get(incident.id, incident.id)
        for headline in incident.related:
            target = pages.get(headline.link) if headline.link is not None else None
            if target is not None and target != carrier:
                found[target].add((carrier, headline.text))
    return {target: tuple(sorted(found[target])) for target in sorted(found)}


def _entry(folded: str, carried: Sequence[_Carried], pages: Mapping[str, str]) -> HeadlineEntry:
    link, why = _leads_to(carried, pages)
    digest = hashlib.sha256(folded.encode("utf-8", "surrogatepass")).hexdigest()[:_HASH_LETTERS]
    slug = slugify(folded, max_length=SLUG_LETTERS)
    return HeadlineEntry(
        id="-".join(part for part in ("h", slug, digest) if part),
        text=carried[0].headline.text,
        carriers=tuple(sorted({one.page for one in carried})),
        link=link,
        why=why,
    )


def _told(entry: HeadlineEntry, mentions: Mapping[str, HeadlineMentions]) -> HeadlineEntry:
    """The entry with what its words tell."""
    known = mentions.get(entry.text, NO_MENTIONS)
    return replace(entry, type=known.type, places=tuple(name for _, name in known.places), tolls=known.tolls)


def _leads_to(carried: Sequence[_Carried], pages: Mapping[str, str]) -> tuple[str | None, str | None]:
    """The page that most carriers' entries lead to, with a reason that goes with it; the first by id among equals."""
    reasons: dict[str, list[str | None]] = defaultdict(list)
    for one in carried:
        page = pages.get(one.headline.link) if one.headline.link is not None else None
        if page is not None:
            reasons[page].append(one.headline.why)
    if not reasons:
        return None, None
    page = min(reasons, key=lambda page: (-len(reasons[page]), page))
    return page, min((why for why in reasons[page] if why), default=None)


def _named(carried: Sequence[_Carried], mentions: Mapping[str, HeadlineMentions]) -> Mapping[str, str]:
    """Key -> name of what the headline mentions, in any of its spellings."""
    found: dict[str, str] = {}
    for text in sorted({one.headline.text for one in carried}):
        known = mentions.get(text, NO_MENTIONS)
        for key, name in (*known.places, *known.nations, *known.actors):
            found.setdefault(key, name)
    return found


def _with_neighbours(entries: Sequence[HeadlineEntry], named: Sequence[Mapping[str, str]]) -> tuple[HeadlineEntry, ...]:
    return tuple(
        replace(entry, neighbours=tuple(Neighbour(entries[other].id, names) for other, names in beside))
        for entry, beside in zip(entries, find_neighbours(named), strict=True)
    )
