"""Two versions of the records, compared claim by claim."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from generator.model.claim import Claim
from generator.model.finding import Finding
from generator.model.incident import Incident, Proposal, RelatedHeadline, Tombstone
from generator.model.values import value
from generator.review.edition import Edition, Surroundings
from generator.review.pairs import pair_drifted
from generator.review.values import Values, claim_values, record_values


@value
class FieldChange:
    """A field that says something else; None where it said or says nothing."""

    name: str
    old: str | None
    new: str | None


@value
class ClaimChange:
    """A claim that is other than it was.

    Attributes:
        old: the claim before, None of a new one.
        new: the claim after, None of one that is gone.
        fields: what differs, of a claim that was and is there.
        seal: of a claim that is there, the seal that it would have as it stands.
        tombstone: of a claim that was rejected, with the reason.
        around: what stands around the quote before, and around the quote after; None where that is not at hand.
    """

    old: Claim | None
    new: Claim | None
    fields: tuple[FieldChange, ...] = ()
    seal: str | None = None
    tombstone: Tombstone | None = None
    around: tuple[Surroundings | None, Surroundings | None] = (None, None)


@value
class RecordChange:
    """What is other in one record.

    Attributes:
        file: its file after, or before where it is gone.
        old: the incident before, None of a new record.
        new: the incident after, None of one that is gone.
        fields: what differs beside the claims.
        changed: claims that say something else, or that were reviewed.
        added: claims that are new.
        dropped: claims that are gone without a word.
        rejected: claims that an editor deleted.
        proposals: those that are new.
        settled: how many proposals are gone.
        linked: headlines that lead to another incident than before.
        entries: list -> entries that are new and that are gone, of documents, actors and places.
        surroundings: what stands around the quotes of the version after, by claim id, as far as that is at hand.
    """

    file: str
    old: Incident | None
    new: Incident | None
    fields: tuple[FieldChange, ...] = ()
    changed: tuple[ClaimChange, ...] = ()
    added: tuple[ClaimChange, ...] = ()
    dropped: tuple[ClaimChange, ...] = ()
    rejected: tuple[ClaimChange, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    settled: int = 0
    linked: tuple[RelatedHeadline, ...] = ()
    entries: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = ()
    surroundings: Mapping[str, Surroundings] = field(default_factory=dict)

    @property
    def says_something(self) -> bool:
        """Whether anything that a reader would see differs."""
        parts = (self.fields, self.changed, self.added, self.dropped, self.rejected, self.proposals, self.linked)
        return self.old is None or self.new is None or any(parts) or bool(self.settled or self.entries)


@value
class FieldCount:
    """How many values of a field were gained, lost and changed over all records."""

    name: str
    gained: int
    lost: int
    changed: int


@value
class Comparison:
    """Two versions of a workspace's records.

    Attributes:
        base: what the version before is called.
        head: what the version after is called.
        records: those that differ, by file.
        unread: files of the version after that are no records, and why.
        counts: gains and losses by field, in a fixed order; fields without any left out.
    """

    base: str
    head: str
    records: tuple[RecordChange, ...]
    unread: tuple[Finding, ...]
    counts: tuple[FieldCount, ...]


def compare(before: Sequence[Edition], after: Sequence[Edition]) -> tuple[RecordChange, ...]:
    """The records that differ, by file; one that took a new id is known by its aliases.

    Args:
        before: the records of the one version.
        after: the records of the other.
    """
    old = {edition.record.incident.id: edition for edition in before}
    pairs: list[tuple[Edition | None, Edition | None]] = []
    for edition in after:
        incident = edition.record.incident
        known = next((name for name in (incident.id, *incident.aliases) if name in old), None)
        pairs.append((old.pop(known) if known else None, edition))
    pairs += [(edition, None) for edition in old.values()]
    changes = (compare_records(*pair) for pair in pairs)
    return tuple(sorted((change for change in changes if change.says_something), key=lambda change: change.file))


def compare_records(before: Edition | None, after: Edition | None) -> RecordChange:
    """What differs between two versions of one record, of which one may not be there."""
    old = before.record.incident if before else None
    new = after.record.incident if after else None
    known = after or before
    asked = old.proposals if old else ()
    claims = tuple(_claim_changes(before, after))
    return RecordChange(
        file=known.record.file if known else "",
        old=old,
        new=new,
        fields=_differing(record_values(old), record_values(new)) if old and new else (),
        changed=tuple(each for each in claims if each.old and each.new),
        added=tuple(each for each in claims if not each.old and each.new),
        dropped=tuple(each for each in claims if not each.new and not each.tombstone),
        rejected=tuple(each for each in claims if not each.new and each.tombstone),
        proposals=tuple(each for each in new.proposals if each not in asked) if new else (),
        settled=len({each.at for each in asked} - {each.at for each in new.proposals}) if new else 0,
        linked=tuple(_linked(old, new)),
        entries=tuple(_entries(old, new)),
        surroundings=after.surroundings if after else {},
    )


def _claim_changes(before: Edition | None, after: Edition | None) -> Iterator[ClaimChange]:
    """Claims in the order of the version after, then those that are gone, then those rejected unseen."""
    old = before.record.incident if before else None
    new = after.record.incident if after else None
    earlier = {claim.id: claim for claim in old.claims} if old else {}
    later = {claim.id: claim for claim in new.claims} if new else {}
    graves = _fresh_graves(old, new)
    gone = [claim for name, claim in earlier.items() if name not in later and name not in graves]
    same = {name: earlier[name] for name in later if name in earlier}
    same |= pair_drifted(gone, [claim for name, claim in later.items() if name not in earlier])
    for claim in later.values():
        was = same.get(claim.id)
        seal = after.seals.get(claim.id) if after else None
        around = (_around(before, was), _around(after, claim))
        if was is None or old is None or new is None:
            yield ClaimChange(None, claim, seal=seal, around=around)
            continue
        names = (FieldChange("id", was.id, claim.id),) if was.id != claim.id else ()
        fields = (*names, *_differing(claim_values(was, old), claim_values(claim, new)))
        if fields or was.review != claim.review:
            yield ClaimChange(was, claim, fields, seal, around=around)
    known = {claim.id for claim in same.values()}
    for claim in earlier.values():
        if claim.id not in known:
            yield ClaimChange(claim, None, tombstone=graves.pop(claim.id, None), around=(_around(before, claim), None))
    for name, tombstone in graves.items():
        if name not in later:
            yield ClaimChange(None, None, tombstone=tombstone)


def _around(edition: Edition | None, claim: Claim | None) -> Surroundings | None:
    return edition.surroundings.get(claim.id) if edition and claim else None


def _fresh_graves(old: Incident | None, new: Incident | None) -> dict[str, Tombstone]:
    known = {(each.list, each.id) for each in old.rejected} if old else set()
    rejected = new.rejected if new else ()
    return {each.id: each for each in rejected if each.list == "claims" and (each.list, each.id) not in known}


def _differing(old: Values, new: Values) -> tuple[FieldChange, ...]:
    names = dict.fromkeys((*new, *old))
    return tuple(FieldChange(name, old.get(name), new.get(name)) for name in names if old.get(name) != new.get(name))


def _linked(old: Incident | None, new: Incident | None) -> Iterator[RelatedHeadline]:
    known = {(each.text, each.link, each.relation) for each in old.related} if old else set()
    for each in new.related if new else ():
        if each.link is not None and (each.text, each.link, each.relation) not in known:
            yield each


def _entries(old: Incident | None, new: Incident | None) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """New and gone documents, actors and places of a record that was and is there, by what people call them."""
    if old is None or new is None:
        return
    for name, was, now in (
        ("documents", [each.file for each in old.documents], [each.file for each in new.documents]),
        ("actors", [each.name for each in old.actors], [each.name for each in new.actors]),
        ("places", [each.name for each in old.places], [each.name for each in new.places]),
    ):
        added = tuple(each for each in now if each not in was)
        gone = tuple(each for each in was if each not in now)
        if added or gone:
            yield name, added, gone
