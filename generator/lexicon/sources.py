"""Reads the YAML files of knowledge that lie in this folder."""

import pkgutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, cast

import yaml

from generator.errors import InvalidLexicon
from generator.lexicon.parsed import parsed

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_RESOLVERS: Mapping[str, Sequence[tuple[str, Any]]] = yaml.SafeLoader.yaml_implicit_resolvers
"""First sign of a plain scalar -> patterns of what is no text (numbers, ``true``)."""


def read_knowledge(name: str) -> Any:
    """The content of ``name`` (``tolls.yml``) as plain data.

    Raises:
        InvalidLexicon: the file is missing or no YAML.
    """
    try:
        return parsed(Path(__file__).with_name(name), _read_bytes(name), parse_knowledge)
    except (OSError, yaml.YAMLError) as error:
        raise InvalidLexicon(f"lexicon/{name}: expected a YAML file, found {' '.join(str(error).split())}") from error


def read_text(name: str) -> str:
    """The text of a file in this folder; `pkgutil` loads in a tenth of the time of `importlib.resources`.

    Raises:
        OSError: there is no such file.
    """
    return _read_bytes(name).decode()


def _read_bytes(name: str) -> bytes:
    data = pkgutil.get_data("generator.lexicon", name)
    if data is None:
        raise FileNotFoundError(name)
    return data


def parse_knowledge(text: str) -> Any:
    """The data of a YAML text: the same as PyYAML's safe loader gives, in less than half its time.

    The parser's events are read directly, without a tree of nodes; anchors, aliases and tags, which knowledge does
    without, are refused.

    Raises:
        YAMLError: the text is no YAML, or holds an anchor, alias or tag.
    """
    events = yaml.parse(text, Loader=_Loader)
    for event in events:
        if isinstance(event, yaml.NodeEvent):
            return _node(event, events)
    return None


def _node(event: Any, events: Iterator[Any]) -> Any:
    """The data of a node that begins with an event, and whose other events follow."""
    if event.anchor is not None or getattr(event, "tag", None) is not None:
        raise yaml.YAMLError(f"an anchor, alias or tag at line {event.start_mark.line + 1}")
    kind = type(event)
    if kind is yaml.ScalarEvent:
        return _plain(event.value) if event.implicit[0] else event.value
    if kind is yaml.SequenceStartEvent:
        items = []
        while type(event := next(events)) is not yaml.SequenceEndEvent:
            items.append(_node(event, events))
        return items
    entries = {}
    while type(event := next(events)) is not yaml.MappingEndEvent:
        key = _node(event, events)
        entries[key] = _node(next(events), events)
    return entries


def _plain(text: str) -> Any:
    """What a scalar without quotes stands for; most are text."""
    for _, pattern in _RESOLVERS.get(text[:1], ()):
        if pattern.match(text):
            return yaml.load(text, Loader=_Loader)  # noqa: S506 - one of PyYAML's two safe loaders
    return text


def words(data: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """The list of words under ``key``, or none."""
    return tuple(str(word) for word in cast("Sequence[Any]", data.get(key) or ()))
