"""Units of review: the parts of a record that change as one, and how three states of such a part meet.

A value and the words it rests on are one unit, so that a person's figure never stands beside the machine's quote.
Where a passage stands (``at``) is derived: it comes with its unit and is never compared.
"""

from collections.abc import Mapping
from enum import Enum
from typing import Any

from generator.model.values import value

Item = dict[str, Any]
"""An entry of a record as plain data: a claim, an actor, the record itself."""


class _Unknown(Enum):
    """A base that nobody knows: every value differs from it."""

    UNKNOWN = "unknown"


UNKNOWN = _Unknown.UNKNOWN

PEOPLE_ONLY = ("review", "grade", "note")
"""Fields of a claim that the machine never writes."""


@value
class Unit:
    """Fields of an entry that change as one.

    Attributes:
        name: what its path has behind the entry's; empty where the path of the entry stands for it.
        keys: the fields.
        derived: fields that come with them and are not compared.
    """

    name: str
    keys: tuple[str, ...]
    derived: tuple[str, ...] = ()

    def of(self, entry: Item) -> Any:
        """The unit's value: that of its only field, or a mapping of its fields; None where it has none of them."""
        if self.is_bare:
            return entry.get(self.keys[0])
        if not any(key in entry for key in self.keys):
            return None
        return {key: entry[key] for key in (*self.keys, *self.derived) if key in entry}

    def put(self, entry: Item, value: Any) -> Item:
        """The entry with the unit's value in place of what it had."""
        fields = (*self.keys, *self.derived)
        rest = {key: each for key, each in entry.items() if key not in fields}
        if value is None:
            return rest
        return {**rest, self.keys[0]: value} if self.is_bare else {**rest, **value}

    @property
    def is_bare(self) -> bool:
        """Whether its value is that of its only field."""
        return len(self.keys) == 1 and not self.derived


def _each(*names: str) -> tuple[Unit, ...]:
    return tuple(Unit(name, (name,)) for name in names)


UNITS: Mapping[str, tuple[Unit, ...]] = {
    "documents": _each(
        "file",
        "chars",
        "story",
        "related",
        "title",
        "published",
        "publisher",
        "url",
        "language",
        "encoding",
        "absent",
        "replaces",
    ),
    "actors": (Unit("name", ("name",), ("at",)), *_each("type", "role", "aka")),
    "places": (
        Unit("name", ("name",), ("at",)),
        *_each("level", "in", "country"),
        Unit("coordinates", ("lat", "lon", "gazetteer")),
    ),
    "claims": (
        Unit("", ("kind", "what", "quote"), ("at",)),
        *_each("said", "scope", "when", "where", "supersedes", "part_of", "responds_to"),
    ),
    "related": (Unit("", ("link", "relation", "why"), ("at",)),),
}
"""The units of the entries of each list."""

DATES = ("anchor", "basis", "start", "end", "days")
SCALARS = ("types", "status", "note")


def plain(value: Any) -> Any:
    """The value without the places of its passages."""
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items() if key != "at"}
    if isinstance(value, list):
        return [plain(each) for each in value]
    return value


def same(one: Any, other: Any) -> bool:
    """Whether two values say the same, wherever their passages stand."""
    return bool(one == other or plain(one) == plain(other))


def meet(ours: Any, base: Any, theirs: Any, *, held: bool = False) -> tuple[Any, bool]:
    """What becomes of a unit, and whether the machine's value is to be proposed.

    Args:
        ours: what the record says.
        base: what the machine said last; `UNKNOWN` where that is lost.
        theirs: what the machine says now.
        held: whether a person's word rests on our value, even where it is the machine's own.
    """
    if same(theirs, ours):
        return theirs, False
    if base is not UNKNOWN:
        if same(theirs, base):
            return ours, False
        if same(ours, base) and not held:
            return theirs, False
    return ours, True
