"""Links between records: they lead to a record that is there, and merges end somewhere."""

from collections.abc import Iterator, Sequence

from generator.check.circles import find_circles
from generator.check.finding import Spot, quoted
from generator.model.finding import Finding
from generator.model.incident import Record
from generator.model.vocabulary import Relation


def check_links(records: Sequence[Record], *, unread: frozenset[str] = frozenset()) -> tuple[Finding, ...]:
    """Headlines and merges that lead to no record (``dangling-link``, ``dangling-merge``) or in a circle.

    Args:
        records: all records of the workspace.
        unread: ids of records whose files could not be read; what leads to them is not reported.
    """
    ids = {record.incident.id for record in records}
    known = ids | unread | {alias for record in records for alias in record.incident.aliases}
    findings: list[Finding] = []
    for record in records:
        findings.extend(_headlines(record, known))
        findings.extend(_merge(record, known))
    findings.extend(_circles(records))
    return tuple(findings)


def _headlines(record: Record, known: set[str]) -> Iterator[Finding]:
    own = {record.incident.id, *record.incident.aliases}
    for number, headline in enumerate(record.incident.related):
        spot = Spot(record, ("related", number))
        if headline.link is None:
            continue
        if headline.link in own or headline.link not in known:
            expected = "the id of another incident"
            found = "the incident's own id" if headline.link in own else quoted(headline.link)
            yield spot.at("link").error(
                "dangling-link", expected=expected, found=found, hint="name another one, or null"
            )
        elif headline.relation is Relation.UNRESOLVED:
            yield spot.at("relation").warning(
                "half-link",
                expected="same-event, background or other-event beside a link",
                found=headline.relation,
                hint="say how the headline stands to this incident, or set the link to null",
            )


def _merge(record: Record, known: set[str]) -> Iterator[Finding]:
    status = record.incident.status
    if status is not None and status.merged_into is not None and status.merged_into not in known:
        yield Spot(record, ("status", "merged_into")).error(
            "dangling-merge", expected="the id of an incident", found=quoted(status.merged_into)
        )


def _circles(records: Sequence[Record]) -> Iterator[Finding]:
    ordered = sorted(records, key=lambda record: record.file)
    by_id = {record.incident.id: record for record in reversed(ordered)}
    holder = {alias: record.incident.id for record in reversed(ordered) for alias in record.incident.aliases}
    step = {}
    for record in ordered:
        status = record.incident.status
        target = status.merged_into if status else None
        step[record.incident.id] = target if target is None or target in by_id else holder.get(target)
    for circle in find_circles(step):
        yield Spot(by_id[circle[0]], ("status", "merged_into")).error(
            "circular-reference",
            expected="a merge that ends",
            found=" → ".join((*circle, circle[0])),
            hint="undo one merge",
        )
