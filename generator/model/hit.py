"""What a search can lead to."""

from generator.model.values import value


@value
class Hit:
    """A page, or a place on one, as the search knows it.

    Attributes:
        anchor: id of the place on the page, or an empty string for the page itself.
        title: what the result is headed with, plain text.
        text: what else is searched and shown, plain text.
        names: places, actors and figures in it, which weigh more than other words; plain text.
    """

    anchor: str
    title: str
    text: str
    names: str = ""
