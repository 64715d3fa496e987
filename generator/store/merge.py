"""The three-way merge of a record: what people have, what the machine said last, and what it says now.

No value that a person set or reviewed changes silently, nothing that a person deleted comes back, and what nobody
touched follows the machine. Pure: three records in, a record and a base out.
"""

from collections.abc import Iterable, Iterator, Mapping

from generator.model.incident import SCHEMA, Incident
from generator.model.values import value
from generator.store.entrymerge import Entries, merge_claims, merge_entries, pruned, with_sound_containers
from generator.store.headmerge import Head, Sources, claims_behind, human_sentences, merge_head
from generator.store.matching import Recognised, aligned, recognise
from generator.store.offsets import find_shifts, shifted
from generator.store.order import ordered
from generator.store.proposals import kept_proposals
from generator.store.references import references
from generator.store.schema import read_incident
from generator.store.seals import is_held
from generator.store.standing import REMOVED_BY_MACHINE, sides_of
from generator.store.units import PEOPLE_ONLY, UNITS, Item, same
from generator.store.wire import as_data

_LISTS = ("documents", "actors", "places", "claims", "related")


@value
class Note:
    """Something about a merge that a person may want to know and need not decide.

    Attributes:
        code: ``entry-removed`` (the machine no longer reads it), ``rejected-changed`` (it reads something new of what
            an editor deleted).
        at: path of the entry.
        found: what is the case, as a phrase.
    """

    code: str
    at: str
    found: str


@value
class Merged:
    """What a merge makes.

    Attributes:
        incident: the record from now on.
        base: the machine's last word from now on, with the record's ids; None where there was none and the machine
            had nothing to say.
        notes: what a person may want to know.
    """

    incident: Incident
    base: Incident | None
    notes: tuple[Note, ...] = ()


def merge_records(ours: Incident, base: Incident | None, theirs: Incident) -> Merged:
    """Merge the machine's new word into a record.

    A merge of the result with the same word changes nothing. A record that was withdrawn or merged into another is
    the caller's to leave alone. Where later documents of the record replace all those of ``theirs``, it is old news,
    and nothing changes.

    Args:
        ours: what people have.
        base: what the machine said last; None where it is lost: then everything of ours stays, and what differs is
            proposed.
        theirs: what the machine says now, under whatever ids.

    Raises:
        InvalidRecord: ``theirs`` is no record that could be stored.
    """
    known = _by_machine(aligned(as_data(base), as_data(ours))) if base else None
    news = recognise(_by_machine(as_data(theirs)), known or {}, as_data(ours))
    if news.stale:
        return Merged(ours, base)
    shifts = find_shifts(known or {}, news.record)
    record, known = shifted(as_data(ours), shifts), shifted(known, shifts)
    lists, head = _settled(record, known, news)
    last = _record(record["id"], head.base, lists, of_base=True, whole=news.whole)
    merged = _record(record["id"], head.ours, lists, of_base=False, whole=news.whole)
    merged |= {key: record[key] for key in ("aliases", "rejected") if key in record}
    _add_tombstones(merged, lists.values())
    earlier = record.get("proposals", [])
    fresh = [*head.proposals, *(each for entries in lists.values() for each in entries.proposals)]
    asked = kept_proposals(_following(earlier, lists["related"]), _following(fresh, lists["related"]), merged, last)
    if asked:
        merged["proposals"] = asked
    notes = tuple(note for entries in lists.values() for note in _notes(entries))
    return Merged(_incident(merged), _incident(last), notes)


def _settled(ours: Item, base: Item | None, news: Recognised) -> tuple[Mapping[str, Entries], Head]:
    """The lists and the head of the record, merged until the title that stays has its figures."""
    sources = Sources(ours, base, news.record, news.whole)
    needed: frozenset[str] = frozenset()
    while True:
        lists = _merge_lists(ours, base, news, needed)
        head = merge_head(sources, lists["claims"])
        more = claims_behind(head.ours["title"], ours, lists["claims"]) - needed
        if not more:
            return lists, head
        needed |= more


def _by_machine(record: Item) -> Item:
    """The record without what only people write."""
    kept = {key: value for key, value in record.items() if key not in ("aliases", "proposals")}
    if "claims" in kept:
        kept["claims"] = [{key: each[key] for key in each if key not in PEOPLE_ONLY} for each in kept["claims"]]
    return kept


