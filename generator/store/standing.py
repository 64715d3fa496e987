"""Which entries of a list stand after a merge: kept, new, dropped by the machine, deleted by an editor, or open."""

from collections.abc import Mapping
from dataclasses import replace

from generator.model.values import value
from generator.store.matching import Recognised
from generator.store.references import document_of, headline_key
from generator.store.units import PEOPLE_ONLY, UNITS, Item, same

REMOVED_BY_MACHINE = "no longer read in the document"
"""Why an entry stands in the ``rejected`` of the base: the machine dropped it, and it is kept to recognise it by."""


@value
class Sides:
    """The entries of one list in three states, by id.

    Attributes:
        name: of the list.
        ours: as people have them.
        base: as the machine had them last.
        theirs: as the machine has them now.
        covered: documents for whose passages the machine speaks now.
        gone: ids of entries that the base keeps though the machine had dropped them.
        refused: ids that an editor deleted.
        open: ids of entries whose addition waits for an editor.
        lost: whether the base is lost.
    """

    name: str
    ours: Mapping[str, Item]
    base: Mapping[str, Item]
    theirs: Mapping[str, Item]
    covered: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()
    refused: frozenset[str] = frozenset()
    open: frozenset[str] = frozenset()
    lost: bool = False

    @property
    def deleted(self) -> tuple[str, ...]:
        """Ids of what an editor deleted since the machine brought it."""
        return tuple(name for name in self.base if name not in self.ours and name not in self.open)

    @property
    def new(self) -> tuple[str, ...]:
        """Ids of what the machine brings for the first time, or brought and no editor has decided on."""
        return tuple(
            name
            for name in self.theirs
            if name not in self.ours and name not in self.refused and (name not in self.base or name in self.open)
        )

    @property
    def dropped(self) -> tuple[str, ...]:
        """Ids of what the machine no longer reads in a document that it read again."""
        return tuple(
            name
            for name, entry in self.base.items()
            if name in self.ours and name not in self.theirs and name not in self.gone and self.speaks_for(entry)
        )

    @property
    def retained(self) -> tuple[str, ...]:
        """Ids of what only the base and no longer the machine has, and what the base has to keep, to know it by."""
        return tuple(
            name
            for name, entry in self.base.items()
            if name not in self.theirs and (name in self.ours or name not in self.open or not self.speaks_for(entry))
        )

    def path(self, name: str) -> str:
        """The path of an entry in proposals: its id behind the list's name; of a headline the place where it stands."""
        if self.name != "related":
            return f"{self.name}.{name}"
        entry = self.ours.get(name) or self.base.get(name) or self.theirs[name]
        return f"{self.name}.{entry['at']}"

    def speaks_for(self, entry: Item) -> bool:
        """Whether the machine read the document of an entry again; documents themselves are never dropped."""
        return self.name != "documents" and document_of(entry) in self.covered

    def is_untouched(self, name: str) -> bool:
        """Whether no person changed or reviewed an entry since the machine wrote it."""
        entry, before = self.ours[name], self.base.get(name)
        if before is None or any(entry.get(key) != before.get(key) for key in PEOPLE_ONLY):
            return False
        return all(same(unit.of(entry), unit.of(before)) for unit in UNITS[self.name])


def sides_of(name: str, ours: Item, base: Item | None, news: Recognised) -> Sides:
    """The three states of a list.

    Args:
        name: of the list.
        ours: the record.
        base: the machine's last word with the record's ids, None where it is lost.
        news: its new word with the record's ids.
    """
    adding = {each["at"] for each in ours.get("proposals", ()) if each["ours"] is None}
    entries = [by_key(name, side, news.roots) for side in (ours, base or {}, news.record)]
    sides = Sides(
        name,
        entries[0],
        entries[1],
        entries[2],
        covered=news.covered,
        gone=_marked(name, base or {}),
        refused=_marked(name, ours),
        lost=base is None,
    )
    names = {key for side in entries for key in side} if adding else set()
    return replace(sides, open=frozenset(key for key in names if sides.path(key) in adding))


def _marked(name: str, record: Item) -> frozenset[str]:
    return frozenset(each["id"] for each in record.get("rejected", ()) if each["list"] == name)


def by_key(name: str, record: Item, roots: Mapping[str, str]) -> dict[str, Item]:
    """The entries of a list by id; headlines, which have none, by document and text, equal ones numbered.

    A headline of a re-issued story is that of its first document.
    """
    entries: dict[str, Item] = {}
    for each in record.get(name, ()):
        first = key = each["id"] if name != "related" else headline_key(each, roots)
        number = 1
        while key in entries:
            number += 1
            key = f"{first} ({number})"
        entries[key] = each
    return entries
