"""The one canonical form of a record file: fixed layout, no folding, a line for each thing that changes."""

from collections.abc import Iterator, Mapping

from generator.store.scalars import written, written_number

HEADER = "# yaml-language-server: $schema=../incident.schema.json\n"
"""First line of every record file: tells editors which schema it follows."""

# Lists whose items are large enough to be read and merged line by line; items of all others are one line each.
_BLOCK_LISTS = frozenset({"summary", "documents", "claims", "proposals"})


def emit(data: Mapping[str, object]) -> str:
    """The canonical text of a record's plain data; keys keep the order they come in.

    Args:
        data: mappings with string keys, lists or tuples, strings, whole and decimal numbers, booleans and None.

    Raises:
        ValueError: a value that a record file cannot hold.
    """
    return HEADER + "".join(_entry(key, value) for key, value in data.items())


def _entry(key: str, value: object) -> str:
    name = written(key, flow=True)
    rows = _rows(value)
    if not rows:
        return f"{name}: {_value(value)}\n"
    item_of = _block_item if key in _BLOCK_LISTS else _line_item
    return f"{name}:\n" + "".join(map(item_of, rows))


def _rows(value: object) -> list[Mapping[str, object]]:
    """The items of a list that holds nothing but filled mappings; of anything else none."""
    if not isinstance(value, list | tuple):
        return []
    rows = [item for item in value if isinstance(item, Mapping) and item]
    return rows if len(rows) == len(value) else []


def _block_item(item: Mapping[str, object]) -> str:
    lines = "\n  ".join(f"{written(key, flow=True)}: {_value(value)}" for key, value in item.items())
    return f"- {lines}\n"


def _line_item(item: Mapping[str, object]) -> str:
    return f"- {_flow(item)}\n"


def _value(value: object) -> str:
    return written(value, flow=False) if isinstance(value, str) else _flow(value)


def _flow(value: object) -> str:
    if isinstance(value, str):
        return written(value, flow=True)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return written_number(value)
    return _collection(value)


def _collection(value: object) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(_pairs(value)) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_flow, value)) + "]"
    raise ValueError(f"a record cannot hold a {type(value).__name__}")


def _pairs(mapping: Mapping[str, object]) -> Iterator[str]:
    for key, value in mapping.items():
        yield f"{written(key, flow=True)}: {_flow(value)}"
