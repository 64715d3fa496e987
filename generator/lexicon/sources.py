"""Reads the YAML files of knowledge that lie in this folder."""

from collections.abc import Mapping, Sequence
from importlib import resources
from typing import Any, cast

import yaml

from generator.errors import InvalidLexicon

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_knowledge(name: str) -> Any:
    """The content of ``name`` (``tolls.yml``) as plain data.

    Raises:
        InvalidLexicon: the file is missing or no YAML.
    """
    try:
        text = resources.files("generator.lexicon").joinpath(name).read_text(encoding="utf-8")
        # _Loader is one of PyYAML's two safe loaders.
        return yaml.load(text, Loader=_Loader)  # noqa: S506
    except (OSError, yaml.YAMLError) as error:
        raise InvalidLexicon(f"lexicon/{name}: expected a YAML file, found {' '.join(str(error).split())}") from error


def words(data: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """The list of words under ``key``, or none."""
    return tuple(str(word) for word in cast("Sequence[Any]", data.get(key) or ()))
