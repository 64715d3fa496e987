"""Reads the YAML files of knowledge that lie in this folder."""

import pkgutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, cast

from generator.errors import InvalidLexicon
from generator.lexicon.parsed import parsed


def read_knowledge(name: str) -> Any:
    """The content of ``name`` (``tolls.yml``) as plain data.

    Raises:
        InvalidLexicon: the file is missing or no YAML.
    """
    try:
        text = _read_bytes(name)
    except OSError as error:
        raise InvalidLexicon(f"lexicon/{name}: expected a YAML file, found {' '.join(str(error).split())}") from error
    return parsed(Path(__file__).with_name(name), text, lambda read: parse_knowledge(read, f"lexicon/{name}"))


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


def parse_knowledge(text: str, name: str) -> Any:
    """The data of a YAML text.

    Raises:
        InvalidLexicon: the text, called ``name``, is no YAML, or holds an anchor, alias or tag.
    """
    from generator.lexicon.yamlevents import parse_yaml  # noqa: PLC0415 - what was kept needs no parser

    return parse_yaml(text, name)


def words(data: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """The list of words under ``key``, or none."""
    return tuple(str(word) for word in cast("Sequence[Any]", data.get(key) or ()))
