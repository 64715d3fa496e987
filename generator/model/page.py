"""A page on its way to the site engine."""

from generator.model.values import value


@value
class Page:
    r"""One file below the engine's pages folder.

    Attributes:
        path: relative path with forward slashes (``incidents/ID.md``); letters, digits, ``-``, ``_``, ``.`` and ``/``.
        text: the whole file, UTF-8, with ``\n`` line ends.
    """

    path: str
    text: str
