"""Event templates against those of a MUC-4 key: micro F1 over type and five roles.

Templates are paired such that most fillers are right; a filler is right if it equals an accepted form. The measure is
that of GTT (Du, Rush and Cardie, 2021).
"""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model.claim import Event
from generator.model.gold import GoldTemplate, Role
from generator.model.incident import Incident
from generator.model.values import value
from generator.model.vocabulary import ClaimKind, EventType
from generator.score.recorded import actors_of, perpetrators
from generator.score.wording import plain

CLASSES: Mapping[EventType, str] = {
    **dict.fromkeys(
        (
            EventType.ARMED_ATTACK,
            EventType.ASSASSINATION,
            EventType.AIR_STRIKE,
            EventType.ARMED_CLASH,
            EventType.SECURITY_OPERATION,
            EventType.CRIME,
        ),
        "attack",
    ),
    EventType.BOMBING: "bombing",
    EventType.ABDUCTION: "kidnapping",
    EventType.HIJACKING: "kidnapping",
    EventType.ARSON: "arson",
    EventType.PROTEST: "forced work stoppage",
}
"""Event types by the classes of the MUC-4 evaluation; types that are not here have none."""

_ALL_ORDERS = 7
"""With more templates than this the pairs are taken in order."""


@dataclass(slots=True)
class SlotCounts:
    """Fillers of one slot over documents: right and all of the found ones, right and all of the wanted ones."""

    found_right: int = 0
    found: int = 0
    wanted_right: int = 0
    wanted: int = 0

    def add(self, other: "SlotCounts") -> None:
        """Count those of another as well."""
        self.found_right += other.found_right
        self.found += other.found
        self.wanted_right += other.wanted_right
        self.wanted += other.wanted


Slots = dict[str, SlotCounts]
TYPE = "incident_type"


@value
class _Template:
    type: str
    fillers: Mapping[Role, tuple[str, ...]]


def count_slots(incidents: Sequence[Incident], wanted: Sequence[GoldTemplate]) -> Slots:
    """Right and wrong fillers of one document, in the best pairing of templates."""
    found = [template for incident in incidents if (template := _template(incident)) is not None]
    cells = [[_compare(mine, theirs) for theirs in wanted] for mine in found]
    chosen = _best_pairs(cells, len(found), len(wanted))
    total: Slots = {name: SlotCounts() for name in (TYPE, *Role)}
    for number, mine in enumerate(found):
        pair = cells[number][chosen[number]] if number in chosen else None
        for name, counts in (pair or _unpaired(mine)).items():
            total[name].add(counts)
    for number, theirs in enumerate(wanted):
        if number not in chosen.values():
            total[TYPE].wanted += 1
            for role in Role:
                total[role].wanted += len(theirs.fillers.get(role, ()))
    return total


def _template(incident: Incident) -> _Template | None:
    kind = next((CLASSES[kind] for kind in incident.types if kind in CLASSES), None)
    if kind is None:
        return None
    fillers: dict[Role, dict[str, None]] = {role: {} for role in Role}
    for named in perpetrators(incident):
        fillers[Role.ORGANISATION if named.organised else Role.PERPETRATOR][plain(named.names[0])] = None
    for role, text in _told(incident):
        fillers[role][plain(text)] = None
    return _Template(kind, {role: tuple(value for value in values if value) for role, values in fillers.items()})


def _told(incident: Incident) -> Iterator[tuple[Role, str]]:
    actors = actors_of(incident)
    for claim in incident.claims:
        if claim.kind is not ClaimKind.EVENT or not isinstance(claim.what, Event):
            continue
        yield from ((Role.TARGET, text) for text in claim.what.targets)
        yield from ((Role.WEAPON, text) for text in claim.what.weapons)
        for name in claim.what.victims:
            if name in actors and actors[name].person:
                yield Role.VICTIM, actors[name].names[0]


def _compare(mine: _Template, theirs: GoldTemplate) -> Slots | None:
    """Counts of a pair; None where the types differ."""
    if mine.type not in theirs.types:
        return None
    slots: Slots = {TYPE: SlotCounts(1, 1, 1, 1)}
    for role in Role:
        found = mine.fillers[role]
        wanted = [frozenset(map(plain, forms)) for forms in theirs.fillers.get(role, ())]
        slots[role] = SlotCounts(
            sum(any(value in forms for forms in wanted) for value in found),
            len(found),
            sum(any(value in forms for value in found) for forms in wanted),
            len(wanted),
        )
    return slots


def _unpaired(mine: _Template) -> Slots:
    return {TYPE: SlotCounts(found=1), **{role: SlotCounts(found=len(mine.fillers[role])) for role in Role}}


def _best_pairs(cells: Sequence[Sequence[Slots | None]], found: int, wanted: int) -> dict[int, int]:
    """Found template -> gold template, in the order that makes most fillers right."""
    if not found or not wanted:
        return {}
    fewer, more = min(found, wanted), max(found, wanted)
    orders = itertools.permutations(range(more), fewer) if more <= _ALL_ORDERS else iter((tuple(range(more))[:fewer],))
    best, chosen = -1, {}
    for order in orders:
        pairs = {(a, b) if found <= wanted else (b, a) for a, b in zip(range(fewer), order, strict=True)}
        filled = {a: slots for a, b in pairs if (slots := cells[a][b]) is not None}
        right = sum(each.found_right + each.wanted_right for slots in filled.values() for each in slots.values())
        if right > best:
            best, chosen = right, {a: b for a, b in pairs if a in filled}
    return chosen