def _merge_lists(ours: Item, base: Item | None, news: Recognised, needed: frozenset[str]) -> Mapping[str, Entries]:
    """The lists of the record; ``needed`` are claims that have to stay as they are, because the title rests on them."""
    theirs = news.record
    sides = {name: sides_of(name, ours, base, news) for name in _LISTS}
    lists = {name: merge_entries(sides[name]) for name in _LISTS if name != "claims"}
    present = {name: lists[name].standing.keys() for name in ("documents", "actors", "places")}
    cited = {name for each in human_sentences(ours, base) for name in each["claims"]} | needed
    held = {each["id"] for each in ours.get("claims", ()) if is_held(each)} | cited
    claims = merge_claims(sides["claims"], present, held, cited)
    lists["claims"] = claims
    waiting = [each["theirs"] for each in claims.proposals if "said" in (each["theirs"] or ())]
    for name in ("actors", "places"):
        used = _named(name, [*claims.standing.values(), *filter(_is_claim, waiting)])
        named = _named(name, theirs.get("claims", ()))
        if name == "places":
            used = _with_containers(used, lists[name])
            lists[name] = with_sound_containers(lists[name])
        lists[name] = pruned(lists[name], used, named)
    lists["related"] = pruned(lists["related"], (), ())
    return lists


def _is_claim(value: Item) -> bool:
    return isinstance(value.get("said"), dict)


def _named(name: str, claims: Iterable[Item]) -> set[str]:
    return {each for claim in claims for kind, each in references(claim) if kind == name}


def _with_containers(used: set[str], places: Entries) -> set[str]:
    """Ids of used places, and of those that stay and contain others."""
    done, dropped = set(used), set(places.sides.dropped)
    while True:
        staying = [each for name, each in places.standing.items() if name in done or name not in dropped]
        more = {each["in"] for each in staying if "in" in each} - done
        if not more:
            return done
        done |= more


def _record(name: str, head: Item, lists: Mapping[str, Entries], *, of_base: bool, whole: bool) -> Item:
    """A record as plain data, made of its head and its lists; the machine orders what it speaks for as a whole."""
    record: Item = {"schema": SCHEMA, "id": name, **head}
    marks: list[Item] = []
    for key in _LISTS:
        entries, sides = lists[key], lists[key].sides
        standing = dict(entries.standing)
        if of_base:
            kept = [each for each in sides.retained if each not in entries.removed]
            standing = {each: entry for each, entry in entries.said.items() if each not in entries.omitted}
            standing |= {each: sides.base[each] for each in kept}
            marks += [
                {"id": each, "list": key, "why": REMOVED_BY_MACHINE}
                for each in kept
                if sides.speaks_for(sides.base[each]) or each in sides.gone
            ]
        first = sides.base if of_base else sides.ours
        names = ordered(tuple(first), tuple(sides.base), tuple(sides.theirs), standing, follow=whole)
        if names:
            record[key] = [standing[each] for each in names]
    if marks:
        record["rejected"] = marks
    return record


def _following(proposals: list[Item], headlines: Entries) -> list[Item]:
    """The proposals, those about a headline under the place where it stands now."""
    places = {
        f"related.{each['at']}": f"related.{headlines.standing[name]['at']}"
        for name, each in headlines.sides.ours.items()
        if name in headlines.standing
    }
    return [{**each, "at": places.get(each["at"], each["at"])} for each in proposals]


def _add_tombstones(record: Item, lists: Iterable[Entries]) -> None:
    new = [
        {"id": name, "list": entries.sides.name}
        for entries in lists
        for name in entries.sides.deleted
        if name not in entries.sides.refused
    ]
    if new:
        record["rejected"] = [*record.get("rejected", ()), *new]


def _notes(entries: Entries) -> Iterator[Note]:
    sides = entries.sides
    for name in sorted(entries.removed):
        yield Note("entry-removed", f"{sides.name}.{name}", "the document as it is read now does not say it")
    for name in sides.deleted:
        old, new = sides.base[name], sides.theirs.get(name)
        if new is not None and not all(same(unit.of(old), unit.of(new)) for unit in UNITS[sides.name]):
            yield Note("rejected-changed", f"{sides.name}.{name}", "the machine reads something else of it now")


def _incident(record: Item) -> Incident:
    return read_incident(record, {}, f"content/incidents/{record['id']}.yml")
