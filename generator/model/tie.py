"""How one incident hangs together with another."""

from enum import StrEnum

from generator.model.values import value


class TieKind(StrEnum):
    """What ties two incidents, the closest first."""

    RESPONSE = "response"
    """The text tells the one as an answer to the other."""
    ANSWERED = "answered"
    """The other's text tells it as an answer to this one."""
    BACKGROUND = "background"
    """The text tells of the other as something that came before."""
    FOLLOWED = "followed"
    """The other's text tells of this one as something that came before."""
    OPERATION = "operation"
    """Both are claimed under one name of an operation."""
    ACTOR = "actor"
    """A named party is said to have had a part in both."""
    PLACE = "place"
    """Both happened at one place below the province."""


@value
class Tie:
    """A tie from one incident to another.

    Attributes:
        other: id of the other incident.
        kind: what ties them.
        why: names, days and figures that both have, for readers.
        words: the sentence that says so, or None where names alone do.
    """

    other: str
    kind: TieKind
    why: tuple[str, ...]
    words: str | None = None
