"""A page on its way to the site engine."""

from generator.model.hit import Hit
from generator.model.values import value


@value
class Card:
    """What the picture shows that other services put beside a link to a page.

    Attributes:
        path: of the picture's file in the built site, with forward slashes.
        kicker: a few words above the title.
        title: the page's title.
        detail: a line below it; may be empty.
    """

    path: str
    kicker: str
    title: str
    detail: str


@value
class Page:
    r"""One file below the engine's pages folder.

    Attributes:
        path: relative path with forward slashes (``incidents/ID.md``); letters, digits, ``-``, ``_``, ``.`` and ``/``.
        text: the whole file, UTF-8, with ``\n`` line ends.
        changed: ISO day on which what it shows was last changed, or None where nothing says so.
        card: the picture that stands for it, or None.
        words: what the built page has to show, each sign of it.
        hits: what the search finds on it, the page itself first; where there are none, its text is searched.
    """

    path: str
    text: str
    changed: str | None = None
    card: Card | None = None
    words: frozenset[str] = frozenset()
    hits: tuple[Hit, ...] = ()

    @property
    def built(self) -> str:
        """Where the built site has it: ``x.md`` becomes ``x.html``, any other file stays where it is."""
        return self.path.removesuffix(".md") + ".html" if self.path.endswith(".md") else self.path
