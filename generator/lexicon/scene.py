"""How much each kind of evidence speaks for a place or day being the incident's: linear models learned from stories."""

from collections.abc import Mapping
from functools import cache

from generator.errors import InvalidLexicon
from generator.lexicon.sources import read_knowledge
from generator.model.values import value


@value
class SceneWeights:
    """Everything that ``scene.yml`` knows; the names of evidence are those of the room that gathers it.

    Attributes:
        countries: evidence -> weight for each time it stands for a country.
        places: evidence -> weight for a place below the country; ``bias`` counts always.
        threshold: weight above which a place belongs to the scene.
        days: evidence -> weight for a day; ``threshold`` is the weight above which it may be the incident's.
    """

    countries: Mapping[str, float]
    places: Mapping[str, float]
    threshold: float
    days: Mapping[str, float]


@cache
def read_scene() -> SceneWeights:
    """Read ``scene.yml``.

    Raises:
        InvalidLexicon: the file is broken.
    """
    data = read_knowledge("scene.yml")
    try:
        return SceneWeights(
            countries=_table(data["countries"]),
            places=_table(data["places"]),
            threshold=float(data["threshold"]),
            days=_table(data["days"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise InvalidLexicon(f"lexicon/scene.yml: expected weights of evidence, found {error!r}") from error


def _table(data: Mapping[str, str]) -> dict[str, float]:
    """Weights as numbers; the file quotes them, since quoted text is read faster."""
    return {kind: float(weight) for kind, weight in data.items()}
