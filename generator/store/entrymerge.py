"""The entries of a list meet: each unit of those that both have, what is new, what was dropped."""

from collections.abc import Collection, Mapping
from dataclasses import field, replace

from generator.model.values import value
from generator.store.coherence import find_clashes, in_circles
from generator.store.likeness import exact_claim
from generator.store.references import Present, is_founded, references, without_absent
from generator.store.standing import Sides
from generator.store.units import UNITS, UNKNOWN, Item, meet, same

EDITED = "an editor set or accepted it; it is read otherwise now"
LOST = "the machine's last word is lost, so nobody can tell whose value this is"
DROPPED = "the document as it is read now does not say it, and an editor worked on it or something rests on it"
UNFOUNDED = "it rests on an entry that an editor deleted"
UNFIT = "it does not fit what else stands in the record"


@value
class Entries:
    """A list after the merge.

    Attributes:
        sides: what it was merged from.
        standing: its entries by id, in no order yet.
        proposals: what an editor is to decide.
        removed: ids of what went with the machine.
        omitted: ids of what the machine says but is not told yet, neither in the record nor in the base.
        said: the machine's entries as the base keeps them: without references to what is not there, so that these
            come in when it is.
    """

    sides: Sides
    standing: Mapping[str, Item]
    proposals: tuple[Item, ...] = ()
    removed: frozenset[str] = frozenset()
    omitted: frozenset[str] = frozenset()
    said: Mapping[str, Item] = field(default_factory=dict)


def proposal(at: str, ours: object, theirs: object, why: str) -> Item:
    """An entry of a record's proposals, as plain data."""
    return {"at": at, "ours": ours, "theirs": theirs, "why": why}


def merge_entries(sides: Sides) -> Entries:
    """Documents, actors, places or headlines; who is named by nothing any more is left to `pruned`."""
    standing = dict(sides.ours)
    asked: list[Item] = []
    for name in sides.ours:
        if name in sides.theirs:
            standing[name], more = _merged(sides, name, sides.theirs[name])
            asked += more
    for name in sides.new:
        if sides.lost or name in sides.open:
            asked.append(proposal(sides.path(name), None, sides.theirs[name], LOST))
        else:
            standing[name] = sides.theirs[name]
    return Entries(sides, standing, tuple(asked), said=sides.theirs)


def with_sound_containers(places: Entries) -> Entries:
    """The places, each in one that is there and none in itself, however far up."""
    sides = places.sides
    circling = in_circles({name: each.get("in") for name, each in places.standing.items()})
    sound, said = dict(places.standing), dict(sides.theirs)
    for name, each in places.standing.items():
        own = sides.ours.get(name, {}).get("in")
        within = each.get("in")
        if within is not None and within != own and (within not in sound or name in circling):
            rest = {key: value for key, value in each.items() if key != "in"}
            sound[name] = rest | ({"in": own} if own else {})
            said[name] = {key: value for key, value in said.get(name, each).items() if key != "in"} | (
                {"in": own} if own else {}
            )
    return replace(places, standing=sound, said={name: said[name] for name in sides.theirs})


def pruned(entries: Entries, used: Collection[str], named: Collection[str]) -> Entries:
    """The entries without those that the machine dropped, and without new ones that nothing in the record names.

    Args:
        entries: actors, places or headlines, merged.
        used: ids that the record names.
        named: ids that the machine's word names.
    """
    sides = entries.sides
    free = [name for name in sides.dropped if name not in used]
    removed = frozenset(name for name in free if sides.is_untouched(name))
    omitted = frozenset(name for name in sides.new if name in entries.standing and name in named and name not in used)
    asked = [proposal(sides.path(name), sides.ours[name], None, DROPPED) for name in free if name not in removed]
    standing = {name: each for name, each in entries.standing.items() if name not in removed | omitted}
    return replace(entries, standing=standing, proposals=(*entries.proposals, *asked), removed=removed, omitted=omitted)


