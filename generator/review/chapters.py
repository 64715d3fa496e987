"""From a comparison to the sheet: what stands in each line, and in which order."""

from collections.abc import Iterator, Mapping

from generator.model.claim import Claim, Damage, Toll
from generator.model.incident import Incident, Json, Proposal, RelatedHeadline
from generator.model.vocabulary import ClaimKind
from generator.review.comparison import ClaimChange, Comparison, FieldChange, RecordChange
from generator.review.edition import Surroundings
from generator.review.figures import find_figure
from generator.review.sheet import Chapter, Item, Line, Piece, Section, Sheet, Tone
from generator.review.values import day_words, figure_words, json_words, matter_words, speaker_words

_IN_THE_HEAD = frozenset(("figure", "quote", "outcome"))
"""Fields that a changed claim shows in its first line or as its quote."""

_BROKEN = "changed since"
_STOPS = " .?!\"”'’\n\r\t"
"""Signs that end a sentence, and say nothing that a quote without them lacks."""


def make_sheet(comparison: Comparison) -> Sheet:
    """The review sheet of a comparison."""
    chapters = tuple(map(_chapter, comparison.records))
    return Sheet(comparison.base, comparison.head, chapters, comparison.unread, comparison.counts)


def _chapter(change: RecordChange) -> Chapter:
    incident = change.new or change.old
    lead = "new record" if change.old is None else "record removed" if change.new is None else ""
    return Chapter(incident.title.text if incident else "", change.file, lead, tuple(_sections(change)))


def _sections(change: RecordChange) -> Iterator[Section]:
    old, new = change.old, change.new
    sections = (
        ("changed claims", [_changed(each, old, new) for each in _by_weight(change.changed)]),
        ("proposals to settle", [_proposal(each, change) for each in change.proposals]),
        ("dropped claims", [_gone(each, old) for each in _by_weight(change.dropped)]),
        ("rejected claims", [_gone(each, old) for each in change.rejected]),
        ("new claims", [_new(each, new) for each in _by_weight(change.added)]),
        ("headlines newly linked", [_headline(each) for each in change.linked]),
        ("other changes", [*map(_field, change.fields), *_entries(change), *_settled(change)]),
    )
    return (Section(name, tuple(items)) for name, items in sections if items)


def _by_weight(changes: tuple[ClaimChange, ...]) -> list[ClaimChange]:
    """Figures first, then who is held responsible, then the rest; else in the record's order."""

    def weight(change: ClaimChange) -> int:
        claim = change.new or change.old
        kinds = (ClaimKind.TOLL, ClaimKind.RESPONSIBILITY, ClaimKind.ACCUSATION, ClaimKind.DENIAL)
        return kinds.index(claim.kind) if claim is not None and claim.kind in kinds else len(kinds)

    return sorted(changes, key=weight)


def _changed(change: ClaimChange, old: Incident | None, new: Incident | None) -> Item:
    was, now = change.old, change.new
    assert was is not None
    assert now is not None
    assert old is not None
    assert new is not None
    before, after = _figure(was), _figure(now)
    words: Line = ()
    if before != after:
        words = (Piece(before or "no figure", Tone.STRUCK), Piece(" → "), Piece(after or "no figure", Tone.STRONG))
    elif after:
        words = (Piece(after, Tone.STRONG),)
    head = _head(words, now, new, _standing(change))
    before_quote, quote = _quote("was: ", was, change.around[0], old=True), _quote("now: ", now, change.around[1])
    quotes = (_quote("words: ", now, change.around[1]),) if was.quote == now.quote else (before_quote, quote)
    details = [_line(each) for each in change.fields if each.name not in _IN_THE_HEAD]
    if matter_words(was) != matter_words(now):
        details.insert(0, _line(FieldChange("about", matter_words(was), matter_words(now))))
    return Item(head, quotes, tuple(details))


def _new(change: ClaimChange, incident: Incident | None) -> Item:
    claim = change.new
    assert claim is not None
    assert incident is not None
    figure = _figure(claim)
    head = _head((Piece(figure, Tone.STRONG),) if figure else (), claim, incident, _standing(change))
    return Item(head, (_quote("", claim, change.around[1]),))


def _gone(change: ClaimChange, incident: Incident | None) -> Item:
    claim, tombstone = change.old, change.tombstone
    by = f" by {tombstone.by}" if tombstone and tombstone.by else ""
    reason = f"rejected{by}: {tombstone.why or 'no reason given'}" if tombstone else ""
    if claim is None or incident is None:
        return Item((Piece(reason), Piece(" "), Piece(tombstone.id if tombstone else "", Tone.NAME)))
    figure = _figure(claim)
    words = (Piece(figure, Tone.STRUCK),) if figure else ()
    review = f"was {claim.review.state} by {claim.review.by}" if claim.review else ""
    standing = "; ".join(part for part in (reason, review) if part)
    return Item(_head(words, claim, incident, standing), (_quote("", claim, change.around[0], old=True),))


