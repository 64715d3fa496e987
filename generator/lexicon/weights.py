"""Learned weights: what speaks for an event type, and for a story being about an incident at all."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.errors import InvalidLexicon
from generator.lexicon.sources import read_knowledge


@dataclass(frozen=True, slots=True)
class WeightLexicon:
    """Everything that ``weights.yml`` knows; features are named by the room that counts them.

    Attributes:
        types: feature of a type -> weight; the same for all types.
        relevance: feature of a story -> weight, with the constant under ``always``.
    """

    types: Mapping[str, float]
    relevance: Mapping[str, float]


def read_weights() -> WeightLexicon:
    """Read ``weights.yml``.

    Raises:
        InvalidLexicon: the file is broken.
    """
    data = read_knowledge("weights.yml")
    try:
        return WeightLexicon(
            types={name: float(weight) for name, weight in data["types"].items()},
            relevance={name: float(weight) for name, weight in data["relevance"].items()},
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise InvalidLexicon(f"lexicon/weights.yml: expected two lists of weights, found {error!r}") from error