def merge_claims(sides: Sides, present: Present, held: Collection[str], cited: Collection[str]) -> Entries:
    """The claims of a record.

    Args:
        sides: the claims in three states.
        present: ids of the record's documents, actors and places.
        held: ids of claims that a person's word rests on.
        cited: ids of claims that people cite in the summary.
    """
    fixed = frozenset(held)
    while True:
        entries = _claims(sides, present, fixed)
        clashing = find_clashes(entries.standing) - fixed
        if not clashing:
            return _without_dropped(entries, cited)
        fixed |= clashing


def _claims(sides: Sides, present: Present, held: frozenset[str]) -> Entries:
    twins = {exact_claim(each) for each in (*sides.ours.values(), *(sides.base[name] for name in sides.deleted))}
    omitted = frozenset(name for name in sides.new if exact_claim(sides.theirs[name]) in twins)
    new = [name for name in sides.new if name not in omitted]
    waiting = {
        name: LOST if sides.lost or name in sides.open else UNFIT if name in held else UNFOUNDED
        for name in new
        if sides.lost or name in sides.open or name in held or not is_founded(sides.theirs[name], present)
    }
    there = {**present, "claims": {*sides.ours, *new} - set(waiting)}
    standing = dict(sides.ours)
    asked = [proposal(sides.path(name), None, sides.theirs[name], why) for name, why in waiting.items()]
    for name in sides.ours:
        if name in sides.theirs:
            standing[name], more = _merged(sides, name, sides.theirs[name], there, held=name in held)
            asked += more
    standing |= {name: without_absent(sides.theirs[name], there) for name in new if name not in waiting}
    said = {name: without_absent(each, there) for name, each in sides.theirs.items()}
    return Entries(sides, standing, tuple(asked), omitted=omitted, said=said)


def _merged(
    sides: Sides, name: str, theirs: Item, present: Present | None = None, *, held: bool = False
) -> tuple[Item, list[Item]]:
    """An entry that both sides have, unit by unit, and what is to be proposed of it."""
    ours, base = sides.ours[name], sides.base.get(name)
    usable = without_absent(theirs, present) if present else theirs
    barred = _barred(theirs, present) if present else ()
    merged, asked = ours, []
    for unit in UNITS[sides.name]:
        before = UNKNOWN if base is None else unit.of(base)
        new = unit.of(theirs)
        if before is UNKNOWN or not same(new, before):
            new = unit.of(usable)
        value, open_question = meet(unit.of(ours), before, new, held=held or unit.name in barred)
        merged = unit.put(merged, value)
        if open_question:
            path = sides.path(name)
            why = LOST if sides.lost else EDITED
            asked.append(proposal(f"{path}.{unit.name}" if unit.name else path, unit.of(ours), new, why))
    return merged, asked


def _barred(claim: Item, present: Present) -> tuple[str, ...]:
    """Units of the machine's claim that name a speaker or document which is not there."""
    if is_founded(claim, present):
        return ()
    return ("said",) if claim["at"].partition(":")[0] in present["documents"] else ("", "said")


def _without_dropped(entries: Entries, cited: Collection[str]) -> Entries:
    """The claims without those that the machine dropped, nobody touched and nothing left rests on."""
    sides = entries.sides
    removed = {name for name in sides.dropped if sides.is_untouched(name)}
    while True:
        left = [each for name, each in entries.standing.items() if name not in removed]
        needed = {each for claim in left for kind, each in references(claim) if kind == "claims"} | set(cited)
        if not removed & needed:
            break
        removed -= needed
    asked = [
        proposal(sides.path(name), sides.ours[name], None, DROPPED) for name in sides.dropped if name not in removed
    ]
    standing = {name: each for name, each in entries.standing.items() if name not in removed}
    return replace(entries, standing=standing, proposals=(*entries.proposals, *asked), removed=frozenset(removed))