def _head(figure: Line, claim: Claim, incident: Incident, standing: str) -> Line:
    """``145 → 152 militants killed · Sarfaraz Bugti · Sunday · unreviewed``, with the claim's id."""
    day = day_words(claim) or "day not stated"
    matter = (Piece(" ") if figure else Piece(""), Piece(matter_words(claim)))
    about = f" · {speaker_words(claim, incident)} · {day}" + (" · " if standing else "")
    said = Piece(standing, Tone.STRONG if standing.startswith(_BROKEN) else Tone.PLAIN)
    return (*figure, *matter, Piece(about), said, Piece(" "), Piece(claim.id, Tone.NAME))


def _figure(claim: Claim) -> str:
    return figure_words(claim.what) if isinstance(claim.what, Toll | Damage) else ""


def _standing(change: ClaimChange) -> str:
    """What an editor said of the claim, and whether that still holds."""
    claim, was = change.new, change.old
    review = claim.review if claim else None
    if review is None:
        earlier = was.review if was else None
        return f"no longer {earlier.state} (was by {earlier.by})" if earlier else "unreviewed"
    said = f"{review.state} by {review.by}"
    if review.seal is None:
        return f"{said}, without a seal"
    return said if change.seal in (None, review.seal) else f"{_BROKEN} {said}: the seal is broken"


def _quote(label: str, claim: Claim, around: Surroundings | None, *, old: bool = False) -> Line:
    """The claim's words with the figure marked; where the figure does not stand in them, that is said.

    Where the sentence is at hand and goes on, it stands there whole, and ``‹ ›`` encloses the words quoted.
    """
    spans = find_figure(claim.quote, claim.what) if isinstance(claim.what, Toll | Damage) else ()
    goes_on = around is not None and bool(around.before.strip() or around.after.strip(_STOPS))
    opening, closing = (f"“{around.before}‹", f"›{around.after}”") if around and goes_on else ("“", "”")
    pieces, place = [Piece(label), Piece(opening)], 0
    for span in spans:
        pieces += [
            Piece(claim.quote[place : span.start]),
            Piece(span.of(claim.quote), Tone.STRUCK if old else Tone.MARKED),
        ]
        place = span.end
    pieces += [Piece(claim.quote[place:]), Piece(closing)]
    if _figure(claim) and not spans:
        pieces.append(Piece(" (the figure does not stand in these words)", Tone.STRONG))
    return tuple(piece for piece in pieces if piece.text)


def _line(change: FieldChange) -> Line:
    old = Piece(change.old, Tone.STRUCK) if change.old is not None else Piece("nothing")
    new = Piece(change.new) if change.new is not None else Piece("nothing")
    return (Piece(f"{change.name}: "), old, Piece(" → "), new)


def _field(change: FieldChange) -> Item:
    return Item(_line(change))


def _proposal(proposal: Proposal, change: RecordChange) -> Item:
    """What the record keeps and what the machine reads; of a claim, with its speaker and its words."""
    incident = change.new
    place, _, _ = proposal.at.removeprefix("claims.").partition(".")
    claims = incident.claims if incident and proposal.at.startswith("claims.") else ()
    claim = next((each for each in claims if each.id == place), None)
    why = (Piece(f" · {proposal.why}"),) if proposal.why else ()
    details = tuple(_proposed(proposal.ours, proposal.theirs))
    if claim is None or incident is None:
        return Item((Piece(proposal.at, Tone.NAME), *why), details=details)
    about = f" · {matter_words(claim)} · {speaker_words(claim, incident)} · {day_words(claim) or 'day not stated'}"
    words = _quote("words: ", claim, change.surroundings.get(claim.id))
    return Item((Piece(proposal.at, Tone.NAME), Piece(about), *why), (words,), details)


def _proposed(ours: Json, theirs: Json) -> Iterator[Line]:
    """The two readings; of values with several fields only those fields that differ."""
    if not isinstance(ours, Mapping) or not isinstance(theirs, Mapping):
        yield (Piece("the record keeps: "), Piece(json_words(ours)))
        yield (Piece("the machine reads: "), Piece(json_words(theirs), Tone.STRONG))
        return
    for name in dict.fromkeys((*ours, *theirs)):
        mine, read = ours.get(name), theirs.get(name)
        if isinstance(mine, Mapping) and isinstance(read, Mapping):
            yield from _proposed(mine, read)
        elif mine != read and name != "at":
            kept = (Piece(f"{name}: the record keeps "), Piece(json_words(mine)))
            yield (*kept, Piece(", the machine reads "), Piece(json_words(read), Tone.STRONG))


def _headline(headline: RelatedHeadline) -> Item:
    why = f" · {headline.why}" if headline.why else ""
    target = Piece(headline.link or "", Tone.NAME)
    return Item((Piece(f"“{headline.text}” → "), target, Piece(f" · {headline.relation.replace('-', ' ')}{why}")))


def _entries(change: RecordChange) -> Iterator[Item]:
    for name, added, gone in change.entries:
        pieces = [Piece(f"{name}: ")]
        if added:
            pieces += [Piece("+ "), Piece(", ".join(added))]
        if gone:
            pieces += [Piece("; − " if added else "− "), Piece(", ".join(gone), Tone.STRUCK)]
        yield Item(tuple(pieces))


def _settled(change: RecordChange) -> Iterator[Item]:
    if change.settled:
        yield Item((Piece(f"proposals settled: {change.settled}"),))
