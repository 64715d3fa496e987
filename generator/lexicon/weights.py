"""Learned weights: what speaks for an event type, and for a story being about an incident at all."""

from collections.abc import Mapping

from generator.errors import InvalidLexicon
from generator.lexicon.sources import read_knowledge
from generator.model.values import value
from generator.model.vocabulary import EventType


@value
class WeightLexicon:
    """Everything that ``weights.yml`` knows; features are named by the room that counts them.

    Attributes:
        types: feature of a type -> weight; the same for all types.
        kinds: type -> what it starts from.
        beside: type -> other type -> what a point of the other's presence in the story adds.
        relevance: feature of a story -> weight, with the constant under ``always``.
    """

    types: Mapping[str, float]
    kinds: Mapping[EventType, float]
    beside: Mapping[EventType, Mapping[EventType, float]]
    relevance: Mapping[str, float]


def read_weights() -> WeightLexicon:
    """Read ``weights.yml``.

    Raises:
        InvalidLexicon: the file is broken.
    """
    data = read_knowledge("weights.yml")
    try:
        return WeightLexicon(
            types=_table(data["types"]),
            kinds={EventType(name): weight for name, weight in _table(data["kinds"]).items()},
            beside={
                EventType(name): {EventType(other): weight for other, weight in _table(row).items()}
                for name, row in data["beside"].items()
            },
            relevance=_table(data["relevance"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise InvalidLexicon(f"lexicon/weights.yml: expected four tables of weights, found {error!r}") from error


def _table(rows: Mapping[str, float]) -> dict[str, float]:
    return {name: float(weight) for name, weight in rows.items()}
